"""Canada Post, UPS, FedEx and DHL Express, by numbers from their labels."""

import pytest

from station.numbers import every_family, identify


@pytest.mark.parametrize(
    ("grouped", "code"),
    [
        ("7035 1144 7713 8472", "canada_post_16"),
        ("0073 9380 0054 9297", "canada_post_16"),
        ("4002 8470 1640 5018", "canada_post_16"),
        ("1Z 5R8 939 03 5756 712 7", "ups"),
        ("1Z 879 E93 03 4683 444 0", "ups"),
        ("1Z 410 E7W 03 9275 159 1", "ups"),
        ("9865 7878 8855", "fedex_12"),
        ("4771 7908 1230", "fedex_12"),
        ("7995 3127 4483", "fedex_12"),
        ("33 1881 0025", "dhl_10"),
    ],
)
def test_a_number_from_a_label(grouped: str, code: str) -> None:
    found = identify(grouped)
    assert code in found.families
    assert found.number == grouped.replace(" ", "")
    assert found.service is None
    assert next(f for f in every_family() if f.code == code).group(found.number) == grouped


def test_dhl_express_groups_its_11_digits_in_its_own_way() -> None:
    found = identify("738 9105 1146", "code128")
    assert (found.number, found.grouped) == ("73891051146", "738 9105 1146")
