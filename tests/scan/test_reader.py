"""From picture to reading: turned labels, two witnesses, and nothing from nothing."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from benchmarks.ladder import scene
from station.numbers import normalise
from station.scan.label_text import without_frame
from station.scan.reader import Effort, read_grey, read_picture
from tests.support.labels import CODE128, bars, encoded, turned

SHARED = Path(__file__).parents[2].parent / "shared" / "pictures"
needs_photographs = pytest.mark.skipif(not SHARED.is_dir(), reason="no photographs beside the tree")


@pytest.mark.parametrize("degrees", [0, 5, 17, 33, 45, 61, 90, 135, 180, 207, 270, 300])
def test_a_label_turned_by_any_angle_is_read_by_both(degrees: int) -> None:
    found = read_grey(turned(bars("A13112383852B"), degrees))
    assert [reading.number.number for reading in found.readings] == ["13112383852"]
    assert found.readings[0].witnesses == ("zbar", "zxing")
    assert found.readings[0].symbology == "nw7"


def test_s10_in_code_128() -> None:
    found = read_picture(encoded(bars("RR123456785JP", CODE128)))
    (reading,) = found.readings
    assert (reading.number.number, reading.symbology) == ("RR123456785JP", "code128")
    assert not found.doubtful


def test_the_place_is_told_in_pixels_of_the_whole_picture() -> None:
    desk = np.full((900, 1200), 255, np.uint8)
    label = bars("A13112383852A", narrow_px=2)
    desk[500 : 500 + label.shape[0], 300 : 300 + label.shape[1]] = label
    (reading,) = read_grey(desk).readings
    xs, ys = zip(*reading.corners, strict=True)
    assert 290 < min(xs) < max(xs) < 310 + label.shape[1]
    assert 490 < min(ys) <= max(ys) < 510 + label.shape[0]


def test_two_labels_in_one_picture_are_two_readings() -> None:
    one, two = bars("A13112383852A"), bars("A404410000015A")
    width = max(one.shape[1], two.shape[1])
    padded = [
        np.pad(b, ((40, 40), (0, width - b.shape[1])), constant_values=255) for b in (one, two)
    ]
    found = read_grey(np.vstack(padded))
    assert len(found.readings) + len(found.doubtful) == 2


def test_a_wrong_check_digit_is_doubtful_and_kept() -> None:
    found = read_grey(bars("A13112383853A"))
    assert not found.readings
    assert {(doubt.text, doubt.why) for doubt in found.doubtful} == {("13112383853", "check_digit")}


def test_an_empty_desk_gives_nothing() -> None:
    found = read_grey(np.full((600, 800), 200, np.uint8))
    assert found.readings == ()
    assert found.doubtful == ()
    assert read_grey(np.zeros((3, 3), np.uint8)).readings == ()


def test_noise_gives_nothing() -> None:
    noise = np.random.default_rng(7).integers(0, 255, (480, 640), dtype=np.uint8)
    assert read_grey(noise).readings == ()


@pytest.mark.parametrize(
    ("level", "seed"),
    [
        ("desk", 110),  # neither engine reads it; a line round the label hides the bars' ends
        ("desk", 593),  # one engine does, and its ends let the decoder in
        ("desk", 1125),  # print beside the bars: only the engine knows where they are
        ("desk", 1774),  # the second engine reads the average of all rows
        ("clean", 977),  # an engine misreads one row and reads the others
        ("clean", 1841),  # the same with another symbology
    ],
)
def test_a_closer_look_verifies_what_one_witness_has_seen(level: str, seed: int) -> None:
    drawn = scene(level, seed, "tune")
    found = read_grey(drawn.picture)
    assert tuple(reading.number.number for reading in found.readings) == drawn.numbers
    assert not found.doubtful


@needs_photographs
@pytest.mark.slow
def test_no_photograph_gives_a_verified_number_that_is_not_its_own() -> None:
    seen = 0
    for truth in sorted(SHARED.glob("*/*.txt")):
        if truth.name.endswith(".result.txt"):
            continue
        for suffix in (".png", ".webp"):
            picture = truth.with_suffix(suffix)
            if picture.exists():
                seen += 1
                own = normalise(without_frame(truth.read_text(errors="replace")))
                for reading in read_picture(picture).readings:
                    assert reading.number.number in own, picture
    assert seen > 50


@needs_photographs
@pytest.mark.slow
def test_nothing_is_read_where_nothing_is() -> None:
    pictures = [
        p for p in SHARED.glob("falsepositives-1/*") if p.suffix in {".png", ".webp", ".jpg"}
    ]
    assert pictures
    for picture in pictures:
        assert read_picture(picture).readings == (), picture


def test_where_one_piece_is_wanted_smaller_bars_beside_a_number_are_looked_at_too() -> None:
    large, small = bars("A13112383852A"), bars("A20112345676A", narrow_px=2)
    small = np.asarray(cv2.resize(small, None, fx=0.85, fy=1.0), dtype=np.uint8)
    desk = np.full((640, large.shape[1] + 80), 120, np.uint8)
    for top, label in ((40, large), (400, small)):
        desk[top : top + label.shape[0], 40 : 40 + label.shape[1]] = label
    patient = 9_000
    numbers = [
        [reading.number.number for reading in read_grey(desk, effort).readings]
        for effort in (Effort(patient, decoder=False), Effort(patient, False, everywhere=True))
    ]
    assert numbers == [["13112383852"], ["13112383852", "20112345676"]]
