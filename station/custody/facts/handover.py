"""What happens while pieces change their holder."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import Scan, Side


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
