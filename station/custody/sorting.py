"""Sorting: a route rests on two different people who said the same without hearing one another.

design.md, "The protocol in short", Sorting.  The station never guesses: unequal words, or words
that name no department, leave the item undecided until a supervisor and one more person agree.
A route that turns out wrong is questioned, and stands until two people give their words anew.
"""

from uuid import UUID

from station.custody.checks import (
    SORTERS,
    SUPERVISORS,
    derived_id,
    require_held,
    require_member,
    require_open,
    require_reason,
    require_role,
    require_uninvolved,
)
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    CheckEntryMade,
    Facts,
    FirstEntryMade,
    ItemLeftUndecided,
    ItemOpenedToSort,
    ItemRouted,
    OpeningProposed,
    RouteProposed,
    RouteQuestioned,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Item, ItemStatus
from station.custody.values import Actor, CaseKind, Settlement

ROUTED_ANEW = "Two people routed the piece anew."


def enter_first(books: Books, actor: Actor, *, item_id: UUID, department: str | None) -> Facts:
    """Record the first word; its author may correct it until the check entry is made."""
    item = _sortable(books, actor, item_id)
    if item.first is not None and item.first.person != actor.person:
        raise Refused(Reason.FIRST_ENTRY_EXISTS)
    _require_new_place(books, item, department)
    return (FirstEntryMade(item.id, department),)


def enter_check(
    books: Books, actor: Actor, *, deed: UUID, item_id: UUID, department: str | None
) -> Facts:
    """Record the second word; equal words route, anything else waits for the supervisor.

    The answer to the person who makes the entry never tells the first word.
    """
    item = _sortable(books, actor, item_id)
    if item.first is None:
        raise Refused(Reason.FIRST_ENTRY_MISSING)
    if item.first.person == actor.person:
        raise Refused(Reason.SAME_PERSON)
    _require_new_place(books, item, department)
    checked = CheckEntryMade(item.id, department)
    if department is not None and department == item.first.department:
        routed = ItemRouted(item.id, department, item.first.person, actor.person)
        return (checked, routed, *_settled(books, item, ROUTED_ANEW, CaseKind.NOT_OURS))
    unnamed = department is None and item.first.department is None
    kind = CaseKind.UNDECIDED if unnamed else CaseKind.DISAGREEMENT
    case = CaseOpened(derived_id(deed, "case"), kind, item.arrival, item=item.id)
    return (checked, ItemLeftUndecided(item.id), case)


def decide_route(
    books: Books, actor: Actor, *, item_id: UUID, department: str, reason: str
) -> Facts:
    """Say where an undecided item belongs, as a supervisor.

    If one of the two entries said the same, two people stand behind it and the item is routed.
    Otherwise the word counts as a first entry, and somebody else makes the check entry.
    """
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    item = books.item(item_id)
    if item.status is ItemStatus.VOID:
        raise Refused(Reason.NOT_HELD, got=item.status)
    if not item.undecided:
        raise _decided_already(item)
    words = [word for word in (item.first, item.check) if word is not None]
    require_uninvolved(actor, *(word.person for word in words))
    _require_new_place(books, item, department)
    why = reason.strip()
    proposed = RouteProposed(item.id, department, why)
    settled = _settled(books, item, why, CaseKind.DISAGREEMENT, CaseKind.UNDECIDED)
    backers = [word.person for word in words if word.department == department]
    if not backers:
        return (proposed, *settled)
    routed = ItemRouted(item.id, department, backers[0], actor.person)
    return (proposed, routed, *settled, *_settled(books, item, why, CaseKind.NOT_OURS))


def question_route(books: Books, actor: Actor, *, deed: UUID, item_id: UUID, reason: str) -> Facts:
    """Say, as a member of the holding department, that a route is wrong.

    It stands, and nothing is done by it, until two people have given their words anew.
    """
    require_role(actor, SORTERS | SUPERVISORS)
    require_reason(reason)
    item = books.item(item_id)
    require_member(actor, item.holder)  # first: who does not hold it learns nothing of handovers
    require_held(item)
    if item.undecided:
        raise Refused(Reason.UNDECIDED)
    if item.route is None:
        raise Refused(Reason.NOT_ROUTED)
    if item.questioned:
        raise Refused(Reason.ROUTE_QUESTIONED, got=item.route.department)
    questioned = RouteQuestioned(item.id, item.route.department, reason.strip())
    return (questioned, CaseOpened(derived_id(deed, "case"), CaseKind.NOT_OURS, item=item.id))


def propose_opening(books: Books, actor: Actor, *, item_id: UUID, reason: str) -> Facts:
    """Say that an undecided piece has to be opened; it may be only once another person is there."""
    require_reason(reason)
    item = _openable(books, actor, item_id)
    return (OpeningProposed(item.id, reason.strip()),)


def witness_opening(books: Books, actor: Actor, *, item_id: UUID) -> Facts:
    """Say, as the second person present, that an undecided piece is opened now."""
    item = _openable(books, actor, item_id)
    if item.opening is None:
        raise Refused(Reason.OPENING_MISSING)
    if item.opening.first_by == actor.person:
        raise Refused(Reason.SAME_PERSON)
    return (ItemOpenedToSort(item.id, item.opening.first_by, actor.person),)


def _openable(books: Books, actor: Actor, item_id: UUID) -> Item:
    """Return an undecided piece that this person's department holds and nobody has opened yet.

    What is marked 親展 is never opened on the way, by however many people.
    """
    require_role(actor, SORTERS | SUPERVISORS)
    item = books.item(item_id)
    require_member(actor, item.holder)  # first: who does not hold it learns nothing of handovers
    require_held(item)
    if not item.undecided:
        raise Refused(Reason.NOT_UNDECIDED)
    if item.details.is_confidential:
        raise Refused(Reason.CONFIDENTIAL)
    if item.opening is not None and item.opening.second_by is not None:
        raise Refused(Reason.OPENED_ALREADY)
    return item


def _settled(books: Books, item: Item, reason: str, *kinds: CaseKind) -> Facts:
    """Settle a piece's open cases of these kinds: its route is what they asked for."""
    return tuple(
        CaseSettled(case.id, reason, Settlement.ROUTE_DECIDED)
        for kind in kinds
        for case in books.open_cases(item=item.id, what=kind)
    )


def _decided_already(item: Item) -> Refused:
    """Return what to tell a supervisor who comes second: what was decided, and by whom.

    A word that waits for the check entry is told to nobody, who might be the one to make it.
    """
    if item.route is not None:
        return Refused(Reason.ROUTE_DECIDED, got=item.route.department, by=str(item.route.check_by))
    if item.first is not None:
        return Refused(Reason.WORD_GIVEN, by=str(item.first.person))
    return Refused(Reason.NOT_UNDECIDED)


def _sortable(books: Books, actor: Actor, item_id: UUID) -> Item:
    """Return the item if this person's department may sort it now, else refuse."""
    require_role(actor, SORTERS)
    item = books.item(item_id)
    require_member(actor, item.holder)  # first: who does not hold it learns nothing of handovers
    require_held(item)
    if item.undecided:
        raise Refused(Reason.UNDECIDED)
    if item.questioned:
        return item  # whoever holds it finds out where it belongs
    if item.at_home:
        return item  # its department passes it on: a new pair of words, the same rule
    if item.route is not None:
        raise Refused(Reason.ALREADY_ROUTED, got=item.route.department)
    if not books.department(item.holder).sorts_mail:
        raise Refused(Reason.SORTED_ELSEWHERE, got=item.holder)
    return item


def _require_new_place(books: Books, item: Item, department: str | None) -> None:
    if department is None:
        return
    require_open(books, department)
    if item.at_home and not item.questioned and department == item.holder:
        raise Refused(Reason.ROUTE_IS_HOLDER, got=department)
