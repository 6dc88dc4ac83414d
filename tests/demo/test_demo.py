"""The demo day: what the case was, what the station does about it, and that nothing is scripted."""

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from station.demo import story
from station.demo.play import Played, play
from station.desk.pins import PinHasher
from station.ledger import migrate
from station.ledger.database import DatabaseError, open_engine
from station.settings import settings_from
from station.words import sayer

IMAGES = story.default_folder()


@dataclass
class Told:
    """A played demo day and everything that it told."""

    caught: Played
    lost: Played
    lines: list[str]

    def run(self, number: int) -> str:
        """All that one of the two runs told."""
        starts = [at for at, line in enumerate(self.lines) if line.startswith("\n===")]
        return "\n".join(self.lines[starts[number - 1] : [*starts, None][number]])


def played(folder: Path, database: Path, hasher: PinHasher) -> Told:
    engine = open_engine(f"sqlite:///{database}")
    migrate.prepare(engine)
    lines: list[str] = []
    setting = settings_from({"STATION_DATABASE_URL": "sqlite://"})
    runs = play(
        engine,
        hasher,
        story=story.load(folder),
        setting=setting,
        say=sayer("ja"),
        tell=lines.append,
    )
    engine.dispose()
    return Told(*runs, lines)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, hasher: PinHasher) -> Told:
    return played(IMAGES, tmp_path_factory.mktemp("demo") / "demo.sqlite3", hasher)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the pictures and tables that a test may change."""
    return shutil.copytree(IMAGES, tmp_path / "images")


def test_21_pictures_are_read_and_taken_in(told: Told) -> None:
    for run in (1, 2):
        assert told.run(run).count("zbar + zxing") == 21
        assert "収受を21通で締め切りました" in told.run(run)


def test_the_wrong_entry_is_caught_at_the_check_entry(told: Told) -> None:
    assert "131-12-38385-2: 甲山 文子は経営企画グループ、乙山 照男は出納室と入力" in told.run(1)
    with told.caught.day.ledger.views() as views:
        (line,) = views.lines(views.books.numbered_items("13112383852"))
    assert line.item.status == "delivered"
    assert line.item.holder == told.caught.day.story.number_of("出納室")


def test_the_onward_handover_is_blocked_when_both_err(told: Told) -> None:
    run = told.run(2)
    assert "総務・情報統計グループ → 経営企画グループ: 引渡分9通、受領側が数えた受領分9通" in run
    assert "経営企画グループ → お客様センター: 引渡分8通、受領側が数えた受領分7通" in run
    assert "✕ 不足: 131-12-38385-2" in run
    assert "このままでは誰も押印できません" in run
    with told.lost.day.ledger.views() as views:
        (line,) = views.lines(views.books.numbered_items("13112383852"))
        kinds = [case.what for case in views.open_cases()]
    assert line.item.holder == told.lost.day.story.number_of("経営企画グループ")
    assert "set_mismatch" in kinds


def test_both_end_with_a_chronology_and_a_proof(told: Told) -> None:
    for run, one in ((1, told.caught), (2, told.lost)):
        text = told.run(run)
        assert "131-12-38385-2 の経緯" in text
        assert "令和2.10.31(土)" in text
        assert one.verdict.broken is None
        assert (
            f"ledger verify: intact: {one.verdict.entries} entries, head {one.verdict.head}" in text
        )


def changed(folder: Path, number: str, column: str, value: str) -> None:
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as source:
        rows = list(csv.DictReader(source))
    for row in rows:
        if row["number"] == number:
            row[column] = value
    with (folder / "labels.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.slow
def test_another_department_changes_the_story(
    folder: Path, tmp_path: Path, hasher: PinHasher
) -> None:
    changed(folder, "13112383852", "department", "税務グループ")
    told = played(folder, tmp_path / "demo.sqlite3", hasher)
    assert "131-12-38385-2: 甲山 文子は経営企画グループ、乙山 照男は税務グループと入力" in told.run(
        1
    )
    assert "→ 出納室" not in told.run(1)


@pytest.mark.slow
def test_another_picture_changes_the_story(folder: Path, tmp_path: Path, hasher: PinHasher) -> None:
    (folder / "05.jpg").write_bytes(b"a coffee was spilt over this one")
    shutil.copy(folder / "01.jpg", folder / "02.jpg")
    told = played(folder, tmp_path / "demo.sqlite3", hasher)
    assert "✕ 05.jpg" in told.run(1)
    assert "○ 312-45-07716-1" in told.run(1)
    assert "数が合いません。申告21通、読取り19通です" in told.run(1)
    assert "収受を19通で締め切りました" in told.run(1)
    assert told.caught.verdict.broken is None


def test_a_second_demo_day_does_not_go_into_the_same_database(
    told: Told, hasher: PinHasher
) -> None:
    with pytest.raises(DatabaseError, match="give an empty database"):
        play(
            told.lost.day.ledger._engine,
            hasher,
            story=told.lost.day.story,
            setting=told.lost.day.setting,
            say=sayer("en"),
            tell=print,
        )
