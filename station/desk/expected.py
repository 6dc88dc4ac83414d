"""Expected lists: read whole or refused whole, with the row and the reason."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import uuid5

from station.custody import office as rules
from station.custody.facts import ExpectedListImported, Facts, ItemAnnounced
from station.custody.state import Department
from station.custody.values import Actor
from station.desk.deeds import Caller, perform
from station.desk.tables import RowError, TableError, TableRow, fold, read_table
from station.ledger.store import Done, Ledger, Work
from station.numbers import NotATrackingNumber, identify, normalise

HEADINGS = {
    "number": ("引受番号", "追跡番号", "お問い合わせ番号", "番号", "tracking number", "number"),
    "service": ("種別", "郵便種別", "service"),
    "sender": ("差出人", "sender"),
    "addressee": ("あて先", "宛先", "宛名", "addressee"),
    "department": ("配布先課", "配布先", "課名", "department"),
}

UNKNOWN_FAMILY = re.compile(r"[0-9A-Z]{6,40}")
"""Carriers whose rules are not known: taken as they are, for nobody could check them anyway."""

FAMILY_REASON = "unknown_family"

NUMBER_PROBLEMS = {
    "check_digit": "the check digit is wrong",
    FAMILY_REASON: "this is no tracking number",
}


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One announced piece, checked."""

    number: str
    service: str
    sender: str
    addressee: str
    department: str | None


def read_expected(data: bytes, departments: Iterable[Department]) -> list[ExpectedRow]:
    """Return the rows of an expected list; TableError names every row that is wrong."""
    rows = read_table(data, HEADINGS, required=("number",))
    names = _names(departments)
    errors: list[RowError] = []
    seen: dict[str, int] = {}
    checked = [_row(row, names, seen, errors) for row in rows]
    if not rows:
        errors.append(RowError(1, "", "the list has headings and no rows", ""))
    if errors:
        raise TableError(errors)
    return checked


def import_expected(ledger: Ledger, caller: Caller, *, source: str, data: bytes) -> Done:
    """Take in an expected list whole; its id is the deed's UUID.

    Raises TableError, with nothing taken in, when any row is wrong.
    """
    with ledger.views() as views:
        rows = read_expected(data, views.departments())

    def rule(work: Work, actor: Actor) -> Facts:
        imported = ExpectedListImported(caller.deed, source, len(rows))
        return rules.announce(work.books, actor, imported, _announced(work, caller, rows))

    return perform(ledger, caller, "import_expected", rule)


def _announced(work: Work, caller: Caller, rows: list[ExpectedRow]) -> tuple[ItemAnnounced, ...]:
    texts = sorted({text for row in rows for text in (row.sender, row.addressee) if text})
    refs = dict(zip(texts, work.vault.keep_all(texts, work.now), strict=True))
    return tuple(
        ItemAnnounced(
            uuid5(caller.deed, row.number),
            caller.deed,
            row.number,
            row.service,
            refs.get(row.sender),
            refs.get(row.addressee),
            row.department,
        )
        for row in rows
    )


def _names(departments: Iterable[Department]) -> dict[str, str]:
    return {
        fold(name): department.id
        for department in departments
        for name in (department.id, department.name, department.kana, *department.aliases)
        if name
    }


def _row(
    row: TableRow, names: Mapping[str, str], seen: dict[str, int], errors: list[RowError]
) -> ExpectedRow:
    number = _number(row, seen, errors)
    said = row["department"]
    department = names.get(fold(said)) if said else None
    if said and department is None:
        errors.append(RowError(row.row, HEADINGS["department"][0], "unknown department", said))
    return ExpectedRow(number, row["service"], row["sender"], row["addressee"], department)


def _number(row: TableRow, seen: dict[str, int], errors: list[RowError]) -> str:
    said = row["number"]
    column = HEADINGS["number"][0]
    number = normalise(said)
    try:
        number = identify(said).number
    except NotATrackingNumber as error:
        if error.reason != FAMILY_REASON or not UNKNOWN_FAMILY.fullmatch(number):
            errors.append(RowError(row.row, column, NUMBER_PROBLEMS[error.reason], said))
    if number in seen:
        problem = "the same number stands in row {expected}"
        errors.append(RowError(row.row, column, problem, said, str(seen[number])))
    seen.setdefault(number, row.row)
    return number
