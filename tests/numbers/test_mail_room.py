"""The mail room's own labels: no carrier's number, and no slip of the hand makes one of another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import NotATrackingNumber, every_family, identify
from station.numbers.check_digits import mod97_10, mod97_10_holds
from station.numbers.mail_room import SERIAL_MAX, number_of
from station.scan.keyboard import read_keystrokes
from station.scan.reading import Reading

SERIALS = st.integers(1, SERIAL_MAX)


def test_check_digits_of_published_numbers_hold() -> None:
    """ISO/IEC 7064's own example 794 with 44; an IBAN, its country moved to the end; an LEI."""
    assert mod97_10("794") == "44"
    assert mod97_10_holds("WEST12345698765432GB82")
    assert mod97_10_holds("5493001KJTIIGC8Y1R12")
    assert not mod97_10_holds("5493001KJTIIGC8Y1R21")


def test_a_label_reads_as_people_write_it() -> None:
    found = identify(number_of(1))
    assert (found.families, found.service) == (("mail_room",), None)
    assert found.grouped == f"MRL-0000-0001-{found.number[-2:]}"
    assert identify(found.grouped.lower()) == found


@pytest.mark.parametrize("serial", [0, -1, SERIAL_MAX + 1])
def test_there_is_no_label_beyond_the_range(serial: int) -> None:
    with pytest.raises(ValueError, match="expected a serial number from 1 to 99999999"):
        number_of(serial)


@given(SERIALS)
def test_it_is_no_carriers(serial: int) -> None:
    number = number_of(serial)
    assert [family.code for family in every_family() if family.parse(number)] == ["mail_room"]


@given(SERIALS, st.integers(0, 12), st.sampled_from("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
def test_one_wrong_sign_is_seen(serial: int, place: int, sign: str) -> None:
    number = number_of(serial)
    wrong = number[:place] + sign + number[place + 1 :]
    if wrong != number:
        with pytest.raises(NotATrackingNumber):
            identify(wrong)


@given(SERIALS, st.integers(0, 12), st.integers(0, 12))
def test_two_signs_exchanged_are_seen(serial: int, one: int, other: int) -> None:
    signs = list(number_of(serial))
    signs[one], signs[other] = signs[other], signs[one]
    if "".join(signs) != number_of(serial):
        with pytest.raises(NotATrackingNumber):
            identify("".join(signs))


@pytest.mark.parametrize("typed", ["{}", "]C0{}", "ｍｒｌ{}"])
def test_a_hand_scanner_reads_it_under_any_input_method(typed: str) -> None:
    number = number_of(12_345_678)
    burst = typed.format(number.removeprefix("MRL") if typed.startswith("ｍ") else number)
    (found,) = read_keystrokes(burst + "\r")
    assert isinstance(found, Reading)
    assert found.number.number == number
