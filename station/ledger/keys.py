"""The key that signs checkpoints: a file of its own, away from the database.

Whoever owns the database can rewrite a chain; who does not own the key as well cannot sign what
they made of it.  `current` is the private key (PKCS 8, PEM), readable by its owner alone; `known`
has the public key of every key that ever signed, a line each, so that old papers stay verifiable.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from station.ledger.notes import Signer, Verifier, name_for, verifier_from

FOLDER_OF_OWNER = 0o700
OTHERS = 0o077
PEPPER_BYTES = 32


class KeyFileError(Exception):
    """A key file that cannot be used; the message says what was expected and what to do."""


@dataclass(frozen=True, slots=True)
class Keyring:
    """The keys of one installation, in a folder."""

    folder: Path
    name: str

    def signer(self) -> Signer:
        """Return the key that signs, made when there is none yet; raises KeyFileError."""
        if not self._current.exists():
            self.rotate()
        _require_private(self._current, "rotate the key")
        try:
            private = load_pem_private_key(self._current.read_bytes(), password=None)
        except (ValueError, OSError) as error:
            raise KeyFileError(f"expected a private key in {self._current}: {error}") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise KeyFileError(f"expected an Ed25519 key in {self._current}")
        return Signer(name_for(self.name), private)

    def known(self) -> list[Verifier]:
        """Return every key that ever signed here, the oldest first."""
        if not self._known.exists():
            return []
        lines = self._known.read_text(encoding="utf-8").splitlines()
        return [verifier_from(line) for line in lines if line.strip()]

    def rotate(self) -> Signer:
        """Make a new key and sign with it from now on; notes of the old ones stay verifiable.

        The public key is written first: a key that signs must be known, whatever happens between.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(FOLDER_OF_OWNER)
        made = Signer(name_for(self.name), Ed25519PrivateKey.generate())
        with self._known.open("a", encoding="utf-8") as known:
            known.write(f"{made.verifier}\n")
            known.flush()
            os.fsync(known.fileno())
        pem = made.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        replace_secret(self._current, pem)
        return made

    def pepper(self) -> bytes:
        """Return what PINs are hashed with, made when there is none yet; raises KeyFileError.

        Every server of one database has the same, and it is kept with the backups: without it no
        PIN can be checked.
        """
        path = self.folder / "pepper"
        if not path.exists():
            write_secret(path, secrets.token_bytes(PEPPER_BYTES))
        _require_private(path, "give everybody a new PIN")
        pepper = path.read_bytes()
        if len(pepper) != PEPPER_BYTES:
            raise KeyFileError(
                f"expected {PEPPER_BYTES} bytes in {path}, got {len(pepper)}, do: bring the file "
                "back from a backup"
            )
        return pepper

    @property
    def _current(self) -> Path:
        return self.folder / "current.pem"

    @property
    def _known(self) -> Path:
        return self.folder / "known"


def _require_private(path: Path, then: str) -> None:
    if path.stat().st_mode & OTHERS:
        raise KeyFileError(
            f"expected that nobody but its owner can open {path}, but others can, "
            f"do: chmod 600 {path}, and {then}"
        )


def replace_secret(path: Path, data: bytes) -> None:
    """Write a file that only its owner opens, whole or not at all, over what was there."""
    _written_beside(path, data).replace(path)


def write_secret(path: Path, data: bytes) -> None:
    """Write such a file where none is; one that is there already, or comes meanwhile, stays."""
    waiting = _written_beside(path, data)
    try:
        path.hardlink_to(waiting)
    except FileExistsError:
        pass
    finally:
        waiting.unlink()


def _written_beside(path: Path, data: bytes) -> Path:
    """Write a file under another name; mkstemp makes it for its owner alone (mode 600)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.parent.chmod(FOLDER_OF_OWNER)
    handle, waiting = mkstemp(prefix=f"{path.name}.", suffix=".new", dir=path.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    return Path(waiting)
