"""The end of custody."""

from dataclasses import dataclass
from uuid import UUID

from station.custody.facts.base import Fact
from station.custody.values import Ending


@dataclass(frozen=True, slots=True)
class ItemDelivered(Fact):
    """The piece left the house's custody."""

    item: UUID
    ending: Ending
