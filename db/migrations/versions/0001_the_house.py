"""The first tables: operators, persons, calls, entries, the access log and the operations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Bytes, Day, Id, Time

revision = "0001"
down_revision = None

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
)


def upgrade() -> None:
    op.create_table(
        "access_log",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("session_id", Id(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("activity", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("object_kind", sa.Text(), nullable=False),
        sa.Column("object_id", Id(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("previous_hash", Bytes(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_access_log")),
        sa.UniqueConstraint("id", name=op.f("uq_access_log_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_access_log_operator_id_at"), "access_log", ["operator_id", "at"], unique=False
    )
    op.create_index(
        op.f("ix_access_log_person_id_at"), "access_log", ["person_id", "at"], unique=False
    )
    op.create_table(
        "calls",
        sa.Column("id", Id(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("rang_at", Time(), nullable=False),
        sa.Column("queued_at", Time(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("called", sa.Text(), nullable=True),
        sa.Column("queue", sa.Text(), nullable=True),
        sa.Column("line_call", sa.Text(), nullable=True),
        sa.Column("keyed_id", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("operator_id", Id(), nullable=True),
        sa.Column("answered_at", Time(), nullable=True),
        sa.Column("ended_at", Time(), nullable=True),
        sa.Column("closed_at", Time(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calls")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_calls_line_call_rang_at"),
        "calls",
        ["line_call", "rang_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('RINGER', 'PAGAENDE', 'PARKERAD')"),
        postgresql_where=sa.text("state IN ('RINGER', 'PAGAENDE', 'PARKERAD')"),
    )
    op.create_index(op.f("ix_calls_number_rang_at"), "calls", ["number", "rang_at"], unique=False)
    op.create_index(
        op.f("ix_calls_operator_id_rang_at"),
        "calls",
        ["operator_id", "rang_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('PAGAENDE', 'PARKERAD', 'EFTERARBETE')"),
        postgresql_where=sa.text("state IN ('PAGAENDE', 'PARKERAD', 'EFTERARBETE')"),
    )
    op.create_index(op.f("ix_calls_rang_at"), "calls", ["rang_at"], unique=False)
    op.create_table(
        "choices",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", "name", name=op.f("pk_choices")),
        sqlite_strict=True,
    )
    op.create_table(
        "marks",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
        sqlite_strict=True,
    )
    op.create_table(
        "operations",
        sa.Column("device_id", Id(), nullable=False),
        sa.Column("n", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("hash", Bytes(), nullable=False),
        sa.Column("access_n", sa.Integer(), nullable=False),
        sa.Column("access_hash", Bytes(), nullable=False),
        sa.Column("body", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", "n", name=op.f("pk_operations")),
        sa.UniqueConstraint("id", name=op.f("uq_operations_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "operators",
        sa.Column("id", Id(), nullable=False),
        sa.Column("user_name", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("added_at", Time(), nullable=False),
        sa.Column("disabled_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operators")),
        sa.UniqueConstraint("user_name", name=op.f("uq_operators_user_name")),
        sqlite_strict=True,
    )
    op.create_table(
        "people",
        sa.Column("id", Id(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_value", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("registered_at", Time(), nullable=False),
        sa.Column("sex", sa.Text(), nullable=True),
        sa.Column("born_on", Day(), nullable=True),
        sa.Column("protection", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_people_id_value_id_kind"), "people", ["id_value", "id_kind"], unique=True
    )
    op.create_table(
        "sign_in_attempts",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failed_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("operator_id", name=op.f("pk_sign_in_attempts")),
        sqlite_strict=True,
    )
    op.create_table(
        "slots",
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("salt", Bytes(), nullable=False),
        sa.Column("memory_kib", sa.Integer(), nullable=False),
        sa.Column("passes", sa.Integer(), nullable=False),
        sa.Column("lanes", sa.Integer(), nullable=False),
        sa.Column("wrapped", Bytes(), nullable=False),
        sa.PrimaryKeyConstraint("operator_id", name=op.f("pk_slots")),
        sqlite_strict=True,
    )
    op.create_table(
        "units",
        sa.Column("id", Id(), nullable=False),
        sa.Column("hsa_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_units")),
        sa.UniqueConstraint("hsa_id", name=op.f("uq_units_hsa_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "entries",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("written_under_kind", sa.Text(), nullable=False),
        sa.Column("written_under_value", sa.Text(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("author_id", Id(), nullable=False),
        sa.Column("author_name", sa.Text(), nullable=False),
        sa.Column("author_position", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("contact_at", Time(), nullable=False),
        sa.Column("created_at", Time(), nullable=False),
        sa.ForeignKeyConstraint(["call_id"], ["calls.id"], name=op.f("fk_entries_call_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_entries_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entries")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_entries_call_id"), "entries", ["call_id"], unique=False)
    op.create_index(
        op.f("ix_entries_person_id_contact_at"),
        "entries",
        ["person_id", "contact_at"],
        unique=False,
    )
    op.create_table(
        "sessions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("opened_at", Time(), nullable=False),
        sa.Column("closed_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["operator_id"], ["operators.id"], name=op.f("fk_sessions_operator_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sqlite_strict=True,
    )
    op.create_table(
        "entry_versions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("entry_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("informant", sa.Text(), nullable=False),
        sa.Column("informant_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
        sa.Column("background", sa.Text(), nullable=False),
        sa.Column("assessment", sa.Text(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("written_at", Time(), nullable=False),
        sa.Column("written_by", Id(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=False),
        sa.Column("signed_at", Time(), nullable=True),
        sa.Column("signed_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_entry_versions_entry_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_versions")),
        sa.UniqueConstraint("entry_id", "number", name=op.f("uq_entry_versions_entry_id_number")),
        sqlite_strict=True,
    )
    op.create_index(
        "ix_entry_versions_unsigned",
        "entry_versions",
        ["written_by"],
        unique=False,
        sqlite_where=sa.text("signed_at IS NULL"),
        postgresql_where=sa.text("signed_at IS NULL"),
    )
    dialect = op.get_bind().dialect.name
    for statement in (
        *guards.refusal(dialect),
        *guards.append_only(dialect, "access_log", "operations", "entries"),
        guards.never_deleted(dialect, guards.SIGNED),
        guards.signed_once(dialect, _VERSION_COLUMNS),
    ):
        op.execute(statement)
