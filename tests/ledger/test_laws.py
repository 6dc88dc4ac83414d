"""The laws that the database itself keeps, past all Python, on both kinds of database."""

from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from station.desk import arrival, day_close, handover, review
from tests.support.hall import TREASURY, WATER, Hall, seen

ONE, TWO = "13112383852", "20112345676"
TOKYO = ZoneInfo("Asia/Tokyo")
KEPT_OF_HANDOVERS = (
    "office, id, giver, receiver, opened_by, opened_at, early, receiver_done, moved_at, gave, took"
)


def breaks(engine: Engine, statement: str, law: str) -> None:
    """The statement must reach at least one row and be refused by that law."""
    with pytest.raises(DBAPIError, match=law), engine.begin() as connection:
        connection.execute(text(statement))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = '{}'",
        "UPDATE journal SET seq = seq + 1000",
        "DELETE FROM journal",
        "DELETE FROM journal WHERE seq = (SELECT MAX(seq) FROM journal)",
    ],
)
def test_the_journal_is_neither_changed_nor_shortened(hall: Hall, statement: str) -> None:
    breaks(hall.engine, statement, "law: the journal is append-only")


def test_the_journal_is_not_emptied_at_once(hall: Hall) -> None:
    if hall.engine.name == "postgresql":
        breaks(hall.engine, "TRUNCATE journal", "law: the journal is append-only")


@pytest.mark.parametrize("seq", [1, 5, 99_999])
def test_the_journal_has_no_gap_and_no_second_line(hall: Hall, seq: int) -> None:
    insert = "INSERT OR REPLACE" if hall.engine.name == "sqlite" else "INSERT"
    breaks(
        hall.engine,
        f"{insert} INTO journal (office, seq, deed, position, kind, body, hash) "
        f"SELECT office, {seq}, deed, 77, kind, body, hash FROM journal WHERE seq = 1",
        "law: the journal has no gap and no second line",
    )


def test_a_uuid_is_used_once(hall: Hall) -> None:
    breaks(
        hall.engine,
        "INSERT INTO journal (office, seq, deed, position, kind, body, hash) "
        "SELECT office, (SELECT MAX(seq) + 1 FROM journal), deed, position, kind, body, hash "
        "FROM journal WHERE seq = 1",
        "(?i)unique",
    )


def test_an_item_has_exactly_one_holder(hall: Hall) -> None:
    hall.taken("clerk", ONE)
    breaks(hall.engine, "UPDATE items SET holder = NULL", "(?i)not.null")
    breaks(hall.engine, "UPDATE items SET holder = '99'", "(?i)foreign key")


def test_a_route_rests_on_two_different_people(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    breaks(hall.engine, "UPDATE items SET route_check_by = route_first_by", "route_by_two")
    breaks(hall.engine, "UPDATE items SET route_check_by = NULL", "route_by_two")


def test_nothing_is_let_go_by_one_person(hall: Hall) -> None:
    hall.taken("clerk", ONE)
    review.record_stray(hall.ledger, hall.caller("water"), seen=seen(ONE))
    by = "settled_by = author, settled_at = opened_at, reason = 'x'"
    for settlement in ("declare_lost", "void_item", "close_with_difference"):
        alone = f"UPDATE cases SET settlement = '{settlement}', {by}"
        breaks(hall.engine, alone, "let_go_by_two")
        breaks(hall.engine, f"{alone}, proposed_by = author", "let_go_by_two")
    breaks(hall.engine, "UPDATE cases SET settlement = 'explained'", "settled_with_reason")


def test_an_undecided_piece_is_opened_by_two_different_people(hall: Hall) -> None:
    hall.taken("clerk", ONE)
    both = "opening_first_by = taken_in_by, opening_second_by = taken_in_by"
    breaks(hall.engine, f"UPDATE items SET {both}", "opening_by_two")
    breaks(hall.engine, "UPDATE items SET opening_second_by = taken_in_by", "opening_begun_by_one")


SEAL_BY_FORCE = (
    "UPDATE handovers SET phase = 'sealed', digest = 'd', sealed_at = opened_at, "
    "giver_signer = (SELECT id FROM people ORDER BY id LIMIT 1), "
    "receiver_signer = (SELECT id FROM people ORDER BY id DESC LIMIT 1)"
)


def test_a_handover_with_unequal_sets_is_not_sealed(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    hall.counted("treasurer", hall.offered(TREASURY, ONE, TWO), ONE)
    breaks(hall.engine, SEAL_BY_FORCE, "law: a sealed handover has two equal sets")


def test_a_handover_with_empty_sets_is_not_sealed(hall: Hall) -> None:
    handover.open_handover(hall.ledger, hall.caller("clerk"), receiver=TREASURY)
    breaks(hall.engine, SEAL_BY_FORCE, "law: a sealed handover has two equal sets")


def test_a_handover_is_not_sealed_by_one_person_or_nobody(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.counted("treasurer", hall.offered(TREASURY, ONE), ONE)
    breaks(
        hall.engine,
        "UPDATE handovers SET giver_signer = opened_by, receiver_signer = opened_by",
        "two_signers",
    )
    breaks(
        hall.engine,
        "UPDATE handovers SET phase = 'sealed', sealed_at = opened_at",
        "sealed_is_signed",
    )


@pytest.fixture
def sealed(hall: Hall) -> Hall:
    hall.routed(TREASURY, ONE)
    hall.handed_over(ONE)
    return hall


@pytest.mark.parametrize(
    ("statement", "law"),
    [
        ("UPDATE handovers SET phase = 'agreed'", "law: a sealed handover stays"),
        ("DELETE FROM handovers", "law: a sealed handover stays"),
        ("UPDATE handover_items SET received = offered", "law: a sealed set stays"),
        ("DELETE FROM handover_items", "law: a sealed set stays"),
    ],
)
def test_a_sealed_handover_stays_as_it_is(sealed: Hall, statement: str, law: str) -> None:
    breaks(sealed.engine, statement, law)


def test_a_sealed_handover_is_not_replaced_or_emptied(sealed: Hall) -> None:
    columns = KEPT_OF_HANDOVERS
    again = f"INTO handovers ({columns}, phase) SELECT {columns}, 'offering' FROM handovers"
    if sealed.engine.name == "sqlite":
        breaks(sealed.engine, f"INSERT OR REPLACE {again}", "law: a sealed handover stays")
        return
    upsert = f"INSERT {again} ON CONFLICT (office, id) DO UPDATE SET phase = 'offering'"
    for statement in (upsert, "TRUNCATE handover_items", "TRUNCATE handovers CASCADE"):
        breaks(sealed.engine, statement, "law: a sealed handover stays")


@pytest.mark.parametrize("who", ["clerk", "clerk2", "treasurer"])
def test_whose_word_or_signature_stands_is_not_deleted(sealed: Hall, who: str) -> None:
    person = sql_id(sealed.engine, sealed.people[who].person)
    breaks(sealed.engine, f"DELETE FROM people WHERE id = {person}", "(?i)foreign key")


def test_a_handover_does_not_begin_sealed(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    breaks(
        hall.engine,
        "INSERT INTO handovers (office, id, giver, receiver, opened_by, opened_at, phase, digest, "
        "giver_signer, receiver_signer, sealed_at, early, receiver_done, moved_at, gave, took) "
        "SELECT 'hall', (SELECT id FROM items), giver, receiver, opened_by, opened_at, 'sealed', "
        "'d', opened_by, (SELECT id FROM people WHERE id <> opened_by LIMIT 1), opened_at, early, "
        "receiver_done, moved_at, gave, took FROM handovers",
        "law: a handover begins unsealed",
    )


def test_a_piece_is_in_one_open_handover(hall: Hall) -> None:
    hall.routed(TREASURY, ONE, TWO)
    first, second = hall.offered(TREASURY, ONE), hall.offered(TREASURY, TWO)
    law = "law: a piece is in one open handover"
    named = {"first": sql_id(hall.engine, first), "second": sql_id(hall.engine, second)}
    breaks(
        hall.engine,
        "INSERT INTO handover_items (office, handover, item, offered, received) "
        "SELECT office, {second}, item, offered, received FROM handover_items "
        "WHERE handover = {first}".format(**named),
        law,
    )
    breaks(
        hall.engine,
        "UPDATE handover_items SET item = (SELECT item FROM handover_items "
        "WHERE handover = {first}) WHERE handover = {second}".format(**named),
        law,
    )
    handover.cancel(hall.ledger, hall.caller("clerk"), handover=first)
    third = hall.offered(TREASURY, ONE)
    breaks(
        hall.engine,
        "UPDATE handovers SET phase = 'counting' WHERE phase = 'cancelled'",
        "law: a handover that was broken off stays so",
    )
    assert third != first


def test_a_handover_that_was_broken_off_is_not_replaced(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    handover.cancel(hall.ledger, hall.caller("clerk"), handover=hall.offered(TREASURY, ONE))
    columns = KEPT_OF_HANDOVERS
    again = f"INTO handovers ({columns}, phase) SELECT {columns}, 'offering' FROM handovers"
    if hall.engine.name == "sqlite":
        statement = f"INSERT OR REPLACE {again} WHERE true"
    else:
        statement = f"INSERT {again} ON CONFLICT (office, id) DO UPDATE SET phase = 'offering'"
    breaks(hall.engine, statement, "law: a handover that was broken off stays so")


def test_a_named_person_signs_in_person(hall: Hall) -> None:
    hall.routed(WATER, ONE)
    hall.offered(WATER, ONE, person="water")
    other = "(SELECT p.id FROM people p WHERE p.id NOT IN (receiver_person, opened_by) LIMIT 1)"
    breaks(hall.engine, f"UPDATE handovers SET receiver_signer = {other}", "receiver_in_person")
    given = "giver_person = opened_by, receiver_person = NULL"
    breaks(hall.engine, f"UPDATE handovers SET {given}, giver_signer = {other}", "giver_in_person")


def test_a_handover_has_two_sides(hall: Hall) -> None:
    hall.routed(WATER, ONE)
    hall.offered(WATER, ONE, person="water")
    breaks(hall.engine, "UPDATE handovers SET giver_person = receiver_person", "two_people")
    breaks(
        hall.engine, "UPDATE handovers SET receiver = giver, receiver_person = NULL", "two_sides"
    )


def test_what_is_received_was_scanned_by_somebody(hall: Hall) -> None:
    hall.routed(TREASURY, ONE)
    hall.offered(TREASURY, ONE)
    breaks(hall.engine, "UPDATE handover_items SET received = offered", "received_by_somebody")


def sql_id(engine: Engine, key: UUID) -> str:
    """A UUID as a literal of the database's own."""
    return f"'{key}'" if engine.name == "postgresql" else f"'{key.hex}'"


def test_a_label_is_given_once(hall: Hall) -> None:
    opened = hall.caller("duty")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=2)
    for _ in range(2):
        arrival.label_unnumbered(
            hall.ledger,
            hall.caller("duty"),
            arrival=opened.deed,
            photo=b"\xff\xd8",
            description="封筒",
        )
    breaks(hall.engine, "UPDATE labels SET serial = 1", "(?i)unique")
    breaks(hall.engine, "UPDATE labels SET number = 'MRL0000000142'", "(?i)unique")


@pytest.fixture
def closed(hall: Hall) -> Hall:
    """A department that holds a piece has counted it and closed its day."""
    hall.taken("clerk", ONE)
    opened = hall.caller("clerk")
    day_close.open_day_close(hall.ledger, opened, zone=TOKYO)
    day_close.count_piece(
        hall.ledger, hall.caller("clerk"), day_close=opened.deed, seen=seen(ONE), zone=TOKYO
    )
    day_close.finish_day_count(hall.ledger, hall.caller("clerk"), day_close=opened.deed, zone=TOKYO)
    return hall


@pytest.mark.parametrize(
    ("statement", "law"),
    [
        ("UPDATE day_closes SET status = 'counting'", "law: a closed day stays"),
        ("UPDATE day_closes SET opened_at = opened_at", "law: a closed day stays"),
        ("DELETE FROM day_closes", "law: a closed day stays"),
        ("UPDATE count_scans SET is_taken_back = NOT is_taken_back", "law: the count of a closed"),
        ("DELETE FROM count_scans", "law: the count of a closed"),
    ],
)
def test_a_closed_day_stays_as_it_is(closed: Hall, statement: str, law: str) -> None:
    breaks(closed.engine, statement, law)


COUNT_SCAN = (
    "INTO count_scans (office, id, day_close, scan, item, was_held, {by}, seq, is_taken_back) "
    "SELECT office, {id}, day_close, scan, item, was_held, {by}, seq, is_taken_back "
    "FROM count_scans"
)


def test_nothing_is_counted_into_a_closed_day_or_put_in_its_place(closed: Hall) -> None:
    late = COUNT_SCAN.format(id="(SELECT id FROM items)", by='"by"')
    breaks(closed.engine, f"INSERT {late}", "law: the count of a closed")
    columns = "office, id, department, day, opened_by, opened_at"
    again = f"INTO day_closes ({columns}, status) SELECT {columns}, 'counting' FROM day_closes"
    if closed.engine.name == "sqlite":
        breaks(closed.engine, f"INSERT OR REPLACE {again}", "law: a closed day stays")
        same_day = again.replace("SELECT office, id", "SELECT office, (SELECT id FROM items)")
        breaks(closed.engine, f"INSERT OR REPLACE {same_day}", "law: a closed day stays")
        return
    upsert = f"INSERT {again} ON CONFLICT (office, id) DO UPDATE SET status = 'counting'"
    for statement in (upsert, "TRUNCATE day_closes CASCADE"):
        breaks(closed.engine, statement, "law: ")
    breaks(closed.engine, "TRUNCATE count_scans", "law: the count of a closed")


def test_a_department_closes_a_day_once(hall: Hall) -> None:
    hall.taken("clerk", ONE)
    day_close.open_day_close(hall.ledger, hall.caller("clerk"), zone=TOKYO)
    columns = "department, day, opened_by, opened_at, status"
    breaks(
        hall.engine,
        f"INSERT INTO day_closes (office, id, {columns}) "
        f"SELECT office, (SELECT id FROM items), {columns} FROM day_closes",
        "(?i)unique",
    )


def test_a_day_close_begins_with_counting(hall: Hall) -> None:
    hall.taken("clerk", ONE)
    for status in ("closed", "differing", "closed_with_difference"):
        breaks(
            hall.engine,
            "INSERT INTO day_closes (office, id, department, day, opened_by, opened_at, status) "
            f"SELECT office, id, holder, '2020-10-31', taken_in_by, taken_in_at, '{status}' "
            "FROM items",
            "law: a day close begins with counting",
        )


def test_a_day_is_not_closed_with_a_piece_uncounted(hall: Hall) -> None:
    hall.taken("clerk", ONE, TWO)
    opened = hall.caller("clerk")
    day_close.open_day_close(hall.ledger, opened, zone=TOKYO)
    close = "UPDATE day_closes SET status = 'closed'"
    breaks(hall.engine, close, "law: a closed day has every piece counted")
    for number in (ONE, TWO):
        day_close.count_piece(
            hall.ledger, hall.caller("clerk"), day_close=opened.deed, seen=seen(number), zone=TOKYO
        )
    day_close.undo_count(hall.ledger, hall.caller("clerk"), day_close=opened.deed, zone=TOKYO)
    breaks(hall.engine, close, "law: a closed day has every piece counted")
