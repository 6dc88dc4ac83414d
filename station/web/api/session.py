"""Signing in and out, and for which department one acts."""

from uuid import UUID

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel

from station.custody.values import Role
from station.desk import signin
from station.web.api.bodies import Body, DepartmentId, Secret
from station.web.context import (
    InStation,
    Operator,
    SignedIn,
    Station,
    operator_of,
    session_cookie,
    set_session_cookie,
)

router = APIRouter(prefix="/api/session", tags=["session"])

TERMINAL_LENGTH_MAX = 60


class Badge(Body):
    """A badge and its PIN; `new_pin` replaces a PIN that was for one sign-in."""

    badge: Secret
    pin: Secret
    new_pin: Secret = ""


class Acting(Body):
    """The department that the operator acts for from now on."""

    department: DepartmentId


class Place(BaseModel):
    """A department in which somebody has a posting."""

    department: str
    name: str


class Me(BaseModel):
    """Who is signed in, for which department, with which roles there."""

    person: UUID
    name: str
    department: str
    roles: list[Role]
    terminal: str
    places: list[Place]


@router.post("", status_code=204, openapi_extra={"security": []})
def sign_in(request: Request, station: InStation, body: Badge) -> Response:
    """Open a session: the answer sets the cookie `station`, and the former session is closed."""
    client = request.client.host if request.client else "?"
    token = signin.sign_in(
        station.ledger,
        station.hasher,
        badge=body.badge,
        pin=body.pin,
        terminal=client[:TERMINAL_LENGTH_MAX],
        new_pin=body.new_pin,
    )
    _end(request, station)
    response = Response(status_code=204)
    set_session_cookie(request, response, token)
    return response


@router.get("")
def me(operator: SignedIn) -> Me:
    """Tell who is signed in."""
    return _me(operator)


@router.patch("")
def act_for(request: Request, station: InStation, _operator: SignedIn, body: Acting) -> Me:
    """Choose for which of one's departments one acts."""
    signin.act_for(station.ledger, request.cookies[session_cookie(station)], body.department)
    return _me(operator_of(request))


@router.delete("", status_code=204)
def sign_out(request: Request, station: InStation, _operator: SignedIn) -> Response:
    """End the session."""
    _end(request, station)
    response = Response(status_code=204)
    response.delete_cookie(session_cookie(station))
    return response


def _me(operator: Operator) -> Me:
    return Me(
        person=operator.person,
        name=operator.name,
        department=operator.department,
        roles=sorted(operator.roles),
        terminal=operator.terminal,
        places=[Place(department=key, name=name) for key, name in operator.places],
    )


def _end(request: Request, station: Station) -> None:
    token = request.cookies.get(session_cookie(station))
    if token:
        signin.sign_out(station.ledger, token)
