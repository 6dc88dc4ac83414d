"""What hand scanners type, in all their settings; nothing that was scanned is dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import TrackingNumber, identify
from station.scan import keyboard
from station.scan.keyboard import read_keystrokes
from station.scan.reading import Doubtful, Reading

NUMBER = "13112383852"


def numbers(text: str) -> list[str]:
    return [
        r.number.number if isinstance(r, Reading) else f"?{r.text}" for r in read_keystrokes(text)
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "13112383852",
        "131-12-38385-2",
        "A13112383852A",
        "b13112383852d",
        "１３１１２３８３８５２",
        "Ａ１３１１２３８３８５２Ａ",
        "あ13112383852あ",
        "ち13112383852ち",
        "]F0A13112383852A",
        "]F013112383852",
        " 13112383852 ",
    ],
)
@pytest.mark.parametrize("end", ["", "\r", "\n", "\r\n", "\t"])
def test_one_scan_in_every_setting(typed: str, end: str) -> None:
    assert numbers(typed + end) == [NUMBER]


def test_a_scan_counts_as_one_witness_and_is_believed() -> None:
    (reading,) = read_keystrokes("A13112383852A\r")
    assert isinstance(reading, Reading)
    assert (reading.witnesses, reading.symbology) == (("scanner",), "keyboard")
    (named,) = read_keystrokes("]F0A13112383852A")
    assert named.symbology == "nw7"


@pytest.mark.parametrize(
    "typed",
    [
        "]C1420787459400111206206406260787",
        "]C142078745\x1d9400111206206406260787",
        "420787459400111206206406260787",
        "9400111206206406260787",
    ],
)
def test_gs1_128_with_its_separator_or_without(typed: str) -> None:
    assert numbers(typed) == ["9400111206206406260787"]


@pytest.mark.parametrize(
    "typed",
    [
        "A13112383852AA20112345676A",
        "1311238385220112345676",
        "]F0A13112383852A]F0A20112345676A",
        "13112383852\r20112345676\r",
        "13112383852\t20112345676",
    ],
)
def test_two_codes_run_together_are_two(typed: str) -> None:
    assert numbers(typed) == [NUMBER, "20112345676"]


def test_the_same_piece_scanned_twice_in_a_burst() -> None:
    assert numbers("1311238385213112383852") == [NUMBER, NUMBER]


def test_what_is_not_known_is_doubtful_and_kept() -> None:
    (doubt,) = read_keystrokes("HELLO-1\r")
    assert isinstance(doubt, Doubtful)
    assert (doubt.text, doubt.why, doubt.witnesses) == ("HELLO-1", "unknown_family", ("scanner",))
    (wrong,) = read_keystrokes("13112383853")
    assert isinstance(wrong, Doubtful)
    assert wrong.why == "check_digit"


@pytest.mark.parametrize("nothing", ["", " ", "\r\n", "\t \n"])
def test_white_space_is_no_scan(nothing: str) -> None:
    assert read_keystrokes(nothing) == ()


@given(st.text(max_size=300))
def test_any_keys_give_readings_or_doubts(text: str) -> None:
    found = read_keystrokes(text)
    assert bool(found) == bool(text.strip()) or not text.strip("\r\n\t ")


def test_an_endless_burst_is_cut_off() -> None:
    assert len(read_keystrokes("1" * 100_000)) == 1


def test_a_long_line_is_one_doubtful_text_and_is_not_cut_everywhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def counting(text: str, symbology: str = "") -> TrackingNumber:
        asked.append(text)
        return identify(text, symbology)

    monkeypatch.setattr(keyboard, "identify", counting)
    (read,) = keyboard.read_keystrokes("0" * 4096)
    assert isinstance(read, Doubtful)
    assert len(asked) == 2
