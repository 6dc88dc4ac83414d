"""Plots: every shape lies inside, has the height of its number, and tells it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.web.plots import (
    LINE_MAX,
    WIDTH,
    Chart,
    Drawing,
    Series,
    columns,
    grid,
    rows,
    shortened,
)

CHART = Chart(
    ("2\n月", "3\n火", "4\n水"),
    (Series("a", "shade-a", (1.0, 0.0, 4.0)), Series("b", "shade-b", (2.0, None, 6.0))),
    (Series("usual", "usual", (3.0, 5.0, None)),),
    ("3", "", "10"),
)


def test_parts_lie_upon_one_another_and_are_as_high_as_their_numbers() -> None:
    drawn = columns(CHART)
    told = {box.told: box for box in drawn.boxes}
    assert set(told) == {"2 月, a: 1", "2 月, b: 2", "4 水, a: 4", "4 水, b: 6"}
    unit = told["2 月, a: 1"].height
    assert told["4 水, b: 6"].height == pytest.approx(6 * unit)
    assert told["2 月, b: 2"].y + 2 * unit == pytest.approx(told["2 月, a: 1"].y)
    assert told["2 月, a: 1"].x == told["2 月, b: 2"].x < told["4 水, a: 4"].x
    foot = told["4 水, a: 4"].y + 4 * unit
    assert foot == pytest.approx(told["2 月, a: 1"].y + unit)


def test_marks_stand_at_their_height_and_none_is_drawn_for_nothing() -> None:
    drawn = columns(CHART)
    assert [mark.told for mark in drawn.marks] == ["2 月, usual: 3", "3 火, usual: 5"]
    box = next(box for box in drawn.boxes if box.told == "2 月, b: 2")
    assert drawn.marks[0].y1 == drawn.marks[0].y2 == pytest.approx(box.y), "1 + 2 is 3"


def test_labels_have_two_lines_and_totals_stand_above() -> None:
    texts = {text.text: text for text in columns(CHART).texts if text.anchor == "middle"}
    assert texts["月"].x == texts["2"].x
    assert texts["月"].y > texts["2"].y
    assert texts["10"].shade == "shown"
    assert texts["10"].y < min(box.y for box in columns(CHART).boxes)


def test_bars_lie_side_by_side_with_their_names_before_them() -> None:
    drawn = rows(Chart(("総務", "都市計画・まちづくりグループ"), CHART.stacked, shown=("1", "2")))
    first = [box for box in drawn.boxes if box.told.startswith("総務")]
    assert first[0].x + first[0].width == pytest.approx(first[1].x)
    assert [text.text for text in drawn.texts if text.anchor == "end"] == [
        "総務",
        "都市計画・まち…",
    ]


values = st.lists(st.one_of(st.none(), st.just(0.0), st.floats(1e-4, 1e6)), min_size=1, max_size=20)


@given(values)
def test_nothing_lies_outside_whatever_the_numbers(numbers: list[float | None]) -> None:
    labels = tuple(str(place) for place in range(len(numbers)))
    chart = Chart(labels, (Series("a", "a", tuple(numbers)),), shown=labels)
    for drawn in (columns(chart), rows(chart)):
        assert_inside(drawn)


def assert_inside(drawn: Drawing) -> None:
    for box in drawn.boxes:
        assert box.width > 0
        assert box.height > 0
        assert 0 <= box.x <= box.x + box.width <= WIDTH + 1e-6
        assert 0 <= box.y <= box.y + box.height <= drawn.height + 1e-6
    for text in drawn.texts:
        assert 0 <= text.x <= WIDTH
        assert 0 <= text.y <= drawn.height


def test_an_empty_chart_is_drawn_as_well() -> None:
    empty = Chart((), (Series("a", "a", ()),))
    assert columns(empty).boxes == rows(empty).boxes == ()


@given(st.floats(0, 1e9))
def test_a_grid_has_few_round_lines_and_reaches_the_top(top: float) -> None:
    lines = grid(top)
    assert lines[0] == 0
    assert 2 <= len(lines) <= LINE_MAX + 1
    assert lines[-1] >= top * (1 - 1e-6)
    assert float(f"{lines[1]:.0e}") == pytest.approx(lines[1])
    assert f"{lines[1]:.0e}"[0] in "125"


def test_a_long_name_is_shortened() -> None:
    assert shortened("高齢介護グループ") == "高齢介護グループ"
    assert shortened("子育て支援グループ") == "子育て支援グル…"
