"""The switchboard and the service desk: directories, messages, transfers, knowledge cards."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Day, Id, Time

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    _calls()
    _directories()
    _terms()
    _messages()
    _calls_passed_on()
    _service_desk()
    tables = ("inquiries", "message_steps", "switchboard_terms", "topic_versions")
    for statement in guards.append_only(op.get_bind().dialect.name, *tables):
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
    empty = sa.text("''")
    op.add_column("calls", sa.Column("reference", sa.Text(), nullable=False, server_default=empty))
    op.add_column("calls", sa.Column("handled_at", Time(), nullable=True))
    op.add_column("calls", sa.Column("handled_by", Id(), nullable=True))


def _directories() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", Id(), nullable=False),
        sa.Column("directory", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("workplace", sa.Text(), nullable=False),
        sa.Column("municipality", sa.Text(), nullable=False),
        sa.Column("numbers", sa.Text(), nullable=False),
        sa.Column("extension", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=True),
        sa.Column("changed_by", Id(), nullable=True),
        sa.Column("retired_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_contacts_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_strict=True,
    )
    _some("ix_contacts_directory_key", "contacts", ["directory", "key"], "\"key\" != ''")
    op.create_table(
        "absences",
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("back_at", Time(), nullable=True),
        sa.Column("deputy_id", Id(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("set_by", Id(), nullable=False),
        sa.Column("ended_at", Time(), nullable=True),
        sa.Column("ended_by", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absences")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_absences_contact_id_starts_at_id"),
        "absences",
        ["contact_id", "starts_at", "id"],
        unique=False,
    )
    _some("ix_absences_back_at", "absences", ["back_at"], "ended_at IS NULL")


def _terms() -> None:
    op.create_table(
        "switchboard_terms",
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("published_at", Time(), nullable=False),
        sa.Column("published_by", Id(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_switchboard_terms")),
        sqlite_strict=True,
    )
    op.create_table(
        "mode_orders",
        sa.Column("id", Id(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=True),
        sa.Column("set_by", Id(), nullable=False),
        sa.Column("lifted_at", Time(), nullable=True),
        sa.Column("lifted_by", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mode_orders")),
        sqlite_strict=True,
    )


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("id", Id(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("contact_id", Id(), nullable=True),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("callback", sa.Text(), nullable=False),
        sa.Column("caller", sa.Text(), nullable=False),
        sa.Column("template", sa.Text(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("read_back", sa.Boolean(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("written_at", Time(), nullable=False),
        sa.Column("written_by", Id(), nullable=False),
        sa.Column("state_at", Time(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_messages_unit_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_messages_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sqlite_strict=True,
    )
    for columns in (
        ["state", "urgent", "written_at", "id"],
        ["written_at", "id"],
        ["written_by", "written_at", "id"],
    ):
        name = op.f(f"ix_messages_{'_'.join(columns)}")
        op.create_index(name, "messages", columns, unique=False)
    op.create_table(
        "message_steps",
        sa.Column("id", Id(), nullable=False),
        sa.Column("message_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("fault", sa.Text(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["messages.id"], name=op.f("fk_message_steps_message_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_steps")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_message_steps_message_id"), "message_steps", ["message_id"], unique=False
    )


def _calls_passed_on() -> None:
    op.create_table(
        "transfers",
        sa.Column("id", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("how", sa.Text(), nullable=False),
        sa.Column("target_id", Id(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("queue", sa.Text(), nullable=False),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("begun_at", Time(), nullable=False),
        sa.Column("begun_by", Id(), nullable=False),
        sa.Column("ended_at", Time(), nullable=True),
        sa.Column("returned", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_transfers_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfers")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_transfers_call_id_begun_at_id"),
        "transfers",
        ["call_id", "begun_at", "id"],
        unique=False,
    )
    _some(
        "ix_transfers_begun_by_begun_at_id",
        "transfers",
        ["begun_by", "begun_at", "id"],
        "state IN ('PAGAR')",
    )
    op.create_table(
        "inquiries",
        sa.Column("id", Id(), nullable=False),
        sa.Column("asker", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("called_back", Id(), nullable=True),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("protected", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_inquiries_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiries")),
        sqlite_strict=True,
    )
    for columns in (["at", "id"], ["by", "at", "id"], ["person_id"]):
        name = op.f(f"ix_inquiries_{'_'.join(columns)}")
        op.create_index(name, "inquiries", columns, unique=False)


def _service_desk() -> None:
    op.create_table(
        "topics",
        sa.Column("id", Id(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("reviewed_on", Day(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.Column("retired_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_topics_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topics")),
        sqlite_strict=True,
    )
    op.create_table(
        "topic_versions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("topic_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["topics.id"], name=op.f("fk_topic_versions_topic_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic_versions")),
        sa.UniqueConstraint("topic_id", "number", name=op.f("uq_topic_versions_topic_id_number")),
        sqlite_strict=True,
    )
    op.create_table(
        "questions",
        sa.Column("id", Id(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("complexity", sa.Text(), nullable=False),
        sa.Column("nature", sa.Text(), nullable=False),
        sa.Column("handler", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("topic_id", Id(), nullable=True),
        sa.Column("unanswered", sa.Text(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("settled_at", Time(), nullable=True),
        sa.Column("settled_by", Id(), nullable=True),
        sa.Column("settled_by_topic", Id(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_questions_at_heading_topic_id"),
        "questions",
        ["at", "heading", "topic_id"],
        unique=False,
    )
    _some(
        "ix_questions_waiting",
        "questions",
        ["at", "id"],
        "unanswered != '' AND settled_at IS NULL",
    )
