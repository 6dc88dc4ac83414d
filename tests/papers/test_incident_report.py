"""The report of an incident: whole, blacked out, and where something is missing."""

import io
import re
import zipfile
import zlib
from datetime import date
from pathlib import Path
from uuid import UUID

import docx
import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from station.cli.app import app
from station.cli.options import CommandError
from station.custody.values import PersonalRef, Role
from station.desk import arrival, incident, office, sorting
from station.desk.expected import import_expected
from station.desk.incident_file import incident_file
from station.desk.scans import Seen
from station.ledger.schema import personal_data
from station.papers.blackout import BLACK, censor
from station.papers.incident_files import WRITERS, Format
from station.papers.incident_report import Report, Sentence, incident_report
from station.papers.whole_file import PaperError, whole_file
from station.settings import settings_from
from station.words import sayer
from tests.support.hall import PIN, SORTING, TREASURY, Hall, seen
from tests.support.mounts import small_disk
from tests.support.papers import millimetres, texts

TODAY = date(2020, 10, 31)
ONE, TWO = "13112383852", "20112345676"
PERSON, SENDER, ADDRESSEE = "甲野 一郎", "みずうみ 花子", "乙川商店"
SECRETS = (PERSON, "甲野", "一郎", SENDER, "みずうみ", "花子", ADDRESSEE)
pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), "#c08040").save(file, "JPEG")
    return file.getvalue()


def missed(hall: Hall, photo: bytes | None = None, reason: str = "") -> UUID:
    """An incident whose piece 甲野 took over; names stand in its reason and in an answer."""
    table = (
        f"引受番号,差出人,あて先\n{ONE},{SENDER},{ADDRESSEE} 御中\n{TWO},はるかぜ銀行,出納室 御中\n"
    )
    import_expected(hall.ledger, hall.caller("clerk"), source="a.csv", data=table.encode())
    new = [office.NewPerson(PERSON, TREASURY, (Role.RECEIVER,), PIN)]
    (hall.people["named"],) = office.enroll_people(
        hall.ledger, hall.caller("admin"), hall.hasher, new
    )
    with hall.ledger.views() as views:
        (listed,) = views.expected_lists(TODAY)
    opened = hall.caller("clerk")
    arrival.open_arrival(
        hall.ledger, opened, carrier="日本郵便", declared_count=2, list_id=listed.id
    )
    for number in (ONE, TWO):
        shown = Seen(seen(number).reading, photo=photo) if photo else seen(number)
        arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=shown)
    arrival.close_arrival(hall.ledger, hall.caller("clerk"), arrival=opened.deed)
    with hall.ledger.views() as views:
        items = [line.item.id for line in views.items_of_arrival(opened.deed)][::-1]
    for item in items:
        for who, entry in (("clerk", sorting.enter_first), ("clerk2", sorting.enter_check)):
            entry(hall.ledger, hall.caller(who), item=item, department=TREASURY)
    passed = hall.offered(TREASURY, ONE, TWO)
    hall.counted("named", passed, ONE, TWO)
    hall.signed(passed, "clerk", "named")
    key = hall.caller("supervisor")
    why = reason or f"甲野さんと{SENDER}様、{ADDRESSEE}から電話があった"
    incident.open_incident(hall.ledger, key, item=items[0], reason=why)
    with hall.ledger.views() as views:
        asked = views.incident(key.deed).searches
    (mine,) = [it.search.id for it in asked if it.search.department == TREASURY]
    note = "甲野　一郎の机も確かめた"
    answered = hall.caller("treasurer")
    incident.answer_search(hall.ledger, answered, search=mine, found=False, note=note)
    return key.deed


def report_of(hall: Hall, key: UUID, *, black_out: bool = False) -> Report:
    with hall.ledger.views() as views:
        file = incident_file(views, key)
        now = hall.ledger.now()
        return incident_report(
            views, file, settings_from({}), sayer("ja"), now, black_out=black_out
        )


def written(report: Report, form: Format) -> bytes:
    file = io.BytesIO()
    WRITERS[form](file, report)
    return file.getvalue()


def opened_up(data: bytes) -> bytes:
    """Everything that a file holds, decompressed: each part of a ZIP, each stream of a PDF."""
    found = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            found += [parts.read(name) for name in parts.namelist()]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            found.append(zlib.decompress(_from_ascii85(stream)))
        except (ValueError, zlib.error):
            found.append(stream)
    return b"\n".join(found)


def _from_ascii85(stream: bytes) -> bytes:
    import base64  # noqa: PLC0415

    return base64.a85decode(stream.strip().removesuffix(b"~>")) if b"~>" in stream else stream


def said_by(data: bytes, form: Format) -> str:
    if form is Format.PDF:
        return "".join(texts(data))
    text = opened_up(data).decode(errors="replace")
    return "".join(re.sub(r"<[^>]+>", "", text).split())


FORMS = pytest.mark.parametrize("form", [*Format])


@FORMS
def test_a_report_tells_all_that_the_ledger_knows(hall: Hall, form: Format) -> None:
    key = missed(hall, picture())
    report = report_of(hall, key)
    assert report.photos_missing == 0
    text = said_by(written(report, form), form).replace("\\", "")
    for said in (
        "事案報告131-12-38385-2",
        "所在不明:令和2.10.31",
        "みずうみ花子",
        "乙川商店",
        "総務(clerk)と出納室(甲野一郎)が2通に押印し",
        "201-12-34567-6",
        "総務→出納室",
        "甲野一郎の机も確かめた",
        "未回答",
    ):
        assert said in text, said
    assert text.index("収受した") < text.index("押印し") < text.index("、事案とした")


@FORMS
def test_a_blacked_out_report_holds_nobodys_name_in_any_byte(hall: Hall, form: Format) -> None:
    key = missed(hall, picture())
    report = report_of(hall, key, black_out=True)
    data = written(report, form)
    whole, text = opened_up(data), said_by(data, form)
    assert "所在不明" in text
    assert "出納室" in text, "departments keep their names"
    assert f"{BLACK}さんと{BLACK}様、{BLACK}から電話があった" in text
    for name in (*SECRETS, "treasurer", "clerk2", "supervisor"):
        assert "".join(name.split()) not in text, name
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "cp932"):
            assert name.encode(encoding) not in whole, (name, encoding)
            assert name.encode(encoding).hex().encode() not in whole.lower(), (name, encoding)
    assert b"image/jpeg;base64" not in whole
    assert b"/DCTDecode" not in whole
    assert b"word/media" not in whole


def test_the_names_are_there_to_be_found_where_nothing_is_blacked_out(hall: Hall) -> None:
    """What the test above looks for would be seen by it."""
    report = report_of(hall, missed(hall))
    whole = opened_up(written(report, Format.MD))
    assert all("".join(name.split()) in "".join(whole.decode().split()) for name in SECRETS)


def test_a_photo_that_is_gone_leaves_a_word_in_its_place(hall: Hall, tmp_path: Path) -> None:
    key = missed(hall, picture())
    with hall.ledger.views() as views:
        ref = views.incident(key).line.item.scan.photo
    assert isinstance(ref, PersonalRef)
    with hall.engine.begin() as connection:
        connection.execute(personal_data.delete().where(personal_data.c.id == ref.id))
    report = report_of(hall, key)
    assert report.photos_missing == 1
    assert "写真なし" in said_by(written(report, Format.PDF), Format.PDF)
    done = told(hall, key, "--format", "md", "--out", tmp_path / "report.md")
    assert done.exit_code == 3
    assert "写真なし" in (tmp_path / "report.md").read_text()
    assert "1 photo missing" in done.stderr


def test_a_damaged_photo_is_a_missing_one_and_none_taken_is_not(hall: Hall) -> None:
    assert report_of(hall, missed(hall, b"\xff\xd8no picture")).photos_missing == 1


def test_a_piece_that_a_hand_scanner_read_has_no_photo_to_miss(hall: Hall) -> None:
    report = report_of(hall, missed(hall))
    assert report.photos_missing == 0
    assert isinstance(report.parts[-1], Sentence)
    assert "写真は撮影していません" in report.parts[-1].text


def told(hall: Hall, subject: object, *arguments: object) -> Result:
    url = hall.engine.url.render_as_string(hide_password=False)
    return CliRunner().invoke(app, ["incident", str(subject), *map(str, arguments), "--db", url])


def test_the_terminal_writes_by_number_and_by_id(hall: Hall, tmp_path: Path) -> None:
    key = missed(hall)
    for subject in (key, "131-12-38385-2"):
        out = tmp_path / "report.pdf"
        done = told(hall, subject, "--out", out)
        assert (done.exit_code, done.stdout) == (0, f"{out}\n"), done.output
        assert "甲野一郎" in "".join(texts(out.read_bytes()))
    done = told(hall, key, "--out", out, "--black-out", "names")
    assert "甲野" not in "".join(texts(out.read_bytes()))
    assert "read it before you publish" in done.stderr
    wrong = told(hall, key, "--format", "police", "--black-out", "names", "--out", out)
    assert wrong.exit_code == 2
    assert told(hall, key, "--out", out, "--lang", "tlh").exit_code == 2


@pytest.mark.parametrize("subject", ["99999", "", str(UUID(int=7)), "31245077161"])
def test_an_unknown_number_is_told_and_leaves_no_file(
    hall: Hall, tmp_path: Path, subject: str
) -> None:
    missed(hall)
    done = told(hall, subject, "--out", tmp_path / "report.pdf")
    assert isinstance(done.exception, CommandError), done.output
    assert "station trace" in str(done.exception)
    neighbour = told(hall, TWO, "--out", tmp_path / "report.pdf")
    assert isinstance(neighbour.exception, CommandError)
    assert "is or was missed" in str(neighbour.exception)
    assert [*tmp_path.glob("*report*")] == []


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "😀", "\U000303fd"])
def test_a_sign_that_no_font_has_is_shown_as_lost_in_what_somebody_wrote(
    hall: Hall, sign: str
) -> None:
    report = report_of(hall, missed(hall, reason=f"a{sign}b"))
    assert "a〓b" in said_by(written(report, Format.PDF), Format.PDF)


def test_a_name_with_a_sign_that_no_font_has_is_refused_and_leaves_no_file(
    hall: Hall, tmp_path: Path
) -> None:
    new = [office.NewPerson("\U000303fd田", SORTING, (Role.SUPERVISOR,), PIN)]
    office.enroll_people(hall.ledger, hall.caller("admin"), hall.hasher, new)
    key = missed(hall, reason="\U000303fd田さんに聞く")
    out = tmp_path / "report.pdf"
    done = told(hall, key, "--out", out)
    assert isinstance(done.exception, PaperError), done.output
    assert "U+303FD" in str(done.exception)
    assert not out.exists()
    assert told(hall, key, "--format", "md", "--out", tmp_path / "report.md").exit_code == 0


def test_control_signs_are_shown_as_lost_and_break_no_file(hall: Hall) -> None:
    report = report_of(hall, missed(hall, reason="a\x0bb|c"))
    assert "a〓b" in said_by(written(report, Format.PDF), Format.PDF)
    assert "a〓b\\|c" in written(report, Format.MD).decode()
    assert "a〓b" in said_by(written(report, Format.DOCX), Format.DOCX)


@FORMS
def test_a_full_disk_in_mid_export_leaves_no_file(hall: Hall, tmp_path: Path, form: Format) -> None:
    report = report_of(hall, missed(hall, picture()))
    with small_disk(tmp_path / "small", size="4k") as disk:
        with pytest.raises(PaperError, match="No space left"), whole_file(disk / "r") as file:
            WRITERS[form](file, report)
        assert [*disk.iterdir()] == []


def test_a_long_text_goes_on_on_the_next_page(hall: Hall) -> None:
    pages = texts(written(report_of(hall, missed(hall, reason="長い理由。" * 900)), Format.PDF))
    assert len(pages) > 2
    assert pages[0].endswith(f"1/{len(pages)}")
    assert "".join(pages).count("長い理由。") >= 1700


def test_a_docx_has_tables_and_headings_of_its_own_and_numbers_its_pages(hall: Hall) -> None:
    data = written(report_of(hall, missed(hall, picture())), Format.DOCX)
    paper = docx.Document(io.BytesIO(data))
    assert [len(table.columns) for table in paper.tables] == [2, 2, 4, 3, 4]
    assert [cell.text for cell in paper.tables[1].rows[0].cells] == ["日付", "経緯"]
    headings = [it.text for it in paper.paragraphs if it.style and it.style.name == "Heading 1"]
    assert headings[0] == "経緯"
    assert headings[-1] == "写真"
    assert len(paper.inline_shapes) == 1
    assert b"NUMPAGES" in opened_up(data)
    of = paper.core_properties
    assert (of.author, of.last_modified_by, of.comments) == ("", "", "")


def test_a_heading_stays_with_what_is_below_it(hall: Hall) -> None:
    for page in texts(written(report_of(hall, missed(hall, picture())), Format.PDF)):
        assert not re.search(r"(経緯|所持の記録|捜索依頼|写真)\d+/\d+$", page)


def test_the_sheet_for_the_police_is_one_page(hall: Hall, tmp_path: Path) -> None:
    key, out = missed(hall), tmp_path / "police.pdf"
    assert told(hall, key, "--format", "police", "--out", out).exit_code == 0
    (text,) = texts(out.read_bytes())
    assert millimetres(out.read_bytes()) == [(210, 297)]
    for said in (
        "131-12-38385-2",
        "みずうみ花子",
        "出納室甲野一郎",
        "届出人",
        "拾得者",
        "受理番号",
    ):
        assert said in text, said


CENSORED = (
    ("甲野一郎が", f"{BLACK}が"),
    ("甲野\u3000一郎と甲野課長", f"{BLACK}と{BLACK}課長"),
    ("森さんは森林課の森で", f"{BLACK}さんは森林課の森で"),
    ("出納室の総務", "出納室の総務"),
    ("ABC商事", BLACK),
    ("ａｂｃ商事", BLACK),
    ("DEF商会とＤＥＦ商会", f"{BLACK}と{BLACK}"),
    ("(ﾀﾅｶ商店)", f"({BLACK})"),
    ("甲\u200b野\U000e0100一郎", BLACK),
    ("丙山次郎と出納室丙山次郎", f"{BLACK}と{BLACK}"),
    ("総務の丙山", "総務の丙山"),
)


@pytest.mark.parametrize(("text", "expected"), CENSORED)
def test_a_name_is_found_in_every_way_it_is_written(
    database_url: str, text: str, expected: str
) -> None:
    del database_url
    letters = ["ＡＢＣ商事 御中", "出納室 御中", "DEF商会", "タナカ商店", "出納室丙山次郎 様"]
    hide = censor(["甲野 一郎", "森 太郎"], letters, ["出納室", "総務"])
    assert hide(text) == expected


def test_a_person_who_is_called_like_a_place_is_hidden_all_the_same(database_url: str) -> None:
    del database_url
    assert censor(["総務"], [], ["総務"])("総務が") == f"{BLACK}が"
    assert censor([], [], [])("総務が") == "総務が"
