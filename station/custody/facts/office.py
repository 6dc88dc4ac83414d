"""The office, its departments and its people."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import PersonalRef, Role


@dataclass(frozen=True, slots=True)
class OfficeFounded(Fact):
    """An office began its journal."""

    name: str


@dataclass(frozen=True, slots=True)
class DepartmentOpened(Fact):
    """A department can hold mail from now on.

    `sorts_mail` marks the one that takes unsorted mail and keeps what is undecided.
    """

    department: str
    name: str
    kana: str
    aliases: tuple[str, ...]
    sorts_mail: bool


@dataclass(frozen=True, slots=True)
class PersonEnrolled(Fact):
    """A person belongs to a department and may act in the given roles."""

    person: UUID
    name: PersonalRef
    department: str
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class BadgeIssued(Fact):
    """A person was given a badge and chose a PIN (neither stands in the journal)."""

    person: UUID
