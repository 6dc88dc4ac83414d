"""Journals as released versions wrote them, with every kind of entry that they knew.

At a release: python -m tests.support.journals writes tests/ledger/journals/VERSION.jsonl.  What is
frozen stays: the file of a released version is never written again.
"""

import json
import sys
import tempfile
import tomllib
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

from argon2 import PasswordHasher
from sqlalchemy import Engine, insert

from station.custody import facts as f
from station.custody.refusal import Reason
from station.custody.values import (
    Basis,
    CaseKind,
    Details,
    Ending,
    IncidentEnd,
    PersonalRef,
    Role,
    Scan,
    Service,
    ServiceSource,
    Settlement,
    Side,
    SuggestionRule,
)
from station.desk.pins import PinHasher
from station.ledger import journal, migrate
from station.ledger.chain import Entry
from station.ledger.codec import KINDS, refs_of
from station.ledger.database import open_engine, reading, writing
from station.ledger.rebuild import rebuild_in
from station.ledger.schema import heads
from station.ledger.schema import journal as journal_table
from station.ledger.store import By
from tests.support.hall import DUTY, SORTING, TREASURY, WATER, Hall

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "ledger" / "journals"

ONE, TWO, THREE, FOUR = "13112383852", "20112345676", "55500123453", "13112383845"


def this_version() -> str:
    """Return the version that this source is of."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(told["project"]["version"])


# -- reading them --------------------------------------------------------------------------------


def entries_of(path: Path) -> list[Entry]:
    """Return the entries of an export."""
    return [_entry(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def _entry(line: dict[str, str]) -> Entry:
    body = json.loads(line["body"])
    deed = UUID(body["deed"]).hex
    return Entry(body["seq"], deed, body["position"], body["kind"], line["body"], line["hash"])


def load(path: Path, engine: Engine) -> None:
    """Put an office's export into an empty database, and make the books from it."""
    entries = entries_of(path)
    last = json.loads(entries[-1].body)
    office = last["office"]
    end = {"seq": entries[-1].seq, "hash": entries[-1].hash}
    rows = [{"office": office, **entry._asdict(), "deed": UUID(entry.deed)} for entry in entries]
    with writing(engine) as connection:
        connection.execute(insert(journal_table), rows)
        recorded = journal.recorded_from(entries[-1])
        connection.execute(insert(heads), {"office": office, **end, "at": recorded.stamp.at})
        rebuild_in(connection)


def exported(engine: Engine, path: Path, office: str = "hall") -> Path:
    """Write what `station ledger export` writes of one office."""
    with reading(engine) as connection:
        lines = [
            json.dumps({"hash": entry.hash, "body": entry.body}, ensure_ascii=False)
            for entry in journal.entries(connection, office)
        ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


# -- writing one ---------------------------------------------------------------------------------


class Story:
    """Every kind of fact happens once at least, in an order that the tables allow.

    A new kind gets a line here.  No rule is asked: what a rule lets happen changes with versions,
    what an entry says does not.
    """

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._people = {name: enrolled.person for name, enrolled in hall.people.items()}
        self._now = hall.clock()

    def tell(self) -> None:
        """Let all of it happen."""
        self._the_house()
        self._the_mail()
        self._the_words()
        self._a_handover_that_is_sealed()
        self._handovers_that_are_not()
        self._days_that_end()
        self._the_cases()
        self._a_search()
        self._what_is_forgotten()

    def _happens(self, *facts: f.Fact, who: str = "clerk") -> None:
        """Record facts as one deed."""
        by = By(uuid4(), self._people[who], "test")
        self._hall.ledger.perform(by, "everything", lambda _: facts)

    def _ref(self) -> PersonalRef:
        return PersonalRef(uuid4(), uuid4().hex * 2)

    def _the_house(self) -> None:
        later = self._now + timedelta(days=30)
        someone = uuid4()
        tax, pool = "10", "11"
        self._happens(
            f.DepartmentOpened(tax, "税務課", "ぜいむか", ("税",), sorts_mail=False),
            f.DepartmentOpened(pool, "プール", "ぷうる", (), sorts_mail=False),
            f.DepartmentOpeningAnnounced(
                "12", "新課", "しんか", (), sorts_mail=False, opens_at=later
            ),
            f.DepartmentRenamed(tax, "課税課", "かぜいか", ("税務",)),
            f.DepartmentClosingAnnounced(pool, later, tax),
            f.DepartmentClosed(pool, tax),
            f.PersonEnrolled(someone, self._ref(), tax, (Role.RECEIVER,), self._now),
            f.BadgeIssued(someone),
            f.PinReset(someone),
            f.RolesChanged(someone, (Role.RECEIVER, Role.SUPERVISOR), self._now),
            f.DeputyAppointed(someone, WATER, (Role.RECEIVER,), self._now, later),
            f.DeputyEnded(someone, WATER, self._now + timedelta(days=3)),
            f.PersonTransferred(someone, TREASURY, (Role.RECEIVER,), later),
            f.PersonRenamed(someone, self._ref()),
            f.TableImported("people.csv", 3, 1),
            f.SuggestionRulesKept((SuggestionRule(Basis.SENDER, "県税事務所", tax),)),
            f.ClosingDaysSet(later.date(), (later.date(),), (("12-29", "01-03"),)),
            f.BadgeRevoked(someone),
            f.PersonLeft(someone, later + timedelta(days=30)),
            who="admin",
        )

    def _the_mail(self) -> None:
        self._arrival, listed, later = uuid4(), uuid4(), uuid4()
        due, withdrawn, matched = uuid4(), uuid4(), uuid4()
        today = self._now.date()
        self._one, self._two, self._three, gone = (uuid4() for _ in range(4))
        photo = self._ref()
        self._scan = Scan(ONE, ONE, ("japan_post_11",), "nw7", ("zbar", "zxing"), photo=photo)
        known = Details(Service.CASH_REGISTERED, ServiceSource.LIST, True, True, 50_000)
        doubtful = Scan("13112", None, (), "nw7", ("zbar",), "one_witness")
        self._happens(
            f.ExpectedListImported(listed, "list.csv", 2),
            f.ItemAnnounced(due, listed, ONE, "書留", self._ref(), self._ref(), TREASURY, today),
            f.ItemAnnounced(withdrawn, listed, FOUR, "書留", None, None, None, today),
            f.ExpectedListImported(later, "later.csv", 3, replaces=listed),
            f.ExpectedRepeated(due, later),
            f.ExpectedCorrected(due, later, "簡易書留", self._ref(), self._ref(), WATER, today),
            f.ExpectedWithdrawn(withdrawn, later),
            f.CaseOpened(uuid4(), CaseKind.MISSING_EXPECTED, expected=withdrawn),
            f.ArrivalOpened(self._arrival, "日本郵便", 4, self._now, SORTING, listed),
            f.SlipKept(self._arrival, self._ref()),
            f.ItemTakenIn(self._arrival, self._one, self._scan, due, known),
            f.ItemDescribed(self._one, replace(known, signature_taken=False)),
            f.LabelIssued(self._one, 1, ONE, self._ref()),
            f.ScanRepeated(self._one, arrival=self._arrival, scanned_in=self._arrival),
            f.ScanSetAside(self._arrival, doubtful),
            f.ItemTakenIn(self._arrival, self._two, self._plain(TWO), None, earlier=self._one),
            f.ItemAnnounced(matched, later, TWO, "書留", None, None, None, today),
            f.ExpectedMatched(matched, self._two),
            f.ItemTakenIn(self._arrival, self._three, self._plain(THREE), None),
            f.ItemTakenIn(self._arrival, gone, doubtful, None),
            f.TakingInUndone(self._arrival, gone),
            f.ArrivalReferred(self._arrival, 4, 3, (ONE,)),
            f.StrayScanned(WATER, self._plain(TWO), self._two, None),
        )
        self._happens(f.ArrivalClosed(self._arrival, 3))

    def _plain(self, number: str) -> Scan:
        return Scan(number, number, ("japan_post_11",), "keyboard", ("scanner",))

    def _the_words(self) -> None:
        clerk, other = self._people["clerk"], self._people["clerk2"]
        self._happens(
            f.FirstEntryMade(self._one, TREASURY),
            f.FirstEntryMade(self._two, None),
            f.FirstEntryMade(self._three, TREASURY),
        )
        self._happens(
            f.CheckEntryMade(self._one, TREASURY),
            f.ItemRouted(self._one, TREASURY, clerk, other),
            f.CheckEntryMade(self._two, WATER),
            f.ItemLeftUndecided(self._two),
            who="clerk2",
        )
        self._happens(f.OpeningProposed(self._two, "あて先に課名がない"), who="clerk")
        self._happens(f.ItemOpenedToSort(self._two, clerk, other), who="clerk2")
        self._happens(f.RouteProposed(self._two, TREASURY, "銀行の書類"), who="supervisor")
        self._happens(f.RouteQuestioned(self._three, SORTING, "あて名が違う"), who="clerk2")

    def _a_handover_that_is_sealed(self) -> None:
        deed, digest = uuid4(), "ab" * 32
        giver, receiver = self._people["clerk"], self._people["treasurer"]
        self._happens(
            f.HandoverOpened(deed, SORTING, TREASURY, giver, receiver),
            f.ItemOffered(deed, self._one),
            f.ItemOffered(deed, self._two),
            f.ItemWithdrawn(deed, self._two),
            f.ScanRepeated(self._one, handover=deed),
            f.MisfitScanned(deed, self._three, self._plain(THREE), Reason.ROUTED_ELSEWHERE, WATER),
        )
        self._happens(
            f.EarlyScanned(deed, self._plain(TWO)),
            f.StrayScanned(TREASURY, self._plain(THREE), self._three, deed),
            f.ReceiverDone(deed, 1),
            who="treasurer",
        )
        self._happens(
            f.SetOffered(deed, 1), f.ForeignScanned(deed, self._plain(TWO), receiver, self._two)
        )
        self._happens(
            f.ItemReceived(deed, self._one),
            f.ItemUnreceived(deed, self._one),
            f.ItemReceived(deed, self._one, receiver),
            f.CountFinished(deed, 1, 1, (), (), digest, self._now),
            f.HandoverSigned(deed, Side.RECEIVER, receiver, digest),
            who="treasurer",
        )
        # The tables' own law: a handover is sealed when its row says who has signed.
        self._happens(f.HandoverSigned(deed, Side.GIVER, giver, digest))
        sealed = f.HandoverSealed(deed, SORTING, TREASURY, (self._one,), digest, giver, receiver)
        self._happens(sealed)

    def _handovers_that_are_not(self) -> None:
        deed = uuid4()
        self._happens(
            f.HandoverOpened(deed, SORTING, WATER),
            f.ItemOffered(deed, self._two),
            f.ItemOffered(deed, self._three),
            f.SetOffered(deed, 2),
        )
        self._happens(
            f.CountFinished(deed, 2, 0, (self._two, self._three), (), None),
            f.HandoverReferred(deed, (self._two, self._three), ()),
            f.CaseOpened(uuid4(), CaseKind.SET_MISMATCH, handover=deed),
            f.ItemDisowned(deed, self._three, "当課あてではない"),
            who="water",
        )
        self._happens(f.HandoverCancelled(deed, "翌日にする"))

    def _days_that_end(self) -> None:
        equal, differing, day = uuid4(), uuid4(), self._now.date()
        first, again, stray = (uuid4() for _ in range(3))
        # The tables' own laws see each step: begun, counted, closed.
        steps: tuple[tuple[f.Fact, ...], ...] = (
            (f.DayCloseOpened(equal, TREASURY, day),),
            (
                f.PieceCounted(equal, first, self._plain(ONE), self._one, was_held=True),
                f.CountRepeated(equal, first),
                f.CountTakenBack(equal, first),
            ),
            (f.PieceCounted(equal, again, self._plain(ONE), self._one, was_held=True),),
            (f.CountCompared(equal, 1, 1, (), ()), f.DayClosed(equal, (self._one,))),
        )
        for facts in steps:
            self._happens(*facts, who="treasurer")
        missing = f.CaseOpened(
            uuid4(),
            CaseKind.DAY_CLOSE_MISSING,
            item=self._two,
            day_close=differing,
            department=SORTING,
            day=day,
        )
        self._happens(f.DayCloseOpened(differing, SORTING, day))
        self._happens(
            f.PieceCounted(differing, stray, self._plain(THREE), None, was_held=False),
            f.RecountBegun(differing, (stray,)),
        )
        self._happens(f.CountCompared(differing, 1, 0, (self._two,), ()), missing)
        self._happens(f.DayClosedWithDifference(differing))

    def _a_search(self) -> None:
        incident, case, water = uuid4(), uuid4(), self._people["water"]
        self._happens(
            f.CaseOpened(case, CaseKind.INCIDENT, item=self._three),
            f.IncidentOpened(incident, self._three, case, "問合せがあった"),
            f.SearchRequested(incident, self._three, WATER, water),
            who="supervisor",
        )
        answer = f.SearchAnswered(incident, self._three, WATER, water, True, self._ref())
        self._happens(answer, who="water")
        self._happens(
            f.IncidentClosed(incident, self._three, IncidentEnd.FOUND),
            f.IncidentReopened(incident, self._three),
            who="supervisor",
        )

    def _the_cases(self) -> None:
        lost, void, count, told = (uuid4() for _ in range(4))
        water, seen = self._people["water"], "item"
        self._happens(
            f.CaseOpened(lost, CaseKind.STILL_HELD, self._arrival, self._two),
            f.CaseOpened(void, CaseKind.UNMATCHED, self._arrival, self._three, scan=self._scan),
            f.CaseOpened(count, CaseKind.COUNT_DIFFERENCE, self._arrival),
            f.CaseOpened(told, CaseKind.FOUND, scan=self._plain(TWO), author=water),
        )
        proposals = {
            lost: Settlement.DECLARE_LOST,
            void: Settlement.VOID_ITEM,
            count: Settlement.CLOSE_WITH_DIFFERENCE,
        }
        named = {case: uuid4() for case in proposals}
        self._happens(
            *(
                f.SettlementProposed(named[case], case, settlement, "探した", seen)
                for case, settlement in proposals.items()
            ),
            f.CaseSettled(told, "机の下にあった", Settlement.EXPLAINED),
            who="supervisor",
        )
        closed = f.ArrivalClosedWithDifference(self._arrival, 4, 3, (ONE,), "探した")
        effects = {
            lost: f.ItemDeclaredLost(self._two, lost, SORTING),
            void: f.ItemVoided(self._three, void),
            count: closed,
        }
        for case, effect in effects.items():
            self._happens(
                f.SettlementSeconded(case, named[case]),
                effect,
                f.CaseSettled(case, "探した", proposals[case]),
            )
        self._happens(
            f.SettlementCorrected(void, "やはり郵便物だった"),
            f.ItemRestored(self._three, void),
            f.SettlementCorrected(count, "一通あった"),
            f.ArrivalReopened(self._arrival, count),
            f.ItemFoundAgain(self._two, DUTY),
            who="supervisor",
        )

    def _what_is_forgotten(self) -> None:
        """Nothing personal is frozen: what the journal refers to is said to have been deleted."""
        self._happens(f.ItemDelivered(self._one, Ending.OPENED), who="treasurer")
        with reading(self._hall.engine) as connection:
            entries = journal.entries(connection, self._hall.name)
            refs = {r.id for e in entries for r in refs_of(journal.recorded_from(e).fact)}
        self._happens(f.PersonalDataPurged(self._hall.clock(), tuple(sorted(refs))), who="admin")


def write(path: Path) -> None:
    """Freeze a journal with every kind of this version."""
    cheapest = PinHasher(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/station.sqlite3")
        migrate.prepare(engine)
        Story(Hall(engine, cheapest)).tell()
        exported(engine, path)
        engine.dispose()


def missing(path: Path) -> dict[str, set[str]]:
    """Return by kind the fields to which a frozen journal nowhere gives a value; all of a kind's
    where it has no such entry.
    """
    filled: dict[str, set[str]] = {}
    for entry in entries_of(path):
        payload = json.loads(entry.body)["payload"]
        filled.setdefault(entry.kind, set()).update(k for k, v in payload.items() if v is not None)
    known = {kind: {field.name for field in fields(fact)} for kind, fact in KINDS.items()}
    lacking = {kind: names - filled.get(kind, set()) for kind, names in known.items()}
    return {kind: names for kind, names in lacking.items() if names or kind not in filled}


def main() -> None:
    """Freeze this version's journal, unless that was done."""
    path = FOLDER / f"{this_version()}.jsonl"
    if path.exists():
        sys.exit(f"expected a version that is not frozen yet, got {path}; what is frozen stays")
    FOLDER.mkdir(exist_ok=True)
    write(path)
    if lacking := missing(path):
        path.unlink()
        sys.exit(f"expected every kind with every field, got none of {lacking}; see Story")


if __name__ == "__main__":
    main()
