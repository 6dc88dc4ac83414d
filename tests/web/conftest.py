"""A browser, a served town hall, and everybody at a terminal of their own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from tests.support import browser as chromium
from tests.support.browser import Server, served, sign_in
from tests.support.hall import PIN, Hall

AT_TERMINALS = ("duty", "clerk", "clerk2", "treasurer", "supervisor")
ON_PHONES = ("treasurer",)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chrome(playwright: Playwright) -> Iterator[Browser]:
    opened = chromium.launch(playwright)
    yield opened
    opened.close()


@pytest.fixture
def server(hall: Hall) -> Iterator[Server]:
    with served(hall.engine.url.render_as_string(hide_password=False)) as running:
        yield running


@pytest.fixture
def people(
    request: pytest.FixtureRequest, chrome: Browser, server: Server, hall: Hall
) -> Iterator[dict[str, Page]]:
    """Everybody at a terminal, or those whom a module names in `AT_TERMINALS`."""
    pages: dict[str, Page] = {}
    for who in getattr(request.module, "AT_TERMINALS", AT_TERMINALS):
        size = chromium.PHONE if who in ON_PHONES else chromium.DESK
        pages[who] = chromium.terminal(chrome, server.address, size)
        sign_in(pages[who], server.address, hall.people[who].badge, PIN)
    yield pages
    for page in pages.values():
        page.context.close()
