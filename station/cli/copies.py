"""station backup and station restore."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import Db, settings
from station.ledger import backup as copies
from station.ledger.database import DatabaseError, open_engine
from station.ledger.verify import verify


def backup(
    file: Annotated[Path, typer.Argument(help="The new file for the copy.")], db: Db = None
) -> None:
    """Copy the database into a file, while people go on working."""
    copies.back_up(db or settings().database_url, file)
    typer.echo(f"copied to {file}; the key that signs checkpoints is not in it")


def restore(
    file: Annotated[Path, typer.Argument(help="A copy that station backup made.")], db: Db = None
) -> None:
    """Put a copy back into an empty database, and verify it."""
    url = db or settings().database_url
    copies.restore(file, url)
    verdicts = verify(open_engine(url))
    for verdict in verdicts:
        typer.echo(f"{verdict}  (office {verdict.office})")
    if any(verdict.broken for verdict in verdicts):
        raise DatabaseError("the copy was put back, and does not verify: see above")
