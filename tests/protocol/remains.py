"""What is left of the books once all is gone that no rule will ever read again.

A void piece and a finished handover are gone, a settled case is over.  Pieces keep the order in
which they came, not the numbers of their entries.
"""

from dataclasses import replace
from uuid import uuid5

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
    Opening,
    Phase,
    Route,
    Search,
)
from station.custody.values import CaseKind, Details, IncidentEnd, Role, Settlement
from tests.protocol.small_books import SmallBooks
from tests.protocol.small_office import ACTORS, Bounds, key

GONE = key("a handover that is over")
NOBODY = key("nobody that a rule asks for")

SUPERVISING = frozenset(it.person for it in ACTORS if Role.SUPERVISOR in it.roles)

FINISHED = frozenset({Phase.SEALED, Phase.CANCELLED})

ASKED_FOR_BY_NONE = frozenset({CaseKind.FOUND, CaseKind.DAY_NOT_CLOSED})
"""Cases that only a supervisor's reason settles, and of which nothing comes; opened again they are
what they were."""


def left_alone(one: Aggregate, bounds: Bounds) -> Aggregate | None:
    """Return what is left of a thing whatever else there is; None where nothing is."""
    left: Aggregate | None = one
    match one:
        case Case():
            left = _left_of_case(one, bounds)
        case Item():
            left = _left_of_item(one)
        case Handover():
            left = None if one.phase in FINISHED else _left_of_handover(one, bounds)
        case CountScan():
            left = None if one.is_taken_back else one
        case Search():
            left = replace(one, times_asked=1)
        case Incident() if one.end is IncidentEnd.FOUND:
            left = None
        case Incident() | DayClose():
            left = replace(one, opened_by=NOBODY)
    return left


def _left_of_case(case: Case, bounds: Bounds) -> Case | None:
    """A settled case is read by whoever corrects it, who asks neither who settled it nor why."""
    is_certain = case.what is CaseKind.FOUND_AGAIN and not bounds.doubts
    if not bounds.remembers and (is_certain or case.what in ASKED_FOR_BY_NONE):
        return None
    if case.is_open:
        return _without_author(case)
    is_ours_to_correct = case.settlement in review.SETTLEMENTS[case.what]
    if not is_ours_to_correct and case.settled_with is None and case.day_close is None:
        return None  # nothing opens it again
    if case.settlement is Settlement.COUNT_BECAME_RIGHT:
        return None  # the next difference opens it anew
    case = replace(case, proposal=None, settled_by=NOBODY, settled_at=None, reason="")
    return _without_author(case)


def _without_author(case: Case) -> Case:
    """Whose scan or word is in question is asked of nobody but those who may settle the case."""
    ways = review.SETTLEMENTS[case.what]
    if not review.EFFECTS.keys().isdisjoint(ways):
        return case
    return case if ways and case.author in SUPERVISING else replace(case, author=NOBODY)


def _left_of_item(item: Item) -> Item:
    """Who routed or opened a piece is asked by no rule; what was done before it left, by none."""
    if item.status is ItemStatus.DELIVERED:
        ended = replace(item, holder="", route=None, first=None, check=None, keeper=None)
        return replace(ended, taken_in_by=NOBODY, taken_in_seq=0, opening=None, details=Details())
    if _is_new(item, "details"):
        item = replace(item, details=Details(is_confidential=item.details.is_confidential))
    if _is_new(item, "opening") and item.opening and item.opening.second_by:
        item = replace(item, opening=Opening(NOBODY, NOBODY))
    if _is_new(item, "route") and item.route:
        item = replace(item, route=Route(item.route.department, NOBODY, NOBODY))
    return item


def _is_new(one: Aggregate, field: str) -> bool:
    """Whether a deed may have changed a field; what it did not change was left before."""
    copied: frozenset[str] = getattr(one, "copied", frozenset())
    return field not in copied


def _left_of_handover(handover: Handover, bounds: Bounds) -> Handover:
    """Whose scan it was is asked only of what is not in the handover: by the case about it.

    Nobody of this office can ever act for both sides, so nobody is found on the other one; whose
    scans are in question when the sets differ is asked of those who may settle it.
    """
    gave, took = handover.gave & SUPERVISING, handover.took & SUPERVISING
    handover = replace(handover, gave=gave, took=took)
    if bounds.remembers:
        return replace(handover, opened_by=NOBODY)
    receipts = frozenset(replace(it, by=NOBODY) for it in handover.receipts)
    early = tuple(replace(it, by=NOBODY) for it in handover.early)
    return replace(handover, opened_by=NOBODY, receipts=receipts, early=early)


def left_of(one: Aggregate, books: SmallBooks, bounds: Bounds) -> Aggregate | None:
    """Return what is left of a thing of which only what is left alone is there.

    What is still asked about a piece that has left the house changes nothing any more, unless a day
    is closed by it.
    """
    if _is_over(one, books):
        return None
    match one:
        case Case():
            return _left_of_case_about_handover(one, books, bounds)
        case Item():
            return _left_beside_others(one, books)
        case Arrival() if books.is_arrival_over():
            return replace(one, opened_by=NOBODY, declared_count=0)
        case CountScan():
            return replace(one, seq=books.place_of_count(one.seq))
    return one


def _is_over(one: Aggregate, books: SmallBooks) -> bool:
    """Whether a thing is about a piece that has left, or a search that nothing opens again."""
    if isinstance(one, Search):
        incident = books.look_up(Incident, one.incident)
        return not isinstance(incident, Incident) or _is_over(incident, books)
    if isinstance(one, Incident):
        is_settled = not one.is_open and books.look_up(Case, one.case) is None
        return is_settled or books.has_left(one.item)
    return isinstance(one, Case) and one.day_close is None and books.has_left(one.item)


def _left_of_case_about_handover(case: Case, books: SmallBooks, bounds: Bounds) -> Case | None:
    """What it says of a handover that is over is only that it is over."""
    if case.handover in {None, GONE} or books.look_up(Handover, case.handover) is not None:
        return case
    if not bounds.remembers:
        return None
    return replace(case, id=uuid5(case.id, str(case.author)), handover=GONE)


def _left_beside_others(item: Item, books: SmallBooks) -> Item | None:
    """Who took a piece in is asked while its arrival is open."""
    if books.is_gone(item):
        return None
    if item.status is ItemStatus.DELIVERED:
        return item
    if books.is_arrival_over():
        return replace(item, taken_in_by=NOBODY, taken_in_seq=0)
    return replace(item, taken_in_seq=books.place_of_piece(item.taken_in_seq))
