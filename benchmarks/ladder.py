"""A ladder of drawn postal labels: scenes of 1280 x 960 whose truth is known.

NW-7 (Japan Post with 11 and 12 digits, Yamato, Sagawa) and Code 128 (S10) on labels with type about
them, on envelopes, on a desk; at quarter turns and up to 12 degrees besides, in perspective, under
uneven light, through a JPEG file.  `levels.LEVELS` says how hard each level is.  Bars are drawn
four or five times finer than the picture and averaged down, from edges of exact area, so the width
of a narrow bar is what the scene says it is.

A scene is the same for the same (level, seed, split).  Tune on "tune"; report "report" and nothing
else.  `trap` draws scenes from which nothing, or only what they say, may be read; `strip` cut-out
bars by the hundred thousand.  `docs/reading.md` has the figures.
"""

from benchmarks.scenery.compose import Scene
from benchmarks.scenery.levels import LEVELS, SPLITS, dice
from benchmarks.scenery.scenes import draw_setting, one_label
from benchmarks.scenery.strips import STRIPS, Strip, strip
from benchmarks.scenery.traps import TRAPS, trap

__all__ = ["LEVELS", "SPLITS", "STRIPS", "TRAPS", "Scene", "Strip", "scene", "strip", "trap"]


def scene(level: str, seed: int, split: str) -> Scene:
    """Return one label on a desk.

    Raises ValueError for a level or split that there is not, or a negative seed.
    """
    return one_label(draw_setting(dice("scene", level, seed, split), level, split))
