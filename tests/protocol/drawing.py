"""The drawings of docs/protocol.md: what stands there, and which arrow a step is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from station.custody.state import (
    Aggregate,
    Arrival,
    DayClose,
    Handover,
    Incident,
    Item,
    ItemStatus,
    Phase,
)

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


def states_told(name: str) -> int:
    """Return the number of states that docs/protocol.md tells of a search."""
    text = DOCUMENT.read_text(encoding="utf-8")
    row = re.search(rf"^\| {re.escape(name)} \| ([\d,]+) \|", text, re.MULTILINE)
    assert row is not None, f"expected a line about {name!r} in {DOCUMENT.name}"
    return int(row[1].replace(",", ""))


def arrows(
    deed: str, before: Iterable[Aggregate], after: Iterable[Aggregate]
) -> Iterator[tuple[str, Arrow]]:
    """Yield (heading, arrow) for all that a deed moved from one drawn state to another.

    Where a piece stands is drawn while the house holds it; that it left, or was lost, is another
    drawing.  A lost piece is found by whatever scan it is.
    """
    was, now = dict(_states(before)), dict(_states(after))
    for (key, heading), state in now.items():
        old = was.get((key, heading), NOTHING)
        if heading == "Sorting" and {old, state} & NOT_HELD:
            continue
        if old != state:
            how = "any_scan" if old == ItemStatus.LOST and deed in SCANS else deed
            yield heading, Arrow(old, state, how)


NOT_HELD = {status.value for status in ItemStatus} - {ItemStatus.HELD.value}
SCANS = {"take_in", "offer", "receive", "record_stray", "count_piece"}


def _states(books: Iterable[Aggregate]) -> Iterator[tuple[tuple[UUID, str], str]]:
    for one in books:
        if isinstance(one, Arrival):
            yield (one.id, "Arrival"), one.status.value
        elif isinstance(one, Item):
            yield (one.id, "Sorting"), _place(one)
            yield (one.id, "End"), one.status.value
        elif isinstance(one, Handover):
            yield (one.id, "Handover"), _phase(one)
        elif isinstance(one, DayClose):
            yield (one.id, "Day close"), one.status.value
        elif isinstance(one, Incident):
            yield (one.id, "Incident"), one.end.value if one.end else "searching"


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
