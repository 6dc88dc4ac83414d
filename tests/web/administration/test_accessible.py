"""管理 for everybody: what axe-core can find of barriers by its rules for WCAG 2.1, A and AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import FilePayload, Page, expect

from tests.support.browser import DESK, PHONE
from tests.support.hall import WATER, Hall
from tests.web.administration.conftest import OpenFor
from tests.web.administration.test_tables import PEOPLE_TABLE
from tests.web.test_expected_lists import ODD

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

KNOWN = ODD.replace("問合せNo,差出し,メモ", "引受番号,差出人,あて先")

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def barriers(page: Page) -> list[str]:
    """What is wrong on a page, with every part of it unfolded."""
    page.evaluate("for (const it of document.querySelectorAll('details')) it.open = true")
    answer = Axe().run(page, options=RULES).response
    assert len(answer["passes"]) > 10, "the rules looked at the page"
    found = answer["violations"]
    return [f"{it['id']}: {node['html'][:120]}" for it in found for node in it["nodes"]]


def sent(page: Page, path: str, table: str, shows: str) -> None:
    page.goto(path)
    file: FilePayload = {"name": "x.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="内容を確かめる").click()
    expect(page.get_by_text(shows).first).to_be_visible()


def test_no_page_has_barriers(open_for: OpenFor, hall: Hall) -> None:
    page = open_for("admin")
    for size in (DESK, PHONE):
        page.set_viewport_size(size)
        for path in (
            "/admin",
            "/admin/people",
            "/admin/people/new",
            f"/admin/people/{hall.people['water'].person}",
            "/admin/people/import",
            "/admin/departments",
            f"/admin/departments/one?number={WATER}",
            "/admin/suggestions",
            "/admin/closing-days",
            "/expected",
        ):
            page.goto(path)
            assert barriers(page) == [], path
        for path, table, shows in (
            ("/admin/people/import", PEOPLE_TABLE.replace("2020", "2999"), "件の変更"),
            ("/admin/people/import", PEOPLE_TABLE.replace("総務", "水道課"), "次の行を直して"),
            ("/expected", ODD, "分からないところ"),
            ("/expected", KNOWN, "通の到着予定"),
        ):
            sent(page, path, table, shows)
            assert barriers(page) == [], path
