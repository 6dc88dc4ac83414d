"""要確認: cases, and what supervisors and those who second them decide about them."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from station.custody.refusal import Reason as Why
from station.custody.refusal import Refused
from station.custody.review import EFFECTS, SECONDERS, SETTLEMENTS, settlements
from station.custody.state import Case
from station.custody.values import CaseKind, Role, Settlement
from station.desk import review as deeds
from station.desk import sorting
from station.ledger.views import Views
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed, DepartmentId, Reason, Reasoned
from station.web.context import InStation, SignedIn
from station.web.routes.review import evidence, require_may_see

router = APIRouter(prefix="/api/review", tags=["review"])


class Route(Deed):
    """Where an undecided piece belongs."""

    department: DepartmentId
    reason: Reason = ""


class Propose(Deed):
    """What a second person is asked to agree to."""

    settlement: Settlement
    reason: Reason = ""


class Second(Deed):
    """The proposal that was looked at."""

    proposal: UUID


class Proposal(BaseModel):
    """What a supervisor proposed, and why."""

    id: UUID
    settlement: Settlement
    by: str
    reason: str


class CaseLine(BaseModel):
    """A case: what kind, since when, and what it is about."""

    id: UUID
    what: CaseKind
    opened_at: datetime
    is_open: bool
    arrival: UUID | None
    item: UUID | None
    handover: UUID | None
    day_close: UUID | None
    department: str | None
    proposal: Proposal | None


class Cases(BaseModel):
    """Open cases, oldest first; for others than supervisors those that wait to be seconded."""

    cases: list[CaseLine]


class OneCase(CaseLine):
    """A case with its evidence, what may be done about it, and how it was settled.

    `by_reason` says that a reason settles it; what is in `by_two` takes a second person.
    """

    piece: Piece | None
    missing_expected: list[str]
    missing: list[Piece]
    extra: list[Piece]
    by_reason: bool
    by_two: list[Settlement]
    may_be_corrected: bool
    settlement: Settlement | None
    settled_by: str | None
    reason: str | None


def _line(views: Views, it: Case) -> CaseLine:
    asked = it.proposal
    proposal = None
    if asked:
        by = views.names([asked.by]).get(asked.by, "")
        proposal = Proposal(id=asked.id, settlement=asked.settlement, by=by, reason=asked.reason)
    return CaseLine(
        id=it.id,
        what=it.what,
        opened_at=it.opened_at,
        is_open=it.is_open,
        arrival=it.arrival,
        item=it.item,
        handover=it.handover,
        day_close=it.day_close,
        department=it.department,
        proposal=proposal,
    )


@router.get("")
def index(station: InStation, operator: SignedIn) -> Cases:
    """List cases."""
    operator.require(*SECONDERS)
    with station.ledger.views() as views:
        found = views.open_cases() if operator.may(Role.SUPERVISOR) else views.proposed_cases()
        return Cases(cases=[_line(views, it) for it in found])


@router.get("/{case}")
def show(station: InStation, operator: SignedIn, case: UUID) -> OneCase:
    """Tell of one case."""
    with station.ledger.views() as views:
        kept = views.books.case(case)
        require_may_see(operator, kept)
        known = evidence(views, kept, with_words=False)
        possible = settlements(kept)
        settler = kept.settled_by
        return OneCase(
            **_line(views, kept).model_dump(),
            piece=piece(known["line"]) if known["line"] else None,
            missing_expected=list(known["missing_expected"]),
            missing=[piece(line) for line in known["missing"]],
            extra=[piece(line) for line in known["extra"]],
            by_reason=Settlement.EXPLAINED in possible,
            by_two=[it for it in possible if it in EFFECTS],
            may_be_corrected=kept.settlement in SETTLEMENTS[kept.what],
            settlement=kept.settlement,
            settled_by=known["names"].get(settler, "") if settler else None,
            reason=kept.reason,
        )


@router.post("/{case}/settle")
def settle(station: InStation, operator: SignedIn, case: UUID, body: Reasoned) -> Recorded:
    """Settle a case by a reason."""
    caller = operator.caller(body.deed)
    deeds.settle_case(station.ledger, caller, case=case, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/{case}/route")
def route(station: InStation, operator: SignedIn, case: UUID, body: Route) -> Recorded:
    """Say where an undecided piece belongs."""
    with station.ledger.views() as views:
        item = views.books.case(case).item
    if item is None:
        raise Refused(Why.OTHER_SETTLEMENT)
    caller = operator.caller(body.deed)
    sorting.decide_route(
        station.ledger, caller, item=item, department=body.department, reason=body.reason
    )
    return Recorded(deed=body.deed)


@router.post("/{case}/propose")
def propose(station: InStation, operator: SignedIn, case: UUID, body: Propose) -> Recorded:
    """Propose what takes a second person; the proposal's id is the deed's."""
    caller = operator.caller(body.deed)
    deeds.propose_settlement(
        station.ledger, caller, case=case, settlement=body.settlement, reason=body.reason
    )
    return Recorded(deed=body.deed)


@router.post("/{case}/second")
def second(station: InStation, operator: SignedIn, case: UUID, body: Second) -> Recorded:
    """Second what a supervisor proposed."""
    caller = operator.caller(body.deed)
    deeds.second_settlement(station.ledger, caller, case=case, proposal=body.proposal)
    return Recorded(deed=body.deed)


@router.post("/{case}/correct")
def correct(station: InStation, operator: SignedIn, case: UUID, body: Reasoned) -> Recorded:
    """Open a case again that was settled wrongly."""
    caller = operator.caller(body.deed)
    deeds.correct_settlement(station.ledger, caller, case=case, reason=body.reason)
    return Recorded(deed=body.deed)
