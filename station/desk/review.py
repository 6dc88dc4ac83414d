"""Deeds of review."""

from uuid import UUID

from station.custody import review as rules
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.ledger.store import Done, Ledger


def settle_case(ledger: Ledger, caller: Caller, *, case: UUID, reason: str) -> Done:
    """Settle a case by a reason, as a supervisor."""
    return follow(ledger, caller, rules.settle_case, case_id=case, reason=reason)


def record_stray(ledger: Ledger, caller: Caller, *, seen: Seen) -> Done:
    """Record a scan of a piece that the caller's department does not hold."""
    return perform(
        ledger,
        caller,
        "record_stray",
        lambda work, actor: rules.record_stray(
            work.books, actor, deed=caller.deed, scan=scan_of(work, seen)
        ),
    )
