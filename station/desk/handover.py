"""Deeds of a handover."""

from uuid import UUID

from station.custody import handover as rules
from station.custody import offer as giving
from station.custody import receipt
from station.custody.facts import CountFinished, Facts
from station.custody.values import Actor
from station.desk.counted import at_giver, on_offering
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Seen, scan_of
from station.desk.signin import require_still
from station.ledger.credentials import Credential
from station.ledger.store import Done, Ledger, Work

OFFER = on_offering(giving.offer)
WITHDRAW = at_giver(giving.withdraw)


def open_handover(
    ledger: Ledger,
    caller: Caller,
    *,
    receiver: str,
    person: UUID | None = None,
    in_person: bool = False,
) -> Done:
    """Begin a handover from the caller's department; its id is the deed's UUID.

    `person` names who alone receives; `in_person`, the caller alone gives, what they keep.
    """
    return perform(
        ledger,
        caller,
        "open_handover",
        lambda work, actor: rules.open_handover(
            work.books,
            actor,
            deed=caller.deed,
            receiver=receiver,
            now=work.now,
            person=person,
            in_person=in_person,
        ),
    )


def offer(ledger: Ledger, caller: Caller, *, handover: UUID, seen: Seen) -> Done:
    """Scan a piece into the offered set."""
    return perform(
        ledger,
        caller,
        "offer",
        lambda work, actor: OFFER(
            work.books, actor, deed=caller.deed, handover_id=handover, scan=scan_of(work, seen)
        ),
    )


def withdraw(ledger: Ledger, caller: Caller, *, handover: UUID, item: UUID) -> Done:
    """Take a piece out of the offered set."""
    return follow(ledger, caller, WITHDRAW, handover_id=handover, item_id=item)


def finish_offer(ledger: Ledger, caller: Caller, *, handover: UUID) -> Done:
    """Say that the offered set is whole; the sets are compared if the receiver is done too."""
    return perform(
        ledger,
        caller,
        "finish_offer",
        lambda work, actor: giving.finish_offer(
            work.books, actor, deed=caller.deed, handover_id=handover, now=work.now
        ),
    )


def receive(ledger: Ledger, caller: Caller, *, handover: UUID, seen: Seen) -> Done:
    """Scan a piece as the receiver, without being told what was offered."""
    return perform(
        ledger,
        caller,
        "receive",
        lambda work, actor: receipt.receive(
            work.books, actor, deed=caller.deed, handover_id=handover, scan=scan_of(work, seen)
        ),
    )


def unreceive(ledger: Ledger, caller: Caller, *, handover: UUID, item: UUID) -> Done:
    """Take back a receiver's scan."""
    return follow(ledger, caller, receipt.unreceive, handover_id=handover, item_id=item)


def disown(ledger: Ledger, caller: Caller, *, handover: UUID, item: UUID, reason: str) -> Done:
    """Say, as the receiver, that a scanned piece is not one's own department's."""
    rule = receipt.disown
    return follow(
        ledger, caller, rule, deed=caller.deed, handover_id=handover, item_id=item, reason=reason
    )


def finish_count(ledger: Ledger, caller: Caller, *, handover: UUID) -> Done:
    """Say "done" as the receiver; the sets are compared if the giver is done too."""
    return perform(
        ledger,
        caller,
        "finish_count",
        lambda work, actor: receipt.finish_count(
            work.books, actor, deed=caller.deed, handover_id=handover, now=work.now
        ),
    )


def refer_handover(ledger: Ledger, caller: Caller, *, handover: UUID) -> Done:
    """Ask the supervisor about sets that would not agree."""
    return follow(ledger, caller, rules.refer_handover, deed=caller.deed, handover_id=handover)


def sign(
    ledger: Ledger, caller: Caller, *, handover: UUID, digest: str, proved: Credential
) -> Done:
    """Sign the agreed set; `proved` is what checking the badge and PIN gave just now."""

    def signed(work: Work, actor: Actor) -> Facts:
        require_still(work.credentials, proved)
        return rules.sign(work.books, actor, handover_id=handover, digest=digest)

    return perform(ledger, caller, "sign", signed)


def cancel(ledger: Ledger, caller: Caller, *, handover: UUID, reason: str = "") -> Done:
    """Break off a handover; every piece stays with the giver."""
    return follow(ledger, caller, rules.cancel, handover_id=handover, reason=reason)


def comparison_of(done: Done) -> CountFinished:
    """Return what the comparison of the sets found, after the second "done"."""
    return next(fact for fact in done.facts if isinstance(fact, CountFinished))
