"""収受: opening an arrival, scanning into it, closing it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile

from station.custody.arrival import SLIPS_MAX, missing_numbers, unscanned_labels
from station.custody.incident import OVERSEERS
from station.custody.refusal import Reason, Refused
from station.custody.state import Arrival, ArrivalStatus
from station.custody.values import Role
from station.desk import arrival as deeds
from station.desk.day_close import today
from station.desk.scans import Seen
from station.ledger.case_list import State, Wanted
from station.ledger.expected_lists import ExpectedList
from station.ledger.store import Done
from station.ledger.views import Views
from station.scan.pictures import BYTES_MAX, evidence
from station.web import arrival_lines
from station.web.context import InStation, Operator, SignedIn, Station, seen_by
from station.web.one_thread import OneThread
from station.web.pages import go, page
from station.web.scanning import (
    Counted,
    KeyedScan,
    OneOnly,
    ScanAnswer,
    TypedScan,
    take_keyed,
    take_picture,
    take_typed,
)
from station.web.withheld import has_to_count
from station.web.written import LINE
from station.words import noted as _

router = APIRouter(route_class=OneThread)

CARRIERS = ("日本郵便", "ヤマト運輸", "佐川急便", "DHL", "FedEx", "UPS")
TAKERS_IN = (Role.DUTY_OFFICER, Role.CLERK)

KEPT = "kept"
SLIP_KEPT = _("The picture of the slip is kept.")


@router.get("/arrivals")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Open arrivals, and the form for a new one."""
    operator.require(*TAKERS_IN)
    with station.ledger.views() as views:
        values: dict[str, Any] = {
            "arrivals": views.arrivals(operator.department, is_open=True),
            "closed": views.arrivals(operator.department, is_open=False)[:10],
            "lists": views.expected_lists(today(station.ledger, station.zone)),
        }
        values["differed"] = views.closed_with_difference(it.id for it in values["closed"])
    values["due_list"] = due_alone(values["lists"])
    return page(request, "arrivals.html", carriers=CARRIERS, **values)


def due_alone(lists: Sequence[ExpectedList]) -> UUID | None:
    """Return the list of which alone pieces are due today; of none or several nobody guesses."""
    due = [it.id for it in lists if it.due_today]
    return due[0] if len(due) == 1 else None


@router.post("/arrivals")
def open_arrival(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    declared_count: Annotated[int, Form()],
    carrier: Annotated[str, Form(max_length=60), LINE] = "",
    other_carrier: Annotated[str, Form(max_length=60), LINE] = "",
    arrived_at: Annotated[datetime | Literal[""], Form()] = "",
    list_id: Annotated[UUID | Literal[""], Form()] = "",
    slip: UploadFile | None = None,
) -> Response:
    """Open an arrival; the time is one of the office's own clock, and now where it is empty.

    `slip` is a picture of the carrier's own slip, if one is taken.
    """
    deeds.open_arrival(
        station.ledger,
        operator.caller(deed),
        carrier=carrier or other_carrier,
        declared_count=declared_count,
        arrived_at=arrived_at.replace(tzinfo=station.zone) if arrived_at else None,
        list_id=list_id or None,
        slip=photo_of(slip) if slip else None,
    )
    return go("/arrivals", deed)


def photo_of(upload: UploadFile) -> bytes | None:
    """Return an upload as the evidence that is kept; None where no file was chosen."""
    data = upload.file.read(BYTES_MAX + 1)
    return evidence(data) if data else None


@router.get("/arrivals/{arrival}")
def scanning(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, slip: str = ""
) -> Response:
    """The scanning screen of an arrival; `slip` is said to be kept, right after it was."""
    with seen_by(station, operator) as views:
        kept = readable(views, operator, arrival)
        values = _state(views, operator, kept, withholds=withholds(station, operator, views, kept))
    lines = values["lines"]
    mine = next((line for line in lines if line.item.taken_in_by == operator.person), None)
    values["slip_says"] = SLIP_KEPT if slip == KEPT else ""
    return page(request, "arrival.html", mine=mine, **values)


def _state(
    views: Views, operator: Operator, arrival: Arrival, *, withholds: bool
) -> dict[str, Any]:
    key = arrival.id
    cases = views.books.open_cases(arrival=key)
    lines = () if withholds else views.items_of_arrival(key)
    return {
        "arrival": arrival,
        "difference": arrival_lines.difference(views, arrival),
        "is_asked": arrival_lines.is_asked(cases),
        "may_take_in": may_take_in(operator, arrival),
        **_of_whom(views, operator, arrival),
        "lines": lines,
        "scanned": () if withholds else arrival_lines.scanned(lines, cases),
        "withholds": withholds,
        "missing": missing_numbers(views.books, arrival),
        "unscanned": unscanned_labels(
            views.books, arrival, (line.item for line in reversed(lines))
        ),
        "case_count": _cases(views, operator, key),
        "may_keep_slip": operator.may(*TAKERS_IN) and operator.department == arrival.department,
        "slips_max": SLIPS_MAX,
    }


def _cases(views: Views, operator: Operator, key: UUID) -> int:
    """Return how many cases an arrival has, open or settled, for those who may see them."""
    if not operator.may(*OVERSEERS):
        return 0
    return sum(views.cases.counts(Wanted(State.ALL, arrival=key)).values())


def may_take_in(operator: Operator, arrival: Arrival) -> bool:
    """Whether the operator may scan into an arrival, close it or refer it; others only look."""
    return operator.department == arrival.department and operator.may(*TAKERS_IN)


def readable(views: Views, operator: Operator, key: UUID) -> Arrival:
    """Return an arrival to the department whose it is and to overseers; refuses everybody else."""
    operator.require(*TAKERS_IN, *OVERSEERS)
    arrival = views.books.arrival(key)
    if not may_take_in(operator, arrival) and not operator.may(*OVERSEERS):
        raise Refused(Reason.NOT_MEMBER, expected=arrival.department, got=operator.department)
    return arrival


def withholds(station: Station, operator: Operator, views: Views, arrival: Arrival) -> bool:
    """Whether an arrival's pieces are kept from its reader, who has something to count.

    What came together is handed over together.  Into one's own open arrival one scans on; what it
    lists lies before its own people.
    """
    is_scanned = may_take_in(operator, arrival) and arrival.status is not ArrivalStatus.CLOSED
    return not is_scanned and has_to_count(station, operator, views)


def _of_whom(views: Views, operator: Operator, arrival: Arrival) -> dict[str, str]:
    """Return whose arrival it is in words; most are the operator's own, and nothing is asked."""
    opener, place = arrival.opened_by, arrival.department
    is_own, is_here = opener == operator.person, place == operator.department
    return {
        "opened_by": operator.name if is_own else views.names([opener]).get(opener, ""),
        "opened_in": operator.department_name if is_here else views.books.department(place).name,
    }


@router.post("/api/arrivals/{arrival}/scans")
def scan(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, scan: KeyedScan
) -> Counted:
    """Record what a hand scanner typed."""
    taking = _Taking(station, operator, arrival)
    return taking.answered(take_keyed(request, scan, taking))


@router.post("/api/arrivals/{arrival}/typed")
def typed(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, scan: TypedScan
) -> Counted:
    """Record a number typed twice by hand."""
    taking = _Taking(station, operator, arrival)
    return taking.answered(take_typed(request, scan, taking))


@router.post("/api/arrivals/{arrival}/pictures")
def picture(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: OneOnly = "false",
) -> Counted:
    """Record what a picture shows, or a camera's frame (`only_one`)."""
    taking = _Taking(station, operator, arrival)
    answers = take_picture(request, deed, picture, taking, only_one=only_one == "true", keeps=True)
    return taking.answered(answers)


@dataclass
class _Taking:
    """Takes pieces into an arrival, and knows how many it has behind the last of them."""

    station: Station
    operator: Operator
    arrival: UUID
    count: int | None = None

    def __call__(self, deed: UUID, seen: Seen) -> Done:
        caller = self.operator.caller(deed)
        done = deeds.take_in(self.station.ledger, caller, arrival=self.arrival, seen=seen)
        self.count = done.count
        return done

    def answered(self, answers: list[ScanAnswer]) -> Counted:
        if self.count is None:  # nothing was scanned
            with self.station.ledger.views() as views:
                self.count = readable(views, self.operator, self.arrival).count
        return Counted(answers=answers, count=self.count)


@router.post("/arrivals/{arrival}/undo")
def undo(
    station: InStation, operator: SignedIn, arrival: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Take back one's own last scan."""
    deeds.undo_taking_in(station.ledger, operator.caller(deed), arrival=arrival)
    return go("/arrivals", arrival)


@router.post("/arrivals/{arrival}/close")
def close(
    station: InStation, operator: SignedIn, arrival: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Close an arrival whose count is right."""
    deeds.close_arrival(station.ledger, operator.caller(deed), arrival=arrival)
    return go("/arrivals", arrival)


@router.post("/arrivals/{arrival}/refer")
def refer(
    station: InStation, operator: SignedIn, arrival: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Leave a difference to the supervisor."""
    deeds.refer_arrival(station.ledger, operator.caller(deed), arrival=arrival)
    return go("/arrivals", arrival)
