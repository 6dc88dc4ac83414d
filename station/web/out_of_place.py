"""What a scan is told of a piece that is not where the books have it."""

from fastapi import Request

from station.custody.facts import ForeignScanned, ItemFoundAgain, StrayScanned
from station.custody.state import ItemStatus
from station.ledger.store import Done
from station.web.context import Operator, seen_by, station_of
from station.words import noted as _

STRAY = _("This piece should not be here now; the supervisor has been told. Put it aside.")

FOUND_AGAIN = _(
    "This piece was declared lost and is found. Your department holds it from now on, and the"
    " supervisor has been told. Keep it apart."
)

UNKNOWN = _(
    "The books do not know this number: nobody has taken this piece in. It has to be taken in"
    " under Arrival first. The supervisor has been told."
)


def out_of_place(request: Request, done: Done) -> str:
    """Return what a scan is told of a stray piece, or of a lost one that turned up; "" of others.

    What a handover's receiver scans that is not in it is answered in one way, known or not.
    """
    if any(isinstance(fact, ItemFoundAgain) for fact in done.facts):
        is_told = any(isinstance(fact, StrayScanned | ForeignScanned) for fact in done.facts)
        return FOUND_AGAIN if is_told else ""
    for fact in done.facts:
        if isinstance(fact, StrayScanned):
            is_new = fact.item is None and fact.scan.number is not None
            return UNKNOWN if is_new and _is_unknown(request, fact.scan.known_as) else STRAY
    return ""


def _is_unknown(request: Request, number: str) -> bool:
    """Whether no piece ever bore a number, as far as whoever scanned it may learn that.

    To who has yet to count a handover, a trace shows nothing of what is offered: told apart from
    what nobody took in, it would be known.
    """
    operator: Operator | None = getattr(request.state, "operator", None)
    if operator is None:
        return False
    with seen_by(station_of(request), operator) as views:
        known = (it for it in views.books.bearing_items(number) if it.status is not ItemStatus.VOID)
        return not views.is_blind and next(known, None) is None
