"""What the station wants of a PostgreSQL server, and of each of its sessions there."""

import select
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg.pq import PipelineStatus
from sqlalchemy import Connection
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.exc import DisconnectionError

from station.ledger.faults import BUSY_TIMEOUT_MS, DatabaseError

VERSION_MIN = 15

IDLE_TIMEOUT_MS = 300_000
"""After so long, the server ends a deed whose station was cut off or frozen in its middle."""

NEVER_FOR_EVER = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
"""A machine that is gone says nothing: give up on it within half a minute."""

_LIMITS = """SELECT set_config('lock_timeout', %s, false),
    set_config('idle_in_transaction_session_timeout', %s, false)"""

_DURABILITY = "SELECT current_setting('fsync'), current_setting('full_page_writes')"


def prepare_session(session: "psycopg.Connection[tuple[str, ...]]", _record: object) -> None:
    """Make a new session keep what it commits and wait no longer than it must.

    Raises DatabaseError for a server that is too old, or that would forget in a power cut.
    """
    version = session.info.server_version // 10_000
    if version < VERSION_MIN:
        raise DatabaseError(
            f"expected PostgreSQL {VERSION_MIN} or newer, got {version}; upgrade the server"
        )
    with session.cursor() as cursor:
        settings = cursor.execute(_DURABILITY).fetchone()
        if settings != ("on", "on"):
            raise DatabaseError(
                f"expected a server with fsync and full_page_writes on, got {settings}; without "
                "them a power cut loses deeds: turn them on in postgresql.conf"
            )
        cursor.execute(_LIMITS, (str(BUSY_TIMEOUT_MS), str(IDLE_TIMEOUT_MS)))
        # Other values than off wait for this disk at least; an administrator may want more.
        cursor.execute(
            "SELECT set_config('synchronous_commit', 'on', false)"
            " WHERE current_setting('synchronous_commit') = 'off'"
        )
    session.commit()


def require_silent_line(
    session: "psycopg.Connection[tuple[str, ...]]", _record: object, _proxy: object
) -> None:
    """Refuse a session whose server has ended it, so that the pool opens a new one.

    A server that stops says so and hangs up, and both lie in the line, where nothing is due while
    nobody asks.  So the first deed after a restart need not fail, and none has to ask beforehand.
    Raises DisconnectionError.
    """
    if session.closed or _has_word(session.fileno()):
        raise DisconnectionError


@contextmanager
def in_one_piece(connection: Connection) -> Iterator[None]:
    """Send what is executed in the block without waiting for the answer to each of it.

    At the first error the server leaves out all that follows, a COMMIT too (PostgreSQL 15,
    section 34.5.1.3), and the error is raised by a later statement or at the end.
    """
    session = connection.connection.driver_connection
    assert isinstance(session, psycopg.Connection)  # noqa: S101 - open_engine chose the driver
    try:
        with session.pipeline():
            yield
    except BaseException:
        # SQLAlchemy takes a COMMIT that failed for an end, but one that was left out is none.
        _end(session)
        raise


def _end(session: "psycopg.Connection[tuple[str, ...]]") -> None:
    try:
        session.rollback()
    except psycopg.Error:
        session.close()


def refuse_to_ask_in_one_piece(
    _connection: object,
    cursor: "psycopg.Cursor[tuple[str, ...]]",
    statement: str,
    _parameters: object,
    context: DefaultExecutionContext,
    _many: bool,  # noqa: FBT001 - SQLAlchemy's order
) -> None:
    """Refuse a question for whose answer nobody waits: there would seem to be none."""
    in_pipeline = cursor.connection.pgconn.pipeline_status != PipelineStatus.OFF
    if in_pipeline and not (context.isinsert or context.isupdate or context.isdelete):
        raise RuntimeError(f"expected nothing but writes in one piece, got {statement}")


def _has_word(line: int) -> bool:
    poll = select.poll()
    poll.register(line, select.POLLIN | select.POLLPRI)
    return bool(poll.poll(0))  # with what cannot be read too: hung up, failed, not open
