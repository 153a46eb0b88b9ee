"""Keys that are found by how they begin are sorted byte by byte, whatever the database's language.

SQLite sorts so by itself.
"""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
KEYS = (("card", "key", 80), ("job_run", "slot", 60))


def upgrade() -> None:
    """One step up."""
    _sort(' COLLATE "C"')


def downgrade() -> None:
    """One step down."""
    _sort(' COLLATE "default"')


def _sort(how: str) -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table, column, length in KEYS:
            op.execute(f"ALTER TABLE {table} ALTER COLUMN {column} TYPE varchar({length}){how}")
