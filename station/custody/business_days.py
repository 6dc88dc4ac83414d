"""Business days: counting the days on which an office is open.  Pure.

Whoever asks brings a predicate that says on which days the office is closed; it refuses a day that
it knows nothing of (`desk.calendar`).
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

IsClosed = Callable[[date], bool]

DAYS_LOOKED_AT_MAX = 3_660
"""Ten years: an office that is closed for longer has given a wrong calendar."""


def add_business_days(day: date, count: int, is_closed: IsClosed) -> date:
    """Return the business day that is so many business days after a day, which need not be one."""
    if count < 1:
        raise ValueError(f"expected one business day at least, got {count}")
    for later in _days_after(day):
        count -= not is_closed(later)
        if count == 0:
            return later
    raise ValueError(f"expected a business day within {DAYS_LOOKED_AT_MAX} days after {day}")


def business_days_between(earlier: date, later: date, is_closed: IsClosed) -> int:
    """Return how many business days lie after one day and before another; neither is counted."""
    span = range(1, (later - earlier).days)
    return sum(not is_closed(earlier + timedelta(days)) for days in span)


def business_day_before(day: date, is_closed: IsClosed) -> date:
    """Return the last business day before a day."""
    for days in range(1, DAYS_LOOKED_AT_MAX + 1):
        earlier = day - timedelta(days)
        if not is_closed(earlier):
            return earlier
    raise ValueError(f"expected a business day within {DAYS_LOOKED_AT_MAX} days before {day}")


def _days_after(day: date) -> Iterator[date]:
    return (day + timedelta(days) for days in range(1, DAYS_LOOKED_AT_MAX + 1))
