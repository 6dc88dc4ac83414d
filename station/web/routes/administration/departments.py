"""課・グループ: opened, renamed and closed by an administrator."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.facts import (
    DepartmentOpened,
    DepartmentOpeningAnnounced,
    DepartmentRenamed,
)
from station.custody.office import mark_of
from station.custody.values import Role
from station.desk import office
from station.web.context import InStation, SignedIn
from station.web.pages import go, page
from station.web.routes.administration.forms import (
    TEXT_LENGTH_MAX,
    OptionalDay,
    first_moment,
)
from station.web.written import LINE, LINES

router = APIRouter(prefix="/admin/departments")

ALIASES_LENGTH_MAX = 2_000

Name = Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE]
Aliases = Annotated[str, Form(max_length=ALIASES_LENGTH_MAX), LINES]
NewNumber = Annotated[str, Form(max_length=TEXT_LENGTH_MAX), LINE]
Number = Annotated[str, Form(max_length=TEXT_LENGTH_MAX)]
"""It stands in the form and not in the path: an office may write it with a slash."""


@router.get("")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every department, and the form for a new one."""
    operator.require(Role.ADMINISTRATOR)
    with station.ledger.views() as views:
        departments = views.departments()
    return page(
        request,
        "administration/departments.html",
        departments=[one for one in departments if not one.has_ended],
        closed=[one for one in departments if one.has_ended],
        names={one.id: one.name for one in departments},
    )


@router.post("")
def open_department(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    number: NewNumber,
    name: Name,
    kana: Name = "",
    aliases: Aliases = "",
    sorts_mail: Annotated[bool, Form()] = False,
    opens: OptionalDay = "",
) -> Response:
    """Open a department, or announce that it opens."""
    said = (number.strip(), name.strip(), kana.strip(), _several(aliases), sorts_mail)
    caller, at = operator.caller(deed), first_moment(station, opens)
    if at is None:
        office.open_departments(station.ledger, caller, [DepartmentOpened(*said)])
    else:
        announced = DepartmentOpeningAnnounced(*said, at)
        office.announce_department(station.ledger, caller, announced=announced)
    return go("/admin/departments")


@router.get("/one")
def show(request: Request, station: InStation, operator: SignedIn, number: str = "") -> Response:
    """One department: names, what it holds, its people, and the forms of every deed."""
    operator.require(Role.ADMINISTRATOR)
    with station.ledger.views() as views:
        department = views.books.department(number)
        departments = views.departments()
        load = views.books.load_of(number)
    return page(
        request,
        "administration/department.html",
        department=department,
        seen=mark_of(department),
        load=load,
        others=[one for one in departments if not one.has_ended and one.id != number],
        names={one.id: one.name for one in departments},
    )


@router.post("/rename")
def rename(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    seen: Annotated[str, Form()],
    number: Number,
    name: Name,
    kana: Name = "",
    aliases: Aliases = "",
) -> Response:
    """Give a department another name, かな or 別名."""
    renamed = DepartmentRenamed(number, name.strip(), kana.strip(), _several(aliases))
    office.rename_department(station.ledger, operator.caller(deed), renamed=renamed, seen=seen)
    return go("/admin/departments")


@router.post("/close")
def close(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    seen: Annotated[str, Form()],
    number: Number,
    since: OptionalDay = "",
    successor: Annotated[str, Form()] = "",
) -> Response:
    """Close a department that holds nothing, or announce that it closes."""
    office.close_department(
        station.ledger,
        operator.caller(deed),
        department=number,
        since=first_moment(station, since),
        successor=successor or None,
        seen=seen,
    )
    return go("/admin/departments")


@router.post("/keep")
def keep(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    seen: Annotated[str, Form()],
    number: Number,
) -> Response:
    """Take back that a department was going to close."""
    caller = operator.caller(deed)
    office.keep_department(station.ledger, caller, department=number, seen=seen)
    return go("/admin/departments")


def _several(text: str) -> tuple[str, ...]:
    """Return names written one a line."""
    return tuple(dict.fromkeys(line.strip() for line in text.splitlines() if line.strip()))
