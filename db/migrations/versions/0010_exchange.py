"""The exchange between desks and the centre: what each keeps of it, and work that comes back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Bytes, Id, Time

revision = "0010"
down_revision = "0009"

_TEXTS = (
    "course",
    "findings",
    "advice_ticks",
    "call_back_ticks",
    "call_back_if",
    "support_topic",
    "support_version",
    "deviation",
    "deviation_reason",
    "patient_view",
    "patient_view_text",
    "interpreter_kind",
    "interpreter_language",
)
_VERSION_COLUMNS = (
    "id",
    "entry_id",
    "number",
    "codes",
    "informant",
    "informant_name",
    "reason",
    "history",
    "background",
    "assessment",
    "urgency",
    "outcome",
    "unit_id",
    "advice",
    "written_at",
    "written_by",
    "correction",
    "signed_at",
    "signed_by",
    *_TEXTS,
    "follows",
    "understood",
    "upon",
)


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.execute(guards.signed_no_more(dialect))
    op.add_column(
        "entry_versions",
        sa.Column("upon", sa.Integer(), nullable=False, server_default=sa.text("0")),
    )
    op.execute(guards.signed_once(dialect, _VERSION_COLUMNS))
    op.create_table(
        "centre_anchors",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("root", Bytes(), nullable=False),
        sa.Column("previous_hash", Bytes(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_centre_anchors")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_attempts",
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failed_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("about", name=op.f("pk_centre_attempts")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_buckets",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("oldest", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_buckets")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_credentials",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("salt", Bytes(), nullable=False),
        sa.Column("memory_kib", sa.Integer(), nullable=False),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("lanes", sa.Integer(), nullable=False),
        sa.Column("verifier", Bytes(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", name=op.f("pk_centre_credentials")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_current",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("sum", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "entity", "key", name=op.f("pk_centre_current")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_centre_current_bucket_seq"), "centre_current", ["bucket", "seq"], unique=False
    )
    op.create_index(
        op.f("ix_centre_current_key_entity"), "centre_current", ["key", "entity"], unique=False
    )
    op.create_table(
        "centre_device_operators",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("last_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint(
            "device_id", "operator_id", name=op.f("pk_centre_device_operators")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_devices",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("public_key", Bytes(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("enrolled_at", Time(), nullable=False),
        sa.Column("seen_at", Time(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("access_n", sa.Integer(), nullable=False),
        sa.Column("access_hash", Bytes(), nullable=False),
        sa.Column("alone_until", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_devices")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_feed",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "seq", name=op.f("pk_centre_feed")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_invitations",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("code_hash", Bytes(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("used_at", Time(), nullable=True),
        sa.Column("used_by", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_invitations")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_centre_invitations_code_hash")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_quarantine",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operation_id", Id(), nullable=False),
        sa.Column("body", Bytes(), nullable=False),
        sa.Column("since", Time(), nullable=False),
        sa.Column("due_at", Time(), nullable=False),
        sa.Column("driven_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_centre_quarantine")),
        sa.UniqueConstraint("operation_id", name=op.f("uq_centre_quarantine_operation_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_centre_quarantine_due_at"),
        "centre_quarantine",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("driven_at IS NULL"),
        postgresql_where=sa.text("driven_at IS NULL"),
    )
    op.create_table(
        "centre_results",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("operation_id", Id(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("received_at", Time(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_centre_results")),
        sa.UniqueConstraint("operation_id", name=op.f("uq_centre_results_operation_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "centre_tickets",
        sa.Column("id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("issued_at", Time(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("revoked_at", Time(), nullable=True),
        sa.Column("session_id", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_tickets")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_centre_tickets_operator_id"), "centre_tickets", ["operator_id"], unique=False
    )
    op.create_table(
        "sync_anchors",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("root", Bytes(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_sync_anchors")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_answers",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("effect", sa.Text(), nullable=False),
        sa.Column("settled_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("n", name=op.f("pk_sync_answers")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_sync_answers_n"),
        "sync_answers",
        ["n"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "sync_before",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("row", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("entity", "key", name=op.f("pk_sync_before")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_cursors",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.Text(), nullable=False),
        sa.Column("filling", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", name=op.f("pk_sync_cursors")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_held",
        sa.Column("bucket", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("sum", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bucket", "entity", "key", name=op.f("pk_sync_held")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_sync_held_entity_key"), "sync_held", ["entity", "key"], unique=False)
    op.create_table(
        "sync_tickets",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("issued_at", Time(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("signature", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", name=op.f("pk_sync_tickets")),
        sqlite_strict=True,
    )
    op.create_table(
        "sync_touched",
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", "entity", "key", name=op.f("pk_sync_touched")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_sync_touched_entity_key"), "sync_touched", ["entity", "key"], unique=False
    )
    op.create_table(
        "work_items",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("about_kind", sa.Text(), nullable=False),
        sa.Column("about_id", Id(), nullable=True),
        sa.Column("happened_at", Time(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("due_at", Time(), nullable=False),
        sa.Column("resolved_at", Time(), nullable=True),
        sa.Column("resolved_by", Id(), nullable=True),
        sa.Column("resolution", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_items")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_work_items_due_at"),
        "work_items",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("resolved_at IS NULL"),
        postgresql_where=sa.text("resolved_at IS NULL"),
    )
    if dialect != "sqlite":  # one row a bucket, changed by every transaction
        op.execute("ALTER TABLE centre_buckets SET (fillfactor = 20)")
