"""The office's own closing days: an administrator's list, which ends on a day that it names."""

from dataclasses import replace
from datetime import date, datetime

from station.custody.checks import ADMINISTRATORS, require_role
from station.custody.facts import ClosingDaysSet, Facts
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, ClosingDays
from station.custody.values import Actor

LISTED_MAX = 400
"""More single days than a list of a year has."""

LEAP_YEAR = 2000
"""A year that has every day of a year."""


def set_closing_days(
    _books: Books,
    actor: Actor,
    *,
    until: date,
    days: tuple[date, ...] = (),
    yearly: tuple[tuple[str, str], ...] = (),
) -> Facts:
    """Say on which days the office is closed, besides weekends and national holidays.

    `days` are single dates; `yearly` are spans of month and day, first and last, such as
    ("12-29", "01-03"); `until` is the last day of which this list knows.  It replaces the list
    before it.
    """
    require_role(actor, ADMINISTRATORS)
    if len(days) > LISTED_MAX or len(yearly) > LISTED_MAX:
        raise Refused(Reason.CLOSING_DAY_WRONG, got=max(len(days), len(yearly)))
    for day in days:
        if day > until:
            raise Refused(Reason.CLOSING_DAY_WRONG, expected=until.isoformat(), got=day.isoformat())
    for end in (end for span in yearly for end in span):
        _require_day_of_a_year(end)
    return (ClosingDaysSet(until, tuple(sorted(set(days))), yearly),)


def change_closing_days(
    books: Books,
    actor: Actor,
    *,
    usual: ClosingDays,
    until: date | None = None,
    add: ClosingDays | None = None,
    drop: ClosingDays | None = None,
) -> Facts:
    """Change the list that there is, so that of two who change it at once both are heard.

    `usual` is what counts while there is none; then its end has to be said before anything else.
    Of `add` and `drop` the days and spans count.  What is dropped must be there.
    """
    require_role(actor, ADMINISTRATORS)
    kept = books.closing_days()
    if kept is None and until is None:
        raise Refused(Reason.CLOSING_DAYS_ENDLESS)
    kept = kept or usual
    more, less = add or _nothing(kept), drop or _nothing(kept)
    gone = [day.isoformat() for day in less.days if day not in kept.days]
    gone += ["/".join(span) for span in less.yearly if span not in kept.yearly]
    if gone:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="closing day", got=gone[0])
    spans = dict.fromkeys((*kept.yearly, *more.yearly))
    return set_closing_days(
        books,
        actor,
        until=until or kept.until,
        days=tuple(sorted({*kept.days, *more.days} - {*less.days})),
        yearly=tuple(span for span in spans if span not in less.yearly),
    )


def _nothing(kept: ClosingDays) -> ClosingDays:
    return replace(kept, days=(), yearly=())


def _require_day_of_a_year(said: str) -> None:
    try:
        parsed = datetime.strptime(f"{LEAP_YEAR}-{said}", "%Y-%m-%d")  # noqa: DTZ007 - a day
    except ValueError as error:
        raise Refused(Reason.CLOSING_DAY_WRONG, got=said) from error
    if f"{parsed:%m-%d}" != said:
        raise Refused(Reason.CLOSING_DAY_WRONG, expected=f"{parsed:%m-%d}", got=said)
