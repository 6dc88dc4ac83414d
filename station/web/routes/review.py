"""要確認: what only a supervisor may settle."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.arrival import missing_numbers
from station.custody.handover import differences
from station.custody.refusal import Reason, Refused
from station.custody.state import Case
from station.custody.values import Role
from station.desk import arrival, sorting
from station.desk import review as deeds
from station.ledger.views import Views
from station.web.context import InStation, SignedIn
from station.web.pages import go, page

router = APIRouter()

REASON_LENGTH_MAX = 500


@router.get("/review")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every open case, oldest first."""
    operator.require(Role.SUPERVISOR)
    with station.ledger.views() as views:
        cases = views.open_cases()
        lines = {line.item.id: line for line in views.items(c.item for c in cases if c.item)}
        names = views.names(case.author for case in cases)
    return page(request, "review.html", cases=cases, lines=lines, names=names)


@router.get("/review/{case}")
def show(request: Request, station: InStation, operator: SignedIn, case: UUID) -> Response:
    """One case with its evidence, and what may be done about it."""
    operator.require(Role.SUPERVISOR)
    with station.ledger.views() as views:
        kept = views.books.case(case)
        values = _evidence(views, kept)
    return page(request, "case.html", case=kept, **values)


def _evidence(views: Views, case: Case) -> dict[str, Any]:
    books = views.books
    item = books.item(case.item) if case.item else None
    handover = books.handover(case.handover) if case.handover else None
    arrival = books.arrival(case.arrival) if case.arrival else None
    words = [word for word in (item.first, item.check) if word] if item else []
    missing, extra = differences(handover) if handover else ((), ())
    return {
        "line": views.items([item.id])[0] if item else None,
        "words": words,
        "handover": handover,
        "arrival": arrival,
        "missing_expected": missing_numbers(books, arrival) if arrival else (),
        "missing": views.items(missing),
        "extra": views.items(extra),
        "names": views.names([case.author, case.settled_by, *(word.person for word in words)]),
        "departments": views.departments(),
        "department_names": {d.id: d.name for d in views.departments()},
    }


@router.get("/review/{case}/photo")
def photo(station: InStation, operator: SignedIn, case: UUID) -> Response:
    """The picture that a case is about."""
    operator.require(Role.SUPERVISOR)
    with station.ledger.views() as views:
        scan = views.books.case(case).scan
        kept = views.vault.photo(scan.photo.id) if scan and scan.photo else None
    if kept is None:
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="photo", got=str(case))
    return Response(kept[1], media_type=kept[0])


Why = Annotated[str, Form(max_length=REASON_LENGTH_MAX)]


@router.post("/review/{case}/settle")
def settle(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Settle a case by a reason."""
    deeds.settle_case(station.ledger, operator.caller(deed), case=case, reason=reason)
    return go("/review")


@router.post("/review/{case}/route")
def route(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    department: Annotated[str, Form()],
    reason: Why = "",
) -> Response:
    """Say where an undecided piece belongs."""
    with station.ledger.views() as views:
        item = views.books.case(case).item
    if item is None:
        raise Refused(Reason.OTHER_SETTLEMENT)
    sorting.decide_route(
        station.ledger, operator.caller(deed), item=item, department=department, reason=reason
    )
    return go("/review")


@router.post("/review/{case}/close-arrival")
def close_arrival(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Close an arrival whose count is not right."""
    with station.ledger.views() as views:
        kept = views.books.case(case).arrival
    if kept is None:
        raise Refused(Reason.OTHER_SETTLEMENT)
    arrival.close_with_difference(
        station.ledger, operator.caller(deed), arrival=kept, reason=reason
    )
    return go("/review")
