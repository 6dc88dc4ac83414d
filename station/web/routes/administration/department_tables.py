"""課・グループ from a table: previewed, and then taken in whole or not at all."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.values import Role
from station.desk import import_departments as deeds
from station.desk.tables import NO_CHOICES, Choices, TableError
from station.web import carried
from station.web.carried import Carried, File, Uploaded
from station.web.context import InStation, Operator, SignedIn, Station, locale_of
from station.web.pages import go, page
from station.web.table_choices import NOT_LOOKED_AT, Chosen, headings_in, looked_at

router = APIRouter(prefix="/admin/departments/import")


@router.get("")
def blank(request: Request, operator: SignedIn) -> Response:
    """The form for a table."""
    operator.require(Role.ADMINISTRATOR)
    return _page(request)


@router.post("")
def preview(request: Request, station: InStation, operator: SignedIn, file: Uploaded) -> Response:
    """What a table would change, every row that is wrong, or what has to be asked."""
    return _look(request, station, operator, file, NO_CHOICES)


@router.post("/columns")
def preview_again(
    request: Request, station: InStation, operator: SignedIn, file: Carried, chosen: Chosen
) -> Response:
    """The same with the reader's word on the sheet and on what each column means."""
    return _look(request, station, operator, file, chosen)


@router.post("/take")
def take(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
    chosen: Chosen,
    shown: Annotated[list[str], Form()],
) -> Response:
    """Do what was previewed."""
    deeds.import_departments(
        station.ledger,
        operator.caller(deed),
        data=file.data,
        zone=station.zone,
        source=file.source,
        previewed=carried.seen(shown, deeds.Plan),
        choices=chosen,
    )
    return go("/admin/departments")


def _look(
    request: Request, station: Station, operator: Operator, file: File, chosen: Choices
) -> Response:
    operator.require(Role.ADMINISTRATOR)
    known: dict[str, Any] = {"file": file}
    try:
        table = deeds.look_at_table(file.data, chosen)
        known |= looked_at(table, chosen)
        if table.problems:
            return _page(request, **known)
        plan = deeds.preview(station.ledger, file.data, station.zone, chosen)
    except TableError as error:
        return _page(request, 422, errors=error.errors, **known)
    with station.ledger.views() as views:
        known["known"] = {one.id: one for one in views.departments()}
    new = {it.department: it.opened.name for it in plan.changes if it.opened is not None}
    known["names"] = {one.id: one.name for one in known["known"].values()} | new
    return _page(request, plan=plan, shown=carried.shown(plan), **known)


def _page(request: Request, status: int = 200, **known: Any) -> Response:  # noqa: ANN401
    labels = headings_in(locale_of(request), deeds.HEADINGS)
    nothing = {**NOT_LOOKED_AT, "plan": None, "errors": (), "file": None, "labels": labels}
    return page(request, "administration/departments_table.html", status, **nothing | known)
