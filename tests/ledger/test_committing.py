"""Transactions that end in one piece, and questions without one: nothing half, nothing left on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import InvalidRequestError

from station.ledger.chain import GENESIS_HASH
from station.ledger.database import committing, glancing, reading, writing
from station.ledger.faults import LedgerError
from station.ledger.schema import heads
from station.ledger.store import utc_now

COUNTED = select(func.count()).select_from(heads)


def keep(connection: Connection, *offices: str) -> None:
    """Send a statement for each of them."""
    for office in offices:
        row = {"office": office, "seq": 1, "hash": GENESIS_HASH, "at": utc_now()}
        connection.execute(insert(heads), row)


def kept(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(COUNTED).scalar_one()


def test_the_end_of_the_block_commits(engine: Engine) -> None:
    with writing(engine) as connection:
        keep(connection, "one")
        with committing(connection):
            keep(connection, "two", "three")
        assert kept(engine) == 3
        with pytest.raises(InvalidRequestError, match="closed transaction"):
            keep(connection, "four")
    assert kept(engine) == 3


@contextmanager
def failing(engine: Engine, *, with_what: type[Exception] = LedgerError) -> Iterator[Connection]:
    """Give the last block of a transaction that has written before, and has to fail."""
    with pytest.raises(with_what), writing(engine) as connection:  # noqa: PT012 - all may raise
        keep(connection, "before")
        with committing(connection):
            yield connection
    assert kept(engine) == 0
    with writing(engine) as connection, committing(connection):  # the same line serves again
        keep(connection, "after")
    assert kept(engine) == 1


@pytest.mark.parametrize("offices", [("one", "one"), ("one", "one", "two"), ("one", "two", "one")])
def test_what_cannot_be_written_takes_all_with_it(engine: Engine, offices: tuple[str]) -> None:
    with failing(engine) as connection:
        keep(connection, *offices)


def test_whoever_gives_up_within_the_block_has_written_nothing(engine: Engine) -> None:
    with failing(engine, with_what=ZeroDivisionError) as connection:
        keep(connection, "one")
        raise ZeroDivisionError


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_nothing_can_be_asked_in_one_piece(engine: Engine) -> None:
    with failing(engine, with_what=RuntimeError) as connection:
        keep(connection, "one")
        connection.execute(COUNTED).all()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_that_ends_in_the_middle_has_kept_nothing(engine: Engine) -> None:
    with failing(engine) as connection, reading(engine) as beside:
        keep(connection, "one")
        mine = connection.connection.driver_connection
        assert mine is not None
        beside.execute(select(func.pg_terminate_backend(mine.info.backend_pid)))


def test_a_glance_leaves_no_line_that_keeps_what_is_given_up(engine: Engine) -> None:
    with glancing(engine) as connection:
        assert connection.execute(COUNTED).scalar_one() == 0
    with failing(engine, with_what=ZeroDivisionError) as connection:
        raise ZeroDivisionError
