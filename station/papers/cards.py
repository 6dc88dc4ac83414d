"""Labels for pieces without a number, and badges: bars with what people read beside them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from reportlab.lib.units import mm

from station.ledger.slip_views import Sticker
from station.numbers import grouped
from station.papers.blocks import BarsBlock, Gap, Text
from station.papers.codes import bars_of, bars_of_number
from station.papers.pages import Card, CardSize, write_cards
from station.papers.sizes import PaperSize, TextSize
from station.words import Say
from station.words import noted as _

STICKERS = {
    False: _("a label of the mail room's own"),
    True: _("a copy of its barcode"),
}

LABEL = CardSize(62 * mm, 29 * mm)
BADGE = CardSize(85.6 * mm, 54 * mm)
"""ISO/IEC 7810, format ID-1, to half a millimetre: it fits badge holders."""


@dataclass(frozen=True, slots=True)
class Badge:
    """A badge as it is handed out: no PIN, no number of the person's but the badge's own."""

    number: str
    name: str
    department: str


def write_labels(
    file: IO[bytes], labels: Sequence[Sticker], size: PaperSize, say: Say, mark: str = ""
) -> int:
    """Draw the mail room's own numbers, and copies of bars that nobody reads; return the pages."""
    title = say(STICKERS[False])
    cards = [_label(it, say(STICKERS[it.is_copy])) for it in labels]
    return write_cards(file, title, cards, size, LABEL, mark)


def _label(label: Sticker, title: str) -> Card:
    number = label.number
    return Card(
        number,
        (
            Text(title, TextSize.SMALL, is_centred=True),
            BarsBlock(bars_of_number(number) if label.is_copy else bars_of(number)),
            Text(grouped(number), TextSize.LARGE, shrinks=True, is_centred=True),
        ),
    )


def write_badges(
    file: IO[bytes], badges: Sequence[Badge], size: PaperSize, say: Say, mark: str = ""
) -> int:
    """Draw badges; return the pages.  PaperError names whose badge cannot be made."""
    cards = [_badge(badge) for badge in badges]
    return write_cards(file, say(_("Badge")), cards, size, BADGE, mark)


def _badge(badge: Badge) -> Card:
    return Card(
        badge.name,
        (
            Text(badge.name, TextSize.LARGE, shrinks=True, is_centred=True),
            Text(badge.department, shrinks=True, is_centred=True),
            Gap(0.5),
            BarsBlock(bars_of(badge.number)),
            Text(badge.number, TextSize.SMALL, is_centred=True),
        ),
        (badge.name, badge.department),
    )
