"""Every reachable state of a small office, and the drawings that show them."""

import re
from functools import cache

import pytest

from station.custody.refusal import Reason
from tests.protocol.drawing import DOCUMENT, NOTHING, Arrow, arrows, drawn
from tests.protocol.laws import check_state, check_step
from tests.protocol.search import Explorer, Refusal, Step, Things
from tests.protocol.small_office import SORTING, TREASURY, Bounds

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
    "one piece counted at the day's end": Bounds(1, arrived=SORTING, sorts=False, closes=SORTING),
}
"""Small enough for every round of tests; together they walk along every arrow."""

SLOW_SEARCHES = {
    "one piece, every deed on it once its arrival is closed": Bounds(1, 1, arrived=TREASURY),
    "one piece, every deed from the carrier to the end": Bounds(1, 1, anew=False),
    "one piece taken in and sorted, every open case remembered": Bounds(
        1, remembers=True, anew=False
    ),
    "one piece between two handovers": Bounds(1, 2, arrived=SORTING, anew=False),
    "two pieces sorted and handed on": Bounds(2, 1, arrived=SORTING, anew=False),
}

HEADINGS = ("Arrival", "Sorting", "Handover", "End", "Day close", "Incident")
"""What docs/protocol.md draws."""

UNFIT = frozenset({Reason.ROLE_MISSING, Reason.NOT_MEMBER, Reason.NOT_NAMED})
"""Why somebody may not scan here at all.  Everybody else's scan is recorded, whatever it is of."""


class Witness:
    """Judges every step of a search, and remembers which arrows it went along."""

    def __init__(self) -> None:
        self.arrows: dict[str, set[Arrow]] = {}

    def step(self, step: Step) -> None:
        """Judge a deed that was done."""
        check_step(step.before, step.deed.actor.person, step.facts, step.after)
        for heading, arrow in arrows(step.deed.name, step.before, step.after):
            self.arrows.setdefault(heading, set()).add(arrow)

    def refusal(self, refusal: Refusal) -> None:
        """Judge a deed that was refused."""
        if refusal.deed.is_scan:
            assert refusal.refused.reason in UNFIT, f"{refusal.deed.name}: {refusal.refused}"

    def state(self, things: Things) -> None:
        """Judge a state."""
        check_state(things)


@cache
def walked(bounds: Bounds) -> tuple[int, int, Witness]:
    """Return how many states a search found, how many steps, and what was seen on the way."""
    witness = Witness()
    explorer = Explorer(bounds, witness)
    return explorer.explore(), explorer.steps, witness


def written(name: str) -> int:
    """Return the number of states that docs/protocol.md tells of a search."""
    row = re.search(rf"^\| {re.escape(name)} \| ([\d,]+) \|", DOCUMENT.read_text(), re.MULTILINE)
    assert row is not None, f"expected a line about {name!r} in {DOCUMENT.name}"
    return int(row[1].replace(",", ""))


@pytest.mark.slow
@pytest.mark.parametrize("name", SEARCHES)
def test_the_laws_hold_in_every_state(name: str) -> None:
    states, steps, _ = walked(SEARCHES[name])
    print(f"{name}: {states} states, {steps} steps")
    assert states > 1


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW_SEARCHES)
def test_the_laws_hold_in_every_state_of_a_larger_search(name: str) -> None:
    states, steps, witness = walked(SLOW_SEARCHES[name])
    print(f"{name}: {states} states, {steps} steps")
    assert states == written(name)
    for heading, found in witness.arrows.items():
        assert found <= drawn(heading)


@pytest.mark.slow
@pytest.mark.parametrize("name", SEARCHES)
def test_the_document_tells_how_many_states_there_are(name: str) -> None:
    assert walked(SEARCHES[name])[0] == written(name)


@pytest.mark.parametrize("heading", HEADINGS)
def test_the_drawing_has_exactly_the_arrows_that_exist(heading: str) -> None:
    found = set[Arrow]()
    for bounds in SEARCHES.values():
        found |= walked(bounds)[2].arrows.get(heading, set())
    assert found - drawn(heading) == set(), "arrows that exist and are not drawn"
    assert drawn(heading) - found == set(), "arrows that are drawn and do not exist"
    assert any(arrow.before == NOTHING for arrow in found)
