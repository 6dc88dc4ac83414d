"""What both sides of a sealed handover signed, shown again: its text, and whether it still agrees.

The text follows from the journal alone.  Its digest is computed anew and compared with every digest
that stands recorded: one for each signature, one for the seal, and the one in the books.
"""

from dataclasses import dataclass
from uuid import UUID

from station.custody import facts as f
from station.custody.statement import Statement
from station.ledger.slip_views import HandoverSlip, handover_slip
from station.ledger.views import Views


@dataclass(frozen=True, slots=True)
class SignedText:
    """A sealed handover with its slip, and the text that was signed.

    `statement` is None where the journal gives none.  `recorded` are the digests that differ from
    nothing where all is well: then it is one alone, that of the text.
    """

    slip: HandoverSlip
    statement: Statement | None
    recorded: frozenset[str]

    @property
    def text(self) -> str:
        """The text byte for byte, as it was signed in UTF-8; empty where there is none."""
        return self.statement.text if self.statement else ""

    @property
    def digest(self) -> str:
        """The digest of that text, computed now; empty where there is none."""
        return self.statement.digest if self.statement else ""

    @property
    def agrees(self) -> bool:
        """Whether this is the very text that both signed."""
        return self.statement is not None and self.recorded == {self.digest}


def signed_text(views: Views, key: UUID) -> SignedText:
    """Return what was signed on a handover; refused before both have signed."""
    slip = handover_slip(views, key)
    digests: dict[str, str] = {"books": slip.handover.digest or ""}
    for line in views.history(key):
        if isinstance(line.fact, f.HandoverSigned):
            digests[line.fact.side.value] = line.fact.digest
        elif isinstance(line.fact, f.HandoverSealed):
            digests["seal"] = line.fact.digest
    return SignedText(slip, _statement(views, key), frozenset(digests.values()))


def _statement(views: Views, key: UUID) -> Statement | None:
    """Return the text that the journal gives; None where a part of it is missing there."""
    try:
        return views.signed_statement(key)
    except (ValueError, KeyError):  # the page says so, loudly
        return None
