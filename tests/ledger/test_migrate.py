"""Migrations lead to the schema that the code knows, and keep what was there."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import DatabaseError, open_engine, reading
from station.ledger.schema import metadata
from station.ledger.verify import verify
from tests.support.hall import TREASURY, Hall


def test_the_migrations_give_the_schema_that_the_code_knows(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize("revision", migrate.revisions())
def test_upgrading_a_filled_database_keeps_everything(
    database_url: str, hasher: PinHasher, revision: str
) -> None:
    engine = open_engine(database_url)
    migrate.upgrade(engine, revision)
    hall = Hall(engine, hasher)
    hall.routed(TREASURY, "13112383852")
    hall.handed_over("13112383852")
    before = verify(engine)
    assert migrate.revision_of(engine) == revision
    migrate.upgrade(engine)
    migrate.prepare(engine)
    assert verify(engine) == before
    assert before[0].broken is None
    assert migrate.revision_of(engine) == migrate.newest_revision()
    engine.dispose()


def test_a_database_of_another_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(DatabaseError, match="run: station db upgrade"):
        migrate.prepare(engine)


@pytest.mark.parametrize("url", ["mysql://x", "sqlserver", ""])
def test_an_unknown_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(DatabaseError, match="expected"):
        open_engine(url)
