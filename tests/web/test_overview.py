"""状況 on the page: who may see it, what it says, its tables as files, and what it never says."""

import csv
import io
import re

import pytest
from playwright.sync_api import Browser, ViewportSize

from station.desk import sorting
from tests.support import browser as chromium
from tests.support.browser import fits_across, served, shoot, sign_in
from tests.support.hall import PEOPLE, PIN, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals
from tests.web.test_whole_path import SHOTS

ONE, TWO = "13112383852", "20112345676"
NAMES = ("departments", "arrivals", "caught", "times")

sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    (item,) = hall.taken("clerk", TWO)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    return Terminals(hall)


@sqlite
def test_it_is_for_those_who_look_after_the_house(terminals: Terminals) -> None:
    for who in (*PEOPLE, "admin"):
        status = 200 if who in {"supervisor", "admin"} else 403
        client = terminals(who)
        for path in ("/overview", *(f"/overview/{name}.csv" for name in NAMES)):
            assert client.get(path).status_code == status, (who, path)
        assert ('href="/overview"' in client.get("/").text) == (status == 200), who


def test_it_says_what_is_where_and_what_waits(terminals: Terminals) -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", terminals("supervisor").get("/overview").text).split())
    for said in (
        "庁内の郵便物 2通",
        "本日の収受 2通 2回、うち締切り前 0回",
        "要確認 1 最も古いもの 0分",
        "日締め 2 日締めをしていない課 本日は閉庁日",
        "お知らせのメール 0 送信待ち",
        "入力の不一致 1 0分",
        "03 出納室 1 1 0 0 0 0分 未着手",
        "2020-10-31 2",
    ):
        assert said in text, said


@sqlite
def test_each_table_is_a_file_with_the_same_lines(terminals: Terminals) -> None:
    client = terminals("supervisor")
    shown = client.get("/overview").text
    for name in NAMES:
        answer = client.get(f"/overview/{name}.csv")
        assert answer.headers["content-type"] == "text/csv; charset=utf-8"
        assert answer.headers["content-disposition"].startswith("attachment; filename*=UTF-8''%")
        assert answer.content.startswith(b"\xef\xbb\xbf")
        rows = [*csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))]
        part = shown.split(f'id="{name}"')[1].split("</section>")[0]
        cells = re.findall(r"<t[hd](?: [^>]*)?>(.*?)</t[hd]>", part)
        assert cells == [cell for row in rows for cell in row], name
        assert len(rows) > 4
    assert client.get("/overview/people.csv").status_code == 404


@sqlite
def test_it_names_no_piece_and_nobody(terminals: Terminals) -> None:
    client = terminals("supervisor")
    paths = ("/overview", *(f"/overview/{name}.csv" for name in NAMES))
    said = "".join(client.get(path).text for path in paths)
    for hidden in (ONE, TWO, "131-12", "201-12", "clerk", "treasurer", "日本郵便"):
        assert hidden not in said, hidden


@sqlite
def test_plots_need_neither_style_nor_script(terminals: Terminals) -> None:
    page = terminals("supervisor").get("/overview").text
    assert page.count('<svg class="plot" ') == len(NAMES)
    drawn = page[page.index("<main>") : page.index("</main>")]
    for forbidden in ("style=", "<style", "<script", "onload", "http://", "https://", "url("):
        assert forbidden not in drawn, forbidden


@sqlite
def test_a_department_is_called_as_it_is_called_whatever_signs_it_has(
    terminals: Terminals, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.web.plots.shortened", lambda _name: "<b>&\"'")
    page = terminals("supervisor").get("/overview").text
    assert "&lt;b&gt;&amp;&#34;&#39;</text>" in page


@sqlite
def test_it_speaks_english(terminals: Terminals) -> None:
    client = terminals("admin")
    client.post("/language", data={"locale": "en"})
    page = client.get("/overview").text
    assert "Pieces in the house, by department and age" in page
    assert "Time from arrival to the department" in page


@pytest.mark.browser
@pytest.mark.slow
@sqlite
@pytest.mark.parametrize("size", [chromium.DESK, chromium.PHONE], ids=["desk", "phone"])
def test_it_is_found_from_the_first_page_and_fits_the_screen(
    chrome: Browser, hall: Hall, terminals: Terminals, size: ViewportSize
) -> None:
    del terminals  # the fixture's mail is what is looked at
    with served(hall.engine.url.render_as_string(hide_password=False)) as server:
        page = chrome.new_page(locale="ja-JP", viewport=size)
        wrong: list[str] = []
        page.on("console", lambda it: wrong.append(it.text) if it.type == "error" else None)
        sign_in(page, server.address, hall.people["supervisor"].badge, PIN)
        page.get_by_role("link", name="状況").click()
        page.get_by_role("img", name="庁内の郵便物 (課・経過日数別)").wait_for()
        shoot(page, SHOTS, f"overview-{size['width']}")
        fits_across(page)
        bar = page.locator("#departments svg rect.age-3").first
        assert bar.evaluate("it => getComputedStyle(it).fill") == "rgb(163, 22, 28)"
        with page.expect_download() as download:
            page.locator("#departments a[download]").click()
        assert download.value.suggested_filename.endswith(".csv")
        assert wrong == [], "nothing was blocked"
        page.close()
