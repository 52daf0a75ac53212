"""Blocks that patients have asked for, and their openings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Id, Time

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "blocks",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("care_provider", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("valid_from", Time(), nullable=True),
        sa.Column("valid_until", Time(), nullable=True),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("set_at", Time(), nullable=False),
        sa.Column("set_by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_blocks_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_blocks")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_blocks_person_id"), "blocks", ["person_id"])
    op.create_table(
        "block_revocations",
        sa.Column("id", Id(), nullable=False),
        sa.Column("block_id", Id(), nullable=False),
        sa.Column("revoked_at", Time(), nullable=False),
        sa.Column("revoked_by", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["block_id"], ["blocks.id"], name=op.f("fk_block_revocations_block_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_revocations")),
        sa.UniqueConstraint("block_id", name=op.f("uq_block_revocations_block_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "block_lifts",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=True),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("units", sa.Text(), nullable=False),
        sa.Column("lifted_at", Time(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_block_lifts_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_lifts")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_block_lifts_person_id_until"), "block_lifts", ["person_id", "until"])
    for statement in guards.append_only(
        op.get_bind().dialect.name, "blocks", "block_revocations", "block_lifts"
    ):
        op.execute(statement)
