"""Books of a small office, and what has to be known to tell what no rule will ever read again."""

from uuid import UUID

from station.custody.by_id import A
from station.custody.state import Arrival, ArrivalStatus, Case, CountScan, Item, ItemStatus
from tests.protocol.small_office import ARRIVAL, ITEMS
from tests.support.memory import MemoryBooks


class SmallBooks(MemoryBooks):
    """Books in memory that answer a few questions more."""

    def is_arrival_over(self) -> bool:
        """Whether the arrival is closed, and no case asks about it or its pieces."""
        closed = self.is_any(Arrival, status=ArrivalStatus.CLOSED)
        asked = self.is_any(Case, arrival=ARRIVAL) or any(map(self.is_asked_about, ITEMS))
        return closed and not asked

    def is_asked_about(self, item: UUID) -> bool:
        """Whether any case is about a piece."""
        return self.is_any(Case, item=item)

    def is_any(self, kind: type[A], **same: object) -> bool:
        """Whether there is a thing of this type that has these very values."""
        return bool(self.each(kind, **same))

    def place_of_piece(self, seq: int) -> int:
        """Return as how many-th piece the one of this entry came, from 0."""
        there = (it for it in self.each(Item) if not self.is_gone(it))
        return sum(item.taken_in_seq < seq for item in there)

    def is_gone(self, item: Item) -> bool:
        """Whether a piece is void, and nothing is left by which it could come back."""
        return item.status is ItemStatus.VOID and not self.is_asked_about(item.id)

    def has_left(self, item: UUID | None) -> bool:
        """Whether a piece is out of the house, to which it never comes back."""
        it = self.look_up(Item, item) if item else None
        return isinstance(it, Item) and it.status is ItemStatus.DELIVERED

    def place_of_count(self, seq: int) -> int:
        """Return as how many-th scan of the day's counts the one of this entry came, from 0."""
        return sum(scan.seq < seq for scan in self.each(CountScan, is_taken_back=False))
