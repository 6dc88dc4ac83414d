"""手元: what a department holds, since when, and what of it has waited too long."""

from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from station.custody.values import CaseKind, Ending
from station.desk import delivery, handover, sorting
from station.desk.rounds import make_rounds
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, TREASURY, WATER, Hall, seen
from tests.web.administration.test_people import text_of
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, TWO_SHOWN, Terminals
from tests.web.test_whole_path import SHOTS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

TOKYO = ZoneInfo("Asia/Tokyo")
THREE = "31245077161"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def one_late(hall: Hall) -> tuple[UUID, UUID]:
    """The treasury holds an older piece that is at home and a younger one that is overdue."""
    (at_home,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    hall.clock.now += timedelta(minutes=5)
    (late,) = hall.routed(TREASURY, TWO)
    hall.handed_over(TWO)
    hall.clock.now += timedelta(days=30)
    make_rounds(hall.ledger, TOKYO)
    delivery.deliver(hall.ledger, hall.caller("treasurer"), item=at_home, ending=Ending.OPENED)
    (fresh,) = hall.routed(TREASURY, THREE)
    hall.handed_over(THREE)
    return late, fresh


def test_its_case_says_that_it_settles_when_the_piece_moves_on(terminals: Terminals) -> None:
    one_late(terminals.hall)
    with terminals.hall.ledger.views() as views:
        (case,) = (it for it in views.open_cases() if it.what is CaseKind.OVERDUE)
    page = terminals("supervisor").get(f"/review/{case.id}").text
    assert "郵便物が次へ進めば、この件は自動で処理済みになります。" in page


def test_it_says_since_when_and_overdue_comes_first(terminals: Terminals) -> None:
    hall = terminals.hall
    late, fresh = one_late(hall)
    page = text_of(terminals("treasurer").get("/held").text)
    assert "滞っているもの: 1件" in page
    assert "! 滞留" in page.split(TWO_SHOWN)[1][:30]
    assert "令和2.10.31(土) 10:45から手元に (30日)" in page
    assert ONE_SHOWN not in page
    assert page.count("! 滞留") == 1
    told = terminals("treasurer").get("/api/held").json()["pieces"]
    assert [(it["id"], it["is_overdue"]) for it in told] == [(str(late), True), (str(fresh), False)]


def test_an_overdue_piece_comes_before_an_older_one_that_may_wait(terminals: Terminals) -> None:
    hall = terminals.hall
    (undecided,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=undecided, department=None)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=undecided, department=None)
    (unsorted,) = hall.taken("clerk", TWO)
    hall.clock.now = datetime(2020, 11, 4, 1, tzinfo=UTC)  # one business day later
    make_rounds(hall.ledger, TOKYO)
    told = terminals("clerk").get("/api/held").json()["pieces"]
    marked = [(it["id"], it["is_overdue"]) for it in told]
    assert marked == [(str(unsorted), True), (str(undecided), False)]


def test_the_mark_does_not_tell_that_a_piece_is_offered(terminals: Terminals) -> None:
    """Who is to count a handover within their department sees its pieces as before."""
    hall = terminals.hall
    hall.routed(WATER, ONE, TWO)
    came = hall.offered(WATER, ONE, TWO)
    hall.counted("water", came, ONE, TWO)
    hall.signed(came, "clerk", "water")
    hall.clock.now += timedelta(days=30)
    make_rounds(hall.ledger, TOKYO)
    client = terminals("water2")
    before = client.get("/api/held").json()
    assert [it["is_overdue"] for it in before["pieces"]] == [True, True]
    opened = hall.caller("water")
    named = hall.people["water2"].person
    handover.open_handover(hall.ledger, opened, receiver=WATER, person=named)
    handover.offer(hall.ledger, hall.caller("water"), handover=opened.deed, seen=seen(ONE))
    assert client.get("/api/held").json() == before


@pytest.mark.slow
@pytest.mark.browser
def test_what_is_overdue_at_the_desk_and_by_telephone(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    one_late(hall)
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
        page.goto("/held")
        fits_across(page)
        shoot(page, SHOTS, f"held-overdue-{size['width']}")
        page.context.close()
