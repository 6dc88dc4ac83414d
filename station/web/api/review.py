"""要確認: cases, and what supervisors and those who second them decide about them."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from station.custody.incident import OVERSEERS
from station.custody.refusal import Reason as Why
from station.custody.refusal import Refused
from station.custody.review import SECONDERS
from station.custody.state import Case
from station.custody.values import CaseKind, Settlement
from station.desk import review as deeds
from station.desk import sorting
from station.ledger.case_file import CaseFile, case_file
from station.ledger.case_list import State
from station.ledger.views import LISTED_MAX, Views
from station.papers.case_history import case_history
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed, DepartmentId, Reason, Reasoned
from station.web.case_offers import Offers, offers
from station.web.context import InStation, Operator, SignedIn, locale_of, seen_by
from station.web.routes.review import (
    PAGES_MAX,
    Asked,
    hides_reason,
    require_may_see,
    wanted_by,
    words_for,
)
from station.words import sayer

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
    """A case: what kind, since when, what it is about, and how it was settled.

    `department` and `day` are those of a day close.
    """

    id: UUID
    what: CaseKind
    opened_at: datetime
    is_open: bool
    arrival: UUID | None
    item: UUID | None
    handover: UUID | None
    day_close: UUID | None
    department: str | None
    day: date | None
    proposal: Proposal | None
    settlement: Settlement | None
    settled_at: datetime | None


class Cases(BaseModel):
    """One page of cases, and how many there are in all.

    Open ones come by gravity and then the oldest first, settled ones the last settled first.  For
    others than supervisors and auditors there are those that wait to be seconded.  `kinds` counts
    them by kind, whichever kind is asked for.
    """

    total: int
    kinds: dict[CaseKind, int]
    cases: list[CaseLine]


class Entry(BaseModel):
    """One of the two words on a route; no department says that the addressee names none."""

    person: str
    department: str | None
    at: datetime


class Seen(BaseModel):
    """When and with whom a piece was last seen before the case was opened."""

    at: datetime
    person: str
    department: str | None


class Objection(BaseModel):
    """Why somebody says that a route is wrong."""

    person: str
    department: str | None
    route: str
    reason: str
    at: datetime


class Referral(BaseModel):
    """How the sets of a handover differed when a side asked the supervisor."""

    person: str
    department: str | None
    at: datetime
    missing: list[Piece]
    extra: list[Piece]


class CaseStep(BaseModel):
    """One line of what became of the case, in the reader's language."""

    at: datetime
    text: str


class May(BaseModel):
    """What whoever asks may do with the case now."""

    settle: bool
    propose: list[Settlement]
    route: bool
    second: bool
    correct: bool


class OneCase(CaseLine):
    """A case with its evidence, what may be done about it and by whom, and what became of it.

    `place` is where the thing is by the books, `scanned_in` where it was scanned, `belongs_to` who
    should have it.  `by_reason` says that a reason settles it; what is in `by_two` takes a second
    person; who is `apart` may do neither.  `missing` and `extra` are of the last referral.  The
    `reason` is left out as long as it would tell a word that waits for its check entry.
    """

    place: str
    scanned_in: str | None
    belongs_to: str | None
    piece: Piece | None
    same_number: list[Piece]
    last_seen: Seen | None
    entries: list[Entry]
    objection: Objection | None
    missing_expected: list[str]
    referrals: list[Referral]
    missing: list[Piece]
    extra: list[Piece]
    by_reason: bool
    by_two: list[Settlement]
    may_be_corrected: bool
    apart: list[str]
    may: May
    settled_by: str | None
    reason: str | None
    history: list[CaseStep]


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
        day=it.day,
        proposal=proposal,
        settlement=it.settlement,
        settled_at=it.settled_at,
    )


PageNumber = Annotated[int, Query(ge=1, le=PAGES_MAX)]


@router.get("")
def index(
    station: InStation,
    operator: SignedIn,
    state: State | None = None,
    kind: CaseKind | None = None,
    item: UUID | None = None,
    arrival: UUID | None = None,
    close: UUID | None = None,
    page: PageNumber = 1,
) -> Cases:
    """List cases, 500 at once; the open ones where neither a state nor a thing is named."""
    operator.require(*SECONDERS, *OVERSEERS)
    asked = Asked(state=state, kind=kind, item=item, arrival=arrival, close=close)
    wanted = wanted_by(operator, asked)
    with seen_by(station, operator) as views:
        kinds = views.cases.counts(wanted)
        total = kinds.get(wanted.kind, 0) if wanted.kind else sum(kinds.values())
        found = views.cases.page(wanted, page, LISTED_MAX)
        return Cases(total=total, kinds=kinds, cases=[_line(views, it) for it in found])


@router.get("/{case}")
def show(request: Request, station: InStation, operator: SignedIn, case: UUID) -> OneCase:
    """Tell of one case."""
    with seen_by(station, operator) as views:
        kept = views.books.case(case)
        require_may_see(operator, kept)
        file = case_file(views, case)
        told = case_history(views, file, sayer(locale_of(request)), reader=operator.person)
        return OneCase(
            **_line(views, kept).model_dump(),
            **_evidence(operator, file),
            by_reason=file.alone,
            by_two=list(file.by_two),
            may_be_corrected=file.may_be_corrected,
            apart=sorted(file.names.get(person, "") for person in file.involved),
            may=_may(offers(views, operator, file)),
            settled_by=file.names.get(kept.settled_by, "") if kept.settled_by else None,
            reason=None if hides_reason(operator, file) else kept.reason,
            history=[CaseStep(at=step.at, text=step.text) for step in told],
        )


def _may(offer: Offers) -> May:
    return May(
        settle=offer.settle,
        propose=list(offer.by_two),
        route=offer.route,
        second=offer.second,
        correct=offer.correct,
    )


def _evidence(operator: Operator, file: CaseFile) -> dict[str, Any]:
    """Return what a case is judged by, as far as whoever asks may learn it."""

    def name(person: UUID | None) -> str:
        return file.names.get(person, "") if person else ""

    seen, said = file.last_seen, file.objection
    referrals = [
        Referral(
            person=name(it.person),
            department=it.theirs,
            at=it.at,
            missing=[piece(line) for line in it.missing],
            extra=[piece(line) for line in it.extra],
        )
        for it in file.referrals
    ]
    return {
        "place": file.place,
        "scanned_in": file.scanned_in,
        "belongs_to": file.whose,
        "piece": piece(file.line) if file.line else None,
        "same_number": [piece(line) for line in file.others],
        "last_seen": Seen(at=seen.at, person=name(seen.person), department=seen.department)
        if seen
        else None,
        "entries": [
            Entry(person=name(it.person), department=it.department, at=it.at)
            for it in words_for(operator, file)
        ],
        "objection": Objection(
            person=name(said.person),
            department=said.theirs,
            route=said.route,
            reason=said.reason,
            at=said.at,
        )
        if said
        else None,
        "missing_expected": list(file.missing_expected),
        "referrals": referrals,
        "missing": referrals[-1].missing if referrals else [],
        "extra": referrals[-1].extra if referrals else [],
    }


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
