"""Review: what only a supervisor may settle, how, and what takes a second person.

design.md, decision 1: record first, judge later.  Nobody settles what is about their own scan or
word.  A settlement that lets a piece or a difference go is proposed by a supervisor and takes
effect only when another uninvolved person seconds it; a wrong one is corrected by a new entry.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from uuid import UUID

from station.custody import arrival, expected, incident
from station.custody.checks import (
    HANDLERS,
    SUPERVISORS,
    require_held,
    require_open,
    require_reason,
    require_role,
    require_uninvolved,
)
from station.custody.day_close import closed_by
from station.custody.facts import (
    ArrivalReopened,
    CaseSettled,
    Facts,
    ItemDeclaredLost,
    ItemRestored,
    ItemVoided,
    SettlementCorrected,
    SettlementProposed,
    SettlementSeconded,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Case, Item, ItemStatus, Search
from station.custody.values import Actor, CaseKind, IncidentEnd, Settlement

SETTLEMENTS: Mapping[CaseKind, tuple[Settlement, ...]] = MappingProxyType(
    {
        CaseKind.UNMATCHED: (Settlement.EXPLAINED, Settlement.VOID_ITEM),
        CaseKind.DOUBTFUL: (Settlement.EXPLAINED,),
        CaseKind.STILL_HELD: (Settlement.EXPLAINED, Settlement.DECLARE_LOST),
        CaseKind.COUNT_DIFFERENCE: (Settlement.CLOSE_WITH_DIFFERENCE,),
        CaseKind.DISAGREEMENT: (),
        CaseKind.UNDECIDED: (),
        CaseKind.FOUND: (Settlement.EXPLAINED,),
        CaseKind.FOUND_AGAIN: (
            Settlement.EXPLAINED,
            Settlement.DECLARE_LOST,
            Settlement.VOID_ITEM,
        ),
        CaseKind.SET_MISMATCH: (Settlement.EXPLAINED,),
        CaseKind.NOT_OURS: (),
        CaseKind.ABANDONED: (),
        CaseKind.MISSING_EXPECTED: (Settlement.EXPLAINED,),
        CaseKind.UNREADABLE: (Settlement.EXPLAINED, Settlement.VOID_ITEM),
        CaseKind.SAME_NUMBER: (Settlement.EXPLAINED, Settlement.VOID_ITEM),
        CaseKind.DAY_CLOSE_MISSING: (
            Settlement.EXPLAINED,
            Settlement.DECLARE_LOST,
            Settlement.VOID_ITEM,
        ),
        CaseKind.DAY_CLOSE_EXTRA: (Settlement.EXPLAINED,),
        CaseKind.DAY_NOT_CLOSED: (Settlement.EXPLAINED,),
        CaseKind.OVERDUE: (Settlement.DECLARE_LOST,),
        CaseKind.INCIDENT: (Settlement.DECLARE_LOST,),
    }
)
"""How each kind may be settled here.  What is not here settles a case by a deed of its own: a
supervisor's word on the route, a count that becomes right, a scan that is taken back, a new route
by two people, the end of a handover, a piece that moves on, a missing piece that comes or that a
later list does not announce for that day, a search that found the piece."""

SECONDERS = HANDLERS | SUPERVISORS
"""Who may second: whoever knows the mail.  An auditor looks and does nothing."""


def settlements(case: Case) -> tuple[Settlement, ...]:
    """Return how a case may be settled now, in the order in which a page offers it."""
    return SETTLEMENTS[case.what] if case.is_open else ()


def involved(books: Books, case: Case) -> frozenset[UUID]:
    """Return everybody whose scan or word is in question."""
    people = {case.author}
    if case.item is not None:
        item = books.item(case.item)
        people |= {item.taken_in_by, item.keeper}
    if case.what is CaseKind.COUNT_DIFFERENCE and case.arrival is not None:
        people.add(books.arrival(case.arrival).opened_by)
        people |= books.scanned_by(case.arrival)
    if case.day_close is not None:
        people |= books.counters(case.day_close)
    if case.what is CaseKind.DOUBTFUL and case.scan is not None:
        same = books.held_items(case.scan.known_as)
        people |= {item.taken_in_by for item in same if item.arrival == case.arrival}
    if case.what is CaseKind.SAME_NUMBER and case.item is not None:
        second = books.item(case.item)
        same = books.held_items(second.covered or second.number)
        people |= {item.taken_in_by for item in same}
    if case.what in {CaseKind.SET_MISMATCH, CaseKind.FOUND} and case.handover is not None:
        handover = books.handover(case.handover)
        people |= handover.gave | handover.took
    return frozenset(person for person in people if person is not None)


def vouched(books: Books, case: Case) -> frozenset[UUID]:
    """Return who signed last for the piece that a case is about, or has said where it is not.

    A supervisor proposes whatever they know; a second word is worth something from somebody else.
    """
    if case.item is None:
        return frozenset()
    said = {search.answered_by for search in incident.searches_for(books, case.item)}
    lay = books.handovers_with(frozenset({case.item}))
    sealed = [
        (it.sealed_at, it.receiver_signer) for it in lay if it.sealed_at and case.item in it.offered
    ]
    said |= {signer for _at, signer in sorted(sealed, key=lambda it: it[0])[-1:]}
    return frozenset(person for person in said if person is not None)


def not_seconding(books: Books, case: Case) -> frozenset[UUID]:
    """Return who may not second what is proposed about a case, supervisor or not."""
    proposer = {case.proposal.by} if case.proposal else set()
    return involved(books, case) | vouched(books, case) | proposer


def settle_case(books: Books, actor: Actor, *, case_id: UUID, reason: str) -> Facts:
    """Settle a case by a reason: who looked, what it was, what was done."""
    case = _judged(books, actor, case_id, Settlement.EXPLAINED, reason)
    settled = CaseSettled(case.id, reason.strip(), Settlement.EXPLAINED)
    return (settled, *closed_by(books, (case,)))


def propose_settlement(
    books: Books, actor: Actor, *, deed: UUID, case_id: UUID, settlement: Settlement, reason: str
) -> Facts:
    """Propose, as a supervisor, what takes a second person; a later proposal replaces this one.

    The proposal's id is the deed's UUID.
    """
    case = _judged(books, actor, case_id, settlement, reason)
    if settlement not in EFFECTS:
        raise Refused(Reason.OTHER_SETTLEMENT, got=settlement)
    EFFECTS[settlement](books, case, reason)  # refuses now what could not be done
    seen = statement(books, case)
    return (SettlementProposed(deed, case.id, settlement, reason.strip(), seen),)


def second_settlement(books: Books, actor: Actor, *, case_id: UUID, proposal_id: UUID) -> Facts:
    """Second a supervisor's proposal: what it says is done in this deed.

    Refused when another proposal stands there by now, or when what it is about has changed.
    """
    require_role(actor, SECONDERS)
    case = _open_case(books, case_id)
    proposal = case.proposal
    if proposal is None or proposal.id != proposal_id or not is_as_proposed(books, case):
        raise Refused(Reason.PROPOSAL_CHANGED)
    require_uninvolved(actor, *not_seconding(books, case))
    effect = EFFECTS[proposal.settlement](books, case, proposal.reason)
    along = _settled_along(books, case, proposal.settlement)
    return (
        SettlementSeconded(case.id, proposal.id),
        *effect,
        CaseSettled(case.id, proposal.reason, proposal.settlement),
        *(CaseSettled(c.id, proposal.reason, Settlement.SETTLED_ALONG) for c in along),
        *closed_by(books, (case, *along)),
    )


def correct_settlement(books: Books, actor: Actor, *, case_id: UUID, reason: str) -> Facts:
    """Say that a settlement was wrong: the case is open again, and so is what it let go.

    With a piece that comes back, what was settled along is open again, and a search that it ended
    goes on.  A piece that was found again in the meantime stays where it was found, and what was
    settled along is over; one that has left custody anew is for the decision by which it did.
    Nothing is put back into a department that is closed by now: what was lost comes back by being
    scanned.
    """
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    case = books.case(case_id)
    if case.settlement is None:
        raise Refused(Reason.CASE_OPEN)
    if case.settlement not in SETTLEMENTS[case.what]:
        raise Refused(Reason.OTHER_SETTLEMENT, got=case.settlement)
    require_uninvolved(actor, *involved(books, case))
    undone = _undoing(books, case)
    comes_back = any(isinstance(fact, ItemRestored) for fact in undone)
    along = books.settled_along(case.id) if comes_back else ()
    opened = (case, *(it for it in along if _is_still_asked(books, it)))
    return (
        *(SettlementCorrected(it.id, reason.strip()) for it in opened),
        *undone,
        *(incident.reopened(books, case.item, opened) if case.item else ()),
    )


def is_as_proposed(books: Books, case: Case) -> bool:
    """Whether a case has a proposal, and what it is about is still as it was then."""
    return case.proposal is not None and case.proposal.seen == statement(books, case)


def statement(books: Books, case: Case) -> str:
    """Return in one line how the thing that a case is about stands now."""
    if case.item is not None:
        item = books.item(case.item)
        return f"item {item.number} {item.status} holder {item.holder}"
    if case.arrival is not None:
        kept = books.arrival(case.arrival)
        missing = ",".join(arrival.missing_numbers(books, kept))
        return f"arrival declared {kept.declared_count} count {kept.count} missing {missing or '-'}"
    return "-"


def _open_case(books: Books, case_id: UUID) -> Case:
    case = books.case(case_id)
    if case.settlement is not None:
        raise Refused(
            Reason.CASE_SETTLED,
            got=case.settlement,
            by=str(case.settled_by),
            why=case.reason or "",
        )
    return case


def _judged(books: Books, actor: Actor, case_id: UUID, settlement: Settlement, reason: str) -> Case:
    """Return an open case that this supervisor may settle in this way, else refuse."""
    require_role(actor, SUPERVISORS)
    require_reason(reason)
    case = _open_case(books, case_id)
    if settlement not in SETTLEMENTS[case.what]:
        raise Refused(Reason.OTHER_SETTLEMENT, got=case.what)
    require_uninvolved(actor, *involved(books, case))
    return case


# -- what takes two people, and what it brings about -----------------------------------------------


def _declare_lost(books: Books, case: Case, _reason: str) -> Facts:
    item = _held_piece(books, case)
    searches = incident.searches_for(books, item.id)
    found = [it for it in searches if it.found]
    if found:
        raise Refused(Reason.SAID_FOUND, got=found[0].department)
    if _came_while_missed(books, item) and not any(_answers_for(item, it) for it in searches):
        raise Refused(Reason.HOLDER_NOT_ASKED, got=item.holder)
    lost = ItemDeclaredLost(item.id, case.id, item.holder)
    return (lost, *incident.closed_with(books, item.id, IncidentEnd.LOST))


def _came_while_missed(books: Books, item: Item) -> bool:
    """Whether somebody signed for a piece after it was missed."""
    known = books.incidents_of(item.id)
    return any(it.is_open and item.held_since > it.opened_at for it in known)


def _answers_for(item: Item, search: Search) -> bool:
    """Whether a search was answered by who holds the piece, since they have it."""
    is_holder = search.department == item.holder
    return is_holder and search.answered_at is not None and search.answered_at >= item.held_since


def _void_item(books: Books, case: Case, _reason: str) -> Facts:
    item = _held_piece(books, case)
    void = ItemVoided(item.id, case.id)
    return (void, *incident.closed_with(books, item.id, IncidentEnd.VOID))


def _close_with_difference(books: Books, case: Case, reason: str) -> Facts:
    if case.arrival is None:
        raise Refused(Reason.OTHER_SETTLEMENT, got=case.what)
    return arrival.closed_with_difference(books, case.arrival, reason)


def _held_piece(books: Books, case: Case) -> Item:
    if case.item is None:
        raise Refused(Reason.OTHER_SETTLEMENT, got=case.what)
    item = books.item(case.item)
    require_held(item)
    return item


EFFECTS: Mapping[Settlement, Callable[[Books, Case, str], Facts]] = MappingProxyType(
    {
        Settlement.CLOSE_WITH_DIFFERENCE: _close_with_difference,
        Settlement.DECLARE_LOST: _declare_lost,
        Settlement.VOID_ITEM: _void_item,
    }
)
"""Every settlement that takes two people, and what it does."""


def _come_back(books: Books, item: Item) -> Facts:
    """Return what settles that a void piece was missing, if it is again what was announced."""
    due = books.expected(item.expected) if item.expected else None
    is_again = item.status is ItemStatus.VOID and due is not None and due.item is None
    return expected.has_come(books, due) if is_again else ()


def _is_still_asked(books: Books, case: Case) -> bool:
    """Whether nobody has answered in the meantime what a case about a piece asks.

    The route of a lost piece may be decided while it is lost.
    """
    if case.what is CaseKind.NOT_OURS and case.item is not None:
        return books.item(case.item).questioned
    return True


LETS_A_PIECE_GO = frozenset({Settlement.DECLARE_LOST, Settlement.VOID_ITEM})
"""After these the house holds a piece no more."""


def _settled_along(books: Books, case: Case, settlement: Settlement) -> tuple[Case, ...]:
    """Return the other open cases of the same piece that this settles too.

    A void piece leaves nothing to ask; a lost one may come back, and so may what else is open.
    That its route was questioned is kept with the piece.
    """
    if case.item is None:
        return ()
    return tuple(
        other
        for other in books.open_cases(item=case.item)
        if other.id != case.id
        and (
            settlement is Settlement.VOID_ITEM
            or settlement in SETTLEMENTS[other.what]
            or other.what is CaseKind.NOT_OURS
        )
    )


def _undoing(books: Books, case: Case) -> Facts:
    if case.settlement is Settlement.CLOSE_WITH_DIFFERENCE and case.arrival is not None:
        return (ArrivalReopened(case.arrival, case.id),)
    if case.settlement not in LETS_A_PIECE_GO or case.item is None:
        return ()
    item = books.item(case.item)
    if item.let_go_by == case.id:
        require_open(books, item.holder)
        return (ItemRestored(item.id, case.id), *_come_back(books, item))
    if item.status is not ItemStatus.HELD:
        raise Refused(Reason.GONE_SINCE, got=item.status)
    return ()
