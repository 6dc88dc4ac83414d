"""Every reachable state, breadth first."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any
from uuid import UUID

from station.custody.facts import Facts
from station.custody.refusal import Refused
from station.custody.state import Department, Person
from tests.protocol.small_office import (
    CLERK,
    CLERK2,
    ITEMS,
    NUMBERS,
    Bounds,
    Deed,
    after,
    deeds,
    founded,
    settled,
)
from tests.support.memory import MemoryBooks

State = frozenset[Any]

MIRRORS: tuple[dict[Any, Any], ...] = (
    {CLERK: CLERK2, CLERK2: CLERK},
    dict(zip((*ITEMS, *NUMBERS), (*ITEMS[::-1], *NUMBERS[::-1]), strict=True)),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that was allowed: the books before it, its facts, the books after it."""

    before: MemoryBooks
    deed: Deed
    facts: Facts
    after: MemoryBooks


@dataclass(frozen=True, slots=True)
class Refusal:
    """A deed that was refused."""

    before: MemoryBooks
    deed: Deed
    refused: Refused


def state_of(books: MemoryBooks) -> State:
    """Return what makes two books the same."""
    return frozenset(one for one in books if not isinstance(one, Department | Person))


def explore(bounds: Bounds, see: Callable[[Step | Refusal], None]) -> int:
    """Try every deed in every reachable state, show each to `see`; return how many states.

    The two clerks may do the same, and so may be done with the two pieces: of states that differ
    only in who is who, or which is which, one is enough.
    """
    begin = founded(bounds)
    seen = {state_of(begin)}
    waiting = deque([begin])
    while waiting:
        before = waiting.popleft()
        for step in tried(before, bounds):
            see(step)
            if isinstance(step, Step):
                books = settled(step.after, bounds)
                state = state_of(books)
                if seen.isdisjoint({state}) and seen.isdisjoint(_mirrored(state)):
                    seen.add(state)
                    waiting.append(books)
    return len(seen)


def tried(before: MemoryBooks, bounds: Bounds) -> Iterator[Step | Refusal]:
    """Try every deed in one state."""
    for deed in deeds(before, bounds):
        try:
            facts = deed.decide(before)
        except Refused as refused:
            yield Refusal(before, deed, refused)
        else:
            yield Step(before, deed, facts, after(before, deed, facts))


def _mirrored(state: State) -> Iterator[State]:
    people, pieces = MIRRORS
    for mirror in (people, pieces, {**people, **pieces}):
        yield frozenset(_mirror(one, mirror) for one in state)


def _mirror(value: Any, mirror: dict[Any, Any]) -> Any:
    if isinstance(value, UUID | str):
        return mirror.get(value, value)
    if isinstance(value, frozenset):
        return frozenset(_mirror(one, mirror) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _mirror(getattr(value, f.name), mirror) for f in fields(value)}
        return replace(value, **changed)
    return value
