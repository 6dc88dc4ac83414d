"""Deeds at the end of custody."""

from uuid import UUID

from station.custody import delivery as rules
from station.custody.values import Ending
from station.desk.counted import at_holder
from station.desk.deeds import Caller, follow
from station.ledger.store import Done, Ledger


def deliver(ledger: Ledger, caller: Caller, *, item: UUID, ending: Ending) -> Done:
    """Open a piece, or give it to its addressee."""
    return follow(ledger, caller, at_holder(rules.deliver), item_id=item, ending=ending)
