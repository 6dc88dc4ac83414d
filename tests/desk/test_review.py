"""Review on real databases: two people, two at once, and a proof afterwards."""

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID

from station.custody.facts import CaseOpened
from station.custody.refusal import Reason, Refused
from station.custody.state import Case, ItemStatus
from station.custody.values import CaseKind, Role, Settlement
from station.desk import arrival, office, review
from station.ledger.verify import verify
from tests.support.hall import PIN, SORTING, WATER, Hall, seen
from tests.support.refusals import refused

ONE = "13112383852"


def second_supervisor(hall: Hall) -> None:
    new = office.NewPerson("supervisor2", SORTING, (Role.SUPERVISOR,), PIN)
    caller = hall.caller("admin")
    (hall.people["supervisor2"],) = office.enroll_people(hall.ledger, caller, hall.hasher, [new])


def stray(hall: Hall) -> UUID:
    done = review.record_stray(hall.ledger, hall.caller("water"), seen=seen(ONE))
    return next(fact.case for fact in done.facts if isinstance(fact, CaseOpened))


def still_held(hall: Hall) -> tuple[UUID, UUID]:
    """A piece whose number the carrier brings once more; return (piece, case)."""
    (item,) = hall.taken("duty", ONE)
    again = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, again, carrier="日本郵便", declared_count=1)
    done = arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=again.deed, seen=seen(ONE))
    return item, next(fact.case for fact in done.facts if isinstance(fact, CaseOpened))


def kept(hall: Hall, case: UUID) -> Case:
    with hall.ledger.views() as views:
        return views.books.case(case)


def test_two_supervisors_settle_one_case_at_the_same_time(hall: Hall) -> None:
    second_supervisor(hall)
    case = stray(hall)

    def settle(who: str) -> Refused | None:
        try:
            review.settle_case(hall.ledger, hall.caller(who), case=case, reason=f"{who}が見た")
        except Refused as refusal:
            return refusal
        return None

    who = ("supervisor", "supervisor2")
    with ThreadPoolExecutor(2) as pool:
        answers = dict(zip(who, pool.map(settle, who), strict=True))
    (winner,) = (name for name, refusal in answers.items() if refusal is None)
    (told,) = (refusal for refusal in answers.values() if refusal is not None)
    assert told.reason is Reason.CASE_SETTLED
    assert told.details["by"] == str(hall.people[winner].person)
    assert told.details["why"] == kept(hall, case).reason == f"{winner}が見た"


def test_a_piece_is_declared_lost_by_two_and_found_again_by_anybody(hall: Hall) -> None:
    item, case = still_held(hall)
    proposed = hall.caller("supervisor")
    review.propose_settlement(
        hall.ledger, proposed, case=case, settlement=Settlement.DECLARE_LOST, reason="全課で探した"
    )
    with hall.ledger.views() as views:
        assert [waiting.id for waiting in views.proposed_cases()] == [case]
    with refused(Reason.SAME_PERSON):
        review.second_settlement(
            hall.ledger, hall.caller("duty"), case=case, proposal=proposed.deed
        )
    second = hall.caller("treasurer")
    for _ in range(2):  # sent twice, it is one deed
        review.second_settlement(hall.ledger, second, case=case, proposal=proposed.deed)
    with hall.ledger.views() as views:
        assert views.books.item(item).status is ItemStatus.LOST
        assert [piece.id for piece in views.books.lost_items(ONE)] == [item]
        assert views.proposed_cases() == ()
    decided = kept(hall, case)
    assert decided.proposal is not None
    people = (hall.people["supervisor"].person, hall.people["treasurer"].person)
    assert (decided.proposal.by, decided.settled_by) == people

    again = stray(hall)
    with hall.ledger.views() as views:
        found = views.books.item(item)
        assert (found.status, found.holder) == (ItemStatus.HELD, WATER)
        assert views.books.case(again).what is CaseKind.FOUND_AGAIN
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_wrong_settlement_is_corrected_and_both_stay_in_the_history(hall: Hall) -> None:
    case = stray(hall)
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case, reason="広告")
    review.correct_settlement(hall.ledger, hall.caller("supervisor"), case=case, reason="違った")
    assert kept(hall, case).is_open
    review.settle_case(hall.ledger, hall.caller("supervisor"), case=case, reason="他市の書留")
    with hall.ledger.views() as views:
        acts = [line.act for line in views.history(case)]
    assert acts == ["record_stray", "settle_case", "correct_settlement", "settle_case"]
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_nobody_closes_an_arrival_alone(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(ONE))
    arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    with hall.ledger.views() as views:
        (case,) = views.books.open_cases(arrival=opened.deed)
        assert views.books.scanned_by(opened.deed) == {hall.people["duty"].person}
    with refused(Reason.OTHER_SETTLEMENT):
        review.settle_case(hall.ledger, hall.caller("supervisor"), case=case.id, reason="x")
