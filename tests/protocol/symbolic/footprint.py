"""Where functions of books look and write, and which of them cannot notice one another."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.protocol.symbolic.slots import FIELDS, Place, Writes


class Marks:
    """A bit of one number for each place, so that sets of places are compared at once."""

    def __init__(self) -> None:
        self._bits: dict[Place, int] = {}

    def of(self, places: Iterable[Place]) -> int:
        """Return a set of places as one number."""
        found = 0
        for place in places:
            found |= self._bits.setdefault(place, 1 << len(self._bits))
        return found

    def written(self, writes: Writes) -> int:
        """Return which places change; with a thing that goes, all its fields do."""
        gone = (slot for (slot, name), value in writes if not name and not value)
        emptied = ((slot, name) for slot in gone for name in FIELDS[slot.kind])
        return self.of(place for place, _ in writes) | self.of(emptied)


@dataclass(slots=True)
class Footprint:
    """Which places were looked at, and which were written."""

    looks: int = 0
    writes: int = 0

    def add(self, other: "Footprint") -> None:
        """Add those of another."""
        self.looks |= other.looks
        self.writes |= other.writes

    def meets(self, other: "Footprint") -> bool:
        """Whether one writes what the other looks at or writes; else their order is all one."""
        theirs = self.writes & (other.looks | other.writes)
        return bool(theirs or other.writes & self.looks)
