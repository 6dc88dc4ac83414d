"""An incident from the button to its end in a real browser: the asked on a phone, no barriers."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.barriers import barriers
from tests.support.browser import fits_across
from tests.support.hall import TREASURY, Hall

ONE, TWO = "13112383852", "20112345676"
NARROWEST = 360

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def seen_whole(page: Page) -> None:
    """Nothing of a page lies beyond the screen's edge, nor is a barrier to anybody."""
    fits_across(page)
    assert barriers(page) == [], page.url


def test_a_piece_is_missed_searched_for_and_found(people: dict[str, Page], hall: Hall) -> None:
    item, _beside = hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    supervisor, phone = people["supervisor"], people["treasurer"]
    supervisor.goto(f"/items/{item}")
    supervisor.get_by_text("見当たらないとき").click()
    supervisor.get_by_label("どうして分かりましたか").fill("銀行から問合せがあった")
    supervisor.get_by_role("button", name="事案にする").click()
    expect(supervisor.locator(".now")).to_contain_text("所在不明")
    incident = supervisor.url

    phone.set_viewport_size({"width": NARROWEST, "height": 740})
    phone.goto("/")
    phone.get_by_role("link", name="捜索依頼").click()
    asked = phone.get_by_role("link", name="131-12-38385-2")
    expect(asked).to_be_visible()
    seen_whole(phone)
    asked.click()
    place = phone.get_by_label("見つけた場所")
    expect(place).to_be_visible()
    seen_whole(phone)
    place.fill("金庫の下")
    phone.get_by_role("button", name="ありました").click()
    expect(phone.get_by_text("回答済み: ありました")).to_be_visible()

    for width in (1280, NARROWEST):
        supervisor.set_viewport_size({"width": width, "height": 800})
        supervisor.goto(incident)
        seen_whole(supervisor)
    with supervisor.expect_download() as sent:
        supervisor.get_by_role("link", name="氏名を伏せる PDF").click()
    assert sent.value.suggested_filename == "事案報告 131-12-38385-2.pdf"
    assert sent.value.path().read_bytes().startswith(b"%PDF")
    supervisor.get_by_label("どこにあり、どうしましたか").fill("金庫の下から戻した")
    supervisor.get_by_role("button", name="見つかったとして終える").click()
    expect(supervisor.locator(".now")).to_contain_text("見つかりました")
    supervisor.goto("/incidents")
    seen_whole(supervisor)
