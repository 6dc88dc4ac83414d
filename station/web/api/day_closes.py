"""日締め: a department's count at the end of a day; scans go to `routes/day_closes`."""

from dataclasses import asdict
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from station.custody.state import CloseStatus
from station.custody.values import Ending
from station.desk import day_close as deeds
from station.ledger import review_views as views_of
from station.ledger.review_views import day_close_view, day_closes
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed
from station.web.context import InStation, SignedIn
from station.web.days import Day
from station.web.routes.day_closes import LOOKERS, OVERSEERS, past_lines, require_may_see

router = APIRouter(prefix="/api/day-close", tags=["day close"])


class DepartmentDay(BaseModel):
    """A department on a day; `close` and `status` are null as long as it has not begun."""

    department: str
    close: UUID | None
    status: CloseStatus | None
    open_cases: int


class Today(BaseModel):
    """The day, the department's own close of it, and, for those who oversee it, everybody's."""

    day: date
    mine: UUID | None
    departments: list[DepartmentDay]


class PastDay(BaseModel):
    """A day that a department began to close."""

    department: str
    day: date
    close: UUID
    status: CloseStatus
    open_cases: int


class PastDays(BaseModel):
    """Days that were counted: of one department the newest first, of one day by department."""

    days: list[PastDay]


class Delivered(BaseModel):
    """How, when and by whom a piece had left the house already."""

    ending: Ending
    at: datetime
    by: str
    department: str | None


class Extra(BaseModel):
    """A scan too much, and the department that should have the piece, if the books know it.

    `is_void`: its taking in was taken back, so that it has to be taken in again.
    """

    number: str
    department: str | None
    delivered: Delivered | None
    is_void: bool


class OneDayClose(BaseModel):
    """A count: nothing in it follows from the books before it was compared with them."""

    id: UUID
    department: str
    day: date
    status: CloseStatus
    scans: list[str]
    missing: list[Piece]
    extra: list[Extra]


@router.get("")
def index(station: InStation, operator: SignedIn) -> Today:
    """Tell how far today's close is."""
    operator.require(*LOOKERS)
    day = deeds.today(station.ledger, station.zone)
    with station.ledger.views() as views:
        mine = views.books.day_close_of(operator.department, day)
        sees_all = operator.may(*OVERSEERS)
        lines = day_closes(views, day) if sees_all else ()
    told = [
        DepartmentDay(
            department=it.department.id,
            close=it.close.id if it.close else None,
            status=it.close.status if it.close else None,
            open_cases=it.open_cases,
        )
        for it in lines
    ]
    return Today(day=day, mine=mine.id if mine else None, departments=told)


@router.get("/before")
def past(
    station: InStation, operator: SignedIn, day: Day | None = None, department: str = ""
) -> PastDays:
    """List earlier closes: of one's own department, or of any for those who oversee them.

    A day without a department is everybody's, for those.
    """
    operator.require(*LOOKERS)
    with station.ledger.views() as views:
        lines = past_lines(views, operator, day, department)
    return PastDays(
        days=[
            PastDay(
                department=it.department.id,
                day=it.close.day,
                close=it.close.id,
                status=it.close.status,
                open_cases=it.open_cases,
            )
            for it in lines
            if it.close
        ]
    )


@router.post("")
def begin(station: InStation, operator: SignedIn, body: Deed) -> Recorded:
    """Begin to close today; the close's id is the deed's."""
    deeds.open_day_close(station.ledger, operator.caller(body.deed), zone=station.zone)
    return Recorded(deed=body.deed)


@router.get("/{close}")
def show(station: InStation, operator: SignedIn, close: UUID) -> OneDayClose:
    """Tell of a count, and after "done" what differs."""
    with station.ledger.views() as views:
        view = day_close_view(views, close)
        require_may_see(operator, view.close.department)
    extra = [_extra(it) for it in view.extra]
    return OneDayClose(
        id=view.close.id,
        department=view.close.department,
        day=view.close.day,
        status=view.close.status,
        scans=[it.scan.known_as for it in view.scans],
        missing=[piece(it.line) for it in view.missing],
        extra=extra,
    )


def _extra(it: views_of.Extra) -> Extra:
    left = Delivered(**asdict(it.delivered)) if it.delivered else None
    return Extra(number=it.scan.known_as, department=it.whose, delivered=left, is_void=it.is_void)


@router.post("/{close}/undo")
def undo(station: InStation, operator: SignedIn, close: UUID, body: Deed) -> Recorded:
    """Take back one's own last scan."""
    caller = operator.caller(body.deed)
    deeds.undo_count(station.ledger, caller, day_close=close, zone=station.zone)
    return Recorded(deed=body.deed)


@router.post("/{close}/recount")
def recount(station: InStation, operator: SignedIn, close: UUID, body: Deed) -> Recorded:
    """Count anew from nothing."""
    caller = operator.caller(body.deed)
    deeds.begin_recount(station.ledger, caller, day_close=close, zone=station.zone)
    return Recorded(deed=body.deed)


@router.post("/{close}/counted")
def finish(station: InStation, operator: SignedIn, close: UUID, body: Deed) -> Recorded:
    """Say "done": compare with the books."""
    caller = operator.caller(body.deed)
    deeds.finish_day_count(station.ledger, caller, day_close=close, zone=station.zone)
    return Recorded(deed=body.deed)
