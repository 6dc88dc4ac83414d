"""Devices hand in scans for one purpose, under their own name, as long as they are trusted."""

from datetime import timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from station.custody.facts import ItemTakenIn, PieceCounted
from station.custody.refusal import Reason, Refused
from station.desk import arrival, badges, day_close, devices
from station.ledger.devices import Device, Purpose
from station.ledger.store import By, Done
from tests.support.hall import DUTY, SORTING, TREASURY, Hall, seen

TOKYO = ZoneInfo("Asia/Tokyo")
ONE, TWO = "13112383852", "20112345676"


def by(hall: Hall, who: str = "admin", deed: UUID | None = None) -> By:
    return By(deed or uuid4(), hall.people[who].person, "test")


def new(hall: Hall, **more: object) -> devices.NewDevice:
    said = {"name": "入口カメラ", "department": DUTY, "keeper": hall.people["duty"].person}
    return devices.NewDevice(**{**said, "purpose": Purpose.ARRIVAL, "days": 30, **more})  # type: ignore[arg-type]


def handed_in(hall: Hall, device: Device, number: str, deed: UUID | None = None) -> Done:
    return devices.hand_in(hall.ledger, device, deed or uuid4(), seen(number), TOKYO)


def opened(hall: Hall) -> UUID:
    caller = hall.caller("duty")
    arrival.open_arrival(hall.ledger, caller, carrier="日本郵便", declared_count=2)
    return caller.deed


def test_a_scan_goes_into_the_one_open_arrival_under_the_devices_name(hall: Hall) -> None:
    token = devices.issue_device(hall.ledger, by(hall), new(hall))
    device = devices.admit(hall.ledger, token)
    there = opened(hall)
    deed = uuid4()
    done = handed_in(hall, device, ONE, deed)
    (fact,) = done.facts
    assert isinstance(fact, ItemTakenIn)
    assert fact.arrival == there
    (line,) = done.recorded
    assert (line.stamp.person, line.department) == (hall.people["duty"].person, DUTY)
    with hall.engine.connect() as connection:
        rows = connection.execute(text("SELECT body FROM journal ORDER BY seq DESC LIMIT 1"))
        assert "device 入口カメラ" in str(rows.scalar_one())
    assert handed_in(hall, device, ONE, deed).is_replay


def test_where_none_or_several_arrivals_are_open_it_is_refused(hall: Hall) -> None:
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), new(hall)))
    for count in (0, 2):
        with pytest.raises(Refused) as refused:
            handed_in(hall, device, ONE)
        assert refused.value.reason is Reason.DEVICE_NEEDS_ONE
        assert refused.value.details["got"] == count
        opened(hall), opened(hall)


def test_a_device_of_the_day_close_counts_into_todays(hall: Hall) -> None:
    keeper = hall.people["clerk"].person
    said = new(hall, department=SORTING, keeper=keeper, purpose=Purpose.DAY_CLOSE)
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), said))
    with pytest.raises(Refused):
        handed_in(hall, device, ONE)
    hall.taken("clerk", ONE)
    day_close.open_day_close(hall.ledger, hall.caller("clerk"), zone=TOKYO)
    assert isinstance(handed_in(hall, device, ONE).facts[0], PieceCounted)


def test_a_token_ends_at_its_day_and_when_it_is_withdrawn(hall: Hall) -> None:
    token = devices.issue_device(hall.ledger, by(hall), new(hall, days=1))
    device = devices.admit(hall.ledger, token)
    devices.withdraw_device(hall.ledger, by(hall), device.id)
    another = devices.issue_device(hall.ledger, by(hall), new(hall, days=1))
    hall.clock.now += timedelta(days=1)
    for gone in (token, another, "made up", ""):
        with pytest.raises(Refused) as refused:
            devices.admit(hall.ledger, gone)
        assert refused.value.reason is Reason.TOKEN_NOT_VALID
    states = [devices.state_of(it, hall.ledger.now()) for it in devices.every(hall.ledger)]
    assert states == ["expired", "withdrawn"]


def test_a_device_whose_keeper_has_left_hands_in_nothing(hall: Hall) -> None:
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), new(hall)))
    opened(hall)
    keeper = hall.people["duty"].person
    with hall.ledger.views() as views:
        version = views.books.person(keeper).version
    badges.person_leaves(hall.ledger, hall.caller("admin"), person=keeper, seen=version)
    with pytest.raises(Refused):
        handed_in(hall, device, ONE)


def test_too_many_uses_have_to_wait_for_the_minute_to_end(
    hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(devices, "USES_A_MINUTE", 3)
    token = devices.issue_device(hall.ledger, by(hall), new(hall))
    for _ in range(3):
        used = devices.admit(hall.ledger, token)
    with pytest.raises(Refused) as refused:
        devices.admit(hall.ledger, token)
    assert refused.value.reason is Reason.TOO_MANY_ATTEMPTS
    hall.clock.now += timedelta(minutes=1)
    assert devices.admit(hall.ledger, token).id == used.id
    (known,) = devices.every(hall.ledger)
    assert known.seen_at is not None
    assert hall.ledger.now() - known.seen_at < timedelta(minutes=1)


def test_only_an_administrator_gives_tokens_out(hall: Hall) -> None:
    for who in ("duty", "clerk", "supervisor", "treasurer"):
        with pytest.raises(Refused) as refused:
            devices.issue_device(hall.ledger, by(hall, who), new(hall))
        assert refused.value.reason is Reason.ROLE_MISSING
    token = devices.issue_device(hall.ledger, By(uuid4(), None, "console"), new(hall))
    device = devices.admit(hall.ledger, token)
    with pytest.raises(Refused):
        devices.withdraw_device(hall.ledger, by(hall, "duty"), device.id)


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"name": "  "}, Reason.NAME_MISSING),
        ({"name": "x" * 41}, Reason.NAME_MISSING),
        ({"name": "a\nb"}, Reason.NAME_MISSING),
        ({"name": "入口カメラ"}, Reason.DEVICE_NAME_TAKEN),
        ({"name": "b", "days": 0}, Reason.COUNT_OUT_OF_RANGE),
        ({"name": "b", "days": 401}, Reason.COUNT_OUT_OF_RANGE),
        ({"name": "b", "department": TREASURY}, Reason.NO_POSTING),
        ({"name": "b", "department": "99"}, Reason.UNKNOWN_SUBJECT),
    ],
)
def test_what_a_device_cannot_be(hall: Hall, said: dict[str, object], reason: Reason) -> None:
    devices.issue_device(hall.ledger, by(hall), new(hall))
    with pytest.raises(Refused) as refused:
        devices.issue_device(hall.ledger, by(hall), new(hall, **said))
    assert refused.value.reason is reason
    assert len(devices.every(hall.ledger)) == 1


def test_of_a_token_the_hash_alone_is_kept_and_it_is_told_once(hall: Hall) -> None:
    deed = uuid4()
    token = devices.issue_device(hall.ledger, by(hall, deed=deed), new(hall))
    with pytest.raises(Refused) as refused:
        devices.issue_device(hall.ledger, by(hall, deed=deed), new(hall))
    assert refused.value.reason is Reason.TOLD_ONCE
    with hall.engine.connect() as connection:
        kept = [
            str(row)
            for table in ("journal", "devices")
            for row in connection.execute(text(f"SELECT * FROM {table}"))
        ]
    assert any("入口カメラ" in row for row in kept)
    assert not any(token in row for row in kept)


def test_a_scan_that_waited_goes_into_nothing_that_was_opened_after_it(hall: Hall) -> None:
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), new(hall)))
    opened(hall)
    hall.clock.now += timedelta(hours=2)
    hour = timedelta(hours=1)
    done = devices.hand_in(hall.ledger, device, uuid4(), seen(ONE), TOKYO, hour)
    assert isinstance(done.facts[0], ItemTakenIn)
    with pytest.raises(Refused) as refused:
        devices.hand_in(hall.ledger, device, uuid4(), seen(TWO), TOKYO, 3 * hour)
    assert refused.value.reason is Reason.SCAN_TOO_OLD
    assert refused.value.details["got"] == 180


def test_a_count_is_of_what_is_there_now(hall: Hall) -> None:
    keeper = hall.people["clerk"].person
    said = new(hall, department=SORTING, keeper=keeper, purpose=Purpose.DAY_CLOSE)
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), said))
    hall.taken("clerk", ONE)
    day_close.open_day_close(hall.ledger, hall.caller("clerk"), zone=TOKYO)
    hall.clock.now += timedelta(minutes=10)
    with pytest.raises(Refused) as refused:
        devices.hand_in(
            hall.ledger, device, uuid4(), seen(ONE), TOKYO, timedelta(minutes=1, seconds=1)
        )
    assert refused.value.reason is Reason.SCAN_TOO_OLD
    near = timedelta(seconds=20)
    done = devices.hand_in(hall.ledger, device, uuid4(), seen(ONE), TOKYO, near)
    assert isinstance(done.facts[0], PieceCounted)


def test_a_deed_done_before_is_answered_when_nothing_is_open_any_more(hall: Hall) -> None:
    device = devices.admit(hall.ledger, devices.issue_device(hall.ledger, by(hall), new(hall)))
    there, deed = opened(hall), uuid4()
    assert not handed_in(hall, device, ONE, deed).is_replay
    handed_in(hall, device, TWO)
    arrival.close_arrival(hall.ledger, hall.caller("duty"), arrival=there)
    assert handed_in(hall, device, ONE, deed).is_replay
    with pytest.raises(Refused):
        handed_in(hall, device, ONE)
