"""Every reachable state, all states of a set at once.

What a deed does is asked of one state, and learned for all in which it reads the same; then of one
that is not covered yet, and so on, until the whole set is.  J. R. Burch and others, "Symbolic Model
Checking: 10^20 States and Beyond" (Information and Computation, 1992).
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial

from dd.cudd import Function

from station.custody.state import (
    Arrival,
    Case,
    CountScan,
    DayClose,
    Handover,
    Incident,
    Item,
    Search,
)
from tests.protocol.attempts import Deed, arriving, deeds, deeds_about
from tests.protocol.judge import Judge
from tests.protocol.small_office import Bounds, founded
from tests.protocol.symbolic.diagrams import Diagrams
from tests.protocol.symbolic.field_books import FieldBooks
from tests.protocol.symbolic.functions import copies_unnoticed, done, judged, settled
from tests.protocol.symbolic.learned import Learned, Path
from tests.protocol.symbolic.slots import Shelf, Slot, State, Writes

SETTLING = (Case, Search, CountScan, Item, Handover, DayClose, Incident, Arrival)
"""In which order what is left of things is asked: of none before those that ask for it."""

JUDGED = (Item, Handover, Arrival)
"""What the laws of a state speak of."""


class Reach:
    """A search through every state that an office of these bounds can come to."""

    def __init__(self, bounds: Bounds, judge: Judge) -> None:
        self._bounds = bounds
        self._judge = judge
        self._founded = tuple(founded())
        self._shelf = Shelf()
        self._diagrams = Diagrams()
        self._sets = self._diagrams.sets
        self._learned: list[Learned] = []
        named = defaultdict[str, list[Learned]](list)
        for deed in deeds(bounds):
            named[deed.name].append(self._deed(deed))
        self._always = tuple(named.values())
        self._about: dict[Slot, list[Learned]] = {}
        self._left: dict[Slot, Learned] = {}
        self._laws: dict[Slot, Learned] = {}

    def explore(self) -> int:
        """Try every deed in every reachable state, and return how many states there are."""
        with copies_unnoticed():
            self._sets["reached"] = self._first()
            while self._round():
                pass
        return self._diagrams.count(self._sets["reached"])

    @property
    def readings(self) -> int:
        """How many different readings of the rules there were, each for all states alike in it."""
        return sum(len(it.paths) for it in self._learned)

    def _round(self) -> bool:
        """Try every deed once, each in all that was reached before; whether that led on."""
        led_on = [self._step(f"always {n}", tried) for n, tried in enumerate(self._always)]
        led_on += [
            self._step(f"about {id(slot)}", self._deeds_about(slot), slot)
            for slot in self._slots(Case, Search)
        ]
        return any(led_on)

    def _step(self, name: str, tried: list[Learned], slot: Slot | None = None) -> bool:
        """Add what comes of some deeds to what is reached; whether there was anything new.

        Under their name is kept where they were tried before.
        """
        known = self._sets.get(name, self._diagrams.nothing)
        self._sets["pending"] = self._sets["reached"] & ~known
        if self._within("pending", slot) == self._diagrams.nothing:
            return False
        for learned in tried:
            self._learn(learned, "pending", slot)
        self._sets["new"] = self._diagrams.nothing
        for learned in tried:
            self._sets["new"] |= self._after(learned, self._within("pending", slot))
        self._sets[name] = self._sets["reached"]
        self._settle()
        self._sets["new"] &= ~self._sets["reached"]
        self._check_laws()
        new = self._sets.pop("new")
        self._sets["reached"] |= new
        self._diagrams.sift(self._sets["reached"])
        return bool(new != self._diagrams.nothing)

    def _slots(self, *kinds: type) -> Iterator[Slot]:
        return (slot for slot in tuple(self._shelf.slots) if slot.kind in kinds)

    def _within(self, states: str, slot: Slot | None) -> Function:
        """Return those states of a set in which there is something in a slot, if one is named."""
        everything = self._sets[states]
        return everything if slot is None else everything & self._diagrams.there(slot)

    # -- functions of books

    def _remembered(self, function: Callable[[FieldBooks], Writes]) -> Learned:
        learned = Learned(function, self._diagrams)
        self._learned.append(learned)
        return learned

    def _deed(self, deed: Deed) -> Learned:
        return self._remembered(partial(done, deed, self._judge, self._bounds))

    def _deeds_about(self, slot: Slot) -> list[Learned]:
        if slot not in self._about:
            self._about[slot] = [self._deed(it) for it in deeds_about(slot.blank())]
        return self._about[slot]

    def _learn(self, learned: Learned, states: str, slot: Slot | None = None) -> None:
        """Ask a function until it is known in all states of a set that have a thing in a slot."""
        while (
            unknown := self._within(states, slot) & ~learned.covered()
        ) != self._diagrams.nothing:
            self._ask(learned, self._diagrams.state(unknown))

    def _ask(self, learned: Learned, state: State) -> None:
        books = FieldBooks(self._shelf, self._founded, state)
        known = len(self._shelf.slots)
        writes = learned.function(books)
        path = Path(books.looks, books.absences, writes)
        for slot in self._shelf.slots[known:]:
            self._diagrams.add_slot(slot)
            path.exclude(slot)
            for other in self._learned:
                other.exclude(slot)
        for place, value in writes:
            self._diagrams.add_value(place, value)
        learned.add(path)

    def _after(self, learned: Learned, states: Function) -> Function:
        """Return what is after a function in those of some states in which it writes anything."""
        after = self._diagrams.nothing
        for writes, where in learned.where().items():
            if writes:
                after |= self._diagrams.written(states, where, writes)
        return after

    def _settle(self) -> None:
        """Take out of what is new all that no rule will ever read again."""
        for kind in SETTLING:
            for slot in self._slots(kind):
                if slot not in self._left:
                    self._left[slot] = self._remembered(partial(settled, slot, self._bounds))
                self._settle_slot(slot, self._left[slot])

    def _settle_slot(self, slot: Slot, left: Learned) -> None:
        self._learn(left, "new", slot)
        there = self._within("new", slot)
        unsettled = self._diagrams.nothing
        for writes, where in left.where().items():
            unsettled |= there & where if writes else self._diagrams.nothing
        self._sets["new"] = (self._sets["new"] & ~unsettled) | self._after(left, unsettled)

    def _check_laws(self) -> None:
        for slot in self._slots(*JUDGED):
            if slot not in self._laws:
                self._laws[slot] = self._remembered(partial(judged, slot))
            self._learn(self._laws[slot], "new", slot)

    # -- where it begins

    def _first(self) -> Function:
        state: State = {}
        for deed in arriving(self._bounds):
            books = FieldBooks(self._shelf, self._founded, state)
            for (slot, name), value in done(deed, self._judge, self._bounds, books):
                values = state.setdefault(slot, {})
                values |= {name: value} if name else {}
        for slot in self._shelf.slots:
            self._diagrams.add_slot(slot)
        self._sets["new"] = self._diagrams.only(state)
        self._settle()
        self._check_laws()
        return self._sets.pop("new")
