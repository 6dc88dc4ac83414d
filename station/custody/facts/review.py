"""What only a supervisor may settle, and what settling it brings about."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import CaseKind, Scan, Settlement


@dataclass(frozen=True, slots=True)
class CaseOpened(Fact):
    """Something that only a supervisor may settle.

    `author` is the person whose scan is in question, where somebody else's deed brought it up.
    `department` and `day` say whose day a case about a day close is about.
    """

    version: ClassVar[int] = 2

    case: UUID
    what: CaseKind
    arrival: UUID | None = None
    item: UUID | None = None
    handover: UUID | None = None
    scan: Scan | None = None
    author: UUID | None = None
    expected: UUID | None = None
    day_close: UUID | None = None
    department: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class SettlementProposed(Fact):
    """A supervisor's word on a case that takes two people; alone it settles nothing.

    `seen` is how the thing stood then: whoever seconds must find it so.
    """

    proposal: UUID
    case: UUID
    settlement: Settlement
    reason: str
    seen: str


@dataclass(frozen=True, slots=True)
class SettlementSeconded(Fact):
    """A second person, uninvolved, agreed to what a supervisor proposed."""

    case: UUID
    proposal: UUID


@dataclass(frozen=True, slots=True)
class CaseSettled(Fact):
    """What was decided, and why.

    Entries of version 1 do not say what was decided: it stands beside them in the same deed.
    """

    version: ClassVar[int] = 2

    case: UUID
    reason: str
    settlement: Settlement = Settlement.EXPLAINED


@dataclass(frozen=True, slots=True)
class SettlementCorrected(Fact):
    """A settlement was wrong; the case is open again, and the journal keeps both."""

    case: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class ItemDeclaredLost(Fact):
    """Two people said that a piece is lost; the department named held it last."""

    item: UUID
    case: UUID
    department: str


@dataclass(frozen=True, slots=True)
class ItemVoided(Fact):
    """Two people said that a scan never was a piece; its arrival counts one less."""

    item: UUID
    case: UUID


@dataclass(frozen=True, slots=True)
class ItemRestored(Fact):
    """A piece was wrongly declared lost or void: the books have it again where they had it."""

    item: UUID
    case: UUID


@dataclass(frozen=True, slots=True)
class ItemFoundAgain(Fact):
    """A lost piece was scanned: the finder's department holds it from now on."""

    item: UUID
    department: str
