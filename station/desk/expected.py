"""Expected lists: looked at, asked about, previewed, and then taken in whole or not at all."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from hashlib import sha256
from uuid import UUID, uuid4, uuid5

from station.custody import expected as rules
from station.custody.facts import ExpectedListImported, Facts
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Department
from station.custody.values import Actor, PersonalRef
from station.desk.days import read_day
from station.desk.deeds import Caller, perform
from station.desk.tables import (
    NO_CHOICES,
    Choices,
    RowError,
    Table,
    TableError,
    TableRow,
    open_table,
)
from station.desk.workbooks import LOST_DIGITS
from station.ledger.folding import fold
from station.ledger.store import Done, Ledger, Work
from station.ledger.vault import Vault
from station.numbers import NotATrackingNumber, identify, normalise

HEADINGS = {
    "number": (
        "引受番号",
        "追跡番号",
        "お問い合わせ番号",
        "お問合せ番号",
        "番号",
        "tracking number",
        "tracking no",
        "number",
    ),
    "service": ("種別", "郵便種別", "service", "type"),
    "sender": ("差出人", "差出人名", "発送元", "sender", "from"),
    "addressee": ("あて先", "宛先", "宛名", "あて名", "受取人", "addressee", "to"),
    "department": ("配布先課", "配布先", "課名", "department"),
    "due": ("到着予定日", "到着日", "配達予定日", "予定日", "due", "due date", "expected date"),
}
REQUIRED = ("number",)

UNKNOWN_FAMILY = re.compile(r"[0-9A-Z]{6,40}")
"""Carriers whose rules are not known: taken as they are, for nobody could check them anyway."""

FAMILY_REASON = "unknown_family"

NUMBER_PROBLEMS = {
    "check_digit": "the check digit is wrong",
    FAMILY_REASON: "this is no tracking number",
}

SHORTENED = re.compile(r"[0-9](\.[0-9]*)?E\+?[0-9]+|[0-9]{16,}\.0*")
"""What a spreadsheet makes of a long number: 1.31E+10 has lost all but three digits."""

WITH_DECIMALS = re.compile(r"([0-9]{1,15})\.0*")
"""A whole number that a program wrote as one with decimals; all its digits are there."""

SERVICE_LENGTH_MAX = 60


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One announced piece, checked; `row` is its place in the file."""

    row: int
    number: str
    service: str
    sender: str
    addressee: str
    department: str | None
    due: date | None


@dataclass(frozen=True, slots=True)
class Checked:
    """A list whose every row was looked at; `says` are the fields that it has a column for."""

    rows: tuple[ExpectedRow, ...]
    errors: tuple[RowError, ...]
    says: frozenset[str]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """What taking a list in would do about one row, and which fields it would correct."""

    row: int
    number: str
    change: rules.Change
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What taking a list in would do.  With any error, nothing can be taken."""

    rows: tuple[PreviewRow, ...]
    withdrawn: tuple[str, ...]
    errors: tuple[RowError, ...]

    def count(self, change: rules.Change) -> int:
        """How many rows mean this."""
        return sum(row.change is change for row in self.rows)

    @property
    def mark(self) -> str:
        """A mark that differs where taking the list in would do anything else."""
        said = [f"{row.row} {row.number} {row.change} {','.join(row.fields)}" for row in self.rows]
        return sha256("\n".join([*said, "", *self.withdrawn]).encode()).hexdigest()


def look_at_list(data: bytes, choices: Choices = NO_CHOICES) -> Table:
    """Return the columns of a list with samples of their values, and what has to be asked.

    Raises TableError for what is no table.
    """
    return open_table(data, HEADINGS, REQUIRED, choices)


def read_expected(
    data: bytes, departments: Iterable[Department], choices: Choices = NO_CHOICES
) -> Checked:
    """Return the rows of an expected list, and an error for each that is wrong.

    Raises TableError where something has to be asked first.
    """
    table = look_at_list(data, choices)
    if table.problems:
        raise TableError(table.problems)
    rows, wrong = table.rows()
    errors = [*wrong]
    if not rows and not wrong:
        errors.append(RowError(1, "", "the list has headings and no rows", ""))
    names, seen = _names(departments), dict[str, int]()
    checked = tuple(_row(row, names, seen, errors) for row in rows)
    says = frozenset(name for name in HEADINGS if table.has(name))
    return Checked(checked, tuple(sorted(errors, key=lambda error: error.row)), says)


def preview_expected(
    ledger: Ledger,
    *,
    data: bytes,
    choices: Choices = NO_CHOICES,
    replaces: UUID | None = None,
    zone: tzinfo = UTC,
) -> Preview:
    """Return what taking a list in would do; nothing is taken."""
    with ledger.views() as views:
        checked = read_expected(data, views.departments(), choices)
        rows = _in_the_books(views.books, views.vault, checked.rows, uuid4(), _not_kept)
        today = ledger.now().astimezone(zone).date()
        return _previewed(views.books, checked, rows, replaces, today)


def _previewed(
    books: Books, checked: Checked, rows: Sequence[rules.Row], replaces: UUID | None, today: date
) -> Preview:
    meant = [*rules.compare(books, rows, says=checked.says, today=today)]
    gone = rules.withdrawn(books, rows, replaces)
    lines = zip(checked.rows, meant, strict=True)
    return Preview(
        tuple(PreviewRow(row.row, row.number, it.change, it.fields) for row, it in lines),
        tuple(sorted(due.number for due in gone)),
        checked.errors,
    )


def import_expected(
    ledger: Ledger,
    caller: Caller,
    *,
    source: str,
    data: bytes,
    choices: Choices = NO_CHOICES,
    replaces: UUID | None = None,
    zone: tzinfo = UTC,
    previewed: str | None = None,
) -> Done:
    """Take in an expected list whole; its id is the deed's UUID.

    A row without a day is due on the day that it is in the office's zone.

    What was announced before is merged and corrected; what a replaced list announced and this one
    does not is withdrawn.  Raises TableError, with nothing taken in, when any row is wrong.
    With `previewed`, the mark of a preview, it is refused where it would do anything else by now.
    """
    with ledger.views() as views:
        checked = read_expected(data, views.departments(), choices)
    if checked.errors:
        raise TableError(checked.errors)

    def rule(work: Work, actor: Actor) -> Facts:
        def keep(texts: Sequence[str]) -> list[PersonalRef]:
            return work.vault.keep_all(texts, work.now)

        imported = ExpectedListImported(caller.deed, source, len(checked.rows), replaces)
        rows = _in_the_books(work.books, work.vault, checked.rows, caller.deed, keep)
        today = work.now.astimezone(zone).date()
        is_shown = previewed is not None
        if is_shown and _previewed(work.books, checked, rows, replaces, today).mark != previewed:
            raise Refused(Reason.LIST_CHANGED)
        return rules.announce(work.books, actor, imported, rows, says=checked.says, today=today)

    return perform(ledger, caller, "import_expected", rule)


def _in_the_books(
    books: Books,
    vault: Vault,
    rows: Sequence[ExpectedRow],
    list_id: UUID,
    keep: Callable[[Sequence[str]], list[PersonalRef]],
) -> list[rules.Row]:
    """Return rows in the books' words: a name that is kept already of this piece stays the same."""
    known = _kept_names(books, vault, rows)
    said = {(row.number, text) for row in rows for text in (row.sender, row.addressee) if text}
    texts = sorted({text for number, text in said if (number, text) not in known})
    new = dict(zip(texts, keep(texts), strict=True))

    def ref(row: ExpectedRow, text: str) -> PersonalRef | None:
        return (known.get((row.number, text)) or new[text]) if text else None

    return [
        rules.Row(
            uuid5(list_id, row.number),
            row.number,
            row.service,
            ref(row, row.sender),
            ref(row, row.addressee),
            row.department,
            row.due,
        )
        for row in rows
    ]


def _kept_names(
    books: Books, vault: Vault, rows: Sequence[ExpectedRow]
) -> dict[tuple[str, str], PersonalRef]:
    announced = books.announced([row.number for row in rows])
    refs = [(due.number, ref) for due in announced for ref in (due.sender, due.addressee) if ref]
    texts = vault.texts(ref for _, ref in refs)
    return {(number, texts[ref.id]): ref for number, ref in refs if ref.id in texts}


def _not_kept(texts: Sequence[str]) -> list[PersonalRef]:
    return [PersonalRef(uuid4(), "") for _ in texts]


def _names(departments: Iterable[Department]) -> dict[str, str]:
    return {
        fold(name): department.id
        for department in departments
        if not department.is_closed
        for name in (department.id, *department.all_names)
    }


def _row(
    row: TableRow, names: Mapping[str, str], seen: dict[str, int], errors: list[RowError]
) -> ExpectedRow:
    def wrong(column: str, problem: str, expected: str = "") -> None:
        errors.append(RowError(row.row, HEADINGS[column][0], problem, row[column], expected))

    number = _number(row, seen, wrong)
    department = names.get(fold(row["department"])) if row["department"] else None
    if row["department"] and department is None:
        wrong("department", "unknown department")
    due = read_day(row["due"])
    if row["due"] and due is None:
        wrong("due", "expected a day with its year (1900 to 2999), as 2020-11-02")
    if len(row["service"]) > SERVICE_LENGTH_MAX:
        wrong("service", "more than {expected} signs", str(SERVICE_LENGTH_MAX))
    return ExpectedRow(
        row.row, number, row["service"], row["sender"], row["addressee"], department, due
    )


def _number(row: TableRow, seen: dict[str, int], wrong: Callable[..., None]) -> str:
    said = unicodedata.normalize("NFKC", row["number"]).upper()
    if SHORTENED.fullmatch(said):
        wrong("number", LOST_DIGITS)
        return said
    whole = WITH_DECIMALS.fullmatch(said)
    said = whole[1] if whole else said
    number = normalise(said)
    try:
        number = identify(said).number
    except NotATrackingNumber as error:
        if error.reason != FAMILY_REASON or not UNKNOWN_FAMILY.fullmatch(number):
            wrong("number", NUMBER_PROBLEMS[error.reason])
    if number in seen:
        wrong("number", "the same number stands in row {expected}", str(seen[number]))
    seen.setdefault(number, row.row)
    return number
