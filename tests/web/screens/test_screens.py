"""Every screen for everybody: WCAG 2.2 AA as far as a machine can judge it, in both languages.

What axe-core finds; that nothing is cut and nothing scrolls sideways at 320 CSS pixels (1.4.10) and
at 200 % of a desk's 1280 (1.4.4); that a keyboard alone reaches everything and shows where it is.
"""

import pytest
from playwright.sync_api import Browser, Page

from station.web.app import create_app
from station.words import DEFAULT_LOCALE, LOCALES
from tests.support.barriers import barriers
from tests.support.browser import DESK
from tools.screenshots.screens import SCREENS, pages_of
from tools.screenshots.visit import Theatre, walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NARROW, DESK_AT_200_PERCENT = 320, 640

CUT = """() => {
  const found = [];
  if (document.documentElement.scrollWidth > innerWidth) found.push("the page scrolls sideways");
  for (const it of document.querySelectorAll("main *, header *, dialog[open] *")) {
    if (!it.checkVisibility() || it.closest(".wide, .hidden-input, video, svg, select")) continue;
    const box = it.getBoundingClientRect();
    const hides = getComputedStyle(it).overflowX !== "visible" && !it.matches("input")
      && it.scrollWidth > it.clientWidth + 1;
    if (box.width && (box.right > innerWidth + 1 || box.left < -1 || hides))
      found.push(`cut: ${it.outerHTML.slice(0, 90)}`);
  }
  return found;
}"""
"""What stands out of the window.  Tables of many columns may scroll in their own frame (1.4.10)."""

REACHABLE = """() => {
  const scope = document.querySelector("dialog[open]") ?? document;
  const asked = "a[href], button, input, select, textarea, summary";
  const all = [...scope.querySelectorAll(asked)].filter((it) => it.checkVisibility() && !it.disabled
    && it.type !== "hidden" && it.tabIndex >= 0);
  window.controls = all;
  return all.length;
}"""

FOCUSED = """() => {
  const it = document.activeElement;
  if (it === null || it === document.body) return null;
  const box = it.getBoundingClientRect();
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const ring = it.closest(".button:focus-within") ?? it;
  const style = getComputedStyle(ring);
  return {
    place: window.controls.indexOf(it), html: it.outerHTML.slice(0, 90),
    shows: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    covered: !(seen && (it.contains(seen) || seen.contains(it) || ring.contains(seen))),
  };
}"""

LEFT = """(places) => places.map((place) => window.controls[place])
  .filter((it) => it.isConnected).map((it) => it.outerHTML.slice(0, 90))"""
"""What of it is still there: a scan's answer brings parts of the page anew."""


def test_every_page_of_the_station_is_among_the_screens(theatre: Theatre) -> None:
    stage = theatre.stage
    app = create_app(stage.ledger, stage.hasher, stage.day.setting.zone, NotImplemented)
    assert set(pages_of(app)) == {screen.route for screen in SCREENS}
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_screen_has_barriers_or_is_cut_when_enlarged(
    chrome: Browser, theatre: Theatre, locale: str
) -> None:
    found, routes = [], set()
    for screen, page in walk(chrome, theatre, locale, DESK):
        # A page's other states differ in structure, not by language: axe sees them in one.
        said = [] if locale != DEFAULT_LOCALE and screen.route in routes else barriers(page)
        routes.add(screen.route)
        for width in (DESK_AT_200_PERCENT, NARROW):
            page.set_viewport_size({"width": width, "height": 512})
            said += [f"{width} px: {it}" for it in page.evaluate(CUT)]
        assert page.locator("html").get_attribute("lang") == locale
        found += [f"{screen.name}: {it}" for it in said]
    assert found == []


def test_a_keyboard_reaches_everything_and_shows_where_it_is(
    chrome: Browser, theatre: Theatre
) -> None:
    found = []
    routes: set[str] = set()
    for screen, page in walk(chrome, theatre, "ja", DESK):
        if screen.route in routes and not page.locator("dialog[open]").count():
            continue  # another state of a page that was gone through
        routes.add(screen.route)
        found += [f"{screen.name}: {it}" for it in _missed_by_tab(page)]
    assert found == []


def _missed_by_tab(page: Page) -> list[str]:
    """Press Tab until every control has had the focus; a trap or a hidden focus is told."""
    count = page.evaluate(REACHABLE)
    missed, said = set(range(count)), []
    for _ in range(2 * count + 4):
        if not missed:
            break
        page.keyboard.press("Tab")
        on = page.evaluate(FOCUSED)
        if on is None or on["place"] not in missed:
            continue
        missed.discard(on["place"])
        if not on["shows"]:
            said.append(f"the focus does not show on {on['html']}")
        if on["covered"]:
            said.append(f"something covers {on['html']}")
    return said + [f"Tab does not reach {it}" for it in page.evaluate(LEFT, sorted(missed))]
