"""Flat prints in grey: labels with bars, matrix codes, stripes, tables, columns of type.

Lengths are in units of a narrow bar; `px_per_unit` says how finely a print is drawn.
"""

from dataclasses import dataclass

import numpy as np
import zxingcpp
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from benchmarks.scenery.postal import Postal
from fixtures.drawing import bars, setting

Grey = NDArray[np.uint8]
Box = tuple[float, float, float, float]

QUIET_UNITS = 10.0
WIDE_RATIOS = (2.0, 2.25, 2.5, 3.0)
BAR_HEIGHT_SHARE = (0.20, 0.34)
"""Height of the bars by their length, as labels have it: low for the camera, high for the hand."""

SERVICES = {
    "japan_post_11": ("簡易書留", "書留", "特定記録", "現金書留"),
    "japan_post_12": ("レターパック", "ゆうパック", "荷物"),
    "yamato": ("宅配便", "着払い便", "冷蔵便"),
    "sagawa": ("宅配便", "元払い便", "代引便"),
    "s10": ("R", "EMS", "INSURED"),
    "other": ("図書貸出票", "会員証", "管理番号"),
}
TYPE = (
    "大阪狭山市役所 御中",
    "お届け先",
    "ご依頼主",
    "引受番号",
    "お問い合わせ番号",
    "受付局 霞浜中央",
    "2020年10月31日",
    "親展",
    "折曲厳禁",
    "総務部 総務・情報統計グループ",
    "霞浜県つばめ野市一丁目2番3号",
    "この伝票は大切に保管してください",
    "重量 120 g  運賃 404 円",
    "〒000-0000",
    "口座振替依頼書在中",
)


@dataclass(frozen=True, slots=True)
class Ink:
    """Grey of paper and of print; their contrast is 1 - ink / paper."""

    paper: int
    ink: int


@dataclass(frozen=True, slots=True)
class Flat:
    """A print: `texture` at `px_per_unit`, and where its bars are (left, top, right, bottom)."""

    texture: Grey
    px_per_unit: float
    bars: Box

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in units."""
        height, width = self.texture.shape
        return width / self.px_per_unit, height / self.px_per_unit


class _Sheet:
    """An empty print to draw on, in units."""

    def __init__(self, width: float, height: float, px_per_unit: float, ink: Ink) -> None:
        self.scale = px_per_unit
        self.ink = ink
        size = (round(width * px_per_unit), round(height * px_per_unit))
        self.image = Image.new("L", size, ink.paper)
        self.pen = ImageDraw.Draw(self.image)

    def text(self, at: tuple[float, float], words: str, size: float, width_max: float) -> None:
        """Set a line; `at` is its left end at half its height.  Type too small to print is left."""
        size_px = setting.fitted_px(words, round(size * self.scale), width_max * self.scale)
        place = (at[0] * self.scale, at[1] * self.scale)
        self.pen.text(place, words, font=setting.font(size_px), fill=self.ink.ink, anchor="lm")

    def box(self, box: Box, width: float) -> None:
        """Draw a frame."""
        corners = [round(edge * self.scale) for edge in box]
        self.pen.rectangle(corners, outline=self.ink.ink, width=max(1, round(width * self.scale)))

    def bars(self, widths: NDArray[np.float64], at: tuple[float, float], height: float) -> Box:
        """Print bars, edges by exact area; return where they are."""
        start_px = at[0] * self.scale
        row = bars.coverage(widths, self.scale, start_px, self.image.width)
        grey = self.ink.paper + (self.ink.ink - self.ink.paper) * row
        top, bottom = round(at[1] * self.scale), round((at[1] + height) * self.scale)
        block = np.tile(np.rint(grey).astype(np.uint8), (bottom - top, 1))
        left, right = int(start_px) - 1, int(start_px + widths.sum() * self.scale) + 2
        self.image.paste(Image.fromarray(block[:, left:right]), (left, top))
        return (at[0], top / self.scale, at[0] + float(widths.sum()), bottom / self.scale)

    def done(self, bars_at: Box) -> Flat:
        """Return the finished print."""
        return Flat(np.asarray(self.image), self.scale, bars_at)


def label(rng: np.random.Generator, piece: Postal, px_per_unit: float, ink: Ink) -> Flat:
    """Return a postal label: service, bars, number, and type about them."""
    wide = float(rng.choice(WIDE_RATIOS))
    widths = bars.widths(piece.content, piece.symbology, wide)
    service = str(rng.choice(SERVICES[piece.kind]))
    return printed(rng, widths, (service, piece.printed), px_per_unit, ink)


def printed(
    rng: np.random.Generator,
    widths: NDArray[np.float64],
    words: tuple[str, str],
    px_per_unit: float,
    ink: Ink,
) -> Flat:
    """Return a label of any bars with a heading and the number below."""
    length = float(widths.sum())
    height = length * rng.uniform(*BAR_HEIGHT_SHARE)
    side = float(rng.uniform(QUIET_UNITS, 26))
    head, foot = float(rng.uniform(14, 26)), float(rng.uniform(16, 44))
    sheet = _Sheet(length + 2 * side, head + height + foot, px_per_unit, ink)
    at = sheet.bars(widths, (side, head), height)
    heading, number = words
    sheet.text((side, head / 2), heading, 9, length / 2)
    sheet.text((side + length * 0.6, head / 2), _line(rng), 5, length * 0.4)
    sheet.text((side + length * rng.uniform(0, 0.3), at[3] + 8), number, 11, length * 0.7)
    if foot > 28:
        sheet.text((side, at[3] + 22), _line(rng), 7, length)
    if rng.random() < 0.4:
        width, tall = length + 2 * side, head + height + foot
        sheet.box((1.5, 1.5, width - 1.5, tall - 1.5), 1)
    return sheet.done(at)


def matrix(text: str, symbology: str, px_per_unit: float, ink: Ink) -> Flat:
    """Return a QR code or Data Matrix, three units a module."""
    known = {"qr": zxingcpp.BarcodeFormat.QRCode, "datamatrix": zxingcpp.BarcodeFormat.DataMatrix}
    modules = np.asarray(
        zxingcpp.create_barcode(text, known[symbology]).to_image(scale=1, add_quiet_zones=False)
    )
    quiet = np.pad(modules, 4, constant_values=255)
    side = round(quiet.shape[0] * 3 * px_per_unit)
    large = Image.fromarray(quiet).resize((side, side), Image.Resampling.BOX)
    grey = ink.ink + (ink.paper - ink.ink) * (np.asarray(large, dtype=np.float32) / 255)
    units = side / px_per_unit
    return Flat(np.rint(grey).astype(np.uint8), px_per_unit, (12, 12, units - 12, units - 12))


def stripes(rng: np.random.Generator, px_per_unit: float, ink: Ink) -> Flat:
    """Return what only looks like bars: a fence, a shirt, a comb, a cut-up code."""
    count = int(rng.integers(30, 120))
    pattern = rng.integers(0, 4)
    if pattern == 0:
        widths = np.full(count, rng.uniform(1, 3))
    elif pattern == 1:
        widths = np.tile(rng.uniform(1, 4, 2), count)[:count]
    elif pattern == 2:
        widths = rng.choice((1.0, 2.5), count)
    else:
        widths = rng.uniform(0.7, 4, count)
    widths = widths[: count - 1 + count % 2]
    heading, number = _line(rng), _line(rng)
    return printed(rng, widths.astype(np.float64), (heading, number), px_per_unit, ink)


def table(rng: np.random.Generator, px_per_unit: float, ink: Ink) -> Flat:
    """Return a ruled form with narrow columns, as account slips have them."""
    columns, rows = int(rng.integers(8, 40)), int(rng.integers(2, 7))
    wide, tall = float(rng.uniform(4, 14)), float(rng.uniform(14, 34))
    width, height = columns * wide + 24, rows * tall + 24
    sheet = _Sheet(width, height, px_per_unit, ink)
    line = float(rng.uniform(0.6, 1.6))
    for row in range(rows):
        for column in range(columns):
            left, top = 12 + column * wide, 12 + row * tall
            sheet.box((left, top, left + wide, top + tall), line)
            if rng.random() < 0.6:
                sheet.text((left + 1, top + tall / 2), str(rng.integers(0, 10)), 8, wide)
    return sheet.done((12, 12, width - 12, height - 12))


def type_block(rng: np.random.Generator, px_per_unit: float, ink: Ink) -> Flat:
    """Return dense lines of type, and rows of strokes such as 1 l I | that resemble bars."""
    rows = int(rng.integers(4, 12))
    width, height = 190.0, rows * 12.0 + 20
    sheet = _Sheet(width, height, px_per_unit, ink)
    for row in range(rows):
        words = _line(rng)
        if rng.random() < 0.5:
            words = "".join(str(sign) for sign in rng.choice(list("1lI|!川川卌目皿亜"), 24))
        sheet.text((10, 16 + row * 12), words, 10, width - 20)
    return sheet.done((10, 10, width - 10, height - 10))


def _line(rng: np.random.Generator) -> str:
    return TYPE[int(rng.integers(len(TYPE)))]
