"""収受 of what no scanner takes in: no number, bars that nobody reads, two pieces of one number."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response, UploadFile

from station.desk import arrival as deeds
from station.desk.scans import Seen, require_same
from station.ledger.store import Done
from station.scan.pictures import BYTES_MAX, evidence
from station.web.api.answers import Recorded
from station.web.api.bodies import NO_CONTROLS
from station.web.api.pieces import PHOTO_TYPES
from station.web.context import InStation, SignedIn, Station, locale_of
from station.web.routes import by_hand as pages
from station.web.routes.by_hand import DESCRIPTION_LENGTH_MAX, LABELLED, said_of
from station.web.scanning import ScanAnswer, Text, TypedScan, typed_piece
from station.web.watched import note_scan
from station.web.written import LINES
from station.words import sayer

router = APIRouter(prefix="/api/arrivals/{arrival}", tags=["arrivals"])

Deed = Annotated[UUID, Form()]
Number = Annotated[Text, Form()]
Description = Annotated[str, Form(max_length=DESCRIPTION_LENGTH_MAX, pattern=NO_CONTROLS), LINES]


@router.post("/label")
def label(
    request: Request,
    station: InStation,
    operator: SignedIn,
    arrival: UUID,
    deed: Deed,
    photo: UploadFile,
    description: Description = "",
) -> ScanAnswer:
    """Take in a piece without a number, under the next number of the mail room's own."""
    done = deeds.label_unnumbered(
        station.ledger,
        operator.caller(deed),
        arrival=arrival,
        photo=_photo(photo),
        description=description.strip(),
    )
    return _answer(request, station, done, LABELLED)


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
) -> ScanAnswer:
    """Take in a piece that no reader reads, by its number typed twice and its picture."""
    typed = typed_piece(station.ledger, first, second)  # refuses a badge before anything is kept
    done = deeds.take_in_unreadable(
        station.ledger,
        operator.caller(deed),
        arrival=arrival,
        first=first,
        second=second,
        photo=_photo(photo),
    )
    require_same(station.ledger, done, typed)
    return _answer(request, station, done)


@router.post("/another")
def another(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, scan: TypedScan
) -> ScanAnswer:
    """Take in a second piece under a number that the house holds."""
    seen = Seen(typed_piece(station.ledger, scan.first, scan.second))
    caller = operator.caller(scan.deed)
    done = deeds.take_in_another(station.ledger, caller, arrival=arrival, seen=seen)
    require_same(station.ledger, done, seen.reading)
    return _answer(request, station, done)


@router.post("/slips")
def slip(
    station: InStation, operator: SignedIn, arrival: UUID, deed: Deed, photo: UploadFile
) -> Recorded:
    """Keep a picture of the carrier's own slip."""
    caller = operator.caller(deed)
    deeds.keep_slip(station.ledger, caller, arrival=arrival, slip=_photo(photo))
    return Recorded(deed=deed)


@router.get("/slips/{place}", response_class=Response, responses={200: {"content": PHOTO_TYPES}})
def slip_photo(
    request: Request, station: InStation, operator: SignedIn, arrival: UUID, place: int
) -> Response:
    """Send one picture of the carrier's own slip; the first is 1."""
    return pages.slip_photo(request, station, operator, arrival, place)


def _photo(upload: UploadFile) -> bytes:
    return evidence(upload.file.read(BYTES_MAX + 1))


def _answer(request: Request, station: Station, done: Done, says: str = "") -> ScanAnswer:
    answer = deeds.answer_of(station.ledger, done)
    note_scan(request, answer.outcome)
    item = answer.item.item if answer.item else None
    return ScanAnswer(
        outcome=answer.outcome,
        says=sayer(locale_of(request))(says or said_of(request, done, answer)),
        number=item.number if item else "",
        hint="",
        item=item.id if item else None,
    )
