"""Signed notes: a short text and an Ed25519 signature under it, readable by people.  Pure.

The form is C2SP's signed-note (c2sp.org/signed-note): the text ends with a newline, an empty line
follows, then a line "— name signature" a key, where the signature is base64 of four bytes of key id
and 64 bytes of Ed25519 (RFC 8032).  Keys are told as "name+id+base64(0x01, public key)".
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
KEY_ID_BYTES = 4
DASH = "\u2014 "
UNNAMEABLE = re.compile(r"[\s+]+")


class NoteError(ValueError):
    """A note that is none, or that no known key has signed."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key and its name."""

    name: str
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The first bytes of SHA-256 over name, newline, algorithm and key."""
        said = self.name.encode() + b"\n" + ED25519 + self.public
        return hashlib.sha256(said).digest()[:KEY_ID_BYTES]

    def __str__(self) -> str:
        """The key as a note's reader is given it."""
        return f"{self.name}+{self.key_id.hex()}+{base64.b64encode(ED25519 + self.public).decode()}"


@dataclass(frozen=True, slots=True)
class Signer:
    """A private key and its name."""

    name: str
    private: Ed25519PrivateKey

    @property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.private.public_key().public_bytes_raw())

    def sign(self, text: str) -> str:
        """Return a note with this text, which must end with a newline and hold no empty line."""
        if not text.endswith("\n") or "\n\n" in text:
            raise NoteError("expected lines of text, none empty, each with its newline")
        blob = self.verifier.key_id + self.private.sign(text.encode())
        return f"{text}\n{DASH}{self.name} {base64.b64encode(blob).decode()}\n"


def name_for(words: str) -> str:
    """Return words as a key's name, which may hold no white space and no plus sign."""
    return UNNAMEABLE.sub("_", words)


def verifier_from(line: str) -> Verifier:
    """Return the key that a line tells; raises NoteError when it tells none."""
    try:
        name, key_id, encoded = line.strip().split("+", 2)
        data = base64.b64decode(encoded, validate=True)
    except (ValueError, binascii.Error) as error:
        raise NoteError(f"expected name+id+key, got {line!r}") from error
    found = Verifier(name, data[1:])
    if data[:1] != ED25519 or found.key_id.hex() != key_id:
        raise NoteError(f"expected an Ed25519 key whose id is its own, got {line!r}")
    return found


def opened(note: str, known: Iterable[Verifier]) -> tuple[str, Verifier]:
    """Return a note's text and the key that signed it; raises NoteError when no known key did."""
    text, empty, signatures = note.replace("\r\n", "\n").partition("\n\n")
    if not empty:
        raise NoteError("expected a signed note: text, an empty line, signatures")
    text += "\n"
    keys = {(key.name, key.key_id): key for key in known}
    for line in signatures.splitlines():
        name, _, encoded = line.removeprefix(DASH).partition(" ")
        try:
            blob = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            continue
        key = keys.get((name, blob[:KEY_ID_BYTES]))
        if key is None:
            continue
        try:
            Ed25519PublicKey.from_public_bytes(key.public).verify(
                blob[KEY_ID_BYTES:], text.encode()
            )
        except InvalidSignature:
            raise NoteError(
                f"the signature of {name} does not hold: the note was altered"
            ) from None
        return text, key
    raise NoteError("no known key has signed this note")
