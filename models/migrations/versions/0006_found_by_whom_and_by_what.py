"""Who did something, and who was told of something, are found without reading everything."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """One step up."""
    op.create_index("ix_audit_actor_tg_id", "audit", ["actor_tg_id"], unique=False)
    op.create_index("ix_notice_dedup", "notice", ["dedup"], unique=False)


def downgrade() -> None:
    """One step down."""
    op.drop_index("ix_notice_dedup", table_name="notice")
    op.drop_index("ix_audit_actor_tg_id", table_name="audit")
