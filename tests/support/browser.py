"""A real Chromium and a real server for tests of the screens."""

import os
import shutil
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from tests.support.nursery import Process

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
START_SECONDS_MAX = 60
PATIENCE_MS = 30_000
"""How long any page may take: what is tested is that something comes, not this machine's speed."""

DESK: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}

expect.set_options(timeout=PATIENCE_MS)

GONE_ONCE_LEFT = """
for (const leaving of ["submit", "beforeunload"]) addEventListener(leaving, (event) => {
  if (!event.defaultPrevented) document.documentElement.style.visibility = "hidden";
});
"""
"""A page that is being left is seen no more, so that no test goes on with it in place of the next.

A hand that is slower than the answer never meets it; a script between click and answer does.
"""


def launch(playwright: Playwright, *more: str) -> Browser:
    """Start Debian's Chromium, which must not talk to anybody but the test's server."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *more])


def terminal(browser: Browser, address: str, size: ViewportSize = DESK) -> Page:
    """Open a page with cookies of its own, as on a terminal of its own; close its context after."""
    context = browser.new_context(viewport=size, locale="ja-JP", base_url=address)
    context.set_default_timeout(PATIENCE_MS)
    context.add_init_script(GONE_ONCE_LEFT)
    return context.new_page()


@dataclass
class Server:
    """A station served by a process of its own."""

    address: str
    process: Process

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(database_url: str, port: int | None = None) -> Iterator[Server]:
    """Serve a database by `station serve` until the block ends."""
    port = port or free_port()
    command = ("station", "serve", "--db", database_url, "--port", port)
    process = Process(*command, env=os.environ)
    server = Server(f"http://127.0.0.1:{port}", process)
    try:
        _await(server)
        yield server
    finally:
        if process.poll() is None:
            server.kill()


def _await(server: Server) -> None:
    until = time.monotonic() + START_SECONDS_MAX
    while time.monotonic() < until:
        assert server.process.poll() is None, "the server ended before it answered"
        try:
            urlopen(f"{server.address}/sign-in", timeout=1).close()  # noqa: S310 - our own server
        except (URLError, OSError):
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"expected an answer within {START_SECONDS_MAX} s, got none")


def sign_in(page: Page, address: str, badge: str, pin: str) -> None:
    """Sign in as somebody, as a badge scanner and a hand on the keys do it."""
    page.goto(f"{address}/sign-in")
    expect(page.locator("#badge")).to_be_focused()
    page.keyboard.type(badge)
    page.keyboard.press("Enter")
    page.keyboard.type(pin)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}/")


def scan(page: Page, number: str) -> None:
    """What a hand scanner does: keys in a burst, then Enter, wherever the focus is."""
    page.keyboard.type(number)
    page.keyboard.press("Enter")


def fits_across(page: Page) -> None:
    """See that nothing is wider than the screen, once the page that was asked for is whole.

    It is asked until it is so: a page that a click has just called up has no document yet.
    """
    assert page.viewport_size
    page.wait_for_load_state()
    across = page.viewport_size["width"]
    expect(page.locator("html")).to_have_js_property("scrollWidth", across)


def shoot(page: Page, folder: Path | None, name: str) -> None:
    """Keep a picture of the screen where a folder for them is named."""
    if folder is not None:
        page.screenshot(path=folder / f"{name}.png", full_page=True)
