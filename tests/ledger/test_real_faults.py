"""Real faults: full and read-only disks, failing flushes, lost servers; then all goes on."""

import shutil
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import make_url, select

from station.custody.facts import DepartmentOpened, Facts
from station.desk import arrival
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import DatabaseError, open_engine, reading
from station.ledger.faults import Fault, LedgerError
from station.ledger.schema import journal, personal_data
from station.ledger.store import By, Work
from station.ledger.verify import verify
from tests.support import mounts, postgres
from tests.support.attempt import Attempt, attempts
from tests.support.hall import Hall

pytestmark = [pytest.mark.slow]

NOBODY = 65_534
COMES_BACK_S_MAX = 60
UNSURE = (None, Fault.DISK, Fault.UNREACHABLE)
"""Answers that do not say that nothing was recorded."""


def founded(url: str, hasher: PinHasher) -> Hall:
    engine = open_engine(url)
    migrate.prepare(engine)
    return Hall(engine, hasher)


def opened(hall: Hall) -> UUID:
    """An arrival that is open for the duty officer."""
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=9_999)
    return caller.deed


def works(hall: Hall) -> None:
    """A deed is done, and all of it verifies."""
    assert not arrival.open_arrival(
        hall.ledger, hall.caller("duty"), carrier="x", declared_count=1
    ).is_replay
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def works_again(hall: Hall) -> None:
    """The service comes back by itself within a minute."""
    until = time.monotonic() + COMES_BACK_S_MAX
    while True:
        try:
            works(hall)
        except LedgerError:
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return


def deeds_in(hall: Hall) -> Counter[UUID]:
    with reading(hall.engine) as connection:
        taken = select(journal.c.deed).where(journal.c.kind == "item_taken_in")
        return Counter(connection.execute(taken).scalars())


def whole_or_not_at_all(hall: Hall, tried: list[Attempt]) -> None:
    """What was answered is there once; what failed is there once, if its answer says that it may
    be, or not; nothing else is.
    """
    there = deeds_in(hall)
    assert not [it for it in tried if it.fault not in UNSURE and it.deed in there]
    assert set(there.values()) <= {1}
    assert {it.deed for it in tried if it.fault is None} <= there.keys()
    assert there.keys() <= {it.deed for it in tried}
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


# -- disks -----------------------------------------------------------------------------------------


def test_a_full_disk_under_sqlite(tmp_path: Path, hasher: PinHasher) -> None:
    with mounts.small_disk(tmp_path / "disk", size="2m") as disk:
        hall = founded(f"sqlite:///{disk}/station.sqlite3", hasher)
        at = opened(hall)
        filler = mounts.fill(disk)
        full = attempts(hall, at, deeds=3)
        assert {it.fault for it in full} == {Fault.FULL}
        assert "expected room on the database's disk" in full[0].said
        assert deeds_in(hall) == Counter()
        assert [verdict.broken for verdict in verify(hall.engine)] == [None]
        filler.unlink()
        after = attempts(hall, at, deeds=3)
        assert {it.fault for it in after} == {None}
        whole_or_not_at_all(hall, [*full, *after])
        hall.engine.dispose()


@contextmanager
def on_small_tablespace(cluster: postgres.Cluster, disk: Path) -> Iterator[str]:
    """A database whose tables, and not the server's log of them, lie on a small disk."""
    space = disk / "space"
    space.mkdir()
    if cluster.owner:
        shutil.chown(space, cluster.owner)
    url = cluster.database()
    name = make_url(url).database
    with psycopg.connect(cluster.address.format(name="postgres"), autocommit=True) as server:
        server.execute(f"CREATE TABLESPACE small LOCATION '{space}'".encode())
        server.execute(f'ALTER DATABASE "{name}" SET default_tablespace = small'.encode())
    yield url
    with psycopg.connect(cluster.address.format(name="postgres"), autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
        server.execute(b"DROP TABLESPACE small")


@pytest.fixture
def own_cluster() -> Iterator[postgres.Cluster]:
    """A server that a test may harm."""
    if postgres.programs() is None:
        pytest.skip("PostgreSQL's programs are missing; do: apt-get install postgresql")
    with postgres.cluster() as running:
        yield running


def fails_for_ever(hall: Hall, at: UUID, fault: Fault) -> list[Attempt]:
    """Take pieces in until a page more is needed and every further deed fails."""
    tried: list[Attempt] = []
    for _ in range(10):
        tried += attempts(hall, at, deeds=40)
        if all(it.fault is fault for it in tried[-5:]):
            return tried
    raise AssertionError(f"expected {fault}, got {Counter(it.fault for it in tried)}")


@pytest.mark.postgres
def test_a_full_disk_under_postgresql(own_cluster: postgres.Cluster, hasher: PinHasher) -> None:
    # Not below pytest's own folder, which the server's user may not enter.
    with (
        TemporaryDirectory(prefix="station-disk-") as folder,
        mounts.small_disk(Path(folder) / "disk", size="2m") as disk,
    ):
        Path(folder).chmod(0o755)
        with on_small_tablespace(own_cluster, disk) as url:
            hall = founded(url, hasher)
            at = opened(hall)
            filler = mounts.fill(disk)
            full = fails_for_ever(hall, at, Fault.FULL)
            assert {it.fault for it in full} <= {None, Fault.FULL}
            whole_or_not_at_all(hall, full)
            filler.unlink()
            after = attempts(hall, at, deeds=3)
            assert {it.fault for it in after} == {None}
            whole_or_not_at_all(hall, [*full, *after])
            hall.engine.dispose()


def test_a_disk_that_became_read_only(tmp_path: Path, hasher: PinHasher) -> None:
    with mounts.small_disk(tmp_path / "disk", size="4m") as disk:
        hall = founded(f"sqlite:///{disk}/station.sqlite3", hasher)
        at = opened(hall)
        hall.engine.dispose()
        mounts.let_be_written(disk, may=False)
        failed = attempts(hall, at, deeds=2)
        assert {it.fault for it in failed} <= {Fault.READ_ONLY, Fault.UNREACHABLE}
        assert "can be written" in failed[0].said
        mounts.let_be_written(disk, may=True)
        after = attempts(hall, at, deeds=2)
        whole_or_not_at_all(hall, [*failed, *after])
        assert {it.fault for it in after} == {None}
        hall.engine.dispose()


@pytest.mark.parametrize("what", ["file", "folder"])
def test_a_file_or_folder_that_may_not_be_written(hasher: PinHasher, what: str) -> None:
    if Path("/proc/self").owner() != "root":
        pytest.skip("only root may become somebody who may not write")
    with TemporaryDirectory(prefix="station-read-only-") as name:
        folder = Path(name)
        path = folder / "station.sqlite3"
        hall = founded(f"sqlite:///{path}", hasher)
        at = opened(hall)
        hall.engine.dispose()
        for mine in (folder, path):
            shutil.chown(mine, NOBODY, NOBODY)
        target, closed, open_ = (path, 0o444, 0o644) if what == "file" else (folder, 0o555, 0o755)
        target.chmod(closed)
        failed = attempts(hall, at, deeds=2, user=NOBODY)
        assert {it.fault for it in failed} <= {Fault.READ_ONLY, Fault.UNREACHABLE}
        assert "can be written" in failed[0].said
        for mine in (target, *folder.glob("*-wal"), *folder.glob("*-shm")):
            mine.chmod(open_)  # SQLite makes what lies beside a file as closed as the file was
        after = attempts(hall, at, deeds=2, user=NOBODY)
        assert {it.fault for it in after} == {None}
        whole_or_not_at_all(hall, [*failed, *after])


@pytest.mark.postgres
def test_a_standby_says_that_it_is_read_only(
    postgres_cluster: postgres.Cluster, postgres_url: str, hasher: PinHasher
) -> None:
    hall = founded(postgres_url, hasher)
    for setting in ("on", "off"):
        name = make_url(postgres_url).database
        with psycopg.connect(postgres_cluster.database(), autocommit=True) as owner:
            owner.execute(
                f'ALTER DATABASE "{name}" SET default_transaction_read_only = {setting}'.encode()
            )
        hall.engine.dispose()
        if setting == "on":
            with pytest.raises(LedgerError, match="read-only transaction") as caught:
                opened(hall)
            assert caught.value.fault is Fault.READ_ONLY
    works(hall)


# -- flushes and writes that fail ------------------------------------------------------------------


def injecting(calls: str, error: str, when: str) -> tuple[str, ...]:
    """A command under which these system calls fail as a bad disk lets them."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is missing; do: apt-get install strace")
    options = ("-f", "--seccomp-bpf", "-qq", "-o", "/dev/null")
    command = (strace, *options, "-e", f"inject={calls}:error={error}:when={when}")
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"strace may not be used here: {tried.stderr.strip()}")
    return command


@pytest.mark.parametrize("when", ["1", "4+2"])
@pytest.mark.parametrize(
    ("calls", "error", "fault"),
    [
        ("fsync,fdatasync", "EIO", Fault.DISK),
        ("fsync,fdatasync", "ENOSPC", Fault.DISK),
        ("pwrite64", "EIO", Fault.DISK),
        ("pwrite64", "ENOSPC", Fault.FULL),
    ],
)
def test_flushes_and_writes_that_fail_under_sqlite(
    tmp_path: Path, hasher: PinHasher, calls: str, error: str, fault: Fault, when: str
) -> None:
    through = injecting(calls, error, when)
    hall = founded(f"sqlite:///{tmp_path}/station.sqlite3", hasher)
    at = opened(hall)
    failing = attempts(hall, at, deeds=8, through=through)
    assert fault in {it.fault for it in failing} <= {None, fault}
    whole_or_not_at_all(hall, failing)
    after = attempts(hall, at, deeds=2)
    assert {it.fault for it in after} == {None}
    whole_or_not_at_all(hall, [*failing, *after])


@contextmanager
def attached(command: tuple[str, ...], process: int) -> Iterator[None]:
    """Let a running server's further processes meet the fault."""
    tracing = subprocess.Popen([*command, "-p", str(process)])
    try:
        traced = Path(f"/proc/{process}/status")
        while "TracerPid:\t0\n" in traced.read_text():
            assert tracing.poll() is None
            time.sleep(0.02)
        yield
    finally:
        tracing.send_signal(signal.SIGINT)
        tracing.wait()


@pytest.mark.postgres
@pytest.mark.parametrize("error", ["EIO", "ENOSPC"])
def test_a_flush_that_fails_under_postgresql(
    own_cluster: postgres.Cluster, hasher: PinHasher, error: str
) -> None:
    through = [part for part in injecting("fdatasync", error, "3") if part != "--seccomp-bpf"]
    hall = founded(own_cluster.database(), hasher)
    at = opened(hall)
    with attached(tuple(through), own_cluster.first.pid):
        failing = attempts(hall, at, deeds=5)
    # The server would rather begin again from its log than believe a disk that failed once, and
    # its log may hold what it could not flush.
    assert Fault.UNREACHABLE in {it.fault for it in failing} <= {None, Fault.UNREACHABLE}
    works_again(hall)
    whole_or_not_at_all(hall, failing)


# -- servers that go away --------------------------------------------------------------------------


def interrupted(hall: Hall, interrupt: Callable[[Work], None]) -> None:
    """In the middle of a deed something happens: it fails, and leaves nothing behind."""
    before = deed_count(hall)

    def rule(work: Work) -> Facts:
        work.keep_text("half a name")
        opening = DepartmentOpened("09", "支所", "ししょ", (), sorts_mail=False)
        interrupt(work)
        return (opening,)

    with pytest.raises(LedgerError, match="see that the server runs") as caught:
        hall.ledger.perform(By(uuid4(), hall.people["admin"].person, "test"), "open", rule)
    assert caught.value.fault is Fault.UNREACHABLE
    works_again(hall)
    assert deed_count(hall) == before + 1
    with reading(hall.engine) as connection:
        kept = connection.execute(select(personal_data.c.value)).scalars().all()
    assert b"half a name" not in kept


def deed_count(hall: Hall) -> int:
    with reading(hall.engine) as connection:
        return len(set(connection.execute(select(journal.c.deed)).scalars()))


@pytest.mark.postgres
def test_a_connection_lost_in_the_middle_of_a_deed(postgres_url: str, hasher: PinHasher) -> None:
    hall = founded(postgres_url, hasher)

    def cut(work: Work) -> None:
        mine = work.connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        with psycopg.connect(postgres_url, autocommit=True) as owner:
            owner.execute("SELECT pg_terminate_backend(%s)", (mine,))

    interrupted(hall, cut)


@pytest.mark.postgres
@pytest.mark.parametrize("how", ["killed", "stopped"])
def test_a_server_restarted_in_the_middle_of_a_deed(
    own_cluster: postgres.Cluster, hasher: PinHasher, how: str
) -> None:
    hall = founded(own_cluster.database(), hasher)

    def restart(_: Work) -> None:
        own_cluster.kill() if how == "killed" else own_cluster.stop()
        own_cluster.start()

    interrupted(hall, restart)


@pytest.mark.postgres
def test_idle_connections_that_were_lost_are_noticed(postgres_url: str, hasher: PinHasher) -> None:
    hall = founded(postgres_url, hasher)
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        owner.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    works_again(hall)


@pytest.mark.postgres
def test_a_server_that_is_down_is_called_so_until_it_is_back(
    own_cluster: postgres.Cluster, hasher: PinHasher
) -> None:
    hall = founded(own_cluster.database(), hasher)
    own_cluster.stop()
    for _ in range(3):
        with pytest.raises(LedgerError) as caught:
            opened(hall)
        assert caught.value.fault is Fault.UNREACHABLE
    own_cluster.start()
    works_again(hall)


@pytest.mark.postgres
def test_a_server_that_would_forget_is_refused(own_cluster: postgres.Cluster) -> None:
    with psycopg.connect(own_cluster.address.format(name="postgres"), autocommit=True) as server:
        server.execute("ALTER SYSTEM SET fsync = off")
        server.execute("SELECT pg_reload_conf()")
        while server.execute("SHOW fsync").fetchone() != ("off",):
            time.sleep(0.05)
    with pytest.raises(DatabaseError, match=r"turn them on in postgresql\.conf"):
        migrate.prepare(open_engine(own_cluster.database()))
