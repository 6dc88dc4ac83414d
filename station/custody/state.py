"""What the books hold: frozen aggregates, and the door through which rules read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar, Protocol
from uuid import UUID, uuid5

from station.custody.values import (
    UNDESCRIBED,
    CaseKind,
    Details,
    IncidentEnd,
    PersonalRef,
    Posting,
    Scan,
    Settlement,
    SuggestionRule,
)


class ArrivalStatus(StrEnum):
    """Where an arrival is."""

    OPEN = "open"
    REFERRED = "referred"
    CLOSED = "closed"


class ItemStatus(StrEnum):
    """Whether a piece is in the house's custody."""

    HELD = "held"
    DELIVERED = "delivered"
    VOID = "void"
    LOST = "lost"


class CloseStatus(StrEnum):
    """Where the close of a day is: DIFFERING until it is counted equal or all is settled."""

    COUNTING = "counting"
    DIFFERING = "differing"
    CLOSED = "closed"
    CLOSED_WITH_DIFFERENCE = "closed_with_difference"


class Phase(StrEnum):
    """Where a handover is.  Only AGREED can be signed, only both signatures seal."""

    OFFERING = "offering"
    COUNTING = "counting"
    DIFFERING = "differing"
    AGREED = "agreed"
    SEALED = "sealed"
    CANCELLED = "cancelled"


OPEN_PHASES = (Phase.OFFERING, Phase.COUNTING, Phase.DIFFERING, Phase.AGREED)
"""Where a handover still has its pieces in hand."""


COUNTED_PHASES = (Phase.DIFFERING, Phase.AGREED, Phase.SEALED)
"""Where both sides have said that they are done."""


@dataclass(frozen=True, slots=True)
class Department:
    """A receiving unit; also the duty desk and General Affairs.

    `closes_at` is announced; it is closed only when it holds nothing any more.  One that
    opens at an announced time, `opens_at`, is closed until then; people may be posted to it before.
    """

    id: str
    name: str
    kana: str
    aliases: tuple[str, ...]
    sorts_mail: bool
    former_names: tuple[str, ...] = ()
    closes_at: datetime | None = None
    successor: str | None = None
    is_closed: bool = False
    opens_at: datetime | None = None

    @property
    def has_ended(self) -> bool:
        """Whether it is closed for good."""
        return self.is_closed and self.opens_at is None

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name under which mail may still come."""
        names = (self.name, self.kana, *self.aliases, *self.former_names)
        return tuple(name for name in dict.fromkeys(names) if name)


@dataclass(frozen=True, slots=True)
class Load:
    """What a department still has to do with: pieces, and what is open."""

    held: int
    coming: int
    handovers: int
    arrivals: int

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return any((self.held, self.coming, self.handovers, self.arrivals))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts, or acted, for a department.  People end; nobody is ever deleted.

    `version` counts what was recorded of them, so that two who change the same person at once
    do not overwrite one another.
    """

    id: UUID
    name: PersonalRef
    postings: tuple[Posting, ...]
    has_badge: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True)
class Expected:
    """An announced piece; `list` announced it first, `item` is the piece that turned out to be it.

    `missed` is the due day at which its absence became a case: the same day makes no second one.
    """

    id: UUID
    list: UUID
    number: str
    service: str
    sender: PersonalRef | None
    addressee: PersonalRef | None
    department: str | None
    seq: int
    due: date
    item: UUID | None = None
    is_withdrawn: bool = False
    missed: date | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether it has not come and is still announced."""
        return self.item is None and not self.is_withdrawn


@dataclass(frozen=True, slots=True)
class Listing:
    """That a list announces a piece; several lists may announce the same one."""

    id: UUID
    list: UUID
    expected: UUID


def listing_id(list_id: UUID, expected: UUID) -> UUID:
    """Return the id of the listing by which a list announces a piece."""
    return uuid5(list_id, str(expected))


@dataclass(frozen=True, slots=True)
class Label:
    """A number that the mail room gave to a piece; its id is the piece's.  None is used twice.

    `covers` is the number over which it is stuck, None on a piece without one.  `is_scanned` says
    that it was scanned in its arrival: it is there, on a piece.
    """

    id: UUID
    serial: int
    number: str
    description: PersonalRef | None
    covers: str | None = None
    is_scanned: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """One taking-in from a carrier."""

    id: UUID
    carrier: str
    declared_count: int
    arrived_at: datetime
    department: str
    list: UUID | None
    opened_by: UUID
    opened_at: datetime
    count: int = 0
    status: ArrivalStatus = ArrivalStatus.OPEN
    slips: tuple[PersonalRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """One person's word on a route; None says that the addressee names no department."""

    person: UUID
    department: str | None


@dataclass(frozen=True, slots=True)
class Route:
    """The department that an item belongs to, and the two people behind it."""

    department: str
    first_by: UUID
    check_by: UUID


@dataclass(frozen=True, slots=True)
class Opening:
    """Who wants to open an undecided piece, and who was present with them; None until then."""

    first_by: UUID
    second_by: UUID | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One physical piece.  `holder` is exactly one department, always.

    `keeper` is the one person of that department who has it, where it was handed to a person.
    `questioned` says that its route is wrong by somebody's word; it stands until two give another.
    `moved_at` is when somebody last brought it on: by a word on its route, or to another holder.
    `let_go_by` is the case by which two people declared it lost or void, while it is.
    """

    id: UUID
    arrival: UUID
    scan: Scan
    expected: UUID | None
    taken_in_by: UUID
    taken_in_at: datetime
    taken_in_seq: int
    holder: str
    held_since: datetime
    moved_at: datetime
    status: ItemStatus = ItemStatus.HELD
    route: Route | None = None
    first: Word | None = None
    check: Word | None = None
    undecided: bool = False
    handover: UUID | None = None
    keeper: UUID | None = None
    questioned: bool = False
    details: Details = UNDESCRIBED
    opening: Opening | None = None
    let_go_by: UUID | None = None

    @property
    def awaits_check(self) -> bool:
        """Whether one has given a word on it, and nobody may learn it before the other has."""
        return self.first is not None and not self.undecided

    @property
    def number(self) -> str:
        """The tracking number, or the text as scanned where no number could be trusted.

        The label's, where one covers it.
        """
        return self.scan.known_as

    @property
    def covered(self) -> str | None:
        """The number over which its label is stuck, None where none is."""
        return self.scan.text if self.scan.is_given and self.scan.text != self.number else None

    @property
    def bears(self) -> tuple[str, ...]:
        """Which numbers it bears: the one by which it is scanned, then the one under its label."""
        return (self.number,) if self.covered is None else (self.number, self.covered)

    @property
    def is_lost(self) -> bool:
        """Whether it was declared lost and nobody has found it."""
        return self.status is ItemStatus.LOST

    @property
    def at_home(self) -> bool:
        """Whether the department that holds it is the one it was routed to."""
        return self.route is not None and self.route.department == self.holder


@dataclass(frozen=True, slots=True)
class Receipt:
    """One piece of a received set, and who scanned it."""

    item: UUID
    by: UUID


@dataclass(frozen=True, slots=True)
class EarlyScan:
    """A receiver's scan from before the giver was done: judged when both are done."""

    scan: Scan
    by: UUID


@dataclass(frozen=True, slots=True)
class Handover:
    """One change of holder: what was offered, what was received, who signed.

    `giver_person` and `receiver_person` are named where one person alone may act for a side.
    `gave` and `took` are those who did anything for the giver's side and for the receiver's.
    `receiver_done` says that the receiver was done before the giver; `agreed_at` is when the count
    agreed, None where it has not or where the older form of statement did not say.
    """

    id: UUID
    giver: str
    receiver: str
    opened_by: UUID
    opened_at: datetime
    phase: Phase = Phase.OFFERING
    offered: frozenset[UUID] = frozenset()
    receipts: frozenset[Receipt] = frozenset()
    digest: str | None = None
    giver_signer: UUID | None = None
    receiver_signer: UUID | None = None
    sealed_at: datetime | None = None
    giver_person: UUID | None = None
    receiver_person: UUID | None = None
    early: tuple[EarlyScan, ...] = ()
    receiver_done: bool = False
    agreed_at: datetime | None = None
    moved_at: datetime | None = None
    gave: frozenset[UUID] = frozenset()
    took: frozenset[UUID] = frozenset()

    @property
    def received(self) -> frozenset[UUID]:
        """The received set."""
        return frozenset(receipt.item for receipt in self.receipts)

    @property
    def counted(self) -> int:
        """How many pieces the receiver has scanned: those that wait to be judged count too."""
        return len(self.receipts) + len(self.early)

    @property
    def is_open(self) -> bool:
        """Whether it still has its pieces in hand."""
        return self.phase in OPEN_PHASES

    @property
    def is_counted(self) -> bool:
        """Whether both are done, so that both may see both sets."""
        return self.phase in COUNTED_PHASES

    @property
    def is_signed(self) -> bool:
        """Whether at least one side has vouched for the set."""
        return self.giver_signer is not None or self.receiver_signer is not None


@dataclass(frozen=True, slots=True)
class DayClose:
    """One department's count of what is in its hands at the end of one day."""

    id: UUID
    department: str
    day: date
    opened_by: UUID
    opened_at: datetime
    status: CloseStatus = CloseStatus.COUNTING

    @property
    def is_closed(self) -> bool:
        """Whether nothing more can be counted into it."""
        return self.status in {CloseStatus.CLOSED, CloseStatus.CLOSED_WITH_DIFFERENCE}


@dataclass(frozen=True, slots=True)
class CountScan:
    """One scan of such a count; `item` is the piece that the house knew by it then, if any.

    `was_held` says whether the department held that piece when it was scanned.
    """

    id: UUID
    day_close: UUID
    scan: Scan
    item: UUID | None
    was_held: bool
    by: UUID
    seq: int
    is_taken_back: bool = False


@dataclass(frozen=True, slots=True)
class ClosingDays:
    """The office's own closing days.  `until` is the last day of which it knows.

    `yearly` are spans of month and day; one whose first lies after its last goes over New Year.
    """

    KEY: ClassVar[str] = "closing days"

    id: str
    until: date
    days: tuple[date, ...]
    yearly: tuple[tuple[str, str], ...]

    def includes(self, day: date) -> bool:
        """Whether the office itself says that it is closed on a day."""
        at = f"{day:%m-%d}"
        return day in self.days or any(
            first <= at <= last if first <= last else at >= first or at <= last
            for first, last in self.yearly
        )


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a supervisor wants to be done about a case; it takes a second person to be done.

    `seen` is how the thing stood when it was proposed.
    """

    id: UUID
    settlement: Settlement
    by: UUID
    reason: str
    seen: str


@dataclass(frozen=True, slots=True)
class Case:
    """Something for a supervisor.

    `author` is the person whose scan or word is in question; None where nobody's is.  What it is
    about is named by ids, and these lead to the evidence.  Of a settled case `proposal` is the one
    that was seconded, if it took two; of one that was settled
    along with another, `settled_with` is that other.
    """

    id: UUID
    what: CaseKind
    author: UUID | None
    opened_at: datetime
    arrival: UUID | None = None
    item: UUID | None = None
    handover: UUID | None = None
    scan: Scan | None = None
    day_close: UUID | None = None
    department: str | None = None
    day: date | None = None
    proposal: Proposal | None = None
    settlement: Settlement | None = None
    settled_by: UUID | None = None
    settled_at: datetime | None = None
    reason: str | None = None
    expected: UUID | None = None
    settled_with: UUID | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has settled it yet."""
        return self.settlement is None


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules by which the office suggests departments; there is one such set at most."""

    id: str
    rules: tuple[SuggestionRule, ...]


RULE_SET = "current"


@dataclass(frozen=True, slots=True)
class Incident:
    """A piece that is missed.  `case` is what two people settle to declare it lost."""

    id: UUID
    item: UUID
    case: UUID
    opened_by: UUID
    opened_at: datetime
    reason: str
    end: IncidentEnd | None = None
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether the search still goes on."""
        return self.end is None


@dataclass(frozen=True, slots=True)
class Search:
    """What one party of an incident was asked: a department, or one person of it; and its answer.

    `found` is None before there is one.
    """

    id: UUID
    incident: UUID
    department: str
    person: UUID | None
    asked_at: datetime
    times_asked: int = 1
    found: bool | None = None
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    note: PersonalRef | None = None


Aggregate = (
    Department
    | Person
    | Expected
    | Listing
    | Arrival
    | Item
    | Label
    | Handover
    | DayClose
    | CountScan
    | RuleSet
    | Case
    | ClosingDays
    | Incident
    | Search
)


class Books(Protocol):
    """What a rule may ask.  Every reader of one thing refuses when there is no such thing.

    The ledger answers from its tables; tests answer from memory.
    """

    def department(self, key: str) -> Department:
        """The department of this id, or a refusal."""
        ...

    def person(self, key: UUID) -> Person:
        """The person of this id, or a refusal."""
        ...

    def expected(self, key: UUID) -> Expected:
        """The announced piece of this id, or a refusal."""
        ...

    def arrival(self, key: UUID) -> Arrival:
        """The arrival of this id, or a refusal."""
        ...

    def item(self, key: UUID) -> Item:
        """The item of this id, or a refusal."""
        ...

    def handover(self, key: UUID) -> Handover:
        """The handover of this id, or a refusal."""
        ...

    def case(self, key: UUID) -> Case:
        """The case of this id, or a refusal."""
        ...

    def day_close(self, key: UUID) -> DayClose:
        """The day close of this id, or a refusal."""
        ...

    def count_scan(self, key: UUID) -> CountScan:
        """The scan of a count of this id, or a refusal."""
        ...

    def founded(self) -> bool:
        """Whether the office exists."""
        ...

    def has_department(self, key: str) -> bool:
        """Whether there is a department of this number."""
        ...

    def departments(self) -> tuple[Department, ...]:
        """Every department, by number; the closed ones too."""
        ...

    def everybody(self) -> tuple[Person, ...]:
        """Everybody who was ever enrolled."""
        ...

    def load_of(self, department: str) -> Load:
        """What a department still has to do with."""
        ...

    def held_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that the house still holds and that is scanned by this number."""
        ...

    def covered_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that the house still holds with a label over this number."""
        ...

    def held_by(self, department: str) -> tuple[Item, ...]:
        """Every piece that a department holds, oldest first."""
        ...

    def in_house(self) -> tuple[Item, ...]:
        """Every piece that the house holds, oldest first."""
        ...

    def lost_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that was declared lost, oldest first."""
        ...

    def scanned_by(self, arrival: UUID) -> frozenset[UUID]:
        """Everybody who took a piece of an arrival in, also one that was taken back or is void."""
        ...

    def earlier_item(self, number: str) -> Item | None:
        """The newest piece of this number that was delivered or lost."""
        ...

    def is_number_known(self, number: str) -> bool:
        """Whether any piece, held or gone, bears this number."""
        ...

    def label(self, item: UUID) -> Label | None:
        """The label that a piece was given, if it was given one."""
        ...

    def last_serial(self) -> int:
        """The serial number of the newest label; 0 before the first."""
        ...

    def open_expected(self, number: str, list_id: UUID | None = None) -> Expected | None:
        """The announced piece of this number that is awaited, of that list before any other."""
        ...

    def missing_expected(self, list_id: UUID) -> tuple[str, ...]:
        """The numbers of a list that are still awaited, sorted."""
        ...

    def has_list(self, list_id: UUID) -> bool:
        """Whether there is a list of this id that announces anything."""
        ...

    def awaited_of(self, list_id: UUID) -> tuple[Expected, ...]:
        """Every announced piece of a list that is still awaited, oldest first."""
        ...

    def announced(self, numbers: Collection[str]) -> tuple[Expected, ...]:
        """Every announced piece of one of these numbers that is not withdrawn, oldest first."""
        ...

    def came_unannounced(self, numbers: Collection[str]) -> tuple[Item, ...]:
        """Every piece of one of these numbers that no list announced, oldest first."""
        ...

    def overdue_expected(self, before: date) -> tuple[Expected, ...]:
        """Every awaited piece that was due before a day and is no case for that due day yet."""
        ...

    def was_set_aside(self, arrival: UUID, text: str) -> bool:
        """Whether a doubtful scan of this text was set aside in this arrival before."""
        ...

    def suggestion_rules(self) -> tuple[SuggestionRule, ...]:
        """The rules by which the office suggests departments."""
        ...

    def open_handovers(self) -> tuple[Handover, ...]:
        """Every handover that still has its pieces in hand, oldest first."""
        ...

    def incident(self, key: UUID) -> Incident:
        """The incident of this id, or a refusal."""
        ...

    def search(self, key: UUID) -> Search:
        """What one party was asked, by its id, or a refusal."""
        ...

    def incidents_of(self, item: UUID) -> tuple[Incident, ...]:
        """Every incident about a piece, oldest first."""
        ...

    def searches_of(self, incident: UUID) -> tuple[Search, ...]:
        """What every party of an incident was asked, departments before their persons."""
        ...

    def arrived_with(self, arrival: UUID) -> tuple[Item, ...]:
        """Every piece of an arrival that nobody took back, oldest first."""
        ...

    def handovers_with(self, pieces: frozenset[UUID]) -> tuple[Handover, ...]:
        """Every handover in whose offered or received set any of these pieces is, oldest first."""
        ...

    def last_taken_in(self, arrival: UUID, person: UUID) -> Item | None:
        """The newest piece of an arrival that this person took in and nobody took back."""
        ...

    def open_cases(
        self,
        *,
        arrival: UUID | None = None,
        item: UUID | None = None,
        handover: UUID | None = None,
        expected: UUID | None = None,
        what: CaseKind | None = None,
    ) -> tuple[Case, ...]:
        """The open cases about all the subjects named, of one kind or of any, oldest first."""
        ...

    def has_case(self, key: UUID) -> bool:
        """Whether there is a case of this id, open or settled."""
        ...

    def cases_of(self, day_close: UUID) -> tuple[Case, ...]:
        """Every case of a day close, open or settled, oldest first."""
        ...

    def settled_along(self, case: UUID) -> tuple[Case, ...]:
        """Every case that was settled along with another one, and still is, oldest first."""
        ...

    def day_close_of(self, department: str, day: date) -> DayClose | None:
        """The close of a department's day, if it was begun."""
        ...

    def counted(self, day_close: UUID) -> tuple[CountScan, ...]:
        """What a count has and nobody took back, oldest first."""
        ...

    def counters(self, day_close: UUID) -> frozenset[UUID]:
        """Everybody who ever scanned for a count, also what was taken back."""
        ...

    def closing_days(self) -> ClosingDays | None:
        """The office's own closing days, if it has set any."""
        ...


class WritableBooks(Books, Protocol):
    """Books into which `evolve` puts what follows from a fact."""

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        ...
