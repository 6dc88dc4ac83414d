"""What the server writes about its work: for a person on stderr, or as JSON lines into a file.

No line holds a name, a badge, a PIN or a tracking number.  Three rules see to it, each by itself:

- only what the station and its server say is written out; of another library only that it spoke;
- of an error its kind, its code and the places in the code are written, never its words: they quote
  values (`invalid literal for int(): '...'`), and a traceback quotes whoever called;
- what still looks like a number of a piece or of a badge is struck out.
"""

import json
import logging
import os
import re
import sys
import traceback
from datetime import UTC, datetime
from enum import StrEnum
from logging.handlers import RotatingFileHandler
from pathlib import Path

OURS = ("station", "uvicorn")
FIELDS = ("request", "method", "route", "status", "ms", "scans", "code", "person", "photo")
"""What a line may say besides its text, in this order."""

LEFT_OUT = "spoke (its words are left out)"
STRUCK_OUT = "[number]"
NUMBER = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{0,3}\d(?:[ -]?\d){7,}[A-Z]{0,2}|STN[0-9A-Z]{6,})")
"""Eight digits or more, as every family of `numbers` has them, and what `desk.badges` gives out."""

BYTES_MIN = 10_000


class LogError(Exception):
    """The log cannot be written as the settings say; the message says what to do."""


def begin(file: Path | None, bytes_max: int, keep: int) -> None:
    """Write the log from now on: to a file that is exchanged when it is full, else to stderr.

    At most `keep` full files stay beside the one that is written.  Raises LogError.
    """
    handler = logging.StreamHandler(sys.stderr) if file is None else _file(file, bytes_max, keep)
    handler.setFormatter(Plain() if file is None else Lines())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("station").setLevel(logging.INFO)


def _file(file: Path, bytes_max: int, keep: int) -> logging.Handler:
    if bytes_max < BYTES_MIN or keep < 1:
        raise LogError(
            f"expected STATION_LOG_BYTES of {BYTES_MIN} or more and STATION_LOG_KEEP of 1 or more, "
            f"got {bytes_max} and {keep}"
        )
    try:
        return Rotating(file, maxBytes=bytes_max, backupCount=keep, encoding="utf-8")
    except OSError as error:
        raise LogError(
            f"expected a file that can be written in STATION_LOG, got {file}: {error.strerror}; "
            "make its folder, and give the station's user the right to write there"
        ) from error


class Rotating(RotatingFileHandler):
    """Exchanges the file once it is full, without making each line twice to know it beforehand."""

    def shouldRollover(self, record: logging.LogRecord) -> bool:  # noqa: ARG002, N802 - its name
        """Whether the file has as many bytes as it may have."""
        return self.stream is not None and os.fstat(self.stream.fileno()).st_size >= self.maxBytes


class Lines(logging.Formatter):
    """One JSON object a line: at, level, logger, says, and what else is known."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "says": said(record),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            line["error"] = chain(record.exc_info[1])
            line["where"] = places(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False)


class Plain(logging.Formatter):
    """One line for a person's eyes, and the places of an error below it."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        at = datetime.fromtimestamp(record.created).astimezone().strftime("%H:%M:%S")
        known = [f"{name}={getattr(record, name)}" for name in FIELDS if hasattr(record, name)]
        line = " ".join([at, record.levelname, said(record), *known])
        if not record.exc_info or not record.exc_info[1]:
            return line
        error = record.exc_info[1]
        return "\n".join([f"{line}: {chain(error)}", *(f"    {it}" for it in places(error))])


def said(record: logging.LogRecord) -> str:
    """Return the words of a record as they may be written, on one line."""
    if record.name.split(".")[0] not in OURS:
        return f"{record.name} {LEFT_OUT}"
    return NUMBER.sub(STRUCK_OUT, " ".join(record.getMessage().split()))


def chain(error: BaseException) -> str:
    """Return an error's kind and code, and those of what it came from."""
    kinds = [kind_of(error)]
    while (cause := error.__cause__) is not None:
        kinds.append(kind_of(cause))
        error = cause
    return " from ".join(kinds)


def kind_of(error: BaseException) -> str:
    """Return an error's class, with its code where the station gave it one of a fixed set."""
    codes = (getattr(error, name, None) for name in ("reason", "fault"))
    code = next((it for it in codes if isinstance(it, StrEnum)), None)
    return type(error).__name__ + (f" {code}" if code else "")


def places(error: BaseException) -> list[str]:
    """Return where an error came through, the outermost first: file, line, function."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{Path(it.filename).name}:{it.lineno} {it.name}" for it in frames]
