"""How each fact changes the state.  The only place that says so.

The ledger runs it when a deed is done and again, from the journal, whenever somebody doubts the
tables.  It decides nothing and refuses nothing: a fact has happened.
"""

from dataclasses import replace
from functools import singledispatch
from uuid import UUID

from station.custody import facts as f
from station.custody.state import (
    Arrival,
    ArrivalStatus,
    Case,
    Department,
    Expected,
    Handover,
    Item,
    ItemStatus,
    Person,
    Phase,
    Route,
    Word,
    WritableBooks,
)
from station.custody.values import Side, Stamp


@singledispatch
def evolve(fact: f.Fact, _stamp: Stamp, _books: WritableBooks) -> None:
    """Put into the books what follows from one fact."""
    raise TypeError(f"expected a fact that evolve knows, got {type(fact).__name__}")


def _author(stamp: Stamp) -> UUID:
    if stamp.person is None:
        raise ValueError(f"expected an author in entry {stamp.seq}, got none")
    return stamp.person


@evolve.register(f.OfficeFounded)
@evolve.register(f.ExpectedListImported)
@evolve.register(f.ScanRepeated)
@evolve.register(f.ScanSetAside)
@evolve.register(f.ForeignScanned)
@evolve.register(f.StrayScanned)
@evolve.register(f.HandoverReferred)
@evolve.register(f.PersonalDataPurged)
def _only_remembered(fact: f.Fact, stamp: Stamp, books: WritableBooks) -> None:
    """Facts that the journal remembers and that change no state."""


@evolve.register
def _(fact: f.DepartmentOpened, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(Department(fact.department, fact.name, fact.kana, fact.aliases, fact.sorts_mail))


@evolve.register
def _(fact: f.PersonEnrolled, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(Person(fact.person, fact.name, fact.department, frozenset(fact.roles)))


@evolve.register
def _(fact: f.BadgeIssued, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.person(fact.person), has_badge=True))


@evolve.register
def _(fact: f.ItemAnnounced, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Expected(
            fact.expected,
            fact.list,
            fact.number,
            fact.service,
            fact.sender,
            fact.addressee,
            fact.department,
            stamp.seq,
        )
    )


@evolve.register
def _(fact: f.ArrivalOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Arrival(
            fact.arrival,
            fact.carrier,
            fact.declared_count,
            fact.arrived_at,
            fact.department,
            fact.list,
            opened_by=_author(stamp),
            opened_at=stamp.at,
        )
    )


@evolve.register
def _(fact: f.ItemTakenIn, stamp: Stamp, books: WritableBooks) -> None:
    arrival = books.arrival(fact.arrival)
    books.put(replace(arrival, count=arrival.count + 1))
    books.put(
        Item(
            fact.item,
            fact.arrival,
            fact.scan,
            fact.expected,
            taken_in_by=_author(stamp),
            taken_in_at=stamp.at,
            taken_in_seq=stamp.seq,
            holder=arrival.department,
            held_since=stamp.at,
        )
    )
    if fact.expected is not None:
        books.put(replace(books.expected(fact.expected), item=fact.item))


@evolve.register
def _(fact: f.TakingInUndone, _stamp: Stamp, books: WritableBooks) -> None:
    arrival = books.arrival(fact.arrival)
    item = books.item(fact.item)
    books.put(replace(arrival, count=arrival.count - 1))
    books.put(replace(item, status=ItemStatus.VOID))
    if item.expected is not None:
        books.put(replace(books.expected(item.expected), item=None))


@evolve.register(f.ArrivalClosed)
@evolve.register(f.ArrivalClosedWithDifference)
def _arrival_closed(
    fact: f.ArrivalClosed | f.ArrivalClosedWithDifference, _stamp: Stamp, books: WritableBooks
) -> None:
    books.put(replace(books.arrival(fact.arrival), status=ArrivalStatus.CLOSED))


@evolve.register
def _(fact: f.ArrivalReferred, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.arrival(fact.arrival), status=ArrivalStatus.REFERRED))


@evolve.register
def _(fact: f.FirstEntryMade, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(_author(stamp), fact.department)
    books.put(replace(books.item(fact.item), first=word, check=None))


@evolve.register
def _(fact: f.CheckEntryMade, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(_author(stamp), fact.department)
    books.put(replace(books.item(fact.item), check=word))


@evolve.register
def _(fact: f.ItemRouted, _stamp: Stamp, books: WritableBooks) -> None:
    route = Route(fact.department, fact.first_by, fact.check_by)
    item = books.item(fact.item)
    books.put(replace(item, route=route, first=None, check=None, undecided=False))


@evolve.register
def _(fact: f.ItemLeftUndecided, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), undecided=True))


@evolve.register
def _(fact: f.RouteProposed, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(_author(stamp), fact.department)
    books.put(replace(books.item(fact.item), first=word, check=None, undecided=False))


@evolve.register
def _(fact: f.HandoverOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Handover(
            fact.handover,
            fact.giver,
            fact.receiver,
            opened_by=_author(stamp),
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


@evolve.register
def _(fact: f.ItemDelivered, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), status=ItemStatus.DELIVERED))


@evolve.register
def _(fact: f.CaseOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Case(
            fact.case,
            fact.what,
            author=_author(stamp),
            opened_at=stamp.at,
            arrival=fact.arrival,
            item=fact.item,
            handover=fact.handover,
            scan=fact.scan,
        )
    )


@evolve.register
def _(fact: f.CaseSettled, stamp: Stamp, books: WritableBooks) -> None:
    case = books.case(fact.case)
    books.put(replace(case, settled_by=_author(stamp), reason=fact.reason))
