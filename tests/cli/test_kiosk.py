"""station kiosk: the station on the whole screen, started again when it ends."""

import configparser
import json
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from station.cli import kiosk as command
from station.cli.app import app
from station.cli.kiosk_files import AUTOSTART, UNIT, Kiosk, autostart_file, unit_file
from station.web.tls import Local
from tests.support.browser import served
from tests.support.hall import Hall

ADDRESS = "https://station.local:8000"
SYSTEMD = shutil.which("systemd-analyze")
CHROMIUM = shutil.which("chromium")


@pytest.fixture
def browsers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Programs of the right names that end at once, and nothing else on the path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("chromium", "firefox-esr", "certutil"):
        (folder / name).write_text(f'#!/bin/sh\necho "$0 $HOME $@" >> {tmp_path}/ran\n')
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def kiosk(tmp_path: Path, *arguments: str) -> Result:
    fixed = ("--home", str(tmp_path / "config"), "--profile", str(tmp_path / "profile"))
    return CliRunner().invoke(app, ["kiosk", *arguments, *fixed])


def test_a_unit_starts_the_browser_on_the_whole_screen_for_ever(
    browsers: Path, tmp_path: Path
) -> None:
    done = kiosk(tmp_path, ADDRESS, "--install", "systemd")
    assert done.exit_code == 0, done.exception
    file = tmp_path / "config" / "systemd" / "user" / UNIT
    unit = file.read_text()
    assert f'ExecStart="{browsers}/chromium" "--kiosk" "--no-first-run"' in unit
    for said in (
        "--disable-pinch",
        "Translate",
        f'"--user-data-dir={tmp_path}/profile/browser"',
        f'"{ADDRESS}"\n',
        "Restart=always\n",
        "WantedBy=graphical-session.target\n",
        f'Environment="HOME={tmp_path}/profile"\n',
    ):
        assert said in unit
    assert "--incognito" not in unit, "scans that wait to be sent must survive"
    assert "systemctl --user enable" in done.output
    assert stat.S_IMODE((tmp_path / "profile").stat().st_mode) == 0o700
    policies = json.loads((tmp_path / "profile" / "policy.json").read_text())
    assert policies["URLBlocklist"] == ["*"]
    assert policies["URLAllowlist"] == policies["VideoCaptureAllowedUrls"] == [ADDRESS]


@pytest.mark.slow
@pytest.mark.skipif(SYSTEMD is None, reason="no systemd-analyze; do: apt-get install systemd")
@pytest.mark.parametrize("kind", ["chromium", "firefox-esr"])
def test_systemd_itself_finds_nothing_wrong_with_the_unit(
    browsers: Path, tmp_path: Path, kind: str
) -> None:
    assert SYSTEMD is not None
    file = tmp_path / "mail station" / UNIT
    file.parent.mkdir()
    file.write_text(unit_file(Kiosk(browsers / kind, ADDRESS, tmp_path / "my profile")))
    (tmp_path / "run").mkdir(mode=0o700)
    environment = {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "PATH": "/usr/bin:/bin"}
    asked = [SYSTEMD, "--user", "verify", str(file)]
    told = subprocess.run(asked, capture_output=True, text=True, check=False, env=environment)
    assert (told.returncode, told.stderr) == (0, "")
    file.write_text(file.read_text().replace("ExecStart=", "ExecStrat="))
    told = subprocess.run(asked, capture_output=True, text=True, check=False, env=environment)
    assert told.stderr, "it would say so if there were something"


def test_an_autostart_file_starts_it_again_and_again(browsers: Path, tmp_path: Path) -> None:
    done = kiosk(tmp_path, ADDRESS, "--install", "autostart", "--browser", "firefox-esr")
    assert done.exit_code == 0, done.exception
    read = configparser.ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(tmp_path / "config" / "autostart" / AUTOSTART, encoding="utf-8")
    entry = read["Desktop Entry"]
    assert entry["Type"] == "Application"
    loop = entry["Exec"].removeprefix('sh -c "').removesuffix('"')
    once = loop.replace("while :; do", "").replace("; sleep 2; done", "")
    assert once != loop
    subprocess.run(["sh", "-c", once], check=True)
    ran = (tmp_path / "ran").read_text()
    home = tmp_path / "profile"
    wanted = f"{browsers}/firefox-esr {home} --kiosk --no-remote --profile {home} {ADDRESS}\n"
    assert ran == wanted
    preferences = (home / "user.js").read_text()
    assert 'user_pref("browser.translations.enable", false);' in preferences
    assert "policy.json" not in done.output


def test_the_browser_is_started_again_whenever_it_ends(
    browsers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert browsers.exists()
    waits: list[float] = []

    def wait(seconds: float) -> None:
        waits.append(seconds)
        if len(waits) == 3:
            raise KeyboardInterrupt

    monkeypatch.setattr("station.cli.kiosk.time.sleep", wait)
    done = kiosk(tmp_path, ADDRESS)
    assert done.exit_code == 0, done.exception
    assert (tmp_path / "ran").read_text().count("--kiosk") == 3
    assert waits == [command.PAUSE_SECONDS] * 3


def test_the_kiosks_browser_alone_trusts_the_local_authority(
    browsers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = tmp_path / "keys"
    local = Local(keys / "tls")
    local.files()
    monkeypatch.setenv("STATION_KEYS", str(keys))
    done = kiosk(tmp_path, ADDRESS, "--install", "systemd")
    assert done.exit_code == 0, done.exception
    store = f"-d sql:{tmp_path}/profile/.pki/nssdb"
    ran = (tmp_path / "ran").read_text()
    assert f"-N --empty-password {store}" in ran
    assert f"-A -n mail-station -t C,, -i {tmp_path}/profile/authority.crt {store}" in ran
    kept = (tmp_path / "profile" / "authority.crt").read_text()
    assert "BEGIN CERTIFICATE" in kept
    assert "PRIVATE" not in kept
    assert "it trusts the authority with SHA-256 " in done.output
    (browsers / "certutil").unlink()
    if shutil.which("certutil") is None:
        again = kiosk(tmp_path, ADDRESS, "--install", "systemd")
        assert "apt-get install libnss3-tools" in str(again.exception)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("station.local",), "expected an address such as"),
        (("https://station.local/'; rm -rf x",), "expected an address such as"),
        (("https://station.local/';x",), "expected none of"),
        ((ADDRESS, "--browser", "netscape"), "expected a browser (netscape), got none"),
        ((ADDRESS, "--trust", "no.crt"), "no.crt"),
    ],
)
def test_what_cannot_be_is_said(
    browsers: Path, tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    assert browsers.exists()
    done = kiosk(tmp_path, *arguments, "--install", "systemd")
    assert done.exception is not None
    assert says in str(done.exception)
    assert not (tmp_path / "config").exists()


@pytest.mark.slow
@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="chromium is missing; do: apt-get install chromium")
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_real_browser_shows_the_station_with_these_options(hall: Hall, tmp_path: Path) -> None:
    assert CHROMIUM is not None
    with served(hall.engine.url.render_as_string(hide_password=False)) as server:
        due = Kiosk(Path(CHROMIUM), server.address, tmp_path / "profile")
        due.profile.mkdir()
        browser, *options = due.command()
        without_a_screen = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom")
        shown = subprocess.run(
            [browser, *without_a_screen, *options],
            env=due.environment(),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    assert shown.returncode == 0, shown.stderr
    assert 'name="badge"' in shown.stdout
    assert "収受ステーション" in shown.stdout
    assert (due.profile / "browser" / "Default").is_dir(), "the profile is its own, and is kept"
    assert autostart_file(due).count("--kiosk") == 1
