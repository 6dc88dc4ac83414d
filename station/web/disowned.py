"""What a handover's receiver said is not theirs: it has to go back to the giver's hands."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts import ItemDisowned
from station.custody.state import Handover
from station.custody.values import Side
from station.ledger.views import ItemLine, Views


@dataclass(frozen=True, slots=True)
class Disowned:
    """A piece that left a handover so, and why."""

    line: ItemLine
    reason: str


def disowned_seen(views: Views, handover: Handover, side: str) -> tuple[Disowned, ...]:
    """Return what was disowned, as far as a side may know it.

    The receiver knows what they said.  Others would learn from it what the receiver has scanned so
    far: they are told when both are done, or nothing is left in it, or it is over.
    """
    is_told = handover.is_counted or not handover.is_open or not handover.offered
    if side != Side.RECEIVER.value and not is_told:
        return ()
    said: dict[UUID, str] = {
        recorded.fact.item: recorded.fact.reason
        for recorded in views.histories([handover.id], [ItemDisowned]).get(handover.id, [])
        if isinstance(recorded.fact, ItemDisowned)
    }
    return tuple(Disowned(line, said[line.item.id]) for line in views.items(said))
