"""More fields of a note; dissenting opinions, disclosures, and what waits for a signature."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Id, Time

revision = "0006"
down_revision = "0005"

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
)
# What the verbs would have written.
_WAITING = (
    "INSERT INTO waiting_entries (entry_id, author_id, since) "
    "SELECT v.entry_id, v.written_by, min(v.written_at) FROM entry_versions v "
    "WHERE v.signed_at IS NULL AND NOT EXISTS (SELECT 1 FROM entry_versions s "
    "WHERE s.entry_id = v.entry_id AND s.number > v.number AND s.signed_at IS NOT NULL) "
    "GROUP BY v.entry_id, v.written_by"
)


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.execute(guards.signed_no_more(dialect))
    for name in _TEXTS:
        op.add_column(
            "entry_versions",
            sa.Column(name, sa.Text(), nullable=False, server_default=sa.text("''")),
        )
    op.add_column("entry_versions", sa.Column("follows", Id(), nullable=True))
    op.add_column(
        "entry_versions",
        sa.Column("understood", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.execute(guards.signed_once(dialect, _VERSION_COLUMNS))
    op.drop_index("ix_entry_versions_unsigned", "entry_versions")
    op.create_table(
        "waiting_entries",
        sa.Column("entry_id", Id(), nullable=False),
        sa.Column("author_id", Id(), nullable=False),
        sa.Column("since", Time(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entries.id"], name=op.f("fk_waiting_entries_entry_id")
        ),
        sa.PrimaryKeyConstraint("entry_id", name=op.f("pk_waiting_entries")),
        sqlite_strict=True,
    )
    for column in ("author_id", "since"):
        op.create_index(
            op.f(f"ix_waiting_entries_{column}"), "waiting_entries", [column], unique=False
        )
    op.execute(_WAITING)
    _of_an_entry(
        "waivers",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("noted_at", Time(), nullable=False),
        sa.Column("noted_by", Id(), nullable=False),
    )
    _of_an_entry(
        "dissents",
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("noted_at", Time(), nullable=False),
        sa.Column("noted_by", Id(), nullable=False),
    )
    _of_an_entry(
        "disclosures",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
    )
    for statement in guards.append_only(dialect, "waivers", "dissents", "disclosures"):
        op.execute(statement)


def _of_an_entry(table: str, *columns: sa.Column[object]) -> None:
    """A table of rows that belong to an entry, found by its id."""
    op.create_table(
        table,
        sa.Column("id", Id(), nullable=False),
        sa.Column("entry_id", Id(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f(f"fk_{table}_entry_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sqlite_strict=True,
    )
    op.create_index(op.f(f"ix_{table}_entry_id"), table, ["entry_id"], unique=False)
