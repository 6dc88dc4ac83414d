"""Video files of labels that a hand moves past the lens."""

from collections.abc import Sequence
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
