"""The first tables, and the laws that must never break, said by the database itself."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_LAWS = (
    """CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END""",
    """CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END""",
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END""",
    """CREATE TRIGGER handovers_seal_equal_sets BEFORE UPDATE ON handovers
    WHEN NEW.phase = 'sealed' AND (
        NOT EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
        OR EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered <> p.received))
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover has two equal sets'); END""",
    """CREATE TRIGGER handovers_begin_unsealed BEFORE INSERT ON handovers
    WHEN NEW.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a handover begins unsealed'); END""",
    """CREATE TRIGGER handovers_stay_sealed BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
    """CREATE TRIGGER handover_items_stay_sealed BEFORE UPDATE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
    """CREATE TRIGGER handover_items_stay_whole BEFORE DELETE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
    """CREATE TRIGGER handover_items_refuse_late BEFORE INSERT ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END""",
)

POSTGRESQL_LAWS = (
    """CREATE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'law: the journal is append-only'; END $$""",
    """CREATE TRIGGER journal_refuses_change BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION station_append_only()""",
    """CREATE TRIGGER journal_refuses_truncate BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION station_append_only()""",
    """CREATE FUNCTION station_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.seq <> 1 + COALESCE(
            (SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0) THEN
            RAISE EXCEPTION 'law: the journal has no gap and no second line';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    FOR EACH ROW EXECUTE FUNCTION station_in_order()""",
    """CREATE FUNCTION station_seal() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' THEN
            IF NEW.phase = 'sealed' THEN
                RAISE EXCEPTION 'law: a handover begins unsealed';
            END IF;
            RETURN NEW;
        END IF;
        IF OLD.phase = 'sealed' THEN
            RAISE EXCEPTION 'law: a sealed handover stays as it is';
        END IF;
        IF NEW.phase = 'sealed' AND (
            NOT EXISTS (SELECT 1 FROM handover_items p
                WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
            OR EXISTS (SELECT 1 FROM handover_items p
                WHERE p.office = NEW.office AND p.handover = NEW.id
                AND p.offered <> p.received)) THEN
            RAISE EXCEPTION 'law: a sealed handover has two equal sets';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER handovers_seal BEFORE INSERT OR UPDATE ON handovers
    FOR EACH ROW EXECUTE FUNCTION station_seal()""",
    """CREATE FUNCTION station_sealed_set() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE piece handover_items := COALESCE(NEW, OLD);
    BEGIN
        IF EXISTS (SELECT 1 FROM handovers h WHERE h.office = piece.office
            AND h.id = piece.handover AND h.phase = 'sealed') THEN
            RAISE EXCEPTION 'law: a sealed set stays as it is';
        END IF;
        RETURN piece;
    END $$""",
    """CREATE TRIGGER handover_items_stay_sealed
    BEFORE INSERT OR UPDATE OR DELETE ON handover_items
    FOR EACH ROW EXECUTE FUNCTION station_sealed_set()""",
)


def _say_laws() -> None:
    laws = POSTGRESQL_LAWS if op.get_bind().dialect.name == "postgresql" else SQLITE_LAWS
    for law in laws:
        op.execute(law)


def upgrade() -> None:
    """Create the tables and say the laws."""
    op.create_table(
        "credentials",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("badge", sa.String(length=40), nullable=False),
        sa.Column("pin_hash", sa.String(length=200), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office", "person", name=op.f("pk_credentials")),
        sa.UniqueConstraint("office", "badge", name=op.f("uq_credentials_office_badge")),
    )
    op.create_table(
        "departments",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("kana", sa.String(length=240), nullable=False),
        sa.Column("aliases", sa.JSON(), nullable=False),
        sa.Column("sorts_mail", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_departments")),
    )
    op.create_table(
        "heads",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", name=op.f("pk_heads")),
    )
    op.create_table(
        "journal",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("deed", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.CheckConstraint("seq > 0", name=op.f("ck_journal_seq_positive")),
        sa.PrimaryKeyConstraint("office", "seq", name=op.f("pk_journal")),
        sa.UniqueConstraint(
            "office", "deed", "position", name=op.f("uq_journal_office_deed_position")
        ),
    )
    op.create_table(
        "personal_data",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("media_type", sa.String(length=60), nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=False),
        sa.Column("kept_since", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_personal_data")),
    )
    op.create_table(
        "sessions",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("terminal", sa.String(length=60), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "token_hash", name=op.f("pk_sessions")),
    )
    op.create_table(
        "subjects",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("office", "subject", "seq", name=op.f("pk_subjects")),
    )
    op.create_table(
        "expected_items",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("list", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("service", sa.String(length=60), nullable=False),
        sa.Column("sender_id", sa.Uuid(), nullable=True),
        sa.Column("sender_digest", sa.String(length=64), nullable=True),
        sa.Column("addressee_id", sa.Uuid(), nullable=True),
        sa.Column("addressee_digest", sa.String(length=64), nullable=True),
        sa.Column("department", sa.String(length=20), nullable=True),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("item", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["office", "department"],
            ["departments.office", "departments.id"],
            name=op.f("fk_expected_items_office_department"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_expected_items")),
    )
    op.create_index(
        op.f("ix_expected_items_office_list"), "expected_items", ["office", "list"], unique=False
    )
    op.create_index(
        op.f("ix_expected_items_office_number"),
        "expected_items",
        ["office", "number"],
        unique=False,
    )
    op.create_table(
        "people",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name_id", sa.Uuid(), nullable=False),
        sa.Column("name_digest", sa.String(length=64), nullable=False),
        sa.Column("department", sa.String(length=20), nullable=False),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("has_badge", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "department"],
            ["departments.office", "departments.id"],
            name=op.f("fk_people_office_department"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_people")),
    )
    op.create_table(
        "arrivals",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("carrier", sa.String(length=60), nullable=False),
        sa.Column("declared_count", sa.Integer(), nullable=False),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("department", sa.String(length=20), nullable=False),
        sa.Column("list", sa.Uuid(), nullable=True),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.CheckConstraint("count >= 0", name=op.f("ck_arrivals_count_not_negative")),
        sa.CheckConstraint("declared_count > 0", name=op.f("ck_arrivals_declared_positive")),
        sa.ForeignKeyConstraint(
            ["office", "department"],
            ["departments.office", "departments.id"],
            name=op.f("fk_arrivals_office_department"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "opened_by"],
            ["people.office", "people.id"],
            name=op.f("fk_arrivals_office_opened_by"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_arrivals")),
    )
    op.create_index(
        op.f("ix_arrivals_office_status"), "arrivals", ["office", "status"], unique=False
    )
    op.create_table(
        "handovers",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("giver", sa.String(length=20), nullable=False),
        sa.Column("receiver", sa.String(length=20), nullable=False),
        sa.Column("opened_by", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("phase", sa.String(length=12), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("giver_signer", sa.Uuid(), nullable=True),
        sa.Column("receiver_signer", sa.Uuid(), nullable=True),
        sa.Column("sealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL"
            " AND digest IS NOT NULL AND sealed_at IS NOT NULL)",
            name=op.f("ck_handovers_sealed_is_signed"),
        ),
        sa.CheckConstraint("giver <> receiver", name=op.f("ck_handovers_two_departments")),
        sa.CheckConstraint(
            "giver_signer <> receiver_signer", name=op.f("ck_handovers_two_signers")
        ),
        sa.ForeignKeyConstraint(
            ["office", "giver"],
            ["departments.office", "departments.id"],
            name=op.f("fk_handovers_office_giver"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "giver_signer"],
            ["people.office", "people.id"],
            name=op.f("fk_handovers_office_giver_signer"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "opened_by"],
            ["people.office", "people.id"],
            name=op.f("fk_handovers_office_opened_by"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "receiver"],
            ["departments.office", "departments.id"],
            name=op.f("fk_handovers_office_receiver"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "receiver_signer"],
            ["people.office", "people.id"],
            name=op.f("fk_handovers_office_receiver_signer"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_handovers")),
    )
    op.create_index(
        op.f("ix_handovers_office_phase"), "handovers", ["office", "phase"], unique=False
    )
    op.create_table(
        "items",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("arrival", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(length=60), nullable=False),
        sa.Column("scan", sa.JSON(), nullable=False),
        sa.Column("expected", sa.Uuid(), nullable=True),
        sa.Column("taken_in_by", sa.Uuid(), nullable=False),
        sa.Column("taken_in_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_in_seq", sa.BigInteger(), nullable=False),
        sa.Column("holder", sa.String(length=20), nullable=False),
        sa.Column("held_since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=12), nullable=False),
        sa.Column("route", sa.String(length=20), nullable=True),
        sa.Column("route_first_by", sa.Uuid(), nullable=True),
        sa.Column("route_check_by", sa.Uuid(), nullable=True),
        sa.Column("first_by", sa.Uuid(), nullable=True),
        sa.Column("first_department", sa.String(length=20), nullable=True),
        sa.Column("check_by", sa.Uuid(), nullable=True),
        sa.Column("check_department", sa.String(length=20), nullable=True),
        sa.Column("undecided", sa.Boolean(), nullable=False),
        sa.Column("handover", sa.Uuid(), nullable=True),
        sa.CheckConstraint("first_by <> check_by", name=op.f("ck_items_words_by_two")),
        sa.CheckConstraint(
            "route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL"
            " AND route_first_by <> route_check_by)",
            name=op.f("ck_items_route_by_two"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "arrival"],
            ["arrivals.office", "arrivals.id"],
            name=op.f("fk_items_office_arrival"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "expected"],
            ["expected_items.office", "expected_items.id"],
            name=op.f("fk_items_office_expected"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "handover"],
            ["handovers.office", "handovers.id"],
            name=op.f("fk_items_office_handover"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "holder"],
            ["departments.office", "departments.id"],
            name=op.f("fk_items_office_holder"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "route"],
            ["departments.office", "departments.id"],
            name=op.f("fk_items_office_route"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "route_check_by"],
            ["people.office", "people.id"],
            name=op.f("fk_items_office_route_check_by"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "route_first_by"],
            ["people.office", "people.id"],
            name=op.f("fk_items_office_route_first_by"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "taken_in_by"],
            ["people.office", "people.id"],
            name=op.f("fk_items_office_taken_in_by"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_items")),
    )
    op.create_index(op.f("ix_items_office_arrival"), "items", ["office", "arrival"], unique=False)
    op.create_index(
        op.f("ix_items_office_holder_status"), "items", ["office", "holder", "status"], unique=False
    )
    op.create_index(op.f("ix_items_office_number"), "items", ["office", "number"], unique=False)
    op.create_table(
        "cases",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=30), nullable=False),
        sa.Column("author", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("arrival", sa.Uuid(), nullable=True),
        sa.Column("item", sa.Uuid(), nullable=True),
        sa.Column("handover", sa.Uuid(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("scan", sa.JSON(), nullable=True),
        sa.Column("settled_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(settled_by IS NULL) = (reason IS NULL)", name=op.f("ck_cases_settled_with_reason")
        ),
        sa.ForeignKeyConstraint(
            ["office", "arrival"],
            ["arrivals.office", "arrivals.id"],
            name=op.f("fk_cases_office_arrival"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "author"],
            ["people.office", "people.id"],
            name=op.f("fk_cases_office_author"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "handover"],
            ["handovers.office", "handovers.id"],
            name=op.f("fk_cases_office_handover"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "item"], ["items.office", "items.id"], name=op.f("fk_cases_office_item")
        ),
        sa.ForeignKeyConstraint(
            ["office", "settled_by"],
            ["people.office", "people.id"],
            name=op.f("fk_cases_office_settled_by"),
        ),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_cases")),
    )
    op.create_index(op.f("ix_cases_office_arrival"), "cases", ["office", "arrival"], unique=False)
    op.create_index(op.f("ix_cases_office_handover"), "cases", ["office", "handover"], unique=False)
    op.create_index(op.f("ix_cases_office_item"), "cases", ["office", "item"], unique=False)
    op.create_table(
        "handover_items",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("handover", sa.Uuid(), nullable=False),
        sa.Column("item", sa.Uuid(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("received", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["office", "handover"],
            ["handovers.office", "handovers.id"],
            name=op.f("fk_handover_items_office_handover"),
        ),
        sa.ForeignKeyConstraint(
            ["office", "item"],
            ["items.office", "items.id"],
            name=op.f("fk_handover_items_office_item"),
        ),
        sa.PrimaryKeyConstraint("office", "handover", "item", name=op.f("pk_handover_items")),
    )
    op.create_index(
        op.f("ix_handover_items_office_item"), "handover_items", ["office", "item"], unique=False
    )
    _say_laws()
