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
