"""The distribution book for spreadsheets: CSV and XLSX."""

from collections.abc import Iterable
from typing import IO

import xlsxwriter

from station.papers.book import COLUMNS, PIECES, BookDay, Row
from station.papers.csv_lines import BYTE_ORDER_MARK, csv_line
from station.words import Say
from station.words import noted as _

ENCODINGS = ("utf-8-sig", "cp932")
"""UTF-8 with a byte order mark, by which spreadsheets know it; and what older programs take."""

WIDTHS = (6, 20, 12, 20, 18, 22, 6, 16, 20, 26, 26, 48)
"""Widths of the columns in characters."""


def write_csv(
    file: IO[bytes], days: Iterable[BookDay], say: Say, encoding: str, mark: str = ""
) -> int:
    """Write one line a piece below the headings, lines ended as RFC 4180 has it; return the pieces.

    `mark` is the first line, above the headings.
    Raises PaperError, with line and sign, where the encoding has no such sign of a name.
    """
    pieces = 0
    if mark:
        file.write(csv_line([mark], encoding))
    head = csv_line([say(name) for name in COLUMNS], encoding)
    file.write(head.removeprefix(BYTE_ORDER_MARK) if mark else head)
    for day in days:
        for row in day.rows:
            line = csv_line(row.cells, encoding, row.names)
            file.write(line.removeprefix(BYTE_ORDER_MARK))
        pieces += day.pieces
    return pieces


def write_xlsx(
    file: IO[bytes], days: Iterable[BookDay], say: Say, title: str, note: str, mark: str = ""
) -> int:
    """Write one sheet with a line a piece, the sum of the pieces, and the checkpoint below it.

    Rows go to disk as they come, so a year needs no more memory than a day.  Returns the pieces.
    """
    # Text stays text: a sender called "=1+1" is no formula, a number keeps its leading nought.
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, options) as workbook:
        forms = {
            "head": workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "plain": workbook.add_format({"text_wrap": True, "valign": "top"}),
            "void": workbook.add_format(
                {"text_wrap": True, "valign": "top", "font_strikeout": True}
            ),
        }
        sheet = workbook.add_worksheet(say(_("Distribution book")))
        sheet.set_landscape()
        sheet.set_paper(9)  # A4: ECMA-376 part 1, section 18.3.1.63
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(1)
        sheet.freeze_panes(2, 0)
        for column, width in enumerate(WIDTHS):
            sheet.set_column(column, column, width)
        sheet.write_string(0, 0, f"{mark} {title}".strip(), forms["head"])
        if mark:
            sheet.set_header(f"&C&20{mark}")  # on every page that is printed
            sheet.set_tab_color("#B00060")
        sheet.write_row(1, 0, [say(name) for name in COLUMNS], forms["head"])
        at, pieces = 2, 0
        for day in days:
            for row in day.rows:
                _write_row(sheet, at, row, forms)
                at += 1
            pieces += day.pieces
        sheet.write_string(at, 0, say(_("Total")), forms["head"])
        sheet.write_formula(at, PIECES, f"=SUM(G3:G{max(at, 3)})", forms["head"], pieces)
        for line in note.splitlines():
            at += 1
            sheet.write_string(at, 0, line)
    return pieces


def _write_row(
    sheet: xlsxwriter.worksheet.Worksheet,
    at: int,
    row: Row,
    forms: dict[str, xlsxwriter.format.Format],
) -> None:
    form = forms["void" if row.is_void else "plain"]
    for column, cell in enumerate(row.cells):
        if column == PIECES:
            sheet.write_number(at, column, row.pieces, form)
        else:
            sheet.write_string(at, column, cell, form)
