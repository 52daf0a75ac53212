"""Calls to 112: when, for which call, whether the line confirmed it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import Id, Time

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "alarms",
        sa.Column("id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("raised_at", Time(), nullable=False),
        sa.Column("connected_at", Time(), nullable=True),
        sa.Column("failed_at", Time(), nullable=True),
        sa.Column("ended_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_alarms_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alarms")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_alarms_call_id"), "alarms", ["call_id"], unique=False)
    op.create_index(
        op.f("ix_alarms_operator_id_raised_at"),
        "alarms",
        ["operator_id", "raised_at"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
