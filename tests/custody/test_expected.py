"""Expected lists: merged, corrected, withdrawn; and what does not come is not forgotten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from station.custody import arrival, expected
from station.custody import facts as f
from station.custody.expected import SAME_PIECE_DAYS, Change
from station.custody.refusal import Reason
from station.custody.state import Case, Expected
from station.custody.values import CaseKind, PersonalRef, Settlement
from tests.support.play import TODAY, TREASURY, WATER, Play, key, scan
from tests.support.refusals import refused

NUMBER, OTHER, THIRD = "13112383852", "404410000016", "20112345676"
BANK = PersonalRef(key("bank"), "0" * 64)


def kinds(facts: f.Facts) -> list[str]:
    return [type(fact).__name__ for fact in facts]


def due(play: Play, number: str) -> Expected:
    found = play.books.open_expected(number)
    assert found is not None
    return found


def rounds(play: Play, today: date, grace: int = 0) -> f.Facts:
    """What is done once a day by nobody."""
    facts = expected.overdue_expected(
        play.books, deed=key(f"rounds {len(play.log)}"), today=today, grace_days=grace
    )
    return play.keep("", facts)


def case_of(play: Play) -> Case:
    (case,) = (c for c in play.books.each(Case) if c.what is CaseKind.MISSING_EXPECTED)
    return case


def test_a_list_is_announced_whole_or_not_at_all(play: Play) -> None:
    with refused(Reason.UNKNOWN_SUBJECT):
        play.announce(NUMBER, department="99")
    with refused(Reason.ROLE_MISSING):
        play.announce(NUMBER, who="treasurer")
    with refused(Reason.UNKNOWN_SUBJECT, expected="list"):
        play.announce(NUMBER, replaces=key("no list"))
    assert play.books.open_expected(NUMBER) is None
    play.announce(NUMBER, department=TREASURY)
    assert due(play, NUMBER).department == TREASURY
    assert due(play, NUMBER).due == TODAY


def test_the_same_list_sent_twice_doubles_nothing(play: Play) -> None:
    play.announce(NUMBER, OTHER)
    again = play.announce(NUMBER, OTHER, list_name="again", today=TODAY + timedelta(days=1))
    assert kinds(again) == ["ExpectedListImported", "ExpectedRepeated", "ExpectedRepeated"]
    assert len(play.books.each(Expected)) == 2
    for name in ("list", "again"):
        assert play.books.missing_expected(key(name)) == (NUMBER, OTHER)
    play.take(play.arrival(list_id=key("again")), scan(NUMBER))
    for name in ("list", "again"):
        assert play.books.missing_expected(key(name)) == (OTHER,)


def test_a_later_list_corrects_what_it_has_a_column_for(play: Play) -> None:
    play.announce(NUMBER, department=WATER, due=date(2020, 11, 2))
    facts = play.announce(
        NUMBER,
        list_name="later",
        service="簡易書留",
        sender=BANK,
        department=TREASURY,
        due=date(2020, 11, 4),
        says=frozenset({"sender", "department", "due"}),
    )
    assert kinds(facts) == ["ExpectedListImported", "ExpectedCorrected"]
    now = due(play, NUMBER)
    assert (now.service, now.sender, now.department, now.due) == (
        "書留",
        BANK,
        TREASURY,
        date(2020, 11, 4),
    )
    emptied = play.announce(NUMBER, list_name="third", says=frozenset({"department", "due"}))
    assert kinds(emptied) == ["ExpectedListImported", "ExpectedCorrected"]
    now = due(play, NUMBER)
    assert (now.department, now.due) == (None, date(2020, 11, 4))


def test_what_has_come_can_be_corrected_too_and_is_not_announced_again(play: Play) -> None:
    play.announce(NUMBER)
    item = play.taken(NUMBER)
    facts = play.announce(
        NUMBER, list_name="later", department=TREASURY, says=frozenset({"department"})
    )
    assert kinds(facts) == ["ExpectedListImported", "ExpectedCorrected"]
    (known,) = play.books.announced([NUMBER])
    assert (known.item, known.department) == (item, TREASURY)


def test_rows_are_withdrawn_only_by_a_list_that_replaces_theirs(play: Play) -> None:
    play.announce(NUMBER, OTHER, THIRD)
    item = play.taken(THIRD)
    play.announce(NUMBER, list_name="beside")
    assert play.books.missing_expected(key("list")) == (NUMBER, OTHER)
    facts = play.announce(NUMBER, list_name="instead", replaces=key("list"))
    assert kinds(facts) == ["ExpectedListImported", "ExpectedRepeated", "ExpectedWithdrawn"]
    assert play.books.missing_expected(key("list")) == (NUMBER,)
    assert play.books.open_expected(OTHER) is None
    assert play.books.item(item).expected is not None
    unmatched = play.take(play.arrival(list_id=key("instead")), scan(OTHER))
    assert kinds(unmatched) == ["ItemTakenIn", "CaseOpened"]


def test_a_withdrawn_piece_can_be_announced_again(play: Play) -> None:
    play.announce(NUMBER, OTHER)
    play.announce(OTHER, list_name="instead", replaces=key("list"))
    facts = play.announce(NUMBER, list_name="third")
    assert kinds(facts) == ["ExpectedListImported", "ItemAnnounced"]
    assert play.books.missing_expected(key("third")) == (NUMBER,)


def test_a_number_announced_months_later_is_another_piece(play: Play) -> None:
    play.announce(NUMBER)
    play.taken(NUMBER)
    soon = TODAY + timedelta(days=SAME_PIECE_DAYS)
    assert kinds(play.announce(NUMBER, list_name="soon", due=soon))[1:] == ["ExpectedRepeated"]
    late = soon + timedelta(days=1)
    assert kinds(play.announce(NUMBER, list_name="late", due=late))[1:] == ["ItemAnnounced"]
    assert play.books.missing_expected(key("late")) == (NUMBER,)


def test_what_came_before_its_list_is_not_missing(play: Play) -> None:
    item = play.taken(NUMBER)
    facts = play.announce(NUMBER)
    assert kinds(facts)[1:] == ["ItemAnnounced", "ExpectedMatched"]
    assert play.books.missing_expected(key("list")) == ()
    assert play.books.item(item).expected is not None
    assert kinds(play.announce(NUMBER, list_name="again"))[1:] == ["ExpectedRepeated"]


def test_a_comparison_says_what_each_row_means_and_changes_nothing(play: Play) -> None:
    play.announce(NUMBER, OTHER)
    play.taken(THIRD)
    rows = [
        expected.Row(key(n), n, "書留", sender, None, None, None)
        for n, sender in ((NUMBER, None), (OTHER, BANK), (THIRD, None), ("10000000006", None))
    ]
    said = frozenset({"sender"})
    meant = [*expected.compare(play.books, rows, says=said, today=TODAY)]
    assert [(it.change, it.fields) for it in meant] == [
        (Change.SAME, ()),
        (Change.CORRECTED, ("sender",)),
        (Change.HERE, ()),
        (Change.NEW, ()),
    ]
    assert expected.withdrawn(play.books, rows, None) == ()


def test_an_expected_piece_becomes_a_case_after_its_day_and_the_grace_and_once(play: Play) -> None:
    play.announce(NUMBER, due=date(2020, 11, 2))
    assert rounds(play, date(2020, 11, 4), grace=2) == ()
    facts = rounds(play, date(2020, 11, 5), grace=2)
    assert kinds(facts) == ["CaseOpened"]
    assert rounds(play, date(2020, 11, 6), grace=2) == ()
    case = case_of(play)
    assert (case.author, case.expected) == (None, due(play, NUMBER).id)
    play.settle("supervisor", case.id, "差出人が送らなかった")
    assert rounds(play, date(2021, 11, 6)) == ()


@pytest.mark.parametrize("grace", [-1, 366])
def test_an_impossible_grace_is_refused(play: Play, grace: int) -> None:
    with refused(Reason.COUNT_OUT_OF_RANGE, got=grace):
        rounds(play, TODAY, grace)


def test_a_missing_piece_that_comes_settles_its_case_and_is_missed_anew_when_taken_back(
    play: Play,
) -> None:
    play.announce(NUMBER)
    rounds(play, TODAY + timedelta(days=1))
    opened = play.arrival(list_id=key("list"))
    facts = play.take(opened, scan(NUMBER))
    assert kinds(facts) == ["ItemTakenIn", "CaseSettled"]
    assert case_of(play).settlement is Settlement.HAS_COME
    play.do("duty", arrival.undo_taking_in, arrival_id=opened)
    assert kinds(rounds(play, TODAY + timedelta(days=1))) == ["CaseOpened"]
    assert [case.expected for case in play.books.open_cases()] == [due(play, NUMBER).id]


def test_a_later_day_settles_the_case_until_it_has_passed_too(play: Play) -> None:
    play.announce(NUMBER, due=date(2020, 11, 2))
    rounds(play, date(2020, 11, 3))
    says = frozenset({"due"})
    facts = play.announce(NUMBER, list_name="later", due=date(2020, 11, 9), says=says)
    assert kinds(facts)[1:] == ["ExpectedCorrected", "CaseSettled"]
    assert case_of(play).settlement is Settlement.LIST_CORRECTED
    assert rounds(play, date(2020, 11, 9)) == ()
    assert kinds(rounds(play, date(2020, 11, 10))) == ["CaseOpened"]
    earlier = play.announce(NUMBER, list_name="sooner", due=date(2020, 11, 8), says=says)
    assert kinds(earlier)[1:] == ["ExpectedCorrected"]
    assert len(play.books.open_cases(expected=due(play, NUMBER).id)) == 1
    assert rounds(play, date(2020, 11, 20)) == ()


def test_what_is_withdrawn_is_missing_no_more(play: Play) -> None:
    play.announce(NUMBER, OTHER)
    rounds(play, TODAY + timedelta(days=1))
    facts = play.announce(OTHER, list_name="instead", replaces=key("list"))
    assert kinds(facts)[1:] == ["ExpectedRepeated", "ExpectedWithdrawn", "CaseSettled"]
    (case,) = play.books.open_cases()
    assert case.expected == due(play, OTHER).id


def test_of_two_announcements_under_one_number_the_arrivals_own_list_comes_first(
    play: Play,
) -> None:
    """As older journals may have them: two lists, each with a row of its own."""
    play.announce(NUMBER)
    first = due(play, NUMBER)
    second = replace(first, id=key("second"), list=key("other"), seq=first.seq + 1)
    announced = f.ItemAnnounced(
        second.id, second.list, NUMBER, "", None, None, None, due=second.due
    )
    play.keep("clerk", (announced,))
    assert play.books.open_expected(NUMBER) == first
    taken = play.take(play.arrival(list_id=key("other")), scan(NUMBER))[0]
    assert isinstance(taken, f.ItemTakenIn)
    assert taken.expected == second.id
