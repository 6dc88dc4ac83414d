"""お知らせ: what somebody was told, and what of it still waits."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel

from station.custody.notices import NoticeKind
from station.web.context import InStation, SignedIn, locale_of, seen_by
from station.web.routes.notices import SHOWN_MAX
from station.web.told import Told, told_to, waiting
from station.words import sayer

router = APIRouter(prefix="/api/notices", tags=["notices"])


class NoticeLine(BaseModel):
    """A notice in the reader's language; `page` is where it is done, "" where it only tells."""

    id: UUID
    kind: NoticeKind
    at: datetime
    what: str
    says: list[str]
    page: str


class Notices(BaseModel):
    """What the operator was told, newest first: what waits, and digests and what is over."""

    waiting: list[NoticeLine]
    others: list[NoticeLine]


@router.get("")
def index(request: Request, station: InStation, operator: SignedIn) -> Notices:
    """List what the operator was told for the department they act for."""
    with seen_by(station, operator) as views:
        told = told_to(views, operator, sayer(locale_of(request)))
    others = [it for it in told if not it.waits]
    return Notices(
        waiting=[_line(it) for it in waiting(told)],
        others=[_line(it) for it in others[:SHOWN_MAX]],
    )


def _line(it: Told) -> NoticeLine:
    return NoticeLine(
        id=it.id, kind=it.kind, at=it.at, what=it.what, says=list(it.lines), page=it.href
    )
