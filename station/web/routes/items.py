"""手元 and 追跡: what a department holds, and the way of one piece."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.incident import OVERSEERS
from station.custody.refusal import Reason, Refused
from station.custody.values import Ending, Role
from station.desk import delivery
from station.desk.trace import TEXT_LENGTH_MAX
from station.ledger.case_list import State, Wanted
from station.ledger.slip_views import find_sticker
from station.ledger.views import ItemLine, Views
from station.papers.chronology import chronology
from station.web import photos
from station.web.case_lines import case_lines
from station.web.context import InStation, Operator, SignedIn, locale_of, seen_by
from station.web.handed_over import handed_over
from station.web.pages import go, page
from station.web.routes.item_deeds import endings, offered
from station.web.tracing import traced_by
from station.web.withheld import day_count, has_to_count
from station.words import sayer
from station.words.ages import age

router = APIRouter()

HANDLERS = (Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER)
TRACERS = (Role.SUPERVISOR, Role.AUDITOR, Role.CLERK)
"""Who may see every piece.  A receiver sees what their department holds: to look up what is on
its way to them would be to count with open eyes."""

LABELLERS = (Role.DUTY_OFFICER, Role.CLERK, Role.SUPERVISOR)
"""Who may print what is stuck on a piece that nobody can scan without."""

CASES_SHOWN = 10


@router.get("/held")
def held(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Everything that the operator's department holds: what is overdue first, then by age.

    While the department counts its day, nothing: that would be the answer to the count.
    """
    operator.require(*HANDLERS)
    now, say = station.ledger.now(), sayer(locale_of(request))
    with seen_by(station, operator) as views:
        count = day_count(station, operator, views)
        lines, overdue = ([], frozenset()) if count else held_by(views, operator.department)
        departments = views.departments()
        ends = {line.item.id: endings(views, operator, line, departments) for line in lines}
    return page(
        request,
        "held.html",
        day_count=count,
        lines=lines,
        overdue=overdue,
        names={department.id: department.name for department in departments},
        endings=ends,
        aged=lambda since: age(now - since, say),
    )


def held_by(views: Views, department: str) -> tuple[list[ItemLine], frozenset[UUID]]:
    """Return what a department holds, overdue first and then the oldest, and what is overdue.

    A mark that a piece has waited too long says nothing of a handover in which it may be.
    """
    overdue = views.overdue(department)
    return sorted(views.held(department), key=lambda it: it.item.id not in overdue), overdue


@router.post("/items/{item}/deliver")
def deliver(
    station: InStation,
    operator: SignedIn,
    item: UUID,
    deed: Annotated[UUID, Form()],
    ending: Annotated[Ending, Form()],
) -> Response:
    """End the custody of a piece."""
    delivery.deliver(station.ledger, operator.caller(deed), item=item, ending=ending)
    return go("/held")


@router.get("/trace")
def trace(request: Request, station: InStation, operator: SignedIn, q: str = "") -> Response:
    """Find pieces by part of a number, a name, a department or a day."""
    operator.require(*TRACERS)
    asked = q.strip()[:TEXT_LENGTH_MAX]
    traced = traced_by(station, operator, asked) if asked else None
    return page(request, "trace.html", q=asked, traced=traced)


@router.get("/items/{item}")
def way(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Response:
    """The way of one piece, from the journal."""
    with seen_by(station, operator) as views:
        (line,) = views.items([views.books.item(item).id])
        require_may_see(operator, line)
        labelled = views.label(item)
        values: dict[str, Any] = {
            **offered(views, operator, line.item),
            "line": line,
            "sticker": find_sticker(views, line.item) if operator.may(*LABELLERS) else None,
            "described": labelled[1] if labelled else "",
            "incident": _searched(views, operator, item),
            **_cases(views, operator, item),
            "holder": views.books.department(line.item.holder),
            "steps": chronology(
                views,
                item,
                sayer(locale_of(request)),
                with_words=operator.may(Role.SUPERVISOR, Role.AUDITOR),
            ),
            **_neighbours(views, operator, line, withholds=has_to_count(station, operator, views)),
            "passed": handed_over(views, operator, line.item),
            "departments": {it.id: it.name for it in views.departments()},
            "sees_all": operator.may(*TRACERS),
        }
    return page(request, "item.html", **values)


def _searched(views: Views, operator: Operator, item: UUID) -> UUID | None:
    """Return the incident in which a piece is searched for, for those who oversee the search."""
    if not operator.may(*OVERSEERS):
        return None
    return next((it.id for it in views.books.incidents_of(item) if it.is_open), None)


def _cases(views: Views, operator: Operator, item: UUID) -> dict[str, Any]:
    """Return the cases about a piece, open or settled, for those who may see them."""
    wanted = Wanted(State.ALL, item=item)
    if not operator.may(*OVERSEERS):
        return {"cases": (), "more_cases": 0}
    found = views.cases.page(wanted, size=CASES_SHOWN)
    count = sum(views.cases.counts(wanted).values())
    lines = case_lines(views, operator, found)
    return {"cases": lines, "more_cases": count if count > len(lines) else 0}


def require_may_see(operator: Operator, line: ItemLine) -> None:
    """Refuse a piece to whoever neither may see every piece nor belongs to its holder."""
    if not operator.may(*TRACERS) and line.item.holder != operator.department:
        raise Refused(Reason.NOT_MEMBER, expected=line.item.holder, got=operator.department)


def _neighbours(
    views: Views, operator: Operator, line: ItemLine, *, withholds: bool
) -> dict[str, Any]:
    """What came in the same arrival, for those who may see every piece and have none to count.

    What came together is handed over together.
    """
    if withholds or not operator.may(*TRACERS):
        return {"neighbours": (), "withholds_neighbours": withholds and operator.may(*TRACERS)}
    beside = views.items_of_arrival(line.item.arrival)
    neighbours = tuple(other for other in beside if other.item.id != line.item.id)
    return {"neighbours": neighbours, "withholds_neighbours": False}


@router.get("/photos/{item}")
def photo(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Response:
    """The picture from which a piece was read."""
    with seen_by(station, operator) as views:
        (line,) = views.items([views.books.item(item).id])
        require_may_see(operator, line)
        return photos.shown(request, views, operator, line.item.scan.photo, of=item)
