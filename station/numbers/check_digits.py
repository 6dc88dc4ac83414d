"""Check digits, as plain arithmetic.  Where a rule comes from stands with each."""

from collections.abc import Callable, Sequence

S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)
FEDEX_WEIGHTS = (3, 1, 7)


def last_digit_by(rule: Callable[[str], int]) -> Callable[[str], bool]:
    """Return whether a number's last digit is what a rule makes of the signs before it."""
    return lambda number: rule(number[:-1]) == int(number[-1])


def seven_dr(digits: str) -> int:
    """7DR: the digits as one integer, modulo 7; 0 to 6.

    Japan Post, Yamato and Sagawa use it (carriers' practice, no public standard; medium to high
    sureness), and DHL Express under no such name (high).
    It cannot see 0/7, 1/8 and 2/9 exchanged for one another, nor two neighbours exchanged that
    differ by 7.
    """
    return int(digits) % 7


def s10(serial: str) -> int:
    """UPU standard S10, check digit: weights 8 6 4 2 3 5 9 7; 11 less the sum modulo 11.

    10 becomes 0 and 11 becomes 5, so a sum that leaves 0 and one that leaves 6 look alike; every
    other single wrong digit and every other exchange of neighbours is seen.
    """
    rest = 11 - _weighted(serial, S10_WEIGHTS) % 11
    return {10: 0, 11: 5}.get(rest, rest)


def mod10_from_right(digits: str) -> int:
    """Weights 3 and 1 in turn from the right (GS1 General Specifications, section 7.9).

    Sees every single wrong digit, but not two neighbours exchanged that differ by 5.
    """
    weights = [3 if place % 2 == 0 else 1 for place in range(len(digits))]
    return -_weighted(digits[::-1], weights) % 10


def ups(body: str) -> int:
    """UPS 1Z: weights 1 and 2 in turn over what follows 1Z; a letter counts (ASCII - 3) mod 10.

    Where the weight is 2 it cannot see 0/5, 1/6, 2/7, 3/8 and 4/9 exchanged for one another, and
    nowhere two letters ten apart or a letter and the digit that it counts as.
    """
    values = [int(sign) if sign.isdigit() else (ord(sign) - 3) % 10 for sign in body]
    return -sum(value * (1 + place % 2) for place, value in enumerate(values)) % 10


def fedex(digits: str) -> int:
    """FedEx, 12 digits: weights 3 1 7 repeating, modulo 11, modulo 10.

    A sum that leaves 0 and one that leaves 10 look alike.
    """
    weights = [FEDEX_WEIGHTS[place % 3] for place in range(len(digits))]
    return _weighted(digits, weights) % 11 % 10


def mod97_10(number: str) -> str:
    """ISO/IEC 7064, MOD 97-10: two digits that make the whole leave 1 when divided by 97.

    A letter counts as two digits, A as 10 to Z as 35 (as ISO 13616 and ISO 17442 have it).  Sees
    every single wrong sign and every exchange of two, and misses one other error in ninety-seven.
    """
    return f"{98 - _as_integer(number + '00') % 97:02}"


def mod97_10_holds(number: str) -> bool:
    """Whether a number's last two digits are its check digits by MOD 97-10."""
    return _as_integer(number) % 97 == 1


def _as_integer(number: str) -> int:
    return int("".join(str(int(sign, 36)) for sign in number))


def _weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))
