"""What calls of the API are answered, as far as several of them share it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from station.custody.state import ItemStatus
from station.ledger.views import ItemLine


class Recorded(BaseModel):
    """A deed was done, now or when it was sent before."""

    deed: UUID


class Piece(BaseModel):
    """One piece of mail; `department` is where two people said that it belongs.

    `covered` is the number over which its label is stuck, null where none is.
    """

    id: UUID
    number: str
    covered: str | None
    service: str
    sender: str
    addressee: str
    status: ItemStatus
    holder: str
    department: str | None
    arrival: UUID
    taken_in_at: datetime
    held_since: datetime
    in_handover: bool
    has_open_case: bool
    has_photo: bool


class Pieces(BaseModel):
    """A list of pieces.

    `is_withheld` says that nothing is listed because the operator's department counts its day.
    """

    pieces: list[Piece]
    is_withheld: bool


def piece(line: ItemLine) -> Piece:
    """Return a piece as it is sent: without the words of those who sort, which nobody may learn."""
    item = line.item
    return Piece(
        id=item.id,
        number=item.number,
        covered=item.covered,
        service=line.service,
        sender=line.sender,
        addressee=line.addressee,
        status=item.status,
        holder=item.holder,
        department=item.route.department if item.route else None,
        arrival=item.arrival,
        taken_in_at=item.taken_in_at,
        held_since=item.held_since,
        in_handover=item.handover is not None,
        has_open_case=line.has_open_case,
        has_photo=item.scan.photo is not None,
    )
