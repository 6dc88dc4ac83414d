"""日締め through the page: blind until "done", a difference named, a slip that is a proof."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from typer.testing import CliRunner

from station.cli.app import app
from station.ledger.verify import verify
from tests.support.browser import (
    DESK,
    PHONE,
    Server,
    fits_across,
    scan,
    shoot,
    sign_in,
    terminal,
)
from tests.support.hall import DUTY, PIN, SORTING, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals, deed
from tests.web.test_whole_path import SHOTS, ready

ONE, TWO, STRAY = "13112383852", "20112345676", "31245077161"
ONE_SHOWN, TWO_SHOWN, STRAY_SHOWN = "131-12-38385-2", "201-12-34567-6", "312-45-07716-1"

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STATION_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@ON_SQLITE
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("keys")
def test_a_day_is_closed_when_all_that_is_held_was_scanned(
    chrome: Browser, hall: Hall, server: Server, tmp_path: Path
) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    page = chrome.new_page(locale="ja-JP", viewport=PHONE, base_url=server.address)
    sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
    page.get_by_role("link", name="日締め").click()
    page.get_by_role("button", name="読取りを始める").click()
    ready(page)
    scan(page, ONE)
    expect(page.locator("#last.taken")).to_be_visible()
    scan(page, STRAY)
    expect(page.locator("#count")).to_have_text("2")
    assert TWO_SHOWN not in page.content()
    page.get_by_role("button", name="数え終わりました").click()
    expect(page.get_by_role("heading", name="不足 1")).to_be_visible()
    expect(page.locator(".differs")).to_contain_text(TWO_SHOWN)
    expect(page.locator(".differs")).to_contain_text("台帳にありません")
    shoot(page, SHOTS, "day-close-differs")
    page.get_by_role("button", name="数え直す").click()
    ready(page)
    for number in (ONE, TWO):
        scan(page, number)
        expect(page.locator("#last.taken")).to_be_visible()
    expect(page.locator("#count")).to_have_text("2")
    page.get_by_role("button", name="数え終わりました").click()
    expect(page.locator(".done")).to_contain_text("締め切りました (一致): 2通")
    page.get_by_role("link", name="票を印刷する").click()
    paper = tmp_path / "slip.png"
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 800, "height": 1100})
    page.screenshot(path=paper, full_page=True)
    shoot(page, SHOTS, "day-slip")
    page.close()
    url = hall.engine.url.render_as_string(hide_password=False)
    verified = CliRunner().invoke(app, ["ledger", "verify", "--db", url, "--against", str(paper)])
    assert verified.exit_code == 0, verified.output
    assert verify(hall.engine)[0].broken is None


@ON_SQLITE
def test_nothing_of_the_books_is_told_before_done(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    terminals = Terminals(hall)
    treasurer = terminals("treasurer")
    begun = treasurer.post("/day-close", data=deed())
    close = begun.headers["location"]
    answers = [
        treasurer.post(f"/api{close}/scans", json={**deed(), "text": number}).text
        for number in (ONE, STRAY)
    ]
    sent = " ".join([treasurer.get(close).text, *answers])
    assert ONE_SHOWN in sent
    assert not re.search(f"{TWO}|{TWO_SHOWN}", sent)
    assert treasurer.get(f"{close}/slip").status_code == 409
    treasurer.post(f"{close}/counted", data=deed())
    assert TWO_SHOWN in treasurer.get(close).text


@ON_SQLITE
def test_a_misread_number_is_no_good_scan_whatever_the_books_hold(hall: Hall) -> None:
    terminals, misread = Terminals(hall), ONE[:-1] + "1"
    form = deed(carrier="日本郵便", declared_count="1")
    arrival = terminals("duty").post("/arrivals", data=form).headers["location"]
    for _ in range(2):  # scanned twice it is taken in: the duty desk holds a piece of this text
        terminals("duty").post(f"/api{arrival}/scans", json=deed(text=misread))
    with hall.ledger.views() as views:
        assert len(views.held(DUTY)) == 1
    answers = {}
    for who in ("duty", "treasurer"):
        path = terminals(who).post("/day-close", data=deed()).headers["location"]
        sent = terminals(who).post(f"/api{path}/scans", json=deed(text=misread)).json()
        (answers[who],) = sent["answers"]
        terminals(who).post(f"/api{path}/scans", json=deed(text=TWO))
        assert terminals(who).get(path).text.count("確かな番号ではありません") == 1, who
    assert answers["duty"] == answers["treasurer"], "whether it is held is told by nothing"
    told = answers["duty"]
    assert (told["outcome"], told["hint"]) == ("look", "")
    assert told["says"].startswith("番号の検査数字が合いません。")


@ON_SQLITE
def test_a_day_belongs_to_its_department_and_its_supervisors(hall: Hall) -> None:
    terminals = Terminals(hall)
    close = terminals("treasurer").post("/day-close", data=deed()).headers["location"]
    assert terminals("water").get(close).status_code == 403
    assert terminals("water").post(f"{close}/counted", data=deed()).status_code == 403
    assert "読取り中" in terminals("supervisor").get("/day-close").text
    terminals("treasurer").post(f"{close}/counted", data=deed())
    assert "締め切りました (一致)" in terminals("supervisor").get("/day-close").text
    assert terminals("supervisor").get(f"{close}/slip").status_code == 200
    assert terminals("water").get(f"{close}/slip").status_code == 403


@ON_SQLITE
def test_the_page_marks_whom_the_home_page_counts(hall: Hall) -> None:
    """On a Saturday nobody; on a Monday who holds something and has not closed."""
    hall.taken("clerk", ONE)
    nobody: set[str] = set()
    for days, due in ((0, nobody), (2, {"総務"})):
        hall.clock.now += timedelta(days=days)
        supervisor = Terminals(hall)("supervisor")
        page = supervisor.get("/day-close").text
        lines = re.findall(r'<li class="(look)?">\s*([^<\s]+)\s*<span class="mark">([^<]+)', page)
        assert {name for look, name, _ in lines if look} == due
        assert {name for _, name, says in lines if says == "未着手"} == due
        assert {name for _, name, says in lines if says == "日締め不要"} == {
            "宿直室",
            "総務",
            "出納室",
            "経営企画",
        } - due
        assert ("本日は閉庁日" in page) is (not due)
        assert f'<span class="count">{len(due)}</span>' in _tile(supervisor.get("/").text)
    closed(Terminals(hall), "clerk", ONE)
    assert 'class="look"' not in Terminals(hall)("supervisor").get("/day-close").text


@ON_SQLITE
def test_ones_own_last_scan_is_taken_back_by_its_number(hall: Hall) -> None:
    terminals = Terminals(hall)
    path = terminals("clerk").post("/day-close", data=deed()).headers["location"]
    assert f"{path}/undo" not in terminals("clerk").get(path).text, "nothing was scanned"
    for number in (ONE, TWO):
        terminals("clerk").post(f"/api{path}/scans", json={**deed(), "text": number})
    assert f"{TWO_SHOWN} の読取りを取り消す" in terminals("clerk").get(path).text
    assert f"{path}/undo" not in terminals("clerk2").get(path).text, "nothing of their own"
    terminals("clerk").post(f"{path}/undo", data=deed())
    assert f"{ONE_SHOWN} の読取りを取り消す" in terminals("clerk").get(path).text


def _tile(home: str) -> str:
    """Return the home page's tile of the departments that have not closed."""
    found = re.search(r'<a class="wait[^>]*href="/day-close">(?:(?!</a>).)*していない課', home)
    assert found is not None, home
    return found[0]


def closed(terminals: Terminals, who: str, *numbers: str) -> str:
    """Begin a day's close, scan and say "done"; return its address."""
    path = terminals(who).post("/day-close", data=deed()).headers["location"]
    for number in numbers:
        terminals(who).post(f"/api{path}/scans", json={**deed(), "text": number})
    assert terminals(who).post(f"{path}/counted", data=deed()).status_code == 303
    return path


@ON_SQLITE
@pytest.mark.parametrize(
    ("ending", "says"), [("opened", "が開封済み"), ("to_addressee", "が本人に渡し済み")]
)
def test_a_piece_that_had_left_is_said_to_have_left(hall: Hall, ending: str, says: str) -> None:
    terminals = Terminals(hall)
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    terminals("treasurer").post(f"/items/{item}/deliver", data=deed(ending=ending))
    path = closed(terminals, "treasurer", ONE, STRAY)
    page = terminals("treasurer").get(path).text
    assert re.search(f"出納室 treasurer{says}: 庁内での扱いは終わっています", page)
    assert page.count("台帳にありません") == 1, "of the stray one alone"
    told = {it["number"]: it for it in terminals("treasurer").get(f"/api{path}").json()["extra"]}
    assert told[STRAY]["delivered"] is None
    left = told[ONE]["delivered"]
    assert (left["ending"], left["by"], left["department"]) == (ending, "treasurer", TREASURY)
    with hall.ledger.views() as views:
        cases = {case.scan.known_as: case for case in views.open_cases() if case.scan}
    assert f"treasurer{says}" in terminals("supervisor").get(f"/review/{cases[ONE].id}").text
    assert "庁内での扱い" not in terminals("supervisor").get(f"/review/{cases[STRAY].id}").text


@ON_SQLITE
def test_a_piece_that_was_taken_back_is_to_be_taken_in_again(hall: Hall) -> None:
    terminals = Terminals(hall)
    came = terminals("duty").post("/arrivals", data=deed(carrier="日本郵便", declared_count="1"))
    arrival = came.headers["location"]
    terminals("duty").post(f"/api{arrival}/scans", json={**deed(), "text": ONE})
    assert terminals("duty").post(f"{arrival}/undo", data=deed()).status_code == 303
    path = closed(terminals, "duty", ONE, STRAY)
    page = terminals("duty").get(path).text
    assert page.count("取消し済み: もう一度収受してください") == 1
    assert page.count("台帳にありません") == 1, "of the stray one alone"
    told = {it["number"]: it for it in terminals("duty").get(f"/api{path}").json()["extra"]}
    assert {number: it["is_void"] for number, it in told.items()} == {ONE: True, STRAY: False}


@ON_SQLITE
def test_earlier_days_are_looked_back_at(hall: Hall) -> None:
    terminals = Terminals(hall)
    first = closed(terminals, "treasurer")
    others = closed(terminals, "water")
    left_open = terminals("clerk").post("/day-close", data=deed()).headers["location"]
    hall.clock.now += timedelta(hours=20)
    terminals = Terminals(hall)
    over = terminals("clerk").get(left_open).text
    assert [it for it in ("/scans", "/counted", "/recount") if f"{left_open}{it}" in over] == []
    second = closed(terminals, "treasurer")
    before = "/day-close/before"
    own = terminals("treasurer").get(before).text
    assert own.index(second) < own.index(first), "the newest first"
    assert others not in own
    assert 'name="department"' not in own
    one_day = terminals("treasurer").get(f"{before}?day=2020-10-31").text
    assert (first in one_day, second in one_day, others in one_day) == (True, False, False)
    nothing = terminals("treasurer").get(f"{before}?day=2020-10-30").text
    assert "その日の日締めは始められていません。" in nothing
    assert terminals("treasurer").get(f"{before}?department={WATER}").status_code == 403
    assert terminals("treasurer").get(f"/api{before}?department={WATER}").status_code == 403
    overseen = terminals("supervisor").get(f"{before}?day=2020-10-31&department=").text
    assert first in overseen
    assert others in overseen
    of_water = terminals("supervisor").get(f"{before}?day=&department={WATER}").text
    assert (others in of_water, first in of_water) == (True, False)
    days = terminals("treasurer").get(f"/api{before}").json()["days"]
    assert [it["day"] for it in days] == ["2020-11-01", "2020-10-31"]
    days = terminals("supervisor").get(f"/api{before}?day=2020-10-31").json()["days"]
    assert [it["department"] for it in days] == [SORTING, TREASURY, WATER]
    assert before in terminals("treasurer").get(second).text
    assert before in terminals("supervisor").get("/day-close").text


@ON_SQLITE
def test_a_day_closed_with_a_difference_says_what_it_was(hall: Hall) -> None:
    terminals = Terminals(hall)
    path = closed(terminals, "treasurer", STRAY)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    reason = deed(reason="配達員に返した")
    assert terminals("supervisor").post(f"/review/{case.id}/settle", data=reason).is_redirect
    page = terminals("treasurer").get(path).text
    assert re.search(f"違っていたもの.*{STRAY_SHOWN}.*日締めで余分", page, re.DOTALL)
    assert "supervisor" in page


@ON_SQLITE
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("keys")
def test_the_look_back_fits_a_telephone(chrome: Browser, hall: Hall, server: Server) -> None:
    terminals = Terminals(hall)
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    terminals("treasurer").post(f"/items/{item}/deliver", data=deed(ending="opened"))
    path = closed(terminals, "treasurer", ONE)
    for size, who in ((PHONE, "treasurer"), (DESK, "supervisor")):
        page = terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people[who].badge, PIN)
        page.goto("/day-close")
        page.get_by_role("link", name="以前の日締め").click()
        expect(page.get_by_label("日", exact=True)).to_be_visible()
        if who == "supervisor":
            page.get_by_label("課・グループ").select_option(label="出納室")
            page.get_by_role("button", name="表示する").click()
        fits_across(page)
        shoot(page, SHOTS, f"day-closes-before-{size['width']}")
        page.locator(f"a[href='{path}']").click()
        expect(page.locator(".differs")).to_contain_text("開封済み")
        fits_across(page)
        shoot(page, SHOTS, f"day-close-left-{size['width']}")
        page.context.close()
