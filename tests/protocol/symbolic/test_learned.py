"""What was learned of one state holds for all that read alike, and for no other."""

from dataclasses import replace

import pytest

from station.custody.state import Item, ItemStatus
from tests.protocol.small_office import ITEMS, SORTING, TREASURY, founded
from tests.protocol.symbolic.diagrams import Diagrams
from tests.protocol.symbolic.field_books import FieldBooks, raw_values, replaced
from tests.protocol.symbolic.learned import Learned, Path
from tests.protocol.symbolic.slots import CHANGES, Place, Shelf, State, Writes
from tests.protocol.symbolic.test_field_books import piece


class Desk:
    """Slots, diagrams, and one function."""

    def __init__(self) -> None:
        self.shelf, self.diagrams = Shelf(), Diagrams()
        self.learned = Learned(moved, self.diagrams)

    def state(self, *items: Item) -> State:
        found: State = {}
        for item in items:
            known = len(self.shelf.slots)
            slot = self.shelf.slot(item)
            for new in self.shelf.slots[known:]:
                self.diagrams.add_slot(new)
                self.learned.exclude(new)
            found[slot] = {n: v for n, v in raw_values(item, Item).items() if n in CHANGES[Item]}
        return found

    def ask(self, state: State) -> None:
        books = FieldBooks(self.shelf, founded(), state)
        writes = moved(books)
        for place, value in writes:
            self.diagrams.add_value(place, value)
        self.learned.add(Path(books.looks, books.absences, writes))

    def looks_at_any(self, places: set[Place]) -> bool:
        return self.learned.looks_at_any(self.diagrams.marks.of(places))

    def knows(self, state: State) -> bool:
        only = self.diagrams.only(state)
        return bool(only & self.learned.covered() == only)


def moved(books: FieldBooks) -> Writes:
    """Give the first piece to the treasury, if it is there and not there already."""
    item = books.look_up(Item, ITEMS[0])
    if isinstance(item, Item) and item.holder != TREASURY:
        books.put(replaced(item, holder=TREASURY))
    return books.writes()


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_it_is_known_wherever_it_reads_alike(desk: Desk) -> None:
    lost = replace(piece(0), status=ItemStatus.LOST)
    desk.ask(desk.state(piece(0)))
    assert desk.knows(desk.state(piece(0), piece(1)))
    assert desk.knows(desk.state(lost))
    assert not desk.knows(desk.state(piece(0, TREASURY)))
    assert not desk.knows(desk.state())


def test_what_was_learned_without_a_slot_is_not_known_with_a_thing_in_it(desk: Desk) -> None:
    desk.ask(desk.state())
    assert desk.knows(desk.state())
    assert not desk.knows(desk.state(piece(0)))
    assert desk.knows(desk.state(piece(1)))


def test_what_was_learned_of_one_value_is_not_known_of_one_that_comes_later(desk: Desk) -> None:
    desk.ask(desk.state(piece(0, TREASURY)))
    assert desk.knows(desk.state(piece(0, TREASURY)))
    assert not desk.knows(desk.state(piece(0, "07")))
    assert not desk.knows(desk.state(piece(0)))


def test_what_it_reads_is_told_and_nothing_is_known_of_it_at_first(desk: Desk) -> None:
    assert desk.learned.looks_at_any(0)
    desk.ask(desk.state())
    assert not desk.learned.looks_at_any(0)
    (slot,) = desk.state(piece(0))
    assert desk.looks_at_any({(slot, "")}), "what it missed and came up later"
    assert not desk.looks_at_any({(slot, "holder")})
    desk.ask(desk.state(piece(0)))
    assert desk.looks_at_any({(slot, "holder"), (slot, "keeper")})
    assert not desk.looks_at_any({(slot, "keeper")})


def test_what_is_written_takes_the_place_of_what_was(desk: Desk) -> None:
    before = desk.state(piece(0), piece(1))
    desk.ask(before)
    after = desk.diagrams.nothing
    for writes, where in desk.learned.where().items():
        after |= desk.diagrams.written(desk.diagrams.only(before), where, writes)
    assert after == desk.diagrams.only(desk.state(piece(0, TREASURY), piece(1)))
    assert desk.diagrams.count(after) == 1


def test_states_are_counted_each_once(desk: Desk) -> None:
    states = [desk.state(), desk.state(piece(0)), desk.state(piece(0, TREASURY), piece(1))]
    for it in states:
        desk.diagrams.only(it)  # all values have their bits from here on
    held = [desk.diagrams.only(it) for it in states]
    assert desk.diagrams.count(held[0] | held[1] | held[2]) == len(states)
    assert desk.diagrams.state(held[2]) == states[2]
    assert desk.diagrams.count(desk.diagrams.nothing) == 0


def test_a_state_stays_itself_while_bits_are_added(desk: Desk) -> None:
    desk.diagrams.sets["kept"] = desk.diagrams.only(desk.state(piece(0, SORTING)))
    desk.diagrams.only(desk.state(piece(0, TREASURY), piece(1)))
    assert desk.diagrams.count(desk.diagrams.sets["kept"]) == 1
