"""Every setting is documented, and nothing is documented that there is not."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

import station
from station.settings import Settings, settings_from

PACKAGE = Path(station.__file__).parent
ROOT = Path(__file__).parents[1]
OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
NAME = re.compile(r"STATION_[A-Z]+(?:_[A-Z]+)*")


class Noting(Mapping[str, str]):
    """An environment in which nothing is set, and which notes what it was asked for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.asked.add(key)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def read() -> set[str]:
    """What any code of the station reads: a text that is a name and no more."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {node.value} if NAME.fullmatch(node.value) else set()
    return found


def documented() -> set[str]:
    """The names in the first column of the table of settings."""
    rows = re.findall(r"^\| (`STATION_.+?) \|", OPERATIONS, re.MULTILINE)
    return {name for row in rows for name in NAME.findall(row)}


def test_the_settings_read_one_variable_each() -> None:
    environment = Noting()
    settings_from(environment)
    assert len(environment.asked) == len(fields(Settings))
    assert environment.asked <= read()


def test_every_setting_is_documented_and_nothing_else_is() -> None:
    assert documented() == read()


def test_every_setting_has_a_row_that_says_its_default_and_what_it_is() -> None:
    rows = re.findall(r"^\| `STATION_.*$", OPERATIONS, re.MULTILINE)
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert len(cells) == 3, row
        assert all(cells), row


def test_nobody_is_told_to_set_what_nothing_reads() -> None:
    told = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "deploy").iterdir()]
    told += [*(ROOT / "docs").rglob("*.md"), *PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.po")]
    assert len(told) > 100
    known = read()
    wrong = {
        (str(path.relative_to(ROOT)), name)
        for path in told
        for name in NAME.findall(path.read_text(encoding="utf-8"))
        if name not in known
    }
    assert wrong == set()
