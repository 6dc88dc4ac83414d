"""Scans that were refused where they were made, or scanned by somebody who is gone: for review.

A terminal keeps every scan until the station has taken it.  What a page's own address refuses for
good comes here, so that it becomes a case for the supervisor and is not dropped.
"""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Form, Request, UploadFile

from station.desk import review
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.one_thread import OneThread
from station.web.scanning import (
    KeyedScan,
    OneOnly,
    Scanned,
    Take,
    TypedScan,
    take_keyed,
    take_picture,
    take_typed,
)

router = APIRouter(prefix="/api/strays", route_class=OneThread)


@router.post("/scans")
def scan(request: Request, station: InStation, operator: SignedIn, scan: KeyedScan) -> Scanned:
    """Record what a hand scanner typed."""
    return Scanned(answers=take_keyed(request, scan, _taker(station, operator)))


@router.post("/typed")
def typed(request: Request, station: InStation, operator: SignedIn, scan: TypedScan) -> Scanned:
    """Record a number that was typed twice."""
    return Scanned(answers=take_typed(request, scan, _taker(station, operator)))


@router.post("/pictures")
def picture(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: OneOnly = "false",
) -> Scanned:
    """Record what a picture shows; it is kept as evidence."""
    taker = _taker(station, operator)
    single = only_one == "true"
    answers = take_picture(request, deed, picture, taker, only_one=single, keeps=True)
    return Scanned(answers=answers)


def _taker(station: Station, operator: Operator) -> Take:
    return lambda deed, seen: review.record_stray(station.ledger, operator.caller(deed), seen=seen)
