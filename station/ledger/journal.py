"""Reading and appending journal rows."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, Text, cast, func, insert, select, update

from station.custody.facts import Fact
from station.custody.values import Stamp
from station.ledger.chain import BEGINNING, Entry, Head, Heading, append
from station.ledger.codec import decode, encode, subjects_of
from station.ledger.schema import heads, journal, subjects

READ_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fact as the journal keeps it: what, when, who, for which department, by which act."""

    fact: Fact
    stamp: Stamp
    act: str
    department: str | None
    terminal: str


def lock_head(connection: Connection, office: str) -> Head:
    """Return the end of the chain, holding it until the transaction ends (PostgreSQL)."""
    statement = select(heads).where(heads.c.office == office).with_for_update()
    row = connection.execute(statement).one_or_none()
    return BEGINNING if row is None else Head(row.seq, row.hash, row.at)


def write(
    connection: Connection, head: Head, heading: Heading, at: datetime, facts: Iterable[Fact]
) -> list[Recorded]:
    """Append the facts of one deed and move the head; the caller's transaction makes it one."""
    rows, about, recorded, end = [], [], [], head
    at = max(at, head.at)
    for position, fact in enumerate(facts):
        entry = append(end, heading, position, at, encode(fact))
        end = Head(entry.seq, entry.hash, at)
        rows.append({"office": heading.office, **_columns(entry)})
        about += about_rows(heading.office, entry.seq, fact)
        recorded.append(recorded_from(entry, fact))
    if not rows:
        raise ValueError("expected a deed that records something, got no facts")
    connection.execute(insert(journal), rows)
    if about:
        connection.execute(insert(subjects), about)
    _move_head(connection, heading.office, head, end)
    return recorded


def about_rows(office: str, seq: int, fact: Fact) -> list[dict[str, object]]:
    """Return the rows of `subjects` that follow from one entry."""
    return [{"office": office, "subject": it, "seq": seq} for it in subjects_of(fact)]


def _columns(entry: Entry) -> dict[str, object]:
    return {
        "seq": entry.seq,
        "deed": UUID(entry.deed),
        "position": entry.position,
        "kind": entry.kind,
        "body": entry.body,
        "hash": entry.hash,
    }


def _move_head(connection: Connection, office: str, head: Head, end: Head) -> None:
    values = {"seq": end.seq, "hash": end.hash, "at": end.at}
    if head == BEGINNING:
        connection.execute(insert(heads).values(office=office, **values))
    else:
        connection.execute(update(heads).where(heads.c.office == office).values(values))


def recorded_from(entry: Entry, fact: Fact | None = None) -> Recorded:
    """Return what an entry's stored body says."""
    body = json.loads(entry.body)
    known = fact or decode(body["kind"], body["version"], body["payload"])
    person = None if body["person"] is None else UUID(body["person"])
    stamp = Stamp(entry.seq, datetime.fromisoformat(body["at"]), person)
    return Recorded(known, stamp, body["act"], body["department"], body["terminal"])


def of_deed(connection: Connection, office: str, deed: UUID) -> list[Recorded]:
    """Return what a deed recorded, in order; nothing if it never was done."""
    statement = _entries(office).where(journal.c.deed == deed)
    return [recorded_from(Entry._make(row)) for row in connection.execute(statement)]


def about(connection: Connection, office: str, subject: UUID) -> list[Recorded]:
    """Return everything that was recorded about a subject, oldest first."""
    named = select(subjects.c.seq).where(subjects.c.office == office, subjects.c.subject == subject)
    statement = _entries(office).where(journal.c.seq.in_(named))
    return [recorded_from(Entry._make(row)) for row in connection.execute(statement)]


def entries(connection: Connection, office: str) -> Iterator[Entry]:
    """Return every stored entry in order, a bounded number in memory at once."""
    in_parts = _entries(office).execution_options(yield_per=READ_AT_ONCE)
    return map(Entry._make, connection.execute(in_parts))


def head(connection: Connection, office: str) -> Head | None:
    """Return the end of the chain as the head table has it."""
    row = connection.execute(select(heads).where(heads.c.office == office)).one_or_none()
    return None if row is None else Head(row.seq, row.hash, row.at)


def head_difference(connection: Connection, office: str, count: int, last: str) -> str | None:
    """Return how the kept head differs from the end that a walk came to; None when it does not."""
    kept = head(connection, office)
    if kept is None or (kept.seq, kept.hash) != (count, last):
        got = "none" if kept is None else f"entry {kept.seq} with hash {kept.hash}"
        return (
            f"entry {count + 1}: expected the journal's end at entry {count} with hash {last}, "
            f"got {got} as the kept head: the newest entries were cut off, or the head altered"
        )
    return None


def hash_at(connection: Connection, office: str, seq: int) -> str | None:
    """Return the hash of one entry; None where there is no such entry."""
    statement = select(journal.c.hash).where(journal.c.office == office, journal.c.seq == seq)
    return connection.execute(statement).scalar_one_or_none()


def offices(connection: Connection) -> list[str]:
    """Return every office that has a head or entries, sorted."""
    with_heads = connection.execute(select(heads.c.office)).scalars()
    with_entries = connection.execute(select(journal.c.office).distinct()).scalars()
    return sorted({*with_heads, *with_entries})


def count(connection: Connection, office: str) -> int:
    """Return the number of entries."""
    statement = select(func.count()).where(journal.c.office == office)
    return connection.execute(statement).scalar_one()


def _entries(office: str) -> Select[Any]:
    table = journal.c
    # Every database gives a UUID's hex digits faster than Python makes a UUID and its text again.
    deed = func.replace(cast(table.deed, Text), "-", "")
    columns = (table.seq, deed, table.position, table.kind, table.body, table.hash)
    return select(*columns).where(table.office == office).order_by(table.seq)
