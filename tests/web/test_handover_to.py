"""A handover to one person, and back from them, by the pages."""

import re

import pytest

from tests.support.hall import PIN, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals, deed

ONE, ONE_SHOWN = "13112383852", "131-12-38385-2"
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def sealed(terminals: Terminals, handover: str, giver: str, receiver: str) -> None:
    """Scan, count and sign one piece by the pages."""
    for who, done in ((giver, "offered"), (receiver, "counted")):
        client = terminals(who)
        client.post(f"/api{handover}/scans", json=deed(text=ONE)).raise_for_status()
        assert client.post(f"{handover}/{done}", data=deed()).status_code == 303
    digest = re.search(r'name="digest" value="([^"]*)"', terminals(giver).get(handover).text)
    assert digest is not None
    for who in (giver, receiver):
        badge = terminals.hall.people[who].badge
        form = deed(digest=digest[1], badge=badge, pin=PIN)
        assert terminals(who).post(f"{handover}/sign", data=form).status_code == 303


def test_a_piece_goes_to_one_person_and_back_by_the_pages(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(WATER, ONE)
    clerk, water, water2 = (terminals(who) for who in ("clerk", "water", "water2"))
    assert 'action="/handovers/to"' in clerk.get("/handovers").text
    to = clerk.get("/handovers/to", params={"department": WATER}).headers["location"]
    page = clerk.get(to).text
    offered = dict(re.findall(r'name="person" value="([^"]*)">([^<]*)<', page))
    assert list(offered.values()) == ["water", "water2"], "nobody of another department"
    assert "個人が預かっているものを渡す" not in page
    key = str(hall.people["water"].person)
    form = deed(receiver=WATER, person=key)
    handover = clerk.post("/handovers", data=form).headers["location"]
    assert "water" in clerk.get(handover).text
    assert water2.get(handover).status_code == 403
    sealed(terminals, handover, "clerk", "water")

    back = f"/handovers/to/{WATER}"
    assert "個人が預かっているものを渡す (1通)" in water.get(back).text
    assert ONE_SHOWN not in water2.get(back).text, "who does not keep it is not offered it"
    named = re.findall(r'name="person" value="([^"]*)"', water.get(back).text)
    assert key not in named, "nobody hands over to themselves"
    form = deed(receiver=WATER, person="", in_person="true")
    sealed(terminals, water.post("/handovers", data=form).headers["location"], "water", "water2")
    assert "個人が預かっているもの" not in water.get(back).text


def test_the_page_is_for_who_hands_over_and_for_departments_that_are(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    page = terminals("supervisor").get(f"/handovers/to/{TREASURY}")
    assert (page.status_code, "個人が預かっている" in page.text) == (200, False)
    assert ">treasurer</button>" in page.text
    assert terminals("admin").get(f"/handovers/to/{TREASURY}").status_code == 403
    assert terminals("clerk").get("/handovers/to/99").status_code == 404
    assert terminals("clerk").get("/handovers/to").headers["location"] == "/handovers"
