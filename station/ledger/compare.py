"""Tables against tables: row by row, in the order of their keys, nothing held in memory."""

from collections.abc import Callable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, String, Table, collate, select

from station.ledger.schema import BOOKS

READ_AT_ONCE = 1_000

Row = tuple[Any, ...]


def first_difference(due: Connection, stored: Connection, office: str) -> str | None:
    """Return the first place where one office's stored books are not what is due."""
    for table in BOOKS:
        for mine, theirs in paired(
            rows(due, table, office), rows(stored, table, office), keys(table)
        ):
            if mine != theirs:
                return f"table {table.name}: {_difference(table, mine, theirs)}"
    return None


def rows(connection: Connection, table: Table, office: str) -> Iterator[Row]:
    """Yield one office's rows, keys first, in the same order on every database."""
    statement = select(*_columns(table)).where(table.c.office == office)
    in_order = statement.order_by(
        *(_in_order(c, connection) for c in _columns(table)[: keys(table)])
    )
    read = connection.execute(in_order.execution_options(yield_per=READ_AT_ONCE))
    return map(tuple, read)


def keys(table: Table) -> int:
    """Return how many of a row's first values name it."""
    return len(table.primary_key) - 1


def paired(
    due: Iterable[Row], stored: Iterable[Row], key_length: int
) -> Iterator[tuple[Row | None, Row | None]]:
    """Yield (due, stored) for every key that is in either of two sorted series."""

    def key(row: Row) -> Row:
        return row[:key_length]

    sides = merge(_named(0, due, key), _named(1, stored, key), key=itemgetter(0, 1))
    for _, same in groupby(sides, key=itemgetter(0)):
        found = {side: row for _, side, row in same}
        yield found.get(0), found.get(1)


def _named(
    side: int, series: Iterable[Row], key: Callable[[Row], Row]
) -> Iterator[tuple[Row, int, Row]]:
    return ((key(row), side, row) for row in series)


def _columns(table: Table) -> list[ColumnElement[Any]]:
    own = [column for column in table.columns if column.name != "office"]
    return sorted(own, key=lambda column: not column.primary_key)


def _in_order(column: ColumnElement[Any], connection: Connection) -> ColumnElement[Any]:
    # By bytes, as SQLite and Python compare; PostgreSQL's own order depends on its locale.
    is_text = isinstance(column.type, String) and connection.dialect.name == "postgresql"
    return collate(column, "C") if is_text else column


def _difference(table: Table, mine: Row | None, theirs: Row | None) -> str:
    named = mine or theirs or ()
    name = ", ".join(str(part) for part in named[: keys(table)])
    if theirs is None:
        return f"{name} is missing"
    if mine is None:
        return f"{name}: the journal knows nothing of it"
    columns = (column.name for column in _columns(table))
    first = next(trio for trio in zip(columns, mine, theirs, strict=True) if trio[1] != trio[2])
    return f"{name}: {first[0]}: expected {first[1]!r}, got {first[2]!r}"
