"""Badges that are valid no more, a brake by badge and terminal, and notices with their mails."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and let the old brake by badge alone go."""
    op.add_column(
        "credentials",
        sa.Column("pin_is_once", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.drop_column("credentials", "failures")
    op.drop_column("credentials", "failed_at")
    op.add_column("sessions", sa.Column("department", sa.String(length=20), nullable=True))
    op.create_table(
        "revoked_badges",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("badge", sa.String(length=40), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("office", "badge", name=op.f("pk_revoked_badges")),
    )
    op.create_table(
        "pin_tries",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("terminal", sa.String(length=60), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_known", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("office", "person", "terminal", name=op.f("pk_pin_tries")),
    )
    op.create_table(
        "contacts",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("staff_number", sa.String(length=40), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.PrimaryKeyConstraint("office", "person", name=op.f("pk_contacts")),
        sa.UniqueConstraint("office", "staff_number", name=op.f("uq_contacts_office_staff_number")),
    )
    op.create_table(
        "notices",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=True),
        sa.Column("department", sa.String(length=20), nullable=True),
        sa.Column("roles", sa.JSON(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.Column("addressed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("office", "id", name=op.f("pk_notices")),
    )
    op.create_index(op.f("ix_notices_office_at"), "notices", ["office", "at"])
    op.create_table(
        "mails",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("notice", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("office", "notice", "person", name=op.f("pk_mails")),
    )
    op.create_index(op.f("ix_mails_office_due_at"), "mails", ["office", "due_at"])
