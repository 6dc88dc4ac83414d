"""Signing in and out, and the choice of language."""

import re
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from station.custody.refusal import Reason, Refused
from station.desk import signin
from station.web.context import (
    LANGUAGE_COOKIE,
    InStation,
    SignedIn,
    locale_of,
    session_cookie,
    set_session_cookie,
    station_of,
)
from station.web.errors import told
from station.web.pages import go, page
from station.web.way_back import own_address
from station.words import LOCALES, sayer
from station.words import noted as _

router = APIRouter()

TERMINAL_LENGTH_MAX = 60

OWN_PAGE = re.compile(r"/(?!/)[A-Za-z0-9/_-]*")
"""Where to go on after signing in: a page of the station, and nowhere else."""

ENDED = _("You were signed out before this was sent: it is not recorded. Sign in and do it again.")


@router.get("/sign-in")
def form(
    request: Request,
    next: str = "",  # noqa: A002 - its name
    ended: str = "",
    new_pin: str = "",
) -> Response:
    """Ask for badge and PIN, and for a new PIN; `next` is the page that was asked for."""
    says = sayer(locale_of(request))(ENDED) if ended else ""
    return _form(request, 200, says=says, choose=bool(new_pin), wanted=next)


def _form(request: Request, status: int, *, says: str, choose: bool, wanted: str) -> Response:
    """A browser that may not trust the station yet is told where it learns to."""
    has_authority = station_of(request).authority is not None
    told = {"says": says, "choose": choose, "next": wanted, "has_authority": has_authority}
    return page(request, "sign_in.html", status, **told)


@router.post("/sign-in")
def sign_in(
    request: Request,
    station: InStation,
    badge: Annotated[str, Form()],
    pin: Annotated[str, Form()],
    new_pin: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = "",  # noqa: A002 - its name
) -> Response:
    """Open a session, closing the one that this browser had: a new token at every sign-in."""
    client = request.client.host if request.client else "?"
    terminal = client[:TERMINAL_LENGTH_MAX]
    try:
        token = signin.sign_in(
            station.ledger,
            station.hasher,
            badge=badge,
            pin=pin,
            terminal=terminal,
            new_pin=new_pin,
        )
    except Refused as refused:
        choose = bool(new_pin) or refused.reason is Reason.PIN_IS_ONCE
        says = told(request, refused)
        return _form(request, 401, says=says, choose=choose, wanted=next)
    _end(request, station)
    response = go(next if OWN_PAGE.fullmatch(next) else "/")
    set_session_cookie(request, response, token)
    return response


@router.post("/sign-out")
def sign_out(request: Request, station: InStation) -> Response:
    """End the session; the terminal is free for the next person."""
    _end(request, station)
    response = go("/sign-in")
    response.delete_cookie(session_cookie(station))
    return response


@router.post("/posting")
def act_for(
    request: Request, station: InStation, operator: SignedIn, department: Annotated[str, Form()]
) -> Response:
    """Choose for which of their departments the operator acts from now on."""
    if department != operator.department:
        token = request.cookies[session_cookie(station)]
        signin.act_for(station.ledger, token, department)
    return go("/")


def _end(request: Request, station: InStation) -> None:
    token = request.cookies.get(session_cookie(station))
    if token:
        signin.sign_out(station.ledger, token)


@router.post("/language")
def language(
    request: Request, locale: Annotated[str, Form()], to: Annotated[str, Form()] = ""
) -> Response:
    """Choose the language of this browser; `to` leads on from what has no address of its own."""
    back = request.headers.get("referer", "/")
    response = RedirectResponse(own_address(to) if to else back, 303)
    if locale in LOCALES:
        response.set_cookie(LANGUAGE_COOKIE, locale, samesite="strict", httponly=True)
    return response
