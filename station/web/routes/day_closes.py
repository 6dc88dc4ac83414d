"""日締め: each department scans what is there; nothing is told of the books before "done"."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile

from station.custody.incident import OVERSEERS
from station.custody.refusal import Reason, Refused
from station.custody.state import CloseStatus, DayClose
from station.custody.values import Role
from station.desk import day_close as deeds
from station.ledger.case_list import State, Wanted
from station.ledger.review_views import day_close_view, day_closes
from station.ledger.views import Views
from station.web.context import InStation, Operator, SignedIn, Station
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


@router.get("/day-close")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Today's close of the operator's department; and, for supervisors, of everybody's."""
    operator.require(*HANDLERS, Role.SUPERVISOR, Role.AUDITOR)
    day = deeds.today(station.ledger, station.zone)
    with station.ledger.views() as views:
        mine = views.books.day_close_of(operator.department, day)
        sees_all = operator.may(Role.SUPERVISOR, Role.AUDITOR)
        lines = day_closes(views, day) if sees_all else ()
    if mine and not lines:
        return go("/day-close", mine.id)
    return page(request, "day_closes.html", day=day, mine=mine, lines=lines)


@router.post("/day-close")
def begin(station: InStation, operator: SignedIn, deed: Annotated[UUID, Form()]) -> Response:
    """Begin to close today."""
    deeds.open_day_close(station.ledger, operator.caller(deed), zone=station.zone)
    return go("/day-close", deed)


@router.get("/day-close/{close}")
def show(request: Request, station: InStation, operator: SignedIn, close: UUID) -> Response:
    """The count, and after "done" what differs."""
    with station.ledger.views() as views:
        view = day_close_view(views, close)
        require_may_see(operator, view.close.department)
        names = {d.id: d.name for d in views.departments()}
        case_count = _cases(views, operator, view.close)
    is_own = operator.department == view.close.department and operator.may(*HANDLERS)
    return page(
        request,
        "day_close.html",
        view=view,
        departments=names,
        is_own=is_own,
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
    if operator.department != department and not operator.may(Role.SUPERVISOR, Role.AUDITOR):
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
