"""What is done with one piece: it is described, its route questioned, it is opened by two."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import StrictBool

from station.custody.values import Service
from station.desk import arrival as arrival_deeds
from station.desk import sorting as deeds
from station.desk.deeds import Caller
from station.desk.signin import check_badge
from station.web.api.answers import Recorded
from station.web.api.bodies import Deed, Reasoned, Secret, Whole
from station.web.context import InStation, SignedIn
from station.web.routes.item_deeds import present_for

router = APIRouter(prefix="/api/items/{item}", tags=["pieces"])


class Description(Deed):
    """All that is known of a piece beside its number; null is what nobody knows."""

    service: Service | None = None
    signature_taken: StrictBool | None = None
    is_confidential: StrictBool = False
    amount_yen: Whole | None = None


class Witness(Deed):
    """Badge and PIN of the second person, at this terminal."""

    badge: Secret
    pin: Secret


@router.post("/describe")
def describe(station: InStation, operator: SignedIn, item: UUID, body: Description) -> Recorded:
    """Say anew all that is known of a piece beside its number."""
    arrival_deeds.describe_item(
        station.ledger,
        operator.caller(body.deed),
        item=item,
        service=body.service,
        signature_taken=body.signature_taken,
        is_confidential=body.is_confidential,
        amount_yen=body.amount_yen,
    )
    return Recorded(deed=body.deed)


@router.post("/question")
def question(station: InStation, operator: SignedIn, item: UUID, body: Reasoned) -> Recorded:
    """Say that a route is wrong; two people give their words anew."""
    caller = operator.caller(body.deed)
    deeds.question_route(station.ledger, caller, item=item, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/opening")
def propose_opening(station: InStation, operator: SignedIn, item: UUID, body: Reasoned) -> Recorded:
    """Say that an undecided piece has to be opened; it waits for a second person."""
    caller = operator.caller(body.deed)
    deeds.propose_opening(station.ledger, caller, item=item, reason=body.reason)
    return Recorded(deed=body.deed)


@router.post("/opening/witness")
def witness_opening(station: InStation, operator: SignedIn, item: UUID, body: Witness) -> Recorded:
    """Say, by the second person's own badge and PIN at this terminal, that both are present."""
    proved = check_badge(
        station.ledger, station.hasher, badge=body.badge, pin=body.pin, terminal=operator.terminal
    )
    acts_for = present_for(station, operator, proved.person)
    caller = Caller(proved.person, operator.terminal, body.deed, acts_for)
    deeds.witness_opening(station.ledger, caller, item=item, proved=proved)
    return Recorded(deed=body.deed)
