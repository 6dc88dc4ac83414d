"""Finding the placement, the print and the blur under which a profile is explained best.

Coarse first: every print is laid at every candidate place; where what all its texts have in common
shows, the edges at which symbols meet, the trellis judges; the likeliest are then tried in other
widths and blurs; the best few are moved, bowed, sharpened and widened in ever smaller steps for the
path that they have, and judged again.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from station.scan.bars import trellis
from station.scan.bars.ends import NEAR, End
from station.scan.bars.layout import Layout, windows
from station.scan.bars.straight import FINER
from station.scan.bars.trellis import Places, joined
from station.scan.bars.waveform import Wave

OFFSETS = np.array([-2.4, 0.0, 2.4])
"""Samples about a candidate; finer steps come later."""

STEPS = (1.2, 0.6, 0.3)
BEND_OF_STEP = 1 / 80
SIGMAS = tuple(round(0.2 + 0.1 * number, 1) for number in range(22))
COARSE_SIGMA, COARSE_SIGMAS = 8, (4, 8, 12)
"""Places in SIGMAS: 1.0, and 0.6, 1.0 and 1.4 narrow bars."""

BEND_STEP, BENDS_MAX = 0.015, 4
BEND_A_SAMPLE = 7e-5
MOVES_MAX = 4

LIKELY, REFINED = 6, 3
NO_PATH = np.zeros(0, dtype=np.int_)
ROUNDS_MAX, GAIN_MIN = 4, 0.002


@dataclass(frozen=True)
class Print:
    """One symbology with so many symbols, in every width of its wide elements, narrowest first.

    `coarse` are the widths to begin with; `tries` is how many placements are judged whole.
    """

    widths: tuple[Layout, ...]
    coarse: tuple[int, ...]
    tries: int


@dataclass(frozen=True)
class Fit:
    """A placement of a print in a profile, from the left or, flipped, from the right.

    `share` of the brightness' variation there is explained by `path`, which is empty as long as
    only the share is known.
    """

    share: float
    flipped: bool
    kind: Print
    width: int
    sigma: int
    places: Places
    path: NDArray[np.int_]

    @property
    def layout(self) -> Layout:
        """The layout at the fitted width."""
        return self.kind.widths[self.width]

    @property
    def ends(self) -> End:
        """First and last sample in the profile as it was fitted, flipped or not."""
        return float(self.places.first[0]), float(self.places.last[0])

    @property
    def merit(self) -> float:
        """Order of trying: the whole of some bars outdoes a piece of them that happens to fit."""
        first, last = self.ends
        return self.share * float(np.sqrt(max(last - first, 0.0)))

    @property
    def length_px(self) -> float:
        """Length of the bars in pixels of the straightened picture."""
        first, last = self.ends
        return (last - first) / FINER


def fits(profile: Wave, ends: Sequence[End], prints: Sequence[Print]) -> list[Fit]:
    """Return the best fits, refined, the best first."""
    judged: list[Fit] = []
    for flipped in (False, True):
        along = turned(profile, flipped)
        places = [_about(pair) for pair in _turned_ends(ends, profile.size, flipped)]
        for kind in prints:
            judged += _judged(along, kind, flipped, places)
    judged.sort(key=lambda fit: -fit.merit)
    chosen = (_printed(profile, fit) for fit in _different(judged)[:LIKELY])
    best = sorted(chosen, key=lambda fit: -fit.merit)[:REFINED]
    found = [refined(turned(profile, fit.flipped), fit) for fit in best]
    return sorted(found, key=lambda fit: -fit.share)


def rival_share(profile: Wave, fit: Fit, prints: Sequence[Print]) -> float:
    """Return the most that any of other prints explains at the place of a fit."""
    along = turned(profile, fit.flipped)
    first, last = fit.ends
    places = [_about((first, last))]
    found = (other for kind in prints for other in _judged(along, kind, fit.flipped, places))
    alike = (replace(other, width=fit.width, sigma=fit.sigma) for other in found)
    return max(refined(along, judged_whole(along, other)).share for other in alike)


def turned(profile: Wave, flipped: bool) -> Wave:  # noqa: FBT001
    """Return a profile as read from the left, or from the right."""
    return profile[::-1] if flipped else profile


def _turned_ends(ends: Sequence[End], size: int, flipped: bool) -> Sequence[End]:  # noqa: FBT001
    return [(size - 1 - last, size - 1 - first) for first, last in ends] if flipped else ends


def _about(pair: End) -> Places:
    """Return a pair of ends with every offset at either end, and every likely bend."""
    # The nearer a label, the more of the lens' angle it fills, and the more it can bow.
    most = min(BENDS_MAX, int((pair[1] - pair[0]) * BEND_A_SAMPLE / BEND_STEP))
    bends = np.arange(-most, most + 1) * BEND_STEP
    first, last, bend = (axis.ravel() for axis in np.meshgrid(OFFSETS, OFFSETS, bends))
    return Places(pair[0] + first, pair[1] + last, bend)


def _judged(profile: Wave, kind: Print, flipped: bool, pairs: list[Places]) -> list[Fit]:  # noqa: FBT001
    """Return the best placement of a print about each pair, at a middling width and blur."""
    width = len(kind.widths) // 2
    row = windows(kind.widths[width], SIGMAS[COARSE_SIGMA])
    about = [_likeliest(profile, kind, pair, row) for pair in pairs]
    places = joined([at for at, _ in about])
    shown = np.concatenate([shown for _, shown in about])
    share = trellis.best_total(trellis.steps(shown, row)) / trellis.varying(shown)
    found = []
    end = 0
    for at, _ in about:
        start, end = end, end + len(at)
        top = start + int(share[start:end].argmax())
        place = places.one(top)
        found.append(Fit(float(share[top]), flipped, kind, width, COARSE_SIGMA, place, NO_PATH))
    return found


def _likeliest(
    profile: Wave, kind: Print, places: Places, row: trellis.Windows
) -> tuple[Places, Wave]:
    """Return the placements that look most like any text, and what they show."""
    shown = trellis.seen(profile, kind.widths[len(kind.widths) // 2], places)
    kept = np.argsort(-trellis.typical_share(shown, row))[: kind.tries]
    return places.some(kept), shown[kept]


def _printed(profile: Wave, fit: Fit) -> Fit:
    """Return a fit at the blur, then at the width, that explain most in its place."""
    along = turned(profile, fit.flipped)
    blurs = [judged_whole(along, replace(fit, sigma=sigma)) for sigma in COARSE_SIGMAS]
    best = max(blurs, key=lambda one: one.share)
    others = (width for width in fit.kind.coarse if width != fit.width)
    widths = [judged_whole(along, replace(best, width=width)) for width in others]
    return max([best, *widths], key=lambda one: one.share)


def _neighbours(at: Places, step: float) -> Places:
    """Return a placement and its 26 neighbours in either end and in bend."""
    offsets = np.array([-1.0, 0.0, 1.0]) * step
    left, right, bend = (axis.ravel() for axis in np.meshgrid(offsets, offsets, offsets))
    return Places(at.first + left, at.last + right, at.bend + bend * BEND_OF_STEP)


def _different(best_first: list[Fit]) -> list[Fit]:
    """Leave out placements so near to a better one that refining would make them the same."""
    kept: list[Fit] = []
    for fit in best_first:
        if not any(_near(fit, other) for other in kept):
            kept.append(fit)
    return kept


def _near(one: Fit, other: Fit) -> bool:
    alike = one.kind is other.kind and one.flipped == other.flipped
    return alike and max(abs(a - b) for a, b in zip(one.ends, other.ends, strict=True)) < NEAR


def refined(profile: Wave, fit: Fit) -> Fit:
    """Return a fit moved, bowed, blurred and widened until it explains no more."""
    for _ in range(ROUNDS_MAX):
        moved = fit
        for step in STEPS:
            moved = _blurred(profile, _moved(profile, moved, step))
        judged = judged_whole(profile, moved)
        gain = judged.share - fit.share
        fit = judged if gain > 0 else fit
        if gain < GAIN_MIN:
            break
    return fit


def judged_whole(profile: Wave, fit: Fit) -> Fit:
    """Return a fit with the best path for its placement."""
    shown = trellis.seen(profile, fit.layout, fit.places)
    total, paths = trellis.best(trellis.steps(shown, windows(fit.layout, SIGMAS[fit.sigma])))
    return replace(fit, share=float(total[0] / trellis.varying(shown)[0]), path=paths[0])


def _shares(profile: Wave, fit: Fit, places: Places) -> NDArray[np.float32]:
    shown = trellis.seen(profile, fit.layout, places)
    explained = trellis.explained_by(fit.path, shown, windows(fit.layout, SIGMAS[fit.sigma]))
    return np.asarray(explained / trellis.varying(shown))


def _moved(profile: Wave, fit: Fit, step: float) -> Fit:
    """Return the best of a fit and its neighbours, again while it moves."""
    for _ in range(MOVES_MAX):
        places = _neighbours(fit.places, step)
        shares = _shares(profile, fit, places)
        top = int(shares.argmax())
        if shares[top] <= fit.share + 1e-6:
            break
        fit = replace(fit, share=float(shares[top]), places=places.one(top))
    return fit


def _blurred(profile: Wave, fit: Fit) -> Fit:
    """Return the best of a fit and its neighbours in blur and in width of wide elements."""
    neighbours = [
        replace(fit, sigma=sigma)
        for sigma in (fit.sigma - 1, fit.sigma + 1)
        if 0 <= sigma < len(SIGMAS)
    ] + [
        replace(fit, width=width)
        for width in (fit.width - 1, fit.width + 1)
        if 0 <= width < len(fit.kind.widths)
    ]
    for neighbour in neighbours:
        share = float(_shares(profile, neighbour, neighbour.places)[0])
        if share > fit.share:
            fit = replace(neighbour, share=share)
    return fit
