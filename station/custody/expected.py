"""Expected lists: what a later one means for an earlier one, and what did not come when due.

A number announced again, while the first announcement is young or its piece has not come, is the
same piece; months later it is another one, for carriers reuse numbers.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from station.custody.checks import ADMINISTRATORS, TAKERS_IN, derived_id, require_open, require_role
from station.custody.facts import (
    CaseOpened,
    CaseSettled,
    ExpectedCorrected,
    ExpectedListImported,
    ExpectedMatched,
    ExpectedRepeated,
    ExpectedWithdrawn,
    Fact,
    Facts,
    ItemAnnounced,
)
from station.custody.refusal import Reason, Refused
from station.custody.state import Books, Expected, Item
from station.custody.values import Actor, CaseKind, PersonalRef, Settlement

T = TypeVar("T", Expected, Item)

SAME_PIECE_DAYS = 60
"""A number within so many days is the same piece; carriers reuse theirs after months."""

GRACE_DAYS_MAX = 365

DUE_LATER = "The list names a later day."
LIST_WITHDREW = "The list no longer announces it."
HAS_COME = "The piece has come."


class Change(StrEnum):
    """What a row of a list means for what was announced before."""

    NEW = "new"
    SAME = "same"
    CORRECTED = "corrected"
    HERE = "here"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list; `expected` is the id of its announcement, should it be a new one."""

    expected: UUID
    number: str
    service: str
    sender: PersonalRef | None
    addressee: PersonalRef | None
    department: str | None
    due: date | None


FIELDS = ("service", "sender", "addressee", "department", "due")
"""What a later list may correct."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What one row means, and which fields it changes; `item` is the piece that is here already."""

    row: Row
    due: date
    change: Change
    earlier: Expected | None = None
    fields: tuple[str, ...] = ()
    item: Item | None = None


def announce(
    books: Books,
    actor: Actor,
    imported: ExpectedListImported,
    rows: Sequence[Row],
    *,
    says: frozenset[str],
    today: date,
) -> Facts:
    """Take in an expected list whole; rows without a day are due today.

    `says` names the fields for which the list has a column: on the others an earlier word stays.
    """
    require_role(actor, TAKERS_IN | ADMINISTRATORS)
    for department in {row.department for row in rows if row.department is not None}:
        require_open(books, department)
    if imported.replaces is not None and not books.has_list(imported.replaces):
        raise Refused(Reason.UNKNOWN_SUBJECT, expected="list", got=str(imported.replaces))
    facts: list[Fact] = [imported]
    for meant in compare(books, rows, says=says, today=today):
        facts += _facts_of(books, imported.list, meant)
    for gone in withdrawn(books, rows, imported.replaces):
        facts.append(ExpectedWithdrawn(gone.id, imported.list))
        facts += _settled(books, gone, LIST_WITHDREW, Settlement.LIST_CORRECTED)
    return tuple(facts)


def compare(
    books: Books, rows: Sequence[Row], *, says: frozenset[str], today: date
) -> Iterator[Meant]:
    """Yield what each row means; nothing is changed."""
    numbers = [row.number for row in rows]
    announced = _by_number(books.announced(numbers))
    here = _by_number(books.came_unannounced(numbers))
    for row in rows:
        due = row.due or today
        earlier = _same_piece(announced.get(row.number, ()), due)
        if earlier is None:
            yield _first_word(row, here.get(row.number, ()), due)
        else:
            fields = tuple(name for name in FIELDS if name in says and _differs(row, earlier, name))
            change = Change.CORRECTED if fields else Change.SAME
            yield Meant(row, due, change, earlier, fields)


def withdrawn(books: Books, rows: Iterable[Row], replaces: UUID | None) -> tuple[Expected, ...]:
    """Return what a replaced list announced, has not come, and is not among the rows."""
    if replaces is None:
        return ()
    still = {row.number for row in rows}
    return tuple(due for due in books.awaited_of(replaces) if due.number not in still)


def overdue_expected(books: Books, *, deed: UUID, today: date, grace_days: int) -> Facts:
    """Open a case for each announced piece that has not come `grace_days` after its due day.

    One that is a case already makes no second one, unless a later list has given it another day.
    """
    if not 0 <= grace_days <= GRACE_DAYS_MAX:
        raise Refused(Reason.COUNT_OUT_OF_RANGE, expected=f"0-{GRACE_DAYS_MAX}", got=grace_days)
    overdue = books.overdue_expected(today - timedelta(days=grace_days))
    return tuple(
        CaseOpened(
            derived_id(deed, f"missing {due.id}"), CaseKind.MISSING_EXPECTED, expected=due.id
        )
        for due in overdue
    )


def has_come(books: Books, expected: Expected | None) -> Facts:
    """Return what settles the case of a piece that was missing and has come."""
    return () if expected is None else _settled(books, expected, HAS_COME, Settlement.HAS_COME)


def _by_number(found: Iterable[T]) -> Mapping[str, Sequence[T]]:
    by_number: dict[str, list[T]] = {}
    for it in found:
        by_number.setdefault(it.number, []).append(it)
    return by_number


def _same_piece(announced: Sequence[Expected], due: date) -> Expected | None:
    """Return the earlier announcement of the same piece: awaited ones before those that came."""
    awaited = [earlier for earlier in announced if earlier.is_awaited]
    recent = [earlier for earlier in announced if _is_near(earlier.due, due)]
    return next(iter((*awaited, *reversed(recent))), None)


def _first_word(row: Row, here: Sequence[Item], due: date) -> Meant:
    near = [item for item in here if _is_near(item.taken_in_at.date(), due)]
    return Meant(row, due, Change.HERE, item=near[-1]) if near else Meant(row, due, Change.NEW)


def _is_near(one: date, other: date) -> bool:
    return abs((one - other).days) <= SAME_PIECE_DAYS


def _differs(row: Row, earlier: Expected, name: str) -> bool:
    said = getattr(row, name)
    return said != getattr(earlier, name) and not (name == "due" and said is None)


def _facts_of(books: Books, list_id: UUID, meant: Meant) -> Facts:
    row, earlier = meant.row, meant.earlier
    if earlier is None:
        new = ItemAnnounced(
            row.expected,
            list_id,
            row.number,
            row.service,
            row.sender,
            row.addressee,
            row.department,
            meant.due,
        )
        return (new,) if meant.item is None else (new, ExpectedMatched(new.expected, meant.item.id))
    if not meant.fields:
        return (ExpectedRepeated(earlier.id, list_id),)
    now = replace(earlier, **{name: getattr(row, name) for name in meant.fields})
    corrected = ExpectedCorrected(
        now.id, list_id, now.service, now.sender, now.addressee, now.department, now.due
    )
    if now.due <= earlier.due:
        return (corrected,)
    return (corrected, *_settled(books, earlier, DUE_LATER, Settlement.LIST_CORRECTED))


def _settled(books: Books, expected: Expected, reason: str, how: Settlement) -> Facts:
    if expected.missed is None:
        return ()
    return tuple(CaseSettled(c.id, reason, how) for c in books.open_cases(expected=expected.id))
