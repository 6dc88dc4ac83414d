"""What the office's own facts change."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import evolve
from station.custody.state import Department, Person, WritableBooks
from station.custody.values import Stamp


@evolve.register
def _(fact: f.DepartmentOpened, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(Department(fact.department, fact.name, fact.kana, fact.aliases, fact.sorts_mail))


@evolve.register
def _(fact: f.PersonEnrolled, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(Person(fact.person, fact.name, fact.department, frozenset(fact.roles)))


@evolve.register
def _(fact: f.BadgeIssued, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.person(fact.person), has_badge=True))
