"""What the small papers say: receipt, handover slip, waiting slip, search request.

Nothing here has a sender or an addressee: such papers lie on desks and in trays.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from station.custody.state import Case, Handover
from station.ledger.slip_views import (
    ArrivalReceipt,
    HandoverSlip,
    SearchPaper,
    Waiting,
    WaitingSlip,
)
from station.ledger.views import ItemLine, SearchLine
from station.numbers import grouped
from station.papers.blocks import Answer, BarsBlock, Block, Checkpoint, Gap, Row, Text
from station.papers.codes import bars_of_number
from station.papers.dates import paper_moment
from station.papers.pages import Paper
from station.papers.sizes import PaperSize, TextSize
from station.papers.whole_file import PaperError
from station.settings import Settings
from station.words import Say
from station.words import noted as _
from station.words.labels import CASES, SETTLEMENTS, service

FIELD = (3, 8)
"""Parts of a row that names something and says it."""

LISTED = (2, 7, 5)
"""Number in the list, of four digits on a label too; tracking number; service."""
PLACES = (6, 3, 7)

FLOWING = (PaperSize.A4, PaperSize.LONG_LABEL, PaperSize.ROLL)
"""On a label of 62 x 29 mm a slip would be in pieces."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes papers in a reader's language; `departments` are names by number."""

    say: Say
    setting: Settings
    departments: Mapping[str, str]

    def receipt(self, of: ArrivalReceipt, note: str) -> Paper:
        """Return the receipt of an arrival: what was declared, what came, what did not agree."""
        arrival = of.arrival
        counts = self.say(_("{declared} declared, {count} scanned")).format(
            declared=arrival.declared_count, count=arrival.count
        )
        opened = f"{self._place(arrival.department)} {of.names.get(arrival.opened_by, '')}"
        closed = f"{self._at(of.closed.at)} {of.names.get(of.closed.person, '')}"
        return self._paper(
            _("Arrival receipt"),
            Text(arrival.carrier, TextSize.LARGE, shrinks=True),
            Text(counts, TextSize.LARGE, shrinks=True),
            Gap(),
            self._field(_("Arrived"), self._at(arrival.arrived_at)),
            self._field(_("Taken in by"), opened),
            self._field(_("Closed by"), closed),
            *self._listed(of.lines),
            *self._exceptions(of),
            *self._proof(note),
            names=(self._place(arrival.department), *of.names.values()),
        )

    def handover(self, of: HandoverSlip, note: str) -> Paper:
        """Return what both sides of a handover signed."""
        handover = of.handover
        giver, receiver = self._place(handover.giver), self._place(handover.receiver)
        count = self.say(_("{count} pieces")).format(count=len(of.lines))
        signed = (
            (_("Giver"), giver, of.giver),
            (_("Receiver"), receiver, of.receiver),
        )
        return self._paper(
            _("Handover slip"),
            Text(f"{giver} → {receiver}", TextSize.LARGE, shrinks=True),
            Text(count, TextSize.LARGE),
            *self._listed(of.lines),
            Gap(),
            *(
                self._field(
                    side, f"{place} {of.names.get(it.person, '')}\n{self._at(it.at)}".strip()
                )
                for side, place, it in signed
            ),
            Gap(0.5),
            Text(f"{self.say(_('Digest'))} {handover.digest}", TextSize.SMALL),
            *self._proof(note),
            names=(giver, receiver, *of.names.values()),
        )

    def waiting(self, of: WaitingSlip) -> Paper:
        """Return what waits for a department, by place and service."""
        title = Text(self._place(of.department), TextSize.LARGE, shrinks=True)
        count = self.say(_("Waiting for you: {count} pieces")).format(count=of.count)
        others = (*(it.holder for it in of.places), *(it.giver for it in of.handovers))
        return self._paper(
            _("Waiting slip"),
            title,
            Text(count, TextSize.LARGE, shrinks=True),
            Text(self.say(_("As of {at}")).format(at=self._at(of.at)), TextSize.SMALL),
            Gap(),
            *self._places(of.places),
            *self._offered(of.handovers),
            names=tuple(self._place(it) for it in (of.department, *others)),
        )

    def search(self, of: SearchPaper, asked: SearchLine) -> Paper:
        """Return what one party is asked, with lines to answer by hand."""
        item = of.incident.line.item
        who = f"{self._place(asked.search.department)} {asked.person}".strip()
        number = grouped(item.number)
        came = f"{self._at(item.taken_in_at)} {of.arrival.carrier}"
        last = f"{self._place(item.holder)} ({self._at(item.held_since)})"
        asking = f"{of.incident.opened_by} {self._at(asked.search.asked_at)}".strip()
        names = (who, self._place(item.holder), of.incident.opened_by)
        found = "　　".join(f"□ {self.say(it)}" for it in (_("It is here"), _("It is not here")))
        return self._paper(
            _("Search request"),
            Text(who, TextSize.LARGE, shrinks=True),
            Text(self.say(_("Please look for this piece, and answer."))),
            Gap(),
            Text(number, TextSize.LARGE, shrinks=True, is_centred=True),
            *self._searched(item.scan.number),
            self._field(_("Service"), service(of.incident.line, self.say)),
            self._field(_("Taken in"), came),
            self._field(_("Last with"), last),
            self._field(_("Asked by"), asking),
            Gap(2),
            Text(found, TextSize.LARGE, shrinks=True),
            Gap(),
            Answer(self.say(_("Where it was found, or where you looked"))),
            Answer(self.say(_("Answered by (department, name, date and time)"))),
            Text(self.say(_("Enter the answer in the station as well.")), TextSize.SMALL),
            names=names,
        )

    def _paper(self, title: str, *blocks: Block, names: tuple[str, ...]) -> Paper:
        said = self.say(title)
        return Paper(said, (Text(said, TextSize.TITLE), *blocks), names)

    def _field(self, name: str, text: str) -> Row:
        return Row((self.say(name), text), FIELD)

    def _listed(self, lines: tuple[ItemLine, ...]) -> Iterator[Block]:
        yield Gap()
        head = ("", self.say(_("Tracking number")), self.say(_("Service")))
        yield Row(head, LISTED, is_head=True)
        for count, line in enumerate(lines, start=1):
            yield Row((str(count), grouped(line.item.number), service(line, self.say)), LISTED)

    def _exceptions(self, of: ArrivalReceipt) -> Iterator[Block]:
        """Yield what was not as declared and what came of it; that there is nothing, too."""
        yield Gap()
        yield Row((self.say(_("Exceptions")),), (1,), is_head=True)
        for number in of.missing:
            yield Row((self.say(_("expected and did not come")), grouped(number)), FIELD)
        for case, number in of.cases:
            yield Row((self.say(CASES[case.what]), self._case(case, number)), FIELD)
        if of.reason:
            yield self._field(_("Reason"), of.reason)
        if not of.missing and not of.cases and not of.reason:
            yield Row((self.say(_("none")),), (1,))

    def _case(self, case: Case, number: str) -> str:
        state = SETTLEMENTS[case.settlement] if case.settlement else _("not settled yet")
        return f"{grouped(number)} {self.say(state)}".strip()

    def _places(self, places: tuple[Waiting, ...]) -> Iterator[Block]:
        if not places:
            return
        names = (_("Where, and service"), _("Pieces"), _("Since"))
        yield Row(tuple(self.say(name) for name in names), PLACES, is_head=True)
        for place in places:
            for kind, since, count in _by_service(place.lines, self.say):
                where = f"{self._place(place.holder)} {kind}".strip()
                yield Row((where, str(count), self._at(since)), PLACES)

    def _offered(self, handovers: tuple[Handover, ...]) -> Iterator[Block]:
        """Yield the handovers that wait to be counted: who gives, since when, and no number."""
        if not handovers:
            return
        yield Gap()
        yield Row((self.say(_("Handovers that wait for your count")),), (1,), is_head=True)
        for it in handovers:
            yield Row((self._place(it.giver), self._at(it.opened_at)), (1, 1))

    def _searched(self, number: str | None) -> Iterator[Block]:
        """Yield the number as bars; what no family vouches for has none that could be trusted."""
        if number is None:
            return
        yield BarsBlock(bars_of_number(number))
        told = self.say(_("For looking it up: do not scan this in place of the piece."))
        yield Text(told, TextSize.SMALL, is_centred=True)
        yield Gap()

    def _proof(self, note: str) -> Iterator[Block]:
        told = _(
            "Keep this paper."
            " Scanned later, it proves that the ledger still holds all that it held now."
        )
        yield Gap()
        yield Checkpoint(note, self.say(told))

    def _place(self, department: str) -> str:
        return self.departments.get(department, department)

    def _at(self, at: datetime) -> str:
        return paper_moment(at, self.setting.zone, era=self.setting.era_dates)


def _by_service(lines: tuple[ItemLine, ...], say: Say) -> list[tuple[str, datetime, int]]:
    """Return each service with how many pieces and since when the oldest waits."""
    found: dict[str, tuple[datetime, int]] = {}
    for line in lines:
        kind = service(line, say)
        since, count = found.get(kind, (line.item.held_since, 0))
        found[kind] = (min(since, line.item.held_since), count + 1)
    return [(kind, since, count) for kind, (since, count) in found.items()]


def require_flowing(size: PaperSize) -> None:
    """Refuse a size on which a slip has no room; PaperError."""
    if size not in FLOWING:
        sizes = ", ".join(FLOWING)
        told = _("expected a paper of {sizes}, got {size}; choose one of these")
        raise PaperError(told, sizes=sizes, size=size)
