"""People from a spreadsheet, again and again: who is new, moves, has other roles, or leaves.

A table is planned first, and what is previewed is what is done, whole or not at all.  The same
table a second time plans nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody import people as rules
from station.custody import postings as p
from station.custody.facts import (
    BadgeIssued,
    BadgeRevoked,
    Fact,
    Facts,
    PersonLeft,
    PersonRenamed,
    PersonTransferred,
    RolesChanged,
    TableImported,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Person
from station.custody.values import Actor, Role
from station.desk import office
from station.desk.badges import at_the_door
from station.desk.days import read_day
from station.desk.deeds import Caller, perform
from station.desk.import_office import (
    LANGUAGES,
    PEOPLE_HEADINGS,
    contact_in,
    department_in,
    roles_in,
)
from station.desk.people import starts
from station.desk.pins import PinHasher, new_pin
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
from station.ledger.contacts import Contact, Contacts
from station.ledger.store import Ledger, Work
from station.ledger.vault import Vault

HEADINGS = {
    **PEOPLE_HEADINGS,
    "since": ("異動日", "適用日", "since", "transfer date"),
    "last_day": ("退職日", "last day"),
}

REQUIRED = ("name", "department", "roles")

DAY_OVER = "that day is over: name today or a later day, or leave it empty for at once"


SaidContact = tuple[str | None, str | None, str]
"""Staff number, e-mail address, language."""


@dataclass(frozen=True, slots=True)
class Change:
    """What one row changes of one person; None is for what stays as it is.

    `person` is None for somebody new, `since` is None for at once; on their last day people are
    still here.
    """

    row: int
    name: str
    person: UUID | None = None
    is_renamed: bool = False
    department: str | None = None
    roles: tuple[Role, ...] | None = None
    since: date | None = None
    last_day: date | None = None
    contact: SaidContact | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table will change; `absent` are people who act for the office and whom it leaves out.

    Nobody ends by being left out: a table may be of one department alone.
    """

    rows: int
    changes: tuple[Change, ...]
    unchanged: int
    absent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """Everybody as the books have them, and when and where it is asked."""

    people: Mapping[UUID, Person]
    names: Mapping[UUID, str]
    contacts: Mapping[UUID, Contact]
    departments: Mapping[str, str]
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def begin_of(self, day: date | None) -> datetime:
        """The moment from which a row holds: now for no day and for today."""
        return (starts(day, self.zone, self.now) if day else None) or self.now


@dataclass(slots=True)
class _Reader:
    """Reads rows against what is known, and collects what is wrong with them."""

    known: _Known
    has_contacts: bool
    errors: list[RowError] = field(default_factory=list)
    seen: dict[UUID | str, int] = field(default_factory=dict)

    def read(self, row: TableRow) -> Change | None:
        """Return what a row changes; None where it changes nothing or is wrong."""
        before = len(self.errors)
        department = department_in(row, self.known.departments, self.errors)
        roles = tuple(sorted(set(roles_in(row, self.errors))))
        email, language = contact_in(row, self.errors)
        since, last_day = self.day(row, "since"), self.day(row, "last_day")
        person = self.person(row)
        if len(self.errors) > before or department is None:
            return None
        contact = (row["staff_number"] or None, email, language)
        if person is None:
            self.check_new(row, since, last_day)
            return Change(
                row.row,
                row["name"],
                department=department,
                roles=roles,
                since=since,
                contact=contact,
            )
        change = Change(
            row.row,
            row["name"],
            person.id,
            is_renamed=fold(row["name"]) != fold(self.known.names[person.id]),
            contact=self.contact(row, person, contact),
            last_day=self.leaving(row, person, last_day),
            **self.posting(row, person, department, roles, since),
        )
        nothing = Change(row.row, row["name"], person.id)
        return None if change == nothing else change

    def check_new(self, row: TableRow, since: date | None, last_day: date | None) -> None:
        """Note what cannot be of somebody new."""
        if last_day is not None:
            self.wrong(row, "last_day", "nobody of this name is here who could leave")
        if since is not None and since < self.known.today:
            self.wrong(row, "since", DAY_OVER)

    def person(self, row: TableRow) -> Person | None:
        """Return whom a row is about, by staff number, else by a name that one person has."""
        number, name = row["staff_number"], row["name"]
        if not name:
            self.wrong(row, "name", "expected a name")
            return None
        found = self.of_number(number) or self.of_name(name, has_number=bool(number))
        if len(found) > 1:
            self.wrong(row, "name", "several people have this name: add the column {expected}",
                       HEADINGS["staff_number"][0])  # fmt: skip
            return None
        key: UUID | str = found[0] if found else number or fold(name)
        if key in self.seen:
            self.wrong(row, "name", "the same person stands in row {expected}", str(self.seen[key]))
        self.seen.setdefault(key, row.row)
        return self.known.people[found[0]] if found else None

    def of_number(self, number: str) -> list[UUID]:
        """Whose staff number this is."""
        contacts = self.known.contacts.items()
        return [key for key, one in contacts if number and one.staff_number == number]

    def of_name(self, name: str, *, has_number: bool) -> list[UUID]:
        """Who has this name; a row with a new number is not about somebody with another one."""
        numbered = {key for key, one in self.known.contacts.items() if one.staff_number}
        return [
            key
            for key, known in self.known.names.items()
            if fold(known) == fold(name) and not (has_number and key in numbered)
        ]

    def posting(
        self,
        row: TableRow,
        person: Person,
        department: str,
        roles: tuple[Role, ...],
        since: date | None,
    ) -> dict[str, Any]:
        """Return what changes of a person's own posting."""
        own = p.own_posting(person, self.known.begin_of(since))
        if own and (own.department, own.roles) == (department, frozenset(roles)):
            return {}
        if own is None and since is None:
            if row["last_day"]:
                return {}  # left already, as the row says
            self.wrong(row, "since", "this person acts for nobody now: name the day they come")
        elif since is not None and since < self.known.today:
            self.wrong(row, "since", DAY_OVER)
        moved = own is None or own.department != department
        return {"department": department if moved else None, "roles": roles, "since": since}

    def leaving(self, row: TableRow, person: Person, last_day: date | None) -> date | None:
        """Return a last day that the books do not have yet."""
        if last_day is None:
            return None
        at = self.known.begin_of(last_day + timedelta(days=1))
        if p.ended(person.postings, at) == person.postings:
            return None
        if at < self.known.now:
            self.wrong(row, "last_day", DAY_OVER)
        return last_day

    def contact(self, row: TableRow, person: Person, said: SaidContact) -> SaidContact | None:
        """Return what a table with such columns says anew of staff number, address or language."""
        kept = self.known.contacts.get(person.id, Contact(person.id))
        number, email, language = said
        spoken = language if row["language"] else kept.language
        new = (number or kept.staff_number, email or kept.email, spoken)
        same = new == (kept.staff_number, kept.email, kept.language)
        return None if same or not self.has_contacts else new

    def day(self, row: TableRow, column: str) -> date | None:
        """Return the day in a cell, if there is one."""
        if not row[column]:
            return None
        day = read_day(row[column])
        if day is None:
            self.wrong(row, column, "expected a day with its year (1900 to 2999), as 2020-11-02")
        return day

    def wrong(self, row: TableRow, column: str, problem: str, expected: str = "") -> None:
        """Note what is wrong in a cell."""
        heading = HEADINGS[column][0]
        self.errors.append(RowError(row.row, heading, problem, row[column], expected))


def look_at_table(data: bytes, choices: Choices = NO_CHOICES) -> Table:
    """Return the columns of a table with samples of their values, and what has to be asked."""
    return open_table(data, HEADINGS, REQUIRED, choices)


def preview(ledger: Ledger, data: bytes, zone: ZoneInfo, choices: Choices = NO_CHOICES) -> Plan:
    """Return what a table would change now; TableError names every row that is wrong."""
    with ledger.views() as views:
        known = _known(views.books, views.vault, views.contacts, ledger.now(), zone)
    return _plan(data, known, choices)


def import_people(
    ledger: Ledger,
    caller: Caller,
    hasher: PinHasher,
    *,
    data: bytes,
    zone: ZoneInfo,
    source: str,
    previewed: Plan,
    choices: Choices = NO_CHOICES,
) -> tuple[tuple[office.Enrolled, str], ...]:
    """Do what was previewed; return the new people with their PINs for one sign-in.

    Refused, with nothing changed, where the table would change something else by now.
    """
    if not previewed.changes:
        return ()
    pins = [new_pin() for change in previewed.changes if change.person is None]
    new = [change for change in previewed.changes if change.person is None]
    ready = office.prepare(
        hasher, [_new_person(c, pin, zone, ledger.now()) for c, pin in zip(new, pins, strict=True)]
    )

    def rule(work: Work, actor: Actor) -> Facts:
        known = _known(work.books, work.vault, work.contacts, work.now, zone)
        if _plan(data, known, choices).changes != previewed.changes:
            raise Refused(Reason.PERSON_CHANGED)
        facts = tuple(f for change in previewed.changes for f in _facts(work, known, change))
        enrolled = office.keep_people(work, ready)
        issued = tuple(BadgeIssued(person.person) for person in enrolled)
        changes = rules.change_people(
            work.books, actor, now=work.now, changes=(*enrolled, *issued, *facts)
        )
        contacts = sum(change.contact is not None for change in previewed.changes)
        return at_the_door(work, (TableImported(source, previewed.rows, contacts), *changes))

    done = perform(ledger, caller, "import_people", rule)
    if ready:
        office.refuse_replay(done)
    return tuple((one.enrolled, pin) for one, pin in zip(ready, pins, strict=True))


def _known(books: Books, vault: Vault, contacts: Contacts, now: datetime, zone: ZoneInfo) -> _Known:
    people = {person.id: person for person in books.everybody()}
    texts = vault.texts(person.name for person in people.values())
    names = {key: texts.get(person.name.id, "") for key, person in people.items()}
    departments = {
        fold(name): department.id
        for department in books.departments()
        if not department.has_ended
        for name in (*department.former_names, department.id, department.name)
    }
    return _Known(people, names, contacts.all(), departments, now, zone)


def _plan(data: bytes, known: _Known, choices: Choices) -> Plan:
    rows = read_table(data, HEADINGS, REQUIRED, choices)
    columns = {column for row in rows for column in row.cells}
    reader = _Reader(known, not columns.isdisjoint({"staff_number", "email", "language"}))
    changes = tuple(change for row in rows if (change := reader.read(row)) is not None)
    if reader.errors:
        raise TableError(reader.errors)
    absent = (
        known.names[key]
        for key, person in known.people.items()
        if key not in reader.seen and p.departments_of(person, known.now)
    )
    return Plan(len(rows), changes, len(rows) - len(changes), tuple(sorted(absent)))


def _new_person(change: Change, pin: str, zone: ZoneInfo, now: datetime) -> office.NewPerson:
    number, email, language = change.contact or (None, None, LANGUAGES[0])
    return office.NewPerson(
        change.name,
        change.department or "",
        change.roles or (),
        pin,
        pin_is_once=True,
        since=starts(change.since, zone, now) if change.since else None,
        staff_number=number,
        email=email,
        language=language,
    )


def _facts(work: Work, known: _Known, change: Change) -> Iterator[Fact]:
    """Yield what a change of somebody known brings about, and keep their contact."""
    if change.person is None:
        return
    if change.is_renamed:
        yield PersonRenamed(change.person, work.vault.keep_text(change.name, work.now))
    since = known.begin_of(change.since)
    if change.department is not None and change.roles is not None:
        yield PersonTransferred(change.person, change.department, change.roles, since)
    elif change.roles is not None:
        yield RolesChanged(change.person, change.roles, since)
    if change.contact is not None:
        work.contacts.put(Contact(change.person, *change.contact))
    if change.last_day is not None:
        at = known.begin_of(change.last_day + timedelta(days=1))
        yield PersonLeft(change.person, at)
        if at == work.now and known.people[change.person].has_badge:
            yield BadgeRevoked(change.person)
