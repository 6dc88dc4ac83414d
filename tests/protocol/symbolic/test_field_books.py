"""What is noted of books is all that a function read of them, and no more."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from station.custody.state import Case, Item, ItemStatus
from station.custody.values import CaseKind
from tests.protocol.small_office import (
    ARRIVAL,
    CLERK,
    ITEMS,
    MOMENT,
    NUMBERS,
    SORTING,
    TREASURY,
    founded,
    key,
    scan,
)
from tests.protocol.symbolic.field_books import FieldBooks, raw_values, replaced
from tests.protocol.symbolic.slots import CHANGES, Shelf, Slot, State


def piece(place: int, holder: str = SORTING) -> Item:
    seen = scan(NUMBERS[place])
    return Item(ITEMS[place], ARRIVAL, seen, None, CLERK, MOMENT, place, holder, MOMENT, MOMENT)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


def at(shelf: Shelf, *things: Item | Case) -> FieldBooks:
    state: State = {}
    for thing in things:
        values = raw_values(thing, type(thing))
        state[shelf.slot(thing)] = {name: values[name] for name in CHANGES[type(thing)]}
    return FieldBooks(shelf, founded(), state)


def looks(books: FieldBooks) -> Iterator[tuple[str, object, bool]]:
    return ((name, value, holds) for (_, name, value), holds in books.looks.items())


def test_only_the_field_that_was_read_is_noted(shelf: Shelf) -> None:
    books = at(shelf, piece(0), piece(1))
    assert books.item(ITEMS[0]).holder == SORTING
    assert list(looks(books)) == [("", True, True), ("holder", SORTING, True)]


def test_what_is_not_there_is_noted_too(shelf: Shelf) -> None:
    books = at(shelf, piece(1))
    assert books.look_up(Item, ITEMS[0]) is None
    assert list(looks(books)) == []
    assert books.absences == {(Item, (("id", ITEMS[0]),))}


def test_of_a_question_every_condition_is_noted_as_far_as_it_was_asked(shelf: Shelf) -> None:
    gone = replace(piece(1), status=ItemStatus.DELIVERED)
    books = at(shelf, piece(0, TREASURY), gone)
    assert books.held_by(SORTING) == ()
    assert list(looks(books)) == [
        ("status", ItemStatus.HELD, True),
        ("holder", SORTING, False),
        ("status", ItemStatus.HELD, False),
    ]


def test_a_copy_is_no_look_and_only_what_changed_is_written(shelf: Shelf) -> None:
    books = at(shelf, piece(0))
    books.put(replaced(books.item(ITEMS[0]), holder=TREASURY))
    assert list(looks(books)) == [("", True, True)]
    (slot,) = shelf.slots
    assert books.writes() == (((slot, "holder"), TREASURY),)


def test_what_was_put_in_is_read_back_unnoted(shelf: Shelf) -> None:
    books = at(shelf, piece(0))
    books.put(replaced(books.item(ITEMS[0]), holder=TREASURY))
    assert books.item(ITEMS[0]).holder == TREASURY
    assert [it.id for it in books.held_by(TREASURY)] == [ITEMS[0]]
    assert ("holder", SORTING, True) not in list(looks(books))
    assert books.item(ITEMS[0]).status is ItemStatus.HELD
    assert ("status", ItemStatus.HELD, True) in list(looks(books))


def test_whether_a_case_is_open_is_less_than_how_it_was_settled(shelf: Shelf) -> None:
    case = Case(key("case"), CaseKind.FOUND, CLERK, MOMENT, item=ITEMS[0])
    books = at(shelf, case)
    assert books.case(case.id).is_open
    assert books.open_cases(item=ITEMS[0])
    assert {name for name, _, _ in looks(books)} == {"", "settlement"}
    assert not books.open_cases(item=ITEMS[1])


def test_a_thing_that_changes_what_never_changes_moves_to_another_slot(shelf: Shelf) -> None:
    books = at(shelf, piece(0))
    (old,) = shelf.slots
    books.put(replaced(books.item(ITEMS[0]), arrival=key("another arrival")))
    written = dict(books.writes())
    new: Slot = shelf.slots[1]
    assert written[old, ""] is False
    assert written[new, ""] is True
    assert {name for slot, name in written if slot is new} == {"", *CHANGES[Item]}


def test_what_is_dropped_leaves_its_slot_empty(shelf: Shelf) -> None:
    books = at(shelf, piece(0))
    books.drop(books.item(ITEMS[0]))
    (slot,) = shelf.slots
    assert books.writes() == (((slot, ""), False),)


def test_whether_writing_changes_anything_is_asked_of_every_place(shelf: Shelf) -> None:
    books = at(shelf, piece(0))
    (slot,) = shelf.slots
    assert not books.is_as_it_was((((slot, "holder"), TREASURY), ((slot, "handover"), None)))
    assert list(looks(books)) == [("holder", TREASURY, False), ("handover", None, True)]
