"""station ledger: proofs."""

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import CommandError, Db, keyring, out_file, say_training, settings
from station.custody import training
from station.ledger import journal, migrate
from station.ledger.checkpoints import ORIGIN, Checkpoint, checkpoint_from, not_extended
from station.ledger.checkpoints import checkpoint as sign_checkpoint
from station.ledger.database import DatabaseError, Engine, open_engine, reading
from station.ledger.keys import KeyFileError
from station.ledger.notes import NoteError
from station.ledger.purge import NotErasedError
from station.ledger.purge import purge as purge_all
from station.ledger.rebuild import rebuild as rebuild_all
from station.ledger.store import Ledger
from station.ledger.verify import verify as verify_all
from station.papers.codes import qr_picture
from station.scan.engines import zxing_matrix
from station.scan.pictures import PictureError, pages

EXIT_BROKEN = 1

app = typer.Typer(help="The ledger and its proofs.", no_args_is_help=True)


@app.callback()
def ledger() -> None:
    """The ledger and its proofs."""


@app.command()
def verify(
    db: Db = None,
    against: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="A checkpoint: its text, or a picture of its QR code."),
    ] = None,
) -> None:
    """Walk the hash chain, replay it, and compare the tables with what it says.

    Prints `intact: N entries, head HASH` and ends with 0, or names the first broken entry and
    ends with 1.  A database with several offices gives one line for each.  With --against, prove as
    well that the ledger still extends what was signed.
    """
    engine = _opened(db)
    for office in _offices(engine):
        say_training(office)
    due = _checkpoint_in(against) if against else None
    verdicts = verify_all(engine)
    for verdict in verdicts:
        office = f"  (office {verdict.office})" if len(verdicts) > 1 else ""
        typer.echo(f"{verdict}{office}")
    if not verdicts:
        typer.echo("intact: 0 entries, no office was founded yet")
    rewritten = due and not_extended(engine, due)
    if rewritten:
        typer.echo(f"BROKEN: {rewritten}")
    elif due:
        typer.echo(f"extends the checkpoint of {due.head.seq} entries (office {due.office})")
    if rewritten or any(verdict.broken for verdict in verdicts):
        raise typer.Exit(EXIT_BROKEN)


@app.command("rebuild")
def rebuild(db: Db = None) -> None:
    """Throw the tables away and make them again from the journal, or change nothing."""
    for office, entries in rebuild_all(_opened(db)).items():
        typer.echo(f"rebuilt from {entries} entries (office {office})")


@app.command("purge")
def purge(
    older_than: Annotated[
        int, typer.Option(metavar="DAYS", min=1, help="How many days names and photos are kept.")
    ],
    db: Db = None,
) -> None:
    """Delete names, notes and photos whose time is over, and record that it was done.

    What the house still needs stays: its people's names, all about pieces that it holds, photos of
    open cases.  Backups made before still have what is deleted here.
    """
    engine = _opened(db)
    books = Ledger(engine, settings().office)
    before = books.now() - timedelta(days=older_than)
    try:
        count = purge_all(engine, books, before)
    except NotErasedError as error:
        raise CommandError(str(error)) from error
    typer.echo(
        f"purged {count} names, notes and photos kept since before {before:%Y-%m-%d %H:%M} UTC"
    )


@app.command()
def checkpoint(
    db: Db = None,
    qr: Annotated[
        Path | None, typer.Option(metavar="PNG", help="Write it as a QR code too.")
    ] = None,
) -> None:
    """Sign the end of the ledger as it is now: print it, and keep the paper elsewhere."""
    try:
        engine = _opened(db)
        office = _only(_offices(engine))
        note = sign_checkpoint(engine, office, keyring(office).signer())
    except (NoteError, KeyFileError) as error:
        raise CommandError(str(error)) from error
    typer.echo(note, nl=False)
    if qr:
        qr_picture(note).save(out_file(office, qr))


@app.command("keys")
def keys(
    rotate: Annotated[
        bool, typer.Option(help="Make a new key; what the old ones signed stays verifiable.")
    ] = False,
) -> None:
    """Print the public key of every key that signs or has signed checkpoints, the oldest first."""
    try:
        ring = keyring()
        _ = ring.rotate() if rotate else ring.signer()
        for key in ring.known():
            typer.echo(str(key))
    except (NoteError, KeyFileError) as error:
        raise CommandError(str(error)) from error


@app.command()
def export(db: Db = None) -> None:
    """Write the journal as JSON lines, each entry's stored text and its hash.

    `audit/verify_journal.py`, one file without this package, checks it.
    """
    engine = _opened(db)
    with reading(engine) as connection:
        for office in journal.offices(connection):
            mark = {"mark": training.MARK} if training.is_training(office) else {}
            for entry in journal.entries(connection, office):
                told = {"hash": entry.hash, "body": entry.body} | mark
                line = json.dumps(told, ensure_ascii=False)
                sys.stdout.buffer.write(f"{line}\n".encode())


def _opened(db: str | None) -> Engine:
    engine = open_engine(db or settings().database_url)
    if migrate.revision_of(engine) is None:
        raise DatabaseError("expected a station's database, got an empty one; run: station init")
    return engine


def _offices(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return journal.offices(connection)


def _only(offices: list[str]) -> str:
    """Return the set office; in a database of training, the one that it has."""
    if len(offices) == 1 and training.is_training(offices[0]):
        return offices[0]
    return settings().office


def _checkpoint_in(path: Path) -> Checkpoint:
    """Return the checkpoint that a text file or a picture of a QR code holds.

    It counts only if a key of its own kind signed it: one of training vouches for no real ledger.
    """
    note = _note_in(path)
    office = note.partition("\n")[0].removeprefix(ORIGIN)
    try:
        return checkpoint_from(note, keyring(office).known())
    except NoteError as error:
        raise CommandError(f"expected a checkpoint in {path}: {error}") from error


def _note_in(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
        if text.startswith(ORIGIN):
            return text
        codes = [seen.text for page in pages(path) for seen in zxing_matrix(page)]
    except (OSError, PictureError) as error:
        raise CommandError(f"expected a checkpoint, as text or picture: {error}") from error
    notes = [text for text in codes if text.startswith(ORIGIN)]
    if not notes:
        raise CommandError(f"expected the QR code of a checkpoint in {path}, got none")
    return notes[0]
