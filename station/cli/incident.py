"""station incident: the report of an incident, or the sheet for the police, whole or not at all."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated
from uuid import UUID

import typer

from station.cli.options import CommandError, Db, office_in, out_file, prepared, settings
from station.custody import training
from station.custody.refusal import Reason, Refused
from station.desk.incident_file import incident_file
from station.ledger.slip_views import newest_piece
from station.ledger.store import Ledger
from station.ledger.views import Views
from station.numbers import normalise
from station.papers.incident_files import WRITERS, Format, write_lost_report
from station.papers.incident_report import incident_report
from station.papers.whole_file import whole_file
from station.words import DEFAULT_LOCALE, LOCALES, sayer

EXIT_PHOTO_MISSING = 3


class What(StrEnum):
    """What is written: a report in a format, or the sheet for a lost property report."""

    PDF = "pdf"
    DOCX = "docx"
    MD = "md"
    POLICE = "police"


class BlackOut(StrEnum):
    """What is taken out of a report for publication."""

    NAMES = "names"


def incident(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="NUMBER_OR_ID", help="The number of a piece, or the id in the page's address."
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write it.")],
    form: Annotated[
        What, typer.Option("--format", help="A report, or the sheet for the police (PDF).")
    ] = What.PDF,
    black_out: Annotated[
        BlackOut | None, typer.Option(help="Take everybody's name out, and photos, to publish it.")
    ] = None,
    office: Annotated[str | None, typer.Option(metavar="NAME", help="The office.")] = None,
    db: Db = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
) -> None:
    """Write the report of an incident: chronology, holders, neighbours, searches, photo.

    Exit code 0: written; 1: nothing was written; 3: written, but a photo is missing in it.
    """
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    if form is What.POLICE and black_out:
        raise typer.BadParameter("the police's sheet is not published: leave --black-out out")
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, office))
    say, setting, mark = sayer(lang), settings(), training.mark_of(ledger.office)
    out = out_file(ledger.office, out)
    with ledger.views() as views:
        file = incident_file(views, _incident(views, subject))
        if form is What.POLICE:
            _whole(out, lambda to: write_lost_report(to, file, setting, say, mark))
            return
        report = incident_report(
            views, file, setting, say, ledger.now(), black_out=black_out is not None, mark=mark
        )
    _whole(out, lambda to: WRITERS[Format(form.value)](to, report))
    if black_out:
        typer.echo("read it before you publish it: only names in the books are found", err=True)
    if report.photos_missing:
        typer.echo(f"{out}: {report.photos_missing} photo missing; the report says so", err=True)
        raise typer.Exit(EXIT_PHOTO_MISSING)


def _whole(out: Path, write: Callable[[IO[bytes]], None]) -> None:
    with whole_file(out) as file:
        write(file)
    typer.echo(str(out))


def _incident(views: Views, subject: str) -> UUID:
    """Return the incident that is meant: by its id, or the newest of a number's newest piece."""
    try:
        return _found(views, subject)
    except Refused as refused:
        if refused.reason is not Reason.UNKNOWN_SUBJECT:
            raise
        raise CommandError(
            f"expected the number of a piece that is in the books, or an incident's id,"
            f" got {subject!r}; look for it with: station trace"
        ) from refused


def _found(views: Views, subject: str) -> UUID:
    try:
        key = UUID(subject)
    except ValueError:
        item = newest_piece(views, normalise(subject))
    else:
        return views.books.incident(key).id
    known = sorted(views.books.incidents_of(item.id), key=lambda it: (it.is_open, it.opened_at))
    if not known:
        raise CommandError(
            f"expected a piece that is or was missed, got {subject!r}:"
            " a supervisor makes it an incident on its page"
        )
    return known[-1].id
