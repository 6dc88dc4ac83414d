"""Lines of a CSV file, ended as RFC 4180 has it, harmless to the spreadsheet that opens them."""

import csv
import io
from collections.abc import Iterable

from station.papers.whole_file import PaperError
from station.words import noted as _

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""By which spreadsheets know UTF-8: before the first line, and before no other."""


def csv_line(cells: Iterable[str], encoding: str) -> bytes:
    """Return one line; with `utf-8-sig` it begins with a byte order mark.

    Raises PaperError, with line and sign, where the encoding has no such sign.
    """
    line = io.StringIO(newline="")
    cells = [*cells]
    csv.writer(line).writerow(_harmless(cell) for cell in cells)
    try:
        return line.getvalue().encode(encoding)
    except UnicodeEncodeError as error:
        sign = error.object[error.start]
        raise PaperError(
            _(
                "line {line}: expected signs that {encoding} has, got {sign} (U+{code});"
                " write it as UTF-8"
            ),
            line=cells[0],
            encoding=encoding,
            sign=sign,
            code=f"{ord(sign):04X}",
        ) from error


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
