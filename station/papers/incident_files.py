"""Files of an incident by their format: which there are, and what writes each."""

from collections.abc import Callable
from enum import StrEnum
from typing import IO

from station.desk.incident_file import IncidentFile
from station.papers.incident_docx import write_incident_docx
from station.papers.incident_md import write_incident_md
from station.papers.incident_pdf import write_incident_pdf
from station.papers.incident_report import Report
from station.papers.lost_report import lost_report
from station.papers.pages import write_papers
from station.papers.sizes import PaperSize
from station.papers.whole_file import PaperError
from station.settings import Settings
from station.words import Say
from station.words import noted as _


class Format(StrEnum):
    """What a report is written as."""

    PDF = "pdf"
    DOCX = "docx"
    MD = "md"


MEDIA_TYPES: dict[Format, str] = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.MD: "text/markdown; charset=utf-8",
}

WRITERS: dict[Format, Callable[[IO[bytes], Report], None]] = {
    Format.PDF: write_incident_pdf,
    Format.DOCX: write_incident_docx,
    Format.MD: write_incident_md,
}


def write_lost_report(
    file: IO[bytes], of: IncidentFile, setting: Settings, say: Say, mark: str = ""
) -> None:
    """Draw the sheet for the police; PaperError where it would be more than one page."""
    pages = write_papers(file, [lost_report(of, setting, say)], PaperSize.A4, mark)
    if pages > 1:
        raise PaperError(
            _(
                "expected what is known of the piece to fit on one page, got {pages}:"
                " describe the piece more shortly"
            ),
            pages=pages,
        )
