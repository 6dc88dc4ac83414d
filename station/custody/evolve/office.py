"""What the office's own facts change."""

from dataclasses import replace
from uuid import UUID

from station.custody import facts as f
from station.custody import postings as p
from station.custody.evolve.base import evolve
from station.custody.state import Department, Person, WritableBooks
from station.custody.values import Posting, Stamp


@evolve.register
def _(fact: f.DepartmentOpened, _stamp: Stamp, books: WritableBooks) -> None:
    opened = Department(fact.department, fact.name, fact.kana, fact.aliases, fact.sorts_mail)
    if books.has_department(fact.department):  # it was announced, and may have been renamed since
        former = books.department(fact.department).former_names
        opened = replace(opened, former_names=former)
    books.put(opened)


@evolve.register
def _(fact: f.DepartmentOpeningAnnounced, _stamp: Stamp, books: WritableBooks) -> None:
    named = (fact.department, fact.name, fact.kana, fact.aliases, fact.sorts_mail)
    books.put(Department(*named, is_closed=True, opens_at=fact.opens_at))


@evolve.register
def _(fact: f.DepartmentRenamed, _stamp: Stamp, books: WritableBooks) -> None:
    old = books.department(fact.department)
    former = dict.fromkeys((*old.former_names, old.name, old.kana, *old.aliases))
    now = {fact.name, fact.kana, *fact.aliases, ""}
    kept = tuple(name for name in former if name not in now)
    books.put(replace(old, name=fact.name, kana=fact.kana, aliases=fact.aliases, former_names=kept))


@evolve.register
def _(fact: f.DepartmentClosingAnnounced, _stamp: Stamp, books: WritableBooks) -> None:
    old = books.department(fact.department)
    books.put(replace(old, closes_at=fact.closes_at, successor=fact.successor))


@evolve.register
def _(fact: f.DepartmentClosed, stamp: Stamp, books: WritableBooks) -> None:
    old = books.department(fact.department)
    closed = replace(old, closes_at=stamp.at, successor=fact.successor, is_closed=True)
    books.put(replace(closed, opens_at=None))


@evolve.register
def _(fact: f.PersonEnrolled, _stamp: Stamp, books: WritableBooks) -> None:
    posting = Posting(fact.department, frozenset(fact.roles), fact.since)
    books.put(Person(fact.person, fact.name, (posting,)))


@evolve.register
def _(fact: f.PersonRenamed, _stamp: Stamp, books: WritableBooks) -> None:
    person = books.person(fact.person)
    books.put(replace(person, name=fact.name, version=person.version + 1))


@evolve.register(f.PersonTransferred)
@evolve.register(f.RolesChanged)
@evolve.register(f.PersonLeft)
def _own_posting_changed(
    fact: f.PersonTransferred | f.RolesChanged | f.PersonLeft, _stamp: Stamp, books: WritableBooks
) -> None:
    _post(books, fact.person, p.changed(books.person(fact.person).postings, fact))


@evolve.register
def _(fact: f.DeputyAppointed, _stamp: Stamp, books: WritableBooks) -> None:
    deputy = Posting(fact.department, frozenset(fact.roles), fact.since, fact.until, is_deputy=True)
    _post(books, fact.person, (*books.person(fact.person).postings, deputy))


@evolve.register
def _(fact: f.DeputyEnded, _stamp: Stamp, books: WritableBooks) -> None:
    postings = books.person(fact.person).postings
    _post(books, fact.person, p.without_deputy(postings, fact.department, fact.until))


@evolve.register
def _(fact: f.BadgeIssued, _stamp: Stamp, books: WritableBooks) -> None:
    person = books.person(fact.person)
    books.put(replace(person, has_badge=True, version=person.version + 1))


@evolve.register
def _(fact: f.BadgeRevoked, _stamp: Stamp, books: WritableBooks) -> None:
    person = books.person(fact.person)
    books.put(replace(person, has_badge=False, version=person.version + 1))


@evolve.register
def _(fact: f.PinReset, _stamp: Stamp, books: WritableBooks) -> None:
    person = books.person(fact.person)
    books.put(replace(person, version=person.version + 1))


def _post(books: WritableBooks, key: UUID, postings: p.Postings) -> None:
    person = books.person(key)
    books.put(replace(person, postings=postings, version=person.version + 1))
