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
from tests.protocol.symbolic.slots import Place, Shelf, Slot, State, Writes

SETTLING = (Search, Incident, Case, CountScan, Item, Handover, DayClose, Arrival)
"""In which order what is left of things is asked: of none before those that ask for it."""

JUDGED = (Item, Handover, Arrival, Incident, Case)
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
        self._always = tuple(reversed(named.values()))
        self._about: dict[Slot, list[Learned]] = {}
        self._left: dict[Slot, Learned] = {}
        self._laws: dict[Slot, Learned] = {}

    def explore(self) -> int:
        """Try every deed in every reachable state, and return how many states there are."""
        with copies_unnoticed():
            self._sets["reached"] = self._first()
            while self._lead_on():
                pass
        return self._diagrams.count(self._sets["reached"])

    @property
    def readings(self) -> int:
        """How many different readings of the rules there were, each for all states alike in it."""
        return sum(len(it.paths) for it in self._learned)

    def _lead_on(self) -> bool:
        """Try deeds, the last of a piece's way first, until some lead on; whether any did.

        All that follows of what is reached is added before what comes earlier is tried anew: a set
        in which everything has followed has a plain form, and one in which some has not is ragged.
        """
        return any(self._step(*tried) for tried in self._last_first())

    def _last_first(self) -> Iterator[tuple[str, list[Learned], Slot | None]]:
        for slot in self._slots(Case, Search):
            yield f"about {id(slot)}", self._deeds_about(slot), slot
        for number, tried in enumerate(self._always):
            yield f"always {number}", tried, None

    def _step(self, name: str, tried: list[Learned], slot: Slot | None) -> bool:
        """Add what comes of some deeds to what is reached; whether there was anything new.

        Under their name is kept where they were tried before.
        """
        known = self._sets.get(name, self._diagrams.nothing)
        self._sets["pending"] = self._having(slot, self._sets["reached"] & ~known)
        if self._sets["pending"] == self._diagrams.nothing:
            return False
        for learned in tried:
            self._learn(learned, "pending")
        self._sets["new"] = self._diagrams.nothing
        touched = set[Place]()
        for learned in tried:
            self._sets["new"] |= self._after(learned, self._sets["pending"], touched)
        self._sets[name] = self._sets["reached"]
        self._settle(touched)
        self._sets["new"] &= ~self._sets["reached"]
        self._check_laws()
        new = self._sets.pop("new")
        self._sets["reached"] |= new
        self._diagrams.sift(self._sets["reached"])
        return bool(new != self._diagrams.nothing)

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

    def _deeds_about(self, slot: Slot) -> list[Learned]:
        if slot not in self._about:
            self._about[slot] = [self._deed(it) for it in deeds_about(slot.blank())]
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

    def _after(self, learned: Learned, states: Function, touched: set[Place]) -> Function:
        """Return what is after a function in those of some states in which it writes anything.

        To `touched` is added where it does.
        """
        nothing = after = self._diagrams.nothing
        for writes, where in learned.where().items():
            made = self._diagrams.written(states, where, writes) if writes else nothing
            if made != nothing:
                touched.update(place for place, _ in writes)
                after |= made
        return after

    def _settle(self, touched: set[Place]) -> None:
        """Take out of what is new all that no rule will ever read again.

        It was taken out before what was touched; what is left of a thing that asks for nothing of
        this is what was left.
        """
        for kind in SETTLING:
            for slot in self._slots(kind):
                if slot not in self._left:
                    self._left[slot] = self._remembered(partial(settled, slot, self._bounds))
                elif not self._left[slot].reads_any(touched):
                    continue
                self._settle_slot(slot, self._left[slot], touched)

    def _settle_slot(self, slot: Slot, left: Learned, touched: set[Place]) -> None:
        self._sets["there"] = self._having(slot, self._sets["new"])
        self._learn(left, "there")
        there = self._sets.pop("there")
        unsettled = self._diagrams.nothing
        for writes, where in left.where().items():
            unsettled |= there & where if writes else self._diagrams.nothing
        self._sets["new"] &= ~unsettled
        self._sets["new"] |= self._after(left, unsettled, touched)

    def _check_laws(self) -> None:
        for slot in self._slots(*JUDGED):
            if slot not in self._laws:
                self._laws[slot] = self._remembered(partial(judged, slot))
            self._sets["there"] = self._having(slot, self._sets["new"])
            self._learn(self._laws[slot], "there")
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
        self._settle(set())
        self._check_laws()
        return self._sets.pop("new")
