"""Video files of labels that a hand moves past the lens."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from station.scan.pictures import Grey
from tests.support.labels import bars

SIZE = (1280, 720)
RATE = 10
DESK_GREY = 120


def desk() -> Grey:
    """Return an empty desk."""
    return np.full((SIZE[1], SIZE[0]), DESK_GREY, np.uint8)


def with_labels(*texts: str, shift: tuple[int, int] = (0, 0), turn_deg: float = 0.0) -> Grey:
    """Return a desk with labels one below the other, moved and turned together."""
    picture = desk()
    for place, text in enumerate(texts):
        label = np.pad(bars(text, narrow_px=2), 20, constant_values=255)
        top, left = 120 + 260 * place, 300
        picture[top : top + label.shape[0], left : left + label.shape[1]] = label
    turn = cv2.getRotationMatrix2D((640, 360), turn_deg, 1.0)
    turn[:, 2] += shift
    moved = cv2.warpAffine(picture, turn, SIZE, borderValue=DESK_GREY)
    return np.asarray(moved, dtype=np.uint8)


def passing(text: str, frames: int) -> list[Grey]:
    """Return a label that comes in from the left, turns a little, and leaves to the right."""
    steps = np.linspace(-1, 1, frames)
    return [with_labels(text, shift=(int(900 * at), 0), turn_deg=8 * at) for at in steps]


def held(text: str, frames: int) -> list[Grey]:
    """Return a label held by a hand that trembles."""
    rng = np.random.default_rng(5)
    trembling = rng.integers(-6, 7, (frames, 2))
    return [with_labels(text, shift=(int(right), int(down))) for right, down in trembling]


def save(frames: Sequence[Grey], path: Path) -> Path:
    """Write a Motion-JPEG file."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), RATE, SIZE)
    for grey in frames:
        writer.write(cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    writer.release()
    return path


FILM_SIZE = (640, 360)
FILM_RATE = 30
"""Chromium shows a Motion-JPEG file as a camera of 30 frames a second, over and over."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Labels one below the other, for so long, in a hand that trembles; none is the empty desk."""

    texts: tuple[str, ...]
    seconds: float


def clip(path: Path, *clips: Clip) -> Path:
    """Write what Chromium shows in a camera's stead: JPEGs one after the other, in a bare file."""
    rng = np.random.default_rng(7)
    with path.open("wb") as out:
        for it in clips:
            shifts = rng.integers(-4, 5, (4, 2)) if it.texts else np.zeros((1, 2), np.int64)
            jpegs = [_jpeg(_small(it.texts, (int(x), int(y)))) for x, y in shifts]
            for number in range(round(it.seconds * FILM_RATE)):
                out.write(jpegs[number // 5 % len(jpegs)])
    return path


def _small(texts: Sequence[str], shift: tuple[int, int]) -> Grey:
    width, height = FILM_SIZE
    picture = np.full((height, width), DESK_GREY, np.uint8)
    for place, text in enumerate(texts):
        tall = bars(f"A{text}A", narrow_px=2)
        label = np.vstack((tall[20:60], tall[-60:-20]))
        top = 70 + 145 * place + shift[1]
        left = (width - label.shape[1]) // 2 + shift[0]
        picture[top : top + label.shape[0], left : left + label.shape[1]] = label
    return picture


def _jpeg(grey: Grey) -> bytes:
    is_done, coded = cv2.imencode(".jpg", cv2.cvtColor(grey, cv2.COLOR_GRAY2BGR))
    assert is_done
    return coded.tobytes()
