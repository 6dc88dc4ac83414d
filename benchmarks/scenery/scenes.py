"""From prints to a scene: desk, loose mail, the envelope under the label, the label, the camera."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.scenery import compose, ground, optics, place
from benchmarks.scenery.compose import Laid, Scene
from benchmarks.scenery.flat import Ink, label
from benchmarks.scenery.levels import Level, level_of
from benchmarks.scenery.optics import Exposure, Field
from benchmarks.scenery.place import HEIGHT, WIDTH
from benchmarks.scenery.postal import Postal, postal

LOOSE_MAX = 2
SHEET_UNITS = (525.0, 325.0)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is drawn first for a scene, before anything is put anywhere."""

    rng: np.random.Generator
    level: Level
    split: str
    exposure: Exposure
    narrow_px: float
    turn_deg: float
    ink: Ink

    @property
    def px_per_unit(self) -> float:
        """How finely prints are to be drawn."""
        return self.narrow_px * compose.finer(self.narrow_px)


def draw_setting(rng: np.random.Generator, level_name: str, split: str) -> Setting:
    """Return the setting of a scene."""
    level = level_of(level_name)
    exposure = optics.draw_exposure(rng, level)
    return Setting(
        rng=rng,
        level=level,
        split=split,
        exposure=exposure,
        narrow_px=level.narrow_px.draw(rng),
        turn_deg=place.quarter_turns_and_some(rng),
        ink=compose.draw_ink(rng, exposure),
    )


def one_label(setting: Setting) -> Scene:
    """Return one postal label on an envelope."""
    piece = postal(setting.rng)
    laid = lay_label(setting, piece)
    canvas = mail_on_desk(setting, [laid])
    put_prints(canvas, setting, [laid])
    return finish(canvas, setting, "scene", [laid], readable=[piece])


def lay_label(setting: Setting, piece: Postal) -> Laid:
    """Lay a label so that its bars are in the picture."""
    flat = label(setting.rng, piece, setting.px_per_unit, setting.ink)
    return compose.lay_inside(setting.rng, flat, setting.narrow_px, setting.turn_deg, setting.level)


def mail_on_desk(setting: Setting, prints: Sequence[Laid]) -> Field:
    """Return a desk with loose mail, and an envelope under each of some prints."""
    rng = setting.rng
    canvas = ground.desk(rng, setting.split)
    for _ in range(int(rng.integers(0, LOOSE_MAX + 1))):
        spot = (float(rng.uniform(0, WIDTH)), float(rng.uniform(0, HEIGHT)))
        turn_deg = float(rng.uniform(0, 360))
        placed = place.lay((260, 160), spot, setting.narrow_px, turn_deg, (0, 0))
        envelope = ground.sheet(rng, setting.split)
        compose.put_sheet(canvas, envelope, placed, setting.narrow_px)
    for laid in prints:
        under = (float(rng.uniform(90, SHEET_UNITS[0] - 90)), float(rng.uniform(60, 265)))
        middle = compose.middle_of(laid.flat)
        placed = laid.placed @ place.shift(middle[0] - under[0], middle[1] - under[1])
        envelope = ground.sheet(rng, setting.split)
        compose.put_sheet(canvas, envelope, placed, setting.narrow_px)
    return canvas


def put_prints(canvas: Field, setting: Setting, prints: Sequence[Laid]) -> None:
    """Lay prints on the picture in place."""
    for laid in prints:
        compose.put(canvas, laid, compose.finer(setting.narrow_px))


def finish(
    canvas: Field,
    setting: Setting,
    kind: str,
    prints: Sequence[Laid],
    *,
    readable: Sequence[Postal] = (),
    hidden: Sequence[Postal] = (),
) -> Scene:
    """Take the picture and write down what is true of it."""
    quads = tuple(laid.bars_px() for laid in prints)
    middle = quads[0].mean(axis=0)
    picture = optics.expose(
        canvas, setting.exposure, setting.rng, (float(middle[0]), float(middle[1]))
    )
    return Scene(
        picture=picture,
        numbers=tuple(piece.number for piece in readable),
        hidden=tuple(piece.number for piece in hidden),
        kind=kind,
        symbologies=tuple(piece.symbology for piece in (*readable, *hidden)),
        corners=tuple(quad - 0.5 for quad in quads),
        narrow_bar_px=setting.narrow_px,
        turn_deg=setting.turn_deg,
        exposure=setting.exposure,
    )
