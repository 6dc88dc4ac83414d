"""到着予定: lists of announced pieces; one is looked at, and then taken in whole or not at all."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel

from station.custody.expected import Change
from station.desk import expected as deeds
from station.desk.day_close import today
from station.desk.free_text import one_line
from station.desk.tables import BYTES_MAX, Choices, TableError
from station.ledger.expected_lists import ExpectedList
from station.web.api.answers import Recorded
from station.web.api.bodies import NO_CONTROLS
from station.web.carried import SOURCE_LENGTH_MAX
from station.web.context import InStation, SignedIn
from station.web.routes.expected import MAY

router = APIRouter(prefix="/api/expected", tags=["expected"])

COLUMNS_MAX = 200
Meaning = Literal["", "?", "number", "service", "sender", "addressee", "department", "due"]


class ListLine(BaseModel):
    """A list of which something is still awaited, and what a person knows it by.

    `source` is the file's name; `due_today` counts what is awaited for this very day.
    """

    id: UUID
    rows: int
    come: int
    due_today: int
    source: str
    imported_at: datetime
    imported_by: str


class Lists(BaseModel):
    """Lists, newest first."""

    lists: list[ListLine]


class Column(BaseModel):
    """A column as it was found; `meaning` is null where it has to be said (`column`)."""

    place: int
    heading: str
    samples: list[str]
    meaning: str | None


class Row(BaseModel):
    """What taking the list in would do about one row."""

    row: int
    number: str
    change: Change
    fields: list[str]


class Preview(BaseModel):
    """What a list says and would do.  `mark` is what has to be sent to take exactly that in.

    It is null as long as something has to be said of its columns or its sheet first.
    """

    columns: list[Column]
    sheets: list[str]
    mark: str | None
    rows: list[Row]
    withdrawn: list[str]


@dataclass(frozen=True, slots=True)
class Sent:
    """A table as it was sent, with the sender's word on its columns."""

    data: bytes
    source: str
    choices: Choices


def _sent(
    table: Annotated[UploadFile, File(description="CSV, TSV or XLSX.")],
    sheet: Annotated[str, Form(max_length=100, pattern=NO_CONTROLS)] = "",
    column: Annotated[list[Meaning], Form(max_length=COLUMNS_MAX)] = [],  # noqa: B006 - FastAPI copies
) -> Sent:
    """`column` says what each column means, by place: "?" asks the station, "" leaves it out."""
    said = {place: meaning for place, meaning in enumerate(column) if meaning != "?"}
    choices = Choices(sheet, said)
    data, source = (
        table.file.read(BYTES_MAX + 1),
        one_line(table.filename or "")[:SOURCE_LENGTH_MAX],
    )
    return Sent(data, source, choices)


ATable = Annotated[Sent, Depends(_sent)]


@router.get("")
def index(station: InStation, operator: SignedIn) -> Lists:
    """List what is announced."""
    operator.require(*MAY)
    with station.ledger.views() as views:
        found = views.expected_lists(today(station.ledger, station.zone))
    return Lists(lists=[_line(it) for it in found])


def _line(it: ExpectedList) -> ListLine:
    return ListLine(
        id=it.id,
        rows=it.rows,
        come=it.come,
        due_today=it.due_today,
        source=it.source,
        imported_at=it.imported_at,
        imported_by=it.imported_by,
    )


Replaces = Annotated[UUID | Literal[""], Form()]
"""The list that this one replaces; empty for none."""


@router.post("/preview")
def look(station: InStation, operator: SignedIn, sent: ATable, replaces: Replaces = "") -> Preview:
    """Look at a list; nothing is recorded."""
    operator.require(*MAY)
    table = deeds.look_at_list(sent.data, sent.choices)
    columns = [
        Column(place=it.place, heading=it.heading, samples=list(it.samples), meaning=it.meaning)
        for it in table.columns
    ]
    told = Preview(columns=columns, sheets=list(table.sheets), mark=None, rows=[], withdrawn=[])
    if table.problems:
        return told
    found = deeds.preview_expected(
        station.ledger,
        data=sent.data,
        choices=sent.choices,
        replaces=replaces or None,
        zone=station.zone,
    )
    if found.errors:
        raise TableError(found.errors)
    rows = [
        Row(row=it.row, number=it.number, change=it.change, fields=list(it.fields))
        for it in found.rows
    ]
    return told.model_copy(
        update={"mark": found.mark, "rows": rows, "withdrawn": list(found.withdrawn)}
    )


@router.post("")
def take(
    station: InStation,
    operator: SignedIn,
    sent: ATable,
    deed: Annotated[UUID, Form()],
    mark: Annotated[str, Form(pattern="^[0-9a-f]{64}$")],
    replaces: Replaces = "",
) -> Recorded:
    """Take in what was looked at, whole; its id is the deed's."""
    deeds.import_expected(
        station.ledger,
        operator.caller(deed),
        source=sent.source,
        data=sent.data,
        choices=sent.choices,
        replaces=replaces or None,
        zone=station.zone,
        previewed=mark,
    )
    return Recorded(deed=deed)
