"""The tables thrown away and made again from the journal, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, bindparam, delete, text

from station.ledger import journal
from station.ledger.chain import BEGINNING, Break
from station.ledger.database import DatabaseError, writing
from station.ledger.replay import replay
from station.ledger.schema import BOOKS


def rebuild(engine: Engine) -> dict[str, int]:
    """Replace every office's books by what follows from its journal; return entries by office.

    Nobody else's deed comes in between.  Raises DatabaseError, and changes nothing, where a chain
    does not hold to its kept head: tables cannot be better than their journal.
    """
    with writing(engine) as connection:
        return rebuild_in(connection)


def rebuild_in(connection: Connection) -> dict[str, int]:
    """Rebuild as a part of the caller's transaction."""
    offices = journal.offices(connection)
    for office in offices:
        journal.lock_head(connection, office)
    with _laws_suspended(connection):
        return {office: _rebuild_office(connection, office) for office in offices}


def _rebuild_office(connection: Connection, office: str) -> int:
    for table in reversed(BOOKS):
        connection.execute(delete(table).where(table.c.office == office))
    end = BEGINNING
    for came in replay(connection, office, journal.entries(connection, office)):
        if isinstance(came, Break):
            raise _refused(str(came))
        end = came.end
    if broken := journal.head_difference(connection, office, end):
        raise _refused(broken)
    return end.seq


def _refused(why: str) -> DatabaseError:
    return DatabaseError(
        f"expected a journal that holds, got {why}; nothing was changed: restore a backup"
    )


@contextmanager
def _laws_suspended(connection: Connection) -> Iterator[None]:
    """Let sealed handovers be written in the order of a table, not of time.

    Both databases take these statements back with the transaction when it fails.
    """
    on_postgresql = connection.dialect.name == "postgresql"
    laws = [] if on_postgresql else _sqlite_laws(connection)
    for table in BOOKS if on_postgresql else ():
        connection.exec_driver_sql(f"ALTER TABLE {table.name} DISABLE TRIGGER USER")
    for name, _ in laws:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, law in laws:
        connection.exec_driver_sql(law)
    for table in BOOKS if on_postgresql else ():
        connection.exec_driver_sql(f"ALTER TABLE {table.name} ENABLE TRIGGER USER")


def _sqlite_laws(connection: Connection) -> list[tuple[str, str]]:
    """Return (name, statement) of every trigger on the books."""
    statement = text(
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN :books"
    ).bindparams(bindparam("books", [table.name for table in BOOKS], expanding=True))
    return [(row.name, row.sql) for row in connection.execute(statement)]
