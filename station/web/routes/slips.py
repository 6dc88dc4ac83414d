"""Papers that a page prints: the slip of a handover, with the ledger's end signed on it."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from markupsafe import Markup

from station.custody.refusal import Reason, Refused
from station.custody.sides import side_of
from station.custody.state import Phase
from station.custody.values import Role
from station.papers.codes import qr_svg
from station.web.context import InStation, SignedIn
from station.web.pages import page

router = APIRouter()


@router.get("/handovers/{handover}/slip")
def handover_slip(
    request: Request, station: InStation, operator: SignedIn, handover: UUID
) -> Response:
    """What both signed, for paper, and a checkpoint: the ledger's end at this moment, signed."""
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
        if side_of(kept, operator.person, operator.department) is None:
            operator.require(Role.SUPERVISOR, Role.AUDITOR)
        if kept.phase is not Phase.SEALED:
            raise Refused(Reason.HANDOVER_PHASE, expected=(Phase.SEALED,), got=kept.phase)
        lines = views.items(kept.offered)
        names = {d.id: d.name for d in views.departments()}
        signers = views.names([kept.giver_signer, kept.receiver_signer])
    note = station.ledger.checkpoint(station.signer())
    return page(
        request,
        "slip.html",
        handover=kept,
        lines=lines,
        names=names,
        signers=signers,
        note=note,
        code=Markup(qr_svg(note)),  # noqa: S704 - drawn here, from a text that only draws
    )
