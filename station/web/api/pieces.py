"""手元 and 追跡: what a department holds, the way of one piece, and the end of its custody."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from station.custody.values import Ending, Role
from station.desk import delivery
from station.desk.trace import TEXT_LENGTH_MAX, Found
from station.papers.chronology import chronology
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed
from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.handed_over import HandedOver as Passed
from station.web.handed_over import handed_over
from station.web.routes import items as pages
from station.web.tracing import traced_by
from station.web.withheld import day_count
from station.words import sayer

router = APIRouter(prefix="/api", tags=["pieces"])

PHOTO_TYPES = {"image/jpeg": {"schema": {"type": "string", "contentMediaType": "image/jpeg"}}}


class Department(BaseModel):
    """A department that a piece may belong to."""

    id: str
    name: str
    sorts_mail: bool
    is_closed: bool


class Departments(BaseModel):
    """All departments, by number."""

    departments: list[Department]


class HeldPiece(Piece):
    """A piece with the word whether nobody has moved it for too many business days."""

    is_overdue: bool


class HeldPieces(BaseModel):
    """What a department holds: what is overdue first, then the oldest.

    `is_withheld` says that nothing is listed because the department counts its day.
    """

    pieces: list[HeldPiece]
    is_withheld: bool


class Step(BaseModel):
    """One line of a chronology, in the reader's language."""

    at: datetime
    text: str


class Beside(BaseModel):
    """A piece that lay beside another in a handover."""

    id: UUID
    number: str


class HandedOver(BaseModel):
    """A sealed handover that a piece went through: who signed for each side, what lay beside it."""

    id: UUID
    giver: str
    receiver: str
    sealed_at: datetime
    giver_signed_by: str
    receiver_signed_by: str
    beside: list[Beside]


class Way(BaseModel):
    """A piece and everything that the journal tells of it, oldest first.

    `handovers` are the sealed ones that the operator may see.
    """

    piece: Piece
    steps: list[Step]
    handovers: list[HandedOver]


class Deliver(Deed):
    """How a piece leaves the house's custody."""

    ending: Ending


class Signatory(BaseModel):
    """Who signed, and for which department, by their names."""

    person: UUID
    name: str
    department: str


class FoundPiece(Piece):
    """A piece that a search found; who keeps it, if one person does, and who signed for it last."""

    keeper: str
    signed_at: datetime | None
    signed_by: list[Signatory]


class Traced(BaseModel):
    """What a search found, newest first.

    `is_cut` says that there is more than is told.  `is_by_number` says that only a part of a number
    was looked for, because the operator has something to count.
    """

    pieces: list[FoundPiece]
    is_cut: bool
    is_by_number: bool


Text = Annotated[str, Query(min_length=1, max_length=TEXT_LENGTH_MAX)]


@router.get("/departments")
def departments(station: InStation, _operator: SignedIn) -> Departments:
    """List departments."""
    with station.ledger.views() as views:
        known = views.departments()
    lines = [
        Department(id=it.id, name=it.name, sorts_mail=it.sorts_mail, is_closed=it.is_closed)
        for it in known
    ]
    return Departments(departments=lines)


@router.get("/held")
def held(station: InStation, operator: SignedIn) -> HeldPieces:
    """List what the operator's department holds: what is overdue first, then the oldest.

    While the department counts its day, nothing is listed.
    """
    operator.require(*pages.HANDLERS)
    with seen_by(station, operator) as views:
        if day_count(station, operator, views):
            return HeldPieces(pieces=[], is_withheld=True)
        lines, overdue = pages.held_by(views, operator.department)
    pieces = [
        HeldPiece(**piece(line).model_dump(), is_overdue=line.item.id in overdue) for line in lines
    ]
    return HeldPieces(pieces=pieces, is_withheld=False)


@router.get("/items")
def trace(station: InStation, operator: SignedIn, q: Text) -> Traced:
    """Find pieces by part of a number, a sender, an addressee, a department, a person or a day."""
    operator.require(*pages.TRACERS)
    traced = traced_by(station, operator, q)
    return Traced(
        pieces=[_found(it) for it in traced.found],
        is_cut=traced.is_cut,
        is_by_number=traced.is_by_number,
    )


def _found(it: Found) -> FoundPiece:
    return FoundPiece(
        **piece(it.line).model_dump(),
        keeper=it.person,
        signed_at=it.signed_at,
        signed_by=[
            Signatory(person=one.person, name=one.name, department=one.department)
            for one in it.signatures
        ],
    )


@router.get("/items/{item}")
def way(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Way:
    """Tell the way of one piece, from the journal."""
    say = sayer(locale_of(request))
    with seen_by(station, operator) as views:
        (line,) = views.items([views.books.item(item).id])
        pages.require_may_see(operator, line)
        with_words = operator.may(Role.SUPERVISOR, Role.AUDITOR)
        told = chronology(views, item, say, with_words=with_words)
        passed = handed_over(views, operator, line.item)
    steps = [Step(at=step.at, text=step.text) for step in told]
    return Way(piece=piece(line), steps=steps, handovers=[_handed(it) for it in passed])


def _handed(it: Passed) -> HandedOver:
    kept = it.handover
    return HandedOver(
        id=kept.id,
        giver=kept.giver,
        receiver=kept.receiver,
        sealed_at=it.at,
        giver_signed_by=it.giver,
        receiver_signed_by=it.receiver,
        beside=[Beside(id=line.item.id, number=line.item.number) for line in it.beside],
    )


@router.get(
    "/items/{item}/photo", response_class=Response, responses={200: {"content": PHOTO_TYPES}}
)
def photo(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Response:
    """Send the picture from which a piece was read."""
    return pages.photo(request, station, operator, item)


@router.post("/items/{item}/deliver")
def deliver(station: InStation, operator: SignedIn, item: UUID, body: Deliver) -> Recorded:
    """End the custody of a piece."""
    caller = operator.caller(body.deed)
    delivery.deliver(station.ledger, caller, item=item, ending=body.ending)
    return Recorded(deed=body.deed)
