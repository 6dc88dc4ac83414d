"""When the office is closed: weekends, national holidays, and its own closing days.

A day beyond what is known is refused, never taken for an open one.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from holidays.countries.japan import Japan

from station.custody import closing_days as rules
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, ClosingDays
from station.desk.deeds import Caller, follow
from station.ledger.store import Done, Ledger

SATURDAY = 5

NATIONAL_UNTIL = date(Japan.end_year, 12, 31)
"""The last day for which the library `holidays` knows Japan's holidays; it is silent beyond."""

USUAL = ClosingDays("usual", date.max, (), (("12-29", "01-03"),))
"""For an office that has set nothing: the turn of the year, as nearly every town hall has it."""


WARN_BEFORE = timedelta(days=60)
"""What goes by the calendar ends with the list: who keeps it is told in time to write the next."""


class Reach(StrEnum):
    """Whether the calendar reaches far enough."""

    KNOWN = "known"
    ENDS_SOON = "ends_soon"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Outlook:
    """The last day of which an office's calendar knows, as seen from a day.

    `is_national` says that the national holidays end it, and no list of the office's own.
    """

    until: date
    reach: Reach
    is_national: bool


@dataclass(frozen=True, slots=True)
class OfficeCalendar:
    """An office's calendar; `own` are its own closing days."""

    own: ClosingDays = USUAL

    @property
    def until(self) -> date:
        """The last day of which it knows."""
        return min(self.own.until, NATIONAL_UNTIL)

    def outlook(self, day: date) -> Outlook:
        """Return how far it reaches, as seen from a day."""
        reach = Reach.ENDS_SOON if self.until - day <= WARN_BEFORE else Reach.KNOWN
        is_over = self.until < day
        return Outlook(
            self.until,
            Reach.ENDED if is_over else reach,
            is_national=self.own.until > NATIONAL_UNTIL,
        )

    def is_closed(self, day: date) -> bool:
        """Whether the office is closed on a day; refused for a day of which nobody knows."""
        if day > NATIONAL_UNTIL or day.year < Japan.start_year:
            raise Refused(
                Reason.HOLIDAYS_UNKNOWN, expected=NATIONAL_UNTIL.isoformat(), got=day.isoformat()
            )
        if day > self.own.until:
            raise Refused(
                Reason.CLOSING_DAYS_UNKNOWN,
                expected=self.own.until.isoformat(),
                got=day.isoformat(),
            )
        return day.weekday() >= SATURDAY or day in _national(day.year) or self.own.includes(day)


def calendar_of(books: Books) -> OfficeCalendar:
    """Return the calendar of the office that the books are of."""
    return OfficeCalendar(books.closing_days() or USUAL)


def set_closing_days(
    ledger: Ledger,
    caller: Caller,
    *,
    until: date,
    days: tuple[date, ...] = (),
    yearly: tuple[tuple[str, str], ...] = (),
) -> Done:
    """Set the office's own closing days, as an administrator."""
    rule = rules.set_closing_days
    return follow(ledger, caller, rule, until=until, days=days, yearly=yearly)


def change_closing_days(
    ledger: Ledger,
    caller: Caller,
    *,
    until: date | None = None,
    add: ClosingDays | None = None,
    drop: ClosingDays | None = None,
) -> Done:
    """Add to the office's own closing days, drop some, or say until when the list is complete."""
    rule = rules.change_closing_days
    return follow(ledger, caller, rule, usual=USUAL, until=until, add=add, drop=drop)


def some_days(first: date, last: date | None = None) -> ClosingDays:
    """Return all days from the first to the last, to be added or dropped."""
    count = ((last or first) - first).days + 1
    if count < 1:
        raise Refused(Reason.DATES_CROSSED)
    if count > rules.LISTED_MAX:
        raise Refused(Reason.CLOSING_DAY_WRONG, got=count)
    return replace(USUAL, days=tuple(first + timedelta(days=n) for n in range(count)), yearly=())


def some_span(first: str, last: str) -> ClosingDays:
    """Return a yearly span of month and day, to be added or dropped."""
    return replace(USUAL, yearly=((first, last),))


def holidays_of(year: int) -> dict[date, str]:
    """Return Japan's holidays of a year with their names; none for a year that nobody knows."""
    if not Japan.start_year <= year <= Japan.end_year:
        return {}
    return dict(sorted(Japan(years=year, language="ja").items()))


@cache
def _national(year: int) -> frozenset[date]:
    return frozenset(Japan(years=year))
