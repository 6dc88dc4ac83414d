"""The chronology of a piece (日付, 経緯), written from the journal and from nothing else."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import singledispatchmethod
from itertools import groupby
from uuid import UUID

from station.custody import facts as f
from station.custody.values import IncidentEnd, Settlement
from station.ledger.journal import Recorded
from station.ledger.views import Views
from station.numbers import grouped
from station.words import Say
from station.words import noted as _
from station.words.labels import CASES, SETTLEMENTS

HANDOVER_KINDS = (
    f.SetOffered,
    f.CountFinished,
    f.HandoverReferred,
    f.HandoverSealed,
    f.HandoverCancelled,
)
"""What happened to a whole handover happened to each piece that was in it."""

ARRIVAL_KINDS = (f.ArrivalClosed, f.ArrivalReferred, f.ArrivalClosedWithDifference)
"""What happened to a whole arrival happened to each piece that it counts."""

COMING_IN = (f.ItemTakenIn, f.ItemOffered)
"""By these a piece becomes part of an arrival or a handover."""

CASE_KINDS = (
    f.SettlementProposed,
    f.SettlementSeconded,
    f.CaseSettled,
    f.SettlementCorrected,
)
"""What was decided on a case about a piece."""

SETTLES_BY_REASON = "settle_case"
"""The deed that settles by a reason alone; old entries of others do not say what was decided."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chronology: when, and what happened."""

    at: datetime
    text: str


def chronology(views: Views, item: UUID, say: Say, *, with_words: bool = True) -> list[Line]:
    """Return everything that the journal knows of a piece, oldest first, as sentences.

    Without words, it does not tell what anybody said of the route: whoever makes a check entry
    must not know the first, and after a disagreement neither person learns the other's word, nor
    the supervisor's.  Nor does it tell what was answered in a search that goes on: who is asked
    answers for themselves.  A word that waits for its check is told to nobody: who oversees may be
    who checks.
    """
    recorded = _all_about(views, item)
    people = views.names(_people_in(recorded))
    departments = {department.id: department.name for department in views.departments()}
    teller = Teller(views, item, say, people.get, departments.get)
    teller.with_words = with_words
    teller.unchecked = unchecked_words(views, item, recorded)
    told = ((line, teller.tell(line.fact, line)) for line in _told_once(recorded, teller))
    return [Line(line.stamp.at, text) for line, text in told if text]


def unchecked_words(views: Views, item: UUID, recorded: Iterable[Recorded]) -> frozenset[int]:
    """Return which entries say a word on the route of a piece that waits for its check.

    That is each since the last decision, and not the newest alone: whoever gave the word may give
    it again.  A supervisor's word that neither of the two had said is a first word too.
    """
    if not views.books.item(item).awaits_check:
        return frozenset()
    waiting: list[int] = []
    for line in recorded:
        if isinstance(line.fact, f.CheckEntryMade | f.ItemRouted):
            waiting = []
        elif isinstance(line.fact, f.FirstEntryMade | f.RouteProposed):
            waiting.append(line.stamp.seq)
    return frozenset(waiting)


def _all_about(views: Views, item: UUID) -> list[Recorded]:
    own = views.history(item)
    by_seq = {line.stamp.seq: line for line in own}
    for subject, kinds in _beside(own):
        for line in views.history(subject):
            if isinstance(line.fact, kinds) and _was_part(own, item, subject, line):
                by_seq[line.stamp.seq] = line
    return [by_seq[seq] for seq in sorted(by_seq)]


def _was_part(own: Iterable[Recorded], item: UUID, subject: UUID, line: Recorded) -> bool:
    """Whether a piece was part of a larger thing when that happened, or was counted too much in it.

    What was taken out of a handover stays where it was, whatever comes of the others.
    """
    if isinstance(line.fact, f.CountFinished) and item in line.fact.extra:
        return True
    before = (it.fact for it in own if it.stamp.seq < line.stamp.seq)
    moves = [fact for fact in before if _whole_of(fact) == subject]
    return not moves or isinstance(moves[-1], COMING_IN)


def _whole_of(fact: f.Fact) -> UUID | None:
    """Return the handover or the arrival that a piece came into or went out of."""
    match fact:
        case f.ItemOffered() | f.ItemWithdrawn() | f.ItemDisowned():
            return fact.handover
        case f.ItemTakenIn() | f.TakingInUndone():
            return fact.arrival
    return None


def _beside(own: Iterable[Recorded]) -> set[tuple[UUID, tuple[type[f.Fact], ...]]]:
    """Return the larger things that a piece was part of, and what of their history is its own."""
    found: set[tuple[UUID, tuple[type[f.Fact], ...]]] = set()
    for line in own:
        if isinstance(line.fact, f.ItemTakenIn):
            found.add((line.fact.arrival, ARRIVAL_KINDS))
        elif isinstance(line.fact, f.ItemOffered):
            found.add((line.fact.handover, HANDOVER_KINDS))
        elif isinstance(line.fact, f.CaseOpened):
            found.add((line.fact.case, CASE_KINDS))
    return found


def _told_once(recorded: Iterable[Recorded], teller: "Teller") -> Iterator[Recorded]:
    """Leave of several requests, corrections or settlements in one deed the first of each.

    It tells of them all.
    """
    for _deed, lines in groupby(recorded, key=lambda line: (line.stamp.at, line.act)):
        asked, along, is_corrected = [], [], False
        for line in lines:
            if isinstance(line.fact, f.SearchRequested):
                asked.append(line)
            elif _is_settled_along(line.fact):
                along.append(line)
            elif not (isinstance(line.fact, f.SettlementCorrected) and is_corrected):
                is_corrected |= isinstance(line.fact, f.SettlementCorrected)
                yield line
        if along:
            teller.along[along[0].stamp.seq] = [line.fact for line in along]  # type: ignore[misc]
            yield along[0]
        if asked:
            teller.asked[asked[0].stamp.seq] = [line.fact for line in asked]  # type: ignore[misc]
            yield asked[0]


def _is_settled_along(fact: f.Fact) -> bool:
    return isinstance(fact, f.CaseSettled) and fact.settlement is Settlement.SETTLED_ALONG


def _people_in(recorded: Iterable[Recorded]) -> set[UUID]:
    found = {line.stamp.person for line in recorded if line.stamp.person}
    for line in recorded:
        if isinstance(line.fact, f.HandoverSealed):
            found |= {line.fact.giver_signer, line.fact.receiver_signer}
        elif isinstance(line.fact, f.ItemOpenedToSort):
            found |= {line.fact.first_by, line.fact.second_by}
        elif isinstance(line.fact, f.ItemReceived | f.ForeignScanned) and line.fact.by is not None:
            found.add(line.fact.by)
        elif isinstance(line.fact, f.SearchRequested | f.SearchAnswered) and line.fact.person:
            found.add(line.fact.person)
    return found


class Teller:
    """Says each kind of fact, as it concerns one piece."""

    def __init__(
        self,
        views: Views,
        item: UUID,
        say: Say,
        person: Callable[[UUID], str | None],
        department: Callable[[str], str | None],
    ) -> None:
        self._views = views
        self._item = item
        self._say = say
        self._person = person
        self._department = department
        self.with_words = True
        self.unchecked: frozenset[int] = frozenset()
        self.asked: dict[int, list[f.SearchRequested]] = {}
        self.along: dict[int, list[f.CaseSettled]] = {}
        self._known: set[tuple[str, UUID | None]] = set()

    def _dept(self, key: str | None) -> str:
        if key is None:
            return self._say(_("undecided"))
        return self._department(key) or key

    def _who(self, line: Recorded) -> str:
        name = self._person(line.stamp.person) if line.stamp.person else None
        return f"{self._dept(line.department)} {name or ''}".strip()

    @singledispatchmethod
    def tell(self, fact: f.Fact, line: Recorded) -> str:
        """Return a sentence for a fact; empty for one that is no step on a piece's way."""
        del fact, line
        return ""

    @tell.register
    def _item_taken_in(self, fact: f.ItemTakenIn, line: Recorded) -> str:
        arrival = self._views.books.arrival(fact.arrival)
        return self._say(
            _("{who} took it in, one of {count} pieces that {carrier} declared.")
        ).format(who=self._who(line), count=arrival.declared_count, carrier=arrival.carrier)

    @tell.register
    def _label_issued(self, fact: f.LabelIssued, line: Recorded) -> str:
        told = {"who": self._who(line), "number": grouped(fact.number)}
        covered = self._views.books.item(fact.item).covered
        if covered is None:
            return self._say(_("{who} labelled it {number}.")).format(**told)
        return self._say(
            _("{who} labelled it {number}, over {covered}, which another piece bears too.")
        ).format(**told, covered=grouped(covered))

    @tell.register
    def _item_described(self, fact: f.ItemDescribed, line: Recorded) -> str:
        del fact
        return self._say(_("{who} described it anew.")).format(who=self._who(line))

    @tell.register
    def _taking_in_undone(self, fact: f.TakingInUndone, line: Recorded) -> str:
        del fact
        return self._say(_("{who} took back the scan.")).format(who=self._who(line))

    @tell.register
    def _first_entry_made(self, fact: f.FirstEntryMade, line: Recorded) -> str:
        if not self.with_words or line.stamp.seq in self.unchecked:
            return self._say(_("First entry: {who} has made it.")).format(who=self._who(line))
        return self._say(_('First entry: {who} entered "{word}".')).format(
            who=self._who(line), word=self._dept(fact.department)
        )

    @tell.register
    def _check_entry_made(self, fact: f.CheckEntryMade, line: Recorded) -> str:
        if not self.with_words:
            return self._say(_("Check entry: {who} has made it.")).format(who=self._who(line))
        return self._say(
            _('Check entry: {who} entered "{word}" without seeing the first entry.')
        ).format(who=self._who(line), word=self._dept(fact.department))

    @tell.register
    def _item_routed(self, fact: f.ItemRouted, line: Recorded) -> str:
        del line
        return self._say(_('Two people agreed: it belongs to "{word}".')).format(
            word=self._dept(fact.department)
        )

    @tell.register
    def _item_left_undecided(self, fact: f.ItemLeftUndecided, line: Recorded) -> str:
        del fact, line
        return self._say(
            _("The two entries fix no department; it stays undecided until the supervisor decides.")
        )

    @tell.register
    def _route_proposed(self, fact: f.RouteProposed, line: Recorded) -> str:
        if line.stamp.seq in self.unchecked:
            hidden = _("Supervisor {who} said where it belongs; another person checks it.")
            return self._say(hidden).format(who=self._who(line))
        if not self.with_words:
            hidden = _("Supervisor {who} said where it belongs.")
            return self._say(hidden).format(who=self._who(line))
        return self._say(_('Supervisor {who} decided on "{word}" (reason: {reason}).')).format(
            who=self._who(line), word=self._dept(fact.department), reason=fact.reason
        )

    @tell.register
    def _item_offered(self, fact: f.ItemOffered, line: Recorded) -> str:
        handover = self._views.books.handover(fact.handover)
        return self._say(_("{who} scanned it for the handover to {receiver}.")).format(
            who=self._who(line), receiver=self._dept(handover.receiver)
        )

    @tell.register
    def _misfit_scanned(self, fact: f.MisfitScanned, line: Recorded) -> str:
        handover = self._views.books.handover(fact.handover)
        told = _("{who} scanned it for a handover to {receiver}, where it does not belong.")
        return self._say(told).format(who=self._who(line), receiver=self._dept(handover.receiver))

    @tell.register
    def _item_withdrawn(self, fact: f.ItemWithdrawn, line: Recorded) -> str:
        del fact
        return self._say(_("{who} took it out of the handover.")).format(who=self._who(line))

    @tell.register
    def _item_received(self, fact: f.ItemReceived, line: Recorded) -> str:
        if fact.by is None:
            return self._say(_("{who} scanned it on receipt.")).format(who=self._who(line))
        told = _("{who} scanned it on receipt, before the giver was done.")
        return self._say(told).format(who=self._person(fact.by) or "")

    @tell.register
    def _foreign_scanned(self, fact: f.ForeignScanned, line: Recorded) -> str:
        who = self._who(line) if fact.by is None else self._person(fact.by) or ""
        giver = self._dept(self._views.books.handover(fact.handover).giver)
        told = _("{who} scanned it on receipt from {giver}, where it does not belong.")
        return self._say(told).format(who=who, giver=giver)

    @tell.register
    def _item_disowned(self, fact: f.ItemDisowned, line: Recorded) -> str:
        told = _("{who} said that it is not theirs (reason: {reason}); it stayed with the giver.")
        return self._say(told).format(who=self._who(line), reason=fact.reason)

    @tell.register
    def _opening_proposed(self, fact: f.OpeningProposed, line: Recorded) -> str:
        told = _("{who} asked to open it, to see where it belongs (reason: {reason}).")
        return self._say(told).format(who=self._who(line), reason=fact.reason)

    @tell.register
    def _item_opened_to_sort(self, fact: f.ItemOpenedToSort, line: Recorded) -> str:
        del line
        return self._say(_("{first} and {second} were present when it was opened.")).format(
            first=self._person(fact.first_by) or "", second=self._person(fact.second_by) or ""
        )

    @tell.register
    def _route_questioned(self, fact: f.RouteQuestioned, line: Recorded) -> str:
        told = _('{who} questioned the route to "{word}" (reason: {reason}).')
        return self._say(told).format(
            who=self._who(line), word=self._dept(fact.department), reason=fact.reason
        )

    @tell.register
    def _count_finished(self, fact: f.CountFinished, line: Recorded) -> str:
        counts = {
            "who": self._who(line),
            "offered": fact.offered_count,
            "received": fact.received_count,
        }
        if fact.digest is not None:
            told = _("{who} counted: {offered} offered, {received} received. The sets agree.")
        elif self._item in fact.missing:
            told = _(
                "{who} counted: {offered} offered, {received} received."
                " This piece was not among them. The handover was blocked."
            )
        else:
            told = _(
                "{who} counted: {offered} offered, {received} received."
                " The sets differ. The handover was blocked."
            )
        return self._say(told).format(**counts)

    @tell.register
    def _handover_referred(self, fact: f.HandoverReferred, line: Recorded) -> str:
        del fact
        return self._say(_("{who} asked the supervisor about the difference.")).format(
            who=self._who(line)
        )

    @tell.register
    def _handover_sealed(self, fact: f.HandoverSealed, line: Recorded) -> str:
        del line
        return self._say(
            _(
                "{giver} ({giver_signer}) and {receiver} ({receiver_signer}) signed for"
                " {count} pieces; {receiver} holds it from now on."
            )
        ).format(
            giver=self._dept(fact.giver),
            giver_signer=self._person(fact.giver_signer) or "",
            receiver=self._dept(fact.receiver),
            receiver_signer=self._person(fact.receiver_signer) or "",
            count=len(fact.items),
        )

    @tell.register
    def _handover_cancelled(self, fact: f.HandoverCancelled, line: Recorded) -> str:
        if not fact.reason:
            return self._say(_("{who} broke the handover off.")).format(who=self._who(line))
        told = _("{who} broke the handover off (reason: {reason}).")
        return self._say(told).format(who=self._who(line), reason=fact.reason)

    @tell.register
    def _item_delivered(self, fact: f.ItemDelivered, line: Recorded) -> str:
        told = {
            "opened": _("{who} opened it."),
            "to_addressee": _("{who} gave it to its addressee."),
        }
        return self._say(told[fact.ending.value]).format(who=self._who(line))

    @tell.register
    def _stray_scanned(self, fact: f.StrayScanned, line: Recorded) -> str:
        del fact
        return self._say(
            _("{who} scanned it although the books have it elsewhere; the supervisor was told.")
        ).format(who=self._who(line))

    @tell.register
    def _piece_counted(self, fact: f.PieceCounted, line: Recorded) -> str:
        del fact
        return self._say(_("{who} scanned it at the day close.")).format(who=self._who(line))

    @tell.register
    def _count_compared(self, fact: f.CountCompared, line: Recorded) -> str:
        del fact  # it names this piece only where it was missing
        return self._say(
            _("{who} did not find it at the day close; the supervisor was told.")
        ).format(who=self._who(line))

    # -- arrival ---------------------------------------------------------------------------------

    @tell.register
    def _arrival_closed(self, fact: f.ArrivalClosed, line: Recorded) -> str:
        told = _("{who} closed the arrival: {count} pieces, as many as declared.")
        return self._say(told).format(who=self._who(line), count=fact.count)

    @tell.register
    def _arrival_referred(self, fact: f.ArrivalReferred, line: Recorded) -> str:
        told = _("{who} left the arrival to the supervisor: {declared} declared, {count} scanned.")
        return self._say(told).format(
            who=self._who(line), declared=fact.declared_count, count=fact.count
        )

    @tell.register
    def _closed_with_difference(self, fact: f.ArrivalClosedWithDifference, line: Recorded) -> str:
        del line
        told = _(
            "Two people closed the arrival with a difference: {declared} declared, {count} scanned"
            " (reason: {reason})."
        )
        return self._say(told).format(
            declared=fact.declared_count, count=fact.count, reason=fact.reason
        )

    # -- what is decided on its cases --------------------------------------------------------------

    @tell.register
    def _case_settled(self, fact: f.CaseSettled, line: Recorded) -> str:
        if fact.settlement is Settlement.SETTLED_ALONG:
            along = self.along.get(line.stamp.seq, [fact])
            kinds = self._say(_(", ")).join(self._kind(it.case) for it in along)
            return self._say(_("That settled along with it: {kinds}.")).format(kinds=kinds)
        if fact.settlement is not Settlement.EXPLAINED or line.act != SETTLES_BY_REASON:
            return ""  # another fact of the same deed says what became of the piece
        told = _('Supervisor {who} settled "{kind}" (reason: {reason}).')
        return self._say(told).format(
            who=self._who(line), kind=self._kind(fact.case), reason=fact.reason
        )

    def _kind(self, case: UUID) -> str:
        return self._say(CASES[self._views.books.case(case).what])

    @tell.register
    def _settlement_proposed(self, fact: f.SettlementProposed, line: Recorded) -> str:
        told = _('Supervisor {who} proposed "{settlement}" (reason: {reason}).')
        settlement = self._say(SETTLEMENTS[fact.settlement])
        return self._say(told).format(
            who=self._who(line), settlement=settlement, reason=fact.reason
        )

    @tell.register
    def _settlement_seconded(self, fact: f.SettlementSeconded, line: Recorded) -> str:
        del fact
        return self._say(_("{who} agreed, as the second person.")).format(who=self._who(line))

    @tell.register
    def _settlement_corrected(self, fact: f.SettlementCorrected, line: Recorded) -> str:
        told = _("Supervisor {who} took the decision back (reason: {reason}).")
        return self._say(told).format(who=self._who(line), reason=fact.reason)

    @tell.register
    def _item_declared_lost(self, fact: f.ItemDeclaredLost, line: Recorded) -> str:
        del line
        return self._say(_("Two people declared it lost; {department} held it last.")).format(
            department=self._dept(fact.department)
        )

    @tell.register
    def _item_voided(self, fact: f.ItemVoided, line: Recorded) -> str:
        del fact, line
        return self._say(_("Two people declared it void: it never was a piece."))

    @tell.register
    def _item_restored(self, fact: f.ItemRestored, line: Recorded) -> str:
        del fact
        return self._say(_("{who} took back that it was lost or void.")).format(who=self._who(line))

    @tell.register
    def _item_found_again(self, fact: f.ItemFoundAgain, line: Recorded) -> str:
        return self._say(_("{who} found it again; {department} holds it from now on.")).format(
            who=self._who(line), department=self._dept(fact.department)
        )

    # -- the search -----------------------------------------------------------------------------

    @tell.register
    def _incident_opened(self, fact: f.IncidentOpened, line: Recorded) -> str:
        told = _("{who} found that it is missing and opened an incident ({reason}).")
        return self._say(told).format(who=self._who(line), reason=fact.reason)

    @tell.register
    def _search_requested(self, fact: f.SearchRequested, line: Recorded) -> str:
        asked = self.asked.get(line.stamp.seq, [fact])
        parties = [self._party(it.department, it.person) for it in asked]
        known = {(it.department, it.person) for it in asked} <= self._known
        self._known |= {(it.department, it.person) for it in asked}
        told = _("{who} asked for a search: {parties}.")
        if known:
            told = _("{who} asked once more who had not answered: {parties}.")
        return self._say(told).format(who=self._who(line), parties=self._say(_(", ")).join(parties))

    @tell.register
    def _search_answered(self, fact: f.SearchAnswered, line: Recorded) -> str:
        if not self.with_words and self._views.books.incident(fact.incident).is_open:
            return ""
        told = (
            _("{who} answered for {party}: it was found.{note}")
            if fact.found
            else _("{who} answered for {party}: it was not found.{note}")
        )
        note = self._views.vault.texts([fact.note]) if self.with_words else {}
        written = next((f" ({text})" for text in note.values()), "")
        return self._say(told).format(
            who=self._who(line), party=self._party(fact.department, fact.person), note=written
        )

    @tell.register
    def _incident_closed(self, fact: f.IncidentClosed, line: Recorded) -> str:
        told = {
            IncidentEnd.FOUND: _("{who} closed the incident: the piece was found."),
            IncidentEnd.LOST: _("The search ended without finding it."),
            IncidentEnd.VOID: _("The search ended: it never was a piece."),
        }
        return self._say(told[fact.end]).format(who=self._who(line))

    @tell.register
    def _incident_reopened(self, fact: f.IncidentReopened, line: Recorded) -> str:
        del fact, line
        return self._say(_("The search goes on."))

    def _party(self, department: str, person: UUID | None) -> str:
        name = self._person(person) if person else None
        return f"{self._dept(department)} {name or ''}".strip()
