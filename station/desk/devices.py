"""Cameras and fixed scanners that hand in scans by themselves: tokens given out, used, withdrawn.

A device acts for nobody: somebody answers for it (its keeper), and what it hands in is recorded as
handed in by the keeper at the terminal "device NAME".  So the rules ask for the keeper's role at
every scan, and a device whose keeper has left hands in nothing.  Its token opens its own calls and
no others: whoever stole it can hand in scans for one purpose, and read, sort or sign nothing.
"""

import hashlib
import math
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from station.custody import arrival as arrival_rules
from station.custody import day_close as day_close_rules
from station.custody.checks import require_role
from station.custody.facts import Facts, TableImported
from station.custody.postings import departments_of
from station.custody.refusal import Reason, Refused
from station.custody.state import ArrivalStatus, CloseStatus
from station.custody.values import Actor, Role
from station.desk.deeds import Caller, Decide, perform
from station.desk.office import refuse_replay
from station.desk.scans import Seen, scan_of
from station.ledger.devices import Device, Devices, Purpose
from station.ledger.store import By, Done, Ledger, Work
from station.ledger.views import Views

TOKEN_BYTES = 32
NAME_LENGTH_MAX = 40
DAYS_MAX = 400
"""A year and a month: whoever renews tokens once a year is not too late."""

USES_A_MINUTE = 120
"""Two a second: no hand feeds a scanner faster, and a stolen token is slow."""

WINDOW = timedelta(minutes=1)

COUNT_AGE_MAX = timedelta(minutes=1)
"""How long a scan may have been on its way into a count."""

AGE_SECONDS_MAX = 10_000_000
"""A third of a year: nothing waits longer for its line."""

TERMINAL = "device "
ADMINISTRATORS = frozenset({Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class NewDevice:
    """What an administrator says of a device."""

    name: str
    department: str
    keeper: UUID
    purpose: Purpose
    days: int


def issue_device(ledger: Ledger, by: By, new: NewDevice) -> str:
    """Give a device its token, as an administrator or at the console; return it, told only now.

    The device's id is the deed's.  The keeper must have a posting in the department.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    name = new.name.strip()

    def rule(work: Work) -> Facts:
        _require_administrator(work)
        devices = Devices(work.connection, work.office)
        if not name or len(name) > NAME_LENGTH_MAX or not name.isprintable():
            raise Refused(Reason.NAME_MISSING)
        if devices.is_name_taken(name):
            raise Refused(Reason.DEVICE_NAME_TAKEN, got=name)
        if not 1 <= new.days <= DAYS_MAX:
            raise Refused(Reason.COUNT_OUT_OF_RANGE, expected=f"1-{DAYS_MAX}", got=new.days)
        department = work.books.department(new.department)
        if department.is_closed:
            raise Refused(Reason.DEPARTMENT_CLOSED, got=department.id)
        if department.id not in departments_of(work.books.person(new.keeper), work.now):
            raise Refused(Reason.NO_POSTING)
        expires = work.now + timedelta(days=new.days)
        device = Device(by.deed, name, department.id, new.keeper, new.purpose, work.now, expires)
        devices.keep(device, _hash(token))
        return _said(f"device {name}: token given out")

    refuse_replay(ledger.perform(by, "issue_device", rule))
    return token


def withdraw_device(ledger: Ledger, by: By, device: UUID) -> Done:
    """Trust a device no more, from this moment on."""

    def rule(work: Work) -> Facts:
        _require_administrator(work)
        devices = Devices(work.connection, work.office)
        known = devices.of(device)
        if known is None:
            raise Refused(Reason.UNKNOWN_SUBJECT, expected="device", got=str(device))
        devices.withdraw(device, work.now)
        return _said(f"device {known.name}: token withdrawn")

    return ledger.perform(by, "withdraw_device", rule)


def _require_administrator(work: Work) -> None:
    """Refuse others; at the server's console nobody is signed in, and whoever is there may."""
    if work.acting is not None:
        require_role(work.acting, ADMINISTRATORS)


def _said(what: str) -> Facts:
    """What stands in the journal: what was done, as of a table with one row; no token, no hash."""
    return (TableImported(what, 1, 0),)


def admit(ledger: Ledger, token: str) -> Device:
    """Return whose token this is, one use counted; refuses what is not valid, or comes too fast."""
    now = ledger.now()
    with ledger.devices() as devices:
        device = devices.of_token(_hash(token))
        if device is None or not device.is_valid(now):
            raise Refused(Reason.TOKEN_NOT_VALID)
        begun = device.counted_from
        is_same = begun is not None and begun <= now < begun + WINDOW
        began, uses = (begun, device.uses) if is_same and begun else (now, 0)
        if uses >= USES_A_MINUTE:
            left = (began + WINDOW - now).total_seconds()
            raise Refused(Reason.TOO_MANY_ATTEMPTS, expected=math.ceil(left))
        devices.note_use(device.id, now, began, uses + 1)
    return device


def hand_in(
    ledger: Ledger,
    device: Device,
    deed: UUID,
    seen: Seen,
    zone: ZoneInfo,
    age: timedelta = timedelta(0),
) -> Done:
    """Record one scan of a device, in what its department has open for its purpose.

    `age` is how long ago it was read: a scan that waited for its line says where a piece was then.
    Refused where nothing is open, or several arrivals are: a device cannot choose; and where it was
    read before that was opened.  A count is of what is there now, and takes none that waited.
    """
    caller = Caller(device.keeper, TERMINAL + device.name, deed, device.department)
    if device.purpose is Purpose.ARRIVAL:
        return perform(ledger, caller, "take_in", _taking_in(device, deed, seen, age))
    return perform(ledger, caller, "count_piece", _counting(device, deed, seen, age, zone))


# What is open is looked for within the deed, so that one done before is answered whatever is now.


def _taking_in(device: Device, deed: UUID, seen: Seen, age: timedelta) -> Decide:
    def rule(work: Work, actor: Actor) -> Facts:
        going_on = Views(work.connection, work.office).arrivals(device.department, is_open=True)
        found = [it for it in going_on if it.status is ArrivalStatus.OPEN]
        if len(found) != 1:
            raise Refused(Reason.DEVICE_NEEDS_ONE, got=len(found))
        if work.now - age < found[0].opened_at:
            raise _too_old(age)
        scan = scan_of(work, seen)
        return arrival_rules.take_in(
            work.books, actor, deed=deed, arrival_id=found[0].id, scan=scan
        )

    return rule


def _counting(device: Device, deed: UUID, seen: Seen, age: timedelta, zone: ZoneInfo) -> Decide:
    def rule(work: Work, actor: Actor) -> Facts:
        day = work.now.astimezone(zone).date()
        close = work.books.day_close_of(device.department, day)
        if close is None or close.status not in {CloseStatus.COUNTING, CloseStatus.DIFFERING}:
            raise Refused(Reason.DEVICE_NEEDS_ONE, got=0)
        if age > COUNT_AGE_MAX or work.now - age < close.opened_at:
            raise _too_old(age)
        scan = scan_of(work, seen)
        return day_close_rules.count_piece(
            work.books, actor, deed=deed, day_close_id=close.id, day=day, scan=scan
        )

    return rule


def _too_old(age: timedelta) -> Refused:
    return Refused(Reason.SCAN_TOO_OLD, got=math.ceil(age / timedelta(minutes=1)))


def every(ledger: Ledger) -> tuple[Device, ...]:
    """Return every device that there ever was, newest first."""
    with ledger.devices() as devices:
        return devices.every()


def state_of(device: Device, now: datetime) -> str:
    """Return in a word how a device stands."""
    if device.withdrawn_at is not None:
        return "withdrawn"
    return "valid" if device.is_valid(now) else "expired"


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
