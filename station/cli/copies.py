"""station backup and station restore."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.arrived import verify_arrived
from station.cli.options import Db, settings
from station.ledger import backup as copies
from station.ledger.database import open_engine


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
    verify_arrived(open_engine(url), "the copy was put back")
