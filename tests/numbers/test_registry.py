"""The families together: found by themselves, ambiguous where they are, refusing with a reason."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.numbers import (
    NotATrackingNumber,
    every_family,
    grouped,
    identify,
    is_carried_by,
    normalise,
)

TWELVE = ("japan_post_12", "yamato", "sagawa")


def test_all_families_are_found_in_their_order() -> None:
    assert [family.code for family in every_family()] == [
        "japan_post_11",
        "japan_post_12",
        "yamato",
        "sagawa",
        "s10",
        "usps_22",
        "usps_20",
        "canada_post_16",
        "ups",
        "fedex_12",
        "dhl_10",
        "dhl_11",
        "mail_room",
    ]
    assert len({family.order for family in every_family()}) == len(every_family())


def test_a_number_that_may_be_several_carriers_says_so() -> None:
    assert identify("405548424886").families == TWELVE
    assert identify("405548424886").family == "japan_post_12|yamato|sagawa"
    assert identify("73891051146").families == ("japan_post_11", "dhl_11")
    assert identify("000000000000").families == (*TWELVE, "fedex_12")
    assert identify("986578788855").families == ("fedex_12",)


def test_the_symbology_narrows_and_never_refuses() -> None:
    assert identify("13112383852", "nw7").families == ("japan_post_11",)
    assert identify("73891051146", "code128").families == ("dhl_11",)
    assert identify("405548424886", "nw7").families == TWELVE
    assert identify("405548424886", "qr").families == TWELVE
    assert is_carried_by(identify("13112383852"), "nw7")
    assert not is_carried_by(identify("13112383852"), "qr")


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
    with pytest.raises(
        NotATrackingNumber, match=rf"'{text}'.*expected the check digit of \w+.*got \d+.*do: "
    ) as caught:
        identify(text)
    assert (caught.value.reason, caught.value.text) == ("check_digit", text)


def test_an_error_never_says_which_digit_would_pass() -> None:
    """Whoever completes a misread number to please the rule makes a wrong number that looks right.

    The texts differ in the check digit alone; so do the errors, in the text that they repeat.
    """
    told = set()
    for wrong in "013456":
        with pytest.raises(NotATrackingNumber) as caught:
            identify("1311238385" + wrong)
        told.add(str(caught.value).replace("1311238385" + wrong, "..."))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("text", "got"),
    [
        ("", "nothing"),
        ("---", "nothing"),
        ("hello", "5 signs"),
        ("1.31E+10", "8 signs"),
        ("123", "3 digits"),
        ("JGB 01234", "8 signs"),
        ("RR12345678JP", "12 signs"),
        ("٣" * 11, "11 signs"),
        ("1" * 1000, "1000 digits"),
    ],
)
def test_what_no_family_looks_like_is_unknown(text: str, got: str) -> None:
    with pytest.raises(
        NotATrackingNumber, match=rf"japan_post_11: 11 digits.*got {got}, do: "
    ) as caught:
        identify(text)
    assert caught.value.reason == "unknown_family"


@given(st.text(max_size=60))
def test_any_text_is_a_number_or_is_refused(text: str) -> None:
    try:
        found = identify(text)
    except NotATrackingNumber:
        return
    assert identify(found.number) == found
    assert normalise(found.grouped) == found.number


def forget() -> None:
    """Let families and numbers be looked at anew."""
    every_family.cache_clear()
    identify.cache_clear()


@pytest.fixture
def newcomer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder whose modules count as families too, until the test is over."""
    before = set(sys.modules)
    package = sys.modules["station.numbers.families"]
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(tmp_path)])
    forget()
    yield tmp_path
    forget()
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_a_newcomer_adds_a_family_by_one_file(newcomer: Path) -> None:
    (newcomer / "village_post.py").write_text(
        "import re\n"
        "from station.numbers.family import Family\n"
        "FAMILY = Family(code='village_post', order=5, expected='V and two digits',\n"
        "    symbologies=frozenset(), form=re.compile('(V[0-9]{2})'),\n"
        "    check_holds=lambda number: number[1] == number[2], groups=(1, 2))\n"
    )
    assert identify("v-77").families == ("village_post",)
    assert identify("v-77").grouped == "V 77"
    with pytest.raises(NotATrackingNumber, match="check digit of village_post"):
        identify("V78")


def test_a_module_without_a_family_is_an_error_and_not_a_loss(newcomer: Path) -> None:
    (newcomer / "misspelt.py").write_text("FAMLY = None\n")
    with pytest.raises(TypeError, match=r"expected FAMILY.*misspelt.*do: add it"):
        identify("13112383852")
