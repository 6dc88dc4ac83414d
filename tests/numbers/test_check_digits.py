"""What each check digit catches, and what it cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import NotATrackingNumber, check_digits, identify

TEN_DIGITS = st.text("0123456789", min_size=10, max_size=10)
EIGHT_DIGITS = st.text("0123456789", min_size=8, max_size=8)
BLIND = {"0": "7", "7": "0", "1": "8", "8": "1", "2": "9", "9": "2"}


def with_7dr(digits: str) -> str:
    return digits + str(check_digits.seven_dr(digits))


def is_known(number: str) -> bool:
    try:
        identify(number)
    except NotATrackingNumber:
        return False
    return True


@given(TEN_DIGITS, st.data())
def test_7dr_catches_every_single_wrong_digit_but_its_blind_pairs(
    digits: str, data: st.DataObject
) -> None:
    number = with_7dr(digits)
    place = data.draw(st.integers(0, 10))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != number[place]]))
    changed = number[:place] + wrong + number[place + 1 :]
    assert is_known(changed) == (place < 10 and BLIND.get(number[place]) == wrong)


@given(TEN_DIGITS, st.integers(0, 8))
def test_7dr_catches_exchanged_neighbours_unless_they_differ_by_seven(
    digits: str, place: int
) -> None:
    number = with_7dr(digits)
    one, two = number[place], number[place + 1]
    changed = number[:place] + two + one + number[place + 2 :]
    blind = abs(int(one) - int(two)) in {0, 7}
    assert is_known(changed) == blind


@given(EIGHT_DIGITS, st.data())
def test_s10_catches_every_single_wrong_digit_but_one_pair(
    serial: str, data: st.DataObject
) -> None:
    """A sum that leaves 0 and one that leaves 6 both give 5: a change between them is unseen."""
    number = f"RR{serial}{check_digits.s10(serial)}JP"
    place = data.draw(st.integers(0, 7))
    wrong = data.draw(st.sampled_from([d for d in "0123456789" if d != serial[place]]))
    changed = serial[:place] + wrong + serial[place + 1 :]
    sums = [
        sum(int(d) * w for d, w in zip(s, check_digits.S10_WEIGHTS, strict=True)) % 11
        for s in (serial, changed)
    ]
    blind = sorted(sums) == [0, 6]
    assert is_known(number[:2] + changed + number[10:]) == blind


@given(EIGHT_DIGITS, st.integers(0, 9))
def test_s10_knows_one_check_digit_only(serial: str, digit: int) -> None:
    assert is_known(f"RR{serial}{digit}JP") == (digit == check_digits.s10(serial))


@pytest.mark.parametrize(("serial", "digit"), [("00000099", 0), ("99999999", 5), ("12345678", 5)])
def test_s10_at_its_edges(serial: str, digit: int) -> None:
    assert check_digits.s10(serial) == digit


@pytest.mark.parametrize("number", ["9400111206206406260787", "03071790000523483741"])
def test_modulo_10_catches_every_single_wrong_digit(number: str) -> None:
    for place, right in enumerate(number):
        for wrong in set("0123456789") - {right}:
            changed = number[:place] + wrong + number[place + 1 :]
            assert not is_known(changed), changed


def test_about_one_arbitrary_text_of_12_digits_in_seven_passes_some_check() -> None:
    """numbers.md: a check digit alone never makes a reading trustworthy."""
    passing = sum(is_known(f"{n * 7919:012d}") for n in range(10_000))
    assert 0.08 < passing / 10_000 < 0.20
