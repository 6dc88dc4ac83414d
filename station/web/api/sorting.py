"""振分け and 照合入力: two people's words on where a piece belongs."""

from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from station.custody.refusal import Reason, Refused
from station.custody.values import Basis
from station.desk import sorting as deeds
from station.web.api.answers import Piece, Pieces, Recorded, piece
from station.web.api.bodies import Deed, DepartmentId
from station.web.context import InStation, SignedIn, seen_by
from station.web.routes.sorting import SORTERS, own_word, to_sort
from station.web.withheld import day_count

router = APIRouter(prefix="/api", tags=["sorting"])


class Entry(Deed):
    """A word on where a piece belongs; null says that the addressee names no department."""

    department: DepartmentId | None


class OwnEntry(BaseModel):
    """One's own word on a piece; a null department says that the addressee names none."""

    piece: Piece
    department: str | None


class OwnEntries(BaseModel):
    """One's own words that nobody has checked yet; `first-entry` once more corrects one.

    `is_withheld` says that nothing is listed because the operator's department counts its day.
    """

    entries: list[OwnEntry]
    is_withheld: bool


class Checked(Recorded):
    """Whether the two words were the same, so that the piece is routed; no more is told."""

    is_routed: bool


class Suggestion(BaseModel):
    """A department that something on the piece points to."""

    department: str
    basis: Basis
    words: str


class Advised(BaseModel):
    """A piece and what its texts point to; it knows nothing of what anybody has entered."""

    piece: Piece
    suggestions: list[Suggestion]


@router.get("/sorting")
def waiting(station: InStation, operator: SignedIn) -> Pieces:
    """List what waits for a first entry; nothing while the department counts its day."""
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        is_withheld = day_count(station, operator, views) is not None
        lines = () if is_withheld else to_sort(views, operator)
    return Pieces(pieces=[piece(line) for line in lines], is_withheld=is_withheld)


@router.get("/sorting/own")
def own_entries(station: InStation, operator: SignedIn) -> OwnEntries:
    """List one's own first entries that wait for a check."""
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        is_withheld = day_count(station, operator, views) is not None
        mine = () if is_withheld else views.own_entries(operator.department, operator.person)
    words = [(line, own_word(operator, line.item)) for line in mine]
    told = [OwnEntry(piece=piece(line), department=own.department) for line, own in words if own]
    return OwnEntries(entries=told, is_withheld=is_withheld)


@router.get("/checking")
def to_check(station: InStation, operator: SignedIn) -> Pieces:
    """List what waits for a check entry by this person; nothing while the department counts."""
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        is_withheld = day_count(station, operator, views) is not None
        lines = () if is_withheld else views.to_check(operator.department, operator.person)
    return Pieces(pieces=[piece(line) for line in lines], is_withheld=is_withheld)


@router.get("/items/{item}/advice")
def advice(station: InStation, operator: SignedIn, item: UUID) -> Advised:
    """Tell which departments a piece's texts point to."""
    operator.require(*SORTERS)
    with seen_by(station, operator) as views:
        kept = views.books.item(item)
        if kept.holder != operator.department:
            raise Refused(Reason.NOT_MEMBER, expected=kept.holder, got=operator.department)
        (line,) = views.items([kept.id])
        found = views.advice(line).suggestions
    told = [Suggestion(department=it.department, basis=it.basis, words=it.words) for it in found]
    return Advised(piece=piece(line), suggestions=told)


@router.post("/items/{item}/first-entry")
def enter_first(station: InStation, operator: SignedIn, item: UUID, body: Entry) -> Recorded:
    """Give the first word."""
    caller = operator.caller(body.deed)
    deeds.enter_first(station.ledger, caller, item=item, department=body.department)
    return Recorded(deed=body.deed)


@router.post("/items/{item}/check-entry")
def enter_check(station: InStation, operator: SignedIn, item: UUID, body: Entry) -> Checked:
    """Give the second word."""
    caller = operator.caller(body.deed)
    done = deeds.enter_check(station.ledger, caller, item=item, department=body.department)
    return Checked(deed=body.deed, is_routed=deeds.is_routed(done))
