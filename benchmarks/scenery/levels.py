"""How hard a scene is: four levels, each a set of ranges from which a scene draws.

Narrow bar, blur, motion and contrast are the level's definition.  Noise, JPEG quality, tilt, light,
glare strength and bar height are this ladder's own choice, tuned so that two plain engines come out
about where they stood on the ladder that the definition is from (see docs/reading.md).
"""

from dataclasses import dataclass

import numpy as np

SPLITS = ("tune", "report")
"""Two sets of scenes that share nothing: tune on the one, only ever report the other."""

LADDER_VERSION = 1
"""Part of every seed: raise it when a change of the drawing changes pictures."""


@dataclass(frozen=True, slots=True)
class Range:
    """From low to high, evenly."""

    low: float
    high: float

    def draw(self, rng: np.random.Generator) -> float:
        """Return one value."""
        return float(rng.uniform(self.low, self.high))


@dataclass(frozen=True, slots=True)
class Level:
    """One rung.  Sizes in pixels of the picture, contrast as ink against paper, grey of 255."""

    name: str
    narrow_px: Range
    blur_sigma_px: Range
    motion_px: Range
    contrast: Range
    glare_share: float
    glare_grey: Range
    noise_grey: Range
    jpeg_quality: Range
    tilt_deg_max: float
    light_low: Range


LEVELS = {
    level.name: level
    for level in (
        Level(
            name="clean",
            narrow_px=Range(2.2, 3.5),
            blur_sigma_px=Range(0, 0.5),
            motion_px=Range(0, 1),
            contrast=Range(0.8, 1.0),
            glare_share=0,
            glare_grey=Range(0, 0),
            noise_grey=Range(1, 4),
            jpeg_quality=Range(85, 95),
            tilt_deg_max=6,
            light_low=Range(0.7, 0.9),
        ),
        Level(
            name="desk",
            narrow_px=Range(1.6, 2.6),
            blur_sigma_px=Range(0.4, 1.0),
            motion_px=Range(0, 3),
            contrast=Range(0.5, 0.9),
            glare_share=0.3,
            glare_grey=Range(20, 80),
            noise_grey=Range(3, 6),
            jpeg_quality=Range(75, 92),
            tilt_deg_max=10,
            light_low=Range(0.5, 0.8),
        ),
        Level(
            name="hard",
            narrow_px=Range(1.2, 2.0),
            blur_sigma_px=Range(0.6, 1.4),
            motion_px=Range(0, 5),
            contrast=Range(0.3, 0.7),
            glare_share=0.5,
            glare_grey=Range(20, 80),
            noise_grey=Range(2, 4.5),
            jpeg_quality=Range(75, 92),
            tilt_deg_max=12,
            light_low=Range(0.4, 0.7),
        ),
        Level(
            name="brutal",
            narrow_px=Range(0.9, 1.5),
            blur_sigma_px=Range(0.7, 1.6),
            motion_px=Range(0, 6),
            contrast=Range(0.2, 0.5),
            glare_share=0.5,
            glare_grey=Range(20, 80),
            noise_grey=Range(2.5, 5),
            jpeg_quality=Range(70, 90),
            tilt_deg_max=14,
            light_low=Range(0.35, 0.7),
        ),
    )
}


def level_of(name: str) -> Level:
    """Return a level; raises ValueError for a name that there is not."""
    try:
        return LEVELS[name]
    except KeyError:
        message = f"expected a level ({', '.join(LEVELS)}), got {name!r}"
        raise ValueError(message) from None


def dice(kind: str, level: str, seed: int, split: str) -> np.random.Generator:
    """Return the chance of one scene: the same for the same four words on every machine.

    Raises ValueError for an unknown split or level, or a negative seed.
    """
    if split not in SPLITS:
        message = f"expected a split ({', '.join(SPLITS)}), got {split!r}"
        raise ValueError(message)
    if seed < 0:
        message = f"expected a seed of 0 or more, got {seed}"
        raise ValueError(message)
    rung = [*LEVELS].index(level_of(level).name)
    words = int.from_bytes(kind.encode(), "big")
    return np.random.default_rng((LADDER_VERSION, SPLITS.index(split), rung, words, seed))
