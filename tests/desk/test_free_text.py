"""What people write, without what nobody sees."""

import pytest

from station.desk.free_text import cleaned, one_line


@pytest.mark.parametrize("sign", ["\u200b", "\u202e", "\ufeff", "\u00ad", "\x00", "\x1b", "\ud800"])
def test_what_is_not_seen_is_not_kept(sign: str) -> None:
    assert cleaned(f"{sign}甲{sign}野{sign}") == "甲野"
    assert cleaned(sign) == ""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_lines_stay_lines_or_become_one(end: str) -> None:
    assert cleaned(f"一行{end}二行") == "一行\n二行"
    assert one_line(f"一行{end}二行") == "一行 二行"


def test_what_is_seen_stays() -> None:
    for text in ("葛\U000e0100城 (かつらぎ)", "😀", "\U000303fd", "𠮷野", "　全角　"):
        assert cleaned(text) == one_line(text) == text
    assert one_line("a\tb") == "a b"
