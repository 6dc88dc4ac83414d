"""Scenes in which a hasty reader sees a number that is not there."""

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from benchmarks.scenery import compose, flat, ground, place
from benchmarks.scenery.compose import Laid, Scene
from benchmarks.scenery.flat import Flat
from benchmarks.scenery.levels import dice
from benchmarks.scenery.optics import Field
from benchmarks.scenery.place import HEIGHT, WIDTH, Points
from benchmarks.scenery.postal import Postal, no_number, postal
from benchmarks.scenery.scenes import (
    SHEET_UNITS,
    Setting,
    draw_setting,
    finish,
    lay_label,
    mail_on_desk,
    put_prints,
)
from fixtures.drawing import bars
from station.numbers import check_digits

FRACTION_CUT = (0.15, 0.85)
"""Where along the bars a cut falls: at least a whole character is gone at every height."""

PAIR_TRIES_MAX = 40


def trap(kind: str, seed: int, split: str, level: str = "desk") -> Scene:
    """Return a trap; what may be read from it is in its `numbers`, often nothing.

    Raises ValueError for a kind, level or split that there is not, or a negative seed.
    """
    if kind not in TRAPS:
        message = f"expected a trap ({', '.join(TRAPS)}), got {kind!r}"
        raise ValueError(message)
    rng = dice(kind, level, seed, split)
    return TRAPS[kind](draw_setting(rng, level, split))


def _cut_by_edge(setting: Setting) -> Scene:
    """The picture's edge cuts a label off."""
    rng = setting.rng
    piece = postal(rng)
    drawn = flat.label(rng, piece, setting.px_per_unit, setting.ink)
    left, top, right, bottom = drawn.bars
    cut_at = (left + (right - left) * rng.uniform(*FRACTION_CUT), (top + bottom) / 2)
    turn = np.deg2rad(setting.turn_deg + (180 if rng.random() < 0.5 else 0))
    spot = _edge_point(float(np.cos(turn)), float(np.sin(turn)), rng)
    tilts = compose.draw_tilts(rng, setting.level)
    laid = Laid(drawn, place.lay(cut_at, spot, setting.narrow_px, setting.turn_deg, tilts))
    canvas = mail_on_desk(setting, [laid])
    put_prints(canvas, setting, [laid])
    return finish(canvas, setting, "cut_edge", [laid], hidden=[piece])


def _edge_point(right: float, down: float, rng: np.random.Generator) -> tuple[float, float]:
    """Return a point of the edge to which a direction leads."""
    if abs(right) > abs(down):
        return (float(WIDTH) if right > 0 else 0.0, float(rng.uniform(150, HEIGHT - 150)))
    return (float(rng.uniform(150, WIDTH - 150)), float(HEIGHT) if down > 0 else 0.0)


def _covered(setting: Setting) -> Scene:
    """A finger or another envelope lies over some of the bars."""
    piece = postal(setting.rng)
    laid = lay_label(setting, piece)
    canvas = mail_on_desk(setting, [laid])
    put_prints(canvas, setting, [laid])
    if setting.rng.random() < 0.5:
        _lay_finger(canvas, setting, laid)
    else:
        _lay_envelope(canvas, setting, laid)
    return finish(canvas, setting, "covered", [laid], hidden=[piece])


def _lay_finger(canvas: Field, setting: Setting, laid: Laid) -> None:
    rng = setting.rng
    left, top, right, bottom = laid.flat.bars
    wide = (right - left) * rng.uniform(0.12, 0.3)
    middle = left + (right - left) * rng.uniform(*FRACTION_CUT)
    turns = np.linspace(np.pi, 2 * np.pi, 12)
    tip = np.stack([np.cos(turns) * wide / 2 + middle, np.sin(turns) * wide / 2 + top - wide / 2])
    hand = np.array([[middle + wide / 2, bottom + 200], [middle - wide / 2, bottom + 200]])
    outline = place.mapped(laid.placed, np.concatenate([tip.T, hand]))
    _shade(canvas, outline, float(rng.uniform(70, 190)), setting.narrow_px)


def _shade(canvas: Field, outline: Points, grey: float, softness_px: float) -> None:
    mask = np.zeros(canvas.shape, np.uint8)
    compose.fill(mask, outline, 255)
    soft = cv2.GaussianBlur(mask, (0, 0), max(0.6, 0.5 * softness_px))
    round_ = cv2.GaussianBlur(mask, (0, 0), 14)
    share = soft * np.float32(1 / 255)
    skin = grey * (np.float32(0.6) + np.float32(0.4 / 255) * round_)
    canvas += (skin - canvas) * share


def _lay_envelope(canvas: Field, setting: Setting, laid: Laid) -> None:
    rng = setting.rng
    left, top, right, bottom = laid.flat.bars
    edge = left + (right - left) * rng.uniform(*FRACTION_CUT)
    other_side = SHEET_UNITS[0] if rng.random() < 0.5 else 0.0
    askew = np.deg2rad(rng.uniform(-6, 6))
    turn = np.array(
        [
            [np.cos(askew), -np.sin(askew), edge],
            [np.sin(askew), np.cos(askew), (top + bottom) / 2],
            [0, 0, 1],
        ]
    )
    placed = laid.placed @ turn @ place.shift(-other_side, -SHEET_UNITS[1] * rng.uniform(0.4, 0.6))
    envelope = ground.sheet(rng, setting.split)
    compose.put_sheet(canvas, envelope, placed, setting.narrow_px)


def _two_labels(setting: Setting) -> Scene:
    """Two labels lie in one picture."""
    rng = setting.rng
    pieces = (postal(rng), postal(rng))
    first = lay_label(setting, pieces[0])
    if rng.random() < 0.5:
        setting = replace(setting, turn_deg=place.quarter_turns_and_some(rng))
    second = first
    for _ in range(PAIR_TRIES_MAX):
        second = lay_label(setting, pieces[1])
        if not _overlap(first, second):
            break
        first = lay_label(setting, pieces[0])
    fitting = 1 if _overlap(first, second) else 2
    both = [first, second][:fitting]
    canvas = mail_on_desk(setting, both[:1])
    put_prints(canvas, setting, both)
    return finish(canvas, setting, "two_labels", both, readable=pieces[:fitting])


def _overlaid(setting: Setting) -> Scene:
    """A label stuck over part of another, as on a piece that was sent on."""
    rng = setting.rng
    below, above = postal(rng), postal(rng)
    upper = lay_label(setting, above)
    width, height = upper.flat.size
    drawn = _low_enough(setting, below, height)
    left, top, right, bottom = drawn.bars
    edge = left + (right - left) * rng.uniform(*FRACTION_CUT)
    hides_the_start = rng.random() < 0.5
    drop = height / 2 - (top + bottom) / 2
    slide = (width if hides_the_start else 0.0) - edge
    lower = Laid(drawn, upper.placed @ place.shift(slide, drop))
    canvas = mail_on_desk(setting, [lower])
    put_prints(canvas, setting, [lower, upper])
    return finish(canvas, setting, "overlaid", [upper, lower], readable=[above], hidden=[below])


def _low_enough(setting: Setting, piece: Postal, height_max: float) -> Flat:
    """Return a label whose bars are lower than what is to be stuck over them."""
    for _ in range(PAIR_TRIES_MAX):
        drawn = flat.label(setting.rng, piece, setting.px_per_unit, setting.ink)
        if drawn.bars[3] - drawn.bars[1] < height_max - 2:
            return drawn
    message = f"expected bars lower than {height_max}, got none in {PAIR_TRIES_MAX} tries"
    raise RuntimeError(message)


def _overlap(first: Laid, second: Laid) -> bool:
    area, _ = cv2.intersectConvexConvex(
        first.outline_px().astype(np.float32), second.outline_px().astype(np.float32)
    )
    return area > 0


def _not_postal(setting: Setting) -> Scene:
    """Codes of shops, shelves and advertisements."""
    rng = setting.rng
    drawn = [_other_code(setting) for _ in range(int(rng.integers(1, 3)))]
    return _only_prints(setting, "not_postal", drawn)


def _other_code(setting: Setting) -> Flat:
    rng = setting.rng
    symbology = str(rng.choice(("ean13", "itf", "code39", "qr", "datamatrix")))
    text = _other_text(rng, symbology)
    if symbology in ("qr", "datamatrix"):
        return flat.matrix(text, symbology, setting.px_per_unit, setting.ink)
    widths = bars.widths(text, symbology, float(rng.choice(flat.WIDE_RATIOS)))
    return flat.printed(rng, widths, ("商品", text), setting.px_per_unit, setting.ink)


def _other_text(rng: np.random.Generator, symbology: str) -> str:
    digits = "".join(str(digit) for digit in rng.integers(0, 10, 13))
    if symbology == "ean13":
        return f"{digits[:12]}{check_digits.mod10_from_right(digits[:12])}"
    if symbology == "itf":
        return f"{digits}{check_digits.mod10_from_right(digits)}"
    if symbology == "code39":
        return f"SHELF-{digits[:4]}"
    return f"https://example.invalid/{digits}"


def _other_nw7(setting: Setting) -> Scene:
    """NW-7 of libraries and blood banks: no carrier's length or check digit."""
    piece = no_number(setting.rng)
    drawn = flat.label(setting.rng, piece, setting.px_per_unit, setting.ink)
    return _only_prints(setting, "other_nw7", [drawn])


def _lookalike(setting: Setting) -> Scene:
    """Stripes, tables and type that look like bars."""
    rng = setting.rng
    draw = (flat.stripes, flat.table, flat.type_block)[int(rng.integers(3))]
    return _only_prints(setting, "lookalike", [draw(rng, setting.px_per_unit, setting.ink)])


def _only_prints(setting: Setting, kind: str, drawn: list[Flat]) -> Scene:
    """Return prints anywhere, also beyond the edge: none of them may be read as a number."""
    rng = setting.rng
    prints = []
    for each in drawn:
        spot = (float(rng.uniform(300, WIDTH - 300)), float(rng.uniform(250, HEIGHT - 250)))
        tilts = compose.draw_tilts(rng, setting.level)
        middle = compose.middle_of(each)
        placed = place.lay(middle, spot, setting.narrow_px, setting.turn_deg, tilts)
        prints.append(Laid(each, placed))
    canvas = mail_on_desk(setting, prints[:1])
    put_prints(canvas, setting, prints)
    return finish(canvas, setting, kind, prints)


TRAPS: dict[str, Callable[[Setting], Scene]] = {
    "cut_edge": _cut_by_edge,
    "covered": _covered,
    "two_labels": _two_labels,
    "overlaid": _overlaid,
    "not_postal": _not_postal,
    "other_nw7": _other_nw7,
    "lookalike": _lookalike,
}
