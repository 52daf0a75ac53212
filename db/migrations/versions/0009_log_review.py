"""Reviews of the access log: draws and findings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Id, Time

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "log_draws",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reviewer_id", Id(), nullable=False),
        sa.Column("drawn_at", Time(), nullable=False),
        sa.Column("start_at", Time(), nullable=False),
        sa.Column("end_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_draws")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_log_draws_drawn_at"), "log_draws", ["drawn_at"], unique=False)
    op.create_table(
        "log_drawn",
        sa.Column("draw_id", Id(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("access_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["draw_id"], ["log_draws.id"], name=op.f("fk_log_drawn_draw_id")),
        sa.PrimaryKeyConstraint("draw_id", "place", name=op.f("pk_log_drawn")),
        sqlite_strict=True,
    )
    op.create_table(
        "log_findings",
        sa.Column("id", Id(), nullable=False),
        sa.Column("access_id", Id(), nullable=False),
        sa.Column("reviewer_id", Id(), nullable=False),
        sa.Column("found_at", Time(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("draw_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["draw_id"], ["log_draws.id"], name=op.f("fk_log_findings_draw_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_findings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_log_findings_access_id"), "log_findings", ["access_id"], unique=False)
    dialect = op.get_bind().dialect.name
    for statement in guards.append_only(dialect, "log_draws", "log_drawn", "log_findings"):
        op.execute(statement)
