"""The distribution book: what its lines say, on paper and in spreadsheets."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from python_calamine import load_workbook

from station.desk import arrival, expected, handover, sorting
from station.ledger.keys import Keyring
from station.numbers import grouped
from station.papers.book import COLUMNS, PIECES, BookDay, Row, Span, book_days, heading
from station.papers.book_pdf import write_pdf
from station.papers.book_tables import write_csv, write_xlsx
from station.papers.fonts import fonts
from station.papers.whole_file import PaperError, whole_file
from station.scan.engines import zxing_matrix
from station.settings import Settings, settings_from
from station.words import sayer
from tests.support.hall import SORTING, TREASURY, WATER, Hall, seen
from tests.support.mounts import small_disk

DAY = date(2020, 10, 31)
SPAN = Span(DAY, DAY)
ONE, TWO, THREE = "13112383852", "30000000015", "30000000026"
JA = sayer("ja")
NOTE = "mail-station/hall\n3\nhash\n"


@pytest.fixture
def setting() -> Settings:
    return settings_from({})


def days(hall: Hall, setting: Settings, span: Span = SPAN) -> list[BookDay]:
    return [*book_days(hall.ledger, span, setting, JA)]


def cells(hall: Hall, setting: Settings, number: str = ONE) -> dict[str, str]:
    rows = [row for day in days(hall, setting) for row in day.rows]
    (row,) = [row for row in rows if grouped(number) in row.cells]
    return dict(zip(COLUMNS, row.cells, strict=True))


def test_a_line_has_who_brought_took_and_signed_with_names_and_times(
    hall: Hall, setting: Settings
) -> None:
    data = f"引受番号,種別,差出人,あて先,配布先課\n{ONE},書留,はるかぜ銀行,市役所御中,\n".encode()
    expected.import_expected(hall.ledger, hall.caller("clerk"), source="a.csv", data=data)
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    line = cells(hall, setting)
    assert line["No."] == "1"
    assert line["Taken in"].startswith("令和2.10.31(土)\n10:4")
    assert (line["Service"], line["Sender"], line["Addressee"]) == (
        "書留",
        "はるかぜ銀行",
        "市役所御中",
    )
    assert (line["Pieces"], line["Routed to"]) == ("1", "出納室")
    assert line["Received by"].startswith("出納室 treasurer\n令和2.10.31(土) 10:4")
    assert line["Handed over by"].startswith("総務 clerk\n令和2.10.31(土) 10:4")
    assert line["Remarks"] == ""


def test_by_hand_the_boxes_stay_empty_and_western_years_are_a_setting(
    hall: Hall, setting: Settings
) -> None:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    line = cells(hall, replace(setting, signed_by_hand=True, era_dates=False))
    assert line["Received by"] == line["Handed over by"] == ""
    assert line["Received"].startswith("2020-10-31\n")
    assert heading(SPAN, "", setting, JA) == "令和2.10.31(土)　全課"
    assert (
        heading(SPAN, "出納室", replace(setting, era_dates=False), JA) == "2020-10-31(土)　出納室"
    )


def test_an_earlier_handover_and_a_questioned_route_stand_in_the_remarks(
    hall: Hall, setting: Settings
) -> None:
    (item,) = hall.routed(WATER, ONE)
    key = hall.offered(WATER, ONE)
    handover.receive(hall.ledger, hall.caller("water"), handover=key, seen=seen(ONE))
    handover.disown(
        hall.ledger, hall.caller("water"), handover=key, item=item, reason="出納室のもの"
    )
    handover.cancel(hall.ledger, hall.caller("clerk"), handover=key)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=TREASURY)
    hall.handed_over(ONE)
    line = cells(hall, setting)
    assert line["Routed to"] == "出納室"
    assert "出納室のもの" in line["Remarks"]


def test_a_supervisors_word_stands_in_the_remarks_once_it_is_checked(
    hall: Hall, setting: Settings
) -> None:
    (item,) = hall.taken("clerk", ONE)
    sorting.enter_first(hall.ledger, hall.caller("clerk"), item=item, department=TREASURY)
    sorting.enter_check(hall.ledger, hall.caller("clerk2"), item=item, department=SORTING)
    decider = hall.caller("supervisor")
    sorting.decide_route(hall.ledger, decider, item=item, department=WATER, reason="水道のこと")
    waiting = cells(hall, setting)["Remarks"]
    assert "監督者の総務 supervisorが配布先を判断した。" in waiting
    assert "経営企画" not in waiting
    assert "水道" not in waiting
    sorting.enter_check(hall.ledger, hall.caller("clerk"), item=item, department=WATER)
    assert "「経営企画」と判断した (理由: 水道のこと)" in cells(hall, setting)["Remarks"]


def test_what_was_taken_back_stays_and_counts_for_nothing(hall: Hall, setting: Settings) -> None:
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    for number in (ONE, TWO):
        arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=seen(number))
    arrival.undo_taking_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed)
    (day,) = days(hall, setting)
    assert [row.is_void for row in day.rows] == [False, True]
    assert [row.cells[PIECES] for row in day.rows] == ["1", "0"]
    assert day.pieces == 1
    assert "clerk" in cells(hall, setting, TWO)["Remarks"]


def test_a_departments_book_has_its_own_lines_alone(hall: Hall, setting: Settings) -> None:
    hall.routed(TREASURY, ONE)
    hall.routed(WATER, TWO)
    hall.taken("clerk", THREE)
    span = replace(SPAN, department=WATER)
    (day,) = days(hall, setting, span)
    assert [row.cells[3] for row in day.rows] == [grouped(TWO)]
    assert days(hall, setting, Span(date(2020, 11, 1), date(2020, 11, 30))) == []


def drawn(text: bytes) -> list[Image.Image]:
    with pypdfium2.PdfDocument(text) as document:
        return [page.render(scale=3).to_pil().convert("L") for page in document]


def write_whole(path: Path, told: list[BookDay], encoding: str = "utf-8-sig") -> None:
    with whole_file(path) as file:
        write_csv(file, told, JA, encoding)


def day_of(count: int, remark: str = "", *, name: str = "差出人", number: str = ONE) -> BookDay:
    cells = ("1", "a", "b", number, name, "あて先", "1", "課", "", "", "", remark)
    row = Row(cells, is_void=False, names=frozenset({name}))
    return BookDay(DAY, "令和2.10.31(土)", (row,) * count)


def pdf(*told: BookDay, note: str = NOTE) -> bytes:
    file = io.BytesIO()
    write_pdf(file, told, JA, "令和2.10.31(土)", note)
    return file.getvalue()


def test_the_paper_ends_with_a_checkpoint_that_our_reader_reads(hall: Hall, tmp_path: Path) -> None:
    hall.taken("clerk", ONE)
    note = hall.ledger.checkpoint(Keyring(tmp_path, "mail-station/hall").signer())
    (page,) = drawn(pdf(day_of(1), note=note))
    (code,) = zxing_matrix(np.asarray(page))
    assert code.text == note


def test_every_page_is_headed_and_says_how_many_there_are() -> None:
    with pypdfium2.PdfDocument(pdf(day_of(40))) as document:
        said = [page.get_textpage().get_text_range() for page in document]
    assert len(said) == 3
    for number, text in enumerate(said, start=1):
        assert "特殊文書配布簿" in text
        assert "引受番号" in text
        assert f"{number} /" in text
    assert "合計　40 通" in said[-1]
    assert sum("合計" in text for text in said) == 1


def test_a_book_without_entries_says_so_on_a_page() -> None:
    with pypdfium2.PdfDocument(pdf()) as document:
        (text,) = [page.get_textpage().get_text_range() for page in document]
    assert "記載はありません。" in text
    assert "合計　0 通" in text


def test_files_of_days_without_entries_have_their_headings_and_no_line(tmp_path: Path) -> None:
    file = io.BytesIO()
    assert write_csv(file, [], JA, "cp932") == 0
    rows = [*csv.reader(io.StringIO(file.getvalue().decode("cp932"), newline=""))]
    assert [row[0] for row in rows] == ["番号"]
    book = tmp_path / "book.xlsx"
    with book.open("wb") as written:
        assert write_xlsx(written, [], JA, "表題", NOTE) == 0
    sheet = load_workbook(book).get_sheet_by_index(0).to_python()
    assert [row[0] for row in sheet[1:3]] == ["番号", "合計"]
    assert sheet[2][PIECES] == 0


def test_names_beyond_jis_x_0208_are_on_paper_and_in_cp932() -> None:
    name = "髙﨑 彅"
    with pytest.raises(UnicodeEncodeError):
        name.encode("iso2022_jp")  # whose kanji are those of JIS X 0208
    with pypdfium2.PdfDocument(pdf(day_of(1, remark=name))) as document:
        assert name in document[0].get_textpage().get_text_range()
    file = io.BytesIO()
    write_csv(file, [day_of(1, remark=name)], JA, "cp932")
    assert name in file.getvalue().decode("cp932")


def test_a_department_of_60_characters_is_whole_in_the_book() -> None:
    long = "長い名前の課" * 10
    day = day_of(2)
    cells = tuple(long if cell == "課" else cell for cell in day.rows[0].cells)
    told = replace(day, rows=(Row(cells, is_void=False),) * 2)
    with pypdfium2.PdfDocument(pdf(told)) as document:
        text = document[0].get_textpage().get_text_range()
    kept = "".join(sign for sign in text if sign in set(long))
    assert kept.count(long) == 2


@pytest.mark.parametrize("sign", ["\U000e0100", "😀", "\u200b"])
def test_a_name_with_a_sign_that_no_font_has_is_refused_by_that_sign(sign: str) -> None:
    with pytest.raises(PaperError, match=rf"U\+{ord(sign):X}.*STATION_FONT"):
        pdf(day_of(1, name=f"葛{sign}城市"))


@pytest.mark.parametrize("sign", ["\U000e0100", "😀", "\u202e", "\t"])
def test_in_what_anybody_writes_or_scans_a_sign_that_no_font_has_is_shown_as_lost(
    sign: str,
) -> None:
    told = day_of(1, remark=f"葛{sign}城市", number=f"ZZ{sign}9")
    with pypdfium2.PdfDocument(pdf(told)) as document:
        text = document[0].get_textpage().get_text_range()
    assert "葛〓城市" in text
    assert "ZZ〓9" in text


def test_the_names_that_stand_in_a_row_are_known(hall: Hall, setting: Settings) -> None:
    (item,) = hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    sorting.question_route(hall.ledger, hall.caller("treasurer"), item=item, reason="違う")
    hall.taken("clerk2", TWO)
    (day,) = days(hall, setting)
    one, two = day.rows
    assert one.names - {""} == {
        "総務",
        "出納室",
        "clerk",
        "treasurer",
        one.cells[4],
        one.cells[5],
    } - {""}
    assert two.names <= {"", two.cells[4], two.cells[5]}


def test_a_long_name_is_broken_within_its_box() -> None:
    lines = fonts().lines("長" * 60, 50, 7)
    assert "".join(lines) == "長" * 60
    assert all(sum(fonts().width(sign, 7) for sign in line) <= 50 for line in lines)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_a_csv_is_what_a_spreadsheet_opens(encoding: str) -> None:
    file = io.BytesIO()
    assert write_csv(file, [day_of(2, remark="一行\n二行")], JA, encoding) == 2
    text = file.getvalue()
    assert text.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")
    rows = [*csv.reader(io.StringIO(text.decode(encoding), newline=""))]
    assert rows[0][0] == "番号"
    assert [row[-1] for row in rows[1:]] == ["一行\n二行"] * 2


def test_cp932_without_a_sign_is_an_error_that_names_line_and_sign() -> None:
    with pytest.raises(PaperError, match=r"line 1: .*𠮷 \(U\+20BB7\).*UTF-8"):
        write_csv(io.BytesIO(), [day_of(1, name="𠮷野")], JA, "cp932")
    assert write_csv(io.BytesIO(), [day_of(1, name="𠮷野")], JA, "utf-8-sig") == 1


def test_cp932_without_a_sign_in_a_remark_or_a_number_shows_it_as_lost() -> None:
    for encoding, shown in (("cp932", "〓"), ("utf-8-sig", "😀")):
        file = io.BytesIO()
        write_csv(file, [day_of(1, remark="a😀b", number="ZZ😀9")], JA, encoding)
        text = file.getvalue().decode(encoding)
        assert f"a{shown}b" in text
        assert f"ZZ{shown}9" in text


def test_a_full_disk_in_mid_export_leaves_no_half_book(tmp_path: Path) -> None:
    many = [day_of(400, remark="長い備考" * 20)] * 5
    with small_disk(tmp_path / "small", size="64k") as disk:
        path = disk / "book.csv"
        with pytest.raises(PaperError, match="No space left"):
            write_whole(path, many)
        assert [*disk.iterdir()] == []


def test_a_name_like_a_formula_stays_text(tmp_path: Path) -> None:
    day = day_of(1, remark="=1+1")
    file = io.BytesIO()
    write_csv(file, [day], JA, "utf-8-sig")
    assert ",'=1+1" in file.getvalue().decode("utf-8-sig")
    book = tmp_path / "book.xlsx"
    with book.open("wb") as written:
        assert write_xlsx(written, [day], JA, "表題", NOTE) == 1
    rows = load_workbook(book).get_sheet_by_index(0).to_python()
    assert rows[1][0] == "番号"
    assert (rows[2][3], rows[2][PIECES], rows[2][-1]) == (ONE, 1, "=1+1")
    assert rows[3][0] == "合計"
    assert [row[0] for row in rows[4:7]] == NOTE.split("\n")[:3]


def test_a_file_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(b"yesterday's")
    with pytest.raises(PaperError, match="line 1"):
        write_whole(path, [day_of(1, name="𠮷")], encoding="cp932")
    assert path.read_bytes() == b"yesterday's"
    assert [*tmp_path.iterdir()] == [path]
    with pytest.raises(PaperError, match="No such file"), whole_file(tmp_path / "no" / "b.pdf"):
        pytest.fail("expected no file")
