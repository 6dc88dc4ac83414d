"""The reader's word on a table whose sheet or columns nobody could know for sure."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import Depends, Form

from station.desk.tables import Choices, RowError, Table

UNSAID = "?"
"""What a column means as long as nobody has said it."""


def _chosen(
    sheet: Annotated[str, Form()] = "",
    column: Annotated[list[str] | None, Form()] = None,
) -> Choices:
    said = enumerate(column or ())
    return Choices(sheet, {place: meaning for place, meaning in said if meaning != UNSAID})


Chosen = Annotated[Choices, Depends(_chosen)]

NOT_LOOKED_AT: dict[str, Any] = {"table": None, "is_asked": False, "asks": (), "sheet": ""}
"""What a page shows of a table as long as there is none."""


def looked_at(table: Table, chosen: Choices) -> dict[str, Any]:
    """Return what a page shows of a table's columns, and what it has to ask."""
    is_asked = bool(table.problems)
    return {"table": table, "is_asked": is_asked, "asks": _asks(table), "sheet": chosen.sheet}


def _asks(table: Table) -> list[RowError]:
    """Return what is asked besides the columns, each of which asks for itself."""
    unsaid = {column.heading for column in table.columns if column.meaning is None}
    return [] if table.sheets else [it for it in table.problems if it.column not in unsaid]


def headings_in(locale: str, headings: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Return each meaning's own heading in the reader's language, as a table would have it."""

    def own(names: Sequence[str]) -> str:
        english = (name for name in names if name.isascii())
        return names[0] if locale == "ja" else next(english, names[0])

    return {meaning: own(names) for meaning, names in headings.items()}
