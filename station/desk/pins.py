"""PINs: what is accepted, and Argon2id over it (RFC 9106), with a pepper outside the database.

A million PINs are tried in a day by whoever has the database alone; without the pepper, a secret in
a file of its own, there is nothing to try them on (NIST SP 800-63B-4, section 3.1.1.2).
"""

import hashlib
import hmac
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


MARK_LENGTH = 15
"""What stands before Argon2id's own text: which pepper it was, not what it is."""


class PinHasher:
    """Hashes and checks PINs, with a pepper if there is one; `hasher` may be cheaper in tests.

    What was hashed without a pepper is still checked, until its owner has a new PIN.
    """

    def __init__(self, hasher: PasswordHasher | None = None, pepper: bytes = b"") -> None:
        self._hasher = hasher or PasswordHasher()
        self._pepper = pepper
        self.mark = f"pepper-{hashlib.sha256(pepper).hexdigest()[:8]}" if pepper else ""
        self._nobody = self._hasher.hash("no such badge")

    def hash(self, pin: str) -> str:
        """Return what may be kept of a PIN; refuses one that is too easy."""
        if not PIN_FORM.fullmatch(pin) or len(set(pin)) == 1:
            raise Refused(Reason.PIN_TOO_WEAK)
        return self.mark + self._hasher.hash(self._seasoned(pin) if self.mark else pin)

    def is_right(self, pin_hash: str | None, pin: str) -> bool:
        """Whether a PIN is the one; takes as long for a badge that nobody has."""
        mark, sign, kept = (pin_hash or self._nobody).partition("$")
        try:
            self._hasher.verify(sign + kept, self._seasoned(pin) if mark else pin)
        except (VerificationError, InvalidHashError):
            return False
        return pin_hash is not None and mark in {"", self.mark}

    def _seasoned(self, pin: str) -> str:
        return hmac.new(self._pepper, pin.encode(), hashlib.sha256).hexdigest()
