"""Blocks on pages: what has no room, no sign or no width is refused, and nothing is cut off."""

import io
from itertools import pairwise

import numpy as np
import pypdfium2
import pytest
from reportlab.lib.units import mm

from station.papers.blocks import Answer, BarsBlock, Block, Checkpoint, Row, Text
from station.papers.codes import bars_of, bars_of_number
from station.papers.fonts import fonts
from station.papers.pages import Card, CardSize, Paper, write_cards, write_papers
from station.papers.sizes import PAGES, PaperSize, TextSize
from station.papers.slips import require_flowing
from station.papers.whole_file import PaperError
from station.scan.reading import Reading
from tests.papers.test_codes import NOTE
from tests.support.papers import bars, codes, millimetres, printed, texts

LONG = "長い名前の課" * 10


def pdf(size: PaperSize, *blocks: Block) -> bytes:
    file = io.BytesIO()
    write_papers(file, [Paper("収受票", blocks)], size)
    return file.getvalue()


def listed(size: PaperSize, count: int) -> bytes:
    rows = (Row((str(n), "131-12-38385-2", "書留"), (1, 6, 5)) for n in range(count))
    return pdf(size, Text("収受票"), *rows)


def test_a_long_slip_goes_on_with_its_title_and_a_number_on_each_page() -> None:
    told = texts(listed(PaperSize.LONG_LABEL, 60))
    assert len(told) == 4
    for number, text in enumerate(told, start=1):
        assert "収受票" in text
        assert f"{number}/4" in text
    assert "".join(told).count("131-12-38385-2") == 60


def test_tape_is_cut_where_the_paper_ends() -> None:
    ((_, short),) = millimetres(listed(PaperSize.ROLL, 3))
    ((width, long),) = millimetres(listed(PaperSize.ROLL, 60))
    assert width == 62
    assert short < 30
    assert 200 < long < 400
    assert "/1" not in "".join(texts(listed(PaperSize.ROLL, 60)))


def test_each_paper_begins_on_a_page_of_its_own() -> None:
    file = io.BytesIO()
    papers = [Paper("甲", (Text("甲あて"),)), Paper("乙", (Text("乙あて"),))]
    assert write_papers(file, papers, PaperSize.LONG_LABEL) == 2
    assert texts(file.getvalue()) == ["甲あて", "乙あて"]


def test_a_label_is_no_paper_for_a_slip() -> None:
    with pytest.raises(PaperError, match="expected a paper of a4, 62x100, 62, got 62x29"):
        require_flowing(PaperSize.LABEL)


@pytest.mark.parametrize("size", PaperSize)
def test_large_text_shrinks_no_further_than_the_bodys_and_goes_on_in_the_next_line(
    size: PaperSize,
) -> None:
    (page,) = printed(pdf(size, Text(LONG, TextSize.LARGE, shrinks=True)), size)
    dark = [bool(row.min() < 128) for row in page]
    lines = sum(after and not before for before, after in pairwise(dark))
    assert texts(pdf(size, Text(LONG, TextSize.LARGE, shrinks=True))) == [LONG]
    assert lines == (2 if size is PaperSize.A4 else 3)
    assert page[:, -2:].min() == 255


def test_a_text_without_room_on_any_page_is_refused() -> None:
    with pytest.raises(PaperError, match=r"expected room for 収受票.*62 x 29 mm.*larger"):
        pdf(PaperSize.LABEL, Text("長" * 500))


@pytest.mark.parametrize("size", PaperSize)
@pytest.mark.parametrize(
    ("number", "symbology"),
    [
        ("13112383852", "nw7"),
        ("MRL0000000142", "code128"),
        ("RR123456785JP", "code128"),
        ("1Z999AA10123456784", "code128"),
    ],
)
def test_bars_are_read_as_the_carriers_own(number: str, symbology: str, size: PaperSize) -> None:
    (page,) = printed(pdf(size, BarsBlock(bars_of_number(number))), size)
    (reading,) = bars(page)
    assert isinstance(reading, Reading), reading
    assert (reading.number.number, reading.symbology) == (number, symbology)
    assert reading.witnesses == ("zbar", "zxing")


@pytest.mark.parametrize("size", PaperSize)
def test_every_bar_is_whole_dots_of_the_printer_wide(size: PaperSize) -> None:
    said = bars_of("MRL0000000142")
    (page,) = printed(pdf(size, BarsBlock(said)), size)
    row = next(row for row in page if row.min() < 128)
    edges = [n for n in range(1, len(row)) if (row[n] < 128) != (row[n - 1] < 128)]
    widths = [after - before for before, after in pairwise(edges)]
    runs = said.runs()
    between = [b[0] - a[0] - a[1] for a, b in pairwise(runs)]
    modules = [n for pair in zip((it[1] for it in runs), [*between, 0], strict=True) for n in pair]
    module = widths[0] / modules[0]
    off = {wide - count * module for wide, count in zip(widths, modules[:-1], strict=True)}
    assert off == {0} if size is not PaperSize.A4 else off <= {-1, 0, 1}
    assert module / PAGES[size].dpi * 25.4 >= 0.249


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_is_read_from_printers_of_other_dots(dpi: int) -> None:
    paper = pdf(PaperSize.LABEL, BarsBlock(bars_of_number("MRL0000000142")))
    with pypdfium2.PdfDocument(paper) as document:
        page = np.asarray(document[0].render(scale=dpi / 72).to_pil().convert("L"))
    (reading,) = bars(page)
    assert isinstance(reading, Reading)
    assert reading.number.number == "MRL0000000142"


def test_a_page_too_narrow_for_its_bars_is_refused() -> None:
    long = bars_of("ABCDEFGHIJKLMNOPQRSTU")
    assert pdf(PaperSize.A4, BarsBlock(long))
    message = "expected 72 mm of width for the bars of ABCDEFGHIJKLMNOPQRSTU, got 58 mm"
    with pytest.raises(PaperError, match=message):
        pdf(PaperSize.LONG_LABEL, BarsBlock(long))


def test_a_checkpoint_too_long_for_the_page_is_refused() -> None:
    with pytest.raises(PaperError, match="bars of the checkpoint"):
        pdf(PaperSize.LONG_LABEL, Checkpoint("x" * 1200, ""))


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.LONG_LABEL, PaperSize.ROLL])
def test_a_checkpoint_is_read_back(size: PaperSize) -> None:
    (page,) = printed(pdf(size, Text("票"), Checkpoint(NOTE, "保管してください。")), size)
    assert codes(page) == [NOTE]


@pytest.mark.parametrize("text", ["山田", "café", "a\tb", ""])
def test_bars_for_what_has_none_are_refused(text: str) -> None:
    with pytest.raises(PaperError, match="expected letters and digits that code128 has"):
        bars_of(text)


def test_nw7_has_no_letters_and_what_is_no_number_has_no_bars() -> None:
    with pytest.raises(PaperError, match="that nw7 has, got '13X'"):
        bars_of("13X", "nw7")
    with pytest.raises(PaperError, match="expected the check digit"):
        bars_of_number("13112383853")


def test_an_answer_has_room_for_handwriting() -> None:
    (page,) = printed(pdf(PaperSize.A4, Answer("日時")), PaperSize.A4)
    dark = [n for n, row in enumerate(page < 128) if row.any()]
    text_end = next(a for a, b in pairwise(dark) if b - a > 20)
    assert (dark[-1] - text_end) / 300 * 25.4 > 8


def test_cards_fill_sheets_and_are_one_on_a_label() -> None:
    cards = [Card(str(n), (Text(f"札{n}"),)) for n in range(12)]
    for size, pages in ((PaperSize.A4, 2), (PaperSize.LABEL, 12), (PaperSize.ROLL, 12)):
        file = io.BytesIO()
        assert write_cards(file, "札", cards, size, CardSize(85.6 * mm, 54 * mm)) == pages
        told = texts(file.getvalue())
        assert len(told) == pages
        assert told[0].startswith("札0" + ("札1札2" if pages == 2 else ""))
        assert told[-1].endswith("札11")


def test_a_card_without_room_says_whose_it_is() -> None:
    with pytest.raises(PaperError, match=r"expected room for 甲.*62 x 29 mm"):
        write_cards(
            io.BytesIO(),
            "札",
            [Card("甲", (Text("長" * 400),))],
            PaperSize.LABEL,
            CardSize(62 * mm, 29 * mm),
        )


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("多文化共生担当グループ", 90, ["多文化共生担当グ", "ループ"]),
        ("総務課 131-12-38385-2", 100, ["総務課 ", "131-12-38385-2"]),
        ("出納室 (保管)です", 45, ["出納室 ", "(保管)で", "す"]),
        ("Keep this paper", 55, ["Keep this ", "paper"]),
        ("一\n二", 90, ["一", "二"]),
        ("", 90, [""]),
    ],
)
def test_lines_break_where_japanese_is_broken(text: str, width: float, lines: list[str]) -> None:
    assert fonts().lines(text, width, 10) == lines


def test_what_is_wider_than_a_line_breaks_anywhere() -> None:
    lines = fonts().lines("照合値 " + "0123456789abcdef" * 4, 60, 10)
    assert "".join(lines) == "照合値 " + "0123456789abcdef" * 4
    assert all(sum(fonts().width(sign, 10) for sign in line) <= 60 for line in lines)
    assert lines[0].startswith("照合値 01")
