"""Who judges what a search finds: every step, every refusal."""

from dataclasses import dataclass
from typing import Protocol

from station.custody.evolve import evolve
from station.custody.facts import Facts
from station.custody.refusal import Reason, Refused
from station.custody.state import Aggregate
from station.custody.values import Stamp
from tests.protocol.attempts import Deed
from tests.protocol.drawing import Arrow, arrows
from tests.protocol.laws import check_step
from tests.protocol.small_office import MOMENT
from tests.support.memory import MemoryBooks

UNFIT = frozenset({Reason.ROLE_MISSING, Reason.NOT_MEMBER, Reason.NOT_NAMED})
"""Why somebody may not scan here at all.  Everybody else's scan is recorded, whatever it is of."""


@dataclass(frozen=True, slots=True)
class Step:
    """A deed that was allowed, and at least all that it read or changed, before and after it."""

    deed: Deed
    facts: Facts
    before: tuple[Aggregate, ...]
    after: tuple[Aggregate, ...]


class Judge(Protocol):
    """Who is shown all deeds that a search tries."""

    def step(self, step: Step) -> None:
        """See a deed done."""

    def refusal(self, deed: Deed, refused: Refused) -> None:
        """See a deed refused."""


def tried(deed: Deed, books: MemoryBooks, judge: Judge) -> Facts | None:
    """Return the facts of a deed, which the books follow; None where hands or rules stop it."""
    if not deed.can_be(books):
        return None
    try:
        facts = deed.decide(books)
    except Refused as refused:
        judge.refusal(deed, refused)
        return None
    for place, fact in enumerate(facts):
        evolve(fact, Stamp(1_000 + place, MOMENT, deed.person), books)
    return facts


class Laws:
    """Holds every step to the laws."""

    def step(self, step: Step) -> None:
        """Judge a deed that was done."""
        check_step(step.before, step.deed.person, step.facts, step.after)

    def refusal(self, deed: Deed, refused: Refused) -> None:
        """Judge a deed that was refused."""
        if deed.is_scan:
            assert refused.reason in UNFIT, f"{deed.name}: {refused}"


class Witness(Laws):
    """Remembers besides which arrows of the drawings the steps went along."""

    def __init__(self) -> None:
        self.arrows: dict[str, set[Arrow]] = {}

    def step(self, step: Step) -> None:
        """Judge a deed that was done, and see where it led."""
        super().step(step)
        for heading, arrow in arrows(step.deed.name, step.before, step.after):
            self.arrows.setdefault(heading, set()).add(arrow)
