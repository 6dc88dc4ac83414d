"""A picture of labels that only ours reads, for the README.

usage: python -m benchmarks.gallery OUT.png [--codarascan PYTHON] [--labels N]

Goes through scenes of hard and brutal in order and takes the first that ours verifies and no other
reader reads; each is cut out about its bars, turned upright, and enlarged without smoothing.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw

from benchmarks.ladder import Scene, scene
from benchmarks.readers import Reader, readers
from fixtures.drawing import setting
from station.numbers import grouped
from station.scan.pictures import Grey

COLUMNS = 2
CELL = (560, 150)
CAPTION = 34
ROOM = 1.15
OURS = "ours, verified"
SHOWN_ONCE = "ours, shown"


def only_ours(found: Scene, known: dict[str, Reader]) -> bool:
    """Whether ours verifies the number and no other reader says it."""
    (number,) = found.numbers
    if number not in known[OURS](found.picture).numbers:
        return False
    others = (reader for name, reader in known.items() if name not in {OURS, SHOWN_ONCE})
    return not any(number in reader(found.picture).numbers for reader in others)


def cut_out(found: Scene) -> Grey:
    """Return the bars of a scene upright, enlarged pixel by pixel."""
    quad = found.corners[0]
    along, across = quad[1] - quad[0], quad[3] - quad[0]
    zoom = CELL[0] / (float(np.hypot(*along)) * ROOM)
    direction = along / np.hypot(*along)
    turn = np.array([direction, (-direction[1], direction[0])])
    middle = quad.mean(axis=0)
    to_cell = np.column_stack((turn * zoom, np.array(CELL) / 2 - turn @ middle * zoom))
    if direction[0] * across[1] - direction[1] * across[0] < 0:
        to_cell[1] = (*-to_cell[1, :2], CELL[1] - to_cell[1, 2])
    cell = cv2.warpAffine(found.picture, to_cell, CELL, flags=cv2.INTER_NEAREST)
    return np.asarray(cell, dtype=np.uint8)


def sheet(found: list[tuple[str, Scene]]) -> Image.Image:
    """Return all labels in a table, each with its number and how hard it is."""
    rows = -(-len(found) // COLUMNS)
    page = Image.new("L", (COLUMNS * (CELL[0] + 16), rows * (CELL[1] + CAPTION + 12)), 255)
    pen = ImageDraw.Draw(page)
    for place, (level, drawn) in enumerate(found):
        row, column = divmod(place, COLUMNS)
        left, top = column * (CELL[0] + 16) + 8, row * (CELL[1] + CAPTION + 12) + 6
        page.paste(Image.fromarray(cut_out(drawn)), (left, top))
        told = (
            f"{grouped(drawn.numbers[0])}   {level}: narrow bar {drawn.narrow_bar_px:.1f} px, "
            f"blur {drawn.exposure.blur_sigma_px:.1f}, motion {drawn.exposure.motion_px:.1f}"
        )
        pen.text((left, top + CELL[1] + 6), told, font=setting.font(17), fill=0)
    return page


def main() -> None:
    """Look for labels and draw them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("out", type=Path)
    parser.add_argument("--codarascan", type=Path)
    parser.add_argument("--labels", type=int, default=8)
    options = parser.parse_args()
    known = readers(options.codarascan)
    found: list[tuple[str, Scene]] = []
    seed = 0
    while len(found) < options.labels:
        level = ("hard", "brutal")[seed % 2]
        drawn = scene(level, seed, "report")
        if only_ours(drawn, known):
            found.append((level, drawn))
        seed += 1
    sheet(found).save(options.out, optimize=True)
    print(f"{options.out}: {len(found)} of {seed} scenes")


if __name__ == "__main__":
    main()
