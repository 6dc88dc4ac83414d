"""Migrations lead to the schema that the code knows, and keep what was there."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import DBAPIError

from station.desk.pins import PinHasher
from station.ledger import binding, journal, migrate
from station.ledger.database import DatabaseError, open_engine, reading
from station.ledger.schema import journal as journal_table
from station.ledger.schema import metadata
from station.ledger.verify import verify
from tests.support import filled
from tests.support.hall import TREASURY, Hall


def test_the_migrations_give_the_schema_that_the_code_knows(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_every_revision_is_kept_as_an_earlier_version_filled_it() -> None:
    assert filled.revisions() == migrate.revisions()


@pytest.mark.parametrize("revision", filled.revisions())
def test_upgrading_a_filled_database_keeps_everything(
    database_url: str, hasher: PinHasher, revision: str
) -> None:
    engine = open_engine(database_url)
    filled.load(revision, engine)
    assert migrate.revision_of(engine) == revision
    with reading(engine) as connection:
        before = journal.head(connection, "hall")
        held = connection.execute(select(journal_table.c.body)).scalars().all()
    migrate.upgrade(engine)
    migrate.prepare(engine)
    (verdict,) = verify(engine)
    assert before is not None
    assert (verdict.broken, verdict.entries, verdict.head) == (None, before.seq, before.hash)
    with reading(engine) as connection:
        assert connection.execute(select(journal_table.c.body)).scalars().all() == held
    assert migrate.is_current(engine)
    another = Hall(engine, hasher, name="another")
    another.routed(TREASURY, "13112383852")
    another.handed_over("13112383852")
    assert [one.broken for one in verify(engine)] == [None, None]
    engine.dispose()


def test_books_of_another_make_are_made_anew(hall: Hall) -> None:
    hall.routed(TREASURY, "13112383852")
    before = verify(hall.engine)
    with hall.engine.begin() as connection:
        connection.execute(text("UPDATE books_stamp SET digest = 'older'"))
        connection.execute(text("ALTER TABLE items ADD COLUMN forgotten INTEGER"))
    with pytest.raises(DatabaseError, match="run: station db upgrade"):
        migrate.prepare(hall.engine)
    migrate.upgrade(hall.engine)
    migrate.prepare(hall.engine)
    assert verify(hall.engine) == before
    with pytest.raises(DBAPIError, match="forgotten"), hall.engine.begin() as connection:
        connection.execute(text("SELECT forgotten FROM items"))


def test_a_journal_that_does_not_hold_stops_an_upgrade(hall: Hall) -> None:
    with hall.engine.begin() as connection:
        connection.execute(text("UPDATE books_stamp SET digest = 'older'"))
        connection.execute(text("UPDATE heads SET hash = 'f'"))
    with pytest.raises(DatabaseError, match="nothing was changed: restore a backup"):
        migrate.upgrade(hall.engine)
    with reading(hall.engine) as connection:
        assert binding.stamp(connection) == "older"
        assert connection.execute(text("SELECT count(*) FROM people")).scalar_one() > 0


def test_a_database_of_another_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(DatabaseError, match="run: station db upgrade"):
        migrate.prepare(engine)


@pytest.mark.parametrize("url", ["mysql://x", "sqlserver", ""])
def test_an_unknown_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(DatabaseError, match="expected"):
        open_engine(url)
