"""From reflectance to what a cheap camera saves: light, glare, blur, shaking, noise, JPEG."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from benchmarks.scenery.flat import Grey
from benchmarks.scenery.levels import Level

Field = NDArray[np.float32]

LIGHT_GRID = (12, 16)
NEGLIGIBLE_PX = 0.25


@dataclass(frozen=True, slots=True)
class Exposure:
    """What one picture went through."""

    blur_sigma_px: float
    motion_px: float
    motion_deg: float
    contrast: float
    glare_grey: float
    noise_grey: float
    jpeg_quality: int
    light_low: float


def draw_exposure(rng: np.random.Generator, level: Level) -> Exposure:
    """Return an exposure of a level."""
    glares = rng.random() < level.glare_share
    return Exposure(
        blur_sigma_px=level.blur_sigma_px.draw(rng),
        motion_px=level.motion_px.draw(rng),
        motion_deg=float(rng.uniform(0, 180)),
        contrast=level.contrast.draw(rng),
        glare_grey=level.glare_grey.draw(rng) if glares else 0.0,
        noise_grey=level.noise_grey.draw(rng),
        jpeg_quality=round(level.jpeg_quality.draw(rng)),
        light_low=level.light_low.draw(rng),
    )


def expose(
    reflectance: Field, exposure: Exposure, rng: np.random.Generator, glare_at: tuple[float, float]
) -> Grey:
    """Return the picture as it comes out of its JPEG file."""
    lit = reflectance * _light(rng, reflectance.shape, exposure.light_low)
    if exposure.glare_grey > 0:
        lit += _glare(rng, reflectance.shape, glare_at) * np.float32(exposure.glare_grey)
    lit = np.clip(lit, 0, 255)
    seen = shaken(blurred(lit, exposure.blur_sigma_px), exposure.motion_px, exposure.motion_deg)
    seen = seen + rng.standard_normal(seen.shape, dtype=np.float32) * exposure.noise_grey
    return jpeg(np.clip(np.rint(seen), 0, 255).astype(np.uint8), exposure.jpeg_quality)


def blurred(picture: Field, sigma_px: float) -> Field:
    """Return a picture through a lens that is out of focus by so much."""
    if sigma_px < NEGLIGIBLE_PX:
        return picture
    return cv2.GaussianBlur(picture, (0, 0), sigma_px).astype(np.float32, copy=False)


def shaken(picture: Field, length_px: float, angle_deg: float) -> Field:
    """Return a picture taken while the hand moved so far in this direction."""
    if length_px < NEGLIGIBLE_PX:
        return picture
    return cv2.filter2D(picture, -1, motion_kernel(length_px, angle_deg)).astype(
        np.float32, copy=False
    )


def motion_kernel(length_px: float, angle_deg: float) -> Field:
    """Return a straight stroke of this length, its weight spread over the pixels it crosses."""
    reach = int(np.ceil(length_px / 2)) + 1
    side = 2 * reach + 1
    steps = np.linspace(-length_px / 2, length_px / 2, 65)
    x = reach + steps * np.cos(np.deg2rad(angle_deg))
    y = reach + steps * np.sin(np.deg2rad(angle_deg))
    kernel = np.zeros((side, side))
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    for down in (0, 1):
        for right in (0, 1):
            weight = np.abs(1 - right - (x - left)) * np.abs(1 - down - (y - top))
            np.add.at(kernel, (top + down, left + right), weight)
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def jpeg(picture: Grey, quality: int) -> Grey:
    """Return a picture after being saved and opened."""
    _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    opened = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    assert opened is not None
    return opened.astype(np.uint8, copy=False)


def _light(rng: np.random.Generator, shape: tuple[int, ...], low: float) -> Field:
    """Return a factor between about `low` and 1: a lamp at one side, and soft shadows."""
    y, x = np.mgrid[-1 : 1 : LIGHT_GRID[0] * 1j, -1 : 1 : LIGHT_GRID[1] * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    slope = (x * np.cos(angle) + y * np.sin(angle)) / 1.42
    clouds = cv2.resize(rng.uniform(-1, 1, (3, 4)), LIGHT_GRID[::-1], interpolation=cv2.INTER_CUBIC)
    grid = low + (1 - low) * np.clip(0.5 + 0.4 * slope + 0.15 * clouds, 0, 1)
    size = (shape[1], shape[0])
    light = cv2.resize(grid.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    return np.asarray(light, dtype=np.float32)


def _glare(rng: np.random.Generator, shape: tuple[int, ...], at: tuple[float, float]) -> Field:
    """Return an oval shine near a point, 1 at its brightest."""
    centre = np.array(at) + rng.normal(0, 80, 2)
    across, along = rng.uniform(50, 160), rng.uniform(120, 320)
    angle = rng.uniform(0, np.pi)
    step = 8
    y, x = np.mgrid[0 : shape[0] : step, 0 : shape[1] : step].astype(np.float32)
    right = (x - centre[0]) * np.cos(angle) + (y - centre[1]) * np.sin(angle)
    down = (y - centre[1]) * np.cos(angle) - (x - centre[0]) * np.sin(angle)
    shine = np.exp(-0.5 * ((right / along) ** 2 + (down / across) ** 2)).astype(np.float32)
    size = (shape[1], shape[0])
    return np.asarray(cv2.resize(shine, size, interpolation=cv2.INTER_LINEAR), dtype=np.float32)
