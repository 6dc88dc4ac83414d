"""What is told piece by piece is put together again as it was."""

import pytest

from station.custody.state import EarlyScan, Handover, Receipt
from tests.protocol.small_office import CLERK, CLERK2, HANDOVERS, ITEMS, NUMBERS, scan
from tests.protocol.symbolic.parts import joined, parts_of, split
from tests.protocol.symbolic.slots import Slot

ONE, TWO = ITEMS
HANDOVER = Slot(Handover, {"id": HANDOVERS[0]})
FIRST, SECOND = (EarlyScan(scan(number), CLERK) for number in NUMBERS)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("offered", [frozenset(), frozenset({ONE}), frozenset({TWO}), frozenset({ONE, TWO})]),
        ("receipts", [frozenset({Receipt(TWO, CLERK)}), frozenset({Receipt(TWO, CLERK2)})]),
        ("early", [(), (FIRST,), (SECOND,), (FIRST, SECOND), (SECOND, FIRST)]),
        ("giver", ["02", "03"]),
    ],
)
def test_no_two_values_are_told_alike(name: str, values: list[object]) -> None:
    place = (HANDOVER, name)
    told = [split(place, value) for value in values]
    assert [joined(place, parts) for parts in told] == values
    assert all(tuple(parts) == parts_of(place) for parts in told)
    assert all(one != other for n, one in enumerate(told) for other in told[:n])


def test_of_a_set_each_piece_is_told_apart() -> None:
    first, second = parts_of((HANDOVER, "offered"))
    alone, both = (split((HANDOVER, "offered"), frozenset(it)) for it in ({ONE}, {ONE, TWO}))
    assert alone[first] == both[first]
    assert alone[second] != both[second]


def test_of_a_tuple_its_order_is_told_where_it_is_not_the_pieces_own() -> None:
    place = (HANDOVER, "early")
    order, *_ = parts_of(place)
    assert split(place, (FIRST, SECOND))[order] == ()
    assert split(place, (SECOND, FIRST))[order] == (2, 1)
    assert split(place, (SECOND,))[order] == ()
