"""Review: a supervisor, uninvolved, with a reason."""

from datetime import timedelta
from uuid import UUID

import pytest

from station.custody import arrival, expected, review, sorting, stray
from station.custody import facts as f
from station.custody.refusal import Reason
from station.custody.state import ItemStatus
from station.custody.values import CaseKind, Ending, Settlement
from tests.support.play import DUTY, SORTING, TREASURY, WATER, Play, doubtful, key, scan
from tests.support.refusals import refused

NUMBER, OTHER = "13112383852", "404410000016"


def case_by(play: Play, who: str) -> UUID:
    opened = play.arrival(who)
    play.take(opened, doubtful("???"), who)
    (case,) = play.books.open_cases(arrival=opened)
    return case.id


def test_a_case_is_settled_once_and_says_why(play: Play) -> None:
    case = case_by(play, "duty")
    play.settle("supervisor", case, " 広告のコード ")
    assert play.books.case(case).reason == "広告のコード"
    assert play.books.case(case).settled_by == key("supervisor")
    assert play.books.case(case).settlement is Settlement.EXPLAINED


def test_of_two_supervisors_the_second_is_told_what_was_decided_and_by_whom(play: Play) -> None:
    case = case_by(play, "duty")
    play.settle("supervisor", case, "広告のコード")
    told = {"got": Settlement.EXPLAINED, "by": str(key("supervisor")), "why": "広告のコード"}
    with refused(Reason.CASE_SETTLED, **told):
        play.settle("both", case, "again")
    item, lost = play.still_held(NUMBER)
    one = play.propose("supervisor", lost, Settlement.DECLARE_LOST)
    play.second("clerk", lost, one)
    with refused(Reason.CASE_SETTLED, got=Settlement.DECLARE_LOST, by=str(key("clerk"))):
        play.second("clerk2", lost, one)
    with refused(Reason.CASE_SETTLED, by=str(key("clerk"))):
        play.propose("both", lost, Settlement.DECLARE_LOST)
    assert play.books.item(item).status is ItemStatus.LOST


def test_nobody_settles_without_the_role_a_reason_or_about_themselves(play: Play) -> None:
    case = case_by(play, "both")
    with refused(Reason.ROLE_MISSING):
        play.settle("clerk", case, "x")
    with refused(Reason.REASON_MISSING):
        play.settle("supervisor", case, "")
    with refused(Reason.SAME_PERSON):
        play.settle("both", case, "x")


def test_an_undecided_route_is_not_settled_by_a_reason_alone(play: Play) -> None:
    item = play.undecided("13112383852")
    (case,) = play.books.open_cases(item=item)
    with refused(Reason.OTHER_SETTLEMENT):
        play.settle("supervisor", case.id, "x")


def test_every_kind_of_case_says_how_it_may_be_settled() -> None:
    assert review.SETTLEMENTS.keys() == set(CaseKind)
    assert review.EFFECTS.keys() == {
        Settlement.CLOSE_WITH_DIFFERENCE,
        Settlement.DECLARE_LOST,
        Settlement.VOID_ITEM,
    }


def test_a_settled_case_may_be_settled_in_no_way(play: Play) -> None:
    case = case_by(play, "duty")
    assert review.settlements(play.books.case(case)) == (Settlement.EXPLAINED,)
    play.settle("supervisor", case, "x")
    assert review.settlements(play.books.case(case)) == ()


def test_what_lets_a_piece_go_takes_two_and_both_are_in_the_journal(play: Play) -> None:
    item, case = play.still_held(NUMBER)
    proposal = play.propose("supervisor", case, Settlement.DECLARE_LOST, " 全課を探した ")
    assert play.books.item(item).status is ItemStatus.HELD
    facts = play.second("clerk", case, proposal)
    assert facts == (
        f.SettlementSeconded(case, proposal),
        f.ItemDeclaredLost(item, case, DUTY),
        f.CaseSettled(case, "全課を探した", Settlement.DECLARE_LOST),
    )
    kept = play.books.case(case)
    assert (kept.settled_by, kept.reason) == (key("clerk"), "全課を探した")
    assert kept.proposal is not None
    assert kept.proposal.by == key("supervisor")
    assert play.books.held_items(NUMBER) == ()


def test_one_proposes_and_seconds_only_with_role_reason_and_clean_hands(play: Play) -> None:
    _, case = play.still_held(NUMBER)
    lost = Settlement.DECLARE_LOST
    with refused(Reason.ROLE_MISSING):
        play.propose("clerk", case, lost)
    with refused(Reason.REASON_MISSING):
        play.propose("supervisor", case, lost, " ")
    with refused(Reason.OTHER_SETTLEMENT):
        play.propose("supervisor", case, Settlement.VOID_ITEM)
    with refused(Reason.OTHER_SETTLEMENT):
        play.propose("supervisor", case, Settlement.EXPLAINED)
    proposal = play.propose("supervisor", case, lost)
    with refused(Reason.ROLE_MISSING):
        play.second("auditor", case, proposal)
    for involved in ("supervisor", "duty", "duty2"):
        with refused(Reason.SAME_PERSON):
            play.second(involved, case, proposal)


def test_one_seconds_what_one_has_seen_and_nothing_else(play: Play) -> None:
    _, case = play.still_held(NUMBER)
    with refused(Reason.PROPOSAL_CHANGED):
        play.second("clerk", case, key("none yet"))
    first = play.propose("supervisor", case, Settlement.DECLARE_LOST, "探した")
    play.propose("both", case, Settlement.DECLARE_LOST, "もう一度探した")
    with refused(Reason.PROPOSAL_CHANGED):
        play.second("clerk", case, first)


def test_a_proposal_that_nobody_seconds_does_not_keep_the_case(play: Play) -> None:
    _, case = play.still_held(NUMBER)
    play.propose("supervisor", case, Settlement.DECLARE_LOST)
    play.settle("both", case, "見つかった")
    assert play.books.case(case).proposal is None


def test_a_piece_in_a_handover_is_neither_lost_nor_void(play: Play) -> None:
    item, case = play.still_held(NUMBER)
    play.handover("duty", SORTING, item)
    with refused(Reason.IN_HANDOVER):
        play.propose("supervisor", case, Settlement.DECLARE_LOST)


def test_a_case_that_names_no_piece_or_arrival_lets_none_go(play: Play) -> None:
    for n, (kind, settlement) in enumerate(
        (
            (CaseKind.STILL_HELD, Settlement.DECLARE_LOST),
            (CaseKind.COUNT_DIFFERENCE, Settlement.CLOSE_WITH_DIFFERENCE),
        )
    ):
        play.keep("duty", (f.CaseOpened(key(f"{n}"), kind),))
        with refused(Reason.OTHER_SETTLEMENT):
            play.propose("supervisor", key(f"{n}"), settlement)
        assert review.statement(play.books, play.books.case(key(f"{n}"))) == "-"


def test_a_scan_that_was_no_piece_is_void_and_counts_no_more(play: Play) -> None:
    opened, item, case = unmatched(play)
    play.keep("clerk", (f.CaseOpened(key("other"), CaseKind.FOUND, item=item),))
    facts = play.settled_by_two(case, Settlement.VOID_ITEM)
    assert facts[1] == f.ItemVoided(item, case)
    assert play.books.item(item).status is ItemStatus.VOID
    assert play.books.arrival(opened).count == 0
    assert play.books.case(key("other")).settlement is Settlement.SETTLED_ALONG
    assert play.books.open_cases(item=item) == ()


def test_a_lost_piece_leaves_open_what_must_be_asked_when_it_comes_back(play: Play) -> None:
    item, case = play.still_held(NUMBER)
    for kind in (CaseKind.STILL_HELD, CaseKind.FOUND):
        play.keep("clerk", (f.CaseOpened(key(kind), kind, item=item),))
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    assert play.books.case(key(CaseKind.STILL_HELD)).settlement is Settlement.SETTLED_ALONG
    assert play.books.case(key(CaseKind.FOUND)).is_open


# -- a wrong decision is corrected by a new entry --------------------------------------------------


def unmatched(play: Play) -> tuple[UUID, UUID, UUID]:
    """An arrival with one piece of an unknown kind; return (arrival, piece, case)."""
    opened = play.arrival()
    for _ in range(2):
        facts = play.take(opened, doubtful("ABC123456"))
    taken, case = facts
    assert isinstance(taken, f.ItemTakenIn)
    assert isinstance(case, f.CaseOpened)
    return opened, taken.item, case.case


def correct(play: Play, who: str, case: UUID, reason: str = "誤り") -> f.Facts:
    return play.do(who, review.correct_settlement, case_id=case, reason=reason)


def test_a_wrong_explanation_opens_the_case_again_and_the_journal_keeps_both(play: Play) -> None:
    case = case_by(play, "duty")
    play.settle("supervisor", case, "広告のコード")
    assert correct(play, "both", case) == (f.SettlementCorrected(case, "誤り"),)
    assert play.books.case(case).is_open
    play.settle("both", case, "別の郵便物だった")
    kept = [fact for fact in play.log if isinstance(fact, f.CaseSettled)]
    assert [fact.reason for fact in kept] == ["広告のコード", "別の郵便物だった"]


def test_a_correction_takes_an_uninvolved_supervisor_a_reason_and_a_settlement(
    play: Play,
) -> None:
    case = case_by(play, "both")
    with refused(Reason.CASE_OPEN):
        correct(play, "supervisor", case)
    play.settle("supervisor", case, "x")
    with refused(Reason.ROLE_MISSING):
        correct(play, "clerk", case)
    with refused(Reason.REASON_MISSING):
        correct(play, "supervisor", case, "")
    with refused(Reason.SAME_PERSON):
        correct(play, "both", case)


def test_what_a_deed_of_its_own_settled_is_not_opened_again(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    play.do("duty", arrival.refer_arrival, deed=key("refer"), arrival_id=opened)
    play.take(opened, scan(OTHER))
    (case,) = play.books.open_cases(arrival=opened)
    play.do("duty", arrival.close_arrival, arrival_id=opened)
    with refused(Reason.OTHER_SETTLEMENT, got=Settlement.COUNT_BECAME_RIGHT):
        correct(play, "supervisor", case.id)


def test_a_piece_wrongly_declared_lost_or_void_is_where_it_was(play: Play) -> None:
    item, case = play.lost(NUMBER)
    assert correct(play, "supervisor", case)[1] == f.ItemRestored(item, case)
    assert play.books.item(item).status is ItemStatus.HELD
    opened, item, case = unmatched(play)
    play.settled_by_two(case, Settlement.VOID_ITEM)
    correct(play, "supervisor", case)
    assert play.books.item(item).status is ItemStatus.HELD
    assert play.books.arrival(opened).count == 1


def test_no_piece_is_put_back_into_a_department_that_there_is_no_more(play: Play) -> None:
    _, case = play.lost(NUMBER)
    play.keep("admin", (f.DepartmentClosed(DUTY, None),))
    with refused(Reason.DEPARTMENT_CLOSED, got=DUTY):
        correct(play, "supervisor", case)


def test_an_announced_piece_that_was_void_is_expected_again_until_it_is_restored(
    play: Play,
) -> None:
    due = f.ItemAnnounced(key("due"), key("list"), NUMBER, "書留", None, None, None)
    play.keep("clerk", (f.ExpectedListImported(key("list"), "list.csv", 1), due))
    item = play.taken(NUMBER)
    case = f.CaseOpened(key("case"), CaseKind.UNMATCHED, item=item)
    play.keep("duty", (case,))
    for other in (None, play.books.item(item).id):
        play.settled_by_two(key("case"), Settlement.VOID_ITEM)
        assert play.books.missing_expected(key("list")) == (NUMBER,)
        if other:  # somebody else's piece has come for it in the meantime
            later = play.taken(NUMBER)
            assert play.books.expected(key("due")).item == later
        correct(play, "supervisor", key("case"))
        assert play.books.expected(key("due")).item == (later if other else item)


def test_what_was_found_may_be_another_piece_and_the_lost_one_is_lost_again(play: Play) -> None:
    item, _ = play.lost(NUMBER)
    came = play.books.item(item).arrival
    play.do("water", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    (again,) = play.books.open_cases(item=item, what=CaseKind.FOUND_AGAIN)
    play.settled_by_two(again.id, Settlement.DECLARE_LOST)
    assert play.books.item(item).status is ItemStatus.LOST
    assert play.books.arrival(came).count == 1, "it came, whatever became of it"
    correct(play, "supervisor", again.id)
    assert play.books.item(item).holder == WATER


def test_a_correction_leaves_a_piece_where_it_was_found_again(play: Play) -> None:
    item, case = play.lost(NUMBER)
    play.do("water", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    assert correct(play, "supervisor", case) == (f.SettlementCorrected(case, "誤り"),)
    assert play.books.item(item).holder == WATER


def lost_again(play: Play) -> tuple[UUID, UUID, UUID]:
    """A piece lost by one case, found, and lost anew by the case about that; (piece, both)."""
    item, first = play.lost(NUMBER)
    play.do("water", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    (again,) = play.books.open_cases(item=item, what=CaseKind.FOUND_AGAIN)
    play.settled_by_two(again.id, Settlement.DECLARE_LOST)
    return item, first, again.id


def test_only_the_decision_that_let_a_piece_go_brings_it_back(play: Play) -> None:
    item, first, again = lost_again(play)
    with refused(Reason.GONE_SINCE, got=ItemStatus.LOST):
        correct(play, "supervisor", first)
    assert play.books.item(item).status is ItemStatus.LOST
    correct(play, "supervisor", again)
    assert play.books.item(item).status is ItemStatus.HELD
    assert correct(play, "supervisor", first) == (f.SettlementCorrected(first, "誤り"),)


def test_what_has_left_the_house_since_it_was_found_is_not_corrected(play: Play) -> None:
    item, case = play.lost(NUMBER)
    play.do("water", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    play.keep("water", (f.ItemDelivered(item, Ending.OPENED),))
    with refused(Reason.GONE_SINCE, got=ItemStatus.DELIVERED):
        correct(play, "supervisor", case)


@pytest.mark.parametrize("settlement", [Settlement.DECLARE_LOST, Settlement.VOID_ITEM])
def test_what_was_settled_along_is_open_again_with_the_case_that_was_wrong(
    play: Play, settlement: Settlement
) -> None:
    item = play.taken(NUMBER)
    for kind in (CaseKind.DAY_CLOSE_MISSING, CaseKind.OVERDUE, CaseKind.FOUND):
        play.keep("duty", (f.CaseOpened(key(kind), kind, item=item),))
    wrong, along = key(CaseKind.DAY_CLOSE_MISSING), key(CaseKind.OVERDUE)
    play.settled_by_two(wrong, settlement)
    assert play.books.case(along).settled_with == wrong
    assert correct(play, "supervisor", wrong)[:2] == (
        f.SettlementCorrected(wrong, "誤り"),
        f.SettlementCorrected(along, "誤り"),
    )
    assert {it.id for it in play.books.open_cases(item=item)} >= {wrong, along}
    play.settled_by_two(along, Settlement.DECLARE_LOST)
    with refused(Reason.OTHER_SETTLEMENT, got=Settlement.SETTLED_ALONG):
        correct(play, "supervisor", wrong)


def void_and_expected(play: Play) -> tuple[UUID, UUID, UUID]:
    """A piece that a list announced, declared void; return (piece, announcement, case)."""
    play.announce(NUMBER)
    (due,) = play.books.announced([NUMBER])
    item, case = play.taken(NUMBER), key("missing at the day close")
    play.keep("duty", (f.CaseOpened(case, CaseKind.DAY_CLOSE_MISSING, item=item),))
    play.settled_by_two(case, Settlement.VOID_ITEM)
    return item, due.id, case


def test_an_announcement_keeps_the_piece_that_came_for_it_while_another_was_void(
    play: Play,
) -> None:
    first, due, case = void_and_expected(play)
    second = play.taken(NUMBER)
    correct(play, "supervisor", case)
    assert play.books.item(first).expected is None, "it is not the announced one any more"
    play.settled_by_two(case, Settlement.VOID_ITEM)
    assert play.books.expected(due).item == second
    assert play.books.missing_expected(key("list")) == ()


def test_what_was_missing_while_it_was_void_is_missing_no_more(play: Play) -> None:
    item, due, case = void_and_expected(play)
    later = play.books.expected(due).due + timedelta(days=9)
    missed = expected.overdue_expected(play.books, deed=key("z"), today=later, grace_days=1)
    play.keep("", missed)
    (missing,) = play.books.open_cases(expected=due)
    correct(play, "supervisor", case)
    assert play.books.expected(due).item == item
    assert play.books.expected(due).missed is None
    assert play.books.case(missing.id).settlement is Settlement.HAS_COME


def test_nobody_decides_on_the_route_of_what_never_was_a_piece(play: Play) -> None:
    item = play.undecided(NUMBER)
    wrong = key("missing")
    play.keep("duty", (f.CaseOpened(wrong, CaseKind.DAY_CLOSE_MISSING, item=item),))
    play.settled_by_two(wrong, Settlement.VOID_ITEM)
    decided = {"item_id": item, "department": WATER, "reason": "x"}
    with refused(Reason.NOT_HELD, got=ItemStatus.VOID):
        play.do("supervisor", sorting.decide_route, **decided)
    correct(play, "supervisor", wrong)
    play.do("supervisor", sorting.decide_route, **decided)
    assert not play.books.open_cases(item=item, what=CaseKind.DISAGREEMENT)


def test_that_a_route_was_questioned_stays_with_a_lost_piece_and_not_in_the_queue(
    play: Play,
) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.do("clerk", sorting.question_route, deed=key("q"), item_id=item, reason="x")
    case = key("missing")
    play.keep("clerk", (f.CaseOpened(case, CaseKind.DAY_CLOSE_MISSING, item=item),))
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    assert play.books.open_cases(item=item) == ()
    assert play.books.item(item).questioned
    correct(play, "supervisor", case)
    assert play.books.open_cases(item=item, what=CaseKind.NOT_OURS)


def test_what_was_settled_along_is_over_when_the_piece_was_found_since(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.do("clerk", sorting.question_route, deed=key("q"), item_id=item, reason="x")
    case = key("missing")
    play.keep("clerk", (f.CaseOpened(case, CaseKind.DAY_CLOSE_MISSING, item=item),))
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    play.do("water", stray.record_stray, deed=key("x"), scan=scan(NUMBER))
    assert correct(play, "supervisor", case) == (f.SettlementCorrected(case, "誤り"),)
    assert not play.books.open_cases(item=item, what=CaseKind.NOT_OURS)
    assert play.books.item(item).questioned, "two people say anew where it belongs"


def test_a_question_that_was_answered_while_the_piece_was_lost_is_over(play: Play) -> None:
    item = play.routed(NUMBER, TREASURY)
    play.do("clerk", sorting.question_route, deed=key("q"), item_id=item, reason="x")
    play.do("clerk", sorting.enter_first, item_id=item, department=WATER)
    play.check("clerk2", item, TREASURY)
    case = key("missing")
    play.keep("clerk", (f.CaseOpened(case, CaseKind.DAY_CLOSE_MISSING, item=item),))
    play.settled_by_two(case, Settlement.DECLARE_LOST)
    decided = {"item_id": item, "department": WATER, "reason": "封筒にある"}
    play.do("supervisor", sorting.decide_route, **decided)
    correct(play, "supervisor", case)
    assert not play.books.item(item).questioned
    assert not play.books.open_cases(item=item, what=CaseKind.NOT_OURS)


def test_who_took_in_and_took_back_does_not_judge_the_count(play: Play) -> None:
    opened = play.arrival("clerk", 2)
    play.take(opened, scan(NUMBER), "clerk")
    play.take(opened, scan(OTHER), "both")
    play.do("both", arrival.undo_taking_in, arrival_id=opened)
    play.do("clerk", arrival.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened, what=CaseKind.COUNT_DIFFERENCE)
    with refused(Reason.SAME_PERSON):
        play.propose("both", case.id, Settlement.CLOSE_WITH_DIFFERENCE)


def test_who_confirmed_a_doubtful_scan_does_not_settle_it(play: Play) -> None:
    opened = play.arrival("clerk", 2)
    for who in ("clerk", "both"):
        play.take(opened, doubtful("???"), who)
    (case,) = play.books.open_cases(arrival=opened, what=CaseKind.DOUBTFUL)
    assert review.involved(play.books, case) == {key("clerk"), key("both")}
    with refused(Reason.SAME_PERSON):
        play.settle("both", case.id, "x")
