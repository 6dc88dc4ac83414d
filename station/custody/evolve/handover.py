"""What a handover changes."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import Handover, Phase, WritableBooks
from station.custody.values import Side, Stamp


@evolve.register
def _(fact: f.HandoverOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Handover(
            fact.handover,
            fact.giver,
            fact.receiver,
            opened_by=author_of(stamp),
            opened_at=stamp.at,
        )
    )


@evolve.register
def _(fact: f.ItemOffered, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, offered=handover.offered | {fact.item}))
    books.put(replace(books.item(fact.item), handover=fact.handover))


@evolve.register
def _(fact: f.ItemWithdrawn, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, offered=handover.offered - {fact.item}))
    books.put(replace(books.item(fact.item), handover=None))


@evolve.register
def _(fact: f.SetOffered, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.handover(fact.handover), phase=Phase.COUNTING))


@evolve.register
def _(fact: f.ItemReceived, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, received=handover.received | {fact.item}))


@evolve.register
def _(fact: f.ItemUnreceived, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, received=handover.received - {fact.item}))


@evolve.register
def _(fact: f.CountFinished, _stamp: Stamp, books: WritableBooks) -> None:
    phase = Phase.DIFFERING if fact.digest is None else Phase.AGREED
    books.put(replace(books.handover(fact.handover), phase=phase, digest=fact.digest))


@evolve.register
def _(fact: f.HandoverSigned, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    if fact.side is Side.GIVER:
        books.put(replace(handover, giver_signer=fact.signer))
    else:
        books.put(replace(handover, receiver_signer=fact.signer))


@evolve.register
def _(fact: f.HandoverSealed, stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, phase=Phase.SEALED, sealed_at=stamp.at))
    for key in fact.items:
        item = books.item(key)
        books.put(replace(item, holder=fact.receiver, held_since=stamp.at, handover=None))


@evolve.register
def _(fact: f.HandoverCancelled, _stamp: Stamp, books: WritableBooks) -> None:
    handover = books.handover(fact.handover)
    books.put(replace(handover, phase=Phase.CANCELLED))
    for key in handover.offered:
        books.put(replace(books.item(key), handover=None))
