"""A symbology with so many symbols, laid out in narrow bars, and what its windows may look like.

A window reaches from the middle of one symbol to the middle of the next: what blur lets a symbol's
neighbours add to it is then a matter of pairs, and the best text is the best path through a trellis
(Viterbi, 1967) whose steps are windows.  A symbol's left and right half add up, so the waveforms of
all pairs are sums of few.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from station.scan.bars.waveform import Wave, wave

SAMPLES = 28
"""Samples a window: about two and a half a narrow bar."""

ENERGY_SHARE_MIN = 0.02

QUIET = 4.0
"""Narrow bars of the quiet zones that the first and last window show."""

Spell = Callable[[NDArray[np.int_]], str | None]


@dataclass(frozen=True, eq=False)
class Symbol:
    """What may stand at one place of a text: an alphabet of bar and space widths.

    Compared by identity, so that what is worked out for it can be kept.
    """

    alphabet: tuple[tuple[float, ...], ...]

    @property
    def width(self) -> float:
        """Width in narrow bars, the same for all of an alphabet."""
        return sum(self.alphabet[0])


@dataclass(frozen=True, eq=False)
class Layout:
    """Symbols in a row, `gap` the space between two.

    `spell` turns the chosen symbols' places in their alphabets into a text, or None when a check
    character of the symbology's own does not hold.
    """

    symbology: str
    symbols: tuple[Symbol, ...]
    gap: float
    spell: Spell

    @property
    def length(self) -> float:
        """From the first bar to the last, in narrow bars."""
        return sum(symbol.width for symbol in self.symbols) + self.gap * (len(self.symbols) - 1)

    def middles(self) -> NDArray[np.float64]:
        """Return the middle of each symbol, in narrow bars from the first bar."""
        widths = np.array([symbol.width for symbol in self.symbols])
        starts = np.concatenate(([0.0], np.cumsum(widths[:-1] + self.gap)))
        return np.asarray(starts + widths / 2)

    @cached_property
    def samples_at(self) -> NDArray[np.float64]:
        """Return where windows are sampled, shape (windows, SAMPLES), 0 to 1 along the bars."""
        bounds = np.concatenate(([-QUIET], self.middles(), [self.length + QUIET]))
        inside = (np.arange(SAMPLES) + 0.5) / SAMPLES
        at = bounds[:-1, None] + np.diff(bounds)[:, None] * inside
        return np.asarray(at / self.length)


@dataclass(frozen=True)
class Window:
    """The waveforms of one window: a left symbol's and a right one's, means taken off."""

    left: Wave
    right: Wave
    per_energy: Wave

    def explained(self, seen: Wave) -> Wave:
        """Return how much of what is seen each pair explains, shape (..., left, right).

        `seen` has means taken off, shape (..., SAMPLES); brightness may be stretched by any
        amount, but bars are dark.
        """
        along = (seen @ self.left.T)[..., :, None] + (seen @ self.right.T)[..., None, :]
        np.minimum(along, 0, out=along)
        along *= along
        along *= self.per_energy
        return np.asarray(along, dtype=np.float32)

    @cached_property
    def typical(self) -> Wave:
        """What all pairs have in common: the edges where one symbol meets the next."""
        return np.asarray(self.left.mean(axis=0) + self.right.mean(axis=0), dtype=np.float32)


NOTHING = Symbol(((),))
"""What stands before the first symbol and after the last."""


@lru_cache(maxsize=8192)
def _window(left: Symbol, right: Symbol, gap: float, sigma: float) -> Window:
    """Return the window between two neighbouring symbols through a blur, in narrow bars."""
    before = left.width / 2 if left.alphabet[0] else QUIET
    after = right.width / 2 if right.alphabet[0] else QUIET
    between = gap if left.alphabet[0] and right.alphabet[0] else 0.0
    at = (np.arange(SAMPLES) + 0.5) / SAMPLES * (before + between + after)
    lefts = _centred([wave(widths, -before, at, sigma) for widths in left.alphabet])
    rights = _centred([wave(widths, before + between, at, sigma) for widths in right.alphabet])
    own = np.square(lefts).sum(1)[:, None] + np.square(rights).sum(1)
    energy = own + 2 * lefts @ rights.T
    # What hardly varies would explain anything when stretched enough.
    energy = np.maximum(energy, ENERGY_SHARE_MIN * np.median(energy))
    return Window(lefts, rights, (1 / energy).astype(np.float32))


def _centred(waves: list[NDArray[np.float64]]) -> Wave:
    rows = np.array(waves)
    return np.asarray(rows - rows.mean(axis=1, keepdims=True), dtype=np.float32)


@lru_cache(maxsize=2048)
def windows(layout: Layout, sigma: float) -> tuple[Window, ...]:
    """Return all windows of a layout, in order."""
    row = (NOTHING, *layout.symbols, NOTHING)
    return tuple(_window(a, b, layout.gap, sigma) for a, b in pairwise(row))
