"""Text that was never saved, kept by this desk for its operator."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import Bytes, Id, Time

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "drafts",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("part_id", Id(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("content", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", "call_id", "part_id", name=op.f("pk_drafts")),
        sqlite_strict=True,
    )
