"""Every reachable state of a small office, and the drawings that show them."""

from dataclasses import replace
from functools import cache
from types import ModuleType
from typing import Any

import pytest

from station.custody import handover, incident, receipt, review
from station.custody.facts import Facts
from tests.protocol.drawing import NOTHING, Arrow, drawn, states_told
from tests.protocol.judge import Laws, Witness
from tests.protocol.plain_search import PlainSearch
from tests.protocol.small_office import SORTING, TREASURY, Bounds
from tests.protocol.symbolic.reach import Reach

FEW_WORDS = (TREASURY, None)

SEARCHES = {
    "one piece, every word on it, handed on": Bounds(1, 1, arrived=TREASURY, anew=False),
    "one piece, its route questioned, scanned early": Bounds(
        1, 1, arrived=TREASURY, words=FEW_WORDS
    ),
    "one piece, its route questioned where it is": Bounds(1, arrived=SORTING),
    "one piece handed from person to person": Bounds(
        1, 1, arrived=SORTING, in_person=True, words=FEW_WORDS, anew=False
    ),
    "two pieces taken in, counted and taken back": Bounds(2, sorts=False),
    "one piece missed, searched for, lost": Bounds(
        1, arrived=SORTING, misses=True, words=FEW_WORDS, anew=False
    ),
    "one piece missed, found, and another after all": Bounds(
        1, arrived=SORTING, misses=True, doubts=True, words=(), anew=False
    ),
    "one piece counted at the day's end": Bounds(1, arrived=SORTING, sorts=False, closes=SORTING),
    "one piece counted at the day's end, found, and another after all": Bounds(
        1, arrived=SORTING, sorts=False, closes=SORTING, doubts=True
    ),
    "one piece taken in by hand": Bounds(1, sorts=False, by_hand=True),
    "one piece marked as confidential, not opened": Bounds(
        1, arrived=SORTING, opens=True, by_hand=True, words=FEW_WORDS, anew=False
    ),
    "one piece left lying, found by the clock": Bounds(
        1, 1, arrived=TREASURY, waits=True, words=FEW_WORDS, anew=False
    ),
}
"""Small enough to be walked one state after the other; together they walk along every arrow."""

SLOW_SEARCHES = {
    "one piece, every deed from the carrier to the end": Bounds(1, 1),
    "one piece, undecided and opened": Bounds(1, 1, arrived=SORTING, opens=True),
    "one piece taken in and sorted, every open case remembered": Bounds(
        1, remembers=True, anew=False
    ),
    "two pieces between two handovers": Bounds(2, 2, arrived=SORTING, anew=False),
    "two pieces, every deed on them once their arrival is closed": Bounds(2, 1, arrived=TREASURY),
    "two pieces counted at the day's end": Bounds(2, arrived=SORTING, sorts=False, closes=SORTING),
    "two pieces, every deed from the carrier to the end": Bounds(2, 1),
    "the same, opened to sort them": Bounds(2, 1, opens=True),
    "two pieces taken in and sorted, every open case remembered": Bounds(2, remembers=True),
    "two pieces, once their arrival is closed, counted": Bounds(
        2, 1, arrived=TREASURY, closes=TREASURY
    ),
}

HEADINGS = ("Arrival", "Sorting", "Handover", "End", "Day close", "Incident")
"""What docs/protocol.md draws."""


@cache
def walked(bounds: Bounds) -> tuple[int, Witness]:
    """Return how many states a search found, and what was seen on the way."""
    witness = Witness()
    return Reach(bounds, witness).explore(), witness


@pytest.mark.parametrize("name", SEARCHES)
def test_the_laws_hold_in_every_state(name: str) -> None:
    states, _ = walked(SEARCHES[name])
    print(f"{name}: {states:,} states")
    assert states == states_told(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW_SEARCHES)
def test_the_laws_hold_in_every_state_of_a_larger_search(name: str) -> None:
    states = Reach(SLOW_SEARCHES[name], Laws()).explore()
    print(f"{name}: {states:,} states")
    assert states == states_told(name)


def test_a_narrower_search_that_is_walked_first_changes_nothing_in_the_end() -> None:
    name = "one piece, its route questioned, scanned early"
    bounds = SEARCHES[name]
    narrower = replace(bounds, anew=False)
    assert Reach(narrower, Laws()).explore() < states_told(name)
    assert Reach(bounds, Laws(), narrower).explore() == states_told(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", SEARCHES)
def test_one_state_after_the_other_there_are_as_many(name: str) -> None:
    witness = Witness()
    assert PlainSearch(SEARCHES[name], witness).explore() == states_told(name)
    assert witness.arrows == walked(SEARCHES[name])[1].arrows


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_drawing_has_exactly_the_arrows_that_exist(heading: str) -> None:
    found = set[Arrow]()
    for bounds in SEARCHES.values():
        found |= walked(bounds)[1].arrows.get(heading, set())
    assert found - drawn(heading) == set(), "arrows that exist and are not drawn"
    assert drawn(heading) - found == set(), "arrows that are drawn and do not exist"
    assert any(arrow.before == NOTHING for arrow in found)


MISSED = SEARCHES["one piece missed, searched for, lost"]
HANDED_ON = SEARCHES["one piece, every word on it, handed on"]


@pytest.mark.parametrize("search", [Reach, PlainSearch])
@pytest.mark.parametrize(
    ("module", "rule", "says", "bounds", "law"),
    [
        (review, "require_uninvolved", None, MISSED, "and another agrees now"),
        (incident, "require_uninvolved", None, MISSED, "and another closes"),
        (handover, "_require_unchanged", None, HANDED_ON, "what is signed is what was counted"),
        (receipt, "differences", ((), ()), HANDED_ON, "only equal sets are signed"),
    ],
)
def test_a_rule_that_lets_too_much_pass_breaks_a_law(
    search: type[Reach | PlainSearch],
    module: ModuleType,
    rule: str,
    says: object,
    bounds: Bounds,
    law: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, rule, lambda *_: says)
    with pytest.raises(AssertionError, match=law):
        search(bounds, Laws()).explore()


@pytest.mark.parametrize("search", [Reach, PlainSearch])
def test_what_is_finished_is_held_to_the_laws_before_it_goes(
    search: type[Reach | PlainSearch], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign = handover.sign

    def sealing_alone(*args: Any, **details: Any) -> Facts:
        facts = sign(*args, **details)
        return facts[1:] if len(facts) > 1 else facts

    monkeypatch.setattr(handover, "sign", sealing_alone)
    with pytest.raises(AssertionError, match="both sides signed"):
        search(HANDED_ON, Laws()).explore()
