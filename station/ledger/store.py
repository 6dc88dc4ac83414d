"""The ledger's door: one deed, one transaction, one answer."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, Engine

from station.custody.evolve import evolve
from station.custody.facts import Fact, Facts
from station.custody.notices import notices_of
from station.custody.postings import acting
from station.custody.refusal import Reason, Refused
from station.custody.values import Actor, PersonalRef
from station.ledger import journal
from station.ledger.books import SqlBooks
from station.ledger.chain import Head, Heading
from station.ledger.checkpoints import checkpoint
from station.ledger.codec import refs_of
from station.ledger.contacts import Contacts
from station.ledger.credentials import Credentials
from station.ledger.database import committing, glancing, reading, writing
from station.ledger.devices import Devices
from station.ledger.journal import Recorded
from station.ledger.notes import Signer
from station.ledger.outbox import Outbox
from station.ledger.turns import Turns
from station.ledger.vault import Vault
from station.ledger.views import Views
from station.ledger.webhooks import Webhooks

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
    """The answer to a deed: what it recorded, and whether it had been done before.

    `count` is what whoever asked wanted counted in the books as they stand behind the deed.
    """

    recorded: tuple[Recorded, ...]
    is_replay: bool
    count: int | None = None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts alone."""
        return tuple(line.fact for line in self.recorded)


@dataclass(frozen=True, slots=True)
class Work:
    """What a deed may read and keep while it is being decided."""

    office: str
    books: SqlBooks
    vault: Vault
    credentials: Credentials
    contacts: Contacts
    now: datetime
    acting: Actor | None

    @property
    def actor(self) -> Actor:
        """Whoever does the deed, with the roles that the books give them now."""
        if self.acting is None:
            raise Refused(Reason.BAD_CREDENTIALS)
        return self.acting

    @property
    def connection(self) -> Connection:
        """The deed's own transaction, in which all that was done before it can be seen."""
        return self.books.connection

    def keep_text(self, value: str) -> PersonalRef | None:
        """Keep a text apart; None for nothing but white space."""
        return self.vault.keep_text(value.strip(), self.now) if value.strip() else None


Count = Callable[[SqlBooks], int]


class _ApartError(Exception):
    """One of several deeds failed or was refused: each has to be done in its own transaction."""


@dataclass(slots=True)
class _Asked:
    """A deed that waits, and then its answer."""

    by: By
    act: str
    decide: Callable[[Work], Facts]
    count: Count | None = None
    done: Done | None = None
    failure: BaseException | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the deed was done or has failed."""
        return self.done is not None or self.failure is not None

    def answer(self) -> Done:
        """Return what was done, or raise what kept it from being done."""
        if self.done is None:
            assert self.failure is not None  # noqa: S101 - whoever asks has waited
            raise self.failure
        return self.done


@dataclass(frozen=True, slots=True)
class _LeftOpen:
    """Books as a sitting left them: true as long as nobody has moved the head since."""

    head: Head
    books: SqlBooks


class Ledger:
    """One office's ledger in one database."""

    def __init__(self, engine: Engine, office: str, clock: Clock = utc_now) -> None:
        self._engine = engine
        self._clock = clock
        self._turns = Turns(self._do)
        self._left_open: _LeftOpen | None = None
        self.office = office

    def now(self) -> datetime:
        """Return the time as the ledger sees it."""
        return self._clock()

    def perform(
        self, by: By, act: str, decide: Callable[[Work], Facts], count: Count | None = None
    ) -> Done:
        """Do a deed: decide, append, change the tables, commit; all of it or nothing.

        The same deed UUID a second time decides nothing and gives the first answer again.
        Raises Refused when the rules say no or when the UUID belongs to another deed.  Deeds that
        threads ask for at the same time share a transaction, and so one flush of the disk.
        """
        asked = _Asked(by, act, decide, count)
        self._turns.take(asked)
        return asked.answer()

    def _do(self, asked: Sequence[_Asked]) -> None:
        """Answer deeds, in one transaction if none of them fails, else each in its own."""
        try:
            self._do_in_one(asked)
        except _ApartError:
            for one in asked:
                self._do_in_one([one])

    def _do_in_one(self, asked: Sequence[_Asked]) -> None:
        try:
            with writing(self._engine) as connection:
                sitting = _Sitting(connection, self.office, self._clock, asked, self._left_open)
                self._left_open = None
                done = [_heard(sitting, one, alone=len(asked) == 1) for one in asked]
                with committing(connection):
                    left_open = sitting.rise()
        except _ApartError:
            raise
        except BaseException as failure:
            for one in asked:
                one.failure = failure
            if not isinstance(failure, Exception):
                raise
        else:
            self._left_open = left_open
            for one, answer in zip(asked, done, strict=True):
                one.done = answer

    def checkpoint(self, signer: Signer) -> str:
        """Return the signed note of the journal as it ends now."""
        return checkpoint(self._engine, self.office, signer)

    @contextmanager
    def views(self) -> Iterator[Views]:
        """Give a look at one state of the books; nothing can be changed through it."""
        with reading(self._engine) as connection:
            yield Views(connection, self.office)

    @contextmanager
    def glance(self) -> Iterator[Views]:
        """Give a look at the books in which each answer is true, of its own moment."""
        with glancing(self._engine) as connection:
            yield Views(connection, self.office)

    def end(self) -> int:
        """Return the number of the journal's last entry, without waiting for anybody who writes."""
        with reading(self._engine) as connection:
            head = journal.head(connection, self.office)
        return 0 if head is None else head.seq

    def pin_marks(self, length: int) -> frozenset[str]:
        """Return with which peppers the PINs were hashed; "" for none."""
        with reading(self._engine) as connection:
            return Credentials(connection, self.office).pin_marks(length)

    def is_badge(self, text: str) -> bool:
        """Whether this is, or ever was, somebody's badge; waits for nobody who writes."""
        with reading(self._engine) as connection:
            return Credentials(connection, self.office).is_badge(text)

    @contextmanager
    def outbox(self) -> Iterator[Outbox]:
        """Give the notices and their mails, which are no part of the journal, to be changed."""
        with writing(self._engine) as connection:
            yield Outbox(connection, self.office)

    @contextmanager
    def contacts(self) -> Iterator[Contacts]:
        """Give the people's staff numbers and addresses, to be changed."""
        with writing(self._engine) as connection:
            yield Contacts(connection, self.office)

    @contextmanager
    def devices(self) -> Iterator[Devices]:
        """Give the tokens of cameras and scanners, which are no part of the journal."""
        with writing(self._engine) as connection:
            yield Devices(connection, self.office)

    @contextmanager
    def webhooks(self) -> Iterator[Webhooks]:
        """Give the place up to which another system was told, to be moved on."""
        with writing(self._engine) as connection:
            yield Webhooks(connection, self.office)

    @contextmanager
    def secrets(self) -> Iterator[Credentials]:
        """Give the credentials and sessions, which are no part of the journal, to be changed."""
        with writing(self._engine) as connection:
            yield Credentials(connection, self.office)


class _Sitting:
    """One transaction of one office: deeds are heard one after the other, on one head."""

    def __init__(
        self,
        connection: Connection,
        office: str,
        clock: Clock,
        asked: Sequence[_Asked],
        left_open: _LeftOpen | None,
    ) -> None:
        self._connection = connection
        self._office = office
        self._clock = clock
        self._head = journal.lock_head(connection, office)
        deeds = [one.by.deed for one in asked]
        self._done = journal.done_before(connection, office, self._head, deeds)
        self._end = self._head
        if left_open is not None and left_open.head == self._head:
            self._books = left_open.books.seen_through(connection)
        else:
            self._books = SqlBooks(connection, office)
        self._heard: list[journal.Composed] = []

    def hear(self, by: By, act: str, decide: Callable[[Work], Facts]) -> Done:
        """Decide a deed and change the tables; its entries are written when the sitting rises."""
        if before := self._done.get(by.deed):
            return _replayed(before, by, act)
        work = self._work(by)
        facts = decide(work)
        behalf = work.acting.department if work.acting else None
        heading = Heading(self._office, by.deed, act, by.person, behalf, by.terminal)
        composed = journal.compose(self._end, heading, work.now, facts)
        for line in composed.recorded:
            evolve(line.fact, line.stamp, work.books)
        work.books.end_deed()
        Outbox(self._connection, self._office).keep(notices_of(facts, work.books), work.now)
        work.vault.flush({ref for fact in facts for ref in refs_of(fact)})
        self._heard.append(composed)
        self._end = composed.end
        self._done[by.deed] = composed.recorded
        return Done(tuple(composed.recorded), is_replay=False)

    @property
    def books(self) -> SqlBooks:
        """The books as they stand behind the last deed."""
        return self._books

    def rise(self) -> _LeftOpen:
        """Write what was recorded, asking nothing; the caller's transaction makes it true."""
        self._books.flush()
        if self._heard:
            journal.write(self._connection, self._office, self._head, self._heard)
        return _LeftOpen(self._end, self._books)

    def _work(self, by: By) -> Work:
        now = max(self._clock(), self._end.at)  # as the journal says it, whatever the clock does
        actor = acting(self._books.person(by.person), now, by.department) if by.person else None
        vault = Vault(self._connection, self._office)
        credentials = Credentials(self._connection, self._office)
        contacts = Contacts(self._connection, self._office)
        return Work(self._office, self._books, vault, credentials, contacts, now, actor)


def _heard(sitting: _Sitting, asked: _Asked, *, alone: bool) -> Done:
    try:
        done = sitting.hear(asked.by, asked.act, asked.decide)
        return done if asked.count is None else replace(done, count=asked.count(sitting.books))
    except Exception as error:
        if alone:
            raise
        # It may have left something behind, which a rollback of all is the surest way to undo.
        raise _ApartError from error


def _replayed(before: list[Recorded], by: By, act: str) -> Done:
    first = before[0]
    if first.act != act or first.stamp.person != by.person:
        raise Refused(Reason.DEED_REUSED, expected=first.act, got=act)
    return Done(tuple(before), is_replay=True)
