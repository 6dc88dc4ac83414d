"""The first day: questions on a terminal, options elsewhere; all of it is founded, or nothing."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from station.cli import asking, founding
from station.cli.app import app
from station.cli.asking import Asker, NotThisError, StoppedError, language
from station.cli.first_day import Checks, FirstDay, Interview
from station.cli.options import CommandError
from station.custody.refusal import Reason
from station.custody.values import Role
from station.desk.pins import PinHasher
from station.desk.signin import check_badge
from station.ledger.database import open_engine
from station.ledger.store import Ledger
from station.words import sayer
from tests.support.papers import texts
from tests.support.refusals import refused

DEPARTMENTS = "番号,課名,かな,別名,受付\n01,宿直室,,,宿直\n02,総務課,,,振分け\n"
PEOPLE = "氏名,所属課,役割\n乙川 花子,宿直室,宿直員\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "departments.csv").write_text(DEPARTMENTS)
    (tmp_path / "people.csv").write_text(PEOPLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Person:
    """Somebody at the terminal who has thought of every answer beforehand."""

    def __init__(self, *answers: str, lang: str = "ja") -> None:
        self.answers: Iterator[str] = iter(answers)
        self.said: list[str] = []
        say = sayer(lang)
        self.interview = Interview(Asker(say, self.said.append, self.read), Checks(say))

    def read(self, prompt: str) -> str:
        self.said.append(prompt)
        try:
            return next(self.answers)
        except StopIteration:
            raise EOFError from None

    @property
    def heard(self) -> str:
        return "\n".join(self.said)


def test_every_question_is_asked_and_the_office_is_shown_before_it_is_founded(folder: Path) -> None:
    person = Person("市役所", "", "甲野 一郎", "", "", "", "はい")
    day = person.interview.hold()
    assert isinstance(day, FirstDay)
    assert day.name == "市役所"
    assert [it.name for it in day.tables.departments] == ["宿直室", "総務課"]
    assert [(it.name, it.department, it.roles) for it in day.tables.people] == [
        ("甲野 一郎", "02", (Role.ADMINISTRATOR,)),
        ("乙川 花子", "01", (Role.DUTY_OFFICER,)),
    ]
    assert day.badges == Path("badges.pdf")
    summary = person.heard.split("次の内容で始めます。")[1]
    for shown in ("市役所", "甲野 一郎  総務課  管理者", "乙川 花子  宿直室  宿直員", "badges.pdf"):
        assert shown in summary
    left = {it.name for it in folder.iterdir()}
    assert left == {"departments.csv", "people.csv"}, "asking writes nothing"


def test_each_answer_is_checked_at_once_and_asked_again(folder: Path) -> None:
    (folder / "wrong.csv").write_text(DEPARTMENTS + "02,税務課,,,\n,会計課,,,\n")
    (folder / "badges.pdf").write_bytes(b"of somebody else")
    person = Person(
        *("", "市\x07役所", "市役所"),
        *("nowhere.csv", "wrong.csv", "departments.csv"),
        *("甲野 一郎", "消防課", "宿直室"),
        *("departments.csv", "people.csv"),
        *("badges.pdf", "no/such/badges.pdf", "-"),
        *("", "maybe", "y"),
    )
    day = person.interview.hold()
    assert day.tables.people[0].department == "01"
    assert day.badges is None
    for said in (
        "名前は1字から60字です ('' と入力されました)",
        "nowhere.csv に表がありません (No such file or directory)",
        "✕ 4行目 番号",
        "✕ 5行目 番号",
        "'消防課' という課はありません。次のどれかを、番号か名前で入力してください: 01 宿直室",
        "no/such/badges.pdf には書けません",
        "('maybe' と入力されました)",
    ):
        assert said in person.heard
    assert (folder / "badges.pdf").read_bytes() == b"of somebody else"


def test_no_is_no_and_so_is_an_end_of_input(folder: Path) -> None:
    for answers in (("市役所", "", "甲", "", "-", "-", "いいえ"), ("市役所", ""), ()):
        with pytest.raises(StoppedError):
            Person(*answers, lang="en").interview.hold()
    assert not (folder / "station.sqlite3").exists()


def test_the_table_of_people_may_have_the_first_administrator_too(folder: Path) -> None:
    (folder / "people.csv").write_text(f"{PEOPLE}甲野　一郎,宿直室,管理者;監督者\n")
    day = Person("市役所", "", "甲野 一郎", "", "", "-", "y").interview.hold()
    assert [(it.name, it.roles) for it in day.tables.people] == [
        ("乙川 花子", (Role.DUTY_OFFICER,)),
        ("甲野　一郎", (Role.ADMINISTRATOR, Role.SUPERVISOR)),
    ]
    wrong = Person("市役所", "", "乙川 花子", "", "", "-", "-", "y")
    assert [it.name for it in wrong.interview.hold().tables.people] == ["乙川 花子"]
    assert "2行目 役割: 最初の管理者と同じ氏名です" in wrong.heard


def test_the_language_is_as_told_or_the_terminals_else_japanese() -> None:
    assert language("en", {"LANG": "ja_JP.UTF-8"}) == "en"
    assert language(None, {"LANG": "en_GB.UTF-8"}) == "en"
    assert language(None, {"LC_ALL": "ja_JP.UTF-8", "LANG": "en_GB.UTF-8"}) == "ja"
    assert language(None, {"LANG": "C.UTF-8"}) == "ja"
    assert language(None, {}) == "ja"
    with pytest.raises(CommandError, match="expected --lang ja or en, got fr"):
        language("fr")


def init(folder: Path, *arguments: object) -> Result:
    db = f"sqlite:///{folder}/station.sqlite3"
    return CliRunner().invoke(app, ["init", *map(str, arguments), "--db", db])


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ((), "--name, --departments, --administrator も必要です"),
        (("--name", "市役所", "--people", "people.csv"), "--departments も必要です"),
        (("--name", "市役所", "--departments", "departments.csv"), "--administrator も必要です"),
    ],
)
def test_where_nobody_can_be_asked_the_missing_options_are_named(
    folder: Path, given: tuple[str, ...], missing: str
) -> None:
    done = init(folder, *given)
    assert isinstance(done.exception, CommandError)
    assert missing in str(done.exception)
    assert not (folder / "station.sqlite3").exists()


OPTIONS = ("--name", "市役所", "--departments", "departments.csv", "--administrator", "甲野 一郎")


def test_options_found_an_office_whose_pins_open_the_door_once(
    folder: Path, hasher: PinHasher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(founding, "pin_hasher", lambda _ledger: hasher)
    done = init(folder, *OPTIONS, "--people", "people.csv", "--badges", "badges.pdf")
    assert done.exit_code == 0, done.exception
    told = re.findall(r"^(STN\w{12})  PIN (\d{6})  (0[12])  (.+)$", done.stdout, re.MULTILINE)
    assert [(place, name) for _, _, place, name in told] == [
        ("02", "甲野 一郎"),
        ("01", "乙川 花子"),
    ]
    printed = "".join(texts((folder / "badges.pdf").read_bytes()))
    engine = open_engine(f"sqlite:///{folder}/station.sqlite3")
    ledger = Ledger(engine, "office")
    for badge, pin, _, name in told:
        assert name.replace(" ", "") in printed
        with refused(Reason.PIN_IS_ONCE):
            check_badge(ledger, hasher, badge=badge, pin=pin, terminal="desk")
    engine.dispose()
    again = init(folder, *OPTIONS)
    assert "office_exists" in str(again.exception)
    assert "甲野" not in again.output


def test_one_wrong_row_founds_nothing(folder: Path) -> None:
    (folder / "people.csv").write_text(f"{PEOPLE}丙,税務課,部長\n")
    done = init(folder, *OPTIONS, "--people", "people.csv")
    assert "3行目 所属課" in str(done.exception)
    assert "3行目 役割" in str(done.exception)
    assert not (folder / "station.sqlite3").exists()


def test_codes_that_nobody_could_read_found_no_office(
    folder: Path, hasher: PinHasher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(founding, "pin_hasher", lambda _ledger: hasher)

    def broken() -> None:
        raise BrokenPipeError

    with monkeypatch.context() as patch:
        patch.setattr(founding, "_flush", broken)
        done = init(folder, *OPTIONS, "--badges", "badges.pdf")
        assert done.exit_code != 0
    assert not (folder / "badges.pdf").exists()
    assert [it.name for it in folder.glob(".badges*")] == []
    assert init(folder, *OPTIONS).exit_code == 0, "nothing was left that stands in the way"


@pytest.mark.slow
def test_on_a_real_terminal_it_asks_and_founds(folder: Path) -> None:
    ours, theirs = pty.openpty()
    clean = {key: value for key, value in os.environ.items() if not key.startswith("STATION_")}
    environment = {**clean, "XDG_DATA_HOME": str(folder), "STATION_KEYS": str(folder / "keys")}
    started = subprocess.Popen(
        [sys.executable, "-m", "station", "init"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**environment, "LANG": "ja_JP.UTF-8", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    os.close(theirs)
    heard = b""
    answers = {
        "1/5": "市役所",
        "2/5": "no.csv",
        "no.csv に表がありません": "",
        "3/5": "甲野 一郎",
        "その所属課": "",
        "4/5": "",
        "5/5": "",
        "これで始めますか": "はい",
    }
    for question, answer in answers.items():
        while not re.search(f"{question}[^\r\n]*(\r\n[^\r\n]*)?: $", heard.decode(errors="ignore")):
            heard += os.read(ours, 1000)
        assert not [*folder.glob("mail-station/*")], "asking writes nothing"
        os.write(ours, f"{answer}\n".encode())
    try:
        while got := os.read(ours, 1000):
            heard += got
    except OSError:
        pass  # EIO: the other side has closed
    assert started.wait(timeout=120) == 0
    os.close(ours)
    said = heard.decode()
    assert len(re.findall(r"STN\w{12}  PIN \d{6}  0[12]  ", said)) == 2
    assert "市役所 の台帳を始めました" in said
    assert (folder / "badges.pdf").read_bytes().startswith(b"%PDF")
    assert (folder / "mail-station" / "station.sqlite3").exists()


def test_an_asker_says_every_line_of_what_is_wrong() -> None:
    said: list[str] = []
    answers = iter(["bad", "good"])

    def check(answer: str) -> str:
        if answer == "bad":
            raise NotThisError("one", "two")
        return answer

    asker = Asker(sayer("en"), said.append, lambda _prompt: next(answers))
    assert asker.ask("which", check) == "good"
    assert said == ["  ✕ one", "  ✕ two"]
    assert "y" in asking.YES
