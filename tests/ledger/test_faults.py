"""A database's failures by their names: its user is told, and a deed leaves nothing behind."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import Engine, event

from station.desk import arrival
from station.desk.pins import PinHasher
from station.ledger import database, journal, migrate, servers
from station.ledger.database import DatabaseError, open_engine, reading, writing
from station.ledger.faults import Fault, LedgerError, translated
from station.ledger.store import Ledger
from station.ledger.verify import verify
from station.words import sayer
from station.words.faults import SENTENCES
from tests.support.hall import Hall

ONE, TWO = "13112383852", "20112345676"


def sqlite_error(code: int, said: str = "said by the database") -> sqlite3.Error:
    error = sqlite3.OperationalError(said)
    error.sqlite_errorcode = code
    return error


def postgresql_error(state: str) -> psycopg.Error:
    return psycopg.errors.lookup(state)("said by the database")


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (sqlite_error(sqlite3.SQLITE_BUSY), Fault.BUSY),
        (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT), Fault.BUSY),
        (sqlite_error(sqlite3.SQLITE_FULL), Fault.FULL),
        (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED), Fault.READ_ONLY),
        (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX), Fault.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_NOTADB), Fault.DAMAGED),
        (sqlite_error(sqlite3.SQLITE_IOERR_FSYNC), Fault.DISK),
        (sqlite_error(sqlite3.SQLITE_CANTOPEN), Fault.UNREACHABLE),
        (sqlite_error(sqlite3.SQLITE_ERROR, "no such column: x"), Fault.OTHER),
        (sqlite3.OperationalError("Could not decode to UTF-8 column 'body'"), Fault.DAMAGED),
        (postgresql_error("53100"), Fault.FULL),
        (postgresql_error("53300"), Fault.BUSY),
        (postgresql_error("55P03"), Fault.BUSY),
        (postgresql_error("40P01"), Fault.BUSY),
        (postgresql_error("25006"), Fault.READ_ONLY),
        (postgresql_error("XX001"), Fault.DAMAGED),
        (postgresql_error("58030"), Fault.DISK),
        (postgresql_error("57P01"), Fault.UNREACHABLE),
        (postgresql_error("42703"), Fault.OTHER),
        (psycopg.OperationalError("connection is lost"), Fault.UNREACHABLE),
        (psycopg.ProgrammingError("a driver's own"), Fault.OTHER),
    ],
)
def test_each_failure_has_its_name(error: Exception, fault: Fault) -> None:
    with pytest.raises(LedgerError, match=r"expected .*, got: ") as caught, translated():
        raise error
    assert caught.value.fault is fault
    assert str(error) in str(caught.value)


def test_every_fault_has_a_sentence() -> None:
    assert SENTENCES.keys() == set(Fault)
    assert all(sayer("ja")(sentence) != sentence for sentence in SENTENCES.values())


def entries(engine: Engine) -> int:
    with reading(engine) as connection:
        return journal.count(connection, "hall")


def fails(hall: Hall, fault: Fault, said: str) -> None:
    """A deed must fail so, and leave nothing behind."""
    before = entries(hall.engine)
    with pytest.raises(LedgerError, match=said) as caught:
        arrival.open_arrival(hall.ledger, hall.caller("duty"), carrier="x", declared_count=1)
    assert caught.value.fault is fault
    assert entries(hall.engine) == before


def works(hall: Hall) -> None:
    """Deeds are done as if nothing had been, and all of it verifies."""
    before = entries(hall.engine)
    arrival.open_arrival(hall.ledger, hall.caller("duty"), carrier="x", declared_count=1)
    assert entries(hall.engine) == before + 1
    assert [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_who_waits_too_long_is_told_and_may_try_again(
    database_url: str, hasher: PinHasher, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (database, servers):
        monkeypatch.setattr(module, "BUSY_TIMEOUT_MS", 200)
    engine = open_engine(database_url)
    migrate.prepare(engine)
    hall = Hall(engine, hasher)
    with writing(open_engine(database_url)) as connection:
        journal.lock_head(connection, "hall")
        fails(hall, Fault.BUSY, "lock.*nothing was recorded: do it again")
    works(hall)


@pytest.fixture
def in_a_file(tmp_path: Path, hasher: PinHasher) -> Callable[[], Hall]:
    """A hall on SQLite, whose later connections may take only so many pages."""

    def make() -> Hall:
        engine = open_engine(f"sqlite:///{tmp_path}/station.sqlite3")
        migrate.prepare(engine)
        return Hall(engine, hasher)

    return make


def fill(hall: Hall) -> None:
    while True:
        hall.taken("duty", ONE)


def test_a_full_database_is_named_and_goes_on_when_there_is_room(
    in_a_file: Callable[[], Hall],
) -> None:
    hall = in_a_file()
    is_full = True

    def limit(raw: sqlite3.Connection, *_: object) -> None:
        with closing(raw.execute("PRAGMA page_count")) as counted:
            (pages,) = counted.fetchone()
        raw.execute(f"PRAGMA max_page_count = {pages if is_full else 1_000_000}").close()

    event.listen(hall.engine, "checkout", lambda raw, *_: limit(raw))
    with pytest.raises(LedgerError, match="make room there") as caught:
        fill(hall)
    assert caught.value.fault is Fault.FULL
    assert verify(hall.engine)[0].broken is None
    is_full = False
    works(hall)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "station.sqlite3"
    path.write_bytes(b"a letter to the treasury, " * 500)
    with pytest.raises(LedgerError, match="file is not a database; stop the station") as caught:
        migrate.prepare(open_engine(f"sqlite:///{path}"))
    assert caught.value.fault is Fault.DAMAGED


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="the file's folder is there") as caught:
        migrate.prepare(open_engine(f"sqlite:///{tmp_path}/no/such/folder.sqlite3"))
    assert caught.value.fault is Fault.UNREACHABLE


def test_a_server_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="see that the server runs") as caught:
        migrate.prepare(open_engine(f"postgresql://nobody@/none?host={tmp_path}"))
    assert caught.value.fault is Fault.UNREACHABLE


def damaged(engine: Engine, *statements: str) -> None:
    """Change what is stored as a bad disk could, past all laws."""
    with writing(engine) as connection:
        if engine.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        else:
            for name in ("journal_refuses_update", "journal_refuses_delete"):
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.exec_driver_sql(statement)


NEWEST = "(SELECT max(seq) FROM journal)"


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE heads SET hash = 'f'", "entry 21, the newest, does not have the hash"),
        (f"DELETE FROM journal WHERE seq = {NEWEST}", "entry 21, the newest, does not have"),
        ("UPDATE departments SET aliases = '3'", "table departments: 'int' object is not iterable"),
    ],
)
def test_no_deed_builds_on_what_is_damaged(hall: Hall, statement: str, said: str) -> None:
    damaged(hall.engine, statement)
    hall.ledger = Ledger(hall.engine, hall.name, hall.clock)  # one that has read nothing yet
    fails(hall, Fault.DAMAGED, f"{said}.*restore the newest backup that verifies")


def test_no_answer_comes_from_an_entry_that_was_altered(hall: Hall) -> None:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="郵便", declared_count=1)
    hall.taken("duty", ONE)
    damaged(hall.engine, "UPDATE journal SET body = replace(body, '郵便', '宅配')")
    with pytest.raises(LedgerError, match="entry 22 was altered") as caught:
        arrival.open_arrival(hall.ledger, caller, carrier="郵便", declared_count=1)
    assert caught.value.fault is Fault.DAMAGED


@pytest.mark.postgres
@pytest.mark.slow
def test_an_old_server_is_refused(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(servers, "VERSION_MIN", 99)
    with pytest.raises(DatabaseError, match=r"expected PostgreSQL 99 or newer, got \d\d; upgrade"):
        migrate.prepare(open_engine(postgres_url))


@pytest.mark.postgres
@pytest.mark.slow
def test_every_session_waits_for_the_disk(postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as owner:
        name = owner.info.dbname
        owner.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off'.encode())
    engine = open_engine(postgres_url)
    for _ in range(2):
        with reading(engine) as connection:
            said = connection.exec_driver_sql("SHOW synchronous_commit").scalar_one()
            waits = connection.exec_driver_sql("SHOW lock_timeout").scalar_one()
        assert (said, waits) == ("on", "10s")
    engine.dispose()


def test_sqlite_flushes_every_commit(in_a_file: Callable[[], Hall]) -> None:
    with reading(in_a_file().engine) as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "cell_size_check")
        told = [connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in asked]
    assert told == ["wal", 2, 1, 1]
