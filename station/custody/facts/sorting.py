"""The words that people give on where a piece belongs, and what follows from them."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact


@dataclass(frozen=True, slots=True)
class FirstEntryMade(Fact):
    """The first person's word: a department, or None for "it names none"."""

    item: UUID
    department: str | None


@dataclass(frozen=True, slots=True)
class CheckEntryMade(Fact):
    """The second person's word, given without seeing the first."""

    item: UUID
    department: str | None


@dataclass(frozen=True, slots=True)
class ItemRouted(Fact):
    """Two different people said the same department."""

    item: UUID
    department: str
    first_by: UUID
    check_by: UUID


@dataclass(frozen=True, slots=True)
class ItemLeftUndecided(Fact):
    """The words differ or name no department; a supervisor has to decide."""

    item: UUID


@dataclass(frozen=True, slots=True)
class RouteQuestioned(Fact):
    """Somebody said that a route is wrong; two people have to give their words anew."""

    item: UUID
    department: str
    reason: str


@dataclass(frozen=True, slots=True)
class RouteProposed(Fact):
    """A supervisor's word on an undecided item; alone it routes nothing."""

    item: UUID
    department: str
    reason: str
