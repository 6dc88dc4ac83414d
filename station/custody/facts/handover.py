"""What happens while pieces change their holder."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.refusal import Reason
from station.custody.values import Scan, Side


@dataclass(frozen=True, slots=True)
class HandoverOpened(Fact):
    """A holder began to put pieces together for another department, or for one person.

    A person who is named for a side is the only one who may act for it.
    """

    version: ClassVar[int] = 2

    handover: UUID
    giver: str
    receiver: str
    giver_person: UUID | None = None
    receiver_person: UUID | None = None


@dataclass(frozen=True, slots=True)
class ItemOffered(Fact):
    """The giver scanned a piece into the offered set."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class MisfitScanned(Fact):
    """The giver scanned a piece of their own that does not belong in this handover; it stays out.

    `why` is the reason, `department` where the piece is routed to, if it is.
    """

    handover: UUID
    item: UUID
    scan: Scan
    why: Reason
    department: str | None


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
class EarlyScanned(Fact):
    """The receiver scanned something before the giver was done; nobody has judged it yet."""

    handover: UUID
    scan: Scan


@dataclass(frozen=True, slots=True)
class ReceiverDone(Fact):
    """The receiver said "done" before the giver did; the sets are compared when both are."""

    handover: UUID
    count: int


@dataclass(frozen=True, slots=True)
class ItemReceived(Fact):
    """The receiver scanned a piece of this handover.

    `by` is who scanned it, where it was scanned early and is judged by somebody else's deed.
    """

    version: ClassVar[int] = 2

    handover: UUID
    item: UUID
    by: UUID | None = None


@dataclass(frozen=True, slots=True)
class ItemUnreceived(Fact):
    """The receiver took back a scan of their own."""

    handover: UUID
    item: UUID


@dataclass(frozen=True, slots=True)
class ForeignScanned(Fact):
    """The receiver scanned something that is not in this handover.

    `by` is who scanned it, where it was scanned early and is judged by somebody else's deed; `item`
    the piece that the house holds under this number, if there is one.
    """

    version: ClassVar[int] = 3

    handover: UUID
    scan: Scan
    by: UUID | None = None
    item: UUID | None = None


@dataclass(frozen=True, slots=True)
class ItemDisowned(Fact):
    """The receiver said "not ours": the piece left the handover and stays with the giver."""

    handover: UUID
    item: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class CountFinished(Fact):
    """Both sides said "done": the sets were compared.

    `missing` was offered and not received, or is not the giver's any more; `extra` was received
    and is no longer offered.  `agreed_at` is the time that both sign with the set.
    """

    version: ClassVar[int] = 2

    handover: UUID
    offered_count: int
    received_count: int
    missing: tuple[UUID, ...]
    extra: tuple[UUID, ...]
    digest: str | None
    agreed_at: datetime | None = None


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
