"""Whether SQLite holds every value as the station writes it.

SQLite has no types that would keep another spelling out.  Read back, capitals and dashes make the
same UUID, 2 is as true as 1, and a time without dashes is the same time; but what is asked in SQL
goes by what is written, and passes such a row by.
"""

import json

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Integer,
    String,
    Table,
    Uuid,
    and_,
    func,
    or_,
    select,
    type_coerce,
)

from station.ledger.schema import BOOKS, UtcDateTime, heads, personal_data

READ_AT_ONCE = 1_000
TOLD_MAX = 80
DAY = "[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"
MOMENT = f"{DAY} [0-9][0-9]:[0-9][0-9]:[0-9][0-9].{'[0-9]' * 6}"

_WRITTEN: tuple[tuple[type, str, str], ...] = (
    (Uuid, "[0-9a-f]" * 32, "32 hex digits in small letters"),
    (UtcDateTime, MOMENT, "a time as YYYY-MM-DD HH:MM:SS.ffffff"),
    (Date, DAY, "a day as YYYY-MM-DD"),
)
"""What is written as text: its type, SQLite's pattern of it, and the same in words."""

_TRUTH = "0 or 1"
_PLAIN_JSON = "JSON as the station writes it"


def misspelt(stored: Connection, office: str) -> str | None:
    """Return the first value that SQLite holds otherwise than it is written; None for none."""
    if stored.dialect.name != "sqlite":
        return None  # which has a type for each
    for table in (*BOOKS, heads, personal_data):
        for look in (_misspelt_value, _misspelt_json):
            if broken := look(stored, table, office):
                return f"table {table.name}: {broken}"
    return None


def _misspelt_value(stored: Connection, table: Table, office: str) -> str | None:
    """Look through a table once; only where something is found, ask which column it is."""
    asked = [(column, rule) for column in table.columns if (rule := _rule(column)) is not None]
    if not asked:
        return None
    is_other = [other for _, (_, other) in asked]
    found = select(*(type_coerce(column, String) for column, _ in asked)).add_columns(*is_other)
    row = stored.execute(found.where(table.c.office == office, or_(*is_other)).limit(1)).first()
    if row is None:
        return None
    got, wrong = row[: len(asked)], row[len(asked) :]
    place = next(place for place, is_wrong in enumerate(wrong) if is_wrong)
    column, (wanted, _) = asked[place]
    return _told(column, wanted, got[place])


def _rule(column: Column[object]) -> tuple[str, ColumnElement[bool]] | None:
    """Return how a column's values are written, in words, and the question whether one is not."""
    if isinstance(column.type, Boolean):
        number = type_coerce(column, Integer)
        is_other = or_(func.typeof(number) != "integer", number.not_in((0, 1)))
        return _TRUTH, and_(number.is_not(None), is_other)
    for kind, pattern, wanted in _WRITTEN:
        if isinstance(column.type, kind):
            text = type_coerce(column, String)
            is_other = or_(func.typeof(text) != "text", text.bool_op("NOT GLOB")(pattern))
            return wanted, and_(text.is_not(None), is_other)
    return None


def _misspelt_json(stored: Connection, table: Table, office: str) -> str | None:
    """Return the first JSON that SQL could read otherwise: a key written twice, or escaped."""
    columns = [column for column in table.columns if isinstance(column.type, JSON)]
    if not columns:
        return None
    texts = select(*(type_coerce(column, String) for column in columns))
    in_parts = texts.where(table.c.office == office).execution_options(yield_per=READ_AT_ONCE)
    for row in stored.execute(in_parts):
        for column, text in zip(columns, row, strict=True):
            if text is not None and not _is_plain(text):
                return _told(column, _PLAIN_JSON, str(text)[:TOLD_MAX])
    return None


def _is_plain(text: object) -> bool:
    try:
        return isinstance(text, str) and json.dumps(json.loads(text)) == text
    except ValueError:
        return False


def _told(column: Column[object], wanted: str, got: object) -> str:
    return f"{column.name}: expected {wanted}, got {got!r}"
