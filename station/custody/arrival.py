"""Arrival: a declared count, scans, and a close that only the right count allows.

design.md, "The protocol in short", Arrival.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from station.custody.checks import (
    TAKERS_IN,
    derived_id,
    require_member,
    require_open,
    require_role,
)
from station.custody.day_close import COUNT_BECAME_RIGHT
from station.custody.details import first_details
from station.custody.expected import has_come
from station.custody.facts import (
    ArrivalClosed,
    ArrivalClosedWithDifference,
    ArrivalOpened,
    ArrivalReferred,
    CaseOpened,
    CaseSettled,
    Facts,
    ItemTakenIn,
    LabelIssued,
    ScanRepeated,
    ScanSetAside,
    SlipKept,
    TakingInUndone,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Arrival, ArrivalStatus, Books, Case, Item, ItemStatus
from station.custody.stray import record_stray
from station.custody.values import LABEL, Actor, CaseKind, PersonalRef, Scan, Settlement
from station.numbers import normalise
from station.numbers.mail_room import SERIAL_MAX, number_of

DECLARED_COUNT_MAX = 9_999
"""More pieces than any one taking-in brings; a larger number is a mistyped one."""

ARRIVED_AGO_MAX = timedelta(days=31)
"""How late mail that came is still written down; what lies further back is a mistyped day."""

SLIPS_MAX = 20

STATION = "station"
"""The witness of a number that was not read but given."""

SCAN_TAKEN_BACK = "The scan was taken back."


def open_arrival(
    books: Books,
    actor: Actor,
    *,
    deed: UUID,
    carrier: str,
    declared_count: int,
    arrived_at: datetime,
    now: datetime,
    list_id: UUID | None,
    slip: PersonalRef | None = None,
) -> Facts:
    """Open an arrival, with a photo of the carrier's own slip if there is one.

    Its id is the deed's UUID.  Several may be open at once, of one department too.  Mail that came
    while nobody could scan is opened later, with the time at which it came.
    """
    require_role(actor, TAKERS_IN)
    require_open(books, actor.department)
    if not carrier.strip():
        raise Refused(Reason.CARRIER_MISSING)
    if not now - ARRIVED_AGO_MAX <= arrived_at <= now:
        raise Refused(
            Reason.ARRIVED_AT_WRONG, expected=ARRIVED_AGO_MAX.days, got=f"{arrived_at:%F %H:%M}"
        )
    if not 1 <= declared_count <= DECLARED_COUNT_MAX:
        raise Refused(
            Reason.COUNT_OUT_OF_RANGE, expected=f"1-{DECLARED_COUNT_MAX}", got=declared_count
        )
    if list_id is not None and not books.has_list(list_id):
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="list", got=str(list_id))
    opened = ArrivalOpened(
        deed, carrier.strip(), declared_count, arrived_at, actor.department, list_id
    )
    return (opened,) if slip is None else (opened, SlipKept(deed, slip))


def keep_slip(books: Books, actor: Actor, *, arrival_id: UUID, slip: PersonalRef) -> Facts:
    """Keep one more photo of the carrier's slip; it may turn up when the arrival is closed."""
    arrival = _of_actor(books, actor, arrival_id)
    if len(arrival.slips) >= SLIPS_MAX:
        raise Refused(Reason.TOO_MANY_SLIPS, expected=SLIPS_MAX)
    return (SlipKept(arrival.id, slip),)


def take_in(books: Books, actor: Actor, *, deed: UUID, arrival_id: UUID, scan: Scan) -> Facts:
    """Record a scan on arrival, whatever is wrong with it; a new item's id is the deed's UUID.

    A doubtful scan is set aside and opens a case; the same text scanned a second time is a
    person's confirmation, so the piece is taken in and the case stays for the supervisor.  A text
    of which nothing is left is no number, however often it is scanned.  A scan that comes when the
    arrival is closed is recorded as stray.
    """
    arrival = _of_actor(books, actor, arrival_id)
    known = _known_already(books, actor, deed, arrival, scan)
    if known is not None:
        return known
    if scan.number is None and not _is_confirmed(books, arrival, scan):
        return _aside(derived_id(deed, "case"), CaseKind.DOUBTFUL, arrival, scan, None)
    return _taken(books, deed, arrival, scan)


def _is_confirmed(books: Books, arrival: Arrival, scan: Scan) -> bool:
    """Whether a text that may be a number was scanned in this arrival before."""
    return normalise(scan.text) != "" and books.was_set_aside(arrival.id, scan.text)


def take_in_unreadable(
    books: Books, actor: Actor, *, deed: UUID, arrival_id: UUID, scan: Scan
) -> Facts:
    """Take in a piece that no reader can read, by its number typed twice and a photo of it.

    A supervisor compares the two, so it counts at once, even where no family knows the number.
    """
    arrival = _of_actor(books, actor, arrival_id)
    if scan.photo is None:
        raise Refused(Reason.PHOTO_MISSING)
    known = _known_already(books, actor, deed, arrival, scan)
    if known is not None:
        return known
    compare = CaseOpened(
        derived_id(deed, "unreadable"), CaseKind.UNREADABLE, arrival.id, item=deed, scan=scan
    )
    return (*_taken(books, deed, arrival, scan), compare)


def take_in_another(
    books: Books, actor: Actor, *, deed: UUID, arrival_id: UUID, scan: Scan
) -> Facts:
    """Take in a second piece under a number that the house holds, on a person's word.

    Scanning alone never makes two of one: the answer to it is that it was scanned already, or that
    the house still holds it.  Nobody could tell the two apart by their number afterwards, so the
    second gets the mail room's next label, to be stuck over the number that it bears.
    """
    arrival = _open_for(books, actor, arrival_id)
    held = books.held_items(scan.known_as)
    if not held and not books.covered_items(scan.known_as):
        raise Refused(Reason.NUMBER_NOT_HELD)
    if any(item.scan.is_given for item in held):
        raise Refused(Reason.LABEL_OVER_LABEL, got=scan.known_as)
    label = _next_label(books, deed, None)
    given = _given(label, scan.known_as, scan.photo)
    compare = CaseOpened(
        derived_id(deed, "another"), CaseKind.SAME_NUMBER, arrival.id, item=deed, scan=scan
    )
    return (*_taken(books, deed, arrival, given, bears=scan), label, compare)


def label_unnumbered(
    books: Books,
    actor: Actor,
    *,
    deed: UUID,
    arrival_id: UUID,
    photo: PersonalRef | None,
    description: PersonalRef | None,
) -> Facts:
    """Give a piece without a number the mail room's next label, and take it in by that.

    A label is never used twice, nor is one whose number came from elsewhere.
    """
    arrival = _open_for(books, actor, arrival_id)
    if photo is None:
        raise Refused(Reason.PHOTO_MISSING)
    if description is None:
        raise Refused(Reason.DESCRIPTION_MISSING)
    label = _next_label(books, deed, description)
    return (*_taken(books, deed, arrival, _given(label, label.number, photo)), label)


def _next_label(books: Books, item: UUID, description: PersonalRef | None) -> LabelIssued:
    serial = books.last_serial() + 1
    while serial <= SERIAL_MAX and _is_in_use(books, number_of(serial)):
        serial += 1
    if serial > SERIAL_MAX:
        raise Refused(Reason.LABELS_USED_UP, got=SERIAL_MAX)
    return LabelIssued(item, serial, number_of(serial), description)


def _is_in_use(books: Books, number: str) -> bool:
    """Whether a piece bears a number, or is announced by it: another house has labels as well."""
    return books.is_number_known(number) or books.open_expected(number) is not None


def _given(label: LabelIssued, text: str, photo: PersonalRef | None) -> Scan:
    """Return the scan by which a labelled piece is taken in; `text` is what it is marked with."""
    return Scan(text, label.number, ("mail_room",), LABEL, (STATION,), photo=photo)


def _known_already(
    books: Books, actor: Actor, deed: UUID, arrival: Arrival, scan: Scan
) -> Facts | None:
    """Return what a scan means that brings no new piece: it is here, elsewhere, or too late."""
    held = books.held_items(scan.known_as)
    here = [item for item in held if item.arrival == arrival.id]
    if here:
        return (ScanRepeated(here[0].id, arrival=arrival.id),)
    if arrival.status is ArrivalStatus.CLOSED:
        return record_stray(books, actor, deed=deed, scan=scan)
    beside = [item for item in held if _is_counted_beside(books, arrival, item)]
    if beside:
        first = beside[0]
        return (ScanRepeated(first.id, arrival=first.arrival, scanned_in=arrival.id),)
    still = held or _may_be_under_label(books, arrival, scan)
    if still:
        case = derived_id(deed, "case")
        return _aside(case, CaseKind.STILL_HELD, arrival, scan, still[0].id)
    return None


def _may_be_under_label(books: Books, arrival: Arrival, scan: Scan) -> tuple[Item, ...]:
    """Return the labelled pieces of other arrivals, one of which a barcode may have lain under.

    In the arrival that gave the label it is the piece beside it; a lost one may be the very one.
    """
    if books.lost_items(scan.known_as):
        return ()
    over = books.covered_items(scan.known_as)
    return tuple(item for item in over if item.arrival != arrival.id)


def _is_counted_beside(books: Books, arrival: Arrival, item: Item) -> bool:
    """Whether another open arrival of the same department counts a piece that is still there."""
    other = books.arrival(item.arrival)
    return (
        other.status is not ArrivalStatus.CLOSED
        and other.department == arrival.department == item.holder
    )


def _taken(
    books: Books, deed: UUID, arrival: Arrival, scan: Scan, bears: Scan | None = None
) -> Facts:
    """Return a piece taken in, matched with what was announced, and the cases that it opens.

    It was announced under the number that it `bears`, if a label covers that.
    """
    bears = bears or scan
    expected = books.open_expected(bears.known_as, arrival.list)
    earlier = books.earlier_item(bears.known_as)
    taken = ItemTakenIn(
        arrival.id,
        deed,
        scan,
        expected.id if expected else None,
        first_details(bears, expected),
        earlier.id if earlier else None,
    )
    return (
        taken,
        *_doubts(deed, arrival, taken, is_lost=earlier is not None and earlier.is_lost),
        *has_come(books, expected),
    )


def _doubts(deed: UUID, arrival: Arrival, taken: ItemTakenIn, *, is_lost: bool) -> Facts:
    """Return the cases of a piece that nobody announced, or that may be one that was lost."""
    kinds = {
        CaseKind.UNMATCHED: taken.expected is None
        and (taken.scan.number is None or arrival.list is not None),
        CaseKind.SAME_NUMBER: is_lost,
    }
    return tuple(
        CaseOpened(derived_id(deed, kind), kind, arrival.id, item=deed, scan=taken.scan)
        for kind, is_so in kinds.items()
        if is_so
    )


def _aside(case: UUID, kind: CaseKind, arrival: Arrival, scan: Scan, item: UUID | None) -> Facts:
    return (
        ScanSetAside(arrival.id, scan),
        CaseOpened(case, kind, arrival.id, item=item, scan=scan),
    )


def undo_taking_in(books: Books, actor: Actor, *, arrival_id: UUID) -> Facts:
    """Take back one's own last scan of an arrival that is still open.

    With it goes what the scan itself asked.  Once others reckon with the piece it stays: what
    became of it is for two people to say.
    """
    arrival = _open_for(books, actor, arrival_id)
    item = books.last_taken_in(arrival.id, actor.person)
    if item is None or _has_gone_on(books, item, arrival):
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    cases = books.open_cases(item=item.id)
    return (
        TakingInUndone(arrival.id, item.id),
        *(CaseSettled(case.id, SCAN_TAKEN_BACK, Settlement.TAKEN_BACK) for case in cases),
    )


ASKED_BY_THE_SCAN = frozenset(
    {CaseKind.UNMATCHED, CaseKind.DOUBTFUL, CaseKind.UNREADABLE, CaseKind.SAME_NUMBER}
)
"""What taking a piece in may ask, and nobody asks any more once that is taken back."""


def _has_gone_on(books: Books, item: Item, arrival: Arrival) -> bool:
    """Whether others reckon with a piece: by a word, a route, a handover, a search, or a case."""
    worded = item.first is not None or item.route is not None
    moved = item.holder != arrival.department or item.held_since != item.taken_in_at
    asked = any(
        case.what not in ASKED_BY_THE_SCAN or case.proposal is not None
        for case in books.open_cases(item=item.id)
    )
    searched = bool(books.incidents_of(item.id))
    return worded or moved or asked or searched or item.handover is not None


def close_arrival(books: Books, actor: Actor, *, arrival_id: UUID) -> Facts:
    """Close only if scanned = declared, no expected item is missing, and every label is there."""
    arrival = _open_for(books, actor, arrival_id)
    missing = missing_numbers(books, arrival)
    if _differs(arrival, missing):
        raise Refused(
            Reason.ARRIVAL_DIFFERS,
            expected=arrival.declared_count,
            got=arrival.count,
            missing=missing,
        )
    labels = unscanned_labels(books, arrival, books.arrived_with(arrival.id))
    if labels:
        raise Refused(Reason.LABELS_UNSCANNED, got=labels)
    became_right = (COUNT_BECAME_RIGHT, Settlement.COUNT_BECAME_RIGHT)
    return (
        ArrivalClosed(arrival.id, arrival.count),
        *(CaseSettled(case.id, *became_right) for case in _count_cases(books, arrival)),
    )


def refer_arrival(books: Books, actor: Actor, *, deed: UUID, arrival_id: UUID) -> Facts:
    """Leave an arrival whose count is not right to the supervisor."""
    arrival = _open_for(books, actor, arrival_id)
    missing = missing_numbers(books, arrival)
    if not _differs(arrival, missing):
        raise Refused(Reason.ARRIVAL_EQUAL, got=arrival.count)
    referred = ArrivalReferred(arrival.id, arrival.declared_count, arrival.count, missing)
    if _count_cases(books, arrival):
        return (referred,)
    case = CaseOpened(derived_id(deed, "case"), CaseKind.COUNT_DIFFERENCE, arrival.id)
    return (referred, case)


def closed_with_difference(books: Books, arrival_id: UUID, reason: str) -> Facts:
    """Return what closing an arrival whose count is not right comes to.

    Whether somebody may have it closed so is said in `review`: it takes two people.
    """
    arrival = books.arrival(arrival_id)
    if arrival.status is not ArrivalStatus.REFERRED:
        raise Refused(Reason.ARRIVAL_CLOSED, got=arrival.status)
    missing = missing_numbers(books, arrival)
    return (
        ArrivalClosedWithDifference(
            arrival.id, arrival.declared_count, arrival.count, missing, reason
        ),
    )


def missing_numbers(books: Books, arrival: Arrival) -> tuple[str, ...]:
    """Return the numbers that this arrival's list announces and that have not come, sorted."""
    return books.missing_expected(arrival.list) if arrival.list else ()


def unscanned_labels(books: Books, arrival: Arrival, pieces: Iterable[Item]) -> tuple[str, ...]:
    """Return the labels that nobody has scanned yet, of those pieces that are still here.

    A label that was never stuck on leaves a piece that no count can find.
    """
    return tuple(
        item.number
        for item in pieces
        if item.scan.is_given and item.holder == arrival.department and not _is_scanned(books, item)
    )


def _is_scanned(books: Books, item: Item) -> bool:
    label = books.label(item.id)
    return item.status is not ItemStatus.HELD or (label is not None and label.is_scanned)


def _count_cases(books: Books, arrival: Arrival) -> tuple[Case, ...]:
    return books.open_cases(arrival=arrival.id, what=CaseKind.COUNT_DIFFERENCE)


def _differs(arrival: Arrival, missing: tuple[str, ...]) -> bool:
    return arrival.count != arrival.declared_count or bool(missing)


def _of_actor(books: Books, actor: Actor, arrival_id: UUID) -> Arrival:
    require_role(actor, TAKERS_IN)
    arrival = books.arrival(arrival_id)
    require_member(actor, arrival.department)
    return arrival


def _open_for(books: Books, actor: Actor, arrival_id: UUID) -> Arrival:
    arrival = _of_actor(books, actor, arrival_id)
    if arrival.status is ArrivalStatus.CLOSED:
        raise Refused(Reason.ARRIVAL_CLOSED, got=arrival.status)
    return arrival
