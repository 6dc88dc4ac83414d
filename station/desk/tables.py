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
    """What is wrong in one place: the row as a spreadsheet counts it (1 is the headings)."""

    row: int
    column: str
    problem: str
    value: str

    def __str__(self) -> str:
        """One line for people."""
        return f"row {self.row}, {self.column or '-'}: {self.problem}: {self.value!r}"


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
        raise TableError([RowError(0, "", f"more than {BYTES_MAX} bytes", str(len(data)))])
    try:
        lines = [*csv.reader(io.StringIO(_text(data), newline=""), strict=True)]
    except csv.Error as error:
        raise TableError([RowError(0, "", "not a CSV", str(error))]) from None
    filled = [(n, line) for n, line in enumerate(lines, 1) if any(cell.strip() for cell in line)]
    if len(filled) > ROWS_MAX + 1:
        raise TableError([RowError(0, "", f"more than {ROWS_MAX} rows", str(len(filled)))])
    if not filled:
        raise TableError([RowError(1, "", "the table is empty", "")])
    columns = _columns(*filled[0], headings, required)
    return _rows(filled[1:], columns)


def _rows(filled: Sequence[tuple[int, list[str]]], columns: Sequence[str]) -> list[TableRow]:
    errors, rows = [], []
    for number, line in filled:
        if len(line) != len(columns):
            problem = f"expected {len(columns)} cells, got {len(line)}"
            errors.append(RowError(number, "", problem, ",".join(line)[:80]))
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
        RowError(row, cell, f"unknown heading; expected {accepted}", cell)
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
