"""Opening pictures: every usual kind is read, every bad one is refused with a reason."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from station.scan import pictures
from station.scan.pictures import PictureError, evidence, load_picture
from station.scan.reader import read_picture
from tests.support.labels import bars, encoded

LABEL = bars("A13112383852A")


def refused(source: Path | bytes, code: str) -> None:
    with pytest.raises(PictureError, match="expected") as caught:
        load_picture(source)
    assert caught.value.code == code


@pytest.mark.parametrize("form", ["PNG", "BMP", "GIF", "TIFF", "JPEG", "WEBP", "HEIF"])
def test_the_usual_formats_are_read(form: str) -> None:
    (page,) = load_picture(encoded(LABEL, form))
    assert page.shape == LABEL.shape
    assert page.dtype == np.uint8
    assert abs(float(page.mean()) - float(LABEL.mean())) < 3


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_every_mode_becomes_grey(mode: str) -> None:
    form = "TIFF" if mode in {"CMYK", "I;16", "I", "F"} else "PNG"
    image = Image.fromarray(LABEL)
    if mode == "I;16":
        image = Image.fromarray(LABEL.astype(np.uint16) * 257)
    elif mode == "F":
        image = Image.fromarray(LABEL.astype(np.float32))
    else:
        image = image.convert(mode)
    out = io.BytesIO()
    image.save(out, form)
    (page,) = load_picture(out.getvalue())
    assert page.shape == LABEL.shape
    assert int(page.min()) < 30
    assert int(page.max()) > 225


def test_what_is_transparent_lies_on_white() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    out = io.BytesIO()
    clear.save(out, "PNG")
    assert int(load_picture(out.getvalue())[0].min()) == 255


def test_a_photo_is_turned_as_the_camera_was_held() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turn by a quarter
    out = io.BytesIO()
    Image.fromarray(LABEL).save(out, "JPEG", exif=exif)
    (page,) = load_picture(out.getvalue())
    assert page.shape == LABEL.shape[::-1]


def test_every_page_of_a_tiff_is_read_up_to_a_bound() -> None:
    pages = [Image.fromarray(LABEL)] * (pictures.PAGES_MAX + 5)
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:])
    assert len(load_picture(out.getvalue())) == pictures.PAGES_MAX


def scanned(pages: list[np.ndarray], dots_an_inch: float = 150) -> bytes:
    """Return a PDF as a scanner makes it: a picture a page."""
    first, *rest = (Image.fromarray(page) for page in pages)
    out = io.BytesIO()
    first.save(out, "PDF", save_all=True, append_images=rest, resolution=dots_an_inch)
    return out.getvalue()


def test_every_page_of_a_scanned_pdf_is_read() -> None:
    texts = ["A13112383852A", "A999912345670B"]
    found = read_picture(scanned([bars(text) for text in texts]))
    assert [reading.number.number for reading in found.readings] == ["13112383852", "999912345670"]


def test_a_pdf_page_is_drawn_as_a_scanner_sees_it_and_never_too_large() -> None:
    (page,) = load_picture(scanned([np.full((1754, 1240), 255, np.uint8)]))
    assert page.shape == pytest.approx((3508, 2480), abs=4)
    (poster,) = load_picture(scanned([np.full((400, 300), 255, np.uint8)], dots_an_inch=1))
    assert poster.size <= pictures.PDF_PIXELS_MAX * 1.01


def test_evidence_of_a_pdf_is_its_first_page() -> None:
    with Image.open(io.BytesIO(evidence(scanned([LABEL, LABEL])))) as small:
        assert small.format == "JPEG"
        assert max(small.size) <= pictures.EVIDENCE_SIDE_PX_MAX


def test_a_name_that_lies_does_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "label.jpg"
    path.write_bytes(encoded(LABEL, "WEBP"))
    assert read_picture(path).readings


def test_a_missing_an_empty_and_no_picture(tmp_path: Path) -> None:
    refused(tmp_path / "nothing.png", "missing")
    refused(tmp_path, "missing")
    refused(b"", "empty")
    refused(b"%PDF-1.7 this is no document", "truncated")
    refused(b"PK this is no picture", "not_a_picture")
    refused(b"\x89PNG\r\n\x1a\n", "not_a_picture")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF", "GIF"])
def test_a_truncated_picture_is_refused_and_not_half_read(form: str) -> None:
    whole = encoded(np.random.default_rng(1).integers(0, 255, (300, 300), dtype=np.uint8), form)
    with pytest.raises(PictureError) as caught:
        load_picture(whole[: len(whole) // 2])
    assert caught.value.code in {"truncated", "not_a_picture"}


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few hundred bytes that says it is huge."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checked = kind + data
        return struct.pack(">I", len(data)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [10_001, 60_000, 2**31 - 1])
def test_a_decompression_bomb_is_refused_before_it_is_opened(side: int) -> None:
    refused(bomb(side, side), "too_large")


def test_too_many_bytes_are_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "BYTES_MAX", 100)
    path = tmp_path / "large.png"
    path.write_bytes(b"x" * 101)
    refused(path, "too_large")
    refused(b"x" * 101, "too_large")


def test_a_48_megapixel_photo_is_not_too_large() -> None:
    assert pictures.PIXELS_MAX > 8064 * 6048


def test_evidence_is_a_new_small_picture_without_what_was_hidden_in_the_file() -> None:
    exif = Image.Exif()
    exif[0x010E] = "a secret place"
    out = io.BytesIO()
    big = Image.fromarray(np.tile(LABEL, (10, 5)))
    big.save(out, "JPEG", exif=exif)
    kept = evidence(out.getvalue())
    assert b"a secret place" in out.getvalue()
    assert b"a secret place" not in kept
    assert max(Image.open(io.BytesIO(kept)).size) == pictures.EVIDENCE_SIDE_PX_MAX


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_damaged_bytes_give_a_picture_or_a_refusal_and_nothing_else(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(["PNG", "JPEG", "WEBP", "TIFF", "GIF", "BMP"]))
    whole = bytearray(encoded(LABEL[:40, :120], form))
    for _ in range(data.draw(st.integers(1, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        pages = load_picture(bytes(whole))
    except PictureError:
        return
    assert all(page.dtype == np.uint8 and page.ndim == 2 for page in pages)
