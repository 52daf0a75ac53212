"""Identities over time, merges, special notes, words of names."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.types import Bytes, Day, Id, Time
from kundcenter.domain.identity import IdKind, PersonId
from kundcenter.domain.names import born_text, index_words

revision = "0004"
down_revision = "0003"

AT_ONCE = 5_000  # rows in memory


def upgrade() -> None:
    op.add_column(
        "people", sa.Column("died_on", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column(
        "people", sa.Column("language", sa.Text(), nullable=False, server_default=sa.text("''"))
    )
    op.add_column("people", sa.Column("merged_into", Id(), nullable=True))
    op.create_index(
        op.f("ix_people_merged_into"),
        "people",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_table(
        "identities",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("id_kind", sa.Text(), nullable=False),
        sa.Column("id_value", sa.Text(), nullable=False),
        sa.Column("until_at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_identities_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_identities_id_value_id_kind"), "identities", ["id_value", "id_kind"], unique=True
    )
    op.create_index(op.f("ix_identities_person_id"), "identities", ["person_id"], unique=False)
    op.create_table(
        "merges",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kept_id", Id(), nullable=False),
        sa.Column("absorbed_id", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("merged_at", Time(), nullable=False),
        sa.Column("merged_by", Id(), nullable=False),
        sa.Column("undone_at", Time(), nullable=True),
        sa.Column("undone_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(["absorbed_id"], ["people.id"], name=op.f("fk_merges_absorbed_id")),
        sa.ForeignKeyConstraint(["kept_id"], ["people.id"], name=op.f("fk_merges_kept_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merges")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_merges_kept_id"), "merges", ["kept_id"], unique=False)
    op.create_table(
        "special_notes",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("noted_at", Time(), nullable=False),
        sa.Column("noted_by", Id(), nullable=False),
        sa.Column("ended_at", Time(), nullable=True),
        sa.Column("ended_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_special_notes_person_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_special_notes")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_special_notes_person_id"), "special_notes", ["person_id"], unique=False
    )
    op.create_table(
        "name_words",
        sa.Column("word", Bytes(), nullable=False),
        sa.Column("born", Bytes(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_name_words_person_id")),
        sa.PrimaryKeyConstraint("word", "born", "person_id", name=op.f("pk_name_words")),
        sqlite_strict=True,
    )
    _index_everybody()
    op.create_index(
        op.f("ix_name_words_person_id_word"), "name_words", ["person_id", "word"], unique=False
    )


def _index_everybody() -> None:
    """The words of all who were registered before, as a verb would write them now."""
    people = sa.table(
        "people",
        sa.column("id", Id()),
        sa.column("id_kind", sa.Text()),
        sa.column("id_value", sa.Text()),
        sa.column("given_name", sa.Text()),
        sa.column("family_name", sa.Text()),
        sa.column("born_on", Day()),
        sa.column("protection", sa.Text()),
    )
    name_words = sa.table(
        "name_words",
        sa.column("word", Bytes()),
        sa.column("born", Bytes()),
        sa.column("person_id", Id()),
    )
    bind = op.get_bind()
    rows = []
    for person in bind.execute(sa.select(people).where(people.c.protection == "NONE")):
        identity = PersonId(IdKind(person.id_kind), person.id_value)
        born = born_text(person.born_on or identity.birth_date).encode()
        for word in index_words(person.given_name, person.family_name):
            rows.append({"word": word.encode(), "born": born, "person_id": person.id})
        if len(rows) > AT_ONCE:
            bind.execute(sa.insert(name_words), rows)
            rows = []
    if rows:
        bind.execute(sa.insert(name_words), rows)
