"""All that was recorded about a case, as sentences: nothing that was decided is written over."""

from uuid import UUID

from station.custody import facts as f
from station.custody.values import Settlement
from station.ledger.case_file import CaseFile
from station.ledger.journal import Recorded
from station.ledger.views import Views
from station.papers.chronology import SETTLES_BY_REASON, Line
from station.words import Say
from station.words import noted as _
from station.words.labels import REASONS, SETTLEMENTS, case_title


def case_history(views: Views, file: CaseFile, say: Say, *, reader: UUID) -> list[Line]:
    """Return what became of a case, oldest first: opened, proposed, seconded, settled, corrected.

    Why a route was decided is told to nobody but who decided it, as long as somebody else has to
    give a word of their own on it.
    """
    departments = {department.id: department.name for department in views.departments()}
    told = []
    for line in file.history:
        sentence = _sentence(file, line, say, reader)
        if sentence:
            who = _who(file, line, departments)
            told.append(Line(line.stamp.at, sentence.replace(WHO, who)))
    return told


WHO = "{who}"


def _sentence(file: CaseFile, line: Recorded, say: Say, reader: UUID) -> str:
    """Return what one entry says of the case, its author still to be named; empty for the rest."""
    fact = line.fact
    if isinstance(fact, f.CaseOpened):
        by_somebody = _("It came to review by {who}: {kind}.")
        opened = by_somebody if line.stamp.person else _("It came to review by itself: {kind}.")
        return say(opened).format(who=WHO, kind=say(case_title(fact.what, fact.scan)))
    if isinstance(fact, f.SettlementProposed):
        told = _('Supervisor {who} proposed "{settlement}" (reason: {reason}).')
        settlement = say(SETTLEMENTS[fact.settlement])
        return say(told).format(who=WHO, settlement=settlement, reason=fact.reason)
    if isinstance(fact, f.SettlementSeconded):
        return say(_("{who} agreed, as the second person."))
    if isinstance(fact, f.CaseSettled):
        hides = file.is_withheld and fact.settlement is Settlement.ROUTE_DECIDED
        told = _WITHHELD if hides and line.stamp.person != reader else _settled(line, fact)
        settlement = say(SETTLEMENTS[fact.settlement])
        return say(told).format(who=WHO, settlement=settlement, reason=fact.reason)
    if isinstance(fact, f.SettlementCorrected):
        told = _("Supervisor {who} took the decision back (reason: {reason}).")
        return say(told).format(who=WHO, reason=fact.reason)
    return ""


_WITHHELD = _("Supervisor {who} said where it belongs; why is shown after the check entry.")


def _settled(line: Recorded, fact: f.CaseSettled) -> str:
    """Return the sentence for a settlement; what the rules write as a reason says it twice."""
    if fact.settlement is Settlement.EXPLAINED and line.act == SETTLES_BY_REASON:
        return _("Supervisor {who} settled it (reason: {reason}).")
    if fact.reason in REASONS:
        return _('It was settled by what {who} did: "{settlement}".')
    return _('Settled by {who} as "{settlement}" (reason: {reason}).')


def _who(file: CaseFile, line: Recorded, departments: dict[str, str]) -> str:
    name = file.names.get(line.stamp.person, "") if line.stamp.person else ""
    place = departments.get(line.department or "", "") if name else ""
    return f"{place} {name}".strip()
