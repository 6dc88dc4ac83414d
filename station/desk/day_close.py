"""Deeds of closing a day.  The day is the office's own, in its own time zone."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody import day_close as rules
from station.custody.facts import CountCompared
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.ledger.store import Done, Ledger


def today(ledger: Ledger, zone: ZoneInfo) -> date:
    """Return the day that it is now in the office."""
    return ledger.now().astimezone(zone).date()


def open_day_close(ledger: Ledger, caller: Caller, *, zone: ZoneInfo) -> Done:
    """Begin to close today for the caller's department; its id is the deed's UUID."""
    day = today(ledger, zone)
    return follow(ledger, caller, rules.open_day_close, deed=caller.deed, day=day)


def count_piece(
    ledger: Ledger, caller: Caller, *, day_close: UUID, seen: Seen, zone: ZoneInfo
) -> Done:
    """Scan a piece into the count, without being told what the books expect."""
    day = today(ledger, zone)
    return perform(
        ledger,
        caller,
        "count_piece",
        lambda work, actor: rules.count_piece(
            work.books,
            actor,
            deed=caller.deed,
            day_close_id=day_close,
            day=day,
            scan=scan_of(work, seen),
        ),
    )


def undo_count(ledger: Ledger, caller: Caller, *, day_close: UUID, zone: ZoneInfo) -> Done:
    """Take back the caller's own last scan of the count."""
    day = today(ledger, zone)
    return follow(ledger, caller, rules.undo_count, day_close_id=day_close, day=day)


def begin_recount(ledger: Ledger, caller: Caller, *, day_close: UUID, zone: ZoneInfo) -> Done:
    """Count anew from nothing."""
    day = today(ledger, zone)
    return follow(ledger, caller, rules.begin_recount, day_close_id=day_close, day=day)


def finish_day_count(ledger: Ledger, caller: Caller, *, day_close: UUID, zone: ZoneInfo) -> Done:
    """Say "done": the count is compared with the books, and the day closed if they are equal."""
    day = today(ledger, zone)
    rule = rules.finish_day_count
    return follow(ledger, caller, rule, deed=caller.deed, day_close_id=day_close, day=day)


def comparison_of(done: Done) -> CountCompared:
    """Return what the comparison with the books found."""
    return next(fact for fact in done.facts if isinstance(fact, CountCompared))
