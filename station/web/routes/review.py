"""要確認: what only a supervisor may settle."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.arrival import missing_numbers
from station.custody.receipt import differences
from station.custody.refusal import Reason, Refused
from station.custody.review import EFFECTS, SECONDERS, SETTLEMENTS, settlements
from station.custody.state import Case
from station.custody.values import CaseKind, Role, Settlement
from station.desk import review as deeds
from station.desk import sorting
from station.ledger.review_views import Delivered, delivered_of
from station.ledger.views import Views
from station.web import photos
from station.web.context import InStation, Operator, SignedIn
from station.web.pages import go, page

router = APIRouter()

REASON_LENGTH_MAX = 500


@router.get("/review")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every open case, oldest first; for others than supervisors, what waits to be seconded."""
    operator.require(*SECONDERS)
    with station.ledger.views() as views:
        cases = views.open_cases() if operator.may(Role.SUPERVISOR) else views.proposed_cases()
        lines = {line.item.id: line for line in views.items(c.item for c in cases if c.item)}
        due = views.expected(case.expected for case in cases)
        names = views.names(case.author for case in cases)
        places = {case.id: _where(views, case) for case in cases}
    return page(
        request, "review.html", cases=cases, lines=lines, due=due, names=names, places=places
    )


def _where(views: Views, case: Case) -> str:
    """Return in words where a case arose: between whom, in whose arrival, in which department."""
    books = views.books
    if case.handover is not None:
        handover = books.handover(case.handover)
        sides = (books.department(side).name for side in (handover.giver, handover.receiver))
        return " → ".join(sides)
    arrival = books.arrival(case.arrival) if case.arrival is not None else None
    place = case.department or (arrival.department if arrival else None)
    named = [books.department(place).name] if place is not None else []
    return " ".join([*named, *([arrival.carrier] if arrival else [])])


@router.get("/review/{case}")
def show(request: Request, station: InStation, operator: SignedIn, case: UUID) -> Response:
    """One case with its evidence, and what may be done about it."""
    with station.ledger.views() as views:
        kept = views.books.case(case)
        require_may_see(operator, kept)
        values = evidence(views, kept, with_words=operator.may(Role.SUPERVISOR))
    possible = settlements(kept)
    return page(
        request,
        "case.html",
        case=kept,
        alone=Settlement.EXPLAINED in possible,
        by_two=[settlement for settlement in possible if settlement in EFFECTS],
        correctable=SETTLEMENTS[kept.what],
        **values,
    )


def require_may_see(operator: Operator, case: Case) -> None:
    """Refuse a case to whoever is neither supervisor nor asked to second a proposal."""
    operator.require(*(SECONDERS if case.proposal else {Role.SUPERVISOR}))


def evidence(views: Views, case: Case, *, with_words: bool) -> dict[str, Any]:
    """Return what is to be seen of a case; both entries of a disagreement only with words."""
    books = views.books
    item = books.item(case.item) if case.item else None
    handover = books.handover(case.handover) if case.handover else None
    arrival = books.arrival(case.arrival) if case.arrival else None
    told = item is not None and with_words and not item.awaits_check
    words = [word for word in (item.first, item.check) if word] if item and told else []
    missing, extra = differences(handover) if handover else ((), ())
    return {
        "line": views.items([item.id])[0] if item else None,
        "incident": _incident(views, case),
        "due": views.expected([case.expected]).get(case.expected) if case.expected else None,
        "words": words,
        "handover": handover,
        "arrival": arrival,
        "missing_expected": missing_numbers(books, arrival) if arrival else (),
        "delivered": _delivered(views, case),
        "missing": views.items(missing),
        "extra": views.items(extra),
        "names": views.names(
            [
                case.author,
                case.settled_by,
                case.proposal.by if case.proposal else None,
                *(word.person for word in words),
            ]
        ),
        "departments": views.departments(),
        "department_names": {d.id: d.name for d in views.departments()},
    }


def _delivered(views: Views, case: Case) -> Delivered | None:
    """Return how a piece has left the house that a day's count found too much."""
    is_extra = case.what is CaseKind.DAY_CLOSE_EXTRA
    return delivered_of(views, case.scan) if is_extra and case.scan is not None else None


def _incident(views: Views, case: Case) -> UUID | None:
    """Return the incident of a case in which people still search."""
    known = views.books.incidents_of(case.item) if case.item else ()
    return next((it.id for it in known if it.case == case.id and it.is_open), None)


@router.get("/review/{case}/photo")
def photo(request: Request, station: InStation, operator: SignedIn, case: UUID) -> Response:
    """The picture that a case is about."""
    with station.ledger.views() as views:
        require_may_see(operator, views.books.case(case))
        scan = views.books.case(case).scan
        return photos.shown(request, views, operator, scan.photo if scan else None, of=case)


Why = Annotated[str, Form(max_length=REASON_LENGTH_MAX)]


@router.post("/review/{case}/settle")
def settle(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Settle a case by a reason."""
    deeds.settle_case(station.ledger, operator.caller(deed), case=case, reason=reason)
    return go("/review")


@router.post("/review/{case}/route")
def route(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    department: Annotated[str, Form()],
    reason: Why = "",
) -> Response:
    """Say where an undecided piece belongs."""
    with station.ledger.views() as views:
        item = views.books.case(case).item
    if item is None:
        raise Refused(Reason.OTHER_SETTLEMENT)
    sorting.decide_route(
        station.ledger, operator.caller(deed), item=item, department=department, reason=reason
    )
    return go("/review")


@router.post("/review/{case}/propose")
def propose(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    settlement: Annotated[Settlement, Form()],
    reason: Why = "",
) -> Response:
    """Propose what takes a second person."""
    caller = operator.caller(deed)
    deeds.propose_settlement(
        station.ledger, caller, case=case, settlement=settlement, reason=reason
    )
    return go("/review", case)


@router.post("/review/{case}/second")
def second(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    proposal: Annotated[UUID, Form()],
) -> Response:
    """Second what a supervisor proposed."""
    caller = operator.caller(deed)
    deeds.second_settlement(station.ledger, caller, case=case, proposal=proposal)
    return go("/review", case)


@router.post("/review/{case}/correct")
def correct(
    station: InStation,
    operator: SignedIn,
    case: UUID,
    deed: Annotated[UUID, Form()],
    reason: Why = "",
) -> Response:
    """Open a case again that was settled wrongly."""
    deeds.correct_settlement(station.ledger, operator.caller(deed), case=case, reason=reason)
    return go("/review", case)
