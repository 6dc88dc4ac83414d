"""Every reachable state, one after the other, as plainly as can be: a check on the other search."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain

from station.custody.state import Aggregate, Case, Search
from tests.protocol.attempts import Deed, arriving, deeds, deeds_about
from tests.protocol.judge import Judge, Step, tried
from tests.protocol.laws import check_state
from tests.protocol.remains import left_alone, left_of
from tests.protocol.small_books import SmallBooks
from tests.protocol.small_office import Bounds, founded

State = frozenset[Aggregate]


class PlainSearch:
    """A breadth-first search that keeps every state by itself."""

    def __init__(self, bounds: Bounds, judge: Judge) -> None:
        self._bounds = bounds
        self._judge = judge
        self._founded = tuple(founded())
        self._always = tuple(deeds(bounds))

    def explore(self) -> int:
        """Try every deed in every reachable state, and return how many states there are."""
        first = State()
        for deed in arriving(self._bounds):
            first = next(self._done(deed, first))
        seen = {first}
        waiting = deque(seen)
        while waiting:
            before = waiting.popleft()
            about = (deeds_about(it) for it in before if isinstance(it, Case | Search))
            for deed in chain(self._always, *about):
                for after in self._done(deed, before):
                    if after not in seen:
                        seen.add(after)
                        waiting.append(after)
        return len(seen)

    def _books(self, things: Iterable[Aggregate]) -> SmallBooks:
        books = SmallBooks()
        for one in chain(self._founded, things):
            books.put(one)
        return books

    def _done(self, deed: Deed, before: State) -> Iterator[State]:
        """Yield the state after a deed, if it is allowed."""
        books = self._books(before)
        was = tuple(books)
        facts = tried(deed, books, self._judge)
        if facts is None:
            return
        self._judge.step(Step(deed, facts, was, tuple(books)))
        check_state(books)
        yield self._settled(frozenset(books) - frozenset(self._founded))

    def _settled(self, things: State) -> State:
        """Return what is left of things: first of each alone, then of cases, then of the rest."""
        for left in (self._left_alone, self._left_of_cases, self._left_of_others):
            things = frozenset(it for it in left(things) if it is not None)
        return things

    def _left_alone(self, things: State) -> Iterator[Aggregate | None]:
        return (left_alone(it, self._bounds) for it in things)

    def _left_of_cases(self, things: State) -> Iterator[Aggregate | None]:
        books = self._books(things)
        for it in things:
            yield left_of(it, books, self._bounds) if isinstance(it, Case) else it

    def _left_of_others(self, things: State) -> Iterator[Aggregate | None]:
        books = self._books(things)
        for it in things:
            yield it if isinstance(it, Case) else left_of(it, books, self._bounds)
