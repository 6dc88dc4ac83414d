"""Opening pictures safely: bounded in bytes and pixels, turned as the camera was held, grey."""

import io
import threading
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageOps

Grey = NDArray[np.uint8]
"""A picture as brightness: shape (height, width), 0 is black."""

BYTES_MAX = 64_000_000
PIXELS_MAX = 100_000_000
"""Twice a 48-megapixel phone photo; more is a decompression bomb or a poster."""

PAGES_MAX = 20
# Pillow tells a terminal what it thinks of damaged metadata; a user is told by PictureError.
warnings.filterwarnings("ignore", module=r"PIL\.")

pillow_heif.register_heif_opener()  # what phones save: HEIC

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF")
PDF_BEGINS, PDF_HEAD_BYTES = b"%PDF-", 1024
"""ISO 32000-1, annex H, note 13: the header may stand anywhere in the first 1024 bytes."""

PDF_PX_PER_POINT = 300 / 72
PDF_PIXELS_MAX = 25_000_000
"""A page is drawn as a scanner would see it, 300 dots an inch, larger sheets coarser."""

_PDFIUM = threading.Lock()  # the library must not be entered twice at a time
EVIDENCE_SIDE_PX_MAX = 1280
EVIDENCE_QUALITY = 80


class PictureError(Exception):
    """A picture that cannot be read.

    `code` is missing, empty, not_a_picture, truncated, too_large, nothing_read, or several
    (numbers where one is expected).
    The message says what was expected, what came and what to do.
    """

    def __init__(self, code: str, message: str) -> None:
        self.code = code
        super().__init__(message)


def load_picture(source: Path | bytes) -> list[Grey]:
    """Return all pages of a picture; raises PictureError."""
    return list(pages(source))


def pages(source: Path | bytes) -> Iterator[Grey]:
    """Yield a picture, or each page of a TIFF or PDF, at most PAGES_MAX; raises PictureError."""
    data = _bytes(source)
    if PDF_BEGINS in data[:PDF_HEAD_BYTES]:
        yield from _pdf_pages(data)
        return
    with _opened(data) as image:
        for page in range(_pages(image)):
            yield _page(image, page)


def _pdf_pages(data: bytes) -> Iterator[Grey]:
    if len(data) > BYTES_MAX:
        raise _too_large(f"{len(data)} bytes")
    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
            count = min(len(document), PAGES_MAX)
        except pypdfium2.PdfiumError as error:
            raise _damaged(error) from error
    try:
        for number in range(count):
            yield _pdf_page(document, number)
    finally:
        with _PDFIUM:
            document.close()


def _pdf_page(document: pypdfium2.PdfDocument, number: int) -> Grey:
    with _PDFIUM:
        try:
            page = document[number]
            points = max(page.get_width() * page.get_height(), 1.0)
            scale = min(PDF_PX_PER_POINT, (PDF_PIXELS_MAX / points) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            grey = np.array(bitmap.to_numpy(), dtype=np.uint8)
            page.close()
        except Exception as error:  # the library raises several kinds on damaged pages
            raise _damaged(error) from error
    return grey.reshape(grey.shape[0], grey.shape[1])


def evidence(source: bytes) -> bytes:
    """Return the first page as a small JPEG, newly encoded: nothing hidden in the file survives."""
    grey = Image.fromarray(next(pages(source)))
    grey.thumbnail((EVIDENCE_SIDE_PX_MAX, EVIDENCE_SIDE_PX_MAX))
    out = io.BytesIO()
    grey.save(out, "JPEG", quality=EVIDENCE_QUALITY)
    return out.getvalue()


def _bytes(source: Path | bytes) -> bytes:
    if isinstance(source, bytes):
        return source
    if source.is_dir():
        raise PictureError("missing", "expected a picture, got a folder without one")
    try:
        if source.stat().st_size > BYTES_MAX:
            raise _too_large(f"{source.stat().st_size} bytes")
        return source.read_bytes()
    except OSError as error:
        raise PictureError(
            "missing", f"expected a picture that can be opened, got: {error.strerror or error}"
        ) from error


def _opened(data: bytes) -> Image.Image:
    if not data:
        raise PictureError("empty", "expected a picture, got an empty file; take it again")
    if len(data) > BYTES_MAX:
        raise _too_large(f"{len(data)} bytes")
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise _too_large("far more pixels") from None
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        raise PictureError(
            "not_a_picture", f"expected a picture ({', '.join(FORMATS)}, PDF), got something else"
        ) from error
    if image.width * image.height > PIXELS_MAX:
        raise _too_large(f"{image.width} x {image.height} pixels")
    return image


def _too_large(got: str) -> PictureError:
    return PictureError(
        "too_large",
        f"expected at most {PIXELS_MAX} pixels in {BYTES_MAX} bytes, got {got}; "
        "take the picture at a lower resolution",
    )


def _pages(image: Image.Image) -> int:
    if image.format != "TIFF":
        return 1  # an animation shows one piece
    try:
        return min(getattr(image, "n_frames", 1), PAGES_MAX)
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        raise _damaged(error) from error


def _page(image: Image.Image, page: int) -> Grey:
    if page:
        _turn_to(image, page)
        if image.width * image.height > PIXELS_MAX:
            raise _too_large(f"{image.width} x {image.height} pixels on page {page + 1}")
    return np.asarray(_grey(image), dtype=np.uint8)


def _grey(image: Image.Image) -> Image.Image:
    """Decode one page, turn it upright, lay it on white, make it grey."""
    try:
        image.draft("L", image.size)
        turned = ImageOps.exif_transpose(image)
        if turned.mode.startswith("I") or turned.mode == "F":
            return _scaled(turned)
        if turned.mode in {"RGBA", "LA", "PA", "La", "RGBa"} or "transparency" in turned.info:
            paper = Image.new("RGBA", turned.size, "white")
            turned = Image.alpha_composite(paper, turned.convert("RGBA"))
        return turned.convert("L")
    except MemoryError as error:
        raise _too_large(f"{image.width} x {image.height} pixels") from error
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        raise _damaged(error) from error


def _turn_to(image: Image.Image, page: int) -> None:
    try:
        image.seek(page)
    except Exception as error:  # decoders raise whatever they like on damaged bytes
        raise _damaged(error) from error


def _damaged(error: Exception) -> PictureError:
    return PictureError(
        "truncated", f"expected a whole picture, got a damaged one ({error}); take it again"
    )


def _scaled(image: Image.Image) -> Image.Image:
    """Bring 16-bit, 32-bit and float brightness to 8 bits by its own range."""
    values = np.asarray(image, dtype=np.float32)
    finite = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = float(finite.min()), float(finite.max())
    spread = high - low or 1.0
    return Image.fromarray(((finite - low) * (255.0 / spread)).astype(np.uint8))
