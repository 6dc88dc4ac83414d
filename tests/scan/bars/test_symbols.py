"""The two symbologies' tables and layouts against a library's encoder."""

import numpy as np
import pytest

from fixtures.drawing import bars
from station.scan.bars import code128, nw7
from station.scan.bars.layout import SAMPLES, Layout


def path_of(layout: Layout, widths: list[list[float]]) -> list[int]:
    """Return each symbol's place in its alphabet; raises ValueError for one that is not in it."""
    return [
        symbol.alphabet.index(tuple(width))
        for symbol, width in zip(layout.symbols, widths, strict=True)
    ]


def chunks(widths: np.ndarray, size: int) -> list[list[float]]:
    return [list(map(float, widths[at : at + size])) for at in range(0, len(widths), size)]


@pytest.mark.parametrize("wide", [2.0, 2.5, 3.0])
@pytest.mark.parametrize("text", ["A13112383852B", "C405548424886D", "D00000000000A"])
def test_nw7_is_what_an_encoder_draws(text: str, wide: float) -> None:
    drawn = bars.widths(text, "nw7", wide)
    layout = nw7.layout(len(text) - 2, wide)
    with_gap = chunks(np.append(drawn, 1.0), 8)
    path = path_of(layout, [character[:7] for character in with_gap])
    assert layout.spell(np.array(path)) == text
    assert layout.length == pytest.approx(drawn.sum())


@pytest.mark.parametrize("text", ["RB123456785GB", "RR473124846PL", "VV000000005JP"])
def test_code_128_is_what_an_encoder_draws(text: str) -> None:
    drawn = bars.widths(text, "code128")
    symbols = [*chunks(drawn[:-7], 6), list(map(float, drawn[-7:]))]
    forms = [form for form in code128.S10_FORMS if len(form) + 1 == len(symbols)]
    spelt = []
    for form in forms:
        layout = code128.layout(form)
        try:
            spelt.append(layout.spell(np.array(path_of(layout, symbols))))
        except ValueError:
            continue
        assert layout.length == drawn.sum()
    assert spelt == [text]


def test_every_pattern_of_code_128_is_eleven_modules_and_unlike_the_others() -> None:
    assert {sum(map(int, pattern)) for pattern in code128.PATTERNS} == {11}
    assert len(set(code128.PATTERNS)) == len(code128.PATTERNS) == 106
    # ISO/IEC 15417, 4.3.2: bars are an even number of modules wide together.
    assert all(sum(map(int, pattern[::2])) % 2 == 0 for pattern in code128.PATTERNS)


@pytest.mark.parametrize("place", range(1, 15))
def test_a_wrong_symbol_of_code_128_spells_nothing(place: int) -> None:
    layout = code128.layout(code128.S10_FORMS[0])
    letters, digits = [17, 17], [1, 2, 3, 4, 5, 6, 7, 8, 5]
    path = np.array([1, *letters, *digits, 9, 15, 0, 0])
    path[-2] = (
        104
        + sum(
            at * sign.value
            for at, sign in enumerate(
                (
                    place_[chosen]
                    for place_, chosen in zip(code128.S10_FORMS[0][1:-1], path[1:-2], strict=True)
                ),
                1,
            )
        )
    ) % 103
    assert layout.spell(path) == "RR123456785JP"
    path[place] += 1
    assert layout.spell(path) is None


def test_windows_reach_from_quiet_zone_to_quiet_zone_without_a_gap() -> None:
    layout = nw7.layout(11, 2.5)
    at = layout.samples_at * layout.length
    assert at.shape == (len(layout.symbols) + 1, SAMPLES)
    assert np.all(np.diff(at.ravel()) > 0)
    assert at[0, 0] < 0 < layout.length < at[-1, -1]
