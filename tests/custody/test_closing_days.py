"""The office's own closing days: an administrator's list with an end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from station.custody import closing_days as rules
from station.custody.refusal import Reason
from station.custody.state import ClosingDays
from tests.support.play import Play
from tests.support.refusals import refused

END = date(2027, 3, 31)
NEW_YEAR = ("12-29", "01-03")


def test_a_list_replaces_the_one_before_it(play: Play) -> None:
    assert play.books.closing_days() is None
    days = (date(2026, 11, 2), date(2026, 10, 30), date(2026, 11, 2))
    play.do("admin", rules.set_closing_days, until=END, days=days, yearly=(NEW_YEAR,))
    kept = play.books.closing_days()
    assert kept == ClosingDays(ClosingDays.KEY, END, (days[1], days[0]), (NEW_YEAR,))
    play.do("admin", rules.set_closing_days, until=END)
    assert play.books.closing_days() == ClosingDays(ClosingDays.KEY, END, (), ())


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 3), True),
        (date(2027, 1, 4), False),
        (date(2026, 8, 14), True),
        (date(2026, 8, 16), False),
        (date(2026, 11, 2), True),
    ],
)
def test_spans_go_over_new_year_and_within_a_year(day: date, *, closed: bool) -> None:
    spans = (NEW_YEAR, ("08-13", "08-15"))
    assert ClosingDays("x", END, (date(2026, 11, 2),), spans).includes(day) is closed


def test_only_an_administrator_sets_them(play: Play) -> None:
    with refused(Reason.ROLE_MISSING):
        play.do("supervisor", rules.set_closing_days, until=END)


@pytest.mark.parametrize("end", ["", "12/29", "2-30", "02-30", "1-3", "13-01", "12-29-30"])
def test_an_impossible_day_of_a_year_is_refused(play: Play, end: str) -> None:
    with refused(Reason.CLOSING_DAY_WRONG, got=end):
        play.do("admin", rules.set_closing_days, until=END, yearly=((end, "01-03"),))


def test_a_day_behind_the_end_and_too_many_days_are_refused(play: Play) -> None:
    late = END + timedelta(days=1)
    with refused(Reason.CLOSING_DAY_WRONG, expected="2027-03-31", got="2027-04-01"):
        play.do("admin", rules.set_closing_days, until=END, days=(late,))
    many = tuple(END - timedelta(days=n) for n in range(401))
    with refused(Reason.CLOSING_DAY_WRONG, got=401):
        play.do("admin", rules.set_closing_days, until=END, days=many)


def test_a_list_is_changed_where_it_stands(play: Play) -> None:
    usual = ClosingDays("usual", date.max, (), (NEW_YEAR,))
    some, other = (replace(usual, days=(date(2026, 12, day),), yearly=()) for day in (24, 25))
    with refused(Reason.ROLE_MISSING):
        play.do("supervisor", rules.change_closing_days, usual=usual, until=END)
    with refused(Reason.CLOSING_DAYS_ENDLESS):
        play.do("admin", rules.change_closing_days, usual=usual, add=some)
    play.do("admin", rules.change_closing_days, usual=usual, until=END)
    for days in (some, other):
        play.do("admin", rules.change_closing_days, usual=usual, add=days)
    play.do("admin", rules.change_closing_days, usual=usual, drop=some)
    with refused(Reason.UNKNOWN_SUBJECT, got="2026-12-24"):
        play.do("admin", rules.change_closing_days, usual=usual, drop=some)
    assert play.books.closing_days() == ClosingDays(
        ClosingDays.KEY, END, (date(2026, 12, 25),), (NEW_YEAR,)
    )
