"""News of the other side, and nothing but news."""

import asyncio
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

import httpx2 as httpx
import pytest
from playwright.sync_api import Page, Route, expect

from station.desk import handover as deeds
from station.desk import signin
from station.desk.signin import IDLE_MINUTES_MAX
from station.web.live import Pulse
from tests.support.browser import Server
from tests.support.hall import PIN, TREASURY, WATER, Hall, seen

AT_TERMINALS = ("clerk", "supervisor")
ONE, TWO = "13112383852", "20112345676"

slow = pytest.mark.slow
on_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@contextmanager
def waiting(server: Server, hall: Hall, who: str, path: str) -> Iterator[Iterator[str]]:
    """Let somebody wait for news; the lines as they come."""
    headers = {"Origin": server.address}
    with httpx.Client(base_url=server.address, headers=headers, timeout=60) as client:
        badge = hall.people[who].badge
        assert client.post("/sign-in", data={"badge": badge, "pin": PIN}).status_code == 303
        with client.stream("GET", path) as answer:
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            yield (line for line in answer.iter_lines() if line)


def news(lines: Iterator[str]) -> dict[str, object]:
    return dict(json.loads(next(lines).removeprefix("data: ")))


@slow
@on_sqlite
def test_a_page_that_waits_hears_of_each_step_and_of_no_piece(server: Server, hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    caller = hall.caller("clerk")
    deeds.open_handover(hall.ledger, caller, receiver=TREASURY)
    path = f"/api/handovers/{caller.deed}/events"
    with waiting(server, hall, "treasurer", path) as lines:
        heard = [news(lines)]
        for number in (ONE, TWO):
            deeds.offer(hall.ledger, hall.caller("clerk"), handover=caller.deed, seen=seen(number))
        deeds.finish_offer(hall.ledger, hall.caller("clerk"), handover=caller.deed)
        heard.append(news(lines))
        hall.counted("treasurer", caller.deed, ONE, TWO)
        heard.append(news(lines))
        hall.signed(caller.deed, "clerk")
        heard.append(news(lines))
    assert heard == [
        {"phase": "offering", "signed": 0, "is_empty": False},
        {"phase": "counting", "signed": 0, "is_empty": False},
        {"phase": "agreed", "signed": 0, "is_empty": False},
        {"phase": "agreed", "signed": 1, "is_empty": False},
    ]


@slow
@on_sqlite
def test_whoever_is_signed_out_hears_no_more(server: Server, hall: Hall) -> None:
    caller = hall.caller("clerk")
    deeds.open_handover(hall.ledger, caller, receiver=TREASURY)
    with waiting(server, hall, "treasurer", f"/api/handovers/{caller.deed}/events") as lines:
        news(lines)
        with hall.ledger.secrets() as credentials:
            credentials.close_sessions(hall.people["treasurer"].person)
        deeds.cancel(hall.ledger, hall.caller("clerk"), handover=caller.deed, reason="x")
        assert list(lines) == []


@pytest.mark.parametrize("is_doing", [True, False])
def test_waiting_keeps_no_session_from_going_idle(hall: Hall, is_doing: bool) -> None:
    token = signin.sign_in(
        hall.ledger, hall.hasher, badge=hall.people["clerk"].badge, pin=PIN, terminal="t"
    )
    for _ in range(2):
        hall.clock.now += timedelta(minutes=IDLE_MINUTES_MAX * 0.7)
        last = signin.who(hall.ledger, token, is_doing=is_doing)
    assert (last is not None) == is_doing


def test_many_who_wait_ask_once() -> None:
    asked: list[int] = []
    lock = threading.Lock()

    def ask() -> int:
        with lock:
            asked.append(1)
        return 7

    async def all_at_once() -> list[int]:
        pulse = Pulse(ask)
        return await asyncio.gather(*(pulse.end() for _ in range(50)))

    # The browser of other tests has a loop that runs in this thread.
    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: asyncio.run(all_at_once())).result() == [7] * 50
    assert len(asked) == 1


@slow
@on_sqlite
@pytest.mark.browser
def test_the_other_sides_signature_leaves_the_form_under_the_hands(
    people: dict[str, Page], hall: Hall
) -> None:
    hall.routed(WATER, ONE)
    offered = hall.offered(WATER, ONE)
    hall.counted("water", offered, ONE)
    page = people["clerk"]
    page.goto(f"/handovers/{offered}")
    page.locator("#pin").fill("12")
    hall.signed(offered, "water")
    expect(page.locator(".board")).to_contain_text("受け取る側: ✓ water")
    expect(page.locator("#pin")).to_have_value("12")


@slow
@on_sqlite
@pytest.mark.browser
def test_whoever_is_leaving_the_page_is_not_called_back(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    hall.routed(WATER, ONE)
    offered = hall.offered(WATER, ONE)
    hall.counted("water", offered, ONE)
    hall.signed(offered, "water")
    page = people["clerk"]
    page.goto(f"/handovers/{offered}")
    on_the_way = list[Route]()
    page.route("**/sorting", lambda route: on_the_way.append(route))  # noqa: PLW0108
    with waiting(server, hall, "clerk2", f"/api/handovers/{offered}/events") as lines:
        news(lines)
        with page.expect_request("**/sorting"):
            page.evaluate("location.href = '/sorting'")
        hall.signed(offered, "clerk")
        assert news(lines)["phase"] == "sealed"
    page.wait_for_timeout(1000)  # the page hears it too
    on_the_way[0].continue_()
    page.wait_for_url("**/sorting")


@slow
@on_sqlite
@pytest.mark.browser
def test_a_half_written_reason_stays_when_the_other_side_moves_on(
    people: dict[str, Page], server: Server, hall: Hall
) -> None:
    hall.routed(WATER, ONE)
    offered = hall.offered(WATER, ONE)
    page = people["supervisor"]
    page.goto(f"/handovers/{offered}")
    page.locator("summary", has_text="監督者として中止する").click()
    reason = page.get_by_label("理由")
    reason.fill("まだ書いて")
    with waiting(server, hall, "clerk2", f"/api/handovers/{offered}/events") as lines:
        news(lines)
        hall.counted("water", offered, ONE)
        assert news(lines)["phase"] == "agreed"
    page.wait_for_timeout(1000)  # the page hears it too
    expect(reason).to_be_visible()
    expect(reason).to_have_value("まだ書いて")
