"""Where in a profile bars may begin and end: candidates only, the trellis decides.

Two looks, because each fails where the other works: a run of steep places, and the bright even
quiet zone beside bars (ISO/IEC 15417 and EN 798 ask for ten narrow bars of it).
"""

from collections.abc import Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from station.scan.bars.straight import FINER
from station.scan.bars.waveform import Wave

End = tuple[float, float]

LENGTH_MIN = 60.0 * FINER
NEAR = 2.5 * FINER
STEEP_SHARES = (0.35, 0.22)
GAP_SHARES = (50, 32, 22)
NARROW_BARS = (260, 190)
"""A profile is so many narrow bars long, quiet zones and margins included, one or the other."""

BEST_EACH_SIDE = 3
PAIRS_MAX = 8
CROSSED_MAX = 8


def candidates(average: Wave, known: Sequence[End] = ()) -> list[End]:
    """Return pairs of samples (first bar begins, last bar ends) that are worth a try.

    `known` are ends that somebody else has seen: they come first.
    """
    return _apart((*known, *_steep_runs(average), *_beside_quiet(average)), PAIRS_MAX)


def crossed(average: Wave, tried: Sequence[End]) -> list[End]:
    """Return left ends and right ends of both looks in pairs not tried yet, the likeliest first.

    A line round the label stands beside the bars like one more bar, and text does on the other
    side: each look may be right at one end and wrong at the other.
    """
    pairs = (*_steep_runs(average), *_beside_quiet(average))
    firsts, lasts = (_unlike(ends) for ends in zip(*pairs, strict=True)) if pairs else ([], [])
    both = [(i + j, i, j) for i in range(len(firsts)) for j in range(len(lasts))]
    found = [(firsts[i], lasts[j]) for _, i, j in sorted(both)]
    return _apart((*tried, *found), len(tried) + CROSSED_MAX)[len(tried) :]


def _apart(pairs: Iterable[End], count: int) -> list[End]:
    """Return the first so many pairs that are long enough and not near to one before."""
    found: list[End] = []
    for pair in pairs:
        apart = all(
            abs(pair[0] - other[0]) > NEAR or abs(pair[1] - other[1]) > NEAR for other in found
        )
        if apart and pair[1] - pair[0] > LENGTH_MIN:
            found.append(pair)
    return found[:count]


def _unlike(places: Sequence[float]) -> list[float]:
    kept: list[float] = []
    for place in places:
        if all(abs(place - other) > NEAR for other in kept):
            kept.append(place)
    return kept


def _smooth(average: Wave, sigma: float) -> NDArray[np.float64]:
    reach = int(3 * sigma)
    kernel = cv2.getGaussianKernel(2 * reach + 1, sigma).ravel()
    return np.convolve(np.pad(average.astype(np.float64), reach, mode="edge"), kernel, "valid")


def _steep_runs(average: Wave) -> list[End]:
    steep = np.abs(np.gradient(_smooth(average, FINER)))
    steep = np.minimum(steep, np.percentile(steep, 80))[None].astype(np.float32)
    mean = cv2.blur(steep, (5 * FINER, 1), borderType=cv2.BORDER_REPLICATE)[0]
    inner = mean[mean.size // 5 : -(mean.size // 5)]
    found = []
    for share in STEEP_SHARES:
        mask = (mean > share * np.percentile(inner, 60)).astype(np.int8)
        edges = np.flatnonzero(np.diff(np.concatenate(([0], mask, [0])))).reshape(-1, 2)
        if not len(edges):
            continue
        for gaps in GAP_SHARES:
            first, last = _longest(edges, mean.size / gaps)
            found.append((first + 3.0 * FINER, last - 4.5 * FINER))  # the blurs' own reach
    return found


def _longest(edges: NDArray[np.int_], gap: float) -> tuple[int, int]:
    """Return the longest run when runs less than a gap apart are one."""
    joins = np.flatnonzero(edges[1:, 0] - edges[:-1, 1] >= gap)
    firsts = edges[np.concatenate(([0], joins + 1)), 0]
    lasts = edges[np.concatenate((joins, [len(edges) - 1])), 1]
    longest = int(np.argmax(lasts - firsts))
    return int(firsts[longest]), int(lasts[longest])


def _beside_quiet(average: Wave) -> list[End]:
    smooth = _smooth(average, 0.8 * FINER)
    lefts, rights = (_quiet_then_bars(way) for way in (smooth, smooth[::-1]))
    last = smooth.size - 1
    return [(float(left), float(last - right)) for left in lefts for right in rights]


def _quiet_then_bars(smooth: NDArray[np.float64]) -> list[int]:
    """Return the places in the first half where a bright even stretch ends and bars begin."""
    size = smooth.size
    scored: list[tuple[float, int]] = []
    for narrow_bars in NARROW_BARS:
        narrow = size / narrow_bars
        quiet = int(max(5 * FINER, 6.5 * narrow))
        gap = int(narrow)
        quiet_mean, quiet_spread = _moving(smooth, -gap - quiet, quiet)
        bars_mean, bars_spread = _moving(smooth, 0, int(10 * narrow))
        score = quiet_mean - bars_mean + 0.7 * bars_spread - 1.6 * quiet_spread
        reach = np.ones((1, 8 * FINER + 1))
        highest = cv2.dilate(score[None].astype(np.float32), reach)[0]
        inside = range(quiet + gap, int(0.55 * size))
        scored += [(score[i], i) for i in inside if score[i] >= highest[i] - 1e-6 and score[i] > 0]
    best_first = [place for _, place in sorted(scored, reverse=True)]
    return [int(place) for place in _unlike(best_first)[:BEST_EACH_SIDE]]


def _moving(
    smooth: NDArray[np.float64], offset: int, length: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return mean and spread of a stretch that begins so far from each place."""
    size = smooth.size
    length = min(length, size - 2)
    starts = np.clip(np.arange(size) + offset, 0, size - 1 - length)
    sums = np.concatenate(([0.0], np.cumsum(smooth)))
    squares = np.concatenate(([0.0], np.cumsum(smooth * smooth)))
    mean = (sums[starts + length] - sums[starts]) / length
    spread = (squares[starts + length] - squares[starts]) / length - mean * mean
    return mean, np.sqrt(np.maximum(spread, 0))
