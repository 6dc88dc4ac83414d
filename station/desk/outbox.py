"""Sending notices by e-mail: claimed, sent, noted; what fails is tried again after growing pauses.

A mail is sent exactly once, unless the process dies between the mail server's "250" and the note of
it: then the claim runs out, and it is sent again under the same Message-ID.
"""

import logging
import smtplib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from station.custody.notices import Notice, apart, is_for
from station.custody.postings import departments_of, roles_in
from station.custody.state import Person
from station.ledger.contacts import Contact, is_address
from station.ledger.outbox import Kept, Mail, Tally
from station.ledger.store import Ledger

AT_ONCE = 10
TIMEOUT_SECONDS = 10
ADDRESSED_AT_ONCE = 200
ANSWERS_A_MAIL = 4
"""To MAIL, RCPT, DATA and the text (RFC 5321): each may take as long as the time-out."""

PAUSE = timedelta(minutes=1)
PAUSE_MAX = timedelta(hours=2)
GIVEN_UP_AFTER = timedelta(days=3)
"""What nobody could be told for so long is told by nobody's mail any more; pages still show it."""

FAILURE_LENGTH_MAX = 300
PERMANENT = range(500, 600)

log = logging.getLogger(__name__)


class Security(StrEnum):
    """How the connection to the mail server is kept from others' eyes."""

    NONE = "none"
    STARTTLS = "starttls"
    TLS = "tls"


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mails are handed in, and as whom."""

    host: str
    port: int
    sender: str
    security: Security = Security.STARTTLS
    user: str = ""
    password: str = field(default="", repr=False)
    trust: ssl.SSLContext | None = None

    @contextmanager
    def session(self) -> Iterator[smtplib.SMTP]:
        """Give a connection, signed in; raises OSError or SMTPException."""
        context = self.trust or ssl.create_default_context()
        if self.security is Security.TLS:
            opened: smtplib.SMTP = smtplib.SMTP_SSL(
                self.host, self.port, timeout=TIMEOUT_SECONDS, context=context
            )
        else:
            opened = smtplib.SMTP(self.host, self.port, timeout=TIMEOUT_SECONDS)
        with opened as smtp:
            if self.security is Security.STARTTLS:
                smtp.starttls(context=context)
            if self.user:
                smtp.login(self.user, self.password)
            yield smtp


Compose = Callable[[Kept, Contact], tuple[str, str]]
"""Returns subject and text of a notice in a reader's language."""


def send_due(ledger: Ledger, server: MailServer, compose: Compose) -> Tally:
    """Make mails of new notices and send all that are due; return what became of all."""
    address(ledger)
    while mails := _claimed(ledger):
        _send(ledger, server, compose, mails)
    with ledger.views() as views:
        return views.outbox.tally()


def address(ledger: Ledger) -> None:
    """Make a mail of each new notice to everybody whom it is for and whose address is known."""
    now = ledger.now()
    with ledger.views() as views:
        people = views.people()
        contacts = views.contacts.all()
    with ledger.outbox() as outbox:
        for kept in outbox.unaddressed(ADDRESSED_AT_ONCE):
            is_news = now - kept.at < GIVEN_UP_AFTER
            besides = apart(kept.notice, outbox.books)
            readers = readers_of(kept.notice, people, contacts, now, besides) if is_news else ()
            outbox.address(kept.notice.id, readers, now)


def readers_of(
    notice: Notice,
    people: tuple[Person, ...],
    contacts: dict[UUID, Contact],
    now: datetime,
    besides: frozenset[UUID] = frozenset(),
) -> tuple[UUID, ...]:
    """Return who is to have a notice by e-mail: whom it is for now, and who has an address.

    `besides` are those who stand apart from what it is about.
    """
    return tuple(
        person.id
        for person in people
        if person.id in contacts
        and contacts[person.id].email
        and any(
            is_for(notice, person, place, roles_in(person, now, place), besides)
            for place in departments_of(person, now)
        )
    )


def _claimed(ledger: Ledger) -> tuple[Mail, ...]:
    with ledger.outbox() as outbox:
        return outbox.claim(ledger.now(), AT_ONCE)


def _send(ledger: Ledger, server: MailServer, compose: Compose, mails: tuple[Mail, ...]) -> None:
    """Send claimed mails over one connection, as long as it lasts.

    A connection that one mail breaks is not used for the others: they are due again at once, so
    that no mail can keep the rest from being sent.
    """
    with ledger.views() as views:
        contacts = views.contacts.all()
    waiting = list(mails)
    try:
        with server.session() as smtp:
            while waiting:
                mail = waiting.pop(0)
                message = _message(server, compose, mail, contacts.get(mail.person))
                if isinstance(message, str):
                    _note(ledger, mail, message, is_final=True)
                elif not _hand_in(ledger, smtp, message, mail):
                    _release(ledger, waiting)
                    waiting.clear()
    except (OSError, smtplib.SMTPException) as error:
        for mail in waiting:
            _note(ledger, mail, _told(error), is_final=False)


def _hand_in(ledger: Ledger, smtp: smtplib.SMTP, message: EmailMessage, mail: Mail) -> bool:
    """Hand one mail in and note what came of it; return whether the connection is still good."""
    try:
        smtp.send_message(message, to_addrs=[str(message["To"])])
    except smtplib.SMTPRecipientsRefused as refused:
        code, told = next(iter(refused.recipients.values()))
        _note(ledger, mail, f"{code} {told!r}", is_final=code in PERMANENT)
    except smtplib.SMTPDataError as refused:
        _note(ledger, mail, _told(refused), is_final=refused.smtp_code in PERMANENT)
    except smtplib.SMTPNotSupportedError as refused:
        _note(ledger, mail, _told(refused), is_final=True)
    except (OSError, smtplib.SMTPException) as error:
        _note(ledger, mail, _told(error), is_final=False)
        return False
    else:
        with ledger.outbox() as outbox:
            outbox.note_sent(mail, ledger.now())
    return smtp.sock is not None  # closed after "421": the server goes away (RFC 5321, 3.8)


def _told(error: Exception) -> str:
    return str(error) or type(error).__name__


def _release(ledger: Ledger, mails: list[Mail]) -> None:
    with ledger.outbox() as outbox:
        for mail in mails:
            outbox.release(mail, ledger.now())


def _note(ledger: Ledger, mail: Mail, why: str, *, is_final: bool) -> None:
    now = ledger.now()
    again = None if is_final or now - mail.at > GIVEN_UP_AFTER else now + pause(mail.tries)
    with ledger.outbox() as outbox:
        outbox.note_failed(mail, why[:FAILURE_LENGTH_MAX], again)


def pause(tries: int) -> timedelta:
    """Return how long to wait after so many tries: a minute, then twice as long each time."""
    return min(PAUSE * (1 << min(tries - 1, 10)), PAUSE_MAX)


def _message(
    server: MailServer, compose: Compose, mail: Mail, contact: Contact | None
) -> EmailMessage | str:
    """Return the mail as it is handed in, or why there can be none."""
    if contact is None or not contact.email:
        return "no address any more"
    if not is_address(contact.email):
        return "not a mail address"
    message = EmailMessage()
    domain = server.sender.rpartition("@")[2]
    try:
        subject, text = compose(Kept(mail.notice, mail.at), contact)
        message["Subject"], message["From"], message["To"] = subject, server.sender, contact.email
        message["Date"] = format_datetime(mail.at)
        message["Message-ID"] = f"<{mail.notice.id}.{mail.person}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no vacation notes in answer
        message.set_content(text)
    except (ValueError, LookupError) as error:
        return f"no mail could be written: {_told(error)}"
    return message


class Worker:
    """Does a round of work again and again in a thread of its own until it is told to stop."""

    def __init__(
        self,
        work: Callable[[], object],
        every_seconds: float = 30.0,
        *,
        first_after_seconds: float = 0.0,
        name: str = "outbox",
    ) -> None:
        self._work = work
        self._first_after = first_after_seconds
        self._every = every_seconds
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End after the mail that is being sent."""
        self._ended.set()
        self._thread.join(timeout=2 * TIMEOUT_SECONDS)

    def _run(self) -> None:
        pause = self._first_after
        while not self._ended.wait(pause):
            pause = self._every
            try:
                self._work()
            except Exception:  # the next round may do better: a database that was away, say
                log.exception("a round of the %s failed; trying again", self._thread.name)
