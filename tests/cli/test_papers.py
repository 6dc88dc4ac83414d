"""Papers from the terminal: written whole, or refused in one sentence with nothing left behind."""

import re
import stat
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from station.cli.app import app
from station.custody.refusal import Reason, Refused
from station.desk import arrival
from station.ledger.database import open_engine
from station.ledger.journal import offices
from station.numbers import grouped
from station.numbers.mail_room import number_of
from station.papers.sizes import PaperSize
from station.papers.whole_file import PaperError
from station.scan.reading import Doubtful, Reading
from tests.papers.test_slips import ONE, TWO, searched
from tests.support.hall import TREASURY, Hall, seen
from tests.support.papers import bars, codes, printed, texts

DEPARTMENTS = "番号,課名,かな,別名,受付\n01,宿直室,,,宿直\n02,総務課,,,振分け\n"
PEOPLE = "氏名,所属課,役割,バッジ\n甲野 一郎,総務課,管理者,\n乙川 花子,宿直室,宿直員,STATION7\n"


def founded(folder: Path, *arguments: str, people: str = PEOPLE) -> Result:
    (folder / "departments.csv").write_text(DEPARTMENTS)
    (folder / "people.csv").write_text(people)
    tables = ("--departments", f"{folder}/departments.csv", "--people", f"{folder}/people.csv")
    db = f"sqlite:///{folder}/station.sqlite3"
    return CliRunner().invoke(app, ["init", *tables, "--name", "市役所", "--db", db, *arguments])


def paper(hall: Hall, *arguments: object) -> Result:
    url = hall.engine.url.render_as_string(hide_password=False)
    return CliRunner().invoke(app, ["paper", *map(str, arguments), "--db", url])


def is_founded(folder: Path) -> bool:
    engine = open_engine(f"sqlite:///{folder}/station.sqlite3")
    with engine.connect() as connection:
        found = bool(offices(connection))
    engine.dispose()
    return found


@pytest.mark.parametrize("size", ["a4", "62x29"])
def test_whoever_founds_an_office_gets_its_badges_on_paper(tmp_path: Path, size: str) -> None:
    paper = tmp_path / "badges.pdf"
    done = founded(tmp_path, "--badges", str(paper), "--size", size)
    assert done.exit_code == 0, done.output
    told = re.findall(r"^(\S+)  PIN (\d+)  0[12]  (.+)$", done.stdout, re.MULTILINE)
    assert [badge for badge, _, _ in told][1] == "STATION7"
    pages = printed(paper.read_bytes(), PaperSize(size))
    read = {seen.text for page in pages for seen in bars(page) if isinstance(seen, Doubtful)}
    assert read == {badge for badge, _, _ in told}
    text = "".join(texts(paper.read_bytes()))
    for _, pin, name in told:
        assert name.replace(" ", "") in text
        assert pin not in text
    assert stat.S_IMODE(paper.stat().st_mode) == 0o600, "nobody else reads the badges"


@pytest.mark.parametrize(
    ("badge", "folder", "says"),
    [
        ("札の壱", "", "expected letters and digits that code128 has, got '札の壱'"),
        ("A" * 40, "", "choose a wider paper"),
        ("", "no/such", "No such file"),
    ],
)
def test_nobody_is_enrolled_where_the_badges_cannot_be_on_paper(
    tmp_path: Path, badge: str, folder: str, says: str
) -> None:
    people = PEOPLE.replace("STATION7", badge)
    paper = tmp_path / folder / "badges.pdf"
    done = founded(tmp_path, "--badges", str(paper), people=people)
    assert isinstance(done.exception, PaperError)
    assert says in str(done.exception)
    assert not paper.exists()
    assert "PIN" not in done.output
    assert not is_founded(tmp_path)


only_sqlite = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATION_KEYS", str(tmp_path / "keys"))


@only_sqlite
def test_a_slip_from_the_terminal_proves_the_ledger(hall: Hall, tmp_path: Path) -> None:
    hall.routed(TREASURY, ONE, TWO)
    key = hall.handed_over(ONE, TWO)
    for number, (kind, subject) in enumerate(
        (("handover", key), ("handover", grouped(TWO)), ("arrival", ONE))
    ):
        out = tmp_path / f"{number}.pdf"
        done = paper(hall, kind, subject, "--out", out, "--size", "62")
        assert done.exit_code == 0, done.output
        assert done.stdout == f"{out}: 1 page\n"
        (page,) = printed(out.read_bytes(), PaperSize.ROLL)
        (note,) = codes(page)
        kept = tmp_path / f"{number}.png"
        Image.fromarray(page).save(kept)
        url = hall.engine.url.render_as_string(hide_password=False)
        proof = ["ledger", "verify", "--db", url, "--against", str(kept)]
        verified = CliRunner().invoke(app, proof)
        assert verified.exit_code == 0, verified.output
        assert note.splitlines()[0] == "mail-station/ledger/hall"


@only_sqlite
def test_a_waiting_slip_and_search_requests_from_the_terminal(hall: Hall, tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    hall.routed(TREASURY, "30000000026")
    assert paper(hall, "waiting", TREASURY, "--out", out, "--lang", "en").exit_code == 0
    assert "Waitingforyou:1pieces" in texts(out.read_bytes())[0]
    key = searched(hall)
    for subject in (key, ONE):
        done = paper(hall, "search", subject, "--out", out)
        assert done.stdout == f"{out}: 2 pages\n", done.output
        told = texts(out.read_bytes())
        assert ["総務" in told[0], "出納室" in told[1]] == [True, True]


@only_sqlite
def test_labels_are_of_numbers_that_the_mail_room_gave_out(hall: Hall, tmp_path: Path) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="持込み", declared_count=2)
    for _piece in range(2):
        arrival.label_unnumbered(
            hall.ledger,
            hall.caller("duty"),
            arrival=opened.deed,
            photo=b"\xff\xd8photo",
            description="茶封筒",
        )
    arrival.take_in(hall.ledger, hall.caller("duty"), arrival=opened.deed, seen=seen(ONE))
    out = tmp_path / "labels.pdf"
    one, two = number_of(1), number_of(2)
    assert paper(hall, "label", grouped(one), two, "--out", out).exit_code == 0
    read = [seen for page in printed(out.read_bytes(), PaperSize.LABEL) for seen in bars(page)]
    assert [it.number.number for it in read if isinstance(it, Reading)] == [one, two]
    for number in (number_of(3), ONE):
        done = paper(hall, "label", number, "--out", tmp_path / "none.pdf")
        assert isinstance(done.exception, Refused), done.output
        assert done.exception.reason is Reason.UNKNOWN_SUBJECT
    assert not (tmp_path / "none.pdf").exists()


@only_sqlite
def test_what_cannot_be_printed_yet_leaves_no_file(hall: Hall, tmp_path: Path) -> None:
    hall.routed(TREASURY, ONE)
    out = tmp_path / "paper.pdf"
    for arguments, refusal in (
        (("handover", ONE), Refused),
        (("handover", hall.offered(TREASURY, ONE)), Refused),
        (("search", ONE), Refused),
        (("arrival", "nonsense"), Refused),
        (("waiting", "99"), Refused),
        (("arrival", ONE, "--size", "62x29"), PaperError),
    ):
        done = paper(hall, *arguments, "--out", out)
        assert isinstance(done.exception, refusal), (arguments, done.output)
        assert not out.exists()
    for wrong in (("--lang", "tlh"), ("--size", "a5")):
        assert paper(hall, "arrival", ONE, "--out", out, *wrong).exit_code == 2
