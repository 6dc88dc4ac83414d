"""station read: what a picture says."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from station.scan.pictures import PictureError
from station.scan.reader import read_picture
from station.scan.reading import Doubtful, PictureReadings, Reading

EXIT_NOT_READ = 1
SUFFIXES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif", ".pdf"}
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One picture and what came of it."""

    picture: str
    found: PictureReadings
    error: str | None


def read(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Pictures, or folders of pictures.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line instead of a sentence.")
    ] = False,
) -> None:
    """Read the tracking numbers of pictures.

    Exit code 0: every picture gave a reading; 1: some did not; 2: wrong usage.
    """
    complete = True
    for path in _pictures(paths):
        outcome = _outcome(path)
        complete = complete and bool(outcome.found.readings)
        typer.echo(_line_json(outcome) if as_json else _line(outcome))
    if not complete:
        raise typer.Exit(EXIT_NOT_READ)


def _pictures(paths: list[Path]) -> list[Path]:
    """Folders stand for the pictures in them; a folder without one stands for itself."""
    found: list[Path] = []
    for path in paths:
        inside = sorted(p for p in path.glob("*") if p.suffix.lower() in SUFFIXES)
        found += inside if path.is_dir() and inside else [path]
    return found


def _outcome(path: Path) -> Outcome:
    try:
        return Outcome(str(path), read_picture(path), None)
    except PictureError as error:
        return Outcome(str(path), PictureReadings(), f"{error.code}: {error}")


def _line(outcome: Outcome) -> str:
    if outcome.error:
        return f"{outcome.picture}: error: {outcome.error}"
    told = [
        f"{reading.number.grouped} ({reading.number.family}, {reading.symbology};"
        f" {' + '.join(reading.witnesses)})"
        for reading in outcome.found.readings
    ]
    told += [
        f"doubtful: {doubt.text!r} ({doubt.symbology}; {' + '.join(doubt.witnesses)}; {doubt.why})"
        for doubt in outcome.found.doubtful
    ]
    return f"{outcome.picture}: {'; '.join(told) or 'nothing read'}"


def _line_json(outcome: Outcome) -> str:
    return json.dumps(
        {
            "picture": outcome.picture,
            "readings": [_reading(reading) for reading in outcome.found.readings],
            "doubtful": [_doubtful(doubt) for doubt in outcome.found.doubtful],
            "error": outcome.error,
        },
        ensure_ascii=False,
    )


def _reading(reading: Reading) -> dict[str, Any]:
    number = reading.number
    return {
        "number": number.number,
        "grouped": number.grouped,
        "family": number.family,
        "families": number.families,
        "symbology": reading.symbology,
        "witnesses": reading.witnesses,
        "verified": True,
    }


def _doubtful(doubt: Doubtful) -> dict[str, Any]:
    return {
        "number": doubt.text,
        "family": "|".join(doubt.families),
        "families": doubt.families,
        "symbology": doubt.symbology,
        "witnesses": doubt.witnesses,
        "verified": False,
        "why": doubt.why,
    }
