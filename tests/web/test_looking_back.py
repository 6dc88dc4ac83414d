"""Looking back by day: sealed handovers, what was signed on each, and closed arrivals."""

import hashlib
import re
from datetime import UTC, datetime, timedelta
from html import unescape
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import text

from station.desk import arrival
from station.ledger import looking_back
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals
from tests.web.test_whole_path import SHOTS

ONE, TWO, THREE = "13112383852", "20112345676", "30000000015"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def sealed_at(hall: Hall, day: int, hour: int, *numbers: str) -> UUID:
    hall.clock.now = datetime(2020, 11, day, hour, 0, tzinfo=UTC)
    hall.routed(TREASURY, *numbers)
    return hall.handed_over(*numbers)


def signed_in_again(terminals: Terminals) -> Terminals:
    """Sessions of days ago are over."""
    return Terminals(terminals.hall)


def test_sealed_handovers_are_found_day_by_day(terminals: Terminals) -> None:
    hall = terminals.hall
    first, second, third = (
        sealed_at(hall, *at) for at in ((2, 1, ONE), (4, 1, TWO), (4, 2, THREE))
    )
    hall.clock.now = datetime(2020, 11, 9, 1, 0, tzinfo=UTC)
    client = signed_in_again(terminals)("treasurer")
    assert 'href="/handovers/sealed"' in client.get("/handovers").text
    last = client.get("/handovers/sealed").text
    assert re.findall(r"/handovers/([0-9a-f-]{36})/statement", last) == [str(third), str(second)]
    assert 'href="/handovers/sealed?day=2020-11-02"' in last
    assert "次:" not in last
    before = client.get("/handovers/sealed?day=2020-11-03").text
    assert "この日に済んだ引渡しはありません" in before
    assert "day=2020-11-02" in before
    assert "day=2020-11-04" in before
    told = client.get("/api/handovers/sealed", params={"day": "2020-11-02"}).json()
    (one,) = told["handovers"]
    assert (one["id"], one["count"], told["older"], told["newer"]) == (
        str(first),
        1,
        None,
        "2020-11-04",
    )


def test_each_sees_the_handovers_that_they_stood_on_a_side_of(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    hall.routed(WATER, TWO)
    ours = hall.handed_over(ONE)
    for_one = hall.offered(WATER, TWO, person="water")
    hall.counted("water", for_one, TWO)
    hall.signed(for_one, "clerk", "water")
    both = {str(ours), str(for_one)}
    seen_by = {
        "treasurer": {str(ours)},
        "water": {str(for_one)},
        "water2": set(),
        "duty": set(),
        "clerk": both,
        "supervisor": both,
    }
    for who, expected in seen_by.items():
        told = terminals(who).get("/api/handovers/sealed").json()["handovers"]
        assert {it["id"] for it in told} == expected, who
        page = terminals(who).get("/handovers/sealed").text
        assert set(re.findall(r"/handovers/([0-9a-f-]{36})/statement", page)) == expected, who
        for key in both:
            status = 200 if key in expected else 403
            for way in (f"/handovers/{key}/statement", f"/api/handovers/{key}/statement"):
                assert terminals(who).get(way).status_code == status, (who, way)
    assert terminals("admin").get("/handovers/sealed").status_code == 403


def test_an_open_handover_is_in_no_look_back(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    offered = hall.offered(TREASURY, ONE)
    for who in ("treasurer", "clerk", "supervisor"):
        assert str(offered) not in terminals(who).get("/handovers/sealed").text
        assert terminals(who).get(f"/handovers/{offered}/statement").status_code == 409
        assert terminals(who).get(f"/api/handovers/{offered}/statement").status_code == 409


def test_what_was_signed_is_shown_byte_for_byte(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    sealed = hall.handed_over(ONE, TWO)
    with hall.ledger.views() as views:
        digest = views.books.handover(sealed).digest
    client = terminals("treasurer")
    page = client.get(f"/handovers/{sealed}/statement").text
    shown = re.search(r'<pre class="statement"[^>]*>(.*?)</pre>', page, re.DOTALL)
    assert shown is not None
    assert hashlib.sha256(unescape(shown[1]).encode()).hexdigest() == digest
    for said in (
        "双方が押印した内容そのものです",
        str(digest),
        "clerk",
        "treasurer",
        "131-12-38385-2",
    ):
        assert said in page, said
    file = client.get(f"/handovers/{sealed}/statement.txt")
    assert hashlib.sha256(file.content).hexdigest() == digest
    assert file.headers["content-type"] == "text/plain; charset=utf-8"
    told = client.get(f"/api/handovers/{sealed}/statement").json()
    assert hashlib.sha256(told["text"].encode()).hexdigest() == digest == told["digest"]
    assert (told["agrees"], told["recorded"]) == (True, [digest])
    assert (told["giver"]["name"], told["receiver"]["name"]) == ("clerk", "treasurer")
    for way in ("", "/slip"):
        assert f"/handovers/{sealed}/statement" in client.get(f"/handovers/{sealed}{way}").text


def test_a_digest_that_does_not_agree_is_said_loudly(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    sealed = hall.handed_over(ONE)
    with hall.engine.begin() as connection:
        for (name,) in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'handovers'")
        ).all():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        connection.exec_driver_sql(f"UPDATE handovers SET digest = '{'0' * 64}'")
    client = terminals("treasurer")
    for way in ("statement", "statement.txt"):
        answer = client.get(f"/handovers/{sealed}/{way}")
        assert "押印した内容と一致しません" in answer.text, way
        assert "0" * 64 in answer.text
        assert "content-disposition" not in answer.headers
        assert "そのものです" not in answer.text
    assert client.get(f"/api/handovers/{sealed}/statement").json()["agrees"] is False


def test_a_text_that_cannot_be_made_is_said_loudly(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    sealed = hall.handed_over(ONE)

    def fails(*_: object) -> None:
        raise KeyError("a piece that the journal does not know")

    monkeypatch.setattr("station.ledger.views.signed_statement", fails)
    page = terminals("clerk").get(f"/handovers/{sealed}/statement").text
    assert "押印した文を示せません" in page
    told = terminals("clerk").get(f"/api/handovers/{sealed}/statement").json()
    assert (told["agrees"], told["text"]) == (False, "")


def test_pages_in_english_have_western_dates_and_one_piece(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    client = terminals("supervisor")
    assert "令和2.10.31(土)" in client.get("/handovers/sealed").text
    client.post("/language", data={"locale": "en"})
    page = client.get("/handovers/sealed").text
    assert "令和" not in page
    assert re.search(r"1 piece 2020-10-31 \d\d:\d\d", page)


def test_closed_arrivals_are_found_day_by_day(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.clock.now = datetime(2020, 11, 2, 1, 0, tzinfo=UTC)
    hall.taken("duty", ONE)
    hall.clock.now = datetime(2020, 11, 4, 1, 0, tzinfo=UTC)
    hall.taken("duty", TWO)
    hall.taken("clerk", THREE)
    again = signed_in_again(terminals)
    assert 'href="/arrivals/closed"' in again("duty").get("/arrivals").text
    for who, count in (("duty", 1), ("clerk", 1), ("supervisor", 2)):
        told = again(who).get("/api/arrivals/closed").json()
        assert (told["day"], len(told["arrivals"])) == ("2020-11-04", count), who
        older = None if who == "clerk" else "2020-11-02"
        assert (told["older"], told["newer"]) == (older, None), who
        page = again(who).get("/arrivals/closed").text
        for one in told["arrivals"]:
            assert f"/arrivals/{one['id']}" in page
    first = again("duty").get("/arrivals/closed?day=2020-11-02").text
    assert "日本郵便" in first
    assert "day=2020-11-04" in first
    assert again("treasurer").get("/arrivals/closed").status_code == 403


def test_mail_stands_on_the_day_on_which_it_came(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.clock.now = datetime(2020, 11, 4, 1, 0, tzinfo=UTC)
    caller = hall.caller("duty")
    arrival.open_arrival(
        hall.ledger,
        caller,
        carrier="町内便",
        declared_count=1,
        arrived_at=hall.clock.now - timedelta(days=1),
    )
    told = signed_in_again(terminals)("duty").get("/api/arrivals/closed").json()
    assert told["arrivals"] == [], "it is open"


def test_a_day_of_very_many_says_that_it_is_cut(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE)
    hall.handed_over(TWO)
    monkeypatch.setattr(looking_back, "DAY_MAX", 1)
    assert terminals("clerk").get("/api/handovers/sealed").json()["is_cut"]
    assert "新しい順に1件だけを表示しています" in terminals("clerk").get("/handovers/sealed").text
    assert terminals("clerk").get("/api/arrivals/closed").json()["is_cut"] is False


@pytest.mark.parametrize("day", ["yesterday", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_is_refused(terminals: Terminals, day: str) -> None:
    for way in ("/handovers/sealed", "/arrivals/closed", "/api/handovers/sealed"):
        assert terminals("clerk").get(way, params={"day": day}).status_code == 422


@pytest.mark.slow
@pytest.mark.browser
def test_what_was_signed_is_found_again_in_a_browser(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
        page.goto("/handovers")
        page.get_by_role("link", name="済んだ引渡しを日ごとに見る").click()
        fits_across(page)
        shoot(page, SHOTS, f"handovers-sealed-{size['width']}")
        page.get_by_role("link", name="総務 → 出納室").click()
        expect(page.locator(".says.taken")).to_contain_text("双方が押印した内容そのものです")
        fits_across(page)
        shoot(page, SHOTS, f"statement-{size['width']}")
        page.context.close()
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        page.goto("/arrivals/closed")
        fits_across(page)
        shoot(page, SHOTS, f"arrivals-closed-{size['width']}")
        page.context.close()
