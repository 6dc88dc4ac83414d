"""追跡 on its page and for programs: one field for everything, and who still counts learns nothing.

What a piece's page tells of the handovers it went through is here too.
"""

from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect

from station.desk import arrival, day_close, sorting
from station.desk import expected as lists
from station.desk import trace as tracing
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, Hall, seen
from tests.web.test_guard import Terminals
from tests.web.test_papers import opened
from tests.web.test_whole_path import SHOTS

ONE, TWO, THREE = "13112383852", "20112345676", "30000000015"
ONE_SHOWN, TWO_SHOWN = "131-12-38385-2", "201-12-34567-6"
LIST = "引受番号,差出人,あて先\n13112383852,みなと銀行,出納室 佐藤様\n"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def come(hall: Hall) -> tuple[list[UUID], UUID]:
    """Two pieces, of which one was announced with names, handed over to the treasury."""
    lists.import_expected(hall.ledger, hall.caller("clerk"), source="list.csv", data=LIST.encode())
    items = hall.routed(TREASURY, ONE, TWO)
    return items, hall.handed_over(ONE, TWO)


@pytest.mark.parametrize(
    "asked", ["38385", "みなと", "佐藤", "出納室", "treasurer", "10/31", "出納室 みなと"]
)
def test_one_field_finds_by_everything(terminals: Terminals, asked: str) -> None:
    come(terminals.hall)
    page = terminals("supervisor").get("/trace", params={"q": asked}).text
    assert ONE_SHOWN in page
    for said in ("いま: 出納室", "令和2.10.31", "みなと銀行 → 出納室 佐藤様"):
        assert said in page, said
    assert "最後の押印: 総務 clerk → 出納室 treasurer" in page
    found = terminals("clerk").get("/api/items", params={"q": asked}).json()
    one = next(it for it in found["pieces"] if it["number"] == ONE)
    assert (one["holder"], one["sender"]) == (TREASURY, "みなと銀行")
    assert [it["name"] for it in one["signed_by"]] == ["clerk", "treasurer"]
    assert (found["is_cut"], found["is_by_number"]) == (False, False)


def test_nothing_found_says_what_to_try(terminals: Terminals) -> None:
    page = terminals("clerk").get("/trace", params={"q": "県庁"}).text
    assert "見つかりません。桁や文字を減らすか" in page
    assert "見つかりません" not in terminals("clerk").get("/trace").text
    assert terminals("clerk").get("/trace", params={"q": "x" * 99}).status_code == 200


def test_more_than_is_shown_is_said(terminals: Terminals, monkeypatch: pytest.MonkeyPatch) -> None:
    come(terminals.hall)
    monkeypatch.setattr(tracing, "FOUND_MAX", 1)
    page = terminals("clerk").get("/trace", params={"q": "出納室"}).text
    assert "新しい順に1通だけを表示しています" in page
    assert terminals("clerk").get("/api/items", params={"q": "出納室"}).json()["is_cut"]


def test_what_was_taken_back_is_found_by_its_number_alone(terminals: Terminals) -> None:
    hall = terminals.hall
    into = opened(hall, 2)
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=into, seen=seen(ONE))
    arrival.undo_taking_in(hall.ledger, hall.caller("duty"), arrival=into)
    by_number = terminals("supervisor").get("/trace", params={"q": ONE}).text
    assert ONE_SHOWN in by_number
    assert "取消し済み" in by_number
    for asked in ("宿直", "10/31"):
        assert ONE_SHOWN not in terminals("supervisor").get("/trace", params={"q": asked}).text


def test_who_has_something_to_count_finds_by_number_alone(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.taken("duty", ONE)
    hall.taken("duty", TWO)
    wide = {"q": "宿直室"}
    assert ONE_SHOWN in terminals("clerk").get("/trace", params=wide).text
    offered = hall.offered(SORTING, ONE, who="duty")
    page = terminals("clerk").get("/trace", params=wide).text
    assert ONE_SHOWN not in page
    assert TWO_SHOWN not in page
    assert "数え終わるまで、ここでは番号の一部だけで探せます" in page
    told = terminals("clerk").get("/api/items", params=wide).json()
    assert (told["pieces"], told["is_by_number"]) == ([], True)
    by_number = terminals("clerk").get("/api/items", params={"q": ONE}).json()["pieces"]
    assert [(it["number"], it["in_handover"]) for it in by_number] == [(ONE, False)]
    hall.counted("clerk", offered, ONE)
    assert ONE_SHOWN in terminals("clerk").get("/trace", params=wide).text


def test_who_counts_the_day_finds_by_number_alone(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.taken("clerk", ONE)
    zone = terminals.app.state.station.zone
    counting = hall.caller("clerk")
    day_close.open_day_close(hall.ledger, counting, zone=zone)
    asked = {"q": "総務"}
    assert terminals("clerk").get("/api/items", params=asked).json()["is_by_number"]
    assert ONE_SHOWN not in terminals("clerk").get("/trace", params=asked).text
    done = hall.caller("clerk")
    day_close.finish_day_count(hall.ledger, done, day_close=counting.deed, zone=zone)
    assert ONE_SHOWN in terminals("clerk").get("/trace", params=asked).text, (
        "it differs, and is sought"
    )


def test_the_first_word_is_found_by_nobody(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.taken("clerk", ONE)
    word = {"deed": str(UUID(int=7)), "department": TREASURY}
    assert terminals("clerk").post(f"/sorting/{item}", data=word).status_code == 303
    for who in ("clerk2", "supervisor"):
        assert terminals(who).get("/api/items", params={"q": "出納室"}).json()["pieces"] == [], who
    assert terminals("clerk2").get("/api/items", params={"q": ONE}).json()["pieces"]


def test_a_piece_tells_the_handovers_it_went_through_to_their_sides(terminals: Terminals) -> None:
    hall = terminals.hall
    (one, two), sealed = come(hall)
    for who in ("treasurer", "clerk", "supervisor"):
        page = terminals(who).get(f"/items/{one}").text
        for said in ("総務 → 出納室", "押印: clerk → treasurer", TWO_SHOWN, f"/items/{two}"):
            assert said in page, (who, said)
        assert f"/handovers/{sealed}/slip" in page
        assert f"/handovers/{sealed}/statement" in page
        (told,) = terminals(who).get(f"/api/items/{one}").json()["handovers"]
        assert (told["id"], told["giver"], told["receiver"]) == (str(sealed), SORTING, TREASURY)
        assert told["beside"] == [{"id": str(two), "number": TWO}]


def test_a_handover_of_others_is_told_to_nobody_else(terminals: Terminals) -> None:
    hall = terminals.hall
    one, two = hall.taken("duty", ONE, TWO)
    first = hall.offered(SORTING, ONE, TWO, who="duty")
    assert str(first) not in terminals("clerk").get(f"/items/{one}").text, "it is to be counted"
    hall.counted("clerk", first, ONE, TWO)
    assert f"/handovers/{first}/" not in terminals("clerk").get(f"/items/{one}").text, "it is open"
    hall.signed(first, "duty", "clerk")
    for who in ("clerk", "clerk2"):
        word = sorting.enter_first if who == "clerk" else sorting.enter_check
        word(hall.ledger, hall.caller(who), item=one, department=TREASURY)
    second = hall.handed_over(ONE)
    shown = {"treasurer": {second}, "clerk": {first, second}, "supervisor": {first, second}}
    for who, expected in shown.items():
        page = terminals(who).get(f"/items/{one}").text
        told = terminals(who).get(f"/api/items/{one}").json()["handovers"]
        assert {it["id"] for it in told} == {str(key) for key in expected}, who
        for key in (first, second):
            assert (f"/handovers/{key}/statement" in page) == (key in expected), (who, key)
        assert (TWO_SHOWN in page) == (str(two) in page) == (first in expected), who
    assert terminals("duty").get(f"/items/{one}").status_code == 403


@pytest.mark.slow
@pytest.mark.browser
def test_a_search_by_department_in_a_browser(chrome: Browser, server: Server, hall: Hall) -> None:
    (one, _two), _sealed = come(hall)
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["supervisor"].badge, PIN)
        page.goto("/trace")
        expect(page.get_by_label("番号の一部・名前・課・日付")).to_be_focused()
        page.keyboard.type("出納室 みなと")
        page.keyboard.press("Enter")
        expect(page.locator(".found li")).to_have_count(1)
        fits_across(page)
        shoot(page, SHOTS, f"trace-{size['width']}")
        page.get_by_role("link", name=ONE_SHOWN).click()
        page.wait_for_url(f"**/items/{one}")
        page.get_by_text("同じ引渡しの郵便物").click()
        expect(page.get_by_role("link", name=TWO_SHOWN).first).to_be_visible()
        fits_across(page)
        shoot(page, SHOTS, f"item-handed-over-{size['width']}")
        page.context.close()
