"""Who is at the terminal: badge and PIN, sessions, and the brake on guessing."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from station.custody.refusal import Reason, Refused
from station.desk.pins import PinHasher
from station.ledger.store import Ledger

FAILURES_FREE = 5
"""Wrong PINs in a row before the badge has to wait after each further one."""

WAIT_SECONDS = 30
IDLE_MINUTES_MAX = 30
SESSION_HOURS_MAX = 12
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person at a terminal, by an open session."""

    person: UUID
    terminal: str


def check_badge(ledger: Ledger, hasher: PinHasher, *, badge: str, pin: str) -> UUID:
    """Return whose badge and PIN these are; refuses without saying which of the two was wrong.

    An attempt counts as wrong from before it is checked until it turns out to be right, so that
    many guesses at once gain nothing.  The slow hash is computed while nobody waits for the books.
    """
    now = ledger.now()
    with ledger.secrets() as credentials:
        known = credentials.of_badge(badge.strip().upper())
        waits = known is not None and _must_wait(known.failures, known.failed_at, now)
        if known is not None and not waits:
            credentials.note_attempt(known.person, known.failures + 1, now)
    if waits:
        raise Refused(Reason.TOO_MANY_ATTEMPTS, expected=WAIT_SECONDS)
    if not hasher.is_right(known.pin_hash if known else None, pin) or known is None:
        raise Refused(Reason.BAD_CREDENTIALS)
    with ledger.secrets() as credentials:
        credentials.note_attempt(known.person, 0, None)
    return known.person


def _must_wait(failures: int, failed_at: datetime | None, now: datetime) -> bool:
    if failures < FAILURES_FREE or failed_at is None:
        return False
    return now - failed_at < timedelta(seconds=WAIT_SECONDS)


def sign_in(ledger: Ledger, hasher: PinHasher, *, badge: str, pin: str, terminal: str) -> str:
    """Open a session and return its token, which only the browser keeps."""
    person = check_badge(ledger, hasher, badge=badge, pin=pin)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with ledger.secrets() as credentials:
        credentials.open_session(_hash(token), person, terminal, ledger.now())
    return token


def who(ledger: Ledger, token: str) -> SignedIn | None:
    """Return who a token belongs to; None when the session is unknown, idle or too old."""
    now = ledger.now()
    session = ledger.session(_hash(token))
    if session is None:
        return None
    is_idle = now - session.seen_at > timedelta(minutes=IDLE_MINUTES_MAX)
    if is_idle or now - session.opened_at > timedelta(hours=SESSION_HOURS_MAX):
        sign_out(ledger, token)
        return None
    if now - session.seen_at > timedelta(minutes=1):  # not a write for every request
        with ledger.secrets() as credentials:
            credentials.touch_session(_hash(token), now)
    return SignedIn(session.person, session.terminal)


def sign_out(ledger: Ledger, token: str) -> None:
    """End a session."""
    with ledger.secrets() as credentials:
        credentials.close_session(_hash(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
