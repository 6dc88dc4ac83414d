"""What a camera or a fixed scanner hands in by itself, with a token of its own."""

from collections.abc import Callable
from datetime import timedelta
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from pydantic import BaseModel, Field

from station.custody.refusal import Reason, Refused
from station.desk import devices as deeds
from station.desk.scans import Outcome, Seen
from station.ledger.devices import Device, Purpose
from station.ledger.store import Done
from station.web.api.bodies import NUMBER
from station.web.context import InStation, Station, station_of
from station.web.scanning import KeyedScan, OneOnly, ScanAnswer, take_keyed, take_picture

router = APIRouter(
    prefix="/api/device",
    tags=["devices"],
)

SECURITY: dict[str, Any] = {"security": [{"device": []}]}
BEARER = "bearer "


Age = Annotated[
    float,
    Field(
        ge=0,
        le=deeds.AGE_SECONDS_MAX,
        allow_inf_nan=False,
        description="How many seconds ago it was read, by the device's own clock",
    ),
]


class DeviceScan(KeyedScan):
    """What a fixed scanner read."""

    age_seconds: Annotated[Age, NUMBER] = 0.0


class Answer(BaseModel):
    """What came of one code that the device read: nothing else of the books is told."""

    outcome: Outcome
    says: str
    number: str


class Answers(BaseModel):
    """One answer a code."""

    answers: list[Answer]


def admitted(request: Request) -> Device:
    """Return the device whose bearer token (RFC 6750) came along; refuses all others."""
    told = request.headers.get("authorization", "")
    if told[: len(BEARER)].lower() != BEARER:
        raise Refused(Reason.TOKEN_NOT_VALID)
    return deeds.admit(station_of(request).ledger, told[len(BEARER) :].strip())


Admitted = Annotated[Device, Depends(admitted)]


@router.post("/scans", openapi_extra=SECURITY)
def scan(request: Request, station: InStation, device: Admitted, scan: DeviceScan) -> Answers:
    """Hand in what a fixed scanner read."""
    return _told(take_keyed(request, scan, _taker(station, device, scan.age_seconds)))


@router.post("/pictures", openapi_extra=SECURITY)
def picture(
    request: Request,
    station: InStation,
    device: Admitted,
    deed: Annotated[UUID, Form()],
    picture: UploadFile,
    only_one: OneOnly = "true",
    age_seconds: Annotated[Age, Form()] = 0.0,
) -> Answers:
    """Hand in what a camera saw; as it is there alone, one piece at a time unless it says so."""
    single, keeps = only_one == "true", device.purpose is Purpose.ARRIVAL
    taker = _taker(station, device, age_seconds)
    return _told(take_picture(request, deed, picture, taker, only_one=single, keeps=keeps))


def _taker(station: Station, device: Device, age_seconds: float) -> Callable[[UUID, Seen], Done]:
    age = timedelta(seconds=age_seconds)
    return lambda deed, seen: deeds.hand_in(station.ledger, device, deed, seen, station.zone, age)


def _told(answers: list[ScanAnswer]) -> Answers:
    told = [Answer(outcome=it.outcome, says=it.says, number=it.number) for it in answers]
    return Answers(answers=told)
