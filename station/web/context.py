"""What every page needs: the office's ledger, who is signed in, and in which language to speak."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Annotated, cast
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from cryptography.x509 import Certificate
from fastapi import Depends, Request, Response

from station.custody import training
from station.custody.refusal import Reason, Refused
from station.custody.values import Actor, Role
from station.desk import signin
from station.desk.deeds import Caller
from station.desk.pins import PinHasher
from station.ledger.notes import Signer
from station.ledger.store import Ledger
from station.ledger.views import Views
from station.settings import Settings, settings_from
from station.web.live import Pulse
from station.words import DEFAULT_LOCALE, LOCALES

SESSION_COOKIE = "station"
TRAINING_COOKIE = "station_training"
"""A browser sends cookies to every port of a machine: training must end nobody's real session."""

LANGUAGE_COOKIE = "station_language"


@dataclass(frozen=True, slots=True)
class Station:
    """One office as the web serves it."""

    ledger: Ledger
    hasher: PinHasher
    zone: ZoneInfo
    signer: Callable[[], Signer]
    """The key that signs checkpoints, as it is now: it may be changed while the station serves."""
    lock_minutes: int
    """How long a terminal may stand untouched before it locks itself."""
    pulse: Pulse
    """What tells waiting pages that the journal has grown."""

    authority: Certificate | None = None
    """The station's own certificate authority, which devices have to be told to trust."""

    @property
    def mark(self) -> str:
        """What every page and paper of this office is marked with; "" for a real ledger."""
        return training.mark_of(self.ledger.office)

    hsts: str = ""
    """What browsers are told of HTTPS for later visits (RFC 6797); see web/tls.py."""


class NotSignedIn(Exception):  # noqa: N818 - an answer, not an error
    """Nobody is signed in; the browser is sent to the sign-in page."""


@dataclass(frozen=True, slots=True)
class Operator:
    """Who is signed in at the terminal that asks, acting for one of the places they have."""

    actor: Actor
    name: str
    department_name: str
    sorts_mail: bool
    terminal: str
    places: tuple[tuple[str, str], ...]

    @property
    def person(self) -> UUID:
        """Who it is."""
        return self.actor.person

    @property
    def department(self) -> str:
        """The place that they act for."""
        return self.actor.department

    @property
    def departments(self) -> frozenset[str]:
        """All departments that they may act for, now or soon."""
        return self.actor.departments

    @property
    def roles(self) -> frozenset[Role]:
        """What they are at that place."""
        return self.actor.roles

    def may(self, *roles: Role) -> bool:
        """Whether the operator has one of the roles."""
        return not self.roles.isdisjoint(roles)

    def require(self, *roles: Role) -> None:
        """Refuse a page to whoever has none of the roles; deeds are refused again by the rules."""
        if not self.may(*roles):
            raise Refused(Reason.ROLE_MISSING, expected=tuple(sorted(set(roles))))

    def caller(self, deed: UUID) -> Caller:
        """The operator, doing a deed."""
        return Caller(self.person, self.terminal, deed, self.department)


@contextmanager
def seen_by(station: Station, operator: Operator) -> Iterator[Views]:
    """Give the views that an operator may see: blind for what they have to count."""
    with station.ledger.views() as views:
        yield views.blind(operator.person, operator.departments)


def setting_of(station: Station) -> Settings:
    """Return what the office has set, in its own zone."""
    return replace(settings_from(), zone=station.zone)


def station_of(request: Request) -> Station:
    """Return the office that this application serves."""
    return cast("Station", request.app.state.station)


def session_cookie(station: Station) -> str:
    """Return the name of the cookie that holds a session."""
    return TRAINING_COOKIE if station.mark else SESSION_COOKIE


def locale_of(request: Request) -> str:
    """Return the reader's language: what they chose, else Japanese."""
    chosen = request.cookies.get(LANGUAGE_COOKIE, "")
    return chosen if chosen in LOCALES else DEFAULT_LOCALE


def operator_of(request: Request) -> Operator:
    """Return who is signed in; raises NotSignedIn."""
    station = station_of(request)
    token = request.cookies.get(session_cookie(station))
    signed_in = signin.who(station.ledger, token) if token else None
    if signed_in is None:
        raise NotSignedIn
    place = signed_in.place
    operator = Operator(
        signed_in.actor,
        signed_in.name,
        place.name,
        place.sorts_mail,
        signed_in.terminal,
        tuple((place.id, place.name) for place in signed_in.places),
    )
    request.state.operator = operator  # for the pages' header
    return operator


def is_signed_in(request: Request) -> bool:
    """Whether the session that asked is still open; asking keeps it from nothing."""
    station = station_of(request)
    token = request.cookies.get(session_cookie(station), "")
    return signin.who(station.ledger, token, is_doing=False) is not None


def set_session_cookie(request: Request, response: Response, token: str) -> None:
    """Give the browser its session: no script reads it, and no other site's request carries it."""
    secure = request.url.scheme == "https"
    response.set_cookie(
        session_cookie(station_of(request)),
        token,
        httponly=True,
        samesite="strict",
        secure=secure,
        path="/",
    )


def new_deed() -> str:
    """Return the UUID of a deed that a form will send: sent twice, it is still one deed."""
    return str(uuid4())


async def _in_station(request: Request) -> Station:
    return station_of(request)  # not a plain function: FastAPI would send it through a thread


InStation = Annotated[Station, Depends(_in_station)]
SignedIn = Annotated[Operator, Depends(operator_of)]
