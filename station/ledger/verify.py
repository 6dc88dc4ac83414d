"""Whether the chain holds, and whether the tables say what the chain says."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, literal

from station.custody.evolve import evolve
from station.custody.memory import MemoryBooks
from station.custody.refusal import Refused
from station.custody.state import Aggregate
from station.ledger import journal
from station.ledger.books import SqlBooks
from station.ledger.chain import GENESIS_HASH, Break, walk
from station.ledger.database import reading
from station.ledger.mapping import MAPPERS


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
        SqlBooks(connection, office), replayed
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


def _table_difference(stored: SqlBooks, replayed: MemoryBooks) -> str | None:
    for kind, mapper in MAPPERS.items():
        table: dict[object, Aggregate] = {
            kept.id: kept
            for kept in stored.find(kind, literal(value=True))  # type: ignore[type-var]
        }
        for due in replayed.each(kind):  # type: ignore[type-var]
            kept = table.pop(due.id, None)
            if kept != due:
                return f"table {mapper.table.name}: {due.id}: expected {due}, got {kept}"
        for extra in table:
            return f"table {mapper.table.name}: {extra}: the journal knows nothing of it"
    return None
