"""Does it save letters?  A year of one town hall, with paper and with the station.

usage: python -m benchmarks.lost_mail [--days N] [--factor F] [--seed N] [--json] [--picture FILE]

The same mail, people who err at published rates (`benchmarks/town/rates.py`; `--factor` makes them
err so many times as often, for more cases), three times: the paper book of the case, the paper book
with the city's own three remedies, and the station, whose deeds go through the real desk and an
SQLite database that is verified at the end.  Ends with 1 if a single person's error was not known
before the holder changed or at that day's close, or if a piece lay overnight where the books do
not say.
"""

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks.town.day_end import DAY_CLOSE
from benchmarks.town.figures import Figures, figures
from benchmarks.town.house import House
from benchmarks.town.paper import BOOK_CHECK, HANDOVER, SORTING_CHECK, Paper
from benchmarks.town.passing import OFFER, RECEIPT
from benchmarks.town.picture import picture
from benchmarks.town.station_hall import ARRIVAL, CHECK_ENTRY, SORTING_SCAN, StationHall
from benchmarks.town.town import Town, year
from station.ledger.database import open_engine
from station.ledger.migrate import upgrade
from station.ledger.verify import verify

BY_PAPER = (SORTING_CHECK, BOOK_CHECK, HANDOVER)
BY_STATION = (ARRIVAL, SORTING_SCAN, CHECK_ENTRY, OFFER, RECEIPT, DAY_CLOSE)


def paper(seed: int, days: int, factor: float, *, with_remedies: bool) -> Figures:
    """Return the figures of a year with the paper book."""
    town = Town(seed + 1, factor)
    Paper(town, with_remedies).play(year(seed, days))
    name = "paper, with the city's remedies" if with_remedies else "paper, as in the case"
    return figures(name, town, BY_PAPER)


def station(seed: int, days: int, factor: float) -> tuple[Figures, str]:
    """Return the figures of a year with the station, and the ledger's verdict."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{folder}/town.db")
        upgrade(engine)
        town = Town(seed + 1, factor)
        hall = StationHall(House(town, engine), town)
        hall.play(year(seed, days))
        (verdict,) = verify(engine)
        engine.dispose()
    if verdict.broken:
        raise SystemExit(f"the ledger does not verify: {verdict}")
    return figures("the station", town, BY_STATION, hall.nights), str(verdict)


def table(years: list[Figures]) -> str:
    """Return the figures as Markdown."""
    rows = [("", *(y.process for y in years)), *[("---",) * (len(years) + 1)]]
    rows += [
        ("pieces", *(str(y.pieces) for y in years)),
        ("errors of one person alone", *(str(y.alone) for y in years)),
        ("... caught before the holder changed or at the day's close", *map(_in_time, years)),
        ("errors that hid one another", *(str(y.together) for y in years)),
        ("... known the same day", *(str(y.together_same_day) for y in years)),
        ("nights that a piece lay where no book says", *(_told(y.misplaced_nights) for y in years)),
        ("pieces dropped or taken along", *(str(sum(y.lost_spans.values())) for y in years)),
        ("... known the same day", *(str(y.lost_spans["same day"]) for y in years)),
        ("... days until known, median", *(str(y.lost_days_median) for y in years)),
        ("scans a piece", *(str(y.scans_a_piece) for y in years)),
        ("seconds of work a piece", *(str(y.seconds_a_piece) for y in years)),
    ]
    rows += [(f"known: {span}", *(str(y.spans[span]) for y in years)) for span in years[0].spans]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _told(count: int | None) -> str:
    return "not known" if count is None else str(count)


def _in_time(year_: Figures) -> str:
    share = year_.alone_in_time / year_.alone if year_.alone else 1.0
    return f"{year_.alone_in_time} ({share:.1%})"


def main(arguments: list[str] | None = None) -> int:
    """Run the three years and tell them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--factor", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=20201031)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--picture", type=Path)
    asked = parser.parse_args(arguments)
    plan = (asked.seed, asked.days, asked.factor)
    ours, verdict = station(*plan)
    years = [paper(*plan, with_remedies=False), paper(*plan, with_remedies=True), ours]
    if asked.picture:
        title = f"{ours.pieces} pieces of mail in {asked.days} days, error rates x {asked.factor:g}"
        asked.picture.write_text(picture(title, years), encoding="utf-8")
    if asked.json:
        print(json.dumps({"years": [asdict(y) for y in years], "verdict": verdict}, indent=1))
    else:
        print(table(years), verdict, *ours.steps.items(), *ours.late, sep="\n")
    return 0 if ours.alone == ours.alone_in_time and not ours.misplaced_nights else 1


if __name__ == "__main__":
    sys.exit(main())
