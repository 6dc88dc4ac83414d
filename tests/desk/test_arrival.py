"""Deeds of an arrival on a real database: what the scanning person is told, and what is kept."""

from uuid import UUID, uuid4

import pytest

from station.custody.refusal import Reason
from station.custody.values import Ending, Service, ServiceSource
from station.desk import arrival as deeds
from station.desk import delivery
from station.desk.arrival import Answer, Told, answer_of
from station.desk.expected import import_expected
from station.desk.scans import Outcome
from station.ledger.store import Done
from station.ledger.verify import verify
from station.numbers.mail_room import number_of
from tests.support.hall import TREASURY, Hall, seen
from tests.support.refusals import refused

NUMBER, OTHER = "13112383852", "20112345676"
PHOTO = b"\xff\xd8photo"


def opened(hall: Hall, count: int = 1, who: str = "duty", **details: object) -> UUID:
    caller = hall.caller(who)
    deeds.open_arrival(
        hall.ledger,
        caller,
        carrier="日本郵便",
        declared_count=count,
        **details,  # type: ignore[arg-type]
    )
    return caller.deed


def taken(hall: Hall, arrival: UUID, number: str = NUMBER) -> Answer:
    caller = hall.caller("duty")
    done = deeds.take_in(hall.ledger, caller, arrival=arrival, seen=seen(number))
    return answer_of(hall.ledger, done)


def announced(hall: Hall, *numbers: str) -> UUID:
    caller = hall.caller("clerk")
    data = "\n".join(("引受番号", *numbers)).encode()
    import_expected(hall.ledger, caller, source="list.csv", data=data)
    return caller.deed


def intact(hall: Hall) -> bool:
    return [verdict.broken for verdict in verify(hall.engine)] == [None]


def test_several_arrivals_are_open_at_once_by_several_people(hall: Hall) -> None:
    keys = {opened(hall), opened(hall), opened(hall, who="clerk")}
    with hall.ledger.views() as views:
        assert {arrival.id for arrival in views.arrivals(is_open=True)} == keys


def test_a_piece_scanned_in_two_open_arrivals_is_told_where_it_counts(hall: Hall) -> None:
    one, two = opened(hall), opened(hall)
    first, again, beside = taken(hall, one), taken(hall, one), taken(hall, two)
    assert (first.told, again.told, beside.told) == (
        Told.TAKEN,
        Told.ALREADY_HERE,
        Told.ALREADY_BESIDE,
    )
    assert beside.outcome is Outcome.ALREADY
    assert [arrival.id for arrival in beside.beside] == [one]
    assert first.item is not None
    assert beside.item is not None
    assert beside.item.item.id == first.item.item.id


def test_a_piece_that_another_open_arrival_waits_for_is_told_so(hall: Hall) -> None:
    one = opened(hall, list_id=announced(hall, NUMBER))
    two = opened(hall, count=2, list_id=announced(hall, OTHER))
    answer = taken(hall, two)
    assert (answer.outcome, answer.told) == (Outcome.TAKEN, Told.EXPECTED_ELSEWHERE)
    assert [arrival.id for arrival in answer.beside] == [one]
    assert taken(hall, two, OTHER).told is Told.TAKEN
    third = taken(hall, two, "31245077161")
    assert (third.outcome, third.told) == (Outcome.LOOK, Told.NOT_EXPECTED)


def test_one_number_three_ways_three_answers(hall: Hall) -> None:
    (held,) = hall.routed(TREASURY, NUMBER)
    arrival = opened(hall, count=2)
    still = taken(hall, arrival)
    assert (still.outcome, still.told) == (Outcome.LOOK, Told.STILL_HELD)
    assert still.earlier is not None
    assert still.earlier.item.id == held
    another = answer_of(hall.ledger, again(hall, arrival))
    assert (another.outcome, another.told) == (Outcome.LOOK, Told.ANOTHER_PIECE)
    hall.taken("duty", OTHER)
    hall.routed(TREASURY, "31245077161")
    hall.handed_over("31245077161")
    with hall.ledger.views() as views:
        (gone,) = views.books.held_items("31245077161")
    ending = Ending.OPENED
    delivery.deliver(hall.ledger, hall.caller("treasurer"), item=gone.id, ending=ending)
    reused = taken(hall, arrival, "31245077161")
    assert (reused.outcome, reused.told) == (Outcome.TAKEN, Told.NUMBER_REUSED)
    assert reused.earlier is not None
    assert reused.earlier.item.id == gone.id
    assert intact(hall)


def again(hall: Hall, arrival: UUID) -> Done:
    caller = hall.caller("duty")
    return deeds.take_in_another(hall.ledger, caller, arrival=arrival, seen=seen(NUMBER))


def test_a_scan_after_the_close_is_told_as_stray(hall: Hall) -> None:
    arrival = opened(hall)
    taken(hall, arrival)
    deeds.close_arrival(hall.ledger, hall.caller("duty"), arrival=arrival)
    assert taken(hall, arrival, OTHER).told is Told.STRAY


def test_the_carriers_slip_is_kept_apart(hall: Hall) -> None:
    arrival = opened(hall, slip=PHOTO)
    caller = hall.caller("duty")
    deeds.keep_slip(hall.ledger, caller, arrival=arrival, slip=PHOTO + b"2")
    with hall.ledger.views() as views:
        slips = views.books.arrival(arrival).slips
        kept = [views.vault.photo(slip.id) for slip in slips]
    assert kept == [("image/jpeg", PHOTO), ("image/jpeg", PHOTO + b"2")]
    assert intact(hall)


def test_labels_are_unique_also_when_a_deed_is_sent_twice(hall: Hall) -> None:
    arrival, deed = opened(hall, count=3), uuid4()

    def labelled(key: UUID) -> Answer:
        done = deeds.label_unnumbered(
            hall.ledger,
            hall.caller("duty", key),
            arrival=arrival,
            photo=PHOTO,
            description="青い封筒、切手なし",
        )
        return answer_of(hall.ledger, done)

    answers = [labelled(deed), labelled(deed), labelled(uuid4())]
    numbers = [answer.item.item.number for answer in answers if answer.item]
    assert numbers == [number_of(1), number_of(1), number_of(2)]
    assert answers[0].told is Told.TAKEN
    with hall.ledger.views() as views:
        assert views.books.arrival(arrival).count == 2
        found = views.label(deed)
        assert found is not None
        assert (found[0].number, found[1]) == (number_of(1), "青い封筒、切手なし")
        assert views.label(arrival) is None
    assert intact(hall)


def test_a_label_needs_picture_and_description(hall: Hall) -> None:
    arrival = opened(hall)
    for photo, words, reason in (
        (None, "封筒", Reason.PHOTO_MISSING),
        (PHOTO, " ", Reason.DESCRIPTION_MISSING),
    ):
        with refused(reason):
            deeds.label_unnumbered(
                hall.ledger, hall.caller("duty"), arrival=arrival, photo=photo, description=words
            )


@pytest.mark.parametrize("typed", [NUMBER, "SEINO778899"])
def test_an_unreadable_piece_counts_with_its_photo_and_waits_for_the_supervisor(
    hall: Hall, typed: str
) -> None:
    arrival = opened(hall)

    def unreadable(second: str, photo: bytes | None) -> Done:
        return deeds.take_in_unreadable(
            hall.ledger,
            hall.caller("duty"),
            arrival=arrival,
            first=typed,
            second=second,
            photo=photo,
        )

    with refused(Reason.TYPED_DIFFERS):
        unreadable("x", PHOTO)
    with refused(Reason.PHOTO_MISSING):
        unreadable(typed, None)
    answer = answer_of(hall.ledger, unreadable(typed.lower(), PHOTO))
    assert (answer.outcome, answer.told) == (Outcome.LOOK, Told.UNREADABLE)
    assert answer.item is not None
    assert answer.item.item.scan.photo is not None
    with hall.ledger.views() as views:
        assert views.books.arrival(arrival).count == 1
        assert views.vault.photo(answer.item.item.scan.photo.id) == ("image/jpeg", PHOTO)


def test_details_stand_in_the_books_and_are_described_anew(hall: Hall) -> None:
    (item,) = hall.taken("duty", NUMBER)
    with hall.ledger.views() as views:
        assert views.books.item(item).details.service_from is ServiceSource.HINT
    deeds.describe_item(
        hall.ledger,
        hall.caller("duty"),
        item=item,
        service=Service.CASH_REGISTERED,
        is_confidential=True,
        amount_yen=20_000,
    )
    with hall.ledger.views() as views:
        known = views.books.item(item).details
    assert (known.service, known.signature_taken, known.is_confidential, known.amount_yen) == (
        Service.CASH_REGISTERED,
        True,
        True,
        20_000,
    )
    assert intact(hall)
