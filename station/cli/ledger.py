"""station ledger: proofs."""

import typer

from station.cli.options import Db, settings
from station.ledger import migrate
from station.ledger.database import DatabaseError, open_engine
from station.ledger.verify import verify as verify_all

EXIT_BROKEN = 1

app = typer.Typer(help="The ledger and its proofs.", no_args_is_help=True)


@app.callback()
def ledger() -> None:
    """The ledger and its proofs."""


@app.command()
def verify(db: Db = None) -> None:
    """Walk the hash chain, replay it, and compare the tables with what it says.

    Prints `intact: N entries, head HASH` and ends with 0, or names the first broken entry and
    ends with 1.  A database with several offices gives one line for each.
    """
    engine = open_engine(db or settings().database_url)
    if migrate.revision_of(engine) is None:
        raise DatabaseError("expected a station's database, got an empty one; run: station init")
    verdicts = verify_all(engine)
    for verdict in verdicts:
        office = f"  (office {verdict.office})" if len(verdicts) > 1 else ""
        typer.echo(f"{verdict}{office}")
    if not verdicts:
        typer.echo("intact: 0 entries, no office was founded yet")
    if any(verdict.broken for verdict in verdicts):
        raise typer.Exit(EXIT_BROKEN)
