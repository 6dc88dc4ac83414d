"""Scans that were refused where they were made, or scanned by somebody who is gone: for review.

A terminal keeps every scan until the station has taken it.  What a page's own address refuses for
good comes here, so that it becomes a case for the supervisor and is not dropped.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, UploadFile

from station.desk import review
from station.web.context import InStation, Operator, SignedIn, Station
from station.web.scanning import (
    KeyedScan,
    Take,
    TypedScan,
    as_json,
    take_keyed,
    take_picture,
    take_typed,
)

router = APIRouter(prefix="/api/strays")


@router.post("/scans")
def scan(
    request: Request, station: InStation, operator: SignedIn, scan: KeyedScan
) -> dict[str, Any]:
    """Record what a hand scanner typed."""
    return as_json(take_keyed(request, scan, _taker(station, operator)))


@router.post("/typed")
def typed(
    request: Request, station: InStation, operator: SignedIn, scan: TypedScan
) -> dict[str, Any]:
    """Record a number that was typed twice."""
    return as_json(take_typed(request, scan, _taker(station, operator)))


@router.post("/pictures")
def picture(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: Annotated[bool, Form()] = False,
) -> dict[str, Any]:
    """Record what a picture shows; it is kept as evidence."""
    taker = _taker(station, operator)
    return as_json(take_picture(request, deed, picture, taker, only_one=only_one, keeps=True))


def _taker(station: Station, operator: Operator) -> Take:
    return lambda deed, seen: review.record_stray(station.ledger, operator.caller(deed), seen=seen)
