"""Deleting names, notes and photos when their time is over, and recording that it was done.

Value and salt go together, so the digests in the journal can no longer be guessed back.  What the
house still needs stays: the names of its people, all about pieces that it holds or has lost, and
what open cases and searches are about.
"""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Column, Connection, Engine, Select, Text, cast, func, select, union_all
from sqlalchemy.sql.elements import ColumnElement

from station.custody.facts import Facts, PersonalDataPurged
from station.custody.state import ItemStatus
from station.ledger.database import reading
from station.ledger.schema import (
    cases,
    expected_items,
    incidents,
    items,
    labels,
    people,
    personal_data,
    searches,
)
from station.ledger.store import By, Ledger, Work

AT_ONCE = 1_000
"""Values deleted by one deed: so long everybody else waits, and so long one entry gets."""

CONSOLE = "console"


class NotErasedError(Exception):
    """The values are deleted, but the database's files may still hold their bytes."""


def purge(engine: Engine, ledger: Ledger, before: datetime) -> int:
    """Delete what was kept since before a time and is not needed; return how many values.

    Afterwards their bytes are gone from the database's files too; NotErasedError when somebody who
    reads keeps them there.  Backups keep what they have.
    """
    count = 0
    while _are_overdue(engine, ledger.office, before):
        done = ledger.perform(
            By(uuid4(), None, CONSOLE), "purge", lambda work: _purge_some(work, before)
        )
        count += sum(len(fact.data) for fact in done.facts if isinstance(fact, PersonalDataPurged))
    _erase(engine)
    return count


def _are_overdue(engine: Engine, office: str, before: datetime) -> bool:
    with reading(engine) as connection:
        return bool(_overdue(connection, office, before, limit=1))


def _purge_some(work: Work, before: datetime) -> Facts:
    due = _overdue(work.connection, work.office, before, AT_ONCE)
    work.vault.delete(due)
    return (PersonalDataPurged(before, due),)


def _overdue(connection: Connection, office: str, before: datetime, limit: int) -> tuple[UUID, ...]:
    """Return what is older than a time and not needed, the oldest first."""
    table = personal_data.c
    old = select(table.id).where(
        table.office == office,
        table.kept_since < before,
        _hex(table.id).not_in(_needed(office)),
    )
    oldest = old.order_by(table.kept_since, table.id).limit(limit)
    return tuple(connection.execute(oldest).scalars())


def _needed(office: str) -> Select[tuple[str]]:
    """Select what must be kept, however old it is."""
    held = (items.c.office == office, items.c.status.in_((ItemStatus.HELD, ItemStatus.LOST)))
    announced = (expected_items.c.office == office, expected_items.c.id == items.c.expected)
    labelled = (labels.c.office == office, labels.c.id == items.c.id)
    missing = (expected_items.c.office == office, expected_items.c.id == cases.c.expected)
    open_case = (cases.c.office == office, cases.c.settled_by.is_(None))
    open_search = (
        searches.c.office == office,
        incidents.c.office == office,
        searches.c.incident == incidents.c.id,
        incidents.c.end.is_(None),
    )
    needed = union_all(
        select(_hex(people.c.name_id).label("id")).where(people.c.office == office),
        select(_hex(expected_items.c.sender_id)).where(*held, *announced),
        select(_hex(expected_items.c.addressee_id)).where(*held, *announced),
        select(_photo(items.c.scan)).where(*held),
        select(_hex(labels.c.description_id)).where(*held, *labelled),
        select(_hex(expected_items.c.sender_id)).where(*open_case, *missing),
        select(_hex(expected_items.c.addressee_id)).where(*open_case, *missing),
        select(_photo(cases.c.scan)).where(*open_case),
        select(_hex(searches.c.note_id)).where(*open_search),
    ).subquery()
    # NOT IN a list with a NULL in it is never true (ISO/IEC 9075-2, section 8.4).
    return select(needed.c.id).where(needed.c.id.is_not(None))


def _photo(scan: Column[object]) -> ColumnElement[str]:
    """Return the id of a scan's photo, or NULL, in hex digits."""
    return func.replace(scan["photo"]["id"].as_string(), "-", "")


def _hex(key: ColumnElement[UUID]) -> ColumnElement[str]:
    """Return a UUID's hex digits: each database keeps and writes it in a way of its own."""
    return func.replace(cast(key, Text), "-", "")


def _erase(engine: Engine) -> None:
    """Let no deleted byte stay in the database's files.

    SQLite overwrites what it deletes (database.py asks for it); the log must be folded in and cut.
    PostgreSQL leaves dead rows where they are until their table is written anew.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if engine.name == "postgresql":
            connection.exec_driver_sql(f"VACUUM FULL {personal_data.name}")
            return
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
        if busy:
            raise NotErasedError(
                "expected nobody to read while the log is cut, so that no deleted byte stays in "
                "it; the values are deleted: run the same command again when it is quiet"
            )
