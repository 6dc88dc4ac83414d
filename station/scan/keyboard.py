"""What a hand scanner typed, as readings.

The scanner has decoded the bars itself and counts as a witness; every later step scans the piece
again.  So a known family with the right length and check digit is taken from one scan.
"""

import re
import unicodedata

from station.numbers import NotATrackingNumber, identify
from station.scan.label_text import AIM_PREFIX, AIM_SYMBOLOGIES, GS, without_frame
from station.scan.reading import Doubtful, Reading

WITNESS = "scanner"
SYMBOLOGY = "keyboard"
TEXT_LENGTH_MAX = 4_096
"""A burst longer than this is not one hand's work; what lies beyond is cut off."""

LINE_ENDS = re.compile(r"[\r\n\t]+")

IME_MANGLED = {"あ": "a", "ち": "a", "ａ": "a"}
"""A leading NW-7 letter under a Japanese IME: romaji gives あ for a, kana input gives ち."""

HALVES_LENGTH_MAX = 200
"""No two numbers are longer with all that may frame them; trying every cut costs the square."""

RUN_TOGETHER = re.compile(r"[A-Da-d][0-9-]{8,22}[A-Da-d]")


def read_keystrokes(text: str) -> tuple[Reading | Doubtful, ...]:
    """Return what was scanned, in order; () for nothing but white space.  No scan is dropped."""
    lines = LINE_ENDS.split(text[:TEXT_LENGTH_MAX])
    return tuple(
        _read(code) for line in lines if line.strip() for code in _codes(_plain(line.strip()))
    )


def _plain(line: str) -> str:
    for mangled, meant in IME_MANGLED.items():
        line = line.replace(mangled, meant)
    return unicodedata.normalize("NFKC", line)


def _codes(line: str) -> list[str]:
    """Cut two codes apart that were scanned without an end between them."""
    prefixed = [at.start() for at in AIM_PREFIX.finditer(line)]
    if len(prefixed) > 1 and prefixed[0] == 0:
        return [line[a:b] for a, b in zip(prefixed, [*prefixed[1:], None], strict=True)]
    framed = RUN_TOGETHER.findall(line)
    if len(framed) > 1 and "".join(framed) == line:
        return list(framed)
    return _halves(line)


def _halves(line: str) -> list[str]:
    """Two numbers of a known family, one right behind the other, and no other way to cut them."""
    if _is_number(line) or len(line) > HALVES_LENGTH_MAX:
        return [line]
    cuts = [
        at for at in range(10, len(line) - 9) if _is_number(line[:at]) and _is_number(line[at:])
    ]
    equal = [at for at in cuts if line[:at] == line[at:]]
    cuts = equal or cuts
    return [line[: cuts[0]], line[cuts[0] :]] if len(cuts) == 1 else [line]


def _is_number(text: str) -> bool:
    return isinstance(_read(text), Reading)


def _read(code: str) -> Reading | Doubtful:
    prefix = AIM_PREFIX.match(code)
    symbology = AIM_SYMBOLOGIES[prefix[1] or prefix[2]] if prefix else SYMBOLOGY
    body = without_frame((code[prefix.end() :] if prefix else code).replace(GS, ""))
    try:
        return Reading(identify(body, symbology), symbology, (WITNESS,), ())
    except NotATrackingNumber as error:
        return Doubtful(body, (), symbology, (WITNESS,), (), error.reason)
