"""What each check digit catches, and what it cannot: every family, every single wrong sign."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import NotATrackingNumber, check_digits, identify

DIGITS = "0123456789"
BODY = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def of_digits(length: int) -> st.SearchStrategy[str]:
    return st.text(DIGITS, min_size=length, max_size=length)


def by_7dr(digits: str) -> str:
    return digits + str(check_digits.seven_dr(digits))


def by_mod10(digits: str) -> str:
    return digits + str(check_digits.mod10_from_right(digits))


def by_fedex(digits: str) -> str:
    return digits + str(check_digits.fedex(digits))


def by_s10(serial: str) -> str:
    return f"RR{serial}{check_digits.s10(serial)}JP"


def by_ups(body: str) -> str:
    return f"1Z{body}{check_digits.ups(body)}"


def may_be(number: str, *codes: str) -> bool:
    """Whether a text is known as a number of one of these families (of any, where none is said)."""
    try:
        found = identify(number).families
    except NotATrackingNumber:
        return False
    return not codes or bool(set(found) & set(codes))


def with_sign(number: str, place: int, sign: str) -> str:
    return number[:place] + sign + number[place + 1 :]


def exchanged(number: str, place: int) -> str:
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


def apart(one: str, two: str) -> int:
    return abs(int(one) - int(two))


@pytest.mark.parametrize(
    ("length", "codes"),
    [
        (11, ("japan_post_11", "dhl_11")),
        (12, ("japan_post_12", "yamato", "sagawa")),
        (10, ("dhl_10",)),
    ],
)
@given(data=st.data())
def test_7dr_catches_every_single_wrong_digit_but_its_blind_pairs(
    length: int, codes: tuple[str, ...], data: st.DataObject
) -> None:
    """0/7, 1/8 and 2/9 look alike to it, but in its own place, where no 7, 8 or 9 can stand."""
    number = by_7dr(data.draw(of_digits(length - 1)))
    place = data.draw(st.integers(0, length - 1))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != number[place]]))
    blind = place < length - 1 and apart(wrong, number[place]) == 7
    assert may_be(with_sign(number, place, wrong), *codes) == blind


@given(of_digits(10), st.integers(0, 8))
def test_7dr_catches_exchanged_neighbours_unless_they_differ_by_seven(
    digits: str, place: int
) -> None:
    number = by_7dr(digits)
    blind = apart(number[place], number[place + 1]) in {0, 7}
    assert may_be(exchanged(number, place)) == blind


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("13112383852", "13182383852"),  # 1 read as 8
        ("13112383852", "13119383852"),  # 2 read as 9
        ("30012345672", "37012345672"),  # 0 read as 7
        ("12370456781", "12307456781"),  # 7 and 0 exchanged
    ],
)
def test_7dr_lets_these_wrong_numbers_pass(right: str, wrong: str) -> None:
    """Why a check digit alone never makes a reading trustworthy, on four numbers."""
    assert may_be(right)
    assert may_be(wrong)


def s10_sum(serial: str) -> int:
    return sum(int(d) * w for d, w in zip(serial, check_digits.S10_WEIGHTS, strict=True)) % 11


@given(of_digits(8), st.data())
def test_s10_catches_every_single_wrong_digit_but_one_pair(
    serial: str, data: st.DataObject
) -> None:
    """A sum that leaves 0 and one that leaves 6 both give 5: a change between them is unseen."""
    number = by_s10(serial)
    place = data.draw(st.integers(0, 7))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != serial[place]]))
    changed = with_sign(serial, place, wrong)
    blind = {s10_sum(serial), s10_sum(changed)} == {0, 6}
    assert may_be(number[:2] + changed + number[10:]) == blind


@given(of_digits(8), st.integers(0, 6))
def test_s10_catches_exchanged_neighbours_but_one_pair(serial: str, place: int) -> None:
    number = by_s10(serial)
    changed = exchanged(serial, place)
    blind = changed == serial or {s10_sum(serial), s10_sum(changed)} == {0, 6}
    assert may_be(number[:2] + changed + number[10:]) == blind


@given(of_digits(8), st.integers(0, 9))
def test_s10_knows_one_check_digit_only(serial: str, digit: int) -> None:
    assert may_be(f"RR{serial}{digit}JP") == (digit == check_digits.s10(serial))


@pytest.mark.parametrize(("serial", "digit"), [("00000099", 0), ("99999999", 5), ("12345678", 5)])
def test_s10_at_its_edges(serial: str, digit: int) -> None:
    assert check_digits.s10(serial) == digit


MODULO_10 = [("9", 20, "usps_22"), ("", 19, "usps_20"), ("", 15, "canada_post_16")]


@pytest.mark.parametrize(("start", "length", "code"), MODULO_10)
@given(data=st.data())
def test_modulo_10_catches_every_single_wrong_digit(
    start: str, length: int, code: str, data: st.DataObject
) -> None:
    number = by_mod10(start + data.draw(of_digits(length)))
    place = data.draw(st.integers(0, len(number) - 1))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != number[place]]))
    assert may_be(number, code)
    assert not may_be(with_sign(number, place, wrong), code)


@pytest.mark.parametrize(("start", "length", "code"), MODULO_10)
@given(data=st.data())
def test_modulo_10_catches_exchanged_neighbours_unless_they_differ_by_five(
    start: str, length: int, code: str, data: st.DataObject
) -> None:
    number = by_mod10(start + data.draw(of_digits(length)))
    place = data.draw(st.integers(len(start), len(number) - 2))
    blind = apart(number[place], number[place + 1]) in {0, 5}
    assert may_be(exchanged(number, place), code) == blind


def ups_value(sign: str) -> int:
    return int(sign) if sign.isdigit() else (ord(sign) - 3) % 10


@given(st.text(BODY, min_size=15, max_size=15), st.data())
def test_ups_catches_every_single_wrong_sign_but_those_that_count_alike(
    body: str, data: st.DataObject
) -> None:
    """At a place of weight 2, values five apart count alike; at every place, equal values do."""
    place = data.draw(st.integers(0, 14))
    wrong = data.draw(st.sampled_from([sign for sign in BODY if sign != body[place]]))
    difference = (ups_value(wrong) - ups_value(body[place])) % 10
    blind = difference == 0 or (place % 2 == 1 and difference == 5)
    number = by_ups(body)
    assert may_be(with_sign(number, place + 2, wrong), "ups") == blind


@given(st.text(BODY, min_size=15, max_size=15), st.sampled_from(DIGITS))
def test_ups_knows_one_check_digit_only(body: str, digit: str) -> None:
    assert may_be(f"1Z{body}{digit}", "ups") == (digit == str(check_digits.ups(body)))


def fedex_sum(digits: str) -> int:
    return sum(int(d) * check_digits.FEDEX_WEIGHTS[i % 3] for i, d in enumerate(digits)) % 11


@given(of_digits(11), st.data())
def test_fedex_catches_every_single_wrong_digit_but_one_pair(
    digits: str, data: st.DataObject
) -> None:
    """A sum that leaves 0 and one that leaves 10 both give 0: a change between them is unseen."""
    number = by_fedex(digits)
    place = data.draw(st.integers(0, 11))
    wrong = data.draw(st.sampled_from([d for d in DIGITS if d != number[place]]))
    changed = with_sign(number, place, wrong)
    blind = place < 11 and {fedex_sum(digits), fedex_sum(changed[:11])} == {0, 10}
    assert may_be(changed, "fedex_12") == blind


@pytest.mark.parametrize(
    ("made", "length"),
    [(by_7dr, 10), (by_7dr, 11), (by_7dr, 9), (by_s10, 8), (by_mod10, 15), (by_fedex, 11)],
)
@given(data=st.data())
def test_what_is_made_by_the_rule_is_known(
    made: Callable[[str], str], length: int, data: st.DataObject
) -> None:
    number = made(data.draw(of_digits(length)))
    assert identify(number).number == number


def test_about_one_arbitrary_text_of_12_digits_in_six_passes_some_check() -> None:
    """7DR lets one in ten pass and FedEx another one in ten."""
    passing = sum(may_be(f"{n * 7919:012d}") for n in range(10_000))
    assert 0.15 < passing / 10_000 < 0.23
