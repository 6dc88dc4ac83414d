"""The two sides of a handover: who may act for which, and where it is.

A side is a department's, or one named person's.  Nobody stands on both: who has done anything for
one, as a deputy or before a transfer, does nothing for the other.
"""

from collections.abc import Iterable
from uuid import UUID

from station.custody.checks import HANDLERS, SUPERVISORS, require_member, require_role
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Handover, Phase
from station.custody.values import Actor, Side


def side_of(handover: Handover, person: UUID, department: str) -> Side | None:
    """Return the side that a person may act for, as a member of a department; None for neither."""
    side = _open_to(handover, person, department)
    return None if side and has_acted_against(handover, person, side) else side


def has_acted_against(handover: Handover, person: UUID, side: Side) -> bool:
    """Whether a person has done anything for the side that faces this one."""
    return person in (handover.took if side is Side.GIVER else handover.gave)


def counts_blind(handover: Handover, person: UUID, departments: Iterable[str]) -> bool:
    """Whether somebody has yet to count a handover, who may act for these departments."""
    sides = (side_of(handover, person, it) for it in departments)
    return not handover.is_counted and (person in handover.took or Side.RECEIVER in sides)


def _open_to(handover: Handover, person: UUID, department: str) -> Side | None:
    giver, receiver = handover.giver_person, handover.receiver_person
    if department == handover.giver and _is_one(person, giver, other=receiver):
        return Side.GIVER
    if department == handover.receiver and _is_one(person, receiver, other=giver):
        return Side.RECEIVER
    return None


def _is_one(person: UUID, named: UUID | None, *, other: UUID | None) -> bool:
    return person == named if named is not None else person != other


def require_side(handover: Handover, actor: Actor, side: Side) -> None:
    """Refuse unless the actor may act for this side."""
    giving = side is Side.GIVER
    named = handover.giver_person if giving else handover.receiver_person
    # A supervisor may be named as the giver, where a keeper cannot come.
    require_role(actor, HANDLERS if named is None else HANDLERS | SUPERVISORS)
    require_member(actor, handover.giver if giving else handover.receiver)
    if _open_to(handover, actor.person, actor.department) is not side:
        raise Refused(Reason.NOT_NAMED)
    if has_acted_against(handover, actor.person, side):
        raise Refused(Reason.ON_OTHER_SIDE)


def require_a_side(handover: Handover, actor: Actor) -> Side:
    """Return the side that the actor may act for; refuse whoever stands on neither."""
    side = side_of(handover, actor.person, actor.department)
    if side is None:
        side = Side.GIVER if actor.department == handover.giver else Side.RECEIVER
    require_side(handover, actor, side)
    return side


def has_to_count(books: Books, actor: Actor, giver: str, besides: UUID | None = None) -> bool:
    """Whether somebody has yet to count a handover of this giver's, for whichever of their posts.

    `besides` is the handover for whose giver they are about to act: they count that one no more.
    """
    return any(
        handover.giver == giver
        and handover.id != besides
        and counts_blind(handover, actor.person, actor.departments)
        for handover in books.open_handovers()
    )


def require_nothing_to_count(books: Books, actor: Actor, giver: str) -> None:
    """Refuse whoever has yet to count a handover of this giver's.

    A deed on its pieces that goes or not by whether they are offered would tell them what is.
    """
    if has_to_count(books, actor, giver):
        raise Refused(Reason.COUNT_FIRST)


def in_phase(books: Books, handover_id: UUID, *phases: Phase) -> Handover:
    """Return the handover if it is in one of the phases, else refuse."""
    handover = books.handover(handover_id)
    if handover.phase not in phases:
        raise Refused(
            Reason.HANDOVER_PHASE,
            expected=tuple(phase.value for phase in phases),
            got=handover.phase,
        )
    return handover
