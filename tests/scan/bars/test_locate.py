"""Where a picture has bars."""

import math

import pytest

from station.scan.bars.locate import WITH_QUIET, region_about


def test_a_region_about_bars_that_were_read_has_their_place_and_turn() -> None:
    turn = math.radians(30)
    cos, sin = math.cos(turn), math.sin(turn)
    corners = tuple(
        (400 + x * cos - y * sin, 300 + x * sin + y * cos)
        for x, y in ((-100, -20), (100, -20), (100, 20), (-100, 20))
    )
    region = region_about(corners)
    assert region is not None
    assert region.centre == pytest.approx((400, 300))
    assert region.angle == pytest.approx(turn)
    assert region.along_px == pytest.approx(200 * WITH_QUIET)
    assert region.across_px == pytest.approx(40)


@pytest.mark.parametrize(
    "corners",
    [
        (),
        ((10.0, 10.0), (210.0, 10.0)),
        ((10.0, 10.0), (210.0, 10.0), (210.0, 11.0), (10.0, 11.0)),
        ((10.0, 10.0), (10.0, 10.0), (10.0, 10.0), (10.0, 10.0)),
    ],
)
def test_a_line_or_a_point_is_no_region(corners: tuple[tuple[float, float], ...]) -> None:
    assert region_about(corners) is None
