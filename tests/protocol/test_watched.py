"""What is remembered of books is what they would say anew."""

from dataclasses import replace
from typing import TypeVar

import pytest

from station.custody.state import Arrival, Item, ItemStatus
from tests.protocol.search import Explorer
from tests.protocol.small_books import SmallBooks
from tests.protocol.small_office import (
    ARRIVAL,
    CLERK,
    ITEMS,
    MOMENT,
    NUMBERS,
    SORTING,
    TREASURY,
    Bounds,
    founded,
    scan,
)
from tests.protocol.test_every_state import Witness
from tests.protocol.watched import Moment, Office, Remembered

T = TypeVar("T")


def piece(place: int, holder: str = SORTING) -> Item:
    seen = scan(NUMBERS[place])
    return Item(ITEMS[place], ARRIVAL, seen, None, CLERK, MOMENT, place, holder, MOMENT, MOMENT)


def at(office: Office, *things: Item | Arrival) -> Moment:
    return office.moment(office.number(thing) for thing in things)


@pytest.fixture
def office() -> Office:
    return Office(founded())


def test_only_what_was_read_counts(office: Office) -> None:
    asked = []

    def holder(books: SmallBooks) -> str:
        asked.append(books)
        return books.item(ITEMS[0]).holder

    remembered = Remembered(holder)
    assert remembered(at(office, piece(0), piece(1))) == SORTING
    assert remembered(at(office, piece(0), piece(1, TREASURY))) == SORTING
    assert remembered(at(office, piece(0))) == SORTING
    assert len(asked) == 1
    assert remembered(at(office, piece(0, TREASURY))) == TREASURY
    assert len(asked) == 2


def test_of_a_question_only_the_answer_counts(office: Office) -> None:
    asked = []

    def how_many(books: SmallBooks) -> int:
        asked.append(books)
        return len(books.held_by(SORTING))

    remembered = Remembered(how_many)
    gone = replace(piece(1, TREASURY), status=ItemStatus.DELIVERED)
    assert remembered(at(office, piece(0), piece(1, TREASURY))) == 1
    assert remembered(at(office, piece(0), gone)) == 1
    assert len(asked) == 1
    assert remembered(at(office, piece(0), piece(1))) == 2
    assert len(asked) == 2


def test_what_was_put_in_is_read_back(office: Office) -> None:
    def moved(books: SmallBooks) -> tuple[int, int]:
        before = len(books.held_by(TREASURY))
        books.put(replace(books.item(ITEMS[0]), holder=TREASURY))
        return before, len(books.held_by(TREASURY))

    remembered = Remembered(moved)
    assert remembered(at(office, piece(0), piece(1))) == (0, 1)
    assert remembered(at(office, piece(0), piece(1, TREASURY))) == (1, 2)
    assert remembered(at(office, piece(0), piece(1))) == (0, 1)


@pytest.fixture
def doubted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Let every remembered function be asked anew as well; return how often it was."""
    times = [0]
    recall = Remembered.__call__

    def doubt(self: Remembered[T], moment: Moment) -> T:
        said = recall(self, moment)
        assert said == self._function(moment.books())
        times[0] += 1
        return said

    monkeypatch.setattr(Remembered, "__call__", doubt)
    return times


@pytest.mark.parametrize(
    "bounds", [Bounds(1, 1, arrived=TREASURY, anew=False), Bounds(2, sorts=False)]
)
def test_a_search_remembers_nothing_wrong(bounds: Bounds, doubted: list[int]) -> None:
    assert Explorer(bounds, Witness()).explore() > 100
    assert doubted[0] > 1_000
