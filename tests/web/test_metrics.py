"""/metrics: the numbers are right, nobody outside may ask, and no label says whose mail it is."""

import re
from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from prometheus_client import parser
from sqlalchemy import text

from station.web.app import create_app
from station.web.watched import METHODS
from tests.support.hall import PIN, TREASURY, Hall
from tests.support.keys import fresh_signer

ONE, TWO = "13112383852", "20112345676"
SCANS = "station_scans_total"
ORIGIN = "http://testserver"
TOKEN = "a token of the tests"  # noqa: S105 - guards nothing
BEARER = {"authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def app(hall: Hall) -> FastAPI:
    return create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)


def here(app: FastAPI, host: str = "127.0.0.1") -> TestClient:
    return TestClient(
        app, headers={"Origin": ORIGIN}, follow_redirects=False, client=(host, 50_000)
    )


Numbers = dict[tuple[str, tuple[tuple[str, str], ...]], float]


def numbers(client: TestClient) -> Numbers:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/plain; version=")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in parser.text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def signed_in(app: FastAPI, hall: Hall, who: str) -> TestClient:
    client = here(app)
    form = {"badge": hall.people[who].badge, "pin": PIN}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def test_requests_and_scans_are_counted_by_route_and_answer(app: FastAPI, hall: Hall) -> None:
    client = signed_in(app, hall, "duty")
    form = {"deed": str(uuid4()), "carrier": "日本郵便", "declared_count": "2"}
    arrival = client.post("/arrivals", data=form).headers["location"].rsplit("/", 1)[1]
    for number in (ONE, ONE, TWO):
        scan = {"deed": str(uuid4()), "text": number}
        assert client.post(f"/api/arrivals/{arrival}/scans", json=scan).status_code == 200
    client.get("/nothing/at/all")
    client.request("BREW", "/arrivals")
    found = numbers(client)
    route = "/api/arrivals/{arrival}/scans"
    by = (("method", "POST"), ("route", route), ("status", "200"))
    assert found["station_requests_total", by] == 3
    assert found["station_request_seconds_count", (("route", route),)] == 3
    scans = {dict(at)["answer"]: n for (name, at), n in found.items() if name == SCANS}
    assert scans == {"taken": 2, "look": 0, "already": 1, "refused": 0}
    told = {dict(at).get("method") for _, at in found} - {None}
    assert told <= METHODS | {"OTHER"}
    lost = (("method", "GET"), ("route", "none"), ("status", "404"))
    assert found["station_requests_total", lost] == 1


def test_the_ledgers_numbers_are_those_of_the_books(app: FastAPI, hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.clock.now += timedelta(hours=2)
    hall.taken("clerk", TWO)
    found = numbers(here(app))
    with hall.engine.connect() as connection:
        entries = connection.execute(text("SELECT count(*) FROM journal")).scalar_one()
        notices = connection.execute(text("SELECT count(*) FROM mails")).scalar_one()
    assert found["station_ledger_entries", ()] == entries
    assert found["station_ledger_up", ()] == 1
    assert found["station_pieces_held", ()] == 2
    assert 7200 <= found["station_oldest_piece_seconds", ()] < 7300
    assert found["station_outbox_waiting", ()] == notices
    with hall.ledger.views() as views:
        opened = [case.what.value for case in views.open_cases()]
    for (name, labels), value in found.items():
        if name == "station_open_cases":
            assert value == opened.count(dict(labels)["kind"]), labels


def test_no_line_says_whose_mail_it_is(app: FastAPI, hall: Hall) -> None:
    client = signed_in(app, hall, "clerk")
    (item,) = hall.routed(TREASURY, ONE)
    for path in (f"/items/{item}", f"/trace?q={ONE}", "/trace?q=総務", f"/nothing/{ONE}"):
        client.get(path)
    said = client.get("/metrics").text
    badges = {person.badge for person in hall.people.values()}
    for hidden in (ONE, "131-12", str(item), "総務", "出納室", "clerk", PIN, *badges):
        assert hidden not in said, hidden
    assert not re.search(r'="\d{5,}', said)


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("STATION_METRICS_TOKEN", TOKEN)
    return TOKEN


def test_without_a_token_only_this_machine_may_ask(
    app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STATION_METRICS_TOKEN", raising=False)
    for host in ("127.0.0.1", "127.8.8.8", "::1"):
        assert here(app, host).get("/metrics").status_code == 200, host
    for host in ("192.0.2.7", "2001:db8::1", "testclient", ""):
        answer = here(app, host).get("/metrics")
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer"), host
        assert "station_" not in answer.text
    for header in ("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"):
        passed_on = here(app).get("/metrics", headers={header: "127.0.0.1"})
        assert passed_on.status_code == 401, header
    for guess in ("Bearer ", "Bearer", "Bearer x", "Basic x"):
        answer = here(app, "192.0.2.7").get("/metrics", headers={"authorization": guess})
        assert answer.status_code == 401, guess


def test_who_knows_the_token_may_ask_from_anywhere(app: FastAPI, token: str) -> None:
    away = here(app, "192.0.2.7")
    assert away.get("/metrics", headers=BEARER).status_code == 200
    assert away.get("/metrics", headers={"authorization": f"bearer {token}"}).status_code == 200
    assert away.get("/metrics", headers=BEARER | {"via": "1.1 proxy"}).status_code == 200
    wrong = {"authorization": f"Bearer {token}x"}
    assert away.get("/metrics", headers=wrong).status_code == 401
    assert here(app).get("/metrics", headers=wrong).status_code == 401, "a wrong one never passes"
    assert here(app).get("/metrics").status_code == 200


def test_a_database_that_does_not_answer_is_a_number_too(app: FastAPI, hall: Hall) -> None:
    with hall.engine.begin() as connection:
        connection.execute(text("UPDATE heads SET hash = :other"), {"other": "0" * 64})
    found = numbers(here(app))
    assert found["station_ledger_up", ()] == 0
    assert ("station_ledger_entries", ()) not in found
