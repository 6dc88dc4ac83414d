"""station db: the database itself."""

import typer

from station.cli.options import Db, settings
from station.ledger import migrate
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
