"""What one family says for itself."""

import re

from station.numbers.family import Family, no_hint

PARCEL = Family(
    code="parcel",
    order=1,
    expected="P and four digits",
    symbologies=frozenset(),
    form=re.compile(r"(?:ZIP)?(P[0-9]{4})"),
    check_holds=lambda number: number.endswith("0"),
    groups=(1, 2, 2),
)


def test_the_prefix_that_its_form_leaves_out_is_no_part_of_the_number() -> None:
    assert PARCEL.parse("ZIPP1230") == "P1230"
    assert PARCEL.parse("P1230") == "P1230"
    assert PARCEL.parse("P123") is None


def test_it_groups_for_people() -> None:
    assert PARCEL.group("P1230") == "P 12 30"


def test_without_a_rule_there_is_no_hint() -> None:
    assert PARCEL.service("P1230") is None
    assert no_hint("") is None
