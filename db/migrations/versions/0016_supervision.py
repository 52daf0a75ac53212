"""The supervisor: queues, presence, incidents, the roster, targets, samples, reviews, figures."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.supervision import cell_triggers
from db.types import Bytes, Day, Id, Time

revision = "0016"
down_revision = "0015"

# What is counted, by when it was.
_COUNTED = {
    "alarms": ["raised_at"],
    "callback_steps": ["at"],
    "cancellations": ["at"],
    "cases": ["confirmed_at"],
    "entries": ["contact_at"],
    "freed_times": ["released_at"],
    "parts": ["opened_at"],
}


def upgrade() -> None:
    _calls()
    for table, columns in _COUNTED.items():
        op.create_index(op.f(f"ix_{table}_{columns[0]}"), table, columns, unique=False)
    _queues()
    _presences()
    _roster()
    _aims()
    _samples()
    _quality()
    _figures()
    dialect = op.get_bind().dialect.name
    tables = ("roster_terms", "sampled_calls", "samples")
    for statement in (*guards.append_only(dialect, *tables), *cell_triggers.statements(dialect)):
        op.execute(statement)


def _some(name: str, table: str, columns: list[str], where: str) -> None:
    """An index of a few rows."""
    op.create_index(
        op.f(name),
        table,
        columns,
        unique=False,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def _calls() -> None:
    nothing = sa.text("0")
    column = sa.Column("held_ms", sa.BigInteger(), nullable=False, server_default=nothing)
    op.add_column("calls", column)
    op.add_column("calls", sa.Column("held_since", Time(), nullable=True))
    for columns in (["queued_at"], ["line_call"], ["operator_id", "answered_at"]):
        op.create_index(op.f(f"ix_calls_{'_'.join(columns)}"), "calls", columns, unique=False)


def _queues() -> None:
    op.create_table(
        "queue_calls",
        sa.Column("id", Id(), nullable=False),
        sa.Column("line_call", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("joined_at", Time(), nullable=False),
        sa.Column("left_at", Time(), nullable=False),
        sa.Column("reached", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_calls")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_queue_calls_joined_at_id"), "queue_calls", ["joined_at", "id"], unique=False
    )
    op.create_index(op.f("ix_queue_calls_line_call"), "queue_calls", ["line_call"], unique=False)
    op.create_table(
        "queue_closures",
        sa.Column("id", Id(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=True),
        sa.Column("closed_by", Id(), nullable=False),
        sa.Column("lifted_at", Time(), nullable=True),
        sa.Column("lifted_by", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_closures")),
        sqlite_strict=True,
    )


def _presences() -> None:
    op.create_table(
        "presences",
        sa.Column("id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("session_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("seen_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presences")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_presences_ends_at_starts_at"), "presences", ["ends_at", "starts_at"], unique=False
    )
    op.create_index(
        op.f("ix_presences_operator_id_ends_at_starts_at"),
        "presences",
        ["operator_id", "ends_at", "starts_at"],
        unique=False,
    )
    op.create_table(
        "incidents",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_by", Id(), nullable=False),
        sa.Column("automatic", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_incidents")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_incidents_ends_at_starts_at"), "incidents", ["ends_at", "starts_at"], unique=False
    )


def _roster() -> None:
    op.create_table(
        "roster_terms",
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("patterns", sa.Text(), nullable=False),
        sa.Column("limits", sa.Text(), nullable=False),
        sa.Column("published_at", Time(), nullable=False),
        sa.Column("published_by", Id(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_terms")),
        sqlite_strict=True,
    )
    op.create_table(
        "work_turns",
        sa.Column("id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=False),
        sa.Column("breaks", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("removed_at", Time(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_turns")),
        sqlite_strict=True,
    )
    _some("ix_work_turns_ends_at", "work_turns", ["ends_at"], "removed_at IS NULL")


def _aims() -> None:
    op.create_table(
        "targets",
        sa.Column("id", Id(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("at_least", sa.Boolean(), nullable=False),
        sa.Column("valid_from", Day(), nullable=False),
        sa.Column("valid_to", Day(), nullable=True),
        sa.Column("set_by", Id(), nullable=True),
        sa.Column("set_at", Time(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("removed_at", Time(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_targets")),
        sqlite_strict=True,
    )
    op.create_table(
        "surveys",
        sa.Column("id", Id(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("period_from", Day(), nullable=False),
        sa.Column("period_to", Day(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("noted_by", Id(), nullable=False),
        sa.Column("noted_at", Time(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("removed_at", Time(), nullable=True),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surveys")),
        sqlite_strict=True,
    )


def _samples() -> None:
    op.create_table(
        "samples",
        sa.Column("id", Id(), nullable=False),
        sa.Column("drawn_by", Id(), nullable=False),
        sa.Column("drawn_at", Time(), nullable=False),
        sa.Column("start_at", Time(), nullable=False),
        sa.Column("end_at", Time(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("call_ids", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_samples")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_samples_drawn_at_id"), "samples", ["drawn_at", "id"], unique=False)
    op.create_table(
        "sampled_calls",
        sa.Column("id", Id(), nullable=False),
        sa.Column("sample_id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("advisory", sa.Boolean(), nullable=False),
        sa.Column("given_level", sa.Text(), nullable=True),
        sa.Column("right_level", sa.Text(), nullable=True),
        sa.Column("judge_id", Id(), nullable=False),
        sa.Column("judged_at", Time(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["samples.id"], name=op.f("fk_sampled_calls_sample_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sampled_calls")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_sampled_calls_sample_id"), "sampled_calls", ["sample_id"], unique=False
    )


def _quality() -> None:
    op.create_table(
        "call_reviews",
        sa.Column("id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("operator_id", Id(), nullable=False),
        sa.Column("reviewer_id", Id(), nullable=False),
        sa.Column("begun_at", Time(), nullable=False),
        sa.Column("drawn", sa.Boolean(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("written_at", Time(), nullable=True),
        sa.Column("seen_at", Time(), nullable=True),
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_call_reviews")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_call_reviews_begun_at_id"), "call_reviews", ["begun_at", "id"], unique=False
    )
    op.create_index(op.f("ix_call_reviews_call_id"), "call_reviews", ["call_id"], unique=False)
    _some(
        "ix_call_reviews_operator_id_begun_at_id",
        "call_reviews",
        ["operator_id", "begun_at", "id"],
        "written_at IS NOT NULL",
    )
    op.create_table(
        "feedback",
        sa.Column("id", Id(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("about_id", Id(), nullable=True),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sent_at", Time(), nullable=False),
        sa.Column("sent_by", Id(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_feedback_sent_at_id"), "feedback", ["sent_at", "id"], unique=False)
    op.create_index(
        op.f("ix_feedback_sent_by_sent_at_id"),
        "feedback",
        ["sent_by", "sent_at", "id"],
        unique=False,
    )
    _some(
        "ix_feedback_waiting",
        "feedback",
        ["sent_at", "id"],
        "state IN ('open', 'taken_up')",
    )


def _figures() -> None:
    op.create_table(
        "figure_marks",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("starts", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("ends", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.PrimaryKeyConstraint("source", "grain", "starts", name=op.f("pk_figure_marks")),
        sqlite_strict=True,
    )
    op.create_table(
        "figure_stale",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("hour", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("noted_in", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("source", "hour", "noted_in", name=op.f("pk_figure_stale")),
        sqlite_strict=True,
    )
    op.create_table(
        "figure_calls",
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("starts", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("answered", Bytes(), nullable=False),
        sa.Column("answered_count", sa.Integer(), nullable=False),
        sa.Column("answered_ms", sa.BigInteger(), nullable=False),
        sa.Column("answered_longest", sa.BigInteger(), nullable=False),
        sa.Column("abandoned", Bytes(), nullable=False),
        sa.Column("abandoned_count", sa.Integer(), nullable=False),
        sa.Column("abandoned_ms", sa.BigInteger(), nullable=False),
        sa.Column("abandoned_longest", sa.BigInteger(), nullable=False),
        sa.Column("unknown", sa.Integer(), nullable=False),
        sa.Column("handled", sa.Integer(), nullable=False),
        sa.Column("talk_ms", sa.BigInteger(), nullable=False),
        sa.Column("hold_ms", sa.BigInteger(), nullable=False),
        sa.Column("wrap_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("grain", "starts", "queue", name=op.f("pk_figure_calls")),
        sqlite_strict=True,
    )
    op.create_table(
        "figure_tallies",
        sa.Column("grain", sa.Text(), nullable=False),
        sa.Column("starts", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("dimension", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("total_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "grain", "starts", "dimension", "key", name=op.f("pk_figure_tallies")
        ),
        sqlite_strict=True,
    )
