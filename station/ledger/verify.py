"""Whether the chain holds, and whether everything else says what the chain says."""

from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Engine,
    String,
    Uuid,
    func,
    insert,
    inspect,
    or_,
    select,
    type_coerce,
    update,
)

from station.custody.facts import Fact, PersonalDataPurged
from station.ledger import journal
from station.ledger.chain import BEGINNING, Break
from station.ledger.codec import refs_of
from station.ledger.compare import first_difference, paired
from station.ledger.database import reading
from station.ledger.faults import Fault, LedgerError, readable
from station.ledger.replay import replay
from station.ledger.schema import BOOKS, metadata, personal_data
from station.ledger.scratch import mentions, scratch
from station.ledger.vault import digest

READ_AT_ONCE = 100
UUID_DIGITS = 32
NO_DIGIT = "*[^0-9a-f]*"


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
    came of it.  What is kept apart must be what the journal has the digest of.  SQLite's own pages
    must hold first: through a damaged index, nobody sees a row that is there; and every table must
    be there, also those of which the journal knows nothing: letters, credentials, sessions.  Raises
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
            _note(due, came.recorded.fact)
            end = came.end
        broken = (
            journal.head_difference(connection, office, end)
            or first_difference(due, connection, office)
            or _apart_difference(due, connection, office)
            or _misspelt(connection, office)
        )
    return Verdict(office, end.seq, end.hash, broken)


def _misspelt(stored: Connection, office: str) -> str | None:
    """Return the first UUID that SQLite holds otherwise than it is written: no question finds it.

    Read back, capitals and dashes make the same UUID, and hide that the text is another.
    """
    if stored.dialect.name != "sqlite":
        return None  # which has a type for them
    for table in (*BOOKS, personal_data):
        for column in (it for it in table.columns if isinstance(it.type, Uuid)):
            text = type_coerce(column, String)
            is_other = or_(func.length(text) != UUID_DIGITS, text.op("GLOB")(NO_DIGIT))
            found = select(text).where(table.c.office == office, is_other).limit(1)
            if (spelt := stored.execute(found).scalar()) is not None:
                wanted = f"{UUID_DIGITS} hex digits in small letters"
                return f"table {table.name}: {column.name}: expected {wanted}, got {spelt!r}"
    return None


def _note(due: Connection, fact: Fact) -> None:
    refs = [{"id": ref.id, "digest": ref.digest} for ref in refs_of(fact)]
    if refs:
        due.execute(insert(mentions).prefix_with("OR IGNORE"), refs)
    if isinstance(fact, PersonalDataPurged):
        due.execute(update(mentions).where(mentions.c.id.in_(fact.data)).values(purged=True))


def _apart_difference(due: Connection, stored: Connection, office: str) -> str | None:
    """Return the first name, note or photo that is not what the journal has the digest of."""
    wanted = select(mentions.c.id, mentions.c.digest, mentions.c.purged).order_by(mentions.c.id)
    table = personal_data.c
    kept = select(table.id, table.salt, table.value).where(table.office == office)
    in_parts = kept.order_by(table.id).execution_options(yield_per=READ_AT_ONCE)
    there = stored.execute(in_parts)
    for mention, row in paired(map(tuple, due.execute(wanted)), map(tuple, there), 1):
        wrong = _apart_wrong(mention, row)
        if wrong:
            return f"table {personal_data.name}: {(mention or row or ('',))[0]}: {wrong}"
    return None


def _apart_wrong(mention: tuple[object, ...] | None, row: tuple[object, ...] | None) -> str | None:
    if mention is None:
        return "the journal knows nothing of it"
    _, due, purged = mention
    if row is None:
        return None if purged else "it is missing"
    if purged:
        return "it was purged, and is there again"
    _, salt, value = row
    assert isinstance(salt, bytes)  # noqa: S101 - the columns say so
    assert isinstance(value, bytes)  # noqa: S101
    return None if digest(salt, value) == due else "it is not what the journal has the digest of"
