"""The report of an incident as DOCX, to be worked on: headings, tables and pictures of Word's own.

Office Open XML: ISO/IEC 29500-1.
"""

import io
from typing import IO, Any

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from station.papers.incident_report import Heading, Photo, Report, Sentence, Table

FONT = "游ゴシック"
"""Word replaces it by another Japanese font where it is not installed."""

MARGIN_MM, PAGE_MM, PHOTO_MM = 20, (210, 297), 120


def write_incident_docx(file: IO[bytes], report: Report) -> None:
    """Write a report."""
    paper = docx.Document()
    _page(paper)
    _properties(paper, report)
    if report.mark:
        paper.sections[0].header.paragraphs[0].add_run(report.mark).font.size = Pt(20)
        paper.add_paragraph().add_run(report.mark).bold = True
    paper.add_heading(report.title, level=0)
    for part in report.parts:
        _add(paper, part)
    whole = io.BytesIO()
    paper.save(whole)
    file.write(whole.getvalue())


def _page(paper: Document) -> None:
    """Set A4, the font, and the number of each page."""
    section = paper.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in PAGE_MM)
    section.left_margin = section.right_margin = Mm(MARGIN_MM)
    section.top_margin = section.bottom_margin = Mm(MARGIN_MM)
    for name in ("Normal", "Title", "Heading 1"):
        style = paper.styles[name]
        style.font.name = FONT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_named(f"w:{theme}"), None)
        fonts.set(_named("w:eastAsia"), FONT)
    paper.styles["Normal"].font.size = Pt(10)
    foot = section.footer.paragraphs[0]
    foot.alignment = 2
    for field, between in (("PAGE", " / "), ("NUMPAGES", "")):
        _field(foot, field)
        foot.add_run(between)


def _field(paragraph: Any, instruction: str) -> None:  # noqa: ANN401 - the library is untyped
    field = OxmlElement("w:fldSimple")
    field.set(_named("w:instr"), instruction)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - the library has no other way to a field


def _named(name: str) -> str:
    return str(qn(name))


def _properties(paper: Document, report: Report) -> None:
    """Say what the file is, and of nobody that they wrote it."""
    of = paper.core_properties
    title = f"{report.mark} {report.title}".strip()
    of.title, of.author, of.last_modified_by, of.comments = title, "", "", ""
    of.created = of.modified = report.at


def _add(paper: Document, part: Heading | Sentence | Table | Photo) -> None:
    if isinstance(part, Heading):
        paper.add_heading(part.text, level=1)
    elif isinstance(part, Sentence):
        run = paper.add_paragraph().add_run(part.text)
        if part.large:
            run.bold, run.font.size = True, Pt(16)
    elif isinstance(part, Photo):
        paper.add_picture(io.BytesIO(part.jpeg), width=Mm(PHOTO_MM))
        paper.add_paragraph(part.text)
    else:
        _table(paper, part)


def _table(paper: Document, part: Table) -> None:
    rows = [part.head, *part.rows] if part.head else [*part.rows]
    table = paper.add_table(rows=len(rows), cols=len(part.parts), style="Table Grid")
    table.autofit = False
    whole = PAGE_MM[0] - 2 * MARGIN_MM
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, share in zip(row.cells, texts, part.parts, strict=True):
            cell.text, cell.width = text, Mm(whole * share / sum(part.parts))
    if part.head:
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
        for cell in head.cells:
            for run in cell.paragraphs[0].runs:
                run.bold = True
