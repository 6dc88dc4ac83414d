"""The ladder: scenes whose truth is known, the same each time, and other ones for reporting."""

import numpy as np
import pytest

from benchmarks.ladder import LEVELS, SPLITS, scene
from station.numbers import identify
from station.scan.reader import read_grey


@pytest.mark.parametrize("level", LEVELS)
def test_a_scene_is_the_same_each_time_and_another_in_each_split(level: str) -> None:
    one, again = scene(level, 3, "tune"), scene(level, 3, "tune")
    assert np.array_equal(one.picture, again.picture)
    assert one.numbers == again.numbers
    assert one.picture.shape == (960, 1280)
    others = {scene(level, 3, split).numbers for split in SPLITS}
    assert len(others) == len(SPLITS)
    for number in one.numbers:
        assert identify(number).number == number


def test_most_clean_labels_are_read_and_none_wrong() -> None:
    read = 0
    for seed in range(8):
        drawn = scene("clean", seed, "tune")
        found = {reading.number.number for reading in read_grey(drawn.picture).readings}
        assert found <= set(drawn.numbers)
        read += found == set(drawn.numbers)
    assert read >= 6


def test_an_unknown_level_is_refused() -> None:
    with pytest.raises(ValueError, match="expected"):
        scene("easy", 0, "tune")
