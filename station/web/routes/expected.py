"""到着予定: a list is looked at, asked about, previewed, and taken in whole or not at all."""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from station.custody.expected import Change
from station.custody.values import Role
from station.desk import expected as deeds
from station.desk.day_close import today
from station.desk.tables import Choices, RowError, Table, TableError
from station.web.carried import Carried, File, Uploaded
from station.web.context import InStation, Operator, SignedIn, Station, locale_of, seen_by
from station.web.pages import go, page
from station.web.table_choices import NOT_LOOKED_AT, Chosen, looked_at
from station.words import sayer
from station.words.labels import LIST_COLUMNS

router = APIRouter(prefix="/expected")

TAKERS_IN = (Role.DUTY_OFFICER, Role.CLERK)
MAY = (*TAKERS_IN, Role.ADMINISTRATOR)

AWAITERS = (*TAKERS_IN, Role.SUPERVISOR)
"""Who may look what has not come: whoever takes it in, and whoever settles that it did not."""

LINES_A_PAGE = 100
PAGE_MAX = 100_000

ROWS_SHOWN = 10
WITHDRAWN_SHOWN = 100


Number = Annotated[int, Query(alias="page", ge=1, le=PAGE_MAX)]
Replaces = Annotated[UUID | Literal[""], Form()]


@router.get("")
def blank(request: Request, station: InStation, operator: SignedIn) -> Response:
    """The form for a list."""
    operator.require(*MAY)
    return _page(request, station, operator)


@router.get("/{key}")
def still_awaited(
    request: Request, station: InStation, operator: SignedIn, key: UUID, number: Number = 1
) -> Response:
    """What a list announces and has not come, a page at a time."""
    operator.require(*AWAITERS)
    day = today(station.ledger, station.zone)
    with seen_by(station, operator) as views:
        known = views.expected_list(key, day)
        last = max(1, -(-known.awaited // LINES_A_PAGE))
        number = min(number, last)  # some may have come since the page before was shown
        offset = (number - 1) * LINES_A_PAGE
        lines = views.awaited(key, offset=offset, limit=LINES_A_PAGE)
    shown = range(offset + 1, offset + len(lines) + 1)
    values: dict[str, Any] = {"lines": lines, "shown": shown, "number": number, "last": last}
    return page(request, "expected_list.html", list=known, day=day, **values)


@router.post("")
def look(
    request: Request,
    station: InStation,
    operator: SignedIn,
    file: Uploaded,
    replaces: Replaces = "",
) -> Response:
    """What a list says and would do, or what has to be asked about it."""
    operator.require(*MAY)
    return _look(request, station, operator, file, Choices(), replaces)


@router.post("/columns")
def look_again(
    request: Request,
    station: InStation,
    operator: SignedIn,
    file: Carried,
    chosen: Chosen,
    replaces: Replaces = "",
) -> Response:
    """The same with the reader's word on the sheet and on what each column means."""
    operator.require(*MAY)
    return _look(request, station, operator, file, chosen, replaces)


@router.post("/take")
def take(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
    chosen: Chosen,
    shown: Annotated[str, Form()],
    replaces: Replaces = "",
) -> Response:
    """Take in what was previewed."""
    deeds.import_expected(
        station.ledger,
        operator.caller(deed),
        source=file.source,
        data=file.data,
        choices=chosen,
        replaces=replaces or None,
        zone=station.zone,
        previewed=shown,
    )
    return go(_home(operator))


def _look(
    request: Request,
    station: Station,
    operator: Operator,
    file: File,
    chosen: Choices,
    replaces: UUID | Literal[""],
) -> Response:
    known: dict[str, Any] = {"file": file, "replaces": replaces}
    try:
        table = deeds.look_at_list(file.data, chosen)
        known |= looked_at(table, chosen)
        if table.problems:
            return _page(request, station, operator, **known)
        preview = deeds.preview_expected(
            station.ledger,
            data=file.data,
            choices=chosen,
            replaces=replaces or None,
            zone=station.zone,
        )
    except TableError as error:
        return _page(request, station, operator, 422, errors=error.errors, **known)
    if preview.errors:
        return _page(request, station, operator, 422, errors=preview.errors[:100], **known)
    return _page(request, station, operator, preview=preview, first=_first(table, preview), **known)


def _first(table: Table, preview: deeds.Preview) -> list[tuple[deeds.PreviewRow, dict[str, str]]]:
    """Return the first rows with their cells, as they were understood."""
    rows, _ = table.rows()
    cells = [dict(row.cells) for row in rows[:ROWS_SHOWN]]
    return [*zip(preview.rows[:ROWS_SHOWN], cells, strict=True)]


def _home(operator: Operator) -> str:
    return "/arrivals" if operator.may(*TAKERS_IN) else "/"


NOTHING = {**NOT_LOOKED_AT, "file": None, "replaces": "", "preview": None, "first": ()}


def _page(
    request: Request,
    station: Station,
    operator: Operator,
    status: int = 200,
    errors: tuple[RowError, ...] = (),
    **known: Any,  # noqa: ANN401 - what the page shows
) -> Response:
    with station.ledger.views() as views:
        lists = views.expected_lists(today(station.ledger, station.zone))
    say = sayer(locale_of(request))
    values = {
        **NOTHING,
        **known,
        "errors": errors,
        "lists": lists,
        "back": _home(operator),
        "labels": {name: say(label) for name, label in LIST_COLUMNS.items()},
        "changes": [*Change],
        "withdrawn_shown": WITHDRAWN_SHOWN,
    }
    return page(request, "expected.html", status, **values)
