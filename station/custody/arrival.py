"""Arrival: a declared count, scans, and a close that only the right count allows.

design.md, "The protocol in short", Arrival.
"""

from datetime import datetime
from uuid import UUID

from station.custody.checks import (
    TAKERS_IN,
    derived_id,
    require_member,
    require_open,
    require_role,
)
from station.custody.facts import (
    ArrivalClosed,
    ArrivalClosedWithDifference,
    ArrivalOpened,
    ArrivalReferred,
    CaseOpened,
    CaseSettled,
    Facts,
    ItemTakenIn,
    ScanRepeated,
    ScanSetAside,
    TakingInUndone,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Arrival, ArrivalStatus, Books, Case
from station.custody.stray import record_stray
from station.custody.values import Actor, CaseKind, Scan, Settlement

DECLARED_COUNT_MAX = 9_999
"""More pieces than any one taking-in brings; a larger number is a mistyped one."""

SCAN_TAKEN_BACK = "The scan was taken back."
COUNT_BECAME_RIGHT = "The count became right."


def open_arrival(
    books: Books,
    actor: Actor,
    *,
    deed: UUID,
    carrier: str,
    declared_count: int,
    arrived_at: datetime,
    list_id: UUID | None,
) -> Facts:
    """Open an arrival; its id is the deed's UUID."""
    require_role(actor, TAKERS_IN)
    require_open(books, actor.department)
    if not 1 <= declared_count <= DECLARED_COUNT_MAX:
        raise Refused(
            Reason.COUNT_OUT_OF_RANGE, expected=f"1-{DECLARED_COUNT_MAX}", got=declared_count
        )
    return (ArrivalOpened(deed, carrier, declared_count, arrived_at, actor.department, list_id),)


def take_in(books: Books, actor: Actor, *, deed: UUID, arrival_id: UUID, scan: Scan) -> Facts:
    """Record a scan on arrival, whatever is wrong with it; a new item's id is the deed's UUID.

    A doubtful scan is set aside and opens a case; the same text scanned a second time is a
    person's confirmation, so the piece is taken in and the case stays for the supervisor.  A scan
    that comes when the arrival is closed is recorded as stray.
    """
    arrival = _of_actor(books, actor, arrival_id)
    held = books.held_items(scan.known_as)
    here = [item for item in held if item.arrival == arrival.id]
    if here:
        return (ScanRepeated(here[0].id, arrival=arrival.id),)
    if arrival.status is ArrivalStatus.CLOSED:
        return record_stray(books, actor, deed=deed, scan=scan)
    case = derived_id(deed, "case")
    if held:
        kind = CaseKind.STILL_HELD
        return _aside(case, kind, arrival, scan, held[0].id)
    if scan.number is None and not books.was_set_aside(arrival.id, scan.text):
        return _aside(case, CaseKind.DOUBTFUL, arrival, scan, None)
    expected = books.open_expected(scan.known_as)
    taken = ItemTakenIn(arrival.id, deed, scan, expected.id if expected else None)
    if expected is None and (scan.number is None or arrival.list is not None):
        unmatched = CaseOpened(case, CaseKind.UNMATCHED, arrival.id, item=deed, scan=scan)
        return (taken, unmatched)
    return (taken,)


def _aside(case: UUID, kind: CaseKind, arrival: Arrival, scan: Scan, item: UUID | None) -> Facts:
    return (
        ScanSetAside(arrival.id, scan),
        CaseOpened(case, kind, arrival.id, item=item, scan=scan),
    )


def undo_taking_in(books: Books, actor: Actor, *, arrival_id: UUID) -> Facts:
    """Take back one's own last scan of an arrival that is still open."""
    arrival = _open_for(books, actor, arrival_id)
    item = books.last_taken_in(arrival.id, actor.person)
    if item is None or item.first is not None or item.handover is not None:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    cases = books.open_cases(item=item.id)
    return (
        TakingInUndone(arrival.id, item.id),
        *(CaseSettled(case.id, SCAN_TAKEN_BACK, Settlement.TAKEN_BACK) for case in cases),
    )


def close_arrival(books: Books, actor: Actor, *, arrival_id: UUID) -> Facts:
    """Close only if scanned = declared and no expected item is missing."""
    arrival = _open_for(books, actor, arrival_id)
    missing = missing_numbers(books, arrival)
    if _differs(arrival, missing):
        raise Refused(
            Reason.ARRIVAL_DIFFERS,
            expected=arrival.declared_count,
            got=arrival.count,
            missing=missing,
        )
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


def _count_cases(books: Books, arrival: Arrival) -> tuple[Case, ...]:
    cases = books.open_cases(arrival=arrival.id)
    return tuple(case for case in cases if case.what is CaseKind.COUNT_DIFFERENCE)


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
