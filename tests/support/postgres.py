"""A PostgreSQL cluster of the tests' own: made, started, killed and stopped, on a socket."""

import os
import pwd
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import psycopg

SERVER_USER = "postgres"
"""initdb refuses to run as root; Debian's package makes this user."""


def programs() -> Path | None:
    """Return the folder with initdb and pg_ctl, newest first; None when there is none."""
    found = shutil.which("pg_ctl")
    candidates = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found:
        candidates.append(Path(found).parent)
    return next((c for c in candidates if (c / "initdb").exists()), None)


@dataclass
class Cluster:
    """A cluster in a folder; `address` lacks a database's name."""

    folder: Path
    binaries: Path
    owner: str | None
    user: str
    server: "subprocess.Popen[bytes] | None" = None

    @property
    def address(self) -> str:
        return f"postgresql://{self.user}@/{{name}}?host={self.folder}"

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def first(self) -> "subprocess.Popen[bytes]":
        """The first of the server's processes, which all others come from."""
        assert self.server is not None
        return self.server

    def make(self, *options: str) -> None:
        """With checksums, and never without flushing: the tests that kill servers mean it."""
        self.data.mkdir()
        if self.owner:
            for path in (self.folder, self.data):
                shutil.chown(path, self.owner)
        made = ("-A", "trust", "-U", self.user, "-E", "UTF8", "--locale=C", "--no-sync")
        _run(self.owner, self.binaries / "initdb", "-D", self.data, "-k", *made, *options)

    def standby(self, folder: Path) -> "Cluster":
        """Return a cluster in an empty folder that follows this one, started."""
        follower = Cluster(folder, self.binaries, self.owner, self.user)
        if self.owner:
            shutil.chown(folder, self.owner)
        source = ("-h", self.folder, "-U", self.user, "-D", follower.data)
        _run(self.owner, self.binaries / "pg_basebackup", *source, "-R", "-X", "stream")
        follower.start()
        return follower

    def start(self) -> None:
        """Start the server as a child of ours, and wait until it answers."""
        sockets = ("-c", "listen_addresses=", "-c", f"unix_socket_directories={self.folder}")
        command = (self.binaries / "postgres", "-D", self.data, *sockets)
        with (self.folder / "log").open("ab") as log:
            self.server = subprocess.Popen(
                [str(part) for part in command], user=self.owner, cwd="/", stdout=log, stderr=log
            )
        while not self._answers():
            assert self.server.poll() is None, (self.folder / "log").read_text()
            time.sleep(0.05)

    def stop(self) -> None:
        self.first.send_signal(signal.SIGQUIT)  # what pg_ctl calls immediate
        self.first.wait()

    def kill(self) -> None:
        """End every process of the server as a power cut would."""
        first = self.first.pid
        os.kill(first, signal.SIGSTOP)  # so that no further ones come
        processes = [first, *(process for process, parent, _ in _processes() if parent == first)]
        for process in processes:
            os.kill(process, signal.SIGKILL)
        self.first.wait()
        while any(it in processes and state not in "ZX" for it, _, state in _processes()):
            time.sleep(0.01)  # their memory is theirs until they are gone

    def database(self, copied: str = "template1") -> str:
        """The address of a fresh database: empty, or a copy of one that nobody is connected to."""
        name = f"station_{uuid4().hex}"
        with psycopg.connect(self.address.format(name="postgres"), autocommit=True) as server:
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copied}"'.encode())
        return self.address.format(name=name)

    def _answers(self) -> bool:
        try:
            psycopg.connect(self.address.format(name="postgres")).close()
        except psycopg.OperationalError:
            return False
        return True


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Cluster]:
    """Run a cluster in an empty folder, which the server's user must reach."""
    binaries = programs()
    assert binaries is not None, "expected PostgreSQL's programs; do: apt-get install postgresql"
    owner = SERVER_USER if os.getuid() == 0 else None
    cluster = Cluster(folder, binaries, owner, owner or pwd.getpwuid(os.getuid()).pw_name)
    cluster.make(*options)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Run a cluster in a folder of its own."""
    with TemporaryDirectory(prefix="station-postgresql-") as folder, running(Path(folder)) as it:
        yield it


def _processes() -> Iterator[tuple[int, int, str]]:
    """Yield every process of this machine: its id, its parent's, its state."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        yield int(stat.parent.name), int(parent), state


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
