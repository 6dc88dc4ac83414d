"""Scans that nobody has answered: kept, sent again, and never in the way of the next one."""

import pytest
from playwright.sync_api import Page, Route, expect

from station.desk import arrival
from tests.support.browser import Server, scan
from tests.support.hall import Hall
from tests.web.test_whole_path import scanned

ONE, TWO = "13112383852", "20112345676"


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("garbled", ["<html>the proxy is tired</html>", ""])
def test_an_answer_that_cannot_be_read_stops_nothing(
    people: dict[str, Page], server: Server, hall: Hall, garbled: str
) -> None:
    page, opened = people["clerk"], hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    page.goto(f"{server.address}/arrivals/{opened.deed}")
    asked: list[str] = []

    def answer_badly_once(route: Route) -> None:
        asked.append(route.request.post_data or "")
        if len(asked) > 1:
            route.continue_()
        else:
            route.fetch()  # the station has it; what is lost is its answer
            route.fulfill(status=200, body=garbled)

    page.route("**/api/**", answer_badly_once)
    scan(page, ONE)
    expect(page.locator("#connection")).to_contain_text("未送信 1")
    expect(page.locator("#count")).to_have_text("1")
    assert asked[0] == asked[1], "sent again as the same deed"
    expect(page.locator("#connection")).to_contain_text("接続")
    scanned(page, TWO, 2)
    with hall.ledger.views() as views:
        assert views.books.arrival(opened.deed).count == 2
