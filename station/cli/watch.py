"""station watch: what a camera, a stream, a video or a serial scanner sees, as it happens."""

import json
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from station.cli.options import CommandError
from station.cli.watch_to import SENT_SENTENCES, HandIn, Told, handing_in, nobody
from station.scan.cameras import Frame, frames
from station.scan.keyboard import read_keystrokes
from station.scan.presence import Event, OneAtATime, Presence, Taken
from station.scan.reader import FRAME, read_grey
from station.scan.reading import Doubtful, Reading
from station.scan.serial_scanner import is_serial, scans
from station.scan.sources import Back, Lost

STATUS_EVERY_S = 1.0
RATE_OVER_FRAMES = 30


def watch(
    source: Annotated[
        str,
        typer.Argument(
            metavar="SOURCE",
            help="A camera's number (0), an address (rtsp://..., http://...), a video file, "
            "or a scanner: serial:/dev/ttyACM0, with another speed serial:/dev/ttyS0@115200.",
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a line instead of a sentence.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(help="Hand each piece in to the station of this address, as a device."),
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(help="A file with the device's token (station device add).")
    ] = None,
    trust: Annotated[
        Path | None,
        typer.Option(metavar="CRT", help="The station's own authority, from its page /trust."),
    ] = None,
    spool: Annotated[
        Path | None, typer.Option(help="Where scans are kept until the station has them.")
    ] = None,
) -> None:
    """Watch for pieces: each that is held into the picture is said once.

    Ends with the video file; a camera is watched until Ctrl-C, and waited for when it is lost.
    With --to, what the station has not is kept, and sent when it answers or at the next start.
    """
    say = _say_json if as_json else _say_sentence
    try:
        with handing_in(to, token_file, trust, spool, say) if to else nobody() as hand_in:
            for told in _serial(source, hand_in) if is_serial(source) else _camera(source, hand_in):
                say(told)
    except FileNotFoundError as error:
        raise CommandError(f"expected a video file, got {error}: there is none") from error
    except ValueError as error:
        raise CommandError(
            f"expected a camera, a stream, a video file or serial:PORT, got {error}"
        ) from error
    except KeyboardInterrupt:
        return


def _say_json(told: Told) -> None:
    _say(json.dumps(told, ensure_ascii=False))


def _say_sentence(told: Told) -> None:
    _say(SENTENCES[told["event"]](told))


def _say(line: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"  # a terminal may lack signs that a station says
    typer.echo(line.encode(encoding, errors="backslashreplace").decode(encoding))
    sys.stdout.flush()


def _camera(source: str, hand_in: HandIn) -> Iterator[Told]:
    presence = Presence()
    status = _Status()
    for came in frames(source):
        if isinstance(came, Frame):
            for event in presence.see(read_grey(came.grey, FRAME), came.at_s):
                told = _event(event, came.at_s)
                status.said(told)
                if isinstance(event, Taken):
                    hand_in(event.reading.number.number, came.grey)
                yield told
            status.frame()
        else:
            yield _line_event(came, source)
    status.end()


def _serial(source: str, hand_in: HandIn) -> Iterator[Told]:
    for came in scans(source):
        if isinstance(came, str):
            hand_in(came, None)
            yield from (_scan(read) for read in read_keystrokes(came))
        else:
            yield _line_event(came, source)


class _Status:
    """Frames a second and the last reading, on a terminal's last line."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self.times: deque[float] = deque(maxlen=RATE_OVER_FRAMES)
        self.last = "-"
        self.next_s = 0.0

    def said(self, told: Told) -> None:
        """Remember the last reading."""
        self.last = told.get("number", self.last)

    def frame(self) -> None:
        """Count a frame, and show where things stand once a second."""
        now = time.monotonic()
        self.times.append(now)
        if self.shown and now >= self.next_s:
            self.next_s = now + STATUS_EVERY_S
            sys.stderr.write(f"\r{self.rate():5.1f} frames/s   last: {self.last}\x1b[K")
            sys.stderr.flush()

    def rate(self) -> float:
        """Frames a second over the last few."""
        spent = self.times[-1] - self.times[0] if self.times else 0.0
        return (len(self.times) - 1) / spent if spent > 0 else 0.0

    def end(self) -> None:
        """Say the last rate, for a file that has ended."""
        sys.stderr.write(f"\r{self.rate():.1f} frames/s, last: {self.last}\n")


def _event(event: Event, at_s: float) -> Told:
    at = {"at_s": round(at_s, 2)}
    if isinstance(event, Taken):
        return {"event": "taken", **_number(event.reading), **at}
    if isinstance(event, OneAtATime):
        return {"event": "one_at_a_time", "numbers": list(event.numbers), **at}
    return {"event": "gone", "number": event.number, **at}


def _number(reading: Reading) -> Told:
    return {
        "number": reading.number.number,
        "grouped": reading.number.grouped,
        "family": reading.number.family,
        "symbology": reading.symbology,
        "witnesses": list(reading.witnesses),
    }


def _scan(read: Reading | Doubtful) -> Told:
    if isinstance(read, Reading):
        return {"event": "taken", **_number(read)}
    return {"event": "doubtful", "text": read.text, "why": read.why}


def _line_event(came: Lost | Back, source: str) -> Told:
    if isinstance(came, Back):
        return {"event": "back", "source": source}
    return {"event": "lost" if came.opened else "not_open", "source": source}


SENTENCES: dict[str, Callable[[Told], str]] = {
    "taken": lambda told: f"{told['grouped']} ({told['family']}; {' + '.join(told['witnesses'])})",
    "gone": lambda told: f"{told['number']} has left the picture",
    "one_at_a_time": lambda told: f"one at a time, please: {', '.join(told['numbers'])}",
    "doubtful": lambda told: f"doubtful: {told['text']} ({told['why']}); scan it again",
    "lost": lambda told: f"{told['source']} is lost: check the cable; waiting for it",
    "not_open": lambda told: f"{told['source']} does not open: check name and cable; trying again",
    "back": lambda told: f"{told['source']} is back",
    **SENT_SENTENCES,
}
