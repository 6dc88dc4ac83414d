"""配布簿 on the page: who may see it, what it shows, and the files that it gives."""

import io
import re

import pypdfium2
import pytest
from playwright.sync_api import Browser, ViewportSize
from python_calamine import load_workbook

from station.desk import sorting
from tests.support import browser as chromium
from tests.support.browser import fits_across, served, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals
from tests.web.test_whole_path import SHOTS

ONE, TWO = "13112383852", "20112345676"
DAYS = "from=2020-10-31&to=2020-10-31"

LINES_OF_DATE = """cell => {
  const text = cell.firstChild, range = document.createRange(), date = "令和2.10.31(土)";
  const start = text.data.indexOf(date);
  range.setStart(text, start);
  range.setEnd(text, start + date.length);
  return new Set([...range.getClientRects()].map(it => it.top)).size;
}"""


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    hall.routed(WATER, TWO)
    return Terminals(hall)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_book_is_for_those_who_look_after_the_others(terminals: Terminals) -> None:
    for who, status in (("supervisor", 200), ("admin", 200), ("clerk", 403), ("treasurer", 403)):
        for path in ("/book", "/book.csv", "/book.pdf"):
            assert terminals(who).get(f"{path}?{DAYS}").status_code == status, (who, path)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_page_shows_days_of_all_departments_or_of_one(terminals: Terminals) -> None:
    supervisor = terminals("supervisor")
    shown = supervisor.get(f"/book?{DAYS}").text
    assert "131-12-38385-2" in shown
    assert "201-12-34567-6" in shown
    assert "令和2.10.31(土)　2 通" in shown
    own = supervisor.get(f"/book?{DAYS}&department={WATER}").text
    assert "201-12-34567-6" in own
    assert "131-12-38385-2" not in own
    assert "記載はありません。" in supervisor.get("/book?from=2020-11-01&to=2020-11-01").text
    turned = supervisor.get("/book?from=2020-11-01&to=2020-10-31").text
    assert "131-12-38385-2" in turned
    long = supervisor.get("/book?from=2020-01-01&to=2020-12-31").text
    assert "ファイルで取り出してください" in long
    assert "131-12-38385-2" not in long
    assert supervisor.get("/book?from=yesterday").status_code == 422


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_every_file_has_the_lines_of_the_page(terminals: Terminals) -> None:
    supervisor = terminals("supervisor")
    got = {form: supervisor.get(f"/book.{form}?{DAYS}") for form in ("pdf", "xlsx", "csv")}
    assert all(
        "filename*=UTF-8''%E9%85%8D" in it.headers["content-disposition"] for it in got.values()
    )
    with pypdfium2.PdfDocument(got["pdf"].content) as document:
        assert "131-12-38385-2" in document[0].get_textpage().get_text_range()
    rows = load_workbook(io.BytesIO(got["xlsx"].content)).get_sheet_by_index(0).to_python()
    assert [row[3] for row in rows[2:4]] == ["131-12-38385-2", "201-12-34567-6"]
    assert got["csv"].content.decode("utf-8-sig").count("\n") >= 3
    assert supervisor.get(f"/book.doc?{DAYS}").status_code == 404


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_neither_page_nor_file_tells_a_word_that_waits_for_its_check(hall: Hall) -> None:
    (item,) = hall.taken("clerk", ONE)
    for who, rule, said in (
        ("clerk", sorting.enter_first, TREASURY),
        ("clerk2", sorting.enter_check, SORTING),
    ):
        rule(hall.ledger, hall.caller(who), item=item, department=said)
    decider = hall.caller("supervisor")
    sorting.decide_route(hall.ledger, decider, item=item, department=WATER, reason="水道のこと")
    supervisor = Terminals(hall)("supervisor")
    got = {form: supervisor.get(f"/book.{form}?{DAYS}").content for form in ("pdf", "xlsx", "csv")}
    with pypdfium2.PdfDocument(got["pdf"]) as document:
        texts = [document[0].get_textpage().get_text_range()]
    texts.append(str(load_workbook(io.BytesIO(got["xlsx"])).get_sheet_by_index(0).to_python()))
    texts.append(got["csv"].decode("utf-8-sig"))
    texts.append(re.sub(r"(?s)<select.*?</select>", "", supervisor.get(f"/book?{DAYS}").text))
    for text in texts:
        assert "131-12-38385-2" in text
        assert "経営企画" not in text
        assert "水道" not in text


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("size", [chromium.DESK, chromium.PHONE], ids=["desk", "phone"])
def test_the_book_is_found_from_the_first_page_and_fits_the_screen(
    chrome: Browser, hall: Hall, terminals: Terminals, size: ViewportSize
) -> None:
    del terminals  # the fixture's mail is what is looked at
    with served(hall.engine.url.render_as_string(hide_password=False)) as server:
        page = chrome.new_page(locale="ja-JP", viewport=size)
        sign_in(page, server.address, hall.people["supervisor"].badge, PIN)
        page.get_by_role("link", name="特殊文書配布簿").click()
        page.get_by_label("いつから").fill("2020-10-31")
        page.get_by_label("いつまで").fill("2020-10-31")
        page.get_by_role("button", name="表示する").click()
        page.get_by_text("131-12-38385-2").wait_for()
        shoot(page, SHOTS, f"book-{size['width']}")
        fits_across(page)
        dates = page.locator(".book td", has_text="令和2.10.31(土)")
        assert {it.evaluate(LINES_OF_DATE) for it in dates.all()} == {1}, "none is broken"
        page.close()
