"""/health says whether the station works, to anybody, and nothing else."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine, text

from station.desk import calendar
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.store import Ledger
from station.web.app import create_app
from tests.support.hall import Hall
from tests.support.keys import fresh_signer


def client_of(ledger: Ledger, hall: Hall) -> TestClient:
    return TestClient(create_app(ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer))


def test_a_station_that_works_says_for_how_long_nothing_was_recorded(hall: Hall) -> None:
    hall.taken("duty", "13112383852")
    hall.clock.now += timedelta(minutes=5)
    answer = client_of(hall.ledger, hall).get("/health")
    assert answer.status_code == 200
    age = answer.json().pop("head_age_seconds")
    assert answer.json() == {
        "status": "ok",
        "database": "answers",
        "head_age_seconds": age,
        "closing_days": "known",
        "closing_days_until": "2099-12-31",
    }
    assert 300 <= age <= 305
    assert answer.headers["cache-control"] == "no-store"


def test_a_calendar_that_ended_degrades_the_station_and_does_not_fail_it(hall: Hall) -> None:
    told = {}
    until = date(2020, 12, 31)
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=until)
    client = client_of(hall.ledger, hall)
    for day in (date(2020, 10, 31), date(2020, 11, 1), until, until + timedelta(days=1)):
        hall.clock.now = datetime.combine(day, time(3), UTC)
        answer = client.get("/health")
        assert (answer.status_code, answer.json()["closing_days_until"]) == (200, "2020-12-31")
        told[day] = answer.json()["status"], answer.json()["closing_days"]
    assert [*told.values()] == [
        ("ok", "known"),
        ("ok", "ends_soon"),
        ("ok", "ends_soon"),
        ("degraded", "ended"),
    ]


def test_an_office_without_an_entry_is_no_failure(engine: Engine, hall: Hall) -> None:
    answer = client_of(Ledger(engine, "nobody's"), hall).get("/health")
    assert (answer.status_code, answer.json()["head_age_seconds"]) == (200, None)


def test_a_head_that_does_not_hold_is_a_failure(hall: Hall) -> None:
    client = client_of(hall.ledger, hall)
    with hall.engine.begin() as connection:
        connection.execute(text("UPDATE heads SET hash = :other"), {"other": "0" * 64})
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "ledger_damaged"}


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_database_that_is_gone_is_a_failure_without_its_address(
    hall: Hall, tmp_path: Path
) -> None:
    away = open_engine(f"sqlite:///{tmp_path}/folder/away.sqlite3")
    client = client_of(Ledger(away, "hall"), hall)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert answer.json() == {"status": "failing", "database": "ledger_unreachable"}
    (tmp_path / "folder").mkdir()
    migrate.prepare(away)
    assert client.get("/health").status_code == 200, "it goes on by itself"
    away.dispose()
