"""Small values that facts and rules share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """What a person may be in an office (words.md, last row)."""

    DUTY_OFFICER = "duty_officer"
    CLERK = "clerk"
    RECEIVER = "receiver"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Side(StrEnum):
    """The two sides of a handover."""

    GIVER = "giver"
    RECEIVER = "receiver"


class CaseKind(StrEnum):
    """Why something needs a supervisor."""

    UNMATCHED = "unmatched"
    DOUBTFUL = "doubtful"
    STILL_HELD = "still_held"
    COUNT_DIFFERENCE = "count_difference"
    DISAGREEMENT = "disagreement"
    UNDECIDED = "undecided"
    FOUND = "found"
    FOUND_AGAIN = "found_again"
    SET_MISMATCH = "set_mismatch"
    NOT_OURS = "not_ours"
    ABANDONED = "abandoned"
    MISSING_EXPECTED = "missing_expected"
    UNREADABLE = "unreadable"
    SAME_NUMBER = "same_number"
    DAY_CLOSE_MISSING = "day_close_missing"
    DAY_CLOSE_EXTRA = "day_close_extra"
    DAY_NOT_CLOSED = "day_not_closed"
    OVERDUE = "overdue"
    INCIDENT = "incident"


class Settlement(StrEnum):
    """What became of a case.  `review` says which kind may be settled how, and by how many."""

    EXPLAINED = "explained"
    ROUTE_DECIDED = "route_decided"
    COUNT_BECAME_RIGHT = "count_became_right"
    TAKEN_BACK = "taken_back"
    CLOSE_WITH_DIFFERENCE = "close_with_difference"
    DECLARE_LOST = "declare_lost"
    VOID_ITEM = "void_item"
    HAS_COME = "has_come"
    LIST_CORRECTED = "list_corrected"
    SETTLED_ALONG = "settled_along"
    HANDOVER_ENDED = "handover_ended"
    MOVED_ON = "moved_on"
    FOUND = "found"


class Basis(StrEnum):
    """On which ground a department is suggested."""

    NAME = "name"
    KANA = "kana"
    ALIAS = "alias"
    FORMER_NAME = "former_name"
    SECTION_NUMBER = "section_number"
    SENDER = "sender"
    SERVICE = "service"


@dataclass(frozen=True, slots=True)
class SuggestionRule:
    """A rule of the office: what has these words on this ground points to this department."""

    basis: Basis
    text: str
    department: str


class IncidentEnd(StrEnum):
    """How an incident ends; never by silence."""

    FOUND = "found"
    LOST = "lost"
    VOID = "void"


class Ending(StrEnum):
    """How a piece leaves the house's custody."""

    OPENED = "opened"
    TO_ADDRESSEE = "to_addressee"


class Service(StrEnum):
    """How a carrier brings a piece (numbers.md)."""

    REGISTERED = "registered"
    SIMPLE_REGISTERED = "simple_registered"
    CASH_REGISTERED = "cash_registered"
    DELIVERY_CERTIFIED = "delivery_certified"
    CONTENT_CERTIFIED = "content_certified"
    COURT_SERVICE = "court_service"
    RESTRICTED = "restricted"
    RECORDED = "recorded"
    CASH_ON_DELIVERY = "cash_on_delivery"
    LETTER_PACK_PLUS = "letter_pack_plus"
    LETTER_PACK_LIGHT = "letter_pack_light"
    YU_PACK = "yu_pack"
    YU_PACKET = "yu_packet"
    PARCEL = "parcel"
    EMS = "ems"
    E_COMMERCE = "e_commerce"
    M_BAG = "m_bag"
    BUSINESS_REPLY = "business_reply"
    EXPRESS = "express"
    INSURED = "insured"
    OTHER = "other"


class ServiceSource(StrEnum):
    """Who says which service it is; a hint in the number is a guess and no more."""

    LIST = "list"
    HINT = "hint"
    ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class Details:
    """What is known of a piece beside its number.

    `signature_taken` says whether the carrier took ours: a fact of its own beside the number;
    None where nobody knows.  `is_confidential` is the mark 親展: nobody opens it on the way.
    `amount_yen` is what the seals of 現金書留 say.
    """

    service: Service | None = None
    service_from: ServiceSource | None = None
    signature_taken: bool | None = None
    is_confidential: bool = False
    amount_yen: int | None = None


UNDESCRIBED = Details()
"""Nothing is known; what entries say that are older than details."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who wants to do something: a person, acting for one department.

    `elsewhere` are the other departments that they may act for too, now or soon.
    """

    person: UUID
    department: str
    roles: frozenset[Role]
    elsewhere: frozenset[str] = frozenset()

    @property
    def departments(self) -> frozenset[str]:
        """All departments of theirs, whichever they act for."""
        return self.elsewhere | {self.department}


@dataclass(frozen=True, slots=True)
class Posting:
    """A person's place: a department and roles there, from a moment until before another one.

    None for `since` is from the enrolment on, None for `until` for good.  A deputy acts there in
    somebody else's place for a time.
    """

    department: str
    roles: frozenset[Role]
    since: datetime | None = None
    until: datetime | None = None
    is_deputy: bool = False

    def is_valid(self, now: datetime) -> bool:
        """Whether the person may act there at a time."""
        begun = self.since is None or self.since <= now
        return begun and (self.until is None or now < self.until)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which journal entry a fact stands in: its number, its time (UTC), its author."""

    seq: int
    at: datetime
    person: UUID | None


@dataclass(frozen=True, slots=True)
class PersonalRef:
    """Points to a name or note that is kept outside the journal.

    `digest` is the lower-case hex SHA-256 of salt and value.  Without the salt, which is deleted
    together with the value, nobody can guess the value back from it.
    """

    id: UUID
    digest: str


LABEL = "label"
"""The symbology of a number that was not read but given."""

TYPED = "typed"
"""The symbology of a number that no reader read and a person typed twice."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What the scan side says of one piece, in the journal's plain words.

    `number` is the normal form of a trusted reading and None for a doubtful one; `text` is what
    was seen; `why` says why it is doubtful and is empty for a trusted reading.  Of a label that the
    station gave, `text` is the number that it covers, or the label's own.
    """

    text: str
    number: str | None
    families: tuple[str, ...]
    symbology: str
    witnesses: tuple[str, ...]
    why: str = ""
    photo: PersonalRef | None = None

    @property
    def known_as(self) -> str:
        """The trusted number, or the text as scanned where no number could be trusted."""
        return self.number or self.text

    @property
    def is_given(self) -> bool:
        """Whether the number was not read but given, on a label of the mail room's own."""
        return self.symbology == LABEL
