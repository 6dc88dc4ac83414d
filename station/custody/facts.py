"""What can have happened.  One frozen value a kind; past tense; no clock.

The time and the author of a fact stand in its journal entry.  A fact, once released, never
changes its fields: a new need is a new fact or a higher `version`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from station.custody.values import CaseKind, Ending, PersonalRef, Role, Scan, Side


@dataclass(frozen=True, slots=True)
class Fact:
    """Base of all facts."""

    version: ClassVar[int] = 1


# -- the office and its people -----------------------------------------------------------------


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


# -- what is expected --------------------------------------------------------------------------


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


# -- arrival -----------------------------------------------------------------------------------


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
class ItemTakenIn(Fact):
    """One piece was scanned on arrival; the arrival's department holds it from now on."""

    arrival: UUID
    item: UUID
    scan: Scan
    expected: UUID | None


@dataclass(frozen=True, slots=True)
class ScanRepeated(Fact):
    """A piece that this arrival or handover already counts was scanned once more."""

    item: UUID
    arrival: UUID | None = None
    handover: UUID | None = None


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
class ArrivalClosedWithDifference(Fact):
    """A supervisor closed an arrival whose count was not right, and said why."""

    arrival: UUID
    declared_count: int
    count: int
    missing: tuple[str, ...]
    reason: str


# -- sorting -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FirstEntryMade(Fact):
    """The first person's word: a department, or None for "it names none"."""

    item: UUID
    department: str | None


@dataclass(frozen=True, slots=True)
class CheckEntryMade(Fact):
    """The second person's word, given without seeing the first."""

    item: UUID
    department: str | None


@dataclass(frozen=True, slots=True)
class ItemRouted(Fact):
    """Two different people said the same department."""

    item: UUID
    department: str
    first_by: UUID
    check_by: UUID


@dataclass(frozen=True, slots=True)
class ItemLeftUndecided(Fact):
    """The words differ or name no department; a supervisor has to decide."""

    item: UUID


@dataclass(frozen=True, slots=True)
class RouteProposed(Fact):
    """A supervisor's word on an undecided item; alone it routes nothing."""

    item: UUID
    department: str
    reason: str


# -- handover ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HandoverOpened(Fact):
    """A holder began to put pieces together for another department."""

    handover: UUID
    giver: str
    receiver: str


@dataclass(frozen=True, slots=True)
class ItemOffered(Fact):
    """The giver scanned a piece into the offered set."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class ItemWithdrawn(Fact):
    """The giver took a piece out of the offered set."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class SetOffered(Fact):
    """The giver is done; the receiver may count."""

    handover: UUID
    count: int


@dataclass(frozen=True, slots=True)
class ItemReceived(Fact):
    """The receiver scanned a piece of this handover."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class ItemUnreceived(Fact):
    """The receiver took back a scan of their own."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class ForeignScanned(Fact):
    """The receiver scanned something that is not in this handover."""

    handover: UUID
    scan: Scan


@dataclass(frozen=True, slots=True)
class CountFinished(Fact):
    """The receiver said "done": the sets were compared.

    `missing` was offered and not received, `extra` was received and is no longer offered.
    """

    handover: UUID
    offered_count: int
    received_count: int
    missing: tuple[UUID, ...]
    extra: tuple[UUID, ...]
    digest: str | None


@dataclass(frozen=True, slots=True)
class HandoverReferred(Fact):
    """The sets would not agree; a supervisor has to look."""

    handover: UUID
    missing: tuple[UUID, ...]
    extra: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class HandoverSigned(Fact):
    """One side signed the digest of the agreed set."""

    handover: UUID
    side: Side
    signer: UUID
    digest: str


@dataclass(frozen=True, slots=True)
class HandoverSealed(Fact):
    """Both signed: all pieces of the set changed their holder in one step."""

    handover: UUID
    giver: str
    receiver: str
    items: tuple[UUID, ...]
    digest: str
    giver_signer: UUID
    receiver_signer: UUID


@dataclass(frozen=True, slots=True)
class HandoverCancelled(Fact):
    """The handover was broken off; every piece stays where it was."""

    handover: UUID
    reason: str


# -- the end, and what a supervisor settles ----------------------------------------------------


@dataclass(frozen=True, slots=True)
class ItemDelivered(Fact):
    """The piece left the house's custody."""

    item: UUID
    ending: Ending


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


# -- personal data -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PersonalDataPurged(Fact):
    """Names, notes and photos kept since before a time were deleted, each with its salt."""

    before: datetime
    data: tuple[UUID, ...]


Facts = tuple[Fact, ...]

ALL_KINDS: tuple[type[Fact], ...] = tuple(
    kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Fact) and kind is not Fact
)
