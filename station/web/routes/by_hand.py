"""収受 of what no scanner takes in: no number, bars that nobody reads, two pieces of one number.

The carrier's own slip is kept here too.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from station.custody.refusal import Reason, Refused
from station.custody.state import ArrivalStatus
from station.desk import arrival as deeds
from station.desk.arrival import Told
from station.desk.scans import Seen, require_same
from station.ledger.slip_views import find_sticker
from station.ledger.store import Done
from station.scan.keyboard import TEXT_LENGTH_MAX
from station.scan.pictures import BYTES_MAX, evidence
from station.web import photos
from station.web.context import InStation, Operator, SignedIn, Station, locale_of, seen_by
from station.web.out_of_place import out_of_place
from station.web.pages import page
from station.web.routes.arrivals import KEPT, TAKERS_IN, photo_of, readable, withholds
from station.web.scanning import ANSWERS, typed_piece
from station.web.watched import note_scan
from station.web.written import LINES
from station.words import noted as _
from station.words import sayer

router = APIRouter(prefix="/arrivals/{arrival}")

DESCRIPTION_LENGTH_MAX = 500

TOLD = {
    Told.UNREADABLE: _("Taken in. The supervisor compares the number with the picture."),
    Told.ANOTHER_PIECE: _(
        "Taken in as a second piece. Print the label and stick it over the barcode: by that the two"
        " are told apart. The supervisor looks at both."
    ),
    Told.MAYBE_FOUND: _("Taken in. A piece of this number was lost: the supervisor looks at it."),
    Told.STILL_HELD: _(
        "Not counted: the books say that the house still holds a piece of this number. Put it"
        " aside. If it is a second piece, take it in below as one."
    ),
    Told.ALREADY_BESIDE: _("Not counted here: another open arrival counts this piece already."),
}
"""What is said instead of the plain answer, because the hand has to know more."""

LABELLED = _("Taken in under a number of its own. Print the label and stick it on the piece.")

Number = Annotated[str, Form(max_length=TEXT_LENGTH_MAX)]
Deed = Annotated[UUID, Form()]


@router.get("/by-hand")
def form(request: Request, station: InStation, operator: SignedIn, arrival: UUID) -> Response:
    """What a piece may lack, and the form for each; only whose arrival it is may fill one in."""
    operator.require(*TAKERS_IN)
    with station.ledger.views() as views:
        whose = views.books.arrival(arrival).department
    if whose != operator.department:
        raise Refused(Reason.NOT_MEMBER, expected=whose, got=operator.department)
    return _page(request, station, operator, arrival)


@router.post("/label")
def label(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Deed,
    photo: UploadFile,
    description: Annotated[str, Form(max_length=DESCRIPTION_LENGTH_MAX), LINES] = "",
) -> Response:
    """Take in a piece without a number, under the next number of the mail room's own."""
    done = deeds.label_unnumbered(
        station.ledger,
        operator.caller(deed),
        arrival=arrival,
        photo=photo_of(photo),
        description=description.strip(),
    )
    return _answered(request, station, operator, arrival, done, LABELLED)


@router.post("/unreadable")
def unreadable(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Deed,
    first: Number,
    second: Number,
    photo: UploadFile,
) -> Response:
    """Take in a piece that no reader reads, by its number typed twice and its picture."""
    typed = typed_piece(station.ledger, first, second)  # refuses a badge before anything is kept
    done = deeds.take_in_unreadable(
        station.ledger,
        operator.caller(deed),
        arrival=arrival,
        first=first,
        second=second,
        photo=photo_of(photo),
    )
    require_same(station.ledger, done, typed)
    return _answered(request, station, operator, arrival, done)


@router.post("/another")
def another(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Deed,
    first: Number,
    second: Number,
) -> Response:
    """Take in a second piece under a number that the house holds."""
    seen = Seen(typed_piece(station.ledger, first, second))
    caller = operator.caller(deed)
    done = deeds.take_in_another(station.ledger, caller, arrival=arrival, seen=seen)
    require_same(station.ledger, done, seen.reading)
    return _answered(request, station, operator, arrival, done)


@router.post("/slips")
def slip(
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Deed,
    photo: UploadFile,
) -> Response:
    """Keep a picture of the carrier's own slip."""
    kept = evidence(photo.file.read(BYTES_MAX + 1))
    deeds.keep_slip(station.ledger, operator.caller(deed), arrival=arrival, slip=kept)
    return RedirectResponse(f"/arrivals/{arrival}?slip={KEPT}#slips", 303)


@router.get("/slips/{place}")
def slip_photo(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, place: int
) -> Response:
    """One picture of the carrier's slip, the first is 1."""
    with seen_by(station, operator) as views:
        kept = readable(views, operator, arrival)
        if withholds(station, operator, views, kept):
            raise Refused(Reason.COUNTS_BLIND)  # the slip names what came
        slips = kept.slips
        ref = slips[place - 1] if 1 <= place <= len(slips) else None
        return photos.shown(request, views, operator, ref, of=place)


def _answered(
    request: Request,
    station: Station,
    operator: Operator,
    arrival: UUID,
    done: Done,
    says: str = "",
) -> Response:
    answer = deeds.answer_of(station.ledger, done)
    note_scan(request, answer.outcome)
    told = says or said_of(request, done, answer)
    return _page(request, station, operator, arrival, answer=answer, says=told)


def said_of(request: Request, done: Done, answer: deeds.Answer) -> str:
    """Return the sentence for an answer, in English: what came of it, and what to do."""
    return out_of_place(request, done) or TOLD.get(answer.told, ANSWERS[answer.outcome])


def _page(
    request: Request,
    station: Station,
    operator: Operator,
    arrival: UUID,
    answer: deeds.Answer | None = None,
    says: str = "",
) -> Response:
    with station.ledger.views() as views:
        kept = views.books.arrival(arrival)
        lines = views.items_of_arrival(arrival)
        sticker = find_sticker(views, answer.item.item) if answer and answer.item else None
    mine = (line for line in lines if line.item.taken_in_by == operator.person)
    values: dict[str, Any] = {
        "arrival": kept,
        "is_open": kept.status is not ArrivalStatus.CLOSED,
        "mine": next(mine, None),
        "sticker": sticker,
    }
    told = sayer(locale_of(request))(says) if says else ""
    here = f"/arrivals/{arrival}/by-hand"
    return page(request, "by_hand.html", answer=answer, says=told, here=here, **values)
