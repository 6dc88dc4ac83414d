"""Names and photos whose time is over are gone, to the last byte, and every proof still holds."""

import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine, func, insert, select

from station.custody.expected import overdue_expected
from station.custody.facts import ExpectedListImported, PersonalDataPurged
from station.custody.values import Ending
from station.desk import arrival, delivery, expected, review
from station.desk.scans import Seen
from station.ledger.database import open_engine, reading
from station.ledger.journal import entries, recorded_from
from station.ledger.purge import AT_ONCE, NotErasedError, purge
from station.ledger.schema import personal_data
from station.ledger.store import By
from station.ledger.verify import verify
from station.scan.reading import Doubtful
from tests.support.hall import TREASURY, Hall

KEPT, GONE, NEVER_CAME = "13112383852", "20112345676", "31245077161"
SECRETS = {"差出人甲", "あて先乙", "差出人丙", "あて先丁", "あて先戊"}
YEAR = timedelta(days=365)


def announced(hall: Hall) -> None:
    rows = (
        f"{KEPT},書留,差出人甲,あて先乙,出納室",
        f"{GONE},書留,差出人丙,あて先丁,出納室",
        f"{NEVER_CAME},書留,,あて先戊,出納室",
    )
    table = "\n".join(("引受番号,種別,差出人,あて先,配布先課", *rows)).encode()
    done = expected.import_expected(hall.ledger, hall.caller("clerk"), source="a.csv", data=table)
    assert isinstance(done.facts[0], ExpectedListImported)


def stored(engine: Engine) -> dict[UUID, tuple[bytes, bytes]]:
    with reading(engine) as connection:
        rows = connection.execute(
            select(personal_data.c.id, personal_data.c.salt, personal_data.c.value)
        )
        return {row.id: (row.salt, row.value) for row in rows}


def texts(engine: Engine) -> set[str]:
    return {value.decode(errors="replace") for _, value in stored(engine).values()}


def purged(engine: Engine) -> Iterator[PersonalDataPurged]:
    with reading(engine) as connection:
        for entry in entries(connection, "hall"):
            fact = recorded_from(entry).fact
            if isinstance(fact, PersonalDataPurged):
                yield fact


@pytest.fixture
def old_hall(hall: Hall) -> Hall:
    """One piece still held, one opened by its department, one that never came; a year later."""
    announced(hall)
    hall.routed(TREASURY, KEPT, GONE)
    hall.handed_over(KEPT, GONE)
    with hall.ledger.views() as views:
        (gone,) = views.books.held_items(GONE)
    delivery.deliver(hall.ledger, hall.caller("treasurer"), item=gone.id, ending=Ending.OPENED)
    hall.clock.now += YEAR
    return hall


def test_what_is_needed_stays_and_the_rest_goes(old_hall: Hall) -> None:
    before = stored(old_hall.engine)
    now = old_hall.clock.now
    assert purge(old_hall.engine, old_hall.ledger, now - 2 * YEAR) == 0
    assert purge(old_hall.engine, old_hall.ledger, now - YEAR / 2) == 3
    left = texts(old_hall.engine)
    assert left & SECRETS == {"差出人甲", "あて先乙"}
    assert {"管理者", "clerk", "treasurer"} <= left
    (fact,) = purged(old_hall.engine)
    assert set(fact.data) == before.keys() - stored(old_hall.engine).keys()
    assert fact.before == now - YEAR / 2
    assert verify(old_hall.engine)[0].broken is None
    assert purge(old_hall.engine, old_hall.ledger, now - YEAR / 2) == 0
    assert len(list(purged(old_hall.engine))) == 1


def test_what_a_label_or_a_missing_piece_is_known_by_stays_while_it_is_needed(
    old_hall: Hall,
) -> None:
    by = By(uuid4(), None, "console")
    old_hall.ledger.perform(
        by,
        "make_rounds",
        lambda work: overdue_expected(
            work.books, deed=by.deed, today=work.now.date(), grace_days=0
        ),
    )
    opened = old_hall.caller("duty")
    arrival.open_arrival(old_hall.ledger, opened, carrier="日本郵便", declared_count=1)
    arrival.label_unnumbered(
        old_hall.ledger,
        old_hall.caller("duty"),
        arrival=opened.deed,
        photo=b"photo of a label",
        description="青い封筒",
    )
    purge(old_hall.engine, old_hall.ledger, old_hall.clock.now + YEAR)
    assert {"あて先戊", "青い封筒", "photo of a label"} <= texts(old_hall.engine)


def test_screens_do_without_what_is_gone(old_hall: Hall) -> None:
    purge(old_hall.engine, old_hall.ledger, old_hall.clock.now)
    with old_hall.ledger.views() as views:
        (line,) = views.lines(views.books.numbered_items(GONE))
    assert (line.sender, line.addressee, line.service) == ("", "", "書留")


def test_a_value_that_comes_back_is_found(old_hall: Hall) -> None:
    before = stored(old_hall.engine)
    purge(old_hall.engine, old_hall.ledger, old_hall.clock.now)
    back = next(iter(before.keys() - stored(old_hall.engine).keys()))
    salt, value = before[back]
    with old_hall.engine.begin() as connection:
        connection.execute(
            insert(personal_data).values(
                office="hall",
                id=back,
                media_type="text/plain; charset=utf-8",
                salt=salt,
                value=value,
                kept_since=old_hall.clock.now,
            )
        )
    broken = verify(old_hall.engine)[0].broken
    assert broken == f"table personal_data: {back}: it was purged, and is there again"


def photos(engine: Engine) -> set[str]:
    return {text for text in texts(engine) if text.startswith("photo")}


def test_photos_stay_with_an_open_case_and_a_held_piece(old_hall: Hall) -> None:
    """The first scan of an unknown code opens a case; the second takes the piece in."""
    hall = old_hall
    opened = hall.caller("clerk")
    arrival.open_arrival(hall.ledger, opened, carrier="日本郵便", declared_count=1)
    doubt = Doubtful("99", (), "keyboard", ("scanner",), (), "unknown_family")
    for number in range(2):
        scanned = Seen(doubt, f"photo{number}".encode())
        arrival.take_in(hall.ledger, hall.caller("clerk"), arrival=opened.deed, seen=scanned)
    hall.clock.now += YEAR
    purge(hall.engine, hall.ledger, hall.clock.now)
    assert photos(hall.engine) == {"photo0", "photo1"}
    with hall.ledger.views() as views:
        cases = views.open_cases()
    for case in cases:
        review.settle_case(hall.ledger, hall.caller("supervisor"), case=case.id, reason="見た")
    purge(hall.engine, hall.ledger, hall.clock.now)
    assert photos(hall.engine) == {"photo1"}
    assert verify(hall.engine)[0].broken is None


def test_many_go_in_several_entries(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    assert AT_ONCE == 1_000
    monkeypatch.setattr("station.ledger.purge.AT_ONCE", 2)
    announced(hall)
    hall.clock.now += YEAR
    assert purge(hall.engine, hall.ledger, hall.clock.now) == 5
    assert [len(fact.data) for fact in purged(hall.engine)] == [2, 2, 1]
    assert verify(hall.engine)[0].broken is None


def test_another_office_keeps_its_own(old_hall: Hall) -> None:
    with reading(old_hall.engine) as connection:
        before = connection.execute(select(func.count()).select_from(personal_data)).scalar_one()
    other = Hall(old_hall.engine, old_hall.hasher, name="annex")
    announced(other)
    other.clock.now += 3 * YEAR
    count = purge(other.engine, other.ledger, other.clock.now)
    with reading(old_hall.engine) as connection:
        own = personal_data.c.office == "hall"
        left = connection.execute(select(func.count()).where(own)).scalar_one()
    assert (count, left) == (5, before)


def test_no_byte_of_name_or_salt_is_left_in_the_files(old_hall: Hall) -> None:
    engine = old_hall.engine
    before = stored(engine)
    purge(engine, old_hall.ledger, old_hall.clock.now)
    gone = [pair for key, pair in before.items() if key not in stored(engine)]
    assert len(gone) == 3
    data = b"".join(path.read_bytes() for path in files_of(engine))
    for salt, value in gone:
        assert salt not in data
        assert value not in data
    kept_salt, kept_value = next(pair for key, pair in before.items() if key in stored(engine))
    assert kept_salt in data  # else the look above proves nothing
    assert kept_value in data


def files_of(engine: Engine) -> list[Path]:
    """Where the values stand: SQLite's file and its log, PostgreSQL's file of the table."""
    if engine.name == "sqlite":
        file = Path(str(engine.url.database))
        return [path for path in (file, file.with_name(file.name + "-wal")) if path.exists()]
    autocommit = engine.connect().execution_options(isolation_level="AUTOCOMMIT")
    with autocommit as connection:
        connection.exec_driver_sql("CHECKPOINT")
        folder = connection.exec_driver_sql("SHOW data_directory").scalar_one()
        name = connection.exec_driver_sql(
            "SELECT pg_relation_filepath('personal_data')"
        ).scalar_one()
    return [Path(folder) / name]


@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # PostgreSQL waits for them
def test_a_reader_who_keeps_the_log_is_named(
    old_hall: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station.ledger.database.BUSY_TIMEOUT_MS", 200)
    engine = open_engine(str(old_hall.engine.url))
    with sqlite3.connect(str(engine.url.database)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM journal").fetchone()
        with pytest.raises(NotErasedError, match="run the same command again"):
            purge(engine, old_hall.ledger, old_hall.clock.now)
    reader.close()
    assert purge(engine, old_hall.ledger, old_hall.clock.now) == 0
    assert verify(engine)[0].broken is None
    engine.dispose()
