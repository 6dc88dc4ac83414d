"""The words that people give on where a piece belongs, and what follows from them."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import SuggestionRule


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


@dataclass(frozen=True, slots=True)
class SuggestionRulesKept(Fact):
    """By which rules the office suggests departments from now on; all earlier ones are gone."""

    rules: tuple[SuggestionRule, ...]


@dataclass(frozen=True, slots=True)
class OpeningProposed(Fact):
    """One of two people wants to open an undecided piece, to see what is inside."""

    item: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class ItemOpenedToSort(Fact):
    """Two people were present when an undecided piece was opened; each said so."""

    item: UUID
    first_by: UUID
    second_by: UUID
