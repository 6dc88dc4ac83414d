"""From what single frames say to pieces: each counts once, while it is held in the picture.  Pure.

A frame in which two witnesses agree is enough.  Where each frame has one witness only, two of the
last five frames must say the same: two frames are two looks.  A piece that was taken counts again
only after it has left the picture, which is when no frame has shown its number for a while.
"""

from collections import deque
from dataclasses import dataclass, field

from station.numbers import identify
from station.scan.reading import Doubtful, PictureReadings, Reading

FRAMES_AGREEING = 2
FRAMES_REMEMBERED = 5
GONE_AFTER_S = 1.0
"""A hand that trembles or a finger over the bars must not make one piece two."""

ASK_EVERY_S = 2.0


@dataclass(frozen=True, slots=True)
class Taken:
    """A piece has come into the picture and its number is verified."""

    reading: Reading


@dataclass(frozen=True, slots=True)
class OneAtATime:
    """Several postal numbers stand in one picture: nothing is taken until one is left."""

    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gone:
    """A piece that was taken has left the picture."""

    number: str


Event = Taken | OneAtATime | Gone


@dataclass(slots=True)
class Presence:
    """What is in the picture now.  Feed it every frame, in order."""

    present: dict[str, float] = field(default_factory=dict)
    """Numbers that were taken and have not left, with when each was last seen."""

    recent: deque[frozenset[str]] = field(default_factory=lambda: deque(maxlen=FRAMES_REMEMBERED))
    asked_s: float = -ASK_EVERY_S

    def see(self, found: PictureReadings, at_s: float) -> list[Event]:
        """Return what a frame at a time (seconds, never running backwards) changes."""
        words = _words(found)
        for number in words.keys() & self.present.keys():
            self.present[number] = at_s
        events: list[Event] = [Gone(number) for number in self._leaving(at_s)]
        if len(words) > 1:
            self.recent.clear()
            return events + self._asking(tuple(sorted(words)), at_s)
        self.recent.append(frozenset(words))
        for number, word in words.items():
            reading = self._trusted(number, word)
            if reading and number not in self.present:
                self.present[number] = at_s
                events.append(Taken(reading))
        return events

    def _leaving(self, at_s: float) -> list[str]:
        gone = [n for n, seen_s in self.present.items() if at_s - seen_s >= GONE_AFTER_S]
        for number in gone:
            del self.present[number]
        return gone

    def _asking(self, numbers: tuple[str, ...], at_s: float) -> list[Event]:
        if at_s - self.asked_s < ASK_EVERY_S:
            return []
        self.asked_s = at_s
        return [OneAtATime(numbers)]

    def _trusted(self, number: str, word: Reading | Doubtful) -> Reading | None:
        if isinstance(word, Reading):
            return word
        if sum(number in frame for frame in self.recent) < FRAMES_AGREEING:
            return None
        witnesses = tuple(f"{witness}, {FRAMES_AGREEING} frames" for witness in word.witnesses)
        known = identify(number, word.symbology)
        return Reading(known, word.symbology, witnesses, word.corners)


def _words(found: PictureReadings) -> dict[str, Reading | Doubtful]:
    """Return the postal numbers of a frame: verified, or of a known family with one witness."""
    words: dict[str, Reading | Doubtful] = {
        doubt.text: doubt for doubt in found.doubtful if doubt.why == "one_witness"
    }
    return words | {reading.number.number: reading for reading in found.readings}
