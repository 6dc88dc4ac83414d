"""Books in memory: for trying rules without a database."""

from collections.abc import Iterator
from uuid import UUID

from station.custody.by_id import A, ById
from station.custody.state import (
    OPEN_PHASES,
    Aggregate,
    Arrival,
    ArrivalStatus,
    Case,
    Department,
    Expected,
    Handover,
    Item,
    ItemStatus,
    Load,
    Person,
)
from station.custody.values import CaseKind


class MemoryBooks(ById):
    """All aggregates of one office in a dictionary, by type and id, in the order of their birth."""

    def __init__(self) -> None:
        self._kept: dict[tuple[type[Aggregate], str | UUID], Aggregate] = {}

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        self._kept[type(aggregate), aggregate.id] = aggregate

    def __iter__(self) -> Iterator[Aggregate]:
        """Everything that is kept."""
        return iter(self._kept.values())

    def each(self, kind: type[A]) -> tuple[A, ...]:
        """All things of one type, oldest first."""
        return tuple(kept for kept in self if isinstance(kept, kind))

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

    def held_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that the house still holds, oldest first."""
        return tuple(
            item
            for item in self.each(Item)
            if item.number == number and item.status is ItemStatus.HELD
        )

    def lost_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that was declared lost, oldest first."""
        return tuple(
            item
            for item in self.each(Item)
            if item.number == number and item.status is ItemStatus.LOST
        )

    def scanned_by(self, arrival: UUID) -> frozenset[UUID]:
        """Everybody whose scans an arrival counts."""
        return frozenset(
            item.taken_in_by
            for item in self.each(Item)
            if item.arrival == arrival and item.status is not ItemStatus.VOID
        )

    def open_expected(self, number: str) -> Expected | None:
        """The oldest announced piece of this number that has not come yet."""
        waiting = (e for e in self.each(Expected) if e.number == number and e.item is None)
        return next(waiting, None)

    def missing_expected(self, list_id: UUID) -> tuple[str, ...]:
        """The numbers of a list that have not come yet, sorted."""
        announced = self.each(Expected)
        return tuple(sorted(e.number for e in announced if e.list == list_id and e.item is None))

    def was_set_aside(self, arrival: UUID, text: str) -> bool:
        """Whether a doubtful scan of this text was set aside in this arrival before."""
        return any(
            case.arrival == arrival
            and case.what is CaseKind.DOUBTFUL
            and case.scan is not None
            and case.scan.text == text
            for case in self.each(Case)
        )

    def last_taken_in(self, arrival: UUID, person: UUID) -> Item | None:
        """The newest piece of an arrival that this person took in and nobody took back."""
        own = [
            item
            for item in self.each(Item)
            if item.arrival == arrival
            and item.taken_in_by == person
            and item.status is ItemStatus.HELD
        ]
        return max(own, key=lambda item: item.taken_in_seq, default=None)

    def open_handovers(self) -> tuple[Handover, ...]:
        """Every handover that still has its pieces in hand, oldest first."""
        return tuple(handover for handover in self.each(Handover) if handover.is_open)

    def open_cases(
        self,
        *,
        arrival: UUID | None = None,
        item: UUID | None = None,
        handover: UUID | None = None,
    ) -> tuple[Case, ...]:
        """The open cases about all the subjects named, oldest first."""
        return tuple(
            case
            for case in self.each(Case)
            if case.is_open
            and arrival in {None, case.arrival}
            and item in {None, case.item}
            and handover in {None, case.handover}
        )
