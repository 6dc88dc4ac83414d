"""手元: a piece's end is offered where the rule allows it, and asked once more before it is so."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect

from station.custody.state import ItemStatus
from station.custody.values import Service
from station.desk import arrival, sorting
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.hall import PIN, SORTING, TREASURY, Hall
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, TWO_SHOWN, Terminals, deed
from tests.web.test_whole_path import SHOTS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def offered(terminals: Terminals, who: str, item: UUID) -> list[str]:
    """Return how somebody's list lets a piece end."""
    page = terminals(who).get("/held").text
    form = rf'action="/items/{item}/deliver">.*?name="ending" value="(\w+)"'
    return re.findall(form, page, re.DOTALL)


def marked_confidential(hall: Hall, who: str, item: UUID) -> None:
    arrival.describe_item(
        hall.ledger,
        hall.caller(who),
        item=item,
        service=Service.REGISTERED,
        signature_taken=None,
        is_confidential=True,
        amount_yen=None,
    )


def test_the_mail_room_is_not_offered_to_open_what_is_confidential(terminals: Terminals) -> None:
    hall = terminals.hall
    closed, plain = hall.routed(SORTING, ONE, TWO)
    marked_confidential(hall, "clerk", closed)
    assert offered(terminals, "clerk", closed) == ["to_addressee"]
    assert offered(terminals, "clerk", plain) == ["opened", "to_addressee"]
    refused = terminals("clerk").post(f"/items/{closed}/deliver", data=deed(ending="opened"))
    assert refused.status_code == 409


def test_its_own_department_is_offered_to_open_it(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    marked_confidential(hall, "clerk", item)
    hall.handed_over(ONE)
    assert offered(terminals, "treasurer", item) == ["opened", "to_addressee"]


def test_no_end_is_offered_of_what_is_undecided_again(terminals: Terminals) -> None:
    hall = terminals.hall
    (item,) = hall.routed(SORTING, ONE)
    for who, rule in (("clerk", sorting.enter_first), ("clerk2", sorting.enter_check)):
        rule(hall.ledger, hall.caller(who), item=item, department=None)
    assert offered(terminals, "clerk", item) == []


def test_who_counts_the_day_is_told_nothing_of_what_is_held(terminals: Terminals) -> None:
    hall, treasurer = terminals.hall, terminals("treasurer")
    hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    pages = ("/held", "/sorting", "/checking")
    calls = ("/api/held", "/api/sorting", "/api/checking", "/api/sorting/own")

    def told() -> str:
        return "".join(treasurer.get(path).text for path in (*pages, *calls, "/handovers"))

    assert ONE_SHOWN in told()
    close = treasurer.post("/day-close", data=deed()).headers["location"]
    for hidden in (ONE, ONE_SHOWN, TWO, TWO_SHOWN):
        assert hidden not in told()
    for path in pages:
        page = treasurer.get(path).text
        assert "数え終わるまで、ここには一覧を出しません。" in page, path
        assert f'href="{close}"' in page, path
        assert '<p class="count">' not in page, path
    assert all(treasurer.get(path).json()["is_withheld"] for path in calls)
    home = treasurer.get("/").text
    assert '<span class="count">2</span>' not in home
    assert "日締めを数え終わると出ます" in home
    for number in (ONE, TWO):
        treasurer.post(f"/api{close}/scans", json=deed(text=number))
    treasurer.post(f"{close}/counted", data=deed())
    assert ONE_SHOWN in treasurer.get("/held").text
    assert not treasurer.get("/api/held").json()["is_withheld"]


def test_who_counts_the_day_hands_over_without_being_told_how_much(terminals: Terminals) -> None:
    hall, clerk = terminals.hall, terminals("clerk")
    hall.routed(TREASURY, ONE, TWO)
    slip = f"/waiting.pdf?department={TREASURY}"
    assert "<b>2通</b>" in clerk.get("/handovers").text
    assert clerk.get(slip).status_code == 200
    clerk.post("/day-close", data=deed())
    page = clerk.get("/handovers").text
    assert f'value="{TREASURY}">出納室</button>' in page
    assert "<b>2通</b>" not in page
    assert slip not in page
    assert clerk.get(slip).status_code == 403
    assert "引渡し待ち" not in clerk.get("/").text


@pytest.mark.slow
@pytest.mark.browser
def test_an_end_is_asked_once_more_by_the_number(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    one, two = hall.routed(TREASURY, ONE, TWO)
    hall.handed_over(ONE, TWO)
    for size, number, word, sure in (
        (chromium.DESK, ONE_SHOWN, "開封した", "はい、開封しました"),
        (chromium.PHONE, TWO_SHOWN, "本人に渡した", "はい、本人に渡しました"),
    ):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["treasurer"].badge, PIN)
        page.goto("/held")
        line = page.locator("li", has_text=number)
        expect(line.get_by_role("button")).to_have_count(0)  # nothing ends by one press
        line.locator("summary", has_text=word).focus()
        page.keyboard.press("Enter")
        expect(line.locator("details[open]")).to_contain_text(number)
        fits_across(page)
        shoot(page, SHOTS, f"held-asks-{size['width']}")
        line.get_by_role("button", name=sure).click()
        expect(page.locator("li", has_text=number)).to_have_count(0)
        page.context.close()
    with hall.ledger.views() as views:
        assert {views.books.item(it).status for it in (one, two)} == {ItemStatus.DELIVERED}


def test_what_was_lost_is_ended_only_once_a_supervisor_has_looked_at_it(
    terminals: Terminals,
) -> None:
    hall = terminals.hall
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    terminals("supervisor").post(f"/items/{item}/incident", data=deed(reason="問合せ"))
    (missed,) = _open_cases(hall, item)
    proposal = deed(settlement="declare_lost", reason="探した")
    terminals("supervisor").post(f"/review/{missed}/propose", data=proposal)
    terminals("clerk2").post(f"/review/{missed}/second", data=deed(proposal=proposal["deed"]))
    found = terminals("treasurer").post("/api/strays/scans", json=deed(text=ONE))
    assert found.status_code == 200
    assert offered(terminals, "treasurer", item) == []
    refused = terminals("treasurer").post(f"/items/{item}/deliver", data=deed(ending="opened"))
    assert (refused.status_code, "監督者の確認が要ります" in refused.text) == (409, True)
    (again,) = _open_cases(hall, item)
    terminals("supervisor").post(f"/review/{again}/settle", data=deed(reason="現物を確認"))
    assert offered(terminals, "treasurer", item) == ["opened", "to_addressee"]


def _open_cases(hall: Hall, item: UUID) -> list[UUID]:
    with hall.ledger.views() as views:
        return [case.id for case in views.books.open_cases(item=item)]
