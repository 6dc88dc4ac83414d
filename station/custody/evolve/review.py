"""What the end of custody and the supervisor change."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.evolve.expected import expect_again
from station.custody.state import Case, Item, ItemStatus, Proposal, WritableBooks
from station.custody.values import CaseKind, Settlement, Stamp


@evolve.register
def _(fact: f.ItemDelivered, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), status=ItemStatus.DELIVERED))


NOBODYS = frozenset({CaseKind.INCIDENT})
"""Cases that somebody opens and that are not about their own scan or word."""


@evolve.register
def _(fact: f.CaseOpened, stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        Case(
            fact.case,
            fact.what,
            author=None if fact.what in NOBODYS else fact.author or stamp.person,
            opened_at=stamp.at,
            arrival=fact.arrival,
            item=fact.item,
            handover=fact.handover,
            scan=fact.scan,
            expected=fact.expected,
            day_close=fact.day_close,
            department=fact.department,
            day=fact.day,
        )
    )
    if fact.what is CaseKind.MISSING_EXPECTED and fact.expected is not None:
        expected = books.expected(fact.expected)
        books.put(replace(expected, missed=expected.due))


@evolve.register
def _(fact: f.SettlementProposed, stamp: Stamp, books: WritableBooks) -> None:
    proposal = Proposal(fact.proposal, fact.settlement, author_of(stamp), fact.reason, fact.seen)
    books.put(replace(books.case(fact.case), proposal=proposal))


@evolve.register
def _(fact: f.CaseSettled, stamp: Stamp, books: WritableBooks) -> None:
    case = books.case(fact.case)
    proposal = case.proposal
    is_seconded = proposal is not None and proposal.settlement is fact.settlement
    let_go = case.item if fact.settlement is Settlement.SETTLED_ALONG else None
    books.put(
        replace(
            case,
            proposal=proposal if is_seconded else None,
            settlement=fact.settlement,
            settled_by=author_of(stamp),
            settled_at=stamp.at,
            reason=fact.reason,
            settled_with=books.item(let_go).let_go_by if let_go else None,
        )
    )


@evolve.register
def _(fact: f.SettlementCorrected, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(
        replace(
            books.case(fact.case),
            proposal=None,
            settlement=None,
            settled_by=None,
            settled_at=None,
            reason=None,
            settled_with=None,
        )
    )
    for along in books.settled_along(fact.case):  # by a decision that stands no more
        books.put(replace(along, settled_with=None))


@evolve.register
def _(fact: f.ItemDeclaredLost, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), status=ItemStatus.LOST, let_go_by=fact.case))


@evolve.register
def _(fact: f.ItemVoided, _stamp: Stamp, books: WritableBooks) -> None:
    item = books.item(fact.item)
    books.put(replace(item, status=ItemStatus.VOID, let_go_by=fact.case))
    _count(books, item, -1)
    expect_again(books, item)


@evolve.register
def _(fact: f.ItemRestored, _stamp: Stamp, books: WritableBooks) -> None:
    item = books.item(fact.item)
    restored = replace(item, status=ItemStatus.HELD, let_go_by=None)
    if item.status is ItemStatus.VOID:
        _count(books, item, +1)
        due = books.expected(item.expected) if item.expected else None
        if due is not None and due.item is None:
            books.put(replace(due, item=item.id, missed=None))
        else:  # another piece has come for it in the meantime
            restored = replace(restored, expected=None)
    books.put(restored)


def _count(books: WritableBooks, item: Item, change: int) -> None:
    arrival = books.arrival(item.arrival)
    books.put(replace(arrival, count=arrival.count + change))


@evolve.register
def _(fact: f.ItemFoundAgain, stamp: Stamp, books: WritableBooks) -> None:
    item = books.item(fact.item)
    books.put(
        replace(
            item,
            status=ItemStatus.HELD,
            let_go_by=None,
            holder=fact.department,
            held_since=stamp.at,
            moved_at=stamp.at,
            keeper=None,  # whoever kept it before it was lost has it no more
        )
    )
