"""Where bars may begin and end, with lines and print beside them."""

import numpy as np

from station.scan.bars.ends import CROSSED_MAX, NEAR, PAIRS_MAX, End, candidates, crossed
from station.scan.bars.straight import FINER
from station.scan.bars.waveform import Wave, wave

NARROW = 1.8 * FINER
FIRST = 110.0
WIDTHS = (2, 1, 1, 2, 3, 2, 1, 4, 1, 1, 2, 2, 1, 3) * 7 + (2, 1, 1)
LAST = FIRST + sum(WIDTHS) * NARROW


def profile(*lines: float) -> Wave:
    """Bars from FIRST to LAST, and lines as thick as a narrow bar."""
    at = np.arange(LAST + 120.0) / NARROW
    dark = wave(WIDTHS, FIRST / NARROW, at, 0.6)
    for line in lines:
        dark += wave((1,), line / NARROW, at, 0.6)
    return (200 - 120 * dark).astype(np.float32)


def near(pair: End, first: float = FIRST, last: float = LAST) -> bool:
    return max(abs(pair[0] - first), abs(pair[1] - last)) < 2 * NEAR


def test_bars_alone_are_found_at_once() -> None:
    assert any(near(pair) for pair in candidates(profile()))


def test_ends_that_an_engine_has_seen_come_first() -> None:
    known = (FIRST + 1.0, LAST - 1.0)
    assert candidates(profile(), [known])[0] == known
    assert len(candidates(profile(), [known] * 20)) <= PAIRS_MAX


def test_crossed_pairs_are_new_and_few() -> None:
    average = profile(FIRST - 12 * NARROW, LAST + 12 * NARROW)
    tried = candidates(average)
    more = crossed(average, tried)
    assert len(more) <= CROSSED_MAX
    for first, last in more:
        assert all(abs(first - f) > NEAR or abs(last - e) > NEAR for f, e in tried)


def test_a_line_on_either_side_does_not_hide_the_bars() -> None:
    average = profile(FIRST - 12 * NARROW, LAST + 12 * NARROW)
    tried = candidates(average)
    assert any(near(pair) for pair in (*tried, *crossed(average, tried)))


def test_an_even_profile_has_no_ends() -> None:
    even = np.full(600, 180, np.float32)
    assert crossed(even, candidates(even)) == []
