"""管理 of departments and of the rules for suggestions, by their forms."""

import re
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from station.custody.office import mark_of
from station.custody.values import Basis, SuggestionRule
from station.desk import office
from station.ledger.verify import verify
from tests.support.hall import PEOPLE, SORTING, TREASURY, WATER, Hall
from tests.web.administration.test_people import entries, text_of
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

TOMORROW = "2020-11-01"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


@pytest.fixture
def admin(terminals: Terminals) -> TestClient:
    return terminals("admin")


def seen(hall: Hall, number: str) -> str:
    with hall.ledger.views() as views:
        return mark_of(views.books.department(number))


def post(client: TestClient, hall: Hall, what: str, number: str, **more: str) -> Response:
    form = deed(seen=seen(hall, number), number=number, **more)
    return client.post(f"/admin/departments/{what}", data=form)


def one(client: TestClient, number: str) -> str:
    return text_of(client.get(f"/admin/departments/one?number={number}").text)


NEW = {"number": "1/5", "name": "税務課", "kana": "ぜいむか", "aliases": "税\n 市税 \n\n税"}


def test_pages_are_for_whoever_keeps_them(terminals: Terminals) -> None:
    for page, allowed in (
        ("/admin/departments", {"admin"}),
        (f"/admin/departments/one?number={WATER}", {"admin"}),
        ("/admin/suggestions", {"admin", "supervisor"}),
    ):
        for who in (*PEOPLE, "admin"):
            expected = 200 if who in allowed else 403
            assert terminals(who).get(page).status_code == expected, (page, who)


def test_no_other_role_changes_a_department(terminals: Terminals) -> None:
    hall, before = terminals.hall, entries(terminals.hall)
    for who in ("supervisor", "clerk"):
        client = terminals(who)
        assert client.post("/admin/departments", data=deed(**NEW)).status_code == 403
        assert post(client, hall, "rename", WATER, name="水道課").status_code == 403
        assert post(client, hall, "close", WATER).status_code == 403
        assert post(client, hall, "keep", WATER).status_code == 403
    rule = deed(basis="alias", text="水道局", department=WATER)
    assert terminals("clerk").post("/admin/suggestions", data=rule).status_code == 403
    assert terminals("clerk").post("/admin/suggestions/drop", data=rule).status_code == 403
    assert entries(hall) == before


def test_a_department_is_opened_once(terminals: Terminals, admin: TestClient) -> None:
    form = deed(**NEW)
    for _again in range(2):
        assert admin.post("/admin/departments", data=form).status_code == 303
    with terminals.hall.ledger.views() as views:
        opened = views.books.department("1/5")
    assert (opened.name, opened.aliases, opened.sorts_mail) == ("税務課", ("税", "市税"), False)
    page = admin.get("/admin/departments").text
    link = re.search(r'href="(/admin/departments/one\?number=1[^"]+)"', page)
    assert link is not None
    assert "税務課" in admin.get(link[1]).text
    again = admin.post("/admin/departments", data=deed(**NEW | {"number": "16"}))
    assert (again.status_code, "「税務課」という課はもうあります" in again.text) == (409, True)
    number = admin.post("/admin/departments", data=deed(**NEW | {"name": "別"}))
    assert (number.status_code, "1/5" in number.text) == (409, True)
    for empty in ({"number": " "}, {"name": " "}):
        answer = admin.post("/admin/departments", data=deed(**NEW | {"number": "17"} | empty))
        assert (answer.status_code, "名前を書いてください" in answer.text) == (409, True)


def test_a_department_is_announced_for_its_day(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    form = deed(**NEW | {"number": "15"}, opens=TOMORROW)
    assert admin.post("/admin/departments", data=form).status_code == 303
    assert "に開設" in admin.get("/admin/departments").text
    told = one(admin, "15")
    assert "それまで郵便物は受け取れません" in told
    assert "税務課" in admin.get("/admin/people/new").text, "people may be posted to it already"
    (item,) = hall.taken("clerk", "13112383852")
    for path in ("/handovers", f"/sorting/{item}", f"/checking/{item}"):
        assert "税務課" not in terminals("clerk").get(path).text, path
    early = terminals("clerk").post(f"/sorting/{item}", data=deed(department="15"))
    assert (early.status_code, "税務課は令和2.11.1(日)に開設します。" in early.text) == (409, True)
    assert "税務課" not in terminals("supervisor").get("/day-close").text
    over = admin.post("/admin/departments", data=deed(**NEW | {"number": "16"}, opens="2020-10-30"))
    assert over.status_code == 409
    assert post(admin, hall, "close", "15").status_code == 303
    assert "この課は廃止されました" in one(admin, "15")


def test_names_change_and_the_old_one_stays_known(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    form = deed(
        seen=seen(hall, WATER), number=WATER, name="水道課", kana="すい", aliases="上水\n下水"
    )
    for _again in range(2):
        assert admin.post("/admin/departments/rename", data=form).status_code == 303
    page = one(admin, WATER)
    assert "別名 上水、下水 旧名称 経営企画" in page
    taken = post(admin, hall, "rename", WATER, name="出納室")
    assert (taken.status_code, "もうあります" in taken.text) == (409, True)


@pytest.mark.parametrize("name", ["rename", "close", "keep"])
def test_a_stale_page_is_refused(terminals: Terminals, admin: TestClient, name: str) -> None:
    hall = terminals.hall
    form = deed(seen=seen(hall, WATER), number=WATER, name="水道課")
    assert post(admin, hall, "rename", WATER, name="企画課", aliases="水道").status_code == 303
    before = entries(hall)
    stale = admin.post(f"/admin/departments/{name}", data=form)
    assert (stale.status_code, "先に変更されました" in stale.text) == (409, True)
    assert entries(hall) == before


def test_a_department_that_holds_something_closes_later(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    hall.routed(TREASURY, "13112383852")
    hall.handed_over("13112383852")
    assert "手元に1通" in one(admin, TREASURY)
    busy = post(admin, hall, "close", TREASURY)
    assert (busy.status_code, "出納室" in busy.text) == (409, True)
    announced = post(admin, hall, "close", TREASURY, since=TOMORROW, successor=WATER)
    assert announced.status_code == 303
    listed = text_of(admin.get("/admin/departments").text)
    assert "! 令和2.11.1(日) に廃止 → 経営企画" in listed
    assert "1 課が廃止の予定" in admin.get("/admin").text
    assert post(admin, hall, "keep", TREASURY).status_code == 303
    assert "に廃止" not in admin.get("/admin/departments").text
    over = post(admin, hall, "close", TREASURY, since="2020-10-30")
    assert over.status_code == 409


def test_an_empty_department_closes_at_once_and_names_its_successor(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    form = deed(seen=seen(hall, WATER), number=WATER, successor=TREASURY)
    for _again in range(2):
        assert admin.post("/admin/departments/close", data=form).status_code == 303
    page = one(admin, WATER)
    assert "この課は廃止されました。 → 出納室" in page
    assert "廃止した課 (1)" in text_of(admin.get("/admin/departments").text)
    late = post(admin, hall, "rename", WATER, name="水道課")
    assert (late.status_code, "出納室" in late.text) == (409, True)
    last = post(admin, hall, "close", SORTING)
    assert (last.status_code, "総務" in last.text) == (409, True)
    assert verify(hall.engine)[0].broken is None


def test_the_mark_of_a_department_is_the_same_in_memory_and_in_the_database(
    terminals: Terminals, admin: TestClient
) -> None:
    """What a process has in memory and what another reads must not differ for the reader."""
    hall = terminals.hall
    since = hall.clock.now + timedelta(days=2)
    office.close_department(hall.ledger, hall.caller("admin"), department=WATER, since=since)
    shown = re.findall(
        r'name="seen" value="(\w+)"', admin.get(f"/admin/departments/one?number={WATER}").text
    )
    assert set(shown) == {seen(hall, WATER)}
    form = deed(seen=shown[0], number=WATER)
    assert admin.post("/admin/departments/keep", data=form).status_code == 303


def rules_of(hall: Hall) -> tuple[SuggestionRule, ...]:
    with hall.ledger.views() as views:
        return views.books.suggestion_rules()


def test_supervisors_keep_the_rules_for_suggestions(terminals: Terminals) -> None:
    hall, client = terminals.hall, terminals("supervisor")
    assert 'href="/admin/suggestions"' in client.get("/admin").text
    assert 'href="/admin/people"' not in client.get("/admin").text
    number = deed(basis="section_number", text="31", department=WATER)
    for _again in range(2):
        assert client.post("/admin/suggestions", data=number).status_code == 303
    sender = deed(basis="sender", text="府税事務所", department=TREASURY)
    assert terminals("admin").post("/admin/suggestions", data=sender).status_code == 303
    kept = (
        SuggestionRule(Basis.SECTION_NUMBER, "31", WATER),
        SuggestionRule(Basis.SENDER, "府税事務所", TREASURY),
    )
    assert rules_of(hall) == kept
    page = client.get("/admin/suggestions").text
    assert "課番号『31』から" in page
    drop = deed(basis="section_number", text="31", department=WATER)
    for _again in range(2):
        assert client.post("/admin/suggestions/drop", data=drop).status_code == 303
    assert rules_of(hall) == kept[1:]
    gone = client.post("/admin/suggestions/drop", data=drop | deed())
    assert gone.status_code == 404
    for wrong, status in (({"basis": "name"}, 409), ({"text": "x"}, 409), ({"basis": "?"}, 422)):
        form = deed(**{"basis": "sender", "text": "銀行", "department": WATER} | wrong)
        assert client.post("/admin/suggestions", data=form).status_code == status, wrong
    assert rules_of(hall) == kept[1:]


def test_a_rule_for_a_closed_department_stands_in_nobodys_way(terminals: Terminals) -> None:
    hall, client = terminals.hall, terminals("supervisor")
    for text, department in (("水道局", WATER), ("銀行", TREASURY)):
        form = deed(basis="sender", text=text, department=department)
        assert client.post("/admin/suggestions", data=form).status_code == 303
    office.close_department(hall.ledger, hall.caller("admin"), department=WATER)
    assert "廃止" in client.get("/admin/suggestions").text
    form = deed(basis="service", text="現金書留", department=TREASURY)
    assert client.post("/admin/suggestions", data=form).status_code == 303
    assert {rule.department for rule in rules_of(hall)} == {TREASURY}
