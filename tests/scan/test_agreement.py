"""When a sighting becomes a reading."""

import pytest

from station.scan.agreement import agree, agreed_places
from station.scan.reading import Corners, Sighting

HERE: Corners = ((10.0, 10.0), (210.0, 10.0), (210.0, 60.0), (10.0, 60.0))
LINE: Corners = ((12.0, 30.0), (208.0, 34.0))
ELSEWHERE: Corners = ((10.0, 300.0), (210.0, 300.0), (210.0, 350.0), (10.0, 350.0))
NUMBER, OTHER = "A13112383852A", "B20112345676B"


def sees(
    witness: str, text: str = NUMBER, corners: Corners = HERE, symbology: str = "nw7"
) -> Sighting:
    return Sighting(text, symbology, witness, corners)


def test_two_witnesses_at_one_place_are_believed() -> None:
    found = agree([sees("zxing"), sees("zbar", corners=LINE)])
    (reading,) = found.readings
    assert (reading.number.number, reading.witnesses) == ("13112383852", ("zbar", "zxing"))
    assert found.doubtful == ()


def test_one_witness_is_not_however_often_it_says_so() -> None:
    found = agree([sees("zxing"), sees("zxing"), sees("zxing")])
    assert found.readings == ()
    assert [doubt.why for doubt in found.doubtful] == ["one_witness"]


def test_two_witnesses_at_two_places_are_not() -> None:
    found = agree([sees("zxing"), sees("zbar", corners=ELSEWHERE)])
    assert found.readings == ()
    assert [doubt.why for doubt in found.doubtful] == ["one_witness", "one_witness"]


def test_witnesses_without_a_place_do_not_meet() -> None:
    assert agree([sees("zxing", corners=()), sees("zbar", corners=())]).readings == ()


def test_a_third_voice_at_the_same_place_makes_all_doubtful() -> None:
    found = agree([sees("zxing"), sees("zbar"), sees("other", OTHER)])
    assert found.readings == ()
    assert {doubt.why for doubt in found.doubtful} == {"witnesses_disagree"}


def test_what_is_no_tracking_number_is_doubtful_with_its_reason() -> None:
    poster = agree(
        [sees("zxing", "https://example.jp", symbology="qr"), sees("zbar", "x", ELSEWHERE)]
    )
    assert {doubt.why for doubt in poster.doubtful} == {"unknown_family"}
    wrong = agree([sees("zxing", "A13112383853A"), sees("zbar", "A13112383853A")])
    assert [doubt.why for doubt in wrong.doubtful] == ["check_digit"]


def test_bars_that_a_carrier_does_not_print_make_its_number_doubtful() -> None:
    """Ten digits in NW-7 may be DHL's by their check digit; or Japan Post's with one lost."""
    found = agree([sees("zxing", "A3318810025A"), sees("zbar", "A3318810025A")])
    assert found.readings == ()
    assert [doubt.why for doubt in found.doubtful] == ["other_symbology"]
    carried = [sees(w, "3318810025", symbology="code128") for w in ("zxing", "zbar")]
    assert [reading.number.family for reading in agree(carried).readings] == ["dhl_10"]


def test_the_same_number_twice_on_one_piece_is_one_reading() -> None:
    both = [sees(w, corners=c) for c in (HERE, ELSEWHERE) for w in ("zxing", "zbar")]
    assert len(agree(both).readings) == 1


def test_a_place_that_joins_two_is_one_place() -> None:
    left: Corners = ((0.0, 0.0), (50.0, 0.0), (50.0, 20.0), (0.0, 20.0))
    right: Corners = ((100.0, 0.0), (150.0, 0.0), (150.0, 20.0), (100.0, 20.0))
    whole: Corners = ((0.0, 0.0), (150.0, 0.0), (150.0, 20.0), (0.0, 20.0))
    found = agree([sees("a", corners=left), sees("b", corners=right), sees("c", corners=whole)])
    assert found.readings[0].witnesses == ("a", "b", "c")


def test_a_place_of_one_point_meets_what_lies_there() -> None:
    point: Corners = ((100.0, 30.0), (100.0, 30.0))
    assert agree([sees("zxing"), sees("zbar", corners=point)]).readings


MISREAD = "A131+2383852A"
THREE = ("upper_bars", "lower_bars", "zbar")


def test_a_word_taken_back_contradicts_nobody() -> None:
    words = [sees("zxing", MISREAD), sees("zxing"), sees("upper_bars"), sees("lower_bars")]
    found = agree(words)
    assert [reading.number.number for reading in found.readings] == ["13112383852"]
    assert found.doubtful == ()
    assert agreed_places(words) == [HERE]


def test_who_took_a_word_back_is_no_witness() -> None:
    found = agree([sees("zxing", MISREAD), sees("zxing"), sees("zbar")])
    assert found.readings == ()
    assert {doubt.why for doubt in found.doubtful} == {"witnesses_disagree", "unknown_family"}
    assert not agreed_places([sees("zxing", MISREAD), sees("zxing"), sees("zbar")])


def test_a_word_that_stands_contradicts_three() -> None:
    found = agree([sees("zxing", MISREAD), *(sees(witness) for witness in THREE)])
    assert found.readings == ()


@pytest.mark.parametrize("word", [MISREAD, NUMBER])
def test_a_second_postal_number_is_never_taken_back(word: str) -> None:
    others = [sees(witness) for witness in THREE]
    found = agree([sees("zxing", OTHER), sees("zxing"), sees("zxing", word), *others])
    assert found.readings == ()
    assert {"13112383852", "20112345676"} <= {doubt.text for doubt in found.doubtful}
