"""The report of an incident (事案報告) as headings, tables and pictures, whatever it is written as.

The chronology has the two columns of the reports that cities publish: 日付 and 経緯.
"""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import pillow_heif
from PIL import Image, ImageOps

from station.custody.state import ItemStatus, Search
from station.custody.values import IncidentEnd
from station.desk.incident_file import IncidentFile, Together
from station.ledger.views import SearchLine, Views
from station.numbers import grouped
from station.papers.blackout import BLACK, Censor, censor_of
from station.papers.chronology import chronology
from station.papers.dates import paper_moment
from station.papers.lost_sign import LOST_SIGN
from station.settings import Settings
from station.words import Say
from station.words import noted as _
from station.words.labels import service

pillow_heif.register_heif_opener()  # what phones save: HEIC

PHOTO_SIDE_MAX = 1200
"""Pixels of a photo's longer side: fine enough for A4, and small enough to send."""

ENDS: dict[IncidentEnd | None, str] = {
    None: _("being searched for"),
    IncidentEnd.FOUND: _("found"),
    IncidentEnd.LOST: _("declared lost"),
    IncidentEnd.VOID: _("void: this never was a piece"),
}

STATES: dict[ItemStatus, str] = {
    ItemStatus.HELD: _("now: {holder}"),
    ItemStatus.DELIVERED: _("delivered by {holder}"),
    ItemStatus.LOST: _("declared lost"),
    ItemStatus.VOID: _("taken back"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The beginning of a part."""

    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A line of text; a `large` one is what is read first."""

    text: str
    large: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells below a head; `parts` are the widths of the columns to one another."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as JPEG, without what its camera wrote into it."""

    jpeg: bytes
    text: str


Part = Heading | Sentence | Table | Photo


@dataclass(frozen=True, slots=True)
class Report:
    """A report from top to bottom.  `photos_missing` counts pictures that should be there.

    `mark` stands on every page of it.  `names` are those of people and departments that stand in
    it, which have to be written as they are.
    """

    title: str
    parts: tuple[Part, ...]
    photos_missing: int
    at: datetime
    mark: str = ""
    names: tuple[str, ...] = ()


def incident_report(
    views: Views,
    file: IncidentFile,
    setting: Settings,
    say: Say,
    at: datetime,
    *,
    black_out: bool,
    mark: str = "",
) -> Report:
    """Return an incident's report; blacked out, it names nobody and has no photo."""
    writer = _Writer(views, file, setting, say)
    parts = [*writer.parts(black_out=black_out)]
    missing = 0
    if not black_out:
        photo, missing = writer.photo()
        parts += [Heading(say(_("Photo"))), photo]
    censor = censor_of(views, file) if black_out else str
    number = grouped(file.line.line.item.number)
    name = say(_("Incident report"))
    title = f"{name} {number}"
    shown = tuple(_shown(part, censor) for part in parts)
    names = tuple(_names_in(shown, _everybody(views, file)))
    return Report(_writable(title), shown, missing, at, mark, names)


def _everybody(views: Views, file: IncidentFile) -> set[str]:
    """Return every name that a report may have in it."""
    people = views.names(person.id for person in views.people()).values()
    line = file.line.line
    return {*people, *(it.name for it in views.departments()), line.sender, line.addressee} - {""}


def _names_in(parts: tuple[Part, ...], names: set[str]) -> Iterator[str]:
    text = "\n".join(text for part in parts for text in _texts(part))
    return (name for name in sorted(names) if name in text)


def _texts(part: Part) -> Iterator[str]:
    if isinstance(part, Table):
        yield from (*part.head, *(cell for row in part.rows for cell in row))
    else:
        yield part.text


class _Writer:
    """Writes the parts of one report."""

    def __init__(self, views: Views, file: IncidentFile, setting: Settings, say: Say) -> None:
        self._views, self._file, self._setting, self._say = views, file, setting, say
        self._departments = {it.id: it.name for it in views.departments()}

    def parts(self, *, black_out: bool) -> Iterator[Part]:
        """Yield everything but the photo."""
        say, file = self._say, self._file
        yield Sentence(self._state(), large=True)
        yield Table((), tuple(self._facts(black_out=black_out)), (3, 9))
        yield Heading(say(_("Chronology")))
        yield Table(self._said(_("Date"), _("What happened")), self._steps(), (3, 9))
        yield Heading(say(_("Who had it")))
        head = self._said(_("Department"), _("Person"), _("From"), _("To"))
        yield Table(head, self._holders(), (3, 3, 3, 3))
        yield Heading(say(_("What lay beside it")))
        yield from self._beside()
        yield Heading(say(_("Who was asked")))
        head = self._said(_("Asked"), _("Answer"), _("Answered by"), _("Note"))
        yield Table(head, tuple(self._asked(it) for it in file.line.searches), (3, 2, 3, 4))

    def photo(self) -> tuple[Part, int]:
        """Return the piece's picture, or what stands in its place, and how many are missing."""
        ref = self._file.line.line.item.scan.photo
        if ref is None:
            return Sentence(self._say(_("No photo was taken: it was read by a hand scanner."))), 0
        kept = self._views.vault.photo(ref.id)
        jpeg = _jpeg(kept[1]) if kept else None
        if jpeg is None:
            return Sentence(self._say(_("No photo: it is not kept any more, or is damaged."))), 1
        return Photo(jpeg, self._say(_("Picture of the piece"))), 0

    def _said(self, *names: str) -> tuple[str, ...]:
        return tuple(self._say(name) for name in names)

    def _state(self) -> str:
        incident = self._file.line.incident
        if incident.closed_at is None:
            since = self._at(self._file.last_seen.at)
            return self._say(_("missing since {at}")).format(at=since)
        end = f"{self._say(ENDS[incident.end])} ({self._at(incident.closed_at)})"
        if not self._file.is_lost_no_more:
            return end
        item = self._file.line.line.item
        where = self._say(STATES[item.status]).format(holder=self._departments[item.holder])
        return self._say(_("{end}; since then {where}")).format(end=end, where=where)

    def _facts(self, *, black_out: bool) -> Iterator[tuple[str, str]]:
        say, file = self._say, self._file
        line, incident = file.line.line, file.line.incident
        seen = f"{self._at(file.last_seen.at)} {file.last_seen_with}"
        came = f"{self._at(file.arrival.arrived_at)} {file.arrival.carrier}"
        opened = f"{self._at(incident.opened_at)} {file.line.opened_by}"
        sender, addressee = line.sender, line.addressee
        if black_out:
            sender, addressee = (BLACK if text else "" for text in (sender, addressee))
        for name, text in (
            (_("Service"), service(line, say)),
            (_("Sender"), sender),
            (_("Addressee"), addressee),
            (_("What it looks like"), file.description),
            (_("Taken in"), came),
            (_("Last seen"), seen),
            (_("Incident opened"), opened),
            (_("Reason"), incident.reason),
        ):
            if text:
                yield say(name), text

    def _steps(self) -> tuple[tuple[str, str], ...]:
        item = self._file.line.incident.item
        steps = chronology(self._views, item, self._say)
        return tuple((self._at(step.at), step.text) for step in steps)

    def _holders(self) -> tuple[tuple[str, ...], ...]:
        return tuple(
            (it.department, it.person, self._at(it.since), self._at(it.until) if it.until else "－")
            for it in self._file.holders
        )

    def _beside(self) -> Iterator[Part]:
        if not self._file.together:
            yield Sentence(self._say(_("Nothing lay beside it.")))
            return
        head = self._said(_("Tracking number"), _("Lay beside it"), _("Where it is"))
        yield Table(head, tuple(self._neighbour(it) for it in self._file.together), (4, 5, 3))

    def _neighbour(self, of: Together) -> tuple[str, str, str]:
        lay = [f"{it.giver} → {it.receiver}" for it in of.handovers]
        state = STATES[ItemStatus(of.neighbour.status)]
        where = self._say(state).format(holder=of.neighbour.holder)
        together = self._say(_(", ")).join(lay) or self._say(_("same arrival"))
        return of.neighbour.number, together, where

    def _asked(self, line: SearchLine) -> tuple[str, ...]:
        search = line.search
        who = f"{self._departments[search.department]} {line.person}".strip()
        answered = search.answered_at
        by = f"{line.answered_by}\n{self._at(answered)}" if answered else ""
        return f"{who}\n{self._at(search.asked_at)}", self._answer(search), by, line.note

    def _answer(self, search: Search) -> str:
        if search.found is None:
            return self._say(_("no answer yet"))
        return self._say(_("It is here") if search.found else _("It is not here"))

    def _at(self, at: datetime) -> str:
        return paper_moment(at, self._setting.zone, era=self._setting.era_dates)


def _jpeg(data: bytes) -> bytes | None:
    """Return a picture for paper; None where it cannot be looked at."""
    file = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as kept:
            turned = ImageOps.exif_transpose(kept).convert("RGB")
        turned.thumbnail((PHOTO_SIDE_MAX, PHOTO_SIDE_MAX))
        turned.save(file, "JPEG", quality=85)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return file.getvalue()


def _shown(part: Part, censor: Censor) -> Part:
    """Return a part with every text of it censored and writable."""

    def shown(text: str) -> str:
        return _writable(censor(text))

    if isinstance(part, Table):
        head = tuple(shown(name) for name in part.head)
        rows = tuple(tuple(shown(cell) for cell in row) for row in part.rows)
        return Table(head, rows, part.parts)
    return replace(part, text=shown(part.text))


def _writable(text: str) -> str:
    """Return a text without control signs: no paper shows them, and XML refuses them."""
    return "".join(
        LOST_SIGN if unicodedata.category(sign) in {"Cc", "Cs"} and sign != "\n" else sign
        for sign in text.replace("\r\n", "\n")
    )
