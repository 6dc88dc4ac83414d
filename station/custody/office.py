"""The office and its departments: an administrator's deeds, and the very first one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from station.custody.checks import (
    ADMINISTRATORS,
    require_lasting,
    require_open,
    require_role,
    require_roles,
)
from station.custody.facts import (
    BadgeIssued,
    DepartmentClosed,
    DepartmentClosingAnnounced,
    DepartmentOpened,
    DepartmentOpeningAnnounced,
    DepartmentRenamed,
    Fact,
    Facts,
    OfficeFounded,
    PersonEnrolled,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Department
from station.custody.suggestions import normal
from station.custody.values import Actor, Role

BEGINS = DepartmentOpened | DepartmentOpeningAnnounced


@dataclass(frozen=True, slots=True)
class Founding:
    """All that the first deed of an office says: one administrator among its people, at least."""

    name: str
    departments: tuple[DepartmentOpened, ...]
    people: tuple[PersonEnrolled, ...]


def found_office(books: Books, founding: Founding) -> Facts:
    """Begin an office with its first departments and people, all or none; happens once.

    One deed: there is no office without an administrator, and none that was founded by half.
    """
    if books.founded():
        raise Refused(Reason.OFFICE_EXISTS)
    if not founding.name.strip():
        raise Refused(Reason.NAME_MISSING)
    _require_new(books, founding.departments)
    _require_names(books, founding.departments)
    opened = {department.department for department in founding.departments}
    for enrolled in founding.people:
        require_roles(enrolled.roles)
        if enrolled.department not in opened:
            raise Refused(Reason.UNKNOWN_SUBJECT, got=enrolled.department)
    if not any(Role.ADMINISTRATOR in enrolled.roles for enrolled in founding.people):
        raise Refused(Reason.LAST_ADMINISTRATOR)
    badges = tuple(BadgeIssued(enrolled.person) for enrolled in founding.people)
    return (OfficeFounded(founding.name), *founding.departments, *founding.people, *badges)


def open_departments(
    books: Books, actor: Actor, departments: tuple[DepartmentOpened, ...]
) -> Facts:
    """Open departments, all or none."""
    require_role(actor, ADMINISTRATORS)
    _require_new(books, departments)
    _require_names(books, departments)
    return departments


def announce_department(
    books: Books, actor: Actor, *, now: datetime, announced: DepartmentOpeningAnnounced
) -> Facts:
    """Say that a department opens at a later time: people may be posted to it before."""
    require_role(actor, ADMINISTRATORS)
    _require_new(books, (announced,))
    _require_names(books, (announced,))
    if announced.opens_at <= now:
        raise Refused(Reason.DATE_PASSED)
    return (announced,)


def open_due(books: Books, now: datetime) -> Facts:
    """Open every department whose announced time has come."""
    return tuple(
        DepartmentOpened(it.id, it.name, it.kana, it.aliases, it.sorts_mail)
        for it in books.departments()
        if it.opens_at is not None and it.opens_at <= now
    )


def rename_departments(
    books: Books, actor: Actor, departments: tuple[DepartmentRenamed, ...]
) -> Facts:
    """Give departments other names, all or none; the old ones stay known as former names."""
    require_role(actor, ADMINISTRATORS)
    for renamed in departments:
        require_lasting(books, renamed.department)
    _require_names(books, departments)
    return departments


def rename_department(
    books: Books, actor: Actor, *, renamed: DepartmentRenamed, seen: str
) -> Facts:
    """Give one department other names; `seen` is the mark of what the administrator looked at."""
    facts = rename_departments(books, actor, (renamed,))
    _require_seen(books.department(renamed.department), seen)
    return facts


def mark_of(department: Department) -> str:
    """Return a mark that differs where anything about a department does.

    So that of two who change the same department at once the second is told.
    """
    said = (
        department.name,
        department.kana,
        *department.aliases,
        department.closes_at.astimezone(UTC).isoformat() if department.closes_at else "",
        department.successor or "",
        str(department.is_closed),
        department.opens_at.astimezone(UTC).isoformat() if department.opens_at else "",
    )
    return sha256("\n".join(said).encode()).hexdigest()


def close_department(
    books: Books,
    actor: Actor,
    *,
    now: datetime,
    department: str,
    since: datetime,
    successor: str | None = None,
    seen: str | None = None,
) -> Facts:
    """Close a department that holds nothing, or announce that it closes from a later time on.

    Once the announced time has come, it closes as soon as it holds nothing (`close_due`): so
    nothing is ever with a department that there is no more.  One that was only announced opens no
    more, from now on.
    """
    require_role(actor, ADMINISTRATORS)
    closing = require_lasting(books, department)
    _require_seen(closing, seen)
    if since < now or (closing.is_closed and since > now):
        raise Refused(Reason.DATE_PASSED)
    if successor == department:
        raise Refused(Reason.SAME_DEPARTMENT, got=department)
    if successor is not None:
        require_lasting(books, successor)
    _require_another_sorts(books, closing)
    if since > now:
        return (DepartmentClosingAnnounced(department, since, successor),)
    load = books.load_of(department)
    if load:
        raise Refused(
            Reason.DEPARTMENT_BUSY,
            got=department,
            held=load.held,
            coming=load.coming,
            handovers=load.handovers,
            arrivals=load.arrivals,
        )
    return (DepartmentClosed(department, successor),)


def change_departments(books: Books, actor: Actor, *, now: datetime, changes: Facts) -> Facts:
    """Do what a table says of many departments, all or nothing; closings are announced."""
    require_role(actor, ADMINISTRATORS)
    known = {department.id: department for department in books.departments()}
    opened = [fact for fact in changes if isinstance(fact, BEGINS)]
    announced = [fact for fact in changes if isinstance(fact, DepartmentClosingAnnounced)]
    _require_new(books, opened)
    _require_names(books, changes)
    for fact in changes:
        if isinstance(fact, DepartmentRenamed):
            require_lasting(books, fact.department)
        elif isinstance(fact, DepartmentClosingAnnounced):
            require_open(books, fact.department)
    for closing in announced:
        if closing.closes_at is not None and closing.closes_at < now:
            raise Refused(Reason.DATE_PASSED)
    gone = {fact.department for fact in announced}
    stays = [d for d in known.values() if d.id not in gone and not d.is_closed]
    stays = [d for d in stays if d.sorts_mail and d.closes_at is None]
    if gone and not stays and not any(fact.sorts_mail for fact in opened):
        raise Refused(Reason.LAST_SORTING_DEPARTMENT, got=min(gone))
    return changes


def keep_department(
    books: Books, actor: Actor, *, department: str, seen: str | None = None
) -> Facts:
    """Take back that a department was going to close."""
    require_role(actor, ADMINISTRATORS)
    _require_seen(require_open(books, department), seen)
    return (DepartmentClosingAnnounced(department, None, None),)


def close_due(books: Books, now: datetime) -> Facts:
    """Close every department whose announced time has come and that holds nothing any more."""
    return tuple(
        DepartmentClosed(department.id, department.successor)
        for department in closing_due(books, now)
        if not books.load_of(department.id)
    )


def closing_due(books: Books, now: datetime) -> tuple[Department, ...]:
    """Departments whose announced time has come and that are not closed yet."""
    return tuple(
        department
        for department in books.departments()
        if not department.is_closed
        and department.closes_at is not None
        and department.closes_at <= now
    )


def _require_seen(department: Department, seen: str | None) -> None:
    """Refuse who looked at something else; None is for whoever has looked at nothing."""
    if seen is not None and seen != mark_of(department):
        raise Refused(Reason.DEPARTMENT_CHANGED)


def _require_new(books: Books, departments: Iterable[BEGINS]) -> None:
    seen: set[str] = set()
    for opened in departments:
        if not opened.department.strip():
            raise Refused(Reason.NAME_MISSING)
        if opened.department in seen or books.has_department(opened.department):
            raise Refused(Reason.DEPARTMENT_EXISTS, got=opened.department)
        seen.add(opened.department)


def _require_names(books: Books, changes: Iterable[Fact]) -> None:
    """Refuse a name that is none, or that two departments would have that are or will be open."""
    named = [fact for fact in changes if isinstance(fact, BEGINS | DepartmentRenamed)]
    after = {known.id: known.name for known in books.departments() if not known.has_ended}
    after |= {fact.department: fact.name for fact in named}
    names = [normal(name) for name in after.values()]
    for fact in named:
        if not normal(fact.name):
            raise Refused(Reason.NAME_MISSING)
        if names.count(normal(fact.name)) > 1:
            raise Refused(Reason.NAME_TAKEN, got=fact.name)


def _require_another_sorts(books: Books, closing: Department) -> None:
    """Refuse to close the last department that takes unsorted mail: it would have no way left."""
    others = (d for d in books.departments() if d.id != closing.id and not d.is_closed)
    if closing.sorts_mail and not any(d.sorts_mail and d.closes_at is None for d in others):
        raise Refused(Reason.LAST_SORTING_DEPARTMENT, got=closing.id)
