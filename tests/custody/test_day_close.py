"""Day close: blind, whole, and a difference is known the same day."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from station.custody import arrival, review
from station.custody import day_close as rules
from station.custody import facts as f
from station.custody.refusal import Reason
from station.custody.state import CloseStatus, DayClose, ItemStatus
from station.custody.values import CaseKind, Scan, Settlement
from tests.support.play import DUTY, SORTING, START, TREASURY, WATER, Play, doubtful, key, scan
from tests.support.refusals import refused

ONE, TWO, OTHER = "13112383852", "20112345676", "404410000016"
DAY = date(2020, 10, 31)
NEXT = DAY + timedelta(days=1)
EVENING = START + timedelta(hours=8)


def begun(play: Play, who: str = "duty", day: date = DAY) -> UUID:
    deed = key(f"day close {len(play.log)}")
    play.do(who, rules.open_day_close, deed=deed, day=day)
    return deed


def count(play: Play, close: UUID, what: Scan, who: str = "duty", day: date = DAY) -> f.Facts:
    deed = key(f"count {len(play.log)}")
    return play.do(who, rules.count_piece, deed=deed, day_close_id=close, day=day, scan=what)


def done(play: Play, close: UUID, who: str = "duty", day: date = DAY) -> f.Facts:
    deed = key(f"done {len(play.log)}")
    return play.do(who, rules.finish_day_count, deed=deed, day_close_id=close, day=day)


def status(play: Play, close: UUID) -> CloseStatus:
    return play.books.day_close(close).status


def kinds(facts: f.Facts) -> list[type[f.Fact]]:
    return [type(fact) for fact in facts]


def cases(play: Play, close: UUID) -> list[CaseKind]:
    return [case.what for case in play.books.cases_of(close) if case.is_open]


# -- equal -----------------------------------------------------------------------------------------


def test_a_count_that_equals_the_books_closes_the_day(play: Play) -> None:
    one, two = play.taken(ONE), play.taken(TWO)
    close = begun(play)
    count(play, close, scan(ONE))
    count(play, close, scan(TWO), "duty2")  # several count into one close
    compared, closed = done(play, close)
    assert compared == f.CountCompared(close, 2, 2, (), ())
    assert closed == f.DayClosed(close, tuple(sorted((one, two))))
    assert status(play, close) is CloseStatus.CLOSED


def test_a_department_that_holds_nothing_closes_with_an_empty_count(play: Play) -> None:
    close = begun(play, "water")
    assert done(play, close, "water")[1] == f.DayClosed(close, ())


def test_a_piece_in_an_open_handover_counts_for_its_giver(play: Play) -> None:
    item = play.taken(ONE)
    play.handover("duty", SORTING, item)
    close, other = begun(play), begun(play, "clerk")
    count(play, close, scan(ONE))
    done(play, close)
    done(play, other, "clerk")
    assert (status(play, close), status(play, other)) == (CloseStatus.CLOSED, CloseStatus.CLOSED)


# -- blind -----------------------------------------------------------------------------------------


def test_a_scan_is_answered_alike_whatever_the_books_say(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO, "clerk")
    close = begun(play)
    for what in (scan(ONE), scan(TWO), scan(OTHER), doubtful("???")):
        assert kinds(count(play, close, what)) == [f.PieceCounted]
        assert kinds(count(play, close, what, "duty2")) == [f.CountRepeated]
    held = [counted.was_held for counted in play.books.counted(close)]
    assert held == [True, False, False, False]


def test_one_takes_back_ones_own_last_scan_and_no_other(play: Play) -> None:
    close = begun(play)
    first = count(play, close, scan(ONE))[0]
    count(play, close, scan(TWO), "duty2")
    assert isinstance(first, f.PieceCounted)
    undone = play.do("duty", rules.undo_count, day_close_id=close, day=DAY)
    assert undone == (f.CountTakenBack(close, first.count),)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty", rules.undo_count, day_close_id=close, day=DAY)
    assert len(play.books.counted(close)) == 1
    assert kinds(count(play, close, scan(ONE))) == [f.PieceCounted]


# -- unequal ---------------------------------------------------------------------------------------


def test_each_missing_piece_and_each_extra_one_is_a_case_the_same_day(play: Play) -> None:
    one, elsewhere = play.taken(ONE), play.taken(TWO, "clerk")
    close = begun(play)
    for what in (scan(TWO), scan(OTHER)):
        count(play, close, what)
    compared, missing, extra, unknown = done(play, close)
    assert isinstance(compared, f.CountCompared)
    assert (compared.held, compared.counted, compared.missing) == (1, 2, (one,))
    assert len(compared.extra) == 2
    about = {"day_close": close, "department": DUTY, "day": DAY}
    for case, expected in (
        (missing, {"what": CaseKind.DAY_CLOSE_MISSING, "item": one, "scan": None}),
        (extra, {"what": CaseKind.DAY_CLOSE_EXTRA, "item": elsewhere, "scan": scan(TWO)}),
        (unknown, {"what": CaseKind.DAY_CLOSE_EXTRA, "item": None, "scan": scan(OTHER)}),
    ):
        assert isinstance(case, f.CaseOpened)
        assert {name: getattr(case, name) for name in expected} == expected
        assert {name: getattr(case, name) for name in about} == about
    assert status(play, close) is CloseStatus.DIFFERING


def test_counted_again_and_equal_the_day_closes_and_its_cases_are_settled(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO)
    close = begun(play)
    count(play, close, scan(ONE))
    done(play, close)
    assert cases(play, close) == [CaseKind.DAY_CLOSE_MISSING]
    done(play, close)  # the same difference makes no second case
    assert cases(play, close) == [CaseKind.DAY_CLOSE_MISSING]
    count(play, close, scan(TWO))
    done(play, close)
    assert status(play, close) is CloseStatus.CLOSED
    (case,) = play.books.cases_of(close)
    assert case.settlement is Settlement.COUNT_BECAME_RIGHT


def test_counted_anew_from_nothing_after_a_difference(play: Play) -> None:
    play.taken(ONE)
    close = begun(play)
    with refused(Reason.NOT_COMPARED):
        play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    count(play, close, scan(ONE))
    count(play, close, scan(OTHER))
    done(play, close)
    play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    assert play.books.counted(close) == ()
    assert status(play, close) is CloseStatus.COUNTING
    count(play, close, scan(ONE))
    done(play, close)
    assert status(play, close) is CloseStatus.CLOSED


def test_another_difference_settles_what_came_right_and_opens_what_did_not(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO)
    close = begun(play)
    count(play, close, scan(ONE))
    done(play, close)
    play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    count(play, close, scan(TWO))
    assert kinds(done(play, close)) == [f.CountCompared, f.CaseOpened, f.CaseSettled]
    count(play, close, scan(ONE))
    done(play, close)
    play_again = [case.settlement for case in play.books.cases_of(close)]
    assert play_again == [Settlement.COUNT_BECAME_RIGHT] * 2


def test_a_difference_that_comes_back_is_a_case_again(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO)
    close = begun(play)
    count(play, close, scan(ONE))
    done(play, close)  # TWO is missing
    play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    count(play, close, scan(TWO))
    done(play, close)  # ONE is missing, TWO came right
    play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    count(play, close, scan(ONE))
    done(play, close)
    assert cases(play, close) == [CaseKind.DAY_CLOSE_MISSING]
    assert len(play.books.cases_of(close)) == 3


def test_the_day_is_closed_with_a_difference_when_its_last_case_is_settled(play: Play) -> None:
    play.taken(ONE)
    close = begun(play)
    count(play, close, scan(OTHER))
    done(play, close)
    missing, extra = (case.id for case in play.books.cases_of(close))
    assert kinds(play.settle("supervisor", extra, "隣の課のもの")) == [f.CaseSettled]
    facts = play.settled_by_two(missing, Settlement.DECLARE_LOST)
    assert facts[-1] == f.DayClosedWithDifference(close)
    assert status(play, close) is CloseStatus.CLOSED_WITH_DIFFERENCE


def test_what_a_supervisor_settled_stays_settled_when_it_is_counted_again(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO)
    close = begun(play)
    done(play, close)
    one = next(c for c in play.books.cases_of(close) if c.item == play.books.held_items(ONE)[0].id)
    play.settle("supervisor", one.id, "本人に渡した")
    count(play, close, scan(TWO))
    facts = done(play, close)
    assert kinds(facts) == [f.CountCompared, f.CaseSettled, f.DayClosedWithDifference]


def test_settling_while_somebody_counts_anew_closes_nothing(play: Play) -> None:
    play.taken(ONE)
    close = begun(play)
    done(play, close)
    (case,) = play.books.cases_of(close)
    play.do("duty", rules.begin_recount, day_close_id=close, day=DAY)
    assert kinds(play.settle("supervisor", case.id, "x")) == [f.CaseSettled]
    assert status(play, close) is CloseStatus.COUNTING


def test_nobody_settles_what_they_counted(play: Play) -> None:
    play.taken(ONE)
    close = begun(play, "clerk")
    count(play, close, scan(OTHER), "both")
    done(play, close, "clerk")
    (case,) = play.books.cases_of(close)
    assert review.involved(play.books, case) == {key("clerk"), key("both")}
    with refused(Reason.SAME_PERSON):
        play.settle("both", case.id, "x")


def test_one_of_two_pieces_under_one_number_cannot_stand_for_both(play: Play) -> None:
    first = play.taken(ONE)
    second = play.another(ONE)
    close = begun(play)
    for text in (ONE, ONE):
        count(play, close, scan(text))
    done(play, close)
    (case,) = play.books.cases_of(close)
    assert (case.what, case.item) == (CaseKind.DAY_CLOSE_MISSING, second)
    count(play, close, scan(play.books.item(second).number))
    assert f.DayClosed in kinds(done(play, close))
    assert play.books.item(first).number == ONE


def test_the_empty_envelope_of_one_piece_never_counts_the_one_under_a_label(play: Play) -> None:
    first = play.books.item(play.taken(ONE))
    second = play.another(ONE)
    close = begun(play)
    assert kinds(count(play, close, scan(ONE))) == [f.PieceCounted]
    play.books.put(replace(first, status=ItemStatus.DELIVERED))
    assert kinds(count(play, close, scan(ONE))) == [f.CountRepeated]
    done(play, close)
    (case,) = play.books.cases_of(close)
    assert (case.what, case.item) == (CaseKind.DAY_CLOSE_MISSING, second)


def test_of_two_under_labels_the_number_below_counts_neither(play: Play) -> None:
    first = play.books.item(play.taken(ONE))
    labelled = {play.another(ONE), play.another(ONE)}
    play.books.put(replace(first, status=ItemStatus.DELIVERED))
    close = begun(play)
    count(play, close, scan(ONE))
    done(play, close)
    cases = play.books.cases_of(close)
    missing = {it.item for it in cases if it.what is CaseKind.DAY_CLOSE_MISSING}
    assert missing == labelled
    assert [it.what for it in cases if it.item is None] == [CaseKind.DAY_CLOSE_EXTRA]


def test_one_envelope_never_counts_two_pieces_that_came_back_under_one_number(play: Play) -> None:
    for _ in range(2):
        item = play.taken(ONE)
        play.keep("duty", (f.ItemDeclaredLost(item, key("c"), DUTY),))
    for lost in play.books.lost_items(ONE):
        play.keep("duty", (f.ItemFoundAgain(lost.id, DUTY),))
    close = begun(play)
    assert kinds(count(play, close, scan(ONE))) == [f.PieceCounted]
    assert kinds(count(play, close, scan(ONE))) == [f.CountRepeated]
    done(play, close)
    (case,) = play.books.cases_of(close)
    assert case.what is CaseKind.DAY_CLOSE_MISSING


# -- what moves while it is counted ----------------------------------------------------------------


def test_a_piece_that_was_counted_and_has_left_since_is_not_too_much(play: Play) -> None:
    close = begun(play, "clerk")
    item = play.routed(ONE, TREASURY)
    count(play, close, scan(ONE), "clerk")
    play.handed_over("clerk", "treasurer", TREASURY, item)
    assert f.DayClosed in kinds(done(play, close, "clerk"))
    other = begun(play, "treasurer")
    count(play, other, scan(ONE), "treasurer")
    play.deliver("treasurer", item)
    assert f.DayClosed in kinds(done(play, other, "treasurer"))


def test_a_piece_that_is_void_by_now_is_too_much(play: Play) -> None:
    item = play.taken(ONE)
    close = begun(play)
    count(play, close, scan(ONE))
    play.keep("duty", (f.ItemVoided(item, key("c")),))
    done(play, close)
    assert cases(play, close) == [CaseKind.DAY_CLOSE_EXTRA]


def test_a_lost_piece_that_is_counted_comes_back_into_custody(play: Play) -> None:
    item, _ = play.lost(ONE)
    close = begun(play, "water")
    facts = count(play, close, scan(ONE), "water")
    assert kinds(facts) == [f.ItemFoundAgain, f.CaseOpened, f.PieceCounted]
    assert play.books.item(item).holder == WATER
    assert f.DayClosed in kinds(done(play, close, "water"))


# -- once a day, by its own people, on its day -----------------------------------------------------


def test_a_day_is_opened_once_a_department(play: Play) -> None:
    close = begun(play)
    with refused(Reason.DAY_CLOSE_EXISTS, got=CloseStatus.COUNTING):
        begun(play, "duty2")
    done(play, close)
    with refused(Reason.DAY_CLOSE_EXISTS, got=CloseStatus.CLOSED):
        begun(play)
    begun(play, day=NEXT)
    begun(play, "clerk")


def test_people_of_another_department_count_nothing_here(play: Play) -> None:
    close = begun(play)
    for rule in (rules.undo_count, rules.begin_recount):
        with refused(Reason.NOT_MEMBER, expected=DUTY, got=TREASURY):
            play.do("treasurer", rule, day_close_id=close, day=DAY)
    with refused(Reason.NOT_MEMBER):
        count(play, close, scan(ONE), "treasurer")
    with refused(Reason.NOT_MEMBER):
        done(play, close, "treasurer")
    for who in ("supervisor", "auditor"):
        with refused(Reason.ROLE_MISSING):
            begun(play, who)


def test_a_closed_department_closes_no_day(play: Play) -> None:
    play.keep("admin", (f.DepartmentClosed(WATER, None),))
    with refused(Reason.DEPARTMENT_CLOSED):
        begun(play, "water")


def test_a_late_scan_is_recorded_and_changes_no_closed_count(play: Play) -> None:
    play.taken(ONE)
    close = begun(play)
    count(play, close, scan(ONE))
    done(play, close)
    assert kinds(count(play, close, scan(ONE))) == [f.CountRepeated]
    later = play.taken(TWO)  # came after the close: it is where it should be
    assert count(play, close, scan(TWO)) == (f.StrayScanned(DUTY, scan(TWO), later, None),)
    assert kinds(count(play, close, scan(OTHER))) == [f.StrayScanned, f.CaseOpened]
    for rule in (rules.undo_count, rules.begin_recount):
        with refused(Reason.DAY_CLOSED, got=CloseStatus.CLOSED):
            play.do("duty", rule, day_close_id=close, day=DAY)
    with refused(Reason.DAY_CLOSED):
        done(play, close)


def test_a_day_that_is_over_is_counted_no_more(play: Play) -> None:
    close = begun(play)
    with refused(Reason.DAY_OVER, expected="2020-10-31", got="2020-11-01"):
        done(play, close, day=NEXT)
    facts = count(play, close, scan(ONE), day=NEXT)
    assert kinds(facts) == [f.StrayScanned, f.CaseOpened]


# -- not closed ------------------------------------------------------------------------------------


def unclosed(play: Play, day: date = DAY, end: datetime = EVENING) -> f.Facts:
    return rules.unclosed(play.books, day=day, end=end)


def test_a_department_that_held_something_and_did_not_close_is_a_case_once(play: Play) -> None:
    play.taken(ONE)
    play.taken(TWO, "clerk")
    done_close = begun(play)
    count(play, done_close, scan(ONE))
    done(play, done_close)
    begun(play, "clerk")  # begun and never done
    (case,) = unclosed(play)
    assert isinstance(case, f.CaseOpened)
    assert (case.what, case.department, case.day) == (CaseKind.DAY_NOT_CLOSED, SORTING, DAY)
    play.keep("admin", (case,))
    assert unclosed(play) == ()
    play.settle("supervisor", case.case, "停電")
    assert unclosed(play) == ()
    assert len(unclosed(play, NEXT)) == 2


@pytest.mark.parametrize("settled", [False, True])
def test_a_count_that_differed_has_its_own_cases(play: Play, *, settled: bool) -> None:
    play.taken(ONE)
    close = begun(play)
    done(play, close)
    if settled:
        (case,) = play.books.cases_of(close)
        play.settle("supervisor", case.id, "x")
    assert unclosed(play) == ()


def test_what_came_after_the_day_does_not_count_for_it(play: Play) -> None:
    play.taken(ONE)
    assert unclosed(play, end=START) == ()


def test_a_closed_department_owes_no_day(play: Play) -> None:
    play.taken(ONE)
    play.keep("admin", (f.DepartmentClosed(DUTY, None),))
    assert unclosed(play) == ()


def test_a_day_close_says_whether_it_is_over() -> None:
    close = DayClose(key("c"), DUTY, DAY, key("duty"), START)
    assert not close.is_closed


def test_who_took_a_piece_in_does_not_end_that_it_is_missing_by_taking_it_back(play: Play) -> None:
    opened = play.arrival()
    play.take(opened, scan(ONE))
    close = begun(play, "duty2")
    done(play, close, "duty2")
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty", arrival.undo_taking_in, arrival_id=opened)
    assert cases(play, close) == [CaseKind.DAY_CLOSE_MISSING]


def test_who_counted_and_took_it_back_does_not_judge_the_difference(play: Play) -> None:
    play.taken(ONE, "clerk")
    play.taken(TWO, "clerk")
    close = begun(play, "clerk")
    count(play, close, scan(ONE), "both")
    done(play, close, "clerk")
    play.do("both", rules.undo_count, day_close_id=close, day=DAY)
    for case in play.books.cases_of(close):
        with refused(Reason.SAME_PERSON):
            play.settle("both", case.id, "x")
