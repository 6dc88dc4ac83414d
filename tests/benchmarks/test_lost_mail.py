"""The simulated town hall: what it counts is true, and it can say that the station failed."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest

from benchmarks import lost_mail
from benchmarks.town import station_hall
from benchmarks.town.figures import NEVER, figures, spans
from benchmarks.town.paper import Paper
from benchmarks.town.picture import picture
from benchmarks.town.rates import RATES, Slip, once_more
from benchmarks.town.town import FIRST_DAY, Mishap, Town, year

SEED = 7


def test_the_same_seed_brings_the_same_mail_and_another_seed_other_mail() -> None:
    assert [*year(SEED, 10)] == [*year(SEED, 10)] != [*year(SEED + 1, 10)]


def test_every_rate_is_a_chance_and_names_its_source() -> None:
    assert {*RATES} == {*Slip}
    assert all(0 < rate.chance < 0.1 and rate.source for rate in RATES.values())
    assert once_more(0.02) == pytest.approx(0.069)


@pytest.mark.parametrize("with_remedies", [False, True])
def test_where_nobody_errs_every_piece_reaches_its_department_on_paper_too(
    *, with_remedies: bool
) -> None:
    town = Town(SEED, factor=0)
    days = [*year(SEED, 20)]
    Paper(town, with_remedies).play(days)
    assert not town.mishaps
    sorted_days = [piece for day in days if not day.is_closed for piece in day.pieces]
    assert all(town.at[piece] == piece.department for piece in sorted_days)


def test_spans_count_every_mishap_once() -> None:
    mishaps = [
        Mishap(Slip.ASTRAY, None, FIRST_DAY, known=FIRST_DAY + timedelta(days))
        for days in (0, 1, 7, 31, 52)
    ]
    counted = spans([*mishaps, Mishap(Slip.ASTRAY, None, FIRST_DAY)])
    assert [*counted.values()] == [1] * 6
    assert counted[NEVER] == 1


def test_the_picture_draws_a_bar_for_every_process_and_span() -> None:
    town = Town(SEED, factor=3)
    Paper(town, with_remedies=False).play(year(SEED, 20))
    years = [figures("a < b", town, ()), figures("b", town, ())]
    drawn = ET.fromstring(picture("title", years))  # noqa: S314 - drawn here
    titles = [element.text for element in drawn.iter("{http://www.w3.org/2000/svg}title")]
    assert len(titles) == 2 * len(years[0].spans)
    assert "a < b, same day: 0.0%" in titles


@pytest.mark.slow
def test_a_fortnight_of_much_erring_at_the_real_desk_hides_no_single_error(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert lost_mail.main(["--days", "5", "--factor", "10", "--seed", str(SEED)]) == 0
    told = capsys.readouterr().out
    assert "(100.0%)" in told
    assert "intact: " in told


@pytest.mark.slow
def test_a_station_at_which_nobody_closes_the_day_is_told_to_have_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(station_hall, "close_day", lambda *_: [])
    assert lost_mail.main(["--days", "5", "--factor", "10", "--seed", str(SEED), "--json"]) == 1
