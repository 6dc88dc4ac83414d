"""What can go wrong with a database, in one small set, whichever database it is.

Each fault says what was expected, what came, and what to do next.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

import psycopg
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

BUSY_TIMEOUT_MS = 10_000
"""How long a deed waits for another one's turn before it says that it did not happen."""


class DatabaseError(Exception):
    """The database cannot be used; the message says what was expected and what to do."""


class Fault(StrEnum):
    """Every kind of failure that a database can have; the screens have a sentence for each."""

    BUSY = "ledger_busy"
    FULL = "ledger_full"
    READ_ONLY = "ledger_read_only"
    DAMAGED = "ledger_damaged"
    DISK = "ledger_disk"
    UNREACHABLE = "ledger_unreachable"
    OTHER = "ledger_failed"


_NOTHING = "nothing was recorded"
_UNSURE = "what was asked for last is recorded whole or not at all, and once if it is sent again"

_TOLD = {
    Fault.BUSY: (
        f"expected a turn within {BUSY_TIMEOUT_MS // 1000} s, got: {{said}}; "
        f"{_NOTHING}: do it again, and if it stays so, look for a program that holds the database"
    ),
    Fault.FULL: (
        "expected room on the database's disk, got: {said}; "
        f"{_NOTHING}: make room there, then do it again"
    ),
    Fault.READ_ONLY: (
        f"expected a database that can be written, got: {{said}}; {_NOTHING}: "
        "give this user the right to write it (SQLite: the file, its -wal and -shm, and the folder)"
    ),
    Fault.DAMAGED: (
        "expected a whole database, got: {said}; stop the station, keep a copy of the database as "
        "it is, run: station ledger verify, and restore the newest backup that verifies"
    ),
    Fault.DISK: (
        f"expected the disk to do its work, got: {{said}}; {_UNSURE}; look into the system's log, "
        "save a backup to another disk, replace this one"
    ),
    Fault.UNREACHABLE: (
        f"expected the database to answer, got: {{said}}; {_UNSURE}; see that the server runs, or "
        "for SQLite that the file's folder is there and can be written"
    ),
    Fault.OTHER: (
        f"expected the database to do as it was asked, got: {{said}}; {_NOTHING}: see that it is "
        "this version's (station db upgrade), else report this as an error of the station"
    ),
}

_SQLITE = {
    sqlite3.SQLITE_BUSY: Fault.BUSY,
    sqlite3.SQLITE_LOCKED: Fault.BUSY,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_IOERR: Fault.DISK,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
}
"""By primary result code (sqlite.org/rescode.html)."""

_PRIMARY = 0xFF

_NOT_UTF_8 = "Could not decode to UTF-8"
"""What Python's driver says, without a code, of a text whose bytes are none."""

_POSTGRESQL = {
    "53100": Fault.FULL,
    "53": Fault.BUSY,  # too many connections, no memory
    "55P03": Fault.BUSY,  # lock_timeout
    "57014": Fault.BUSY,  # statement_timeout, or cancelled by hand
    "40": Fault.BUSY,  # deadlock, serialization failure
    "25006": Fault.READ_ONLY,
    "42501": Fault.READ_ONLY,
    "XX001": Fault.DAMAGED,
    "XX002": Fault.DAMAGED,
    "58P01": Fault.DAMAGED,  # a table's file is gone
    "58": Fault.DISK,
    "08": Fault.UNREACHABLE,
    "25P03": Fault.UNREACHABLE,  # idle_in_transaction_session_timeout
    "28": Fault.UNREACHABLE,
    "3D": Fault.UNREACHABLE,
    "57P": Fault.UNREACHABLE,  # shut down, crashed, or not started yet
}
"""By SQLSTATE, whole or its beginning (PostgreSQL's manual, appendix A)."""


class LedgerError(Exception):
    """The database could not do its part.  `fault` says in which way, `said` what it said."""

    def __init__(self, fault: Fault, said: str) -> None:
        self.fault = fault
        self.said = said
        super().__init__(_TOLD[fault].format(said=said))


@contextmanager
def translated() -> Iterator[None]:
    """Let whatever a driver or its pool raises in this block come out as a LedgerError."""
    try:
        yield
    except PoolTimeoutError as error:
        raise LedgerError(Fault.BUSY, "all connections are in use") from error
    except DBAPIError as error:
        raise _failure(error.orig or error) from error
    except (sqlite3.Error, psycopg.Error) as error:
        raise _failure(error) from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema, and its driver stumbles
        raise LedgerError(Fault.DAMAGED, "a text whose bytes are none") from error


@contextmanager
def readable(where: str) -> Iterator[None]:
    """Read back what the station itself wrote: what makes no sense any more is damage."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        said = str(error).splitlines() or [type(error).__name__]
        raise LedgerError(Fault.DAMAGED, f"{where}: {said[0]}") from error


def _failure(error: BaseException) -> LedgerError:
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return LedgerError(_fault(error), said)


def _fault(error: BaseException) -> Fault:
    if isinstance(error, sqlite3.Error):
        if str(error).startswith(_NOT_UTF_8):
            return Fault.DAMAGED
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        return _SQLITE.get(code & _PRIMARY, Fault.OTHER)
    state = getattr(error, "sqlstate", None)
    if isinstance(error, psycopg.Error) and error.diag.severity_nonlocalized == "PANIC":
        return Fault.UNREACHABLE  # whatever it is, the server ends, and its log may hold the deed
    if state is None:
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        return Fault.UNREACHABLE if lost else Fault.OTHER
    beginnings = (state[:length] for length in range(len(state), 1, -1))
    return next((_POSTGRESQL[b] for b in beginnings if b in _POSTGRESQL), Fault.OTHER)
