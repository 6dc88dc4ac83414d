"""Badges lost and replaced, PINs forgotten: what an administrator does about them."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.desk import badges
from station.web.context import InStation, SignedIn, Station
from station.web.pages import go
from station.web.routes.administration.told import Told, told_once

router = APIRouter(prefix="/admin/people/{person}")


@router.post("/badge/revoke")
def revoke(
    station: InStation, operator: SignedIn, person: UUID, deed: Annotated[UUID, Form()]
) -> Response:
    """Let a lost badge be valid no more."""
    badges.revoke_badge(station.ledger, operator.caller(deed), person=person)
    return go("/admin/people", person)


@router.post("/badge")
def issue(
    request: Request,
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
) -> Response:
    """Give a person a new badge and a PIN for one sign-in, told on this answer only."""
    caller = operator.caller(deed)
    issued = badges.issue_badge(station.ledger, caller, station.hasher, person=person)
    told = Told(person, _name(station, person), issued.badge, issued.pin)
    return told_once(request, [told], f"/admin/people/{person}")


@router.post("/pin")
def reset_pin(
    request: Request,
    station: InStation,
    operator: SignedIn,
    person: UUID,
    deed: Annotated[UUID, Form()],
) -> Response:
    """Give a person a PIN for one sign-in, told on this answer only."""
    caller = operator.caller(deed)
    pin = badges.reset_pin(station.ledger, caller, station.hasher, person=person)
    told = Told(person, _name(station, person), "", pin)
    return told_once(request, [told], f"/admin/people/{person}")


def _name(station: Station, person: UUID) -> str:
    with station.ledger.views() as views:
        return views.names([person]).get(person, "")
