"""Parts of a call, wrap-up that survives a restart, cards that are handed over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import Id, Time

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("calls", sa.Column("wrap_up_until", Time(), nullable=True))
    op.add_column(
        "calls",
        sa.Column("number_hidden", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "parts",
        sa.Column("id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("opened_at", Time(), nullable=False),
        sa.Column("opened_by", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("entry_id", Id(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("closed_at", Time(), nullable=True),
        sa.Column("note_due", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_parts_call_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_parts_person_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_parts_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parts")),
        sqlite_strict=True,
    )
    for column in ("call_id", "entry_id", "person_id"):
        op.create_index(op.f(f"ix_parts_{column}"), "parts", [column], unique=False)
    op.create_index(
        op.f("ix_parts_opened_by_opened_at"),
        "parts",
        ["opened_by", "opened_at"],
        unique=False,
        sqlite_where=sa.text("note_due = 1"),
        postgresql_where=sa.text("note_due"),
    )
    op.create_table(
        "hand_overs",
        sa.Column("id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("from_id", Id(), nullable=False),
        sa.Column("to_id", Id(), nullable=False),
        sa.Column("offered_at", Time(), nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("taken_at", Time(), nullable=True),
        sa.Column("withdrawn_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_hand_overs_call_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_overs")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hand_overs_call_id"), "hand_overs", ["call_id"], unique=False)
    op.create_index(
        op.f("ix_hand_overs_to_id_offered_at"),
        "hand_overs",
        ["to_id", "offered_at"],
        unique=False,
        sqlite_where=sa.text("taken_at IS NULL AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("taken_at IS NULL AND withdrawn_at IS NULL"),
    )
