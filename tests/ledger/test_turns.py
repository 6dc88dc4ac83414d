"""Whose turn it is: everything is done once, by whoever's turn it is, and nobody waits for ever."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Event

import pytest

from station.ledger import turns
from station.ledger.turns import Turns


@dataclass
class Thing:
    name: int
    is_answered: bool = False


@dataclass
class Doer:
    """Does things; the first time only when it is let go."""

    rounds: list[list[int]] = field(default_factory=list)
    began: Event = field(default_factory=Event)
    go: Event = field(default_factory=Event)

    def __call__(self, things: Sequence[Thing]) -> None:
        self.rounds.append([thing.name for thing in things])
        self.began.set()
        assert self.go.wait(10)
        for thing in things:
            thing.is_answered = True


def lined_up(doer: Doer, line: Turns[Thing], count: int) -> list[Thing]:
    """So many things, of which the first is being done when the others come."""
    things = [Thing(name) for name in range(count)]
    with ThreadPoolExecutor(count) as pool:
        waiting = [pool.submit(line.take, things[0])]
        assert doer.began.wait(10)
        for thing in things[1:]:
            before = len(line._line)
            waiting.append(pool.submit(line.take, thing))
            while len(line._line) == before:
                pass
        doer.go.set()
        for one in waiting:
            one.result(10)
    return things


def test_who_waits_is_done_together_in_the_order_of_coming() -> None:
    doer = Doer()
    things = lined_up(doer, Turns(doer), 6)
    assert doer.rounds == [[0], [1, 2, 3, 4, 5]]
    assert all(thing.is_answered for thing in things)


def test_a_round_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "TOGETHER_MAX", 2)
    doer = Doer()
    lined_up(doer, Turns(doer), 6)
    assert doer.rounds == [[0], [1, 2], [3, 4], [5]]


def test_the_line_goes_on_after_an_interrupt() -> None:
    def interrupted(things: Sequence[Thing]) -> None:
        for thing in things:
            thing.is_answered = True
        if things[0].name == 0:
            raise KeyboardInterrupt

    line: Turns[Thing] = Turns(interrupted)
    with pytest.raises(KeyboardInterrupt):
        line.take(Thing(0))
    later = Thing(1)
    line.take(later)
    assert later.is_answered
