"""The other commands, run as a user runs them."""

import re
import socket
import sqlite3
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from argon2 import PasswordHasher

from station.cli.app import app
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import open_engine
from station.ledger.migrate import newest_revision
from tests.support import nursery
from tests.support.browser import free_port
from tests.support.hall import TREASURY, Hall
from tests.support.mailbox import HOST, SENDER, Mailbox, running

pytestmark = pytest.mark.slow  # each command is a process of its own, and some a server besides

ROOT = Path(__file__).parents[2]
DEPARTMENTS = "番号,課名,かな,別名,受付\n01,宿直室,,,宿直\n02,総務課,,,振分け\n"
PEOPLE = "氏名,所属課,役割\n甲,総務課,管理者\n乙,宿直室,宿直員\n"


def station(*arguments: object, home: Path, **environment: str) -> "CompletedProcess[str]":
    homes = {"XDG_DATA_HOME": str(home), "STATION_KEYS": str(home / "keys")}
    return nursery.station(*arguments, **{**homes, **environment})


@pytest.fixture
def tables(tmp_path: Path) -> tuple[str, ...]:
    (tmp_path / "departments.csv").write_text(DEPARTMENTS)
    (tmp_path / "people.csv").write_text(PEOPLE)
    return (
        "--departments",
        f"{tmp_path}/departments.csv",
        "--people",
        f"{tmp_path}/people.csv",
        "--name",
        "市役所",
    )


def test_an_office_is_founded_verified_and_found_broken(
    tmp_path: Path, tables: tuple[str, ...]
) -> None:
    founded = station("init", *tables, home=tmp_path)
    assert founded.returncode == 0, founded.stderr
    assert (
        len(
            re.findall(r"^STN[0-9A-Z]{12}  PIN \d{6}  0[12]  [甲乙]$", founded.stdout, re.MULTILINE)
        )
        == 2
    )
    database = tmp_path / "mail-station" / "station.sqlite3"
    good = station("ledger", "verify", home=tmp_path)
    assert good.returncode == 0
    assert re.fullmatch(r"intact: 7 entries, head [0-9a-f]{64}\n", good.stdout)
    assert database.parent.stat().st_mode & 0o077 == 0, "nobody else reads the data folder"
    with sqlite3.connect(database) as raw:
        raw.execute("DROP TRIGGER journal_refuses_update")
        raw.execute("UPDATE journal SET body = replace(body, '市役所', '村役場') WHERE seq = 1")
    broken = station("ledger", "verify", "--db", f"sqlite:///{database}", home=tmp_path)
    assert broken.returncode == 1
    assert broken.stdout.startswith("BROKEN: entry 1: ")
    again = station("init", *tables, home=tmp_path)
    assert again.returncode == 1
    assert "office_exists" in again.stderr


def test_pins_are_checked_with_the_pepper_that_they_were_hashed_with(
    tmp_path: Path, tables: tuple[str, ...]
) -> None:
    assert station("init", *tables, home=tmp_path).returncode == 0
    kept = tmp_path / "keys" / "pepper"
    kept.rename(tmp_path / "elsewhere")
    port = str(free_port())
    refused = station("serve", "--port", port, home=tmp_path)
    assert refused.returncode == 1
    assert "copy the file 'pepper' from the server or the backup" in refused.stderr


def test_rounds_say_what_they_opened(tmp_path: Path, tables: tuple[str, ...]) -> None:
    assert station("init", *tables, home=tmp_path).returncode == 0
    for _ in range(2):
        made = station("rounds", home=tmp_path)
        assert (made.returncode, made.stdout) == (0, "opened 0 cases\n")


def test_the_environment_names_the_database(tmp_path: Path, tables: tuple[str, ...]) -> None:
    url = f"sqlite:///{tmp_path}/other.sqlite3"
    assert station("init", *tables, home=tmp_path, STATION_DATABASE_URL=url).returncode == 0
    assert station("ledger", "verify", "--db", url, home=tmp_path).returncode == 0
    assert (
        station("db", "upgrade", "--db", url, home=tmp_path).stdout
        == f"database: from {newest_revision()} to {newest_revision()}\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ledger", "verify", "--db", "mysql://x/y"), "expected sqlite or postgresql, got 'mysql'"),
        (("ledger", "verify", "--db", "nonsense"), "expected a database address"),
        (
            ("ledger", "verify", "--db", "sqlite:////no/such/folder/x.sqlite3"),
            "expected the database to answer",
        ),
        (("ledger", "verify"), "run: station init"),
        (("serve",), "found one with: station init"),
        (
            ("init", "--departments", "no.csv", "--people", "no.csv", "--name", "x"),
            "no.csv に表がありません",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    done = station(*arguments, home=tmp_path)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_table_is_named_row_by_row(tmp_path: Path, tables: tuple[str, ...]) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE + "丙,税務課,部長\n")
    done = station("init", *tables, home=tmp_path)
    assert done.returncode == 1
    assert "4行目 所属課: 登録されていない課です" in done.stderr
    assert "4行目 役割" in done.stderr


def test_a_newer_database_is_refused(tmp_path: Path, tables: tuple[str, ...]) -> None:
    assert station("init", *tables, home=tmp_path).returncode == 0
    with sqlite3.connect(tmp_path / "mail-station" / "station.sqlite3") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    done = station("serve", home=tmp_path)
    assert done.returncode == 1
    assert "got one at 9999" in done.stderr


@pytest.mark.parametrize("command", [("serve",), ("demo",)])
def test_a_port_that_is_taken_is_said_before_anything_is_done(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = station(*command, home=tmp_path, STATION_PORT=port)
    assert done.returncode == 1
    assert f"expected 127.0.0.1:{port} to be free" in done.stderr
    assert not list(tmp_path.rglob("*.sqlite3"))


def test_the_demo_plays_in_no_database_but_its_own(tmp_path: Path) -> None:
    """Nor does its help say so: a real office's database is named by a setting, and left alone."""
    real = tmp_path / "real.sqlite3"
    told = station("demo", "--help", home=tmp_path, COLUMNS="200").stdout
    assert "whatever STATION_DATABASE_URL says" in told
    assert "default: STATION_DATABASE_URL" not in told
    done = station("demo", "--no-serve", home=tmp_path, STATION_DATABASE_URL=f"sqlite:///{real}")
    assert done.returncode == 0, done.stderr
    assert not real.exists()
    assert (tmp_path / "mail-station" / "demo.sqlite3").exists()


def test_every_command_stands_in_the_readme_or_the_docs() -> None:
    documented = "".join(
        path.read_text() for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    )
    commands = [command.name for command in app.registered_commands]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        inner = group.typer_instance.registered_commands
        commands += [f"{group.name} {c.name or c.callback.__name__}" for c in inner if c.callback]
    assert len(commands) >= 6
    missing = [command for command in commands if f"station {command}" not in documented]
    assert missing == []


def test_every_setting_stands_in_the_docs() -> None:
    settings = re.findall(r"STATION_[A-Z_]+", (ROOT / "station" / "settings.py").read_text())
    operations = (ROOT / "docs" / "operations.md").read_text()
    assert len(set(settings)) >= 5
    assert [name for name in set(settings) if name not in operations] == []


def test_the_outbox_needs_a_whole_mail_server(tmp_path: Path, tables: tuple[str, ...]) -> None:
    station("init", *tables, home=tmp_path)
    for environment, says in (
        ({}, "set STATION_SMTP_HOST"),
        ({"STATION_SMTP_HOST": "mail"}, "expected an address in STATION_MAIL_FROM"),
        ({"STATION_SMTP_HOST": "mail", "STATION_MAIL_FROM": "a@b", "STATION_SMTP_SECURITY": "x"},
         "expected one of none, starttls, tls"),
    ):  # fmt: skip
        told = station("outbox", "send", home=tmp_path, **environment)
        assert told.returncode == 1
        assert says in told.stderr


def test_the_outbox_is_sent_by_hand(tmp_path: Path, tables: tuple[str, ...]) -> None:
    station("init", *tables, home=tmp_path)
    with running(Mailbox()) as box:
        told = station(
            "outbox",
            "send",
            home=tmp_path,
            STATION_SMTP_HOST=HOST,
            STATION_SMTP_PORT=str(box.port),
            STATION_SMTP_SECURITY="none",
            STATION_MAIL_FROM=SENDER,
        )
    assert told.stdout == "sent: 0, waiting: 0, given up: 0\n"


def test_a_trace_in_the_terminal(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/hall.sqlite3"
    engine = open_engine(url)
    migrate.prepare(engine)
    hall = Hall(engine, PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)))
    hall.routed(TREASURY, "13112383852", "20112345676")
    hall.handed_over("13112383852", "20112345676")
    engine.dispose()
    found = station("trace", "38385", "--db", url, home=tmp_path, STATION_OFFICE=hall.name)
    assert found.returncode == 0, found.stderr
    assert found.stdout.splitlines() == [
        "131-12-38385-2",
        "  いま: 出納室 (令和2.10.31(土) 10:40から)",
        "  令和2.10.31(土) 10:40 日本郵便からclerkが収受。同じ収受にほか1通: 201-12-34567-6",
        "  総務 → 出納室: 令和2.10.31(土) 10:40。同じ引渡しにほか1通: 201-12-34567-6",
        "  最後の押印: 総務 clerk, 出納室 treasurer",
    ]
    english = ("trace", "38385", "--lang", "en", "--db", url)
    assert "now: 出納室" in station(*english, home=tmp_path, STATION_OFFICE=hall.name).stdout
    nothing = station("trace", "99999", "--db", url, home=tmp_path, STATION_OFFICE=hall.name)
    assert (nothing.returncode, nothing.stdout) == (1, "該当する郵便物はありません。\n")


def test_a_book_is_written_whole_or_says_what_was_expected(
    tmp_path: Path, tables: tuple[str, ...]
) -> None:
    keys = {"STATION_KEYS": str(tmp_path / "keys")}
    out = tmp_path / "book.pdf"
    days = ("--from", "2020-10-31", "--to", "2020-11-30", "--out", out)
    nobody = station("book", *days, home=tmp_path, **keys)
    assert nobody.returncode == 1
    assert "found one with: station init" in nobody.stderr
    station("init", *tables, home=tmp_path)
    made = station("book", *days, home=tmp_path, **keys)
    assert made.returncode == 0, made.stderr
    assert out.read_bytes().startswith(b"%PDF-")
    backwards = ("--from", "2020-11-30", "--to", "2020-10-31", "--out", tmp_path / "no.pdf")
    for wrong, said in (
        (backwards, "expected the first day before the last"),
        ((*days, "--from", "when"), "expected a day from 1900 to 2999 as 2020-10-31"),
        ((*days, "--from", "0001-01-01"), "expected a day from 1900 to 2999 as 2020-10-31"),
        ((*days, "--department", "99"), "expected a department's number, got '99': 01, 02"),
    ):
        refused = station("book", *wrong, home=tmp_path, **keys)
        assert refused.returncode == 1
        assert said in refused.stderr
    assert not (tmp_path / "no.pdf").exists()
