"""Papers that a page prints: slips of handovers and day closes, the ledger's end signed on each."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from station.custody.refusal import Reason, Refused
from station.custody.sides import side_of
from station.custody.state import CloseStatus, Handover
from station.custody.values import Role
from station.ledger.review_views import day_close_view
from station.ledger.slip_views import handover_slip as slip_of
from station.papers.codes import qr_svg
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.pages import page
from station.web.routes.day_closes import require_may_see

router = APIRouter()

ONLOOKERS = (Role.SUPERVISOR, Role.AUDITOR)
"""Who looks after the handovers of others."""

CLOSED = CloseStatus.CLOSED.value


@router.get("/handovers/{handover}/slip")
def handover_slip(
    request: Request, station: InStation, operator: SignedIn, handover: UUID
) -> Response:
    """What both signed, for paper, and a checkpoint: the ledger's end at this moment, signed."""
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
        require_may_print(operator, kept)
        slip = slip_of(views, handover)
        names = {d.id: d.name for d in views.departments()}
    return page(request, "slip.html", slip=slip, names=names, **_checkpoint(station))


def require_may_print(operator: Operator, handover: Handover) -> None:
    """Refuse a slip to whoever stands on neither side and does not look after the others."""
    if not may_print(operator, handover):
        operator.require(*ONLOOKERS)


def may_print(operator: Operator, handover: Handover) -> bool:
    """Whether the operator may see what a sealed handover was."""
    is_side = side_of(handover, operator.person, operator.department) is not None
    return is_side or operator.may(*ONLOOKERS)


@router.get("/day-close/{close}/slip")
def day_slip(request: Request, station: InStation, operator: SignedIn, close: UUID) -> Response:
    """What a department counted at the end of a day, for paper, and a checkpoint."""
    with station.ledger.views() as views:
        view = day_close_view(views, close)
        require_may_see(operator, view.close.department)
        if not view.close.is_closed:
            raise Refused(Reason.HANDOVER_PHASE, expected=(CLOSED,), got=view.close.status)
        names = {d.id: d.name for d in views.departments()}
    return page(request, "day_slip.html", view=view, departments=names, **_checkpoint(station))


def _checkpoint(station: Station) -> dict[str, Any]:
    """Return the ledger's end at this moment, signed, as text and as a QR code."""
    note = station.ledger.checkpoint(station.signer())
    return {"note": note, "code": Markup(qr_svg(note))}  # noqa: S704 - drawn here, from text
