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
from tests.protocol.symbolic.footprint import Footprint
from tests.protocol.symbolic.functions import copies_unnoticed, done, judged, settled
from tests.protocol.symbolic.group import Group
from tests.protocol.symbolic.learned import Learned, Path
from tests.protocol.symbolic.slots import Shelf, Slot, State, Writes

SETTLING = (Search, Incident, Case, CountScan, Item, Handover, DayClose, Arrival)
"""In which order what is left of things is asked: of none before those that ask for it."""

JUDGED = (Item, Handover, Arrival, Incident, Case)
"""What the laws of a state speak of."""


class Reach:
    """A search through every state that an office of these bounds can come to.

    With `narrower` bounds, all that follows of their deeds alone is walked before the others are
    tried: the same states in the end, on a way that a larger search may take more easily.
    """

    def __init__(self, bounds: Bounds, judge: Judge, narrower: Bounds | None = None) -> None:
        self._bounds = bounds
        self._stages = (narrower, bounds) if narrower else (bounds,)
        self._judge = judge
        self._founded = tuple(founded())
        self._shelf = Shelf()
        self._diagrams = Diagrams()
        self._sets = self._diagrams.sets
        self._learned: list[Learned] = []
        self._tried: set[object] = set()
        self._always: tuple[Group, ...] = ()
        self._about: dict[Slot, Group] = {}
        self._left: dict[Slot, Learned] = {}
        self._laws: dict[Slot, Learned] = {}

    def explore(self) -> int:
        """Try every deed in every reachable state, and return how many states there are."""
        with copies_unnoticed():
            self._sets["reached"] = self._first()
            for stage in self._stages:
                self._always += tuple(self._groups(stage))
                while self._lead_on():
                    pass
        return self._diagrams.count(self._sets["reached"])

    @property
    def readings(self) -> int:
        """How many different readings of the rules there were, each for all states alike in it."""
        return sum(len(it.paths) for it in self._learned)

    def _groups(self, bounds: Bounds) -> Iterator[Group]:
        """Yield the deeds of these bounds that no stage before had, the last of a way first."""
        named = defaultdict[str, list[Learned]](list)
        for deed in deeds(bounds):
            if deed.sign not in self._tried:
                self._tried.add(deed.sign)
                named[f"{deed.name} {deed.subject} {bounds}"].append(self._deed(deed))
        return (Group(name, those) for name, those in reversed(named.items()))

    def _lead_on(self) -> bool:
        """Try deeds, the last of a piece's way first, until some lead on; whether any did.

        All that follows of what is reached is added before what comes earlier is tried anew: a set
        in which everything has followed has a plain form, and one in which some has not is ragged.
        """
        return any(map(self._step, self._last_first()))

    def _last_first(self) -> Iterator[Group]:
        yield from map(self._group_about, self._slots(Case, Search))
        yield from self._always

    def _step(self, group: Group) -> bool:
        """Add what comes of some deeds to what is reached; whether there was anything new.

        Under their name is kept where they were tried before.
        """
        diagrams, sets = self._diagrams, self._sets
        known = sets.get(group.name, diagrams.nothing)
        sets["pending"] = self._having(group.slot, sets["reached"] & ~known)
        if sets["pending"] & ~group.covered(diagrams) != diagrams.nothing:
            for learned in group.deeds:
                self._learn(learned, "pending")
        sets["pending"] &= group.acting(diagrams)
        sets[group.name] = sets["reached"]
        if sets["pending"] == diagrams.nothing:
            return False
        step = Footprint()
        sets["new"] = diagrams.nothing
        for learned in group.deeds:
            sets["new"] |= self._after(learned, sets["pending"], step)
        self._settle(step)
        group.settled.add(step)
        sets["new"] &= ~sets["reached"]
        self._check_laws()
        if sets["new"] == diagrams.nothing:
            return False
        sets["reached"] |= sets.pop("new")
        self._spare(group, step.writes)
        diagrams.sift(sets["reached"])
        return True

    def _spare(self, group: Group, written: int) -> None:
        """Count as tried what need not be tried in the states that a group has just led to.

        Where others were tried in all states before, and neither of the two writes what the other
        looks at or writes, their order is all one: what they make of a new state is what the group
        made of theirs.  P. Godefroid, "Partial-Order Methods for the Verification of Concurrent
        Systems" (Lecture Notes in Computer Science 1032, 1996): sleep sets.
        """
        before, step = self._sets[group.name], Footprint(group.footprint().looks, written)
        for other in (*self._about.values(), *self._always):
            is_exhausted = other is not group and self._sets.get(other.name) == before
            if is_exhausted and not step.meets(other.footprint()):
                self._sets[other.name] = self._sets["reached"]

    def _slots(self, *kinds: type) -> Iterator[Slot]:
        return (slot for slot in tuple(self._shelf.slots) if slot.kind in kinds)

    def _having(self, slot: Slot | None, states: Function) -> Function:
        """Return those states in which there is something in a slot, if one is named."""
        return states if slot is None else states & self._diagrams.there(slot)

    # -- functions of books

    def _remembered(self, function: Callable[[FieldBooks], Writes]) -> Learned:
        learned = Learned(function, self._diagrams)
        self._learned.append(learned)
        return learned

    def _deed(self, deed: Deed) -> Learned:
        return self._remembered(partial(done, deed, self._judge, self._bounds))

    def _group_about(self, slot: Slot) -> Group:
        if slot not in self._about:
            those = [self._deed(it) for it in deeds_about(slot.blank())]
            self._about[slot] = Group(f"about {id(slot)}", those, slot)
        return self._about[slot]

    def _learn(self, learned: Learned, states: str) -> None:
        """Ask a function until it is known in all states of a set."""
        moment, unknown = self._diagrams.moment, self._sets[states] & ~learned.covered()
        while unknown != self._diagrams.nothing:
            unknown &= ~self._ask(learned, self._diagrams.state(unknown))
            if self._diagrams.moment != moment:  # its bits are not all bits that there are any more
                moment = self._diagrams.moment
                unknown = self._sets[states] & ~learned.covered()

    def _ask(self, learned: Learned, state: State) -> Function:
        """Learn what a function does in one state; return the states of which that is known now."""
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
        return learned.add(path)

    def _after(self, learned: Learned, states: Function, step: Footprint) -> Function:
        """Return what is after a function in those of some states in which it writes anything.

        To `step` is added where it does.
        """
        after = self._diagrams.nothing
        for writes, where in learned.where().items():
            made = self._diagrams.written(states, where, writes)
            if made != self._diagrams.nothing:
                step.writes |= self._diagrams.marks.written(writes)
                after |= made
        return after

    def _settle(self, step: Footprint) -> None:
        """Take out of what is new all that no rule will ever read again.

        It was taken out before what was written; what is left of a thing that asks for nothing of
        this is what was left.
        """
        for kind in SETTLING:
            for slot in self._slots(kind):
                if slot not in self._left:
                    self._left[slot] = self._remembered(partial(settled, slot, self._bounds))
                elif not self._left[slot].looks_at_any(step.writes):
                    continue
                self._settle_slot(slot, self._left[slot], step)

    def _settle_slot(self, slot: Slot, left: Learned, step: Footprint) -> None:
        self._learn_there(slot, left)
        step.looks |= left.footprint.looks
        unsettled = self._sets["new"] & left.acting()
        if unsettled != self._diagrams.nothing:
            self._sets["new"] &= ~left.acting()
            self._sets["new"] |= self._after(left, unsettled, step)

    def _check_laws(self) -> None:
        for slot in self._slots(*JUDGED):
            if slot not in self._laws:
                self._laws[slot] = self._remembered(partial(judged, slot))
            self._learn_there(slot, self._laws[slot])

    def _learn_there(self, slot: Slot, learned: Learned) -> None:
        """Ask a function until it is known in all new states in which something is in a slot."""
        there = self._diagrams.there(slot) & ~learned.covered()
        self._sets["there"] = self._sets["new"] & there
        self._learn(learned, "there")
        del self._sets["there"]

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
        self._settle(Footprint())
        self._check_laws()
        return self._sets.pop("new")
