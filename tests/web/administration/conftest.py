"""An administrator at a desk and with a telephone, in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.browser import DESK, Server, sign_in, terminal
from tests.support.hall import PIN, Hall

OpenFor = Callable[..., Page]


@pytest.fixture
def open_for(chrome: Browser, hall: Hall, server: Server) -> Iterator[OpenFor]:
    """Open a page for somebody, signed in."""
    pages: list[Page] = []

    def opened(who: str, size: ViewportSize = DESK) -> Page:
        page = terminal(chrome, server.address, size)
        pages.append(page)
        sign_in(page, server.address, hall.people[who].badge, PIN)
        return page

    yield opened
    for page in pages:
        page.context.close()
