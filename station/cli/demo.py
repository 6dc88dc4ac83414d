"""station demo: the case, played through the real path."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import keyring, prepared, settings
from station.cli.serve import require_free, run
from station.cli.tls import tls_for
from station.demo import story as stories
from station.demo.play import Played, play
from station.desk.pins import PinHasher
from station.ledger.store import Ledger
from station.settings import data_folder, sqlite_url
from station.words import DEFAULT_LOCALE, LOCALES, sayer
from station.words import noted as _
from station.words.refusals import ROLES

DEMO_FILE = "demo.sqlite3"


def demo(
    db: Annotated[
        str | None,
        typer.Option(
            "--db",
            metavar="URL",
            help="A database to play in; default: a SQLite file of the demo's own, made anew each"
            " time, whatever STATION_DATABASE_URL says.",
        ),
    ] = None,
    serve: Annotated[bool, typer.Option(help="Serve the station afterwards.")] = True,
    pictures: Annotated[
        Path | None, typer.Option(help="A folder with the demo day's pictures and tables.")
    ] = None,
    lang: Annotated[str, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = DEFAULT_LOCALE,
) -> None:
    """Play the demo day twice: an error caught at the check entry, and one caught at handover.

    Without --db it never touches the database that the other commands use.
    """
    if lang not in LOCALES:
        raise typer.BadParameter(f"expected {' or '.join(LOCALES)}, got {lang}")
    say, setting = sayer(lang), settings()
    tls = None
    if serve:
        require_free()
        tls = tls_for(setting)
    engine = prepared(db or _fresh_file())
    story = stories.load(pictures or stories.default_folder())
    hasher = PinHasher(pepper=keyring().pepper())
    _caught, lost = play(engine, hasher, story=story, setting=setting, say=say, tell=typer.echo)
    if not serve:
        return
    _tell_badges(lost, lang)
    scheme = "https" if tls else "http"
    typer.echo(f"\n{scheme}://{setting.host}:{setting.port}  (Ctrl-C ends)")
    if db is None:
        typer.echo(say(_("The next demo begins anew; to go on with this one:")))
        typer.echo(f"station serve --db {engine.url} --office {lost.day.ledger.office}\n")
    run(Ledger(engine, lost.day.ledger.office), tls=tls)


def _fresh_file() -> str:
    for ending in ("", "-wal", "-shm"):
        (data_folder() / f"{DEMO_FILE}{ending}").unlink(missing_ok=True)
    return sqlite_url(DEMO_FILE)


def _tell_badges(played: Played, lang: str) -> None:
    say, day = sayer(lang), played.day
    title = say(_("Badges of the demo (PIN {pin} for all)")).format(pin=stories.PIN)
    typer.echo(f"\n--- {title} ---")
    for person in day.people:
        roles = "・".join(say(ROLES[role]) for role in person.roles)
        department = day.department_name(person.department)
        typer.echo(f"{person.badge}  {department}  {person.name}  ({roles})")
