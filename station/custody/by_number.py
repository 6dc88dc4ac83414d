"""The pieces that bear a number: what every kind of books does alike."""

from abc import ABC, abstractmethod

from station.custody.state import Item, ItemStatus

GONE = (ItemStatus.DELIVERED, ItemStatus.LOST)


class ByNumber(ABC):
    """Books that know which pieces bear a number."""

    @abstractmethod
    def numbered_items(self, number: str) -> tuple[Item, ...]:
        """Return every piece of this number, whatever became of it, oldest first."""

    def held_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that the house still holds, oldest first."""
        return self._numbered(number, ItemStatus.HELD)

    def lost_items(self, number: str) -> tuple[Item, ...]:
        """Every piece of this number that was declared lost, oldest first."""
        return self._numbered(number, ItemStatus.LOST)

    def earlier_item(self, number: str) -> Item | None:
        """The newest piece of this number that was delivered or lost."""
        gone = self._numbered(number, *GONE)
        return gone[-1] if gone else None

    def is_number_known(self, number: str) -> bool:
        """Whether any piece, held or gone, bears this number."""
        return bool(self.numbered_items(number))

    def _numbered(self, number: str, *status: ItemStatus) -> tuple[Item, ...]:
        return tuple(item for item in self.numbered_items(number) if item.status in status)
