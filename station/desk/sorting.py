"""Deeds of sorting."""

from uuid import UUID

from station.custody import sorting as rules
from station.custody.facts import ItemRouted
from station.desk.deeds import Caller, perform
from station.ledger.store import Done, Ledger


def enter_first(ledger: Ledger, caller: Caller, *, item: UUID, department: str | None) -> Done:
    """Give the first word on where a piece belongs; None says that it names no department."""
    return perform(
        ledger,
        caller,
        "enter_first",
        lambda work, actor: rules.enter_first(
            work.books, actor, item_id=item, department=department
        ),
    )


def enter_check(ledger: Ledger, caller: Caller, *, item: UUID, department: str | None) -> Done:
    """Give the second word, by another person who has not seen the first."""
    return perform(
        ledger,
        caller,
        "enter_check",
        lambda work, actor: rules.enter_check(
            work.books, actor, deed=caller.deed, item_id=item, department=department
        ),
    )


def decide_route(
    ledger: Ledger, caller: Caller, *, item: UUID, department: str, reason: str
) -> Done:
    """Give a supervisor's word on an undecided piece."""
    return perform(
        ledger,
        caller,
        "decide_route",
        lambda work, actor: rules.decide_route(
            work.books, actor, item_id=item, department=department, reason=reason
        ),
    )


def is_routed(done: Done) -> bool:
    """Whether a deed of sorting fixed the route."""
    return any(isinstance(fact, ItemRouted) for fact in done.facts)
