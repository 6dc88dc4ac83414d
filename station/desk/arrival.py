"""Deeds of an arrival."""

from datetime import datetime
from uuid import UUID

from station.custody import arrival as rules
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.ledger.store import Done, Ledger


def open_arrival(
    ledger: Ledger,
    caller: Caller,
    *,
    carrier: str,
    declared_count: int,
    arrived_at: datetime | None = None,
    list_id: UUID | None = None,
) -> Done:
    """Open an arrival, by default of this moment; its id is the deed's UUID."""
    return follow(
        ledger,
        caller,
        rules.open_arrival,
        deed=caller.deed,
        carrier=carrier,
        declared_count=declared_count,
        arrived_at=arrived_at or ledger.now(),
        list_id=list_id,
    )


def take_in(ledger: Ledger, caller: Caller, *, arrival: UUID, seen: Seen) -> Done:
    """Record one scanned piece."""
    return perform(
        ledger,
        caller,
        "take_in",
        lambda work, actor: rules.take_in(
            work.books, actor, deed=caller.deed, arrival_id=arrival, scan=scan_of(work, seen)
        ),
    )


def undo_taking_in(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Take back the caller's own last scan."""
    return follow(ledger, caller, rules.undo_taking_in, arrival_id=arrival)


def close_arrival(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Close an arrival whose count is right."""
    return follow(ledger, caller, rules.close_arrival, arrival_id=arrival)


def refer_arrival(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Leave an arrival whose count is not right to the supervisor."""
    return follow(ledger, caller, rules.refer_arrival, deed=caller.deed, arrival_id=arrival)
