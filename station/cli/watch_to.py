"""Handing in what `station watch` sees: from the command's options to a spool, a line, a sender."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cv2

from station.cli.options import CommandError
from station.handing_in.line import Line, line_to
from station.handing_in.sender import Refused, Sender, Taken, Unsent
from station.handing_in.sender import Told as Sent
from station.handing_in.spool import Spool, SpoolError
from station.numbers import grouped
from station.papers.whole_file import PaperError
from station.scan.pictures import Grey
from station.settings import data_folder

TOKEN = "STATION_DEVICE_TOKEN"  # noqa: S105 - the variable's name
TOKEN_BYTES_MAX = 1_000
LAST_SECONDS = 30.0
"""How long a command that has seen everything waits for the station to take the last of it."""

Told = dict[str, Any]
Say = Callable[[Told], None]
HandIn = Callable[[str, Grey | None], None]
"""Takes what was read, and the picture that it was read from, if any."""


@contextmanager
def nobody() -> Iterator[HandIn]:
    """Give what hands nothing in."""
    yield lambda _text, _grey: None


@contextmanager
def handing_in(
    to: str, token_file: Path | None, trust: Path | None, spool: Path | None, say: Say
) -> Iterator[HandIn]:
    """Give what keeps a scan and has it sent; at the end, wait for the station a while.

    Raises CommandError for what cannot be used, and where scans are left that the station has not.
    """
    line, folder = _line(to, token_file, trust), spool or data_folder() / "unsent"
    try:
        with Spool.of(folder, to.rstrip("/")) as kept:
            with Sender(kept, line, lambda sent: _say_all(say, sent)) as sender:
                _say_left(say, kept)
                yield lambda text, grey: _keep(sender, say, text, grey)
                sender.wait(LAST_SECONDS)
            if left := len(kept.waiting()):
                raise CommandError(
                    f"expected the station to take every scan, but {left} wait in {folder}; "
                    "start station watch with the same --spool again when the station answers"
                )
    except SpoolError as error:
        raise CommandError(str(error)) from error


def _line(to: str, token_file: Path | None, trust: Path | None) -> Line:
    token = _token(token_file)
    try:
        return line_to(to, token, trust)
    except OSError as error:  # an authority's file that is none, too
        raise CommandError(
            f"expected a certificate to trust in {trust}, got: {error}; fetch it from /trust/ca.crt"
        ) from error
    except ValueError as error:
        raise CommandError(str(error)) from error


def _token(token_file: Path | None) -> str:
    if token_file is None:
        token = os.environ.get(TOKEN, "")
    else:
        try:
            with token_file.open(encoding="ascii") as file:
                token = file.read(TOKEN_BYTES_MAX)
        except (OSError, UnicodeDecodeError) as error:
            raise CommandError(f"expected a device's token in {token_file}: {error}") from error
    if not token.strip():
        raise CommandError(
            f"expected a device's token in --token-file or {TOKEN}; station device add gives one"
        )
    return token.strip()


def _keep(sender: Sender, say: Say, text: str, grey: Grey | None) -> None:
    try:
        sender.keep(text, None if grey is None else _png(grey))
    except PaperError as error:
        say({"event": "not_kept", "text": text, "why": str(error)})


def _png(grey: Grey) -> bytes:
    """Return a picture without loss: the station reads it for itself."""
    done, png = cv2.imencode(".png", grey, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    assert done  # noqa: S101 - any grey picture can be written
    return png.tobytes()


def _say_left(say: Say, kept: Spool) -> None:
    if waiting := len(kept.waiting()):
        say({"event": "unsent", "waiting": waiting, "why": "left from before"})
    if refused := kept.set_aside_count():
        say({"event": "refused_before", "count": refused, "folder": str(kept.refused)})


def _say_all(say: Say, sent: Sent) -> None:
    if isinstance(sent, Unsent):
        say({"event": "unsent", "waiting": sent.waiting, "why": sent.why})
    elif isinstance(sent, Refused):
        say({"event": "refused", "text": sent.read, "why": sent.why, "kept": str(sent.kept)})
    else:
        for answer in sent.answers:
            told = {"outcome": answer.outcome, "number": answer.number, "says": answer.says}
            say({"event": "recorded", **told})
        if _differs(sent):
            numbers = [answer.number for answer in sent.answers]
            say({"event": "differs", "here": grouped(sent.scan.text), "station": numbers})


def _differs(sent: Taken) -> bool:
    """Whether the station read another number from a picture than was read here."""
    if sent.scan.picture is None:
        return False  # what a scanner sent is a text, which the station cuts as it did here
    return {answer.number for answer in sent.answers} != {grouped(sent.scan.text)}


SENT_SENTENCES: dict[str, Callable[[Told], str]] = {
    "recorded": lambda told: f"  {told['number']}: {told['outcome']} - {told['says']}",
    "differs": lambda told: (
        f"! the station read {', '.join(told['station'])} where {told['here']} was read here; "
        "put the piece aside and tell the supervisor"
    ),
    "refused": lambda told: (
        f"! {told['text']} is not recorded: {told['why']} It is kept in {told['kept']}"
    ),
    "refused_before": lambda told: (
        f"! {told['count']} scans were refused and never recorded: look at {told['folder']}"
    ),
    "unsent": lambda told: f"! {told['waiting']} not sent yet: {told['why']}",
    "not_kept": lambda told: f"! {told['text']} is not kept, scan it again: {told['why']}",
}
