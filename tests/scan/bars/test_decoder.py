"""Our own decoder on labels that the engines give up, and on bars that say nothing postal."""

from dataclasses import replace

import cv2
import numpy as np
import pytest

from benchmarks.ladder import scene, strip
from station.scan.agreement import is_postal
from station.scan.bars import Found, ends, look, look_elsewhere
from station.scan.bars.decoder import GAP_ROWS
from station.scan.bars.locate import Region, regions
from station.scan.bars.straight import Straight, straighten
from station.scan.engines import ENGINES
from station.scan.label_text import candidate
from station.scan.pictures import Grey
from station.scan.reader import read_grey

BOTH_HALVES = ("upper_bars", "lower_bars")
CUBIC_REACH = 2


def looked(picture: Grey) -> list[Found]:
    laid = (straighten(picture, region) for region in regions(picture))
    return [found for one in laid if one and (found := look(one, is_postal))]


@pytest.mark.slow
def test_labels_that_neither_engine_reads_are_read_by_both_halves() -> None:
    read = 0
    for seed in range(10):
        drawn = scene("hard", seed, "tune")
        for engine in ENGINES.values():
            texts = {candidate(seen.text, seen.symbology) for seen in engine(drawn.picture)}
            assert not texts & set(drawn.numbers)
        sure = [found for found in looked(drawn.picture) if found.witnesses == BOTH_HALVES]
        assert {candidate(found.text, found.symbology) for found in sure} <= set(drawn.numbers)
        read += bool(sure)
    assert read >= 7


@pytest.mark.parametrize("kind", ["cut", "other_nw7", "not_postal", "random"])
def test_bars_that_say_no_postal_number_are_never_sure(kind: str) -> None:
    for seed in range(6):
        cut = strip("hard", seed, "tune", kind)
        height, width = cut.picture.shape
        whole = Region((width / 2, height / 2), width, height, 0.0, 1.0)
        laid = straighten(cut.picture, whole)
        found = look(laid, is_postal) if laid else None
        assert found is None or found.witnesses != BOTH_HALVES, (seed, found)


def test_the_place_is_where_the_label_lies() -> None:
    drawn = scene("hard", 2, "tune")
    (found,) = [one for one in looked(drawn.picture) if one.witnesses == BOTH_HALVES]
    middle = np.array(found.corners).mean(axis=0)
    assert np.linalg.norm(middle - drawn.corners[0].mean(axis=0)) < 6


def one_straight() -> tuple[Grey, Straight]:
    drawn = scene("hard", 2, "tune")
    laid = (straighten(drawn.picture, region) for region in regions(drawn.picture))
    return drawn.picture, next(one for one in laid if one)


def test_the_halves_share_no_pixel() -> None:
    _, laid = one_straight()
    middle = (laid.first_row + laid.last_row) // 2
    last_above, first_below = middle - GAP_ROWS // 2 - 1, middle + GAP_ROWS - GAP_ROWS // 2
    for sample in (0, laid.rows.shape[1] // 2, laid.rows.shape[1] - 1):
        above, below = (np.array(laid.to_picture(sample, row)) for row in (last_above, first_below))
        assert np.abs(above - below).max() * np.sqrt(2) > 2 * CUBIC_REACH


def test_a_straightened_sample_comes_from_where_it_says() -> None:
    picture, laid = one_straight()
    middle = (laid.first_row + laid.last_row) // 2
    samples = np.arange(100, laid.rows.shape[1] - 100)
    places = np.array([laid.to_picture(sample, middle) for sample in samples], dtype=np.float32)
    seen = cv2.remap(picture, places[:, :1], places[:, 1:], cv2.INTER_CUBIC).ravel()
    np.testing.assert_allclose(seen, laid.rows[middle, samples], atol=3)


def test_a_sure_text_with_one_sure_half_is_doubtful_at_most() -> None:
    drawn = scene("hard", 0, "tune")
    (found,) = [one for one in looked(drawn.picture) if one.witnesses == BOTH_HALVES]
    assert replace(found, halves=(None, found.halves[1])).witnesses == ("lower_bars",)
    assert replace(found, halves=(None, None)).witnesses == ("bars",)
    assert replace(found, framed=False).witnesses == ("bars",)


def test_a_leading_zero_is_not_taken_for_a_start_letter() -> None:
    # 7DR cannot tell 0ABC from ABC, and a blurred zero looks like a start letter.
    for seed in range(12):
        cut = strip("desk", seed, "tune")
        if cut.symbology != "nw7":
            continue
        height, width = cut.picture.shape
        inside = int(cut.bars_px[0] + 14 * cut.narrow_bar_px)
        laid = straighten(
            np.ascontiguousarray(cut.picture[:, inside:]),
            Region(((width - inside) / 2, height / 2), width - inside, height, 0.0, 1.0),
        )
        found = look(laid, is_postal) if laid else None
        assert found is None or found.witnesses != BOTH_HALVES, (seed, found)


def test_an_engine_and_likely_bars_make_two_witnesses() -> None:
    # Sharp, tilted and read by one engine alone on the whole picture.
    drawn = scene("clean", 202, "tune")
    (reading,) = read_grey(drawn.picture).readings
    assert reading.number.number in drawn.numbers
    assert "zxing" in reading.witnesses
    assert len(reading.witnesses) >= 2


def test_bars_whose_quiet_zone_was_not_seen_are_not_framed() -> None:
    # The first digit of a longer number was taken for paper; what is cut away is not quiet.
    cut = strip("brutal", 116507, "report", "other_nw7")
    assert not read_grey(cut.picture).readings
    assert all(not found.framed for found in looked(cut.picture))


@pytest.mark.parametrize("side", ["left", "right"])
def test_both_quiet_zones_must_be_in_the_rows_that_were_looked_at(side: str) -> None:
    drawn = scene("hard", 2, "tune")
    laid = (straighten(drawn.picture, region) for region in regions(drawn.picture))
    sure = [(one, found) for one in laid if one and (found := look(one, is_postal))]
    ((straight, found),) = [pair for pair in sure if pair[1].framed]
    samples = range(straight.rows.shape[1])
    places = np.array([straight.to_picture(sample, straight.first_row) for sample in samples])
    left, right = (
        int(np.linalg.norm(places - corner, axis=1).argmin()) for corner in found.corners[:2]
    )
    few = (right - left) // 40
    kept = straight.rows[:, left - few :] if side == "left" else straight.rows[:, : right + few]
    cut = look(replace(straight, rows=kept), is_postal)
    assert cut is not None
    assert cut.text == found.text
    assert not cut.framed


@pytest.mark.parametrize("seed", [1645, 1997])
def test_bars_between_ends_of_two_looks_are_read_at_the_second_try(seed: int) -> None:
    drawn = scene("desk", seed, "tune")
    laid = [one for at in regions(drawn.picture) if (one := straighten(drawn.picture, at))]
    assert not any(found.witnesses for one in laid if (found := look(one, is_postal)))
    again = [found for one in laid if (found := look_elsewhere(one, is_postal))]
    (sure,) = [found for found in again if found.witnesses == BOTH_HALVES]
    assert candidate(sure.text, sure.symbology) in drawn.numbers


def test_ends_that_an_engine_has_seen_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    # Whether our own looks find the ends of a picture at the edge depends on the processor.
    for own_look in ("_steep_runs", "_beside_quiet"):
        monkeypatch.setattr(ends, own_look, lambda _: [])
    drawn = scene("desk", 1285, "tune")
    laid = (straighten(drawn.picture, region) for region in regions(drawn.picture))
    straight = next(one for one in laid if one)
    assert look(straight, is_postal) is None
    found = look(straight, is_postal, [(113.0, 676.0)])
    assert found is not None
    assert candidate(found.text, found.symbology) in drawn.numbers


def test_an_even_strip_says_nothing() -> None:
    _, straight = one_straight()
    even = replace(straight, rows=np.full_like(straight.rows, 200))
    assert look(even, is_postal) is None
    assert look_elsewhere(even, is_postal) is None
