"""Books that note of every thing only the fields that were read.

What a function reads of a state is then a few fields that have a value, or have it not; it says the
same of all states in which these are so, however many there are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from station.custody.by_id import A
from station.custody.state import Aggregate, Case, Department, Person
from tests.protocol.small_books import SmallBooks
from tests.protocol.symbolic.slots import (
    CHANGES,
    NAMES,
    Absence,
    Kind,
    Look,
    Place,
    Shelf,
    Slot,
    State,
    Values,
    Writes,
)

FOUNDED = frozenset({Department, Person})
"""Kinds that are the same in all books of one office."""


class Seen:
    """A thing of which every look at a field is noted; `copied` are those that are as they were."""

    __slots__ = ()
    books: "FieldBooks"
    slot: Slot
    copied: frozenset[str]


def _is_open(case: Any) -> Any:
    """Whether a case is settled is asked far more often than how."""
    if "settlement" in case.copied:
        return case.books.is_so(case.slot, "settlement", None)
    return raw_values(case, Case)["settlement"] is None


def _seen_class(kind: Kind) -> type:
    def look(name: str) -> property:
        raw = kind.__dict__[name]

        def get(self: Any) -> Any:
            value = raw.__get__(self)
            if name in self.copied:
                self.books.note(self.slot, name, value)
            return value

        return property(get)

    looks = {name: look(name) for name in CHANGES[kind]}
    if kind is Case:
        looks["is_open"] = property(_is_open)
    slots = ("books", "slot", "copied")
    return type(f"Seen{kind.__name__}", (kind, Seen), {"__slots__": slots, **looks})


SEEN = {kind: _seen_class(kind) for kind in CHANGES}
RAW = {kind: {name: kind.__dict__[name] for name in NAMES[kind]} for kind in CHANGES}


def _seen(
    books: "FieldBooks", slot: Slot, values: Mapping[str, Any], copied: frozenset[str]
) -> Any:
    thing: Any = object.__new__(SEEN[slot.kind])
    for name, raw in RAW[slot.kind].items():
        raw.__set__(thing, values[name])
    for name, value in (("books", books), ("slot", slot), ("copied", copied)):
        object.__setattr__(thing, name, value)
    return thing


def _kind_of(thing: Any) -> Kind:
    kind: Kind = thing.slot.kind if isinstance(thing, Seen) else type(thing)
    return kind


def raw_values(thing: Any, kind: Kind) -> Values:
    """Return all fields of a thing, unnoted."""
    return {name: raw.__get__(thing) for name, raw in RAW[kind].items()}


def replaced(thing: Any, /, **changes: Any) -> Any:
    """Do what `dataclasses.replace` does; copying a field is not looking at it."""
    if not isinstance(thing, Seen):
        return replace(thing, **changes)
    values = raw_values(thing, thing.slot.kind) | changes
    return _seen(thing.books, thing.slot, values, thing.copied - changes.keys())


class FieldBooks(SmallBooks):
    """Books of one state that note what is read from them, and keep apart what is put into them.

    `looks` tells of every field that was looked at whether it had that value; `absences` tells of
    what kinds of things there was nothing but these.
    """

    def __init__(self, shelf: Shelf, founded: Iterable[Aggregate], state: State) -> None:
        super().__init__()
        for one in founded:
            super().put(one)
        self._shelf = shelf
        self._state = state
        self.looks: dict[Look, bool] = {}
        self.absences: set[Absence] = set()
        self.puts: dict[tuple[Kind, str | UUID], Aggregate] = {}
        self._dropped: set[tuple[Kind, str | UUID]] = set()

    def note(self, slot: Slot, name: str, value: Any) -> None:
        """Note that a field has this value."""
        self.looks[slot, name, value] = True

    def put(self, aggregate: Aggregate) -> None:
        """Keep the new state of one thing."""
        self.puts[_kind_of(aggregate), aggregate.id] = aggregate

    def look_up(self, kind: type[A], key: str | UUID) -> Aggregate | None:
        """Return the thing of this type and id, or None."""
        if kind in FOUNDED:
            return super().look_up(kind, key)
        if (kind, key) in self.puts:
            return self.puts[kind, key]
        slot = self._find(kind, key)
        return None if slot is None else self._thing(slot)

    def each(self, kind: type[A], **same: object) -> tuple[A, ...]:
        """All things of one type that have these very values, oldest first."""
        return tuple(self._each(kind, same))

    def is_any(self, kind: type[A], **same: object) -> bool:
        """Whether there is a thing of this type that has these very values."""
        return next(self._each(kind, same), None) is not None

    def _each(self, kind: type[A], same: Mapping[str, object]) -> Iterator[Any]:
        if kind in FOUNDED:
            yield from super().each(kind, **same)
            return
        changes = CHANGES.get(kind, frozenset())
        fixed = {name: value for name, value in same.items() if name not in changes}
        asked = {name: value for name, value in same.items() if name in changes} or {"": True}
        for slot in self._shelf.like(kind, fixed):
            if (kind, slot.fixed["id"]) in self.puts:
                continue
            if all(self.is_so(slot, name, value) for name, value in asked.items()):
                yield self._thing(slot)
        self.absences.add((kind, tuple(sorted(fixed.items()))))
        for (of, _), thing in self.puts.items():
            if of is kind and all(getattr(thing, n) == v for n, v in same.items()):
                yield thing

    def is_so(self, slot: Slot, name: str, value: Any) -> bool:
        """Whether a field has this value; of the field "", whether there is anything."""
        values = self._state.get(slot)
        holds = values is not None and (not name or values[name] == value)
        self.looks[slot, name, value] = holds
        return holds

    def _find(self, kind: Kind, key: str | UUID) -> Slot | None:
        for slot in self._shelf.like(kind, {"id": key}):
            if self.is_so(slot, "", True):
                return slot
        self.absences.add((kind, (("id", key),)))
        return None

    def is_as_it_was(self, writes: Writes) -> bool:
        """Whether writing would change nothing; every place is looked at in any case."""
        alike = [bool(name) and self.is_so(slot, name, value) for (slot, name), value in writes]
        return all(alike)

    def thing(self, slot: Slot) -> Any:
        """Return what is in a slot, which must not be empty."""
        self.is_so(slot, "", True)
        return self._thing(slot)

    def _thing(self, slot: Slot) -> Any:
        return _seen(self, slot, {**slot.fixed, **self._state[slot]}, CHANGES[slot.kind])

    def before(self) -> tuple[Aggregate, ...]:
        """Return all things that were read or changed, as they were."""
        slots = dict.fromkeys(slot for (slot, _, _), holds in self.looks.items() if holds)
        return tuple(map(self._thing, slots))

    def after(self) -> tuple[Aggregate, ...]:
        """Return the same as they are now, and what is new."""
        now = {(_kind_of(it), it.id): it for it in self.before()}
        return tuple({**now, **self.puts}.values())

    def drop(self, thing: Aggregate) -> None:
        """Keep a thing no longer."""
        key = (_kind_of(thing), thing.id)
        self.puts.pop(key, None)
        self._dropped.add(key)

    def writes(self) -> Writes:
        """Return what the puts make of the places of the state."""
        gone = (self._find(kind, key) for kind, key in self._dropped)
        made: dict[Place, Any] = {(slot, ""): False for slot in gone if slot is not None}
        for (kind, key), thing in self.puts.items():
            if isinstance(thing, Seen):
                self._write_changes(thing, made)
            else:
                slot, values = self._shelf.slot(thing), raw_values(thing, kind)
                self._write_new(self._find(kind, key), slot, values, made)
        return tuple(made.items())

    def _write_changes(self, thing: Any, made: dict[Place, Any]) -> None:
        slot, values = thing.slot, raw_values(thing, thing.slot.kind)
        if slot.is_like({name: values[name] for name in slot.fixed}):
            for name in CHANGES[slot.kind] - thing.copied:
                made[slot, name] = values[name]
            return
        for name in thing.copied:
            self.note(slot, name, values[name])
        fixed = {name: values[name] for name in slot.fixed}
        self._write_new(slot, self._shelf.slot_of(slot.kind, fixed), values, made)

    @staticmethod
    def _write_new(old: Slot | None, new: Slot, values: Values, made: dict[Place, Any]) -> None:
        if old is not None and old is not new:
            made[old, ""] = False
        made[new, ""] = True
        for name in CHANGES[new.kind]:
            made[new, name] = values[name]
