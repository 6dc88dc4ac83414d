"""What only a supervisor may settle."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import CaseKind, Scan


@dataclass(frozen=True, slots=True)
class CaseOpened(Fact):
    """Something that only a supervisor may settle."""

    case: UUID
    what: CaseKind
    arrival: UUID | None = None
    item: UUID | None = None
    handover: UUID | None = None
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class CaseSettled(Fact):
    """What was decided, and why."""

    case: UUID
    reason: str
