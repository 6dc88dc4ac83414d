"""What happens while a department closes its day; and when the office itself is closed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import Scan


@dataclass(frozen=True, slots=True)
class DayCloseOpened(Fact):
    """A department began to count what it has in its hands on a day."""

    day_close: UUID
    department: str
    day: date


@dataclass(frozen=True, slots=True)
class PieceCounted(Fact):
    """One scan of the count.

    `item` is the piece that the house knows by this number, if any, and `was_held` says whether
    the department held it at that moment; whoever counts is told neither.
    """

    day_close: UUID
    count: UUID
    scan: Scan
    item: UUID | None
    was_held: bool


@dataclass(frozen=True, slots=True)
class CountRepeated(Fact):
    """A piece that this count has already was scanned once more."""

    day_close: UUID
    count: UUID


@dataclass(frozen=True, slots=True)
class CountTakenBack(Fact):
    """Somebody took back their own last scan of the count."""

    day_close: UUID
    count: UUID


@dataclass(frozen=True, slots=True)
class RecountBegun(Fact):
    """The department counts anew, after a count that differed; these scans count no more."""

    day_close: UUID
    counts: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class CountCompared(Fact):
    """The department said "done": the count was compared with what the books say that it holds.

    `missing` are pieces on the books that nobody scanned; `extra` are scans of what is not on them.
    """

    day_close: UUID
    held: int
    counted: int
    missing: tuple[UUID, ...]
    extra: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class DayClosed(Fact):
    """All that a department holds was there, and nothing else."""

    day_close: UUID
    items: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class DayClosedWithDifference(Fact):
    """The last case about what a count found missing or too much was settled."""

    day_close: UUID


@dataclass(frozen=True, slots=True)
class ClosingDaysSet(Fact):
    """On which days the office is closed, besides weekends and national holidays.

    `days` are single dates, `yearly` spans of month and day; `until` is the last day of which
    this knows.  It replaces what was set before.
    """

    until: date
    days: tuple[date, ...]
    yearly: tuple[tuple[str, str], ...]
