"""閉庁日 on the page: until when, single days, every year; two who change the list at once."""

from datetime import date

import pytest
from fastapi.testclient import TestClient

from station.custody.state import ClosingDays
from station.desk import calendar
from tests.support.hall import PEOPLE, Hall
from tests.web.administration.test_people import entries, text_of
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PAGE = "/admin/closing-days"
UNTIL = {"until": "2021-03-31"}
NEW_YEAR = ("12-29", "01-03")


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


@pytest.fixture
def admin(terminals: Terminals) -> TestClient:
    return terminals("admin")


def kept(hall: Hall) -> ClosingDays | None:
    with hall.ledger.views() as views:
        return views.books.closing_days()


def test_the_list_is_an_administrators(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    for who in (*PEOPLE, "admin"):
        assert terminals(who).get(PAGE).status_code == (200 if who == "admin" else 403), who
    assert admin.post(f"{PAGE}/until", data=deed(**UNTIL)).status_code == 303
    before = entries(hall)
    forms = {
        "/until": UNTIL,
        "/days": {"first": "2020-11-02"},
        "/days/drop": {"day": "2020-11-02"},
        "/yearly": {"first": "08-15"},
        "/yearly/drop": {"first": "12-29", "last": "01-03"},
    }
    for path, form in forms.items():
        for who in ("supervisor", "clerk"):
            answer = terminals(who).post(f"{PAGE}{path}", data=deed(**form))
            assert answer.status_code == 403, (path, who)
    assert entries(hall) == before


def test_a_list_begins_with_its_end(terminals: Terminals, admin: TestClient) -> None:
    before = entries(terminals.hall)
    assert "12-29 から 01-03 だけ" in admin.get(PAGE).text
    assert "未設定" in admin.get("/admin").text
    early = admin.post(f"{PAGE}/days", data=deed(first="2020-11-02"))
    assert (early.status_code, "いつまでの分か" in early.text) == (409, True)
    assert entries(terminals.hall) == before
    form = deed(**UNTIL)
    for _again in range(2):
        assert admin.post(f"{PAGE}/until", data=form).status_code == 303
    assert entries(terminals.hall) == before + 1
    own = kept(terminals.hall)
    assert own is not None
    assert (own.until, own.days, own.yearly) == (date(2021, 3, 31), (), (NEW_YEAR,))
    assert "令和3.3.31(水) までの分" in admin.get("/admin").text


def test_days_are_added_listed_by_year_and_dropped(terminals: Terminals, admin: TestClient) -> None:
    admin.post(f"{PAGE}/until", data=deed(**UNTIL))
    form = deed(first="2020-12-24", last="2020-12-26")
    for _again in range(2):
        added = admin.post(f"{PAGE}/days", data=form)
        assert (added.status_code, added.headers["location"]) == (303, f"{PAGE}?year=2020")
    admin.post(f"{PAGE}/days", data=deed(first="2021-02-01"))
    page = text_of(admin.get(f"{PAGE}?year=2020").text)
    assert "令和2.12.24(木) 外す 令和2.12.25(金) 外す 令和2.12.26(土) 外す" in page
    assert "令和3.2.1" not in page
    assert "令和2.11.3(火) 文化の日" in page
    assert "令和3.2.1(月)" in text_of(admin.get(f"{PAGE}?year=2021").text)
    drop = deed(day="2020-12-25")
    for _again in range(2):
        assert admin.post(f"{PAGE}/days/drop", data=drop).status_code == 303
    own = kept(terminals.hall)
    assert own is not None
    assert own.days == (date(2020, 12, 24), date(2020, 12, 26), date(2021, 2, 1))


def test_days_of_every_year_are_added_and_dropped(terminals: Terminals, admin: TestClient) -> None:
    admin.post(f"{PAGE}/until", data=deed(**UNTIL))
    for first, last in (("08-13", "08-15"), ("05-01", "")):
        answer = admin.post(f"{PAGE}/yearly", data=deed(first=first, last=last))
        assert answer.status_code == 303
    assert "08-13 ～ 08-15 外す 05-01 外す" in text_of(admin.get(PAGE).text)
    gone = {"first": NEW_YEAR[0], "last": NEW_YEAR[1]}
    assert admin.post(f"{PAGE}/yearly/drop", data=deed(**gone)).status_code == 303
    own = kept(terminals.hall)
    assert own is not None
    assert own.yearly == (("08-13", "08-15"), ("05-01", "05-01"))


def test_of_two_who_change_the_list_at_once_both_are_heard(
    terminals: Terminals, admin: TestClient
) -> None:
    hall = terminals.hall
    admin.post(f"{PAGE}/until", data=deed(**UNTIL))
    admin.post(f"{PAGE}/days", data=deed(first="2020-12-24"))
    calendar.change_closing_days(
        hall.ledger, hall.caller("admin"), add=calendar.some_days(date(2020, 12, 28))
    )
    admin.post(f"{PAGE}/days", data=deed(first="2021-01-04"))
    assert admin.post(f"{PAGE}/days/drop", data=deed(day="2020-12-24")).status_code == 303
    before = entries(hall)
    stale = admin.post(f"{PAGE}/days/drop", data=deed(day="2020-12-24"))
    assert (stale.status_code, "台帳にありません" in stale.text) == (404, True)
    assert entries(hall) == before
    own = kept(hall)
    assert own is not None
    assert own.days == (date(2020, 12, 28), date(2021, 1, 4))


@pytest.mark.parametrize(
    ("path", "form", "status"),
    [
        ("/days", {"first": "2021-04-01"}, 409),
        ("/days", {"first": "2020-12-02", "last": "2020-12-01"}, 409),
        ("/days", {"first": "2020-12-02", "last": "2999-12-31"}, 409),
        ("/days", {"first": "soon"}, 422),
        ("/days", {"first": "1900-01-01"}, 422),
        ("/days/drop", {"day": "2020-12-02"}, 404),
        ("/yearly", {"first": "13-01"}, 409),
        ("/yearly", {"first": "2-1"}, 409),
        ("/yearly", {"first": "08-13", "last": "<b>"}, 409),
        ("/yearly", {"first": "2020-08-13"}, 422),
        ("/yearly/drop", {"first": "08-13", "last": "08-15"}, 404),
        ("/until", {"until": ""}, 422),
        ("/until", {"until": "2020-11-01"}, 409),
    ],
)
def test_what_is_no_closing_day_leaves_the_list_as_it_was(
    terminals: Terminals, admin: TestClient, path: str, form: dict[str, str], status: int
) -> None:
    admin.post(f"{PAGE}/until", data=deed(**UNTIL))
    admin.post(f"{PAGE}/days", data=deed(first="2020-12-24"))
    before = kept(terminals.hall)
    assert admin.post(f"{PAGE}{path}", data=deed(**form)).status_code == status
    assert kept(terminals.hall) == before


def test_a_list_that_ends_is_told_in_time(admin: TestClient) -> None:
    admin.post(f"{PAGE}/until", data=deed(until="2020-12-01"))
    assert "で終わります" in admin.get(PAGE).text
    admin.post(f"{PAGE}/until", data=deed(until="2020-10-30"))
    assert "滞留・日締め漏れ・未着の見回りは行われません" in admin.get(PAGE).text
    for year in (2000, 2999):
        assert admin.get(f"{PAGE}?year={year}").status_code == 200
    assert admin.get(f"{PAGE}?year=99").status_code == 422
