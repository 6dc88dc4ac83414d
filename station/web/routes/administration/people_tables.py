"""職員 from a table: previewed, and then taken in whole or not at all."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.values import Role
from station.desk import import_people as deeds
from station.desk.tables import RowError, TableError
from station.web import carried
from station.web.carried import Carried, Uploaded
from station.web.context import InStation, SignedIn
from station.web.pages import go, page
from station.web.routes.administration.person_lines import lines
from station.web.routes.administration.told import Told, told_once

router = APIRouter(prefix="/admin/people/import")

TEMPLATE = "administration/people_table.html"
SHOWN_MAX = 300
"""More rows than anybody reads of a preview; all of them are taken in."""


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
        people = {line.person.id: line for line in lines(views, station.ledger.now())}
        names = {one.id: one.name for one in views.departments()}
    return _page(
        request,
        plan=plan,
        changes=plan.changes[:SHOWN_MAX],
        file=file,
        shown=carried.shown(plan),
        people=people,
        names=names,
    )


@router.post("/take")
def take(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    file: Carried,
    shown: Annotated[list[str], Form()],
) -> Response:
    """Do what was previewed; badges and PINs of the new people are on the answer, once."""
    enrolled = deeds.import_people(
        station.ledger,
        operator.caller(deed),
        station.hasher,
        data=file.data,
        zone=station.zone,
        source=file.source,
        previewed=carried.seen(shown, deeds.Plan),
    )
    if not enrolled:
        return go("/admin/people")
    told = [Told(one.person, one.name, one.badge, pin) for one, pin in enrolled]
    return told_once(request, told)


def _page(
    request: Request, status: int = 200, errors: tuple[RowError, ...] = (), **preview: object
) -> Response:
    return page(request, TEMPLATE, status, errors=errors, **{"plan": None, **preview})
