"""What a handover's receiver scanned that is not in it: it has to leave their hands again."""

from station.custody.facts import ForeignScanned
from station.custody.state import Handover
from station.ledger.views import Views


def foreign_seen(views: Views, handover: Handover) -> tuple[str, ...]:
    """Return by what numbers they scanned what is not in a handover, in that order, each once.

    Whoever scans is told at once, but for what was scanned before the giver was done: nobody knew
    then.  So both are told when both are done.  What was offered after all is foreign no more, nor
    is what the receiver holds, as a lost piece that they found; and what bears no trusted number
    was misread: its piece may be among the others.
    """
    if not handover.is_counted:
        return ()
    recorded = views.histories([handover.id], [ForeignScanned]).get(handover.id, [])
    scans = (line.fact.scan for line in recorded if isinstance(line.fact, ForeignScanned))
    scanned = dict.fromkeys(scan.number for scan in scans if scan.number is not None)
    offered = {line.item.number for line in views.items(handover.offered)}
    return tuple(
        number
        for number in scanned
        if number not in offered and not _is_held(views, handover.receiver, number)
    )


def _is_held(views: Views, department: str, number: str) -> bool:
    """Whether a department holds a piece of this number: it goes back to nobody."""
    return any(item.holder == department for item in views.books.held_items(number))
