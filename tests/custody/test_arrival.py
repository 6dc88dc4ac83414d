"""Arrival: nothing is lost, and only the right count closes."""

import pytest

from station.custody import arrival as rules
from station.custody import facts as f
from station.custody import office, review, sorting
from station.custody.refusal import Reason
from station.custody.state import ArrivalStatus, ItemStatus
from station.custody.values import CaseKind, Settlement
from tests.support.play import DUTY, SORTING, TREASURY, Play, doubtful, key, scan
from tests.support.refusals import refused

NUMBER, OTHER = "13112383852", "404410000016"


def announced(play: Play, *numbers: str) -> None:
    """Let General Affairs import a list with these numbers."""
    items = tuple(
        f.ItemAnnounced(key(f"due {n}"), key("list"), n, "書留", None, None, None) for n in numbers
    )
    imported = f.ExpectedListImported(key("list"), "list.csv", len(items))
    play.do("clerk", office.announce, imported=imported, items=items)


def test_a_piece_is_held_by_the_department_that_took_it_in(play: Play) -> None:
    item = play.books.item(play.taken(NUMBER))
    assert (item.number, item.holder, item.status) == (NUMBER, DUTY, ItemStatus.HELD)
    assert play.books.arrival(item.arrival).count == 1


@pytest.mark.parametrize("count", [0, -3, 10_000])
def test_an_impossible_count_is_refused(play: Play, count: int) -> None:
    with refused(Reason.COUNT_OUT_OF_RANGE, got=count):
        play.arrival(count=count)


def test_a_receiver_takes_nothing_in(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.arrival("treasurer")


def test_another_department_scans_into_no_arrival_of_the_duty_desk(play: Play) -> None:
    opened = play.arrival("duty")
    with refused(Reason.NOT_MEMBER, expected=DUTY, got=SORTING):
        play.take(opened, scan(NUMBER), "clerk")


def test_a_second_scan_of_a_piece_is_recorded_and_counts_once(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    facts = play.take(opened, scan(NUMBER), "duty2")
    assert isinstance(facts[0], f.ScanRepeated)
    assert play.books.arrival(opened).count == 1


def test_a_doubtful_scan_opens_a_case_and_counts_only_when_confirmed(play: Play) -> None:
    opened = play.arrival()
    first = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in first] == [f.ScanSetAside, f.CaseOpened]
    assert play.books.arrival(opened).count == 0
    second = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in second] == [f.ItemTakenIn, f.CaseOpened]
    assert play.books.arrival(opened).count == 1
    kinds = {case.what for case in play.books.open_cases(arrival=opened)}
    assert kinds == {CaseKind.DOUBTFUL, CaseKind.UNMATCHED}


def test_an_announced_number_of_an_unknown_carrier_needs_no_case_once_confirmed(
    play: Play,
) -> None:
    announced(play, "ABC123456")
    opened = play.arrival(list_id=key("list"))
    play.take(opened, doubtful("ABC123456"))
    facts = play.take(opened, doubtful("ABC123456"))
    assert [type(fact) for fact in facts] == [f.ItemTakenIn]


def test_a_number_that_is_still_held_from_another_arrival_is_set_aside(play: Play) -> None:
    item = play.taken(NUMBER)
    later = play.arrival()
    facts = play.take(later, scan(NUMBER))
    assert isinstance(facts[1], f.CaseOpened)
    assert (facts[1].what, facts[1].item) == (CaseKind.STILL_HELD, item)
    assert play.books.arrival(later).count == 0


def test_an_announced_piece_is_matched_and_an_unannounced_one_is_looked_at(play: Play) -> None:
    announced(play, NUMBER)
    opened = play.arrival(count=2, list_id=key("list"))
    matched = play.take(opened, scan(NUMBER))
    assert [type(fact) for fact in matched] == [f.ItemTakenIn]
    assert play.books.missing_expected(key("list")) == ()
    unmatched = play.take(opened, scan(OTHER))
    assert isinstance(unmatched[1], f.CaseOpened)
    assert unmatched[1].what is CaseKind.UNMATCHED


def test_without_a_list_nothing_is_unexpected(play: Play) -> None:
    assert len(play.take(play.arrival(), scan(NUMBER))) == 1


def test_one_takes_back_ones_own_last_scan(play: Play) -> None:
    announced(play, NUMBER)
    opened = play.arrival(count=2, list_id=key("list"))
    play.take(opened, scan(NUMBER))
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("duty2", rules.undo_taking_in, arrival_id=opened)
    play.take(opened, scan(OTHER))
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    play.do("duty", rules.undo_taking_in, arrival_id=opened)
    assert play.books.arrival(opened).count == 0
    assert play.books.missing_expected(key("list")) == (NUMBER,)
    assert play.books.open_cases(arrival=opened) == ()
    play.take(opened, scan(NUMBER))
    assert play.books.arrival(opened).count == 1


def test_a_piece_that_is_being_sorted_is_not_taken_back(play: Play) -> None:
    opened = play.arrival("clerk")
    facts = play.take(opened, scan(NUMBER), "clerk")
    assert isinstance(facts[0], f.ItemTakenIn)
    play.do("clerk", sorting.enter_first, item_id=facts[0].item, department=TREASURY)
    with refused(Reason.NOTHING_TO_TAKE_BACK):
        play.do("clerk", rules.undo_taking_in, arrival_id=opened)


def test_a_short_arrival_does_not_close(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    with refused(Reason.ARRIVAL_DIFFERS, expected=2, got=1):
        play.do("duty", rules.close_arrival, arrival_id=opened)


def test_the_right_count_with_an_expected_piece_missing_does_not_close(play: Play) -> None:
    announced(play, NUMBER)
    opened = play.arrival(list_id=key("list"))
    play.take(opened, scan(OTHER))
    with refused(Reason.ARRIVAL_DIFFERS, expected=1, got=1, missing=(NUMBER,)):
        play.do("duty", rules.close_arrival, arrival_id=opened)


def test_the_right_count_closes_and_nothing_is_added_or_lost(play: Play) -> None:
    opened = play.arrival()
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED
    assert isinstance(play.take(opened, scan(NUMBER))[0], f.ScanRepeated)
    late = play.take(opened, scan(OTHER))
    assert [type(fact) for fact in late] == [f.StrayScanned, f.CaseOpened]
    assert play.books.arrival(opened).count == 1
    with refused(Reason.ARRIVAL_CLOSED):
        play.do("duty", rules.undo_taking_in, arrival_id=opened)


def test_a_difference_goes_to_the_supervisor_once(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    for _ in range(2):
        play.do("duty", rules.refer_arrival, deed=key(f"refer {len(play.log)}"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    assert case.what is CaseKind.COUNT_DIFFERENCE
    proposal = play.propose(
        "supervisor", case.id, Settlement.CLOSE_WITH_DIFFERENCE, "配達員に確認した"
    )
    assert play.books.arrival(opened).status is ArrivalStatus.REFERRED
    play.second("clerk", case.id, proposal)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED
    assert play.books.case(case.id).reason == "配達員に確認した"


def test_a_count_that_becomes_right_closes_and_settles_the_case(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    play.take(opened, scan(OTHER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.open_cases(arrival=opened) == ()


def test_a_right_count_is_nothing_for_the_supervisor(play: Play) -> None:
    opened = play.arrival()
    play.take(opened, scan(NUMBER))
    with refused(Reason.ARRIVAL_EQUAL):
        play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)


def test_a_difference_is_let_go_neither_by_who_scanned_nor_by_who_opened(play: Play) -> None:
    opened = play.arrival("both", count=3)
    play.take(opened, scan(NUMBER), "clerk2")
    play.do("clerk", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    difference = Settlement.CLOSE_WITH_DIFFERENCE
    with refused(Reason.SAME_PERSON):
        play.propose("both", case.id, difference)
    proposal = play.propose("supervisor", case.id, difference)
    for involved in ("supervisor", "both", "clerk", "clerk2"):
        with refused(Reason.SAME_PERSON):
            play.second(involved, case.id, proposal)
    play.second("clerk3", case.id, proposal)
    assert play.books.arrival(opened).status is ArrivalStatus.CLOSED


def test_a_piece_that_comes_after_the_proposal_makes_it_void(play: Play) -> None:
    opened = play.arrival(count=3)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    proposal = play.propose("supervisor", case.id, Settlement.CLOSE_WITH_DIFFERENCE)
    play.take(opened, scan(OTHER))
    with refused(Reason.PROPOSAL_CHANGED):
        play.second("clerk", case.id, proposal)


def test_a_case_about_an_arrival_that_is_not_referred_closes_nothing(play: Play) -> None:
    opened = play.arrival()
    facts = (f.CaseOpened(key("c"), CaseKind.COUNT_DIFFERENCE, opened),)
    play.keep("duty", facts)
    with refused(Reason.ARRIVAL_CLOSED, got=ArrivalStatus.OPEN):
        play.propose("supervisor", key("c"), Settlement.CLOSE_WITH_DIFFERENCE)


def test_an_arrival_that_was_wrongly_closed_with_a_difference_waits_again(play: Play) -> None:
    opened = play.arrival(count=2)
    play.take(opened, scan(NUMBER))
    play.do("duty", rules.refer_arrival, deed=key("refer"), arrival_id=opened)
    (case,) = play.books.open_cases(arrival=opened)
    play.settled_by_two(case.id, Settlement.CLOSE_WITH_DIFFERENCE)
    play.do("supervisor", review.correct_settlement, case_id=case.id, reason="もう1通あった")
    play.take(opened, scan(OTHER))
    play.do("duty", rules.close_arrival, arrival_id=opened)
    assert play.books.arrival(opened).count == 2
    assert play.books.case(case.id).settlement is Settlement.COUNT_BECAME_RIGHT
