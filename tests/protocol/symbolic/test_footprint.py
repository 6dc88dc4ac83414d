"""Which functions cannot notice one another."""

import pytest

from station.custody.state import Item
from tests.protocol.symbolic.footprint import Footprint, Marks
from tests.protocol.symbolic.slots import CHANGES, Slot

ONE, TWO = Slot(Item, {"id": 1}), Slot(Item, {"id": 2})
HOLDER, OTHERS = (ONE, "holder"), (TWO, "holder")


def test_a_set_of_places_is_what_is_in_it() -> None:
    marks = Marks()
    assert marks.of([HOLDER, OTHERS]) == marks.of([HOLDER]) | marks.of([OTHERS])
    assert not marks.of([HOLDER]) & marks.of([OTHERS, (ONE, "status")])
    assert marks.of([]) == 0


def test_a_thing_that_goes_is_written_in_all_its_fields() -> None:
    marks = Marks()
    every = marks.of((ONE, name) for name in {"", *CHANGES[Item]})
    assert marks.written((((ONE, ""), False),)) == every
    assert marks.written((((ONE, ""), True), (HOLDER, "01"))) == marks.of([(ONE, ""), HOLDER])


@pytest.mark.parametrize(
    ("looks", "writes", "looks_too", "writes_too", "meet"),
    [
        ([HOLDER], [], [HOLDER], [], False),
        ([HOLDER], [HOLDER], [OTHERS], [OTHERS], False),
        ([], [HOLDER], [HOLDER], [], True),
        ([HOLDER], [], [], [HOLDER], True),
        ([], [HOLDER], [], [HOLDER], True),
    ],
)
def test_two_meet_where_one_writes_what_the_other_minds(
    looks: list[tuple[Slot, str]],
    writes: list[tuple[Slot, str]],
    looks_too: list[tuple[Slot, str]],
    writes_too: list[tuple[Slot, str]],
    meet: bool,
) -> None:
    marks = Marks()
    one = Footprint(marks.of(looks), marks.of(writes))
    other = Footprint(marks.of(looks_too), marks.of(writes_too))
    assert (one.meets(other), other.meets(one)) == (meet, meet)
