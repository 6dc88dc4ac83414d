"""The office, its departments and its people."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
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
class DepartmentOpeningAnnounced(Fact):
    """A department opens from a time on; until then it is known, and takes nothing."""

    department: str
    name: str
    kana: str
    aliases: tuple[str, ...]
    sorts_mail: bool
    opens_at: datetime


@dataclass(frozen=True, slots=True)
class DepartmentRenamed(Fact):
    """A department has another name; mail still comes under the old one."""

    department: str
    name: str
    kana: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DepartmentClosingAnnounced(Fact):
    """A department closes from a time on, as soon as it holds nothing; None takes that back."""

    department: str
    closes_at: datetime | None
    successor: str | None


@dataclass(frozen=True, slots=True)
class DepartmentClosed(Fact):
    """A department that held nothing can take nothing any more."""

    department: str
    successor: str | None


@dataclass(frozen=True, slots=True)
class PersonEnrolled(Fact):
    """A person belongs to a department and may act in the roles, at once or from a time on."""

    version: ClassVar[int] = 2

    person: UUID
    name: PersonalRef
    department: str
    roles: tuple[Role, ...]
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class PersonRenamed(Fact):
    """A person has another name."""

    person: UUID
    name: PersonalRef


@dataclass(frozen=True, slots=True)
class PersonTransferred(Fact):
    """A person belongs to a department, with roles, from a time on, and no longer to another."""

    person: UUID
    department: str
    roles: tuple[Role, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class RolesChanged(Fact):
    """A person has other roles in their own department from a time on."""

    person: UUID
    roles: tuple[Role, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class DeputyAppointed(Fact):
    """A person also acts for a department, or in further roles there, from a time to another."""

    person: UUID
    department: str
    roles: tuple[Role, ...]
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class DeputyEnded(Fact):
    """A person acts for a department as a deputy no longer than until a time."""

    person: UUID
    department: str
    until: datetime


@dataclass(frozen=True, slots=True)
class PersonLeft(Fact):
    """A person acts for no department from a time on."""

    person: UUID
    since: datetime


@dataclass(frozen=True, slots=True)
class BadgeIssued(Fact):
    """A person was given a badge and chose a PIN (neither stands in the journal)."""

    person: UUID


@dataclass(frozen=True, slots=True)
class BadgeRevoked(Fact):
    """A person's badge is valid no more: lost, or given back."""

    person: UUID


@dataclass(frozen=True, slots=True)
class PinReset(Fact):
    """An administrator gave a person a PIN for one sign-in, at which they choose another."""

    person: UUID


@dataclass(frozen=True, slots=True)
class TableImported(Fact):
    """A table of departments or people was taken in; what it changed stands beside it.

    `contacts` is of how many people it changed staff number, address or language, which stand
    nowhere here.
    """

    source: str
    rows: int
    contacts: int
