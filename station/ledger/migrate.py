"""Bringing a database to the schema that this version knows.

Migrations change what nothing else can give back: the journal and what is kept apart from it.  The
books are made anew from the journal.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from station.ledger import binding
from station.ledger.database import DatabaseError, reading, writing
from station.ledger.rebuild import rebuild_in

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run what migrations are missing, and make the books anew if others are wanted.

    One transaction.  Raises DatabaseError, with nothing changed, where the journal does not hold.
    """
    with writing(engine) as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        if binding.stamp(connection) != binding.due_stamp():
            binding.bind(connection)
            rebuild_in(connection)


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
    elif not is_current(engine):
        raise DatabaseError(
            f"expected a database at revision {newest} with this version's tables, got one at "
            f"{current}; make a backup, then run: station db upgrade"
        )


def is_current(engine: Engine) -> bool:
    """Whether a database has the schema that this version knows."""
    if revision_of(engine) != newest_revision():
        return False
    with reading(engine) as connection:
        return binding.stamp(connection) == binding.due_stamp()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
