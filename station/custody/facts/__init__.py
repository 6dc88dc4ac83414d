"""What can have happened.  One frozen value a kind; past tense; no clock.

The time and the author of a fact stand in its journal entry.  A kind, once released, keeps its
fields: a new need is a new kind, or a higher `version` that adds fields with a default, which is
what older entries say by their silence.
"""

from station.custody.facts.arrival import (
    ArrivalClosed,
    ArrivalClosedWithDifference,
    ArrivalOpened,
    ArrivalReferred,
    ArrivalReopened,
    ItemDescribed,
    ItemTakenIn,
    LabelIssued,
    ScanRepeated,
    ScanSetAside,
    SlipKept,
    StrayScanned,
    TakingInUndone,
)
from station.custody.facts.base import Fact
from station.custody.facts.delivery import ItemDelivered
from station.custody.facts.expected import (
    ExpectedCorrected,
    ExpectedListImported,
    ExpectedMatched,
    ExpectedRepeated,
    ExpectedWithdrawn,
    ItemAnnounced,
)
from station.custody.facts.handover import (
    CountFinished,
    EarlyScanned,
    ForeignScanned,
    HandoverCancelled,
    HandoverOpened,
    HandoverReferred,
    HandoverSealed,
    HandoverSigned,
    ItemDisowned,
    ItemOffered,
    ItemReceived,
    ItemUnreceived,
    ItemWithdrawn,
    ReceiverDone,
    SetOffered,
)
from station.custody.facts.office import (
    BadgeIssued,
    BadgeRevoked,
    DepartmentClosed,
    DepartmentClosingAnnounced,
    DepartmentOpened,
    DepartmentRenamed,
    DeputyAppointed,
    DeputyEnded,
    OfficeFounded,
    PersonEnrolled,
    PersonLeft,
    PersonRenamed,
    PersonTransferred,
    PinReset,
    RolesChanged,
    TableImported,
)
from station.custody.facts.personal import PersonalDataPurged
from station.custody.facts.review import (
    CaseOpened,
    CaseSettled,
    ItemDeclaredLost,
    ItemFoundAgain,
    ItemRestored,
    ItemVoided,
    SettlementCorrected,
    SettlementProposed,
    SettlementSeconded,
)
from station.custody.facts.sorting import (
    CheckEntryMade,
    FirstEntryMade,
    ItemLeftUndecided,
    ItemRouted,
    RouteProposed,
    RouteQuestioned,
)

Facts = tuple[Fact, ...]

ALL_KINDS: tuple[type[Fact], ...] = tuple(
    kind
    for kind in list(globals().values())
    if isinstance(kind, type) and issubclass(kind, Fact) and kind is not Fact
)
"""Every kind that is imported above."""

__all__ = [
    "ALL_KINDS",
    "ArrivalClosed",
    "ArrivalClosedWithDifference",
    "ArrivalOpened",
    "ArrivalReferred",
    "ArrivalReopened",
    "BadgeIssued",
    "BadgeRevoked",
    "CaseOpened",
    "CaseSettled",
    "CheckEntryMade",
    "CountFinished",
    "DepartmentClosed",
    "DepartmentClosingAnnounced",
    "DepartmentOpened",
    "DepartmentRenamed",
    "DeputyAppointed",
    "DeputyEnded",
    "EarlyScanned",
    "ExpectedCorrected",
    "ExpectedListImported",
    "ExpectedMatched",
    "ExpectedRepeated",
    "ExpectedWithdrawn",
    "Fact",
    "Facts",
    "FirstEntryMade",
    "ForeignScanned",
    "HandoverCancelled",
    "HandoverOpened",
    "HandoverReferred",
    "HandoverSealed",
    "HandoverSigned",
    "ItemAnnounced",
    "ItemDeclaredLost",
    "ItemDelivered",
    "ItemDescribed",
    "ItemDisowned",
    "ItemFoundAgain",
    "ItemLeftUndecided",
    "ItemOffered",
    "ItemReceived",
    "ItemRestored",
    "ItemRouted",
    "ItemTakenIn",
    "ItemUnreceived",
    "ItemVoided",
    "ItemWithdrawn",
    "LabelIssued",
    "OfficeFounded",
    "PersonEnrolled",
    "PersonLeft",
    "PersonRenamed",
    "PersonTransferred",
    "PersonalDataPurged",
    "PinReset",
    "ReceiverDone",
    "RolesChanged",
    "RouteProposed",
    "RouteQuestioned",
    "ScanRepeated",
    "ScanSetAside",
    "SetOffered",
    "SettlementCorrected",
    "SettlementProposed",
    "SettlementSeconded",
    "SlipKept",
    "StrayScanned",
    "TableImported",
    "TakingInUndone",
]
