"""Badges, PIN hashes and sessions.  No part of the journal: they can be changed and revoked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    delete,
    func,
    insert,
    select,
    update,
)

from station.ledger.schema import credentials, pin_tries, revoked_badges, sessions


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of a person's badge and PIN; a PIN for once is replaced at first use."""

    person: UUID
    badge: str
    pin_hash: str
    pin_is_once: bool


@dataclass(frozen=True, slots=True)
class Tries:
    """Wrong PINs in a row for one badge at one terminal; known is where a right one was entered."""

    failures: int = 0
    failed_at: datetime | None = None
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in at a terminal.

    `department` is the one they act for: their own at first, then whichever they chose.
    """

    person: UUID
    terminal: str
    opened_at: datetime
    seen_at: datetime
    department: str | None = None


class Credentials:
    """One office's credentials and sessions, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    # -- badges and PINs ---------------------------------------------------------------------

    def issue(self, person: UUID, badge: str, pin_hash: str, *, pin_is_once: bool = False) -> None:
        """Give a person a badge and a PIN."""
        self._insert(
            credentials, person=person, badge=badge, pin_hash=pin_hash, pin_is_once=pin_is_once
        )

    def of_badge(self, badge: str) -> Credential | None:
        """Return what is kept of a badge, holding it until the transaction ends (PostgreSQL)."""
        table = credentials.c
        statement = (
            select(table.person, table.badge, table.pin_hash, table.pin_is_once)
            .where(table.office == self._office, table.badge == badge)
            .with_for_update()
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else Credential(*row)

    def pin_marks(self, length: int) -> frozenset[str]:
        """Return what stands before the first $ of the PIN hashes, that long at most."""
        start = func.substr(credentials.c.pin_hash, 1, length + 1)
        marks = select(start).where(credentials.c.office == self._office).distinct()
        return frozenset(
            mark.partition("$")[0] for mark in self._connection.execute(marks).scalars()
        )

    def is_badge(self, text: str) -> bool:
        """Whether this is, or ever was, somebody's badge; waits for nobody."""
        table = credentials.c
        same = select(table.badge).where(table.office == self._office, table.badge == text)
        return self._connection.execute(same).first() is not None or self.was_revoked(text)

    def was_revoked(self, badge: str) -> bool:
        """Whether this was somebody's badge once; whose is not kept."""
        table = revoked_badges.c
        same = select(table.badge).where(table.office == self._office, table.badge == badge)
        return self._connection.execute(same).one_or_none() is not None

    def revoke(self, person: UUID, now: datetime) -> None:
        """Let a person's badge be valid no more, and end their sessions."""
        own = self._own(credentials, credentials.c.person == person)
        badge = self._connection.execute(select(credentials.c.badge).where(own)).scalar_one()
        self._insert(revoked_badges, badge=badge, revoked_at=now)
        self._connection.execute(delete(credentials).where(own))
        self.close_sessions(person)

    def replace_pin(self, person: UUID, pin_hash: str, *, pin_is_once: bool) -> None:
        """Give a person another PIN."""
        own = self._own(credentials, credentials.c.person == person)
        changed = update(credentials).where(own)
        self._connection.execute(changed.values(pin_hash=pin_hash, pin_is_once=pin_is_once))

    # -- the brake on guessing -----------------------------------------------------------------

    def tries(self, person: UUID, terminal: str) -> Tries:
        """Return what was tried with a person's badge at a terminal."""
        table = pin_tries.c
        here = self._own(pin_tries, table.person == person, table.terminal == terminal)
        statement = select(table.failures, table.failed_at, table.is_known).where(here)
        row = self._connection.execute(statement).one_or_none()
        return Tries() if row is None else Tries(*row)

    def strange_failures(self, person: UUID, since: datetime) -> int:
        """How many PINs were wrong since a time at terminals where a right one never came."""
        table = pin_tries.c
        strange = (table.is_known.is_(False), table.failed_at >= since)
        counted = select(func.coalesce(func.sum(table.failures), 0)).where(
            self._own(pin_tries, table.person == person, *strange)
        )
        return int(self._connection.execute(counted).scalar_one())

    def note_tries(self, person: UUID, terminal: str, tries: Tries) -> None:
        """Keep what was tried with a person's badge at a terminal."""
        table = pin_tries.c
        here = self._own(pin_tries, table.person == person, table.terminal == terminal)
        self._connection.execute(delete(pin_tries).where(here))
        self._insert(
            pin_tries,
            person=person,
            terminal=terminal,
            failures=tries.failures,
            failed_at=tries.failed_at,
            is_known=tries.is_known,
        )

    def forget_strangers(self, person: UUID, before: datetime) -> None:
        """Forget terminals at which nobody entered the right PIN, so that they cannot pile up."""
        table = pin_tries.c
        old = (table.is_known.is_(False), table.failed_at < before)
        self._connection.execute(
            delete(pin_tries).where(self._own(pin_tries, table.person == person, *old))
        )

    # -- sessions ----------------------------------------------------------------------------

    def open_session(self, token_hash: str, session: Session) -> None:
        """Begin a session; only the hash of its token is kept."""
        self._insert(
            sessions,
            token_hash=token_hash,
            person=session.person,
            terminal=session.terminal,
            opened_at=session.opened_at,
            seen_at=session.seen_at,
            department=session.department,
        )

    def touch_session(self, token_hash: str, now: datetime) -> None:
        """Keep when a session was last used."""
        self._change_session(token_hash, seen_at=now)

    def choose_department(self, token_hash: str, department: str) -> None:
        """Keep for which department somebody wants to act from now on."""
        self._change_session(token_hash, department=department)

    def close_session(self, token_hash: str) -> None:
        """End a session; ending one that is not there is no error."""
        own = self._own(sessions, sessions.c.token_hash == token_hash)
        self._connection.execute(delete(sessions).where(own))

    def close_sessions(self, person: UUID) -> None:
        """End every session of a person."""
        own = self._own(sessions, sessions.c.person == person)
        self._connection.execute(delete(sessions).where(own))

    def _change_session(self, token_hash: str, **values: object) -> None:
        own = self._own(sessions, sessions.c.token_hash == token_hash)
        self._connection.execute(update(sessions).where(own).values(values))

    def _insert(self, table: Table, **values: Any) -> None:  # noqa: ANN401 - a column's own type
        self._connection.execute(insert(table).values(office=self._office, **values))

    def _own(self, table: Table, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(table.c.office == self._office, *conditions)
