"""A signature on a handover: whose badge it is, and for which side.

Whoever signs may act for both sides, as a deputy does.  So the side is never guessed from who they
are: the button that was pressed says it, or else the terminal at which they stand.
"""

from dataclasses import dataclass
from uuid import UUID

from fastapi.exceptions import RequestValidationError

from station.custody.facts import HandoverSigned
from station.custody.postings import departments_of
from station.custody.refusal import Reason, Refused
from station.custody.sides import has_acted_against, side_of
from station.custody.state import Handover
from station.custody.values import Side
from station.desk import handover as deeds
from station.desk.deeds import Caller
from station.desk.signin import check_badge
from station.web.context import Operator, Station


@dataclass(frozen=True, slots=True)
class Signing:
    """What a signer sends; `side` is None where a script leaves it to the terminal."""

    deed: UUID
    digest: str
    badge: str
    pin: str
    side: Side | None


def sign(station: Station, operator: Operator, handover: UUID, sent: Signing) -> None:
    """Sign with badge and PIN: the signature is the badge's owner's, whoever is signed in here.

    It is recorded for the side that was named and for no other; refused where the signer may not
    act for that one.
    """
    proved = check_badge(
        station.ledger, station.hasher, badge=sent.badge, pin=sent.pin, terminal=operator.terminal
    )
    place = _place_of(station, operator, handover, proved.person, sent.side)
    caller = Caller(proved.person, operator.terminal, sent.deed, place)
    done = deeds.sign(station.ledger, caller, handover=handover, digest=sent.digest, proved=proved)
    signed = next(fact for fact in done.facts if isinstance(fact, HandoverSigned))
    if sent.side not in {None, signed.side} or signed.handover != handover:
        raise Refused(Reason.DEED_REUSED, expected=signed.side, got=sent.side or "")


def _place_of(
    station: Station, operator: Operator, handover: UUID, signer: UUID, side: Side | None
) -> str | None:
    """Return the department that the signer acts for; None for their own."""
    with station.ledger.views() as views:
        kept = views.books.handover(handover)
        places = departments_of(views.books.person(signer), station.ledger.now())
    if side is None:
        return _place_here(operator, kept, places)
    place = kept.giver if side is Side.GIVER else kept.receiver
    if place in places and side_of(kept, signer, place) is not side:
        named = kept.giver_person if side is Side.GIVER else kept.receiver_person
        if has_acted_against(kept, signer, side):
            raise Refused(Reason.ON_OTHER_SIDE)
        raise Refused(Reason.SAME_PERSON if named is None else Reason.NOT_NAMED)
    return place  # of whoever has no posting there the rule says so


def _place_here(operator: Operator, kept: Handover, places: tuple[str, ...]) -> str | None:
    """Return the terminal's department where it is a side that the signer has a posting in.

    Who signs at the other side's terminal has a posting in one of the two; in both, with neither
    here, it has to be said.
    """
    possible = [place for place in places if place in {kept.giver, kept.receiver}]
    if operator.department in possible:
        return operator.department
    if len(possible) > 1:
        raise RequestValidationError([{"loc": ("body", "side"), "type": "missing"}])
    return next(iter(possible), None)
