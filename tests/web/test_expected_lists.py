"""Expected lists on the page: asked about, previewed, and taken in once, whole or not at all."""

import io
import re
from datetime import date, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter
from fastapi.testclient import TestClient
from httpx2 import Response
from playwright.sync_api import Browser, FilePayload, expect

from station.desk import arrival
from station.desk.expected import import_expected
from station.ledger.expected_lists import ExpectedList
from station.web.routes.expected import LINES_A_PAGE
from tests.support import browser as chromium
from tests.support import forms
from tests.support.browser import DESK, PHONE, Server, fits_across, shoot, sign_in
from tests.support.hall import PEOPLE, PIN, Hall, seen
from tests.web.administration.test_people import entries, text_of
from tests.web.test_guard import ONE, ONE_SHOWN, TWO, TWO_SHOWN, Terminals, deed
from tests.web.test_whole_path import SHOTS

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

TOKYO = ZoneInfo("Asia/Tokyo")
TODAY = date(2020, 10, 31)
THREE_SHOWN = "312-45-07716-1"
LIST = (
    "引受番号,種別,差出人,あて先,配布先課,到着予定日\n"
    f"{ONE_SHOWN},簡易書留,銀行,大阪狭山市役所 御中,,2020-11-02\n"
    f"{TWO_SHOWN},現金書留,市民,出納室 御中,会計課,2020-11-02\n"
)
ODD = f"問合せNo,差出し,メモ\n{ONE_SHOWN},銀行,急ぎ\n{TWO_SHOWN},市民,\n"


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


@pytest.fixture
def clerk(terminals: Terminals) -> TestClient:
    return terminals("clerk")


def sent(client: TestClient, table: str | bytes, **more: str) -> Response:
    data = table.encode() if isinstance(table, str) else table
    return client.post("/expected", data=more, files={"table": ("list.csv", data)})


def form_of(page: Response, action: str) -> dict[str, list[str]]:
    return forms.form_of(page.text, action)


def lists(hall: Hall) -> tuple[ExpectedList, ...]:
    with hall.ledger.views() as views:
        return views.expected_lists(TODAY)


def test_lists_are_for_whoever_takes_mail_in(terminals: Terminals) -> None:
    form = form_of(sent(terminals("clerk"), LIST), "/expected/take")
    before = entries(terminals.hall)
    for who in (*PEOPLE, "admin"):
        client, may = terminals(who), who in {"duty", "clerk", "clerk2", "admin"}
        assert client.get("/expected").status_code == (200 if may else 403), who
        assert sent(client, LIST).status_code == (200 if may else 403), who
        again = client.post("/expected/columns", data=form)
        assert again.status_code == (200 if may else 403), who
        if not may:
            assert client.post("/expected/take", data=form).status_code == 403, who
    assert entries(terminals.hall) == before


def test_a_list_is_previewed_and_taken_in_once(terminals: Terminals, clerk: TestClient) -> None:
    hall, before = terminals.hall, entries(terminals.hall)
    preview = sent(clerk, LIST)
    assert preview.status_code == 200
    page = text_of(preview.text)
    assert "2 通の到着予定 新規 2" in page
    assert f"3 新規 {TWO_SHOWN} 現金書留 市民 出納室 御中 会計課 2020-11-02" in page
    assert entries(hall) == before
    assert lists(hall) == ()
    form = form_of(preview, "/expected/take")
    for _again in range(2):
        taken = clerk.post("/expected/take", data=form)
        assert (taken.status_code, taken.headers["location"]) == (303, "/arrivals")
    (known,) = lists(hall)
    assert (str(known.id), known.rows, known.come) == (form["deed"][0], 2, 0)
    assert "予定のとおり 2" in text_of(sent(clerk, LIST).text)
    later = LIST.replace("簡易書留", "書留").replace("11-02\n", "11-04\n", 1)
    assert "訂正 1" in text_of(sent(clerk, later).text)
    assert "2 訂正 (種別、到着予定日)" in text_of(sent(clerk, later).text)


def test_an_administrator_who_takes_nothing_in_is_led_home(terminals: Terminals) -> None:
    form = form_of(sent(terminals("admin"), LIST), "/expected/take")
    assert terminals("admin").post("/expected/take", data=form).headers["location"] == "/"
    assert len(lists(terminals.hall)) == 1


def test_columns_that_nobody_knows_are_asked_about(terminals: Terminals, clerk: TestClient) -> None:
    hall, before = terminals.hall, entries(terminals.hall)
    asked = sent(clerk, ODD)
    assert asked.status_code == 200
    assert "/expected/take" not in asked.text
    page = text_of(asked.text)
    assert "分からないところを選んでください" in page
    assert f"問合せNo {ONE_SHOWN} / {TWO_SHOWN} (選んでください)" in page
    form = form_of(asked, "/expected/columns")
    assert form["column"] == ["?", "?", "?"]
    still = clerk.post("/expected/columns", data=form | {"column": ["number", "?", ""]})
    assert form_of(still, "/expected/columns")["column"] == ["number", "?", ""]
    twice = clerk.post("/expected/columns", data=form | {"column": ["number", "number", ""]})
    assert "分からないところ" in twice.text
    answered = clerk.post("/expected/columns", data=form | {"column": ["number", "sender", ""]})
    assert f"2 新規 {ONE_SHOWN} 銀行" in text_of(answered.text)
    assert "急ぎ" not in text_of(answered.text.split("<details")[0])
    assert entries(hall) == before
    take = form_of(answered, "/expected/take")
    assert clerk.post("/expected/take", data=take).status_code == 303
    with hall.ledger.views() as views:
        awaited = views.awaited(lists(hall)[0].id)
    assert [(due.expected.number, due.sender) for due in awaited] == [(ONE, "銀行"), (TWO, "市民")]


def test_a_sheet_is_asked_about(terminals: Terminals, clerk: TestClient) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    for name in ("4月", "<5月>"):
        sheet = book.add_worksheet(name)
        for row, line in enumerate(LIST.splitlines()):
            sheet.write_row(row, 0, line.split(","))
    book.close()
    asked = sent(clerk, file.getvalue())
    assert "どのシートですか" in asked.text
    form = form_of(asked, "/expected/columns") | {"sheet": ["<5月>"]}
    preview = clerk.post("/expected/columns", data=form)
    assert "2 通の到着予定" in text_of(preview.text)
    take = form_of(preview, "/expected/take")
    assert take["sheet"] == ["<5月>"]
    assert clerk.post("/expected/take", data=take).status_code == 303
    assert len(lists(terminals.hall)) == 1


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (LIST + "131-12-38385-3,,,,水道課,\n", (">4<", "水道課", "131-12-38385-3")),
        (LIST + f"{ONE_SHOWN},,,,,\n", (">4<", "2行目と同じ番号です")),
        ("引受番号\n", ("行がありません",)),
        (b"PK\x03\x04 no workbook", ()),
        ("", ("表が空です",)),
    ],
    ids=["wrong rows", "twice", "no rows", "no workbook", "empty"],
)
def test_a_list_with_errors_names_each_row_and_takes_nothing_in(
    terminals: Terminals, clerk: TestClient, table: str | bytes, says: tuple[str, ...]
) -> None:
    before = entries(terminals.hall)
    answer = sent(clerk, table)
    assert answer.status_code == 422
    assert "何も取り込んでいません" in answer.text
    for told in says:
        assert told in answer.text
    assert "/expected/take" not in answer.text
    assert (entries(terminals.hall), lists(terminals.hall)) == (before, ())


def test_what_a_list_would_do_changes_after_the_preview(
    terminals: Terminals, clerk: TestClient
) -> None:
    hall = terminals.hall
    stale = form_of(sent(clerk, LIST), "/expected/take")
    others = form_of(sent(terminals("clerk2"), LIST.replace("銀行", "信用金庫")), "/expected/take")
    assert terminals("clerk2").post("/expected/take", data=others).status_code == 303
    before = entries(hall)
    refused = clerk.post("/expected/take", data=stale)
    assert (refused.status_code, "もう一度確かめて" in refused.text) == (409, True)
    assert entries(hall) == before
    bent: list[dict[str, list[str]]] = [
        {"part": ["%"]},
        {"shown": ["x"]},
        {"column": ["number"] * 6},
        {"replaces": ["11111111-1111-4111-8111-111111111111"]},
    ]
    for more in bent:
        assert clerk.post("/expected/take", data=stale | deed() | more).status_code >= 400, more
    assert entries(hall) == before


def test_a_list_that_replaces_another_says_what_it_withdraws(
    terminals: Terminals, clerk: TestClient
) -> None:
    hall = terminals.hall
    first = form_of(sent(clerk, LIST), "/expected/take")
    clerk.post("/expected/take", data=first)
    shorter = "".join(LIST.splitlines(keepends=True)[:2]) + f"{THREE_SHOWN},,,,,2020-11-05\n"
    assert "前の表と差し替える" in clerk.get("/expected").text
    preview = sent(clerk, shorter, replaces=first["deed"][0])
    page = text_of(preview.text)
    assert "新規 1 予定のとおり 1 取り下げ 1" in page
    assert TWO_SHOWN in page
    take = form_of(preview, "/expected/take")
    assert clerk.post("/expected/take", data=take).status_code == 303
    with hall.ledger.views() as views:
        numbers = [due.expected.number for due in views.awaited(lists(hall)[0].id)]
    assert TWO not in numbers


def imported(hall: Hall, who: str, source: str, *rows: str) -> str:
    """A list of these rows (a number, and a day where one is given); return its id."""
    table = "引受番号,到着予定日,差出人\n" + "".join(f"{row},銀行\n" for row in rows)
    caller = hall.caller(who)
    import_expected(hall.ledger, caller, source=source, data=table.encode(), zone=TOKYO)
    return str(caller.deed)


def options(client: TestClient) -> list[tuple[str, bool, str]]:
    """The choices of list for an arrival: id, whether it is preselected, and what it says."""
    chooser = client.get("/arrivals").text.split('name="list_id"')[1].split("</select>")[0]
    found = re.findall(r'<option value="([^"]*)"( selected)?>([^<]*)</option>', chooser)
    return [(key, bool(selected), says) for key, selected, says in found]


def test_a_list_is_known_by_its_file_its_day_and_who_imported_it(
    terminals: Terminals, clerk: TestClient
) -> None:
    hall = terminals.hall
    old = imported(hall, "clerk", "10月.csv", f"{ONE_SHOWN},2020-11-02")
    again = imported(hall, "duty", "訂正.csv", f"{ONE_SHOWN},2020-11-02")
    _none, newest, oldest = options(clerk)
    assert newest[0] == again, "it announces what the other did, and is newer"
    assert newest[2].startswith("訂正.csv, 令和2.10.31(土) 10:40 duty: 1通のうち0通")
    assert (oldest[0], oldest[2].split(",")[0]) == (old, "10月.csv")
    told = clerk.get("/api/expected").json()["lists"]
    assert [(it["id"], it["source"], it["imported_by"]) for it in told] == [
        (again, "訂正.csv", "duty"),
        (old, "10月.csv", "clerk"),
    ]
    assert told[0]["due_today"] == 0
    assert told[0]["imported_at"].startswith("2020-10-31T01:4")
    for says in ("訂正.csv", "10月.csv"):
        assert says in clerk.get("/expected").text


def test_a_list_is_preselected_only_where_it_alone_is_due_today(
    terminals: Terminals, clerk: TestClient
) -> None:
    hall = terminals.hall
    imported(hall, "clerk", "later.csv", f"{ONE_SHOWN},2020-11-02")
    assert [selected for _key, selected, _says in options(clerk)] == [False, False]
    assert options(clerk)[0] == ("", False, "到着予定なし"), "the first is what is sent"
    assert "到着予定の表があれば、選んでください" in clerk.get("/arrivals").text
    today = imported(hall, "clerk", "today.csv", f"{TWO_SHOWN},2020-10-31")
    assert [key for key, selected, _says in options(clerk) if selected] == [today]
    assert "この1つだけなので、選んであります" in clerk.get("/arrivals").text
    imported(hall, "clerk", "too.csv", f"{THREE_SHOWN},2020-10-31")
    assert not any(selected for _key, selected, _says in options(clerk)), "nobody guesses"


def test_what_a_list_still_awaits_is_listed_and_what_has_come_is_not(terminals: Terminals) -> None:
    hall = terminals.hall
    key = imported(hall, "clerk", "表.csv", f"{ONE_SHOWN},2020-10-30", f"{TWO_SHOWN},2020-10-31")
    for who in (*PEOPLE, "admin"):
        may = who in {"duty", "clerk", "clerk2", "supervisor"}
        assert terminals(who).get(f"/expected/{key}").status_code == (200 if may else 403), who
    page = text_of(terminals("supervisor").get(f"/expected/{key}").text)
    assert "2 通がまだ届いていません 2通のうち0通到着済み 今日の予定 1通" in page
    assert f"{ONE_SHOWN} 令和2.10.30(金) ! 予定日を過ぎています" in page
    opened = hall.caller("duty")
    arrival.open_arrival(
        hall.ledger, opened, carrier="日本郵便", declared_count=2, list_id=UUID(key)
    )
    assert f'href="/expected/{key}"' in terminals("duty").get(f"/arrivals/{opened.deed}").text
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(ONE))
    page = text_of(terminals("duty").get(f"/expected/{key}").text)
    assert ONE_SHOWN not in page
    assert TWO_SHOWN in page
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(TWO))
    assert "すべて届きました" in terminals("duty").get(f"/expected/{key}").text
    unknown = terminals("duty").get(f"/expected/{uuid4()}")
    assert unknown.status_code == 404


def test_a_long_list_is_shown_a_page_at_a_time(terminals: Terminals, clerk: TestClient) -> None:
    bodies = [4_021_900_000 + n for n in range(LINES_A_PAGE * 2 + 1)]
    numbers = [f"{body}{body % 7}" for body in bodies]
    key = imported(terminals.hall, "clerk", "long.csv", *(f"{it},2020-11-02" for it in numbers))
    shown = []
    for number in (1, 2, 3):
        page = clerk.get(f"/expected/{key}?page={number}").text
        cells = re.findall(r'class="number">([0-9-]+)<', page)
        shown += [cell.replace("-", "") for cell in cells]
        assert ("前へ" in page, "次へ" in page) == (number > 1, number < 3)
    assert shown == numbers
    assert "201通のうち 101 から 200" in clerk.get(f"/expected/{key}?page=2").text
    assert "3 / 3" in clerk.get(f"/expected/{key}?page=99").text, "the last one there is"
    for wrong in ("0", "-1", "x", "1000000"):
        assert clerk.get(f"/expected/{key}?page={wrong}").status_code == 422


@pytest.mark.browser
@pytest.mark.slow
def test_lists_are_chosen_and_looked_into(chrome: Browser, hall: Hall, server: Server) -> None:
    today = datetime.now(TOKYO).date()
    with_day = (f"{it},{today}" for it in (ONE_SHOWN, TWO_SHOWN))
    imported(hall, "clerk", "本日到着予定の書留一覧.csv", *with_day)
    imported(hall, "duty", "11月2日分.csv", f"{THREE_SHOWN},2020-11-02")
    for size in (DESK, PHONE):
        page = chromium.terminal(chrome, server.address, size)
        sign_in(page, server.address, hall.people["clerk"].badge, PIN)
        page.goto("/arrivals")
        expect(page.locator("select[name=list_id] option:checked")).to_contain_text("本日到着予定")
        page.get_by_text("まだ届いていないもの").click()
        fits_across(page)
        shoot(page, SHOTS, f"arrivals-lists-{size['width']}")
        page.locator("details li a").last.press("Enter")
        expect(page.locator("h1")).to_have_text("本日到着予定の書留一覧.csv")
        fits_across(page)
        shoot(page, SHOTS, f"expected-list-{size['width']}")
        page.context.close()


@pytest.mark.browser
@pytest.mark.slow
def test_a_list_at_the_desk_and_by_telephone(chrome: Browser, hall: Hall, server: Server) -> None:
    page = chrome.new_page(locale="ja-JP", viewport=DESK, base_url=server.address)
    sign_in(page, server.address, hall.people["clerk"].badge, PIN)
    page.goto("/arrivals")
    page.get_by_text("到着予定を取り込む").click()
    shoot(page, SHOTS, "expected-upload")
    file: FilePayload = {"name": "a.csv", "mimeType": "text/csv", "buffer": ODD.encode()}
    page.locator("input[name=table]").set_input_files(file)
    page.get_by_role("button", name="内容を確かめる").click()
    shoot(page, SHOTS, "expected-asks")
    page.set_viewport_size(PHONE)
    shoot(page, SHOTS, "expected-asks-phone")
    page.get_by_label("問合せNo").select_option("number")
    page.get_by_label("差出し").select_option("sender")
    page.get_by_label("メモ").select_option("")
    page.get_by_role("button", name="このとおりに読む").click()
    expect(page.get_by_text("新規 2")).to_be_visible()
    fits_across(page)
    shoot(page, SHOTS, "expected-preview-phone")
    page.set_viewport_size(DESK)
    shoot(page, SHOTS, "expected-preview")
    page.get_by_role("button", name="取り込む", exact=True).click()
    page.wait_for_url("**/arrivals")
    expect(page.get_by_role("combobox", name="到着予定")).to_contain_text("2通のうち0通到着済み")
    page.goto("/expected")
    wrong = LIST + "131-12-38385-3,,,,水道課,\n"
    file = {"name": "b.csv", "mimeType": "text/csv", "buffer": wrong.encode()}
    page.locator("input[name=table]").set_input_files(file)
    page.get_by_role("button", name="内容を確かめる").click()
    shoot(page, SHOTS, "expected-errors")
    page.close()
