"""Who is at the terminal: badge and PIN, sessions, and the brake on guessing.

The brake must not become a weapon: whoever knows a badge number could keep its owner out by
guessing wrong.  So it counts by badge and terminal, and where a person has signed in before,
nothing that others do elsewhere counts.
"""

import hashlib
import math
import secrets
import unicodedata
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from station.custody.postings import acting, departments_of
from station.custody.refusal import Reason, Refused
from station.custody.state import Department
from station.custody.values import Actor
from station.desk.pins import PinHasher
from station.ledger.credentials import Credential, Credentials, Session, Tries
from station.ledger.session_owner import Owned
from station.ledger.store import Ledger
from station.ledger.views import Views
from station.numbers import NotATrackingNumber, identify, normalise

FAILURES_FREE = 5
"""Wrong PINs in a row before a badge has to wait at this terminal after each further one."""

WAIT_SECONDS = 30
WAIT_SECONDS_MAX = 900
"""The wait doubles up to this: some hundred guesses a day, of a million PINs."""

COUNTED_MAX = 100
"""What one terminal's failures count for at most, so that it alone never reaches the next bound."""

STRANGE_FAILURES_MAX = 200
"""Wrong PINs a day at all terminals together where this badge was never signed in with."""

STRANGE_FOR = timedelta(days=1)

IDLE_MINUTES_MAX = 30
SESSION_HOURS_MAX = 12
TOKEN_BYTES = 32


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person at a terminal, by an open session, acting for one of their places, `place`.

    `actor` is who they are to the rules.
    """

    actor: Actor
    name: str
    terminal: str
    place: Department
    places: tuple[Department, ...]

    @property
    def person(self) -> UUID:
        """Who it is."""
        return self.actor.person

    @property
    def department(self) -> str:
        """For which department they act."""
        return self.place.id


def check_badge(
    ledger: Ledger, hasher: PinHasher, *, badge: str, pin: str, terminal: str
) -> Credential:
    """Return whose badge and PIN these are; refuses without saying which of the two was wrong.

    A badge that was revoked, or whose owner has no posting now, is not valid, and whose it was is
    not said.  A PIN for one sign-in proves nothing else: whoever gave it out knows it too.
    The deed that this is asked for looks again in its own transaction, by `require_still`.
    """
    known, _ = _proved(ledger, hasher, badge, pin, terminal)
    if known.pin_is_once:
        raise Refused(Reason.PIN_IS_ONCE)
    return known


def require_still(credentials: Credentials, proved: Credential) -> None:
    """Refuse where a badge was revoked, or its PIN reset, since it was checked: hashing is slow."""
    if _valid(credentials, proved.badge) != proved:
        raise Refused(Reason.BAD_CREDENTIALS)


def sign_in(
    ledger: Ledger, hasher: PinHasher, *, badge: str, pin: str, terminal: str, new_pin: str = ""
) -> str:
    """Open a session and return its token, which only the browser keeps.

    A PIN for one sign-in is replaced by the new one, which must be given then.  Whoever gives a new
    one at any other time changes theirs; their sessions at other terminals end.
    """
    known, place = _proved(ledger, hasher, badge, pin, terminal)
    if known.pin_is_once and not new_pin:
        raise Refused(Reason.PIN_IS_ONCE)
    if new_pin and new_pin == pin:
        raise Refused(Reason.PIN_UNCHANGED)
    chosen = hasher.hash(new_pin) if new_pin else None
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with ledger.secrets() as credentials:
        require_still(credentials, known)
        if chosen:
            credentials.replace_pin(known.person, chosen, pin_is_once=False)
            credentials.close_sessions(known.person)
        now = ledger.now()
        credentials.open_session(_hash(token), Session(known.person, terminal, now, now, place))
    return token


def _proved(
    ledger: Ledger, hasher: PinHasher, badge: str, pin: str, terminal: str
) -> tuple[Credential, str]:
    """Return what is kept of a badge whose PIN this is, and the department of its owner.

    An attempt counts as wrong from before it is checked until it turns out to be right, so that
    many guesses at once gain nothing.  The slow hash is computed while nobody waits for the books.
    """
    now = ledger.now()
    with ledger.secrets() as credentials:
        known = _valid(credentials, _typed_badge(badge))
        if known is not None:
            _brake(credentials, known.person, terminal, now)
    place = _place_of(ledger, known.person, now) if known is not None else None
    if known is not None and place is None:
        raise Refused(Reason.BADGE_NOT_VALID)
    if known is None and _is_piece(badge):
        raise Refused(Reason.PIECE_SCANNED)
    if (
        not hasher.is_right(known.pin_hash if known else None, pin)
        or place is None
        or known is None
    ):
        raise Refused(Reason.BAD_CREDENTIALS)
    with ledger.secrets() as credentials:
        credentials.note_tries(known.person, terminal, Tries(is_known=True))
    return known, place


def is_badge(ledger: Ledger, text: str) -> bool:
    """Whether a badge was scanned where a piece was meant: it must stand in no journal."""
    return ledger.is_badge(_typed_badge(text))


def _typed_badge(text: str) -> str:
    """Return a badge as it is kept: a scanner behind an input method types it in any width.

    What no database could keep is nobody's badge.
    """
    typed = unicodedata.normalize("NFKC", text).strip().upper()
    return typed if typed.isprintable() else ""


def _is_piece(text: str) -> bool:
    """Whether somebody scanned a piece of mail where their badge was meant."""
    try:
        identify(normalise(text))
    except NotATrackingNumber:
        return False
    return True


def _valid(credentials: Credentials, badge: str) -> Credential | None:
    known = credentials.of_badge(badge)
    if known is None and credentials.was_revoked(badge):
        raise Refused(Reason.BADGE_NOT_VALID)
    return known


def _place_of(ledger: Ledger, person: UUID, now: datetime) -> str | None:
    """Return for which department a person acts first; None for nobody's any more."""
    with ledger.views() as views:
        return next(iter(departments_of(views.books.person(person), now)), None)


def _brake(credentials: Credentials, person: UUID, terminal: str, now: datetime) -> None:
    """Count one more failure, or refuse while this badge has to wait at this terminal."""
    tries = credentials.tries(person, terminal)
    left = _seconds_left(tries, now)
    if left > 0:
        raise Refused(Reason.TOO_MANY_ATTEMPTS, expected=math.ceil(left))
    if not tries.is_known:
        credentials.forget_strangers(person, now - STRANGE_FOR)
        if credentials.strange_failures(person, now - STRANGE_FOR) >= STRANGE_FAILURES_MAX:
            raise Refused(Reason.STRANGE_TERMINAL)
    failures = min(tries.failures + 1, COUNTED_MAX)
    credentials.note_tries(person, terminal, replace(tries, failures=failures, failed_at=now))


def _seconds_left(tries: Tries, now: datetime) -> float:
    if tries.failures < FAILURES_FREE or tries.failed_at is None:
        return 0.0
    doubled = tries.failures - FAILURES_FREE
    wait = min(WAIT_SECONDS << doubled, WAIT_SECONDS_MAX)
    return wait - (now - tries.failed_at).total_seconds()


def who(ledger: Ledger, token: str, *, is_doing: bool = True) -> SignedIn | None:
    """Return who a token belongs to, and for which department they act now.

    `is_doing` says that a person does something, and the session is not idle.

    None when the session is unknown, idle or too old, or its owner has no badge or no posting any
    more.  A department that was chosen counts as long as a posting there is valid.
    """
    now = ledger.now()
    with ledger.glance() as views:  # every page and every scan begins with it
        owned = views.session(_hash(token))
        if owned is None:
            return None
        signed_in = _signed_in(views, owned, now)
    session = owned.session
    is_idle = now - session.seen_at > timedelta(minutes=IDLE_MINUTES_MAX)
    is_old = now - session.opened_at > timedelta(hours=SESSION_HOURS_MAX)
    if is_idle or is_old or signed_in is None:
        sign_out(ledger, token)
        return None
    if is_doing and now - session.seen_at > timedelta(minutes=1):  # not a write for every request
        with ledger.secrets() as credentials:
            credentials.touch_session(_hash(token), now)
    return signed_in


def _signed_in(views: Views, owned: Owned, now: datetime) -> SignedIn | None:
    """Return who a session's owner is now; None who has no badge or no posting any more."""
    person, session = owned.owner, owned.session
    known = {owned.place.id: owned.place} if owned.place else {}
    places = tuple(
        known.get(place) or views.books.department(place) for place in departments_of(person, now)
    )
    if not person.has_badge or not places:
        return None
    place = next((place for place in places if place.id == session.department), places[0])
    return SignedIn(acting(person, now, place.id), owned.name, session.terminal, place, places)


def act_for(ledger: Ledger, token: str, department: str) -> None:
    """Choose for which of their departments the session's owner acts from now on."""
    signed_in = who(ledger, token)
    if signed_in is None:
        raise Refused(Reason.BAD_CREDENTIALS)
    with ledger.views() as views:
        acting(views.books.person(signed_in.person), ledger.now(), department)
    with ledger.secrets() as credentials:
        credentials.choose_department(_hash(token), department)


def sign_out(ledger: Ledger, token: str) -> None:
    """End a session."""
    with ledger.secrets() as credentials:
        credentials.close_session(_hash(token))


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
