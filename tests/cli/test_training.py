"""station training: a ledger to practise on that can be no real one, nor a real one it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from station.cli import training as command
from station.cli.app import app
from station.cli.options import CommandError, keyring
from station.custody.refusal import Reason
from station.custody.training import FILE_PREFIX, MARK, OFFICE, SENTENCE, is_training
from station.demo import story as stories
from station.desk.pins import PinHasher
from station.desk.signin import check_badge
from station.ledger.database import open_engine
from station.ledger.store import Ledger
from tests.support.hall import PIN, Hall
from tests.support.papers import texts
from tests.support.refusals import refused

ROOT = Path(__file__).parents[2]
ONE = "13112383852"
BADGE = f"{stories.TRAINING_BADGES}03"
"""Of a clerk."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The training's day, played once."""
    folder = tmp_path_factory.mktemp("training")
    done = station("training", "--no-serve", "--db", url(folder), "--badges", folder / "badges.pdf")
    assert done.exit_code == 0, done.output
    (folder / "said").write_text(done.output)
    return folder


def url(folder: Path) -> str:
    return f"sqlite:///{folder}/training.sqlite3"


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(it) for it in arguments])


def ledger(folder: Path) -> Ledger:
    return Ledger(open_engine(url(folder)), OFFICE)


def test_an_offices_id_alone_says_whether_it_is_for_training() -> None:
    assert [is_training(it) for it in ("training", "training-2", "office", "trainings", "")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_it_tells_what_it_is_and_whose_badges_there_are(played: Path) -> None:
    said = (played / "said").read_text()
    assert f"*** {SENTENCE} ***" in said
    assert f"{BADGE}  総務・情報統計グループ  甲山 文子  (文書担当)" in said
    sheet = played / f"{FILE_PREFIX}badges.pdf"
    assert not (played / "badges.pdf").exists()
    pages = texts(sheet.read_bytes())
    assert sum(page.count(MARK.replace(" ", "")) for page in pages) == 22, "one on every badge"
    with ledger(played).views() as views:
        assert views.departments()
        assert views.open_cases(), "there is something to practise on"


def test_every_file_that_the_terminal_writes_says_so(played: Path, tmp_path: Path) -> None:
    db = ("--db", url(played))
    days = ("--from", "2020-10-01", "--to", "2020-11-30")
    files: tuple[tuple[str, ...], ...] = (
        ("book.pdf", "book", *days),
        ("book.csv", "book", *days, "--format", "csv"),
        ("receipt.pdf", "paper", "arrival", ONE),
        ("slip.pdf", "paper", "handover", ONE),
        ("waiting.pdf", "paper", "waiting", "04"),
    )
    for name, *asked in files:
        done = station(*asked, *db, "--out", tmp_path / name)
        assert done.exit_code == 0, done.exception
        written = tmp_path / f"{FILE_PREFIX}{name}"
        assert not (tmp_path / name).exists()
        if name.endswith("pdf"):
            pages = texts(written.read_bytes())
            assert all(MARK.replace(" ", "") in page for page in pages)
        else:
            assert written.read_text("utf-8-sig").startswith(f"{MARK}\n")
    new = tmp_path / "new.pdf"
    given = station("badge", "甲田 管", *db, "--badges", new)
    assert given.exit_code == 0, given.exception
    assert SENTENCE in given.output
    assert MARK.replace(" ", "") in texts(new.with_name(f"{FILE_PREFIX}new.pdf").read_bytes())[0]
    assert not new.exists()
    for told in (("status",), ("trace", "131"), ("ledger", "verify")):
        assert SENTENCE in station(*told, *db).output, told


def test_checkpoints_and_exports_say_so_and_prove_nothing_of_a_real_ledger(
    played: Path, tmp_path: Path
) -> None:
    db = ("--db", url(played))
    note = station("ledger", "checkpoint", *db).stdout
    assert note.startswith(f"mail-station/ledger/{OFFICE}\n")
    assert f"— mail-station/{OFFICE} " in note
    (tmp_path / "note").write_text(note)
    assert station("ledger", "verify", *db, "--against", tmp_path / "note").exit_code == 0
    real, practice = keyring("office"), keyring(OFFICE)
    real.signer()
    assert real.pepper() != practice.pepper()
    assert {str(it) for it in real.known()}.isdisjoint(map(str, practice.known()))
    forged = practice.signer().sign(note.partition("\n\n")[0].replace(OFFICE, "office") + "\n")
    (tmp_path / "forged").write_text(forged)
    done = station("ledger", "verify", *db, "--against", tmp_path / "forged")
    assert isinstance(done.exception, CommandError), "training's key vouches for no real ledger"
    exported = station("ledger", "export", *db).stdout_bytes
    (tmp_path / "journal").write_bytes(exported)
    for line in exported.splitlines():
        told = json.loads(line)
        assert (told["mark"], json.loads(told["body"])["office"]) == (MARK, OFFICE)
    audited = subprocess.run(
        [sys.executable, ROOT / "audit" / "verify_journal.py", tmp_path / "journal"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert audited.returncode == 0, audited.stderr
    assert f"({OFFICE})" in audited.stdout


def test_a_real_database_is_refused_and_left_as_it_is(hall: Hall) -> None:
    real = hall.engine.url.render_as_string(hide_password=False)
    before = hall.ledger.end()
    for more in ((), ("--anew",)):
        done = station("training", "--no-serve", "--db", real, *more)
        assert "got one with the real office hall" in str(done.exception)
    assert hall.ledger.end() == before


def test_no_real_office_is_founded_for_training_or_in_its_database(
    played: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "fixtures" / "images")
    options = ("--name", "市役所", "--departments", "departments.csv", "--people", "people.csv")
    done = station("init", *options, "--db", url(played))
    assert "got one to train with (training)" in str(done.exception)
    monkeypatch.setenv("STATION_OFFICE", "training-2")
    done = station("init", *options, "--db", f"sqlite:///{tmp_path}/new.sqlite3")
    assert "are for station training" in str(done.exception)
    assert not (tmp_path / "new.sqlite3").exists()


def test_training_sends_no_mail(played: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STATION_SMTP_HOST", "mail.example")
    monkeypatch.setenv("STATION_MAIL_FROM", "station@city.example")
    monkeypatch.setenv("STATION_OFFICE", OFFICE)
    done = station("outbox", "send", "--db", url(played))
    assert "training sends no mail" in str(done.exception)


def test_it_goes_on_until_it_is_begun_anew(
    tmp_path: Path, hasher: PinHasher, monkeypatch: pytest.MonkeyPatch
) -> None:
    plays: list[str] = []

    def play(engine: object, _hasher: object, **_more: object) -> None:
        plays.append(str(engine))
        Hall(engine, hasher, OFFICE)  # type: ignore[arg-type]

    monkeypatch.setattr(command, "play_training", play)
    monkeypatch.setattr(command, "pin_hasher", lambda _ledger: hasher)
    for more, count in (((), 1), ((), 1), (("--anew",), 2), (("--anew",), 3)):
        assert station("training", "--no-serve", "--db", url(tmp_path), *more).exit_code == 0
        assert len(plays) == count


def test_what_is_no_training_is_never_thrown_away(tmp_path: Path) -> None:
    file = tmp_path / "training.sqlite3"
    file.write_bytes(b"somebody's notes, and no database at all")
    done = station("training", "--no-serve", "--anew", "--db", url(tmp_path))
    assert done.exit_code != 0
    assert file.read_bytes().startswith(b"somebody's notes")


def test_badges_of_training_open_training_alone(played: Path, hall: Hall) -> None:
    practice = ledger(played)
    pepper = PinHasher(pepper=keyring(OFFICE).pepper())
    check_badge(practice, pepper, badge=BADGE, pin=stories.PIN, terminal="desk")
    for there, hasher, badge, pin in (
        (hall.ledger, hall.hasher, BADGE, stories.PIN),
        (practice, pepper, hall.people["clerk"].badge, PIN),
    ):
        with refused(Reason.BAD_CREDENTIALS):
            check_badge(there, hasher, badge=badge, pin=pin, terminal="desk")
