"""Tables that offices keep in spreadsheets: headings to columns, rows by columns, whole or not.

`text_tables` and `workbooks` turn bytes into lines; here lines become rows.  A heading that is not
known is never guessed: `open_table` tells what it found, and takes the user's word on it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from station.desk.free_text import cleaned
from station.desk.table_lines import (
    BYTES_MAX,
    ROWS_MAX,
    Line,
    RowError,
    TableError,
)
from station.desk.text_tables import text_lines
from station.desk.workbooks import is_workbook, workbook_lines
from station.ledger.folding import fold

__all__ = [
    "BYTES_MAX",
    "NO_CHOICES",
    "ROWS_MAX",
    "Choices",
    "Column",
    "RowError",
    "Table",
    "TableError",
    "TableRow",
    "fold",
    "open_table",
    "read_table",
]

HEADINGS_SEARCHED = 10
"""Lines among which the headings are looked for: a title and a date often stand above them."""

SAMPLES = 3
DATA_DIGITS_MIN = 6
"""A cell with as many digits is a number or a date and no heading."""


@dataclass(frozen=True, slots=True)
class Choices:
    """The user's word on a table: which sheet, and what a column means, by its place from 0.

    A meaning of "" leaves the column out.  A choice outranks what a heading says.
    """

    sheet: str = ""
    columns: Mapping[int, str] = field(default_factory=dict)


NO_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Column:
    """One column as it was found: its place from 0, its heading, some values, what it means.

    `meaning` is "" for a column that is left out, and None where the user has to say it.
    """

    place: int
    heading: str
    samples: tuple[str, ...]
    meaning: str | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row by its columns' meanings; `row` is its place in the file."""

    row: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column; empty where the table has no such column."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table before anything is taken from it.

    `sheets` names the sheets among which the user has to choose; then there are no columns yet.
    `problems` says what stands against reading it as it is, and is what `columns` and `sheets` ask.
    """

    headings_row: int
    columns: tuple[Column, ...]
    sheets: tuple[str, ...]
    problems: tuple[RowError, ...]
    _headings: Mapping[str, Sequence[str]]
    _width: int
    _lines: Sequence[Line]

    def has(self, meaning: str) -> bool:
        """Whether there is a column of this meaning."""
        return any(column.meaning == meaning for column in self.columns)

    def rows(self) -> tuple[list[TableRow], list[RowError]]:
        """Return the rows that could be read, and an error for each that could not."""
        rows: list[TableRow] = []
        errors: list[RowError] = []
        used = [(c.place, c.meaning) for c in self.columns if c.meaning]
        for line in self._lines:
            wrong = [*self._wrong(line, used)]
            errors += wrong
            if not wrong:
                cells = {meaning: cleaned(line.cells[place]).strip() for place, meaning in used}
                rows.append(TableRow(line.row, cells))
        return rows, errors

    def _wrong(self, line: Line, used: Sequence[tuple[int, str]]) -> Iterator[RowError]:
        if len(line.cells) != self._width:
            shown = ",".join(line.cells)[:80]
            problem = "another number of cells than the headings have ({expected})"
            yield RowError(line.row, "", problem, shown, str(self._width))
            return
        for place, meaning in used:
            if place in line.problems:
                name = self._headings[meaning][0]
                yield RowError(line.row, name, line.problems[place], line.cells[place])


def read_table(
    data: bytes,
    headings: Mapping[str, Sequence[str]],
    required: Sequence[str],
    choices: Choices = NO_CHOICES,
) -> list[TableRow]:
    """Return the rows of a table whose headings are all known, or whose columns were chosen.

    Raises TableError for what is no table, for an unknown heading, or for any row that is wrong.
    """
    table = open_table(data, headings, required, choices)
    if table.problems:
        raise TableError(table.problems)
    rows, errors = table.rows()
    if errors:
        raise TableError(errors)
    return rows


def open_table(
    data: bytes,
    headings: Mapping[str, Sequence[str]],
    required: Sequence[str],
    choices: Choices = NO_CHOICES,
) -> Table:
    """Return a table with what is to be asked about it; `headings` gives each meaning's names.

    Raises TableError for what is no table at all.
    """
    if len(data) > BYTES_MAX:
        raise TableError(
            [RowError(0, "", "more than {expected} bytes", str(len(data)), str(BYTES_MAX))]
        )
    sheets = workbook_lines(data, choices.sheet) if is_workbook(data) else [text_lines(data)]
    if len(sheets) > 1:
        names = tuple(sheet.name for sheet in sheets)
        told = RowError(0, "", "several sheets; choose one: {expected}", "", ", ".join(names))
        return Table(0, (), names, (told,), headings, 0, ())
    lines = [ln for ln in sheets[0].lines if ln.problems or any(c.strip() for c in ln.cells)]
    if not lines:
        raise TableError([RowError(1, "", "the table is empty", "")])
    return _with_columns(lines, headings, required, choices)


def _with_columns(
    lines: list[Line],
    headings: Mapping[str, Sequence[str]],
    required: Sequence[str],
    choices: Choices,
) -> Table:
    known = {fold(name): meaning for meaning, names in headings.items() for name in names}
    at = _headings_at(lines, known, required)
    top = lines[0 if at is None else at]
    data = lines[0 if at is None else at + 1 :]
    if len(data) > ROWS_MAX:
        raise TableError(
            [RowError(0, "", "more than {expected} rows", str(len(data)), str(ROWS_MAX))]
        )
    row = 0 if at is None else top.row
    said = ["" if at is None else cell.strip() for cell in top.cells]
    columns = _columns(said, data, known, choices)
    problems = tuple(_problems(row, columns, headings, required))
    return Table(row, columns, (), problems, headings, len(said), data)


def _headings_at(
    lines: Sequence[Line], known: Mapping[str, str], required: Sequence[str]
) -> int | None:
    """Return which line has the headings; None where the first line is data already."""
    for at, line in enumerate(lines[:HEADINGS_SEARCHED]):
        if any(known.get(fold(cell)) in required for cell in line.cells):
            return at
    is_data = any(sum(s.isdigit() for s in cell) >= DATA_DIGITS_MIN for cell in lines[0].cells)
    return None if is_data else 0


def _columns(
    said: Sequence[str], data: Sequence[Line], known: Mapping[str, str], choices: Choices
) -> tuple[Column, ...]:
    chosen = set(choices.columns.values())
    columns = []
    for place, heading in enumerate(said):
        values = (ln.cells[place].strip() for ln in data if place < len(ln.cells))
        samples = tuple(islice((value for value in values if value), SAMPLES))
        meaning = known.get(fold(heading))
        if meaning in chosen:
            meaning = ""
        if meaning is None and not heading and not samples:
            meaning = ""
        columns.append(Column(place, heading, samples, choices.columns.get(place, meaning)))
    return tuple(columns)


def _problems(
    row: int,
    columns: Sequence[Column],
    headings: Mapping[str, Sequence[str]],
    required: Sequence[str],
) -> Iterator[RowError]:
    accepted = ", ".join(names[0] for names in headings.values())
    meanings = [column.meaning for column in columns]
    for column in columns:
        if column.meaning is None or column.meaning not in {"", *headings}:
            told = "unknown heading; expected {expected}"
            yield RowError(row, column.heading, told, column.heading, accepted)
    for meaning, names in headings.items():
        if meanings.count(meaning) > 1:
            yield RowError(row, names[0], "this heading stands twice", names[0])
        if meaning in required and meaning not in meanings:
            yield RowError(row, names[0], "this heading is missing", "")
