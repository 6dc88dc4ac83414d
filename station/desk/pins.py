"""PINs: what is accepted, and Argon2id over it (RFC 9106)."""

import re
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from station.custody.refusal import Reason, Refused

PIN_FORM = re.compile(r"[0-9]{6,12}")
"""Six digits at least: the brake (signin.py) lets some hundred of a million be tried a day."""

PIN_DIGITS = 6


def new_pin() -> str:
    """Return a random PIN whose digits are not all the same."""
    while len(set(pin := f"{secrets.randbelow(10**PIN_DIGITS):0{PIN_DIGITS}d}")) == 1:
        pass
    return pin


class PinHasher:
    """Hashes and checks PINs.  `hasher` may be a cheaper one in tests."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobody = self._hasher.hash("no such badge")

    def hash(self, pin: str) -> str:
        """Return what may be kept of a PIN; refuses one that is too easy."""
        if not PIN_FORM.fullmatch(pin) or len(set(pin)) == 1:
            raise Refused(Reason.PIN_TOO_WEAK)
        return self._hasher.hash(pin)

    def is_right(self, pin_hash: str | None, pin: str) -> bool:
        """Whether a PIN is the one; takes as long for a badge that nobody has."""
        try:
            self._hasher.verify(pin_hash or self._nobody, pin)
        except (VerificationError, InvalidHashError):
            return False
        return pin_hash is not None
