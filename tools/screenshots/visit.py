"""Going from screen to screen in one browser, as whoever a screen belongs to."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.web.context import LANGUAGE_COOKIE, SESSION_COOKIE
from tests.support import browser as chromium
from tests.support.browser import served
from tools.screenshots import stage as stages
from tools.screenshots.screens import SCREENS, Screen
from tools.screenshots.stage import Stage


@dataclass(frozen=True)
class Theatre:
    """A played stage and the address at which it is served."""

    stage: Stage
    address: str


@contextmanager
def opened(folder: Path, hasher: PinHasher) -> Iterator[Theatre]:
    """Play the day into a database in `folder`, serve it until the block ends."""
    url = f"sqlite:///{folder}/screens.sqlite3"
    engine = open_engine(url)
    migrate.prepare(engine)
    stage = stages.play(engine, hasher, folder)
    with served(url) as server:
        yield Theatre(stage, server.address)
    engine.dispose()


def show(page: Page, theatre: Theatre, screen: Screen, locale: str) -> None:
    """Bring a screen up in a language; what it asks of the hand is done."""
    page.context.clear_cookies()
    cookies = {LANGUAGE_COOKIE: locale}
    if screen.who:
        cookies[SESSION_COOKIE] = theatre.stage.token(screen.who)
    page.context.add_cookies(
        [{"name": name, "value": value, "url": theatre.address} for name, value in cookies.items()]
    )
    page.goto(theatre.address + screen.path(theatre.stage))
    screen.act(page)


def walk(
    browser: Browser, theatre: Theatre, locale: str, size: ViewportSize, only: str = ""
) -> Iterator[tuple[Screen, Page]]:
    """Go through all screens whose name begins so, one after the other in one window."""
    page = chromium.terminal(browser, theatre.address, size)
    try:
        for screen in SCREENS:
            if screen.name.startswith(only):
                page.set_viewport_size(size)
                show(page, theatre, screen, locale)
                yield screen, page
    finally:
        page.context.close()
