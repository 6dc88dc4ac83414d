"""事案: a piece that is missed, who is asked to search for it, and what they answered."""

from dataclasses import replace
from io import BytesIO
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Query, Request, Response

from station.custody.incident import LOOKERS, OVERSEERS, is_asked, may_see_all, require_may_look
from station.custody.values import Actor, Settlement
from station.desk import incident as deeds
from station.desk.incident_file import incident_file
from station.ledger.views import IncidentLine, Views
from station.papers.chronology import chronology
from station.papers.incident_files import MEDIA_TYPES, WRITERS, Format, write_lost_report
from station.papers.incident_report import incident_report
from station.settings import settings_from
from station.web import photos
from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.pages import as_file, go, page
from station.web.routes.review import REASON_LENGTH_MAX
from station.web.written import LINES
from station.words import sayer

router = APIRouter()

Deed = Annotated[UUID, Form()]
Text = Annotated[str, Form(max_length=REASON_LENGTH_MAX), LINES]


@router.get("/incidents")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every incident for who oversees them; for others, those in which an answer is due."""
    operator.require(*LOOKERS)
    with seen_by(station, operator) as views:
        asked = views.asked_of(operator.department, operator.person)
        sees_all = may_see_all(operator.actor)
        going_on = views.incidents(is_open=True) if sees_all else ()
        over = views.incidents(is_open=False) if sees_all else ()
    return page(
        request, "incidents.html", asked=asked, going_on=going_on, over=over, sees_all=sees_all
    )


@router.get("/incidents/{incident}")
def show(request: Request, station: InStation, operator: SignedIn, incident: UUID) -> Response:
    """One incident: all of it, or what somebody is asked."""
    actor = operator.actor
    with seen_by(station, operator) as views:
        line = look_at(views, actor, incident)
        sees_all = may_see_all(actor)
        steps = chronology(views, line.incident.item, sayer(locale_of(request))) if sees_all else ()
        return page(
            request,
            "incident.html",
            file=incident_file(views, incident),
            mine=[it for it in line.searches if is_asked(actor, it.search)],
            sees_all=sees_all,
            steps=steps,
            departments=[it for it in views.departments() if not it.is_closed],
            names={it.id: it.name for it in views.departments()},
            may_be_lost=Settlement.DECLARE_LOST,
            formats=[*Format],
        )


def look_at(views: Views, actor: Actor, incident: UUID) -> IncidentLine:
    """Return an incident to whoever may see it; refuses the others."""
    line = views.incident(incident)
    require_may_look(actor, tuple(it.search for it in line.searches))
    return line


@router.get("/incidents/{incident}/photo")
def photo(request: Request, station: InStation, operator: SignedIn, incident: UUID) -> Response:
    """The picture from which the missed piece was read, for whoever searches for it."""
    with seen_by(station, operator) as views:
        ref = look_at(views, operator.actor, incident).line.item.scan.photo
        return photos.shown(request, views, operator, ref, of=incident)


BlackOut = Annotated[Literal["names"] | None, Query()]


@router.get("/incidents/{incident}/report.{form}")
def report(
    request: Request,
    station: InStation,
    operator: SignedIn,
    incident: UUID,
    form: Format,
    black_out: BlackOut = None,
) -> Response:
    """Send the report of an incident; blacked out, it names nobody."""
    operator.require(*OVERSEERS)
    say, setting = sayer(locale_of(request)), replace(settings_from(), zone=station.zone)
    with seen_by(station, operator) as views:
        file = incident_file(views, incident)
        now = station.ledger.now()
        hidden = black_out is not None
        written = incident_report(
            views, file, setting, say, now, black_out=hidden, mark=station.mark
        )
    ref = file.line.line.item.scan.photo
    if ref and not hidden:
        photos.note(request, operator, ref.id)
    to = BytesIO()
    WRITERS[form](to, written)
    return as_file(request, to.getvalue(), f"{written.title}.{form}", MEDIA_TYPES[form])


@router.get("/incidents/{incident}/police.pdf")
def police(request: Request, station: InStation, operator: SignedIn, incident: UUID) -> Response:
    """Send the facts that a lost property report asks for, on one page."""
    operator.require(*OVERSEERS)
    say, setting = sayer(locale_of(request)), replace(settings_from(), zone=station.zone)
    with seen_by(station, operator) as views:
        file = incident_file(views, incident)
    to = BytesIO()
    write_lost_report(to, file, setting, say, station.mark)
    name = f"遺失届_{file.found.number}.pdf"
    return as_file(request, to.getvalue(), name, MEDIA_TYPES[Format.PDF])


@router.post("/items/{item}/incident")
def open_incident(
    station: InStation, operator: SignedIn, item: UUID, deed: Deed, reason: Text = ""
) -> Response:
    """Say that a piece is missed; everybody who may have it is asked."""
    deeds.open_incident(station.ledger, operator.caller(deed), item=item, reason=reason)
    return go("/incidents", deed)


@router.post("/incidents/{incident}/ask")
def ask(
    station: InStation,
    operator: SignedIn,
    incident: UUID,
    deed: Deed,
    department: Annotated[str, Form()],
) -> Response:
    """Ask one more department to search."""
    caller = operator.caller(deed)
    deeds.request_search(station.ledger, caller, incident=incident, department=department)
    return go("/incidents", incident)


@router.post("/incidents/{incident}/remind")
def remind(station: InStation, operator: SignedIn, incident: UUID, deed: Deed) -> Response:
    """Ask everybody once more who has not answered."""
    deeds.remind(station.ledger, operator.caller(deed), incident=incident)
    return go("/incidents", incident)


@router.post("/incidents/{incident}/answers/{search}")
def answer(
    station: InStation,
    operator: SignedIn,
    incident: UUID,
    search: UUID,
    deed: Deed,
    found: Annotated[Literal["yes", "no"], Form()],
    note: Text = "",
) -> Response:
    """Say whether the piece is there."""
    caller = operator.caller(deed)
    deeds.answer_search(station.ledger, caller, search=search, found=found == "yes", note=note)
    return go("/incidents", incident)


@router.post("/incidents/{incident}/found")
def close_as_found(
    station: InStation, operator: SignedIn, incident: UUID, deed: Deed, reason: Text = ""
) -> Response:
    """End an incident whose piece somebody else has found."""
    deeds.close_as_found(station.ledger, operator.caller(deed), incident=incident, reason=reason)
    return go("/incidents", incident)
