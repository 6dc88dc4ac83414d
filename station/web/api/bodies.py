"""What calls of the API send: strict, so that what is misspelt is refused and never guessed."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from station.web.written import LINES

REASON_LENGTH_MAX = 500

NO_CONTROLS = r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
"""What no form can type and no PostgreSQL can keep; tab and new line are typed."""

Reason = Annotated[str, Field(max_length=REASON_LENGTH_MAX, pattern=NO_CONTROLS), LINES]
DepartmentId = Annotated[str, Field(min_length=1, max_length=40, pattern=NO_CONTROLS)]
Secret = Annotated[str, Field(max_length=60, pattern=NO_CONTROLS)]
"""A badge or a PIN."""


def _is_number(value: object) -> object:
    """Refuse what only looks like a number; 5.0 is a whole one (JSON Schema, 6.1.1)."""
    if isinstance(value, bool | str | bytes):
        raise ValueError("a number")  # noqa: TRY004 - Pydantic asks for it
    return value


NUMBER = BeforeValidator(_is_number)
"""Stands behind a field's bounds, so that the document tells of them."""

Whole = Annotated[int, NUMBER]


class Body(BaseModel):
    """What is sent; a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid")


class Deed(Body):
    """A deed: whoever does it gives it a UUID.  Sent twice with the same one, it is done once."""

    deed: UUID


class Reasoned(Deed):
    """A deed with a reason."""

    reason: Reason = ""


class OfItem(Deed):
    """A deed on one piece."""

    item: UUID
