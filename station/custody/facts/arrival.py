"""What happens while mail is taken in."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import UNDESCRIBED, Details, PersonalRef, Scan


@dataclass(frozen=True, slots=True)
class ArrivalOpened(Fact):
    """Mail came from a carrier, who says how many pieces it is."""

    arrival: UUID
    carrier: str
    declared_count: int
    arrived_at: datetime
    department: str
    list: UUID | None


@dataclass(frozen=True, slots=True)
class SlipKept(Fact):
    """The carrier's own slip was photographed."""

    arrival: UUID
    slip: PersonalRef


@dataclass(frozen=True, slots=True)
class ItemTakenIn(Fact):
    """One piece was scanned on arrival; the arrival's department holds it from now on.

    `earlier` is the last piece that bore this number and has left the house: carriers reuse them.
    """

    version: ClassVar[int] = 2

    arrival: UUID
    item: UUID
    scan: Scan
    expected: UUID | None
    details: Details = UNDESCRIBED
    earlier: UUID | None = None


@dataclass(frozen=True, slots=True)
class LabelIssued(Fact):
    """A piece without a number, or with another's, was given one of the mail room's own.

    One without a number has a description.
    """

    item: UUID
    serial: int
    number: str
    description: PersonalRef | None


@dataclass(frozen=True, slots=True)
class ItemDescribed(Fact):
    """Somebody corrected what is known of a piece: all of it, as it is from now on."""

    item: UUID
    details: Details


@dataclass(frozen=True, slots=True)
class ScanRepeated(Fact):
    """A piece that this arrival or handover already counts was scanned once more.

    `scanned_in` is the arrival in which it was scanned, where another open one counts it.
    """

    version: ClassVar[int] = 2

    item: UUID
    arrival: UUID | None = None
    handover: UUID | None = None
    scanned_in: UUID | None = None


@dataclass(frozen=True, slots=True)
class ScanSetAside(Fact):
    """A scan that gave no piece yet: doubtful, or a number that the house still holds."""

    arrival: UUID
    scan: Scan


@dataclass(frozen=True, slots=True)
class StrayScanned(Fact):
    """A piece was scanned where the books say that it cannot be.

    `item` is the piece that the house holds elsewhere under this number, if there is one.
    """

    department: str
    scan: Scan
    item: UUID | None
    handover: UUID | None


@dataclass(frozen=True, slots=True)
class TakingInUndone(Fact):
    """Somebody took back their own last scan; the item is void."""

    arrival: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class ArrivalClosed(Fact):
    """The count was right and nothing expected was missing."""

    arrival: UUID
    count: int


@dataclass(frozen=True, slots=True)
class ArrivalReferred(Fact):
    """The count was not right; a supervisor has to look."""

    arrival: UUID
    declared_count: int
    count: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArrivalReopened(Fact):
    """Closing an arrival with a difference was wrong; it waits for the supervisor again."""

    arrival: UUID
    case: UUID


@dataclass(frozen=True, slots=True)
class ArrivalClosedWithDifference(Fact):
    """An arrival whose count was not right was closed; the reason says why."""

    arrival: UUID
    declared_count: int
    count: int
    missing: tuple[str, ...]
    reason: str
