"""What deeds ask is found by an index, however long the journal and however many the pieces."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, event

from station.desk.overview import overview, weeks
from station.ledger.database import reading
from tests.support.hall import TREASURY, Hall

GROWING = ("journal", "subjects", "items", "expected_items", "handover_items", "personal_data")
"""Tables that are as long as an office is old."""

WHOLE = re.compile(rf"SCAN ({'|'.join(GROWING)})\b|SEARCH ({'|'.join(GROWING)}) .*\(office=\?\)$")
"""SQLite's words for walking through all of one, or through all of an office's part."""


@contextmanager
def questions(engine: Engine) -> Iterator[dict[str, Any]]:
    """Every statement that asks something meanwhile, with parameters of one time it was asked."""
    asked: dict[str, Any] = {}

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        if statement.lstrip().startswith("SELECT"):
            asked[statement] = parameters

    event.listen(engine, "before_cursor_execute", note)
    yield asked
    event.remove(engine, "before_cursor_execute", note)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_no_deed_walks_through_a_table_that_grows(hall: Hall) -> None:
    with questions(hall.engine) as asked:
        hall.routed(TREASURY, "13112383852", "20112345676")
        hall.handed_over("13112383852")
    assert len(asked) > 5
    assert walks(hall.engine, asked) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_neither_does_the_overview(hall: Hall) -> None:
    hall.routed(TREASURY, "13112383852", "20112345676")
    hall.handed_over("13112383852")
    zone = ZoneInfo("Asia/Tokyo")
    with questions(hall.engine) as asked:
        assert overview(hall.ledger, zone).count == 2
        assert sum(week.pieces for week in weeks(hall.ledger, zone).times) == 1
    assert len(asked) > 5
    assert walks(hall.engine, asked) == []


def walks(engine: Engine, asked: dict[str, Any]) -> list[tuple[str, str]]:
    """Where a plan walks through a table that grows, and in which statement."""
    found = []
    with reading(engine) as connection:
        for statement, parameters in asked.items():
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters).all()
            found += [(row[3], statement) for row in rows if WHOLE.search(row[3])]
    return found
