"""Facts to JSON and back.  A kind is the snake-case name of its class."""

import re
from collections.abc import Iterator
from dataclasses import fields
from typing import cast
from uuid import UUID

from pydantic import TypeAdapter

from station.custody.facts import ALL_KINDS, Fact
from station.custody.values import PersonalRef, Scan
from station.ledger.chain import Json


def kind_of(fact: type[Fact]) -> str:
    """ItemTakenIn becomes item_taken_in."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", fact.__name__).lower()


KINDS: dict[str, type[Fact]] = {kind_of(fact): fact for fact in ALL_KINDS}
"""Every kind of entry that this version writes, and what it is read back into."""

_ADAPTERS: dict[type[Fact], TypeAdapter[Fact]] = {
    fact: TypeAdapter(fact) for fact in KINDS.values()
}

SUBJECT_FIELDS = frozenset(
    {
        "item",
        "items",
        "arrival",
        "handover",
        "case",
        "incident",
        "missing",
        "extra",
        "person",
        "day_close",
    }
)
"""Fields that name what a fact is about."""


def encode(fact: Fact) -> dict[str, Json]:
    """Return {"kind", "version", "payload"} in plain JSON values."""
    payload = _ADAPTERS[type(fact)].dump_python(fact, mode="json")
    return {"kind": kind_of(type(fact)), "version": fact.version, "payload": payload}


def decode(kind: str, version: int, payload: Json) -> Fact:
    """Return the fact of an entry; ValueError where this version of the station does not know it.

    A higher version of a kind only adds fields with a default: it reads all lower ones.
    """
    fact = KINDS.get(kind)
    if fact is None or not 1 <= version <= fact.version:
        raise ValueError(f"expected a known kind of entry, got {kind} version {version}")
    return _ADAPTERS[fact].validate_python(payload)


def subjects_of(fact: Fact) -> frozenset[UUID]:
    """Everything that a fact is about: an item, an arrival, a handover, a case, a person."""
    found: set[UUID] = set()
    for name in SUBJECT_FIELDS.intersection(type(fact).__slots__):
        value = getattr(fact, name)
        found.update(
            v for v in (value if isinstance(value, tuple) else (value,)) if isinstance(v, UUID)
        )
    return frozenset(found)


PICTURES = frozenset({"slip"})
"""Fields that refer to a picture by themselves; all others refer to a text."""


def refs_of(fact: Fact) -> Iterator[PersonalRef]:
    """Yield what a fact refers to of the personal data that is kept apart."""
    return (ref for ref, _ in kept_of(fact))


def kept_of(fact: Fact) -> Iterator[tuple[PersonalRef, bool]]:
    """Yield what a fact refers to of what is kept apart, and whether that is a picture."""
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, PersonalRef):
            yield value, field.name in PICTURES
        elif isinstance(value, Scan) and value.photo is not None:
            yield value.photo, True


_SCAN = TypeAdapter(Scan)


def scan_to_json(scan: Scan | None) -> Json:
    """Return a scan in plain JSON values."""
    return None if scan is None else cast(Json, _SCAN.dump_python(scan, mode="json"))


def scan_from_json(value: object) -> Scan | None:
    """Return the scan that was kept."""
    return None if value is None else _SCAN.validate_python(value)
