"""What is left of the books once all is gone that no rule will ever read again.

A void piece and a finished handover are gone, a settled case is over.  Pieces keep the order in
which they came, not the numbers of their entries.
"""

from dataclasses import replace

from station.custody import review
from station.custody.state import (
    Aggregate,
    Arrival,
    Case,
    CountScan,
    DayClose,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
    Route,
    Search,
)
from station.custody.values import CaseKind, IncidentEnd
from tests.protocol.names import named
from tests.protocol.small_books import SmallBooks
from tests.protocol.small_office import Bounds, key

GONE = key("a handover that is over")
NOBODY = key("nobody that a rule asks for")

FINISHED = frozenset({Phase.SEALED, Phase.CANCELLED})

ASKED_FOR_BY_NONE = frozenset(
    {CaseKind.FOUND, CaseKind.FOUND_AGAIN, CaseKind.STILL_HELD, CaseKind.UNMATCHED}
)
"""Cases that only a supervisor's reason settles; no deed on a piece asks for them."""


def left_of_case(case: Case, books: SmallBooks, bounds: Bounds) -> Case | None:
    """What a case says of a finished handover is only that it is finished.

    A settled case is read by whoever corrects it, who asks neither who settled it nor why.
    """
    if not case.is_open:
        if case.settlement not in review.EFFECTS and case.day_close is None:
            return None
        return replace(case, proposal=None, settled_by=NOBODY, settled_at=None, reason="")
    handover = case.handover and books.look_up(Handover, case.handover)
    is_over = isinstance(handover, Handover) and handover.phase in FINISHED
    if not bounds.remembers:
        return case if case.what not in ASKED_FOR_BY_NONE and not is_over else None
    if is_over:
        return replace(case, id=named(case.id, str(case.author)), handover=GONE)
    return case


def left_of(one: Aggregate, books: SmallBooks, bounds: Bounds) -> Aggregate | None:
    """Return what is left of anything else, in books that hold only what is left of cases."""
    left: Aggregate | None = one
    match one:
        case Item():
            left = _left_of_item(one, books)
        case Arrival() if books.is_arrival_over():
            left = replace(one, opened_by=NOBODY, declared_count=0)
        case Handover():
            left = None if one.phase in FINISHED else _left_of_handover(one, bounds)
        case Incident() | Search():
            left = _left_of_searching(one, books)
        case CountScan():
            left = None if one.is_taken_back else replace(one, seq=books.place_of_count(one.seq))
        case DayClose():
            left = replace(one, opened_by=NOBODY)
    return left


def _left_of_searching(one: Incident | Search, books: SmallBooks) -> Aggregate | None:
    """A search that found the piece is over."""
    whole = one if isinstance(one, Incident) else books.incident(one.incident)
    if whole.end is IncidentEnd.FOUND:
        return None
    again = {"times_asked": 1} if isinstance(one, Search) else {"opened_by": NOBODY}
    return replace(one, **again)


def _left_of_item(item: Item, books: SmallBooks) -> Item | None:
    """Who took a piece in is asked while its arrival is open; who routed it, by no rule."""
    if item.status is ItemStatus.VOID and not books.is_asked_about(item.id):
        return None  # nothing is left by which it could come back
    if item.status is ItemStatus.DELIVERED:
        ended = replace(item, holder="", route=None, first=None, check=None, keeper=None)
        return replace(ended, taken_in_by=NOBODY, taken_in_seq=0)
    route = item.route and Route(item.route.department, NOBODY, NOBODY)
    if books.is_arrival_over():
        return replace(item, route=route, taken_in_by=NOBODY, taken_in_seq=0)
    place = books.place_of_piece(item.taken_in_seq)
    return replace(item, route=route, taken_in_seq=place)


def _left_of_handover(handover: Handover, bounds: Bounds) -> Handover:
    """Whose scan it was is asked only of what is not in the handover: by the case about it."""
    if bounds.remembers:
        return replace(handover, opened_by=NOBODY)
    receipts = frozenset(replace(it, by=NOBODY) for it in handover.receipts)
    early = tuple(replace(it, by=NOBODY) for it in handover.early)
    return replace(handover, opened_by=NOBODY, receipts=receipts, early=early)
