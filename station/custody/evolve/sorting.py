"""What people's words on a route change."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.state import RULE_SET, Opening, Route, RuleSet, Word, WritableBooks
from station.custody.values import Stamp


@evolve.register
def _(fact: f.FirstEntryMade, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(author_of(stamp), fact.department)
    books.put(replace(books.item(fact.item), first=word, check=None))


@evolve.register
def _(fact: f.CheckEntryMade, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(author_of(stamp), fact.department)
    books.put(replace(books.item(fact.item), check=word))


@evolve.register
def _(fact: f.ItemRouted, stamp: Stamp, books: WritableBooks) -> None:
    route = Route(fact.department, fact.first_by, fact.check_by)
    item = books.item(fact.item)
    routed = replace(item, route=route, first=None, check=None, undecided=False, questioned=False)
    books.put(replace(routed, moved_at=stamp.at))


@evolve.register
def _(fact: f.ItemLeftUndecided, stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), undecided=True, moved_at=stamp.at))


@evolve.register
def _(fact: f.RouteQuestioned, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), first=None, check=None, questioned=True))


@evolve.register
def _(fact: f.RouteProposed, stamp: Stamp, books: WritableBooks) -> None:
    word = Word(author_of(stamp), fact.department)
    item = replace(books.item(fact.item), first=word, check=None, undecided=False)
    books.put(replace(item, moved_at=stamp.at))


@evolve.register
def _(fact: f.SuggestionRulesKept, _stamp: Stamp, books: WritableBooks) -> None:
    books.suggestion_rules()  # what is replaced is known first
    books.put(RuleSet(RULE_SET, fact.rules))


@evolve.register
def _(fact: f.OpeningProposed, stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), opening=Opening(author_of(stamp))))


@evolve.register
def _(fact: f.ItemOpenedToSort, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.item(fact.item), opening=Opening(fact.first_by, fact.second_by)))
