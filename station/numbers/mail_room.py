"""The numbers that the mail room itself gives to pieces that came without one.

MRL, a serial number of eight digits, two check digits by MOD 97-10.
"""

from station.numbers.check_digits import mod97_10

PREFIX = "MRL"
SERIAL_MAX = 99_999_999


def number_of(serial: int) -> str:
    """Return the number that the label with a serial number bears; ValueError beyond the range."""
    if not 1 <= serial <= SERIAL_MAX:
        raise ValueError(f"expected a serial number from 1 to {SERIAL_MAX}, got {serial}")
    body = f"{PREFIX}{serial:08}"
    return body + mod97_10(body)
