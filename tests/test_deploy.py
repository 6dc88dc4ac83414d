"""What stands in deploy/: systemd itself finds nothing wrong, and the nightly copy is one."""

import configparser
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from station.ledger import migrate
from station.ledger.backup import restore
from station.ledger.database import open_engine
from station.ledger.verify import verify
from tests.support.hall import Hall

DEPLOY = Path(__file__).parents[1] / "deploy"
UNITS = sorted(path for path in DEPLOY.iterdir() if path.suffix in {".service", ".timer"})
SYSTEMD = shutil.which("systemd-analyze")
PROGRAM = "/opt/mail-station/bin/station"


@pytest.mark.slow
@pytest.mark.skipif(SYSTEMD is None, reason="no systemd-analyze; do: apt-get install systemd")
def test_systemd_finds_nothing_wrong_with_any_unit(tmp_path: Path) -> None:
    assert len(UNITS) == 3
    assert SYSTEMD is not None
    for unit in UNITS:
        told = unit.read_text().replace(PROGRAM, shutil.which("true") or "")
        (tmp_path / unit.name).write_text(told)
    asked = [SYSTEMD, "verify", *(str(tmp_path / unit.name) for unit in UNITS)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    ours = [line for line in done.stderr.splitlines() if "mail-station" in line]
    assert ours == []


def test_a_command_by_hand_has_the_services_folders_and_settings(tmp_path: Path) -> None:
    settings = tmp_path / "mail-station.env"
    url = "postgresql://station@/station?host=a,b&target_session_attrs=read-write"
    settings.write_text(
        f"# of the office\nSTATION_DATABASE_URL={url}\nPATH=/nowhere\nSTATION_PORT=8443"
    )
    program = tmp_path / "station"
    program.write_text('#!/bin/sh\necho "$STATION_DATABASE_URL $STATION_PORT $XDG_DATA_HOME $*"\n')
    program.chmod(0o755)
    script = (DEPLOY / "mail-station").read_text()
    assert script.count(PROGRAM) == script.count("settings=/etc/mail-station.env") == 1
    script = script.replace(PROGRAM, str(program)).replace("/etc/mail-station.env", str(settings))
    command = tmp_path / "mail-station"
    command.write_text(script)
    command.chmod(0o755)
    done = subprocess.run([command, "doctor", "a b"], capture_output=True, text=True, check=True)
    assert done.stdout == f"{url} 8443 /var/lib/mail-station doctor a b\n"
    service = (DEPLOY / "mail-station.service").read_text()
    for folder in (
        "XDG_DATA_HOME=/var/lib/mail-station",
        "XDG_CONFIG_HOME=/var/lib/mail-station/config",
    ):
        assert folder in service, "the same as the service's own"
        assert folder in script
    settings.unlink()
    settings.mkdir()
    done = subprocess.run([command], capture_output=True, text=True, check=False)
    assert done.returncode != 0, "no settings are no reason to work on another database"
    assert "expected to read" in done.stderr


def test_every_unit_is_in_the_offline_bundle() -> None:
    script = (DEPLOY.parent / "tools" / "offline_bundle.sh").read_text()
    assert "cp requirements.lock LICENSE deploy/*" in script


@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_nightly_copy_can_be_put_back_and_old_ones_go(hall: Hall, tmp_path: Path) -> None:
    unit = configparser.RawConfigParser(strict=False)
    lines = (DEPLOY / "mail-station-backup.service").read_text().splitlines()
    commands = [line.partition("=")[2] for line in lines if line.startswith("ExecStart")]
    unit.read_string("\n".join(lines[2:]))
    assert unit["Service"]["Type"] == "oneshot", "the old ones go only if the new one was made"
    backups = tmp_path / "copies"
    backups.mkdir()
    for name, days in (("station-old.copy", 31), ("station-new.copy", 29), ("notes.txt", 99)):
        (backups / name).touch()
        then = time.time() - days * 86_400
        os.utime(backups / name, (then, then))
    environment = {
        **os.environ,
        "STATION_BACKUPS": str(backups),
        "STATION_DATABASE_URL": hall.engine.url.render_as_string(hide_password=False),
        "PYTHONPATH": str(DEPLOY.parent),
    }
    for command in commands:
        # What systemd makes of it: systemd.service(5), command lines; systemd.unit(5), specifiers.
        typed = command.replace("$$", "$").replace("%%", "%").replace("/usr/bin/", "")
        typed = typed.replace(PROGRAM, f"{sys.executable} -m station")
        subprocess.run(["sh", "-c", typed], check=True, env=environment, capture_output=True)
    left = {path.name for path in backups.iterdir()}
    assert "station-old.copy" not in left
    (made,) = left - {"station-new.copy", "notes.txt"}
    url = f"sqlite:///{tmp_path}/back.sqlite3"
    restore(backups / made, url)
    engine = open_engine(url)
    assert migrate.is_current(engine)
    assert [it.broken for it in verify(engine)] == [None]
    engine.dispose()
