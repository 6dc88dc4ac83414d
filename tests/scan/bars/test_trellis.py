"""The trellis against trying every text, and a profile that is known exactly."""

from itertools import product

import numpy as np
import pytest

from station.scan.bars import nw7, trellis
from station.scan.bars.layout import Layout, windows
from station.scan.bars.trellis import Places
from station.scan.bars.waveform import wave

WIDE = 2.5


def profile_of(text: str, px: float, sigma: float, noise: float, start: float = 40.0) -> np.ndarray:
    """Return a profile, 0 to 255, of NW-7 with narrow bars so many samples wide."""
    widths: list[float] = []
    for character in text:
        widths += [*nw7.symbol(character, WIDE).alphabet[0], 1.0]
    samples = int(2 * start + sum(widths) * px)
    at = (np.arange(samples) - start) / px
    dark = wave(widths[:-1], 0.0, at.astype(np.float64), sigma)
    rng = np.random.default_rng(3)
    return (200 - 120 * dark + rng.normal(0, noise, samples)).astype(np.float32)


def exactly(layout: Layout, px: float, start: float = 40.0) -> Places:
    return Places(np.array([start]), np.array([start + layout.length * px]), np.array([0.0]))


@pytest.mark.parametrize("sigma", [0.6, 1.0, 1.4])
@pytest.mark.parametrize("text", ["A13112383852B", "D90909090909C", "C00000000000A"])
def test_the_text_that_was_drawn_explains_nearly_all(text: str, sigma: float) -> None:
    layout = nw7.layout(11, WIDE)
    shown = trellis.seen(profile_of(text, 3.0, sigma, 1.0), layout, exactly(layout, 3.0))
    total, paths = trellis.best(trellis.steps(shown, windows(layout, sigma)))
    assert layout.spell(paths[0]) == text
    assert total[0] / trellis.varying(shown)[0] > 0.98
    same = trellis.explained_by(paths[0], shown, windows(layout, sigma))
    assert same[0] == pytest.approx(total[0], rel=1e-5)


def test_no_path_is_better_than_the_best_and_the_list_is_in_order() -> None:
    layout = nw7.layout(2, WIDE)
    text = "B47C"
    shown = trellis.seen(profile_of(text, 2.0, 1.2, 25.0), layout, exactly(layout, 2.0))
    row = windows(layout, 1.2)
    scores = trellis.steps(shown, row)
    (best,), (path,) = trellis.best(scores)
    totals, paths = trellis.list_best(scores, 1600)
    every = {
        places: float(trellis.explained_by(np.array(places), shown, row)[0])
        for places in product(range(4), range(10), range(10), range(4))
    }
    assert best == pytest.approx(max(every.values()), rel=1e-5)
    assert tuple(path) == max(every, key=lambda places: every[places])
    assert list(totals) == sorted(totals, reverse=True)
    assert totals == pytest.approx(sorted(every.values(), reverse=True), rel=1e-5)
    assert [tuple(one) for one in paths[:3]] == sorted(every, key=lambda p: -every[p])[:3]


def test_white_bars_on_black_explain_nothing() -> None:
    layout = nw7.layout(11, WIDE)
    inverted = 255 - profile_of("A13112383852B", 3.0, 0.8, 0.0)
    shown = trellis.seen(inverted, layout, exactly(layout, 3.0))
    total, _ = trellis.best(trellis.steps(shown, windows(layout, 0.8)))
    upright = trellis.seen(255 - inverted, layout, exactly(layout, 3.0))
    true, _ = trellis.best(trellis.steps(upright, windows(layout, 0.8)))
    assert total[0] < 0.7 * true[0]


def test_light_that_changes_along_the_bars_does_not_matter() -> None:
    layout = nw7.layout(11, WIDE)
    profile = profile_of("A13112383852B", 3.0, 1.0, 0.5)
    lit = profile * np.linspace(0.4, 1.0, profile.size, dtype=np.float32)
    shown = trellis.seen(lit, layout, exactly(layout, 3.0))
    _, paths = trellis.best(trellis.steps(shown, windows(layout, 1.0)))
    assert layout.spell(paths[0]) == "A13112383852B"
