"""station init: the first day of an office."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import CommandError, Db, prepared, settings
from station.desk.import_office import found_from, read_office
from station.desk.pins import PinHasher
from station.desk.tables import TableError
from station.ledger.store import Ledger


def init(
    departments: Annotated[
        Path, typer.Option(help="CSV: 番号, 課名, かな, 別名, 受付 (振分け marks who sorts mail).")
    ],
    people: Annotated[Path, typer.Option(help="CSV: 氏名, 所属課, 役割.")],
    name: Annotated[str, typer.Option(help="The office's name, as it stands on papers.")],
    db: Db = None,
) -> None:
    """Found an office from two tables, and print everybody's badge and PIN once."""
    try:
        tables = read_office(_bytes(departments), _bytes(people))
    except TableError as error:
        raise CommandError("\n".join(map(str, error.errors))) from None
    ledger = Ledger(prepared(db), settings().office)
    for person, pin in found_from(ledger, PinHasher(), name, tables):
        typer.echo(f"{person.badge}  PIN {pin}  {person.department}  {person.name}")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"expected a table at {path}, got: {error.strerror}") from error
