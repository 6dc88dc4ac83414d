"""Damaged pictures and wild keystrokes by the thousand: no crash, no hang, no unexpected error.

usage: python -m tools.fuzz [--minutes N] [--seed S]

Pictures of every format are cut, spliced, and have bytes flipped; keystrokes are mixed from what
scanners, keyboards and IMEs send.  Each ends in readings, or in a PictureError, within LIMIT_S.
Exit 1 when one did not; its bytes are left in fuzz-*.bin.
"""

import argparse
import io
import random
import sys
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
from PIL import Image

from station.scan.keyboard import read_keystrokes
from station.scan.pictures import PictureError
from station.scan.reader import read_picture
from tests.support.labels import bars, encoded

FORMS = ("PNG", "BMP", "GIF", "TIFF", "JPEG", "WEBP", "HEIF", "PDF")
LIMIT_S = 30.0
"""Twenty damaged pages at one and a half seconds each."""

PIECES = (
    *"0123456789ABCDabcd-./:$+ \t\r\n\x1d\x00あち１２３ａ｡ﾞ\u0301\u202e",
    "]F0",
    "]C1",
    "]d2",
    "420",
    "13112383852",
    "RR123456785JP",
    "A13112383852B",
    "\ud800",
    "🙂",
)


def seeds() -> list[bytes]:
    """Return a small label in every format."""
    label = bars("A13112383852B", narrow_px=2)
    found = [encoded(label, form) for form in FORMS]
    tiff = io.BytesIO()
    pages = [Image.fromarray(np.roll(label, turn)) for turn in (0, 3)]
    pages[0].save(tiff, "TIFF", save_all=True, append_images=pages[1:], compression="tiff_lzw")
    return [*found, tiff.getvalue()]


def damaged(rng: random.Random, data: bytes, other: bytes) -> bytes:
    """Return a picture's bytes after one to eight accidents."""
    broken = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        at = rng.randrange(max(1, len(broken)))
        kind = rng.randrange(5)
        if kind == 0:
            broken[at : at + 1] = bytes([rng.randrange(256)])
        elif kind == 1:
            del broken[at : at + rng.choice((1, 4, 64, 4096))]
        elif kind == 2:  # noqa: PLR2004 - one of the five accidents
            start = rng.randrange(max(1, len(other)))
            broken[at:at] = other[start : start + rng.choice((1, 16, 256))]
        elif kind == 3:  # noqa: PLR2004
            broken[at : at + 4] = rng.choice(
                (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff")
            )
        else:
            broken = broken[: at + 1]
    return bytes(broken)


def one_picture(rng: random.Random, known: list[bytes]) -> bytes:
    """Damage a picture and read it."""
    data = damaged(rng, rng.choice(known), rng.choice(known))
    with suppress(PictureError):
        read_picture(data)
    return data


def one_burst(rng: random.Random) -> bytes:
    """Type something and read it."""
    text = "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 80)))
    for found in read_keystrokes(text):
        str(found)
    return text.encode("utf-8", "surrogatepass")


def main() -> int:
    """Fuzz until the time is over."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    rng, known = random.Random(options.seed), seeds()  # noqa: S311 - chance, no secret
    until = time.monotonic() + 60 * options.minutes
    tried = {"pictures": 0, "bursts": 0}
    bad, slowest_s = 0, 0.0
    while time.monotonic() < until:
        pictures = tried["bursts"] >= 20 * tried["pictures"]
        began, state = time.monotonic(), rng.getstate()
        try:
            _ = one_picture(rng, known) if pictures else one_burst(rng)
            failed = ""
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            failed = f"{type(error).__name__}: {error}"
        took_s = time.monotonic() - began
        slowest_s = max(slowest_s, took_s)
        tried["pictures" if pictures else "bursts"] += 1
        if failed or took_s > LIMIT_S:
            bad += 1
            rng.setstate(state)
            print(f"{failed or f'{took_s:.1f} s'}: {_kept(rng, known, pictures=pictures)}")
    print(
        f"{tried['pictures']} pictures, {tried['bursts']} bursts, {bad} bad, "
        f"slowest {slowest_s:.2f} s"
    )
    return 1 if bad else 0


def _kept(rng: random.Random, known: list[bytes], *, pictures: bool) -> Path:
    """Draw the same again and leave it in a file."""
    if pictures:
        data = damaged(rng, rng.choice(known), rng.choice(known))
    else:
        text = "".join(rng.choice(PIECES) for _ in range(rng.randint(0, 80)))
        data = text.encode("utf-8", "surrogatepass")
    path = Path(f"fuzz-{abs(hash(data)):x}.bin")
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    sys.exit(main())
