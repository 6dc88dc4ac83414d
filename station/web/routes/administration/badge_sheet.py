"""Badges on paper, from the page that tells them: nowhere else are their numbers known."""

from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response

from station.custody.values import Role
from station.desk.badges import owners
from station.papers.cards import Badge, write_badges
from station.papers.sizes import PaperSize
from station.web.context import InStation, SignedIn, locale_of
from station.web.pages import as_file
from station.words import noted as _
from station.words import sayer

router = APIRouter()

SHEET_MAX = 1000
"""More people than anybody hands badges to in one day."""


@router.post("/admin/badges.pdf")
def sheet(
    request: Request,
    station: InStation,
    operator: SignedIn,
    badge: Annotated[list[str], Form(max_length=SHEET_MAX)],
    size: Annotated[PaperSize, Form()] = PaperSize.A4,
) -> Response:
    """Draw badges whose numbers the asking page has.

    They come in the body and not in the address, which servers and browsers write down.
    """
    operator.require(Role.ADMINISTRATOR)
    say = sayer(locale_of(request))
    people = [Badge(it.badge, it.name, it.department) for it in owners(station.ledger, badge)]
    file = BytesIO()
    write_badges(file, people, size, say, station.mark)
    return as_file(request, file.getvalue(), f"{say(_('Badge'))}.pdf", "application/pdf")
