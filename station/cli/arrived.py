"""What a command put into a database is verified there, and said."""

import typer

from station.ledger.database import DatabaseError, Engine
from station.ledger.verify import verify


def verify_arrived(engine: Engine, how: str) -> None:
    """Print each office's verdict; DatabaseError when what came there (`how`) does not verify."""
    verdicts = verify(engine)
    for verdict in verdicts:
        typer.echo(f"{verdict}  (office {verdict.office})")
    if any(verdict.broken for verdict in verdicts):
        raise DatabaseError(f"{how}, and does not verify: see above")
