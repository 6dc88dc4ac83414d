"""station kiosk: a terminal that shows the station and nothing else, and comes back by itself."""

import shutil
import subprocess
import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer
from cryptography.x509 import Certificate

from station.cli.kiosk_files import AUTOSTART, UNIT, Kiosk, autostart_file, policy_file, unit_file
from station.cli.options import CommandError, settings
from station.cli.tls import local_folder
from station.papers.whole_file import whole_file
from station.settings import data_folder
from station.web.authority import Authority, fingerprint
from station.web.tls import pem_of, read_certificate

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge", "firefox-esr")
PAUSE_SECONDS = 2
"""Between two starts: a browser that dies at once must not take the machine with it."""


class Install(StrEnum):
    """What starts the kiosk when somebody signs in to the machine."""

    SYSTEMD = "systemd"
    AUTOSTART = "autostart"


def kiosk(
    address: Annotated[str, typer.Argument(help="The station's address.")] = "",
    install: Annotated[
        Install | None, typer.Option(help="Write what starts it at sign-in, and start nothing now.")
    ] = None,
    browser: Annotated[
        str | None, typer.Option(help="Chromium or Firefox, by name or path; else what is there.")
    ] = None,
    profile: Annotated[
        Path | None, typer.Option(help="The browser's own folder, kept: unsent scans are in it.")
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option(metavar="CRT", help="The local authority that it trusts, from /trust."),
    ] = None,
    home: Annotated[Path | None, typer.Option(hidden=True, help="Instead of ~/.config.")] = None,
) -> None:
    """Show the station alone, on the whole screen; start it again whenever it ends.  For Linux."""
    folder = (profile or data_folder() / "kiosk").absolute()
    try:
        due = Kiosk(_browser(browser), _address(address), folder)
    except ValueError as error:
        raise CommandError(str(error)) from None
    _prepare(due, trust)
    if install is None:
        _run(due)
        return
    folder = home or Path.home() / ".config"
    _install(due, install, folder)


def _install(due: Kiosk, install: Install, folder: Path) -> None:
    """Write what starts the kiosk, and say what is to be done with it."""
    if install is Install.SYSTEMD:
        _write(folder / "systemd" / "user" / UNIT, unit_file(due))
        typer.echo(f"next: systemctl --user daemon-reload && systemctl --user enable {UNIT}")
    else:
        _write(folder / "autostart" / AUTOSTART, autostart_file(due))
        typer.echo("it starts at the next sign-in to the desktop")
    if due.is_firefox:
        return
    _write(due.profile / "policy.json", policy_file(due))
    typer.echo(
        "to let it open no other address, and the camera without asking: "
        f"sudo install -D -m 644 {due.profile / 'policy.json'} "
        "/etc/chromium/policies/managed/mail-station.json"
    )


def _address(said: str) -> str:
    setting = settings()
    scheme = "https" if setting.tls or setting.tls_cert else "http"
    address = said or f"{scheme}://127.0.0.1:{setting.port}"
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https"} or not parts.hostname or " " in address:
        raise CommandError(
            f"expected an address such as https://station.local:8000, got {address!r}"
        )
    return address


def _browser(said: str | None) -> Path:
    names = (said,) if said else BROWSERS
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        raise CommandError(
            f"expected a browser ({', '.join(names)}), got none; do: apt-get install chromium, or "
            "name yours with --browser"
        )
    return Path(found).absolute()


def _prepare(due: Kiosk, trust: Path | None) -> None:
    """Make the browser's own folder, with what it needs to know before its first start."""
    due.profile.mkdir(parents=True, exist_ok=True)
    due.profile.chmod(0o700)
    if due.is_firefox:
        _write(due.profile / "user.js", due.preferences())
    if trust is not None:
        _trust(due, read_certificate(trust))
    elif due.address.startswith("https:"):
        own = Authority(local_folder(settings())).own_certificate()
        if own is not None:
            _trust(due, own)


def _trust(due: Kiosk, root: Certificate) -> None:
    """Let the kiosk's browser, and no other, trust the local authority (NSS, certutil)."""
    program = shutil.which("certutil")
    if program is None:
        raise CommandError(
            "expected certutil, by which browsers on Linux are told whom to trust, got none; "
            "do: apt-get install libnss3-tools"
        )
    folder = due.certificates
    folder.mkdir(parents=True, exist_ok=True)
    store = ("-d", f"sql:{folder}")
    if not (folder / "cert9.db").exists():
        _certutil(program, "-N", "--empty-password", *store)
    file = due.profile / "authority.crt"
    _write(file, pem_of(root).decode())
    _certutil(program, "-A", "-n", "mail-station", "-t", "C,,", "-i", str(file), *store)
    typer.echo(f"it trusts the authority with SHA-256 {fingerprint(root)}")
    typer.echo("compare this with what station serve printed at the server")


def _certutil(program: str, *arguments: str) -> None:
    asked = (program, *arguments)
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise CommandError(f"expected certutil to take the certificate, got: {done.stderr.strip()}")


def _run(due: Kiosk) -> None:
    """Start the browser again and again, until somebody ends this."""
    try:
        while True:
            ended = subprocess.run(due.command(), env=due.environment(), check=False)  # noqa: S603
            typer.echo(f"the browser ended with {ended.returncode}; it is started again", err=True)
            time.sleep(PAUSE_SECONDS)
    except KeyboardInterrupt:
        typer.echo("the kiosk was ended")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with whole_file(path) as file:
        file.write(text.encode())
    typer.echo(str(path))
