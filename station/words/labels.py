"""Short words for screens: services, cases, phases."""

from station.custody.expected import Change
from station.custody.state import CloseStatus, Phase
from station.custody.values import Basis, CaseKind, Scan, Service, ServiceSource, Settlement
from station.ledger.views import ItemLine
from station.numbers import NotATrackingNumber, identify
from station.words import Say
from station.words import noted as _

CASES: dict[CaseKind, str] = {
    CaseKind.UNMATCHED: _("not expected"),
    CaseKind.DOUBTFUL: _("doubtful reading"),
    CaseKind.STILL_HELD: _("number still in the house"),
    CaseKind.COUNT_DIFFERENCE: _("arrival count differs"),
    CaseKind.DISAGREEMENT: _("the two entries differ"),
    CaseKind.UNDECIDED: _("names no department"),
    CaseKind.FOUND: _("scanned where it does not belong"),
    CaseKind.FOUND_AGAIN: _("lost, and found again"),
    CaseKind.SET_MISMATCH: _("handover sets differ"),
    CaseKind.NOT_OURS: _("the route is questioned"),
    CaseKind.ABANDONED: _("handover left open"),
    CaseKind.MISSING_EXPECTED: _("expected and did not come"),
    CaseKind.UNREADABLE: _("unreadable: typed by hand"),
    CaseKind.SAME_NUMBER: _("two pieces under one number"),
    CaseKind.DAY_CLOSE_MISSING: _("missing at the day close"),
    CaseKind.DAY_CLOSE_EXTRA: _("too much at the day close"),
    CaseKind.DAY_NOT_CLOSED: _("the day was not closed"),
    CaseKind.OVERDUE: _("nobody has moved it for too long"),
    CaseKind.INCIDENT: _("missed; people are searching"),
}

NO_NUMBER = _("scanned, and no number could be trusted")


def case_title(what: CaseKind, scan: Scan | None) -> str:
    """Return what a case is called: a scan without a trusted number says nothing of any place."""
    is_misread = what is CaseKind.FOUND and scan is not None and scan.number is None
    return NO_NUMBER if is_misread else CASES[what]


SETTLEMENTS: dict[Settlement, str] = {
    Settlement.EXPLAINED: _("explained"),
    Settlement.ROUTE_DECIDED: _("where it belongs was decided"),
    Settlement.COUNT_BECAME_RIGHT: _("the count became right"),
    Settlement.TAKEN_BACK: _("the scan was taken back"),
    Settlement.CLOSE_WITH_DIFFERENCE: _("close with a difference"),
    Settlement.DECLARE_LOST: _("declare lost"),
    Settlement.VOID_ITEM: _("void: this never was a piece"),
    Settlement.HAS_COME: _("the piece has come"),
    Settlement.LIST_CORRECTED: _("a later list corrected it"),
    Settlement.SETTLED_ALONG: _("settled with another case of the same piece"),
    Settlement.FOUND: _("the piece was found"),
    Settlement.HANDOVER_ENDED: _("the handover ended"),
    Settlement.MOVED_ON: _("the piece moved on"),
}

BASES: dict[Basis, str] = {
    Basis.NAME: _('{department}: by the name "{words}"'),
    Basis.KANA: _('{department}: by its kana "{words}"'),
    Basis.ALIAS: _('{department}: by the alias "{words}"'),
    Basis.FORMER_NAME: _('{department}: by the old name "{words}"'),
    Basis.SECTION_NUMBER: _('{department}: by the section number "{words}"'),
    Basis.SENDER: _('{department}: by the sender "{words}"'),
    Basis.SERVICE: _('{department}: by the service "{words}"'),
}

BASIS_NAMES: dict[Basis, str] = {
    Basis.ALIAS: _("addressee: alias"),
    Basis.FORMER_NAME: _("addressee: old name"),
    Basis.SECTION_NUMBER: _("addressee: section number"),
    Basis.SENDER: _("sender"),
    Basis.SERVICE: _("service"),
}
"""Where the words of a rule of the office stand; names and kana stand in the department itself."""

WITNESSES: dict[str, str] = {
    "scanner": _("hand scanner"),
    "typed": _("typed by hand"),
    "typed again": _("typed again"),
    "upper_bars": _("upper half of the bars"),
    "lower_bars": _("lower half of the bars"),
    "bars": _("the bars as a whole"),
    "station": _("a label of the mail room's own"),
}
"""Witnesses that are no engines: an engine is called by its name."""

WHYS: dict[str, str] = {
    "check_digit": _("the check digit is wrong"),
    "unknown_family": _("this is no tracking number"),
    "other_symbology": _("this carrier prints other bars"),
    "one_witness": _("only one of two readers could read it"),
    "witnesses_disagree": _("two readers read it differently"),
}

REASONS = (
    _("The scan was taken back."),
    _("The count became right."),
    _("Two people routed the piece anew."),
    _("The handover was ended."),
    _("The piece has come."),
    _("The list names a later day."),
    _("The list no longer announces it."),
    _("The piece moved on."),
)
"""What the rules themselves write as the reason of a settled case."""

TABLE_PROBLEMS = (
    WHYS["check_digit"],
    WHYS["unknown_family"],
    _("the same number stands in row {expected}"),
    _("unknown department"),
    _("unknown heading; expected {expected}"),
    _("this heading stands twice"),
    _("this heading is missing"),
    _("another number of cells than the headings have ({expected})"),
    _("more than {expected} bytes"),
    _("more than {expected} rows"),
    _("the table is empty"),
    _("the list has headings and no rows"),
    _("several sheets; choose one: {expected}"),
    _("more than {expected} columns"),
    _("more than {expected} signs"),
    _("expected a day with its year (1900 to 2999), as 2020-11-02"),
    _("the spreadsheet has shortened this number: format the column as text, then enter it again"),
    _("this formula has no value: open and save the file in the spreadsheet, or enter the value"),
    _("this cell shows an error"),
    _("an old or protected workbook: save it as XLSX or CSV, without a password"),
    _("not an XLSX workbook"),
    _("not a CSV"),
    _("expected text in UTF-8 or cp932"),
    _("expected a number that stands once"),
    _("expected 管理者: this is the first administrator"),
    _("expected a name that stands once"),
    _("expected a name"),
    _("expected of {expected}"),
    _("expected one 管理者 at least"),
    _("expected an e-mail address"),
    _("expected {expected} at the department that takes unsorted mail"),
    _("the same person stands in row {expected}"),
    _("several people have this name: add the column {expected}"),
    _("nobody of this name is here who could leave"),
    _("this person acts for nobody now: name the day they come"),
    _("that day is over: name today or a later day, or leave it empty for at once"),
    _("this department is closed"),
    _("there is no such department that could close"),
    _("who sorts mail cannot be changed: open another one"),
)
"""What can be wrong with a table, as `desk.tables` and those who read tables say it."""

LIST_COLUMNS: dict[str, str] = {
    "number": _("Tracking number"),
    "service": _("Service"),
    "sender": _("Sender"),
    "addressee": _("Addressee"),
    "department": _("Department that it is for"),
    "due": _("Due"),
}
"""What a column of an expected list can mean (`desk.expected.HEADINGS`)."""

LIST_CHANGES: dict[Change, str] = {
    Change.NEW: _("new"),
    Change.SAME: _("as announced already"),
    Change.CORRECTED: _("corrected"),
    Change.HERE: _("is here already"),
}

PHASES: dict[Phase, str] = {
    Phase.OFFERING: _("the giver is scanning"),
    Phase.COUNTING: _("the receiver is scanning"),
    Phase.DIFFERING: _("the sets differ"),
    Phase.AGREED: _("the sets agree; sign"),
    Phase.SEALED: _("sealed"),
    Phase.CANCELLED: _("broken off"),
}

SERVICES: dict[Service, str] = {
    Service.REGISTERED: _("registered"),
    Service.CASH_REGISTERED: _("cash registered"),
    Service.SIMPLE_REGISTERED: _("simple registered"),
    Service.DELIVERY_CERTIFIED: _("registered, delivery certified"),
    Service.CONTENT_CERTIFIED: _("registered, content certified"),
    Service.COURT_SERVICE: _("service of court documents"),
    Service.RESTRICTED: _("restricted delivery"),
    Service.RECORDED: _("recorded"),
    Service.CASH_ON_DELIVERY: _("cash on delivery"),
    Service.LETTER_PACK_PLUS: _("Letter Pack Plus"),
    Service.LETTER_PACK_LIGHT: _("Letter Pack Light"),
    Service.YU_PACK: _("Yu-Pack"),
    Service.YU_PACKET: _("Yu-Packet"),
    Service.PARCEL: _("parcel"),
    Service.EMS: _("EMS"),
    Service.E_COMMERCE: _("e-commerce parcel"),
    Service.M_BAG: _("M bag"),
    Service.BUSINESS_REPLY: _("business reply"),
    Service.EXPRESS: _("express"),
    Service.INSURED: _("insured"),
    Service.OTHER: _("other service"),
}

DAY_CLOSES: dict[CloseStatus | None, str] = {
    None: _("not begun"),
    CloseStatus.COUNTING: _("counting"),
    CloseStatus.DIFFERING: _("does not agree"),
    CloseStatus.CLOSED: _("Closed: the count agrees"),
    CloseStatus.CLOSED_WITH_DIFFERENCE: _("Closed with a difference"),
}


def service(line: ItemLine, say: Say) -> str:
    """Return the service as entered, else as announced, else what the number hints at.

    A hint is marked as a guess.
    """
    known = line.item.details.service or _hint(line.item.number)
    named = say(SERVICES[known]) if known else ""
    if named and line.item.details.service_from is ServiceSource.ENTERED:
        return named
    return line.service or (say(_("{service}?")).format(service=named) if named else "")


def _hint(number: str) -> Service | None:
    """Return what a number hints at: pieces that older versions took in say nothing else."""
    try:
        hint = identify(number).service
    except NotATrackingNumber:
        return None
    return Service(hint) if hint else None
