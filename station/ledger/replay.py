"""The books again, from nothing but the journal."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, insert
from sqlalchemy.exc import IntegrityError

from station.custody.evolve import evolve
from station.custody.refusal import Refused
from station.ledger import journal
from station.ledger.books import SqlBooks
from station.ledger.chain import Break, Entry, Head, walk
from station.ledger.journal import Recorded
from station.ledger.schema import subjects

FLUSH_EVERY = 5_000
"""Entries whose effects are in memory at once, however long the journal is."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """An entry that holds, and what it records."""

    entry: Entry
    recorded: Recorded

    @property
    def end(self) -> Head:
        """The end of a chain whose last entry this is."""
        return Head(self.entry.seq, self.entry.hash, self.recorded.stamp.at)


def replay(
    connection: Connection, office: str, entries: Iterable[Entry]
) -> Iterator[Replayed | Break]:
    """Walk a chain and fill one office's empty books with what follows from it.

    Yields every entry; at the first that does not hold, or from which nothing can follow, a Break,
    and stops.  The books are complete when the iterator has ended.
    """
    books = SqlBooks(connection, office)
    about: list[dict[str, object]] = []
    last = 0
    for entry in walk(office, entries):
        if isinstance(entry, Break):
            yield entry
            return
        try:
            recorded = journal.recorded_from(entry)
            evolve(recorded.fact, recorded.stamp, books)
        except (ValueError, TypeError, KeyError, Refused) as error:
            yield Break(entry.seq, f"cannot be replayed: {error}")
            return
        about += journal.about_rows(office, entry.seq, recorded.fact)
        last = entry.seq
        if last % FLUSH_EVERY == 0 and (broken := _flush(connection, books, about, last)):
            yield broken
            return
        yield Replayed(entry, recorded)
    if broken := _flush(connection, books, about, last):
        yield broken


def _flush(
    connection: Connection, books: SqlBooks, about: list[dict[str, object]], last: int
) -> Break | None:
    try:
        books.flush()
        if about:
            connection.execute(insert(subjects), about)
    except IntegrityError as error:
        return Break(last, f"what follows up to here breaks a law of the tables: {error.orig}")
    books.forget()
    about.clear()
    return None
