"""The office, its departments and its people: an administrator's deeds, and the very first one."""

from dataclasses import dataclass

from station.custody.checks import ADMINISTRATORS, TAKERS_IN, require_role
from station.custody.facts import (
    BadgeIssued,
    DepartmentOpened,
    ExpectedListImported,
    Facts,
    ItemAnnounced,
    OfficeFounded,
    PersonEnrolled,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import Actor


@dataclass(frozen=True, slots=True)
class Founding:
    """All that the first deed of an office says."""

    name: str
    department: DepartmentOpened
    administrator: PersonEnrolled


def found_office(books: Books, founding: Founding) -> Facts:
    """Begin an office with one department and its first administrator; happens once."""
    if books.founded():
        raise Refused(Reason.OFFICE_EXISTS)
    return (
        OfficeFounded(founding.name),
        founding.department,
        founding.administrator,
        BadgeIssued(founding.administrator.person),
    )


def open_departments(
    books: Books, actor: Actor, departments: tuple[DepartmentOpened, ...]
) -> Facts:
    """Open departments, all or none."""
    require_role(actor, ADMINISTRATORS)
    for opened in departments:
        if books.has_department(opened.department):
            raise Refused(Reason.DEPARTMENT_EXISTS, got=opened.department)
    return departments


def enroll_people(books: Books, actor: Actor, people: tuple[PersonEnrolled, ...]) -> Facts:
    """Enroll people with their badges, all or none."""
    require_role(actor, ADMINISTRATORS)
    for enrolled in people:
        books.department(enrolled.department)
    badges = tuple(BadgeIssued(enrolled.person) for enrolled in people)
    return (*people, *badges)


def announce(
    books: Books,
    actor: Actor,
    imported: ExpectedListImported,
    items: tuple[ItemAnnounced, ...],
) -> Facts:
    """Take in an expected list whole."""
    require_role(actor, TAKERS_IN | ADMINISTRATORS)
    for item in items:
        if item.department is not None:
            books.department(item.department)
    return (imported, *items)
