"""A notice as an e-mail: what waits, in the reader's language, without a name of anybody."""

from collections.abc import Callable
from datetime import date
from zoneinfo import ZoneInfo

from station.custody.notices import Notice, NoticeKind
from station.custody.values import CaseKind, Settlement
from station.desk.calendar import Outlook, Reach
from station.ledger.outbox import Kept
from station.papers.dates import clock_time, era_date, era_day
from station.words import Say
from station.words import noted as _
from station.words.labels import CASES, SETTLEMENTS

NameOf = Callable[[str], str]

SUBJECTS = {
    NoticeKind.WAITING: _("A handover waits for your department"),
    NoticeKind.OVERDUE: _("Something has waited too long"),
    NoticeKind.MISMATCH: _("Something does not agree"),
    NoticeKind.SEARCH: _("A piece is being searched for"),
    NoticeKind.PROPOSAL: _("A proposal waits for a second person"),
    NoticeKind.CALENDAR: _("The closing days come to their end"),
    NoticeKind.DIGEST: _("What waits today"),
}

WAITING_LINES = {
    "receive": _("handovers to receive: {count}"),
    "sort": _("pieces to sort: {count}"),
    "check": _("pieces that need a check entry: {count}"),
    "hand_over": _("pieces to hand over: {count}"),
    "overdue": _("overdue: {count}"),
}

CALENDAR_LINES = {
    Reach.ENDS_SOON: _("Closing days are known until {day}. Add the next year's before that."),
    Reach.ENDED: _(
        "Closing days were known until {day}. Until the next year's are added, overdue pieces, "
        "days not closed and announced pieces that did not come are not looked for."
    ),
}

NATIONAL_LINE = _(
    "National holidays are known until {day}. Have the station brought up to date: after that day "
    "nothing is looked for that goes by business days."
)

PLACE_LINES = {
    "cases": _("{place}: open cases: {count}"),
    "unclosed": _("{place}: days that were not closed: {count}"),
    "closing": _("{place} was to close and still has something in hand"),
}


def subject_of(notice: Notice, say: Say) -> str:
    """Return the line by which a reader knows what it is."""
    return say(_("[Check-in station] {what}")).format(what=say(SUBJECTS[notice.kind]))


def text_of(kept: Kept, say: Say, name_of: NameOf, zone: ZoneInfo) -> str:
    """Return the mail's text; `name_of` names a department."""
    at = f"{era_date(kept.at, zone)} {clock_time(kept.at, zone)}"
    lines = (
        at,
        *lines_of(kept.notice, say, name_of),
        "",
        say(_("Sign in to the station to see it.")),
    )
    return "\n".join(lines) + "\n"


def lines_of(notice: Notice, say: Say, name_of: NameOf) -> tuple[str, ...]:
    """Return what a notice tells, a sentence a line: for the mail, and for a page."""
    told = notice.told
    if notice.kind is NoticeKind.DIGEST:
        return tuple(_digest_line(name, told[name], say, name_of) for name in told if name != "day")
    return (_sentence(notice, say, name_of),)


def _sentence(notice: Notice, say: Say, name_of: NameOf) -> str:
    told = notice.told
    place = _place(str(told.get("department", "")), say, name_of)
    if notice.kind is NoticeKind.CALENDAR:
        return _calendar(notice, say)
    if notice.kind is NoticeKind.SEARCH:
        return say(_("Look whether it is with you, and answer at the incident."))
    if notice.kind is NoticeKind.WAITING:
        giver = name_of(str(told["giver"]))
        return say(_("{giver} offers a handover. Count it and sign.")).format(giver=giver)
    if notice.kind is NoticeKind.PROPOSAL:
        return _proposal(notice, say, place)
    if "giver" in told:
        sides = {side: name_of(str(told[side])) for side in ("giver", "receiver")}
        return say(_("{giver} → {receiver}: the sets differ.")).format(**sides)
    what = say(CASES[CaseKind(str(told["what"]))])
    return say(_("{place}: {what}, cases: {count}")).format(
        place=place, what=what, count=told["count"]
    )


def calendar_line(seen: Outlook, say: Say) -> str:
    """Return what is to be done about a calendar that ends, or has ended; for known ones too."""
    if seen.is_national:
        return say(NATIONAL_LINE).format(day=era_day(seen.until))
    reach = Reach.ENDED if seen.reach is Reach.ENDED else Reach.ENDS_SOON
    return say(CALENDAR_LINES[reach]).format(day=era_day(seen.until))


def _calendar(notice: Notice, say: Say) -> str:
    until, reach = str(notice.told["until"]), Reach(str(notice.told["reach"]))
    seen = Outlook(date.fromisoformat(until), reach, is_national="national" in notice.told)
    return calendar_line(seen, say)


def _proposal(notice: Notice, say: Say, place: str) -> str:
    what, settlement = str(notice.told["what"]), str(notice.told["settlement"])
    says = _("{place}: {what}. Proposed: {settlement}. Look at it, and agree if it is so.")
    return say(says).format(
        place=place,
        what=say(CASES[CaseKind(what)]),
        settlement=say(SETTLEMENTS[Settlement(settlement)]),
    )


def _digest_line(name: str, count: str | int, say: Say, name_of: NameOf) -> str:
    if name == "unknown_after":
        day = era_day(date.fromisoformat(str(count)))
        return say(_("Overdue is not counted: closing days are known only until {day}.")).format(
            day=day
        )
    if name in WAITING_LINES:
        return say(WAITING_LINES[name]).format(count=count)
    what, _colon, key = name.partition(":")
    place = _place(key, say, name_of)
    return say(PLACE_LINES[what]).format(place=place, count=count)


def _place(department: str, say: Say, name_of: NameOf) -> str:
    return name_of(department) if department else say(_("no department"))
