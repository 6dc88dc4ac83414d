"""Every sample number is known as what it is, and every wrong one is refused with a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import NotATrackingNumber, families, grouped, identify, normalise

TWELVE = ("japan_post_12", "yamato", "sagawa")

VALID = [
    ("131-12-38385-2", "13112383852", "131-12-38385-2", "japan_post_11"),
    ("12345678903", "12345678903", "123-45-67890-3", "japan_post_11"),
    ("30012345672", "30012345672", "300-12-34567-2", "japan_post_11"),
    ("55500123453", "55500123453", "555-00-12345-3", "japan_post_11"),
    ("73891051146", "73891051146", "738-91-05114-6", "dhl_11"),
    ("4055-4842-4886", "405548424886", "4055-4842-4886", "japan_post_12"),
    ("2026-1097-1043", "202610971043", "2026-1097-1043", "japan_post_12"),
    ("4444-1375-8703", "444413758703", "4444-1375-8703", "yamato"),
    ("5125-4751-4334", "512547514334", "5125-4751-4334", "sagawa"),
    ("2009-6118-5434", "200961185434", "2009-6118-5434", "sagawa"),
    ("999912345670", "999912345670", "9999-1234-5670", "japan_post_12"),
    ("RB123456785GB", "RB123456785GB", "RB 123 456 785 GB", "s10"),
    ("RR287043775IN", "RR287043775IN", "RR 287 043 775 IN", "s10"),
    ("AB473124829GB", "AB473124829GB", "AB 473 124 829 GB", "s10"),
    ("RB473124846PL", "RB473124846PL", "RB 473 124 846 PL", "s10"),
    ("rr 123 456 785 jp", "RR123456785JP", "RR 123 456 785 JP", "s10"),
    ("RR000000990JP", "RR000000990JP", "RR 000 000 990 JP", "s10"),
    ("RR999999995JP", "RR999999995JP", "RR 999 999 995 JP", "s10"),
    ("9400111206206406260787", "9400111206206406260787", "9400 1112 0620 6406 2607 87", "usps_22"),
    ("9405803699300124287899", "9405803699300124287899", "9405 8036 9930 0124 2878 99", "usps_22"),
    (
        "420787459400111206206406260787",
        "9400111206206406260787",
        "9400 1112 0620 6406 2607 87",
        "usps_22",
    ),
    (
        "4207874512349400111206206406260787",
        "9400111206206406260787",
        "9400 1112 0620 6406 2607 87",
        "usps_22",
    ),
    ("03071790000523483741", "03071790000523483741", "0307 1790 0005 2348 3741", "usps_20"),
    ("71123456789123456787", "71123456789123456787", "7112 3456 7891 2345 6787", "usps_20"),
    ("7035114477138472", "7035114477138472", "7035 1144 7713 8472", "canada_post_16"),
    ("0073938000549297", "0073938000549297", "0073 9380 0054 9297", "canada_post_16"),
    ("4002847016405018", "4002847016405018", "4002 8470 1640 5018", "canada_post_16"),
    ("1Z5R89390357567127", "1Z5R89390357567127", "1Z 5R8 939 03 5756 712 7", "ups"),
    ("1Z879E930346834440", "1Z879E930346834440", "1Z 879 E93 03 4683 444 0", "ups"),
    ("1Z410E7W0392751591", "1Z410E7W0392751591", "1Z 410 E7W 03 9275 159 1", "ups"),
    ("986578788855", "986578788855", "9865 7878 8855", "fedex_12"),
    ("477179081230", "477179081230", "4771 7908 1230", "fedex_12"),
    ("799531274483", "799531274483", "7995 3127 4483", "fedex_12"),
    ("3318810025", "3318810025", "33 1881 0025", "dhl_10"),
]


@pytest.mark.parametrize(("text", "number", "grouped", "family"), VALID)
def test_a_valid_number_is_known(text: str, number: str, grouped: str, family: str) -> None:
    found = identify(text)
    assert found.number == number
    assert family in found.families
    assert normalise(found.grouped) == number
    if family == found.families[0]:
        assert found.grouped == grouped


def test_a_number_that_may_be_several_carriers_says_so() -> None:
    assert identify("405548424886").families == TWELVE
    assert identify("405548424886").family == "japan_post_12|yamato|sagawa"
    assert identify("73891051146").families == ("japan_post_11", "dhl_11")


def test_the_symbology_narrows_and_never_refuses() -> None:
    assert identify("13112383852", "nw7").families == ("japan_post_11",)
    assert identify("73891051146", "code128").families == ("dhl_11",)
    assert identify("405548424886", "nw7").families == TWELVE
    assert identify("405548424886", "qr").families == TWELVE


def test_any_text_can_be_shown_to_people() -> None:
    assert grouped("13112383852") == "131-12-38385-2"
    assert grouped("no number") == "no number"


@pytest.mark.parametrize(
    "text",
    [
        "111111111111",
        "RB123456786US",
        "13112383853",
        "9400111206206406260788",
        "1Z5R89390357567128",
    ],
)
def test_a_wrong_check_digit_is_named_as_such(text: str) -> None:
    with pytest.raises(NotATrackingNumber, match=f"'{text}'.*expected the check digit") as caught:
        identify(text)
    assert (caught.value.reason, caught.value.text) == ("check_digit", text)


@pytest.mark.parametrize(
    "text", ["", "hello", "1.31E+10", "123", "JGB 01234", "RR12345678JP", "٣" * 11]
)
def test_what_no_family_looks_like_is_unknown(text: str) -> None:
    with pytest.raises(NotATrackingNumber, match="japan_post_11: 11 digits") as caught:
        identify(text)
    assert caught.value.reason == "unknown_family"


@pytest.mark.parametrize(
    ("number", "service"),
    [
        ("13112383852", "registered"),
        ("30012345672", "simple_registered"),
        ("55500123453", "recorded"),
        ("00000000000", None),
        ("405548424886", None),
        ("RR123456785JP", "registered"),
        ("AB473124829GB", None),
        ("9400111206206406260787", None),
        ("03071790000523483741", None),
        ("7035114477138472", None),
        ("1Z5R89390357567127", None),
        ("986578788855", None),
        ("3318810025", None),
    ],
)
def test_the_service_is_a_hint(number: str, service: str | None) -> None:
    assert identify(number).service == service


def test_full_width_spaces_and_every_hyphen_are_read_through() -> None:
    assert normalise(" １３１−１２ー３８３８５‐２\u3000") == "13112383852"
    assert normalise("ｒｒ123456785ｊｐ") == "RR123456785JP"


@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    try:
        found = identify(text)
    except NotATrackingNumber:
        return
    assert identify(found.number) == found


def test_dhl_groups_its_11_digits_in_its_own_way() -> None:
    dhl = next(family for family in families() if family.CODE == "dhl_11")
    assert dhl.group("73891051146") == "738 9105 1146"


def test_every_family_has_a_place_and_a_name_of_its_own() -> None:
    assert len({family.ORDER for family in families()}) == len(families()) == 12
    assert len({family.CODE for family in families()}) == 12


@pytest.mark.parametrize("family", families(), ids=lambda family: family.CODE)
def test_a_family_says_what_it_expects(family: object) -> None:
    expected = family.EXPECTED  # type: ignore[attr-defined]
    assert len(expected) > 5
