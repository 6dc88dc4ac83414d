"""An administrator at a desk and with a telephone, in a real Chromium."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.support.browser import DESK, Server, sign_in
from tests.support.hall import PIN, Hall

OpenFor = Callable[..., Page]


@pytest.fixture
def open_for(chrome: Browser, hall: Hall, server: Server) -> Iterator[OpenFor]:
    """Open a page for somebody, signed in."""
    contexts = []

    def opened(who: str, size: ViewportSize = DESK) -> Page:
        context = chrome.new_context(viewport=size, locale="ja-JP", base_url=server.address)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        sign_in(page, server.address, hall.people[who].badge, PIN)
        return page

    yield opened
    for context in contexts:
        context.close()
