"""Books of a small office, and what has to be known to tell what no rule will ever read again."""

from uuid import UUID

from station.custody.by_number import ByNumber
from station.custody.state import Arrival, ArrivalStatus, Case, CountScan, Item
from tests.support.memory import MemoryBooks


class SmallBooks(MemoryBooks):
    """Books in memory that answer a few questions more."""

    @classmethod
    def questions(cls) -> frozenset[str]:
        """Return the names of all that can be asked."""
        named = {*vars(ByNumber), *vars(MemoryBooks), *vars(SmallBooks)} - {"questions"}
        return frozenset(name for name in named if not name.startswith("_"))

    def is_arrival_over(self) -> bool:
        """Whether the arrival is closed, and no case asks about it or its pieces."""
        closed = any(it.status is ArrivalStatus.CLOSED for it in self.each(Arrival))
        return closed and all(it.arrival is None and it.item is None for it in self.each(Case))

    def is_asked_about(self, item: UUID) -> bool:
        """Whether any case is about a piece."""
        return any(case.item == item for case in self.each(Case))

    def place_of_piece(self, seq: int) -> int:
        """Return as how many-th piece the one of this entry came, from 0."""
        return sorted(item.taken_in_seq for item in self.each(Item)).index(seq)

    def place_of_count(self, seq: int) -> int:
        """Return as how many-th scan of the day's counts the one of this entry came, from 0."""
        return sorted(scan.seq for scan in self.each(CountScan)).index(seq)
