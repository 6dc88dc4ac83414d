"""Sets of states as binary decision diagrams.

R. E. Bryant, "Graph-Based Algorithms for Boolean Function Manipulation" (IEEE Trans. Computers,
1986): a set is a graph that asks one bit after the other, in a fixed order, and shares what is
alike; its size follows from how the parts of a state depend on one another, not from how many
states there are.

Each part of each field has as many bits as the values seen in it need.  A bit that is added later
is unset in all states known before.
"""

from bisect import insort
from collections.abc import Mapping
from typing import Any

from dd.cudd import BDD, Function, and_exists, reorder

from tests.protocol.symbolic.footprint import Marks
from tests.protocol.symbolic.parts import Part, joined, parts_of, piece_of, split
from tests.protocol.symbolic.slots import CHANGES, FIELDS, Look, Place, Slot, State, Writes

KINDS = tuple(CHANGES)

Rank = tuple[int, int, int, int, int]
"""Where a bit stands at first: by piece, kind, slot, field; what depends on another is near."""

WORTH_SIFTING, TOO_MANY_TO_SIFT = 4_000, 400_000
"""Of how many nodes a better order of the bits is looked for: a large diagram takes minutes."""

SIZED_EVERY = 50
"""How often the nodes are counted, which is no small work itself."""


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
        self.marks = Marks()
        self._codes: dict[Part, dict[Any, int]] = {}
        self._values: dict[Part, list[Any]] = {}
        self._bits: dict[Part, list[str]] = {}
        self._parts: dict[str, tuple[Part, int]] = {}
        self._ranks: list[tuple[Rank, str]] = []
        self._sifted_at = WORTH_SIFTING // 2
        self._asked_to_sift = 0
        self._slots: dict[Slot, int] = {}
        self._known_writes: dict[Writes, tuple[list[str], Function]] = {}

    def add_slot(self, slot: Slot) -> None:
        self._slots[slot] = len(self._slots)
        for name in FIELDS[slot.kind]:
            for part in parts_of((slot, name)):
                self._codes[part], self._values[part], self._bits[part] = {}, [], []
        for is_there in (False, True):
            self.add_value((slot, ""), is_there)

    def add_value(self, place: Place, value: Any) -> dict[Part, int]:
        """Return the numbers of a value, with a bit more where there are too few for them."""
        return {part: self._code(part, told) for part, told in split(place, value).items()}

    def _code(self, part: Part, told: Any) -> int:
        codes = self._codes[part]
        if told not in codes:
            codes[told] = len(codes)
            self._values[part].append(told)
            if len(codes) > 1 << len(self._bits[part]):
                self._add_bit(part)
        return codes[told]

    def _add_bit(self, part: Part) -> None:
        slot, name, number = part
        bits = self._bits[part]
        near = (number or piece_of(slot), KINDS.index(slot.kind), self._slots[slot])
        rank = (*near, FIELDS[slot.kind].index(name), len(bits))
        var = f"b{len(self._parts)}"
        insort(self._ranks, (rank, var))
        self.bdd.insert_var(var, self._level_for(rank))
        self._parts[var] = (part, 1 << len(bits))
        bits.append(var)
        self._known_writes.clear()
        self.moment += 1
        self.grown[slot, name] = self.moment
        unset = ~self.bdd.var(var)
        for kept in self.sets:
            self.sets[kept] &= unset

    def _level_for(self, rank: Rank) -> int:
        """Return the level of the bit that comes next by rank, wherever it stands by now."""
        behind = next((var for known, var in self._ranks if known > rank), None)
        return len(self._parts) if behind is None else int(self.bdd.level_of_var(behind))

    def sift(self, states: Function) -> None:
        """Look for a better order of the bits where a set is twice as large as the last time.

        R. Rudell, "Dynamic Variable Ordering for Ordered Binary Decision Diagrams" (ICCAD 1993).
        """
        self._asked_to_sift += 1
        size = 0 if self._asked_to_sift % SIZED_EVERY else len(states)
        if 2 * self._sifted_at <= size < TOO_MANY_TO_SIFT:
            self._sifted_at = size
            reorder(self.bdd)

    def _assignment(self, place: Place, value: Any) -> dict[str, bool]:
        return {
            bit: bool(code >> n & 1)
            for part, code in self.add_value(place, value).items()
            for n, bit in enumerate(self._bits[part])
        }

    def there(self, slot: Slot) -> Function:
        """Return the states in which there is something in a slot."""
        return self.bdd.var(self._bits[slot, "", 0][0])

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
        bits, made = self._made(writes)
        return and_exists(states, where, bits) & made

    def _made(self, writes: Writes) -> tuple[list[str], Function]:
        """Return the bits that are written, and the states in which they are what is written."""
        if writes not in self._known_writes:
            bits = dict[str, bool]()
            for (slot, name), value in writes:
                if not name and not value:
                    for field in FIELDS[slot.kind]:
                        for part in parts_of((slot, field)):
                            bits |= dict.fromkeys(self._bits[part], False)
                else:
                    bits |= self._assignment((slot, name), value)
            self._known_writes[writes] = (list(bits), self.bdd.cube(bits))
        return self._known_writes[writes]

    def state(self, states: Function) -> State:
        """Return one of some states."""
        codes: dict[Part, int] = {}
        node = states
        while node != self.all:
            unset, is_set = self._ways(node)
            if unset == self.nothing:
                part, weight = self._parts[node.var]
                codes[part] = codes.get(part, 0) + weight
            node = is_set if unset == self.nothing else unset
        return {
            slot: {name: self._value((slot, name), codes) for name in CHANGES[slot.kind]}
            for slot in self._slots
            if codes.get((slot, "", 0))
        }

    def _value(self, place: Place, codes: Mapping[Part, int]) -> Any:
        told = {part: self._values[part][codes.get(part, 0)] for part in parts_of(place)}
        return joined(place, told)

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
        unset = dict.fromkeys(self._parts, False)
        return self.bdd.cube(unset | made) if unset else self.all

    def count(self, states: Function) -> int:
        """Return how many states there are in a set."""
        known: dict[int, int] = {}

        def below(node: Function) -> int:
            """Count the ways to set the bits from a node's own on."""
            if node in (self.all, self.nothing):
                return int(node == self.all)
            if int(node) not in known:
                ways = self._ways(node)
                free = (self._level(way) - node.level - 1 for way in ways)
                known[int(node)] = sum(below(way) << n for way, n in zip(ways, free, strict=True))
            return known[int(node)]

        return below(states) << self._level(states)

    @staticmethod
    def _ways(node: Function) -> tuple[Function, Function]:
        """Return what a set is where its first bit is unset, and where it is set."""
        return (~node.low, ~node.high) if node.negated else (node.low, node.high)

    def _level(self, node: Function) -> int:
        return min(int(node.level), len(self._ranks))
