"""What a terminal sends as a scan, and what it is answered."""

from collections.abc import Callable
from typing import Annotated, Literal
from uuid import UUID, uuid5

from fastapi import Form, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field

from station.custody.facts import (
    CaseOpened,
    EarlyScanned,
    ForeignScanned,
    PieceCounted,
    ScanRepeated,
    StrayScanned,
)
from station.custody.refusal import Reason, Refused
from station.custody.values import CaseKind
from station.desk.scans import (
    Outcome,
    Seen,
    item_of,
    misfit_of,
    outcome_of,
    require_same,
    typed_twice,
)
from station.desk.signin import is_badge
from station.ledger.store import Done, Ledger
from station.numbers import grouped
from station.scan.keyboard import TEXT_LENGTH_MAX, read_keystrokes
from station.scan.pictures import BYTES_MAX, PictureError, evidence, pages
from station.scan.reader import LIVE, read_grey, read_picture
from station.scan.reading import Doubtful, PictureReadings, Reading
from station.web.context import locale_of, station_of
from station.web.errors import told
from station.web.first_scans import checked_by
from station.web.out_of_place import out_of_place
from station.web.watched import note_scan
from station.words import noted as _
from station.words import sayer

ANSWERS = {
    Outcome.TAKEN: _("Taken"),
    Outcome.LOOK: _("Sent to review"),
    Outcome.ALREADY: _("Scanned already"),
    Outcome.REFUSED: _("Not of this handover. Take it out and give it back to the giver."),
}

UNPLACED = (StrayScanned, ForeignScanned, EarlyScanned, PieceCounted)
"""Scans where a piece is handed on, looked for or counted."""

EARLY = _("Recorded")
"""The one answer while the giver is not done: whatever it is of, nobody has judged it yet.

What bears no trusted number is told that instead, which follows from what was scanned alone.
"""

DOUBTS = {
    "unknown_family": _("This is no known tracking number. Scan again, or type the number twice."),
    "check_digit": _("The number's check digit is wrong. Scan again, or type the number twice."),
    "other_symbology": _("This carrier prints other bars. Scan it by hand, or type it twice."),
    "one_witness": _("Only one reader could read it. Take the picture again, or scan it by hand."),
    "witnesses_disagree": _("Two readers read it differently. Scan it by hand."),
}

MISREAD = {
    **DOUBTS,
    "unknown_family": _("This is no known tracking number. It is recorded; scan the piece again."),
    "check_digit": _("The number's check digit is wrong. It is recorded; scan the piece again."),
}
"""The same where a piece is handed on, looked for or counted: nothing is typed by hand there."""

IN_REVIEW = _("The supervisor has been told.")
"""Added where a misread number went to review at once; what is not judged yet may never go."""

LOOKS = {
    CaseKind.STILL_HELD: _(
        "Not counted: the books say that the house still holds a piece of this number. Put it"
        " aside. If it is a second piece, take it in by hand."
    ),
    CaseKind.UNMATCHED: _("Counted. It is on no list; the supervisor looks at it. Go on."),
}
"""What a scan on arrival is told for the case that it opened."""


ANOTHER = _("If this is another piece under the same number, take it in as one that is unreadable.")
"""What a second scan on arrival may mean, and no scan can tell."""

LABELLED = _("A second piece bears this number under a label of the mail room: scan that label.")
"""The same where the second piece has been taken in.

That it is in the house somewhere tells nobody what is offered, or held where they count.
"""


Text = Annotated[str, Field(max_length=TEXT_LENGTH_MAX)]

OneOnly = Annotated[Literal["true", "false"], Form()]
"""Whether a picture is a camera's frame of one piece; a form has no other words for it."""


class Sent(BaseModel):
    """What a terminal sends; a field that nobody knows is refused."""

    model_config = ConfigDict(extra="forbid")


class KeyedScan(Sent):
    """What a hand scanner typed, with the UUID that the terminal gave it before sending."""

    deed: UUID
    text: Text


class TypedScan(Sent):
    """A number typed by hand, twice."""

    deed: UUID
    first: Text
    second: Text


class ScanAnswer(BaseModel):
    """The answer to one scan: which of the four, in words, and what was scanned."""

    outcome: Outcome
    says: str
    number: str
    hint: str
    item: UUID | None
    photo: str | None = None


Take = Callable[[UUID, Seen], Done]


def take_keyed(request: Request, scan: KeyedScan, take: Take) -> list[ScanAnswer]:
    """Record every code of a burst; each further one has a UUID that follows from the first.

    A badge among them is not recorded; refuses where nothing else was scanned.
    """
    ledger = station_of(request).ledger
    readings = read_keystrokes(scan.text)
    pieces = [reading for reading in readings if not is_badge_scan(ledger, reading)]
    if readings and not pieces:
        raise Refused(Reason.BADGE_SCANNED)
    return take_all(request, scan.deed, [Seen(reading) for reading in pieces], take)


def is_badge_scan(ledger: Ledger, reading: Reading | Doubtful) -> bool:
    """Whether a badge was scanned: it has no number of a known family, and is asked for by name."""
    return isinstance(reading, Doubtful) and is_badge(ledger, reading.text)


def take_typed(request: Request, scan: TypedScan, take: Take) -> list[ScanAnswer]:
    """Record a number that was typed twice."""
    typed = typed_piece(station_of(request).ledger, scan.first, scan.second)
    return take_all(request, scan.deed, [Seen(typed)], take)


def typed_piece(ledger: Ledger, first: str, second: str) -> Reading | Doubtful:
    """Return what was typed twice; refuses what differs, and a badge, which no journal may have."""
    typed = typed_twice(first, second)
    if is_badge_scan(ledger, typed):
        raise Refused(Reason.BADGE_SCANNED)
    return typed


def take_picture(
    request: Request, deed: UUID, upload: UploadFile, take: Take, *, only_one: bool, keeps: bool
) -> list[ScanAnswer]:
    """Record what a picture shows: trusted readings, or else the doubtful ones.

    A camera's frame (`only_one`) is of the one piece that is held into it.  `keeps` the picture as
    evidence, as an arrival does; a piece that is handed on has its picture.  Raises PictureError
    where a picture shows nothing that could be recorded, or a frame several numbers.
    """
    data = upload.file.read(BYTES_MAX + 1)
    found = _one_piece(data) if only_one else read_picture(data)
    seen: tuple[Reading | Doubtful, ...] = found.readings or found.doubtful
    if not seen:
        raise PictureError("nothing_read", "expected a barcode, got a picture without one")
    photo = evidence(data) if keeps else None
    return take_all(request, deed, [Seen(reading, photo) for reading in seen], take)


def _one_piece(data: bytes) -> PictureReadings:
    """Read a camera's frame; it may say one number, also to the look that goes everywhere."""
    grey = next(pages(data))
    found = read_grey(grey)
    said = {text_of(it) for it in (found.readings or found.doubtful)}
    if len(said | {text_of(it) for it in read_grey(grey, LIVE).readings}) > 1:
        raise PictureError("several", "expected one number in a camera's frame, got several")
    return found


def text_of(reading: Reading | Doubtful) -> str:
    """Return the number of a trusted reading, or what a doubtful one says."""
    return reading.number.number if isinstance(reading, Reading) else reading.text


def take_all(request: Request, deed: UUID, seen: list[Seen], take: Take) -> list[ScanAnswer]:
    """Record scans one by one, in order; the first one bears the terminal's own UUID."""
    answers = []
    for place, it in enumerate(seen):
        key = uuid5(deed, str(place)) if place else deed
        answers.append(_answer(request, it, take(key, it)))
    return answers


def _answer(request: Request, seen: Seen, done: Done) -> ScanAnswer:
    say = sayer(locale_of(request))
    reading = seen.reading
    ledger = station_of(request).ledger
    require_same(ledger, done, reading)
    checked = checked_by(ledger, reading, done)
    outcome = Outcome.TAKEN if checked else outcome_of(done)
    note_scan(request, outcome)
    hint = _hint(ledger, reading, done, outcome)
    misfit = misfit_of(done)
    text = text_of(reading)
    says = checked or _says(request, reading, done, outcome)
    item = item_of(done)
    return ScanAnswer(
        photo=f"/photos/{item}" if item and seen.photo else None,
        outcome=outcome,
        says=say(says) if misfit is None else told(request, misfit),
        number=grouped(text),
        hint=say(hint) if hint else "",
        item=item,
    )


def _says(request: Request, reading: Reading | Doubtful, done: Done, outcome: Outcome) -> str:
    """Return what a scan is told; what was misread, that, and not that it belongs elsewhere."""
    kinds = {type(fact) for fact in done.facts}
    misread = misread_as(reading)
    if misread is not None and not kinds.isdisjoint(UNPLACED):
        return misread
    if EarlyScanned in kinds:
        return EARLY
    return out_of_place(request, done) or ANSWERS[outcome]


def misread_as(reading: Reading | Doubtful) -> str | None:
    """Return what is wrong with a reading that bears no trusted number; None of a trusted one.

    It follows from the reading alone, so that nobody learns from it what lies where.
    """
    return MISREAD.get(reading.why) if isinstance(reading, Doubtful) else None


def _hint(ledger: Ledger, reading: Reading | Doubtful, done: Done, outcome: Outcome) -> str:
    """Return what else the hand has to know of a scan."""
    if outcome is Outcome.ALREADY:
        return _hint_of_two(ledger, text_of(reading), done)
    if outcome is Outcome.REFUSED:
        return hint_of_misread(reading, done)
    is_unjudged = any(isinstance(fact, UNPLACED) for fact in done.facts)
    if outcome is not Outcome.LOOK or (is_unjudged and misread_as(reading) is not None):
        return ""
    if isinstance(reading, Doubtful) and reading.why in DOUBTS:
        return DOUBTS[reading.why]
    opened = (fact.what for fact in done.facts if isinstance(fact, CaseOpened))
    return next((LOOKS[kind] for kind in opened if kind in LOOKS), "")


def hint_of_misread(reading: Reading | Doubtful, done: Done) -> str:
    """Return that a refused scan went to review, where what is wrong with it does not say so."""
    is_judged = any(isinstance(fact, StrayScanned | ForeignScanned) for fact in done.facts)
    return IN_REVIEW if is_judged and misread_as(reading) is not None else ""


def _hint_of_two(ledger: Ledger, number: str, done: Done) -> str:
    """Return what else a scan may be of that was answered as scanned already."""
    repeated = [fact for fact in done.facts if isinstance(fact, ScanRepeated)]
    with ledger.views() as views:
        if views.books.covered_items(number):
            return LABELLED
        may_be_two = any(
            fact.arrival is not None and not views.books.item(fact.item).scan.is_given
            for fact in repeated
        )
    return ANOTHER if may_be_two else ""  # no two labels of the mail room are alike


class Scanned(BaseModel):
    """One answer a code that was scanned."""

    answers: list[ScanAnswer]


class Counted(Scanned):
    """The same, and how many pieces there are now; none where that is withheld."""

    count: int | None = Field(ge=0)
