"""Deeds of review."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from station.custody import review as rules
from station.custody import stray
from station.custody.checks import SUPERVISORS, derived_id, require_reason
from station.custody.facts import Facts
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import Actor, Settlement
from station.desk.counted import on_case
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.ledger.faults import LedgerError
from station.ledger.store import Done, Ledger

PROPOSE = on_case(rules.propose_settlement, SUPERVISORS)
SECOND = on_case(rules.second_settlement, rules.SECONDERS)
"""The rules of the two deeds that would tell whether a piece is offered."""


def settle_case(ledger: Ledger, caller: Caller, *, case: UUID, reason: str) -> Done:
    """Settle a case by a reason, as a supervisor."""
    return follow(ledger, caller, rules.settle_case, case_id=case, reason=reason)


@dataclass(frozen=True, slots=True)
class Together:
    """What became of cases that were to be settled together: each of them is in one of the three.

    `fault` is what kept the ledger from going on; None where all were asked.
    """

    settled: tuple[UUID, ...]
    refused: tuple[tuple[UUID, Refused], ...]
    unasked: tuple[UUID, ...] = ()
    fault: LedgerError | None = None


def settle_together(
    ledger: Ledger,
    caller: Caller,
    *,
    cases: Sequence[UUID],
    list_id: UUID,
    day: date,
    reason: str,
) -> Together:
    """Settle by one reason what one list announced for one day and what did not come.

    Each is a deed of its own, whose UUID follows from the caller's: sent twice, each is still done
    once.  What is refused keeps no other from being settled.
    """
    require_reason(reason)
    settled: list[UUID] = []
    refused: list[tuple[UUID, Refused]] = []
    asked = tuple(dict.fromkeys(cases))
    for at, case in enumerate(asked):
        one = replace(caller, deed=derived_id(caller.deed, f"settle {case}"))
        try:
            _settle_not_come(ledger, one, case, list_id, day, reason)
        except Refused as refusal:
            refused.append((case, refusal))
        except LedgerError as fault:
            return Together(tuple(settled), tuple(refused), asked[at:], fault)
        else:
            settled.append(case)
    return Together(tuple(settled), tuple(refused))


def _settle_not_come(
    ledger: Ledger, caller: Caller, case: UUID, list_id: UUID, day: date, reason: str
) -> None:
    """Settle a case of this list and day; another one is for a page of its own."""

    def rule(books: Books, actor: Actor) -> Facts:
        expected = books.case(case).expected
        due = books.expected(expected) if expected is not None else None
        if due is None or (due.list, due.due) != (list_id, day):
            raise Refused(Reason.OTHER_SETTLEMENT, got=books.case(case).what)
        return rules.settle_case(books, actor, case_id=case, reason=reason)

    act = rules.settle_case.__name__
    perform(ledger, caller, act, lambda work, actor: rule(work.books, actor))


def propose_settlement(
    ledger: Ledger, caller: Caller, *, case: UUID, settlement: Settlement, reason: str
) -> Done:
    """Propose, as a supervisor, what takes a second person; its id is the deed's UUID."""
    return follow(
        ledger,
        caller,
        PROPOSE,
        deed=caller.deed,
        case_id=case,
        settlement=settlement,
        reason=reason,
    )


def second_settlement(ledger: Ledger, caller: Caller, *, case: UUID, proposal: UUID) -> Done:
    """Second a proposal as another, uninvolved person: it takes effect."""
    return follow(ledger, caller, SECOND, case_id=case, proposal_id=proposal)


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
