"""引渡し and 受領: one page with two sides.

Until the receiver says "done", nothing that is sent to the receiver's side names what was offered
or how many pieces it is.  What each side may see is decided here and nowhere in the page.
"""

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, Field

from station.custody.receipt import differences
from station.custody.refusal import Reason, Refused
from station.custody.sides import counts_blind, side_of
from station.custody.state import Handover, Phase
from station.custody.values import CaseKind, Role, Side
from station.desk import handover as deeds
from station.ledger.views import ItemLine, Views
from station.web import signing
from station.web.context import InStation, Operator, SignedIn, Station, is_signed_in, seen_by
from station.web.disowned import disowned_seen
from station.web.foreign import foreign_seen
from station.web.live import stream
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
from station.web.signing import Signing
from station.web.withheld import day_count
from station.web.written import LINES

router = APIRouter(route_class=OneThread)


class Standing(BaseModel):
    """Where a handover is, and how many of its two sides have signed.

    `is_empty` says, once both sides are done, that nothing is left in it: the giver breaks it off.
    """

    phase: Phase
    signed: int = Field(ge=0, le=2)
    is_empty: bool


AN_EVENT = {
    "type": "object",
    "description": "One event; its data is what `phase` answers, as JSON.",
    "required": ["data"],
    "properties": {"data": {"type": "string", "contentMediaType": "application/json"}},
}

HANDLERS = (Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER)


def ready_to_give(views: Views, operator: Operator, held: tuple[ItemLine, ...]) -> dict[str, int]:
    """Return how many of the pieces held wait to be handed over, by department.

    What nobody has sorted yet goes to those who sort.
    """
    ready = views.ready_for(operator.department)
    if operator.sorts_mail:
        return ready
    unsorted = sum(it.item.route is None and it.item.handover is None for it in held)
    for department in views.departments() if unsorted else ():
        if department.sorts_mail and not department.is_closed:
            ready[department.id] = ready.get(department.id, 0) + unsorted
    return ready


@router.get("/handovers")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Open handovers of this department, and the form for a new one.

    How much waits to be handed over is not told to whoever counts the day.
    """
    operator.require(*HANDLERS, Role.SUPERVISOR)
    with seen_by(station, operator) as views:
        departments = {d.id: d for d in views.departments()}
        ready = ready_to_give(views, operator, views.held(operator.department))
        count = day_count(station, operator, views)
        everything = operator.may(Role.SUPERVISOR)
        shown = views.handovers(None if everything else operator.department)
    return page(
        request,
        "handovers.html",
        departments=departments,
        ready=ready,
        handovers=shown,
        counts_day=count is not None,
    )


@router.post("/handovers")
def open_handover(
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    receiver: Annotated[str, Form()],
    person: Annotated[UUID | Literal[""], Form()] = "",
    in_person: Annotated[bool, Form()] = False,
) -> Response:
    """Begin a handover, to a department or to one person of it."""
    deeds.open_handover(
        station.ledger,
        operator.caller(deed),
        receiver=receiver,
        person=person or None,
        in_person=in_person,
    )
    return go("/handovers", deed)


@router.get("/handovers/{handover}")
def show(request: Request, station: InStation, operator: SignedIn, handover: UUID) -> Response:
    """The handover as this operator's side may see it."""
    operator.require(*HANDLERS, Role.SUPERVISOR)
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
        side = side_seen(operator, kept)
        asked = views.books.open_cases(handover=kept.id, what=CaseKind.SET_MISMATCH)
        values = {
            "handover": kept,
            "side": side,
            "disowned": disowned_seen(views, kept, side),
            "foreign": foreign_seen(views, kept),
            "is_asked": bool(asked),
            "is_withheld": side == "giver" and is_withheld(operator, kept),
            "is_empty": is_emptied(kept),
            "names": {d.id: d.name for d in views.departments()},
            "signers": views.names(
                [
                    kept.giver_signer,
                    kept.receiver_signer,
                    kept.giver_person,
                    kept.receiver_person,
                ]
            ),
            **sets_seen(views, operator, kept),
        }
    return page(request, "handover.html", **values)


def side_seen(operator: Operator, handover: Handover) -> str:
    """Which side the operator stands on; a supervisor who stands on neither only looks on.

    Who has acted for one side is shown nothing from the other, supervisor or not.
    """
    side = side_of(handover, operator.person, operator.department)
    if side is not None:
        return side.value
    is_party = operator.department in {handover.giver, handover.receiver}
    if is_party and operator.person in handover.gave | handover.took:
        raise Refused(Reason.ON_OTHER_SIDE)
    operator.require(Role.SUPERVISOR)
    return "onlooker"


def is_withheld(operator: Operator, handover: Handover) -> bool:
    """Whether what is offered is kept from whoever may still count it, at any of their posts.

    A deputy of both sides stands on the giver's from their first deed for it, and sees it then.
    """
    return counts_blind(handover, operator.person, operator.departments)


def sets_seen(views: Views, operator: Operator, handover: Handover) -> dict[str, Any]:
    """What this side may see of the two sets now."""
    side = side_seen(operator, handover)
    counted = handover.is_counted
    missing, extra = differences(handover) if counted else ((), ())
    may_offered = counted or (side == "giver" and not is_withheld(operator, handover))
    may_received = side == "receiver" or counted
    return {
        "offered": views.items(handover.offered) if may_offered else (),
        "received": views.items(handover.received) if may_received else (),
        "missing": views.items(missing),
        "extra": views.items(extra),
    }


@router.get("/api/handovers/{handover}/phase")
def phase(station: InStation, operator: SignedIn, handover: UUID) -> Standing:
    """Where a handover is: what both sides may know at any time."""
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
    side_seen(operator, kept)
    signed = (kept.giver_signer is not None) + (kept.receiver_signer is not None)
    return Standing(phase=kept.phase, signed=signed, is_empty=is_emptied(kept))


def is_emptied(handover: Handover) -> bool:
    """Whether all that was offered has left again; nobody is told before both sides are done.

    An empty set never agrees, so that nothing but breaking off leads on.
    """
    return handover.phase is Phase.DIFFERING and not handover.offered


@router.get(
    "/api/handovers/{handover}/events",
    response_class=StreamingResponse,
    responses={200: {"content": {"text/event-stream": {"schema": AN_EVENT}}}},
)
def events(
    request: Request, station: InStation, operator: SignedIn, handover: UUID
) -> StreamingResponse:
    """The same, again whenever it changes, as long as the session is open."""
    phase(station, operator, handover)  # refuses whoever may not know it

    def tell() -> dict[str, Any] | None:
        if not is_signed_in(request):
            return None
        return phase(station, operator, handover).model_dump(mode="json")

    return stream(station.pulse, tell)


@router.post("/api/handovers/{handover}/scans")
def scan(
    request: Request, station: InStation, operator: SignedIn, handover: UUID, scan: KeyedScan
) -> Counted:
    """Record a scan of the operator's own side."""
    with station.ledger.views() as views:
        side = side_seen(operator, views.books.handover(handover))
    answers = take_keyed(request, scan, _taker(station, operator, handover, side))
    return _answered(station, operator, handover, answers)


@router.post("/api/handovers/{handover}/pictures")
def picture(
    request: Request,
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: OneOnly = "false",
) -> Counted:
    """Record what a picture shows, for the operator's own side."""
    with station.ledger.views() as views:
        side = side_seen(operator, views.books.handover(handover))
    taker = _taker(station, operator, handover, side)
    answers = take_picture(request, deed, picture, taker, only_one=only_one == "true", keeps=False)
    return _answered(station, operator, handover, answers)


def _taker(station: Station, operator: Operator, handover: UUID, side: str) -> Take:
    deed_of = deeds.offer if side == "giver" else deeds.receive
    return lambda deed, seen: deed_of(
        station.ledger, operator.caller(deed), handover=handover, seen=seen
    )


def _answered(
    station: Station, operator: Operator, key: UUID, answers: list[ScanAnswer]
) -> Counted:
    with station.ledger.views() as views:
        kept = views.books.handover(key)
    return Counted(answers=answers, count=count_seen(operator, kept))


def count_seen(operator: Operator, handover: Handover) -> int | None:
    """Return how many pieces a side has scanned; an onlooker sees the receiver's count."""
    if side_seen(operator, handover) != "giver":
        return handover.counted
    return None if is_withheld(operator, handover) else len(handover.offered)


@router.post("/handovers/{handover}/withdraw")
def withdraw(
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    item: Annotated[UUID, Form()],
) -> Response:
    """Take a piece out, as the giver."""
    deeds.withdraw(station.ledger, operator.caller(deed), handover=handover, item=item)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/unreceive")
def unreceive(
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    item: Annotated[UUID, Form()],
) -> Response:
    """Take back a scan, as the receiver."""
    deeds.unreceive(station.ledger, operator.caller(deed), handover=handover, item=item)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/disown")
def disown(
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    item: Annotated[UUID, Form()],
    reason: Annotated[str, Form(max_length=500), LINES] = "",
) -> Response:
    """Say "not ours", as the receiver."""
    caller = operator.caller(deed)
    deeds.disown(station.ledger, caller, handover=handover, item=item, reason=reason)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/offered")
def finish_offer(
    station: InStation, operator: SignedIn, handover: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Say that the offered set is whole."""
    deeds.finish_offer(station.ledger, operator.caller(deed), handover=handover)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/counted")
def finish_count(
    station: InStation, operator: SignedIn, handover: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Say "done" as the receiver."""
    deeds.finish_count(station.ledger, operator.caller(deed), handover=handover)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/refer")
def refer(
    station: InStation, operator: SignedIn, handover: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Ask the supervisor about a difference."""
    deeds.refer_handover(station.ledger, operator.caller(deed), handover=handover)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/cancel")
def cancel(
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    reason: Annotated[str, Form(max_length=500), LINES] = "",
) -> Response:
    """Break a handover off."""
    deeds.cancel(station.ledger, operator.caller(deed), handover=handover, reason=reason)
    return go("/handovers", handover)


@router.post("/handovers/{handover}/sign")
def sign(
    station: InStation,
    operator: SignedIn,
    handover: UUID,
    deed: Annotated[UUID, Form()],
    digest: Annotated[str, Form(max_length=64)],
    badge: Annotated[str, Form(max_length=60)],
    pin: Annotated[str, Form(max_length=60)],
    side: Annotated[Side | None, Form()] = None,
) -> Response:
    """Sign with badge and PIN, for the side whose button was pressed."""
    signing.sign(station, operator, handover, Signing(deed, digest, badge, pin, side))
    return go("/handovers", handover)
