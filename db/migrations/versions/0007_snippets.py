"""Snippets: texts with holes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Day, Id, Time

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "snippets",
        sa.Column("id", Id(), nullable=False),
        *_words(),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snippets")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_snippets_holder_code"),
        "snippets",
        ["holder", "code"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    op.create_table(
        "snippet_versions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("snippet_id", Id(), nullable=False),
        *_words(),
        sa.ForeignKeyConstraint(
            ["snippet_id"], ["snippets.id"], name=op.f("fk_snippet_versions_snippet_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snippet_versions")),
        sa.UniqueConstraint(
            "snippet_id", "number", name=op.f("uq_snippet_versions_snippet_id_number")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "snippet_uses",
        sa.Column("id", Id(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("last_on", Day(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["snippets.id"], name=op.f("fk_snippet_uses_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snippet_uses")),
        sqlite_strict=True,
    )
    for statement in guards.append_only(op.get_bind().dialect.name, "snippet_versions"):
        op.execute(statement)


def _words() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("owner_id", Id(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("review_on", Day(), nullable=True),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.Column("retired_at", Time(), nullable=True),
    )
