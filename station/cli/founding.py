"""station init: the first day of an office, by questions on a terminal or by options."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from station.cli.asking import Asker, NotThisError, StoppedError, is_terminal, language
from station.cli.badges import BadgeFile, BadgeSize, badge_sheet
from station.cli.first_day import (
    Checks,
    FirstDay,
    Interview,
    administrator,
    due_badges,
    for_one_sign_in,
)
from station.cli.options import CommandError, Db, pin_hasher, prepared, settings
from station.custody import training
from station.custody.refusal import Reason, Refused
from station.desk.import_office import OfficeTables, found_from
from station.desk.office import Enrolled
from station.ledger import migrate
from station.ledger.database import open_engine, reading, sqlite_file
from station.ledger.journal import offices
from station.ledger.store import Ledger
from station.papers.cards import Badge
from station.papers.sizes import PaperSize
from station.words import LOCALES, Say, sayer
from station.words import noted as _


def init(
    name: Annotated[
        str | None, typer.Option(help="The office's name, as it stands on papers.")
    ] = None,
    departments: Annotated[
        Path | None,
        typer.Option(help="CSV: 番号, 課名, かな, 別名, 受付 (振分け marks who sorts mail)."),
    ] = None,
    administrator_name: Annotated[
        str | None,
        typer.Option("--administrator", help="The first administrator's name; or one of --people."),
    ] = None,
    administrator_department: Annotated[
        str | None, typer.Option(help="Their department; default: the one that sorts mail.")
    ] = None,
    people: Annotated[Path | None, typer.Option(help="CSV: 氏名, 所属課, 役割.")] = None,
    badges: BadgeFile = None,
    size: BadgeSize = PaperSize.A4,
    db: Db = None,
    lang: Annotated[str | None, typer.Option(help=f"Language: {' or '.join(LOCALES)}.")] = None,
) -> None:
    """Found an office. On a terminal and without options, it asks for everything it needs.

    Prints everybody's badge and PIN for one sign-in, once.  All of it is founded or nothing.
    """
    say = sayer(language(lang))
    _require_unfounded(db)
    options = Options(name, departments, administrator_name, administrator_department, people)
    checks = Checks(say, size)
    if options == NO_OPTIONS and badges is None and is_terminal():
        try:
            day = Interview(Asker(say, typer.echo), checks).hold()
        except StoppedError:
            raise CommandError(say(_("stopped; nothing was written"))) from None
    else:
        day = FirstDay(*_by_options(options, checks), badges)
    _found(day, db, size, say)


@dataclass(frozen=True, slots=True)
class Options:
    """What the options say of the office."""

    name: str | None = None
    departments: Path | None = None
    administrator: str | None = None
    administrator_department: str | None = None
    people: Path | None = None

    def missing(self) -> list[str]:
        """Return the options without which there is no office."""
        needed = {"--name": self.name, "--departments": self.departments}
        missing = [option for option, value in needed.items() if value is None]
        if self.people is None and self.administrator is None:
            missing.append("--administrator")
        return missing


NO_OPTIONS = Options()


def _by_options(options: Options, checks: Checks) -> tuple[str, OfficeTables]:
    """Return the office that the options say; CommandError names those that are missing."""
    if missing := options.missing():
        told = checks.say(
            _(
                "expected {options} as well; give them, or run station init without options on a"
                " terminal, where it asks"
            )
        )
        raise CommandError(told.format(options=", ".join(missing)))
    try:
        name = checks.name(options.name or "")
        departments = checks.departments(str(options.departments))
        first = None
        if options.administrator is not None:
            sorting = next(it.department for it in departments if it.sorts_mail)
            place = checks.department(options.administrator_department or sorting, departments)
            first = administrator(checks.name(options.administrator), place)
        if options.people is not None:
            people = checks.people(str(options.people), departments, first)
        else:
            people = (first,) if first else ()
    except NotThisError as error:
        raise CommandError("\n".join(error.lines)) from None
    return name, OfficeTables(departments, people)


def _require_unfounded(db: str | None) -> None:
    """Refuse an office that there is already, before anybody is asked; writes nothing."""
    if training.is_training(settings().office):
        raise CommandError(
            f"expected STATION_OFFICE for a real office, got {settings().office}: names that begin "
            "with it are for station training; choose another"
        )
    engine = open_engine(db or settings().database_url)
    file = sqlite_file(engine)
    if (file is not None and not file.exists()) or migrate.revision_of(engine) is None:
        return
    with reading(engine) as connection:
        there = offices(connection)
    if settings().office in there:
        raise Refused(Reason.OFFICE_EXISTS)
    if any(map(training.is_training, there)):
        raise CommandError(
            f"expected a database for a real office, got one to train with ({', '.join(there)}); "
            "name another with --db"
        )


def _found(day: FirstDay, db: str | None, size: PaperSize, say: Say) -> None:
    """Found the office in one transaction; badges and PINs are told before it is made true.

    Whatever ends this in between leaves no office, and papers with badges that nobody has.
    """
    ledger = Ledger(prepared(db), settings().office)
    names = {it.department: it.name for it in day.tables.departments}

    def tell(enrolled: Sequence[tuple[Enrolled, str]]) -> None:
        write([Badge(it.badge, it.name, names[it.department]) for it, _pin in enrolled])
        typer.echo(say(_("Badges, each with the PIN for its first sign-in; told only now:")))
        for person, pin in enrolled:
            typer.echo(f"{person.badge}  PIN {pin}  {person.department}  {person.name}")
        _flush()

    with badge_sheet(day.badges, size, due_badges(day.tables), ledger.office) as write:
        found_from(ledger, pin_hasher(ledger), day.name, for_one_sign_in(day.tables), tell)
    typer.echo(say(_("{name} was founded. Next: station serve")).format(name=day.name))


def _flush() -> None:
    """Make sure that what was told has left this process; raises OSError where nobody reads it."""
    sys.stdout.flush()
