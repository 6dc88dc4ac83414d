"""引渡し to one person: whom of a department, and whether what somebody keeps is given on."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response

from station.custody.checks import HANDLERS, SUPERVISORS, require_open
from station.custody.postings import departments_of, roles_in
from station.ledger.views import ItemLine, Views
from station.web.context import InStation, Operator, SignedIn, seen_by
from station.web.pages import go, page
from station.web.withheld import day_count

router = APIRouter(prefix="/handovers/to")


@router.get("")
def chosen(operator: SignedIn, department: Annotated[str, Query(max_length=20)] = "") -> Response:
    """The page of the department that was chosen in a form; without one, where to choose it."""
    operator.require(*HANDLERS | SUPERVISORS)
    return go("/handovers/to", department) if department else go("/handovers")


@router.get("/{department}")
def people(request: Request, station: InStation, operator: SignedIn, department: str) -> Response:
    """Everybody of a department who may receive; each one is a button."""
    operator.require(*HANDLERS | SUPERVISORS)
    now = station.ledger.now()
    with seen_by(station, operator) as views:
        require_open(views.books, department)
        there = [
            one.id
            for one in views.people()
            if one.id != operator.person and department in departments_of(one, now)
            if roles_in(one, now, department) & HANDLERS
        ]
        names = views.names(there)
        values: dict[str, Any] = {
            "to": views.books.department(department),
            "there": sorted(names.items(), key=lambda named: named[1]),
            "kept": _kept(views, operator),
            "counts_day": day_count(station, operator, views) is not None,
            "may_give_all": operator.may(*HANDLERS),
        }
    return page(request, "handover_to.html", **values)


def _kept(views: Views, operator: Operator) -> tuple[ItemLine, ...]:
    """What was handed to one person and this operator may give: their own; a supervisor, all."""
    held = [line for line in views.held(operator.department) if line.item.keeper]
    if operator.may(*SUPERVISORS):
        return tuple(held)
    return tuple(line for line in held if line.item.keeper == operator.person)
