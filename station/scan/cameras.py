"""Frames from a camera, a network stream or a video file, and what becomes of a lost one."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from station.scan.pictures import Grey
from station.scan.sources import RETRY_S, Back, Lost

TIMEOUT_MS = 5_000
FRAME_SIZE = (1280, 720)
FRAMES_A_SECOND_UNKNOWN = 25.0


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture, and when: seconds since the source began, by the file's clock or ours."""

    grey: Grey
    at_s: float


class Capture(Protocol):
    """What cv2.VideoCapture can do, as far as it is used."""

    def isOpened(self) -> bool: ...  # noqa: D102, N802 - OpenCV's name
    def read(self) -> tuple[bool, object]: ...  # noqa: D102
    def get(self, prop: int) -> float: ...  # noqa: D102
    def release(self) -> None: ...  # noqa: D102


def is_file(source: str) -> bool:
    """Whether a source is a video file, which ends, and no camera, which comes back."""
    return "://" not in source and not source.isdigit() and not source.startswith("/dev/")


def frames(
    source: str,
    opening: Callable[[str], Capture] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Frame | Lost | Back]:
    """Yield the frames of a source: a device's number, an address, or a file.

    Every frame of a file, in order; of a camera the newest, so that what is shown is now.  A
    camera that is lost is said once and tried again every RETRY_S, for ever.
    Raises FileNotFoundError for a file that is not there, ValueError for one that is no video.
    """
    opening = opening or open_capture
    _hush()
    if is_file(source):
        yield from _of_file(source, opening)
    else:
        yield from _of_camera(source, opening, sleep)


def _hush() -> None:
    """Keep OpenCV and FFmpeg from telling on stderr, at every try, what `Lost` tells once."""
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")


def open_capture(source: str) -> Capture:
    """Open a source; the answer may turn out not to be open."""
    if source.isdigit():
        camera = cv2.VideoCapture(int(source))
        camera.set(cv2.CAP_PROP_FRAME_WIDTH, FRAME_SIZE[0])
        camera.set(cv2.CAP_PROP_FRAME_HEIGHT, FRAME_SIZE[1])
        return camera
    limits = [
        cv2.CAP_PROP_OPEN_TIMEOUT_MSEC,
        TIMEOUT_MS,
        cv2.CAP_PROP_READ_TIMEOUT_MSEC,
        TIMEOUT_MS,
    ]
    if "://" in source:
        return cv2.VideoCapture(source, cv2.CAP_FFMPEG, limits)
    return cv2.VideoCapture(source)


def _of_file(source: str, opening: Callable[[str], Capture]) -> Iterator[Frame]:
    if not Path(source).is_file():
        raise FileNotFoundError(source)
    capture = opening(source)
    try:
        if not capture.isOpened():
            raise ValueError(source)
        rate = capture.get(cv2.CAP_PROP_FPS) or FRAMES_A_SECOND_UNKNOWN
        number = 0
        while (grey := _next(capture)) is not None:
            yield Frame(grey, number / rate)
            number += 1
    finally:
        capture.release()


def _of_camera(
    source: str, opening: Callable[[str], Capture], sleep: Callable[[float], None]
) -> Iterator[Frame | Lost | Back]:
    began = time.monotonic()
    opened = lost = False
    while True:
        capture = opening(source)
        if capture.isOpened():
            newest = _Newest(capture)
            while (grey := newest.take()) is not None:
                if lost:
                    lost = False
                    yield Back()
                opened = True
                yield Frame(grey, time.monotonic() - began)
        capture.release()
        if not lost:
            lost = True
            yield Lost(opened)
        sleep(RETRY_S)


class _Newest:
    """Reads a camera all the time and keeps the newest frame: a queue would show the past."""

    def __init__(self, capture: Capture) -> None:
        self._capture = capture
        self._changed = threading.Condition()
        self._grey: Grey | None = None
        self._ended = False
        threading.Thread(target=self._read, name="camera", daemon=True).start()

    def _read(self) -> None:
        while True:
            grey = _next(self._capture)
            with self._changed:
                self._ended = grey is None
                self._grey = self._grey if grey is None else grey  # the last frame still counts
                self._changed.notify()
                if self._ended:
                    return

    def take(self) -> Grey | None:
        """Return the newest frame that was not taken yet, waiting for it; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._grey is not None)
            grey, self._grey = self._grey, None
            return grey


def _next(capture: Capture) -> Grey | None:
    ok, colour = capture.read()
    if not ok or not isinstance(colour, np.ndarray):
        return None
    return np.asarray(cv2.cvtColor(colour, cv2.COLOR_BGR2GRAY), dtype=np.uint8)
