"""station outbox: notices by e-mail."""

import typer

from station.cli.options import CommandError, Db, prepared, settings
from station.custody import training
from station.custody.business_days import IsClosed
from station.desk.calendar import calendar_of
from station.desk.notices import tell_of_the_calendar, tell_the_day
from station.desk.office import close_due_departments, open_due_departments
from station.desk.outbox import MailServer, Security, send_due
from station.ledger.contacts import Contact
from station.ledger.outbox import Kept, Tally
from station.ledger.store import Ledger
from station.papers.notices import subject_of, text_of
from station.words import sayer

app = typer.Typer(help="Notices by e-mail.", no_args_is_help=True)


@app.callback()
def outbox() -> None:
    """Notices by e-mail."""


@app.command()
def send(db: Db = None) -> None:
    """Send every notice that is due, once; `station serve` does the same again and again."""
    server = mail_server()
    if server is None:
        raise CommandError("expected a mail server; set STATION_SMTP_HOST and STATION_MAIL_FROM")
    ledger = Ledger(prepared(db), settings().office)
    if training.is_training(ledger.office):
        raise CommandError(f"expected a real office, got {ledger.office}: training sends no mail")
    tally = post(ledger, server)
    typer.echo(f"sent: {tally.sent}, waiting: {tally.waiting}, given up: {tally.given_up}")


def mail_server() -> MailServer | None:
    """Return the mail server that the settings name, or None; CommandError for half of one."""
    setting = settings()
    if not setting.smtp_host:
        return None
    if "@" not in setting.mail_from:
        raise CommandError(f"expected an address in STATION_MAIL_FROM, got {setting.mail_from!r}")
    if setting.smtp_security not in set(Security):
        raise CommandError(
            f"expected one of {', '.join(Security)} in STATION_SMTP_SECURITY, "
            f"got {setting.smtp_security!r}"
        )
    return MailServer(
        setting.smtp_host,
        setting.smtp_port,
        setting.mail_from,
        Security(setting.smtp_security),
        setting.smtp_user,
        setting.smtp_password,
    )


def work(ledger: Ledger, server: MailServer | None) -> None:
    """One round: departments that open or close, the day's digest at its hour, mails due.

    Of the calendar's end administrators are told at that hour too.
    """
    open_due_departments(ledger)
    close_due_departments(ledger)
    now = ledger.now().astimezone(settings().zone)
    if now.hour >= settings().digest_hour:
        tell_of_the_calendar(ledger, now.date())
        tell_the_day(ledger, now.date(), _calendar(ledger))
    if server is not None:
        post(ledger, server)


def post(ledger: Ledger, server: MailServer) -> Tally:
    """Send what is due, in each reader's language."""
    zone = settings().zone
    with ledger.views() as views:
        names = {department.id: department.name for department in views.departments()}

    def compose(kept: Kept, reader: Contact) -> tuple[str, str]:
        say = sayer(reader.language)
        text = text_of(kept, say, lambda key: names.get(key, key), zone)
        return subject_of(kept.notice, say), text

    return send_due(ledger, server, compose)


def _calendar(ledger: Ledger) -> IsClosed:
    """Return when the office is closed; beyond the end, a digest too many is no harm."""
    with ledger.views() as views:
        known = calendar_of(views.books)
    return lambda day: day <= known.until and known.is_closed(day)
