"""The drawings of docs/protocol.md: what stands there, and which arrow a step is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from station.custody.state import Aggregate, Arrival, Handover, Item, ItemStatus, Phase

DOCUMENT = Path(__file__).parents[2] / "docs" / "protocol.md"

NOTHING = "[*]"
"""Mermaid's sign for what is not there yet."""


@dataclass(frozen=True, slots=True, order=True)
class Arrow:
    """One arrow of a drawing: a deed leads from one state to another."""

    before: str
    after: str
    deed: str


def drawn(heading: str) -> set[Arrow]:
    """Return every arrow that is drawn below a heading of docs/protocol.md."""
    section = DOCUMENT.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = section.split("```mermaid\n")[1].split("```")[0].splitlines()
    found = set()
    for line in lines:
        arrow = re.fullmatch(r"\s*(\S+) --> (\S+): (.+)", line)
        if arrow:
            before, after, deeds = arrow.groups()
            found |= {Arrow(before, after, deed) for deed in deeds.split(", ")}
    return found


def arrows(
    deed: str, before: Iterable[Aggregate], after: Iterable[Aggregate]
) -> Iterator[tuple[str, Arrow]]:
    """Yield (heading, arrow) for all that a deed moved from one drawn state to another."""
    was, now = _states(before), _states(after)
    for key, (heading, state) in now.items():
        old = was.get(key, (heading, NOTHING))[1]
        if old != state:
            yield heading, Arrow(old, state, deed)


def _states(books: Iterable[Aggregate]) -> dict[UUID, tuple[str, str]]:
    return {
        one.id: (HEADINGS[type(one)], _state(one))
        for one in books
        if isinstance(one, Arrival | Item | Handover)
    }


HEADINGS: dict[type[Aggregate], str] = {
    Arrival: "Arrival",
    Item: "Sorting",
    Handover: "Handover",
}
"""Below which heading the states of a thing are drawn."""


def _state(one: Arrival | Item | Handover) -> str:
    if isinstance(one, Arrival):
        return one.status.value
    if isinstance(one, Handover):
        return _phase(one)
    return _place(one)


def _phase(handover: Handover) -> str:
    if handover.phase is Phase.AGREED and (handover.giver_signer or handover.receiver_signer):
        return "half_signed"
    if handover.phase is Phase.OFFERING and handover.receiver_done:
        return "receiver_done"
    return handover.phase.value


def _place(item: Item) -> str:
    """Say where a piece stands on its way through the house."""
    if item.status is not ItemStatus.HELD:
        return item.status.value
    states = (
        ("in_handover", item.handover is not None),
        ("undecided", item.undecided),
        ("entered", item.first is not None and item.route is None),
        ("entered_again", item.first is not None),
        ("questioned", item.questioned),
        ("at_home", item.at_home),
        ("unsorted", item.route is None),
        ("routed", True),
    )
    return next(name for name, holds in states if holds)
