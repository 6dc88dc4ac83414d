"""Deeds that are tried together: where they are known, and where any of them does anything."""

from dataclasses import dataclass, field

from dd.cudd import Function

from tests.protocol.symbolic.diagrams import Diagrams
from tests.protocol.symbolic.footprint import Footprint
from tests.protocol.symbolic.learned import Learned
from tests.protocol.symbolic.slots import Slot


@dataclass(slots=True)
class Group:
    """Deeds under a name; those about what is in a slot, if one is named, are tried only there.

    `settled` is what else was looked at and written, in taking out what was left of things.
    """

    name: str
    deeds: list[Learned]
    slot: Slot | None = None
    settled: Footprint = field(default_factory=Footprint)
    _drawn: tuple[int, int] = (-1, -1)
    _covered: Function | None = None
    _acting: Function | None = None

    def footprint(self) -> Footprint:
        """Return all that these deeds ever looked at or wrote."""
        found = Footprint()
        for one in (self.settled, *(deed.footprint for deed in self.deeds)):
            found.add(one)
        return found

    def covered(self, diagrams: Diagrams) -> Function:
        """Return the states in which all of them are known."""
        self._draw(diagrams)
        assert self._covered is not None
        return self._covered

    def acting(self, diagrams: Diagrams) -> Function:
        """Return the states in which some of them is known to do anything."""
        self._draw(diagrams)
        assert self._acting is not None
        return self._acting

    def _draw(self, diagrams: Diagrams) -> None:
        drawn = (diagrams.moment, sum(deed.version for deed in self.deeds))
        if drawn == self._drawn:
            return
        self._drawn = drawn
        self._covered, self._acting = diagrams.all, diagrams.nothing
        for deed in self.deeds:
            self._covered &= deed.covered()
            self._acting |= deed.acting()
