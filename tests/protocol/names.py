"""Names that remember of what they were made."""

from uuid import UUID, uuid5

_made: dict[UUID, tuple[UUID, str]] = {}


def named(space: UUID, name: str) -> UUID:
    """Return a name-based UUID, as uuid5 does, and keep of what it was made."""
    made = uuid5(space, name)
    _made[made] = (space, name)
    return made


def made_of(it: UUID) -> tuple[UUID, str] | None:
    """Return the name space and the name that a UUID was made of; None where it is not known."""
    return _made.get(it)
