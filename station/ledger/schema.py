"""The tables.  Every key begins with the office, so that one database can keep several journals.

Three groups: the journal; the tables that follow from it (`BOOKS`), which are thrown away and made
anew whenever they change here (`binding`); and what is kept apart and can be deleted: names,
photos, secrets, sessions.  The first and the last change by a migration only.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

OFFICE_LENGTH_MAX = 40


class UtcDateTime(TypeDecorator[datetime]):
    """A point in time, kept in UTC; refuses a time without a zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Bring to UTC on the way in."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"expected a time with a zone, got {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Say the zone again on the way out: SQLite forgets it."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _table(name: str, *parts: SchemaItem) -> Table:
    return Table(
        name, metadata, Column("office", String(OFFICE_LENGTH_MAX), primary_key=True), *parts
    )


def _refers(column: str, table: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["office", column], [f"{table}.office", f"{table}.id"])


# -- the journal -------------------------------------------------------------------------------

journal = _table(
    "journal",
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("deed", Uuid, nullable=False),
    Column("position", Integer, nullable=False),
    Column("kind", String(60), nullable=False),
    Column("body", Text, nullable=False),
    Column("hash", String(64), nullable=False),
    UniqueConstraint("office", "deed", "position"),
    CheckConstraint("seq > 0", name="seq_positive"),
)

heads = _table(
    "heads",
    Column("seq", BigInteger, nullable=False),
    Column("hash", String(64), nullable=False),
    Column("at", UtcDateTime, nullable=False),
)

subjects = _table(
    "subjects",
    Column("subject", Uuid, primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
)

# -- the books: what follows from the journal ----------------------------------------------------

departments = _table(
    "departments",
    Column("id", String(20), primary_key=True),
    Column("name", String(120), nullable=False),
    Column("kana", String(240), nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("sorts_mail", Boolean, nullable=False),
    Column("former_names", JSON, nullable=False),
    Column("closes_at", UtcDateTime),
    Column("successor", String(20)),
    Column("is_closed", Boolean, nullable=False),
    Column("opens_at", UtcDateTime),
    CheckConstraint("opens_at IS NULL OR is_closed", name="closed_until_it_opens"),
)

people = _table(
    "people",
    Column("id", Uuid, primary_key=True),
    Column("name_id", Uuid, nullable=False),
    Column("name_digest", String(64), nullable=False),
    Column("postings", JSON, nullable=False),
    Column("has_badge", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)

expected_items = _table(
    "expected_items",
    Column("id", Uuid, primary_key=True),
    Column("list", Uuid, nullable=False),
    Column("number", String(60), nullable=False),
    Column("service", String(60), nullable=False),
    Column("sender_id", Uuid),
    Column("sender_digest", String(64)),
    Column("addressee_id", Uuid),
    Column("addressee_digest", String(64)),
    Column("department", String(20)),
    Column("seq", BigInteger, nullable=False),
    Column("due", Date, nullable=False),
    Column("item", Uuid),
    Column("is_withdrawn", Boolean, nullable=False),
    Column("missed", Date),
    _refers("department", "departments"),
    Index(None, "office", "number"),
    Index(None, "office", "due"),
)

listings = _table(
    "listings",
    Column("id", Uuid, primary_key=True),
    Column("list", Uuid, nullable=False),
    Column("expected", Uuid, nullable=False),
    _refers("expected", "expected_items"),
    UniqueConstraint("office", "list", "expected"),
    Index(None, "office", "expected"),
)

arrivals = _table(
    "arrivals",
    Column("id", Uuid, primary_key=True),
    Column("carrier", String(60), nullable=False),
    Column("declared_count", Integer, nullable=False),
    Column("arrived_at", UtcDateTime, nullable=False),
    Column("department", String(20), nullable=False),
    Column("list", Uuid),
    Column("opened_by", Uuid, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("count", Integer, nullable=False),
    Column("status", String(12), nullable=False),
    Column("slips", JSON, nullable=False),
    _refers("department", "departments"),
    _refers("opened_by", "people"),
    CheckConstraint("declared_count > 0", name="declared_positive"),
    CheckConstraint("count >= 0", name="count_not_negative"),
    Index(None, "office", "status"),
)

handovers = _table(
    "handovers",
    Column("id", Uuid, primary_key=True),
    Column("giver", String(20), nullable=False),
    Column("receiver", String(20), nullable=False),
    Column("opened_by", Uuid, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("phase", String(12), nullable=False),
    Column("digest", String(64)),
    Column("giver_signer", Uuid),
    Column("receiver_signer", Uuid),
    Column("sealed_at", UtcDateTime),
    Column("giver_person", Uuid),
    Column("receiver_person", Uuid),
    Column("early", JSON, nullable=False),
    Column("receiver_done", Boolean, nullable=False),
    Column("agreed_at", UtcDateTime),
    Column("moved_at", UtcDateTime, nullable=False),
    Column("gave", JSON, nullable=False),
    Column("took", JSON, nullable=False),
    _refers("giver", "departments"),
    _refers("receiver", "departments"),
    _refers("opened_by", "people"),
    _refers("giver_signer", "people"),
    _refers("receiver_signer", "people"),
    _refers("giver_person", "people"),
    _refers("receiver_person", "people"),
    CheckConstraint(
        "giver <> receiver OR giver_person IS NOT NULL OR receiver_person IS NOT NULL",
        name="two_sides",
    ),
    CheckConstraint("giver_person <> receiver_person", name="two_people"),
    CheckConstraint("giver_signer <> receiver_signer", name="two_signers"),
    # Each passes while nobody is named or nobody has signed: NULL is no contradiction.
    CheckConstraint("giver_signer = giver_person", name="giver_in_person"),
    CheckConstraint("receiver_signer = receiver_person", name="receiver_in_person"),
    CheckConstraint(
        "phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL"
        " AND digest IS NOT NULL AND sealed_at IS NOT NULL)",
        name="sealed_is_signed",
    ),
    Index(None, "office", "phase"),
)

items = _table(
    "items",
    Column("id", Uuid, primary_key=True),
    Column("arrival", Uuid, nullable=False),
    Column("number", String(60), nullable=False),
    Column("scan", JSON, nullable=False),
    Column("expected", Uuid),
    Column("taken_in_by", Uuid, nullable=False),
    Column("taken_in_at", UtcDateTime, nullable=False),
    Column("taken_in_seq", BigInteger, nullable=False),
    Column("holder", String(20), nullable=False),
    Column("held_since", UtcDateTime, nullable=False),
    Column("moved_at", UtcDateTime, nullable=False),
    Column("status", String(12), nullable=False),
    Column("route", String(20)),
    Column("route_first_by", Uuid),
    Column("route_check_by", Uuid),
    Column("first_by", Uuid),
    Column("first_department", String(20)),
    Column("check_by", Uuid),
    Column("check_department", String(20)),
    Column("undecided", Boolean, nullable=False),
    Column("handover", Uuid),
    Column("keeper", Uuid),
    Column("questioned", Boolean, nullable=False),
    Column("service", String(40)),
    Column("service_from", String(12)),
    Column("signature_taken", Boolean),
    Column("is_confidential", Boolean, nullable=False),
    Column("amount_yen", Integer),
    Column("opening_first_by", Uuid),
    Column("opening_second_by", Uuid),
    Column("let_go_by", Uuid),
    _refers("arrival", "arrivals"),
    _refers("expected", "expected_items"),
    _refers("taken_in_by", "people"),
    _refers("holder", "departments"),
    _refers("route", "departments"),
    _refers("route_first_by", "people"),
    _refers("route_check_by", "people"),
    _refers("handover", "handovers"),
    _refers("keeper", "people"),
    CheckConstraint(
        "route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL"
        " AND route_first_by <> route_check_by)",
        name="route_by_two",
    ),
    CheckConstraint("first_by <> check_by", name="words_by_two"),
    _refers("opening_first_by", "people"),
    _refers("opening_second_by", "people"),
    CheckConstraint("opening_first_by <> opening_second_by", name="opening_by_two"),
    CheckConstraint(
        "opening_second_by IS NULL OR opening_first_by IS NOT NULL", name="opening_begun_by_one"
    ),
    CheckConstraint("amount_yen >= 0", name="amount_not_negative"),
    CheckConstraint(
        "(status <> 'lost' OR let_go_by IS NOT NULL)"
        " AND (let_go_by IS NULL OR status IN ('lost', 'void'))",
        name="let_go_by_a_case",
    ),
    Index(None, "office", "number"),
    Index(None, "office", "holder", "status"),
    Index(None, "office", "arrival"),
)

labels = _table(
    "labels",
    Column("id", Uuid, primary_key=True),
    Column("serial", Integer, nullable=False),
    Column("number", String(60), nullable=False),
    Column("description_id", Uuid),
    Column("description_digest", String(64)),
    Column("covers", String(60)),
    Column("is_scanned", Boolean, nullable=False),
    _refers("id", "items"),
    UniqueConstraint("office", "serial"),
    UniqueConstraint("office", "number"),
    Index(None, "office", "covers"),
    CheckConstraint("serial > 0", name="serial_positive"),
)

suggestion_rules = _table(
    "suggestion_rules",
    Column("id", String(20), primary_key=True),
    Column("rules", JSON, nullable=False),
)

incidents = _table(
    "incidents",
    Column("id", Uuid, primary_key=True),
    Column("item", Uuid, nullable=False),
    Column("case", Uuid, nullable=False),
    Column("opened_by", Uuid, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("reason", Text, nullable=False),
    Column("end", String(12)),
    Column("closed_at", UtcDateTime),
    _refers("item", "items"),
    _refers("case", "cases"),
    _refers("opened_by", "people"),
    CheckConstraint('("end" IS NULL) = (closed_at IS NULL)', name="closed_with_end"),
    Index(None, "office", "item"),
)

searches = _table(
    "searches",
    Column("id", Uuid, primary_key=True),
    Column("incident", Uuid, nullable=False),
    Column("department", String(20), nullable=False),
    Column("person", Uuid),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("times_asked", Integer, nullable=False),
    Column("found", Boolean),
    Column("answered_by", Uuid),
    Column("answered_at", UtcDateTime),
    Column("note_id", Uuid),
    Column("note_digest", String(64)),
    _refers("incident", "incidents"),
    _refers("department", "departments"),
    _refers("person", "people"),
    _refers("answered_by", "people"),
    CheckConstraint("(found IS NULL) = (answered_by IS NULL)", name="answered_by_somebody"),
    Index(None, "office", "incident"),
)

handover_items = _table(
    "handover_items",
    Column("handover", Uuid, primary_key=True),
    Column("item", Uuid, primary_key=True),
    Column("offered", Boolean, nullable=False),
    Column("received", Boolean, nullable=False),
    Column("received_by", Uuid),
    _refers("handover", "handovers"),
    _refers("item", "items"),
    _refers("received_by", "people"),
    CheckConstraint("received = (received_by IS NOT NULL)", name="received_by_somebody"),
    Index(None, "office", "item"),
)

day_closes = _table(
    "day_closes",
    Column("id", Uuid, primary_key=True),
    Column("department", String(20), nullable=False),
    Column("day", Date, nullable=False),
    Column("opened_by", Uuid, nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("status", String(30), nullable=False),
    UniqueConstraint("office", "department", "day"),
    _refers("department", "departments"),
    _refers("opened_by", "people"),
)

count_scans = _table(
    "count_scans",
    Column("id", Uuid, primary_key=True),
    Column("day_close", Uuid, nullable=False),
    Column("scan", JSON, nullable=False),
    Column("item", Uuid),
    Column("was_held", Boolean, nullable=False),
    Column("by", Uuid, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("is_taken_back", Boolean, nullable=False),
    _refers("day_close", "day_closes"),
    _refers("item", "items"),
    _refers("by", "people"),
    Index(None, "office", "day_close"),
)

closing_days = _table(
    "closing_days",
    Column("id", String(20), primary_key=True),
    Column("until", Date, nullable=False),
    Column("days", JSON, nullable=False),
    Column("yearly", JSON, nullable=False),
)

cases = _table(
    "cases",
    Column("id", Uuid, primary_key=True),
    Column("what", String(30), nullable=False),
    Column("author", Uuid),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("arrival", Uuid),
    Column("item", Uuid),
    Column("handover", Uuid),
    Column("text", Text),
    Column("scan", JSON),
    Column("day_close", Uuid),
    Column("department", String(20)),
    Column("day", Date),
    Column("proposal", Uuid),
    Column("proposed_settlement", String(30)),
    Column("proposed_by", Uuid),
    Column("proposed_reason", Text),
    Column("proposed_seen", Text),
    Column("settlement", String(30)),
    Column("settled_by", Uuid),
    Column("settled_at", UtcDateTime),
    Column("reason", Text),
    Column("expected", Uuid),
    Column("settled_with", Uuid),
    _refers("author", "people"),
    _refers("day_close", "day_closes"),
    _refers("department", "departments"),
    _refers("proposed_by", "people"),
    _refers("settled_by", "people"),
    _refers("arrival", "arrivals"),
    _refers("item", "items"),
    _refers("handover", "handovers"),
    _refers("expected", "expected_items"),
    CheckConstraint(
        "settled_with IS NULL OR (settlement IS NOT NULL AND settlement = 'settled_along')",
        name="settled_along_with_a_case",
    ),
    CheckConstraint(
        "(settlement IS NULL) = (reason IS NULL) AND (settled_by IS NULL) = (reason IS NULL)"
        " AND (settled_at IS NULL) = (reason IS NULL)",
        name="settled_with_reason",
    ),
    CheckConstraint(
        "settlement IS NULL"
        " OR settlement NOT IN ('close_with_difference', 'declare_lost', 'void_item')"
        " OR (proposed_by IS NOT NULL AND settled_by <> proposed_by)",
        name="let_go_by_two",
    ),
    Index(None, "office", "arrival"),
    Index(None, "office", "item"),
    Index(None, "office", "handover"),
    Index(None, "office", "expected"),
    Index(None, "office", "day_close"),
    Index(None, "office", "settled_with"),
)

BOOKS = (
    departments,
    people,
    expected_items,
    listings,
    arrivals,
    suggestion_rules,
    handovers,
    items,
    labels,
    day_closes,
    count_scans,
    cases,
    incidents,
    searches,
    handover_items,
    closing_days,
    subjects,
)
"""What follows from the journal, in the order in which rows may refer to one another."""

books_stamp = Table("books_stamp", metadata, Column("digest", String(64), primary_key=True))
"""One row: which tables and laws the books of this database have (`binding.due_stamp`)."""

# -- kept apart: never in the journal ------------------------------------------------------------

personal_data = _table(
    "personal_data",
    Column("id", Uuid, primary_key=True),
    Column("media_type", String(60), nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("value", LargeBinary, nullable=False),
    Column("kept_since", UtcDateTime, nullable=False),
)

credentials = _table(
    "credentials",
    Column("person", Uuid, primary_key=True),
    Column("badge", String(40), nullable=False),
    Column("pin_hash", String(200), nullable=False),
    Column("pin_is_once", Boolean, nullable=False),
    UniqueConstraint("office", "badge"),
)

revoked_badges = _table(
    "revoked_badges",
    Column("badge", String(40), primary_key=True),
    Column("revoked_at", UtcDateTime, nullable=False),
)

pin_tries = _table(
    "pin_tries",
    Column("person", Uuid, primary_key=True),
    Column("terminal", String(60), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("failed_at", UtcDateTime),
    Column("is_known", Boolean, nullable=False),
)

sessions = _table(
    "sessions",
    Column("token_hash", String(64), primary_key=True),
    Column("person", Uuid, nullable=False),
    Column("terminal", String(60), nullable=False),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("department", String(20)),
)

devices = _table(
    "devices",
    Column("id", Uuid, primary_key=True),
    Column("name", String(40), nullable=False),
    Column("department", String(20), nullable=False),
    Column("keeper", Uuid, nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("token_hash", String(64), nullable=False),
    Column("issued_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("withdrawn_at", UtcDateTime),
    Column("seen_at", UtcDateTime),
    Column("counted_from", UtcDateTime),
    Column("uses", Integer, nullable=False),
    UniqueConstraint("office", "token_hash"),
)

contacts = _table(
    "contacts",
    Column("person", Uuid, primary_key=True),
    Column("staff_number", String(40)),
    Column("email", String(254)),
    Column("language", String(8), nullable=False),
    UniqueConstraint("office", "staff_number"),
)

webhooks = _table(
    "webhooks",
    Column("told", BigInteger, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", UtcDateTime, nullable=False),
    Column("failure", Text),
)

notices = _table(
    "notices",
    Column("id", Uuid, primary_key=True),
    Column("kind", String(20), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("subject", Uuid),
    Column("department", String(20)),
    Column("roles", JSON, nullable=False),
    Column("person", Uuid),
    Column("told", JSON, nullable=False),
    Column("addressed_at", UtcDateTime),
    Index(None, "office", "at"),
)

mails = _table(
    "mails",
    Column("notice", Uuid, primary_key=True),
    Column("person", Uuid, primary_key=True),
    Column("tries", Integer, nullable=False),
    Column("due_at", UtcDateTime),
    Column("sent_at", UtcDateTime),
    Column("failure", Text),
    Index(None, "office", "due_at"),
)
