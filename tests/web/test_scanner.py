"""A hand scanner at a real page: keys, input methods, bursts; wherever the focus is.

The composition events are Chromium's own, brought about as an input method does it
(https://chromedevtools.github.io/devtools-protocol/tot/Input/, `imeSetComposition`).
"""

from uuid import UUID

import pytest
from playwright.sync_api import CDPSession, Page, expect

from station.desk import arrival
from tests.support.browser import Server, scan
from tests.support.hall import TREASURY, Hall
from tests.web.test_whole_path import answered, ready

AT_TERMINALS = ("clerk", "treasurer")

ONE, TWO, THREE, FOUR = "13112383852", "20112345676", "31245077161", "52401188033"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def arriving(page: Page, hall: Hall, address: str, count: int) -> UUID:
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=count)
    page.goto(f"{address}/arrivals/{opened.deed}")
    ready(page)
    return opened.deed


def recorded(hall: Hall, opened: UUID) -> list[str]:
    """What the ledger has of an arrival, in the order in which it was scanned."""
    with hall.ledger.views() as views:
        return [line.item.number for line in reversed(views.items_of_arrival(opened))]


def test_twenty_scans_in_a_second_are_twenty_in_their_order(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address, 20)
    bodies = [7_654_321_098 - 7 * n * n for n in range(20)]
    numbers = [f"{body}{body % 7}" for body in bodies]
    page.locator("[data-open=typing]").focus()
    page.keyboard.type("\n".join([*numbers, ""]))  # no pause at all between two keys
    expect(page.locator("#count")).to_have_text("20")
    expect(page.locator("#connection")).to_contain_text("● 接続")
    assert recorded(hall, opened) == numbers


ANYWHERE = ".home, #change-operator button, [data-open=typing], a.button, .picked, footer button"


def test_a_scan_lands_from_anywhere_and_its_enter_presses_nothing(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    arriving(page, hall, server.address, 3)
    page.evaluate(
        """() => {
          // Only who acts for several departments has a list to choose from on this page.
          document.querySelector(".bar").insertAdjacentHTML("beforeend",
            "<select class='picked'><option>2<option>1</select>");
          window.pressed = [];
          for (const name of ["click", "submit", "change"])
            document.addEventListener(name, (it) => window.pressed.push(name), true);
        }"""
    )
    places = page.locator(ANYWHERE).count()
    assert places >= 6
    for place in range(places):
        page.locator(ANYWHERE).nth(place).focus()
        scan(page, ONE)
        answered(page, "taken" if place == 0 else "already", 1)
        page.evaluate("document.querySelector('#last').className = 'last'")
    page.evaluate("document.activeElement.blur()")
    scan(page, TWO)
    answered(page, "taken", 2)
    page.locator("[data-open=typing]").focus()
    page.keyboard.press("Enter")  # of a scan that was too short to be one
    assert page.evaluate("window.pressed") == []
    page.locator("a.button").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/by-hand")


def compose(cdp: CDPSession, text: str, *, enter: bool = True) -> None:
    """What an input method makes of a scan: its own text, which it ends by the scanner's Enter."""
    for end in range(1, len(text) + 1):
        cdp.send(
            "Input.imeSetComposition",
            {"text": text[:end], "selectionStart": end, "selectionEnd": end},
        )
    if enter:
        key = {"key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229}
        cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    cdp.send("Input.insertText", {"text": text})


def test_an_input_method_loses_no_scan(people: dict[str, Page], server: Server, hall: Hall) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address, 4)
    cdp = page.context.new_cdp_session(page)
    compose(cdp, "あ１３１１２３８３８５２あ")
    compose(cdp, "２０１１２３４５６７６")  # at once behind it
    expect(page.locator("#count")).to_have_text("2")
    compose(cdp, THREE, enter=False)  # a scanner that sends none, or a method that swallows it
    expect(page.locator("#count")).to_have_text("3")
    cdp.send("Input.insertText", {"text": "５２４０１１８８０３３"})  # full-width, not composed
    page.keyboard.press("Enter")
    expect(page.locator("#count")).to_have_text("4")
    assert recorded(hall, opened) == [ONE, TWO, THREE, FOUR]


def test_a_missing_enter_ends_by_silence_and_two_codes_run_together_are_two(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address, 3)
    page.keyboard.type(ONE)
    answered(page, "taken", 1)
    expect(page.locator("#scan")).to_have_value("")
    scan(page, f"A{TWO}AA{THREE}A")
    expect(page.locator("#count")).to_have_text("3")
    assert recorded(hall, opened) == [ONE, TWO, THREE]


def test_a_reason_is_written_beside_the_scanner_and_a_scan_is_none(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["treasurer"]
    hall.routed(TREASURY, ONE, TWO)
    handover = hall.offered(TREASURY, ONE, TWO)
    page.clock.install()
    page.goto(f"{server.address}/handovers/{handover}")
    ready(page)
    scan(page, ONE)
    answered(page, "taken", 1)
    page.locator("#lines summary").click()
    reason = page.locator("#lines input[name=reason]")
    reason.click()
    page.clock.pause_at(page.evaluate("Date.now() / 1000 + 1"))
    for key in "not ours":
        page.keyboard.press(key)
        page.clock.run_for(90)
    expect(reason).to_have_value("not ours")
    page.keyboard.type(TWO)  # no time passes between a scanner's keys
    page.keyboard.press("Enter")
    expect(reason).to_have_value("not ours")
    page.clock.resume()
    answered(page, "taken", 2)
