"""Cases: complaints, views and praise, e-services, and their terms."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Day, Id, Time

revision = "0014"
down_revision = "0013"

_IS_OPEN = (
    "(stage NOT IN ('ATERTAGEN', 'AVSLUTAD', 'OVERLAMNAD')) OR due_at IS NOT NULL OR flagged = true"
)


def upgrade() -> None:
    _terms()
    _cases()
    _history()
    tables = ("case_edits", "case_steps", "case_terms")
    for statement in guards.append_only(op.get_bind().dialect.name, *tables):
        op.execute(statement)


def _terms() -> None:
    op.create_table(
        "case_terms",
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("categories", sa.Text(), nullable=False),
        sa.Column("times", sa.Text(), nullable=False),
        sa.Column("published_at", Time(), nullable=False),
        sa.Column("published_by", Id(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_terms")),
        sqlite_strict=True,
    )


def _cases() -> None:
    op.create_table(
        "cases",
        sa.Column("id", Id(), nullable=False),
        sa.Column("case_number", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("received_at", Time(), nullable=False),
        sa.Column("registered_at", Time(), nullable=False),
        sa.Column("registered_by", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("complainant", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("consent", sa.Text(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("patient", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("answer_by", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("provider", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("child", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("injury", sa.Text(), nullable=False),
        sa.Column("protected", sa.Text(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("heard", sa.Text(), nullable=False),
        sa.Column("registry", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("stage_at", Time(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("owner", Id(), nullable=True),
        sa.Column("confirmed_at", Time(), nullable=True),
        sa.Column("answered_at", Time(), nullable=True),
        sa.Column("over_at", Time(), nullable=True),
        sa.Column("alerted_at", Time(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("decided_at", Time(), nullable=True),
        sa.Column("paused_since", Day(), nullable=True),
        sa.Column("pause_reason", sa.Text(), nullable=False),
        sa.Column("paused_days", sa.Integer(), nullable=False),
        sa.Column("promised_on", Day(), nullable=True),
        sa.Column("promised_paused", sa.Integer(), nullable=False),
        sa.Column("due_at", Time(), nullable=True),
        sa.Column("due_clock", sa.Text(), nullable=True),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("flagged", sa.Boolean(), nullable=False),
        sa.Column("handed_to", sa.Text(), nullable=False),
        sa.Column("callback_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_cases_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_cases_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cases")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_cases_case_number"), "cases", ["case_number"], unique=False)
    op.create_index(
        op.f("ix_cases_due"),
        "cases",
        ["kind", "due_at", "received_at", "id", "stage", "flagged", "due_clock"],
        unique=False,
        sqlite_where=sa.text(_IS_OPEN),
        postgresql_where=sa.text(_IS_OPEN),
    )
    op.create_index(
        op.f("ix_cases_owned"),
        "cases",
        ["owner", "kind", "due_at", "received_at", "id", "stage", "flagged"],
        unique=False,
        sqlite_where=sa.text(_IS_OPEN),
        postgresql_where=sa.text(_IS_OPEN),
    )
    op.create_index(op.f("ix_cases_received_at"), "cases", ["received_at"], unique=False)
    op.create_index(
        op.f("ix_cases_registered_by_registered_at"),
        "cases",
        ["registered_by", "registered_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_cases_undecided"),
        "cases",
        ["alerted_at"],
        unique=False,
        sqlite_where=sa.text("injury IN ('MISSTANKT', 'ALLVARLIG') AND decision = ''"),
        postgresql_where=sa.text("injury IN ('MISSTANKT', 'ALLVARLIG') AND decision = ''"),
    )
    op.create_index(
        op.f("ix_cases_source"),
        "cases",
        ["source"],
        unique=False,
        sqlite_where=sa.text("source != ''"),
        postgresql_where=sa.text("source != ''"),
    )


def _history() -> None:
    op.create_table(
        "case_steps",
        sa.Column("id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("owner", Id(), nullable=True),
        sa.Column("day", Day(), nullable=True),
        sa.Column("days", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=True),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("letter", sa.Text(), nullable=True),
        sa.Column("by_way", sa.Text(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_steps_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_steps")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_case_steps_case_id"), "case_steps", ["case_id"], unique=False)
    op.create_table(
        "case_edits",
        sa.Column("id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("old", sa.Text(), nullable=False),
        sa.Column("new", sa.Text(), nullable=False),
        sa.Column("stood", sa.Text(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("settles", Id(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_edits_case_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_edits")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_case_edits_case_id"), "case_edits", ["case_id"], unique=False)
