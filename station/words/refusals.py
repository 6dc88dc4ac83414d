"""A sentence for every refusal: what came, what was expected, what to do now."""

from collections.abc import Callable

from station.custody.refusal import Detail, Reason, Refused
from station.custody.values import Settlement
from station.numbers import grouped
from station.words import Say
from station.words import noted as _
from station.words.labels import SETTLEMENTS

NameOf = Callable[[str], str]

PERSON = "by"
"""The detail of a refusal that is a person."""

SENTENCES: dict[Reason, str] = {
    Reason.UNKNOWN_SUBJECT: _("This is not in the books. Go back and choose again."),
    Reason.DEED_REUSED: _("This was sent for something else before. Reload and do it again."),
    Reason.TOLD_ONCE: _(
        "This was done already. Badge and PIN are told only once: if nobody has them, go back"
        " and give new ones out."
    ),
    Reason.ROLE_MISSING: _("Your role may not do this. It takes: {expected}."),
    Reason.NOT_MEMBER: _("Only {expected} may do this; you belong to {got}."),
    Reason.OFFICE_EXISTS: _("This office exists already."),
    Reason.DEPARTMENT_EXISTS: _("There is a department with the number {got} already."),
    Reason.NAME_MISSING: _("Write the name; of a department, the number too."),
    Reason.NAME_TAKEN: _("There is a department with the name {got} already. Choose another one."),
    Reason.ADDRESS_WRONG: _('"{got}" is no e-mail address. Write it again, or leave it empty.'),
    Reason.STAFF_NUMBER_TAKEN: _("Somebody else has the staff number {got}. Look at both people."),
    Reason.DEPARTMENT_CLOSED: _(
        "{got} is closed (successor: {expected}). Choose a department that is open."
    ),
    Reason.DEPARTMENT_CHANGED: _(
        "Somebody changed the departments meanwhile. Look again, then do it."
    ),
    Reason.DEPARTMENT_BUSY: _(
        "{got} cannot close: it holds {held} pieces, {coming} are on their way to it, {handovers}"
        " handovers and {arrivals} arrivals are open. Hand over or deliver every piece, finish or"
        " break off what is open, then close it."
    ),
    Reason.LAST_SORTING_DEPARTMENT: _(
        "{got} is the last department that sorts mail. Open another one that does, then close it."
    ),
    Reason.NO_POSTING: _("No department at that time. Ask the administrator for a posting."),
    Reason.ROLES_EMPTY: _("Choose one role at least."),
    Reason.DATE_PASSED: _("That day is over. Choose today or a later day."),
    Reason.DATES_CROSSED: _("The end must be after the beginning. Choose a later end."),
    Reason.PERSON_CHANGED: _(
        "Somebody changed this person meanwhile. Look at them again, then do it."
    ),
    Reason.LAST_ADMINISTRATOR: _(
        "Nobody would be administrator any more. Make somebody else administrator first."
    ),
    Reason.NO_BADGE: _("This person has no valid badge. Issue one."),
    Reason.LIST_CHANGED: _(
        "What this list would do has changed meanwhile. Look at it again, then take it in."
    ),
    Reason.CARRIER_MISSING: _("Say who brought the mail: choose a carrier, or write its name."),
    Reason.ARRIVED_AT_WRONG: _(
        "Mail comes now or within the last {expected} days; {got} was written. Look at the day and"
        " the time, or leave it empty for now."
    ),
    Reason.COUNT_OUT_OF_RANGE: _("The count must be {expected}; {got} came. Enter it again."),
    Reason.AMOUNT_OUT_OF_RANGE: _("The amount must be {expected} yen; {got} came. Enter it again."),
    Reason.PHOTO_MISSING: _("Take a picture of the piece first."),
    Reason.TOO_MANY_SLIPS: _("There are {expected} pictures of the slip already."),
    Reason.DESCRIPTION_MISSING: _("Write what the piece looks like."),
    Reason.NUMBER_NOT_HELD: _("No piece of this number is in the house. Scan it as usual."),
    Reason.LABEL_OVER_LABEL: _(
        "{got} is the mail room's own label, and no two pieces have one. Scan the label itself."
    ),
    Reason.UNDER_LABEL: _(
        "The mail room stuck its label over this number. Scan the label; if it has come off,"
        " ask the supervisor."
    ),
    Reason.LABELS_USED_UP: _("All {got} labels have been given out. Ask the administrator."),
    Reason.CONFIDENTIAL: _(
        "This is marked confidential: it is not opened in the mail room."
        " Give it to its addressee, closed."
    ),
    Reason.ARRIVAL_CLOSED: _("This arrival is not open for that. Open a new arrival."),
    Reason.ARRIVAL_OPEN: _("This arrival is not closed yet. Close it, then print its receipt."),
    Reason.COUNTS_BLIND: _(
        "Your department counts what it has to count without knowing how much it is."
        " Whoever else holds it can print this; you can open it when it is counted."
    ),
    Reason.COUNT_FIRST: _(
        "You have something to count from the department that holds this piece. Count it first."
    ),
    Reason.ARRIVAL_DIFFERS: _(
        "The count does not agree: {expected} declared, {got} scanned."
        " Scan the rest, or leave it to the supervisor."
    ),
    Reason.LABELS_UNSCANNED: _(
        "Labels that nobody has scanned yet: {got}. Stick each on its piece and scan it once;"
        " without a printer, write the number on a note and type it twice."
    ),
    Reason.ARRIVAL_EQUAL: _("The count agrees ({got}). Close the arrival."),
    Reason.NOTHING_TO_TAKE_BACK: _("You have no scan here that could be taken back."),
    Reason.NOT_HELD: _("Your department does not hold this piece. Ask the supervisor."),
    Reason.IN_HANDOVER: _("This piece is in a handover. Finish or break off that one first."),
    Reason.SORTED_ELSEWHERE: _("Mail is not sorted here. Hand it over to General Affairs."),
    Reason.FIRST_ENTRY_EXISTS: _("Somebody made the first entry. Make the check entry."),
    Reason.FIRST_ENTRY_MISSING: _("There is no first entry yet. Make the first entry."),
    Reason.SAME_PERSON: _("The same person may not do both. Ask another person."),
    Reason.ALREADY_ROUTED: _("This piece belongs to {got} already. Put it into that box."),
    Reason.NOT_ROUTED: _("Two people have not said yet where this belongs. Sort it first."),
    Reason.UNDECIDED: _("Nobody has decided yet where this belongs. Leave it to the supervisor."),
    Reason.ROUTED_ELSEWHERE: _("This belongs to {got}. Put it back into the box of {got}."),
    Reason.ROUTE_IS_HOLDER: _("It is at {got} already. Choose another department."),
    Reason.SAME_DEPARTMENT: _("A department cannot hand over to itself. Choose another one."),
    Reason.HANDOVER_PHASE: _("This handover is at another step now. Look at it again."),
    Reason.EMPTY_SET: _("No piece was scanned yet. Scan the pieces to hand over."),
    Reason.SETS_DIFFER: _(
        "The sets differ: {expected} offered, {got} received. Nobody can sign this."
        " Scan what is missing, withdraw it, or ask the supervisor."
    ),
    Reason.NOT_IN_HANDOVER: _("This piece is not in this handover."),
    Reason.SIDE_SIGNED: _("This side has signed already."),
    Reason.DIGEST_CHANGED: _("The list has changed. Read it again, then sign."),
    Reason.SIGNED_ALREADY: _(
        "One side has signed this set already. Only a supervisor can break the handover off."
    ),
    Reason.RECEIVER_ELSEWHERE: _(
        "This person belongs to {got}, not to {expected}. Choose another receiver."
    ),
    Reason.NOT_NAMED: _("This side is one named person's. Only they may count and sign for it."),
    Reason.ON_OTHER_SIDE: _(
        "You have acted for the other side of this handover. Ask another person of this side."
    ),
    Reason.TOO_MANY_RULES: _("{got} rules came; the station keeps at most {expected}."),
    Reason.RULE_BASIS: _("A department's own name and kana are changed where it stands."),
    Reason.RULE_TEXT_LENGTH: _('A rule\'s words are 2 to 100 signs long; "{got}" came.'),
    Reason.OPENING_MISSING: _("Nobody has asked to open this piece yet. Ask for it first."),
    Reason.OPENED_ALREADY: _("Two people have opened this piece already."),
    Reason.INCIDENT_OPEN: _("A search for this piece is going on already."),
    Reason.INCIDENT_CLOSED: _("This search is over. Open a new incident if it is missed again."),
    Reason.ALL_ANSWERED: _("Everybody has answered. Nobody has to be asked again."),
    Reason.NOBODY_FOUND: _("Nobody says to have found it. Wait for an answer, or declare it lost."),
    Reason.SAID_FOUND: _(
        "{got} has answered that the piece is there. Look there; if it is not, they answer anew."
    ),
    Reason.HOLDER_NOT_ASKED: _(
        "{got} signed for this piece after it was missed. Ask {got}; it is not lost before they"
        " have answered."
    ),
    Reason.WITH_KEEPER: _("One person keeps this piece. They hand it over or open it themselves."),
    Reason.ROUTE_QUESTIONED: _(
        "The route to {got} is questioned. Two people have to say anew where this belongs."
    ),
    Reason.CASE_SETTLED: _("{by} has settled this case already: {got} ({why})."),
    Reason.CASE_OPEN: _("This case is open: there is nothing to correct. Settle it."),
    Reason.GONE_SINCE: _(
        "This piece has gone by something later. Look at the piece; if that was wrong, correct it."
    ),
    Reason.FOUND_AGAIN_OPEN: _(
        "This piece was lost and has been found again. A supervisor has to look at it first."
    ),
    Reason.PROPOSAL_CHANGED: _(
        "What was proposed, or what it is about, has changed. The supervisor proposes it anew."
    ),
    Reason.ROUTE_DECIDED: _("{by} has decided this already: {got}."),
    Reason.WORD_GIVEN: _(
        "{by} has said already where this belongs. Another person makes the check entry."
    ),
    Reason.NOT_UNDECIDED: _("Nothing has to be decided about this piece now."),
    Reason.OTHER_SETTLEMENT: _("This is not settled so. Choose another way, where it stands."),
    Reason.DAY_CLOSE_EXISTS: _("This department closes this day already. Count into that one."),
    Reason.DAY_CLOSED: _("This day is closed. Scan what comes now tomorrow."),
    Reason.DAY_OVER: _("The day {expected} is over. Count for today ({got})."),
    Reason.NOT_COMPARED: _('Say "done" first; only a count that differed is begun anew.'),
    Reason.CLOSING_DAY_WRONG: _(
        "{got} is no closing day. Single days lie before the list's end ({expected}), yearly ones"
        " are written as month and day: 12-29."
    ),
    Reason.CLOSING_DAYS_ENDLESS: _(
        "Say first until which day the list of closing days is complete; then change it."
    ),
    Reason.CLOSING_DAYS_UNKNOWN: _(
        "The office's list of closing days ends on {expected}; {got} came."
        " Let the administrator set the next one."
    ),
    Reason.HOLIDAYS_UNKNOWN: _(
        "National holidays are known until {expected}; {got} came. Bring the station up to date."
    ),
    Reason.REASON_MISSING: _("Write the reason."),
    Reason.BADGE_SCANNED: _("This is a person's badge. Scan the label of the piece."),
    Reason.PIECE_SCANNED: _("This is the number of a piece. Scan your badge here."),
    Reason.TYPED_DIFFERS: _("The two entries are not the same. Type the number twice again."),
    Reason.BAD_CREDENTIALS: _("Badge or PIN is wrong. Scan the badge and enter the PIN again."),
    Reason.TOO_MANY_ATTEMPTS: _("Too many wrong PINs. Wait {expected} seconds."),
    Reason.STRANGE_TERMINAL: _(
        "Too many wrong PINs at terminals where you never were. Sign in where you have signed in"
        " before, and tell the administrator."
    ),
    Reason.BADGE_NOT_VALID: _("This badge is not valid. Give it to the administrator."),
    Reason.PIN_IS_ONCE: _(
        "This PIN is good for one sign-in. Sign in and choose a PIN of your own."
    ),
    Reason.PIN_UNCHANGED: _("Choose another PIN than the one that you were given."),
    Reason.DEVICE_NEEDS_ONE: _(
        "A device's scans go into the one arrival or day close that its department has open;"
        " {got} are open. Open one, or close the others."
    ),
    Reason.DEVICE_NAME_TAKEN: _("There is a device of the name {got} already. Choose another one."),
    Reason.SCAN_TOO_OLD: _(
        "This was read {got} minutes ago, before what is open now was opened, or too long ago for a"
        " count. Scan the piece again where it is now."
    ),
    Reason.TOKEN_NOT_VALID: _(
        "This device's token is not valid: it was withdrawn, has ended, or is not whole. Ask the"
        " administrator for a new one."
    ),
    Reason.BADGE_IN_USE: _("The badge {got} is somebody's already."),
    Reason.PIN_TOO_WEAK: _("A PIN has 6 to 12 digits, not all the same."),
}

ROLES = {
    "duty_officer": _("duty officer"),
    "clerk": _("clerk"),
    "receiver": _("receiver"),
    "supervisor": _("supervisor"),
    "auditor": _("auditor"),
    "administrator": _("administrator"),
}

_NUMBER_REASONS = frozenset({Reason.LABEL_OVER_LABEL, Reason.LABELS_UNSCANNED})
"""What came is a piece's number, told as pages and labels have it."""

_DEPARTMENT_REASONS = frozenset(
    {
        Reason.NOT_MEMBER,
        Reason.ALREADY_ROUTED,
        Reason.ROUTED_ELSEWHERE,
        Reason.ROUTE_IS_HOLDER,
        Reason.SAME_DEPARTMENT,
        Reason.DEPARTMENT_CLOSED,
        Reason.DEPARTMENT_BUSY,
        Reason.LAST_SORTING_DEPARTMENT,
        Reason.ROUTE_DECIDED,
        Reason.RECEIVER_ELSEWHERE,
        Reason.ROUTE_QUESTIONED,
        Reason.SAID_FOUND,
        Reason.HOLDER_NOT_ASKED,
    }
)


NOTHING_LEFT = _("Nothing is left in this handover. The giver breaks it off.")
"""What to do where all that was offered has left again: an empty set never agrees."""


def sentence(refused: Refused, say: Say, name_of: NameOf) -> str:
    """Return a refusal in the reader's language; `name_of` names a department or a person."""
    told = {
        name: _told(value, say, _namer(refused.reason, name, say, name_of))
        for name, value in refused.details.items()
    }
    return say(_says(refused)).format_map(_Told(told))


CLOSED_FOR_GOOD = _("{got} is closed. Choose a department that is open.")
"""The same of a department that nobody succeeds."""


def _says(refused: Refused) -> str:
    """Return what is said of a refusal; of an emptied handover, that nothing is left to sign."""
    if refused.reason is Reason.DEPARTMENT_CLOSED and "expected" not in refused.details:
        return CLOSED_FOR_GOOD
    if refused.reason is Reason.SETS_DIFFER and refused.details.get("expected") == 0:
        return NOTHING_LEFT
    return SENTENCES[refused.reason]


def _namer(reason: Reason, detail: str, say: Say, name_of: NameOf) -> NameOf:
    """Return what names a detail: a person, a department, a settlement, a number, or itself."""
    if detail == PERSON or reason in _DEPARTMENT_REASONS:
        return name_of
    if reason is Reason.CASE_SETTLED and detail == "got":
        return lambda settlement: say(SETTLEMENTS[Settlement(settlement)])
    if reason is Reason.CASE_SETTLED:
        return say  # the rules' own reasons have their words
    return grouped if reason in _NUMBER_REASONS else str


class _Told(dict[str, str]):
    """Leaves a dash where a refusal has nothing to tell."""

    def __missing__(self, key: str) -> str:
        return "-"


def _told(value: Detail, say: Say, name_of: NameOf) -> str:
    if isinstance(value, tuple):
        return say(_(", ")).join(say(ROLES.get(part, name_of(part))) for part in value)
    return name_of(value) if isinstance(value, str) else str(value)
