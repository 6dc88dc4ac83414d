"""Day close: every holder scans what is there, blind; it must equal what the books say.

design.md, "The protocol in short", Day close.  Nothing that is answered to a scan follows from
what the books expect; only "done" compares.  A difference is a case the same day, for each piece.
"""

from datetime import date, datetime
from uuid import UUID, uuid5

from station.custody.checks import derived_id, require_handler, require_open
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    CountCompared,
    CountRepeated,
    CountTakenBack,
    DayClosed,
    DayClosedWithDifference,
    DayCloseOpened,
    Fact,
    Facts,
    PieceCounted,
    RecountBegun,
    StrayScanned,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import (
    Books,
    Case,
    CloseStatus,
    CountScan,
    DayClose,
    Department,
    Item,
    ItemStatus,
)
from station.custody.stray import find_again, record_stray
from station.custody.values import Actor, CaseKind, Scan, Settlement

Difference = tuple[CaseKind, str]
"""What a count found: the kind, and which piece is missing or which number is too much."""

COUNT_BECAME_RIGHT = "The count became right."

UNCLOSED = UUID("3f2d1f0a-0d6b-5f7e-9a55-6f7c3c1f7f10")
"""Name space of the cases about days that were not closed: one a department and day."""


def open_day_close(books: Books, actor: Actor, *, deed: UUID, day: date) -> Facts:
    """Begin to close the day of the actor's department; its id is the deed's UUID."""
    require_handler(actor, actor.department)
    require_open(books, actor.department)
    already = books.day_close_of(actor.department, day)
    if already is not None:
        raise Refused(Reason.DAY_CLOSE_EXISTS, got=already.status)
    return (DayCloseOpened(deed, actor.department, day),)


def count_piece(
    books: Books, actor: Actor, *, deed: UUID, day_close_id: UUID, day: date, scan: Scan
) -> Facts:
    """Record a scan of the count, whatever the books say of the piece.

    One that comes when the day is closed, or over, is recorded as stray.  A lost piece comes back
    into custody.
    """
    close = _of_actor(books, actor, day_close_id)
    held = (item for item in books.held_items(scan.known_as) if item.holder == close.department)
    here = next(held, None)
    again = _counted_already(books, close, scan, here)
    if again is not None:
        return (CountRepeated(close.id, again.id),)
    if close.is_closed or close.day != day:
        return _late(books, actor, deed, scan, here)
    if here is not None:
        return (PieceCounted(close.id, deed, scan, here.id, was_held=True),)
    if scan.number is not None and not books.held_items(scan.known_as):
        found = find_again(books, actor, deed=deed, scan=scan)
        if found is not None:
            return (*found, PieceCounted(close.id, deed, scan, found[0].item, was_held=True))
    elsewhere = next(iter(books.held_items(scan.known_as)), None)
    item = elsewhere.id if elsewhere else None
    return (PieceCounted(close.id, deed, scan, item, was_held=False),)


def _counted_already(
    books: Books, close: DayClose, scan: Scan, here: Item | None
) -> CountScan | None:
    """Return the scan of a count that was of this piece, or of this number where none is here.

    One number counts one piece, however often it is scanned: what bears the number of another has
    a label over it.
    """
    counted = books.counted(close.id)
    if here is not None:
        return next((it for it in counted if it.item == here.id), None)
    return next((it for it in counted if it.scan.known_as == scan.known_as), None)


def undo_count(books: Books, actor: Actor, *, day_close_id: UUID, day: date) -> Facts:
    """Take back one's own last scan of a count."""
    close = _countable(books, actor, day_close_id, day)
    own = [c for c in books.counted(close.id) if c.by == actor.person]
    if not own:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    last = max(own, key=lambda scan: scan.seq)
    return (CountTakenBack(close.id, last.id),)


def begin_recount(books: Books, actor: Actor, *, day_close_id: UUID, day: date) -> Facts:
    """Count anew from nothing, after a count that differed."""
    close = _countable(books, actor, day_close_id, day)
    if close.status is not CloseStatus.DIFFERING:
        raise Refused(Reason.NOT_COMPARED)
    return (RecountBegun(close.id, tuple(scan.id for scan in books.counted(close.id))),)


def finish_day_count(
    books: Books, actor: Actor, *, deed: UUID, day_close_id: UUID, day: date
) -> Facts:
    """Compare the count with the books, now that the department says "done"; closes if equal."""
    close = _countable(books, actor, day_close_id, day)
    held = books.held_by(close.department)
    counted = books.counted(close.id)
    missing, extra = differences(books, close, held, counted)
    compared = CountCompared(
        close.id,
        len(held),
        len(counted),
        tuple(sorted(item.id for item in missing)),
        tuple(sorted(scan.id for scan in extra)),
    )
    if not missing and not extra:
        right = (COUNT_BECAME_RIGHT, Settlement.COUNT_BECAME_RIGHT)
        settled = (CaseSettled(c.id, *right) for c in books.cases_of(close.id) if c.is_open)
        pieces = tuple(sorted(item.id for item in held))
        return (compared, DayClosed(close.id, pieces), *settled)
    return (compared, *_differing(books, close, deed, missing, extra))


def differences(
    books: Books, close: DayClose, held: tuple[Item, ...], counted: tuple[CountScan, ...]
) -> tuple[tuple[Item, ...], tuple[CountScan, ...]]:
    """Return (held but not counted, counted but not held).

    A piece that was held when it was scanned and has been handed on since is not too much.
    """
    there = {scan.item for scan in counted}
    here = {item.id for item in held}
    missing = tuple(item for item in held if item.id not in there)
    extra = tuple(
        scan
        for scan in counted
        if scan.item not in here and not _has_left(books, close.department, scan)
    )
    return missing, extra


def _has_left(books: Books, department: str, scan: CountScan) -> bool:
    if scan.item is None or not scan.was_held:
        return False
    item = books.item(scan.item)
    is_elsewhere = item.status is ItemStatus.HELD and item.holder != department
    return is_elsewhere or item.status is ItemStatus.DELIVERED


def _differing(
    books: Books,
    close: DayClose,
    deed: UUID,
    missing: tuple[Item, ...],
    extra: tuple[CountScan, ...],
) -> tuple[Fact, ...]:
    """Return a case for each piece that has none yet; what came right settles its own.

    What a supervisor has settled stays settled; when nothing is left to settle, the day is closed
    with its difference.
    """
    due: dict[Difference, tuple[UUID | None, Scan | None]] = {
        (CaseKind.DAY_CLOSE_MISSING, str(item.id)): (item.id, None) for item in missing
    }
    for scan in extra:
        due[CaseKind.DAY_CLOSE_EXTRA, scan.scan.known_as] = (scan.item, scan.scan)
    before = {_difference(case): case for case in books.cases_of(close.id)}
    opened = tuple(
        CaseOpened(
            derived_id(deed, " ".join(about)),
            about[0],
            item=item,
            scan=seen,
            day_close=close.id,
            department=close.department,
            day=close.day,
        )
        for about, (item, seen) in due.items()
        if not _is_answered(before.get(about))
    )
    right = (COUNT_BECAME_RIGHT, Settlement.COUNT_BECAME_RIGHT)
    settled = tuple(
        CaseSettled(case.id, *right)
        for about, case in before.items()
        if case.is_open and about not in due
    )
    is_waiting = opened or any(before[about].is_open for about in due if about in before)
    closed = () if is_waiting else (DayClosedWithDifference(close.id),)
    return (*opened, *settled, *closed)


def _difference(case: Case) -> Difference:
    """Return what a case of a day close is about: a missing piece, or a number too much."""
    return (case.what, case.scan.known_as if case.scan else str(case.item))


def _is_answered(case: Case | None) -> bool:
    """Whether a difference has its case already: open, or settled by a supervisor."""
    return case is not None and case.settlement is not Settlement.COUNT_BECAME_RIGHT


def closed_by(books: Books, settled: tuple[Case, ...]) -> Facts:
    """Return the day closes that are over when these cases are settled: nothing is left to ask."""
    ids = {case.id for case in settled}
    closes = {case.day_close for case in settled if case.day_close is not None}
    return tuple(
        DayClosedWithDifference(key)
        for key in sorted(closes)
        if books.day_close(key).status is CloseStatus.DIFFERING
        and not any(case.is_open and case.id not in ids for case in books.cases_of(key))
    )


def unclosed(books: Books, *, day: date, end: datetime) -> Facts:
    """Return a case for each department that held something at a day's end and did not close it.

    A count that was compared and differed has its own cases.
    """
    return tuple(
        CaseOpened(
            uuid5(UNCLOSED, f"{department.id} {day}"),
            CaseKind.DAY_NOT_CLOSED,
            department=department.id,
            day=day,
        )
        for department in books.departments()
        if not department.is_closed and _is_unclosed(books, department, day, end)
    )


def _is_unclosed(books: Books, department: Department, day: date, end: datetime) -> bool:
    close = books.day_close_of(department.id, day)
    if close is not None and close.status is not CloseStatus.COUNTING:
        return False
    if books.has_case(uuid5(UNCLOSED, f"{department.id} {day}")):
        return False
    return any(item.held_since < end for item in books.held_by(department.id))


def _late(books: Books, actor: Actor, deed: UUID, scan: Scan, item: Item | None) -> Facts:
    """Record a scan that comes too late; one that came after the count is no stranger."""
    if item is not None:
        return (StrayScanned(actor.department, scan, item.id, None),)
    return record_stray(books, actor, deed=deed, scan=scan)


def _of_actor(books: Books, actor: Actor, day_close_id: UUID) -> DayClose:
    close = books.day_close(day_close_id)
    require_handler(actor, close.department)
    return close


def _countable(books: Books, actor: Actor, day_close_id: UUID, day: date) -> DayClose:
    """Return a day close of the actor's department that is still open on its own day."""
    close = _of_actor(books, actor, day_close_id)
    if close.is_closed:
        raise Refused(Reason.DAY_CLOSED, got=close.status)
    if close.day != day:
        raise Refused(Reason.DAY_OVER, expected=close.day.isoformat(), got=day.isoformat())
    return close
