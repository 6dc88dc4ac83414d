"""Tables of people and departments on the page: previewed, whole or not at all, and once."""

import io

import pytest
import xlsxwriter
from fastapi.testclient import TestClient
from httpx2 import Response

from station.ledger.verify import verify
from station.web.carried import PART_LENGTH
from tests.support import forms
from tests.support.hall import TREASURY, WATER, Hall
from tests.web.administration.test_people import enters, entries, post, text_of, told
from tests.web.test_guard import Terminals, deed

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

PATHS = ("/admin/people/import", "/admin/departments/import")
PEOPLE_TABLE = (
    "氏名,所属課,役割,異動日,退職日,職員番号\n"
    "clerk,出納室,受領担当,2020-11-01,,\n"
    "clerk2,総務,文書担当,,,\n"
    "water,経営企画,受領担当;監督者,,2020-11-30,\n"
    "新人 花子,経営企画,受領担当,,,A-1\n"
)
DEPARTMENTS_TABLE = (
    "番号,課名,かな,別名,廃止日,引継ぎ先\n"
    "03,会計室,かいけいしつ,会計課,,\n"
    "04,経営企画,けいえいきかく,水道,2020-11-30,税務課\n"
    "05,税務課,ぜいむか,税;市税,,\n"
)


@pytest.fixture
def terminals(hall: Hall) -> Terminals:
    return Terminals(hall)


@pytest.fixture
def admin(terminals: Terminals) -> TestClient:
    return terminals("admin")


def sent(client: TestClient, path: str, table: str | bytes, name: str = "x.csv") -> Response:
    data = table.encode() if isinstance(table, str) else table
    return client.post(path, files={"table": (name, data)})


def form_of(preview: Response, action: str = "/admin/[a-z]+/import/take") -> dict[str, list[str]]:
    assert preview.status_code == 200, preview.text
    return forms.form_of(preview.text, action)


def places(hall: Hall) -> dict[str, object]:
    with hall.ledger.views() as views:
        return {who: views.books.person(hall.people[who].person).postings for who in hall.people}


def test_tables_are_an_administrators(terminals: Terminals) -> None:
    before = entries(terminals.hall)
    for path, table in zip(PATHS, (PEOPLE_TABLE, DEPARTMENTS_TABLE), strict=True):
        form = form_of(sent(terminals("admin"), path, table))
        for who in ("supervisor", "clerk"):
            assert terminals(who).get(path).status_code == 403
            assert sent(terminals(who), path, table).status_code == 403
            assert terminals(who).post(f"{path}/take", data=form).status_code == 403
        assert terminals("admin").get(path).status_code == 200
    assert entries(terminals.hall) == before


def test_a_table_of_people_is_previewed_and_taken_in_once(
    terminals: Terminals, admin: TestClient
) -> None:
    hall, before = terminals.hall, entries(terminals.hall)
    preview = sent(admin, PATHS[0], PEOPLE_TABLE)
    page = text_of(preview.text)
    assert "4 行のうち、1 行は登録のとおりです" in page
    assert "2 clerk 総務 文書担当 → 出納室 受領担当 令和2.11.1(日) から" in page
    assert "4 water 経営企画 受領担当 → 経営企画 受領担当、監督者 すぐに" in page
    assert "退職 (最後の日 令和2.11.30(月))" in page
    assert "5 新人 花子 新規 → 経営企画 受領担当 すぐに" in page
    assert "表にないが、そのまま残る職員: 5 人" in page
    assert entries(hall) == before
    form = form_of(preview)
    badge, pin = told(admin.post(f"{PATHS[0]}/take", data=form))
    after = entries(hall)
    again = admin.post(f"{PATHS[0]}/take", data=form)
    assert (again.status_code, "一度しか表示しません" in again.text) == (409, True)
    assert badge not in again.text
    assert entries(hall) == after
    assert enters(terminals, badge, pin)
    assert verify(hall.engine)[0].broken is None
    nothing = sent(admin, PATHS[0], PEOPLE_TABLE)
    assert "取り込むものはありません" in nothing.text
    assert "/take" not in nothing.text


def test_a_table_without_new_people_is_answered_alike_twice(
    admin: TestClient,
) -> None:
    form = form_of(sent(admin, PATHS[0], "".join(PEOPLE_TABLE.splitlines(keepends=True)[:4])))
    answers = [admin.post(f"{PATHS[0]}/take", data=form) for _ in range(2)]
    assert [it.headers["location"] for it in answers] == ["/admin/people"] * 2


def test_a_table_of_departments_is_previewed_and_taken_in_once(
    terminals: Terminals, admin: TestClient
) -> None:
    hall, before = terminals.hall, entries(terminals.hall)
    preview = sent(admin, PATHS[1], DEPARTMENTS_TABLE)
    page = text_of(preview.text)
    assert "2 03 出納室 すいとうしつ 会計課 → 会計室 かいけいしつ 会計課" in page
    assert "令和2.11.30(月) に廃止 → 税務課" in page
    assert "4 05 新規 → 税務課 ぜいむか 税 市税" in page
    assert entries(hall) == before
    form = form_of(preview)
    for _again in range(2):
        taken = admin.post(f"{PATHS[1]}/take", data=form)
        assert (taken.status_code, taken.headers["location"]) == (303, "/admin/departments")
    with hall.ledger.views() as views:
        named = {one.id: (one.name, one.successor) for one in views.departments()}
    assert named[TREASURY] == ("会計室", None)
    assert named[WATER] == ("経営企画", "05")
    assert named["05"] == ("税務課", None)
    assert "取り込むものはありません" in sent(admin, PATHS[1], DEPARTMENTS_TABLE).text


@pytest.mark.parametrize(
    ("path", "table", "says"),
    [
        (PATHS[0], PEOPLE_TABLE + "だれか,水道課,受領担当,,,\nだれ,総務,王様,,,\n", ("6", "7")),
        (PATHS[0], b"\x81", ()),
        (PATHS[0], "", ("表が空です",)),
        (PATHS[1], DEPARTMENTS_TABLE + "06,税務課,,,,\n07,,,2020-13-01,,\n", ("5", "6")),
    ],
    ids=["unknown words", "no text", "empty", "twice"],
)
def test_a_table_with_errors_names_each_row_and_changes_nothing(
    terminals: Terminals,
    admin: TestClient,
    path: str,
    table: str | bytes,
    says: tuple[str, ...],
) -> None:
    before, were = entries(terminals.hall), places(terminals.hall)
    answer = sent(admin, path, table)
    assert answer.status_code == 422
    assert "何も取り込んでいません" in answer.text
    for told_of in says:
        assert f">{told_of}" in answer.text, told_of
    assert "/take" not in answer.text
    assert (entries(terminals.hall), places(terminals.hall)) == (before, were)


def test_what_changed_since_the_preview_is_refused(terminals: Terminals, admin: TestClient) -> None:
    hall = terminals.hall
    forms = [
        form_of(sent(admin, path, table))
        for path, table in zip(PATHS, (PEOPLE_TABLE, DEPARTMENTS_TABLE), strict=True)
    ]
    moved = post(admin, hall, "clerk", "/transfer", department=TREASURY, roles=["receiver"])
    assert moved.status_code == 303
    renamed = deed(number="09", name="税務課")
    assert admin.post("/admin/departments", data=renamed).status_code == 303
    before = entries(hall)
    stale = admin.post(f"{PATHS[0]}/take", data=forms[0])
    assert (stale.status_code, "先に変更されました" in stale.text) == (409, True)
    stale = admin.post(f"{PATHS[1]}/take", data=forms[1])
    assert stale.status_code == 422
    assert entries(hall) == before


def test_what_is_taken_in_is_what_was_previewed(terminals: Terminals, admin: TestClient) -> None:
    """A preview of one table does not carry another one in; nor does one that was bent."""
    before = entries(terminals.hall)
    small = PEOPLE_TABLE.splitlines(keepends=True)
    one, other = (form_of(sent(admin, PATHS[0], "".join(small[:n]))) for n in (2, 4))
    mixed = one | {"shown": other["shown"]}
    assert admin.post(f"{PATHS[0]}/take", data=mixed).status_code == 409
    bent = [("shown", "e30="), ("shown", "%%%"), ("part", "a"), ("part", "あ"), ("deed", "x")]
    for name, value in bent:
        form = one | {name: [value]}
        assert admin.post(f"{PATHS[0]}/take", data=form).status_code == 422, value
    assert entries(terminals.hall) == before


def test_a_workbook_is_a_table_too(admin: TestClient) -> None:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    for row, line in enumerate(DEPARTMENTS_TABLE.splitlines()):
        for column, cell in enumerate(line.split(",")):
            sheet.write_string(row, column, cell)
    book.close()
    preview = sent(admin, PATHS[1], file.getvalue(), "課.xlsx")
    assert "→ 会計室" in text_of(preview.text)
    assert admin.post(f"{PATHS[1]}/take", data=form_of(preview)).status_code == 303


def test_a_long_table_is_carried_in_parts(admin: TestClient) -> None:
    rows = "".join(f"{n},課{n},か{n},{'別名' * 40},,\n" for n in range(1000, 4000))
    table = "番号,課名,かな,別名,廃止日,引継ぎ先\n" + rows
    preview = sent(admin, PATHS[1], table)
    form = form_of(preview)
    assert len(form["part"]) > 1
    assert max(map(len, form["part"])) == PART_LENGTH
    assert admin.post(f"{PATHS[1]}/take", data=form).status_code == 303
    assert "3004" in admin.get("/admin").text


def test_another_server_takes_in_what_one_has_previewed(terminals: Terminals) -> None:
    other = Terminals(terminals.hall)
    form = form_of(sent(terminals("admin"), PATHS[1], DEPARTMENTS_TABLE))
    assert other("admin").post(f"{PATHS[1]}/take", data=form).status_code == 303
    again = terminals("admin").post(f"{PATHS[1]}/take", data=form)
    assert again.headers["location"] == "/admin/departments"


ODD_PEOPLE = "2026年度 名簿,,,\n職員,所属課,役割,内線\nclerk,出納室,受領担当,12\n"
ODD_DEPARTMENTS = "コード,課名,階\n07,税務課,2\n"


@pytest.mark.parametrize(
    ("path", "table", "columns"),
    [(PATHS[0], ODD_PEOPLE, ["?", "department", "roles", "?"]), (PATHS[1], ODD_DEPARTMENTS, None)],
    ids=["people", "departments"],
)
def test_columns_that_nobody_knows_are_asked_about(
    terminals: Terminals, admin: TestClient, path: str, table: str, columns: list[str] | None
) -> None:
    before = entries(terminals.hall)
    asked = sent(admin, path, table)
    assert "分からないところを選んでください" in asked.text
    assert "/take" not in asked.text
    form = form_of(asked, f"{path}/columns")
    asks = columns or ["?", "name", "?"]
    assert form["column"] == asks
    left_out = ["" if it == "?" else it for it in asks]
    missing = admin.post(f"{path}/columns", data=form | {"column": left_out})
    assert "この見出しがありません" in missing.text
    first = "name" if columns else "number"
    answered = admin.post(f"{path}/columns", data=form | {"column": [first, *left_out[1:]]})
    assert entries(terminals.hall) == before
    assert admin.post(f"{path}/take", data=form_of(answered)).status_code == 303
    assert entries(terminals.hall) > before
    for who in ("supervisor", "clerk"):
        assert terminals(who).post(f"{path}/columns", data=form).status_code == 403


def test_a_column_of_the_founding_is_known_and_left_alone(admin: TestClient) -> None:
    """A table of the first day has badges; they are not given out again."""
    table = "氏名,所属課,役割,バッジ\nclerk,出納室,受領担当,STN1\n"
    preview = sent(admin, PATHS[0], table)
    again = form_of(preview, f"{PATHS[0]}/columns")
    assert again["column"] == ["name", "department", "roles", "badge"]
    assert "→ 出納室" in text_of(admin.post(f"{PATHS[0]}/columns", data=again).text)
