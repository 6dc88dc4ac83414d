"""What is announced and not here yet."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import PersonalRef


@dataclass(frozen=True, slots=True)
class ExpectedListImported(Fact):
    """A list of expected items was taken in whole."""

    list: UUID
    source: str
    rows: int


@dataclass(frozen=True, slots=True)
class ItemAnnounced(Fact):
    """One row of an expected list: a piece that is on its way."""

    expected: UUID
    list: UUID
    number: str
    service: str
    sender: PersonalRef | None
    addressee: PersonalRef | None
    department: str | None
