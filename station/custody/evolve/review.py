"""What the end of custody and the supervisor change."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import Case, ItemStatus, WritableBooks
from station.custody.values import Stamp


@evolve.register
def _(fact: f.ItemDelivered, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), status=ItemStatus.DELIVERED))


@evolve.register
def _(fact: f.CaseOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Case(
            fact.case,
            fact.what,
            author=author_of(stamp),
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
    books.put(replace(case, settled_by=author_of(stamp), reason=fact.reason))
