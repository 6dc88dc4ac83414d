"""Dates as Japanese offices write them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from station.desk.dates import ERAS

WEEKDAYS = "月火水木金土日"


def era_date(at: datetime, zone: ZoneInfo) -> str:
    """Return a date as 令和2.10.31(土), in the office's zone."""
    return era_day(at.astimezone(zone).date())


def era_day(day: date) -> str:
    """Return a day as 令和2.10.31(土); before the eras that are known, by its plain year."""
    first, era, _ = next((era for era in ERAS if day >= era[0]), (date.min, "", ""))
    year = day.year - first.year + 1
    return f"{era}{year}.{day.month}.{day.day}({WEEKDAYS[day.weekday()]})"


def paper_day(day: date, *, era: bool) -> str:
    """Return a day as 令和2.10.31(土), or 2020-10-31(土) where an office writes western years."""
    return era_day(day) if era else f"{day.isoformat()}({WEEKDAYS[day.weekday()]})"


def paper_moment(at: datetime, zone: ZoneInfo, *, era: bool, between: str = " ") -> str:
    """Return a moment as 令和2.10.31(土) 10:40, or 2020-10-31 10:40 with western years."""
    day = at.astimezone(zone).date()
    return f"{era_day(day) if era else day.isoformat()}{between}{clock_time(at, zone)}"


def clock_time(at: datetime, zone: ZoneInfo) -> str:
    """Return a time of day as 10:40, in the office's zone."""
    return at.astimezone(zone).strftime("%H:%M")
