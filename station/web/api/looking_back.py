"""What is done, day by day: sealed handovers, what was signed on each, and closed arrivals."""

from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from station.custody.state import Handover
from station.ledger.book import Signed
from station.ledger.signed import SignedText
from station.web.api.arrivals import ArrivalLine, arrival_line
from station.web.context import InStation, SignedIn
from station.web.looking_back import Asked, closed_on, sealed_on
from station.web.routes.looking_back import signed_for

router = APIRouter(prefix="/api")


class SealedLine(BaseModel):
    """A sealed handover; `digest` is that of the text that both signed."""

    id: UUID
    giver: str
    receiver: str
    sealed_at: datetime | None
    count: int
    giver_signer: UUID | None
    receiver_signer: UUID | None
    digest: str | None


class SealedDay(BaseModel):
    """The handovers that were sealed on one day, newest first: the department's own, or all.

    `older` and `newer` are the nearest days that have some; `is_cut` says that this one had more.
    """

    day: date
    older: date | None
    newer: date | None
    is_cut: bool
    handovers: list[SealedLine]


class ClosedDay(BaseModel):
    """The closed arrivals that came on one day, newest first: the department's own, or all.

    `older` and `newer` are the nearest days that have some; `is_cut` says that this one had more.
    """

    day: date
    older: date | None
    newer: date | None
    is_cut: bool
    arrivals: list[ArrivalLine]


class Signature(BaseModel):
    """Who signed for a side, and when; the name as far as it is still kept."""

    department: str
    person: UUID
    name: str
    at: datetime


class SignedStatement(BaseModel):
    """What both sides of a sealed handover signed.

    `text` is the signed text, and `digest` the SHA-256 of its UTF-8, computed at this call.
    `recorded` are the digests under the signatures, and `agrees` says that all are that one.
    """

    handover: UUID
    text: str
    digest: str
    recorded: list[str]
    agrees: bool
    giver: Signature
    receiver: Signature


@router.get("/handovers/sealed", tags=["handovers"])
def sealed(station: InStation, operator: SignedIn, day: Asked = None) -> SealedDay:
    """List the handovers that were sealed on a day; without one, on the last that has any."""
    shown = sealed_on(station, operator, day)
    return SealedDay(
        day=shown.day,
        older=shown.older,
        newer=shown.newer,
        is_cut=shown.is_cut,
        handovers=[_sealed(it) for it in shown.lines],
    )


@router.get("/arrivals/closed", tags=["arrivals"])
def closed(station: InStation, operator: SignedIn, day: Asked = None) -> ClosedDay:
    """List the closed arrivals that came on a day; without one, on the last that has any."""
    shown = closed_on(station, operator, day)
    return ClosedDay(
        day=shown.day,
        older=shown.older,
        newer=shown.newer,
        is_cut=shown.is_cut,
        arrivals=[arrival_line(it) for it in shown.lines],
    )


@router.get("/handovers/{handover}/statement", tags=["handovers"])
def statement(station: InStation, operator: SignedIn, handover: UUID) -> SignedStatement:
    """Tell what both sides of a sealed handover signed, and whether its digest agrees."""
    signed = signed_for(station, operator, handover)
    slip = signed.slip
    return SignedStatement(
        handover=handover,
        text=signed.text,
        digest=signed.digest,
        recorded=sorted(signed.recorded),
        agrees=signed.agrees,
        giver=_signature(signed, slip.handover.giver, slip.giver),
        receiver=_signature(signed, slip.handover.receiver, slip.receiver),
    )


def _signature(signed: SignedText, department: str, by: Signed) -> Signature:
    name = signed.slip.names.get(by.person, "")
    return Signature(department=department, person=by.person, name=name, at=by.at)


def _sealed(it: Handover) -> SealedLine:
    return SealedLine(
        id=it.id,
        giver=it.giver,
        receiver=it.receiver,
        sealed_at=it.sealed_at,
        count=len(it.offered),
        giver_signer=it.giver_signer,
        receiver_signer=it.receiver_signer,
        digest=it.digest,
    )
