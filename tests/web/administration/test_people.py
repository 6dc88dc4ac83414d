"""管理 of people on the page: each deed by its form, once, on what was seen, by administrators."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from sqlalchemy import func, select

from station.custody.values import Role
from station.desk import badges, people
from station.ledger.database import reading
from station.ledger.schema import journal
from station.ledger.verify import verify
from tests.support.forms import form_of
from tests.support.hall import PEOPLE, PIN, TREASURY, WATER, Hall
from tests.web.test_guard import Terminals, deed

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
pytestmark = ON_SQLITE

TOMORROW, LATER = "2020-11-01", "2020-11-30"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


@pytest.fixture
def admin(terminals: Terminals) -> TestClient:
    return terminals("admin")


def entries(hall: Hall) -> int:
    with reading(hall.engine) as connection:
        return connection.execute(select(func.count()).select_from(journal)).scalar_one()


def seen(hall: Hall, who: str) -> str:
    with hall.ledger.views() as views:
        return str(views.books.person(hall.people[who].person).version)


def path(hall: Hall, who: str, deed: str = "") -> str:
    return f"/admin/people/{hall.people[who].person}{deed}"


def post(client: TestClient, hall: Hall, who: str, what: str, **more: str | list[str]) -> Response:
    form = {**deed(), "seen": seen(hall, who), **more}
    return client.post(path(hall, who, what), data=form)


def text_of(page: str) -> str:
    """What a reader sees: tags and the room between them left out."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def told(answer: Response) -> list[str]:
    assert answer.status_code == 200, answer.text
    return re.findall(r'<dd class="secret">([^<]+)</dd>', answer.text)


def enters(terminals: Terminals, badge: str, pin: str, new_pin: str = "314159") -> bool:
    form = {"badge": badge, "pin": pin, "new_pin": new_pin}
    return terminals.nobody().post("/sign-in", data=form).status_code == 303


def test_only_an_administrator_is_led_there(terminals: Terminals) -> None:
    for page in ("/admin/people", "/admin/people/new", path(terminals.hall, "clerk")):
        for who in (*PEOPLE, "admin"):
            expected = 200 if who == "admin" else 403
            assert terminals(who).get(page).status_code == expected, (page, who)
    for who in (*PEOPLE, "admin"):
        is_led = who in {"admin", "supervisor"}
        assert ('href="/admin"' in terminals(who).get("/").text) is is_led, who
        assert terminals(who).get("/admin").status_code == (200 if is_led else 403), who
    assert 'href="/admin/people"' in terminals("admin").get("/admin").text


DEEDS: dict[str, dict[str, str | list[str]]] = {
    "/name": {"name": "水道 太郎"},
    "/transfer": {"department": TREASURY, "roles": ["receiver"]},
    "/roles": {"roles": ["supervisor"]},
    "/deputy": {"department": TREASURY, "roles": ["receiver"], "last_day": LATER},
    "/leave": {},
    "/badge/revoke": {},
    "/badge": {},
    "/pin": {},
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_of_another_role_is_refused_and_leaves_nothing(
    terminals: Terminals, name: str
) -> None:
    hall = terminals.hall
    before = entries(hall)
    for who in ("supervisor", "clerk"):
        refused = post(terminals(who), hall, "water", name, **DEEDS[name])
        assert refused.status_code == 403
        assert "管理者" in text_of(refused.text)
    assert entries(hall) == before


@pytest.mark.parametrize(
    "name", ["/name", "/transfer", "/roles", "/deputy", "/leave", "/badge/revoke"]
)
def test_a_form_sent_twice_does_the_deed_once(
    terminals: Terminals, admin: TestClient, name: str
) -> None:
    hall = terminals.hall
    form = {**deed(), "seen": seen(hall, "water"), **DEEDS[name]}
    first = admin.post(path(hall, "water", name), data=form)
    after = entries(hall)
    second = admin.post(path(hall, "water", name), data=form)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["location"] == second.headers["location"] == path(hall, "water")
    assert entries(hall) == after
    assert verify(hall.engine)[0].broken is None


@pytest.mark.parametrize("name", ["/name", "/transfer", "/roles", "/deputy", "/leave"])
def test_a_stale_page_is_refused_and_says_so(
    terminals: Terminals, admin: TestClient, name: str
) -> None:
    hall = terminals.hall
    shown = re.search(r'name="seen" value="(\d+)"', admin.get(path(hall, "water")).text)
    assert shown is not None
    assert post(admin, hall, "water", "/roles", roles=["clerk"]).status_code == 303
    before = entries(hall)
    form = {**deed(), "seen": shown[1], **DEEDS[name]}
    stale = admin.post(path(hall, "water", name), data=form)
    assert stale.status_code == 409
    assert "先に変更されました" in stale.text
    assert entries(hall) == before


def test_a_transfer_is_announced_for_a_day_and_then_counts(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    form = DEEDS["/transfer"] | {"since": TOMORROW}
    assert post(admin, hall, "water", "/transfer", **form).status_code == 303
    page = text_of(admin.get(path(hall, "water")).text)
    assert "出納室 受領担当 令和2.11.1(日) - 予定" in page
    assert "経営企画 受領担当 登録時 令和2.10.31(土) 現在" in page
    assert "令和2.11.1(日) から 出納室" in text_of(admin.get("/admin/people").text)
    hall.clock.now += timedelta(days=1)
    admin = _again(terminals, "admin")
    assert "出納室 受領担当 令和2.11.1(日) - 現在" in text_of(admin.get(path(hall, "water")).text)


def _again(terminals: Terminals, who: str) -> TestClient:
    """Sign in anew: a session does not last until the next day."""
    client = terminals(who)
    form = {"badge": terminals.hall.people[who].badge, "pin": PIN}
    assert client.post("/sign-in", data=form).status_code == 303
    return client


def test_days_that_cannot_be_are_refused(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    before = entries(hall)
    transfer = DEEDS["/transfer"]
    over = post(admin, hall, "water", "/transfer", **transfer | {"since": "2020-10-30"})
    assert (over.status_code, "その日は過ぎています" in over.text) == (409, True)
    crossed = DEEDS["/deputy"] | {"since": LATER, "last_day": TOMORROW}
    assert post(admin, hall, "water", "/deputy", **crossed).status_code == 409
    for wrong in ("9999-12-31", "0001-01-01", "2020-02-30", "明日"):
        answer = post(admin, hall, "water", "/transfer", **transfer | {"since": wrong})
        assert answer.status_code == 422, wrong
    nobodys = post(admin, hall, "water", "/transfer", department=TREASURY)
    assert (nobodys.status_code, "役割" in nobodys.text) == (409, True)
    assert entries(hall) == before


def test_a_deputy_acts_until_the_last_day_or_earlier(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    assert post(admin, hall, "water", "/deputy", **DEEDS["/deputy"]).status_code == 303
    page = admin.get(path(hall, "water")).text
    assert "令和2.11.30(月) 現在" in text_of(page)
    assert "出納室 の職務代理を終える" in page
    assert "職務代理: 出納室" in text_of(admin.get("/admin/people").text)
    ended = post(admin, hall, "water", "/deputy/end", department=TREASURY, last_day=TOMORROW)
    assert ended.status_code == 303
    assert "令和2.11.1(日) 現在" in text_of(admin.get(path(hall, "water")).text)
    assert post(admin, hall, "water", "/deputy/end", department=TREASURY).status_code == 303
    assert "職務代理を終える" not in admin.get(path(hall, "water")).text


def test_who_leaves_is_found_among_those_who_left(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    water = hall.people["water"]
    assert post(admin, hall, "water", "/leave", last_day=TOMORROW).status_code == 303
    assert enters(terminals, water.badge, PIN, ""), "until the last day they are here"
    assert post(admin, hall, "water", "/leave").status_code == 303
    assert not enters(terminals, water.badge, PIN, "")
    assert ">water<" not in admin.get("/admin/people").text
    assert ">water<" in admin.get("/admin/people?gone=true").text
    assert "いまはなし" in admin.get(path(hall, "water")).text


def test_a_misspelt_name_is_corrected(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    assert post(admin, hall, "water", "/name", name=" 水道 太郎 ").status_code == 303
    assert "<h1>水道 太郎</h1>" in admin.get(path(hall, "water")).text
    assert "水道 太郎" in terminals("water").get("/").text
    assert post(admin, hall, "water", "/name", name="　").status_code == 409
    with reading(hall.engine) as connection:
        bodies = "".join(connection.execute(select(journal.c.body)).scalars())
    assert "水道 太郎" not in bodies
    assert verify(hall.engine)[0].broken is None


def test_the_last_administrator_stays(terminals: Terminals, admin: TestClient) -> None:
    before = entries(terminals.hall)
    for name, more in (("/leave", {}), ("/roles", {"roles": ["clerk"]})):
        refused = post(admin, terminals.hall, "admin", name, **more)
        assert (refused.status_code, "管理者" in refused.text) == (409, True)
    assert entries(terminals.hall) == before


def test_a_new_badge_is_told_once_and_the_old_one_is_over(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    form = deed()
    answer = admin.post(path(hall, "clerk", "/badge"), data=form)
    badge, pin = told(answer)
    assert "<svg" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert not enters(terminals, hall.people["clerk"].badge, PIN, "")
    assert enters(terminals, badge, pin)
    again = admin.post(path(hall, "clerk", "/badge"), data=form)
    assert again.status_code == 409
    assert "一度しか表示しません" in again.text
    for secret in (badge, pin):
        assert secret not in again.text
        assert secret not in admin.get(path(hall, "clerk")).text


def test_a_pin_is_told_once(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    form = deed()
    (pin,) = told(admin.post(path(hall, "clerk", "/pin"), data=form))
    assert "一度しか表示しません" in admin.post(path(hall, "clerk", "/pin"), data=form).text
    assert enters(terminals, hall.people["clerk"].badge, pin)


def test_a_lost_badge_is_revoked_and_seen_to_be_gone(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    assert post(admin, hall, "clerk", "/badge/revoke").status_code == 303
    page = admin.get(path(hall, "clerk")).text
    assert "バッジなし" in page
    assert "PIN を出し直す" not in page
    assert "バッジなし" in admin.get("/admin/people").text
    assert "うち 1 人はバッジなし" in admin.get("/admin").text
    assert not enters(terminals, hall.people["clerk"].badge, PIN, "")
    assert post(admin, hall, "clerk", "/pin").status_code == 409


NEW: dict[str, str | list[str]] = {
    "name": " 新人 ",
    "department": WATER,
    "roles": ["receiver", "clerk"],
    "staff_number": "A-100",
    "email": "new@example.jp",
}


def test_somebody_is_enrolled_once_and_can_sign_in(terminals: Terminals, admin: TestClient) -> None:
    form = deed() | NEW
    badge, pin = told(admin.post("/admin/people", data=form))
    again = admin.post("/admin/people", data=form)
    assert (again.status_code, badge in again.text) == (409, False)
    page = text_of(admin.get("/admin/people?q=A-1").text)
    assert "1 人" in page
    assert "新人 A-100 経営企画 文書担当、受領担当" in page
    assert enters(terminals, badge, pin)
    link = re.search(
        r'href="/admin/people/([0-9a-f-]{36})"', admin.get("/admin/people?q=新人").text
    )
    assert link is not None
    with terminals.hall.ledger.views() as views:
        contact = views.contacts.all()[UUID(link[1])]
    assert (contact.email, contact.language) == ("new@example.jp", "ja")


@pytest.mark.parametrize(
    ("wrong", "status", "says"),
    [
        ({"name": "  "}, 409, "名前を書いてください"),
        ({"email": "no address"}, 409, "「no address」はメールアドレスではありません"),
        ({"roles": []}, 409, "役割"),
        ({"department": "99"}, 404, "台帳にありません"),
        ({"since": "2020-10-30"}, 409, "その日は過ぎています"),
        ({"roles": ["king"]}, 422, "戻って直してください"),
        ({"language": "tlh"}, 422, "戻って直してください"),
        ({"name": "x" * 101}, 422, "戻って直してください"),
    ],
)
def test_a_wrong_form_enrolls_nobody(
    terminals: Terminals, admin: TestClient, wrong: dict[str, str], status: int, says: str
) -> None:
    before = entries(terminals.hall)
    answer = admin.post("/admin/people", data=deed() | NEW | wrong)
    assert answer.status_code == status
    assert says in answer.text
    assert entries(terminals.hall) == before


def test_nobody_else_enrolls(terminals: Terminals) -> None:
    before = entries(terminals.hall)
    assert terminals("supervisor").post("/admin/people", data=deed() | NEW).status_code == 403
    assert entries(terminals.hall) == before


def test_people_are_found_by_name_and_department(terminals: Terminals, admin: TestClient) -> None:
    def found(query: str) -> set[str]:
        page = admin.get(f"/admin/people?{query}").text
        return {who for who in PEOPLE if f"<b>{who}</b>" in page}

    assert found("") == {*PEOPLE}
    assert found("q=CLERK") == {"clerk", "clerk2"}
    assert found(f"department={WATER}") == {"water", "water2"}
    assert found(f"q=2&department={WATER}") == {"water2"}
    assert found("gone=true") == set()
    assert "見つかりません" in admin.get("/admin/people?q=nobody").text
    people.appoint_deputy(
        terminals.hall.ledger,
        terminals.hall.caller("admin"),
        person=terminals.hall.people["clerk"].person,
        seen=int(seen(terminals.hall, "clerk")),
        department=WATER,
        roles=(Role.RECEIVER,),
        until=terminals.hall.clock.now + timedelta(days=1),
    )
    assert found(f"department={WATER}") == {"water", "water2", "clerk"}


def test_somebody_unknown_is_not_in_the_books(admin: TestClient) -> None:
    unknown = "/admin/people/11111111-1111-4111-8111-111111111111"
    assert admin.get(unknown).status_code == 404
    assert admin.post(f"{unknown}/leave", data=deed(seen="1")).status_code == 404


def test_a_name_is_shown_and_never_obeyed(admin: TestClient) -> None:
    form = deed() | NEW | {"name": "<script>alert(1)</script>"}
    assert "<script>alert" not in admin.post("/admin/people", data=form).text
    assert "&lt;script&gt;alert" in admin.get("/admin/people").text


def test_a_badge_that_somebody_else_revoked_meanwhile_is_told(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    badges.revoke_badge(hall.ledger, hall.caller("admin"), person=hall.people["clerk"].person)
    late = post(admin, hall, "clerk", "/badge/revoke")
    assert (late.status_code, "有効なバッジ" in late.text) == (409, True)


def test_staff_number_address_and_language_are_changed_on_the_page(
    admin: TestClient, terminals: Terminals
) -> None:
    hall = terminals.hall
    page = admin.get(path(hall, "clerk")).text
    assert form_of(page, path(hall, "clerk", "/contact"))["language"] == ["ja"]
    said = {"staff_number": " 1001 ", "email": "clerk@example.jp", "language": "en"}
    assert post(admin, hall, "clerk", "/contact", **said).status_code == 303
    page = admin.get(path(hall, "clerk")).text
    assert form_of(page, path(hall, "clerk", "/contact"))["language"] == ["en"]
    assert ('value="1001"' in page, 'value="clerk@example.jp"' in page) == (True, True)
    before = entries(hall)
    for more, why in (({"staff_number": "1001"}, "別の人"), ({"email": "a b"}, "メールアドレス")):
        answer = post(admin, hall, "clerk2", "/contact", **more)
        assert (answer.status_code, why in answer.text) == (409, True), answer.text
    for who, status in (("supervisor", 403), ("clerk", 403)):
        assert post(terminals(who), hall, "clerk", "/contact").status_code == status
    assert post(admin, hall, "clerk", "/contact", seen="99").status_code == 409
    assert entries(hall) == before
    assert post(admin, hall, "clerk", "/contact").status_code == 303, "emptied again"
    assert 'value="1001"' not in admin.get(path(hall, "clerk")).text
    assert verify(hall.engine)[0].broken is None
