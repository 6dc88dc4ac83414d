"""What is announced and not here yet."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import PersonalRef


@dataclass(frozen=True, slots=True)
class ExpectedListImported(Fact):
    """A list of expected items was taken in whole; it may replace an earlier one."""

    version: ClassVar[int] = 2

    list: UUID
    source: str
    rows: int
    replaces: UUID | None = None


@dataclass(frozen=True, slots=True)
class ItemAnnounced(Fact):
    """One row of an expected list: a piece that is on its way.

    `due` is the day that the list gives, else that of the announcement, which older entries leave
    unsaid.
    """

    version: ClassVar[int] = 2

    expected: UUID
    list: UUID
    number: str
    service: str
    sender: PersonalRef | None
    addressee: PersonalRef | None
    department: str | None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class ExpectedRepeated(Fact):
    """A later list announces a piece that was announced before, and says the same of it."""

    expected: UUID
    list: UUID


@dataclass(frozen=True, slots=True)
class ExpectedCorrected(Fact):
    """A later list says something else of an announced piece: all of it, as it is from now on."""

    expected: UUID
    list: UUID
    service: str
    sender: PersonalRef | None
    addressee: PersonalRef | None
    department: str | None
    due: date


@dataclass(frozen=True, slots=True)
class ExpectedWithdrawn(Fact):
    """A list that replaces an earlier one no longer announces a piece that has not come."""

    expected: UUID
    list: UUID


@dataclass(frozen=True, slots=True)
class ExpectedMatched(Fact):
    """What a list announces had come before the list did."""

    expected: UUID
    item: UUID
