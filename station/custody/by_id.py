"""Reading one thing by its id: what every kind of books does alike."""

from abc import ABC, abstractmethod
from typing import TypeVar
from uuid import UUID

from station.custody.refusal import Reason, Refused
from station.custody.state import (
    RULE_SET,
    Aggregate,
    Arrival,
    Case,
    ClosingDays,
    CountScan,
    DayClose,
    Department,
    Expected,
    Handover,
    Incident,
    Item,
    Label,
    Listing,
    Person,
    RuleSet,
    Search,
)
from station.custody.values import SuggestionRule

A = TypeVar(
    "A",
    Department,
    Person,
    Expected,
    Listing,
    Arrival,
    Item,
    Label,
    Handover,
    DayClose,
    CountScan,
    RuleSet,
    Case,
    ClosingDays,
    Incident,
    Search,
)


class ById(ABC):
    """Books that know how to look one thing up."""

    @abstractmethod
    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""

    def _get(self, kind: type[A], key: str | UUID) -> A:
        found = self.look_up(kind, key)
        if not isinstance(found, kind):
            raise Refused(Reason.UNKNOWN_SUBJECT, expected=kind.__name__.lower(), got=str(key))
        return found

    def department(self, key: str) -> Department:
        """The department of this id, or a refusal."""
        return self._get(Department, key)

    def person(self, key: UUID) -> Person:
        """The person of this id, or a refusal."""
        return self._get(Person, key)

    def expected(self, key: UUID) -> Expected:
        """The announced piece of this id, or a refusal."""
        return self._get(Expected, key)

    def arrival(self, key: UUID) -> Arrival:
        """The arrival of this id, or a refusal."""
        return self._get(Arrival, key)

    def item(self, key: UUID) -> Item:
        """The item of this id, or a refusal."""
        return self._get(Item, key)

    def handover(self, key: UUID) -> Handover:
        """The handover of this id, or a refusal."""
        return self._get(Handover, key)

    def day_close(self, key: UUID) -> DayClose:
        """The day close of this id, or a refusal."""
        return self._get(DayClose, key)

    def count_scan(self, key: UUID) -> CountScan:
        """The scan of a count of this id, or a refusal."""
        return self._get(CountScan, key)

    def has_case(self, key: UUID) -> bool:
        """Whether there is a case of this id, open or settled."""
        return self.look_up(Case, key) is not None

    def closing_days(self) -> ClosingDays | None:
        """The office's own closing days, if it has set any."""
        found = self.look_up(ClosingDays, ClosingDays.KEY)
        return found if isinstance(found, ClosingDays) else None

    def suggestion_rules(self) -> tuple[SuggestionRule, ...]:
        """The rules by which the office suggests departments."""
        found = self.look_up(RuleSet, RULE_SET)
        return found.rules if isinstance(found, RuleSet) else ()

    def case(self, key: UUID) -> Case:
        """The case of this id, or a refusal."""
        return self._get(Case, key)

    def incident(self, key: UUID) -> Incident:
        """The incident of this id, or a refusal."""
        return self._get(Incident, key)

    def search(self, key: UUID) -> Search:
        """What one party was asked, by its id, or a refusal."""
        return self._get(Search, key)
