"""Making the books' tables: thrown away and made anew whenever this version wants others.

What follows from the journal needs no migration: tables and laws are those of `schema` and `laws`,
and a stamp in the database says which ones it has.
"""

import hashlib

from sqlalchemy import (
    CheckConstraint,
    Connection,
    ForeignKeyConstraint,
    Table,
    delete,
    insert,
    select,
)

from station.ledger.laws import POSTGRESQL, SQLITE, laws
from station.ledger.schema import BOOKS, books_stamp, metadata

EVOLVED = 2
"""Raised whenever an old entry makes other books than before, though the tables stay the same."""


def due_stamp() -> str:
    """Return the SHA-256 of all that this version wants its books to be."""
    tables = map(_description, BOOKS)
    wanted = "\n".join((*tables, *SQLITE, *POSTGRESQL, f"evolved {EVOLVED}"))
    return hashlib.sha256(wanted.encode()).hexdigest()


def stamp(connection: Connection) -> str | None:
    """Return the stamp of the books that a database has."""
    return connection.execute(select(books_stamp.c.digest)).scalar_one_or_none()


def bind(connection: Connection) -> None:
    """Throw the books away and make them anew, empty, with their laws; the caller fills them."""
    for table in reversed(BOOKS):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table.name}")
    metadata.create_all(connection, tables=BOOKS, checkfirst=False)
    for law in laws(connection.dialect.name):
        connection.exec_driver_sql(law)
    connection.execute(delete(books_stamp))
    connection.execute(insert(books_stamp).values(digest=due_stamp()))


def _description(table: Table) -> str:
    """Return a table in words of our own: a library's would change with its version."""
    columns = [f"{c.name} {c.type} {c.nullable} {c.primary_key}" for c in table.columns]
    checks, keys = [], []
    for rule in table.constraints:
        if isinstance(rule, CheckConstraint):
            checks.append(f"{rule.name}: {rule.sqltext}")
        elif isinstance(rule, ForeignKeyConstraint):
            keys.append(f"{rule.column_keys} {rule.referred_table.name}")
    indexes = [f"{i.unique} {[c.name for c in i.columns]}" for i in table.indexes]
    parts = (table.name, *columns, *sorted(checks), *sorted(keys), *sorted(indexes))
    return "\n".join(map(str, parts))
