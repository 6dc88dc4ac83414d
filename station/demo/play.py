"""Both runs of the case: the wrong entry caught; and both people erring alike, caught later."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from station.custody import training
from station.demo.day import OFFICE_NAME, Day, DemoClock, Tell
from station.demo.story import Letter, Story
from station.desk.office import Enrolled
from station.desk.pins import PinHasher
from station.ledger.database import DatabaseError, Engine, reading
from station.ledger.journal import offices
from station.ledger.store import Ledger
from station.ledger.verify import Verdict, verify
from station.numbers import grouped
from station.papers.chronology import chronology
from station.papers.dates import clock_time, era_date
from station.settings import Settings
from station.words import Say
from station.words import noted as _

CAUGHT, LOST = "demo-caught", "demo-lost"
DUTY_DESK = "宿直室"
BEGIN = datetime(2020, 10, 31, 9, 0)  # noqa: DTZ001 - in the office's own zone


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a run: its office, the letter that it is about, and the ledger's verdict."""

    day: Day
    letter: Letter | None
    verdict: Verdict


def play(
    engine: Engine, hasher: PinHasher, *, story: Story, setting: Settings, say: Say, tell: Tell
) -> tuple[Played, Played]:
    """Play both runs into one database, each as an office of its own."""
    with reading(engine) as connection:
        taken = offices(connection)
    if taken:
        raise DatabaseError(
            f"expected a database without an office, got one that holds {', '.join(taken)}; "
            "give an empty database with --db"
        )

    def run(office: str, title: str, act: Callable[[Day], None]) -> Played:
        clock = DemoClock(BEGIN.replace(tzinfo=setting.zone))
        day = Day(Ledger(engine, office, clock), hasher, story, clock, setting, say, tell)
        tell(f"\n=== {say(title)} ===")
        day.found()
        act(day)
        return _conclude(engine, day, say, tell)

    return (
        run(CAUGHT, _("First run: one person errs, the check entry catches it"), one_errs),
        run(LOST, _("Second run: both err alike, the onward handover catches it"), both_err),
    )


def play_training(
    engine: Engine, hasher: PinHasher, *, story: Story, setting: Settings, say: Say
) -> None:
    """Play the second run, in which a letter is lost, into the office to train with; tell nothing.

    What it leaves behind is to be practised on: handovers to count, cases to settle, and more.
    """
    clock = DemoClock(BEGIN.replace(tzinfo=setting.zone))
    ledger = Ledger(engine, training.OFFICE, clock)
    name = f"{OFFICE_NAME} {training.MARK}"
    day = Day(ledger, hasher, story, clock, setting, say, lambda _line: None, name)
    day.found()
    both_err(day)


def one_errs(day: Day) -> None:
    """The first entry puts a letter that names no department on the highest pile."""
    first, check = _until_sorting(day)
    day.sort([*day.items], first, check, _careless(day.story), _careful)
    for department, letters in _by_department(day, _careful):
        if department != day.story.sorting.name:
            receiver = day.members(department)[0]
            if day.hand_over(letters, first, receiver) and _wanted(day) in letters:
                day.deliver([letter for letter in letters if letter == _wanted(day)], receiver)


def both_err(day: Day) -> None:
    """Both entries do so; the letter goes along with the others, and is lost on the way on."""
    careless = _careless(day.story)
    first, check = _until_sorting(day)
    day.sort([*day.items], first, check, careless, careless)
    piles = dict(_by_department(day, careless))
    for department, letters in piles.items():
        if department != day.story.sorting.name:
            day.hand_over(letters, first, day.members(department)[0])
    _pass_on(day, piles.get(day.story.busiest, []))


def _pass_on(day: Day, letters: list[Letter]) -> None:
    """The busiest department passes its pile on; the misplaced letter slips away on the way."""
    givers = day.members(day.story.busiest)
    at = datetime(2020, 11, 2, 14, 0, tzinfo=day.setting.zone)
    day.heading(at, _("the department passes its mail on"))

    def onward(letter: Letter) -> str:
        return letter.onward or day.story.busiest_onward

    day.sort(letters, givers[0], givers[1], onward, onward)
    wanted = _wanted(day)
    for department in dict.fromkeys(map(onward, letters)):
        pile = [letter for letter in letters if onward(letter) == department]
        slips = [wanted] if wanted in pile else []
        day.hand_over(pile, givers[0], day.members(department)[0], slips)


def _until_sorting(day: Day) -> tuple[Enrolled, Enrolled]:
    """Saturday's arrival, Monday's handover; return the two who sort."""
    zone = day.setting.zone
    officer = day.members(DUTY_DESK)[0]
    first, check = day.members(day.story.sorting.name)[:2]
    day.heading(datetime(2020, 10, 31, 10, 40, tzinfo=zone), _("arrival at the duty desk"))
    day.arrive(officer, first)
    day.heading(datetime(2020, 11, 2, 9, 0, tzinfo=zone), _("handover to General Affairs"))
    day.hand_over([*day.items], officer, first)
    day.heading(datetime(2020, 11, 2, 9, 30, tzinfo=zone), _("sorting"))
    return first, check


def _careful(letter: Letter) -> str:
    return letter.department


def _careless(story: Story) -> Callable[[Letter], str]:
    """A hand that puts what names no department on the highest pile."""

    def choose(letter: Letter) -> str:
        return letter.department if story.names_department(letter) else story.busiest

    return choose


def _by_department(day: Day, choose: Callable[[Letter], str]) -> Iterator[tuple[str, list[Letter]]]:
    for department in dict.fromkeys(map(choose, day.items)):
        yield department, [letter for letter in day.items if choose(letter) == department]


def _wanted(day: Day) -> Letter | None:
    """The letter that the day is about: the first one that names no department."""
    return next((it for it in day.items if not day.story.names_department(it)), None)


def _conclude(engine: Engine, day: Day, say: Say, tell: Tell) -> Played:
    letter = _wanted(day)
    if letter is None:
        tell(say(_("No letter of this day names no department; there is no chronology to tell.")))
    else:
        title = say(_("Chronology of {number} (date, events)")).format(
            number=grouped(day.numbers[letter])
        )
        tell(f"\n--- {title} ---")
        _tell_chronology(day, day.items[letter], say, tell)
    verdict = next(v for v in verify(engine) if v.office == day.ledger.office)
    tell(f"\nledger verify: {verdict}")
    return Played(day, letter, verdict)


def _tell_chronology(day: Day, item: UUID, say: Say, tell: Tell) -> None:
    with day.ledger.views() as views:
        lines = chronology(views, item, say)
    shown = ""
    for line in lines:
        date = era_date(line.at, day.setting.zone)
        time = clock_time(line.at, day.setting.zone)
        tell(f"{date if date != shown else '':<16}  {time}  {line.text}")
        shown = date
