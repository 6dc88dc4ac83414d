"""The books are made from this version's own tables, and a stamp says which ones they are."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for the stamp; whoever upgrades then makes the books anew."""
    op.create_table(
        "books_stamp",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_books_stamp")),
    )
