"""What closing a day changes."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import CloseStatus, ClosingDays, CountScan, DayClose, WritableBooks
from station.custody.values import Stamp


@evolve.register
def _(fact: f.DayCloseOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        DayClose(fact.day_close, fact.department, fact.day, author_of(stamp), opened_at=stamp.at)
    )


@evolve.register
def _(fact: f.PieceCounted, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        CountScan(
            fact.count,
            fact.day_close,
            fact.scan,
            fact.item,
            fact.was_held,
            by=author_of(stamp),
            seq=stamp.seq,
        )
    )


@evolve.register
def _(fact: f.CountTakenBack, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.count_scan(fact.count), is_taken_back=True))


@evolve.register
def _(fact: f.RecountBegun, _stamp: Stamp, books: WritableBooks) -> None:
    for key in fact.counts:
        books.put(replace(books.count_scan(key), is_taken_back=True))
    books.put(replace(books.day_close(fact.day_close), status=CloseStatus.COUNTING))


@evolve.register
def _(fact: f.CountCompared, _stamp: Stamp, books: WritableBooks) -> None:
    close = books.day_close(fact.day_close)
    books.put(replace(close, status=CloseStatus.DIFFERING))


@evolve.register
def _(fact: f.DayClosed, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.day_close(fact.day_close), status=CloseStatus.CLOSED))


@evolve.register
def _(fact: f.DayClosedWithDifference, _stamp: Stamp, books: WritableBooks) -> None:
    close = books.day_close(fact.day_close)
    books.put(replace(close, status=CloseStatus.CLOSED_WITH_DIFFERENCE))


@evolve.register
def _(fact: f.ClosingDaysSet, _stamp: Stamp, books: WritableBooks) -> None:
    books.closing_days()  # what is replaced is known first: books tell new things from changed ones
    books.put(ClosingDays(ClosingDays.KEY, fact.until, fact.days, fact.yearly))
