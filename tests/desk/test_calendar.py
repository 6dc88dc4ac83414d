"""The office's calendar: known days only, over New Year, and a clear end."""

from dataclasses import replace
from datetime import date

import pytest

from station.custody.business_days import add_business_days, business_days_between
from station.custody.refusal import Reason
from station.desk import calendar
from station.desk.calendar import OfficeCalendar, Reach, calendar_of
from station.words import sayer
from station.words.refusals import sentence
from tests.support.hall import Hall
from tests.support.refusals import refused


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (date(2026, 5, 1), False),  # a Friday
        (date(2026, 5, 2), True),  # Saturday
        (date(2026, 5, 6), True),  # substitute holiday
        (date(2026, 9, 22), True),  # a day between two holidays
        (date(2026, 12, 28), False),
        (date(2026, 12, 29), True),
        (date(2027, 1, 1), True),
        (date(2027, 1, 4), False),  # a Monday
        (date(2020, 11, 3), True),  # Culture Day, the day after the letter was lost
    ],
)
def test_weekends_holidays_and_the_turn_of_the_year(day: date, *, closed: bool) -> None:
    assert OfficeCalendar().is_closed(day) is closed


@pytest.mark.parametrize(
    ("day", "reach"),
    [
        (date(2027, 1, 29), Reach.KNOWN),
        (date(2027, 1, 30), Reach.ENDS_SOON),
        (date(2027, 3, 31), Reach.ENDS_SOON),
        (date(2027, 4, 1), Reach.ENDED),
    ],
)
def test_the_calendar_is_said_to_end_sixty_days_before(day: date, reach: Reach) -> None:
    own = replace(calendar.USUAL, until=date(2027, 3, 31))
    seen = OfficeCalendar(own).outlook(day)
    assert (seen.reach, seen.until, seen.is_national) == (reach, date(2027, 3, 31), False)


def test_where_the_office_has_no_list_the_national_holidays_end_it() -> None:
    seen = OfficeCalendar().outlook(date(2099, 12, 1))
    assert (seen.reach, seen.is_national) == (Reach.ENDS_SOON, True)


def test_the_years_end_is_counted_over() -> None:
    is_closed = OfficeCalendar().is_closed
    assert add_business_days(date(2026, 12, 28), 1, is_closed) == date(2027, 1, 4)
    assert business_days_between(date(2026, 12, 25), date(2027, 1, 5), is_closed) == 2


def test_a_year_that_the_library_does_not_know_is_refused() -> None:
    known = OfficeCalendar()
    assert known.until == date(2099, 12, 31)
    with refused(Reason.HOLIDAYS_UNKNOWN, expected="2099-12-31", got="2100-01-01"):
        known.is_closed(date(2100, 1, 1))
    with refused(Reason.HOLIDAYS_UNKNOWN, got="1900-01-01"):
        known.is_closed(date(1900, 1, 1))


def test_a_day_behind_the_offices_own_list_is_refused_and_says_what_to_do(hall: Hall) -> None:
    calendar.set_closing_days(
        hall.ledger,
        hall.caller("admin"),
        until=date(2027, 3, 31),
        days=(date(2026, 11, 2),),
        yearly=(("12-28", "01-04"),),
    )
    with hall.ledger.views() as views:
        own = calendar_of(views.books)
    assert own.until == date(2027, 3, 31)
    assert own.is_closed(date(2026, 11, 2))
    assert own.is_closed(date(2026, 12, 28))
    with refused(Reason.CLOSING_DAYS_UNKNOWN, expected="2027-03-31", got="2027-04-01") as told:
        own.is_closed(date(2027, 4, 1))
    said = sentence(told.value, sayer("en"), str)
    assert said == (
        "The office's list of closing days ends on 2027-03-31; 2027-04-01 came."
        " Let the administrator set the next one."
    )
    with refused(Reason.CLOSING_DAYS_UNKNOWN):
        add_business_days(date(2027, 3, 31), 1, own.is_closed)


def test_an_office_that_has_set_nothing_has_the_usual_days(hall: Hall) -> None:
    with hall.ledger.views() as views:
        assert calendar_of(views.books) == OfficeCalendar()
