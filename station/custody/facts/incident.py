"""What happens when a piece is missed: whoever may have it is asked, until it is found or lost.

What people wrote beside their answers is kept apart.
"""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import IncidentEnd, PersonalRef


@dataclass(frozen=True, slots=True)
class IncidentOpened(Fact):
    """A supervisor says that a piece is missed; `case` is what it takes to declare it lost."""

    incident: UUID
    item: UUID
    case: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class SearchRequested(Fact):
    """A department, or one person of it, was asked to search; once more is a reminder."""

    incident: UUID
    item: UUID
    department: str
    person: UUID | None = None


@dataclass(frozen=True, slots=True)
class SearchAnswered(Fact):
    """Whoever was asked said whether the piece is there; a later answer replaces this one."""

    incident: UUID
    item: UUID
    department: str
    person: UUID | None
    found: bool
    note: PersonalRef | None = None


@dataclass(frozen=True, slots=True)
class IncidentClosed(Fact):
    """The piece was found, or two people said that it is lost or never was one."""

    incident: UUID
    item: UUID
    end: IncidentEnd


@dataclass(frozen=True, slots=True)
class IncidentReopened(Fact):
    """The piece was wrongly declared lost or void: the search goes on."""

    incident: UUID
    item: UUID
