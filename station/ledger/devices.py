"""Tokens of cameras and fixed scanners.  No part of the journal: they can be withdrawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, update

from station.ledger.schema import devices


class Purpose(StrEnum):
    """What a device's scans are for: one thing each, so that a stolen token does no other."""

    ARRIVAL = "arrival"
    DAY_CLOSE = "day_close"


@dataclass(frozen=True, slots=True)
class Device:
    """A camera or scanner that hands in scans by itself, and who answers for it.

    `uses` counts those since `counted_from`; `withdrawn_at` is None as long as it is trusted.
    """

    id: UUID
    name: str
    department: str
    keeper: UUID
    purpose: Purpose
    issued_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None = None
    seen_at: datetime | None = None
    counted_from: datetime | None = None
    uses: int = 0

    def is_valid(self, now: datetime) -> bool:
        """Whether its token is good at a time."""
        return self.withdrawn_at is None and now < self.expires_at


class Devices:
    """One office's devices, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office

    def keep(self, device: Device, token_hash: str) -> None:
        """Keep a new device; of its token, the hash alone."""
        values = {
            "id": device.id,
            "name": device.name,
            "department": device.department,
            "keeper": device.keeper,
            "purpose": device.purpose,
            "issued_at": device.issued_at,
            "expires_at": device.expires_at,
            "uses": 0,
        }
        row = values | {"office": self._office, "token_hash": token_hash}
        self._connection.execute(insert(devices).values(row))

    def every(self) -> tuple[Device, ...]:
        """Every device that there ever was, newest first."""
        return self._found(order=(devices.c.issued_at.desc(), devices.c.name))

    def of(self, key: UUID) -> Device | None:
        """Return a device, or None."""
        return next(iter(self._found(devices.c.id == key)), None)

    def of_token(self, token_hash: str) -> Device | None:
        """Return whose token this is, held until the transaction ends (PostgreSQL), or None."""
        return next(iter(self._found(devices.c.token_hash == token_hash, held=True)), None)

    def is_name_taken(self, name: str) -> bool:
        """Whether a device that was not withdrawn has this name."""
        same = and_(func.lower(devices.c.name) == name.lower(), devices.c.withdrawn_at.is_(None))
        return bool(self._found(same))

    def withdraw(self, key: UUID, now: datetime) -> None:
        """Trust a device no more."""
        self._change(key, withdrawn_at=now)

    def note_use(self, key: UUID, now: datetime, counted_from: datetime, uses: int) -> None:
        """Keep when a device was last seen, and how often since when."""
        self._change(key, seen_at=now, counted_from=counted_from, uses=uses)

    def _change(self, key: UUID, **values: object) -> None:
        own = and_(devices.c.office == self._office, devices.c.id == key)
        self._connection.execute(update(devices).where(own).values(values))

    def _found(
        self,
        *conditions: ColumnElement[bool],
        order: Sequence[ColumnElement[object]] = (),
        held: bool = False,
    ) -> tuple[Device, ...]:
        table = devices.c
        columns = (
            *(table.id, table.name, table.department, table.keeper, table.purpose),
            *(table.issued_at, table.expires_at, table.withdrawn_at, table.seen_at),
            *(table.counted_from, table.uses),
        )
        statement = select(*columns).where(table.office == self._office, *conditions)
        if held:
            statement = statement.with_for_update()
        rows = self._connection.execute(statement.order_by(*order))
        return tuple(_device(*row) for row in rows)


def _device(
    key: UUID, name: str, department: str, keeper: UUID, purpose: str, *rest: object
) -> Device:
    return Device(key, name, department, keeper, Purpose(purpose), *rest)  # type: ignore[arg-type]
