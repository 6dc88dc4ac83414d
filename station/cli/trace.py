"""station trace: where a piece is, for whoever stands at the server."""

from typing import Annotated

import typer

from station.cli.options import Db, office_in, prepared, say_training, settings
from station.custody.state import ItemStatus
from station.desk.trace import Found, Neighbour, Traced, trace
from station.ledger.store import Ledger
from station.papers.dates import clock_time, era_date, era_day
from station.settings import Settings
from station.words import DEFAULT_LOCALE, LOCALES, Say, sayer
from station.words import noted as _

EXIT_NOTHING_FOUND = 1
LOOKED_FOR = _("{day} was looked for as a day.")


def trace_text(
    text: Annotated[
        str,
        typer.Argument(
            help="Part of a number, a sender, an addressee, a department, a person, a day."
        ),
    ],
    db: Db = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
) -> None:
    """Say where a piece is, since when, who signed, and what lay beside it.

    Exit code 0: something was found; 1: nothing.
    """
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    setting = settings()
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, None))
    traced = trace(ledger, text, setting.zone)
    say_training(ledger.office)
    for line in told(traced, sayer(lang), setting):
        typer.echo(line)
    if not traced.found:
        raise typer.Exit(EXIT_NOTHING_FOUND)


def told(traced: Traced, say: Say, setting: Settings) -> list[str]:
    """Return what a search found, a few lines a piece."""
    if not traced.found:
        days = [say(LOOKED_FOR).format(day=era_day(day)) for day in traced.days]
        return [*days, say(_("Nothing found."))]
    lines = [line for found in traced.found for line in _piece(found, say, setting)]
    if traced.is_cut:
        lines.append(say(_("There is more than this. Type one word more.")))
    return lines


STATES = {
    ItemStatus.HELD: _("now: {holder} {person}, since {at}"),
    ItemStatus.DELIVERED: _("delivered by {holder} {person}, held since {at}"),
    ItemStatus.LOST: _("declared lost; last with {holder} {person}, since {at}"),
    ItemStatus.VOID: _("taken back"),
}


def _piece(found: Found, say: Say, setting: Settings) -> list[str]:
    def at(moment: object) -> str:
        return f"{era_date(moment, setting.zone)} {clock_time(moment, setting.zone)}"  # type: ignore[arg-type]

    where = say(STATES[found.item.status]).format(
        holder=found.holder, person=found.person, at=at(found.since)
    )
    came = say(_("came {at} by {carrier}, taken in by {name}; {count} beside it")).format(
        at=at(found.arrival.arrived_at),
        carrier=found.arrival.carrier,
        name=found.taken_in_by,
        count=len(found.came_with),
    )
    who = (found.line.sender, found.line.addressee)
    lines = [found.number, f"  {' '.join(where.split())}", f"  {came}{_numbers(found.came_with)}"]
    if any(who):
        lines.insert(1, f"  {' -> '.join(name or '?' for name in who)}")
    for beside in found.handovers:
        signed = say(_("{giver} -> {receiver}: {state}; {count} beside it")).format(
            giver=beside.giver,
            receiver=beside.receiver,
            state=at(beside.sealed_at) if beside.sealed_at else say(_("not signed")),
            count=len(beside.neighbours),
        )
        lines.append(f"  {signed}{_numbers(beside.neighbours)}")
    if found.signatures:
        names = ", ".join(it.signed_as for it in found.signatures)
        signed = say(_("last signed by {names}")).format(names=names)
        lines.append(f"  {signed}")
    return lines


def _numbers(neighbours: tuple[Neighbour, ...]) -> str:
    return f": {', '.join(it.number for it in neighbours)}" if neighbours else ""
