"""What an incident changes."""

from dataclasses import replace

from station.custody import facts as f
from station.custody.evolve.base import author_of, evolve
from station.custody.incident import search_id
from station.custody.state import Incident, Search, WritableBooks
from station.custody.values import Stamp


@evolve.register
def _(fact: f.IncidentOpened, stamp: Stamp, books: WritableBooks) -> None:
    by = author_of(stamp)
    books.put(Incident(fact.incident, fact.item, fact.case, by, stamp.at, fact.reason))


@evolve.register
def _(fact: f.SearchRequested, stamp: Stamp, books: WritableBooks) -> None:
    key = search_id(fact.incident, fact.department, fact.person)
    asked = Search(key, fact.incident, fact.department, fact.person, stamp.at)
    for known in books.searches_of(fact.incident):
        if known.id == key:
            asked = replace(known, asked_at=stamp.at, times_asked=known.times_asked + 1)
    books.put(asked)


@evolve.register
def _(fact: f.SearchAnswered, stamp: Stamp, books: WritableBooks) -> None:
    search = books.search(search_id(fact.incident, fact.department, fact.person))
    books.put(
        replace(
            search,
            found=fact.found,
            answered_by=author_of(stamp),
            answered_at=stamp.at,
            note=fact.note,
        )
    )


@evolve.register
def _(fact: f.IncidentClosed, stamp: Stamp, books: WritableBooks) -> None:
    incident = books.incident(fact.incident)
    books.put(replace(incident, end=fact.end, closed_at=stamp.at))


@evolve.register
def _(fact: f.IncidentReopened, _stamp: Stamp, books: WritableBooks) -> None:
    books.put(replace(books.incident(fact.incident), end=None, closed_at=None))
