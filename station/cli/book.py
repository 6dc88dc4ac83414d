"""station book: the distribution book (特殊文書配布簿) as PDF, XLSX or CSV."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import IO, Annotated

import typer

from station.cli.options import CommandError, Db, keyring, office_in, out_file, prepared, settings
from station.custody import training
from station.desk.dates import day_from
from station.ledger.notes import NoteError
from station.ledger.store import Ledger
from station.papers.book import BookDay, Span, book_days, heading
from station.papers.book_pdf import write_pdf
from station.papers.book_tables import ENCODINGS, write_csv, write_xlsx
from station.papers.whole_file import whole_file
from station.settings import Settings
from station.words import DEFAULT_LOCALE, LOCALES, Say, sayer


class Format(StrEnum):
    """What a book is written as."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


def book(
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The first day.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The last day, included.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Where to write it.")],
    form: Annotated[Format, typer.Option("--format", help="What to write.")] = Format.PDF,
    department: Annotated[
        str | None, typer.Option(metavar="NUMBER", help="Of one department alone.")
    ] = None,
    encoding: Annotated[str, typer.Option(help=f"Of a CSV: {' or '.join(ENCODINGS)}.")] = ENCODINGS[
        0
    ],
    office: Annotated[str | None, typer.Option(metavar="NAME", help="The office.")] = None,
    db: Db = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
) -> None:
    """Write the distribution book of some days, whole or not at all."""
    setting = settings()
    if lang not in LOCALES or encoding not in ENCODINGS:
        raise typer.BadParameter(f"expected of {', '.join((*LOCALES, *ENCODINGS))}")
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, office))
    span = _span(ledger, first, last, department, setting)
    say = sayer(lang)
    title = heading(span, _department_name(ledger, department), setting, say)
    days = _with_progress(book_days(ledger, span, setting, say), span)
    out = out_file(ledger.office, out)
    with whole_file(out) as file:
        pieces = _write(file, form, days, say, title, ledger, encoding)
    typer.echo(f"{out}: {pieces} pieces, {span.first} to {span.last}")


def _write(
    file: IO[bytes],
    form: Format,
    days: Iterable[BookDay],
    say: Say,
    title: str,
    ledger: Ledger,
    encoding: str,
) -> int:
    mark = training.mark_of(ledger.office)
    if form is Format.CSV:
        return write_csv(file, days, say, encoding, mark)
    try:
        note = ledger.checkpoint(keyring(ledger.office).signer())
    except NoteError as error:
        raise CommandError(str(error)) from error
    write = write_pdf if form is Format.PDF else write_xlsx
    return write(file, days, say, title, note, mark)


def _span(ledger: Ledger, first: str, last: str, department: str | None, setting: Settings) -> Span:
    today = ledger.now().astimezone(setting.zone).date()
    span = Span(_day(first, today), _day(last, today), department)
    if span.first > span.last:
        raise CommandError(
            f"expected the first day before the last, got {span.first} and {span.last}"
        )
    return span


def _day(text: str, today: date) -> date:
    day = day_from(text, today)
    if day is None:
        raise CommandError(
            f"expected a day from 1900 to 2999 as 2020-10-31 or 令和2.10.31, got {text!r}"
        )
    return day


def _department_name(ledger: Ledger, number: str | None) -> str:
    with ledger.views() as views:
        names = {it.id: it.name for it in views.departments()}
    if not names:
        raise CommandError(f"expected an office that was founded, got {ledger.office!r}")
    if number is None:
        return ""
    if number not in names:
        raise CommandError(f"expected a department's number, got {number!r}: {', '.join(names)}")
    return names[number]


def _with_progress(days: Iterable[BookDay], span: Span) -> Iterator[BookDay]:
    """Tell on stderr how far a long book has come."""
    whole = (span.last - span.first).days + 1
    began = datetime.now().astimezone()
    for day in days:
        done = (day.day - span.first).days + 1
        if (datetime.now().astimezone() - began).seconds >= 1:
            typer.echo(f"\r{day.day}  {100 * done // whole} %", nl=False, err=True)
        yield day
