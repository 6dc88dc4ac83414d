"""Deeds of review."""

from uuid import UUID

from station.custody import review as rules
from station.custody import stray
from station.custody.values import Settlement
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.ledger.store import Done, Ledger


def settle_case(ledger: Ledger, caller: Caller, *, case: UUID, reason: str) -> Done:
    """Settle a case by a reason, as a supervisor."""
    return follow(ledger, caller, rules.settle_case, case_id=case, reason=reason)


def propose_settlement(
    ledger: Ledger, caller: Caller, *, case: UUID, settlement: Settlement, reason: str
) -> Done:
    """Propose, as a supervisor, what takes a second person; its id is the deed's UUID."""
    return follow(
        ledger,
        caller,
        rules.propose_settlement,
        deed=caller.deed,
        case_id=case,
        settlement=settlement,
        reason=reason,
    )


def second_settlement(ledger: Ledger, caller: Caller, *, case: UUID, proposal: UUID) -> Done:
    """Second a proposal as another, uninvolved person: it takes effect."""
    return follow(ledger, caller, rules.second_settlement, case_id=case, proposal_id=proposal)


def correct_settlement(ledger: Ledger, caller: Caller, *, case: UUID, reason: str) -> Done:
    """Say that a settlement was wrong, as a supervisor: the case is open again."""
    return follow(ledger, caller, rules.correct_settlement, case_id=case, reason=reason)


def record_stray(ledger: Ledger, caller: Caller, *, seen: Seen) -> Done:
    """Record a scan of a piece that the caller's department does not hold."""
    return perform(
        ledger,
        caller,
        "record_stray",
        lambda work, actor: stray.record_stray(
            work.books, actor, deed=caller.deed, scan=scan_of(work, seen)
        ),
    )
