"""Dates as Japanese offices write them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from station.papers.dates import clock_time, era_date

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("at", "written"),
    [
        (datetime(2020, 10, 31, 1, 40, tzinfo=UTC), "令和2.10.31(土)"),
        (datetime(2020, 10, 31, 15, 0, tzinfo=UTC), "令和2.11.1(日)"),
        (datetime(2019, 4, 30, 14, 59, tzinfo=UTC), "平成31.4.30(火)"),
        (datetime(2019, 4, 30, 15, 0, tzinfo=UTC), "令和1.5.1(水)"),
        (datetime(1989, 1, 7, 3, 0, tzinfo=UTC), "昭和64.1.7(土)"),
        (datetime(1926, 12, 25, 3, 0, tzinfo=UTC), "昭和1.12.25(土)"),
        (datetime(1926, 12, 24, 3, 0, tzinfo=UTC), "1926.12.24(金)"),
    ],
)
def test_era_dates(at: datetime, written: str) -> None:
    assert era_date(at, TOKYO) == written


def test_the_time_is_the_offices_own() -> None:
    assert clock_time(datetime(2020, 10, 31, 1, 40, tzinfo=UTC), TOKYO) == "10:40"
