"""Overdue: a piece that nobody has moved for too many business days."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from station.custody.business_days import IsClosed, business_days_between
from station.custody.checks import derived_id
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    Fact,
    Facts,
    HandoverSealed,
    ItemDelivered,
    ItemLeftUndecided,
    ItemRouted,
    RouteProposed,
)
from station.custody.state import Books, Item
from station.custody.values import CaseKind, Settlement

MOVED_ON = "The piece moved on."


class Stage(StrEnum):
    """Where a piece waits for somebody."""

    UNSORTED = "unsorted"
    ROUTED = "routed"
    UNDECIDED = "undecided"
    AT_HOME = "at_home"


@dataclass(frozen=True, slots=True)
class Limits:
    """How many whole business days a piece may wait at each stage."""

    unsorted: int = 1
    routed: int = 1
    undecided: int = 2
    at_home: int = 5

    def of(self, stage: Stage) -> int:
        """Return the limit of a stage."""
        limit: int = getattr(self, stage.value)
        return limit


USUAL_LIMITS = Limits()


def stage_of(item: Item) -> Stage:
    """Return the stage at which a held piece waits."""
    if item.undecided:
        return Stage.UNDECIDED
    if item.route is None:
        return Stage.UNSORTED
    return Stage.AT_HOME if item.at_home else Stage.ROUTED


def overdue(
    books: Books,
    *,
    today: date,
    day_of: Callable[[datetime], date],
    is_closed: IsClosed,
    limits: Limits = USUAL_LIMITS,
) -> Facts:
    """Return a case for each held piece that has waited too long, once for each time it moved.

    So does what lies in an open handover: if it did not, whoever has to count that one could tell
    from the cases about the others what is offered.
    """

    def is_due(item: Item) -> bool:
        waited = business_days_between(day_of(item.moved_at), today, is_closed)
        return waited >= limits.of(stage_of(item)) and not books.has_case(_case(item))

    return tuple(
        CaseOpened(_case(item), CaseKind.OVERDUE, item.arrival, item=item.id)
        for item in books.in_house()
        if is_due(item)
    )


def _case(item: Item) -> UUID:
    return derived_id(item.id, f"overdue since {item.moved_at.isoformat()}")


def settled_by_moving(books: Books, facts: tuple[Fact, ...]) -> Facts:
    """Return the settling of cases about overdue pieces that these facts move on."""
    moved = {item for fact in facts for item in _moved(fact)}
    return tuple(
        CaseSettled(case.id, MOVED_ON, Settlement.MOVED_ON)
        for item in sorted(moved)
        for case in books.open_cases(item=item, what=CaseKind.OVERDUE)
    )


def _moved(fact: Fact) -> tuple[UUID, ...]:
    if isinstance(fact, HandoverSealed):
        return fact.items
    if isinstance(fact, (ItemRouted, ItemLeftUndecided, RouteProposed, ItemDelivered)):
        return (fact.item,)
    return ()
