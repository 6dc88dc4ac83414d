"""A file that a preview carries on to the deed: no server has to keep it meanwhile.

What was uploaded stands in the preview's own form, in parts, since one field of a form is bounded
(Starlette, `max_part_size`).  So it does not matter which of several servers is asked next, and
what nobody confirms is forgotten with the page.
"""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

import msgspec
from fastapi import Depends, Form, UploadFile
from fastapi.exceptions import RequestValidationError

from station.desk.free_text import one_line
from station.desk.tables import BYTES_MAX
from station.web.written import LINE

PART_LENGTH = 500_000
SOURCE_LENGTH_MAX = 100

Shown = TypeVar("Shown")


@dataclass(frozen=True, slots=True)
class File:
    """The bytes of a table, and what it was called."""

    data: bytes
    source: str

    @property
    def parts(self) -> list[str]:
        """The bytes as the fields of a form (RFC 4648, section 5)."""
        return _parts(self.data)


def _uploaded(table: UploadFile) -> File:
    return File(table.file.read(BYTES_MAX + 1), one_line(table.filename or "")[:SOURCE_LENGTH_MAX])


def _carried(
    part: Annotated[list[str], Form()],
    source: Annotated[str, Form(max_length=SOURCE_LENGTH_MAX), LINE] = "",
) -> File:
    return File(_joined(part), source)


Uploaded = Annotated[File, Depends(_uploaded)]
Carried = Annotated[File, Depends(_carried)]


def shown(preview: object) -> list[str]:
    """Return what was previewed as fields of a form: that, and nothing else, may be done."""
    return _parts(msgspec.json.encode(preview))


def seen(parts: Sequence[str], kind: type[Shown]) -> Shown:
    """Return what was previewed, as a form sent it back; the deed compares it with what is so."""
    try:
        return msgspec.json.decode(_joined(parts), type=kind)
    except msgspec.MsgspecError as error:
        raise RequestValidationError([]) from error


def _parts(data: bytes) -> list[str]:
    text = base64.urlsafe_b64encode(data).decode()
    return [text[at : at + PART_LENGTH] for at in range(0, len(text), PART_LENGTH)] or [""]


def _joined(parts: Sequence[str]) -> bytes:
    try:
        return base64.b64decode("".join(parts), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise RequestValidationError([]) from error
