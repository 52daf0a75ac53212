"""Where to: the directory, redirects, who is on call, rules, content packs, referrals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Day, Id, Time

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    _directory()
    _orders()
    _guidance()
    _referrals()
    tables = ("unit_card_versions", "pack_edits", "referral_steps")
    for statement in guards.append_only(op.get_bind().dialect.name, *tables):
        op.execute(statement)


def _directory() -> None:
    op.create_table(
        "unit_cards",
        sa.Column("id", Id(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.Column("retired_at", Time(), nullable=True),
        sa.Column("replaced_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["units.id"], name=op.f("fk_unit_cards_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_cards")),
        sqlite_strict=True,
    )
    op.create_table(
        "unit_card_versions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["unit_id"], ["units.id"], name=op.f("fk_unit_card_versions_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit_card_versions")),
        sa.UniqueConstraint("unit_id", "number", name=op.f("uq_unit_card_versions_unit_id_number")),
        sqlite_strict=True,
    )


def _orders() -> None:
    op.create_table(
        "redirects",
        sa.Column("id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("to_id", Id(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=True),
        sa.Column("set_by", Id(), nullable=False),
        sa.Column("lifted_at", Time(), nullable=True),
        sa.Column("lifted_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(["to_id"], ["units.id"], name=op.f("fk_redirects_to_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_redirects_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redirects")),
        sqlite_strict=True,
    )
    op.create_table(
        "duties",
        sa.Column("id", Id(), nullable=False),
        sa.Column("function", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("phone", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("deputy", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("removed_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_duties_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_duties")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_duties_ends_at"),
        "duties",
        ["ends_at"],
        unique=False,
        sqlite_where=sa.text("removed_at IS NULL"),
        postgresql_where=sa.text("removed_at IS NULL"),
    )


def _guidance() -> None:
    op.create_table(
        "rule_sets",
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("cases", sa.Text(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.Column("published_at", Time(), nullable=True),
        sa.Column("published_by", Id(), nullable=True),
        sa.Column("review_on", Day(), nullable=True),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("dropped_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_sets")),
        sqlite_strict=True,
    )
    op.create_table(
        "packs",
        sa.Column("id", Id(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("imported_at", Time(), nullable=False),
        sa.Column("imported_by", Id(), nullable=False),
        sa.Column("approved_at", Time(), nullable=True),
        sa.Column("approved_by", Id(), nullable=True),
        sa.Column("approver", sa.Text(), nullable=False),
        sa.Column("retired_at", Time(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_packs")),
        sqlite_strict=True,
    )
    op.create_table(
        "pack_edits",
        sa.Column("id", Id(), nullable=False),
        sa.Column("pack_code", sa.Text(), nullable=False),
        sa.Column("topic_code", sa.Text(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.Column("base", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("edited_at", Time(), nullable=False),
        sa.Column("edited_by", Id(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pack_edits")),
        sa.UniqueConstraint(
            "pack_code",
            "topic_code",
            "number",
            name=op.f("uq_pack_edits_pack_code_topic_code_number"),
        ),
        sqlite_strict=True,
    )


def _referrals() -> None:
    op.create_table(
        "referrals",
        sa.Column("id", Id(), nullable=False),
        sa.Column("entry_id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("author_id", Id(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("rules", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("deviation", sa.Text(), nullable=False),
        sa.Column("booked_at", Time(), nullable=True),
        sa.Column("interpreter_kind", sa.Text(), nullable=False),
        sa.Column("interpreter_language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_at", Time(), nullable=True),
        sa.Column("state_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name=op.f("fk_referrals_entry_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_referrals_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_referrals_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_referrals_entry_id"), "referrals", ["entry_id"], unique=False)
    op.create_index(
        op.f("ix_referrals_author_id_made_at"), "referrals", ["author_id", "made_at"], unique=False
    )
    op.create_index(op.f("ix_referrals_made_at"), "referrals", ["made_at"], unique=False)
    op.create_table(
        "referral_steps",
        sa.Column("id", Id(), nullable=False),
        sa.Column("referral_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("receiver", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["referral_id"], ["referrals.id"], name=op.f("fk_referral_steps_referral_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referral_steps")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_referral_steps_referral_id"), "referral_steps", ["referral_id"], unique=False
    )
