"""Functions of books, as far as they are known: what they write, and in which states."""

from collections.abc import Callable
from dataclasses import dataclass

from dd.cudd import Function

from tests.protocol.symbolic.diagrams import Diagrams
from tests.protocol.symbolic.field_books import FieldBooks
from tests.protocol.symbolic.footprint import Footprint
from tests.protocol.symbolic.slots import Absence, Look, Place, Slot, Writes


@dataclass(slots=True)
class Path:
    """What was looked at, what there was nothing else of, and what was written then."""

    looks: dict[Look, bool]
    absences: set[Absence]
    writes: Writes

    def exclude(self, slot: Slot) -> None:
        """Tell that there was nothing in a slot that came up later."""
        if any(_is_meant(slot, absence) for absence in self.absences):
            self.looks.setdefault((slot, "", True), False)


def _is_meant(slot: Slot, absence: Absence) -> bool:
    kind, same = absence
    return slot.kind is kind and slot.is_like(dict(same))


class Learned:
    """A function that is asked of one state, and known for all in which it reads the same."""

    def __init__(self, function: Callable[[FieldBooks], Writes], diagrams: Diagrams) -> None:
        self.function = function
        self.paths: list[Path] = []
        self.version = 0
        """Grows with all that is learned, and with slots that come up."""
        self.footprint = Footprint()
        self._diagrams = diagrams
        self._covered = self._acting = diagrams.nothing
        self._where: dict[Writes, Function] = {}
        self._places: set[Place] = set()
        self._absences: set[Absence] = set()
        self._drawn_at = 0
        self._is_stale = False

    def add(self, path: Path) -> Function:
        """Learn one more path, and return the states that are on it."""
        self.paths.append(path)
        self.version += 1
        self._absences |= path.absences
        return self._draw(path)

    def exclude(self, slot: Slot) -> None:
        """Tell of a slot that was not there yet when the paths were learned."""
        if any(_is_meant(slot, absence) for absence in self._absences):
            for path in self.paths:
                path.exclude(slot)
            self._look_at({(slot, "")})
            self._is_stale = True
            self.version += 1

    def looks_at_any(self, places: int) -> bool:
        """Whether it looks at any of these places where it is known; or is known nowhere yet."""
        return not self.paths or bool(self.footprint.looks & places)

    def covered(self) -> Function:
        """Return the states in which it is known."""
        self._redraw()
        return self._covered

    def acting(self) -> Function:
        """Return the states in which it is known to write anything."""
        self._redraw()
        return self._acting

    def where(self) -> dict[Writes, Function]:
        """Return for all that it may write, but nothing, in which states it does."""
        self._redraw()
        return self._where

    def _redraw(self) -> None:
        """Draw all paths anew where a place that they name has grown."""
        grown = self._diagrams.grown
        if self._is_stale or any(grown.get(it, 0) > self._drawn_at for it in self._places):
            self._covered = self._acting = self._diagrams.nothing
            self._where = {}
            for path in self.paths:
                self._draw(path)
            self._drawn_at, self._is_stale = self._diagrams.moment, False

    def _draw(self, path: Path) -> Function:
        states = self._diagrams.where(path.looks)
        self._covered |= states
        if path.writes:
            self._acting |= states
            self._where[path.writes] = self._where.get(path.writes, self._diagrams.nothing) | states
            self.footprint.writes |= self._diagrams.marks.written(path.writes)
        self._look_at({(slot, name) for slot, name, _ in path.looks})
        return states

    def _look_at(self, places: set[Place]) -> None:
        self._places |= places
        self.footprint.looks |= self._diagrams.marks.of(places)
