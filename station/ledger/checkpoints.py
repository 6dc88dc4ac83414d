"""Checkpoints: the end of a chain at a moment, signed, to be kept on paper, out of reach.

The text is that of C2SP's tlog-checkpoint (c2sp.org/tlog-checkpoint): a line with the origin, one
with the number of entries, one with the hash in base64; the time follows as an extension line.  The
hash is that of the last entry of a hash chain, not of a Merkle tree.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine

from station.ledger import journal
from station.ledger.chain import GENESIS_HASH, Head, text_of_time
from station.ledger.database import reading
from station.ledger.notes import NoteError, Signer, Verifier, opened

ORIGIN = "mail-station/ledger/"
HASH_BYTES = 32


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What a signed note says of an office's chain."""

    office: str
    head: Head

    def text(self) -> str:
        """Return the text that is signed."""
        encoded = base64.b64encode(bytes.fromhex(self.head.hash)).decode()
        lines = (f"{ORIGIN}{self.office}", self.head.seq, encoded, text_of_time(self.head.at))
        return "".join(f"{line}\n" for line in lines)


def checkpoint(engine: Engine, office: str, signer: Signer) -> str:
    """Return the signed note of an office's chain as it ends now; NoteError when it has none."""
    with reading(engine) as connection:
        head = journal.head(connection, office)
    if head is None:
        raise NoteError(f"expected an office with a journal, got {office!r}: it was never founded")
    return signer.sign(Checkpoint(office, head).text())


def checkpoint_from(note: str, known: Iterable[Verifier]) -> Checkpoint:
    """Return what a note says; raises NoteError when it is none, or no known key signed it."""
    text, _ = opened(note, known)
    try:
        origin, seq, encoded, at, *_ = text.splitlines()
        head = Head(int(seq), base64.b64decode(encoded, validate=True).hex(), _time(at))
    except (ValueError, binascii.Error) as error:
        raise NoteError("expected origin, number of entries, hash and time, a line each") from error
    if not origin.startswith(ORIGIN) or len(head.hash) != 2 * HASH_BYTES or head.seq < 0:
        raise NoteError(f"expected a checkpoint of this ledger, got one of {origin!r}")
    return Checkpoint(origin.removeprefix(ORIGIN), head)


def not_extended(engine: Engine, due: Checkpoint) -> str | None:
    """Return why a ledger does not extend a checkpoint; None when it does.

    The chain itself must have been verified: then one entry with the right hash at the right place
    proves all that came before it.
    """
    with reading(engine) as connection:
        return _difference(connection, due)


def _difference(connection: Connection, due: Checkpoint) -> str | None:
    head = journal.head(connection, due.office)
    entries = 0 if head is None else head.seq
    if entries < due.head.seq:
        return (
            f"the checkpoint of {text_of_time(due.head.at)} saw {due.head.seq} entries, the ledger "
            f"has {entries}: the newest were cut off, or this is an older copy"
        )
    kept = journal.hash_at(connection, due.office, due.head.seq) if due.head.seq else GENESIS_HASH
    if kept == due.head.hash:
        return None
    return (
        f"entry {due.head.seq} had the hash {due.head.hash} at the checkpoint of "
        f"{text_of_time(due.head.at)} and has {kept} now: the chain was rewritten"
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
