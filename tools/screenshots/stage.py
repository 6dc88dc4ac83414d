"""The office that the pictures show: the demo day, and afterwards every screen in use at once.

The day is played as `station demo` plays it.  Some of its letters are kept back and come on the
next round, so that arrivals, sorting and handovers are found half done, as people see them.
"""

import csv
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine

from station.custody.facts import ItemTakenIn
from station.demo import story as stories
from station.demo.day import CARRIER, Day, DemoClock
from station.demo.play import both_err
from station.demo.story import PIN, Letter
from station.desk import arrival, day_close, expected, handover, incident, sorting
from station.desk.deeds import Caller
from station.desk.office import Enrolled
from station.desk.pins import PinHasher
from station.desk.scans import Seen
from station.desk.signin import sign_in
from station.ledger.store import Ledger
from station.numbers import identify
from station.scan.reading import Doubtful, Reading
from station.settings import settings_from
from station.words import sayer

OFFICE = "screens"
KEPT_BACK = 5
"""How many of the day's letters come later."""

DUTY, GENERAL, PLANNING, TREASURY, SEWERS, CUSTOMERS, CARE = (f"0{n}" for n in range(1, 8))


@dataclass
class Stage:
    """One served office, whom it has, and where each thing of the pictures is found."""

    day: Day
    ledger: Ledger
    hasher: PinHasher
    at: dict[str, str] = field(default_factory=dict)
    """The ids that stand in the addresses of screens, by a name for each."""

    tokens: dict[str, str] = field(default_factory=dict)

    def person(self, name: str) -> Enrolled:
        """Somebody of the office, by name."""
        return next(one for one in self.day.people if one.name == name)

    def by(self, name: str) -> Caller:
        """A new deed of somebody."""
        return self.day.by(self.person(name))

    def token(self, name: str) -> str:
        """The session of somebody, as a browser keeps it."""
        if name not in self.tokens:
            badge = self.person(name).badge
            self.tokens[name] = sign_in(
                self.ledger, self.hasher, badge=badge, pin=PIN, terminal="screens"
            )
        return self.tokens[name]


DUTY_OFFICER, CLERK, CHECKER, THIRD = "甲野 一夜", "甲山 文子", "乙山 照男", "丙山 渡"
SUPERVISOR, ADMINISTRATOR = "丁山 監", "甲田 管"
TREASURER, SEWERAGE, CUSTOMER, CARER, PLANNER = (
    "甲村 出",
    "丙川 下枝",
    "丙野 客子",
    "甲谷 介",
    "甲川 水穂",
)
RECEIVERS = {TREASURY: TREASURER, SEWERS: SEWERAGE, CUSTOMERS: CUSTOMER, CARE: CARER}


def founded(engine: Engine, hasher: PinHasher, folder: Path, *, kept_back: int = 0) -> Day:
    """Return the demo's office before its day, with the folder's letters but the last few."""
    setting = settings_from({"STATION_DATABASE_URL": "sqlite://"})
    clock = DemoClock(datetime(2020, 10, 31, 9, 0, tzinfo=setting.zone))
    pictures = _without_the_last(kept_back, folder) if kept_back else stories.default_folder()
    story = stories.load(pictures)
    day = Day(
        Ledger(engine, OFFICE, clock), hasher, story, clock, setting, sayer("ja"), lambda _: None
    )
    day.found()
    return day


def _without_the_last(count: int, folder: Path) -> Path:
    """Copy the demo's pictures and tables without the last letters, which come later."""
    copy = shutil.copytree(stories.default_folder(), folder / "images")
    for name in ("labels.csv", "expected.csv"):
        with (copy / name).open(encoding="utf-8", newline="") as source:
            rows = list(csv.reader(source))
        with (copy / name).open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows[:-count])
    return copy


def play(engine: Engine, hasher: PinHasher, folder: Path) -> Stage:
    """Play the demo day and what comes after it; `folder` is for its tables."""
    day = founded(engine, hasher, folder, kept_back=KEPT_BACK)
    both_err(day)
    stage = Stage(day, Ledger(engine, OFFICE), hasher)
    day.ledger = stage.ledger  # from here on it is now
    later = stories.load(stories.default_folder()).letters[-KEPT_BACK:]
    _announce(stage)
    _arrive(stage, later[:2])
    _sort(stage, later[2:])
    _hand_over(stage)
    _count_the_day(stage)
    _miss(stage)
    _look_up(stage)
    return stage


def number(serial: int) -> str:
    """A number of Japan Post's, by its own check digit (the body modulo 7)."""
    body = 4_021_900_000 + serial
    return f"{body}{body % 7}"


def keyed(digits: str) -> Seen:
    """What a hand scanner reads."""
    return Seen(Reading(identify(digits), "keyboard", ("scanner",), ()))


def _opened(stage: Stage, who: str, count: int) -> UUID:
    caller = stage.by(who)
    arrival.open_arrival(stage.ledger, caller, carrier=CARRIER, declared_count=count)
    return caller.deed


def _take(stage: Stage, who: str, into: UUID, seen: Seen) -> UUID | None:
    done = arrival.take_in(stage.ledger, stage.by(who), arrival=into, seen=seen)
    fact = done.facts[0]
    return fact.item if isinstance(fact, ItemTakenIn) else None


def _announce(stage: Stage) -> None:
    """A list of three letters that have not come."""
    rows = "\n".join(f"{number(9_000 + n)},簡易書留,府税事務所,税務課 御中" for n in range(3))
    table = f"引受番号,種別,差出人,あて先\n{rows}\n".encode()
    caller = stage.by(CLERK)
    expected.import_expected(stage.ledger, caller, source="明日の書留.csv", data=table)
    stage.at["list"] = str(caller.deed)


def _arrive(stage: Stage, letters: Sequence[Letter]) -> None:
    """An arrival at the duty desk in the midst: two letters by picture, one that is doubtful."""
    into = _opened(stage, DUTY_OFFICER, 4)
    for letter in letters:
        for seen in stage.day.look(letter):
            _take(stage, DUTY_OFFICER, into, seen)
    doubtful = Doubtful("40219000018", (), "keyboard", ("scanner",), (), "check_digit")
    _take(stage, DUTY_OFFICER, into, Seen(doubtful))
    stage.at["arrival_open"] = str(into)


def _sort(stage: Stage, letters: Sequence[Letter]) -> None:
    """Three letters at General Affairs: one untouched, one to be checked, one disagreed on."""
    into = _opened(stage, CLERK, len(letters))
    items = [_take(stage, CLERK, into, stage.day.look(letter)[0]) for letter in letters]
    arrival.close_arrival(stage.ledger, stage.by(CLERK), arrival=into)
    untouched, once, twice = (item for item in items if item)
    for item, who, word in (
        (once, CLERK, sorting.enter_first),
        (twice, CLERK, sorting.enter_first),
        (twice, CHECKER, sorting.enter_check),
    ):
        place = PLANNING if who == CLERK else TREASURY
        word(stage.ledger, stage.by(who), item=item, department=place)
    stage.at |= {"arrival_closed": str(into), "to_sort": str(untouched), "to_check": str(once)}


def _routed(stage: Stage, place: str, *numbers: str) -> None:
    into = _opened(stage, CLERK, len(numbers))
    for digits in numbers:
        item = _take(stage, CLERK, into, keyed(digits))
        if item is None:
            raise RuntimeError(f"expected {digits} to be taken in, but it was not")
        sorting.enter_first(stage.ledger, stage.by(CLERK), item=item, department=place)
        sorting.enter_check(stage.ledger, stage.by(CHECKER), item=item, department=place)
    arrival.close_arrival(stage.ledger, stage.by(CLERK), arrival=into)


def _offered(stage: Stage, place: str, *numbers: str, done: bool = True) -> UUID:
    _routed(stage, place, *numbers)
    caller = stage.by(CLERK)
    handover.open_handover(stage.ledger, caller, receiver=place)
    for digits in numbers if done else numbers[:-1]:
        handover.offer(stage.ledger, stage.by(CLERK), handover=caller.deed, seen=keyed(digits))
    if done:
        handover.finish_offer(stage.ledger, stage.by(CLERK), handover=caller.deed)
    return caller.deed


def _received(stage: Stage, place: str, into: UUID, *numbers: str, done: bool = True) -> None:
    who = RECEIVERS[place]
    for digits in numbers:
        handover.receive(stage.ledger, stage.by(who), handover=into, seen=keyed(digits))
    if done:
        handover.finish_count(stage.ledger, stage.by(who), handover=into)


def _hand_over(stage: Stage) -> None:
    """One handover of each phase: offering, counting, different, agreed, signed."""
    n = [number(serial) for serial in range(20)]
    offering = _offered(stage, CUSTOMERS, n[0], n[1], n[2], done=False)
    counting = _offered(stage, CARE, n[3], n[4])
    _received(stage, CARE, counting, n[3], done=False)
    differing = _offered(stage, TREASURY, n[5], n[6], n[7])
    _received(stage, TREASURY, differing, n[5], n[7])
    agreed = _offered(stage, SEWERS, n[8], n[9])
    _received(stage, SEWERS, agreed, n[8], n[9])
    sealed = _offered(stage, TREASURY, n[10], n[11])
    _received(stage, TREASURY, sealed, n[10], n[11])
    with stage.ledger.views() as views:
        agreed_on = views.books.handover(sealed)
    for who in (CLERK, TREASURER):
        stage.day.sign_as(stage.person(who), sealed, agreed_on.digest or "")
    stage.at["handed_over"] = str(min(agreed_on.offered))
    names = ("offering", "counting", "differing", "agreed", "sealed")
    kept = (offering, counting, differing, agreed, sealed)
    stage.at |= {name: str(at) for name, at in zip(names, kept, strict=True)}


def _count_the_day(stage: Stage) -> None:
    """Three day closes: one in the midst, one that differs, one that is closed.

    Who is in the midst of it is shown no list meanwhile, so it is nobody of whom lists are shown.
    """
    n = [number(serial) for serial in range(20)]
    zone = stage.day.setting.zone
    for name, who, counts, is_done in (
        ("day_counting", SEWERAGE, (n[0],), False),
        ("day_differing", TREASURER, (n[10],), True),
        ("day_closed", CUSTOMER, (), True),
    ):
        caller = stage.by(who)
        day_close.open_day_close(stage.ledger, caller, zone=zone)
        for digits in counts:
            day_close.count_piece(
                stage.ledger, stage.by(who), day_close=caller.deed, seen=keyed(digits), zone=zone
            )
        if is_done:
            done = stage.by(who)
            day_close.finish_day_count(stage.ledger, done, day_close=caller.deed, zone=zone)
        stage.at[name] = str(caller.deed)


def _miss(stage: Stage) -> None:
    """The letter that the day lost becomes an incident."""
    wanted = next(it for it in stage.day.items if not stage.day.story.names_department(it))
    caller = stage.by(SUPERVISOR)
    item = stage.day.items[wanted]
    incident.open_incident(stage.ledger, caller, item=item, reason="差出人の銀行から問合せがあった")
    stage.at |= {"incident": str(caller.deed), "wanted": str(item)}


def _look_up(stage: Stage) -> None:
    """Name one open case of each kind."""
    with stage.ledger.views() as views:
        for case in views.open_cases():
            stage.at.setdefault(f"case_{case.what}", str(case.id))
    admin = stage.person(PLANNER)
    stage.at["person"] = str(admin.person)
