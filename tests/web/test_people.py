"""A PIN for one sign-in, and acting for another department, on the page."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient

from station.custody.values import Role
from station.desk import badges, people
from station.web.app import create_app
from tests.support.hall import PIN, TREASURY, Hall
from tests.support.keys import fresh_signer

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

ORIGIN = "http://testserver"


@pytest.fixture
def client(hall: Hall) -> TestClient:
    app = create_app(hall.ledger, hall.hasher, ZoneInfo("Asia/Tokyo"), fresh_signer)
    return TestClient(app, headers={"Origin": ORIGIN}, follow_redirects=False)


def sign_in(client: TestClient, badge: str, pin: str, **more: str) -> int:
    return client.post("/sign-in", data={"badge": badge, "pin": pin, **more}).status_code


def test_a_pin_for_one_sign_in_asks_for_another(client: TestClient, hall: Hall) -> None:
    clerk = hall.people["clerk"]
    pin = badges.reset_pin(hall.ledger, hall.caller("admin"), hall.hasher, person=clerk.person)
    asked = client.post("/sign-in", data={"badge": clerk.badge, "pin": pin})
    assert (asked.status_code, 'name="new_pin"' in asked.text) == (401, True)
    assert sign_in(client, clerk.badge, pin, new_pin="111111") == 401
    assert sign_in(client, clerk.badge, pin, new_pin="314159") == 303
    assert sign_in(client, clerk.badge, "314159") == 303


def test_a_lost_badge_is_told_not_to_be_valid(client: TestClient, hall: Hall) -> None:
    clerk = hall.people["clerk"]
    assert sign_in(client, clerk.badge, PIN) == 303
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=clerk.person)
    assert client.get("/").headers["location"] == "/sign-in"
    told = client.post("/sign-in", data={"badge": clerk.badge, "pin": PIN}).text
    assert "このバッジは無効です" in told
    assert clerk.name not in told


def test_a_deputy_chooses_for_whom_to_act(client: TestClient, hall: Hall) -> None:
    water = hall.people["water"]
    sign_in(client, water.badge, PIN)
    assert 'action="/posting"' not in client.get("/").text
    people.appoint_deputy(
        hall.ledger,
        hall.caller("admin"),
        person=water.person,
        seen=2,
        department=TREASURY,
        roles=(Role.RECEIVER,),
        until=hall.clock.now + timedelta(hours=1),
    )
    assert 'action="/posting"' in client.get("/").text
    assert client.post("/posting", data={"department": TREASURY}).status_code == 303
    assert "</b> 出納室" in client.get("/").text
    assert client.post("/posting", data={"department": "01"}).status_code == 403
    hall.clock.now += timedelta(hours=1)
    sign_in(client, water.badge, PIN)
    assert "</b> 経営企画" in client.get("/").text
