"""Tables as people keep them: read, asked about, or refused with the row and the reason."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
import xlsxwriter

from station.desk.days import read_day
from station.desk.tables import (
    NO_CHOICES,
    ROWS_MAX,
    Choices,
    Table,
    TableError,
    TableRow,
    open_table,
    read_table,
)
from station.desk.workbooks import COLUMNS_MAX, ERROR_VALUE, LOST_DIGITS, NO_VALUE

HEADINGS = {"number": ("引受番号", "番号"), "sender": ("差出人",), "due": ("到着予定日",)}


def table(data: bytes, choices: Choices = NO_CHOICES) -> Table:
    return open_table(data, HEADINGS, ("number",), choices)


def rows(data: bytes) -> list[dict[str, str]]:
    return [dict(row.cells) for row in read_table(data, HEADINGS, ("number",))]


def errors(data: bytes) -> list[tuple[int, str]]:
    with pytest.raises(TableError) as caught:
        read_table(data, HEADINGS, ("number",))
    return [(error.row, error.problem) for error in caught.value.errors]


def workbook(fill: Callable[[Any, Any], None]) -> bytes:
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    fill(book, book.add_worksheet("予定"))
    book.close()
    return kept.getvalue()


def sheet(*lines: list[object]) -> bytes:
    def fill(_book: Any, page: Any) -> None:
        for at, line in enumerate(lines):
            page.write_row(at, 0, line)

    return workbook(fill)


def parts_changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return kept.getvalue()


# -- text ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t"])
def test_text_in_the_usual_encodings_with_commas_or_tabs(encoding: str, between: str) -> None:
    text = f"引受番号{between}差出人\r\n131-12-38385-2{between}㈱銀行\r\n"
    assert rows(text.encode(encoding)) == [{"number": "131-12-38385-2", "sender": "㈱銀行"}]


def test_a_title_above_the_headings_is_passed_over() -> None:
    text = "到着予定一覧 2020/11/02,\n,\n引受番号,差出人\n13112383852,銀行\n"
    assert rows(text.encode()) == [{"number": "13112383852", "sender": "銀行"}]


def test_an_empty_column_is_left_out() -> None:
    assert rows("引受番号,,\n13112383852,,\n".encode()) == [{"number": "13112383852"}]


# -- what is asked --------------------------------------------------------------------------------


def test_headings_that_nobody_knows_are_asked_about_with_samples() -> None:
    data = "整理No,問合せ\n1,13112383852\n2,20112345676\n3,\n4,10000000006\n5,x\n".encode()
    asked = table(data)
    assert [(c.place, c.heading, c.samples, c.meaning) for c in asked.columns] == [
        (0, "整理No", ("1", "2", "3"), None),
        (1, "問合せ", ("13112383852", "20112345676", "10000000006"), None),
    ]
    assert "引受番号" in " ".join(str(problem) for problem in asked.problems)
    told = table(data, Choices(columns={0: "", 1: "number"}))
    assert told.problems == ()
    assert told.rows()[0][0] == TableRow(2, {"number": "13112383852"})


def test_a_list_without_headings_is_asked_about_and_loses_no_row() -> None:
    data = "13112383852,銀行\n20112345676,組合\n".encode()
    asked = table(data)
    assert [(c.heading, c.meaning) for c in asked.columns] == [("", None), ("", None)]
    told = table(data, Choices(columns={0: "number", 1: "sender"}))
    assert [row["number"] for row in told.rows()[0]] == ["13112383852", "20112345676"]


def test_two_headings_that_mean_the_same_are_asked_about_and_a_choice_outranks_them() -> None:
    data = "番号,引受番号,差出人\n1,13112383852,銀行\n".encode()
    assert "this heading stands twice" in [p.problem for p in table(data).problems]
    told = table(data, Choices(columns={1: "number"}))
    assert told.problems == ()
    assert [c.meaning for c in told.columns] == ["", "number", "sender"]


def test_two_headings_the_same_are_asked_about() -> None:
    data = "引受番号,差出人,差出人\n13112383852,銀行,支店\n".encode()
    assert errors(data) == [(1, "this heading stands twice")]
    told = table(data, Choices(columns={2: ""}))
    assert [row["sender"] for row in told.rows()[0]] == ["銀行"]


def test_a_meaning_that_there_is_not_is_no_answer() -> None:
    data = "引受番号\n13112383852\n".encode()
    assert table(data, Choices(columns={0: "wrong"})).problems


def test_several_sheets_are_asked_about_and_hidden_and_empty_ones_are_not() -> None:
    def fill(book: Any, page: Any) -> None:
        page.write_column(0, 0, ["引受番号", "13112383852"])
        book.add_worksheet("空")
        hidden = book.add_worksheet("隠し")
        hidden.write(0, 0, "引受番号")
        hidden.hide()
        other = book.add_worksheet("先月")
        other.write_column(0, 0, ["引受番号", "20112345676"])

    data = workbook(fill)
    assert table(data).sheets == ("予定", "先月")
    with pytest.raises(TableError, match="several sheets; choose one: 予定, 先月"):
        rows(data)
    (row,) = table(data, Choices(sheet="先月")).rows()[0]
    assert row["number"] == "20112345676"
    with pytest.raises(TableError, match="the table is empty"):
        table(data, Choices(sheet="ない"))


# -- workbooks ------------------------------------------------------------------------------------


def test_numbers_that_a_spreadsheet_keeps_as_numbers_are_read_where_all_digits_are_there() -> None:
    data = sheet(["引受番号", "差出人"], [13112383852, "銀行"], ["１３１-12", 3])
    assert rows(data) == [
        {"number": "13112383852", "sender": "銀行"},
        {"number": "１３１-12", "sender": "3"},
    ]


def test_a_number_of_which_the_spreadsheet_lost_digits_is_an_error_of_its_row() -> None:
    data = sheet(["引受番号"], [9400111206206406260787], [123456789012345], [10**15])
    assert errors(data) == [(2, LOST_DIGITS), (4, LOST_DIGITS)]


def test_formulas_count_by_the_value_that_was_saved() -> None:
    def fill(_book: Any, page: Any) -> None:
        page.write_row(0, 0, ["引受番号", "差出人", "到着予定日"])
        page.write_formula(1, 0, '="131"&"12383852"', None, "13112383852")
        page.write_formula(1, 1, '=IF(A1="","",A1)', None, "")
        page.write_row(1, 1, ["銀行"])

    assert rows(workbook(fill)) == [{"number": "13112383852", "sender": "銀行", "due": ""}]


def test_a_formula_without_a_value_and_an_error_are_errors_of_their_rows() -> None:
    def fill(_book: Any, page: Any) -> None:
        page.write_row(0, 0, ["引受番号", "差出人"])
        page.write(1, 0, "13112383852")
        page.write_formula(1, 1, "=Z9", None, "")
        page.write(2, 0, "20112345676")
        page.write_formula(2, 1, "=1/0", None, "#DIV/0!")
        page.write_formula(3, 0, "=Z10", None, "")

    assert errors(workbook(fill)) == [(2, NO_VALUE), (3, ERROR_VALUE), (4, NO_VALUE)]


def test_a_formula_whose_value_is_an_empty_text_is_empty() -> None:
    data = parts_changed(
        sheet(["引受番号", "差出人"], ["13112383852", 7]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(
            b'<c r="B2"><v>7</v>', b'<c r="B2" t="str"><f>A9&amp;""</f><v></v>'
        ),
    )
    assert rows(data) == [{"number": "13112383852", "sender": ""}]


def test_cells_merged_downwards_say_the_same_in_each_row() -> None:
    def fill(_book: Any, page: Any) -> None:
        page.merge_range(0, 0, 0, 2, "到着予定一覧")
        page.write_row(1, 0, ["引受番号", "差出人", "到着予定日"])
        page.write_column(2, 0, ["13112383852", "20112345676", "10000000006"])
        page.merge_range(2, 1, 3, 1, "みどり銀行")
        page.merge_range(4, 1, 4, 2, "組合")

    assert [row["sender"] for row in rows(workbook(fill))] == ["みどり銀行", "みどり銀行", "組合"]
    assert [row["due"] for row in rows(workbook(fill))] == ["", "", ""]


def test_days_come_as_days() -> None:
    def fill(book: Any, page: Any) -> None:
        page.write_row(0, 0, ["引受番号", "到着予定日"])
        page.write(1, 0, "13112383852")
        page.write_datetime(1, 1, datetime(2020, 11, 2), book.add_format({"num_format": "m/d"}))  # noqa: DTZ001

    (row,) = rows(workbook(fill))
    assert read_day(row["due"]) == date(2020, 11, 2)


def test_cells_without_an_address_are_counted() -> None:
    data = parts_changed(
        sheet(["引受番号"], ["13112383852"]),
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b'<row r="1" spans="1:1"><c r="A1"', b"<row><c").replace(
            b'<row r="2" spans="1:1"><c r="A2"', b"<row><c"
        ),
    )
    assert len(rows(data)) == 1


def test_an_empty_sheet_is_refused() -> None:
    assert errors(sheet()) == [(1, "the table is empty")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 nothing", "not an XLSX workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or protected workbook"),
        (
            parts_changed(
                sheet(["引受番号"], [1]), "xl/workbook.xml", lambda xml: b"<!DOCTYPE x>" + xml
            ),
            "not an XLSX workbook",
        ),
        (
            parts_changed(
                sheet(["引受番号"], [1]), "xl/worksheets/sheet1.xml", lambda xml: xml[:300]
            ),
            "not an XLSX workbook",
        ),
    ],
)
def test_what_is_no_workbook_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(TableError, match=says):
        table(data)


def test_a_cell_far_away_does_not_fill_the_memory() -> None:
    def far(row: int, column: int) -> bytes:
        def fill(_book: Any, page: Any) -> None:
            page.write(0, 0, "引受番号")
            page.write(row, column, "x")

        return workbook(fill)

    assert errors(far(1_048_575, 0)) == [(0, "more than {expected} rows")]
    assert errors(far(1, COLUMNS_MAX)) == [(0, "more than {expected} columns")]


def test_a_workbook_that_unpacks_to_a_mountain_is_refused() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/sharedStrings.xml", b" " * 200_000_001)
    assert errors(kept.getvalue()) == [(0, "more than {expected} bytes")]


def test_a_row_too_many_is_refused_and_the_bound_is_read() -> None:
    def of(count: int) -> bytes:
        return ("引受番号\n" + "1\n" * count).encode()

    assert len(rows(of(ROWS_MAX))) == ROWS_MAX
    assert errors(of(ROWS_MAX + 1)) == [(0, "more than {expected} rows")]


# -- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2020-11-02",
        "2020/11/2",
        "2020.11.2",
        "２０２０年１１月２日",
        "20201102",
        "令和2年11月2日",
        "R2.11.2",
        "r2/11/02",
        "2020-11-02 00:00:00",
        "2020年11月2日(月)",
    ],
)
def test_a_day_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2020, 11, 2)


def test_the_first_year_of_an_era_has_a_name() -> None:
    assert read_day("令和元年5月1日") == date(2019, 5, 1)


@pytest.mark.parametrize("text", ["", "11/2", "2/11/2020", "20-11-02", "2020-13-01", "明日"])
def test_what_is_no_day_or_leaves_the_year_to_be_guessed(text: str) -> None:
    assert read_day(text) is None
