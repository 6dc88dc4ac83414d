"""Facts survive the journal."""

from uuid import UUID

import pytest

from station.custody import facts as f
from station.custody.values import CaseKind, PersonalRef, Role, Side
from station.ledger.codec import KINDS, decode, encode, kind_of, subjects_of
from tests.support.play import START, doubtful, key, scan

SAMPLES = [
    f.OfficeFounded("市役所"),
    f.PersonEnrolled(key("a"), PersonalRef(key("n"), "0" * 64), "01", (Role.CLERK, Role.RECEIVER)),
    f.ArrivalOpened(key("a"), "日本郵便", 21, START, "01", None),
    f.ItemTakenIn(key("a"), key("i"), scan("13112383852"), key("e")),
    f.CaseOpened(key("c"), CaseKind.DOUBTFUL, key("a"), scan=doubtful("???")),
    f.CountFinished(key("h"), 9, 8, (key("i"),), (), None),
    f.HandoverSigned(key("h"), Side.GIVER, key("p"), "d" * 64),
    f.HandoverSealed(key("h"), "01", "02", (key("i"), key("j")), "d", key("p"), key("q")),
]


@pytest.mark.parametrize("fact", SAMPLES, ids=lambda fact: type(fact).__name__)
def test_a_fact_comes_back_as_it_went(fact: f.Fact) -> None:
    line = encode(fact)
    assert decode(str(line["kind"]), 1, line["payload"]) == fact


def test_every_kind_has_a_name_of_its_own() -> None:
    assert len(KINDS) == len(f.ALL_KINDS)
    assert kind_of(f.ArrivalClosedWithDifference) == "arrival_closed_with_difference"


def test_an_unknown_kind_or_version_is_an_error() -> None:
    for kind, version in (("item_eaten", 1), ("office_founded", 2), ("office_founded", 0)):
        with pytest.raises(ValueError, match="expected a known kind"):
            decode(kind, version, {"name": "x"})


def test_an_entry_is_found_by_all_that_it_is_about() -> None:
    sealed = SAMPLES[-1]
    assert subjects_of(sealed) == {key("h"), key("i"), key("j")}
    assert subjects_of(f.OfficeFounded("x")) == frozenset()
    referred = f.ArrivalReferred(key("a"), 2, 1, ("13112383852",))
    assert subjects_of(referred) == {key("a")}
    assert all(isinstance(subject, UUID) for subject in subjects_of(SAMPLES[3]))
