"""引渡し and 受領: what each side may see and do; scans go to `routes/handovers`."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field, StrictBool

from station.custody.state import Handover, Phase
from station.custody.values import Role, Side
from station.desk import handover as deeds
from station.web import signing
from station.web.api.answers import Piece, Recorded, piece
from station.web.api.bodies import Deed, DepartmentId, OfItem, Reason, Reasoned, Secret
from station.web.context import InStation, SignedIn, seen_by
from station.web.foreign import foreign_seen
from station.web.routes import handovers as pages
from station.web.signing import Signing

router = APIRouter(prefix="/api/handovers", tags=["handovers"])


class OpenHandover(Deed):
    """To which department, and to which one person of it, if to one alone."""

    receiver: DepartmentId
    person: UUID | None = None
    in_person: StrictBool = False


class Disown(OfItem):
    """A piece that the receiver says is not theirs, and why."""

    reason: Reason = ""


class Signature(Deed):
    """Badge and PIN of whoever signs, for the set that `digest` names.

    `side` is the side that they sign for; without it, the one of this session's department if the
    signer acts for that, else the other.
    """

    digest: Annotated[str, Field(min_length=64, max_length=64, pattern="^[0-9a-f]{64}$")]
    badge: Secret
    pin: Secret
    side: Side | None = None


class HandoverLine(BaseModel):
    """A handover between two departments."""

    id: UUID
    giver: str
    receiver: str
    phase: Phase
    opened_at: datetime


class Handovers(BaseModel):
    """Open handovers of the department, or of all for a supervisor; newest first."""

    handovers: list[HandoverLine]


class OneHandover(HandoverLine):
    """A handover as one side may see it: before both are done, each side sees its own set alone.

    `digest` names the agreed set and is what both sign.  `is_empty` says, once both are done, that
    nothing is left in it: the giver breaks it off.  `count` is that of this side's scans; none for
    a deputy of both sides who has done nothing for the giver yet, and may still count it.
    `foreign` are, once both are done, the numbers that the receiver scanned and that are not in it.
    """

    side: str
    digest: str | None
    count: int | None
    giver_signed: bool
    receiver_signed: bool
    is_empty: bool
    offered: list[Piece]
    received: list[Piece]
    missing: list[Piece]
    extra: list[Piece]
    foreign: list[str]


def _line(it: Handover) -> HandoverLine:
    return HandoverLine(
        id=it.id, giver=it.giver, receiver=it.receiver, phase=it.phase, opened_at=it.opened_at
    )


@router.get("")
def index(station: InStation, operator: SignedIn) -> Handovers:
    """List open handovers."""
    operator.require(*pages.HANDLERS, Role.SUPERVISOR)
    everybodys = operator.may(Role.SUPERVISOR)
    with seen_by(station, operator) as views:
        found = views.handovers(None if everybodys else operator.department)
    return Handovers(handovers=[_line(it) for it in found])


@router.post("")
def open_handover(station: InStation, operator: SignedIn, body: OpenHandover) -> Recorded:
    """Begin a handover; its id is the deed's."""
    deeds.open_handover(
        station.ledger,
        operator.caller(body.deed),
        receiver=body.receiver,
        person=body.person,
        in_person=body.in_person,
    )
    return Recorded(deed=body.deed)


@router.get("/{handover}")
def show(station: InStation, operator: SignedIn, handover: UUID) -> OneHandover:
    """Tell of a handover what this operator's side may see."""
    operator.require(*pages.HANDLERS, Role.SUPERVISOR)
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
        side = pages.side_seen(operator, kept)
        sets = pages.sets_seen(views, operator, kept)
        told = {name: [piece(line) for line in lines] for name, lines in sets.items()}
        foreign = foreign_seen(views, kept)
    about: dict[str, Any] = {
        **_line(kept).model_dump(),
        "side": side,
        "digest": kept.digest,
        "count": pages.count_seen(operator, kept),
        "giver_signed": kept.giver_signer is not None,
        "receiver_signed": kept.receiver_signer is not None,
        "is_empty": pages.is_emptied(kept),
        "foreign": foreign,
    }
    return OneHandover.model_validate(about | told)


@router.post("/{handover}/withdraw")
def withdraw(station: InStation, operator: SignedIn, handover: UUID, body: OfItem) -> Recorded:
    """Take a piece out, as the giver."""
    caller = operator.caller(body.deed)
    deeds.withdraw(station.ledger, caller, handover=handover, item=body.item)
    return Recorded(deed=body.deed)


@router.post("/{handover}/unreceive")
def unreceive(station: InStation, operator: SignedIn, handover: UUID, body: OfItem) -> Recorded:
    """Take back a scan, as the receiver."""
    caller = operator.caller(body.deed)
    deeds.unreceive(station.ledger, caller, handover=handover, item=body.item)
    return Recorded(deed=body.deed)


@router.post("/{handover}/disown")
def disown(station: InStation, operator: SignedIn, handover: UUID, body: Disown) -> Recorded:
    """Say "not ours", as the receiver."""
    caller = operator.caller(body.deed)
    deeds.disown(station.ledger, caller, handover=handover, item=body.item, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/{handover}/offered")
def finish_offer(station: InStation, operator: SignedIn, handover: UUID, body: Deed) -> Recorded:
    """Say that the offered set is whole."""
    deeds.finish_offer(station.ledger, operator.caller(body.deed), handover=handover)
    return Recorded(deed=body.deed)


@router.post("/{handover}/counted")
def finish_count(station: InStation, operator: SignedIn, handover: UUID, body: Deed) -> Recorded:
    """Say "done" as the receiver; both sets are compared when both sides are done."""
    deeds.finish_count(station.ledger, operator.caller(body.deed), handover=handover)
    return Recorded(deed=body.deed)


@router.post("/{handover}/refer")
def refer(station: InStation, operator: SignedIn, handover: UUID, body: Deed) -> Recorded:
    """Ask the supervisor about a difference."""
    deeds.refer_handover(station.ledger, operator.caller(body.deed), handover=handover)
    return Recorded(deed=body.deed)


@router.post("/{handover}/cancel")
def cancel(station: InStation, operator: SignedIn, handover: UUID, body: Reasoned) -> Recorded:
    """Break a handover off."""
    caller = operator.caller(body.deed)
    deeds.cancel(station.ledger, caller, handover=handover, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/{handover}/sign")
def sign(station: InStation, operator: SignedIn, handover: UUID, body: Signature) -> Recorded:
    """Sign with badge and PIN: the signature is the badge's owner's, whoever is signed in here."""
    sent = Signing(body.deed, body.digest, body.badge, body.pin, body.side)
    signing.sign(station, operator, handover, sent)
    return Recorded(deed=body.deed)
