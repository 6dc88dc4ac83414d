"""The demo day as one strip of pictures: from the carrier's count to the sealed handover.

The office is the demo's own, before its day; people do at the pages what the play does at the desk.
"""

from base64 import b64encode
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, expect

from station.demo.story import PIN, Letter
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from tests.support import browser as chromium
from tests.support.browser import served
from tools.screenshots import stage as on
from tools.screenshots.stage import Stage

FRAME: ViewportSize = {"width": 760, "height": 560}
LETTERS = (0, 1, 4)
"""Which letters of the demo's are shown: few, so that a strip can hold the way of them."""


STYLE = """
body { margin: 16px; background: #c9d2da; color: #17212b; font: 700 15px/1.4 sans-serif; }
ol { display: grid; grid-template-columns: repeat(4, 1fr); gap: 12px; }
ol { margin: 0; padding: 0; list-style: none; }
img { display: block; width: 100%; margin-top: 6px; border-radius: 4px; }
"""


class Strip:
    """The pictures taken so far, each with what happens in it."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, str]] = []

    def shoot(self, page: Page, says: str) -> None:
        """Keep what a page shows now."""
        field = page.evaluate_handle("document.activeElement")
        field.evaluate("field => field.blur()")  # the mark of the focus tells nothing here
        self.frames.append((says, b64encode(page.screenshot()).decode()))
        field.evaluate("field => field.focus()")

    def drawn(self, browser: Browser) -> Image.Image:
        """Return all frames in rows, each below what it shows."""
        frames = "".join(
            f"<li>{place}. {says}<img src='data:image/png;base64,{picture}'></li>"
            for place, (says, picture) in enumerate(self.frames, 1)
        )
        page = chromium.terminal(browser, "", {"width": 1600, "height": 400})
        page.set_content(f"<style>{STYLE}</style><ol>{frames}</ol>")
        with Image.open(BytesIO(page.screenshot(full_page=True))) as strip:
            drawn = strip.convert("RGB")
        page.context.close()
        return drawn


def take(browser: Browser, hasher: PinHasher, folder: Path, out: Path) -> Path:
    """Play the day at the pages; return the picture of it."""
    strip, path = Strip(), out / "storyboard.webp"
    url = f"sqlite:///{folder}/storyboard.sqlite3"
    engine = open_engine(url)
    migrate.prepare(engine)
    day = on.founded(engine, hasher, folder)
    stage = Stage(day, day.ledger, hasher)
    letters = [day.story.letters[place] for place in LETTERS]
    with served(url) as server:
        people = {
            who: _signed_in(browser, server.address, stage, who)
            for who in (on.DUTY_OFFICER, on.CLERK, on.CHECKER)
        }

        def tell(who: str, says: str) -> None:
            strip.shoot(people[who], says)

        _arrive(people[on.DUTY_OFFICER], letters, tell)
        numbers = _numbers(people[on.DUTY_OFFICER])
        _hand_over(people, stage, numbers, tell)
        _sort(people, numbers[-1], tell)
        for page in people.values():
            page.context.close()
    engine.dispose()
    strip.drawn(browser).save(path, quality=70, method=6)
    return path


Tell = Callable[[str, str], None]


def _signed_in(browser: Browser, address: str, stage: Stage, who: str) -> Page:
    page = chromium.terminal(browser, address, FRAME)
    chromium.sign_in(page, address, stage.person(who).badge, PIN)
    return page


def _arrive(page: Page, letters: list[Letter], tell: Tell) -> None:
    page.goto("/arrivals")
    page.locator("input[name=declared_count]").fill(str(len(letters)))
    page.get_by_role("button", name="読取りを始める").click()
    expect(page.locator("#scan")).to_be_focused()
    for count, letter in enumerate(letters, 1):
        page.locator("#picture input").set_input_files(letter.picture)
        expect(page.locator("#count")).to_have_text(str(count))
        if count == len(letters) - 1:
            tell(on.DUTY_OFFICER, "収受: 一通ずつ画像で読み取る")
    page.get_by_role("button", name="締め切る", exact=True).click()
    expect(page.locator(".done")).to_be_visible()
    tell(on.DUTY_OFFICER, "申告の数と合ったときだけ締め切れる")


def _numbers(page: Page) -> list[str]:
    """The numbers that the station read, oldest first."""
    shown = page.locator("#lines .number").all_inner_texts()
    return [text.replace("-", "").replace(" ", "") for text in reversed(shown)]


def _scan(page: Page, number: str, count: int) -> None:
    expect(page.locator("#scan")).to_be_focused()
    chromium.scan(page, number)
    expect(page.locator("#count")).to_have_text(str(count))


def _hand_over(people: dict[str, Page], stage: Stage, numbers: list[str], tell: Tell) -> None:
    giver, receiver = people[on.DUTY_OFFICER], people[on.CLERK]
    giver.goto("/handovers")
    giver.get_by_role("button", name="総務").click()
    for count, number in enumerate(numbers, 1):
        _scan(giver, number, count)
    tell(on.DUTY_OFFICER, "引渡し: 渡す側が読み取る")
    giver.get_by_role("button", name="これで全部です").click()
    expect(giver.locator("#scan")).to_have_count(0)
    receiver.goto(giver.url)
    for count, number in enumerate(numbers[:-1], 1):
        _scan(receiver, number, count)
    tell(on.CLERK, "受領: 渡す側の数を見ずに数える")
    receiver.get_by_role("button", name="数え終わりました").click()
    expect(receiver.locator(".board.refused")).to_be_visible()
    tell(on.CLERK, "数が違えば成立しない")
    expect(receiver.locator("#scan")).to_be_focused()
    chromium.scan(receiver, numbers[-1])
    expect(receiver.locator("#last.taken")).to_be_visible()
    receiver.get_by_role("button", name="もう一度照合する").click()
    expect(receiver.locator("#badge")).to_be_focused()
    tell(on.CLERK, "一致したら双方がバッジと PIN で押印")
    for page, who in ((receiver, on.CLERK), (giver, on.DUTY_OFFICER)):
        expect(page.locator("#badge")).to_be_focused()
        page.locator("#badge").fill(stage.person(who).badge)
        page.locator("#pin").fill(PIN)
        page.get_by_role("button", name="押印する").first.click()
        expect(page.locator(".board")).to_contain_text("✓")
    expect(giver.locator(".done")).to_be_visible()
    tell(on.DUTY_OFFICER, "引渡し完了: ここで初めて所持者が変わる")


def _sort(people: dict[str, Page], number: str, tell: Tell) -> None:
    first, check = people[on.CLERK], people[on.CHECKER]
    for page, step, department in (
        (first, "sorting", "経営企画グループ"),
        (check, "checking", "出納室"),
    ):
        page.goto(f"/{step}")
        expect(page.locator("#scan")).to_be_focused()
        chromium.scan(page, number)
        page.wait_for_url(f"**/{step}/*")
        page.get_by_role("button", name=department).first.click()
    expect(check.locator(".answer.look")).to_be_visible()
    tell(on.CHECKER, "二人の入力が違えば止まる")
