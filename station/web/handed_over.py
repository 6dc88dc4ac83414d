"""The handovers that a piece went through, as whoever opens its page may see them.

Only what is sealed is told, and only to whom its slip is: an open one is for its own page, which
shows each side its own set.
"""

from dataclasses import dataclass
from datetime import datetime

from station.custody.state import Handover, Item
from station.ledger.book import passed
from station.ledger.views import ItemLine, Views
from station.web.context import Operator
from station.web.routes.slips import may_print


@dataclass(frozen=True, slots=True)
class HandedOver:
    """One sealed handover: when, who signed for each side, and what lay beside the piece."""

    handover: Handover
    at: datetime
    giver: str
    receiver: str
    beside: tuple[ItemLine, ...]


def handed_over(views: Views, operator: Operator, item: Item) -> tuple[HandedOver, ...]:
    """Return the sealed handovers of a piece that an operator may see, oldest first."""
    seen = [it for it in passed(views, item.id) if may_print(operator, it.handover)]
    names = views.names(who.person for it in seen for who in (it.giver, it.receiver))
    return tuple(
        HandedOver(
            it.handover,
            max(it.giver.at, it.receiver.at),
            names.get(it.giver.person, ""),
            names.get(it.receiver.person, ""),
            views.items(it.handover.offered - {item.id}),
        )
        for it in seen
    )
