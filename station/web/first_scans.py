"""The first scan of a number that was given or typed: it shows that the piece bears it."""

from uuid import UUID

from station.custody.facts import ScanRepeated
from station.custody.values import TYPED
from station.ledger.slip_views import find_sticker
from station.ledger.store import Done, Ledger
from station.ledger.views import Views
from station.scan.reading import Doubtful, Reading
from station.words import noted as _

LABEL_CHECKED = _("The label is checked: it is on its piece.")
COPY_CHECKED = _("The number is checked: it is the one that was typed.")


def checked_by(ledger: Ledger, reading: Reading | Doubtful, done: Done) -> str:
    """Return what a scan on arrival is told that checks a label, or a number typed by hand.

    Both are scanned when their piece is in the books already: only the first such scan is asked
    for, and any further one may be of another piece.  "" where it checks nothing.
    """
    fact = done.facts[0] if done.facts else None
    if not isinstance(fact, ScanRepeated) or fact.arrival is None:
        return ""
    with ledger.views() as views:
        sticker = find_sticker(views, views.books.item(fact.item))
        if sticker is None or not _is_first(views, fact.item, done):
            return ""
    if not sticker.is_copy:
        return LABEL_CHECKED
    return "" if reading.symbology == TYPED else COPY_CHECKED


def _is_first(views: Views, item: UUID, done: Done) -> bool:
    """Whether no scan on arrival was of this piece before; sent again it is still the first."""
    repeated = views.histories([item], [ScanRepeated]).get(item, [])
    on_arrival = (
        line.stamp.seq
        for line in repeated
        if isinstance(line.fact, ScanRepeated) and line.fact.arrival is not None
    )
    return next(on_arrival, None) == done.recorded[0].stamp.seq
