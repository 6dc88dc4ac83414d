"""An office from two spreadsheets: its departments and its people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from station.custody.facts import DepartmentOpened
from station.custody.values import Role
from station.desk import office
from station.desk.pins import PinHasher, new_pin
from station.desk.tables import RowError, TableError, TableRow, read_table
from station.ledger.contacts import is_address
from station.ledger.folding import fold
from station.ledger.store import Ledger

DEPARTMENT_HEADINGS = {
    "number": ("番号", "課番号", "number"),
    "name": ("課名", "名称", "department", "name"),
    "kana": ("かな", "よみ", "kana"),
    "aliases": ("別名", "aliases"),
    "reception": ("受付", "reception"),
}

PEOPLE_HEADINGS = {
    "name": ("氏名", "name"),
    "department": ("所属課", "課名", "department"),
    "roles": ("役割", "roles", "role"),
    "badge": ("バッジ", "badge"),
    "pin": ("PIN", "暗証番号"),
    "staff_number": ("職員番号", "staff number"),
    "email": ("メール", "メールアドレス", "email", "e-mail"),
    "language": ("言語", "language"),
}

SORTS_MAIL = "振分け"
"""The mark in 受付 of the department that takes unsorted mail."""

SEPARATOR = ";"
"""Between several values in one cell; ・ and 、 occur in names."""

ROLE_NAMES = {
    "宿直員": Role.DUTY_OFFICER,
    "文書担当": Role.CLERK,
    "受領担当": Role.RECEIVER,
    "監督者": Role.SUPERVISOR,
    "監査": Role.AUDITOR,
    "管理者": Role.ADMINISTRATOR,
    **{role.value: role for role in Role},
}


LANGUAGES = ("ja", "en")
"""In which mails can be; the first is meant where a table says nothing."""


Tell = Callable[[Sequence[tuple[office.Enrolled, str]]], None]


@dataclass(frozen=True, slots=True)
class OfficeTables:
    """Departments and people, checked; the first administrator is the founder."""

    departments: tuple[DepartmentOpened, ...]
    people: tuple[office.NewPerson, ...]


def read_office(departments: bytes, people: bytes) -> OfficeTables:
    """Return an office from its two tables; TableError names every row that is wrong."""
    opened = read_departments(departments)
    return OfficeTables(opened, read_people(people, opened))


def found_from(
    ledger: Ledger,
    hasher: PinHasher,
    name: str,
    tables: OfficeTables,
    tell: Tell = lambda _told: None,
) -> list[tuple[office.Enrolled, str]]:
    """Found an office; return everybody with their PIN, in the table's order.

    `tell` is given the same before it is true (see `office.found_office`).
    """

    def with_pins(enrolled: Sequence[office.Enrolled]) -> list[tuple[office.Enrolled, str]]:
        return [(it, new.pin) for it, new in zip(enrolled, tables.people, strict=True)]

    enrolled = office.found_office(
        ledger,
        hasher,
        deed=uuid4(),
        name=name,
        departments=tables.departments,
        people=tables.people,
        tell=lambda people: tell(with_pins(people)),
    )
    return with_pins(enrolled)


def read_departments(data: bytes) -> tuple[DepartmentOpened, ...]:
    """Return the departments of a table; TableError names every row that is wrong."""
    rows = read_table(data, DEPARTMENT_HEADINGS, required=("number", "name"))
    opened = [
        DepartmentOpened(
            row["number"],
            row["name"],
            row["kana"],
            tuple(part.strip() for part in row["aliases"].split(SEPARATOR) if part.strip()),
            sorts_mail=row["reception"] == SORTS_MAIL,
        )
        for row in rows
    ]
    errors = [
        RowError(row.row, "番号", "expected a number that stands once", row["number"])
        for row in rows
        if not row["number"] or [r["number"] for r in rows].count(row["number"]) > 1
    ]
    errors += [
        RowError(row.row, "課名", "expected a name that stands once", row["name"])
        for row in rows
        if not row["name"] or [r["name"] for r in rows].count(row["name"]) > 1
    ]
    if not any(department.sorts_mail for department in opened):
        problem = "expected {expected} at the department that takes unsorted mail"
        errors.append(RowError(1, "受付", problem, "", SORTS_MAIL))
    if errors:
        raise TableError(errors)
    return tuple(opened)


def number_of(name: str, departments: Sequence[DepartmentOpened]) -> str | None:
    """Return the number of the department that a name or a number means; None for none."""
    return _numbers(departments).get(fold(name))


def _numbers(departments: Sequence[DepartmentOpened]) -> dict[str, str]:
    numbers = {fold(d.name): d.department for d in departments}
    return numbers | {fold(d.department): d.department for d in departments}


def read_people(
    data: bytes,
    departments: Sequence[DepartmentOpened],
    administrator: office.NewPerson | None = None,
) -> tuple[office.NewPerson, ...]:
    """Return the people of a table; TableError names every row that is wrong.

    `administrator` is one who was named apart from the table.  They come first, unless the table
    has them: then its row counts, and has to say that they are one.
    """
    rows = read_table(data, PEOPLE_HEADINGS, required=("name", "department", "roles"))
    numbers = _numbers(departments)
    errors: list[RowError] = []
    people = [_person(row, numbers, errors) for row in rows]
    same = fold(administrator.name) if administrator else ""
    named = [(row, it) for row, it in zip(rows, people, strict=True) if fold(it.name) == same]
    errors += [
        RowError(row.row, "役割", "expected 管理者: this is the first administrator", row["roles"])
        for row, it in named
        if administrator and Role.ADMINISTRATOR not in it.roles
    ]
    if administrator and not named:
        people.insert(0, administrator)
    if not any(Role.ADMINISTRATOR in person.roles for person in people):
        errors.append(RowError(1, "役割", "expected one 管理者 at least", ""))
    if errors:
        raise TableError(errors)
    return tuple(people)


def _person(row: TableRow, numbers: Mapping[str, str], errors: list[RowError]) -> office.NewPerson:
    department = department_in(row, numbers, errors) or ""
    roles = roles_in(row, errors)
    email, language = contact_in(row, errors)
    if not row["name"]:
        errors.append(RowError(row.row, "氏名", "expected a name", ""))
    return office.NewPerson(
        row["name"],
        department,
        roles,
        row["pin"] or new_pin(),
        row["badge"],
        staff_number=row["staff_number"] or None,
        email=email,
        language=language,
    )


def department_in(row: TableRow, numbers: Mapping[str, str], errors: list[RowError]) -> str | None:
    """Return the number of the department that a row names."""
    department = numbers.get(fold(row["department"]))
    if department is None:
        errors.append(RowError(row.row, "所属課", "unknown department", row["department"]))
    return department


def roles_in(row: TableRow, errors: list[RowError]) -> tuple[Role, ...]:
    """Return the roles that a row names, one at least."""
    said = [part.strip() for part in row["roles"].split(SEPARATOR) if part.strip()]
    roles = tuple(ROLE_NAMES[name] for name in said if name in ROLE_NAMES)
    if not said or len(roles) != len(said):
        expected = "、".join(name for name in ROLE_NAMES if not name.isascii())
        errors.append(RowError(row.row, "役割", "expected of {expected}", row["roles"], expected))
    return roles


def contact_in(row: TableRow, errors: list[RowError]) -> tuple[str | None, str]:
    """Return the e-mail address of a row, if it has one, and the language of mails."""
    email, language = row["email"] or None, row["language"] or LANGUAGES[0]
    if email is not None and not is_address(email):
        errors.append(RowError(row.row, "メール", "expected an e-mail address", email))
    if language not in LANGUAGES:
        expected = "、".join(LANGUAGES)
        errors.append(RowError(row.row, "言語", "expected of {expected}", language, expected))
    return email, language
