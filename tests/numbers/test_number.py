"""Two spellings of one number are one number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import NotATrackingNumber, TrackingNumber, normalise


@pytest.mark.parametrize(
    "text",
    [
        "131-12-38385-2",
        " １３１−１２ー３８３８５‐２\u3000",
        "131–12—38385―2",
        "131─12━38385⁃2",
        "131_12_38385_2",
        "131〜12〜38385〜2",
        "\ufeff13112\u200b383\u00ad852\u200f",
        "131 12\t38385\u00a02\r\n",
    ],
)
def test_width_space_hyphens_and_invisible_signs_are_read_through(text: str) -> None:
    assert normalise(text) == "13112383852"


def test_letters_become_plain_capitals() -> None:
    assert normalise("ｒｒ123456785ｊｐ") == "RR123456785JP"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text("0123456789ABCXYZ"))
def test_a_plain_text_is_its_own_normal_form(text: str) -> None:
    assert normalise(text) == text


def test_the_families_in_one_word() -> None:
    assert TrackingNumber("1", ("a", "b"), "1").family == "a|b"
    assert TrackingNumber("1", ("a",), "1").family == "a"


def test_an_error_does_not_repeat_an_endless_text() -> None:
    error = NotATrackingNumber("1" * 10_000, "unknown_family", "less", "more", "scan again")
    assert len(str(error)) < 200
    assert len(error.text) == 10_000
