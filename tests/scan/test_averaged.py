"""A closer look for the engines at the average of all rows."""

from benchmarks.ladder import scene
from station.scan.averaged import ENLARGED, HEIGHT_PX, averaged, closer_word
from station.scan.bars.locate import regions
from station.scan.bars.straight import Straight, straighten
from station.scan.engines import ENGINES, zbar, zxing
from station.scan.label_text import candidate
from station.scan.pictures import Grey
from station.scan.reading import Sighting


def laid(seed: int) -> tuple[Straight, tuple[str, ...]]:
    drawn = scene("desk", seed, "tune")
    rows = (straighten(drawn.picture, region) for region in regions(drawn.picture))
    return next(one for one in rows if one), drawn.numbers


def test_the_average_has_one_row_many_times_with_full_contrast() -> None:
    straight, _ = laid(110)
    shown = averaged(straight)
    assert shown.shape == (HEIGHT_PX, straight.rows.shape[1] * ENLARGED)
    assert (shown == shown[0]).all()
    assert (shown.min(), shown.max()) == (0, 255)


def test_engines_read_from_the_average_what_they_cannot_from_the_rows() -> None:
    straight, numbers = laid(110)
    assert not any(engine(straight.grey()) for engine in ENGINES.values())
    for name, engine in ENGINES.items():
        (word,) = closer_word(straight, [engine])
        assert candidate(word.text, word.symbology) in numbers
        assert word.witness == name


def test_only_the_first_engine_that_reads_the_average_is_heard() -> None:
    straight, _ = laid(110)
    asked: list[str] = []

    def silent(_: Grey) -> list[Sighting]:
        asked.append("silent")
        return []

    def never(_: Grey) -> list[Sighting]:
        asked.append("never")
        return []

    (word,) = closer_word(straight, [silent, zxing, zbar, never])
    assert word.witness == "zxing"
    assert asked == ["silent"]
    assert closer_word(straight, [silent]) == []
    assert closer_word(straight, []) == []


def test_a_word_is_placed_along_the_rows() -> None:
    straight, _ = laid(110)
    (word,) = closer_word(straight, [zxing])
    (left, top), _, (right, bottom), _ = word.corners
    assert 150 < left < 160
    assert 744 < right < 754
    assert (top, bottom) == (0, straight.last_row - straight.first_row)


def test_a_word_without_a_place_is_placed_on_all_rows() -> None:
    straight, _ = laid(110)
    (word,) = closer_word(straight, [lambda _: [Sighting("A1A", "nw7", "zbar", ())]])
    assert word.corners[2][0] == straight.rows.shape[1]
