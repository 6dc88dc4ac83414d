"""Sets of pieces, told piece by piece.

What a handover says of one piece has to do with that piece, and little with the other: told apart,
each stands beside its piece, and a diagram need not repeat the one for every form of the other.
"""

from collections.abc import Mapping
from typing import Any

from station.custody.state import EarlyScan, Handover, Item, Receipt, Search
from tests.protocol.small_office import ITEMS, key
from tests.protocol.symbolic.slots import Kind, Place, Slot

Part = tuple[Slot, str, int]
"""What a field of a slot says of one piece, by its number from 1; 0 for what it says of none."""

SETS: Mapping[tuple[Kind, str], type[frozenset[Any] | tuple[Any, ...]]] = {
    (Handover, "offered"): frozenset,
    (Handover, "receipts"): frozenset,
    (Handover, "early"): tuple,
}
"""Fields that are told so; of a tuple its order too, where it is not that of the pieces."""

EVERY_PIECE = range(1, 1 + len(ITEMS))


def parts_of(place: Place) -> tuple[Part, ...]:
    """Return the parts of a field."""
    slot, name = place
    numbers = {None: (0,), frozenset: EVERY_PIECE, tuple: (0, *EVERY_PIECE)}
    return tuple((slot, name, number) for number in numbers[SETS.get((slot.kind, name))])


def split(place: Place, value: Any) -> dict[Part, Any]:
    """Return what a value is in each part."""
    slot, name = place
    a_set = SETS.get((slot.kind, name))
    if a_set is None:
        return {(slot, name, 0): value}
    told = {(slot, name, n): a_set(it for it in value if number_of(it) == n) for n in EVERY_PIECE}
    order = tuple(map(number_of, value))
    return told if a_set is frozenset else {(slot, name, 0): _unless_sorted(order), **told}


def joined(place: Place, told: Mapping[Part, Any]) -> Any:
    """Return the value that is this in each part."""
    slot, name = place
    a_set = SETS.get((slot.kind, name))
    if a_set is None:
        return told[slot, name, 0]
    pieces = {number: list(told[slot, name, number]) for number in EVERY_PIECE}
    order = told.get((slot, name, 0)) or [n for n, found in pieces.items() for _ in found]
    return a_set(pieces[number].pop(0) for number in order)


def _unless_sorted(order: tuple[int, ...]) -> tuple[int, ...]:
    return () if list(order) == sorted(order) else order


def piece_of(slot: Slot) -> int:
    """Return which piece a slot is about, from 1; 0 where it is about none alone."""
    about = slot.fixed["id"] if slot.kind is Item else slot.fixed.get("item")
    if slot.kind is Search:
        about = next(it for it in ITEMS if key(f"incident {it}") == slot.fixed["incident"])
    if about is None and slot.fixed.get("scan") is not None:
        about = key(slot.fixed["scan"].text)
    return 0 if about is None else number_of(about)


def number_of(one: Any) -> int:
    """Return which piece something is about, from 1: an id of a piece, or what bears one."""
    match one:
        case Receipt():
            one = one.item
        case EarlyScan():
            one = key(one.scan.text)
    return 1 + ITEMS.index(one)
