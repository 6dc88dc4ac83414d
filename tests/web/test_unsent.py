"""Scans that nobody has answered: kept in the browser, sent again, never in the next one's way."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from station.desk import arrival
from station.ledger.verify import verify
from tests.support.browser import Server, free_port, scan, served, sign_in, terminal
from tests.support.hall import PIN, Hall
from tests.web.test_whole_path import answered, ready, scanned

AT_TERMINALS = ("clerk",)

ONE, TWO, THREE = "13112383852", "20112345676", "31245077161"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def arriving(page: Page, hall: Hall, address: str, who: str = "clerk", count: int = 3) -> UUID:
    """Open an arrival and show its screen."""
    opened = hall.caller(who)
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=count)
    page.goto(f"{address}/arrivals/{opened.deed}")
    ready(page)
    return opened.deed


def taken(hall: Hall, arrival_id: UUID) -> int:
    """How many pieces the ledger says came."""
    with hall.ledger.views() as views:
        return views.books.arrival(arrival_id).count


def unsent(page: Page, count: int) -> None:
    expect(page.locator("#connection")).to_contain_text(f"未送信 {count}")


def sent(page: Page) -> None:
    expect(page.locator("#connection")).to_contain_text("● 接続")


@pytest.mark.parametrize("garbled", ["<html>the proxy is tired</html>", ""])
def test_an_answer_that_cannot_be_read_stops_nothing(
    people: dict[str, Page], server: Server, hall: Hall, garbled: str
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    asked: list[str] = []
    is_tired = [True]

    def answer_badly(route: Route) -> None:
        asked.append(route.request.post_data or "")
        if is_tired[0]:
            route.fetch()  # the station has it; what is lost is its answer
            route.fulfill(status=200, body=garbled)
        else:
            route.continue_()

    page.route("**/api/**", answer_badly)
    with page.expect_response("**/api/**"):  # the page says unsent before it has sent anything
        scan(page, ONE)
    unsent(page, 1)
    is_tired[0] = False
    sent(page)
    expect(page.locator("#count")).to_have_text("1")
    assert len(set(asked)) == 1 < len(asked), "sent again as the same deed"
    scanned(page, TWO, 2)
    assert taken(hall, opened) == 2


def test_scans_outlive_the_connection_and_the_page(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    page.context.set_offline(offline=True)
    for count, number in enumerate((ONE, TWO, THREE), 1):
        scan(page, number)
        unsent(page, count)
    expect(page.locator("#last")).not_to_contain_text("読み取りました")
    expect(page.locator("#count")).to_have_text("0")
    page.get_by_role("button", name="締め切る").first.click()
    page.get_by_role("button", name="要確認として監督者へ").click()
    page.get_by_role("button", name="読取りを続ける").click()
    expect(page.locator("#notice")).to_contain_text("まだ送られていない読取りがあります")
    assert taken(hall, opened) == 0
    page.close(run_before_unload=False)
    page.context.set_offline(offline=False)
    again = page.context.new_page()
    again.goto(f"{server.address}/")
    expect(again.locator("#notice")).to_contain_text("あとから送りました")
    sent(again)
    assert taken(hall, opened) == 3
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_a_server_that_dies_in_mid_scan_loses_and_doubles_nothing(
    chrome: Browser, hall: Hall
) -> None:
    url, port = hall.engine.url.render_as_string(hide_password=False), free_port()
    numbers = [f"{body}{int(body) % 7}" for body in (str(1_000_000_000 + n) for n in range(30))]
    with served(url, port) as server:
        page = terminal(chrome, server.address)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        opened = arriving(page, hall, server.address, count=30)
        for number in numbers[:10]:
            scan(page, number)
        server.kill()
        for number in numbers[10:20]:
            scan(page, number)
        page.get_by_role("button", name="交代").click()
        expect(page.locator("#notice")).to_contain_text("接続が必要です")
    with served(url, port):
        for number in numbers[20:]:
            scan(page, number)
        expect(page.locator("#count")).to_have_text("30")
        sent(page)
    assert taken(hall, opened) == 30
    with hall.ledger.views() as views:
        kept = sorted(line.item.number for line in views.items_of_arrival(opened))
    assert kept == sorted(numbers)


def test_that_the_station_is_back_is_told_though_nobody_touches_the_page(
    chrome: Browser, hall: Hall
) -> None:
    url, port = hall.engine.url.render_as_string(hide_password=False), free_port()
    with served(url, port) as server:
        page = terminal(chrome, server.address)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        sent(page)
        server.kill()
        page.get_by_role("button", name="交代").click()
        expect(page.locator("#notice")).to_contain_text("接続が必要です")
        expect(page.locator("#connection")).to_have_text("◌ 接続なし")
    with served(url, port):
        sent(page)
        expect(page.locator("#notice")).to_be_hidden()


def test_what_the_ledger_refuses_later_is_a_case(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    page.context.set_offline(offline=True)
    scan(page, ONE)
    unsent(page, 1)

    def move_away(route: Route) -> None:
        """What the station says of an arrival that it does not know (any more)."""
        gone = str(route.request.url).replace(str(opened), "00000000-0000-4000-8000-000000000000")
        route.continue_(url=gone)

    page.route(f"**/api/arrivals/{opened}/scans", move_away)
    page.context.set_offline(offline=False)
    expect(page.locator("#stop")).to_contain_text("台帳にありません")
    expect(page.locator("#stop")).to_contain_text("要確認として届けました")
    page.get_by_role("button", name="確認").click()
    sent(page)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    assert case.scan is not None
    assert case.scan.known_as == ONE


def changes_operator(page: Page, hall: Hall, address: str, who: str) -> None:
    page.get_by_role("button", name="交代").click()
    page.wait_for_url(f"{address}/sign-in")
    sign_in(page, address, hall.people[who].badge, PIN)


def left_unsent(page: Page, hall: Hall, address: str) -> UUID:
    """The clerk scans and is not heard; clerk2 takes over.  Returns the arrival."""
    opened = arriving(page, hall, address)
    page.context.set_offline(offline=True)
    scan(page, ONE)
    unsent(page, 1)
    page.route("**/api/arrivals/**", lambda route: route.abort())
    page.context.set_offline(offline=False)
    changes_operator(page, hall, address, "clerk2")
    return opened


def test_a_scan_is_its_scanners_and_nobody_elses(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = left_unsent(page, hall, server.address)
    unsent(page, 1)
    page.unroute("**/api/arrivals/**")
    expect(page.locator("#others")).to_contain_text("ほかの人の読取り: 1")
    assert ONE not in page.content(), "whose it is not, is not shown what it is"
    assert taken(hall, opened) == 0
    changes_operator(page, hall, server.address, "clerk")
    sent(page)
    assert taken(hall, opened) == 1


def test_a_page_that_has_not_looked_yet_does_not_say_that_all_is_sent(
    people: dict[str, Page], server: Server
) -> None:
    page = people["clerk"]
    page.route("**/unsent.js*", lambda route: route.abort())
    page.goto(f"{server.address}/")
    expect(page.locator("#connection")).to_have_text("")
    page.unroute("**/unsent.js*")
    page.reload()
    sent(page)


def test_anybody_can_hand_in_what_others_left(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = left_unsent(page, hall, server.address)
    page.get_by_role("button", name="要確認として届ける").click()
    sent(page)
    expect(page.locator("#others")).to_be_hidden()
    assert taken(hall, opened) == 0
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
        assert views.books.case(case.id).author == hall.people["clerk2"].person


def session_ends(page: Page) -> None:
    page.context.clear_cookies(name="station")


def test_a_session_that_ended_in_mid_arrival_loses_no_scan(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    scanned(page, ONE, 1)
    session_ends(page)
    scan(page, TWO)
    expect(page.locator("#last")).to_contain_text("もう一度サインインしてください")
    unsent(page, 1)
    page.reload()
    page.wait_for_url(re.compile("/sign-in"))
    page.keyboard.type(hall.people["clerk"].badge)
    page.keyboard.press("Enter")
    page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.address}/arrivals/{opened}")
    expect(page.locator("#count")).to_have_text("2")
    sent(page)


def test_a_badge_where_a_piece_was_meant_changes_the_operator(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    badge = hall.people["clerk2"].badge
    scan(page, badge)
    page.wait_for_url(re.compile("/sign-in"))
    expect(page.locator("#badge")).to_have_value(badge)
    expect(page.locator("#pin")).to_be_focused()
    page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{server.address}/")
    expect(page.locator(".who")).to_contain_text("clerk2")
    assert taken(hall, opened) == 0
    with hall.ledger.views() as views:
        assert views.open_cases() == ()


def test_a_piece_where_a_badge_was_meant_is_told_apart(
    people: dict[str, Page], server: Server
) -> None:
    page = people["clerk"]
    page.goto(f"{server.address}/sign-in")
    page.keyboard.type("131-12-38385-2")
    page.keyboard.press("Enter")
    page.keyboard.type(PIN)
    page.keyboard.press("Enter")
    expect(page.locator(".says.refused")).to_contain_text("郵便物の番号です")


def test_two_pages_of_one_person_scan_side_by_side(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    opened = arriving(page, hall, server.address)
    other = page.context.new_page()
    other.goto(page.url)
    ready(other)
    scanned(page, ONE, 1)
    scanned(other, TWO, 2)
    scan(page, TWO)
    answered(page, "already", 2)
    assert taken(hall, opened) == 2


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ({"Station-Version": "another"}, "ステーションが新しくなりました"),
        ({"Date": "Mon, 01 Jan 2024 00:00:00 GMT"}, "この端末の時計がずれています"),
    ],
)
def test_an_old_page_and_a_wrong_clock_are_told(
    people: dict[str, Page], server: Server, hall: Hall, head: dict[str, str], told: str
) -> None:
    page = people["clerk"]
    arriving(page, hall, server.address)

    def with_head(route: Route) -> None:
        answer = route.fetch()
        kept = {n: v for n, v in answer.headers.items() if n.title() not in head}
        route.fulfill(response=answer, headers={**kept, **head})

    page.route("**/api/**", with_head)
    scanned(page, ONE, 1)
    expect(page.locator("#notice")).to_contain_text(told)


def test_a_picture_too_large_is_told_before_it_is_sent(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    arriving(page, hall, server.address)
    page.evaluate(
        """() => {
          const chosen = new DataTransfer();
          chosen.items.add(new File([new Uint8Array(200_000_000)], "huge.jpg"));
          const input = document.querySelector("#picture input");
          input.files = chosen.files;
          input.onchange();
        }"""
    )
    expect(page.locator("#stop")).to_contain_text("画像が大きすぎます")
    sent(page)


def test_a_terminal_that_nobody_touches_locks_itself(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    page = people["clerk"]
    page.clock.install()
    opened = arriving(page, hall, server.address)
    scanned(page, ONE, 1)
    page.clock.fast_forward("09:00")
    expect(page.locator("#scan")).to_be_visible()
    page.clock.fast_forward("02:00")
    page.wait_for_url(re.compile("/sign-in"))
    page.goto(f"{server.address}/arrivals/{opened}")
    expect(page.locator("#badge")).to_be_focused()
