"""What announcing and taking in change."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import Arrival, ArrivalStatus, Expected, Item, ItemStatus, WritableBooks
from station.custody.values import Stamp


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
            opened_by=author_of(stamp),
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
            taken_in_by=author_of(stamp),
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


@evolve.register(f.ArrivalReferred)
@evolve.register(f.ArrivalReopened)
def _waits_for_the_supervisor(
    fact: f.ArrivalReferred | f.ArrivalReopened, _stamp: Stamp, books: WritableBooks
) -> None:
    books.put(replace(books.arrival(fact.arrival), status=ArrivalStatus.REFERRED))
