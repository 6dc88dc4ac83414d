"""Japan Post's 11 and 12 digits, and the carriers that share the latter."""

import pytest

from station.numbers import identify


@pytest.mark.parametrize(
    ("text", "number", "grouped", "service"),
    [
        ("131-12-38385-2", "13112383852", "131-12-38385-2", "registered"),
        ("12345678903", "12345678903", "123-45-67890-3", "registered"),
        ("20112345676", "20112345676", "201-12-34567-6", "cash_registered"),
        ("30012345672", "30012345672", "300-12-34567-2", "simple_registered"),
        ("55500123453", "55500123453", "555-00-12345-3", "recorded"),
        ("73891051146", "73891051146", "738-91-05114-6", "cash_on_delivery"),
        ("00000000000", "00000000000", "000-00-00000-0", None),
    ],
)
def test_11_digits(text: str, number: str, grouped: str, service: str | None) -> None:
    found = identify(text)
    assert found.families[0] == "japan_post_11"
    assert (found.number, found.grouped, found.service) == (number, grouped, service)


@pytest.mark.parametrize(
    "text",
    [
        "4055-4842-4886",  # Japan Post
        "2026-1097-1043",  # Japan Post
        "4444-1375-8703",  # Yamato
        "5125-4751-4334",  # Sagawa
        "2009-6118-5434",  # Yamato or Sagawa
        "9999-1234-5670",
    ],
)
def test_12_digits_may_be_any_of_three_carriers(text: str) -> None:
    found = identify(text)
    assert found.families[:3] == ("japan_post_12", "yamato", "sagawa")
    assert (found.number, found.grouped) == (text.replace("-", ""), text)
    assert found.service is None
