"""From what a code says to what may be a tracking number: prefixes and frames taken off.  Pure."""

import re

from station.numbers import normalise

GS = "\x1d"
"""Group separator (FNC1 in GS1-128; GS1 General Specifications, section 7.8)."""

AIM_PREFIX = re.compile(r"\](?:(C[012])|([AFIQd])[0-9])")
"""ISO/IEC 15424: ], a letter for the symbology, a digit for its options, which C needs to tell."""

AIM_SYMBOLOGIES = {
    "A": "code39",
    "C0": "code128",
    "C1": "gs1_128",
    "C2": "code128",
    "F": "nw7",
    "I": "itf",
    "Q": "qr",
    "d": "datamatrix",
}

NW7_BODY = re.compile(r"[A-Da-d]([0-9$:/.+-]+)[A-Da-d]")
"""EN 798: a start and a stop letter of A to D frame the text.  Any pair is taken off."""


def without_frame(text: str) -> str:
    """Take NW-7's start and stop letters off, any pair in either case."""
    framed = NW7_BODY.fullmatch(text.strip())
    return framed[1] if framed else text.strip()


def candidate(text: str, symbology: str) -> str:
    """Return the normal form of what a code of this symbology may give as a number."""
    plain = text.replace(GS, "")
    return normalise(without_frame(plain) if symbology == "nw7" else plain)
