"""Receipt: the receiver's blind count, its comparison with what was offered, and "not ours".

design.md, "The protocol in short", Handover.  Before the giver is done, a scan is kept and not
judged.  Before the receiver is done, a scan is told only whether it is in this handover.
"""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from station.custody.checks import derived_id, require_reason
from station.custody.facts import (
    CaseOpened,
    CountFinished,
    EarlyScanned,
    Fact,
    Facts,
    ForeignScanned,
    ItemDisowned,
    ItemFoundAgain,
    ItemReceived,
    ItemUnreceived,
    ReceiverDone,
    RouteQuestioned,
    ScanRepeated,
)
from station.custody.refusal import Reason, Refused
from station.custody.sides import in_phase, require_side
from station.custody.state import Books, Handover, Item, ItemStatus, Phase, Receipt
from station.custody.statement import statement_of
from station.custody.stray import open_cases_about, record_stray
from station.custody.values import Actor, CaseKind, Scan, Side


def receive(books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, scan: Scan) -> Facts:
    """Record a receiver's scan; what is not in this handover is recorded and never received.

    Before the giver is done, every scan is kept alike.  One that comes while the receiver has
    nothing to count is recorded as stray.
    """
    handover = books.handover(handover_id)
    require_side(handover, actor, Side.RECEIVER)
    if handover.phase is Phase.OFFERING:
        return (EarlyScanned(handover.id, scan),)
    if handover.phase not in {Phase.COUNTING, Phase.DIFFERING}:
        return record_stray(books, actor, deed=deed, scan=scan, handover_id=handover.id)
    matching = _offered_as(books, handover, scan)
    again = next((item for item in matching if item.id in handover.received), None)
    if again is not None:
        return (ScanRepeated(again.id, handover=handover.id),)
    if matching:
        return (ItemReceived(handover.id, matching[0].id),)
    return _found(books, handover, scan, derived_id(deed, "case"))


def unreceive(books: Books, actor: Actor, *, handover_id: UUID, item_id: UUID) -> Facts:
    """Take back a receiver's scan."""
    handover = in_phase(books, handover_id, Phase.COUNTING, Phase.DIFFERING)
    require_side(handover, actor, Side.RECEIVER)
    if item_id not in handover.received:
        raise Refused(Reason.NOT_IN_HANDOVER)
    return (ItemUnreceived(handover.id, item_id),)


def disown(
    books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, item_id: UUID, reason: str
) -> Facts:
    """Say that a piece which one has scanned is not one's own department's.

    It leaves the handover and stays with the giver, whose people have to route it anew.  Nobody
    can say so of a piece without a route: the department that sorts takes all unsorted mail.
    """
    handover = in_phase(books, handover_id, Phase.COUNTING, Phase.DIFFERING, Phase.AGREED)
    require_side(handover, actor, Side.RECEIVER)
    require_reason(reason)
    if handover.is_signed:
        raise Refused(Reason.SIGNED_ALREADY)
    if item_id not in handover.received & handover.offered:
        raise Refused(Reason.NOT_IN_HANDOVER)
    item = books.item(item_id)
    if item.route is None:
        raise Refused(Reason.NOT_ROUTED)
    why = reason.strip()
    return (
        ItemDisowned(handover.id, item.id, why),
        RouteQuestioned(item.id, item.route.department, why),
        CaseOpened(derived_id(deed, "case"), CaseKind.NOT_OURS, item=item.id, handover=handover.id),
    )


def finish_count(
    books: Books, actor: Actor, *, deed: UUID, handover_id: UUID, now: datetime
) -> Facts:
    """Say "done" as the receiver: the sets are compared, now or when the giver is done too."""
    handover = in_phase(books, handover_id, Phase.OFFERING, Phase.COUNTING, Phase.DIFFERING)
    require_side(handover, actor, Side.RECEIVER)
    if handover.phase is Phase.OFFERING:
        return (ReceiverDone(handover.id, handover.counted),)
    return compare(books, handover, deed=deed, now=now)


def compare(books: Books, handover: Handover, *, deed: UUID, now: datetime) -> Facts:
    """Judge the early scans and compare the sets, now that both sides are done."""
    counted, judged = _judge_early(books, handover, deed)
    missing, extra = differences(counted)
    missing = tuple(sorted({*missing, *gone(books, handover)}))
    agreed = not missing and not extra and bool(handover.offered)
    digest = statement_of(books, handover, now).digest if agreed else None
    finished = CountFinished(
        handover.id,
        len(handover.offered),
        len(counted.receipts),
        missing,
        extra,
        digest,
        now if agreed else None,
    )
    return (*judged, finished)


def differences(handover: Handover) -> tuple[tuple[UUID, ...], tuple[UUID, ...]]:
    """Return (offered but not received, received but not offered), each sorted."""
    missing = tuple(sorted(handover.offered - handover.received))
    extra = tuple(sorted(handover.received - handover.offered))
    return missing, extra


def gone(books: Books, handover: Handover) -> tuple[UUID, ...]:
    """Return what was offered and is not the giver's to give any more: lost, void, delivered."""
    offered = (books.item(key) for key in handover.offered)
    return tuple(
        item.id
        for item in offered
        if item.status is not ItemStatus.HELD or item.holder != handover.giver
    )


def _offered_as(books: Books, handover: Handover, scan: Scan) -> list[Item]:
    """Return the offered pieces that a scan may be of."""
    return [item for item in books.held_items(scan.known_as) if item.id in handover.offered]


def _found(
    books: Books, handover: Handover, scan: Scan, case: UUID, by: UUID | None = None
) -> Facts:
    """Record a piece that is not in the handover; one open case about it is enough.

    `by` is who scanned it, where that was not the actor.  A lost piece that turns up so is the
    receiver's from now on, as wherever else it is scanned.
    """
    held = books.held_items(scan.known_as)
    item = held[0].id if held else None
    foreign = ForeignScanned(handover.id, scan, by, item)
    may_be_lost = scan.number is not None and not held
    for lost in books.lost_items(scan.known_as) if may_be_lost else ():
        again = CaseOpened(case, CaseKind.FOUND_AGAIN, item=lost.id, scan=scan, author=by)
        return (foreign, ItemFoundAgain(lost.id, handover.receiver), again)
    if open_cases_about(books, scan, handover.id):
        return (foreign,)
    opened = CaseOpened(case, CaseKind.FOUND, item=item, handover=handover.id, scan=scan, author=by)
    return (foreign, opened)


def _judge_early(books: Books, handover: Handover, deed: UUID) -> tuple[Handover, Facts]:
    """Return the handover with what of its early scans is received, and the facts of judging."""
    judged: list[Fact] = []
    for early in handover.early:
        offered = _offered_as(books, handover, early.scan)
        if offered:
            receipt = Receipt(offered[0].id, early.by)
            handover = replace(handover, receipts=handover.receipts | {receipt})
            judged.append(ItemReceived(handover.id, receipt.item, receipt.by))
        else:
            case = derived_id(deed, f"case {early.scan.known_as}")
            judged += _found(books, handover, early.scan, case, early.by)
    return handover, tuple(judged)
