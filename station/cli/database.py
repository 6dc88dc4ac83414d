"""station db: the database itself."""

from typing import Annotated

import typer

from station.cli.arrived import verify_arrived
from station.cli.options import Db, settings
from station.ledger import migrate
from station.ledger.copying import copy as copy_all
from station.ledger.database import open_engine

app = typer.Typer(help="The database itself.", no_args_is_help=True)


@app.callback()
def db() -> None:
    """The database itself."""


@app.command()
def upgrade(db: Db = None) -> None:
    """Bring the database to the schema that this version knows; make a backup before."""
    engine = open_engine(db or settings().database_url)
    before = migrate.revision_of(engine)
    migrate.upgrade(engine)
    typer.echo(f"database: from {before or 'empty'} to {migrate.revision_of(engine)}")


@app.command("copy")
def copy(
    target: Annotated[str, typer.Argument(metavar="URL", help="An empty database of either kind.")],
    db: Db = None,
) -> None:
    """Copy everything into another database, as from SQLite to PostgreSQL, and verify it there.

    Stop the station before: what is done afterwards stays behind.
    """
    arrived = open_engine(target)
    copy_all(open_engine(db or settings().database_url), arrived)
    verify_arrived(arrived, "everything was copied")
