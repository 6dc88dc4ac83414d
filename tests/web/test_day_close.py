"""日締め through the page: blind until "done", a difference named, a slip that is a proof."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from typer.testing import CliRunner

from station.cli.app import app
from station.ledger.verify import verify
from tests.support.browser import PHONE, Server, scan, shoot, sign_in
from tests.support.hall import PIN, TREASURY, Hall
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
