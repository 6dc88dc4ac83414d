"""Where a state keeps its things: what of each never changes, and what does."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from station.custody.state import (
    Aggregate,
    Arrival,
    Case,
    CountScan,
    DayClose,
    Handover,
    Incident,
    Item,
    Search,
)

Kind = type[Aggregate]

CHANGES: Mapping[Kind, frozenset[str]] = {
    Arrival: frozenset({"declared_count", "opened_by", "count", "status"}),
    Handover: frozenset(it.name for it in fields(Handover)) - {"id", "opened_at", "moved_at"},
    DayClose: frozenset({"opened_by", "status"}),
    Item: frozenset(
        {
            *("taken_in_by", "taken_in_seq", "holder", "status", "route", "first", "check"),
            *("undecided", "handover", "keeper", "questioned", "details", "opening"),
            "let_go_by",
        }
    ),
    Case: frozenset(
        {
            *("author", "proposal", "settlement", "settled_by", "settled_at", "reason"),
            "settled_with",
        }
    ),
    CountScan: frozenset({"item", "was_held", "by", "seq", "is_taken_back"}),
    Incident: frozenset({"opened_by", "end", "closed_at"}),
    Search: frozenset({"times_asked", "found", "answered_by", "answered_at"}),
}
"""The fields of each kind that deeds change; a thing that differs in another has another slot."""

NAMES: Mapping[Kind, tuple[str, ...]] = {
    kind: tuple(it.name for it in fields(kind)) for kind in CHANGES
}


FIELDS: Mapping[Kind, tuple[str, ...]] = {
    kind: ("", *(name for name in names if name in CHANGES[kind])) for kind, names in NAMES.items()
}
"""The places of a slot: the slot as a whole, and the fields that deeds change."""


@dataclass(frozen=True, eq=False)
class Slot:
    """A place for one thing: all of it that never changes."""

    kind: Kind
    fixed: Mapping[str, Any]

    def is_like(self, same: Mapping[str, Any]) -> bool:
        """Whether it has these values in its fields that never change."""
        return all(self.fixed[name] == value for name, value in same.items())

    def blank(self) -> Any:
        """Return a thing of which only what never changes is known."""
        thing = object.__new__(self.kind)
        for name, value in self.fixed.items():
            self.kind.__dict__[name].__set__(thing, value)
        return thing


Values = dict[str, Any]
State = dict[Slot, Values]
"""What there is: of each slot that is not empty the fields that change."""

Place = tuple[Slot, str]
"""A field of a slot; the field "" is the slot as a whole: empty, or not."""

Look = tuple[Slot, str, Any]
"""A place, and a value that it was asked for."""

Writes = tuple[tuple[Place, Any], ...]
"""What a deed makes of places."""

Absence = tuple[Kind, tuple[tuple[str, Any], ...]]
"""That nothing else of a kind has these values in fields that never change."""


class Shelf:
    """All slots that were ever needed, in the order in which they were."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self._by_kind: dict[Kind, list[Slot]] = {kind: [] for kind in CHANGES}
        self._by_fixed: dict[object, Slot] = {}

    def slot(self, thing: Aggregate) -> Slot:
        """Return the slot of a thing."""
        kind = type(thing)
        fixed = {n: getattr(thing, n) for n in NAMES[kind] if n not in CHANGES[kind]}
        return self.slot_of(kind, fixed)

    def slot_of(self, kind: Kind, fixed: Mapping[str, Any]) -> Slot:
        """Return the slot for a thing that has these values in the fields that never change."""
        key = (kind, tuple(fixed.items()))
        found = self._by_fixed.get(key)
        if found is None:
            found = self._by_fixed[key] = Slot(kind, fixed)
            self._by_kind[kind].append(found)
            self.slots.append(found)
        return found

    def like(self, kind: Kind, same: Mapping[str, Any]) -> Iterator[Slot]:
        """Yield the slots of a kind that have these values in fields that never change."""
        return (slot for slot in self._by_kind.get(kind, ()) if slot.is_like(same))
