"""station watch on video files of a hand moving labels past the lens."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from station.cli.app import app
from station.scan.pictures import Grey
from tests.support import video

ONE, TWO = "A13112383852B", "A999912345670A"


def watched(frames: list[Grey], tmp_path: Path) -> list[dict[str, object]]:
    path = video.save(frames, tmp_path / "desk.avi")
    result = CliRunner().invoke(app, ["watch", str(path), "--json"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def names(events: list[dict[str, object]]) -> list[tuple[object, object]]:
    return [(event["event"], event.get("number")) for event in events]


def test_a_label_passing_by_counts_once(tmp_path: Path) -> None:
    empty = [video.desk()] * 12
    events = watched([*empty, *video.passing(ONE, 24), *empty], tmp_path)
    assert names(events) == [("taken", "13112383852"), ("gone", "13112383852")]
    assert events[0]["grouped"] == "131-12-38385-2"


def test_a_label_held_still_counts_once_and_again_after_it_left(tmp_path: Path) -> None:
    empty = [video.desk()] * 12
    events = watched([*video.held(ONE, 15), *empty, *video.held(ONE, 5)], tmp_path)
    taken = [event for event in events if event["event"] == "taken"]
    assert len(taken) == 2


def test_two_labels_at_once_ask_for_one(tmp_path: Path) -> None:
    both = [video.with_labels(ONE, TWO)] * 6
    events = watched([*both, *video.held(TWO, 4)], tmp_path)
    assert events[0] == {
        "event": "one_at_a_time",
        "numbers": ["13112383852", "999912345670"],
        "at_s": 0.0,
    }
    assert names(events)[1:] == [("taken", "999912345670")]


def test_people_read_sentences_and_the_rate(tmp_path: Path) -> None:
    path = video.save(video.held(ONE, 4), tmp_path / "desk.avi")
    result = CliRunner().invoke(app, ["watch", str(path)])
    assert "131-12-38385-2 (japan_post_11" in result.stdout
    assert "frames/s, last: 13112383852" in result.stderr


@pytest.mark.parametrize("source", ["none.avi", "serial:/dev/ttyS0@fast"])
def test_a_source_that_is_none_is_refused(source: str) -> None:
    result = CliRunner().invoke(app, ["watch", source])
    assert result.exit_code != 0
    assert "expected" in str(result.exception)
