"""Business days: counted by a predicate, within bounds."""

from datetime import date

import pytest

from station.custody.business_days import (
    add_business_days,
    business_day_before,
    business_days_between,
)

FRIDAY, SATURDAY, MONDAY, TUESDAY = (date(2026, 10, day) for day in (2, 3, 5, 6))


def weekend(day: date) -> bool:
    return day.weekday() >= 5


def always(_day: date) -> bool:
    return True


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [(FRIDAY, 1, MONDAY), (SATURDAY, 1, MONDAY), (FRIDAY, 2, TUESDAY), (MONDAY, 1, TUESDAY)],
)
def test_business_days_are_added(day: date, count: int, due: date) -> None:
    assert add_business_days(day, count, weekend) == due


@pytest.mark.parametrize(
    ("earlier", "later", "count"),
    [
        (FRIDAY, SATURDAY, 0),
        (FRIDAY, MONDAY, 0),
        (FRIDAY, TUESDAY, 1),
        (SATURDAY, TUESDAY, 1),
        (MONDAY, MONDAY, 0),
        (TUESDAY, MONDAY, 0),
        (FRIDAY, date(2026, 10, 12), 5),
    ],
)
def test_whole_business_days_between_two_days(earlier: date, later: date, count: int) -> None:
    assert business_days_between(earlier, later, weekend) == count


def test_the_last_business_day_before_a_day() -> None:
    assert business_day_before(MONDAY, weekend) == FRIDAY
    assert business_day_before(TUESDAY, weekend) == MONDAY


def test_what_cannot_be_counted_is_an_error() -> None:
    with pytest.raises(ValueError, match="expected one business day at least, got 0"):
        add_business_days(FRIDAY, 0, weekend)
    with pytest.raises(ValueError, match="expected a business day within 3660 days after"):
        add_business_days(FRIDAY, 1, always)
    with pytest.raises(ValueError, match="expected a business day within 3660 days before"):
        business_day_before(FRIDAY, always)


def test_a_predicate_that_refuses_a_day_is_heard() -> None:
    def ends(day: date) -> bool:
        if day > MONDAY:
            raise LookupError
        return weekend(day)

    assert add_business_days(FRIDAY, 1, ends) == MONDAY
    with pytest.raises(LookupError):
        add_business_days(FRIDAY, 2, ends)
