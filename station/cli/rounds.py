"""station rounds: what is due by the calendar; and the server's own rounds."""

import logging
from collections import Counter
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from station.cli.options import Db, office_in, prepared, settings
from station.custody.facts import CaseOpened
from station.desk.outbox import Worker
from station.desk.rounds import left_undone, make_rounds
from station.ledger.store import Ledger

log = logging.getLogger(__name__)

EVERY_SECONDS = 600
FIRST_AFTER_SECONDS = 60
"""A server that was just started is given time to serve first."""


def rounds(
    db: Db = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
) -> None:
    """Open the cases that are due: overdue pieces, and days that were not closed.

    Where the list of closing days has ended, it does what needs no calendar, says so, and ends
    with 1.
    The server does it by itself every ten minutes; doing it once more opens nothing twice.
    """
    engine = prepared(db)
    ledger, zone = Ledger(engine, office_in(engine, office)), settings().zone
    facts = make_rounds(ledger, zone)
    kinds = Counter(fact.what.value for fact in facts if isinstance(fact, CaseOpened))
    what = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    typer.echo(f"opened {kinds.total()} cases" + (f": {what}" if what else ""))
    undone = left_undone(ledger, zone)
    if undone is not None:
        raise undone


def rounds_beside(ledger: Ledger, zone: ZoneInfo) -> Worker:
    """Return who makes rounds beside a server."""
    said_on: date | None = None

    def work() -> None:
        nonlocal said_on
        make_rounds(ledger, zone)
        undone, today = left_undone(ledger, zone), ledger.now().astimezone(zone).date()
        if undone is not None and today != said_on:  # once a day is heard better than always
            said_on = today
            log.warning("overdue pieces and days not closed are not looked for: %s", undone)

    return Worker(
        work,
        EVERY_SECONDS,
        first_after_seconds=FIRST_AFTER_SECONDS,
        name="rounds",
    )
