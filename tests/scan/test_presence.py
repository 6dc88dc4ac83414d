"""Each piece counts once while it is in the picture."""

import pytest

from station.numbers import identify
from station.scan.presence import GONE_AFTER_S, Event, Gone, OneAtATime, Presence, Taken
from station.scan.reading import Doubtful, PictureReadings, Reading

ONE, TWO = "13112383852", "999912345670"
NOTHING = PictureReadings()


def verified(*numbers: str) -> PictureReadings:
    return PictureReadings(
        tuple(Reading(identify(n, "nw7"), "nw7", ("zbar", "zxing"), ()) for n in numbers)
    )


def doubted(number: str, why: str = "one_witness") -> PictureReadings:
    return PictureReadings((), (Doubtful(number, (), "nw7", ("zxing",), (), why),))


def shown(frames: list[PictureReadings], step_s: float = 0.1) -> list[Event]:
    presence = Presence()
    return [event for at, found in enumerate(frames) for event in presence.see(found, at * step_s)]


def taken(events: list[Event]) -> list[str]:
    return [event.reading.number.number for event in events if isinstance(event, Taken)]


def test_a_piece_held_still_counts_once() -> None:
    assert taken(shown([verified(ONE)] * 100)) == [ONE]


def test_a_finger_over_the_bars_for_a_moment_does_not_make_two() -> None:
    moment = int(GONE_AFTER_S * 10) - 1
    frames = [verified(ONE)] * 3 + [NOTHING] * moment + [verified(ONE)] * 3
    assert taken(shown(frames)) == [ONE]


def test_the_same_number_counts_again_after_it_has_left() -> None:
    away = int(GONE_AFTER_S * 10) + 1
    events = shown([verified(ONE)] * 3 + [NOTHING] * away + [verified(ONE)] * 3)
    assert [type(event) for event in events] == [Taken, Gone, Taken]
    assert taken(events) == [ONE, ONE]


def test_a_piece_that_is_only_doubtful_now_is_still_there() -> None:
    away = int(GONE_AFTER_S * 10) + 5
    events = shown([verified(ONE)] + [doubted(ONE)] * away + [verified(ONE)])
    assert taken(events) == [ONE]


def test_two_of_five_frames_with_one_witness_each_are_two_looks() -> None:
    assert taken(shown([doubted(ONE)])) == []
    events = shown([doubted(ONE), NOTHING, NOTHING, doubted(ONE)])
    (event,) = events
    assert isinstance(event, Taken)
    assert event.reading.witnesses == ("zxing, 2 frames",)
    assert taken(shown([doubted(ONE), *[NOTHING] * 4, doubted(ONE)])) == []


@pytest.mark.parametrize("why", ["check_digit", "unknown_family", "witnesses_disagree"])
def test_other_doubts_never_add_up(why: str) -> None:
    assert taken(shown([doubted("13112383853", why)] * 20)) == []


def test_two_numbers_in_one_frame_ask_for_one_and_take_none() -> None:
    events = shown([verified(ONE, TWO)] * 10 + [verified(ONE)] * 2)
    assert events[0] == OneAtATime((ONE, TWO))
    assert [type(event) for event in events] == [OneAtATime, Taken]


def test_one_verified_and_one_doubtful_number_ask_for_one_too() -> None:
    both = PictureReadings(verified(ONE).readings, doubted(TWO).doubtful)
    assert shown([both]) == [OneAtATime((ONE, TWO))]


def test_the_asking_is_repeated_now_and_then_not_every_frame() -> None:
    asked = [e for e in shown([verified(ONE, TWO)] * 50) if isinstance(e, OneAtATime)]
    assert 2 <= len(asked) <= 3


def test_the_next_piece_counts_at_once() -> None:
    assert taken(shown([verified(ONE)] * 3 + [verified(TWO)] * 3)) == [ONE, TWO]
