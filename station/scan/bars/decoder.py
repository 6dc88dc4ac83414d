"""Reading bars as the text that explains them best, and saying how sure that is.

Each half of the bars' height is a witness of its own: the halves share no pixel, for between them
more rows are left out than resampling reaches.  What both see
through is the same lens, so each must also be sure by itself: its text has to explain nearly all of
the brightness, and clearly more than any other text does.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from station.scan.bars import code128, nw7, trellis
from station.scan.bars.ends import End, candidates, crossed
from station.scan.bars.fit import SIGMAS, Fit, Print, fits, rival_share, turned
from station.scan.bars.layout import QUIET, windows
from station.scan.bars.straight import Straight, detail
from station.scan.bars.waveform import Wave
from station.scan.reading import Corners

GAP_ROWS = 4
"""Cubic resampling takes two rows from either side of a point."""

KEPT = {"nw7": 200, "code128": 1000}
"""Paths listed: enough that the best text whose check digit holds has a rival among them."""

NW7_TRIES, CODE128_TRIES = 10, 5


@cache
def _nw7(digits: int) -> Print:
    widths = tuple(nw7.layout(digits, round(1.9 + 0.1 * number, 1)) for number in range(13))
    return Print(widths, coarse=(1, 5, 10), tries=NW7_TRIES)


NW7_PRINTS = tuple(_nw7(digits) for digits in nw7.LENGTHS)
NW7_OTHERS = 2
"""NW-7 says nowhere how long it is: numbers so much shorter and longer must explain less."""

CODE128_PRINTS = tuple(
    Print((code128.layout(form),), coarse=(0,), tries=CODE128_TRIES) for form in code128.S10_FORMS
)

QUIET_FROM, QUIET_TO = 1.5, 8.0
"""Where quiet is looked for, in narrow bars beside the bars: past the blur of the last edge.

All of it must be there to be looked at.  Where a longer number's first symbol was mistaken for
paper, the cut-out begins with the bars that were found, and what stands beside them is not in it.
"""

UNQUIET_SHARE = 0.5

TOLD = 2
"""How many fits of each symbology are asked for their texts."""

SHARE_MIN = 0.9

Holds = Callable[[str, str], bool]
"""Whether a text of a symbology is a number of a known family: length, alphabet, check digit."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one witness says.  `share` of the variation is explained by `text`.

    `frame_share` is the same for the outermost windows alone, the worse of the two: where a piece
    of longer bars was taken for all of them, the rest stands in what should be the quiet zone.
    The margins are logarithms of likelihood ratios, noise taken as what `text` leaves unexplained
    and one independent sample a pixel: against the best other text that holds, and against the
    best other text at all.
    """

    text: str
    share: float
    frame_share: float
    over_valid: float
    over_any: float


@dataclass(frozen=True, slots=True)
class Found:
    """A text and what each witness (whole, upper half, lower half) says, and where.

    `framed`: both quiet zones were seen, and are quiet.
    """

    text: str
    symbology: str
    whole: Evidence
    halves: tuple[Evidence | None, ...]
    framed: bool
    corners: Corners

    @property
    def witnesses(self) -> tuple[str, ...]:
        """Return who vouches for the text: both halves, or one, where the whole is sure of it too.

        What is likely but not sure is one witness, "bars": with an engine that says the same from
        its own look it makes two, alone it is doubtful.
        """
        if not (self.framed and _sure(self.whole, WHOLE)):
            return ("bars",) if _sure(self.whole, LIKELY) else ()
        sure = tuple(
            name
            for name, half in zip(("upper_bars", "lower_bars"), self.halves, strict=True)
            if half is not None and half.text == self.whole.text and _sure(half, HALF)
        )
        return sure or ("bars",)


@dataclass(frozen=True, slots=True)
class _Needed:
    share: float
    frame_share: float
    over_valid: float
    over_any: float


WHOLE = _Needed(share=0.95, frame_share=0.65, over_valid=60, over_any=30)
HALF = _Needed(share=0.88, frame_share=0.55, over_valid=15, over_any=6)
LIKELY = _Needed(share=0.8, frame_share=0.5, over_valid=15, over_any=6)
"""Least share and margins (docs/reading.md has the distances to what was ever seen wrong)."""


def _sure(said: Evidence, needed: _Needed) -> bool:
    return (
        said.share >= needed.share
        and said.frame_share >= needed.frame_share
        and said.over_valid >= needed.over_valid
        and said.over_any >= needed.over_any
    )


def look(straight: Straight, holds: Holds, known: Sequence[End] = ()) -> Found | None:
    """Return the number that the bars say; None where none explains them.

    `known` are ends that an engine has seen, in samples.  They are tried too; its text is not
    listened to.
    """
    average = straight.average(straight.first_row, straight.last_row)
    return _look_between(candidates(average, known), straight, holds)


def look_elsewhere(straight: Straight, holds: Holds, known: Sequence[End] = ()) -> Found | None:
    """Return the same from all the other ends at which the bars may begin and end.

    It takes as long again, so it is for bars of which `look` could make nothing.
    """
    average = straight.average(straight.first_row, straight.last_row)
    return _look_between(crossed(average, candidates(average, known)), straight, holds)


def _look_between(ends: Sequence[End], straight: Straight, holds: Holds) -> Found | None:
    if not ends:
        return None
    first, last = straight.first_row, straight.last_row
    average = straight.average(first, last)
    profile = detail(average)
    told = _told(profile, ends, holds)
    if not told:
        return None
    whole, fit = max(told, key=lambda pair: min(pair[0].over_any, pair[0].over_valid))
    whole = replace(whole, over_any=min(whole.over_any, _over_other_lengths(profile, fit, whole)))
    middle = (first + last) // 2
    halves = ((first, middle - GAP_ROWS // 2), (middle + GAP_ROWS - GAP_ROWS // 2, last))
    profiles = (detail(straight.average(*rows)) for rows in halves)
    left, right = fit.ends
    if fit.flipped:
        left, right = profile.size - 1 - right, profile.size - 1 - left
    return Found(
        whole.text,
        fit.layout.symbology,
        whole,
        tuple(evidence(part, fit, holds) for part in profiles),
        _framed(straight, average, left, right, fit),
        straight.corners(left, right),
    )


def _told(profile: Wave, ends: Sequence[End], holds: Holds) -> list[tuple[Evidence, Fit]]:
    """Return what the best fits say, until one is sure."""
    told: list[tuple[Evidence, Fit]] = []
    for prints in (NW7_PRINTS, CODE128_PRINTS):
        for fit in fits(profile, ends, prints)[:TOLD]:
            said = evidence(profile, fit, holds) if fit.share > SHARE_MIN else None
            if said:
                told.append((said, fit))
            if said and _sure(said, WHOLE):
                return told
    return told


def _framed(straight: Straight, average: Wave, left: float, right: float, fit: Fit) -> bool:
    """Whether both quiet zones were seen, and are even beside the bars' own contrast."""
    narrow = (right - left) / fit.layout.length
    if not (straight.shows(left - QUIET * narrow) and straight.shows(right + QUIET * narrow)):
        return False
    near, far = QUIET_FROM * narrow, QUIET_TO * narrow
    if left - far < 0 or right + far > average.size:
        return False
    unquiet = UNQUIET_SHARE * _spread(average, left, right)
    before = _spread(average, left - far, left - near)
    after = _spread(average, right + near, right + far)
    return max(before, after) <= unquiet


def _spread(average: Wave, first: float, last: float) -> float:
    """Return how much brightness varies between two samples."""
    samples = average[int(first) : int(np.ceil(last))]
    return float(np.percentile(samples, 95) - np.percentile(samples, 5))


def _over_other_lengths(profile: Wave, fit: Fit, said: Evidence) -> float:
    """Return by how much a text explains more than NW-7 of other lengths at its place."""
    if fit.layout.symbology != "nw7" or not _sure(said, LIKELY):
        return said.over_any
    digits = len(fit.layout.symbols) - 2
    others = range(digits - NW7_OTHERS, digits + NW7_OTHERS + 1)
    prints = [_nw7(other) for other in others if other != digits]
    rival = rival_share(profile, fit, prints)
    return 0.5 * fit.length_px * (said.share - rival) / max(1 - said.share, 1e-6)


def evidence(profile: Wave, fit: Fit, holds: Holds) -> Evidence | None:
    """Return what a profile says at a fitted placement; None when no text holds."""
    layout = fit.layout
    shown = trellis.seen(turned(profile, fit.flipped), layout, fit.places)
    scores = trellis.steps(shown, windows(layout, SIGMAS[fit.sigma]))
    totals, paths = trellis.list_best(scores, KEPT[layout.symbology])
    # What fails the symbology's own check has no text, and is a rival all the same.
    rivals: dict[str, tuple[float, bool, NDArray[np.int_]]] = {}
    for number, (total, path) in enumerate(zip(totals, paths, strict=True)):
        spelt = layout.spell(path)
        text = f"?{number}" if spelt is None else without_frame(spelt, layout.symbology)
        if text not in rivals:
            valid = spelt is not None and holds(spelt, layout.symbology)
            rivals[text] = (float(total), valid, path)
    best = next((text for text, (_, valid, _) in rivals.items() if valid), None)
    if best is None:
        return None
    varying = float(np.square(shown).sum())
    own, _, path = rivals.pop(best)
    outer = trellis.shares(path, shown, windows(layout, SIGMAS[fit.sigma]))[[0, -1]]
    worst = float(totals[-1])
    over_any = own - max((total for total, *_ in rivals.values()), default=worst)
    over_valid = own - max((total for total, valid, _ in rivals.values() if valid), default=worst)
    unit = 0.5 * fit.length_px / max(varying - own, 1e-6)
    return Evidence(best, own / varying, float(outer.min()), unit * over_valid, unit * over_any)


def without_frame(text: str, symbology: str) -> str:
    """Start and stop letters are no part of what is told apart."""
    return text[1:-1] if symbology == "nw7" else text
