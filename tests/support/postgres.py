"""A PostgreSQL cluster of the tests' own: made, started and stopped by them, on a socket."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

SERVER_USER = "postgres"
"""initdb refuses to run as root; Debian's package makes this user."""


def programs() -> Path | None:
    """Return the folder with initdb and pg_ctl, newest first; None when there is none."""
    found = shutil.which("pg_ctl")
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found:
        candidates.append(Path(found).parent)
    return next((c for c in candidates if (c / "initdb").exists()), None)


@contextmanager
def cluster() -> Iterator[str]:
    """Run a cluster in a folder of its own; yield its address without a database's name.

    Durability is left on: the tests that kill servers mean it.
    """
    with TemporaryDirectory(prefix="station-postgresql-") as folder:
        yield from _run_in(Path(folder))


def _run_in(folder: Path) -> Iterator[str]:
    binaries = programs()
    assert binaries is not None, "expected PostgreSQL's programs; do: apt-get install postgresql"
    data = folder / "data"
    data.mkdir()
    owner = _server_user()
    if owner:
        for path in (folder, data):
            shutil.chown(path, owner)
    user = owner or pwd.getpwuid(os.getuid()).pw_name
    _run(
        owner,
        binaries / "initdb",
        "-D",
        data,
        "-A",
        "trust",
        "-U",
        user,
        "-E",
        "UTF8",
        "--locale=C",
        "--no-sync",
    )
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    _run(owner, binaries / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield f"postgresql://{user}@/{{name}}?host={folder}"
    finally:
        _run(owner, binaries / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")


def _server_user() -> str | None:
    return SERVER_USER if os.getuid() == 0 else None


def _run(owner: str | None, *command: object) -> None:
    done = subprocess.run(
        [str(part) for part in command],
        user=owner,
        cwd="/",
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stderr}"
