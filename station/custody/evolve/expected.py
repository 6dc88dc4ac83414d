"""What announcing changes."""

from dataclasses import replace
from uuid import UUID

from station.custody import facts as f
from station.custody.evolve.base import evolve
from station.custody.state import Expected, Item, Listing, WritableBooks, listing_id
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
            fact.due or stamp.at.date(),
        )
    )
    _list(fact.list, fact.expected, books)


@evolve.register
def _(fact: f.ExpectedRepeated, _stamp: Stamp, books: WritableBooks) -> None:
    _list(fact.list, fact.expected, books)


@evolve.register
def _(fact: f.ExpectedCorrected, _stamp: Stamp, books: WritableBooks) -> None:
    corrected = replace(
        books.expected(fact.expected),
        service=fact.service,
        sender=fact.sender,
        addressee=fact.addressee,
        department=fact.department,
        due=fact.due,
    )
    books.put(corrected)
    _list(fact.list, fact.expected, books)


@evolve.register
def _(fact: f.ExpectedWithdrawn, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.expected(fact.expected), is_withdrawn=True))


@evolve.register
def _(fact: f.ExpectedMatched, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.expected(fact.expected), item=fact.item))
    books.put(replace(books.item(fact.item), expected=fact.expected))


def _list(list_id: UUID, expected: UUID, books: WritableBooks) -> None:
    books.put(Listing(listing_id(list_id, expected), list_id, expected))


def expect_again(books: WritableBooks, item: Item) -> None:
    """Await what a piece was taken for: it was none.  Another may have come for it since."""
    due = books.expected(item.expected) if item.expected else None
    if due is not None and due.item == item.id:
        books.put(replace(due, item=None))
