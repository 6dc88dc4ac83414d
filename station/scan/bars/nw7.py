"""NW-7 (Codabar) as postal labels print it: a start letter, 11 or 12 digits, a stop letter.

Widths by EN 798, section 4: seven elements a character, narrow or wide; a digit has two wide ones,
a start or stop letter three; a narrow space stands between characters.  How wide a wide element is
(2 to 3 narrow ones), the printer chooses.
"""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from station.scan.bars.layout import Layout, Symbol

DIGITS = "0123456789"
LETTERS = "ABCD"
LENGTHS = (11, 12)
WIDE_MIN, WIDE_MAX = 1.9, 3.1

WIDE_ELEMENTS = {
    "0": "0000011",
    "1": "0000110",
    "2": "0001001",
    "3": "1100000",
    "4": "0010010",
    "5": "1000010",
    "6": "0100001",
    "7": "0100100",
    "8": "0110000",
    "9": "1001000",
    "A": "0011010",
    "B": "0101001",
    "C": "0001011",
    "D": "0001110",
}


def symbol(characters: str, wide: float) -> Symbol:
    """Return an alphabet of characters printed with wide elements of a width."""
    return Symbol(
        tuple(
            tuple(wide if element == "1" else 1.0 for element in WIDE_ELEMENTS[character])
            for character in characters
        )
    )


@lru_cache(maxsize=256)
def layout(digits: int, wide: float) -> Layout:
    """Return the layout of a number of so many digits."""
    frame = symbol(LETTERS, wide)
    return Layout("nw7", (frame, *[symbol(DIGITS, wide)] * digits, frame), 1.0, spell)


def spell(path: NDArray[np.int_]) -> str:
    """Return the text with its start and stop letters; NW-7 has no check character of its own."""
    inner = "".join(DIGITS[place] for place in path[1:-1])
    return f"{LETTERS[path[0]]}{inner}{LETTERS[path[-1]]}"
