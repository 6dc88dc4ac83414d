"""What a handover changes."""

from dataclasses import replace
from uuid import UUID

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import EarlyScan, Handover, Phase, Receipt, WritableBooks
from station.custody.values import Side, Stamp


def _moved(handover: Handover, stamp: Stamp, books: WritableBooks) -> None:
    """Keep a handover's new state, and when it last moved on."""
    books.put(replace(handover, moved_at=stamp.at))


def _given(handover: Handover, stamp: Stamp) -> Handover:
    """Return a handover for whose giver the author did something."""
    return replace(handover, gave=handover.gave | {author_of(stamp)})


def _taken(handover: Handover, person: UUID) -> Handover:
    """Return a handover for whose receiver somebody did something."""
    return replace(handover, took=handover.took | {person})


def offered_again(handover: Handover, stamp: Stamp, books: WritableBooks) -> None:
    """Keep that somebody scanned again what is offered, and so does something for the giver."""
    if handover.phase is Phase.OFFERING:
        books.put(_given(handover, stamp))


@evolve.register
def _(fact: f.HandoverOpened, stamp: Stamp, books: WritableBooks) -> None:
    opened = Handover(
        fact.handover,
        fact.giver,
        fact.receiver,
        opened_by=author_of(stamp),
        opened_at=stamp.at,
        giver_person=fact.giver_person,
        receiver_person=fact.receiver_person,
    )
    _moved(_given(opened, stamp), stamp, books)


@evolve.register
def _(fact: f.ItemOffered, stamp: Stamp, books: WritableBooks) -> None:
    handover = _given(books.handover(fact.handover), stamp)
    _moved(replace(handover, offered=handover.offered | {fact.item}), stamp, books)
    books.put(replace(books.item(fact.item), handover=fact.handover))


@evolve.register
def _(fact: f.ItemWithdrawn, stamp: Stamp, books: WritableBooks) -> None:
    handover = _given(books.handover(fact.handover), stamp)
    _moved(_without(handover, handover.receipts, fact), stamp, books)
    books.put(replace(books.item(fact.item), handover=None))


@evolve.register
def _(fact: f.ItemDisowned, stamp: Stamp, books: WritableBooks) -> None:
    handover = _taken(books.handover(fact.handover), author_of(stamp))
    receipts = frozenset(r for r in handover.receipts if r.item != fact.item)
    _moved(_without(handover, receipts, fact), stamp, books)
    books.put(replace(books.item(fact.item), handover=None))


def _without(
    handover: Handover, receipts: frozenset[Receipt], fact: f.ItemWithdrawn | f.ItemDisowned
) -> Handover:
    """Return a handover without an offered piece: what was agreed before no longer is."""
    agreed = handover.phase is Phase.AGREED
    return replace(
        handover,
        offered=handover.offered - {fact.item},
        receipts=receipts,
        phase=Phase.DIFFERING if agreed else handover.phase,
        digest=None,
        agreed_at=None,
    )


@evolve.register
def _(fact: f.SetOffered, stamp: Stamp, books: WritableBooks) -> None:
    handover = _given(books.handover(fact.handover), stamp)
    _moved(replace(handover, phase=Phase.COUNTING), stamp, books)


@evolve.register
def _(fact: f.EarlyScanned, stamp: Stamp, books: WritableBooks) -> None:
    handover = _taken(books.handover(fact.handover), author_of(stamp))
    known = {early.scan.known_as for early in handover.early}
    early = () if fact.scan.known_as in known else (EarlyScan(fact.scan, author_of(stamp)),)
    _moved(replace(handover, early=handover.early + early, receiver_done=False), stamp, books)


@evolve.register
def _(fact: f.ReceiverDone, stamp: Stamp, books: WritableBooks) -> None:
    handover = _taken(books.handover(fact.handover), author_of(stamp))
    _moved(replace(handover, receiver_done=True), stamp, books)


@evolve.register
def _(fact: f.ItemReceived, stamp: Stamp, books: WritableBooks) -> None:
    receipt = Receipt(fact.item, fact.by or author_of(stamp))
    handover = _taken(books.handover(fact.handover), receipt.by)
    early = _early_without(handover, books.item(fact.item).number)
    received = replace(handover, receipts=handover.receipts | {receipt}, early=early)
    _moved(received, stamp, books)


@evolve.register
def _(fact: f.ForeignScanned, stamp: Stamp, books: WritableBooks) -> None:
    handover = _taken(books.handover(fact.handover), fact.by or author_of(stamp))
    early = _early_without(handover, fact.scan.known_as)
    _moved(replace(handover, early=early), stamp, books)


def _early_without(handover: Handover, number: str) -> tuple[EarlyScan, ...]:
    """Return the early scans that are still to be judged once this number is."""
    return tuple(early for early in handover.early if early.scan.known_as != number)


@evolve.register
def _(fact: f.ItemUnreceived, stamp: Stamp, books: WritableBooks) -> None:
    handover = _taken(books.handover(fact.handover), author_of(stamp))
    receipts = frozenset(r for r in handover.receipts if r.item != fact.item)
    _moved(replace(handover, receipts=receipts), stamp, books)


@evolve.register
def _(fact: f.CountFinished, stamp: Stamp, books: WritableBooks) -> None:
    phase = Phase.DIFFERING if fact.digest is None else Phase.AGREED
    counted = replace(
        books.handover(fact.handover),
        phase=phase,
        digest=fact.digest,
        agreed_at=fact.agreed_at,
        early=(),
    )
    _moved(counted, stamp, books)


@evolve.register
def _(fact: f.HandoverSigned, stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    if fact.side is Side.GIVER:
        _moved(_given(replace(handover, giver_signer=fact.signer), stamp), stamp, books)
    else:
        signed = replace(handover, receiver_signer=fact.signer)
        _moved(_taken(signed, fact.signer), stamp, books)


@evolve.register
def _(fact: f.HandoverSealed, stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    _moved(replace(handover, phase=Phase.SEALED, sealed_at=stamp.at), stamp, books)
    for key in fact.items:
        books.put(
            replace(
                books.item(key),
                holder=fact.receiver,
                held_since=stamp.at,
                moved_at=stamp.at,
                handover=None,
                keeper=handover.receiver_person,
            )
        )


@evolve.register
def _(fact: f.HandoverCancelled, stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    _moved(replace(handover, phase=Phase.CANCELLED), stamp, books)
    for key in handover.offered:
        books.put(replace(books.item(key), handover=None))
