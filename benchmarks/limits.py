"""How long a camera frame takes, and how time and memory grow with a picture's size.

usage: python -m benchmarks.limits [--json] [--frames N]

Frames of 1280 x 720 are cut from scenes of every level and traps, and read as the camera is read.
Photos of 1 to 48 megapixels show the same hard-to-find desk larger and larger, each read as a file
in a process of its own, whose greatest memory is told.  One core: OpenCV's threads are turned off.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cv2
import numpy as np

from benchmarks.ladder import LEVELS, TRAPS, scene, trap
from station.scan.pictures import Grey
from station.scan.reader import FRAME, read_grey, read_picture

FRAME_HEIGHT = 720
MEGAPIXELS = (1, 3, 12, 24, 48)
KIB = 1024


def frames(count: int) -> list[Grey]:
    """Return frames of every level, and of traps."""
    drawn: list[Grey] = []
    levels, traps = [*LEVELS], [*TRAPS]
    for number in range(count):
        kind, turn = number % (len(levels) + 1), number // (len(levels) + 1)
        made = (
            trap(traps[turn % len(traps)], turn, "report")
            if kind == len(levels)
            else scene(levels[kind], turn, "report")
        )
        drawn.append(np.ascontiguousarray(made.picture[:FRAME_HEIGHT]))
    return drawn


def frame_figures(count: int) -> dict[str, float]:
    """Return milliseconds a frame: median, p95 and the slowest."""
    took = []
    for grey in frames(count):
        began = time.perf_counter()
        read_grey(grey, FRAME)
        took.append(1000 * (time.perf_counter() - began))
    took.sort()
    named = {"median": took[len(took) // 2], "p95": took[int(0.95 * len(took))], "max": took[-1]}
    return {name: round(ms, 1) for name, ms in named.items()}


def photo(megapixels: int, level: str) -> bytes:
    """Return a desk with a label as a JPEG of so many megapixels, 4 to 3."""
    grey = scene(level, 3, "report").picture
    height = round((megapixels * 1e6 * 3 / 4) ** 0.5)
    size = (round(height * 4 / 3), height)
    large = cv2.resize(grey, size, interpolation=cv2.INTER_CUBIC)
    return cv2.imencode(".jpg", large, [cv2.IMWRITE_JPEG_QUALITY, 90])[1].tobytes()


def photo_figures(megapixels: int, level: str) -> dict[str, float | int]:
    """Read a photo in a process of its own; return its seconds, memory and readings."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "photo.jpg"
        path.write_bytes(photo(megapixels, level))
        command = [sys.executable, "-m", "benchmarks.limits", "--photo", str(path)]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
    return {"megapixels": megapixels, **json.loads(told.stdout)}


def one_photo(path: Path) -> dict[str, float | int]:
    """Read a photo here."""
    data = path.read_bytes()
    idle_mb = _most_mb()
    began = time.perf_counter()
    found = read_picture(data)
    took_s = time.perf_counter() - began
    return {
        "seconds": round(took_s, 2),
        "mb": round(_most_mb()),
        "mb_before": round(idle_mb),
        "verified": len(found.readings),
    }


def _most_mb() -> float:
    """Return the most memory that this process ever held (VmHWM of proc_pid_status(5))."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / KIB


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--frames", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--photo", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    if options.photo:
        print(json.dumps(one_photo(options.photo)))
        return
    figures = {"frame_ms": frame_figures(options.frames)}
    print(json.dumps(figures) if options.json else f"frame, ms: {figures['frame_ms']}", flush=True)
    for level in ("clean", "hard"):
        for megapixels in MEGAPIXELS:
            row = {"level": level, **photo_figures(megapixels, level)}
            print(json.dumps(row) if options.json else row, flush=True)


if __name__ == "__main__":
    main()
