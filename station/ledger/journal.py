"""Reading and appending journal rows."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Text,
    and_,
    bindparam,
    cast,
    func,
    insert,
    select,
    union_all,
    update,
)

from station.custody.facts import Fact
from station.custody.values import Stamp
from station.ledger.chain import BEGINNING, Entry, Head, Heading, append, hash_of
from station.ledger.codec import decode, encode, subjects_of
from station.ledger.faults import Fault, LedgerError, readable
from station.ledger.schema import heads, journal, subjects

READ_AT_ONCE = 1_000


# Every deed runs these: put together once, for that costs more than running them.

_LOCK_HEAD = select(heads).where(heads.c.office == bindparam("its_office")).with_for_update()
_MOVE_HEAD = update(heads).where(heads.c.office == bindparam("its_office"))
_HASH_AT = select(journal.c.hash).where(
    journal.c.office == bindparam("office"), journal.c.seq == bindparam("seq")
)
_APPEND = insert(journal)
_FILE_UNDER = insert(subjects)
_OF_OFFICE = select(
    journal.c.seq,
    # Every database gives hex digits faster than Python makes a UUID and its text again.
    func.replace(cast(journal.c.deed, Text), "-", ""),
    journal.c.position,
    journal.c.kind,
    journal.c.body,
    journal.c.hash,
).where(journal.c.office == bindparam("office"))
_ENTRIES = _OF_OFFICE.order_by(journal.c.seq)
# Two plans by their own index each; by one with OR, SQLite would walk through all of the chain.
_DEEDS_AND_END = union_all(
    _OF_OFFICE.where(journal.c.seq == bindparam("end")),
    _OF_OFFICE.where(journal.c.deed.in_(bindparam("deeds", expanding=True))),
)


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
    row = connection.execute(_LOCK_HEAD, {"its_office": office}).one_or_none()
    return BEGINNING if row is None else Head(row.seq, row.hash, row.at)


def require_end(connection: Connection, office: str, kept: Head) -> None:
    """Refuse to hang anything on a head that the newest entry does not have."""
    _require_hash(kept, hash_at(connection, office, kept.seq))


def _require_hash(kept: Head, newest: str | None) -> None:
    if kept != BEGINNING and newest != kept.hash:
        what = f"entry {kept.seq}, the newest, does not have the hash that is kept as the head"
        raise LedgerError(Fault.DAMAGED, what)


@dataclass(frozen=True, slots=True)
class Composed:
    """A deed's entries that hang on a head and are not written yet, and the head after them."""

    entries: list[Entry]
    recorded: list[Recorded]
    end: Head


def compose(head: Head, heading: Heading, at: datetime, facts: Iterable[Fact]) -> Composed:
    """Return the entries of one deed; ValueError when it records nothing."""
    entries, recorded, end = [], [], head
    at = max(at, head.at).astimezone(UTC)
    for position, fact in enumerate(facts):
        entry = append(end, heading, position, at, encode(fact))
        end = Head(entry.seq, entry.hash, at)
        entries.append(entry)
        stamp = Stamp(entry.seq, at, heading.person)
        recorded.append(Recorded(fact, stamp, heading.act, heading.department, heading.terminal))
    if not entries:
        raise ValueError("expected a deed that records something, got no facts")
    return Composed(entries, recorded, end)


def write(connection: Connection, office: str, head: Head, deeds: Sequence[Composed]) -> None:
    """Append the entries of deeds that follow one another, and move the head."""
    rows, about = rows_of(office, deeds)
    connection.execute(_APPEND, rows)
    if about:
        connection.execute(_FILE_UNDER, about)
    _move_head(connection, office, head, deeds[-1].end)


def rows_of(
    office: str, deeds: Sequence[Composed]
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Return the rows of `journal` and of `subjects` that deeds add."""
    rows = [{"office": office, **_columns(entry)} for deed in deeds for entry in deed.entries]
    recorded = [line for deed in deeds for line in deed.recorded]
    about = [row for line in recorded for row in about_rows(office, line.stamp.seq, line.fact)]
    return rows, about


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
        connection.execute(insert(heads), {"office": office, **values})
    else:
        connection.execute(_MOVE_HEAD, {"its_office": office, **values})


def recorded_from(entry: Entry) -> Recorded:
    """Return what an entry's stored body says."""
    body = json.loads(entry.body)
    fact = decode(body["kind"], body["version"], body["payload"])
    person = None if body["person"] is None else UUID(body["person"])
    stamp = Stamp(entry.seq, datetime.fromisoformat(body["at"]), person)
    return Recorded(fact, stamp, body["act"], body["department"], body["terminal"])


def done_before(
    connection: Connection, office: str, kept: Head, deeds: Sequence[UUID]
) -> dict[UUID, list[Recorded]]:
    """Return what deeds recorded, in order; those that never were done are left out.

    Refuses, as `require_end` does, a head that the newest entry does not have: one question for
    both, because every deed begins with it.
    """
    rows = connection.execute(_DEEDS_AND_END, {"office": office, "end": kept.seq, "deeds": deeds})
    entries = {entry.seq: entry for entry in map(Entry._make, rows)}
    _require_hash(kept, entries[kept.seq].hash if kept.seq in entries else None)
    asked = {deed.hex for deed in deeds}
    repeated = [entry for _, entry in sorted(entries.items()) if entry.deed in asked]
    done: dict[UUID, list[Recorded]] = {}
    for entry, recorded in _answers(repeated):
        done.setdefault(UUID(entry.deed), []).append(recorded)
    return done


def of_deeds(
    connection: Connection, office: str, deeds: Collection[UUID], kind: str
) -> dict[UUID, Recorded]:
    """Return the first entry of one kind of each deed that has one."""
    named = and_(journal.c.deed.in_(deeds), journal.c.kind == kind)
    rows = connection.execute(_ENTRIES.where(named), {"office": office})
    found: dict[UUID, Recorded] = {}
    for entry, recorded in _answers(rows):
        found.setdefault(UUID(entry.deed), recorded)
    return found


def about(connection: Connection, office: str, subject: UUID) -> list[Recorded]:
    """Return everything that was recorded about a subject, oldest first."""
    named = select(subjects.c.seq).where(subjects.c.office == office, subjects.c.subject == subject)
    rows = connection.execute(_ENTRIES.where(journal.c.seq.in_(named)), {"office": office})
    return [recorded for _, recorded in _answers(rows)]


def about_all(
    connection: Connection, office: str, about: Collection[UUID], kinds: Collection[str]
) -> dict[UUID, list[Recorded]]:
    """Return what was recorded of such kinds about many subjects, oldest first."""
    chosen = and_(subjects.c.office == office, subjects.c.subject.in_(about))
    named = select(subjects.c.subject, subjects.c.seq).where(chosen)
    filed: dict[int, list[UUID]] = {}
    for subject, seq in connection.execute(named):
        filed.setdefault(seq, []).append(subject)
    of_kinds = _ENTRIES.where(
        journal.c.seq.in_(select(subjects.c.seq).where(chosen)), journal.c.kind.in_(kinds)
    )
    found: dict[UUID, list[Recorded]] = {}
    for entry, recorded in _answers(connection.execute(of_kinds, {"office": office})):
        for subject in filed[entry.seq]:
            found.setdefault(subject, []).append(recorded)
    return found


def _answers(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[Entry, Recorded]]:
    """Yield what entries record; one that does not give its own hash answers nothing."""
    for row in rows:
        entry = Entry._make(row)
        if hash_of(entry.body.encode()) != entry.hash:
            raise LedgerError(Fault.DAMAGED, f"entry {entry.seq} was altered")
        with readable(f"entry {entry.seq}"):
            recorded = recorded_from(entry)
        yield entry, recorded


def entries(connection: Connection, office: str) -> Iterator[Entry]:
    """Return every stored entry in order, a bounded number in memory at once."""
    in_parts = _ENTRIES.execution_options(yield_per=READ_AT_ONCE)
    return map(Entry._make, connection.execute(in_parts, {"office": office}))


def after(connection: Connection, office: str, seq: int, count: int) -> tuple[Recorded, ...]:
    """Return what was recorded after an entry, oldest first, so many lines at most."""
    later = _OF_OFFICE.where(journal.c.seq > seq).order_by(journal.c.seq).limit(count)
    rows = connection.execute(later, {"office": office})
    return tuple(recorded for _, recorded in _answers(rows))


def head(connection: Connection, office: str) -> Head | None:
    """Return the end of the chain as the head table has it."""
    row = connection.execute(select(heads).where(heads.c.office == office)).one_or_none()
    return None if row is None else Head(row.seq, row.hash, row.at)


def head_difference(connection: Connection, office: str, end: Head) -> str | None:
    """Return how the kept head differs from the end that a walk came to; None when it does not."""
    kept = head(connection, office)
    if kept == end:
        return None
    got = "none" if kept is None else _told(kept)
    return (
        f"entry {end.seq + 1}: expected the journal's end at {_told(end)}, "
        f"got {got} as the kept head: the newest entries were cut off, or the head altered"
    )


def _told(end: Head) -> str:
    return f"entry {end.seq} with hash {end.hash} of {end.at.isoformat()}"


def hash_at(connection: Connection, office: str, seq: int) -> str | None:
    """Return the hash of one entry; None where there is no such entry."""
    return connection.execute(_HASH_AT, {"office": office, "seq": seq}).scalar_one_or_none()


def offices(connection: Connection) -> list[str]:
    """Return every office that has a head or entries, sorted."""
    with_heads = connection.execute(select(heads.c.office)).scalars()
    with_entries = connection.execute(select(journal.c.office).distinct()).scalars()
    return sorted({*with_heads, *with_entries})


def count(connection: Connection, office: str) -> int:
    """Return the number of entries."""
    statement = select(func.count()).where(journal.c.office == office)
    return connection.execute(statement).scalar_one()
