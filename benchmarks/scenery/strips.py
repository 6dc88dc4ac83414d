"""Cut-out strips: small pictures of bars alone, degraded like scenes, cheap enough for 100,000."""

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.scenery import compose, optics
from benchmarks.scenery.flat import QUIET_UNITS, WIDE_RATIOS, Grey
from benchmarks.scenery.levels import dice, level_of
from benchmarks.scenery.optics import Field
from benchmarks.scenery.postal import Postal, no_number, postal
from fixtures.drawing import bars
from station.numbers import check_digits

ROWS = (14, 44)
SKEW_DEG_MAX = 2.0
CUT_SHARE = (0.12, 0.6)
"""How much of the bars a cut takes away, on one side or shared by both."""


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of bars, running from left to right, and its truth.

    `numbers` may be read from it, anything else is wrong; `hidden` is printed but cut.
    `bars_px` is where the bars begin and end in the middle row, in pixels, perhaps outside.
    """

    picture: Grey
    numbers: tuple[str, ...]
    hidden: tuple[str, ...]
    kind: str
    symbology: str
    narrow_bar_px: float
    bars_px: tuple[float, float]
    exposure: optics.Exposure


@dataclass(frozen=True, slots=True)
class _Bars:
    """Bars, and what of them a strip is to show."""

    widths: NDArray[np.float64]
    symbology: str
    readable: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    cut: tuple[float, float] = (0.0, 0.0)


def strip(level: str, seed: int, split: str, kind: str = "postal") -> Strip:
    """Return a strip; raises ValueError for a kind, level or split that there is not."""
    if kind not in STRIPS:
        message = f"expected a kind of strip ({', '.join(STRIPS)}), got {kind!r}"
        raise ValueError(message)
    rng = dice(f"strip {kind}", level, seed, split)
    drawn = STRIPS[kind](rng)
    rung = level_of(level)
    exposure = optics.draw_exposure(rng, rung)
    narrow_px = rung.narrow_px.draw(rng)
    reflectance, bars_px = _print(rng, drawn, narrow_px, exposure)
    return Strip(
        picture=_expose(rng, reflectance, exposure),
        numbers=drawn.readable,
        hidden=drawn.hidden,
        kind=kind,
        symbology=drawn.symbology,
        narrow_bar_px=narrow_px,
        bars_px=bars_px,
        exposure=exposure,
    )


def _print(
    rng: np.random.Generator, drawn: _Bars, narrow_px: float, exposure: optics.Exposure
) -> tuple[Field, tuple[float, float]]:
    """Return paper with bars, a little askew, each pixel by exact area along its row."""
    ink = compose.draw_ink(rng, exposure)
    length = float(drawn.widths.sum()) * narrow_px
    quiet = rng.uniform(4, QUIET_UNITS + 4, 2) * narrow_px
    first = quiet[0] if drawn.cut[0] == 0 else -drawn.cut[0] * length
    last = quiet[1] if drawn.cut[1] == 0 else -drawn.cut[1] * length
    rows, columns = int(rng.integers(*ROWS)), max(int(first + length + last), 8)
    skew = np.tan(np.deg2rad(rng.uniform(-SKEW_DEG_MAX, SKEW_DEG_MAX)))
    starts = first + (np.arange(rows) - rows / 2) * skew
    covered = bars.coverage(drawn.widths, narrow_px, starts, columns)
    paper = ink.paper + (ink.ink - ink.paper) * covered
    return paper.astype(np.float32), (float(first), float(first + length))


def _expose(rng: np.random.Generator, paper: Field, exposure: optics.Exposure) -> Grey:
    """Return the strip through light, glare, blur, noise and JPEG."""
    rows, columns = paper.shape
    grid = rng.uniform(exposure.light_low, 1, (1, 4)).astype(np.float32)
    light = cv2.resize(grid, (columns, 1), interpolation=cv2.INTER_CUBIC)
    spot, reach = rng.uniform(0, columns), rng.uniform(50, 300)
    shine = np.exp(-0.5 * ((np.arange(columns, dtype=np.float32) - spot) / reach) ** 2)
    lit = np.clip(paper * light + shine * np.float32(exposure.glare_grey), 0, 255)
    seen = optics.blurred(lit.astype(np.float32), exposure.blur_sigma_px)
    seen = optics.shaken(seen, exposure.motion_px, exposure.motion_deg)
    noise = rng.standard_normal((rows, columns), dtype=np.float32) * exposure.noise_grey
    grey = np.clip(np.rint(seen + noise), 0, 255).astype(np.uint8)
    return optics.jpeg(grey, exposure.jpeg_quality)


def _of(rng: np.random.Generator, piece: Postal) -> NDArray[np.float64]:
    return bars.widths(piece.content, piece.symbology, float(rng.choice(WIDE_RATIOS)))


def _postal(rng: np.random.Generator) -> _Bars:
    piece = postal(rng)
    return _Bars(_of(rng, piece), piece.symbology, readable=(piece.number,))


def _cut(rng: np.random.Generator) -> _Bars:
    """A postal code cut at one end or both."""
    piece = postal(rng)
    share, side = float(rng.uniform(*CUT_SHARE)), rng.integers(3)
    cut = ((share, 0.0), (0.0, share), (share / 2, share / 2))[int(side)]
    return _Bars(_of(rng, piece), piece.symbology, hidden=(piece.number,), cut=cut)


def _other_nw7(rng: np.random.Generator) -> _Bars:
    """NW-7 of a wrong length or with a check digit that does not hold."""
    piece = no_number(rng)
    return _Bars(_of(rng, piece), "nw7")


def _not_postal(rng: np.random.Generator) -> _Bars:
    """Bars of shops and shelves."""
    digits = "".join(str(digit) for digit in rng.integers(0, 10, 13))
    texts = {
        "ean13": f"{digits[:12]}{check_digits.mod10_from_right(digits[:12])}",
        "itf": f"{digits}{check_digits.mod10_from_right(digits)}",
        "code39": f"SHELF-{digits[:4]}",
    }
    symbology = str(rng.choice([*texts]))
    return _Bars(bars.widths(texts[symbology], symbology), symbology)


def _random(rng: np.random.Generator) -> _Bars:
    """Bars of no symbology: widths by chance, some with the rhythm of NW-7 or Code 128."""
    count = int(rng.integers(30, 60)) * 2 + 1
    choices = ((1.0, 2.5), (1.0, 2.0, 3.0, 4.0))
    pick = int(rng.integers(3))
    widths = rng.uniform(0.7, 4, count) if pick == 2 else rng.choice(choices[pick], count)
    return _Bars(widths.astype(np.float64), "none")


STRIPS: dict[str, Callable[[np.random.Generator], _Bars]] = {
    "postal": _postal,
    "cut": _cut,
    "other_nw7": _other_nw7,
    "not_postal": _not_postal,
    "random": _random,
}
