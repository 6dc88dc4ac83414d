"""Labels and badges: every bar on every sheet is read back by our own reader."""

import io

import pytest

from station.desk.office import new_badge
from station.ledger.slip_views import Sticker
from station.numbers import grouped
from station.numbers.mail_room import SERIAL_MAX, number_of
from station.papers.cards import Badge, write_badges, write_labels
from station.papers.sizes import PaperSize
from station.papers.whole_file import PaperError
from station.scan.reading import Doubtful, Reading
from station.words import sayer
from tests.support.papers import bars, millimetres, printed, texts

JA = sayer("ja")
SIZES = pytest.mark.parametrize("size", PaperSize)
LONG = "長い名前の課" * 10
WIDEST = "STN" + "W" * 12


def labels(size: PaperSize, *numbers: str) -> bytes:
    file = io.BytesIO()
    write_labels(file, [Sticker(it, is_copy=False) for it in numbers], size, JA)
    return file.getvalue()


def badges(size: PaperSize, *people: Badge) -> bytes:
    file = io.BytesIO()
    write_badges(file, people, size, JA)
    return file.getvalue()


@SIZES
@pytest.mark.parametrize("number", ["13112383852", "123456789012", "RR473124829JP"])
def test_a_copy_of_a_barcode_is_read_as_the_number_itself(size: PaperSize, number: str) -> None:
    file = io.BytesIO()
    write_labels(file, [Sticker(number, is_copy=True)], size, JA)
    (page,) = printed(file.getvalue(), size)
    (reading,) = bars(page)
    assert isinstance(reading, Reading)
    assert reading.number.number == number
    assert any("バーコードの写し" in text for text in texts(file.getvalue()))


@SIZES
def test_every_label_is_a_number_that_our_reader_verifies(size: PaperSize) -> None:
    numbers = [number_of(serial) for serial in (1, 2, 12_345_678, SERIAL_MAX)]
    paper = labels(size, *numbers)
    read = [seen for page in printed(paper, size) for seen in bars(page)]
    assert all(isinstance(seen, Reading) for seen in read), read
    assert {(s.number.number, s.symbology) for s in read if isinstance(s, Reading)} == {
        (number, "code128") for number in numbers
    }
    assert all(seen.witnesses == ("zbar", "zxing") for seen in read)
    told = "".join(texts(paper))
    assert all(grouped(number) in told for number in numbers)


def test_27_labels_fill_a_sheet() -> None:
    numbers = [number_of(serial) for serial in range(1, 29)]
    paper = labels(PaperSize.A4, *numbers)
    first, second = printed(paper, PaperSize.A4)
    assert (len(bars(first)), len(bars(second))) == (27, 1)


@SIZES
def test_a_badge_reads_as_its_number_and_names_its_owner(size: PaperSize) -> None:
    people = [Badge(new_badge(), f"山田 {n}郎", "総務課") for n in range(3)]
    paper = badges(size, *people)
    read = [seen for page in printed(paper, size) for seen in bars(page)]
    assert all(isinstance(seen, Doubtful) for seen in read), "a badge is no tracking number"
    assert {(s.text, s.symbology) for s in read if isinstance(s, Doubtful)} == {
        (it.number, "code128") for it in people
    }
    assert all(seen.witnesses == ("zbar", "zxing") for seen in read)
    told = "".join(texts(paper))
    for it in people:
        assert f"{it.name.replace(' ', '')}総務課{it.number}" in told
    if size in {PaperSize.LABEL, PaperSize.LONG_LABEL}:
        assert [f"{width}x{high}" for width, high in millimetres(paper)] == [size] * 3


def test_ten_badges_fill_a_sheet() -> None:
    # Not drawn anew: among many, the reader has doubted once that it saw an eleventh.
    people = [Badge(f"STN7K4M2QX{n:02}", f"人{n}", "課") for n in range(11)]
    first, second = printed(badges(PaperSize.A4, *people), PaperSize.A4)
    assert (len(bars(first)), len(bars(second))) == (10, 1)


@SIZES
def test_a_department_of_60_characters_is_whole_on_a_badge(size: PaperSize) -> None:
    paper = badges(size, Badge(WIDEST, "山田太郎", LONG))
    (text,) = texts(paper)
    assert f"山田太郎{LONG}{WIDEST}" in text
    (page,) = printed(paper, size)
    (seen,) = bars(page)
    assert isinstance(seen, Doubtful)
    assert seen.text == WIDEST


def test_a_name_that_fills_no_label_is_refused_with_the_name() -> None:
    with pytest.raises(PaperError, match=r"expected room for 山+, got a paper of 62 x 29 mm"):
        badges(PaperSize.LABEL, Badge(WIDEST, "山" * 200, LONG))


def test_a_badge_of_the_offices_own_may_be_too_wide_for_a_label_or_no_code_at_all() -> None:
    own = "PERSONALNUMMER-0012"
    assert badges(PaperSize.A4, Badge(own, "甲", "課"))
    with pytest.raises(PaperError, match=r"expected \d+ mm of width for the bars of PERSONAL"):
        badges(PaperSize.LABEL, Badge(own, "甲", "課"))
    with pytest.raises(PaperError, match="code128 has, got '札1'"):
        badges(PaperSize.A4, Badge("札1", "甲", "課"))


def test_a_name_that_no_font_has_is_refused_by_its_sign() -> None:
    with pytest.raises(PaperError, match=r"U\+E0100.*STATION_FONT"):
        badges(PaperSize.A4, Badge(WIDEST, "葛\U000e0100城", "課"))
