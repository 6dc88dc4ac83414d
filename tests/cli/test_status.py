"""station status says what the books say, in Japanese, in English, and for programs."""

import json
from datetime import timedelta

import pytest
from typer.testing import CliRunner

from station.cli.app import app
from station.desk import arrival
from station.ledger.store import Ledger
from tests.support.hall import DUTY, SORTING, TREASURY, WATER, Hall

ONE, TWO, ODD = "13112383852", "20112345676", "31245077161"

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
def command(hall: Hall, monkeypatch: pytest.MonkeyPatch, database_url: str) -> list[str]:
    """A piece handed over two days ago, one that came today, and an open case."""
    own = lambda engine, office: Ledger(engine, office, hall.clock)  # noqa: E731 - used once
    monkeypatch.setattr("station.cli.status.Ledger", own)
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    hall.clock.now += timedelta(days=2)
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    hall.taken("duty", TWO)
    arrival.refer_arrival(hall.ledger, hall.caller("duty"), arrival=opened.deed)
    return ["status", "--db", database_url, "--office", "hall"]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_it_says_what_is_where_and_how_old(command: list[str]) -> None:
    said = run(*command).splitlines()
    assert said[0].startswith("状況 令和2.11.2(月) 10:")
    assert said[1] == "本日の収受: 2回 (締切り前 1回)、1通"
    assert said[2].startswith("庁内の郵便物: 2通、最も古いもの 2日 (令和2.10.31(土) 10:")
    assert said[3].startswith(f"  {DUTY} 宿直室: 1通、最も古いもの 0分 (令和2.11.2(月) 10:")
    assert said[3].endswith("日締め: 未着手")
    assert said[4] == f"  {SORTING} 総務: 0通、日締め: 未着手"
    assert said[5].startswith(f"  {TREASURY} 出納室: 1通、最も古いもの 2日")
    assert "要確認: 1件" in said
    assert any(line.startswith("  収受の数が合わない: 1、最も古いもの 0分") for line in said)
    assert "本日の日締めが済んでいない課: 宿直室、出納室" in said
    assert said[-1].startswith("お知らせのメール: 送信待ち 0通")


def test_it_speaks_english(command: list[str]) -> None:
    said = run(*command, "--lang", "en")
    assert "In the house: 2 pieces, oldest 2 d (since " in said
    assert "Open cases: 1\n  arrival count differs: 1, oldest 0 min (since " in said
    assert CliRunner().invoke(app, [*command, "--lang", "tlh"]).exit_code == 2


def test_it_speaks_to_programs(command: list[str], hall: Hall) -> None:
    told = json.loads(run(*command, "--json"))
    assert (told["office"], told["pieces"], told["day"]) == ("hall", 2, "2020-11-02")
    places = {it["id"]: it for it in told["departments"]}
    assert [*places] == [DUTY, SORTING, TREASURY, WATER]
    assert {key: it["pieces"] for key, it in places.items()} == {"01": 1, "02": 0, "03": 1, "04": 0}
    assert places[TREASURY]["oldest_since"] == told["oldest_since"]
    assert places[SORTING]["oldest_since"] is None
    assert [it["is_day_closed"] for it in places.values()] == [False] * 4
    assert told["arrived_today"] == {"arrivals": 2, "not_closed": 1, "pieces": 1}
    with hall.ledger.views() as views:
        (case,) = views.open_cases()
    assert told["cases"] == [
        {"kind": case.what, "open": 1, "oldest_since": case.opened_at.isoformat()}
    ]


def test_nobody_and_no_piece_is_named(command: list[str]) -> None:
    for said in (run(*command), run(*command, "--json")):
        for hidden in (ONE, TWO, "131-12", "clerk", "treasurer", "日本郵便"):
            assert hidden not in said


def test_an_office_that_there_is_not_is_no_empty_house(command: list[str]) -> None:
    result = CliRunner().invoke(app, [*command[:-1], "nobody's"])
    assert result.exit_code == 1
    assert 'none named "nobody\'s"' in str(result.exception)
