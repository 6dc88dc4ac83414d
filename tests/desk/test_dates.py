"""Days as people type them."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from station.desk.dates import FIRST_DAY, LAST_DAY, bounds_of, day_from
from station.desk.days import read_day

TODAY = date(2020, 12, 22)
FAR = ("0001-01-01", "1899-12-31", "3000-01-01", "9999-12-31")
"""Days with which no zone, or no paper, can reckon."""


@pytest.mark.parametrize(
    "text",
    [
        "2020-10-31",
        "2020/10/31",
        "2020.10.31",
        "20201031",
        "２０２０年１０月３１日",
        "令和2年10月31日",
        "令和2.10.31(土)",
        "令和２年10月31日（土）",
        "R2.10.31",
        "r2/10/31",
        "10月31日",
        "10/31",
        " 10 月 31 日 ",
    ],
)
def test_one_day_has_many_forms(text: str) -> None:
    assert day_from(text, TODAY) == date(2020, 10, 31)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("令和元年5月1日", date(2019, 5, 1)),
        ("H31.4.30", date(2019, 4, 30)),
        ("昭和64.1.7", date(1989, 1, 7)),
        ("12/22", TODAY),
        ("12/23", date(2019, 12, 23)),
    ],
)
def test_eras_and_the_last_such_day(text: str, day: date) -> None:
    assert day_from(text, TODAY) == day


@pytest.mark.parametrize(
    "text",
    ["", "31", "131-12-38385-2", "2020-02-31", "2/30", "2020-13-01", "大正元年", "10月", *FAR],
)
def test_what_names_no_day(text: str) -> None:
    assert day_from(text, TODAY) is None


@pytest.mark.parametrize("text", FAR)
def test_a_list_has_no_day_with_which_nobody_can_reckon(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize("day", [FIRST_DAY, LAST_DAY])
@pytest.mark.parametrize("zone", ["Etc/GMT-14", "Etc/GMT+12"])
def test_the_first_and_the_last_day_have_bounds_in_every_zone(day: date, zone: str) -> None:
    begins, ends = bounds_of(day, ZoneInfo(zone))
    assert ends.astimezone(UTC) - begins.astimezone(UTC) == timedelta(days=1)


def test_a_day_begins_and_ends_in_the_offices_own_zone() -> None:
    begins, ends = bounds_of(date(2020, 10, 31), ZoneInfo("Asia/Tokyo"))
    assert begins == datetime(2020, 10, 30, 15, tzinfo=UTC)
    assert ends == datetime(2020, 10, 31, 15, tzinfo=UTC)
