"""Workbooks (XLSX, ECMA-376 part 1): the cells as python-calamine gives them, and a look before.

calamine lays a sheet out as one full rectangle, so one cell at the far end of an empty sheet would
fill the memory; and it tells neither a formula without a value nor an error from an empty cell.
`_Survey` walks over the sheet's XML first: it holds the bounds and marks such cells.
"""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from xml.parsers import expat

import python_calamine as calamine

from station.desk.table_lines import ROWS_MAX, Line, Sheet, TableError, not_a_table

ZIP_MARK = b"PK\x03\x04"
OLE_MARK = b"\xd0\xcf\x11\xe0"
"""Workbooks before XLSX, and XLSX under a password, come in Microsoft's older container."""

UNPACKED_BYTES_MAX = 200_000_000
COLUMNS_MAX = 60
LINES_MAX = ROWS_MAX + 100
"""The rows, and what stands above the headings."""

EXACT_MAX = 10**15
"""A spreadsheet keeps fifteen digits of a number; of a longer one the rest became zeros."""

LOST_DIGITS = (
    "the spreadsheet has shortened this number: format the column as text, then enter it again"
)
NO_VALUE = (
    "this formula has no value: open and save the file in the spreadsheet, or enter the value"
)
ERROR_VALUE = "this cell shows an error"

Problems = dict[tuple[int, int], str]


def is_workbook(data: bytes) -> bool:
    """Whether these bytes are a workbook and no text."""
    return data.startswith((ZIP_MARK, OLE_MARK))


def workbook_lines(data: bytes, name: str = "") -> list[Sheet]:
    """Return every visible sheet that has something in it, or the one of a name.

    Where there are several and none is named, they come without lines: somebody has to choose.
    Raises TableError for what is no XLSX, is larger than allowed, or has no such sheet.
    """
    if data.startswith(OLE_MARK):
        raise not_a_table(
            "an old or protected workbook: save it as XLSX or CSV, without a password"
        )
    with _reading_it(), zipfile.ZipFile(io.BytesIO(data)) as package:
        _require_bounded(package)
        surveys = _surveys(package)
        filled = [sheet for sheet, survey in surveys.items() if survey.last_row]
        if name:
            filled = [sheet for sheet in filled if sheet == name]
        if len(filled) != 1:
            return [Sheet(sheet, []) for sheet in filled] or [Sheet(name, [])]
        book = calamine.load_workbook(io.BytesIO(data))
        found = book.get_sheet_by_name(filled[0])
        return [Sheet(filled[0], [*_lines(found, surveys[filled[0]].problems)])]


@contextmanager
def _reading_it() -> Iterator[None]:
    try:
        yield
    except TableError:
        raise
    except (
        zipfile.BadZipFile,
        calamine.CalamineError,
        expat.ExpatError,
        KeyError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise not_a_table("not an XLSX workbook", str(error)[:80]) from None


def _require_bounded(package: zipfile.ZipFile) -> None:
    unpacked = sum(part.file_size for part in package.infolist())
    if unpacked > UNPACKED_BYTES_MAX:
        raise not_a_table("more than {expected} bytes", str(unpacked), str(UNPACKED_BYTES_MAX))


def _lines(sheet: calamine.CalamineSheet, problems: Problems) -> Iterator[Line]:
    rows = sheet.to_python(skip_empty_area=False)
    _fill_merged(rows, sheet.merged_cell_ranges or [])
    by_row: dict[int, dict[int, str]] = {}
    for (row, place), problem in problems.items():
        by_row.setdefault(row, {})[place] = problem
    for at, values in enumerate(rows):
        own = by_row.get(at, {})
        for place, value in enumerate(values):
            if isinstance(value, float) and value.is_integer() and abs(value) >= EXACT_MAX:
                own[place] = LOST_DIGITS
        yield Line(at + 1, [_text(value) for value in values], own)
    width = max(map(len, rows), default=0)
    for at in sorted(row for row in by_row if row >= len(rows)):
        yield Line(at + 1, [""] * width, by_row[at])


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _fill_merged(
    rows: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> None:
    """Say a cell that is merged downwards in each of its rows.

    Across, it stays in its first column.  Ranges that overlap are left alone: no spreadsheet makes
    them.
    """
    done: dict[int, int] = {}
    for (top, left), (bottom, _right) in sorted(merged):
        if top <= done.get(left, -1) or top >= len(rows) or left >= len(rows[top]):
            continue
        done[left] = bottom
        for row in rows[top + 1 : bottom + 1]:
            row[left] = rows[top][left]


class _Survey:
    """What a walk over one sheet's XML finds: the last row with a value, and the cells in doubt."""

    def __init__(self) -> None:
        self.last_row = 0
        self.problems: Problems = {}
        self._row = self._place = 0
        self._type = ""
        self._is_formula = self._has_value = self._has_text = self._is_in_value = False

    def start(self, name: str, of: Mapping[str, str]) -> None:
        """An element begins."""
        if name == "row":
            self._row = int(of.get("r", self._row + 1))
            self._place = 0
        elif name == "c":
            self._begin_cell(of)
        elif name == "f":
            self._is_formula = True
        elif name in {"v", "t"}:
            self._is_in_value = self._has_value = True

    def _begin_cell(self, of: Mapping[str, str]) -> None:
        if "r" in of:
            letters = of["r"].rstrip("0123456789")
            self._row = int(of["r"][len(letters) :])
            self._place = _place_of(letters)
        else:
            self._place += 1
        self._type = of.get("t", "n")
        self._is_formula = self._has_value = self._has_text = self._is_in_value = False

    def text(self, text: str) -> None:
        """Some text within an element."""
        self._has_text = self._has_text or (self._is_in_value and bool(text))

    def end(self, name: str) -> None:
        """An element ends."""
        if name in {"v", "t"}:
            self._is_in_value = False
        if name == "c" and (self._has_text or self._is_formula):
            self._end_cell()

    def _end_cell(self) -> None:
        if self._row > LINES_MAX:
            raise not_a_table("more than {expected} rows", str(self._row), str(ROWS_MAX))
        if self._place > COLUMNS_MAX:
            raise not_a_table("more than {expected} columns", str(self._place), str(COLUMNS_MAX))
        self.last_row = self._row
        if self._type == "e":
            self.problems[self._row - 1, self._place - 1] = ERROR_VALUE
        elif not self._has_text and not (self._type == "str" and self._has_value):
            self.problems[self._row - 1, self._place - 1] = NO_VALUE


def _place_of(letters: str) -> int:
    """Return the column's place from 1: A is 1, AA is 27."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def _surveys(package: zipfile.ZipFile) -> dict[str, _Survey]:
    """Return a survey of every visible worksheet, by its name and in the workbook's order."""
    sheets: list[tuple[str, str]] = []
    targets: dict[str, str] = {}

    def sheet(name: str, of: Mapping[str, str]) -> None:
        if name == "sheet" and of.get("state", "visible") == "visible":
            key = next(value for at, value in of.items() if at.rpartition(":")[2] == "id")
            sheets.append((of["name"], key))

    def target(name: str, of: Mapping[str, str]) -> None:
        if name == "Relationship" and of["Type"].endswith("/worksheet"):
            targets[of["Id"]] = of["Target"]

    _walk(package, "xl/workbook.xml", sheet)
    _walk(package, "xl/_rels/workbook.xml.rels", target)
    found = {}
    for name, key in sheets:
        if key in targets:
            path = targets[key]
            survey = found[name] = _Survey()
            full = path.removeprefix("/") if path.startswith("/") else f"xl/{path}"
            _walk(package, full, survey.start, survey.text, survey.end)
    return found


def _walk(
    package: zipfile.ZipFile,
    part: str,
    start: Callable[[str, Mapping[str, str]], None],
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Let handlers see one part's elements, by their names without a prefix."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, of: start(name.rpartition(":")[2], of)
    if end is not None:
        parser.CharacterDataHandler = text
        parser.EndElementHandler = lambda name: end(name.rpartition(":")[2])
    parser.StartDoctypeDeclHandler = _refuse_doctype
    with package.open(part) as source:
        parser.ParseFile(source)


def _refuse_doctype(*_declared: object) -> None:
    """Entities could make a small file grow without bound, and no spreadsheet writes them."""
    raise not_a_table("not an XLSX workbook", "DOCTYPE")
