"""Fonts for paper: embedded, so that every reader sees the same, and never a box for a name.

A name with a sign that no font of this machine has is refused by that sign: a wrong name on a
signed paper is worse than no paper.  In whatever else stands on a paper the sign is shown as lost.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from station.papers.lost_sign import LOST_SIGN
from station.papers.whole_file import PaperError
from station.words import noted as _

FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "C:/Windows/Fonts", "~/.local/share/fonts")
NAMES = (
    "ipaexg.ttf",
    "ipag.ttf",
    "BIZUDGothic-Regular.ttf",
    "ipaexm.ttf",
    "ipamjm.ttf",
    "yumin.ttf",
)
"""Japanese fonts with outlines that can be embedded, the first that has a sign writes it."""

NEVER_LAST = "(（「『【〔［｛〈《"
NEVER_FIRST = (
    ")）」』】〕］｝〉》、。，．・：；？！ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…"
)
"""JIS X 4051, section 4.1: what ends no line, and what begins none."""

TOGETHER = re.compile(rf"[{NEVER_LAST}]*(?:[!-'*-~]+|.)[{NEVER_FIRST}]*")
"""A word or number in Latin signs, or one sign, with what hangs on it."""

NO_SIGN = _(
    "no font here ({names}) has the sign {sign} (U+{code}): install fonts-ipaexfont-gothic"
    " (for rare kanji fonts-ipamj-mincho), or set STATION_FONT"
)
NO_FONT = _(
    "expected a Japanese font that can be embedded, found none:"
    " install fonts-ipaexfont-gothic, or set STATION_FONT"
)
NOT_A_FONT = _(
    "expected a TrueType font in {path}: {why}; install fonts-ipaexfont-gothic, or set STATION_FONT"
)


@dataclass(frozen=True, slots=True)
class Font:
    """A font by the name under which it is registered, and the signs that it has."""

    name: str
    widths: dict[int, float]

    def has(self, sign: str) -> bool:
        """Whether the font has a sign."""
        return ord(sign) in self.widths


Run = tuple[Font, str]
"""Signs in a row that one font writes."""


class Fonts:
    """The fonts of this machine, in the order in which they are asked for a sign."""

    def __init__(self, found: tuple[Font, ...]) -> None:
        self._found = found

    @property
    def main(self) -> Font:
        """The font that writes whatever it can."""
        return self._found[0]

    def of(self, sign: str) -> Font:
        """Return the first font that has a sign; PaperError where none has."""
        font = self._first(sign)
        if font is None:
            names = ", ".join(font.name for font in self._found)
            raise PaperError(NO_SIGN, names=names, sign=sign, code=f"{ord(sign):04X}")
        return font

    def require(self, *names: str) -> None:
        """Refuse a name that cannot be written as it is; PaperError with the sign."""
        for name in names:
            for sign in name.replace("\n", ""):
                self.of(sign)

    def width(self, sign: str, size: float) -> float:
        """Return how wide a sign is, points, or what is shown in its place."""
        shown = self._shown(sign)
        return self.of(shown).widths[ord(shown)] * size / 1000

    def runs(self, text: str) -> Iterator[Run]:
        """Yield the parts of a text, each with its font; a sign that none has is shown as lost."""
        for font, signs in groupby(map(self._shown, text), self.of):
            yield font, "".join(signs)

    def _shown(self, sign: str) -> str:
        return sign if self._first(sign) else LOST_SIGN

    def _first(self, sign: str) -> Font | None:
        return next((font for font in self._found if font.has(sign)), None)

    def lines(self, text: str, width: float, size: float) -> list[str]:
        """Break a text into lines of at most a width, points.

        It breaks where it says so itself, and as Japanese is set (JIS X 4051, section 6.1): between
        any two signs, but not within a Latin word or a number, nor so that a line begins with a
        closing sign or ends with an opening one.  What is wider than a line breaks anywhere.
        """
        return [line for part in text.split("\n") for line in self._lines(part, width, size)]

    def _lines(self, text: str, width: float, size: float) -> Iterator[str]:
        line, used = "", 0.0
        for piece, wide in self._pieces(text, width, size):
            if line and used + wide > width and piece != " ":
                yield line
                line, used = "", 0.0
            line, used = line + piece, used + wide
        yield line

    def _pieces(self, text: str, width: float, size: float) -> Iterator[tuple[str, float]]:
        """Yield what must not be broken, with its width."""
        for piece in TOGETHER.findall(text):
            wide = sum(self.width(sign, size) for sign in piece)
            if wide <= width:
                yield piece, wide
            else:
                yield from ((sign, self.width(sign, size)) for sign in piece)


@cache
def fonts() -> Fonts:
    """Return this machine's fonts; PaperError where there is none for Japanese."""
    found = tuple(_registered(path) for path in _paths())
    if not found:
        raise PaperError(NO_FONT)
    return Fonts(found)


def _paths() -> Iterable[Path]:
    chosen = os.environ.get("STATION_FONT")
    if chosen:
        yield Path(chosen)
    folders = [Path(folder).expanduser() for folder in FOLDERS]
    for name in NAMES:
        found = (path for folder in folders if folder.is_dir() for path in folder.rglob(name))
        if path := next(found, None):
            yield path


def _registered(path: Path) -> Font:
    try:
        font = TTFont(path.stem, path)
    except (TTFError, OSError) as error:
        raise PaperError(NOT_A_FONT, path=path, why=error) from error
    registerFont(font)
    return Font(path.stem, dict(font.face.charWidths))
