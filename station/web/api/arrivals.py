"""収受: opening an arrival and closing it; scans go to `routes/arrivals`."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, Field

from station.custody.arrival import DECLARED_COUNT_MAX, missing_numbers, unscanned_labels
from station.custody.state import Arrival, ArrivalStatus
from station.desk import arrival as deeds
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import NO_CONTROLS, NUMBER, Deed
from station.web.context import InStation, SignedIn, seen_by
from station.web.routes.arrivals import TAKERS_IN, readable, withholds
from station.web.written import LINE

router = APIRouter(prefix="/api/arrivals", tags=["arrivals"])

Carrier = Annotated[str, Field(max_length=60, pattern=NO_CONTROLS), LINE]
Count = Annotated[int, Field(ge=1, le=DECLARED_COUNT_MAX), NUMBER]


class OpenArrival(Deed):
    """A carrier's delivery: who brought how many pieces, when, and the list that announced them.

    Without a time it came now.
    """

    carrier: Carrier
    declared_count: Count
    arrived_at: AwareDatetime | None = None
    list_id: UUID | None = None


class ArrivalLine(BaseModel):
    """An arrival; `count` is what was taken in of it so far."""

    id: UUID
    carrier: str
    declared_count: int
    count: int
    status: ArrivalStatus
    department: str
    list_id: UUID | None
    arrived_at: datetime
    opened_at: datetime


class Arrivals(BaseModel):
    """The department's arrivals, newest first: all open ones, and the last closed ones."""

    open: list[ArrivalLine]
    closed: list[ArrivalLine]


class OneArrival(ArrivalLine):
    """An arrival with its pieces, newest first, and announced numbers that have not come.

    `slips` is how many pictures of the carrier's slip are kept.  `is_withheld` says that no piece
    is listed because the operator has something to count.  `unscanned` are labels given here that
    have to be scanned before it can be closed.
    """

    pieces: list[Piece]
    is_withheld: bool
    missing: list[str]
    unscanned: list[str]
    slips: int


def arrival_line(it: Arrival) -> ArrivalLine:
    """Return an arrival as it is sent in lists."""
    return ArrivalLine(
        id=it.id,
        carrier=it.carrier,
        declared_count=it.declared_count,
        count=it.count,
        status=it.status,
        department=it.department,
        list_id=it.list,
        arrived_at=it.arrived_at,
        opened_at=it.opened_at,
    )


CLOSED_SHOWN = 10


@router.get("")
def index(station: InStation, operator: SignedIn) -> Arrivals:
    """List arrivals."""
    operator.require(*TAKERS_IN)
    with station.ledger.views() as views:
        going_on = views.arrivals(operator.department, is_open=True)
        over = views.arrivals(operator.department, is_open=False)[:CLOSED_SHOWN]
    return Arrivals(
        open=[arrival_line(it) for it in going_on], closed=[arrival_line(it) for it in over]
    )


@router.post("")
def open_arrival(station: InStation, operator: SignedIn, body: OpenArrival) -> Recorded:
    """Open an arrival; its id is the deed's."""
    deeds.open_arrival(
        station.ledger,
        operator.caller(body.deed),
        carrier=body.carrier,
        declared_count=body.declared_count,
        arrived_at=body.arrived_at,
        list_id=body.list_id,
    )
    return Recorded(deed=body.deed)


@router.get("/{arrival}")
def show(station: InStation, operator: SignedIn, arrival: UUID) -> OneArrival:
    """Tell of one arrival."""
    with seen_by(station, operator) as views:
        kept = readable(views, operator, arrival)
        is_withheld = withholds(station, operator, views, kept)
        lines = () if is_withheld else views.items_of_arrival(arrival)
        missing = missing_numbers(views.books, kept)
        unscanned = unscanned_labels(views.books, kept, (line.item for line in reversed(lines)))
    pieces = [piece(line) for line in lines]
    return OneArrival(
        **arrival_line(kept).model_dump(),
        pieces=pieces,
        is_withheld=is_withheld,
        missing=list(missing),
        unscanned=list(unscanned),
        slips=len(kept.slips),
    )


@router.post("/{arrival}/undo")
def undo(station: InStation, operator: SignedIn, arrival: UUID, body: Deed) -> Recorded:
    """Take back one's own last scan."""
    deeds.undo_taking_in(station.ledger, operator.caller(body.deed), arrival=arrival)
    return Recorded(deed=body.deed)


@router.post("/{arrival}/close")
def close(station: InStation, operator: SignedIn, arrival: UUID, body: Deed) -> Recorded:
    """Close an arrival whose count is right."""
    deeds.close_arrival(station.ledger, operator.caller(body.deed), arrival=arrival)
    return Recorded(deed=body.deed)


@router.post("/{arrival}/refer")
def refer(station: InStation, operator: SignedIn, arrival: UUID, body: Deed) -> Recorded:
    """Leave a difference to the supervisor."""
    deeds.refer_arrival(station.ledger, operator.caller(body.deed), arrival=arrival)
    return Recorded(deed=body.deed)
