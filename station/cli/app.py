"""Every command, and how errors reach whoever typed it."""

import sys

import typer

from station.cli import (
    badge,
    book,
    copies,
    database,
    demo,
    device,
    doctor,
    founding,
    incident,
    kiosk,
    ledger,
    outbox,
    paper,
    read,
    rounds,
    serve,
    status,
    trace,
    training,
    watch,
)
from station.cli.options import CommandError
from station.custody.refusal import Refused
from station.ledger.database import DatabaseError
from station.ledger.faults import LedgerError
from station.ledger.keys import KeyFileError
from station.logs import LogError
from station.papers.whole_file import PaperError
from station.web.authority import CertificateError
from station.words import DEFAULT_LOCALE, sayer
from station.words.refusals import sentence

EXIT_FAILED = 1
EXPECTED = (
    DatabaseError,
    LedgerError,
    KeyFileError,
    LogError,
    CertificateError,
    CommandError,
)

app = typer.Typer(
    name="station",
    help="The check-in station for mail that must not get lost.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("read")(read.read)
app.command("watch")(watch.watch)
app.command("serve")(serve.serve)
app.command("status")(status.status)
app.command("trace")(trace.trace_text)
app.command("book")(book.book)
app.command("incident")(incident.incident)
app.command("demo")(demo.demo)
app.command("training")(training.training)
app.command("init")(founding.init)
app.command("badge")(badge.badge)
app.command("kiosk")(kiosk.kiosk)
app.command("doctor")(doctor.doctor)
app.command("rounds")(rounds.rounds)
app.command("backup")(copies.backup)
app.command("restore")(copies.restore)
app.add_typer(paper.app, name="paper")
app.add_typer(ledger.app, name="ledger")
app.add_typer(database.app, name="db")
app.add_typer(outbox.app, name="outbox")
app.add_typer(device.app, name="device")


def main() -> None:
    """Run a command; an expected failure is one line on stderr and exit code 1."""
    try:
        app()
    except Refused as refusal:
        _fail(sentence(refusal, sayer(DEFAULT_LOCALE), str), str(refusal))
    except PaperError as error:
        _fail(error.told(sayer(DEFAULT_LOCALE)), str(error))
    except EXPECTED as error:
        _fail(str(error))


def _fail(*lines: str) -> None:
    for line in lines:
        typer.echo(f"station: {line}", err=True)
    sys.exit(EXIT_FAILED)
