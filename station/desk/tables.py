"""Reading tables that offices keep in spreadsheets: CSV in UTF-8 or cp932, whole or not at all.

RFC 4180 for the form; a byte order mark is accepted, as spreadsheets write one.
"""

import csv
import io
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

BYTES_MAX = 20_000_000
ROWS_MAX = 100_000
ERRORS_SHOWN_MAX = 100


@dataclass(frozen=True, slots=True)
class RowError:
    """What is wrong in one place: the row as a spreadsheet counts it (1 is the headings).

    `problem` says it in English, with {got} for the value and {expected} for what was expected;
    `station.words` has each in the reader's language.
    """

    row: int
    column: str
    problem: str
    value: str
    expected: str = ""

    def __str__(self) -> str:
        """One line for a log or a terminal."""
        told = self.problem.format(expected=self.expected, got=self.value)
        return f"row {self.row}, {self.column or '-'}: {told}: {self.value!r}"


class TableError(ValueError):
    """A table was refused whole; `errors` says where and why."""

    def __init__(self, errors: Sequence[RowError]) -> None:
        self.errors = tuple(errors[:ERRORS_SHOWN_MAX])
        told = "; ".join(str(error) for error in self.errors[:5])
        super().__init__(f"expected a table without errors, got {len(errors)}: {told}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by its columns' names; `row` is its place in the file."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty where the table has no such column."""
        return self.cells.get(column, "")


def read_table(
    data: bytes, headings: Mapping[str, Sequence[str]], required: Sequence[str]
) -> list[TableRow]:
    """Return the rows of a CSV; `headings` gives each column's accepted names.

    Raises TableError for an unknown encoding, heading, or a row of another length.
    """
    if len(data) > BYTES_MAX:
        raise TableError(
            [RowError(0, "", "more than {expected} bytes", str(len(data)), str(BYTES_MAX))]
        )
    try:
        lines = [*csv.reader(io.StringIO(_text(data), newline=""), strict=True)]
    except csv.Error as error:
        raise TableError([RowError(0, "", "not a CSV", str(error))]) from None
    filled = [(n, line) for n, line in enumerate(lines, 1) if any(cell.strip() for cell in line)]
    if len(filled) > ROWS_MAX + 1:
        raise TableError(
            [RowError(0, "", "more than {expected} rows", str(len(filled)), str(ROWS_MAX))]
        )
    if not filled:
        raise TableError([RowError(1, "", "the table is empty", "")])
    columns = _columns(*filled[0], headings, required)
    return _rows(filled[1:], columns)


def _rows(filled: Sequence[tuple[int, list[str]]], columns: Sequence[str]) -> list[TableRow]:
    errors, rows = [], []
    for number, line in filled:
        if len(line) != len(columns):
            shown = ",".join(line)[:80]
            problem = "another number of cells than the headings have ({expected})"
            errors.append(RowError(number, "", problem, shown, str(len(columns))))
            continue
        cells = (cell.strip() for cell in line)
        rows.append(TableRow(number, dict(zip(columns, cells, strict=True))))
    if errors:
        raise TableError(errors)
    return rows


def _text(data: bytes) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise TableError([RowError(0, "", "expected text in UTF-8 or cp932", repr(data[:20]))])


def _columns(
    row: int, line: Sequence[str], headings: Mapping[str, Sequence[str]], required: Sequence[str]
) -> list[str]:
    known = {fold(name): column for column, names in headings.items() for name in names}
    columns = [known.get(fold(cell), "") for cell in line]
    accepted = ", ".join(names[0] for names in headings.values())
    errors = [
        RowError(row, cell, "unknown heading; expected {expected}", cell, accepted)
        for cell, column in zip(line, columns, strict=True)
        if not column
    ]
    errors += [
        RowError(row, headings[column][0], "this heading stands twice", headings[column][0])
        for column in sorted({c for c in columns if c and columns.count(c) > 1})
    ]
    errors += [
        RowError(row, headings[column][0], "this heading is missing", "")
        for column in required
        if column not in columns
    ]
    if errors:
        raise TableError(errors)
    return columns


def fold(text: str) -> str:
    """Bring a heading or name to the form in which it is compared: width, case, spaces."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
