"""What must hold in every state, and of every step from one state to the next.

Said once, for the search through every state and for the machines that drive a real database.  It
knows the facts and the aggregates, and nothing of the rules that it judges.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from station.custody import facts as f
from station.custody.facts import Facts
from station.custody.state import (
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    Expected,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
    Search,
    Word,
)
from station.custody.values import CaseKind, IncidentEnd, Settlement, Side

LET_GO = {
    ItemStatus.LOST: Settlement.DECLARE_LOST,
    ItemStatus.VOID: Settlement.VOID_ITEM,
}
"""By what a case lets a piece go, and what the piece is then."""

UNSORTED = frozenset({CaseKind.DISAGREEMENT, CaseKind.UNDECIDED})
"""Cases that only a decision about the piece's route settles."""

ASKED_BY_A_SCAN = frozenset(
    {CaseKind.UNMATCHED, CaseKind.DOUBTFUL, CaseKind.UNREADABLE, CaseKind.SAME_NUMBER}
)
"""What taking a piece in may ask."""

OPEN = frozenset({Phase.OFFERING, Phase.COUNTING, Phase.DIFFERING, Phase.AGREED})
"""Phases in which a handover has its pieces in hand."""


def check_state(books: Iterable[Aggregate]) -> None:
    """Check what the books say at one moment."""
    everything = tuple(books)
    items = {it.id: it for it in everything if isinstance(it, Item)}
    handovers = {it.id: it for it in everything if isinstance(it, Handover)}
    cases = {it.id: it for it in everything if isinstance(it, Case)}
    for item in items.values():
        check_item(item, handovers.__getitem__)
        check_end(item, cases.__getitem__)
    for handover in handovers.values():
        check_handover(handover, items.__getitem__)
    for arrival in everything:
        if isinstance(arrival, Arrival):
            check_arrival(arrival, items.values())
    for one in everything:
        if isinstance(one, Incident):
            check_incident(one, cases.get(one.case))
        elif isinstance(one, Case):
            check_case(one, items.__getitem__)
    check_announced([it for it in everything if isinstance(it, Expected)], items)


def check_item(item: Item, handover_of: Callable[[UUID], Handover]) -> None:
    assert item.holder or item.status is not ItemStatus.HELD, "a piece has one holder"
    words = [word.person for word in (item.first, item.check) if word is not None]
    assert len(set(words)) == len(words), "two words are two people's"
    if item.handover is not None:
        assert item.status is ItemStatus.HELD, "only what is held is handed over"
        handover = handover_of(item.handover)
        assert handover.phase in OPEN, "a finished handover has nothing in hand"
        assert item.id in handover.offered, "what is in a handover was offered in it"
        assert item.holder == handover.giver, "only the holder gives"
        assert not item.undecided, "an undecided piece waits for the supervisor"


def check_end(item: Item, case_of: Callable[[UUID], Case]) -> None:
    if item.status is ItemStatus.LOST:
        assert item.let_go_by is not None, "two people let go what is lost"
    if item.let_go_by is not None:
        assert item.status in LET_GO, "and then the house has it no more"
        assert case_of(item.let_go_by).settlement is LET_GO[item.status], "while they stand by it"


def check_incident(incident: Incident, case: Case | None) -> None:
    """Check one against its case; None where that is settled for ever, and forgotten."""
    is_asked = case is not None and case.is_open
    assert incident.is_open == is_asked, "a search is open with its case"


def check_case(case: Case, item_of: Callable[[UUID], Item]) -> None:
    if case.is_open and case.what in UNSORTED and case.item is not None:
        assert item_of(case.item).undecided, "somebody can still decide where it belongs"
    if case.is_open and case.what is CaseKind.NOT_OURS and case.item is not None:
        assert item_of(case.item).questioned, "two people can still say where it belongs"


def check_announced(announced: Iterable[Expected], items: Mapping[UUID, Item]) -> None:
    here = {it.expected for it in items.values() if it.status is not ItemStatus.VOID}
    for due in announced:
        if due.item is None:
            assert due.id not in here, "nothing is missed that has come"
        else:
            assert items[due.item].expected == due.id, "what came is what was announced"


def check_handover(handover: Handover, item_of: Callable[[UUID], Item]) -> None:
    signers = [s for s in (handover.giver_signer, handover.receiver_signer) if s is not None]
    assert len(set(signers)) == len(signers), "two signatures are two people's"
    if handover.phase in {Phase.AGREED, Phase.SEALED}:
        assert handover.offered, "nobody signs for nothing"
        assert handover.offered == handover.received, "only equal sets are signed"
        assert handover.digest is not None, "what is signed has a digest"
    else:
        assert not signers or handover.phase is Phase.CANCELLED, "only what agrees is signed"
    if handover.phase is Phase.SEALED:
        assert len(signers) == 2, "both sides signed"
    if handover.phase in OPEN:
        for key in handover.offered:
            assert item_of(key).handover == handover.id, "a piece is in one handover at a time"


def check_arrival(arrival: Arrival, items: Iterable[Item]) -> None:
    own = [it for it in items if it.arrival == arrival.id and it.status is not ItemStatus.VOID]
    assert arrival.count == len(own), "an arrival counts what was taken in and not taken back"
    assert arrival.status in set(ArrivalStatus)


def check_step(
    before: Sequence[Aggregate], person: UUID | None, facts: Facts, after: Sequence[Aggregate]
) -> None:
    """Check what one person's deed made of the books.

    By induction over the steps: a word or a signature stands in the books only by the deed of the
    person whom it names; so a route and a change of holder have two people behind them.
    """
    was = {it.id: it for it in before if isinstance(it, Item)}
    now = {it.id: it for it in after if isinstance(it, Item)}
    handovers = {it.id: it for it in before if isinstance(it, Handover)}
    assert was.keys() <= now.keys(), "no piece disappears from the books"
    for key, item in now.items():
        old = was.get(key)
        if old is None:
            assert any(isinstance(it, f.ItemTakenIn) and it.item == key for it in facts)
            continue
        _check_changes(old, item, person)
        if _changed(old, item, "holder", "keeper"):
            if old.status is ItemStatus.HELD:
                _check_move(old, item, handovers, person, facts)
            else:
                assert old.status is ItemStatus.LOST, "only what two people declared lost is found"
        if any(isinstance(it, f.TakingInUndone) and it.item == key for it in facts):
            (came,) = (it for it in before if isinstance(it, Arrival) and it.id == old.arrival)
            _check_taken_back(old, came, person)
            _check_not_asked_about(before, key)
    _check_signatures(handovers, person, facts)
    _check_seconded(before, person, facts)
    _check_ended(before, person, facts)
    _check_opened(was, person, facts)


def _check_taken_back(old: Item, came: Arrival, person: UUID | None) -> None:
    assert old.taken_in_by == person, "only one's own scan is taken back"
    assert old.holder == came.department, "and only while nobody else has signed for it"
    assert old.first is None, "or given a word on it"
    assert old.route is None
    assert old.handover is None


def _check_not_asked_about(before: Sequence[Aggregate], item: UUID) -> None:
    for it in before:
        if isinstance(it, Incident) and it.item == item:
            raise AssertionError("what was missed is not taken back")
        if isinstance(it, Case) and it.item == item and it.is_open:
            assert it.what in ASKED_BY_A_SCAN, "nor what others ask about"
            assert it.proposal is None, "least of all two people"


def _changed(old: Item, item: Item, *names: str) -> list[str]:
    """Return which of these fields differ; one that is known to be copied is not looked at."""
    copied: frozenset[str] = getattr(item, "copied", frozenset())
    return [n for n in names if n not in copied and getattr(item, n) != getattr(old, n)]


def _check_changes(old: Item, item: Item, person: UUID | None) -> None:
    for name in _changed(old, item, "first", "check"):
        _check_word(getattr(item, name), old.first, person)
    if _changed(old, item, "route") and item.route is not None:
        _check_route(old, item, person)
    if _changed(old, item, "status"):
        assert old.status is not ItemStatus.DELIVERED, "what has left the house stays away"


def _check_word(now: Word | None, before: Word | None, person: UUID | None) -> None:
    assert now is None or now == before or now.person == person, "one's own word"


def _check_move(
    old: Item,
    item: Item,
    handovers: dict[UUID, Handover],
    person: UUID | None,
    facts: Facts,
) -> None:
    (sealed,) = (it for it in facts if isinstance(it, f.HandoverSealed))
    handover = handovers[sealed.handover]
    assert item.id in sealed.items
    assert (old.holder, item.holder) == (handover.giver, handover.receiver), "from hand to hand"
    assert set(sealed.items) == handover.offered == handover.received, "the set that was counted"
    signed = {handover.giver_signer, handover.receiver_signer} - {None}
    assert item.keeper == handover.receiver_person, "whoever was named keeps it"
    assert item.keeper in {None, sealed.receiver_signer}, "and signed for it"
    assert not old.questioned, "nothing is done by a questioned route"
    assert len(signed) == 1, "one has signed before"
    assert person not in signed, "and another signs now"
    assert signed | {person} == {sealed.giver_signer, sealed.receiver_signer}


def _check_route(old: Item, item: Item, person: UUID | None) -> None:
    assert item.route is not None
    behind = {item.route.first_by, item.route.check_by}
    assert len(behind) == 2, "a route rests on two people"
    assert person in behind, "one of them by this deed"
    (other,) = behind - {person}
    words = {(it.person, it.department) for it in (old.first, old.check) if it is not None}
    assert (other, item.route.department) in words, "the other by a word that stood before"


def _check_signatures(handovers: dict[UUID, Handover], person: UUID | None, facts: Facts) -> None:
    for fact in facts:
        if isinstance(fact, f.HandoverSigned):
            handover = handovers[fact.handover]
            assert fact.signer == person, "nobody signs for another"
            assert fact.digest == handover.digest, "what is signed is what was counted"
            giving = fact.side is Side.GIVER
            assert (handover.giver_signer if giving else handover.receiver_signer) is None


def _check_opened(was: dict[UUID, Item], person: UUID | None, facts: Facts) -> None:
    for fact in facts:
        if isinstance(fact, f.ItemOpenedToSort):
            opening = was[fact.item].opening
            assert opening is not None, "somebody said before that it has to be opened"
            assert opening.second_by is None, "it is opened once"
            assert opening.first_by != person, "two people are present"
            assert (fact.first_by, fact.second_by) == (opening.first_by, person)


LETS_GO = (f.ItemDeclaredLost, f.ItemVoided, f.ArrivalClosedWithDifference)
"""What lets a piece or a difference go."""


def _check_seconded(before: Sequence[Aggregate], person: UUID | None, facts: Facts) -> None:
    if any(isinstance(fact, LETS_GO) for fact in facts):
        (seconded,) = (it for it in facts if isinstance(it, f.SettlementSeconded))
        (case,) = (it for it in before if isinstance(it, Case) and it.id == seconded.case)
        assert case.proposal is not None, "somebody proposed it before"
        assert case.proposal.id == seconded.proposal, "this very thing"
        assert case.proposal.by != person, "and another agrees now"
        assert person != case.author, "who is not involved"


def _check_ended(before: Sequence[Aggregate], person: UUID | None, facts: Facts) -> None:
    for fact in facts:
        if isinstance(fact, f.IncidentClosed) and fact.end is IncidentEnd.FOUND:
            asked = (it for it in before if isinstance(it, Search) and it.found)
            finders = {it.answered_by for it in asked if it.incident == fact.incident}
            assert finders, "somebody said that they found it"
            assert person not in finders, "and another closes"
        elif isinstance(fact, f.IncidentClosed):
            assert any(isinstance(it, f.SettlementSeconded) for it in facts), "two people said so"
