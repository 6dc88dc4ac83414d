"""USPS numbers of 22 and of 20 digits, with their routing prefix and without."""

import pytest

from station.numbers import NotATrackingNumber, identify

PLAIN = "9400111206206406260787"


@pytest.mark.parametrize("prefix", ["", "42078745", "420787451234", "420 78745 "])
def test_the_routing_prefix_is_no_part_of_the_number(prefix: str) -> None:
    found = identify(prefix + PLAIN)
    assert (found.number, found.families) == (PLAIN, ("usps_22",))
    assert found.grouped == "9400 1112 0620 6406 2607 87"
    assert found.service is None


def test_another_22_digits() -> None:
    assert identify("9405803699300124287899").grouped == "9405 8036 9930 0124 2878 99"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("4207874" + PLAIN, "unknown_family"),
        ("421" + "78745" + PLAIN, "unknown_family"),
        ("8" + PLAIN[1:], "unknown_family"),
        ("42078745" + PLAIN[:-1] + "8", "check_digit"),
    ],
)
def test_what_only_looks_like_it(text: str, reason: str) -> None:
    with pytest.raises(NotATrackingNumber) as caught:
        identify(text)
    assert caught.value.reason == reason


@pytest.mark.parametrize("text", ["03071790000523483741", "71123456789123456787"])
def test_20_digits(text: str) -> None:
    found = identify(text)
    assert (found.number, found.families) == (text, ("usps_20",))
    assert found.grouped.split() == [text[at : at + 4] for at in range(0, 20, 4)]
