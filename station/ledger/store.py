"""The ledger's door: one deed, one transaction, one answer."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, Engine

from station.custody.evolve import evolve
from station.custody.facts import Fact, Facts
from station.custody.postings import acting
from station.custody.refusal import Reason, Refused
from station.custody.values import Actor, PersonalRef
from station.ledger import journal
from station.ledger.books import SqlBooks
from station.ledger.chain import Heading
from station.ledger.codec import refs_of
from station.ledger.credentials import Credentials, Session
from station.ledger.database import reading, writing
from station.ledger.journal import Recorded
from station.ledger.vault import Vault
from station.ledger.views import Views

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the server's time."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class By:
    """Who does a deed, where, and the UUID that the client gave it before sending.

    `person` is None for what is done at the server's console, where nobody is signed in: founding
    the office, and deleting personal data.  `department` is the one that they act for, None their
    own.
    """

    deed: UUID
    person: UUID | None
    terminal: str
    department: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """The answer to a deed: what it recorded, and whether it had been done before."""

    recorded: tuple[Recorded, ...]
    is_replay: bool

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts alone."""
        return tuple(line.fact for line in self.recorded)


@dataclass(frozen=True, slots=True)
class Work:
    """What a deed may read and keep while it is being decided."""

    office: str
    connection: Connection
    books: SqlBooks
    vault: Vault
    credentials: Credentials
    now: datetime
    acting: Actor | None

    @property
    def actor(self) -> Actor:
        """Whoever does the deed, with the roles that the books give them now."""
        if self.acting is None:
            raise Refused(Reason.BAD_CREDENTIALS)
        return self.acting

    def keep_text(self, value: str) -> PersonalRef | None:
        """Keep a text apart; None for nothing but white space."""
        return self.vault.keep_text(value.strip(), self.now) if value.strip() else None


class Ledger:
    """One office's ledger in one database."""

    def __init__(self, engine: Engine, office: str, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock
        self.office = office

    def now(self) -> datetime:
        """Return the time as the ledger sees it."""
        return self._clock()

    def perform(self, by: By, act: str, decide: Callable[[Work], Facts]) -> Done:
        """Do a deed: decide, append, change the tables, commit; all of it or nothing.

        The same deed UUID a second time decides nothing and gives the first answer again.
        Raises Refused when the rules say no or when the UUID belongs to another deed.
        """
        with writing(self._engine) as connection:
            head = journal.lock_head(connection, self.office)
            before = journal.of_deed(connection, self.office, by.deed)
            if before:
                return _replayed(before, by, act)
            work = self._work(connection, by)
            facts = decide(work)
            behalf = work.acting.department if work.acting else None
            heading = Heading(self.office, by.deed, act, by.person, behalf, by.terminal)
            recorded = journal.write(connection, head, heading, work.now, facts)
            for line in recorded:
                evolve(line.fact, line.stamp, work.books)
            work.books.flush()
            work.vault.flush({ref for fact in facts for ref in refs_of(fact)})
            return Done(tuple(recorded), is_replay=False)

    def _work(self, connection: Connection, by: By) -> Work:
        books = SqlBooks(connection, self.office)
        now = self._clock()
        actor = acting(books.person(by.person), now, by.department) if by.person else None
        vault = Vault(connection, self.office)
        credentials = Credentials(connection, self.office)
        return Work(self.office, connection, books, vault, credentials, now, actor)

    @contextmanager
    def views(self) -> Iterator[Views]:
        """Give a look at one state of the books; nothing can be changed through it."""
        with reading(self._engine) as connection:
            yield Views(connection, self.office)

    def session(self, token_hash: str) -> Session | None:
        """Return an open session, without waiting for anybody who writes."""
        with reading(self._engine) as connection:
            return Credentials(connection, self.office).session(token_hash)

    @contextmanager
    def secrets(self) -> Iterator[Credentials]:
        """Give the credentials and sessions, which are no part of the journal, to be changed."""
        with writing(self._engine) as connection:
            yield Credentials(connection, self.office)


def _replayed(before: list[Recorded], by: By, act: str) -> Done:
    first = before[0]
    if first.act != act or first.stamp.person != by.person:
        raise Refused(Reason.DEED_REUSED, expected=first.act, got=act)
    return Done(tuple(before), is_replay=True)
