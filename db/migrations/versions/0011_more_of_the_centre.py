"""More of what the centre and its desks keep for each other.

Revision ID: 0011
Revises: 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Bytes, Id, Time

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add tables and columns."""

    # leave that was taken back: the ticker looks for it four times a second
    op.create_index(
        op.f("ix_centre_tickets_until"),
        "centre_tickets",
        ["until"],
        unique=False,
        sqlite_where=sa.text("revoked_at IS NOT NULL"),
        postgresql_where=sa.text("revoked_at IS NOT NULL"),
    )

    # what a desk holds, and what a later program's centre has given it
    _held_rows()

    # anchors and chores
    _anchors_anew()
    _anchor_heads()
    _chores()

    # ageing, and what was asked for of what is past
    _ageing()

    # quarantine that is driven again, and a centre that was put back in time
    _quarantine_owned()
    _told_before()


def _held_rows() -> None:
    op.add_column("sync_held", sa.Column("shape", sa.Integer(), nullable=True))
    op.create_table(
        "sync_shapes",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("columns", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_shapes")),
        sa.UniqueConstraint("columns", name=op.f("uq_sync_shapes_columns")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_aside",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entity", "key", name=op.f("pk_sync_aside")),
        sqlite_strict=True,
    )


def _anchors_anew() -> None:
    """Nothing has ever written these two; they lacked what an anchor is known by."""
    op.drop_table("centre_anchors")
    op.drop_table("sync_anchors")
    op.create_table(
        "centre_anchors",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("epoch", Id(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("root", Bytes(), nullable=False),
        sa.Column("previous_hash", Bytes(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_centre_anchors")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_anchors",
        sa.Column("epoch", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("root", Bytes(), nullable=False),
        sa.Column("previous_hash", Bytes(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.Column("operation_n", sa.Integer(), nullable=True),
        sa.Column("operation_hash", Bytes(), nullable=True),
        sa.Column("access_n", sa.Integer(), nullable=True),
        sa.Column("access_hash", Bytes(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("path", Bytes(), nullable=True),
        sa.PrimaryKeyConstraint("epoch", "n", name=op.f("pk_sync_anchors")),
        sqlite_strict=True,
    )


def _anchor_heads() -> None:
    op.create_table(
        "centre_anchor_heads",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operation_n", sa.Integer(), nullable=False),
        sa.Column("operation_hash", Bytes(), nullable=False),
        sa.Column("access_n", sa.Integer(), nullable=False),
        sa.Column("access_hash", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_centre_anchor_heads")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_centre_anchor_heads_n"), "centre_anchor_heads", ["n"], unique=False)
    op.create_table(
        "centre_anchor_doubts",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", "hash", name=op.f("pk_centre_anchor_doubts")),
        sqlite_strict=True,
    )
    dialect = op.get_bind().dialect.name
    tables = ("centre_anchors", "centre_anchor_heads", "centre_anchor_doubts")
    for statement in guards.append_only(dialect, *tables):
        op.execute(statement)


def _chores() -> None:
    op.create_table(
        "centre_chores",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("begun_at", Time(), nullable=False),
        sa.Column("ended_at", Time(), nullable=True),
        sa.Column("done_at", Time(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("runs", sa.BigInteger(), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_centre_chores")),
        sqlite_strict=True,
    )


def _ageing() -> None:
    op.add_column("centre_current", sa.Column("past_at", Time(), nullable=True))
    op.add_column(
        "centre_feed",
        sa.Column("past", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_table(
        "centre_arrivals",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_centre_arrivals")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_recalls",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_centre_recalls")),
        sqlite_strict=True,
    )


def _quarantine_owned() -> None:
    op.add_column("centre_quarantine", sa.Column("owner_id", Id(), nullable=True))
    op.add_column(
        "centre_quarantine",
        sa.Column("again", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def _told_before() -> None:
    op.create_table(
        "sync_told_before",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operation_id", Id(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_sync_told_before")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_kept_tickets",
        sa.Column("id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("issued_at", Time(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_kept_tickets")),
        sqlite_strict=True,
    )
