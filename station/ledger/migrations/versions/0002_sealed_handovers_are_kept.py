"""A sealed handover is neither deleted nor replaced by another row of the same id."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SQLITE_LAWS = (
    """CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
    # INSERT OR REPLACE deletes without asking the triggers of DELETE.
    """CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END""",
)

POSTGRESQL_LAWS = (
    """CREATE FUNCTION station_keep_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        -- Nested, because TRUNCATE has no OLD row to look into.
        IF TG_OP = 'DELETE' THEN
            IF OLD.phase <> 'sealed' THEN
                RETURN OLD;
            END IF;
        END IF;
        RAISE EXCEPTION 'law: a sealed handover stays as it is';
    END $$""",
    """CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    FOR EACH ROW EXECUTE FUNCTION station_keep_sealed()""",
    """CREATE TRIGGER handovers_refuse_truncate BEFORE TRUNCATE ON handovers
    FOR EACH STATEMENT EXECUTE FUNCTION station_keep_sealed()""",
    """CREATE TRIGGER handover_items_refuse_truncate BEFORE TRUNCATE ON handover_items
    FOR EACH STATEMENT EXECUTE FUNCTION station_keep_sealed()""",
)


def upgrade() -> None:
    """Say the laws."""
    laws = POSTGRESQL_LAWS if op.get_bind().dialect.name == "postgresql" else SQLITE_LAWS
    for law in laws:
        op.execute(law)
