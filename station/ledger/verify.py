"""Whether the chain holds, and whether everything else says what the chain says."""

from dataclasses import dataclass

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from station.custody.facts import PersonalDataPurged
from station.ledger import journal
from station.ledger.chain import BEGINNING, Break
from station.ledger.codec import kept_of
from station.ledger.compare import Row, first_difference, paired
from station.ledger.database import reading
from station.ledger.faults import Fault, LedgerError, readable
from station.ledger.journal import Recorded
from station.ledger.lawful import law_difference
from station.ledger.replay import replay
from station.ledger.schema import BOOKS, metadata, personal_data
from station.ledger.scratch import mentions, scratch
from station.ledger.spelling import misspelt
from station.ledger.vault import PHOTO, TEXT, digest

READ_AT_ONCE = 100


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
    """Verify every office of a database, from one consistent view of it.

    The chain is walked and replayed into a scratch database, and every table is compared with what
    came of it.  What is kept apart must be what the journal has the digest of, of the kind and
    since the time that it says; and the laws those that the station gave.  SQLite's own pages must
    hold first: through a damaged index, nobody sees a row that is there; and every table must be
    there, also those of which the journal knows nothing: letters, credentials, sessions.  Raises
    LedgerError where they do not, or where what they hold cannot be read.
    """
    with reading(engine) as connection:
        _require_whole_pages(connection)
        _require_every_table(connection)
        with readable("what is stored"):
            return [_verify_office(connection, office) for office in _offices(connection)]


def _offices(connection: Connection) -> list[str]:
    """Return every office of which anything is kept: rows without a journal are no ledger."""
    found = set(journal.offices(connection))
    for table in (*BOOKS, personal_data):
        found.update(connection.execute(select(table.c.office).distinct()).scalars())
    return sorted(found)


def _require_whole_pages(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":  # PostgreSQL checks each page that it reads by itself
        said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
        if said != "ok":
            raise LedgerError(Fault.DAMAGED, " ".join(said.split()))


def _require_every_table(connection: Connection) -> None:
    missing = sorted(metadata.tables.keys() - inspect(connection).get_table_names())
    if missing:
        raise LedgerError(Fault.DAMAGED, f"no table {', '.join(missing)}")


def _verify_office(connection: Connection, office: str) -> Verdict:
    end = BEGINNING
    with scratch() as due:
        for came in replay(due, office, journal.entries(connection, office)):
            if isinstance(came, Break):
                return Verdict(office, end.seq, end.hash, str(came))
            _note(due, came.recorded)
            end = came.end
        broken = (
            misspelt(connection, office)  # else what is compared may not even be read
            or journal.head_difference(connection, office, end)
            or first_difference(due, connection, office)
            or _apart_difference(due, connection, office)
            or law_difference(connection)
        )
    return Verdict(office, end.seq, end.hash, broken)


def _note(due: Connection, recorded: Recorded) -> None:
    fact = recorded.fact
    refs = [
        {"id": ref.id, "digest": ref.digest, "is_picture": it, "since": recorded.stamp.at}
        for ref, it in kept_of(fact)
    ]
    if refs:
        due.execute(insert(mentions).prefix_with("OR IGNORE"), refs)
    if isinstance(fact, PersonalDataPurged):
        due.execute(update(mentions).where(mentions.c.id.in_(fact.data)).values(purged=True))


def _apart_difference(due: Connection, stored: Connection, office: str) -> str | None:
    """Return the first name, note or photo that is not as the journal says."""
    wanted = select(*mentions.columns).order_by(mentions.c.id)
    table = personal_data.c
    kept = select(table.id, table.salt, table.value, table.media_type, table.kept_since)
    in_order = kept.where(table.office == office).order_by(table.id)
    there = stored.execute(in_order.execution_options(yield_per=READ_AT_ONCE))
    for mention, row in paired(map(tuple, due.execute(wanted)), map(tuple, there), 1):
        wrong = _apart_wrong(mention, row)
        if wrong:
            return f"table {personal_data.name}: {(mention or row or ('',))[0]}: {wrong}"
    return None


def _apart_wrong(mention: Row | None, row: Row | None) -> str | None:
    if mention is None:
        return "the journal knows nothing of it"
    _, due, is_picture, since, purged = mention
    if row is None:
        return None if purged else "it is missing"
    if purged:
        return "it was purged, and is there again"
    _, salt, value, media_type, kept_since = row
    if digest(salt, value) != due:
        return "it is not what the journal has the digest of"
    if media_type != (wanted := PHOTO if is_picture else TEXT):
        return f"media_type: expected {wanted!r}, got {media_type!r}"
    # A time moved back would let a purge take what is still evidence.
    return None if kept_since == since else f"kept_since: expected {since}, got {kept_since}"
