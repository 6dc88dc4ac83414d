"""Sets of states as binary decision diagrams.

R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (IEEE Trans. Computers,
1986): a set is a graph that asks one bit after the other, in a fixed order, and shares what is
alike; its size follows from how the parts of a state depend on one another, not from how many
states there are.

Each field of each slot has as many bits as the values seen in it need.  A bit that is added later
is unset in all states known before.
"""

from bisect import insort
from collections.abc import Mapping
from typing import Any

from dd.cudd import BDD, Function, and_exists, reorder

from station.custody.state import Item, Search
from tests.protocol.small_office import ITEMS, key
from tests.protocol.symbolic.slots import CHANGES, NAMES, Kind, Look, Place, Slot, State, Writes

KINDS = tuple(CHANGES)
FIELDS: Mapping[Kind, list[str]] = {
    kind: ["", *(n for n in NAMES[kind] if n in CHANGES[kind])] for kind in KINDS
}

Rank = tuple[int, int, int, int, int]
"""Where a bit stands at first: by piece, kind, slot, field; what depends on another is near."""

WORTH_SIFTING, TOO_MANY_TO_SIFT = 4_000, 400_000
"""Of how many nodes a better order of the bits is looked for: a large diagram takes minutes."""


def piece_of(slot: Slot) -> int:
    """Which piece a slot is about: 1 or 2; 0 where it is about neither alone."""
    about = slot.fixed["id"] if slot.kind is Item else slot.fixed.get("item")
    if slot.kind is Search:
        about = next(it for it in ITEMS if key(f"incident {it}") == slot.fixed["incident"])
    if about is None and slot.fixed.get("scan") is not None:
        about = key(slot.fixed["scan"].text)
    return 0 if about is None else 1 + ITEMS.index(about)


class Diagrams:
    """Encodes states as bits.  `sets` are those that are kept while bits are added."""

    def __init__(self) -> None:
        self.bdd = BDD()
        self.bdd.configure(reordering=False)
        self.nothing, self.all = self.bdd.false, self.bdd.true
        self.sets: dict[str, Function] = {}
        self.grown: dict[Place, int] = {}
        """When a bit was last added to a place."""
        self.moment = 0
        self._codes: dict[Place, dict[Any, int]] = {}
        self._values: dict[Place, list[Any]] = {}
        self._bits: dict[Place, list[str]] = {}
        self._places: dict[str, tuple[Place, int]] = {}
        self._ranks: list[tuple[Rank, str]] = []
        self._sifted_to = WORTH_SIFTING // 2
        self._slots: dict[Slot, int] = {}

    def add_slot(self, slot: Slot) -> None:
        self._slots[slot] = len(self._slots)
        self._codes[slot, ""] = {False: 0, True: 1}
        self._values[slot, ""] = [False, True]
        self._add_bit((slot, ""))
        for name in CHANGES[slot.kind]:
            self._codes[slot, name], self._values[slot, name] = {}, []
            self._bits[slot, name] = []

    def add_value(self, place: Place, value: Any) -> int:
        """Return the number of a value of a place, with a bit more where there are too few."""
        codes = self._codes[place]
        if value not in codes:
            codes[value] = len(codes)
            self._values[place].append(value)
            if len(codes) > 1 << len(self._bits[place]):
                self._add_bit(place)
        return codes[value]

    def _add_bit(self, place: Place) -> None:
        slot, name = place
        bits = self._bits.setdefault(place, [])
        field = FIELDS[slot.kind].index(name)
        rank = (piece_of(slot), KINDS.index(slot.kind), self._slots[slot], field, len(bits))
        var = f"b{len(self._places)}"
        insort(self._ranks, (rank, var))
        self.bdd.insert_var(var, self._level_for(rank))
        self._places[var] = (place, 1 << len(bits))
        bits.append(var)
        self.moment += 1
        self.grown[place] = self.moment
        unset = ~self.bdd.var(var)
        for kept in self.sets:
            self.sets[kept] &= unset

    def _level_for(self, rank: Rank) -> int:
        """Return the level of the bit that comes next by rank, wherever it stands by now."""
        behind = next((var for known, var in self._ranks if known > rank), None)
        return len(self._places) if behind is None else int(self.bdd.level_of_var(behind))

    def sift(self, states: Function) -> None:
        """Look for a better order of the bits, once a set is twice as large as it was then.

        R. Rudell, "Dynamic Variable Ordering for Ordered Binary Decision Diagrams" (ICCAD 1993).
        """
        if 2 * self._sifted_to <= len(states) < TOO_MANY_TO_SIFT:
            reorder(self.bdd)
            self._sifted_to = max(len(states), WORTH_SIFTING // 2)

    def _assignment(self, place: Place, value: Any) -> dict[str, bool]:
        code = self.add_value(place, value)
        return {bit: bool(code >> n & 1) for n, bit in enumerate(self._bits[place])}

    def there(self, slot: Slot) -> Function:
        """Return the states in which there is something in a slot."""
        return self.bdd.var(self._bits[slot, ""][0])

    def where(self, reads: Mapping[Look, bool]) -> Function:
        """Return the states in which all these looks find what they found."""
        found, others = dict[str, bool](), []
        for (slot, name, value), holds in reads.items():
            self.add_value((slot, name), value)
            if holds:
                found |= self._assignment((slot, ""), True) | self._assignment((slot, name), value)
            else:
                others.append((slot, name, value))
        states = self.bdd.cube(found) if found else self.all
        for slot, name, value in others:
            here = self._assignment((slot, ""), True) | self._assignment((slot, name), value)
            states &= ~self.bdd.cube(here)
        return states

    def written(self, states: Function, where: Function, writes: Writes) -> Function:
        """Return what becomes of those states in which something is written."""
        made = dict[str, bool]()
        for (slot, name), value in writes:
            if not name and not value:
                for field in FIELDS[slot.kind]:
                    made |= dict.fromkeys(self._bits[slot, field], False)
            else:
                made |= self._assignment((slot, name), value)
        after = and_exists(states, where, list(made))
        return after & self.bdd.cube(made)

    def state(self, states: Function) -> State:
        """Return one of some states."""
        codes: dict[Place, int] = {}
        for var, is_set in next(self.bdd.pick_iter(states)).items():
            place, weight = self._places[var]
            codes[place] = codes.get(place, 0) + (weight if is_set else 0)
        return {
            slot: {n: self._values[slot, n][codes.get((slot, n), 0)] for n in CHANGES[slot.kind]}
            for slot in self._slots
            if codes.get((slot, ""))
        }

    def only(self, state: State) -> Function:
        """Return the set of one state alone."""
        for slot, values in state.items():
            for name, value in values.items():
                self.add_value((slot, name), value)
        made = dict[str, bool]()
        for slot, values in state.items():
            made |= self._assignment((slot, ""), True)
            for name, value in values.items():
                made |= self._assignment((slot, name), value)
        unset = dict.fromkeys(self._places, False)
        return self.bdd.cube(unset | made) if unset else self.all

    def count(self, states: Function) -> int:
        """Return how many states there are in a set."""
        known: dict[int, int] = {}

        def below(node: Function) -> int:
            """Count the ways to set the bits from a node's own on."""
            if node in (self.all, self.nothing):
                return int(node == self.all)
            if int(node) not in known:
                ways = (~node.low, ~node.high) if node.negated else (node.low, node.high)
                free = (self._level(way) - node.level - 1 for way in ways)
                known[int(node)] = sum(below(way) << n for way, n in zip(ways, free, strict=True))
            return known[int(node)]

        return below(states) << self._level(states)

    def _level(self, node: Function) -> int:
        return min(int(node.level), len(self._ranks))
