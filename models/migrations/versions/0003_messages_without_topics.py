"""Messages without topics: what is asked about may come from a file instead of a ticket."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
OPEN = sa.text("state = 'open'")


def upgrade() -> None:
    """One step up."""
    _without_index()
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.add_column(sa.Column("batch_id", NUMBER, nullable=True))
        batch_op.alter_column("ticket_id", existing_type=NUMBER, nullable=True)
        batch_op.create_index(batch_op.f("ix_review_batch_id"), ["batch_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_review_batch_id"), "label_batch", ["batch_id"], ["id"]
        )
    _with_index()


def downgrade() -> None:
    """One step down; what has no ticket has no place there."""
    op.execute("DELETE FROM review WHERE ticket_id IS NULL")
    _without_index()
    with op.batch_alter_table("review", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_review_batch_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_review_batch_id"))
        batch_op.alter_column("ticket_id", existing_type=NUMBER, nullable=False)
        batch_op.drop_column("batch_id")
    _with_index()


def _without_index() -> None:
    """A table that is copied column by column loses the condition of its index."""
    op.drop_index("ix_review_open", table_name="review", sqlite_where=OPEN, postgresql_where=OPEN)


def _with_index() -> None:
    op.create_index(
        "ix_review_open",
        "review",
        ["worth", "id"],
        unique=False,
        sqlite_where=OPEN,
        postgresql_where=OPEN,
    )
