"""A single variant that somebody waits for is remembered as it was last seen."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step up."""
    op.create_table(
        "variant_seen",
        sa.Column(
            "variant_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("there", sa.Boolean(), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["variant_id"], ["variant.id"], name=op.f("fk_variant_seen_variant_id")
        ),
        sa.PrimaryKeyConstraint("variant_id", name=op.f("pk_variant_seen")),
    )


def downgrade() -> None:
    """One step down."""
    op.drop_table("variant_seen")
