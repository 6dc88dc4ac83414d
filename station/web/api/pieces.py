"""手元 and 追跡: what a department holds, the way of one piece, and the end of its custody."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from station.custody.values import Ending, Role
from station.desk import delivery
from station.numbers import normalise
from station.papers.chronology import chronology
from station.web.api.answers import Piece, Pieces, Recorded, piece
from station.web.api.bodies import Deed
from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.routes import items as pages
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
    """What a department holds: what is overdue first, then the oldest."""

    pieces: list[HeldPiece]


class Step(BaseModel):
    """One line of a chronology, in the reader's language."""

    at: datetime
    text: str


class Way(BaseModel):
    """A piece and everything that the journal tells of it, oldest first."""

    piece: Piece
    steps: list[Step]


class Deliver(Deed):
    """How a piece leaves the house's custody."""

    ending: Ending


Part = Annotated[str, Query(min_length=pages.SEARCH_LENGTH_MIN, max_length=60)]


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
    """List what the operator's department holds: what is overdue first, then the oldest."""
    operator.require(*pages.HANDLERS)
    with seen_by(station, operator) as views:
        lines, overdue = pages.held_by(views, operator.department)
    pieces = [
        HeldPiece(**piece(line).model_dump(), is_overdue=line.item.id in overdue) for line in lines
    ]
    return HeldPieces(pieces=pieces)


@router.get("/items")
def trace(station: InStation, operator: SignedIn, q: Part) -> Pieces:
    """Find pieces by part of their number, newest first."""
    operator.require(*pages.TRACERS)
    part = normalise(q)
    with seen_by(station, operator) as views:
        lines = views.search(part) if len(part) >= pages.SEARCH_LENGTH_MIN else ()
    return Pieces(pieces=[piece(line) for line in lines])


@router.get("/items/{item}")
def way(request: Request, station: InStation, operator: SignedIn, item: UUID) -> Way:
    """Tell the way of one piece, from the journal."""
    say = sayer(locale_of(request))
    with seen_by(station, operator) as views:
        (line,) = views.items([views.books.item(item).id])
        pages.require_may_see(operator, line)
        with_words = operator.may(Role.SUPERVISOR, Role.AUDITOR)
        told = chronology(views, item, say, with_words=with_words)
    steps = [Step(at=step.at, text=step.text) for step in told]
    return Way(piece=piece(line), steps=steps)


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
