"""How every deed is done: the caller's roles from the books, the rule, the journal, one answer."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from station.custody.facts import Facts
from station.custody.values import Actor
from station.ledger.store import By, Done, Ledger, Work

Rule = Callable[[Work, Actor], Facts]


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is signed in, at which terminal, and the UUID of the deed that they ask for now."""

    person: UUID
    terminal: str
    deed: UUID


def perform(ledger: Ledger, caller: Caller, act: str, rule: Rule) -> Done:
    """Do one deed as the caller; `act` is its name in the journal."""
    by = By(caller.deed, caller.person, caller.terminal)
    return ledger.perform(by, act, lambda work: rule(work, work.actor))
