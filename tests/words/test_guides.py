"""The guides for people at the station call every button and every page by its name on screen."""

import re
from pathlib import Path

import pytest

from tests.words.test_words import translated

GUIDES = sorted((Path(__file__).parents[2] / "docs" / "ja").glob("*.md"))

NO_LABEL = {"そのまま受け取る"}
"""What stands in 「」 because there is no such thing."""


def labels(text: str) -> list[str]:
    return [said for said in re.findall(r"「(.+?)」", text) if said not in NO_LABEL]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_label_of_a_guide_is_on_a_screen(guide: Path) -> None:
    # A label with a value in it stands as 「… の読取りを取り消す」.
    known = {re.sub(r"\{[a-z]+\}", "…", japanese) for japanese in translated().values()}
    begun = {text.split("…")[0].rstrip(" :：") for text in known}
    told = labels(guide.read_text(encoding="utf-8"))
    assert len(told) > 8
    assert [label for label in told if label not in known | begun] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_every_picture_of_a_guide_is_there(guide: Path) -> None:
    pictures = re.findall(r"!\[.+?\]\((.+?)\)", guide.read_text(encoding="utf-8"))
    assert pictures
    assert all((guide.parent / picture).is_file() for picture in pictures)
