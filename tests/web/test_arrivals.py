"""Opening an arrival: who brought it, how many, and when."""

import re
from datetime import UTC, datetime
from uuid import UUID

import pytest
from playwright.sync_api import Browser, expect

from station.custody.state import Arrival
from station.custody.values import Role, Settlement
from station.desk import arrival, review
from station.numbers import grouped
from tests.support import browser as chromium
from tests.support.browser import Server, fits_across, shoot, sign_in
from tests.support.cases import enrolled, short
from tests.support.hall import PIN, WATER, Hall
from tests.web.test_guard import ONE, TWO, Terminals, deed, taken_in_with_slip
from tests.web.test_whole_path import SHOTS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


def kept(hall: Hall, path: str) -> Arrival:
    """The arrival of the page that a browser stands on."""
    with hall.ledger.views() as views:
        return views.books.arrival(UUID(path.rsplit("/", 1)[1]))


def test_mail_of_another_carrier_that_came_before_is_written_down_so(terminals: Terminals) -> None:
    form = deed(carrier="", other_carrier="町内便", declared_count="2")
    sent = terminals("duty").post("/arrivals", data={**form, "arrived_at": "2020-10-31T09:05"})
    arrival = kept(terminals.hall, sent.headers["location"])
    assert arrival.carrier == "町内便"
    assert arrival.arrived_at == datetime(2020, 10, 31, 0, 5, tzinfo=UTC), "it said so in Tokyo"


def test_a_program_says_when_it_came_too(terminals: Terminals) -> None:
    duty, said = terminals("duty"), "2020-10-31T09:05:00+09:00"
    body = {**deed(), "carrier": "町内便", "declared_count": 1, "arrived_at": said}
    assert duty.post("/api/arrivals", json=body).status_code == 200
    assert kept(terminals.hall, f"/{body['deed']}").arrived_at == datetime.fromisoformat(said)
    unzoned = {**body, **deed(), "arrived_at": "2020-10-31T09:05:00"}
    assert duty.post("/api/arrivals", json=unzoned).status_code == 422


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"carrier": ""}, "運送会社を選ぶか、名前を書いてください"),
        ({"arrived_at": "2020-10-31T23:59"}, "2020-10-31 23:59 と入力されました"),
        ({"arrived_at": "2019-10-31T09:00"}, "31日前から"),
    ],
)
def test_what_cannot_be_is_refused_with_what_came(
    terminals: Terminals, changed: dict[str, str], says: str
) -> None:
    form = deed(carrier="日本郵便", declared_count="2")
    answer = terminals("duty").post("/arrivals", data={**form, **changed})
    assert answer.status_code == 409
    assert says in answer.text
    with terminals.hall.ledger.views() as views:
        assert views.arrivals("01", is_open=True) == ()


@pytest.mark.slow
@pytest.mark.browser
def test_another_carrier_is_asked_for_its_name_only_then(
    chrome: Browser, server: Server, hall: Hall
) -> None:
    for size in (chromium.DESK, chromium.PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["duty"].badge, PIN)
        page.goto("/arrivals")
        name = page.get_by_label("運送会社の名前")
        expect(name).to_be_hidden()
        page.locator("select[name=carrier]").select_option(label="その他")
        name.fill("町内便")
        page.get_by_label("配達員の申告は何通ですか").fill("2")
        fits_across(page)
        shoot(page, SHOTS, f"arrivals-other-{size['width']}")
        page.get_by_role("button", name="読取りを始める").click()
        expect(page.locator(".about").first).to_contain_text("町内便")
        assert kept(hall, page.url).carrier == "町内便"
        page.context.close()


def test_only_who_may_take_in_is_offered_to(terminals: Terminals) -> None:
    hall = terminals.hall
    form = deed(carrier="日本郵便", declared_count="2")
    path = terminals("duty").post("/arrivals", data=form).headers["location"]
    offers = ("/scans", "/pictures", "/typed", "/undo", "/close", "/refer", "/by-hand", "<dialog")
    terminals("duty").post(f"/api{path}/scans", json=deed(text="13112383852"))
    mine = terminals("duty").get(path).text
    assert all(it in mine for it in offers if it != "/close")
    page = terminals("supervisor").get(path).text
    assert [it for it in offers if it in page] == []
    assert "この収受の読取りと締切りは、宿直室が行います。" in page
    assert "131-12-38385-2" in page
    for who in ("clerk", "supervisor"):
        refused = terminals(who).post(f"{path}/refer", data=deed())
        assert refused.status_code == 403, who
    assert terminals("clerk").get(f"{path}/by-hand").status_code == 403
    assert terminals("duty").get(f"{path}/by-hand").status_code == 200
    assert kept(hall, path).count == 1


def test_an_arrival_is_for_its_department_and_for_who_oversees(terminals: Terminals) -> None:
    hall = terminals.hall
    enrolled(hall, "auditor", WATER, Role.AUDITOR)
    own = taken_in_with_slip(hall)
    arrival.close_arrival(hall.ledger, hall.caller("clerk"), arrival=own)
    base = f"/arrivals/{own}"
    paths = (base, f"/api{base}", f"{base}/receipt.pdf", f"{base}/slips/1", f"/api{base}/slips/1")
    for who, status in (
        ("clerk2", 200),
        ("supervisor", 200),
        ("auditor", 200),
        ("duty", 403),
        ("treasurer", 403),
        ("admin", 403),
    ):
        got = {path: terminals(who).get(path).status_code for path in paths}
        assert set(got.values()) == {status}, (who, got)
    told = terminals("duty").post(f"/api{base}/scans", json=deed(text=" "))
    assert "count" not in told.json(), "nor how many came, by a scan of nothing"


def test_asking_the_supervisor_is_answered_and_not_offered_again(terminals: Terminals) -> None:
    path, _case = short_of(terminals)
    page = terminals("duty").get(path).text
    assert "申告数の違いについて監督者に確認を求めました" in page
    assert f'action="{path}/refer"' not in page
    assert 'id="filter"' not in page, "the question itself is no piece of the list"


def short_of(terminals: Terminals) -> tuple[str, UUID]:
    """An arrival of two of which one came, left to the supervisor: its address, and the case."""
    key, case = short(terminals.hall, ONE)
    return f"/arrivals/{key}", case


def test_a_close_with_a_difference_looks_like_none_that_was_right(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.taken("duty", TWO)
    path, case = short_of(terminals)
    proposed = hall.caller("supervisor")
    ending = Settlement.CLOSE_WITH_DIFFERENCE
    review.propose_settlement(
        hall.ledger, proposed, case=case, settlement=ending, reason="残りは後日届く"
    )
    review.second_settlement(hall.ledger, hall.caller("clerk"), case=case, proposal=proposed.deed)
    page = terminals("duty").get(path).text
    assert (
        "この収受は、supervisor と clerk の2人の判断により、差異1通のまま締め切られました" in page
    )
    assert "この収受は締め切りました。" not in page
    for listed in ("/arrivals", "/arrivals/closed"):
        found = terminals("duty").get(listed).text
        assert found.count("差異のまま締切り") == 1, listed
        marks = re.findall(r'<a href="/arrivals/[0-9a-f-]{36}">(.)', found)
        assert sorted(marks) == ["!", "✓"], listed


def test_the_chip_counts_what_the_list_shows_newest_first(terminals: Terminals) -> None:
    hall = terminals.hall
    hall.taken("duty", TWO)
    form = deed(carrier="日本郵便", declared_count="3")
    path = terminals("duty").post("/arrivals", data=form).headers["location"]
    misread = ONE[:-1] + "1"
    for number in (TWO, misread, ONE):  # still in the house, doubtful, right
        terminals("duty").post(f"/api{path}/scans", json=deed(text=number))
    terminals("duty").post(f"{path}/refer", data=deed())
    page = terminals("duty").get(path).text
    lines = re.findall(r'<li class="(look)?">.*?</li>', page, re.DOTALL)
    assert lines == ["", "look", "look"], "what counts came last"
    assert re.search(r'id="filter"[^>]*>! 要確認 2<', page)
    assert grouped(TWO) in page
