"""One's own first entry: listed for its author alone, and corrected until somebody has checked."""

import re
from uuid import UUID, uuid4

import pytest
from playwright.sync_api import Browser, expect

from station.desk import sorting
from station.desk.expected import import_expected
from station.numbers import grouped
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, scan, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, Terminals, deed
from tests.web.test_whole_path import SHOTS, ready

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

OWN = "照合入力を待っている自分の入力"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def entered(hall: Hall, department: str | None = TREASURY) -> UUID:
    """A piece on which the clerk has given the first word."""
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=department)
    return item


def listed(terminals: Terminals, who: str) -> str:
    """What somebody's list shows of their own entries; "" without such a list."""
    found = re.search(
        r'<ol class="list" id="own">.*?</ol>', terminals(who).get("/sorting").text, re.DOTALL
    )
    return found[0] if found else ""


def test_an_own_entry_is_listed_for_its_author_alone(terminals: Terminals) -> None:
    item = entered(terminals.hall)
    assert ONE_SHOWN in listed(terminals, "clerk")
    assert "出納室" in listed(terminals, "clerk")
    assert f"/sorting/{item}" in listed(terminals, "clerk")
    assert listed(terminals, "clerk2") == ""
    assert "あなたの入力: 出納室" in terminals("clerk").get(f"/sorting/{item}").text
    assert "あなたの入力" not in terminals("clerk2").get(f"/sorting/{item}").text
    assert terminals("clerk2").get("/api/sorting/own").json()["entries"] == []
    (own,) = terminals("clerk").get("/api/sorting/own").json()["entries"]
    assert (own["piece"]["id"], own["department"]) == (str(item), TREASURY)


def test_it_is_corrected_until_somebody_has_checked(terminals: Terminals) -> None:
    hall = terminals.hall
    item = entered(hall, department=None)
    assert "配布先未定" in listed(terminals, "clerk")
    answer = terminals("clerk").post("/api/sorting/scans", json=deed(text=ONE)).json()
    assert (answer["answers"][0]["outcome"], answer["go"]) == ("taken", f"/sorting/{item}")
    others = terminals("clerk2").post("/api/sorting/scans", json=deed(text=ONE)).json()
    assert (others["answers"][0]["outcome"], others["go"]) == ("already", None)
    word = deed(department=WATER)
    assert terminals("clerk").post(f"/sorting/{item}", data=word).status_code == 303
    assert "経営企画" in listed(terminals, "clerk")
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    assert listed(terminals, "clerk") == ""
    with hall.ledger.views() as views:
        route = views.books.item(item).route
    assert route is not None
    assert route.department == WATER


def test_a_first_entry_is_answered_and_its_word_told_to_nobody(terminals: Terminals) -> None:
    (item,) = terminals.hall.taken("clerk", ONE)
    sent = terminals("clerk").post(f"/sorting/{item}", data=deed(department=TREASURY))
    after, says = sent.headers["location"], f"{ONE_SHOWN} の振分け入力を記録しました。"
    assert (after, sent.status_code) == (f"/sorting?entered={item}", 303)
    assert says in terminals("clerk").get(after).text
    assert says not in terminals("clerk2").get(after).text


def test_ones_own_entry_is_for_another_person_to_check(terminals: Terminals) -> None:
    item = entered(terminals.hall)
    own, step = "この郵便物の振分け入力はあなたがしました。", "この郵便物はこの作業を待っていません"
    for who, says in (("clerk", own), ("clerk2", None)):
        sent = terminals(who).post("/api/checking/scans", json=deed(text=ONE)).json()
        (told,) = sent["answers"]
        assert (told["outcome"], sent["go"]) == (
            ("already", None) if says else ("taken", f"/checking/{item}")
        )
        page = terminals(who).get(f"/checking/{item}").text
        assert (own in page, 'name="department"' in page) == (bool(says), not says), who
        assert step not in told["says"]
        assert not says or told["says"].startswith(says)


def test_an_unknown_department_is_no_missing_one(terminals: Terminals) -> None:
    hall = terminals.hall
    table = f"引受番号,あて先\n{ONE},水質課 御中\n".encode()
    import_expected(hall.ledger, hall.caller("clerk"), source="list.csv", data=table)
    (item,) = hall.taken("clerk", ONE)
    page = terminals("clerk").get(f"/sorting/{item}").text
    assert "登録されている課の名前があて先にありません" in page


def test_a_misread_number_is_called_so_and_not_out_of_place(terminals: Terminals) -> None:
    terminals.hall.taken("clerk", ONE)
    for step, who in (("sorting", "clerk"), ("checking", "clerk2")):
        scanned = deed(text=ONE[:-1] + "1")
        (told,) = terminals(who).post(f"/api/{step}/scans", json=scanned).json()["answers"]
        assert told["outcome"] == "refused"
        assert told["says"].startswith("番号の検査数字が合いません。"), step
        assert told["hint"] == "監督者の要確認にしました。", step
    with terminals.hall.ledger.views() as views:
        assert len(views.books.open_cases()) == 2, "each has a case of their own scan"


def test_what_came_of_a_check_entry_stands_beside_the_scanner_for_who_made_it(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    for word, says in ((TREASURY, "入力が一致しました: 出納室"), (WATER, "配布先未定です。")):
        number = ONE if word == TREASURY else TWO
        (item,) = hall.taken("clerk", number)
        sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
        sent = terminals("clerk2").post(f"/checking/{item}", data=deed(department=word))
        after = sent.headers["location"]
        assert (sent.status_code, after) == (303, f"/checking?checked={item}")
        page = terminals("clerk2").get(after).text
        assert (says in page, 'id="scan"' in page) == (True, True)
        assert grouped(number) in page
        assert says not in terminals("clerk").get(after).text, "the first's word was another one"
    assert terminals("clerk2").get(f"/checking?checked={uuid4()}").status_code == 200


@pytest.mark.slow
@pytest.mark.browser
def test_a_scan_behind_a_check_entry_lands_and_one_before_it_is_answered(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    items = hall.taken("clerk", ONE, TWO)
    for item in items:
        sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    page = chromium.terminal(chrome, server.address, chromium.DESK)
    sign_in(page, server.address, hall.people["clerk2"].badge, PIN)
    page.goto(f"/checking/{items[0]}")
    scan(page, TWO)
    expect(page.locator("#is-number")).to_contain_text("ここは課を探す欄です")
    expect(page.locator("#nothing")).to_be_hidden()
    page.keyboard.type("すいとう")  # in the place of what was scanned
    expect(page.locator("#find")).to_have_value("すいとう")
    expect(page.locator("#is-number")).to_be_hidden()
    page.get_by_role("button", name="出納室").click()
    expect(page.locator("#last.taken")).to_contain_text("入力が一致しました: 出納室")
    fits_across(page)
    shoot(page, SHOTS, "checked")
    ready(page)
    scan(page, TWO)
    page.wait_for_url(f"**/checking/{items[1]}")
    page.context.close()


def test_what_is_in_a_handover_is_not_to_be_corrected(terminals: Terminals) -> None:
    hall = terminals.hall
    item = entered(hall)
    hall.offered(SORTING, ONE, person="clerk2")
    assert listed(terminals, "clerk") == ""
    form = deed(department=WATER)
    assert terminals("clerk").post(f"/sorting/{item}", data=form).status_code == 409


@pytest.mark.slow
@pytest.mark.browser
def test_a_wrong_entry_is_put_right_by_scanning_the_piece(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    item = entered(hall)
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        page.goto("/sorting")
        ready(page)
        expect(page.get_by_role("heading", name=OWN)).to_be_visible()
        fits_across(page)
        shoot(page, SHOTS, f"sorting-own-{size['width']}")
        scan(page, ONE)
        page.wait_for_url(f"**/sorting/{item}")
        fits_across(page)
        shoot(page, SHOTS, f"sorting-own-entry-{size['width']}")
        page.get_by_role("button", name="経営企画").click()
        expect(page.locator("#own")).to_contain_text("経営企画")
        page.context.close()
