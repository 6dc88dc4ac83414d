"""Notices, and the mails that carry them.  No part of the journal; written with the facts.

A mail is claimed before it is sent: it becomes due again only when the claim has run out, so that
two who send do not both send it, and one that died leaves it to the next.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from station.custody.notices import Notice, NoticeKind, To
from station.custody.values import Role
from station.ledger.books import SqlBooks
from station.ledger.schema import mails, notices

CLAIMED_FOR = timedelta(minutes=10)
"""Longer than sending ever takes (`desk.outbox` gives each try a bound)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A notice and when it was kept; `is_newest` where nothing of its kind came later."""

    notice: Notice
    at: datetime
    is_newest: bool = True


@dataclass(frozen=True, slots=True)
class Mail:
    """A notice to one person, claimed to be sent now; `tries` counts this one."""

    notice: Notice
    at: datetime
    person: UUID
    tries: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many mails were sent, wait, and were given up."""

    sent: int
    waiting: int
    given_up: int


class Outbox:
    """One office's notices and mails, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    @property
    def books(self) -> SqlBooks:
        """The books through the same connection: whom a notice is for follows from them."""
        return SqlBooks(self._connection, self._office)

    # -- notices -----------------------------------------------------------------------------

    def keep(self, told: Iterable[Notice], now: datetime) -> None:
        """Keep notices; one of the same id was told before and is not told again."""
        new = {notice.id: notice for notice in told}
        if not new:
            return
        known = select(notices.c.id).where(self._mine(notices.c.id.in_(new)))
        for key in self._connection.execute(known).scalars():
            del new[key]
        rows = [self._row(notice, now) for notice in new.values()]
        if rows:
            self._connection.execute(insert(notices), rows)

    def newest_for(self, person: UUID, department: str, count: int) -> tuple[Kept, ...]:
        """The newest notices that may be for a person who acts for a department, newest first.

        Whether they have the role is for the rules to say (`custody.notices.is_for`).
        """
        anybody = and_(
            notices.c.person.is_(None),
            or_(notices.c.department.is_(None), notices.c.department == department),
        )
        theirs = self._mine(or_(notices.c.person == person, anybody))
        statement = select(notices).where(theirs).order_by(notices.c.at.desc(), notices.c.id)
        rows = self._connection.execute(statement.limit(count)).all()
        latest = {row.kind: row.at for row in reversed(rows)}
        return tuple(Kept(_notice(row), row.at, row.at == latest[row.kind]) for row in rows)

    def knows(self, notice: UUID) -> bool:
        """Whether a notice was kept."""
        same = select(notices.c.id).where(self._mine(notices.c.id == notice))
        return self._connection.execute(same).one_or_none() is not None

    def unaddressed(self, count: int) -> tuple[Kept, ...]:
        """Notices of which nobody has made mails yet, oldest first."""
        waiting = self._mine(notices.c.addressed_at.is_(None))
        statement = select(notices).where(waiting).order_by(notices.c.at, notices.c.id)
        rows = self._connection.execute(statement.limit(count).with_for_update())
        return tuple(Kept(_notice(row), row.at) for row in rows)

    def address(self, notice: UUID, people: Iterable[UUID], now: datetime) -> None:
        """Make a mail to each of these people of a notice, once."""
        own = self._mine(notices.c.id == notice, notices.c.addressed_at.is_(None))
        mine = self._connection.execute(update(notices).where(own).values(addressed_at=now))
        rows = [
            {"office": self._office, "notice": notice, "person": key, "tries": 0, "due_at": now}
            for key in people
        ]
        if rows and mine.rowcount:
            self._connection.execute(insert(mails), rows)

    def forget(self, before: datetime) -> None:
        """Delete notices from before a time, and their mails."""
        old = select(notices.c.id).where(self._mine(notices.c.at < before))
        own = (mails.c.office == self._office, mails.c.notice.in_(old))
        self._connection.execute(delete(mails).where(*own))
        self._connection.execute(delete(notices).where(self._mine(notices.c.at < before)))

    # -- mails -------------------------------------------------------------------------------

    def claim(self, now: datetime, count: int) -> tuple[Mail, ...]:
        """Return mails that are due, and keep others from sending them for a while."""
        joined = and_(notices.c.office == mails.c.office, notices.c.id == mails.c.notice)
        statement = (
            select(notices, mails.c.person.label("reader"), mails.c.tries)
            .join(notices, joined)
            .where(mails.c.office == self._office, mails.c.due_at <= now)
            .order_by(mails.c.due_at, mails.c.notice, mails.c.person)
            .limit(count)
            .with_for_update(of=mails, skip_locked=True)
        )
        due = [
            Mail(_notice(row), row.at, row.reader, row.tries + 1)
            for row in self._connection.execute(statement)
        ]
        for mail in due:
            self._change(mail, tries=mail.tries, due_at=now + CLAIMED_FOR)
        return tuple(due)

    def note_sent(self, mail: Mail, now: datetime) -> None:
        """Keep that the mail server took a mail."""
        self._change(mail, due_at=None, sent_at=now, failure=None)

    def note_failed(self, mail: Mail, why: str, again_at: datetime | None) -> None:
        """Keep why a mail was not taken, and when to try again; None gives it up."""
        self._change(mail, due_at=again_at, failure=why)

    def release(self, mail: Mail, now: datetime) -> None:
        """Let a claimed mail that nobody tried to send be due again."""
        self._change(mail, tries=mail.tries - 1, due_at=now)

    def tally(self) -> Tally:
        """Count what became of the mails that are kept."""
        sent, waiting, every = (
            func.count(column) for column in (mails.c.sent_at, mails.c.due_at, mails.c.notice)
        )
        mine = mails.c.office == self._office
        row = self._connection.execute(select(sent, waiting, every).where(mine)).one()
        return Tally(row[0], row[1], row[2] - row[1] - row[0])

    def _change(self, mail: Mail, **values: object) -> None:
        own = (mails.c.notice == mail.notice.id, mails.c.person == mail.person)
        changed = update(mails).where(mails.c.office == self._office, *own)
        self._connection.execute(changed.values(values))

    def _mine(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(notices.c.office == self._office, *conditions)

    def _row(self, notice: Notice, now: datetime) -> dict[str, object]:
        return {
            "office": self._office,
            "id": notice.id,
            "kind": notice.kind,
            "at": now,
            "subject": notice.subject,
            "department": notice.to.department,
            "roles": sorted(notice.to.roles),
            "person": notice.to.person,
            "told": dict(notice.told),
        }


def _notice(row: Row[Any]) -> Notice:
    to = To(frozenset(Role(role) for role in row.roles), row.department, row.person)
    return Notice(row.id, NoticeKind(row.kind), to, row.subject, row.told)
