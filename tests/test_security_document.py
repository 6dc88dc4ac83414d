"""docs/security.md: no item of the standard is left out, and every test that it names is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" |")]
    for line in (ROOT / "docs" / "security.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| \d+\.\d+\.\d+ \|", line)
]

ITEMS = {1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 11: 14, 12: 9, 13: 13, 14: 9}
ITEMS |= {15: 13, 16: 16}
"""Items of levels 1 and 2 in each chapter of ASVS 5.0.0; 9, 10 and 17 are named as a whole."""


def test_every_item_of_the_standard_is_answered_once() -> None:
    numbers = [row[0] for row in ROWS]
    assert [item for item, times in Counter(numbers).items() if times > 1] == []
    assert Counter(int(number.split(".")[0]) for number in numbers) == ITEMS


def test_an_answer_is_one_of_four_and_says_how() -> None:
    for row in ROWS:
        assert row[1] in {"kept", "in part", "no", "none"}, row
        assert row[2], row


@pytest.mark.parametrize("named", sorted({row[3] for row in ROWS if len(row) > 3 and row[3]}))
def test_every_test_that_is_named_is_there(named: str) -> None:
    path, _, function = named.partition("::")
    assert (ROOT / path).exists()
    assert not function or f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")
