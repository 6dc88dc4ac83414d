"""UPU S10 identifiers."""

import pytest

from station.numbers import NotATrackingNumber, identify


@pytest.mark.parametrize(
    ("text", "grouped", "service"),
    [
        ("RB123456785GB", "RB 123 456 785 GB", "registered"),
        ("RR287043775IN", "RR 287 043 775 IN", "registered"),
        ("AB473124829GB", "AB 473 124 829 GB", None),
        ("RR473124846PL", "RR 473 124 846 PL", "registered"),
        ("rr 123 456 785 jp", "RR 123 456 785 JP", "registered"),
        ("EE123456785JP", "EE 123 456 785 JP", "ems"),
        ("RR000000990JP", "RR 000 000 990 JP", "registered"),
        ("RR999999995JP", "RR 999 999 995 JP", "registered"),
    ],
)
def test_a_valid_identifier(text: str, grouped: str, service: str | None) -> None:
    found = identify(text)
    assert found.families == ("s10",)
    assert found.number == grouped.replace(" ", "")
    assert (found.grouped, found.service) == (grouped, service)


@pytest.mark.parametrize(
    ("letter", "service"),
    [
        ("C", "parcel"),
        ("E", "ems"),
        ("H", "e_commerce"),
        ("L", "express"),
        ("M", "m_bag"),
        ("Q", "business_reply"),
        ("R", "registered"),
        ("U", "other"),
        ("V", "insured"),
        ("Z", None),
    ],
)
def test_the_first_letter_hints_at_the_service(letter: str, service: str | None) -> None:
    assert identify(f"{letter}A123456785JP").service == service


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("RB123456786US", "check_digit"),
        ("RB12345678US", "unknown_family"),
        ("RB1234567855US", "unknown_family"),
        ("R1123456785US", "unknown_family"),
        ("RB123456785U5", "unknown_family"),
    ],
)
def test_an_invalid_one_is_refused(text: str, reason: str) -> None:
    with pytest.raises(NotATrackingNumber) as caught:
        identify(text)
    assert caught.value.reason == reason
