"""What bars look like through a lens: the darkness along a scan line, blurred.

An edge through a Gaussian blur is a Gaussian's integral, so a row of bars is a sum of them and
needs no drawing.  Lens, motion and pixel together are near enough to one Gaussian.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Wave = NDArray[np.float32]

_AT = np.linspace(-5, 5, 2001)
_INTEGRAL = np.array([0.5 * (1 + math.erf(x / math.sqrt(2))) for x in _AT])


def wave(
    widths: Sequence[float], start: float, at: NDArray[np.float64], sigma: float
) -> NDArray[np.float64]:
    """Return the darkness, 0 to 1, at points along bar, space, bar, ... from `start` on.

    All lengths are in narrow bars; an even number of widths ends with a space.
    """
    edges = start + np.concatenate(([0.0], np.cumsum(widths)))
    edges = edges[: edges.size - edges.size % 2]
    signs = np.where(np.arange(edges.size) % 2 == 0, 1.0, -1.0)
    blurred = np.interp((at[:, None] - edges) / sigma, _AT, _INTEGRAL)
    return np.asarray(blurred @ signs, dtype=np.float64)
