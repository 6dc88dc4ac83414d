"""The hash chain: what an entry's bytes are, and how one hangs on the other.  Pure.

An entry's body is canonical JSON (RFC 8785, JSON Canonicalization Scheme) and is stored as it was
hashed; its hash is the SHA-256 (FIPS 180-4) of those very bytes, in lower-case hex.  Each body
names the hash of the entry before it, so nothing can be changed, swapped or removed in the middle
without breaking every later hash.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

import msgspec
import rfc8785

FORMAT_VERSION = 1
GENESIS_HASH = "0" * 64
"""What the first entry names as the hash before it."""

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


class Entry(NamedTuple):
    """One line of the journal, as it is stored; `deed` in 32 hex digits."""

    seq: int
    deed: str
    position: int
    kind: str
    body: str
    hash: str


class _Said(msgspec.Struct, gc=False):
    """What a body must say before anything in it is believed."""

    office: str
    seq: int
    at: str
    kind: str
    deed: str
    position: int
    previous: str
    version: int
    payload: msgspec.Raw


_said = msgspec.json.Decoder(_Said).decode


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
    kind = str(fact["kind"])
    return Entry(seq, heading.deed.hex, position, kind, body.decode(), hash_of(body))


def hash_of(body: bytes) -> str:
    """SHA-256 of an entry's stored bytes, in lower-case hex."""
    return sha256(body).hexdigest()


def text_of_time(at: datetime) -> str:
    """RFC 3339 in UTC with microseconds, as in 2020-10-31T01:40:00.000000Z."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def walk(office: str, entries: Iterable[Entry]) -> Iterator[Entry | Break]:
    """Yield every entry that holds, in order; at the first one that does not, a Break, and stop.

    Each body is read once, and of its payload only that it is JSON: auditors walk millions.
    """
    previous, seq, earliest = GENESIS_HASH, 1, ""
    for entry in entries:
        stored_seq, deed, position, kind, text, stored_hash = entry
        body = text.encode()
        try:
            said = _said(body)
        except msgspec.MsgspecError:
            said = None
        holds = (
            said is not None
            and sha256(body).hexdigest() == stored_hash
            and said.previous == previous
            and stored_seq == seq == said.seq
            and said.office == office
            and said.deed.replace("-", "") == deed
            and said.position == position
            and said.kind == kind
            and said.at >= earliest
        )
        if said is None or not holds:
            yield Break(seq, _why(entry, said, previous, seq, earliest))
            return
        yield entry
        previous, seq, earliest = stored_hash, seq + 1, said.at


def _why(entry: Entry, said: _Said | None, previous: str, seq: int, earliest: str) -> str:
    """Return what is wrong with an entry that does not hold."""
    if entry.seq != seq:
        return f"expected entry {seq}, got entry {entry.seq}: entries are missing"
    if hash_of(entry.body.encode()) != entry.hash:
        return f"its bytes do not give its hash {entry.hash}: the entry was altered"
    if said is None:
        return "its body is not an entry"
    if said.previous != previous:
        return f"it hangs on {said.previous}, but the entry before it has the hash {previous}"
    if said.at < earliest:
        return f"its time {said.at} lies before that of the entry before it, {earliest}"
    return "its columns do not say what its body says"
