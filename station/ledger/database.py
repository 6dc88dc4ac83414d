"""Opening a database: SQLite in a file or PostgreSQL, from one code path."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from station.ledger.faults import BUSY_TIMEOUT_MS, DatabaseError, translated
from station.ledger.folding import teach_sqlite
from station.ledger.servers import (
    NEVER_FOR_EVER,
    in_one_piece,
    prepare_session,
    refuse_to_ask_in_one_piece,
    require_silent_line,
)

__all__ = [
    "DatabaseError",
    "Engine",
    "committing",
    "glancing",
    "open_engine",
    "reading",
    "sqlite_file",
    "writing",
]

_WRITING = "station_writing"

_READING_JSON = {"json_deserializer": msgspec.json.decode}
"""Every piece has two columns of it, and every page many pieces."""


def open_engine(url: str) -> Engine:
    """Return an engine for a sqlite:/// or postgresql:// address; DatabaseError for others."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseError(
            "expected a database address such as sqlite:////var/lib/station/station.sqlite3 or "
            f"postgresql://user@host/name, got {url!r}"
        ) from None
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        return _sqlite(parsed.render_as_string(hide_password=False))
    if backend == "postgresql":
        address = parsed.set(drivername="postgresql+psycopg")
        return _postgresql(address)
    raise DatabaseError(f"expected sqlite or postgresql, got {backend!r}")


def sqlite_file(engine: Engine) -> Path | None:
    """Return the file of an SQLite database; None for one in memory and for a server's."""
    name = engine.url.database
    return Path(name).resolve() if engine.url.get_backend_name() == "sqlite" and name else None


def _postgresql(address: URL) -> Engine:
    engine = create_engine(
        address, pool_size=10, max_overflow=20, connect_args=NEVER_FOR_EVER, **_READING_JSON
    )
    event.listen(engine, "connect", prepare_session)
    event.listen(engine, "checkout", require_silent_line)
    event.listen(engine, "before_cursor_execute", refuse_to_ask_in_one_piece)
    return engine


def _sqlite(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000}, **_READING_JSON)

    @event.listens_for(engine, "connect")
    def _prepare(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None  # we say BEGIN ourselves: the driver's own comes too late
        cursor = raw.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA cell_size_check = ON")  # a damaged page is found before it is used
        cursor.execute("PRAGMA secure_delete = ON")  # a deleted name must not stay in a free page
        cursor.close()
        teach_sqlite(raw)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A deed reads before it writes: taking the write lock first keeps what it read true.
        writing = connection.get_execution_options().get(_WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one transaction that commits at the end or not at all.

    Raises LedgerError where the database cannot.
    """
    with translated(), engine.connect() as opened:
        connection = opened.execution_options(**{_WRITING: True})
        with connection.begin():
            yield connection


@contextmanager
def committing(connection: Connection) -> Iterator[None]:
    """Take the last writes of a transaction of `writing`, and commit them where the block ends.

    A server gets all of it in one piece and answers once, so nothing can be asked in the block.
    Raises, as `writing` does, what the server says of any of them.
    """
    is_served = connection.dialect.name == "postgresql"
    with in_one_piece(connection) if is_served else nullcontext():
        yield
        transaction = connection.get_transaction()
        assert transaction is not None  # noqa: S101 - `writing` has begun it
        transaction.commit()


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection inside one transaction that sees one state and changes nothing.

    Raises LedgerError where the database cannot.
    """
    with translated(), engine.connect() as opened:
        one_view = {"isolation_level": "REPEATABLE READ"} if engine.name == "postgresql" else {}
        connection = opened.execution_options(**one_view)
        with connection.begin():
            yield connection


@contextmanager
def glancing(engine: Engine) -> Iterator[Connection]:
    """Give a connection for questions of which each may see a state of its own.

    For what every request begins with: a server need not be told of a beginning and an end.
    Raises LedgerError where the database cannot.
    """
    if engine.name != "postgresql":
        with reading(engine) as connection:  # here they cost nothing
            yield connection
        return
    with translated(), engine.connect() as opened:
        yield opened.execution_options(isolation_level="AUTOCOMMIT")
