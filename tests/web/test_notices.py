"""お知らせ on the page: what waits for whoever looks, where it is done, nothing that is over."""

import re
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect

from station.custody.values import Settlement
from station.desk import arrival, calendar, incident, review, sorting
from station.desk.rounds import make_rounds
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, WATER, Hall, seen
from tests.web.administration.test_people import text_of
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, TWO_SHOWN, Terminals
from tests.web.test_whole_path import SHOTS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def waiting(client: TestClient) -> list[tuple[str, str]]:
    """What waits by the API: the kind of each notice, and the page where it is done."""
    answer = client.get("/api/notices").json()
    return [(it["kind"], it["page"]) for it in answer["waiting"]]


def over(client: TestClient) -> list[str]:
    return [it["kind"] for it in client.get("/api/notices").json()["others"]]


def leads(client: TestClient) -> None:
    """See that every link of a home page's notices leads to a page that is shown."""
    page = client.get("/").text.split('class="told-now"')[1].split('class="waits"')[0]
    for path in re.findall(r'href="([^"]+)"', page):
        assert client.get(path).status_code == 200, path


def proposed(hall: Hall) -> UUID:
    """A piece whose number came twice, which the supervisor proposes to declare lost."""
    hall.taken("duty", TWO)
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=seen(TWO))
    with hall.ledger.views() as views:
        (case,) = (it for it in views.open_cases() if it.item)
    propose(hall, case.id)
    return case.id


def propose(hall: Hall, case: UUID) -> UUID:
    deed = uuid4()
    caller = hall.caller("supervisor", deed)
    lost = Settlement.DECLARE_LOST
    review.propose_settlement(hall.ledger, caller, case=case, settlement=lost, reason="探した")
    return deed


def test_a_handover_waits_for_its_receiver_until_the_receiver_has_signed(
    terminals: Terminals,
) -> None:
    hall, treasurer = terminals.hall, terminals("treasurer")
    hall.routed(TREASURY, ONE)
    assert waiting(treasurer) == []
    assert "お知らせ <small>" not in treasurer.get("/").text
    offered = hall.offered(TREASURY, ONE)
    assert waiting(treasurer) == [("waiting", f"/handovers/{offered}")]
    home = treasurer.get("/").text
    assert "総務からの引渡しがあります。数えて押印してください。" in home
    assert "1件があなたを待っています" in home
    leads(treasurer)
    for who in ("clerk", "water", "supervisor", "admin"):
        assert waiting(terminals(who)) == [], who
    hall.counted("treasurer", offered, ONE)
    hall.signed(offered, "treasurer")
    assert waiting(treasurer) == []
    assert over(treasurer) == ["waiting"]
    assert "あなたを待っているお知らせはありません" in treasurer.get("/notices").text


def test_sets_that_differ_wait_for_a_supervisor_until_they_are_equal(terminals: Terminals) -> None:
    hall, supervisor = terminals.hall, terminals("supervisor")
    hall.routed(TREASURY, ONE)
    offered = hall.offered(TREASURY, ONE)
    hall.counted("treasurer", offered)
    assert waiting(supervisor) == [("mismatch", f"/handovers/{offered}")]
    assert "総務 → 出納室: 引渡分と受領分が一致しません。" in supervisor.get("/").text
    leads(supervisor)
    hall.counted("treasurer", offered, ONE)
    assert (waiting(supervisor), over(supervisor)) == ([], ["mismatch"])


def test_what_is_overdue_waits_for_its_department_and_for_supervisors(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE, TWO)
    hall.clock.now += timedelta(days=10)
    make_rounds(hall.ledger, TOKYO)
    clerk, supervisor = terminals("clerk"), terminals("supervisor")
    assert ("overdue", "/held") in waiting(clerk)
    assert ("overdue", "/review") in waiting(supervisor)
    assert "総務: 長く動きがない 2件" in text_of(clerk.get("/notices").text)
    assert ("overdue", "/held") not in waiting(terminals("water"))
    leads(clerk)
    leads(supervisor)
    hall.handed_over(ONE)
    assert "総務: 長く動きがない 1件" in text_of(clerk.get("/notices").text), (
        "one of them has moved on"
    )
    hall.handed_over(TWO)
    assert ("overdue", "/held") not in waiting(clerk)


def test_a_search_waits_for_whom_it_asks_until_they_have_answered(terminals: Terminals) -> None:
    hall, treasurer = terminals.hall, terminals("treasurer")
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    opened = hall.caller("supervisor")
    incident.open_incident(hall.ledger, opened, item=item, reason="問合せ")
    incident.remind(hall.ledger, hall.caller("supervisor"), incident=opened.deed)
    assert waiting(treasurer) == [("search", f"/incidents/{opened.deed}")], "once, though reminded"
    leads(treasurer)
    with hall.ledger.views() as views:
        (asked,) = views.asked_of(TREASURY, hall.people["treasurer"].person)
        mine = [it.search for it in asked.searches if it.search.department == TREASURY]
    for search in mine:
        incident.answer_search(hall.ledger, hall.caller("treasurer"), search=search.id, found=False)
    assert waiting(treasurer) == []
    assert ("search", f"/incidents/{opened.deed}") in waiting(terminals("clerk"))


def test_a_proposal_waits_for_whoever_may_second_it(terminals: Terminals) -> None:
    hall = terminals.hall
    case = proposed(hall)
    there = ("proposal", f"/review/{case}")
    for who in ("clerk2", "treasurer", "water"):
        assert there in waiting(terminals(who)), who
        leads(terminals(who))
    for who in ("supervisor", "duty", "clerk", "admin"):
        assert there not in waiting(terminals(who)), f"{who} may not second it"
    assert "提案は「亡失と判断」です" in terminals("water").get("/").text
    again = propose(hall, case)
    assert waiting(terminals("water")).count(there) == 1, "the new one took the old one's place"
    review.second_settlement(hall.ledger, hall.caller("water"), case=case, proposal=again)
    assert there not in waiting(terminals("treasurer"))


def test_a_proposal_waits_for_nobody_once_what_it_is_about_has_changed(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    case = proposed(hall)
    there = ("proposal", f"/review/{case}")
    assert there in waiting(terminals("water"))
    handed = hall.offered(SORTING, TWO, who="duty")
    hall.counted("clerk", handed, TWO)
    hall.signed(handed, "duty", "clerk")
    assert there not in waiting(terminals("water"))


def test_a_notice_names_no_piece_and_a_long_list_is_a_touch_away(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    proposed(hall)
    for number in ("31245077161", "RR123456785JP"):
        hall.routed(TREASURY, number)
        hall.offered(TREASURY, number)
    treasurer = terminals("treasurer")
    home = treasurer.get("/").text
    assert home.count("引渡しがあなたの課を待っています") == 2
    assert "お知らせ4件をすべて見る" in home
    everything = treasurer.get("/notices").text
    assert everything.count("引渡しがあなたの課を待っています") == 3
    for hidden in (ONE, ONE_SHOWN, TWO, TWO_SHOWN):
        assert hidden not in everything + treasurer.get("/api/notices").text


def test_a_disagreement_is_told_to_no_one_who_sorts(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    assert waiting(terminals("clerk2")) == []
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=WATER)
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    assert waiting(terminals("supervisor")) == [("mismatch", f"/review/{case.id}")]
    assert waiting(terminals("clerk")) == waiting(terminals("clerk2")) == []
    caller = hall.caller("supervisor")
    sorting.decide_route(hall.ledger, caller, item=item, department=SORTING, reason="封筒")
    assert waiting(terminals("supervisor")) == []


def test_whoever_keeps_or_misses_the_calendar_is_warned_before_it_ends(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 12, 31))
    link = 'href="/admin/closing-days"'
    for day, says in (
        (date(2020, 10, 31), ""),
        (date(2020, 11, 1), "令和2.12.31(木) までしか登録されていません"),
        (date(2021, 1, 1), "令和2.12.31(木) で終わりました"),
    ):
        hall.clock.now = datetime.combine(day, time(3), UTC)
        fresh = Terminals(hall)
        for who in ("admin", "supervisor"):
            page = fresh(who).get("/").text
            assert ("閉庁日" in page.split("<main>")[1].split('class="waits"')[0]) is bool(says)
            assert says in page
            assert (link in page) is (who == "admin" and bool(says))
            assert ("管理者に知らせてください" in page) is (who == "supervisor" and bool(says))
        assert "閉庁日" not in fresh("clerk").get("/").text


@pytest.mark.slow
@pytest.mark.browser
def test_notices_at_the_desk_and_by_telephone(chrome: Browser, server: Server, hall: Hall) -> None:
    proposed(hall)
    for number in (ONE, "31245077161", "RR123456785JP"):
        hall.routed(TREASURY, number)
        hall.offered(TREASURY, number)
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
        fits_across(page)
        shoot(page, SHOTS, f"home-notices-{size['width']}")
        page.get_by_role("link", name="お知らせ4件をすべて見る").press("Enter")
        expect(page.locator(".notices li")).to_have_count(4)
        fits_across(page)
        shoot(page, SHOTS, f"notices-{size['width']}")
        page.context.close()


@pytest.mark.slow
@pytest.mark.browser
def test_a_calendar_that_has_ended_is_loud_on_every_screen(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    calendar.set_closing_days(hall.ledger, hall.caller("admin"), until=date(2020, 12, 31))
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["admin"].badge, PIN)
        expect(page.get_by_role("alert").first).to_contain_text("終わりました")
        fits_across(page)
        shoot(page, SHOTS, f"home-calendar-{size['width']}")
        page.get_by_role("link", name="閉庁日の画面へ").press("Enter")
        expect(page).to_have_url(f"{server.address}/admin/closing-days")
        page.context.close()
