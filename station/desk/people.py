"""Deeds that change where people belong and what they may do there."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody import people as rules
from station.custody.facts import Facts
from station.custody.refusal import Reason, Refused
from station.custody.values import Role
from station.desk.deeds import Caller, perform
from station.ledger.store import Done, Ledger


def starts(day: date, zone: ZoneInfo, now: datetime) -> datetime | None:
    """Return the moment at which a day begins in the office's zone; None, at once, for today."""
    if day == now.astimezone(zone).date():
        return None
    return datetime.combine(day, time.min, zone).astimezone(UTC)


def rename_person(ledger: Ledger, caller: Caller, *, person: UUID, seen: int, name: str) -> Done:
    """Give a person another name; the journal has its salted hash, as of the one before."""
    if not name.strip():
        raise Refused(Reason.NAME_MISSING)
    return perform(
        ledger,
        caller,
        "rename_person",
        lambda work, actor: rules.rename_person(
            work.books,
            actor,
            person=person,
            seen=seen,
            name=work.vault.keep_text(name.strip(), work.now),
        ),
    )


def transfer_person(
    ledger: Ledger,
    caller: Caller,
    *,
    person: UUID,
    seen: int,
    department: str,
    roles: Iterable[Role],
    since: datetime | None = None,
) -> Done:
    """Post a person to a department with roles, at once or from a later time on.

    `seen` is the version of the person that whoever decides this has looked at.
    """
    return _from(
        ledger,
        caller,
        rules.transfer_person,
        since,
        person=person,
        seen=seen,
        department=department,
        roles=roles,
    )


def change_roles(
    ledger: Ledger,
    caller: Caller,
    *,
    person: UUID,
    seen: int,
    roles: Iterable[Role],
    since: datetime | None = None,
) -> Done:
    """Give a person other roles in their own department."""
    return _from(ledger, caller, rules.change_roles, since, person=person, seen=seen, roles=roles)


def appoint_deputy(
    ledger: Ledger,
    caller: Caller,
    *,
    person: UUID,
    seen: int,
    department: str,
    roles: Iterable[Role],
    until: datetime,
    since: datetime | None = None,
) -> Done:
    """Let a person act for a department, or in further roles there, until a time."""
    return _from(
        ledger,
        caller,
        rules.appoint_deputy,
        since,
        person=person,
        seen=seen,
        department=department,
        roles=roles,
        until=until.astimezone(UTC),
    )


def end_deputy(
    ledger: Ledger,
    caller: Caller,
    *,
    person: UUID,
    seen: int,
    department: str,
    until: datetime | None = None,
) -> Done:
    """End a person's deputyships for a department, at once or at a time."""
    return perform(
        ledger,
        caller,
        "end_deputy",
        lambda work, actor: rules.end_deputy(
            work.books,
            actor,
            now=work.now,
            person=person,
            seen=seen,
            department=department,
            until=until.astimezone(UTC) if until else work.now,
        ),
    )


def _from(
    ledger: Ledger,
    caller: Caller,
    rule: Callable[..., Facts],
    since: datetime | None,
    **details: object,
) -> Done:
    """Do what a rule decides, from a time on or at once."""
    return perform(
        ledger,
        caller,
        rule.__name__,
        lambda work, actor: rule(
            work.books,
            actor,
            now=work.now,
            since=since.astimezone(UTC) if since else work.now,
            **details,
        ),
    )
