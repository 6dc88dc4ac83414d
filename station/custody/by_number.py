"""The pieces that bear a number: what every kind of books does alike."""

from abc import ABC, abstractmethod
from uuid import UUID

from station.custody.state import Item, ItemStatus, Label

GONE = (ItemStatus.DELIVERED, ItemStatus.LOST)


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

        Where none has it, the barcode under a label was scanned.
        """
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
        shown = tuple(item for item in self.numbered_items(number) if item.status in status)
        return shown or tuple(item for item in self._covered(number) if item.status in status)

    def _covered(self, number: str) -> tuple[Item, ...]:
        return tuple(self.item(label.id) for label in self.labels_over(number))
