"""The pieces that bear a number: what every kind of books does alike."""

from abc import ABC, abstractmethod
from uuid import UUID

from station.custody.state import Item, ItemStatus, Label


class ByNumber(ABC):
    """Books that know which pieces bear a number."""

    @abstractmethod
    def numbered_items(self, number: str) -> tuple[Item, ...]:
        """Return every piece of this number, whatever became of it, oldest first."""

    @abstractmethod
    def labels_over(self, number: str) -> tuple[Label, ...]:
        """Return the labels that cover this number, oldest first."""

    @abstractmethod
    def item(self, key: UUID) -> Item:
        """Return one piece."""

    def bearing_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that bears this number, also under a label; those first that show it."""
        return (*self.numbered_items(number), *self._covered(number))

    def held_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that the house still holds and that is scanned by this number, oldest first.

        What has a label over it is scanned by that alone: else one barcode would mean the one
        piece first, and once that has gone the other.
        """
        return _of(self.numbered_items(number), ItemStatus.HELD)

    def covered_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that the house still holds with a label over this number, oldest first."""
        return _of(self._covered(number), ItemStatus.HELD)

    def lost_items(self, number: str) -> tuple[Item, ...]:
        """Every piece that is scanned by this number and was declared lost, oldest first."""
        return _of(self.numbered_items(number), ItemStatus.LOST)

    def earlier_item(self, number: str) -> Item | None:
        """The newest piece that bears this number and was lost, or else delivered."""
        bearing = self.bearing_items(number)
        gone = _of(bearing, ItemStatus.LOST) or _of(bearing, ItemStatus.DELIVERED)
        return gone[-1] if gone else None

    def is_number_known(self, number: str) -> bool:
        """Whether any piece, held or gone, bears this number."""
        return bool(self.numbered_items(number))

    def _covered(self, number: str) -> tuple[Item, ...]:
        return tuple(self.item(label.id) for label in self.labels_over(number))


def _of(items: tuple[Item, ...], status: ItemStatus) -> tuple[Item, ...]:
    return tuple(item for item in items if item.status is status)
