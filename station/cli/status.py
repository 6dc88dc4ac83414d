"""station status: what is where and how old, for whoever stands at the server."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Annotated

import typer

from station.cli.options import CommandError, Db, office_in, prepared, say_training, settings
from station.desk.overview import Overview, Place, overview
from station.ledger.store import Ledger
from station.papers.dates import clock_time, era_date
from station.settings import Settings
from station.words import DEFAULT_LOCALE, LOCALES, Say, sayer
from station.words import noted as _
from station.words.ages import age
from station.words.labels import CASES, DAY_CLOSES

COMMA = _(", ")


def status(
    db: Db = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object instead of sentences.")
    ] = False,
) -> None:
    """Say what is where and how old, which cases are open, and who has not closed the day.

    Counts and ages alone: no number of a piece, and nobody's name.
    """
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    setting = settings()
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, office))
    seen = overview(ledger, setting.zone)
    if not seen.places:
        raise CommandError(f"expected an office with departments, got none named {ledger.office!r}")
    if as_json:
        typer.echo(json.dumps(as_object(seen, ledger.office), ensure_ascii=False, indent=2))
        return
    say_training(ledger.office)
    for line in told(seen, sayer(lang), setting):
        typer.echo(line)


def told(seen: Overview, say: Say, setting: Settings) -> list[str]:
    """Return it as lines: the house as a whole, departments, open cases, mails."""

    def since(moment: datetime) -> str:
        when = f"{era_date(moment, setting.zone)} {clock_time(moment, setting.zone)}"
        return say(_("oldest {age} (since {at})")).format(age=age(seen.at - moment, say), at=when)

    comma = say(COMMA)
    at = f"{era_date(seen.at, setting.zone)} {clock_time(seen.at, setting.zone)}"
    whole = say(_("In the house: {count} pieces")).format(count=seen.count)
    return [
        say(_("Overview, {at}")).format(at=at),
        say(_("Came today: {arrivals} arrivals ({open} not closed), {pieces} pieces")).format(
            arrivals=seen.arrived.arrivals,
            open=seen.arrived.not_closed,
            pieces=seen.arrived.pieces,
        ),
        comma.join([whole, *([since(seen.oldest)] if seen.oldest else [])]),
        *(f"  {_place(place, say, since)}" for place in seen.places),
        say(_("Open cases: {count}")).format(count=seen.open_cases),
        *(
            f"  {say(CASES[line.kind])}: {line.count}{comma}{since(line.oldest)}"
            for line in seen.cases
        ),
        _unclosed(seen, say),
        say(_("Mails: {waiting} wait to be sent, {given_up} were given up")).format(
            waiting=seen.mails.waiting, given_up=seen.mails.given_up
        ),
    ]


def _unclosed(seen: Overview, say: Say) -> str:
    names = say(COMMA).join(place.department.name for place in seen.unclosed) or say(_("none"))
    line = say(_("Not closed today: {names}")).format(names=names)
    closing = say(_("today is a closing day"))
    return f"{line} ({closing})" if seen.is_closing_day else line


def _place(place: Place, say: Say, since: Callable[[datetime], str]) -> str:
    parts = [say(_("{count} pieces")).format(count=place.count)]
    if place.held:
        parts.append(since(place.held.oldest))
    parts.append(say(_("day close: {state}")).format(state=say(DAY_CLOSES[place.close])))
    return f"{place.department.id} {place.department.name}: {say(COMMA).join(parts)}"


def as_object(seen: Overview, office: str) -> dict[str, object]:
    """Return it for programs: times in ISO 8601, kinds and states as the code calls them."""
    return {
        "office": office,
        "at": seen.at.isoformat(),
        "day": seen.day.isoformat(),
        "is_closing_day": seen.is_closing_day,
        "pieces": seen.count,
        "oldest_since": _iso(seen.oldest),
        "departments": [
            {
                "id": place.department.id,
                "name": place.department.name,
                "pieces": place.count,
                "oldest_since": _iso(place.held.oldest if place.held else None),
                "day_close": place.close,
                "is_day_closed": place.is_day_closed,
            }
            for place in seen.places
        ],
        "cases": [
            {"kind": line.kind, "open": line.count, "oldest_since": _iso(line.oldest)}
            for line in seen.cases
        ],
        "arrived_today": {
            "arrivals": seen.arrived.arrivals,
            "not_closed": seen.arrived.not_closed,
            "pieces": seen.arrived.pieces,
        },
        "mails": {"waiting": seen.mails.waiting, "given_up": seen.mails.given_up},
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
