"""A long journal soon: arrivals by the thousand, through the same encoder and the same evolve.

Only the way into the tables is another one: rows by the ten thousand instead of a deed at a time.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from psycopg.types.json import Json
from sqlalchemy import JSON, Connection, Engine, Table, insert, update

from station.custody.evolve import evolve
from station.custody.facts import ArrivalClosed, ArrivalOpened, Fact, ItemDelivered, ItemTakenIn
from station.custody.values import Ending, Scan
from station.ledger import journal
from station.ledger.chain import Head, Heading
from station.ledger.database import writing
from station.ledger.mapping import MAPPERS
from station.ledger.schema import heads, items, subjects
from station.ledger.schema import journal as journal_table
from tests.support.memory import MemoryBooks

PIECES = 20
"""Pieces an arrival; each is taken in and delivered: 42 entries an arrival."""

DEEDS_A_DAY = 2_000
ROWS_AT_ONCE = 20_000

Rows = dict[Table, list[dict[str, Any]]]


@dataclass
class Filler:
    """Writes past arrivals of one office behind its head, into several databases alike."""

    office: str
    department: str
    person: UUID
    head: Head
    chance: random.Random

    def chunks(self, entries: int) -> Iterator[tuple[Rows, Head]]:
        """Yield rows, and the head behind them, until there are so many entries."""
        rows: Rows = {}
        while self.head.seq < entries:
            self._arrival(rows)
            if len(rows[journal_table]) >= ROWS_AT_ONCE:
                yield rows, self.head
                rows = {}
        if rows:
            yield rows, self.head

    def _arrival(self, rows: Rows) -> None:
        books, arrival = MemoryBooks(), self._uuid()
        at = self.head.at
        opened = ArrivalOpened(arrival, "日本郵便", PIECES, at, self.department, None)
        self._deed(rows, books, arrival, "open_arrival", opened)
        for _ in range(PIECES):
            item = self._uuid()
            taken = ItemTakenIn(arrival, item, self._scan(), None)
            self._deed(rows, books, item, "take_in", taken)
            self._deed(rows, books, self._uuid(), "deliver", ItemDelivered(item, Ending.OPENED))
        closed = ArrivalClosed(arrival, PIECES)
        self._deed(rows, books, self._uuid(), "close_arrival", closed)
        for aggregate in books:
            mapper = MAPPERS[type(aggregate)]
            rows.setdefault(mapper.table, []).append(
                {"office": self.office, **mapper.to_row(aggregate)}
            )

    def _deed(self, rows: Rows, books: MemoryBooks, deed: UUID, act: str, fact: Fact) -> None:
        heading = Heading(self.office, deed, act, self.person, self.department, "desk")
        at = self.head.at + timedelta(days=1) / DEEDS_A_DAY
        composed = journal.compose(self.head, heading, at, (fact,))
        for line in composed.recorded:
            evolve(line.fact, line.stamp, books)
        written, about = journal.rows_of(self.office, (composed,))
        rows.setdefault(journal_table, []).extend(written)
        rows.setdefault(subjects, []).extend(about)
        self.head = composed.end

    def _scan(self) -> Scan:
        base = self.chance.randrange(10**10)
        number = f"{base:010}{base % 7}"
        return Scan(number, number, ("japan_post_11",), "nw7", ("zxing", "zbar"))

    def _uuid(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)


def write_rows(engine: Engine, office: str, rows: Rows, head: Head) -> None:
    """Write a chunk and move the head to its end, in one transaction."""
    with writing(engine) as connection:
        for table in sorted(rows, key=lambda table: table is items):  # they refer to arrivals
            _insert(connection, table, rows[table])
        values = {"seq": head.seq, "hash": head.hash, "at": head.at}
        connection.execute(update(heads).where(heads.c.office == office).values(values))


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(insert(table), rows)
        return
    columns = [*table.columns]
    named = ", ".join(column.name for column in columns)
    raw = connection.connection.driver_connection
    assert raw is not None
    with raw.cursor() as cursor, cursor.copy(f"COPY {table.name} ({named}) FROM STDIN") as out:
        for row in rows:
            out.write_row([_plain(row[c.name], is_json=isinstance(c.type, JSON)) for c in columns])


def _plain(value: object, *, is_json: bool) -> object:
    return Json(value) if is_json and value is not None else value
