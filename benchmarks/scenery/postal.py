"""Postal numbers by chance, valid by their check digit, and what an encoder is given for them."""

from dataclasses import dataclass

import numpy as np

from station.numbers import NotATrackingNumber, check_digits, identify

TRIES_MAX = 50
LETTERS = "ABCD"
COUNTRIES = ("JP", "GB", "DE", "US", "CN", "KR", "FR", "TW", "PL", "AU", "IN", "VN")
S10_SERVICES = "RRRVECLU"
S10_SECOND = "ABCDEFGHJKLMNPQRSTUVWXYZ"

KINDS = ("japan_post_11", "japan_post_12", "yamato", "sagawa", "s10")
SHARES = (0.35, 0.15, 0.125, 0.125, 0.25)


@dataclass(frozen=True, slots=True)
class Postal:
    """A number, the kind of label it stands on, and what its bars say."""

    kind: str
    number: str
    symbology: str
    content: str
    printed: str


def postal(rng: np.random.Generator) -> Postal:
    """Return a label's number of any kind."""
    kind = KINDS[int(rng.choice(len(KINDS), p=SHARES))]
    if kind == "s10":
        return _s10(rng)
    digits = _digits(rng, 10 if kind == "japan_post_11" else 11)
    return nw7(rng, kind, f"{digits}{check_digits.seven_dr(digits)}")


def nw7(rng: np.random.Generator, kind: str, number: str) -> Postal:
    """Return a number as NW-7 with any start and stop letters."""
    start, stop = (LETTERS[int(pick)] for pick in rng.integers(0, len(LETTERS), 2))
    lengths = (3, 2, 5, 1) if len(number) == 11 else (4, 4, 4, 4)
    return Postal(kind, number, "nw7", f"{start}{number}{stop}", grouped(number, lengths))


def no_number(rng: np.random.Generator) -> Postal:
    """Return NW-7 that no carrier prints: a wrong length, or a check digit that does not hold.

    Half have a postal length, so that only arithmetic tells them.
    """
    length = int(rng.choice((11, 12) if rng.random() < 0.5 else (6, 7, 8, 9, 10, 13, 14)))
    for _ in range(TRIES_MAX):
        digits = _digits(rng, length)
        if not _is_known(digits):
            return nw7(rng, "other", digits)
    message = f"expected digits of no known family, got none in {TRIES_MAX} tries"
    raise RuntimeError(message)


def _is_known(number: str) -> bool:
    try:
        identify(number)
    except NotATrackingNumber:
        return False
    return True


def grouped(number: str, lengths: tuple[int, ...]) -> str:
    """Return a number as it is printed, in groups."""
    parts, start = [], 0
    for length in lengths:
        parts.append(number[start : start + length])
        start += length
    return "-".join(part for part in parts if part)


def _s10(rng: np.random.Generator) -> Postal:
    first = S10_SERVICES[int(rng.integers(len(S10_SERVICES)))]
    second = S10_SECOND[int(rng.integers(len(S10_SECOND)))]
    serial = _digits(rng, 8)
    country = COUNTRIES[int(rng.integers(len(COUNTRIES)))]
    digits = f"{serial}{check_digits.s10(serial)}"
    number = f"{first}{second}{digits}{country}"
    printed = f"{first}{second} {digits[:3]} {digits[3:6]} {digits[6:]} {country}"
    return Postal("s10", number, "code128", number, printed)


def _digits(rng: np.random.Generator, length: int) -> str:
    return "".join(str(digit) for digit in rng.integers(0, 10, length))
