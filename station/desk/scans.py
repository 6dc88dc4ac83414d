"""What the scan side saw, in the journal's words; and what a scan came to, for the screen."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from station.custody import facts as f
from station.custody.facts import Fact
from station.custody.refusal import Reason, Refused
from station.custody.state import Books
from station.custody.values import TYPED, PersonalRef, Scan
from station.ledger.store import Done, Ledger, Work
from station.numbers import NotATrackingNumber, identify, normalise
from station.scan.reading import Doubtful, Reading

TEXT_LENGTH_MAX = 500
"""No postal code is longer; what a poster's QR code says beyond that is not kept."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One reading, trusted or doubtful, with the JPEG that it was read from, if any."""

    reading: Reading | Doubtful
    photo: bytes | None = None


class Outcome(StrEnum):
    """What came of a scan.

    `taken`; `look`: recorded, and either a supervisor looks at it or it may be misread; `already`:
    scanned before, counts once; `refused`: it does not count, and is recorded all the same.
    """

    TAKEN = "taken"
    LOOK = "look"
    ALREADY = "already"
    REFUSED = "refused"


_OUTCOMES: tuple[tuple[Outcome, tuple[type[Fact], ...]], ...] = (
    (Outcome.REFUSED, (f.ForeignScanned, f.MisfitScanned, f.StrayScanned)),
    (Outcome.LOOK, (f.CaseOpened,)),
    (Outcome.ALREADY, (f.ScanRepeated, f.CountRepeated)),
    (
        Outcome.TAKEN,
        (f.ItemTakenIn, f.ItemOffered, f.ItemReceived, f.EarlyScanned, f.PieceCounted),
    ),
)


_UNJUDGED = (f.EarlyScanned, f.PieceCounted)
"""A scan that nobody compares with the books yet: what is told of it follows from it alone."""


def outcome_of(done: Done) -> Outcome:
    """Return which of the four answers a scan's deed came to; the gravest counts.

    What is not judged yet and bears no trusted number may be misread: it is never simply taken.
    """
    if any(isinstance(fact, _UNJUDGED) and fact.scan.number is None for fact in done.facts):
        return Outcome.LOOK
    for outcome, kinds in _OUTCOMES:
        if any(isinstance(fact, kinds) for fact in done.facts):
            return outcome
    raise ValueError(f"expected the facts of a scan, got {done.facts}")


def item_of(done: Done) -> UUID | None:
    """Return the piece that a scan's deed was about, if it was about one."""
    kinds = (f.ItemTakenIn, f.ScanRepeated, f.ItemOffered, f.MisfitScanned, f.ItemReceived)
    return next((fact.item for fact in done.facts if isinstance(fact, kinds)), None)


def require_same(ledger: Ledger, done: Done, reading: Reading | Doubtful) -> None:
    """Refuse a deed that was done before for another piece: this one is in no book.

    A fact has the scan itself, or names a piece or an earlier scan that bears the same number.
    """
    if not done.is_replay:
        return
    with ledger.views() as views:
        recorded = {number for fact in done.facts for number in _numbers_of(fact, views.books)}
    got = _known_as(reading)
    if got not in recorded:
        raise Refused(Reason.DEED_REUSED, expected=tuple(sorted(recorded)), got=got)


def _numbers_of(fact: Fact, books: Books) -> Iterator[str]:
    """Yield by what number the books know what a scan's fact is about; nothing of other facts."""
    if isinstance(fact, f.CountRepeated):
        yield books.count_scan(fact.count).scan.known_as
    elif isinstance(fact, _WITH_SCAN):
        yield fact.scan.known_as
        if fact.scan.is_given:
            yield fact.scan.text  # what was typed: the number under the label
    elif isinstance(fact, f.ScanRepeated | f.ItemOffered | f.ItemReceived):
        yield books.item(fact.item).number


_WITH_SCAN = (
    f.ItemTakenIn,
    f.ScanSetAside,
    f.MisfitScanned,
    f.EarlyScanned,
    f.ForeignScanned,
    f.PieceCounted,
    f.StrayScanned,
)


def _known_as(reading: Reading | Doubtful) -> str:
    """Return how the journal writes what was read; `scan_of` keeps it so.

    Where nothing is left of a text (hyphens, invisible signs) it is kept as it came: all such texts
    would be one, and nobody could tell afterwards what was scanned.
    """
    if isinstance(reading, Reading):
        return reading.number.number
    return storable(normalise(reading.text) or reading.text)


def misfit_of(done: Done) -> Refused | None:
    """Return why the giver's scan does not belong in the handover, in the words of a refusal."""
    for fact in done.facts:
        if isinstance(fact, f.MisfitScanned):
            details = {"got": fact.department} if fact.department is not None else {}
            return Refused(fact.why, **details)
    return None


def scan_of(work: Work, seen: Seen) -> Scan:
    """Return a reading in the journal's words, its photo kept apart."""
    photo = None if seen.photo is None else keep_photo(work, seen.photo)
    reading = seen.reading
    if isinstance(reading, Reading):
        number = reading.number
        return Scan(
            number.number,
            number.number,
            number.families,
            reading.symbology,
            reading.witnesses,
            photo=photo,
        )
    return Scan(
        _known_as(reading),
        None,
        reading.families,
        reading.symbology,
        reading.witnesses,
        reading.why,
        photo,
    )


def storable(text: str) -> str:
    """Return a text as every database can keep it, at most TEXT_LENGTH_MAX long.

    A sign that cannot be shown (a control sign, half of a surrogate pair) becomes U+FFFD.
    """
    shown = (sign if sign.isprintable() else "\ufffd" for sign in text[:TEXT_LENGTH_MAX])
    return "".join(shown)


def keep_photo(work: Work, photo: bytes) -> PersonalRef:
    """Keep a JPEG apart; return what the journal may say of it."""
    return work.vault.keep_photo(photo, work.now)


def typed_twice(first: str, second: str) -> Reading | Doubtful:
    """Return what was typed by hand, which must be typed the same twice; refuses otherwise."""
    one, two = normalise(first), normalise(second)
    if not one or one != two:
        raise Refused(Reason.TYPED_DIFFERS, expected=one, got=two)
    witnesses = ("typed", "typed again")
    try:
        return Reading(identify(one), TYPED, witnesses, ())
    except NotATrackingNumber as error:
        return Doubtful(one, (), TYPED, witnesses, (), error.reason)
