"""Names, notes and photos: kept apart from the journal, which holds a salted hash of each.

When a value's time is over, value and salt are deleted together.  The journal's digest then still
verifies as part of its entry and tells nobody what it was the digest of.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Connection, bindparam, delete, insert, select

from station.custody.values import PersonalRef
from station.ledger.schema import personal_data

SALT_BYTES = 16
TEXT = "text/plain; charset=utf-8"
PHOTO = "image/jpeg"

# Every screen asks for somebody's name: put together once, for that costs more than asking.
_TEXTS = select(personal_data.c.id, personal_data.c.value).where(
    personal_data.c.office == bindparam("office"),
    personal_data.c.id.in_(bindparam("ids", expanding=True)),
    personal_data.c.media_type == TEXT,
)


class Vault:
    """One office's personal data, seen through one connection."""

    def __init__(self, connection: Connection, office: str) -> None:
        self._connection = connection
        self._office = office
        self._waiting: dict[UUID, dict[str, object]] = {}

    def keep_text(self, value: str, now: datetime) -> PersonalRef:
        """Keep a name or note from the next flush on; return what the journal may say of it."""
        return self.keep_all([value], now)[0]

    def keep_all(self, values: Iterable[str], now: datetime) -> list[PersonalRef]:
        """Keep many texts at once, in their order."""
        return self._keep([(TEXT, value.encode()) for value in values], now)

    def keep_photo(self, value: bytes, now: datetime) -> PersonalRef:
        """Keep a JPEG; return what the journal may say of it."""
        return self._keep([(PHOTO, value)], now)[0]

    def _keep(self, values: list[tuple[str, bytes]], now: datetime) -> list[PersonalRef]:
        refs = []
        for media_type, value in values:
            salt = secrets.token_bytes(SALT_BYTES)
            ref = PersonalRef(uuid4(), digest(salt, value))
            self._waiting[ref.id] = {
                "office": self._office,
                "id": ref.id,
                "media_type": media_type,
                "salt": salt,
                "value": value,
                "kept_since": now,
            }
            refs.append(ref)
        return refs

    def flush(self, mentioned: Iterable[PersonalRef]) -> None:
        """Write what the journal refers to, and drop the rest: it was not needed."""
        rows = [self._waiting[ref.id] for ref in mentioned if ref.id in self._waiting]
        if rows:
            self._connection.execute(insert(personal_data), rows)
        self._waiting.clear()

    def delete(self, ids: Iterable[UUID]) -> None:
        """Delete values, and with each its salt: what is left of it tells nobody what it was."""
        table = personal_data.c
        self._connection.execute(
            delete(personal_data).where(table.office == self._office, table.id.in_(list(ids)))
        )

    def texts(self, refs: Iterable[PersonalRef | UUID | None]) -> dict[UUID, str]:
        """Return the texts that are still kept, by id."""
        ids = {ref.id if isinstance(ref, PersonalRef) else ref for ref in refs if ref is not None}
        if not ids:
            return {}
        rows = self._connection.execute(_TEXTS, {"office": self._office, "ids": list(ids)})
        return {row.id: row.value.decode() for row in rows}

    def photo(self, key: UUID) -> tuple[str, bytes] | None:
        """Return (media type, bytes) of a picture that is still kept, else None."""
        table = personal_data.c
        statement = select(table.media_type, table.value).where(
            table.office == self._office, table.id == key, table.media_type != TEXT
        )
        row = self._connection.execute(statement).one_or_none()
        return None if row is None else (row.media_type, row.value)


def digest(salt: bytes, value: bytes) -> str:
    """SHA-256 of salt and value, in lower-case hex."""
    return hashlib.sha256(salt + value).hexdigest()
