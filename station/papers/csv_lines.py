"""Lines of a CSV file, ended as RFC 4180 has it, harmless to the spreadsheet that opens them."""

import csv
import io
from collections.abc import Iterable

from station.papers.lost_sign import LOST_SIGN
from station.papers.whole_file import PaperError
from station.words import noted as _

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""By which spreadsheets know UTF-8: before the first line, and before no other."""


def csv_line(cells: Iterable[str], encoding: str, names: Iterable[str] = ()) -> bytes:
    """Return one line; with `utf-8-sig` it begins with a byte order mark.

    A sign that the encoding has not got is shown as lost.  Raises PaperError, with line and sign,
    where it is a sign of one of the `names`.
    """
    line = io.StringIO(newline="")
    cells = [*cells]
    csv.writer(line).writerow(_harmless(cell) for cell in cells)
    try:
        return line.getvalue().encode(encoding)
    except UnicodeEncodeError:
        for sign in "".join(names):
            if not _has(encoding, sign):
                raise _no_sign(encoding, sign, cells[0]) from None
    shown = (sign if _has(encoding, sign) else LOST_SIGN for sign in line.getvalue())
    return "".join(shown).encode(encoding)


def _has(encoding: str, sign: str) -> bool:
    try:
        sign.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _no_sign(encoding: str, sign: str, line: str) -> PaperError:
    return PaperError(
        _(
            "line {line}: expected signs that {encoding} has, got {sign} (U+{code});"
            " write it as UTF-8"
        ),
        line=line,
        encoding=encoding,
        sign=sign,
        code=f"{ord(sign):04X}",
    )


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
