"""station read: the contract of its lines and its exit codes."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from station.cli.app import app
from tests.support.labels import bars, encoded

RUNNER = CliRunner()


def read(*arguments: object) -> tuple[int, list[str]]:
    done = RUNNER.invoke(app, ["read", *map(str, arguments)])
    return done.exit_code, done.stdout.splitlines()


def objects(*arguments: object) -> tuple[int, list[dict[str, Any]]]:
    code, lines = read(*arguments, "--json")
    return code, [json.loads(line) for line in lines]


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.png"
    path.write_bytes(encoded(bars("A13112383852A")))
    return path


def test_one_line_a_picture_for_people(good: Path) -> None:
    code, lines = read(good, good)
    assert code == 0
    assert lines == [f"{good}: 131-12-38385-2 (japan_post_11, nw7; zbar + zxing)"] * 2


def test_one_object_a_line_for_programs(good: Path) -> None:
    code, (found,) = objects(good)
    assert code == 0
    assert found == {
        "picture": str(good),
        "readings": [
            {
                "number": "13112383852",
                "grouped": "131-12-38385-2",
                "family": "japan_post_11",
                "families": ["japan_post_11"],
                "symbology": "nw7",
                "witnesses": ["zbar", "zxing"],
                "verified": True,
            }
        ],
        "doubtful": [],
        "error": None,
    }


def test_a_doubtful_picture_says_why_and_ends_with_1(tmp_path: Path) -> None:
    path = tmp_path / "wrong.png"
    path.write_bytes(encoded(bars("A13112383853A")))
    code, (found,) = objects(path)
    assert code == 1
    assert found["readings"] == []
    assert {(d["number"], d["why"], d["verified"]) for d in found["doubtful"]} == {
        ("13112383853", "check_digit", False)
    }
    assert "doubtful: '13112383853'" in read(path)[1][0]


def test_bad_pictures_are_named_and_the_others_still_read(good: Path, tmp_path: Path) -> None:
    bad = {
        "empty.png": b"",
        "text.png": b"hello",
        "half.png": good.read_bytes()[:300],
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    paths = [
        tmp_path / "empty.png",
        good,
        tmp_path / "text.png",
        tmp_path / "half.png",
        tmp_path / "no",
    ]
    code, found = objects(*paths)
    assert code == 1
    errors = [one["error"] and one["error"].split(":")[0] for one in found]
    assert errors == ["empty", None, "not_a_picture", "truncated", "missing"]
    assert found[1]["readings"][0]["number"] == "13112383852"
    assert ": error: empty: expected a picture" in read(paths[0])[1][0]


def test_a_folder_stands_for_its_pictures(good: Path) -> None:
    code, lines = read(good.parent)
    assert (code, len(lines)) == (0, 1)


def test_an_empty_desk(tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    path.write_bytes(encoded(bars("A13112383852A")[:20]))
    assert read(path) == (1, [f"{path}: nothing read"])


def test_wrong_usage_ends_with_2() -> None:
    assert RUNNER.invoke(app, ["read"]).exit_code == 2
    assert RUNNER.invoke(app, ["read", "--jsn", "x"]).exit_code == 2
