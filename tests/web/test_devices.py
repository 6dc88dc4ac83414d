"""A device's token opens its own calls and no others; an administrator gives it out."""

import re
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from station.web.app import create_app
from tests.support.hall import DUTY, PEOPLE, Hall
from tests.support.keys import fresh_signer
from tests.support.ways import ways_of
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ONE = "13112383852"
OWN = {"/api/device/scans", "/api/device/pictures"}
OPEN = {"/health", "/trust", "/trust/ca.crt", "/api/problems/{code}", "/metrics"}
"""What everybody may ask, and what anybody on this very machine may."""


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def form(hall: Hall, **more: str) -> dict[str, str]:
    keeper = str(hall.people["duty"].person)
    said = {"name": "入口カメラ", "department": DUTY, "keeper": keeper, "purpose": "arrival"}
    return deed(**{**said, "days": "30", **more})


def given_out(terminals: Terminals) -> str:
    answer = terminals("admin").post("/admin/devices", data=form(terminals.hall))
    assert answer.status_code == 200
    found = re.search(r'class="secret token">([^<]+)<', answer.text)
    assert found is not None
    return found[1]


def with_token(hall: Hall, token: str) -> TestClient:
    """A device: it sends neither an origin nor a cookie."""
    app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
    headers = {"Authorization": f"Bearer {token}"}
    return TestClient(app, headers=headers, follow_redirects=False)


def test_a_token_opens_no_call_but_its_own(terminals: Terminals) -> None:
    device = with_token(terminals.hall, given_out(terminals))
    tried = 0
    for template, methods in ways_of(terminals.app).items():
        if template in OPEN | OWN | {"/sign-in", "/sign-out", "/language"}:
            continue
        path = re.sub(r"\{[a-z_]+\}", str(uuid4()), template)
        for method in methods:
            for headers in ({}, {"Origin": "http://testserver"}):
                answer = device.request(method.upper(), path, headers=headers, data={})
                to_sign_in = answer.headers.get("location", "").startswith("/sign-in")
                assert answer.status_code in {401, 403, 422} or to_sign_in, (method, path)
                tried += 1
    assert tried > 200


def test_a_device_hands_in_and_is_told_of_its_own_reading_alone(terminals: Terminals) -> None:
    device = with_token(terminals.hall, given_out(terminals))
    scan = deed(text=ONE)
    assert device.post("/api/device/scans", json=scan).json()["code"] == "device_needs_one"
    terminals("duty").post("/arrivals", data=deed(carrier="日本郵便", declared_count="1"))
    for age in (False, "1", -1, 10**9, None):
        assert (
            device.post("/api/device/scans", json={**scan, "age_seconds": age}).status_code == 422
        )
    answer = device.post("/api/device/scans", json={**scan, "age_seconds": 0.5})
    (told,) = answer.json()["answers"]
    assert told.keys() == {"outcome", "says", "number"}
    assert (told["outcome"], told["number"]) == ("taken", "131-12-38385-2")
    assert "最後の使用" in terminals("admin").get("/admin/devices").text


def test_a_session_opens_no_call_of_a_device_and_a_withdrawn_token_neither(
    terminals: Terminals,
) -> None:
    token = given_out(terminals)
    page = terminals("admin").get("/admin/devices").text
    assert token not in page
    found = re.search(r"/admin/devices/([0-9a-f-]{36})/withdraw", page)
    assert found is not None
    assert terminals("admin").post(found[0], data=deed()).status_code == 303
    withdrawn = with_token(terminals.hall, token).post("/api/device/scans", json=deed(text=ONE))
    for answer in (withdrawn, terminals("duty").post("/api/device/scans", json=deed(text=ONE))):
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == 'Bearer realm="station"'
        assert answer.json()["code"] == "token_not_valid"
        assert "トークンは無効" in answer.json()["detail"]


def test_nobody_but_an_administrator_has_the_page(terminals: Terminals) -> None:
    for who in PEOPLE:
        assert terminals(who).get("/admin/devices").status_code == 403, who
        answer = terminals(who).post("/admin/devices", data=form(terminals.hall))
        assert answer.status_code == 403, who
