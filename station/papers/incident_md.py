"""The report of an incident as Markdown (GitHub Flavored Markdown for its tables)."""

import base64
import re
from collections.abc import Iterator
from typing import IO

from station.papers.incident_report import Heading, Photo, Report, Sentence, Table

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!])")
"""Signs that Markdown would take for its own (CommonMark 0.31, section 2.4)."""


def write_incident_md(file: IO[bytes], report: Report) -> None:
    """Write a report; photos stand in it as data, so that it is one file."""
    file.write("\n".join(_lines(report)).encode())


def _lines(report: Report) -> Iterator[str]:
    if report.mark:
        yield f"**{_plain(report.mark)}**"
        yield ""
    yield f"# {_plain(report.title)}"
    for part in report.parts:
        yield ""
        if isinstance(part, Heading):
            yield f"## {_plain(part.text)}"
        elif isinstance(part, Sentence):
            yield f"**{_plain(part.text)}**" if part.large else _plain(part.text)
        elif isinstance(part, Photo):
            data = base64.b64encode(part.jpeg).decode()
            yield f"![{_plain(part.text)}](data:image/jpeg;base64,{data})"
        else:
            yield from _table(part)
    yield ""


def _table(table: Table) -> Iterator[str]:
    head = table.head or ("",) * len(table.parts)
    yield _row(head)
    yield _row(("---",) * len(table.parts), is_plain=False)
    for row in table.rows:
        yield _row(row)


def _row(cells: tuple[str, ...], *, is_plain: bool = True) -> str:
    return f"| {' | '.join(_plain(cell) if is_plain else cell for cell in cells)} |"


def _plain(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")
