"""From one database into another, of whichever kind: the journal row by row, the tables from it."""

from sqlalchemy import Connection, Engine, Table, insert, select

from station.ledger import journal, migrate
from station.ledger.database import DatabaseError, reading, writing
from station.ledger.rebuild import rebuild_in
from station.ledger.schema import (
    contacts,
    credentials,
    devices,
    heads,
    mails,
    notices,
    personal_data,
    pin_tries,
    revoked_badges,
    webhooks,
)
from station.ledger.schema import journal as journal_table

COPIED = (
    journal_table,
    heads,
    personal_data,
    credentials,
    revoked_badges,
    pin_tries,
    devices,
    contacts,
    notices,
    mails,
    webhooks,
)
"""What follows from nothing else.  Sessions stay behind: people sign in again."""

ROWS_AT_ONCE = 1_000


def copy(source: Engine, target: Engine) -> dict[str, int]:
    """Copy every office into an empty database; return entries by office.

    One state of the source arrives whole or not at all.  Raises DatabaseError where the source is
    not at the revision that this version knows, or the target holds something.
    """
    if not migrate.is_current(source):
        raise DatabaseError(
            f"expected a source at revision {migrate.newest_revision()} with this version's "
            f"tables, got {migrate.revision_of(source) or 'an empty database'}; "
            "run: station db upgrade"
        )
    migrate.prepare(target)
    with reading(source) as there, writing(target) as here:
        if journal.offices(here):
            raise DatabaseError(
                "expected an empty target, got one that holds an office; choose another"
            )
        for table in COPIED:
            _copy_rows(table, there, here)
        return rebuild_in(here)


def _copy_rows(table: Table, source: Connection, target: Connection) -> None:
    in_order = select(table).order_by(*table.primary_key)
    rows = source.execute(in_order.execution_options(yield_per=ROWS_AT_ONCE)).mappings()
    for part in rows.partitions():
        target.execute(insert(table), [dict(row) for row in part])
