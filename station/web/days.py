"""Days as a page or a program sends them: each is one with which the station can reckon."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from station.desk.dates import FIRST_DAY, LAST_DAY
from station.words import Say
from station.words import noted as _

Day = Annotated[date, Field(ge=FIRST_DAY, le=LAST_DAY)]

TOO_EARLY = _("Days before {expected} are not known here; {got} came. Choose a later day.")
TOO_LATE = _("Days after {expected} are not known here; {got} came. Choose an earlier day.")
BOUNDS = {"greater_than_equal": ("ge", TOO_EARLY), "less_than_equal": ("le", TOO_LATE)}


def out_of_bounds(errors: Iterable[Mapping[str, Any]], say: Say) -> str | None:
    """Return what is said of a day that is out of bounds; None where none is.

    What came is told, since it was read as a day: it is no badge and no PIN.
    """
    for error in errors:
        key, says = BOUNDS.get(error["type"], ("", ""))
        bound = error.get("ctx", {}).get(key)
        if isinstance(bound, str):  # a number has a number for its bound
            return say(says).format(expected=bound, got=error["input"])
    return None
