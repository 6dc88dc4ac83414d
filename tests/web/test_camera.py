"""The browser's camera: Chromium is shown videos of labels, the station reads what it is sent."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, Playwright, Request, ViewportSize, expect

from station.desk import arrival
from tests.support import browser as chromium
from tests.support.barriers import barriers
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, TREASURY, Hall
from tests.support.video import Clip, clip
from tests.web.test_whole_path import SHOTS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

ONE, TWO, WRONG = "13112383852", "20112345676", "13112383853"
ONE_SHOWN, TWO_SHOWN = "131-12-38385-2", "201-12-34567-6"


@contextmanager
def filmed(
    playwright: Playwright,
    server: Server,
    hall: Hall,
    *arguments: str,
    who: str = "clerk",
    size: ViewportSize = chromium.DESK,
) -> Iterator[Page]:
    """Somebody signed in at a browser of their own, with a camera as the arguments say."""
    opened = chromium.launch(playwright, *arguments)
    try:
        page = chromium.terminal(opened, server.address, size)
        sign_in(page, server.address, hall.people[who].badge, PIN)
        yield page
    finally:
        opened.close()


def camera(film: Path) -> tuple[str, ...]:
    """A camera that shows a film over and over, and that nobody is asked about."""
    return (
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}",
    )


def opened_arrival(hall: Hall, count: int) -> UUID:
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=count)
    return opened.deed


def recorded(page: Page) -> list[Request]:
    """Every picture that a page sends to be recorded from now on."""
    sent: list[Request] = []
    page.on("request", lambda it: sent.append(it) if it.url.endswith("/pictures") else None)
    return sent


def switch_on(page: Page) -> None:
    expect(page.locator("#camera[data-ready]")).to_be_attached()
    page.get_by_role("button", name="カメラ", exact=True).click()


def test_pieces_that_pass_are_each_taken_once_and_outlined(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(
        tmp_path / "two.mjpeg",
        Clip((), seconds=1), Clip((ONE,), seconds=5), Clip((), seconds=4),
        Clip((TWO,), seconds=5), Clip((), seconds=30),
    )  # fmt: skip
    opened = opened_arrival(hall, 2)
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        sent = recorded(page)
        switch_on(page)
        expect(page.locator("#last.taken .number")).to_have_text(ONE_SHOWN)
        expect(page.locator("#camera-says")).to_contain_text("次の1通")
        assert painted(page) > 200
        shoot(page, SHOTS, "camera")
        expect(page.locator("#last.taken .number")).to_have_text(TWO_SHOWN)
        expect(page.locator("#count")).to_have_text("2")
        page.wait_for_timeout(3000)  # the second one is held on, then the desk is empty
        assert len(sent) == 2, "a piece that was held still was sent again"
        page.get_by_role("button", name="カメラを閉じる").click()
        expect(page.locator("#camera")).to_be_hidden()
    with hall.ledger.views() as views:
        lines = views.items_of_arrival(opened)
    assert {line.item.number for line in lines} == {ONE, TWO}
    assert all(line.item.scan.photo for line in lines), "the frame is kept as evidence"
    assert all(len(line.item.scan.witnesses) == 2 for line in lines)


def painted(page: Page) -> int:
    """How many pixels of the outline over the video are drawn in the colour of what is verified."""
    return int(
        page.evaluate(
            """() => {
              const canvas = document.querySelector("#outline");
              const pen = canvas.getContext("2d");
              const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
              let count = 0;
              for (let at = 0; at < data.length; at += 4) {
                if (data[at + 3] === 255 && data[at + 1] > data[at]) count += 1;
              }
              return count;
            }"""
        )
    )


def test_what_the_station_doubts_is_recorded_only_when_a_person_says_so(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(tmp_path / "wrong.mjpeg", Clip((), seconds=1), Clip((WRONG,), seconds=90))
    opened = opened_arrival(hall, 2)
    with filmed(playwright, server, hall, *camera(film), size=chromium.PHONE) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        sent = recorded(page)
        switch_on(page)
        expect(page.locator("#camera-says.look")).to_contain_text(WRONG)
        page.wait_for_timeout(2000)
        assert sent == []
        expect(page.locator("#count")).to_have_text("0")
        shoot(page, SHOTS, "camera-doubt-phone")
        page.get_by_role("button", name="要確認として記録する").click()
        expect(page.locator("#last.look .number")).to_have_text(WRONG)
        expect(page.locator("#camera-record")).to_be_hidden()
        page.wait_for_timeout(2000)
        assert len(sent) == 1, "what was recorded stands there still, and is not asked about again"
    with hall.ledger.views() as views:
        (case,) = views.books.open_cases(arrival=opened)
    assert case.scan is not None
    assert (case.scan.number, case.scan.why) == (None, "check_digit")


def test_two_numbers_in_one_picture_are_asked_for_one_at_a_time(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(
        tmp_path / "both.mjpeg",
        Clip((ONE, TWO), seconds=10), Clip((), seconds=2), Clip((TWO,), seconds=60),
    )  # fmt: skip
    opened = opened_arrival(hall, 2)
    with filmed(playwright, server, hall, *camera(film), size=chromium.PHONE) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        sent = recorded(page)
        switch_on(page)
        says = page.locator("#camera-says.look")
        expect(says).to_contain_text(f"{ONE_SHOWN}, {TWO_SHOWN}")
        expect(says).to_contain_text("1通ずつ")
        assert sent == []
        shoot(page, SHOTS, "camera-several-phone")
        assert barriers(page) == []
        expect(page.locator("#last.taken .number")).to_have_text(TWO_SHOWN)
        assert len(sent) == 1
        shoot(page, SHOTS, "camera-phone")
        fits_across(page)


def test_a_piece_that_comes_back_is_asked_about_again_and_answered_as_known(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(
        tmp_path / "again.mjpeg",
        Clip((ONE,), seconds=5), Clip((), seconds=4), Clip((ONE,), seconds=5), Clip((), seconds=30),
    )  # fmt: skip
    opened = opened_arrival(hall, 2)
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        sent = recorded(page)
        switch_on(page)
        expect(page.locator("#last.taken")).to_be_visible()
        expect(page.locator("#last.already")).to_be_visible()
        expect(page.locator("#count")).to_have_text("1")
        assert len(sent) == 2


def test_a_handover_is_offered_and_received_by_camera(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    hall.routed(TREASURY, ONE, TWO)
    film = clip(tmp_path / "one.mjpeg", Clip((ONE,), seconds=60))
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.goto(f"{server.address}/handovers")
        page.get_by_role("button", name=re.compile("出納室")).click()
        switch_on(page)
        expect(page.locator("#last.taken .number")).to_have_text(ONE_SHOWN)
        expect(page.locator("#count")).to_have_text("1")
        shoot(page, SHOTS, "camera-handover")
        handover = page.url
    with filmed(playwright, server, hall, *camera(film), who="treasurer") as page:
        page.goto(handover)
        switch_on(page)
        expect(page.locator("#last.taken .number")).to_have_text(ONE_SHOWN)
        expect(page.locator("#count")).to_have_text("1")


def test_a_day_is_counted_by_camera(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    hall.taken("clerk", ONE)
    film = clip(tmp_path / "one.mjpeg", Clip((ONE,), seconds=60))
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.goto(f"{server.address}/day-close")
        page.get_by_role("button", name="読取りを始める").click()
        switch_on(page)
        expect(page.locator("#last.taken .number")).to_have_text(ONE_SHOWN)
        expect(page.locator("#count")).to_have_text("1")


TWO_CAMERAS = (
    "--use-fake-device-for-media-stream=device-count=2",
    "--use-fake-ui-for-media-stream",
)


def test_the_chosen_camera_is_remembered_and_a_light_is_offered_where_there_is_one(
    playwright: Playwright, server: Server, hall: Hall
) -> None:
    opened = opened_arrival(hall, 1)
    with filmed(playwright, server, hall, *TWO_CAMERAS) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        switch_on(page)
        options = page.locator("#camera-choice option")
        expect(options).to_have_count(2)
        expect(page.locator("#camera-torch")).to_be_hidden()
        second = options.nth(1).get_attribute("value")
        assert second
        page.locator("#camera-choice select").select_option(second)
        expect(page.locator("#camera-says")).to_contain_text("枠の中に")
        page.add_init_script(LIGHT)
        page.reload()
        switch_on(page)
        expect(page.locator("#camera-choice select")).to_have_value(second)
        light = page.get_by_role("button", name="ライト")
        light.click()
        expect(light).to_have_attribute("aria-pressed", "true")
        assert page.evaluate("window.lit") == {"advanced": [{"torch": True}]}


LIGHT = """
MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
MediaStreamTrack.prototype.applyConstraints = async (wanted) => { window.lit = wanted; };
"""


@pytest.mark.parametrize(
    ("name", "arguments", "host", "says"),
    [
        ("denied", ("--use-fake-device-for-media-stream",), "127.0.0.1", "許可されていません"),
        ("none", ("--use-fake-device-for-media-stream=device-count=0",
                  "--use-fake-ui-for-media-stream"), "127.0.0.1", "見つかりません"),
        ("insecure", ("--host-resolver-rules=MAP station.test 127.0.0.1",), "station.test",
         "信頼されていない"),
    ],
)  # fmt: skip
def test_without_a_camera_the_next_step_is_told(
    playwright: Playwright,
    server: Server,
    hall: Hall,
    name: str,
    arguments: tuple[str, ...],
    host: str,
    says: str,
) -> None:
    opened = opened_arrival(hall, 1)
    elsewhere = Server(server.address.replace("127.0.0.1", host), server.process)
    with filmed(playwright, elsewhere, hall, *arguments, size=chromium.PHONE) as page:
        page.goto(f"{elsewhere.address}/arrivals/{opened}")
        switch_on(page)
        expect(page.locator("#camera-says.refused")).to_contain_text(says)
        expect(page.locator("#lens")).to_be_hidden()
        shoot(page, SHOTS, f"camera-{name}")
        if name == "denied":  # the next step that was told leads on
            page.context.grant_permissions(["camera"])
            switch_on(page)
            expect(page.locator("#lens")).to_be_visible()
            return
        page.get_by_role("link", name="この端末でカメラを使えるようにする方法").click()
        page.wait_for_url("**/trust")


def test_a_camera_that_sees_nothing_rests_and_one_that_is_unplugged_is_told(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(tmp_path / "desk.mjpeg", Clip((), seconds=10))
    opened = opened_arrival(hall, 1)
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.clock.install()
        page.goto(f"{server.address}/arrivals/{opened}")
        says = page.locator("#camera-says")
        switch_on(page)
        expect(says).to_contain_text("枠の中に")
        page.clock.fast_forward("04:00")
        page.wait_for_timeout(500)
        expect(says).to_contain_text("枠の中に")
        page.clock.fast_forward("02:00")
        expect(says).to_contain_text("カメラを止めました")
        assert page.evaluate("document.querySelector('#lens').srcObject") is None
        switch_on(page)
        expect(says).to_contain_text("枠の中に")
        page.evaluate(UNPLUG)
        expect(says).to_contain_text("カメラがなくなりました")


def test_a_station_that_did_not_answer_is_told_until_it_does(
    playwright: Playwright, server: Server, hall: Hall, tmp_path: Path
) -> None:
    film = clip(tmp_path / "desk.mjpeg", Clip((), seconds=10))
    opened = opened_arrival(hall, 1)
    with filmed(playwright, server, hall, *camera(film)) as page:
        page.goto(f"{server.address}/arrivals/{opened}")
        page.route("**/api/frames", lambda route: route.abort())
        switch_on(page)
        says = page.locator("#camera-says")
        expect(says).to_contain_text("応答しません")
        page.unroute("**/api/frames")
        expect(says).to_contain_text("枠の中に")


UNPLUG = """const [track] = document.querySelector("#lens").srcObject.getVideoTracks();
track.dispatchEvent(new Event("ended"));"""

FOUND = {"number": ONE, "shown": ONE_SHOWN, "is_verified": True, "why": "", "says": ""}
OTHER = {**FOUND, "number": TWO}
SINGLE = {**FOUND, "is_verified": False, "why": "one_witness"}
ODD = {**FOUND, "number": "123", "is_verified": False, "why": "unknown_family"}

JUDGED = """async (frames) => {
  const { Presence } = await import("/static/presence.js");
  const presence = new Presence();
  return frames.map(([at, numbers]) => Object.keys(presence.see(numbers, at))[0] ?? "");
}"""


RULE: list[tuple[list[list[dict[str, object]]], list[str]]] = [
    ([[FOUND]], [""]),
    ([[FOUND], [FOUND], [FOUND]], ["", "took", ""]),
    ([[FOUND], [], [], [], [FOUND]], ["", "", "", "", "took"]),
    ([[FOUND], [], [], [], [], [FOUND]], ["", "", "", "", "", ""]),
    ([[SINGLE], [SINGLE], [FOUND]], ["", "unsure", "took"]),
    ([[FOUND], [FOUND, OTHER], [OTHER], [OTHER]], ["", "several", "", "took"]),
    ([[ODD], [ODD]], ["", "unsure"]),
    ([[FOUND], [FOUND], [], [FOUND], [FOUND]], ["", "took", "", "", ""]),
    ([[FOUND], [FOUND], [], [], [], [FOUND], [FOUND]], ["", "took", "", "", "", "took", ""]),
]


def test_the_page_judges_frames_by_the_rule_of_presence(
    playwright: Playwright, server: Server, hall: Hall
) -> None:
    with filmed(playwright, server, hall) as page:
        for frames, changes in RULE:
            timed = [(400 * number, seen) for number, seen in enumerate(frames)]
            assert page.evaluate(JUDGED, timed) == changes, frames
