"""Bringing a database to the schema that this version knows."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from station.ledger.database import DatabaseError, reading, writing

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine, to: str = "head") -> None:
    """Run what migrations are missing up to a revision, in one transaction."""
    with writing(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def revision_of(engine: Engine) -> str | None:
    """Return the revision that a database is at; None for an empty one."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def revisions() -> list[str]:
    """Return every revision that there ever was, the oldest first."""
    walked = ScriptDirectory.from_config(_config()).walk_revisions()
    return [script.revision for script in walked][::-1]


def newest_revision() -> str | None:
    """Return the revision that this version knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def prepare(engine: Engine) -> None:
    """Give an empty database its tables; refuse one of another revision."""
    current, newest = revision_of(engine), newest_revision()
    if current is None:
        upgrade(engine)
    elif current != newest:
        raise DatabaseError(
            f"expected a database at revision {newest}, got one at {current}; make a backup, "
            "then run: station db upgrade"
        )


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
