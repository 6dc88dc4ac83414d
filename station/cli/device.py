"""station device: tokens of cameras and fixed scanners, at the server's console."""

from typing import Annotated
from uuid import UUID, uuid4

import typer

from station.cli.options import CommandError, Db, office_in, prepared
from station.custody.postings import departments_of
from station.desk import devices as deeds
from station.ledger.devices import Purpose
from station.ledger.purge import CONSOLE
from station.ledger.store import By, Ledger

app = typer.Typer(help="Tokens of cameras and fixed scanners.", no_args_is_help=True)

Office = Annotated[str | None, typer.Option(help="Which office of the database.")]


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="As it will stand in the record.")],
    department: Annotated[str, typer.Option(help="The number of its department.")],
    keeper: Annotated[str, typer.Option(help="Who answers for it: their name as in the books.")],
    purpose: Annotated[Purpose, typer.Option(help="What its scans are for.")] = Purpose.ARRIVAL,
    days: Annotated[int, typer.Option(help="For how many days it is valid.")] = 365,
    office: Office = None,
    db: Db = None,
) -> None:
    """Give a device a token; it is told only now.

    The token alone goes to standard output, so that `> FILE` keeps it and nothing else.
    """
    ledger = _ledger(db, office)
    new = deeds.NewDevice(name, department, _person(ledger, keeper, department), purpose, days)
    typer.echo(deeds.issue_device(ledger, _by(), new))
    typer.echo(
        f"{name}: valid for {days} days. This is the only time that the token is told: keep it in "
        "a file that only the device's user can read, and start the device with\n"
        "station watch SOURCE --to ADDRESS --token-file FILE",
        err=True,
    )


@app.command("list")
def show(office: Office = None, db: Db = None) -> None:
    """Every device that there ever was, newest first."""
    ledger = _ledger(db, office)
    now = ledger.now()
    for one in deeds.every(ledger):
        used = f"{one.seen_at:%Y-%m-%d %H:%M}" if one.seen_at else "never"
        state = deeds.state_of(one, now)
        until = f"{one.expires_at:%Y-%m-%d}"
        typer.echo(
            f"{one.name}: {state}, {one.purpose}, department {one.department}, "
            f"until {until}, last used {used}"
        )


@app.command()
def withdraw(
    name: Annotated[str, typer.Argument(help="The device's name.")],
    office: Office = None,
    db: Db = None,
) -> None:
    """Trust a device no more, from this moment on."""
    ledger = _ledger(db, office)
    known = [it for it in deeds.every(ledger) if it.name == name and it.withdrawn_at is None]
    if not known:
        raise CommandError(
            f"expected a device with a token, got {name!r}; see: station device list"
        )
    deeds.withdraw_device(ledger, _by(), known[0].id)
    typer.echo(f"{name}: withdrawn")


def _ledger(db: str | None, office: str | None) -> Ledger:
    engine = prepared(db)
    return Ledger(engine, office_in(engine, office))


def _by() -> By:
    return By(uuid4(), None, CONSOLE)


def _person(ledger: Ledger, name: str, department: str) -> UUID:
    """Return the person of this name who acts for a department now."""
    now = ledger.now()
    with ledger.views() as views:
        here = [it.id for it in views.people() if department in departments_of(it, now)]
        names = views.names(here)
    found = [key for key in here if names.get(key) == name]
    if len(found) != 1:
        raise CommandError(
            f"expected the name of one person of department {department}, got {name!r}, which "
            f"{len(found)} have; look at the page of people"
        )
    return found[0]
