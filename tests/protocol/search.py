"""Every reachable state, breadth first."""

from array import array
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Protocol
from unittest.mock import patch

from station.custody import checks
from station.custody.evolve import evolve
from station.custody.facts import Facts
from station.custody.refusal import Refused
from station.custody.state import Aggregate, Arrival, Case, Handover, Item
from station.custody.values import Stamp
from tests.protocol.attempts import Deed, deeds, deeds_about
from tests.protocol.mirrors import MIRRORS, image
from tests.protocol.names import named
from tests.protocol.remains import left_of, left_of_case
from tests.protocol.small_office import ACTORS, MOMENT, Bounds, founded
from tests.protocol.watched import Moment, Office, Place, Remembered, WatchedBooks

Things = tuple[Aggregate, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that was allowed, and all that it read or changed, before and after it."""

    deed: Deed
    facts: Facts
    before: Things
    after: Things


@dataclass(frozen=True, slots=True)
class Refusal:
    """A deed that was refused."""

    deed: Deed
    refused: Refused


class Judge(Protocol):
    """Who is shown what a search finds, everything once."""

    def step(self, step: Step) -> None:
        """See a deed done: once for all states alike in what it reads and changes."""

    def refusal(self, refusal: Refusal) -> None:
        """See a deed refused; likewise."""

    def state(self, things: Things) -> None:
        """See the pieces, handovers and arrivals of a state."""


JUDGED = (Item, Handover, Arrival)
"""What the laws of a state speak of."""

Changes = dict[Place, int]
Outcomes = tuple[Changes, ...]
State = bytes


class Explorer:
    """A search through every state that an office of these bounds can come to."""

    def __init__(self, bounds: Bounds, judge: Judge) -> None:
        self._bounds = bounds
        self._judge = judge
        self._office = Office(founded())
        self._always = self._remembered(deeds(bounds))
        self._about: dict[int, list[Remembered[Outcomes]]] = {}
        self._remains: dict[int, Remembered[int | None]] = {}
        self._mirrored = tuple(dict[int, int]() for _ in MIRRORS)
        self._judged: set[tuple[int, ...]] = set()
        self.steps = 0

    def explore(self) -> int:
        """Try every deed in every reachable state, and return how many states there are.

        The two clerks may do the same, and so may be done with the two pieces: of states that
        differ only in who is who, or which is which, one is enough.
        """
        seen, known = {_packed(self._first().things.values())}, set[State]()
        waiting = deque(seen)
        while waiting:
            before = self._office.moment(array("I", waiting.popleft()))
            for things in self._after(before):
                unsettled = _packed(things.values())
                if unsettled in known:
                    continue
                known.add(unsettled)
                moment = self._settled(self._judged_moment(things))
                state = _packed(moment.things.values())
                if state not in seen and seen.isdisjoint(self._images(moment)):
                    seen.add(state)
                    waiting.append(state)
        return len(seen)

    def _first(self) -> Moment:
        """Return the moment from which the search begins."""
        moment = self._office.moment(())
        if self._bounds.arrived:
            actor = next(it for it in ACTORS if it.department == self._bounds.arrived)
            own = [it for it in deeds(self._bounds) if it.actor == actor]
            taking = [it for it in own if it.name == "take_in"]
            opening = [it for it in own if it.name == "open_arrival"][-1]
            (closing,) = (it for it in own if it.name == "close_arrival")
            for deed in (opening, *taking, closing):
                changes = self._tried(deed, moment.books())
                assert changes is not None
                moment = Moment(self._office, {**moment.things, **changes})
        return self._settled(moment)

    def _after(self, before: Moment) -> Iterator[Changes]:
        """Yield what there is after every deed that is allowed at a moment."""
        about = (self._deeds_about(number) for number in before.things.values())
        for outcomes in chain(self._always, *about):
            for changes in outcomes(before):
                self.steps += 1
                yield {**before.things, **changes}

    def _deeds_about(self, number: int) -> list[Remembered[Outcomes]]:
        if number not in self._about:
            self._about[number] = self._remembered(deeds_about(self._office.things[number]))
        return self._about[number]

    def _remembered(self, tried: Iterable[Deed]) -> list[Remembered[Outcomes]]:
        """Return what deeds come to; those that read alike go together."""
        together = defaultdict[object, list[Deed]](list)
        for deed in tried:
            together[deed.about].append(deed)
        return [Remembered(partial(self._outcomes, each)) for each in together.values()]

    def _outcomes(self, tried: list[Deed], books: WatchedBooks) -> Outcomes:
        every = [self._tried(deed, books.again()) for deed in tried]
        return tuple(changes for changes in every if changes is not None)

    def _tried(self, deed: Deed, books: WatchedBooks) -> Changes | None:
        """Return what a deed changes, or None where it is refused."""
        if not deed.can_be(books):
            return None
        before = tuple(books)
        try:
            with patch.object(checks, "uuid5", named):
                facts = deed.decide(books)
        except Refused as refused:
            self._judge.refusal(Refusal(deed, refused))
            return None
        for place, fact in enumerate(facts):
            evolve(fact, Stamp(1_000 + place, MOMENT, deed.actor.person), books)
        was, now = (tuple(books.of_what_was_read(of)) for of in (before, books))
        self._judge.step(Step(deed, facts, was, now))
        numbers = map(self._office.number, books.puts.values())
        return {self._office.homes[number]: number for number in numbers}

    def _judged_moment(self, things: Changes) -> Moment:
        """Return a moment, after its pieces, handovers and arrivals were judged."""
        what = self._office.things
        shown = tuple(sorted(n for n in things.values() if isinstance(what[n], JUDGED)))
        if shown not in self._judged:
            self._judged.add(shown)
            self._judge.state(tuple(self._office.things[number] for number in shown))
        return Moment(self._office, things)

    def _settled(self, moment: Moment) -> Moment:
        """Return the moment without what no rule will ever read again: first of cases."""
        for are_cases in (True, False):
            moment = self._remaining(moment, are_cases=are_cases)
        return moment

    def _remaining(self, moment: Moment, *, are_cases: bool) -> Moment:
        office = self._office
        things: Changes = {}
        for slot, number in moment.things.items():
            if isinstance(office.things[number], Case) is not are_cases:
                things[slot] = number
            elif (left := self._remains_of(number)(moment)) is not None:
                things[office.homes[left]] = left
        return Moment(self._office, things)

    def _remains_of(self, number: int) -> Remembered[int | None]:
        if number not in self._remains:
            thing = self._office.things[number]
            self._remains[number] = Remembered(lambda books: self._remaining_number(thing, books))
        return self._remains[number]

    def _remaining_number(self, thing: Aggregate, books: WatchedBooks) -> int | None:
        left: Aggregate | None
        if isinstance(thing, Case):
            left = left_of_case(thing, books, self._bounds)
        else:
            left = left_of(thing, books, self._bounds)
        return None if left is None else self._office.number(left)

    def _images(self, moment: Moment) -> Iterator[State]:
        """Yield a state as it looks in every mirror."""
        numbers = tuple(moment.things.values())
        for way, known in enumerate(self._mirrored):
            for number in numbers:
                if number not in known:
                    seen = image(self._office.things[number], MIRRORS[way])
                    known[number] = self._office.number(seen)
            yield _packed(known[number] for number in numbers)


def _packed(numbers: Iterable[int]) -> State:
    return array("I", sorted(numbers)).tobytes()
