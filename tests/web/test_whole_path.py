"""One day through the pages in a real Chromium: from the carrier's count to the opened letter.

Screens are kept as pictures where STATION_SCREENSHOTS names a folder.
"""

import os
import re
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Page, Route, expect

from station.ledger.verify import verify
from tests.support.browser import scan, shoot
from tests.support.hall import PIN, Hall

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOST, OTHER, UNANNOUNCED = "13112383852", "20112345676", "31245077161"
LOST_SHOWN, OTHER_SHOWN, UNANNOUNCED_SHOWN = "131-12-38385-2", "201-12-34567-6", "312-45-07716-1"
PICTURE_OF_UNANNOUNCED = Path(__file__).parents[2] / "fixtures" / "images" / "01.jpg"
SHOTS = Path(os.environ["STATION_SCREENSHOTS"]) if "STATION_SCREENSHOTS" in os.environ else None

LIST = (
    "引受番号,種別,差出人,あて先,配布先課\n"
    "131-12-38385-2,簡易書留,銀行,大阪狭山市役所 御中,\n"
    "201-12-34567-6,現金書留,市民,出納室 御中,会計課\n"
)


def answered(page: Page, outcome: str, count: int | None = None) -> None:
    """The last scan was answered so, and the count says it too."""
    expect(page.locator(f"#last.{outcome}")).to_be_visible()
    if count is not None:
        expect(page.locator("#count")).to_have_text(str(count))


def ready(page: Page) -> None:
    """The screen is there and waits for a scan."""
    expect(page.locator("#scan")).to_be_focused()


def scanned(page: Page, number: str, count: int) -> None:
    scan(page, number)
    answered(page, "taken", count)


def tapped(page: Page) -> list[bytes]:
    """Every byte that the server sends to a page from now on."""
    seen: list[bytes] = []

    def pass_on(route: Route) -> None:
        with suppress(Error):  # a page that is being left lets go of what it asked for
            answer = route.fetch(max_redirects=0)
            seen.append(answer.body())
            route.fulfill(response=answer)

    page.route("**/*", pass_on)
    return seen


def signs(page: Page, hall: Hall, who: str, pin: str = PIN) -> None:
    """Somebody signs at a terminal with badge and PIN, for the side that it offers first."""
    expect(page.locator("#badge")).to_be_focused()
    page.locator("#badge").fill(hall.people[who].badge)
    page.locator("#pin").fill(pin)
    page.get_by_role("button", name="押印する").first.click()


def choose(page: Page, number: str, kana: str, name: str) -> None:
    """Scan a piece, type some kana, press its department."""
    ready(page)
    scan(page, number)
    page.wait_for_url(re.compile(r"/(sorting|checking)/"))
    expect(page.locator("#find")).to_be_focused()
    page.keyboard.type(kana)
    page.get_by_role("button", name=re.compile(name)).click()


def test_a_letter_travels_the_whole_way(
    people: dict[str, Page], hall: Hall, tmp_path: Path
) -> None:
    arrive(people["duty"], tmp_path)
    hand_to_general_affairs(people["duty"], people["clerk"], hall)
    sort(people["clerk"], people["clerk2"], people["supervisor"])
    hand_to_treasury(people["clerk"], people["treasurer"], hall)
    end(people["treasurer"])
    look_after(people["supervisor"])
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def arrive(duty: Page, tmp_path: Path) -> None:
    """収受: a list in cp932, a hand scanner, a picture, an early close, then the right one."""
    shoot(duty, SHOTS, "first-page-duty")
    duty.goto("/arrivals")
    table = tmp_path / "expected.csv"
    table.write_bytes(LIST.encode("cp932"))
    duty.get_by_text("到着予定を取り込む").click()
    duty.locator("input[name=table]").set_input_files(table)
    duty.get_by_role("button", name="内容を確かめる").click()
    duty.get_by_role("button", name="取り込む").click()
    expect(duty.locator("select[name=list_id]")).to_contain_text("2通のうち0通到着済み")
    duty.locator("input[name=declared_count]").fill("3")
    shoot(duty, SHOTS, "arrivals")
    duty.get_by_role("button", name="読取りを始める").click()
    ready(duty)
    duty.locator(".about").click()  # the focus is anywhere
    scanned(duty, f"A{LOST}A", 1)
    scan(duty, LOST)
    answered(duty, "already", 1)
    duty.locator("#picture input").set_input_files(PICTURE_OF_UNANNOUNCED)
    answered(duty, "look", 2)
    expect(duty.locator("#last .number")).to_have_text(UNANNOUNCED_SHOWN)
    expect(duty.locator("#lines li").first).to_contain_text(UNANNOUNCED_SHOWN)
    shoot(duty, SHOTS, "arrival")
    duty.get_by_role("button", name="締め切る: あと1通").click()
    expect(duty.locator("#early")).to_contain_text(OTHER_SHOWN)
    shoot(duty, SHOTS, "arrival-early")
    duty.get_by_role("button", name="読取りを続ける").click()
    scanned(duty, OTHER_SHOWN, 3)
    duty.get_by_role("button", name="締め切る", exact=True).click()
    expect(duty.locator(".done")).to_contain_text("締め切りました")


def hand_to_general_affairs(duty: Page, clerk: Page, hall: Hall) -> None:
    """引渡し: the receiver counts blind, comes short, finds the piece; both sign."""
    duty.goto("/handovers")
    duty.get_by_role("button", name="総務").click()
    ready(duty)
    for count, number in enumerate((LOST, OTHER, UNANNOUNCED), 1):
        scanned(duty, number, count)
    shoot(duty, SHOTS, "handover-giver")
    duty.get_by_role("button", name="これで全部です").click()
    expect(duty.locator("main")).to_contain_text("受領側が読取り中")

    shown = tapped(clerk)
    clerk.goto("/handovers")
    clerk.get_by_role("link", name=re.compile("宿直室")).click()
    ready(clerk)
    scanned(clerk, LOST, 1)
    scanned(clerk, OTHER, 2)
    shoot(clerk, SHOTS, "receipt-counting")
    everything = b"".join(shown).decode(errors="replace")
    clerk.unroute_all()
    assert LOST_SHOWN in everything
    assert UNANNOUNCED not in everything, "the receiver was shown what it has not scanned"
    assert UNANNOUNCED_SHOWN not in everything

    clerk.get_by_role("button", name="数え終わりました").click()
    expect(clerk.locator(".board")).to_contain_text("一致しません")
    expect(clerk.locator("main")).to_contain_text(UNANNOUNCED_SHOWN)
    ready(clerk)
    shoot(clerk, SHOTS, "receipt-differs")
    scan(clerk, UNANNOUNCED)
    answered(clerk, "taken")
    clerk.get_by_role("button", name="もう一度照合する").click()
    expect(clerk.locator(".board")).to_contain_text("一致しました")
    signs(clerk, hall, "clerk")
    expect(duty.locator(".board")).to_contain_text("✓")  # the other side came up by itself
    signs(duty, hall, "clerk2")
    expect(duty.locator("main")).to_contain_text("宿直室 の人だけができます")
    duty.get_by_role("link", name="戻る").click()
    signs(duty, hall, "duty", pin="000001")
    expect(duty.locator("main")).to_contain_text("バッジまたは PIN が違います")
    duty.get_by_role("link", name="戻る").click()
    signs(duty, hall, "duty")
    expect(duty.locator(".done")).to_contain_text("引渡し完了 3通")
    expect(clerk.locator(".done")).to_contain_text("引渡し完了 3通")  # and so did this one
    shoot(duty, SHOTS, "handover-sealed")


def sort(clerk: Page, clerk2: Page, supervisor: Page) -> None:
    """振分け and 照合入力: a wrong first word is caught, and the supervisor decides."""
    clerk.goto("/sorting")
    shoot(clerk, SHOTS, "sorting")
    choose(clerk, LOST, "けいえい", "経営企画")
    choose(clerk, OTHER, "すいとう", "出納室")
    ready(clerk)
    scan(clerk, OTHER)  # one's own word: it may be corrected until somebody has checked
    clerk.wait_for_url(re.compile("/sorting/"))
    expect(clerk.locator("main")).to_contain_text("あなたの入力: 出納室")
    clerk2.goto("/checking")
    ready(clerk2)
    scan(clerk2, "4444-1375-8703")  # a piece that nobody took in
    expect(clerk2.locator("#stop")).to_contain_text("台帳にない番号です")
    shoot(clerk2, SHOTS, "stop")
    expect(clerk2.locator("#stop-unheard")).to_be_hidden()
    scan(
        clerk2, LOST
    )  # with eyes on the pieces: it acknowledges nothing, is not taken, and is told so
    expect(clerk2.locator("#stop")).to_be_visible()
    expect(clerk2.locator("#stop-unheard")).to_contain_text("記録されません")
    clerk2.get_by_role("button", name="確認").click()
    ready(clerk2)
    scan(clerk2, LOST)
    clerk2.wait_for_url(re.compile("/checking/"))
    expect(clerk2.locator("main")).to_contain_text("大阪狭山市役所 御中")
    shoot(clerk2, SHOTS, "check-entry")
    expect(clerk2.locator("#find")).to_be_focused()
    clerk2.keyboard.type("会計")
    clerk2.get_by_role("button", name=re.compile("出納室")).click()
    expect(clerk2.locator(".last.look")).to_contain_text("配布先未定")
    choose(clerk2, OTHER, "03", "出納室")
    expect(clerk2.locator(".last.taken")).to_contain_text("出納室")

    supervisor.goto("/review")
    shoot(supervisor, SHOTS, "review")
    supervisor.get_by_role("link", name=re.compile("入力の不一致 [0-9]{3}-")).click()
    expect(supervisor.locator("main")).to_contain_text("経営企画")
    shoot(supervisor, SHOTS, "case")
    supervisor.locator("select[name=department]").select_option(label="出納室")
    supervisor.locator("input[name=reason]").fill("差出人が銀行のため")
    supervisor.get_by_role("button", name="決定する").click()
    expect(supervisor.locator(".answer.settled")).to_be_visible()


def hand_to_treasury(clerk: Page, treasurer: Page, hall: Hall) -> None:
    """引渡し to the treasury, received on a phone; both sign at that phone."""
    clerk.goto("/handovers")
    clerk.get_by_role("button", name=re.compile("出納室")).click()
    ready(clerk)
    scanned(clerk, LOST, 1)
    scanned(clerk, OTHER, 2)
    clerk.get_by_role("button", name="これで全部です").click()
    treasurer.goto("/")
    shoot(treasurer, SHOTS, "first-page-receiver-phone")
    treasurer.goto("/handovers")
    treasurer.get_by_role("link", name=re.compile("総務")).click()
    ready(treasurer)
    scanned(treasurer, LOST, 1)
    scan(treasurer, UNANNOUNCED)
    expect(treasurer.locator("#stop")).to_contain_text("この引渡しのものではありません")
    shoot(treasurer, SHOTS, "stop-phone")
    treasurer.get_by_role("button", name="確認").click()
    ready(treasurer)
    scanned(treasurer, OTHER, 2)
    shoot(treasurer, SHOTS, "receipt-phone")
    treasurer.get_by_role("button", name="数え終わりました").click()
    signs(treasurer, hall, "treasurer")
    signs(treasurer, hall, "clerk")
    expect(treasurer.locator(".done")).to_contain_text("引渡し完了 2通")
    shoot(treasurer, SHOTS, "sealed-phone")


def end(treasurer: Page) -> None:
    """The treasury opens the letter."""
    treasurer.goto("/held")
    shoot(treasurer, SHOTS, "held-phone")
    line = treasurer.locator("li", has_text=LOST_SHOWN)
    line.locator("summary", has_text="開封した").click()
    shoot(treasurer, SHOTS, "held-asks-phone")
    line.get_by_role("button", name="はい、開封しました").click()
    expect(treasurer.locator("li", has_text=LOST_SHOWN)).to_have_count(0)


def look_after(supervisor: Page) -> None:
    """The supervisor settles the unmatched scans and traces the letter."""
    for _ in range(3):
        supervisor.goto("/review")
        supervisor.locator(".list a").first.click()
        supervisor.locator("form[action$='/settle'] input[name=reason]").fill("現物を確認した")
        supervisor.get_by_role("button", name="処理する").click()
        expect(supervisor.locator(".answer.settled")).to_be_visible()
    supervisor.goto("/review")
    expect(supervisor.locator(".empty")).to_contain_text("要確認はありません")
    supervisor.goto("/trace")
    expect(supervisor.locator("input[name=q]")).to_be_focused()
    supervisor.keyboard.type("38385")
    supervisor.keyboard.press("Enter")
    supervisor.get_by_role("link", name=LOST_SHOWN).click()
    expect(supervisor.locator(".now")).to_contain_text("出納室")
    expect(supervisor.locator(".way")).to_contain_text("収受を締め切った")
    expect(supervisor.locator(".way li")).to_have_count(17)
    shoot(supervisor, SHOTS, "way")
