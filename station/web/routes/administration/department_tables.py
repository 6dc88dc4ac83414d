"""課・グループ from a table: previewed, and then taken in whole or not at all."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.values import Role
from station.desk import import_departments as deeds
from station.desk.tables import RowError, TableError
from station.web import carried
from station.web.carried import Carried, Uploaded
from station.web.context import InStation, SignedIn
from station.web.pages import go, page

router = APIRouter(prefix="/admin/departments/import")

TEMPLATE = "administration/departments_table.html"


@router.get("")
def blank(request: Request, operator: SignedIn) -> Response:
    """The form for a table."""
    operator.require(Role.ADMINISTRATOR)
    return _page(request)


@router.post("")
def preview(request: Request, station: InStation, operator: SignedIn, file: Uploaded) -> Response:
    """What a table would change, or every row that is wrong."""
    operator.require(Role.ADMINISTRATOR)
    try:
        plan = deeds.preview(station.ledger, file.data, station.zone)
    except TableError as error:
        return _page(request, 422, errors=error.errors)
    with station.ledger.views() as views:
        known = {one.id: one for one in views.departments()}
    new = {it.department: it.opened.name for it in plan.changes if it.opened is not None}
    return _page(
        request,
        plan=plan,
        file=file,
        shown=carried.shown(plan),
        known=known,
        names={one.id: one.name for one in known.values()} | new,
    )


@router.post("/take")
def take(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
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
    )
    return go("/admin/departments")


def _page(
    request: Request, status: int = 200, errors: tuple[RowError, ...] = (), **preview: object
) -> Response:
    return page(request, TEMPLATE, status, errors=errors, **{"plan": None, **preview})
