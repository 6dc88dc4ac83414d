"""station badge: a new badge for an administrator who has lost theirs."""

import sys
from typing import Annotated

import typer

from station.cli.badges import WIDEST, BadgeFile, BadgeSize, badge_sheet
from station.cli.options import CommandError, Db, office_in, pin_hasher, prepared, say_training
from station.desk.badges import Issued, Owner, administrators_called, issue_badge_at_console
from station.ledger.store import Ledger
from station.papers.cards import Badge
from station.papers.sizes import PaperSize
from station.words import DEFAULT_LOCALE, sayer
from station.words import noted as _


def badge(
    who: Annotated[str, typer.Argument(help="An administrator's name or staff number.")],
    badges: BadgeFile = None,
    size: BadgeSize = PaperSize.A4,
    db: Db = None,
    office: Annotated[str | None, typer.Option(help="Which office of the database.")] = None,
) -> None:
    """Give an administrator a new badge and a PIN for one sign-in, told once.

    The badge before is valid no more.  Everybody else gets theirs from an administrator.
    """
    engine = prepared(db)
    ledger = Ledger(engine, office_in(engine, office))
    say_training(ledger.office)
    owner = _the_only(administrators_called(ledger, who), who)
    say = sayer(DEFAULT_LOCALE)
    due = Badge(WIDEST, owner.name, owner.department)
    with badge_sheet(badges, size, [due], ledger.office) as write:

        def tell(issued: Issued) -> None:
            write([Badge(issued.badge, owner.name, owner.department)])
            told = _("A new badge, with the PIN for its first sign-in; told only now:")
            typer.echo(f"{say(told)}\n{issued.badge}  PIN {issued.pin}  {owner.name}")
            sys.stdout.flush()  # raises where nobody reads it, and nothing is changed

        issue_badge_at_console(ledger, pin_hasher(ledger), person=owner.person, tell=tell)


def _the_only(found: tuple[Owner, ...], who: str) -> Owner:
    if len(found) == 1:
        return found[0]
    say = sayer(DEFAULT_LOCALE)
    told = _(
        "expected the name or staff number of one administrator, got {who}, which {count} have;"
        " write it as it stands in the page of people"
    )
    raise CommandError(say(told).format(who=who, count=len(found)))
