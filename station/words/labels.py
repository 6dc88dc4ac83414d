"""Short words for screens: services, cases, phases."""

from station.custody.state import Phase
from station.custody.values import CaseKind, Settlement
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
}

SETTLEMENTS: dict[Settlement, str] = {
    Settlement.EXPLAINED: _("explained"),
    Settlement.ROUTE_DECIDED: _("where it belongs was decided"),
    Settlement.COUNT_BECAME_RIGHT: _("the count became right"),
    Settlement.TAKEN_BACK: _("the scan was taken back"),
    Settlement.CLOSE_WITH_DIFFERENCE: _("close with a difference"),
    Settlement.DECLARE_LOST: _("declare lost"),
    Settlement.VOID_ITEM: _("void: this never was a piece"),
    Settlement.SETTLED_ALONG: _("settled with another case of the same piece"),
    Settlement.HANDOVER_ENDED: _("the handover ended"),
}

WITNESSES: dict[str, str] = {
    "scanner": _("hand scanner"),
    "typed": _("typed by hand"),
    "typed again": _("typed again"),
    "upper_bars": _("upper half of the bars"),
    "lower_bars": _("lower half of the bars"),
    "bars": _("the bars as a whole"),
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
    _("not a CSV"),
    _("expected text in UTF-8 or cp932"),
)
"""What can be wrong with an expected list, as `desk.tables` and `desk.expected` say it."""

PHASES: dict[Phase, str] = {
    Phase.OFFERING: _("the giver is scanning"),
    Phase.COUNTING: _("the receiver is scanning"),
    Phase.DIFFERING: _("the sets differ"),
    Phase.AGREED: _("the sets agree; sign"),
    Phase.SEALED: _("sealed"),
    Phase.CANCELLED: _("broken off"),
}

SERVICES: dict[str, str] = {
    "registered": _("registered"),
    "cash_registered": _("cash registered"),
    "simple_registered": _("simple registered"),
    "recorded": _("recorded"),
    "cash_on_delivery": _("cash on delivery"),
    "parcel": _("parcel"),
    "ems": _("EMS"),
    "e_commerce": _("e-commerce parcel"),
    "m_bag": _("M bag"),
    "business_reply": _("business reply"),
    "express": _("express"),
    "insured": _("insured"),
    "other": _("other service"),
}


def service(line: ItemLine, say: Say) -> str:
    """Return the service as announced; else, marked as a guess, what the number hints at."""
    if line.service:
        return line.service
    try:
        hint = identify(line.item.number).service
    except NotATrackingNumber:
        return ""
    return say(_("{service}?")).format(service=say(SERVICES[hint])) if hint else ""
