"""What the police ask of whoever reports something lost (遺失届), on one sheet.

The form is the police's own (遺失物法施行規則, 別記様式第三号, 遺失届出書); it asks for kind and
features of the thing, and when and where it was lost.  This sheet says what the books know of
that, and leaves blank what a person has to write.
"""

from collections.abc import Iterator
from datetime import datetime

from station.desk.incident_file import IncidentFile
from station.numbers import grouped
from station.papers.blocks import Answer, Block, Gap, Row, Text
from station.papers.dates import paper_moment
from station.papers.pages import Paper
from station.papers.sizes import TextSize
from station.settings import Settings
from station.words import Say
from station.words import noted as _
from station.words.labels import service

FIELD = (3, 8)


def lost_report(file: IncidentFile, setting: Settings, say: Say) -> Paper:
    """Return the sheet of an incident's piece."""
    title = say(_("Facts for a lost property report"))
    number = grouped(file.line.line.item.number)
    blanks = BLANKS if file.description else (_("What it looks like"), *BLANKS)
    return Paper(
        title,
        (
            Text(title, TextSize.TITLE),
            Text(number, TextSize.LARGE, shrinks=True),
            Gap(2),
            *_fields(file, setting, say),
            Gap(3),
            *(Answer(say(it)) for it in blanks),
            Text(say(_("Written from the station's ledger.")), TextSize.SMALL),
        ),
        _names(file),
    )


def _names(file: IncidentFile) -> tuple[str, ...]:
    line, held = file.line.line, file.holders[-1]
    return (line.sender, line.addressee, held.department, held.person, file.last_seen_with)


BLANKS = (
    _("Who reports it (name, office, address, telephone)"),
    _("Where it may have been lost"),
    _("Contents, as far as they are known"),
    _("Police station, date and number of the report"),
    _("If it was found: by whom, when and where"),
)


def _fields(file: IncidentFile, setting: Settings, say: Say) -> Iterator[Block]:
    line, item = file.line.line, file.line.line.item

    def at(moment: datetime) -> str:
        return paper_moment(moment, setting.zone, era=setting.era_dates)

    details = item.details
    amount = f"{details.amount_yen:,}" if details.amount_yen is not None else ""
    came = f"{at(file.arrival.arrived_at)} {file.arrival.carrier}"
    held = file.holders[-1]
    what = say(_("postal item"))
    for name, text in (
        (_("What"), f"{what} {service(line, say)}".strip()),
        (_("Tracking number"), grouped(item.number)),
        (_("Sender"), line.sender),
        (_("Addressee"), line.addressee),
        (_("What it looks like"), file.description),
        (_("Confidential"), say(_("yes")) if details.is_confidential else ""),
        (_("Amount (yen)"), amount),
        (_("Taken in"), came),
        (_("Last with"), f"{held.department} {held.person} ({at(held.since)})"),
        (_("Last seen"), f"{at(file.last_seen.at)} {file.last_seen_with}"),
        (_("Found to be missing"), at(file.line.incident.opened_at)),
    ):
        if text:
            yield Row((say(name), text), FIELD)
