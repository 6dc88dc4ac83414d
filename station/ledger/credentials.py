"""Badges, PIN hashes and sessions.  No part of the journal: they can be changed and revoked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from station.ledger.schema import credentials, sessions


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of one person's badge and PIN."""

    person: UUID
    badge: str
    pin_hash: str
    failures: int
    failed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in at a terminal."""

    person: UUID
    terminal: str
    opened_at: datetime
    seen_at: datetime


class Credentials:
    """One office's credentials and sessions, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def issue(self, person: UUID, badge: str, pin_hash: str) -> None:
        """Give a person a badge and a PIN."""
        self._connection.execute(
            insert(credentials).values(
                office=self._office, person=person, badge=badge, pin_hash=pin_hash, failures=0
            )
        )

    def of_badge(self, badge: str) -> Credential | None:
        """Return what is kept of a badge, holding it until the transaction ends (PostgreSQL)."""
        table = credentials.c
        statement = (
            select(table.person, table.badge, table.pin_hash, table.failures, table.failed_at)
            .where(table.office == self._office, table.badge == badge)
            .with_for_update()
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else Credential(*row)

    def note_attempt(self, person: UUID, failures: int, failed_at: datetime | None) -> None:
        """Keep how often and when a PIN was wrong."""
        table = credentials
        self._connection.execute(
            update(table)
            .where(table.c.office == self._office, table.c.person == person)
            .values(failures=failures, failed_at=failed_at)
        )

    def open_session(self, token_hash: str, person: UUID, terminal: str, now: datetime) -> None:
        """Begin a session; only the hash of its token is kept."""
        self._connection.execute(
            insert(sessions).values(
                office=self._office,
                token_hash=token_hash,
                person=person,
                terminal=terminal,
                opened_at=now,
                seen_at=now,
            )
        )

    def session(self, token_hash: str) -> Session | None:
        """Return a session, or None."""
        table = sessions.c
        statement = select(table.person, table.terminal, table.opened_at, table.seen_at).where(
            table.office == self._office, table.token_hash == token_hash
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else Session(*row)

    def touch_session(self, token_hash: str, now: datetime) -> None:
        """Keep when a session was last used."""
        self._connection.execute(
            update(sessions)
            .where(sessions.c.office == self._office, sessions.c.token_hash == token_hash)
            .values(seen_at=now)
        )

    def close_session(self, token_hash: str) -> None:
        """End a session; ending one that is not there is no error."""
        self._connection.execute(
            delete(sessions).where(
                sessions.c.office == self._office, sessions.c.token_hash == token_hash
            )
        )
