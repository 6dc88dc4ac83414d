"""station init: the first day of an office."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.badges import WIDEST, BadgeFile, BadgeSize, badge_sheet
from station.cli.options import CommandError, Db, pin_hasher, prepared, settings
from station.desk.import_office import found_from, read_office
from station.desk.tables import TableError
from station.ledger.store import Ledger
from station.papers.cards import Badge
from station.papers.sizes import PaperSize


def init(
    departments: Annotated[
        Path, typer.Option(help="CSV: 番号, 課名, かな, 別名, 受付 (振分け marks who sorts mail).")
    ],
    people: Annotated[Path, typer.Option(help="CSV: 氏名, 所属課, 役割.")],
    name: Annotated[str, typer.Option(help="The office's name, as it stands on papers.")],
    badges: BadgeFile = None,
    size: BadgeSize = PaperSize.A4,
    db: Db = None,
) -> None:
    """Found an office from two tables, and print everybody's badge and PIN once."""
    try:
        tables = read_office(_bytes(departments), _bytes(people))
    except TableError as error:
        raise CommandError("\n".join(map(str, error.errors))) from None
    names = {it.department: it.name for it in tables.departments}
    due = [Badge(it.badge or WIDEST, it.name, names[it.department]) for it in tables.people]
    ledger = Ledger(prepared(db), settings().office)
    with badge_sheet(badges, size, due) as write:
        enrolled = found_from(ledger, pin_hasher(ledger), name, tables)
        for person, pin in enrolled:
            typer.echo(f"{person.badge}  PIN {pin}  {person.department}  {person.name}")
        write([Badge(it.badge, it.name, names[it.department]) for it, _pin in enrolled])


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"expected a table at {path}, got: {error.strerror}") from error
