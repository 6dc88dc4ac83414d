"""Handover: the giver's set, the receiver's blind count, two signatures, one step.

design.md, "The protocol in short", Handover.  Nobody can accept a difference: the sets become
equal by scanning or by withdrawing, or the handover stays open and a supervisor looks.  What the
giver's scans come to stands in `offer`, the receiver's in `receipt`.
"""

from datetime import datetime, timedelta
from uuid import UUID

from station.custody.checks import (
    HANDLERS,
    SUPERVISORS,
    derived_id,
    require_open,
    require_reason,
    require_role,
    require_uninvolved,
)
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    Facts,
    HandoverCancelled,
    HandoverOpened,
    HandoverReferred,
    HandoverSealed,
    HandoverSigned,
)
from station.custody.offer import require_all_held
from station.custody.postings import departments_of
from station.custody.receipt import differences
from station.custody.refusal import Reason, Refused
from station.custody.sides import in_phase, require_a_side, require_side, side_of
from station.custody.state import Books, Handover, Phase
from station.custody.statement import statement_of
from station.custody.values import Actor, CaseKind, Settlement, Side

ABANDONED_AFTER = timedelta(hours=24)
"""A handover on which nothing moved for so long was left by both sides."""

HANDOVER_ENDED = "The handover was ended."


def open_handover(
    books: Books,
    actor: Actor,
    *,
    deed: UUID,
    receiver: str,
    now: datetime,
    person: UUID | None = None,
    in_person: bool = False,
) -> Facts:
    """Begin a handover from the actor's department; its id is the deed's UUID.

    With a `person`, only they may count and sign as the receiver, and they keep what they signed
    for; they may be of the giver's own department.  `in_person`, the actor gives what they keep
    themselves, also back to their own department; a supervisor does so for a keeper who cannot.
    """
    require_role(actor, HANDLERS | SUPERVISORS if in_person else HANDLERS)
    require_open(books, receiver)
    if receiver == actor.department and person is None and not in_person:
        raise Refused(Reason.SAME_DEPARTMENT, got=receiver)
    if person is not None:
        _require_other_member(books, actor, person, receiver, now)
    giver_person = actor.person if in_person else None
    return (HandoverOpened(deed, actor.department, receiver, giver_person, person),)


def _require_other_member(
    books: Books, actor: Actor, person: UUID, department: str, now: datetime
) -> None:
    """Refuse a receiver who is the giver, or who is no member of the receiving department."""
    if person == actor.person:
        raise Refused(Reason.SAME_PERSON)
    theirs = departments_of(books.person(person), now)
    if department not in theirs:
        own = theirs[0] if theirs else ""
        raise Refused(Reason.RECEIVER_ELSEWHERE, expected=department, got=own)


def refer_handover(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID) -> Facts:
    """Ask the supervisor about sets that would not agree; either side may."""
    handover = in_phase(books, handover_id, Phase.DIFFERING)
    require_a_side(handover, actor)
    missing, extra = differences(handover)
    referred = HandoverReferred(handover.id, missing, extra)
    if books.open_cases(handover=handover.id, what=CaseKind.SET_MISMATCH):
        return (referred,)
    case = CaseOpened(derived_id(deed, "case"), CaseKind.SET_MISMATCH, handover=handover.id)
    return (referred, case)


def sign(books: Books, actor: Actor, *, handover_id: UUID, digest: str) -> Facts:
    """Sign the digest of the agreed set for one's own side; the second signature seals.

    The side follows from who the signer is and for which department they act now.  `digest` is
    what the signer's screen showed.
    """
    handover = books.handover(handover_id)
    if handover.phase is Phase.DIFFERING:
        offered, received = len(handover.offered), len(handover.received)
        raise Refused(Reason.SETS_DIFFER, expected=offered, got=received)
    handover = in_phase(books, handover_id, Phase.AGREED)
    side = require_a_side(handover, actor)
    own, other = handover.giver_signer, handover.receiver_signer
    if side is Side.RECEIVER:
        own, other = other, own
    if own is not None:
        raise Refused(Reason.SIDE_SIGNED, got=side)
    _require_unchanged(books, handover, digest)
    signed = HandoverSigned(handover.id, side, actor.person, digest)
    if other is None:
        return (signed,)
    signers = (actor.person, other) if side is Side.GIVER else (other, actor.person)
    return (signed, _sealed(handover, digest, *signers), *_settled(books, handover))


def cancel(books: Books, actor: Actor, *, handover_id: UUID, reason: str) -> Facts:
    """Break off a handover; every piece stays with the giver.

    The giver may while nobody has signed.  A supervisor may at any time, with a reason; after one
    signature nobody else, for by then somebody has vouched for the set.
    """
    handover = in_phase(
        books, handover_id, Phase.OFFERING, Phase.COUNTING, Phase.DIFFERING, Phase.AGREED
    )
    if handover.is_signed or not _may_give_up(handover, actor):
        require_role(actor, SUPERVISORS)
        require_reason(reason)
        signers = (handover.giver_signer, handover.receiver_signer)
        require_uninvolved(actor, *(signer for signer in signers if signer is not None))
    return (HandoverCancelled(handover.id, reason.strip()), *_settled(books, handover))


def _may_give_up(handover: Handover, actor: Actor) -> bool:
    """Whether the actor gives; refuses, with the giver's name, who is no supervisor either."""
    if side_of(handover, actor.person, actor.department) is Side.GIVER:
        return handover.giver_person is not None or not actor.roles.isdisjoint(HANDLERS)
    if actor.roles.isdisjoint(SUPERVISORS):
        require_side(handover, actor, Side.GIVER)
    return False


def is_stale(handover: Handover, now: datetime, after: timedelta = ABANDONED_AFTER) -> bool:
    """Whether both sides left an open handover: nothing has moved on it for so long."""
    moved = handover.moved_at or handover.opened_at
    return handover.is_open and now - moved >= after


def stale_handovers(
    books: Books, *, deed: UUID, now: datetime, after: timedelta = ABANDONED_AFTER
) -> Facts:
    """Open a case about every handover that was left; one is open until the handover ends."""
    return tuple(
        CaseOpened(
            derived_id(deed, f"abandoned {handover.id}"), CaseKind.ABANDONED, handover=handover.id
        )
        for handover in books.open_handovers()
        if is_stale(handover, now, after) and not _settled(books, handover)
    )


def _settled(books: Books, handover: Handover) -> Facts:
    """Return what the end of a handover settles: that it was left."""
    return tuple(
        CaseSettled(case.id, HANDOVER_ENDED, Settlement.HANDOVER_ENDED)
        for case in books.open_cases(handover=handover.id, what=CaseKind.ABANDONED)
    )


def _sealed(
    handover: Handover, digest: str, giver_signer: UUID, receiver_signer: UUID
) -> HandoverSealed:
    return HandoverSealed(
        handover.id,
        handover.giver,
        handover.receiver,
        tuple(sorted(handover.offered)),
        digest,
        giver_signer,
        receiver_signer,
    )


def _require_unchanged(books: Books, handover: Handover, digest: str) -> None:
    """Check again, right before signing, what the count already found."""
    missing, extra = differences(handover)
    if missing or extra:
        raise Refused(Reason.SETS_DIFFER)
    require_all_held(books, handover)
    counted = statement_of(books, handover, handover.agreed_at).digest
    if not digest == handover.digest == counted:
        raise Refused(Reason.DIGEST_CHANGED)
