"""The plots of 状況, each with its table: the same numbers for the eye, to read, and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from station.desk.overview import AGE_DAYS, Caught, Day, Overview, Place, Step, Times, Weeks
from station.papers.csv_lines import BYTE_ORDER_MARK, csv_line
from station.papers.dates import WEEKDAYS
from station.web.plots import Chart, Drawing, Series, columns, rows
from station.words import Say
from station.words import noted as _
from station.words.ages import age
from station.words.labels import DAY_CLOSES

BARS_MAX = 30
"""Departments that are drawn, those with most pieces; the table has all."""

HOURS_MAX = 72
"""Beyond three days, times are drawn in days."""

HOUR, DAY = timedelta(hours=1), timedelta(days=1)

AGES = (_("less than a day"), _("1 to 2 days"), _("3 to 6 days"), _("7 days or more"))
"""The youngest first: the bounds of `AGE_DAYS`, backwards."""

STEPS: dict[Step, str] = {
    Step.ARRIVAL: _("arrival"),
    Step.SORTING: _("sorting"),
    Step.HANDOVER: _("handover"),
    Step.DAY_CLOSE: _("day close"),
    Step.LATER: _("later"),
}


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of text."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def amounts(self) -> tuple[bool, ...]:
        """Which columns hold amounts, which stand to the right: never the first."""
        columns = [[*cells] for cells in zip(*self.rows, strict=True)]
        return tuple(
            place > 0 and all(cell[:1].isdigit() for cell in cells if cell)
            for place, cells in enumerate(columns)
        ) or (False,) * len(self.headings)

    def as_csv(self, mark: str = "") -> bytes:
        """Return it as a file, in UTF-8 as spreadsheets know it; `mark` is its first line."""
        marks = ((mark,),) if mark else ()
        lines = (csv_line(row, "utf-8") for row in (*marks, self.headings, *self.rows))
        return BYTE_ORDER_MARK + b"".join(lines)


@dataclass(frozen=True, slots=True)
class Figure:
    """One plot: what it shows, its shapes, what its shades mean, and its table."""

    name: str
    title: str
    about: str
    drawing: Drawing
    legend: tuple[tuple[str, str], ...]
    table: Table


def figures(seen: Overview, weeks: Weeks, say: Say) -> tuple[Figure, ...]:
    """Return every plot of the page, in the reader's language."""
    return (
        departments(seen, say),
        arrivals(weeks.days, say),
        caught(weeks.caught, say),
        times(weeks.times, say),
    )


def departments(seen: Overview, say: Say) -> Figure:
    """Return what departments hold, by age."""
    assert len(AGES) == len(AGE_DAYS) + 1  # noqa: S101 - one name an age
    ages = [say(name) for name in AGES]
    most = sorted((it for it in seen.places if it.count), key=lambda it: -it.count)[:BARS_MAX]
    stacked = tuple(
        Series(name, f"age-{at}", tuple(_by_age(place)[at] for place in most))
        for at, name in enumerate(ages)
    )
    labels = tuple(place.department.name for place in most)
    chart = Chart(labels, stacked, shown=tuple(str(place.count) for place in most))
    headings = (_("No."), _("Department"), _("Pieces"), *AGES, _("Oldest"), _("Day close"))
    lines = tuple(
        (
            place.department.id,
            place.department.name,
            str(place.count),
            *map(str, _by_age(place)),
            age(seen.at - place.held.oldest, say) if place.held else "",
            say(DAY_CLOSES[place.close]),
        )
        for place in seen.places
    )
    return Figure(
        "departments",
        say(_("Pieces in the house, by department and age")),
        say(_("The age says for how long a piece has been where it is now.")),
        rows(chart),
        _legend(chart),
        Table(tuple(map(say, headings)), lines),
    )


def _by_age(place: Place) -> tuple[int, ...]:
    """Return how many pieces are of each age, the youngest first."""
    return place.held.by_age[::-1] if place.held else (0,) * len(AGES)


def arrivals(days: Sequence[Day], say: Say) -> Figure:
    """Return what came day by day, beside what is usual on that weekday."""
    came = Series(say(_("pieces that came")), "came", tuple(float(it.pieces) for it in days))
    usual = Series(say(_("usual on this weekday")), "usual", tuple(it.usual for it in days))
    labels = tuple(f"{it.day.day}\n{WEEKDAYS[it.day.weekday()]}" for it in days)
    chart = Chart(labels, (came,), (usual,), tuple(str(it.pieces or "") for it in days))
    lines = tuple(
        (_day(it.day), str(it.pieces), "" if it.usual is None else f"{it.usual:.1f}") for it in days
    )
    return Figure(
        "arrivals",
        say(_("Arrivals a day")),
        say(
            _("Usual is the mean of the same weekday in the eight weeks before, without holidays.")
        ),
        columns(chart),
        _legend(chart),
        Table((say(_("Day")), say(_("Pieces")), say(_("Usual"))), lines),
    )


def caught(weeks: Sequence[Caught], say: Say) -> Figure:
    """Return what was sent to review week by week, by the step that caught it."""
    stacked = tuple(
        Series(say(name), f"step-{step}", tuple(float(week.by_step[step]) for week in weeks))
        for step, name in STEPS.items()
    )
    totals = [sum(week.by_step.values()) for week in weeks]
    labels = tuple(_week(week.week) for week in weeks)
    chart = Chart(labels, stacked, shown=tuple(str(total or "") for total in totals))
    lines = tuple(
        (_day(week.week), *(str(week.by_step[step]) for step in STEPS), str(total))
        for week, total in zip(weeks, totals, strict=True)
    )
    headings = (_("Week from"), *STEPS.values(), _("Total"))
    return Figure(
        "caught",
        say(_("Errors caught, by step")),
        say(_("Cases that were opened in a week, by where the piece was when it was caught.")),
        columns(chart),
        _legend(chart),
        Table(tuple(map(say, headings)), lines),
    )


def times(weeks: Sequence[Times], say: Say) -> Figure:
    """Return how long pieces took from arrival to their department, week by week."""
    longest = max((week.most for week in weeks if week.most), default=HOUR)
    unit, named = (HOUR, _("h")) if longest <= HOURS_MAX * HOUR else (DAY, _("d"))
    half, most = say(_("half of them within")), say(_("nine of ten within"))
    medians = tuple(_in(week.median, unit) for week in weeks)
    chart = Chart(
        tuple(_week(week.week) for week in weeks),
        (Series(half, "half", medians),),
        (Series(most, "most", tuple(_in(week.most, unit) for week in weeks)),),
        tuple("" if it is None else f"{it:.1f}" for it in medians),
    )
    lines = tuple(
        (_day(week.week), str(week.pieces), *(_exact(it, say) for it in (week.median, week.most)))
        for week in weeks
    )
    about = _("Of the pieces that came to their department in a week; in {unit}.")
    headings = (_("Week from"), _("Pieces"), _("half of them within"), _("nine of ten within"))
    return Figure(
        "times",
        say(_("Time from arrival to the department")),
        say(about).format(unit=say(named)),
        columns(chart),
        _legend(chart),
        Table(tuple(map(say, headings)), lines),
    )


def _legend(chart: Chart) -> tuple[tuple[str, str], ...]:
    return tuple((series.shade, series.name) for series in (*chart.stacked, *chart.marks))


def _in(span: timedelta | None, unit: timedelta) -> float | None:
    return None if span is None else span / unit


def _exact(span: timedelta | None, say: Say) -> str:
    """Return a time for a table: to the minute, for that is how it was measured."""
    if span is None:
        return ""
    hours, minutes = divmod(span // timedelta(minutes=1), 60)
    return say(_("{hours} h {minutes} min")).format(hours=hours, minutes=minutes)


def _day(day: date) -> str:
    """Return a day as tables and spreadsheets take it."""
    return day.isoformat()


def _week(monday: date) -> str:
    return f"{monday.month}/{monday.day}"
