"""station rounds: what is due by the calendar; and the server's own rounds."""

from collections import Counter
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from station.cli.options import Db, office_in, prepared, settings
from station.custody.facts import CaseOpened
from station.desk.outbox import Worker
from station.desk.rounds import make_rounds
from station.ledger.store import Ledger

EVERY_SECONDS = 600
FIRST_AFTER_SECONDS = 60
"""A server that was just started is given time to serve first."""


def rounds(
    db: Db = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
) -> None:
    """Open the cases that are due: overdue pieces, and days that were not closed.

    The server does it by itself every ten minutes; doing it once more opens nothing twice.
    """
    engine = prepared(db)
    facts = make_rounds(Ledger(engine, office_in(engine, office)), settings().zone)
    kinds = Counter(fact.what.value for fact in facts if isinstance(fact, CaseOpened))
    what = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    typer.echo(f"opened {kinds.total()} cases" + (f": {what}" if what else ""))


def rounds_beside(ledger: Ledger, zone: ZoneInfo) -> Worker:
    """Return who makes rounds beside a server."""
    return Worker(
        lambda: make_rounds(ledger, zone),
        EVERY_SECONDS,
        first_after_seconds=FIRST_AFTER_SECONDS,
        name="rounds",
    )
