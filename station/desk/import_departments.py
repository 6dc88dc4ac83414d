"""Departments from a spreadsheet, again and again: which are new, have another name, or close.

A closing is announced for its day; on it, the department closes as soon as it holds nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from station.custody import office as rules
from station.custody.facts import (
    DepartmentClosingAnnounced,
    DepartmentOpened,
    DepartmentOpeningAnnounced,
    DepartmentRenamed,
    Fact,
    Facts,
    TableImported,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Department
from station.custody.values import Actor
from station.desk.days import read_day
from station.desk.deeds import Caller, perform
from station.desk.import_office import DEPARTMENT_HEADINGS, SEPARATOR, SORTS_MAIL
from station.desk.import_people import DAY_OVER
from station.desk.people import starts
from station.desk.tables import (
    NO_CHOICES,
    Choices,
    RowError,
    Table,
    TableError,
    TableRow,
    fold,
    open_table,
    read_table,
)
from station.ledger.store import Done, Ledger, Work

HEADINGS = {
    **DEPARTMENT_HEADINGS,
    "opens": ("開設日", "opens"),
    "closes": ("廃止日", "closes"),
    "successor": ("引継ぎ先", "successor"),
}

REQUIRED = ("number", "name")

DAY_EXPECTED = "expected a day with its year (1900 to 2999), as 2020-11-02"


@dataclass(frozen=True, slots=True)
class Change:
    """What one row changes: a new department, at once or on a day; another name; or that it closes.

    Both days are the first on which it is so.
    """

    row: int
    department: str
    opened: DepartmentOpened | None = None
    opens: date | None = None
    renamed: DepartmentRenamed | None = None
    closes: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table will change."""

    rows: int
    changes: tuple[Change, ...]


def look_at_table(data: bytes, choices: Choices = NO_CHOICES) -> Table:
    """Return the columns of a table with samples of their values, and what has to be asked."""
    return open_table(data, HEADINGS, REQUIRED, choices)


def preview(ledger: Ledger, data: bytes, zone: ZoneInfo, choices: Choices = NO_CHOICES) -> Plan:
    """Return what a table would change now; TableError names every row that is wrong."""
    with ledger.views() as views:
        return _plan(data, views.departments(), ledger.now(), zone, choices)


def import_departments(
    ledger: Ledger,
    caller: Caller,
    *,
    data: bytes,
    zone: ZoneInfo,
    source: str,
    previewed: Plan,
    choices: Choices = NO_CHOICES,
) -> Done | None:
    """Do what was previewed, whole or not at all; None where there is nothing to do."""
    if not previewed.changes:
        return None

    def rule(work: Work, actor: Actor) -> Facts:
        if _plan(data, work.books.departments(), work.now, zone, choices) != previewed:
            raise Refused(Reason.DEPARTMENT_CHANGED)
        facts = tuple(f for change in previewed.changes for f in _facts(change, zone, work.now))
        changes = rules.change_departments(work.books, actor, now=work.now, changes=facts)
        return (TableImported(source, previewed.rows, 0), *changes)

    return perform(ledger, caller, "import_departments", rule)


def _facts(change: Change, zone: ZoneInfo, now: datetime) -> Iterator[Fact]:
    if change.opened is not None:
        at = starts(change.opens, zone, now) if change.opens else None
        yield _announced(change.opened, at) if at else change.opened
    if change.renamed is not None:
        yield change.renamed
    if change.closes is not None:
        at = starts(change.closes, zone, now) or now
        yield DepartmentClosingAnnounced(change.department, at, change.successor)


def _plan(
    data: bytes,
    departments: tuple[Department, ...],
    now: datetime,
    zone: ZoneInfo,
    choices: Choices,
) -> Plan:
    rows = read_table(data, HEADINGS, REQUIRED, choices)
    reader = _Reader({d.id: d for d in departments}, rows, now, zone)
    changes = tuple(change for row in rows if (change := reader.read(row)) is not None)
    if reader.errors:
        raise TableError(reader.errors)
    return Plan(len(rows), changes)


class _Reader:
    """Reads rows against the departments that there are, and collects what is wrong with them."""

    def __init__(
        self,
        known: Mapping[str, Department],
        rows: list[TableRow],
        now: datetime,
        zone: ZoneInfo,
    ) -> None:
        self.errors: list[RowError] = []
        self._known = known
        self._zone = zone
        self._today = now.astimezone(zone).date()
        self._in_table = {row["number"]: row for row in rows}
        others = (d for d in known.values() if d.id not in self._in_table and not d.has_ended)
        named = [(fold(row["name"]), row["number"]) for row in rows]
        named += [(fold(department.name), department.id) for department in others]
        self._names = dict(named)
        self._twice = {name for name, _ in named if [n for n, _ in named].count(name) > 1}

    def read(self, row: TableRow) -> Change | None:
        """Return what a row changes; None where it changes nothing or is wrong."""
        number = row["number"]
        if not number or self._in_table[number] is not row:
            self._wrong(row, "number", "expected a number that stands once")
        if not row["name"] or fold(row["name"]) in self._twice:
            self._wrong(row, "name", "expected a name that stands once")
        known = self._known.get(number)
        closes = self._closes(row, known)
        successor = self._successor(row)
        opens = self._opens(row, known)
        opened = None if known else self._opened(row)
        renamed = self._renamed(row, known) if known else None
        if opened is None and renamed is None and closes is None:
            return None
        heir = successor if closes else None
        return Change(row.row, number, opened, opens, renamed, closes, heir)

    def _opened(self, row: TableRow) -> DepartmentOpened:
        return DepartmentOpened(
            row["number"], row["name"], row["kana"], _aliases(row), _sorts_mail(row)
        )

    def _opens(self, row: TableRow, known: Department | None) -> date | None:
        """Return the day on which a new department opens; of a known one it was said before."""
        if known is not None or not row["opens"]:
            return None
        day = read_day(row["opens"])
        if day is None:
            self._wrong(row, "opens", DAY_EXPECTED)
        elif day < self._today:
            self._wrong(row, "opens", DAY_OVER)
        return day

    def _renamed(self, row: TableRow, known: Department) -> DepartmentRenamed | None:
        """Return another name, かな or 別名; a column that the table has not stays as it is."""
        kana = row["kana"] if "kana" in row.cells else known.kana
        aliases = _aliases(row) if "aliases" in row.cells else known.aliases
        if "reception" in row.cells and _sorts_mail(row) != known.sorts_mail:
            self._wrong(row, "reception", "who sorts mail cannot be changed: open another one")
        if (row["name"], kana, aliases) == (known.name, known.kana, known.aliases):
            return None
        if known.has_ended:
            self._wrong(row, "number", "this department is closed")
        return DepartmentRenamed(known.id, row["name"], kana, aliases)

    def _closes(self, row: TableRow, known: Department | None) -> date | None:
        """Return a day of closing that the books do not have yet."""
        if not row["closes"]:
            return None
        day = read_day(row["closes"])
        if day is None:
            self._wrong(row, "closes", DAY_EXPECTED)
        elif known is None:
            self._wrong(row, "closes", "there is no such department that could close")
        elif known.is_closed or self._is_announced(known, day):
            return None
        elif day < self._today:
            self._wrong(row, "closes", DAY_OVER)
        return day

    def _is_announced(self, known: Department, day: date) -> bool:
        at = known.closes_at
        return at is not None and at.astimezone(self._zone).date() == day

    def _successor(self, row: TableRow) -> str | None:
        said = row["successor"]
        if not said:
            return None
        found = said if said in {*self._known, *self._in_table} else self._names.get(fold(said))
        closed = found is not None and found in self._known and self._known[found].has_ended
        if found is None or closed or found == row["number"]:
            self._wrong(row, "successor", "unknown department")
        return found

    def _wrong(self, row: TableRow, column: str, problem: str) -> None:
        self.errors.append(RowError(row.row, HEADINGS[column][0], problem, row[column]))


def _announced(opened: DepartmentOpened, at: datetime) -> DepartmentOpeningAnnounced:
    said = (opened.department, opened.name, opened.kana, opened.aliases, opened.sorts_mail)
    return DepartmentOpeningAnnounced(*said, at)


def _aliases(row: TableRow) -> tuple[str, ...]:
    return tuple(part.strip() for part in row["aliases"].split(SEPARATOR) if part.strip())


def _sorts_mail(row: TableRow) -> bool:
    return row["reception"] == SORTS_MAIL
