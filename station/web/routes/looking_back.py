"""What is done, day by day: sealed handovers with what was signed on them, and closed arrivals."""

from uuid import UUID

from fastapi import APIRouter, Request, Response

from station.ledger.signed import SignedText, signed_text
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.looking_back import Asked, closed_on, sealed_on
from station.web.pages import as_file, page
from station.web.routes.slips import require_may_print

router = APIRouter()

TEXT = "text/plain; charset=utf-8"


@router.get("/handovers/sealed")
def sealed(request: Request, station: InStation, operator: SignedIn, day: Asked = None) -> Response:
    """The handovers that were sealed on one day."""
    shown = sealed_on(station, operator, day)
    return page(request, "sealed.html", shown=shown, departments=_departments(station))


@router.get("/arrivals/closed")
def closed(request: Request, station: InStation, operator: SignedIn, day: Asked = None) -> Response:
    """The closed arrivals that came on one day."""
    shown = closed_on(station, operator, day)
    with station.ledger.views() as views:
        differed = views.closed_with_difference(it.id for it in shown.lines)
    names = _departments(station)
    return page(request, "closed.html", shown=shown, departments=names, differed=differed)


@router.get("/handovers/{handover}/statement")
def statement(request: Request, station: InStation, operator: SignedIn, handover: UUID) -> Response:
    """What both sides signed, byte for byte, and whether its digest agrees."""
    signed = signed_for(station, operator, handover)
    return page(request, "statement.html", signed=signed, departments=_departments(station))


@router.get("/handovers/{handover}/statement.txt")
def statement_file(
    request: Request, station: InStation, operator: SignedIn, handover: UUID
) -> Response:
    """The same text to take along; where it is not what was signed, the page says so instead."""
    signed = signed_for(station, operator, handover)
    if not signed.agrees:
        return statement(request, station, operator, handover)
    return as_file(request, signed.text.encode(), f"{handover}.txt", TEXT)


def signed_for(station: Station, operator: Operator, handover: UUID) -> SignedText:
    """Return what was signed, for whoever may have its slip; refused before both have signed."""
    with station.ledger.views() as views:
        require_may_print(operator, views.books.handover(handover))
        return signed_text(views, handover)


def _departments(station: Station) -> dict[str, str]:
    with station.ledger.views() as views:
        return {department.id: department.name for department in views.departments()}
