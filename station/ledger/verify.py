"""Whether the chain holds, and whether the tables say what the chain says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, select

from station.custody.evolve import evolve
from station.custody.memory import MemoryBooks
from station.custody.refusal import Refused
from station.custody.state import Handover
from station.ledger import journal
from station.ledger.chain import GENESIS_HASH, Break, walk
from station.ledger.database import reading
from station.ledger.mapping import MAPPERS, Values
from station.ledger.schema import handover_items


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a verification found for one office; `broken` is None when all is well."""

    office: str
    entries: int
    head: str
    broken: str | None

    def __str__(self) -> str:
        """One line for people."""
        if self.broken is None:
            return f"intact: {self.entries} entries, head {self.head}"
        return f"BROKEN: {self.broken}"


def verify(engine: Engine) -> list[Verdict]:
    """Verify every office of a database, from one consistent view of it."""
    with reading(engine) as connection:
        return [_verify_office(connection, office) for office in journal.offices(connection)]


def _verify_office(connection: Connection, office: str) -> Verdict:
    replayed = MemoryBooks()
    count, last = 0, GENESIS_HASH
    for entry in walk(office, journal.entries(connection, office)):
        if isinstance(entry, Break):
            return Verdict(office, count, last, str(entry))
        try:
            recorded = journal.recorded_from(entry)
            evolve(recorded.fact, recorded.stamp, replayed)
        except (ValueError, Refused) as error:
            return Verdict(office, count, last, f"entry {entry.seq}: cannot be replayed: {error}")
        count, last = entry.seq, entry.hash
    broken = _head_difference(connection, office, count, last) or _table_difference(
        connection, office, replayed
    )
    return Verdict(office, count, last, broken)


def _head_difference(connection: Connection, office: str, count: int, last: str) -> str | None:
    head = journal.head(connection, office)
    if head is None or (head.seq, head.hash) != (count, last):
        got = "none" if head is None else f"entry {head.seq} with hash {head.hash}"
        return (
            f"entry {count + 1}: expected the journal's end at entry {count} with hash {last}, "
            f"got {got} as the kept head: the newest entries were cut off, or the head altered"
        )
    return None


def _table_difference(connection: Connection, office: str, replayed: MemoryBooks) -> str | None:
    for kind, mapper in MAPPERS.items():
        due = {kept.id: mapper.to_row(kept) for kept in replayed.each(kind)}  # type: ignore[type-var]
        rows = _rows(connection, office, mapper.table)
        difference = _first_difference(due, {row["id"]: row for row in rows})
        if difference:
            return f"table {mapper.table.name}: {difference}"
    pieces = {(p["handover"], p["item"]): p for p in _due_pieces(replayed)}
    stored = _rows(connection, office, handover_items)
    difference = _first_difference(pieces, {(p["handover"], p["item"]): p for p in stored})
    return f"table {handover_items.name}: {difference}" if difference else None


def _rows(connection: Connection, office: str, table: Table) -> list[Values]:
    rows = connection.execute(select(table).where(table.c.office == office)).mappings()
    return [{name: row[name] for name in row if name != "office"} for row in rows]


def _due_pieces(replayed: MemoryBooks) -> list[Values]:
    return [
        {
            "handover": handover.id,
            "item": item,
            "offered": item in handover.offered,
            "received": item in handover.received,
        }
        for handover in replayed.each(Handover)
        for item in handover.offered | handover.received
    ]


def _first_difference(due: Mapping[Any, Values], stored: dict[Any, Values]) -> str | None:
    for key, row in due.items():
        kept = stored.pop(key, None)
        if kept is None:
            return f"{key} is missing"
        for name, value in row.items():
            if kept[name] != value:
                return f"{key}: {name}: expected {value!r}, got {kept[name]!r}"
    return next((f"{key}: the journal knows nothing of it" for key in stored), None)
