"""The doctor: each check finds what is wrong, and says what to do."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine
from typer.testing import CliRunner

from station.cli import doctor
from station.cli.app import app
from station.cli.doctor import Finding, Grade, Patient
from station.desk.calendar import set_closing_days
from station.desk.pins import PinHasher
from station.ledger.keys import Keyring
from station.papers.whole_file import PaperError
from station.settings import settings_from
from station.web.tls import Local
from station.words import sayer
from tests.support.hall import Hall


def patient(url: str = "sqlite://", **environment: str) -> Patient:
    return Patient(url, settings_from(environment), sayer("en"))


def one(finding: Finding) -> Finding:
    assert finding.do or finding.grade is Grade.RIGHT
    return finding


def test_an_office_at_this_version_is_right_and_an_empty_database_is_not(
    hall: Hall, tmp_path: Path
) -> None:
    found = one(doctor.check_database(patient(hall.engine.url.render_as_string(False))))
    assert (found.grade, "hall" in found.what) == (Grade.RIGHT, True)
    empty = one(doctor.check_database(patient(f"sqlite:///{tmp_path}/new.sqlite3")))
    assert (empty.grade, empty.do) == (Grade.WRONG, "Run: station init")


def test_a_database_that_does_not_answer_or_is_none_is_wrong() -> None:
    for url in ("postgresql://nobody@127.0.0.1:1/none", "mysql://host/name"):
        assert one(doctor.check_database(patient(url))).grade is Grade.WRONG
    assert one(doctor.check_clock(patient("mysql://host/name"))).grade is not Grade.WRONG


def test_tables_of_another_version_are_told(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("station.ledger.migrate.newest_revision", lambda: "9999")
    found = one(doctor.check_database(patient(hall.engine.url.render_as_string(False))))
    assert found.grade is Grade.WRONG
    assert "station db upgrade" in found.do


def test_a_clock_behind_the_ledger_is_wrong(hall: Hall) -> None:
    url = hall.engine.url.render_as_string(False)
    assert one(doctor.check_clock(patient(url))).grade is not Grade.WRONG
    hall.clock.now = datetime.now(UTC) + timedelta(hours=1)
    hall.taken("clerk", "13112383852")
    found = one(doctor.check_clock(patient(url)))
    assert (found.grade, "behind the newest entry" in found.what) == (Grade.WRONG, True)


@pytest.mark.parametrize(
    ("said", "grade"), [(True, Grade.RIGHT), (None, Grade.RIGHT), (False, Grade.LOOK)]
)
def test_a_clock_that_nobody_sets_is_to_be_looked_at(
    said: bool | None, grade: Grade, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(doctor, "_is_set_by_network", lambda: said)
    assert one(doctor.check_clock(patient())).grade is grade


def test_a_calendar_is_told_before_it_ends_and_when_it_has(hall: Hall) -> None:
    url = hall.engine.url.render_as_string(False)
    today = datetime.now(UTC).date()
    for days, grade in ((400, Grade.RIGHT), (30, Grade.LOOK), (-3, Grade.WRONG)):
        until = today + timedelta(days=days)
        set_closing_days(hall.ledger, hall.caller("admin"), until=until)
        found = one(doctor.check_calendar(patient(url)))
        assert (found.grade, str(until) in found.what) == (grade, True)
    assert "administrator" in found.do


def test_a_database_without_an_office_has_no_calendar_yet(tmp_path: Path) -> None:
    for url in (f"sqlite:///{tmp_path}/new.sqlite3", "mysql://host/name"):
        assert one(doctor.check_calendar(patient(url))).grade is Grade.RIGHT


class Usage(NamedTuple):
    free: int


@pytest.mark.parametrize(("gib", "grade"), [(0.5, Grade.WRONG), (2, Grade.LOOK), (50, Grade.RIGHT)])
def test_a_disk_is_judged_by_what_is_free(
    gib: float, grade: Grade, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Usage(int(gib * doctor.GIB)))
    assert one(doctor.check_disk(patient(f"sqlite:///{tmp_path}/a.sqlite3"))).grade is grade


def test_a_folder_that_is_not_there_is_wrong(tmp_path: Path) -> None:
    found = one(doctor.check_disk(patient(f"sqlite:///{tmp_path}/no/a.sqlite3")))
    assert found.grade is Grade.WRONG


def test_a_key_that_others_can_read_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_KEYS", str(tmp_path))
    kept = {"STATION_KEYS": str(tmp_path)}
    assert one(doctor.check_key(patient(**kept))).grade is Grade.LOOK
    Keyring(tmp_path, "mail-station/office").signer()
    assert one(doctor.check_key(patient(**kept))).grade is Grade.RIGHT
    (tmp_path / "current.pem").chmod(0o644)
    assert one(doctor.check_key(patient(**kept))).grade is Grade.WRONG


def test_https_is_told_with_its_end(tmp_path: Path) -> None:
    keys = {"STATION_KEYS": str(tmp_path)}
    assert one(doctor.check_tls(patient(**keys))).grade is Grade.RIGHT
    assert one(doctor.check_tls(patient(STATION_HOST="0.0.0.0", **keys))).grade is Grade.LOOK  # noqa: S104
    now = datetime.now(UTC)
    for days_ago, grade, says in (
        (0, Grade.RIGHT, "local authority until"),
        (380, Grade.LOOK, "ends on"),
        (500, Grade.WRONG, "ends on"),
    ):
        (tmp_path / "tls" / "server.pem").unlink(missing_ok=True)
        began = now - timedelta(days=days_ago)
        Local(tmp_path / "tls", now=lambda began=began: began).files()  # type: ignore[misc]
        found = one(doctor.check_tls(patient(**keys)))
        assert (found.grade, says in found.what) == (grade, True), found
    for name in ("authority.pem", "server.pem"):
        (tmp_path / "tls" / name).write_bytes(b"")
        assert one(doctor.check_tls(patient(**keys))).grade is Grade.WRONG


def test_an_authority_that_ends_within_half_a_year_is_told(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    Local(tmp_path / "tls", now=lambda: now - timedelta(days=3652 - 150)).files()
    (tmp_path / "tls" / "server.pem").unlink()
    Local(tmp_path / "tls").files()
    found = one(doctor.check_tls(patient(STATION_KEYS=str(tmp_path))))
    assert (found.grade, "Plan a day" in found.do) == (Grade.LOOK, True)


def test_an_offices_certificate_is_told_by_itself(tmp_path: Path) -> None:
    Local(tmp_path / "tls").files()
    cert = str(tmp_path / "tls" / "server.pem")
    found = one(doctor.check_tls(patient(STATION_TLS_CERT=cert, STATION_KEYS=str(tmp_path))))
    assert (found.grade, "authority" in found.what) == (Grade.RIGHT, False)


def test_backups_are_judged_by_their_age(tmp_path: Path) -> None:
    folder = {"STATION_BACKUPS": str(tmp_path)}
    assert one(doctor.check_backups(patient())).grade is Grade.LOOK
    assert one(doctor.check_backups(patient(**folder))).grade is Grade.WRONG
    copy = tmp_path / "a.backup"
    copy.touch()
    assert one(doctor.check_backups(patient(**folder))).grade is Grade.RIGHT
    old = (datetime.now(UTC) - timedelta(days=5)).timestamp()
    os.utime(copy, (old, old))
    found = one(doctor.check_backups(patient(**folder)))
    assert (found.grade, "5 days old" in found.what) == (Grade.WRONG, True)


def test_without_a_font_papers_are_told_to_be_impossible(monkeypatch: pytest.MonkeyPatch) -> None:
    assert one(doctor.check_fonts(patient())).grade is Grade.RIGHT

    def none() -> None:
        raise PaperError("none")

    monkeypatch.setattr(doctor, "fonts", none)
    assert one(doctor.check_fonts(patient())).grade is Grade.WRONG


def test_pins_without_their_pepper_are_wrong(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = engine.url.render_as_string(False)
    assert one(doctor.check_pepper(patient(url))).what == "PINs: none yet that need a pepper."
    keys = tmp_path / "keys"
    monkeypatch.setenv("STATION_KEYS", str(keys))
    cheapest = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    Hall(engine, PinHasher(cheapest, Keyring(keys, "x").pepper()))
    assert one(doctor.check_pepper(patient(url))).grade is Grade.RIGHT
    (keys / "pepper").rename(tmp_path / "elsewhere")
    found = one(doctor.check_pepper(patient(url)))
    assert (found.grade, "Copy the file pepper" in found.do) == (Grade.WRONG, True)
    assert not (keys / "pepper").exists(), "looking makes no new one"
    Keyring(keys, "x").pepper()
    assert one(doctor.check_pepper(patient(url))).grade is Grade.WRONG, "another is none"
    (keys / "pepper").chmod(0o644)
    assert one(doctor.check_pepper(patient(url))).grade is Grade.WRONG


def test_the_reader_reads_what_the_doctor_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    found = one(doctor.check_reader(patient()))
    assert (found.grade, found.what) == (Grade.RIGHT, "Reader: zbar + zxing")
    blank = type("Blank", (), {"to_image": lambda *_, **__: np.full((50, 300), 255, np.uint8)})
    monkeypatch.setattr("zxingcpp.create_barcode", lambda *_: blank())
    assert one(doctor.check_reader(patient())).grade is Grade.WRONG


def test_a_machine_without_serial_ports_is_to_be_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    port = type("Port", (), {"device": "/dev/ttyACM0"})
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: [port])
    assert one(doctor.check_scanner(patient())).what == "Serial ports: /dev/ttyACM0"
    monkeypatch.setattr("serial.tools.list_ports.comports", list)
    assert one(doctor.check_scanner(patient())).grade is Grade.LOOK


def test_the_command_tells_every_check_in_japanese_and_fails_where_one_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_KEYS", str(tmp_path / "keys"))
    url = f"sqlite:///{tmp_path}/new.sqlite3"
    said = CliRunner().invoke(app, ["doctor", "--db", url])
    assert said.exit_code == 1
    assert "✕ データベース: まだ開設されていません。" in said.output
    assert "→ station init を実行してください。" in said.output
    for word in ("鍵", "時計", "ディスク", "控え", "フォント", "読取り", "カメラ"):
        assert word in said.output
