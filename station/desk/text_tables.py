"""CSV and TSV in UTF-8, UTF-16 with its mark, or cp932, with or without a byte order mark.

RFC 4180 for the form.  TSV is what spreadsheets call Unicode text: the same with tabs.
"""

import csv
import io

from station.desk.table_lines import Line, Sheet, not_a_table

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


def text_lines(data: bytes) -> Sheet:
    """Return the lines of a text file; TableError for another encoding or form."""
    text = _text(data)
    source = io.StringIO(text, newline="")
    try:
        lines = [*csv.reader(source, delimiter=_delimiter(text), strict=True)]
    except csv.Error as error:
        raise not_a_table("not a CSV", str(error)) from None
    return Sheet("", [Line(row, cells) for row, cells in enumerate(lines, 1)])


def _delimiter(text: str) -> str:
    """Return the tab where the first filled line has more tabs than commas, else the comma."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return "\t" if first.count("\t") > first.count(",") else ","


def _text(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(UTF16_MARKS) else ("utf-8-sig", "cp932")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise not_a_table("expected text in UTF-8 or cp932", repr(data[:20]))
