"""Code 128 as labels print S10 numbers: two letters, nine digits, two letters, in their sets.

Widths, code sets and check character by ISO/IEC 15417, sections 4.3 and 4.7 and annex A.  Printers
write the digits in code set B (or A, whose digits and capitals have the same values), or most of
them as pairs in code set C, with the odd digit before or after the pairs.  What else Code 128
carries, the engines read.
"""

from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase, digits

import numpy as np
from numpy.typing import NDArray

from station.scan.bars.layout import Layout, Symbol

PATTERNS = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232
122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122
321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311
211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113
213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422
121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111
241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121
412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412
211214 211232
""".split()  # noqa: SIM905 - a table is easier to check against the standard than a list
STOP = "2331112"

START_A, START_B = 103, 104
TO_C, TO_B, TO_A = 99, 100, 101
CHECK_MODULUS = 103


@dataclass(frozen=True, slots=True)
class _Sign:
    """A value, and what it spells in the code set that is in force."""

    value: int
    spells: str = ""


Place = tuple[_Sign, ...]
"""What may stand at one place of a form."""

START: Place = (_Sign(START_A), _Sign(START_B))
LETTER: Place = tuple(_Sign(ord(letter) - 32, letter) for letter in ascii_uppercase)
DIGIT: Place = tuple(_Sign(ord(digit) - 32, digit) for digit in digits)
PAIR: Place = tuple(_Sign(value, f"{value:02}") for value in range(100))
PAIRS_BEGIN: Place = (_Sign(TO_C),)
PAIRS_END: Place = (_Sign(TO_A), _Sign(TO_B))
CHECK: Place = tuple(_Sign(value) for value in range(CHECK_MODULUS))

LETTERS: tuple[Place, ...] = (LETTER, LETTER)
PAIRS: tuple[Place, ...] = (PAIRS_BEGIN, PAIR, PAIR, PAIR, PAIR, PAIRS_END)
S10_FORMS: tuple[tuple[Place, ...], ...] = (
    (START, *LETTERS, *[DIGIT] * 9, *LETTERS, CHECK),
    (START, *LETTERS, *PAIRS, DIGIT, *LETTERS, CHECK),
    (START, *LETTERS, DIGIT, *PAIRS, *LETTERS, CHECK),
)


@cache
def _symbol(place: Place) -> Symbol:
    return Symbol(tuple(tuple(float(width) for width in PATTERNS[sign.value]) for sign in place))


STOP_SYMBOL = Symbol((tuple(float(width) for width in STOP),))


def layout(form: tuple[Place, ...]) -> Layout:
    """Return the layout of a form: its places in order, and the stop pattern."""

    def spell(path: NDArray[np.int_]) -> str | None:
        return _spelt([place[chosen] for place, chosen in zip(form, path[:-1], strict=True)])

    return Layout("code128", (*(_symbol(place) for place in form), STOP_SYMBOL), 0.0, spell)


def _spelt(signs: list[_Sign]) -> str | None:
    """Return the text of start, signs and check character; None when the check does not hold."""
    start, *body, check = (sign.value for sign in signs)
    total = start + sum(number * value for number, value in enumerate(body, start=1))
    if total % CHECK_MODULUS != check:
        return None
    return "".join(sign.spells for sign in signs[1:-1])
