"""Rounds: what is due by the calendar, once, and by nobody."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from station.custody import facts as f
from station.custody.overdue import Limits
from station.custody.refusal import Reason
from station.custody.values import CaseKind, Ending, Settlement
from station.desk import calendar, day_close, delivery, expected, sorting
from station.desk.rounds import left_undone, make_rounds
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall, seen
from tests.support.refusals import refused

ONE, TWO = "13112383852", "20112345676"
TOKYO = ZoneInfo("Asia/Tokyo")


def at(hall: Hall, year: int, month: int, day: int, hour: int, minute: int = 0) -> None:
    """Set the hall's clock by the office's own time."""
    hall.clock.now = datetime(year, month, day, hour, minute, tzinfo=TOKYO).astimezone(UTC)


def kinds(facts: f.Facts) -> list[CaseKind]:
    return [fact.what for fact in facts if isinstance(fact, f.CaseOpened)]


def test_on_a_quiet_day_nothing_is_due_and_nothing_recorded(hall: Hall) -> None:
    hall.taken("duty", ONE)
    assert make_rounds(hall.ledger, TOKYO) == ()


def test_a_second_round_opens_nothing_twice(hall: Hall) -> None:
    (item,) = hall.taken("duty", ONE)  # on a Saturday
    at(hall, 2020, 11, 2, 23)
    assert make_rounds(hall.ledger, TOKYO) == ()
    at(hall, 2020, 11, 4, 8, 30)  # Tuesday was a holiday
    assert kinds(make_rounds(hall.ledger, TOKYO)) == [CaseKind.OVERDUE, CaseKind.DAY_NOT_CLOSED]
    assert make_rounds(hall.ledger, TOKYO) == ()
    with hall.ledger.views() as views:
        cases = {case.what: case for case in views.open_cases()}
    overdue, unclosed = cases[CaseKind.OVERDUE], cases[CaseKind.DAY_NOT_CLOSED]
    assert (overdue.item, overdue.author) == (item, None)
    assert (unclosed.department, unclosed.day) == ("01", date(2020, 11, 2))
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_department_that_closed_its_day_is_left_alone(hall: Hall) -> None:
    at(hall, 2020, 11, 2, 9)
    hall.taken("duty", ONE)
    opened = hall.caller("duty")
    day_close.open_day_close(hall.ledger, opened, zone=TOKYO)
    day_close.count_piece(
        hall.ledger, hall.caller("duty"), day_close=opened.deed, seen=seen(ONE), zone=TOKYO
    )
    day_close.finish_day_count(hall.ledger, hall.caller("duty"), day_close=opened.deed, zone=TOKYO)
    at(hall, 2020, 11, 4, 0, 1)
    assert make_rounds(hall.ledger, TOKYO) == ()


def test_a_piece_that_moves_on_settles_its_case_in_the_same_deed(hall: Hall) -> None:
    (item,) = hall.routed(TREASURY, ONE)
    at(hall, 2020, 11, 10, 9)
    make_rounds(hall.ledger, TOKYO)
    hall.handed_over(ONE)
    with hall.ledger.views() as views:
        assert CaseKind.OVERDUE not in {case.what for case in views.open_cases()}
    at(hall, 2020, 11, 30, 9)
    assert CaseKind.OVERDUE in kinds(make_rounds(hall.ledger, TOKYO))
    done = delivery.deliver(hall.ledger, hall.caller("treasurer"), item=item, ending=Ending.OPENED)
    (settled,) = (fact for fact in done.facts if isinstance(fact, f.CaseSettled))
    assert settled.settlement is Settlement.MOVED_ON
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_handover_that_both_sides_left_is_a_case_once(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    at(hall, 2020, 11, 1, 23)  # a Sunday: for a handover hours count
    assert kinds(make_rounds(hall.ledger, TOKYO)) == [CaseKind.ABANDONED]
    assert make_rounds(hall.ledger, TOKYO) == ()


def test_what_was_announced_and_did_not_come_is_a_case_after_a_business_day(hall: Hall) -> None:
    table = "引受番号\n131-12-38385-2\n".encode()
    expected.import_expected(hall.ledger, hall.caller("clerk"), source="list.csv", data=table)
    at(hall, 2020, 11, 2, 23)  # the list came on a Saturday
    assert make_rounds(hall.ledger, TOKYO) == ()
    at(hall, 2020, 11, 3, 9)
    assert kinds(make_rounds(hall.ledger, TOKYO)) == [CaseKind.MISSING_EXPECTED]
    assert make_rounds(hall.ledger, TOKYO) == ()


def test_the_office_says_how_long_is_too_long(hall: Hall) -> None:
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=None)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=None)
    at(hall, 2020, 11, 4, 9)  # one business day has passed
    assert CaseKind.OVERDUE not in kinds(make_rounds(hall.ledger, TOKYO))
    assert CaseKind.OVERDUE in kinds(make_rounds(hall.ledger, TOKYO, Limits(undecided=1)))


def test_where_the_calendar_has_ended_rounds_find_what_needs_none_and_say_so(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    hall.taken("duty", TWO)
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 11, 30))
    assert left_undone(hall.ledger, TOKYO) is None
    at(hall, 2020, 12, 2, 9)
    assert kinds(make_rounds(hall.ledger, TOKYO)) == [CaseKind.ABANDONED]
    assert make_rounds(hall.ledger, TOKYO) == ()
    undone = left_undone(hall.ledger, TOKYO)
    assert undone is not None
    assert undone.reason is Reason.CLOSING_DAYS_UNKNOWN
    assert undone.details["expected"] == "2020-11-30"
    calendar.change_closing_days(hall.ledger, hall.caller("admin"), until=date(2021, 3, 31))
    assert left_undone(hall.ledger, TOKYO) is None
    late = kinds(make_rounds(hall.ledger, TOKYO))
    assert CaseKind.OVERDUE in late, "what was left undone is done when the list goes on"


def test_on_the_first_day_behind_the_list_rounds_still_know_enough(hall: Hall) -> None:
    hall.taken("duty", ONE)
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 11, 30))
    at(hall, 2020, 12, 1, 9)
    assert CaseKind.OVERDUE in kinds(make_rounds(hall.ledger, TOKYO))


@pytest.mark.parametrize("who", ["duty", "clerk"])
def test_only_an_administrator_sets_the_calendar(hall: Hall, who: str) -> None:
    with refused(Reason.ROLE_MISSING):
        calendar.set_closing_days(hall.ledger, hall.caller(who), until=date(2020, 11, 30))
