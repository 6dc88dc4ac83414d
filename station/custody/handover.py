"""Handover: the giver's set, the receiver's blind count, two signatures, one step.

design.md, "The protocol in short", Handover.  Nobody can accept a difference: the sets become
equal by scanning or by withdrawing, or the handover stays open and a supervisor looks.
"""

import hashlib
from uuid import UUID

from station.custody.checks import (
    SUPERVISORS,
    derived_id,
    require_handler,
    require_held,
    require_open,
    require_reason,
    require_role,
)
from station.custody.facts import (
    CaseOpened,
    CountFinished,
    Facts,
    ForeignScanned,
    HandoverCancelled,
    HandoverOpened,
    HandoverReferred,
    HandoverSealed,
    HandoverSigned,
    ItemOffered,
    ItemReceived,
    ItemUnreceived,
    ItemWithdrawn,
    ScanRepeated,
    SetOffered,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Handover, Item, Phase
from station.custody.stray import record_stray
from station.custody.values import Actor, CaseKind, Scan, Side


def open_handover(books: Books, actor: Actor, *, deed: UUID, receiver: str) -> Facts:
    """Begin a handover from the actor's department; its id is the deed's UUID."""
    require_handler(actor, actor.department)
    require_open(books, receiver)
    if receiver == actor.department:
        raise Refused(Reason.SAME_DEPARTMENT, got=receiver)
    return (HandoverOpened(deed, actor.department, receiver),)


def offer(books: Books, actor: Actor, *, handover_id: UUID, item_id: UUID) -> Facts:
    """Put a piece into the offered set: one that the giver holds and that belongs there.

    A piece that was not sorted yet may go only to the department that sorts mail.
    Offering the same piece again changes nothing and is no error.
    """
    handover = _in_phase(books, handover_id, Phase.OFFERING)
    require_handler(actor, handover.giver)
    item = books.item(item_id)
    if item.id in handover.offered:
        return (ScanRepeated(item.id, handover=handover.id),)
    require_held(item)
    if item.holder != handover.giver:
        raise Refused(Reason.NOT_HELD, expected=handover.giver, got=item.holder)
    _require_destination(books, item, handover)
    return (ItemOffered(handover.id, item.id),)


def offer_scan(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, scan: Scan) -> Facts:
    """Offer the piece that was scanned.

    One that the giver does not hold, or that comes when the set is complete, is recorded as stray.
    """
    handover = books.handover(handover_id)
    require_handler(actor, handover.giver)
    held = [item for item in books.held_items(scan.known_as) if item.holder == handover.giver]
    if not held or handover.phase is not Phase.OFFERING:
        return record_stray(books, actor, deed=deed, scan=scan, handover_id=handover.id)
    fresh = [item for item in held if item.id not in handover.offered]
    return offer(books, actor, handover_id=handover.id, item_id=(fresh or held)[0].id)


def withdraw(books: Books, actor: Actor, *, handover_id: UUID, item_id: UUID) -> Facts:
    """Take a piece out of the offered set: before it is counted, or after a count that differs."""
    handover = _in_phase(books, handover_id, Phase.OFFERING, Phase.DIFFERING)
    require_handler(actor, handover.giver)
    if item_id not in handover.offered:
        raise Refused(Reason.NOT_IN_HANDOVER)
    return (ItemWithdrawn(handover.id, item_id),)


def finish_offer(books: Books, actor: Actor, *, handover_id: UUID) -> Facts:
    """Say that the offered set is whole; the receiver may count."""
    handover = _in_phase(books, handover_id, Phase.OFFERING)
    require_handler(actor, handover.giver)
    if not handover.offered:
        raise Refused(Reason.EMPTY_SET)
    return (SetOffered(handover.id, len(handover.offered)),)


def receive(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, scan: Scan) -> Facts:
    """Record a receiver's scan; what is not in this handover is recorded and never received.

    A scan that comes while the receiver has nothing to count is recorded as stray.
    """
    handover = books.handover(handover_id)
    require_handler(actor, handover.receiver)
    if handover.phase not in {Phase.COUNTING, Phase.DIFFERING}:
        return record_stray(books, actor, deed=deed, scan=scan, handover_id=handover.id)
    offered = handover.offered
    matching = [i for i in books.held_items(scan.known_as) if i.id in offered]
    fresh = [item for item in matching if item.id not in handover.received]
    if fresh:
        return (ItemReceived(handover.id, fresh[0].id),)
    if matching:
        return (ScanRepeated(matching[0].id, handover=handover.id),)
    foreign = ForeignScanned(handover.id, scan)
    for case in books.open_cases(handover=handover.id):
        if case.scan is not None and case.scan.known_as == scan.known_as:
            return (foreign,)
    opened = CaseOpened(derived_id(deed, "case"), CaseKind.FOUND, handover=handover.id, scan=scan)
    return (foreign, opened)


def unreceive(books: Books, actor: Actor, *, handover_id: UUID, item_id: UUID) -> Facts:
    """Take back a receiver's scan."""
    handover = _in_phase(books, handover_id, Phase.COUNTING, Phase.DIFFERING)
    require_handler(actor, handover.receiver)
    if item_id not in handover.received:
        raise Refused(Reason.NOT_IN_HANDOVER)
    return (ItemUnreceived(handover.id, item_id),)


def finish_count(books: Books, actor: Actor, *, handover_id: UUID) -> Facts:
    """Compare the sets, now that the receiver says "done"."""
    handover = _in_phase(books, handover_id, Phase.COUNTING, Phase.DIFFERING)
    require_handler(actor, handover.receiver)
    missing, extra = differences(handover)
    agreed = not missing and not extra and bool(handover.offered)
    digest = set_digest(books, handover) if agreed else None
    counted = len(handover.received)
    return (CountFinished(handover.id, len(handover.offered), counted, missing, extra, digest),)


def refer_handover(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID) -> Facts:
    """Ask the supervisor about sets that would not agree; either side may."""
    handover = _in_phase(books, handover_id, Phase.DIFFERING)
    side = handover.giver if actor.department == handover.giver else handover.receiver
    require_handler(actor, side)
    missing, extra = differences(handover)
    referred = HandoverReferred(handover.id, missing, extra)
    if any(c.what is CaseKind.SET_MISMATCH for c in books.open_cases(handover=handover.id)):
        return (referred,)
    case = CaseOpened(derived_id(deed, "case"), CaseKind.SET_MISMATCH, handover=handover.id)
    return (referred, case)


def sign(books: Books, actor: Actor, *, handover_id: UUID, digest: str) -> Facts:
    """Sign the digest of the agreed set for one's own side; the second signature seals.

    The side follows from the signer's department.  `digest` is what the signer's screen showed.
    """
    handover = books.handover(handover_id)
    if handover.phase is Phase.DIFFERING:
        offered, received = len(handover.offered), len(handover.received)
        raise Refused(Reason.SETS_DIFFER, expected=offered, got=received)
    handover = _in_phase(books, handover_id, Phase.AGREED)
    giving = actor.department == handover.giver
    require_handler(actor, handover.giver if giving else handover.receiver)
    side = Side.GIVER if giving else Side.RECEIVER
    if (handover.giver_signer if giving else handover.receiver_signer) is not None:
        raise Refused(Reason.SIDE_SIGNED, got=side)
    other = handover.receiver_signer if giving else handover.giver_signer
    if other == actor.person:
        raise Refused(Reason.SAME_PERSON)
    _require_unchanged(books, handover, digest)
    signed = HandoverSigned(handover.id, side, actor.person, digest)
    if other is None:
        return (signed,)
    giver, receiver = (actor.person, other) if giving else (other, actor.person)
    sealed = HandoverSealed(
        handover.id,
        handover.giver,
        handover.receiver,
        tuple(sorted(handover.offered)),
        digest,
        giver,
        receiver,
    )
    return (signed, sealed)


def cancel(books: Books, actor: Actor, *, handover_id: UUID, reason: str) -> Facts:
    """Break off a handover; every piece stays with the giver.

    The giver may while nobody has signed.  After one signature only a supervisor may, for by
    then somebody has vouched for the set.
    """
    handover = books.handover(handover_id)
    if handover.phase in {Phase.SEALED, Phase.CANCELLED}:
        raise Refused(Reason.HANDOVER_PHASE, got=handover.phase)
    if handover.giver_signer or handover.receiver_signer:
        require_role(actor, SUPERVISORS)
        require_reason(reason)
    else:
        require_handler(actor, handover.giver)
    return (HandoverCancelled(handover.id, reason.strip()),)


def differences(handover: Handover) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """Return (offered but not received, received but not offered), each sorted."""
    missing = tuple(sorted(handover.offered - handover.received))
    extra = tuple(sorted(handover.received - handover.offered))
    return missing, extra


def set_statement(books: Books, handover: Handover) -> str:
    """Return the text whose SHA-256 both sides sign: the direction and every piece, one a line."""
    lines = sorted(f"{key} {books.item(key).number}" for key in handover.offered)
    head = (f"handover {handover.id}", f"from {handover.giver}", f"to {handover.receiver}")
    return "\n".join((*head, f"count {len(lines)}", *lines, ""))


def set_digest(books: Books, handover: Handover) -> str:
    """Return the lower-case hex SHA-256 of the statement in UTF-8."""
    return hashlib.sha256(set_statement(books, handover).encode()).hexdigest()


def _require_destination(books: Books, item: Item, handover: Handover) -> None:
    if item.undecided:
        raise Refused(Reason.UNDECIDED)
    if item.route is None:
        if not books.department(handover.receiver).sorts_mail:
            raise Refused(Reason.NOT_ROUTED)
        return
    if item.route.department != handover.receiver:
        raise Refused(
            Reason.ROUTED_ELSEWHERE, expected=handover.receiver, got=item.route.department
        )


def _require_unchanged(books: Books, handover: Handover, digest: str) -> None:
    """Check again, right before signing, what the count already found."""
    missing, extra = differences(handover)
    if missing or extra:
        raise Refused(Reason.SETS_DIFFER)
    if not digest == handover.digest == set_digest(books, handover):
        raise Refused(Reason.DIGEST_CHANGED)


def _in_phase(books: Books, handover_id: UUID, *phases: Phase) -> Handover:
    handover = books.handover(handover_id)
    if handover.phase not in phases:
        raise Refused(
            Reason.HANDOVER_PHASE,
            expected=tuple(phase.value for phase in phases),
            got=handover.phase,
        )
    return handover
