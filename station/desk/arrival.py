"""Deeds of an arrival."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from station.custody import arrival as rules
from station.custody import details
from station.custody import facts as f
from station.custody.state import Arrival
from station.custody.values import CaseKind, Service
from station.desk.counted import at_arrival, at_holder
from station.desk.deeds import Caller, follow, perform
from station.desk.scans import Outcome, Seen, item_of, keep_photo, outcome_of, scan_of, typed_twice
from station.ledger.store import Done, Ledger
from station.ledger.views import ItemLine


def open_arrival(
    ledger: Ledger,
    caller: Caller,
    *,
    carrier: str,
    declared_count: int,
    arrived_at: datetime | None = None,
    list_id: UUID | None = None,
    slip: bytes | None = None,
) -> Done:
    """Open an arrival, by default of this moment; its id is the deed's UUID.

    `arrived_at` is aware of its zone, and refused where it lies ahead or too far back.

    `slip` is a photo of the carrier's own slip, as JPEG.
    """
    return perform(
        ledger,
        caller,
        "open_arrival",
        lambda work, actor: rules.open_arrival(
            work.books,
            actor,
            deed=caller.deed,
            carrier=carrier,
            declared_count=declared_count,
            arrived_at=arrived_at or work.now,
            now=work.now,
            list_id=list_id,
            slip=keep_photo(work, slip) if slip else None,
        ),
    )


def keep_slip(ledger: Ledger, caller: Caller, *, arrival: UUID, slip: bytes) -> Done:
    """Keep one more photo of the carrier's slip, as JPEG."""
    return perform(
        ledger,
        caller,
        "keep_slip",
        lambda work, actor: rules.keep_slip(
            work.books, actor, arrival_id=arrival, slip=keep_photo(work, slip)
        ),
    )


def take_in(ledger: Ledger, caller: Caller, *, arrival: UUID, seen: Seen) -> Done:
    """Record one scanned piece, and count what the arrival has now."""
    return perform(
        ledger,
        caller,
        "take_in",
        lambda work, actor: rules.take_in(
            work.books, actor, deed=caller.deed, arrival_id=arrival, scan=scan_of(work, seen)
        ),
        lambda books: books.arrival(arrival).count,
    )


def take_in_unreadable(
    ledger: Ledger, caller: Caller, *, arrival: UUID, first: str, second: str, photo: bytes | None
) -> Done:
    """Record a piece that no reader can read: its number typed twice the same, and its photo."""
    seen = Seen(typed_twice(first, second), photo)
    return perform(
        ledger,
        caller,
        "take_in_unreadable",
        lambda work, actor: rules.take_in_unreadable(
            work.books, actor, deed=caller.deed, arrival_id=arrival, scan=scan_of(work, seen)
        ),
    )


def take_in_another(ledger: Ledger, caller: Caller, *, arrival: UUID, seen: Seen) -> Done:
    """Take in a second piece under a number that the house holds, on the caller's word."""
    return perform(
        ledger,
        caller,
        "take_in_another",
        lambda work, actor: rules.take_in_another(
            work.books, actor, deed=caller.deed, arrival_id=arrival, scan=scan_of(work, seen)
        ),
    )


def label_unnumbered(
    ledger: Ledger, caller: Caller, *, arrival: UUID, photo: bytes | None, description: str
) -> Done:
    """Give a piece without a number the next label, and take it in with photo and description."""
    return perform(
        ledger,
        caller,
        "label_unnumbered",
        lambda work, actor: rules.label_unnumbered(
            work.books,
            actor,
            deed=caller.deed,
            arrival_id=arrival,
            photo=keep_photo(work, photo) if photo else None,
            description=work.keep_text(description),
        ),
    )


def describe_item(
    ledger: Ledger,
    caller: Caller,
    *,
    item: UUID,
    service: Service | None,
    signature_taken: bool | None = None,
    is_confidential: bool = False,
    amount_yen: int | None = None,
) -> Done:
    """Say anew all that is known of a piece beside its number."""
    return follow(
        ledger,
        caller,
        at_holder(details.describe_item),
        item_id=item,
        service=service,
        signature_taken=signature_taken,
        is_confidential=is_confidential,
        amount_yen=amount_yen,
    )


def undo_taking_in(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Take back the caller's own last scan."""
    return follow(ledger, caller, at_arrival(rules.undo_taking_in), arrival_id=arrival)


def close_arrival(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Close an arrival whose count is right."""
    return follow(ledger, caller, rules.close_arrival, arrival_id=arrival)


def refer_arrival(ledger: Ledger, caller: Caller, *, arrival: UUID) -> Done:
    """Leave an arrival whose count is not right to the supervisor."""
    return follow(ledger, caller, rules.refer_arrival, deed=caller.deed, arrival_id=arrival)


class Told(StrEnum):
    """What a scan on arrival came to: finer than the four answers, for what the hand does next."""

    TAKEN = "taken"
    NUMBER_REUSED = "number_reused"
    EXPECTED_ELSEWHERE = "expected_elsewhere"
    NOT_EXPECTED = "not_expected"
    UNREADABLE = "unreadable"
    ANOTHER_PIECE = "another_piece"
    MAYBE_FOUND = "maybe_found"
    DOUBTFUL = "doubtful"
    STILL_HELD = "still_held"
    ALREADY_HERE = "already_here"
    ALREADY_BESIDE = "already_beside"
    STRAY = "stray"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a scan on arrival, with all that it names.

    `item` is the piece that it is about; `earlier` the one that bore the number before: gone when
    the number is used again, still in the house when it is held from another day.  `beside` are the
    other open arrivals that count this piece, or wait for it by their lists.
    """

    outcome: Outcome
    told: Told
    item: ItemLine | None = None
    earlier: ItemLine | None = None
    beside: tuple[Arrival, ...] = ()


CASES = {
    CaseKind.UNREADABLE: Told.UNREADABLE,
    CaseKind.SAME_NUMBER: Told.MAYBE_FOUND,
    CaseKind.STILL_HELD: Told.STILL_HELD,
    CaseKind.DOUBTFUL: Told.DOUBTFUL,
    CaseKind.UNMATCHED: Told.NOT_EXPECTED,
}
"""What a case says of the scan that opened it, the weightiest first."""


def answer_of(ledger: Ledger, done: Done) -> Answer:
    """Return the whole answer to a deed that took in, or tried to take in, one piece."""
    outcome, told = outcome_of(done), _told(done)
    key = item_of(done)
    with ledger.views() as views:
        (item,) = views.items([key]) if key else (None,)
        taken = next((fact for fact in done.facts if isinstance(fact, f.ItemTakenIn)), None)
        held = next((c.item for c in done.facts if isinstance(c, f.CaseOpened) and c.item), None)
        before = taken.earlier if taken else held
        (earlier,) = views.items([before]) if before else (None,)
        beside: tuple[Arrival, ...] = ()
        if told is Told.ALREADY_BESIDE and item is not None:
            beside = (views.books.arrival(item.item.arrival),)
        elif taken is not None and taken.expected is not None:
            beside = views.arrivals_awaiting(taken.expected, taken.arrival)
    if told is Told.TAKEN and beside:
        told = Told.EXPECTED_ELSEWHERE
    elif told is Told.TAKEN and earlier:
        told = Told.NUMBER_REUSED
    return Answer(outcome, told, item, earlier, beside)


def _told(done: Done) -> Told:
    opened = {fact.what for fact in done.facts if isinstance(fact, f.CaseOpened)}
    for fact in done.facts:
        if isinstance(fact, f.StrayScanned):
            return Told.STRAY
        if isinstance(fact, f.ScanRepeated):
            return Told.ALREADY_BESIDE if fact.scanned_in else Told.ALREADY_HERE
        if isinstance(fact, f.LabelIssued) and CaseKind.SAME_NUMBER in opened:
            return Told.ANOTHER_PIECE
    return next((told for kind, told in CASES.items() if kind in opened), Told.TAKEN)
