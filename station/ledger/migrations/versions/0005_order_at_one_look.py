"""The journal's law of order looks at the last entry by the one index that knows it.

With MAX, PostgreSQL's planner took any index that begins with the office while it thought the table
tiny, and kept that plan: a journal filled by one long transaction took the square of its length.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Say the law in other words; SQLite's needs none."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("""CREATE OR REPLACE FUNCTION station_in_order() RETURNS trigger
            LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.seq <> 1 + COALESCE((SELECT seq FROM journal WHERE office = NEW.office
                    ORDER BY seq DESC LIMIT 1), 0) THEN
                    RAISE EXCEPTION 'law: the journal has no gap and no second line';
                END IF;
                RETURN NEW;
            END $$""")
