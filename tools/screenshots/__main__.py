"""Take the pictures: python -m tools.screenshots [--out FOLDER] [--only NAME]."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from argon2 import PasswordHasher
from playwright.sync_api import ViewportSize, sync_playwright

from station.desk.pins import PinHasher
from station.words import LOCALES
from tests.support import browser as chromium
from tools.screenshots import storyboard
from tools.screenshots.visit import Theatre, opened, walk

WIDE: ViewportSize = {"width": 1280, "height": 800}
STORYBOARD = "storyboard"
NARROW: ViewportSize = {"width": 390, "height": 844}


def main() -> int:
    """Take every picture that was asked for and say where they are."""
    parser = argparse.ArgumentParser(prog="screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="", help="screens whose name begins so, or: storyboard")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    # The office is a scene and lasts minutes: its PINs need no costly hash.
    hasher = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        os.environ["STATION_KEYS"] = folder  # keys of its own, which end with it
        browser = chromium.launch(playwright)
        taken: list[Path] = []
        if asked.only != STORYBOARD:
            with opened(Path(folder), hasher) as theatre:
                taken += _take(browser, theatre, asked.out, asked.only)
        if asked.only in {"", STORYBOARD}:
            taken += [storyboard.take(browser, hasher, Path(folder), asked.out)]
        browser.close()
    sys.stdout.write(f"{len(taken)} pictures in {asked.out}\n")
    return 0


def _take(browser: chromium.Browser, theatre: Theatre, out: Path, only: str) -> list[Path]:
    taken = []
    for locale in LOCALES:
        for size in (WIDE, NARROW):
            for screen, page in walk(browser, theatre, locale, size, only):
                page.evaluate("document.fonts.ready")
                path = out / f"{screen.name}-{locale}-{size['width']}.png"
                page.screenshot(path=path, full_page=page.locator("dialog[open]").count() == 0)
                taken.append(path)
    return taken


if __name__ == "__main__":
    sys.exit(main())
