"""What taking in changes."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.evolve.expected import expect_again
from station.custody.evolve.handover import offered_again
from station.custody.state import Arrival, ArrivalStatus, Item, ItemStatus, Label, WritableBooks
from station.custody.values import Stamp


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
            details=fact.details,
            moved_at=stamp.at,
        )
    )
    if fact.expected is not None:
        books.put(replace(books.expected(fact.expected), item=fact.item, missed=None))


@evolve.register
def _(fact: f.LabelIssued, _stamp: Stamp, books: WritableBooks) -> None:
    covers = books.item(fact.item).covered
    books.put(Label(fact.item, fact.serial, fact.number, fact.description, covers))


@evolve.register
def _(fact: f.ScanRepeated, stamp: Stamp, books: WritableBooks) -> None:
    is_labelled = fact.arrival is not None and books.item(fact.item).scan.is_given
    label = books.label(fact.item) if is_labelled else None
    if label is not None:
        books.put(replace(label, is_scanned=True))
    if fact.handover is not None:
        offered_again(books.handover(fact.handover), stamp, books)


@evolve.register
def _(fact: f.ItemDescribed, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), details=fact.details))


@evolve.register
def _(fact: f.SlipKept, _stamp: Stamp, books: WritableBooks) -> None:
    arrival = books.arrival(fact.arrival)
    books.put(replace(arrival, slips=(*arrival.slips, fact.slip)))


@evolve.register
def _(fact: f.TakingInUndone, _stamp: Stamp, books: WritableBooks) -> None:
    arrival = books.arrival(fact.arrival)
    item = books.item(fact.item)
    books.put(replace(arrival, count=arrival.count - 1))
    books.put(replace(item, status=ItemStatus.VOID))
    expect_again(books, item)


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
