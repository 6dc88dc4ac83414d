"""The hash chain: what an entry's bytes are, and how one hangs on the other.  Pure.

An entry's body is canonical JSON (RFC 8785, JSON Canonicalization Scheme) and is stored as it was
hashed; its hash is the SHA-256 (FIPS 180-4) of those very bytes, in lower-case hex.  Each body
names the hash of the entry before it, so nothing can be changed, swapped or removed in the middle
without breaking every later hash.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import rfc8785

FORMAT_VERSION = 1
GENESIS_HASH = "0" * 64
"""What the first entry names as the hash before it."""

HEADING_FIELDS = frozenset(
    {"office", "seq", "at", "kind", "deed", "position", "previous", "version", "payload"}
)
"""What a body must say before anything in it is believed."""

Json = dict[str, "Json"] | list["Json"] | str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Head:
    """The end of a chain: number of entries, hash of the last, its time."""

    seq: int
    hash: str
    at: datetime


BEGINNING = Head(0, GENESIS_HASH, datetime.min.replace(tzinfo=UTC))


@dataclass(frozen=True, slots=True)
class Heading:
    """What every entry of one deed says beside its fact."""

    office: str
    deed: UUID
    act: str
    person: UUID | None
    department: str | None
    terminal: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal, as it is stored."""

    seq: int
    deed: UUID
    position: int
    kind: str
    body: str
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a chain does not hold: which entry, what was expected, what came."""

    seq: int
    what: str

    def __str__(self) -> str:
        """One line for people."""
        return f"entry {self.seq}: {self.what}"


def append(
    head: Head, heading: Heading, position: int, at: datetime, fact: dict[str, Json]
) -> Entry:
    """Return the entry that follows `head`; `fact` is {"kind", "version", "payload"}.

    `at` never runs backwards: a clock that does is overruled by the head's own time.
    """
    seq = head.seq + 1
    body = rfc8785.dumps(
        {
            "format": FORMAT_VERSION,
            "office": heading.office,
            "seq": seq,
            "at": text_of_time(max(at, head.at)),
            "deed": str(heading.deed),
            "position": position,
            "act": heading.act,
            "person": None if heading.person is None else str(heading.person),
            "department": heading.department,
            "terminal": heading.terminal,
            "previous": head.hash,
            **fact,
        }
    )
    return Entry(seq, heading.deed, position, str(fact["kind"]), body.decode(), hash_of(body))


def hash_of(body: bytes) -> str:
    """SHA-256 of an entry's stored bytes, in lower-case hex."""
    return hashlib.sha256(body).hexdigest()


def text_of_time(at: datetime) -> str:
    """RFC 3339 in UTC with microseconds, as in 2020-10-31T01:40:00.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def walk(office: str, entries: Iterable[Entry]) -> Iterator[Entry | Break]:
    """Yield every entry that holds, in order; at the first one that does not, a Break, and stop."""
    previous, seq, earliest = GENESIS_HASH, 1, ""
    for entry in entries:
        try:
            at = _check(office, entry, previous, seq, earliest)
        except ValueError as error:
            yield Break(seq, str(error))
            return
        yield entry
        previous, seq, earliest = entry.hash, seq + 1, at


def _check(office: str, entry: Entry, previous: str, seq: int, earliest: str) -> str:
    """Return an entry's time; ValueError says what is wrong with the entry."""
    if entry.seq != seq:
        raise ValueError(f"expected entry {seq}, got entry {entry.seq}: entries are missing")
    if hash_of(entry.body.encode()) != entry.hash:
        raise ValueError(f"its bytes do not give its hash {entry.hash}: the entry was altered")
    body = json.loads(entry.body)
    if not isinstance(body, dict) or not body.keys() >= HEADING_FIELDS:
        raise ValueError("its body is not an entry")
    if body["previous"] != previous:
        raise ValueError(
            f"it hangs on {body['previous']}, but the entry before it has the hash {previous}"
        )
    said = (body["office"], body["seq"], body["deed"], body["position"], body["kind"])
    if said != (office, seq, str(entry.deed), entry.position, entry.kind):
        raise ValueError("its columns do not say what its body says")
    at = str(body["at"])
    if at < earliest:
        raise ValueError(f"its time {at} lies before that of the entry before it, {earliest}")
    return at
