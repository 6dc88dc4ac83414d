"""Migrations lead to the schema that the code knows, and keep what was there."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

from station.ledger import migrate
from station.ledger.database import DatabaseError, open_engine, reading
from station.ledger.schema import metadata
from station.ledger.verify import verify
from tests.support.hall import Hall


def test_the_migrations_give_the_schema_that_the_code_knows(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_upgrading_a_filled_database_keeps_everything(hall: Hall) -> None:
    hall.taken("duty", "13112383852")
    before = verify(hall.engine)
    migrate.upgrade(hall.engine)
    migrate.prepare(hall.engine)
    assert verify(hall.engine) == before
    assert before[0].broken is None
    assert migrate.revision_of(hall.engine) == migrate.newest_revision()


def test_a_database_of_another_version_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with pytest.raises(DatabaseError, match="run: station db upgrade"):
        migrate.prepare(engine)


@pytest.mark.parametrize("url", ["mysql://x", "sqlserver", ""])
def test_an_unknown_address_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(DatabaseError, match="expected"):
        open_engine(url)
