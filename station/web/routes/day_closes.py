"""日締め: each department scans what is there; nothing is told of the books before "done"."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile

from station.custody.refusal import Reason, Refused
from station.custody.state import CloseStatus, DayClose
from station.custody.values import Role
from station.desk import day_close as deeds
from station.desk.overview import is_closing_day as is_closed_on
from station.desk.overview import unclosed
from station.ledger.case_list import State, Wanted
from station.ledger.review_views import DayCloseLine, day_close_view, day_closes, day_closes_of
from station.ledger.views import Views
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.days import Day
from station.web.one_thread import OneThread
from station.web.pages import go, page
from station.web.scanning import (
    Counted,
    KeyedScan,
    OneOnly,
    ScanAnswer,
    Take,
    take_keyed,
    take_picture,
)

router = APIRouter(route_class=OneThread)

HANDLERS = (Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER)
OVERSEERS = (Role.SUPERVISOR, Role.AUDITOR)
LOOKERS = (*HANDLERS, *OVERSEERS)


@router.get("/day-close")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Today's close of the operator's department; and, for supervisors, of everybody's.

    `due` are the departments that still have to close: those that the home page counts.
    """
    operator.require(*LOOKERS)
    day = deeds.today(station.ledger, station.zone)
    with station.ledger.views() as views:
        mine = views.books.day_close_of(operator.department, day)
        sees_all = operator.may(*OVERSEERS)
        lines = day_closes(views, day) if sees_all else ()
        due = {it.department.id for it in unclosed(views, day)} if sees_all else set()
        is_closing_day = is_closed_on(views, day)
    if mine and not lines:
        return go("/day-close", mine.id)
    return page(
        request,
        "day_closes.html",
        day=day,
        mine=mine,
        lines=lines,
        due=due,
        is_closing_day=is_closing_day,
    )


@router.get("/day-close/before")
def past(
    request: Request,
    station: InStation,
    operator: SignedIn,
    day: Day | Literal[""] = "",
    department: str = "",
) -> Response:
    """Earlier closes: of one's own department, or of any for those who oversee them."""
    operator.require(*LOOKERS)
    with station.ledger.views() as views:
        lines = past_lines(views, operator, day or None, department)
        departments = views.departments() if operator.may(*OVERSEERS) else ()
    return page(
        request,
        "day_closes_before.html",
        lines=lines,
        day=day,
        department=department,
        departments=departments,
    )


def past_lines(
    views: Views, operator: Operator, day: date | None, department: str
) -> tuple[DayCloseLine, ...]:
    """Return what is looked back at: a department's last closes, or those of one day.

    A day without a department is everybody's, for whoever may see everybody's.
    """
    if day is not None and not department and operator.may(*OVERSEERS):
        return day_closes(views, day)
    place = department or operator.department
    require_may_see(operator, place)
    return day_closes_of(views, place, day)


@router.post("/day-close")
def begin(station: InStation, operator: SignedIn, deed: Annotated[UUID, Form()]) -> Response:
    """Begin to close today."""
    deeds.open_day_close(station.ledger, operator.caller(deed), zone=station.zone)
    return go("/day-close", deed)


@router.get("/day-close/{close}")
def show(request: Request, station: InStation, operator: SignedIn, close: UUID) -> Response:
    """The count, and after "done" what differs; nothing is counted into a day that is over."""
    today = deeds.today(station.ledger, station.zone)
    with station.ledger.views() as views:
        view = day_close_view(views, close)
        require_may_see(operator, view.close.department)
        names = {d.id: d.name for d in views.departments()}
        case_count = _cases(views, operator, view.close)
    own = (scan for scan in view.scans if scan.by == operator.person)
    is_own = operator.department == view.close.department and operator.may(*HANDLERS)
    return page(
        request,
        "day_close.html",
        view=view,
        mine=max(own, key=lambda scan: scan.seq, default=None),
        departments=names,
        is_own=is_own,
        counts=is_own and not view.close.is_closed and view.close.day == today,
        case_count=case_count,
    )


def _cases(views: Views, operator: Operator, close: DayClose) -> int:
    """Return how many cases a day close has, open or settled, for those who may see them.

    While it is counted anew, nothing leads from the count to what the last one missed.
    """
    if close.status is CloseStatus.COUNTING or not operator.may(*OVERSEERS):
        return 0
    return sum(views.cases.counts(Wanted(State.ALL, day_close=close.id)).values())


def require_may_see(operator: Operator, department: str) -> None:
    """Refuse a department's count to whoever neither belongs to it nor supervises."""
    if operator.department != department and not operator.may(*OVERSEERS):
        raise Refused(Reason.NOT_MEMBER, expected=department, got=operator.department)


@router.post("/api/day-close/{close}/scans")
def scan(
    request: Request, station: InStation, operator: SignedIn, close: UUID, scan: KeyedScan
) -> Counted:
    """Record a scan of the count."""
    answers = take_keyed(request, scan, _taker(station, operator, close))
    return _answered(station, close, answers)


@router.post("/api/day-close/{close}/pictures")
def picture(
    request: Request,
    station: InStation,
    operator: SignedIn,
    close: UUID,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: OneOnly = "false",
) -> Counted:
    """Record what a picture of the count shows."""
    taker = _taker(station, operator, close)
    answers = take_picture(request, deed, picture, taker, only_one=only_one == "true", keeps=False)
    return _answered(station, close, answers)


def _taker(station: Station, operator: Operator, close: UUID) -> Take:
    return lambda deed, seen: deeds.count_piece(
        station.ledger, operator.caller(deed), day_close=close, seen=seen, zone=station.zone
    )


def _answered(station: Station, close: UUID, answers: list[ScanAnswer]) -> Counted:
    with station.ledger.views() as views:
        count = len(views.books.counted(close))
    return Counted(answers=answers, count=count)


@router.post("/day-close/{close}/undo")
def undo(
    station: InStation, operator: SignedIn, close: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Take back one's own last scan."""
    caller = operator.caller(deed)
    deeds.undo_count(station.ledger, caller, day_close=close, zone=station.zone)
    return go("/day-close", close)


@router.post("/day-close/{close}/recount")
def recount(
    station: InStation, operator: SignedIn, close: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Count anew from nothing."""
    caller = operator.caller(deed)
    deeds.begin_recount(station.ledger, caller, day_close=close, zone=station.zone)
    return go("/day-close", close)


@router.post("/day-close/{close}/counted")
def finish(
    station: InStation, operator: SignedIn, close: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Say "done": compare with the books."""
    caller = operator.caller(deed)
    deeds.finish_day_count(station.ledger, caller, day_close=close, zone=station.zone)
    return go("/day-close", close)
