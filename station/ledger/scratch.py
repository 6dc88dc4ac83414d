"""A database of its own for one replay: in memory while small, in a temporary file when not."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Boolean, Column, Connection, MetaData, String, Table, Uuid, create_engine
from sqlalchemy.pool import StaticPool

from station.ledger.schema import BOOKS, UtcDateTime, metadata

_own = MetaData()

mentions = Table(
    "mentions",
    _own,
    Column("id", Uuid, primary_key=True),
    Column("digest", String(64), nullable=False),
    Column("is_picture", Boolean, nullable=False),
    Column("since", UtcDateTime, nullable=False),
    Column("purged", Boolean, nullable=False, default=False),
)
"""Personal data that the journal refers to, since when, and whether it says it was deleted."""


@contextmanager
def scratch() -> Iterator[Connection]:
    """Give a connection to an empty database with the books' tables; it is gone afterwards."""
    # An empty name is SQLite's own way to say so (sqlite.org/inmemorydb.html, section 3).
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(""), poolclass=StaticPool)
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA synchronous = OFF")
            connection.exec_driver_sql("PRAGMA foreign_keys = ON")  # as where it will be kept
            metadata.create_all(connection, tables=BOOKS)
            _own.create_all(connection)
            yield connection
    finally:
        engine.dispose()
