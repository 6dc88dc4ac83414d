"""The office of the pictures, played and served once for all tests of screens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from station.desk.pins import PinHasher
from tests.support import browser as chromium
from tools.screenshots.visit import Theatre, opened


@pytest.fixture(scope="session")
def theatre(tmp_path_factory: pytest.TempPathFactory, hasher: PinHasher) -> Iterator[Theatre]:
    with opened(tmp_path_factory.mktemp("screens"), hasher) as running:
        yield running


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened_browser = chromium.launch(playwright)
        yield opened_browser
        opened_browser.close()
