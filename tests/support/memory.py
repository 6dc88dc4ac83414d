"""Books in memory: for trying rules without a database."""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from station.custody.by_id import A, ById
from station.custody.by_number import ByNumber
from station.custody.state import (
    OPEN_PHASES,
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    CountScan,
    DayClose,
    Department,
    Expected,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Label,
    Listing,
    Load,
    Person,
    Search,
)
from station.custody.values import CaseKind


class MemoryBooks(ById, ByNumber):
    """All aggregates of one office in a dictionary, by type and id, in the order of their birth."""

    def __init__(self) -> None:
        self._kept: dict[tuple[type[Aggregate], str | UUID], Aggregate] = {}

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        self._kept[type(aggregate), aggregate.id] = aggregate

    def __iter__(self) -> Iterator[Aggregate]:
        """Everything that is kept."""
        return iter(self._kept.values())

    def each(self, kind: type[A], **same: object) -> tuple[A, ...]:
        """All things of one type that have these very values, oldest first."""
        things = (kept for kept in self if isinstance(kept, kind))
        return tuple(it for it in things if all(getattr(it, n) == v for n, v in same.items()))

    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""
        return self._kept.get((kind, key))

    def founded(self) -> bool:
        """Whether the office exists: it is founded together with its first department."""
        return bool(self.each(Department))

    def has_department(self, key: str) -> bool:
        """Whether there is a department of this number."""
        return (Department, key) in self._kept

    def departments(self) -> tuple[Department, ...]:
        """Every department, by number; the closed ones too."""
        return tuple(sorted(self.each(Department), key=lambda department: department.id))

    def everybody(self) -> tuple[Person, ...]:
        """Everybody who was ever enrolled."""
        return self.each(Person)

    def load_of(self, department: str) -> Load:
        """What a department still has to do with."""
        house = [item for item in self.each(Item) if item.status is ItemStatus.HELD]
        routed = [item for item in house if item.route and item.route.department == department]
        handovers = [h for h in self.each(Handover) if department in {h.giver, h.receiver}]
        arrivals = [a for a in self.each(Arrival) if a.department == department]
        return Load(
            sum(item.holder == department for item in house),
            sum(item.holder != department for item in routed),
            sum(handover.phase in OPEN_PHASES for handover in handovers),
            sum(arrival.status is not ArrivalStatus.CLOSED for arrival in arrivals),
        )

    def numbered_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number, whatever became of it, oldest first."""
        return tuple(item for item in self.each(Item) if item.number == number)

    def labels_over(self, number: str) -> tuple[Label, ...]:
        """The labels that cover this number, oldest first."""
        return self.each(Label, covers=number)

    def held_by(self, department: str) -> tuple[Item, ...]:
        """Every piece that a department holds, oldest first."""
        return self.each(Item, status=ItemStatus.HELD, holder=department)

    def in_house(self) -> tuple[Item, ...]:
        """Every piece that the house holds, oldest first."""
        return self.each(Item, status=ItemStatus.HELD)

    def cases_of(self, day_close: UUID) -> tuple[Case, ...]:
        """Every case of a day close, open or settled, oldest first."""
        return self.each(Case, day_close=day_close)

    def settled_along(self, case: UUID) -> tuple[Case, ...]:
        """Every case that was settled along with another one, and still is, oldest first."""
        return self.each(Case, settled_with=case)

    def day_close_of(self, department: str, day: date) -> DayClose | None:
        """The close of a department's day, if it was begun."""
        return next(iter(self.each(DayClose, department=department, day=day)), None)

    def counted(self, day_close: UUID) -> tuple[CountScan, ...]:
        """What a count has and nobody took back, oldest first."""
        return self.each(CountScan, day_close=day_close, is_taken_back=False)

    def counters(self, day_close: UUID) -> frozenset[UUID]:
        """Everybody who ever scanned for a count, also what was taken back."""
        return frozenset(scan.by for scan in self.each(CountScan, day_close=day_close))

    def scanned_by(self, arrival: UUID) -> frozenset[UUID]:
        """Everybody who took a piece of an arrival in, also one that was taken back or is void."""
        return frozenset(item.taken_in_by for item in self.each(Item, arrival=arrival))

    def label(self, item: UUID) -> Label | None:
        """The label that a piece was given, if it was given one."""
        found = self.look_up(Label, item)
        return found if isinstance(found, Label) else None

    def last_serial(self) -> int:
        """The serial number of the newest label; 0 before the first."""
        return max((label.serial for label in self.each(Label)), default=0)

    def open_expected(self, number: str, list_id: UUID | None = None) -> Expected | None:
        """The announced piece of this number that is awaited, of that list before any other."""
        waiting = [e for e in self.each(Expected) if e.number == number and e.is_awaited]
        listed = self._listed(list_id) if list_id else frozenset()
        return next(iter(sorted(waiting, key=lambda due: due.id not in listed)), None)

    def _listed(self, list_id: UUID) -> frozenset[UUID]:
        return frozenset(of.expected for of in self.each(Listing) if of.list == list_id)

    def missing_expected(self, list_id: UUID) -> tuple[str, ...]:
        """The numbers of a list that are still awaited, sorted."""
        return tuple(sorted(due.number for due in self.awaited_of(list_id)))

    def has_list(self, list_id: UUID) -> bool:
        """Whether there is a list of this id that announces anything."""
        return bool(self._listed(list_id))

    def awaited_of(self, list_id: UUID) -> tuple[Expected, ...]:
        """Every announced piece of a list that is still awaited, oldest first."""
        listed = self._listed(list_id)
        return tuple(e for e in self.each(Expected) if e.id in listed and e.is_awaited)

    def announced(self, numbers: Collection[str]) -> tuple[Expected, ...]:
        """Every announced piece of one of these numbers that is not withdrawn, oldest first."""
        known = (e for e in self.each(Expected) if e.number in numbers)
        return tuple(e for e in known if not e.is_withdrawn)

    def came_unannounced(self, numbers: Collection[str]) -> tuple[Item, ...]:
        """Every piece of one of these numbers that no list announced, oldest first."""
        return tuple(
            item
            for item in self.each(Item)
            if item.number in numbers
            and item.expected is None
            and item.status is not ItemStatus.VOID
        )

    def overdue_expected(self, before: date) -> tuple[Expected, ...]:
        """Every awaited piece that was due before a day and is no case for that due day yet."""
        awaited = (e for e in self.each(Expected) if e.is_awaited and e.due < before)
        return tuple(e for e in awaited if e.missed is None or e.missed < e.due)

    def was_set_aside(self, arrival: UUID, text: str) -> bool:
        """Whether a doubtful scan of this text was set aside in this arrival before."""
        return any(
            case.scan is not None and case.scan.text == text
            for case in self.each(Case, arrival=arrival, what=CaseKind.DOUBTFUL)
        )

    def last_taken_in(self, arrival: UUID, person: UUID) -> Item | None:
        """The newest piece of an arrival that this person took in and nobody took back."""
        own = self.each(Item, arrival=arrival, status=ItemStatus.HELD, taken_in_by=person)
        return max(own, key=lambda item: item.taken_in_seq, default=None)

    def open_handovers(self) -> tuple[Handover, ...]:
        """Every handover that still has its pieces in hand, oldest first."""
        return tuple(handover for handover in self.each(Handover) if handover.is_open)

    def incidents_of(self, item: UUID) -> tuple[Incident, ...]:
        """Every incident about a piece, oldest first."""
        return self.each(Incident, item=item)

    def searches_of(self, incident: UUID) -> tuple[Search, ...]:
        """What every party of an incident was asked, departments before their persons."""
        found = self.each(Search, incident=incident)
        return tuple(sorted(found, key=lambda it: (it.person is not None, it.department, it.id)))

    def arrived_with(self, arrival: UUID) -> tuple[Item, ...]:
        """Every piece of an arrival that nobody took back, oldest first."""
        here = self.each(Item, arrival=arrival)
        return tuple(item for item in here if item.status is not ItemStatus.VOID)

    def handovers_with(self, pieces: frozenset[UUID]) -> tuple[Handover, ...]:
        """Every handover in whose offered or received set any of these pieces is, oldest first."""
        return tuple(it for it in self.each(Handover) if pieces & (it.offered | it.received))

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
        named = {
            "arrival": arrival,
            "item": item,
            "handover": handover,
            "expected": expected,
            "what": what,
        }
        known = {name: key for name, key in named.items() if key is not None}
        return self.each(Case, settlement=None, **known)
