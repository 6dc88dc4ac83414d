"""A terminal that has never been here: one round trip to see and use it, and one a page after."""

import pytest
from playwright.sync_api import Browser, Page

from tests.support.browser import Server, sign_in
from tests.support.hall import PIN, Hall

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

BAR = """() => {
    const { display, backgroundColor } = getComputedStyle(document.querySelector("header.bar"));
    return `${display} ${backgroundColor}`;
}"""
FETCHED = """() => performance.getEntriesByType("resource")
    .map(({ name, transferSize }) => [new URL(name).pathname, transferSize])"""


@pytest.fixture
def page(chrome: Browser) -> Page:
    return chrome.new_context().new_page()


def test_the_sign_in_page_alone_is_seen_and_used(page: Page, server: Server, hall: Hall) -> None:
    page.goto(f"{server.address}/sign-in")
    styled = page.evaluate(BAR)
    asked = list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.context.route("**/static/**", lambda route: route.abort())
    page.reload()
    assert page.evaluate(BAR) == styled
    assert any("/static/" in url for url in asked)  # and nothing of it came
    page.fill("#badge", hall.people["clerk"].badge)
    page.fill("#pin", PIN)
    page.click("button.main")
    page.wait_for_url(f"{server.address}/")
    assert page.evaluate(BAR) != styled


def test_after_it_the_first_page_is_one_answer(page: Page, server: Server, hall: Hall) -> None:
    page.goto(f"{server.address}/sign-in")
    page.wait_for_load_state("networkidle")
    assert sum(size for _, size in page.evaluate(FETCHED)) > 0
    sign_in(page, server.address, hall.people["clerk"].badge, PIN)
    page.wait_for_load_state("networkidle")
    fetched = dict(page.evaluate(FETCHED))
    assert {path.rpartition("/")[2] for path in fetched} >= {"station.css", "unsent.js", "idle.js"}
    over_the_line = {path: size for path, size in fetched.items() if size and "/events" not in path}
    assert over_the_line == {}
