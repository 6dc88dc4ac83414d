"""How every deed is done: the caller's roles from the books, the rule, the journal, one answer."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, ParamSpec, Protocol
from uuid import UUID

from station.custody.facts import Facts
from station.custody.overdue import settled_by_moving
from station.custody.state import Books
from station.custody.values import Actor
from station.ledger.store import By, Count, Done, Ledger, Work

Details = ParamSpec("Details")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who is signed in, at which terminal, and the UUID of the deed that they ask for now.

    `department` is the one that they act for; None is their own.
    """

    person: UUID
    terminal: str
    deed: UUID
    department: str | None = None


class Decide(Protocol):
    """What a deed comes to, once its work has begun."""

    def __call__(self, work: Work, actor: Actor, /) -> Facts: ...  # noqa: D102 - the class says it


def perform(
    ledger: Ledger, caller: Caller, act: str, decide: Decide, count: Count | None = None
) -> Done:
    """Do one deed as the caller; `act` is its name in the journal, `count` what to count behind it.

    A piece that it moves on is overdue no longer.
    """

    def decided(work: Work) -> Facts:
        facts = decide(work, work.actor)
        return (*facts, *settled_by_moving(work.books, facts))

    by = By(caller.deed, caller.person, caller.terminal, caller.department)
    return ledger.perform(by, act, decided, count)


def follow(
    ledger: Ledger,
    caller: Caller,
    rule: Callable[Concatenate[Books, Actor, Details], Facts],
    *args: Details.args,
    **details: Details.kwargs,
) -> Done:
    """Do the deed that a rule decides; the rule's name is the deed's name in the journal."""
    return perform(
        ledger,
        caller,
        rule.__name__,
        lambda work, actor: rule(work.books, actor, *args, **details),
    )
