"""The deeds of the demo day, done by its people at the real desk.

Nothing is scripted but who does what and who errs how: what the station says is what it said.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from station.custody.facts import CaseOpened, CountFinished
from station.custody.refusal import Reason, Refused
from station.custody.values import Ending, Role, Settlement
from station.demo.story import Letter, Story
from station.desk import arrival, delivery, expected, handover, review, sorting
from station.desk.deeds import Caller
from station.desk.import_office import found_from
from station.desk.office import Enrolled
from station.desk.pins import PinHasher
from station.desk.scans import Outcome, Seen, outcome_of
from station.desk.signin import check_badge
from station.ledger.store import Ledger
from station.numbers import grouped
from station.papers.dates import clock_time, era_date
from station.scan.keyboard import read_keystrokes
from station.scan.pictures import PictureError, evidence
from station.scan.reader import read_picture
from station.scan.reading import Doubtful, Reading
from station.settings import Settings
from station.words import Say
from station.words import noted as _
from station.words.refusals import sentence

Tell = Callable[[str], None]
Choose = Callable[[Letter], str]

STEP = timedelta(seconds=8)
CARRIER = "日本郵便"
TERMINAL = "demo"
OFFICE_NAME = "大阪狭山市役所 (デモ)"


class DemoClock:
    """The play's own time, moved on by every deed."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The next moment."""
        self.at += STEP
        return self.at


@dataclass
class Day:
    """One office on one weekend, with its letters in its people's hands."""

    ledger: Ledger
    hasher: PinHasher
    story: Story
    clock: DemoClock
    setting: Settings
    say: Say
    tell: Tell
    office_name: str = OFFICE_NAME
    people: list[Enrolled] = field(default_factory=list)
    items: dict[Letter, UUID] = field(default_factory=dict)
    numbers: dict[Letter, str] = field(default_factory=dict)

    # -- telling -----------------------------------------------------------------------------

    def told(self, message: str, **values: object) -> None:
        """Tell what somebody did or what the station said, with the play's time before it."""
        at = clock_time(self.clock.at, self.setting.zone)
        self.tell(f"  {at}  {self.say(message).format(**values)}")

    def heading(self, at: datetime, message: str) -> None:
        """Begin a new scene."""
        self.clock.at = at
        self.tell(f"\n{era_date(at, self.setting.zone)}  {self.say(message)}")

    def refused(self, refusal: Refused) -> None:
        """Tell what the station refused, in its own words."""
        says = sentence(refusal, self.say, self.department_name)
        self.told(_("  ✕ The station: {says}"), says=says)

    def department_name(self, number: str) -> str:
        """The name of a department by its number."""
        names = {d.department: d.name for d in self.story.office.departments}
        return names.get(number, number)

    # -- people ------------------------------------------------------------------------------

    def found(self) -> None:
        """Found the office and give everybody a badge."""
        enrolled = found_from(self.ledger, self.hasher, self.office_name, self.story.office)
        self.people = [person for person, _pin in enrolled]

    def members(self, department: str) -> list[Enrolled]:
        """Who handles mail in a department, by its name."""
        number = self.story.number_of(department)
        handling = {Role.DUTY_OFFICER, Role.CLERK, Role.RECEIVER}
        return [p for p in self.people if p.department == number and handling & {*p.roles}]

    def supervisor(self) -> Enrolled:
        """The supervisor."""
        return next(person for person in self.people if Role.SUPERVISOR in person.roles)

    def by(self, person: Enrolled, deed: UUID | None = None) -> Caller:
        """A deed of a person at the demo's terminal."""
        return Caller(person.person, TERMINAL, deed or uuid4())

    # -- arrival -----------------------------------------------------------------------------

    def arrive(self, officer: Enrolled, clerk: Enrolled) -> None:
        """Take every letter in by its picture and close; a short count goes to the supervisor."""
        listed = self.by(clerk)
        expected.import_expected(
            self.ledger,
            listed,
            source="expected.csv",
            data=self.story.expected_list,
            zone=self.setting.zone,
        )
        opened = self.by(officer)
        count = len(self.story.letters)
        arrival.open_arrival(
            self.ledger, opened, carrier=CARRIER, declared_count=count, list_id=listed.deed
        )
        self.told(
            _("{who} opens an arrival: {carrier} declares {count} pieces."),
            who=officer.name,
            carrier=CARRIER,
            count=count,
        )
        for letter in self.story.letters:
            self.take_in(officer, opened.deed, letter)
        self.close(officer, opened.deed)

    def take_in(self, officer: Enrolled, arrival_id: UUID, letter: Letter) -> None:
        """Read one picture and record what it gave."""
        marks = {Outcome.TAKEN: "✓", Outcome.LOOK: "!", Outcome.ALREADY: "○"}
        for seen in self.look(letter):
            done = arrival.take_in(self.ledger, self.by(officer), arrival=arrival_id, seen=seen)
            outcome = outcome_of(done)
            if outcome is not Outcome.ALREADY and isinstance(seen.reading, Reading):
                self.items[letter] = done.facts[0].item  # type: ignore[attr-defined]
                self.numbers[letter] = seen.reading.number.number
            self.told(
                "  {mark} {number}  {witnesses}  ({picture})",
                mark=marks[outcome],
                number=_grouped(seen),
                witnesses=" + ".join(seen.reading.witnesses),
                picture=letter.picture.name,
            )

    def look(self, letter: Letter) -> list[Seen]:
        """What the desk camera sees of a letter: one piece, so one number."""
        try:
            data = letter.picture.read_bytes()
            found = read_picture(data)
            photo = evidence(data)
        except (OSError, PictureError) as error:
            self.told(_("  ✕ {picture}: {error}"), picture=letter.picture.name, error=error)
            return []
        seen: list[Reading | Doubtful] = []
        seen += found.readings or found.doubtful
        if not seen:
            self.told(_("  ✕ {picture}: no number could be read"), picture=letter.picture.name)
        return [Seen(reading, photo) for reading in seen[:1]]

    def close(self, officer: Enrolled, arrival_id: UUID) -> None:
        """Close the arrival, or leave the difference to the supervisor."""
        try:
            arrival.close_arrival(self.ledger, self.by(officer), arrival=arrival_id)
        except Refused as refusal:
            self.refused(refusal)
            referred = arrival.refer_arrival(self.ledger, self.by(officer), arrival=arrival_id)
            case = next(fact.case for fact in referred.facts if isinstance(fact, CaseOpened))
            self.let_go(case, self.say(_("The carrier was asked; the rest follows.")))
        self.told(_("The arrival is closed with {count} pieces."), count=len(self.items))

    def let_go(self, case: UUID, reason: str) -> None:
        """The supervisor proposes to close with the difference, and somebody else seconds it."""
        proposed = self.by(self.supervisor())
        difference = Settlement.CLOSE_WITH_DIFFERENCE
        review.propose_settlement(
            self.ledger, proposed, case=case, settlement=difference, reason=reason
        )
        second = next(
            person
            for person in self.members(self.story.sorting.name)
            if person.person != proposed.person
        )
        review.second_settlement(self.ledger, self.by(second), case=case, proposal=proposed.deed)

    # -- sorting -----------------------------------------------------------------------------

    def sort(
        self,
        letters: Sequence[Letter],
        first: Enrolled,
        check: Enrolled,
        first_word: Choose,
        check_word: Choose,
    ) -> None:
        """Two people give their words on each letter; the supervisor decides what they do not."""
        for letter in letters:
            item = self.items[letter]
            one = self.story.number_of(first_word(letter))
            two = self.story.number_of(check_word(letter))
            sorting.enter_first(self.ledger, self.by(first), item=item, department=one)
            done = sorting.enter_check(self.ledger, self.by(check), item=item, department=two)
            if sorting.is_routed(done):
                continue
            self.told(
                _("  ! {number}: {first} entered {one}, {check} entered {two}: undecided."),
                number=grouped(self.numbers[letter]),
                first=first.name,
                one=first_word(letter),
                check=check.name,
                two=check_word(letter),
            )
            self.decide(letter)
        self.told(_("{count} pieces have been entered twice."), count=len(letters))

    def decide(self, letter: Letter) -> None:
        """The supervisor reads the envelope and says where it belongs."""
        supervisor, department = self.supervisor(), letter.department
        reason = self.say(_("The sender is a bank; its forms go to the treasury."))
        sorting.decide_route(
            self.ledger,
            self.by(supervisor),
            item=self.items[letter],
            department=self.story.number_of(department),
            reason=reason,
        )
        self.told(
            _("  → {who} decides: {number} belongs to {department}."),
            who=supervisor.name,
            number=grouped(self.numbers[letter]),
            department=department,
        )

    # -- handover ----------------------------------------------------------------------------

    def hand_over(
        self,
        letters: Sequence[Letter],
        giver: Enrolled,
        receiver: Enrolled,
        lost_on_the_way: Sequence[Letter] = (),
    ) -> bool:
        """Offer, count blind, sign; return whether the handover was sealed."""
        if not letters:
            return False
        opened = self.by(giver)
        handover.open_handover(self.ledger, opened, receiver=receiver.department)
        for letter in letters:
            seen = self.scan_by_hand(letter)
            handover.offer(self.ledger, self.by(giver), handover=opened.deed, seen=seen)
        handover.finish_offer(self.ledger, self.by(giver), handover=opened.deed)
        for letter in letters:
            if letter not in lost_on_the_way:
                seen = self.scan_by_hand(letter)
                handover.receive(self.ledger, self.by(receiver), handover=opened.deed, seen=seen)
        done = handover.finish_count(self.ledger, self.by(receiver), handover=opened.deed)
        compared = handover.comparison_of(done)
        self.told(
            _("{giver} → {receiver}: {offered} offered, {received} counted by the receiver."),
            giver=self.department_name(giver.department),
            receiver=self.department_name(receiver.department),
            offered=compared.offered_count,
            received=compared.received_count,
        )
        if compared.digest is None:
            self.blocked(opened.deed, compared, giver, receiver)
            return False
        self.sign(opened.deed, compared.digest, giver, receiver)
        return True

    def scan_by_hand(self, letter: Letter) -> Seen:
        """What a hand scanner types for the label that the camera has read."""
        (reading,) = read_keystrokes(f"{self.numbers[letter]}\r")
        return Seen(reading)

    def blocked(
        self, handover_id: UUID, compared: CountFinished, giver: Enrolled, receiver: Enrolled
    ) -> None:
        """Show that the unequal sets cannot be signed, and ask the supervisor."""
        known = {item: letter for letter, item in self.items.items()}
        for item in compared.missing:
            self.told(
                _("  ✕ missing: {number} ({addressee})"),
                number=grouped(self.numbers[known[item]]),
                addressee=known[item].addressee,
            )
        for person in (giver, receiver):
            try:
                self.sign_as(person, handover_id, "")
            except Refused as refusal:
                self.told(_("{who} tries to sign all the same."), who=person.name)
                self.refused(refusal)
        handover.refer_handover(self.ledger, self.by(receiver), handover=handover_id)
        self.told(_("The handover is blocked; the supervisor has a case, today."))

    def sign(self, handover_id: UUID, digest: str, giver: Enrolled, receiver: Enrolled) -> None:
        """Both sides sign, each with their own badge and PIN."""
        for person in (giver, receiver):
            self.sign_as(person, handover_id, digest)
        self.told(
            _("  ✓ both signed: {giver}, {receiver}"), giver=giver.name, receiver=receiver.name
        )

    def sign_as(self, person: Enrolled, handover_id: UUID, digest: str) -> None:
        """Check a badge and its PIN, then sign."""
        pin = next(p.pin for p in self.story.office.people if p.badge == person.badge)
        proved = check_badge(
            self.ledger, self.hasher, badge=person.badge, pin=pin, terminal=TERMINAL
        )
        if proved.person != person.person:
            raise Refused(Reason.BAD_CREDENTIALS)
        handover.sign(
            self.ledger, self.by(person), handover=handover_id, digest=digest, proved=proved
        )

    # -- the end -----------------------------------------------------------------------------

    def deliver(self, letters: Sequence[Letter], person: Enrolled) -> None:
        """A member of the department opens what belongs there."""
        for letter in letters:
            delivery.deliver(
                self.ledger, self.by(person), item=self.items[letter], ending=Ending.OPENED
            )


def _grouped(seen: Seen) -> str:
    reading = seen.reading
    return reading.number.grouped if isinstance(reading, Reading) else reading.text
