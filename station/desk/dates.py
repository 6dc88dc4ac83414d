"""Days as people type them: ISO, Japanese eras, or only month and day; and which there are."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
"""Beyond these no calendar of any zone has a day before and after; no paper here bears one."""

ERAS = (
    (date(2019, 5, 1), "令和", "R"),
    (date(1989, 1, 8), "平成", "H"),
    (date(1926, 12, 25), "昭和", "S"),
)
"""First days of the eras that a living office's papers can bear (Era Name Act and its orders)."""

WESTERN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
"""ISO 8601, section 5.2.1.1: the basic format."""

ERA = re.compile(r"(令和|平成|昭和|R|H|S)(\d{1,2}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
YEARLESS = re.compile(r"(\d{1,2})[/月](\d{1,2})日?")
WEEKDAY = re.compile(r"\([月火水木金土日]\)$")


def day_from(text: str, today: date) -> date | None:
    """Return the day that a text names, in any width; None where it names none that is known.

    Without a year it is the last such day, today included.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).upper().split())
    plain = WEEKDAY.sub("", plain)
    try:
        return within(_day(plain, today))
    except ValueError:  # a 31st of February
        return None


def within(day: date | None) -> date | None:
    """Return a day with which one can reckon; None for any other."""
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


def _day(plain: str, today: date) -> date | None:
    if found := WESTERN.fullmatch(plain) or COMPACT.fullmatch(plain):
        return date(*map(int, found.groups()))
    if found := ERA.fullmatch(plain):
        era, said, *rest = found.groups()
        first = next(first for first, *names in ERAS if era in names)
        return date(first.year + (1 if said == "元" else int(said)) - 1, *map(int, rest))
    if found := YEARLESS.fullmatch(plain):
        month, day = map(int, found.groups())
        return _last(month, day, today)
    return None


def _last(month: int, day: int, today: date) -> date:
    this_year = date(today.year, month, day)
    return this_year if this_year <= today else date(today.year - 1, month, day)


def bounds_of(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the moments at which a day begins and ends in the office's zone."""
    return (
        datetime.combine(day, time(), zone),
        datetime.combine(day + timedelta(days=1), time(), zone),
    )
