"""station paper: receipts, slips, search requests and labels as PDF, whole or not at all."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO, Annotated
from uuid import UUID

import typer

from station.cli.options import CommandError, Db, keyring, office_in, out_file, prepared, settings
from station.custody import training
from station.custody.state import Item
from station.ledger import slip_views as look
from station.ledger.notes import NoteError
from station.ledger.store import Ledger
from station.ledger.views import Views
from station.numbers import normalise
from station.papers.cards import write_labels
from station.papers.pages import Paper, write_papers
from station.papers.sizes import PaperSize
from station.papers.slips import Writer, require_flowing
from station.papers.whole_file import whole_file
from station.words import DEFAULT_LOCALE, LOCALES, sayer

app = typer.Typer(help="Receipts, slips and labels, as PDF.", no_args_is_help=True)

Out = Annotated[Path, typer.Option(metavar="FILE", help="Where to write it.")]
Size = Annotated[PaperSize, typer.Option(help="What it is printed on; 62 is tape without an end.")]
Office = Annotated[str | None, typer.Option(metavar="NAME", help="The office.")]
Lang = Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")]
Subject = Annotated[
    str,
    typer.Argument(help="The number of a piece, or the id that stands in the page's address."),
]


@app.callback()
def paper() -> None:
    """Receipts, slips and labels, as PDF."""


@app.command()
def arrival(
    subject: Subject,
    out: Out,
    size: Size = PaperSize.A4,
    office: Office = None,
    db: Db = None,
    lang: Lang = DEFAULT_LOCALE,
) -> None:
    """Write the receipt of a closed arrival; with a number, of the one by which that piece came."""
    ledger = _ledger(db, office)
    note = _checkpoint(ledger)

    def made(views: Views, write: Writer) -> list[Paper]:
        key = _id(subject) or _piece(views, subject).arrival
        return [write.receipt(look.arrival_receipt(views, key), note)]

    _write(ledger, out, size, lang, made)


@app.command()
def handover(
    subject: Subject,
    out: Out,
    size: Size = PaperSize.A4,
    office: Office = None,
    db: Db = None,
    lang: Lang = DEFAULT_LOCALE,
) -> None:
    """Write the slip of a sealed handover; with a number, of the last one of that piece."""
    ledger = _ledger(db, office)
    note = _checkpoint(ledger)

    def made(views: Views, write: Writer) -> list[Paper]:
        key = _id(subject) or look.last_sealed(views, _piece(views, subject).id)
        return [write.handover(look.handover_slip(views, key), note)]

    _write(ledger, out, size, lang, made)


@app.command()
def waiting(
    department: Annotated[str, typer.Argument(metavar="NUMBER", help="Whose pieces wait.")],
    out: Out,
    size: Size = PaperSize.A4,
    office: Office = None,
    db: Db = None,
    lang: Lang = DEFAULT_LOCALE,
) -> None:
    """Write what waits for a department: where, since when, how many; nobody's name."""
    ledger = _ledger(db, office)

    def made(views: Views, write: Writer) -> list[Paper]:
        return [write.waiting(look.waiting_slip(views, department, ledger.now()))]

    _write(ledger, out, size, lang, made)


@app.command()
def search(
    subject: Subject,
    out: Out,
    size: Size = PaperSize.A4,
    office: Office = None,
    db: Db = None,
    lang: Lang = DEFAULT_LOCALE,
) -> None:
    """Write a search request for everybody who has not answered yet, each on its own page."""

    def made(views: Views, write: Writer) -> list[Paper]:
        key = _id(subject) or look.going_on(views, _piece(views, subject).id)
        of = look.search_paper(views, key)
        return [write.search(of, asked) for asked in of.asked]

    _write(_ledger(db, office), out, size, lang, made)


@app.command()
def label(
    numbers: Annotated[
        list[str],
        typer.Argument(help="Numbers given out, or that nobody could read."),
    ],
    out: Out,
    size: Size = PaperSize.LABEL,
    office: Office = None,
    db: Db = None,
    lang: Lang = DEFAULT_LOCALE,
) -> None:
    """Write what is stuck on pieces: labels of the mail room, copies of unreadable barcodes."""
    ledger = _ledger(db, office)
    with ledger.views() as views:
        labels = [look.sticker_of(views, _piece(views, it).id) for it in numbers]
    say = sayer(_language(lang))
    mark = training.mark_of(ledger.office)
    _whole(ledger, out, lambda file: write_labels(file, labels, size, say, mark))


def _write(
    ledger: Ledger,
    out: Path,
    size: PaperSize,
    lang: str,
    made: Callable[[Views, Writer], Sequence[Paper]],
) -> None:
    """Make papers from one consistent look at the ledger, and write them."""
    require_flowing(size)
    with ledger.views() as views:
        names: Mapping[str, str] = {it.id: it.name for it in views.departments()}
        papers = made(views, Writer(sayer(_language(lang)), settings(), names))
    mark = training.mark_of(ledger.office)
    _whole(ledger, out, lambda file: write_papers(file, papers, size, mark))


def _whole(ledger: Ledger, out: Path, write: Callable[[IO[bytes]], int]) -> None:
    out = out_file(ledger.office, out)
    with whole_file(out) as file:
        pages = write(file)
    typer.echo(f"{out}: {pages} page{'s' if pages > 1 else ''}")


def _ledger(db: str | None, office: str | None) -> Ledger:
    engine = prepared(db)
    return Ledger(engine, office_in(engine, office))


def _checkpoint(ledger: Ledger) -> str:
    try:
        return ledger.checkpoint(keyring(ledger.office).signer())
    except NoteError as error:
        raise CommandError(str(error)) from error


def _language(lang: str) -> str:
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    return lang


def _piece(views: Views, number: str) -> Item:
    return look.newest_piece(views, normalise(number))


def _id(text: str) -> UUID | None:
    """Return the id that a text is; None where it is a number."""
    try:
        return UUID(text)
    except ValueError:
        return None
