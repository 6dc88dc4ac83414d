"""What the first day of an office needs to know, from whoever sets it up: checked, not yet done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from station.cli.asking import Asker, NotThisError, StoppedError
from station.cli.badges import WIDEST
from station.custody.facts import DepartmentOpened
from station.custody.values import Role
from station.desk.import_office import (
    SORTS_MAIL,
    OfficeTables,
    number_of,
    read_departments,
    read_people,
)
from station.desk.office import NewPerson
from station.desk.pins import new_pin
from station.desk.tables import RowError, TableError
from station.papers.cards import Badge, write_badges
from station.papers.sizes import PaperSize
from station.papers.whole_file import PaperError
from station.words import Say
from station.words import noted as _
from station.words.refusals import ROLES

NAME_MAX = 60
"""More does not fit beside a paper's title."""

SHOWN_MAX = 20
DEPARTMENTS_FILE, PEOPLE_FILE, BADGES_FILE = "departments.csv", "people.csv", "badges.pdf"


@dataclass(frozen=True, slots=True)
class FirstDay:
    """An office as it will be founded, and where its badges are written; None for nowhere."""

    name: str
    tables: OfficeTables
    badges: Path | None


def administrator(name: str, department: str) -> NewPerson:
    """Return the first administrator; PIN and badge are made, and nobody has them by default."""
    return NewPerson(name, department, (Role.ADMINISTRATOR,), new_pin())


def for_one_sign_in(tables: OfficeTables) -> OfficeTables:
    """Return the tables with PINs that only open the door to a PIN of one's own.

    Whoever founds the office sees them all, so none may sign anything.
    """
    people = tuple(replace(person, pin_is_once=True) for person in tables.people)
    return replace(tables, people=people)


def due_badges(tables: OfficeTables) -> list[Badge]:
    """Return everybody's badge as wide as it may get: they are drawn before anybody is enrolled."""
    names = {it.department: it.name for it in tables.departments}
    return [Badge(it.badge or WIDEST, it.name, names[it.department]) for it in tables.people]


@dataclass(frozen=True, slots=True)
class Checks:
    """What may be said to each question; NotThisError for anything else, in the reader's words."""

    say: Say
    size: PaperSize = PaperSize.A4

    def name(self, answer: str) -> str:
        """A name: some signs on one line, and not too many."""
        if not answer or len(answer) > NAME_MAX or not answer.isprintable():
            told = self.say(_("expected a name of 1 to {most} signs, got {got}; enter it again"))
            raise NotThisError(told.format(most=NAME_MAX, got=repr(answer[: NAME_MAX + 1])))
        return answer

    def departments(self, answer: str) -> tuple[DepartmentOpened, ...]:
        """The departments of a table, of which every row is right."""
        data = self.table(answer)
        try:
            return read_departments(data)
        except TableError as error:
            raise self._rows(answer, error) from None

    def people(
        self, answer: str, departments: Sequence[DepartmentOpened], first: NewPerson | None
    ) -> tuple[NewPerson, ...]:
        """The people of a table, of which every row is right, with the first administrator."""
        data = self.table(answer)
        try:
            return read_people(data, departments, first)
        except TableError as error:
            raise self._rows(answer, error) from None

    def department(self, answer: str, departments: Sequence[DepartmentOpened]) -> str:
        """The number of the department that was named."""
        found = number_of(answer, departments)
        if found is None:
            known = "、".join(f"{it.department} {it.name}" for it in departments[:SHOWN_MAX])
            told = self.say(_("expected one of: {known}; got {got}; enter a number or a name"))
            raise NotThisError(told.format(known=known, got=repr(answer)))
        return found

    def badges(self, answer: str, tables: OfficeTables) -> Path:
        """A file that is not there yet, for badges that can be drawn."""
        path = Path(answer).expanduser()
        if path.exists() or not path.parent.is_dir():
            told = self.say(
                _("expected a new file in a folder that there is, got {got}; choose another name")
            )
            raise NotThisError(told.format(got=path))
        try:
            write_badges(BytesIO(), due_badges(tables), self.size, self.say)
        except PaperError as error:
            raise NotThisError(error.told(self.say)) from None
        return path

    def table(self, answer: str) -> bytes:
        """The bytes of a file."""
        path = Path(answer).expanduser()
        try:
            return path.read_bytes()
        except OSError as error:
            told = self.say(_("expected a table at {path}, got: {error}; enter where the file is"))
            raise NotThisError(told.format(path=answer, error=error.strerror)) from None

    def _rows(self, answer: str, error: TableError) -> NotThisError:
        told = self.say(
            _("{path} cannot be taken, and nothing of it was; correct these rows, then try again:")
        )
        lines = (self._row(row) for row in error.errors)
        return NotThisError(told.format(path=answer), *lines)

    def _row(self, error: RowError) -> str:
        problem = self.say(error.problem).format(expected=error.expected, got=error.value)
        told = self.say(_("row {row}, {column}: {problem} (got {got})"))
        return told.format(
            row=error.row, column=error.column or "-", problem=problem, got=repr(error.value)
        )


@dataclass(frozen=True, slots=True)
class Interview:
    """The questions of the first day, in their order."""

    asker: Asker
    checks: Checks

    def hold(self) -> FirstDay:
        """Ask everything, show what will be, and ask whether it shall be; StoppedError if not."""
        say, tell, checks = self.asker.say, self.asker.tell, self.checks
        tell(say(_("Setting up a new office. Nothing is written before you say yes at the end;")))
        tell(say(_("Ctrl-C ends this at any time. An empty answer takes what stands in [ ].")))
        tell("")
        name = self.asker.ask(say(_("1/5 The office's name, as it stands on papers")), checks.name)
        departments = self.asker.ask(
            say(_("2/5 Table of the departments (CSV or XLSX: 番号, 課名, かな, 別名, 受付)")),
            checks.departments,
            DEPARTMENTS_FILE,
        )
        self._show_departments(departments)
        first = self._administrator(departments)
        people = self._people(departments, first)
        tables = OfficeTables(departments, people)
        day = FirstDay(name, tables, self._badges(tables))
        self._show(day)
        if not self.asker.is_wanted(say(_("Found the office like this?"))):
            raise StoppedError
        return day

    def _administrator(self, departments: Sequence[DepartmentOpened]) -> NewPerson:
        say = self.asker.say
        name = self.asker.ask(say(_("3/5 The first administrator's name")), self.checks.name)
        sorting = next(it for it in departments if it.sorts_mail)
        department = self.asker.ask(
            say(_("    Their department")),
            lambda answer: self.checks.department(answer, departments),
            f"{sorting.department}",
        )
        return administrator(name, department)

    def _people(
        self, departments: Sequence[DepartmentOpened], first: NewPerson
    ) -> tuple[NewPerson, ...]:
        say = self.asker.say
        default = PEOPLE_FILE if Path(PEOPLE_FILE).exists() else "-"
        return self.asker.ask(
            say(_("4/5 Table of the people (CSV or XLSX: 氏名, 所属課, 役割), or - for none yet")),
            lambda answer: (
                (first,) if answer == "-" else self.checks.people(answer, departments, first)
            ),
            default,
        )

    def _badges(self, tables: OfficeTables) -> Path | None:
        say = self.asker.say
        return self.asker.ask(
            say(_("5/5 File for the badges to print (PDF), or - for none")),
            lambda answer: None if answer == "-" else self.checks.badges(answer, tables),
            BADGES_FILE,
        )

    def _show_departments(self, departments: Sequence[DepartmentOpened]) -> None:
        self.asker.tell("")
        for it in departments[:SHOWN_MAX]:
            mark = f"  ({SORTS_MAIL})" if it.sorts_mail else ""
            self.asker.tell(f"    {it.department}  {it.name}{mark}")
        self._and_more(len(departments))

    def _and_more(self, count: int) -> None:
        if count > SHOWN_MAX:
            told = self.asker.say(_("    and {count} more"))
            self.asker.tell(told.format(count=count - SHOWN_MAX))
        self.asker.tell("")

    def _show(self, day: FirstDay) -> None:
        say, tell = self.asker.say, self.asker.tell
        names = {it.department: it.name for it in day.tables.departments}
        tell("")
        tell(say(_("This will be founded:")))
        tell(say(_("  office       {name}")).format(name=day.name))
        tell(say(_("  departments  {count}")).format(count=len(names)))
        tell(say(_("  people       {count}")).format(count=len(day.tables.people)))
        for person in day.tables.people[:SHOWN_MAX]:
            roles = "・".join(say(ROLES[role]) for role in person.roles)
            tell(f"    {person.name}  {names[person.department]}  {roles}")
        self._and_more(len(day.tables.people))
        tell(say(_("  badges       {path}")).format(path=day.badges or "-"))
        tell("")
