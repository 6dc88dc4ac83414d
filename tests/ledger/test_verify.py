"""Tampering by somebody who owns the database: found, and the place is named."""

import re
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text, update

from station.desk import arrival, calendar
from station.ledger import journal
from station.ledger.chain import hash_of
from station.ledger.database import reading
from station.ledger.faults import LedgerError
from station.ledger.laws import every_law
from station.ledger.schema import heads
from station.ledger.verify import Verdict, verify
from tests.support.hall import Hall

LOOSEN = {
    "sqlite": (
        "DROP TRIGGER journal_refuses_update",
        "DROP TRIGGER journal_refuses_delete",
        "DROP TRIGGER journal_in_order",
        "DROP TRIGGER handover_items_stay_whole",
    ),
    "postgresql": ("ALTER TABLE journal DISABLE TRIGGER ALL",),
}

ON_SERVER = pytest.param("postgresql", marks=[pytest.mark.postgres, pytest.mark.slow])


def loosen(engine: Engine) -> None:
    """Take the journal's laws away, as an owner of the database could."""
    with engine.begin() as connection:
        for statement in LOOSEN[engine.name]:
            connection.execute(text(statement))


def tighten(engine: Engine) -> None:
    """Give the laws back that were taken away, as somebody would who leaves no trace."""
    lifted = {statement.split()[-1] for statement in LOOSEN["sqlite"]}
    again = [law for law in every_law("sqlite") if law.split()[2] in lifted]
    if engine.name == "postgresql":
        again = ["ALTER TABLE journal ENABLE TRIGGER ALL"]
    with engine.begin() as connection:
        for statement in again:
            connection.exec_driver_sql(statement)


def cut_off_after(connection: Connection, kept: int) -> None:
    """Delete the newest entries, and let the head stand at the last that is left, all of it."""
    entry = next(it for it in journal.entries(connection, "hall") if it.seq == kept)
    head = {"seq": kept, "hash": entry.hash, "at": journal.recorded_from(entry).stamp.at}
    connection.execute(text(f"DELETE FROM journal WHERE seq > {kept}"))
    connection.execute(update(heads).values(**head))


def tamper(engine: Engine, *statements: str) -> Verdict:
    """Do as an owner of the database could, then verify."""
    loosen(engine)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    (verdict,) = verify(engine)
    return verdict


@pytest.mark.parametrize(
    ("statements", "says"),
    [
        (["UPDATE journal SET body = replace(body, '13112383852', '13112383845')"], "altered"),
        (["DELETE FROM journal WHERE seq = 20"], "entry 20: expected entry 20, got entry 21"),
        (["DELETE FROM journal WHERE seq > 30"], "entry 31: .*the newest entries were cut off"),
        (["DELETE FROM journal"], "entry 1: .*cut off"),
        (["UPDATE journal SET kind = 'item_eaten' WHERE seq = 7"], "entry 7: its columns"),
        (
            [
                "UPDATE journal SET seq = -1 WHERE seq = 21",
                "UPDATE journal SET seq = 21 WHERE seq = 22",
                "UPDATE journal SET seq = 22 WHERE seq = -1",
            ],
            "entry 21: ",
        ),
        (["UPDATE items SET holder = '01'"], "table items: "),
        (["UPDATE items SET number = '0'"], "table items: "),
        (["DELETE FROM handover_items"], "table handover_items: "),
        (["DELETE FROM cases", "UPDATE arrivals SET count = 0"], "table arrivals: "),
        (["UPDATE heads SET hash = 'f'"], "the head altered"),
        (["DELETE FROM heads"], "got none as the kept head"),
        (["UPDATE heads SET at = '2100-01-01 00:00:00.000000'"], "the head altered"),
        (["DELETE FROM journal", "DELETE FROM heads"], "got none as the kept head"),
        (["DELETE FROM subjects"], "table subjects: .* is missing"),
        (["UPDATE personal_data SET value = salt"], "not what the journal has the digest of"),
        (["DELETE FROM personal_data"], "table personal_data: .*: it is missing"),
    ],
)
def test_tampering_is_named(busy_hall: Hall, statements: list[str], says: str) -> None:
    if busy_hall.engine.name == "postgresql":
        pg = ["ALTER TABLE journal DROP CONSTRAINT ck_journal_seq_positive"]
        pg += ["ALTER TABLE handover_items DISABLE TRIGGER ALL"]
        statements = [*pg, *statements]
    if busy_hall.engine.name == "sqlite" and "seq = -1" in statements[0]:
        statements = ["PRAGMA ignore_check_constraints = ON", *statements]
    verdict = tamper(busy_hall.engine, *statements)
    assert verdict.broken is not None
    assert str(verdict).startswith("BROKEN: ")
    assert re.search(says, verdict.broken)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE subjects SET subject = upper(subject)", "table subjects: subject: expected 32"),
        (
            "UPDATE people SET name_id = substr(name_id, 1, 8) || '-' || substr(name_id, 9)",
            "table people: name_id: expected 32",
        ),
        ("UPDATE items SET undecided = 2", "table items: undecided: expected 0 or 1, got 2"),
        ("UPDATE people SET has_badge = 'yes'", "table people: has_badge: expected 0 or 1"),
        (
            "UPDATE items SET held_since = replace(held_since, '-', '')",
            "table items: held_since: expected a time as YYYY",
        ),
        (
            "UPDATE items SET held_since = CAST(held_since AS BLOB)",
            "table items: held_since: expected a time as YYYY",
        ),
        ("UPDATE heads SET at = replace(at, ' ', 'T')", "table heads: at: expected a time"),
        (
            "UPDATE closing_days SET until = '2020-W53-4'",
            "table closing_days: until: expected a day as YYYY-MM-DD, got '2020-W53-4'",
        ),
        (
            "UPDATE items SET scan = replace(scan, '{', '{\"photo\"\\: 1, ')",
            "table items: scan: expected JSON as the station writes it",
        ),
        (
            "UPDATE items SET scan = '{'",
            "table items: scan: expected JSON as the station writes it",
        ),
    ],
)
def test_a_value_that_is_spelt_otherwise_is_another(
    busy_hall: Hall, statement: str, says: str
) -> None:
    """Read back it would be the same; a question in SQL goes by what is written."""
    until = date(2020, 12, 31)
    calendar.set_closing_days(busy_hall.ledger, busy_hall.caller("admin"), until=until)
    assert re.search(says, str(tamper(busy_hall.engine, statement)))


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "UPDATE personal_data SET media_type = 'text/html' WHERE media_type <> 'image/jpeg'",
            "media_type: expected 'text/plain; charset=utf-8', got 'text/html'",
        ),
        (
            "UPDATE personal_data SET media_type = 'image/jpeg'",
            "media_type: expected 'text/plain; charset=utf-8', got 'image/jpeg'",
        ),
        (
            "UPDATE personal_data SET media_type = 'text/html' WHERE media_type = 'image/jpeg'",
            "media_type: expected 'image/jpeg', got 'text/html'",
        ),
        (
            "UPDATE personal_data SET kept_since = '1990-01-01 00:00:00.000000'",
            r"kept_since: expected 2020-.*, got 1990-01-0",
        ),
    ],
)
def test_what_is_kept_apart_is_of_the_kind_and_the_time_that_the_journal_says(
    busy_hall: Hall, statement: str, says: str
) -> None:
    """A slip and a scan have pictures, all else has texts; a purge goes by the time."""
    hall, opened = busy_hall, busy_hall.caller("clerk")
    arrival.open_arrival(
        hall.ledger, opened, carrier="日本郵便", declared_count=1, slip=b"a picture of a slip"
    )
    arrival.take_in_unreadable(
        hall.ledger,
        hall.caller("clerk"),
        arrival=opened.deed,
        first="31245077161",
        second="31245077161",
        photo=b"a picture of a piece",
    )
    assert verify(hall.engine)[0].broken is None
    assert re.search(f"table personal_data: .*: {says}", str(tamper(hall.engine, statement)))


def changed(engine: Engine, statement: str) -> str:
    """Change the database, its laws untouched but for that; return what verification says."""
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    (verdict,) = verify(engine)
    return str(verdict.broken)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("DROP TRIGGER journal_refuses_update", "trigger journal_refuses_update: it is missing"),
        ("DROP TRIGGER handovers_stay_sealed", "trigger handovers_stay_sealed: it is missing"),
        (
            "CREATE TRIGGER evil AFTER INSERT ON mails BEGIN UPDATE items SET holder = '04'; END",
            "trigger evil: the station knows nothing of it",
        ),
    ],
)
def test_a_law_that_is_gone_or_planted_is_named(hall: Hall, statement: str, says: str) -> None:
    assert changed(hall.engine, statement) == says


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_law_that_says_something_else_is_named(hall: Hall) -> None:
    with hall.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_refuses_delete")
    toothless = "CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal BEGIN SELECT 1; END"
    says = "trigger journal_refuses_delete: it is not what the station said"
    assert changed(hall.engine, toothless) == says


@pytest.mark.parametrize("database_url", [ON_SERVER], indirect=True)
@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "DROP TRIGGER journal_refuses_change ON journal",
            "trigger journal_refuses_change on journal: it is missing",
        ),
        (
            "ALTER TABLE journal DISABLE TRIGGER journal_in_order",
            "trigger journal_in_order on journal: it is not what the station said",
        ),
        (
            "ALTER TABLE items DISABLE TRIGGER ALL",
            "trigger RI_ConstraintTrigger_.* on items: the station knows nothing of it",
        ),
        (
            (
                "CREATE OR REPLACE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql "
                "AS $$ BEGIN RETURN NEW; END $$"
            ),
            "trigger journal_refuses_change on journal: it is not what the station said",
        ),
        (
            (
                "CREATE OR REPLACE TRIGGER day_closes_stay BEFORE INSERT ON day_closes "
                "FOR EACH ROW EXECUTE FUNCTION station_day_close()"
            ),
            "trigger day_closes_stay on day_closes: it is not what the station said",
        ),
        (
            (
                "CREATE OR REPLACE TRIGGER day_closes_stay BEFORE INSERT OR UPDATE OR DELETE "
                "ON day_closes FOR EACH ROW WHEN (false) EXECUTE FUNCTION station_day_close()"
            ),
            "trigger day_closes_stay on day_closes: it is not what the station said",
        ),
        (
            (
                "CREATE TRIGGER evil AFTER INSERT ON sessions "
                "FOR EACH ROW EXECUTE FUNCTION station_append_only()"
            ),
            "trigger evil on sessions: the station knows nothing of it",
        ),
        (
            "CREATE RULE evil AS ON DELETE TO items DO INSTEAD NOTHING",
            "trigger evil on items: the station knows nothing of it",
        ),
    ],
)
def test_a_law_of_a_server_that_is_gone_altered_or_planted_is_named(
    hall: Hall, statement: str, says: str
) -> None:
    assert re.fullmatch(says, changed(hall.engine, statement))


@pytest.mark.parametrize("table", ["mails", "sessions", "count_scans"])
def test_a_table_that_is_gone_is_named(busy_hall: Hall, table: str) -> None:
    with pytest.raises(LedgerError, match=f"no table {table}"):
        tamper(busy_hall.engine, f"DROP TABLE {table}")


def test_a_number_column_alone_is_part_of_the_books(busy_hall: Hall) -> None:
    assert verify(busy_hall.engine)[0].broken is None


def test_an_entry_that_cannot_be_replayed_is_named(busy_hall: Hall) -> None:
    """Somebody cuts the beginning off and renumbers nothing: the replay has no office."""
    verdict = tamper(busy_hall.engine, "DELETE FROM journal WHERE seq < 5")
    assert verdict.broken == "entry 1: expected entry 1, got entry 5: entries are missing"


def test_an_entry_that_was_given_a_new_hash_breaks_the_next(busy_hall: Hall) -> None:
    """Somebody alters a body and its hash, and goes no further."""
    with reading(busy_hall.engine) as connection:
        entries = list(journal.entries(connection, "hall"))
    seventh = entries[6]
    body = seventh.body.replace('"terminal":"test"', '"terminal":"other"')
    assert body != seventh.body
    hash_ = hash_of(body.encode())
    change = f"UPDATE journal SET body = '{body}', hash = '{hash_}' WHERE seq = 7"
    verdict = tamper(busy_hall.engine, change.replace(":", "\\:"))
    assert verdict.broken is not None
    assert verdict.broken.startswith("entry 8: it hangs on ")


def test_a_tail_cut_off_together_with_its_head_is_found_by_the_tables(busy_hall: Hall) -> None:
    loosen(busy_hall.engine)
    with busy_hall.engine.begin() as connection:
        cut_off_after(connection, 30)
    (verdict,) = verify(busy_hall.engine)
    assert verdict.broken is not None
    assert re.match("table [a-z_]+: ", verdict.broken)
