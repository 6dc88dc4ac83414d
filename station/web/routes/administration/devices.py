"""機器: tokens of cameras and fixed scanners that hand in scans by themselves."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Form, Request, Response

from station.custody.postings import departments_of
from station.custody.values import Role
from station.desk import devices as deeds
from station.ledger.devices import Purpose
from station.ledger.store import By
from station.web.context import InStation, Operator, SignedIn
from station.web.pages import go, page
from station.web.written import LINE

router = APIRouter(prefix="/admin/devices")

Deed = Annotated[UUID, Form()]


@router.get("")
def index(request: Request, station: InStation, operator: SignedIn) -> Response:
    """Every device that there ever was, and the form for a new one."""
    operator.require(Role.ADMINISTRATOR)
    known = deeds.every(station.ledger)
    now = station.ledger.now()
    with station.ledger.views() as views:
        departments = views.departments()
        here = [person for person in views.people() if departments_of(person, now)]
        names = views.names([*(it.id for it in here), *(it.keeper for it in known)])
    values: dict[str, Any] = {
        "devices": [(it, deeds.state_of(it, now)) for it in known],
        "departments": [one for one in departments if not one.is_closed],
        "department_names": {one.id: one.name for one in departments},
        "people": [(one.id, names.get(one.id, "")) for one in here],
        "names": names,
        "purposes": [*Purpose],
        "days_max": deeds.DAYS_MAX,
    }
    return page(request, "administration/devices.html", **values)


@router.post("")
def issue(
    request: Request,
    station: InStation,
    operator: SignedIn,
    deed: Deed,
    name: Annotated[str, Form(max_length=deeds.NAME_LENGTH_MAX), LINE],
    department: Annotated[str, Form()],
    keeper: Annotated[UUID, Form()],
    purpose: Annotated[Purpose, Form()],
    days: Annotated[int, Form()],
) -> Response:
    """Give a device its token, told on this answer only."""
    new = deeds.NewDevice(name, department, keeper, purpose, days)
    token = deeds.issue_device(station.ledger, _by(operator, deed), new)
    return page(request, "administration/device_told.html", device=name.strip(), token=token)


@router.post("/{device}/withdraw")
def withdraw(station: InStation, operator: SignedIn, device: UUID, deed: Deed) -> Response:
    """Trust a device no more."""
    deeds.withdraw_device(station.ledger, _by(operator, deed), device)
    return go("/admin/devices")


def _by(operator: Operator, deed: UUID) -> By:
    return By(deed, operator.person, operator.terminal, operator.department)
