"""Offer: the giver's set, built by scanning, and what a scan is told that does not belong in it.

design.md, "The protocol in short", Handover.  Only what the giver holds and what is routed to the
receiver may be offered.  Whatever else is scanned is recorded, with what is wrong with it.
"""

from datetime import datetime
from uuid import UUID

from station.custody.checks import SUPERVISORS
from station.custody.facts import (
    Facts,
    ItemOffered,
    ItemWithdrawn,
    MisfitScanned,
    ScanRepeated,
    SetOffered,
)
from station.custody.receipt import compare, gone
from station.custody.refusal import Reason, Refused
from station.custody.sides import in_phase, require_side
from station.custody.state import Books, Handover, Item, Phase
from station.custody.stray import record_stray
from station.custody.values import Actor, Scan, Side


def offer(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, scan: Scan) -> Facts:
    """Put the piece that was scanned into the offered set, or record why it does not belong there.

    One that the giver does not hold, or that comes when the set is complete, is recorded as stray.
    A piece of the giver's own that belongs elsewhere is nobody's case: it stays where it is.
    """
    handover = books.handover(handover_id)
    require_side(handover, actor, Side.GIVER)
    held = [item for item in books.held_items(scan.known_as) if item.holder == handover.giver]
    is_offering = handover.phase is Phase.OFFERING
    labelled = _under_label(books, handover, scan) if is_offering and not held else None
    if labelled is not None:
        return (MisfitScanned(handover.id, labelled.id, scan, Reason.UNDER_LABEL, None),)
    if not held or not is_offering:
        return record_stray(books, actor, deed=deed, scan=scan, handover_id=handover.id)
    again = next((item for item in held if item.id in handover.offered), None)
    if again is not None:
        return (ScanRepeated(again.id, handover=handover.id),)
    misfits: list[MisfitScanned] = []
    for item in held:
        why = _misfit(books, item, handover, actor)
        if why is None:
            return (ItemOffered(handover.id, item.id),)
        route = item.route.department if item.route is not None else None
        misfits.append(MisfitScanned(handover.id, item.id, scan, why, route))
    return (misfits[0],)


def withdraw(books: Books, actor: Actor, *, handover_id: UUID, item_id: UUID) -> Facts:
    """Take a piece out of the offered set: not while the receiver counts, nor once one signed."""
    handover = in_phase(books, handover_id, Phase.OFFERING, Phase.DIFFERING, Phase.AGREED)
    require_side(handover, actor, Side.GIVER)
    if handover.is_signed:
        raise Refused(Reason.SIGNED_ALREADY)
    if item_id not in handover.offered:
        raise Refused(Reason.NOT_IN_HANDOVER)
    return (ItemWithdrawn(handover.id, item_id),)


def finish_offer(
    books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, now: datetime
) -> Facts:
    """Say that the offered set is whole; where the receiver is done already, compare the sets."""
    handover = in_phase(books, handover_id, Phase.OFFERING)
    require_side(handover, actor, Side.GIVER)
    if not handover.offered:
        raise Refused(Reason.EMPTY_SET)
    require_all_held(books, handover)
    offered = SetOffered(handover.id, len(handover.offered))
    if not handover.receiver_done:
        return (offered,)
    return (offered, *compare(books, handover, deed=deed, now=now))


def require_all_held(books: Books, handover: Handover) -> None:
    """Refuse while a piece of the set is not the giver's to give any more."""
    numbers = tuple(books.item(key).number for key in gone(books, handover))
    if numbers:
        raise Refused(Reason.NOT_HELD, got=numbers)


def _under_label(books: Books, handover: Handover, scan: Scan) -> Item | None:
    """Return the giver's piece that has a label over the number that was scanned."""
    over = books.covered_items(scan.known_as)
    return next((item for item in over if item.holder == handover.giver), None)


def _misfit(books: Books, item: Item, handover: Handover, actor: Actor) -> Reason | None:
    """Return why a piece that the giver holds does not belong in this handover; None if it does.

    What was not sorted yet may go only to the department that sorts mail.
    """
    if item.handover is not None:
        return Reason.IN_HANDOVER
    if not _may_give(item, handover, actor):
        return Reason.WITH_KEEPER
    if item.undecided:
        return Reason.UNDECIDED
    if item.route is None:
        return None if books.department(handover.receiver).sorts_mail else Reason.NOT_ROUTED
    if item.questioned:
        return Reason.ROUTE_QUESTIONED
    return None if item.route.department == handover.receiver else Reason.ROUTED_ELSEWHERE


def _may_give(item: Item, handover: Handover, actor: Actor) -> bool:
    """Whether the actor may give it: what a person keeps only they, or a supervisor for them."""
    in_place = handover.giver_person is not None and not actor.roles.isdisjoint(SUPERVISORS)
    return in_place or item.keeper in {None, handover.giver_person}
