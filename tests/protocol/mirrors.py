"""The images of a state in which two people, or two pieces, have changed places.

An image is what the rules would have made of it: a name is made of names, and a digest of what was
counted.
"""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any
from uuid import UUID

from station.custody.state import Handover
from station.custody.statement import Statement
from tests.protocol.names import made_of, named
from tests.protocol.small_office import CLERK, CLERK2, ITEMS, NUMBERS

Mirror = Mapping[str, str]
"""Who is who instead, as text."""

PEOPLE: Mirror = {str(CLERK): str(CLERK2), str(CLERK2): str(CLERK)}
PIECES: Mirror = dict(
    zip(map(str, (*ITEMS, *NUMBERS)), map(str, (*ITEMS[::-1], *NUMBERS[::-1])), strict=True)
)
MIRRORS = (PEOPLE, PIECES, {**PEOPLE, **PIECES})


def image(value: Any, mirror: Mirror) -> Any:
    """Return a value as it looks in a mirror."""
    if isinstance(value, UUID):
        return _image_of_id(value, mirror)
    if isinstance(value, str):
        return mirror.get(value, value)
    if isinstance(value, frozenset):
        return frozenset(image(one, mirror) for one in value)
    if isinstance(value, tuple):
        return tuple(image(one, mirror) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: image(getattr(value, f.name), mirror) for f in fields(value)}
        seen = replace(value, **changed)
        return _counted(seen) if isinstance(seen, Handover) and seen.digest else seen
    return value


UUID_TEXT = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _image_of_id(it: UUID, mirror: Mirror) -> UUID:
    if str(it) in mirror:
        return UUID(mirror[str(it)])
    made = made_of(it)
    if made is None:
        return it
    space, name = made
    words = (_image_of_word(word, mirror) for word in name.split(" "))
    return named(_image_of_id(space, mirror), " ".join(words))


def _image_of_word(word: str, mirror: Mirror) -> str:
    return (
        str(_image_of_id(UUID(word), mirror))
        if UUID_TEXT.fullmatch(word)
        else mirror.get(word, word)
    )


def _counted(handover: Handover) -> Handover:
    """Return a handover with the digest of what its image offers."""
    pieces = tuple((it, NUMBERS[ITEMS.index(it)]) for it in handover.offered)
    parties = (handover.giver, handover.receiver, handover.giver_person, handover.receiver_person)
    statement = Statement(handover.id, *parties, handover.agreed_at, pieces)
    return replace(handover, digest=statement.digest)
