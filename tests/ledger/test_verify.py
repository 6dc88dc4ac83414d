"""Tampering by somebody who owns the database: found, and the place is named."""

import re

import pytest
from sqlalchemy import Connection, Engine, text, update

from station.ledger import journal
from station.ledger.chain import hash_of
from station.ledger.database import reading
from station.ledger.faults import LedgerError
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


def loosen(engine: Engine) -> None:
    """Take the journal's laws away, as an owner of the database could."""
    with engine.begin() as connection:
        for statement in LOOSEN[engine.name]:
            connection.execute(text(statement))


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
    ],
)
def test_an_id_that_is_spelt_otherwise_is_another(
    busy_hall: Hall, statement: str, says: str
) -> None:
    assert re.search(says, str(tamper(busy_hall.engine, statement)))


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
