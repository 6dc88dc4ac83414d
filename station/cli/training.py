"""station training: the demo day to practise on, in a database that can be no real one."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.asking import language
from station.cli.badges import BadgeFile, BadgeSize
from station.cli.options import CommandError, Db, out_file, pin_hasher, prepared, settings
from station.cli.serve import require_free, run
from station.cli.tls import tls_for
from station.custody import training as rule
from station.demo import story as stories
from station.demo.play import play_training
from station.ledger import migrate
from station.ledger.database import open_engine, reading, sqlite_file
from station.ledger.journal import offices
from station.ledger.store import Ledger
from station.papers.cards import Badge, write_badges
from station.papers.sizes import PaperSize
from station.papers.whole_file import whole_file
from station.settings import sqlite_url
from station.words import LOCALES, Say, sayer
from station.words import noted as _
from station.words.refusals import ROLES

FILE = "training.sqlite3"
PORT = 8001
"""Beside the real station, so that no address means now the one and now the other."""


def training(
    db: Db = None,
    anew: Annotated[bool, typer.Option("--anew", help="Throw the training away; begin anew.")] = (
        False
    ),
    badges: BadgeFile = None,
    size: BadgeSize = PaperSize.A4,
    serve: Annotated[bool, typer.Option(help="Serve the training afterwards.")] = True,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int, typer.Option(help="Port to listen on.")] = PORT,
    lang: Annotated[str | None, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = None,
) -> None:
    """Serve the demo day to train with: every page and paper of it says TRAINING.

    A database of its own is made at first use and used again until --anew; a real one is refused.
    """
    say, setting = sayer(language(lang)), settings()
    if serve:
        require_free(host, port)
    url = db or sqlite_url(FILE)
    if anew:
        _throw_away(url)
    _require_training(url)
    engine = prepared(url)
    ledger = Ledger(engine, rule.OFFICE)
    story = stories.load(stories.default_folder(), stories.TRAINING_BADGES)
    if not ledger.end():
        typer.echo(say(_("The training's day is being played ...")))
        play_training(engine, pin_hasher(ledger), story=story, setting=setting, say=say)
    typer.echo(f"\n*** {rule.SENTENCE} ***\n")
    people = _people(story, say)
    if badges is not None:
        file = out_file(rule.OFFICE, badges)
        with whole_file(file) as out:
            write_badges(out, [badge for badge, _roles in people], size, say, rule.MARK)
        typer.echo(str(file))
    typer.echo(say(_("Badges of the training (PIN {pin} for all)")).format(pin=stories.PIN))
    for badge, roles in people:
        typer.echo(f"{badge.number}  {badge.department}  {badge.name}  ({roles})")
    if serve:
        tls = tls_for(setting)
        scheme = "https" if tls else "http"
        typer.echo(f"\n{scheme}://{host or setting.host}:{port}  (Ctrl-C)\n")
        run(ledger, host, port, tls)


def _people(story: stories.Story, say: Say) -> list[tuple[Badge, str]]:
    """Return everybody's badge with their roles, in the reader's words."""
    names = {it.department: it.name for it in story.office.departments}
    return [
        (Badge(it.badge, it.name, names[it.department]), "・".join(say(ROLES[r]) for r in it.roles))
        for it in story.office.people
    ]


def offices_at(url: str) -> list[str]:
    """Return the offices of a database; none where there is none yet.  Makes no file."""
    engine = open_engine(url)
    file = sqlite_file(engine)
    if file is not None and not file.exists():
        return []
    try:
        if migrate.revision_of(engine) is None:
            return []
        with reading(engine) as connection:
            return offices(connection)
    finally:
        engine.dispose()


def _require_training(url: str) -> None:
    """Refuse a database that holds any office but those to train with; changes nothing."""
    real = [office for office in offices_at(url) if not rule.is_training(office)]
    if real:
        raise CommandError(
            f"expected a database to train with, got one with the real office {', '.join(real)}; "
            "nothing was changed; leave --db out, or name another"
        )


def _throw_away(url: str) -> None:
    """Delete the file of a training; refuses what is not known to be one."""
    _require_training(url)
    there = offices_at(url)
    file = sqlite_file(open_engine(url))
    if not there:
        return
    if file is None:
        raise CommandError(
            "expected a SQLite file to begin anew, got a server's database; make an empty one and "
            "name it with --db"
        )
    for ending in ("", "-wal", "-shm"):
        Path(f"{file}{ending}").unlink(missing_ok=True)
