"""What both sides of a handover sign: a plain text, and its digest.

The text follows from the journal alone, so what was signed can be shown for ever.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar
from uuid import UUID

from station.custody.facts import CountFinished, Fact, HandoverOpened, HandoverSealed, ItemTakenIn
from station.custody.state import Books, Handover

TIME = "%Y-%m-%dT%H:%M:%S.%fZ"
"""RFC 3339 in UTC, with microseconds."""


@dataclass(frozen=True, slots=True)
class Statement:
    """The direction of a handover, when its count agreed, and every piece with its number.

    `agreed_at` is None in the older form, which did not say it.
    """

    handover: UUID
    giver: str
    receiver: str
    giver_person: UUID | None
    receiver_person: UUID | None
    agreed_at: datetime | None
    pieces: tuple[tuple[UUID, str], ...]

    @property
    def text(self) -> str:
        """One fact a line, the pieces in the order of their lines."""
        head = [
            f"handover {self.handover}",
            _party("from", self.giver, self.giver_person),
            _party("to", self.receiver, self.receiver_person),
        ]
        if self.agreed_at is not None:
            head.append(f"agreed {self.agreed_at.astimezone(UTC).strftime(TIME)}")
        lines = sorted(f"{item} {number}" for item, number in self.pieces)
        return "\n".join((*head, f"count {len(lines)}", *lines, ""))

    @property
    def digest(self) -> str:
        """The lower-case hex SHA-256 (FIPS 180-4) of the text in UTF-8."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def _party(word: str, department: str, person: UUID | None) -> str:
    return f"{word} {department}" if person is None else f"{word} {department} person {person}"


def statement_of(books: Books, handover: Handover, agreed_at: datetime | None) -> Statement:
    """Return what the two sides of a handover would sign now."""
    return Statement(
        handover.id,
        handover.giver,
        handover.receiver,
        handover.giver_person,
        handover.receiver_person,
        agreed_at,
        tuple((key, books.item(key).number) for key in handover.offered),
    )


def signed_statement(handover: UUID, facts: Iterable[Fact]) -> Statement:
    """Return what both sides of a sealed handover signed.

    `facts` is what the journal says of the handover and of its pieces, oldest first; raises
    ValueError where the handover was never sealed.
    """
    facts = tuple(facts)
    opened = _last(facts, HandoverOpened, handover)
    counted = _last(facts, CountFinished, handover)
    sealed = _last(facts, HandoverSealed, handover)
    taken_in = {fact.item: fact.scan.known_as for fact in facts if isinstance(fact, ItemTakenIn)}
    return Statement(
        handover,
        sealed.giver,
        sealed.receiver,
        opened.giver_person,
        opened.receiver_person,
        counted.agreed_at,
        tuple((item, taken_in[item]) for item in sealed.items),
    )


F = TypeVar("F", HandoverOpened, CountFinished, HandoverSealed)


def _last(facts: tuple[Fact, ...], kind: type[F], handover: UUID) -> F:
    for fact in reversed(facts):
        if isinstance(fact, kind) and fact.handover == handover:
            return fact
    raise ValueError(f"expected {kind.__name__} of a sealed handover {handover}, got none")
