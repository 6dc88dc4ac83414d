"""事案: a piece that is missed, who is asked to search for it, and what they answered."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, StrictBool

from station.custody.incident import LOOKERS, is_asked, may_see_all
from station.custody.values import IncidentEnd
from station.desk import incident as deeds
from station.ledger.views import IncidentLine, SearchLine
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed, DepartmentId, Reason, Reasoned
from station.web.context import InStation, Operator, SignedIn, seen_by
from station.web.routes.incidents import look_at

router = APIRouter(prefix="/api", tags=["incidents"])


class Ask(Deed):
    """A department that is asked to search, too."""

    department: DepartmentId


class Answer(Deed):
    """Whether the piece is there."""

    found: StrictBool
    note: Reason = ""


class SearchRequest(BaseModel):
    """Who is asked, how often, and their answer; `found` is null before there is one."""

    id: UUID
    department: str
    person: str
    asked_at: datetime
    times_asked: int
    found: bool | None
    answered_by: str
    note: str


class OneIncident(BaseModel):
    """An incident; whoever is asked sees their own search and not the others' answers."""

    id: UUID
    piece: Piece
    opened_by: str
    opened_at: datetime
    reason: str
    end: IncidentEnd | None
    closed_at: datetime | None
    searches: list[SearchRequest]


class Incidents(BaseModel):
    """Incidents, newest first: all for those who oversee them, else where an answer is due."""

    incidents: list[OneIncident]


def _search(it: SearchLine) -> SearchRequest:
    return SearchRequest(
        id=it.search.id,
        department=it.search.department,
        person=it.person,
        asked_at=it.search.asked_at,
        times_asked=it.search.times_asked,
        found=it.search.found,
        answered_by=it.answered_by,
        note=it.note,
    )


def _told(operator: Operator, line: IncidentLine) -> OneIncident:
    actor, it = operator.actor, line.incident
    seen = [s for s in line.searches if may_see_all(actor) or is_asked(actor, s.search)]
    return OneIncident(
        id=it.id,
        piece=piece(line.line),
        opened_by=line.opened_by,
        opened_at=it.opened_at,
        reason=it.reason,
        end=it.end,
        closed_at=it.closed_at,
        searches=[_search(one) for one in seen],
    )


@router.get("/incidents")
def index(station: InStation, operator: SignedIn) -> Incidents:
    """List incidents."""
    operator.require(*LOOKERS)
    with seen_by(station, operator) as views:
        if may_see_all(operator.actor):
            found = (*views.incidents(is_open=True), *views.incidents(is_open=False))
        else:
            found = views.asked_of(operator.department, operator.person)
    return Incidents(incidents=[_told(operator, line) for line in found])


@router.get("/incidents/{incident}")
def show(station: InStation, operator: SignedIn, incident: UUID) -> OneIncident:
    """Tell of one incident: all of it, or what somebody is asked."""
    with seen_by(station, operator) as views:
        return _told(operator, look_at(views, operator.actor, incident))


@router.post("/items/{item}/incident")
def open_incident(station: InStation, operator: SignedIn, item: UUID, body: Reasoned) -> Recorded:
    """Say that a piece is missed; the incident's id is the deed's."""
    caller = operator.caller(body.deed)
    deeds.open_incident(station.ledger, caller, item=item, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/incidents/{incident}/ask")
def ask(station: InStation, operator: SignedIn, incident: UUID, body: Ask) -> Recorded:
    """Ask one more department to search."""
    caller = operator.caller(body.deed)
    deeds.request_search(station.ledger, caller, incident=incident, department=body.department)
    return Recorded(deed=body.deed)


@router.post("/incidents/{incident}/remind")
def remind(station: InStation, operator: SignedIn, incident: UUID, body: Deed) -> Recorded:
    """Ask everybody once more who has not answered."""
    deeds.remind(station.ledger, operator.caller(body.deed), incident=incident)
    return Recorded(deed=body.deed)


@router.post("/incidents/{incident}/answers/{search}")
def answer(
    station: InStation, operator: SignedIn, incident: UUID, search: UUID, body: Answer
) -> Recorded:
    """Say whether the piece is there."""
    with seen_by(station, operator) as views:
        look_at(views, operator.actor, incident)
    caller = operator.caller(body.deed)
    deeds.answer_search(station.ledger, caller, search=search, found=body.found, note=body.note)
    return Recorded(deed=body.deed)


@router.post("/incidents/{incident}/found")
def close_as_found(
    station: InStation, operator: SignedIn, incident: UUID, body: Reasoned
) -> Recorded:
    """End an incident whose piece somebody else has found."""
    caller = operator.caller(body.deed)
    deeds.close_as_found(station.ledger, caller, incident=incident, reason=body.reason)
    return Recorded(deed=body.deed)
