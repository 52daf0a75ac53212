"""What has limited room: seats, call-backs, booked times, freed times, waiting lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db import guards
from db.types import Id, Time

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    _capacity()
    _callbacks()
    _bookings()
    _freed_times()
    tables = ("callback_steps", "cancel_rules", "cancellations")
    for statement in guards.append_only(op.get_bind().dialect.name, *tables):
        op.execute(statement)


def _only_one(name: str, table: str, columns: list[str], where: str | None = None) -> None:
    """At the centre, where the last word is.  At a desk rows come in any order."""
    if op.get_bind().dialect.name != "sqlite":
        condition = None if where is None else sa.text(where)
        op.create_index(op.f(name), table, columns, unique=True, postgresql_where=condition)


def _capacity() -> None:
    op.create_table(
        "callback_queues",
        sa.Column("id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("days_ahead", sa.Integer(), nullable=False),
        sa.Column("same_day", sa.Boolean(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("changed_at", Time(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.Column("ended_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_callback_queues_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback_queues")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_callback_queues_unit_id"), "callback_queues", ["unit_id"], unique=False
    )
    op.create_table(
        "timeslots",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("category", sa.Text(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("ends_at", Time(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("cutoff_at", Time(), nullable=False),
        sa.Column("queue_id", Id(), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("care_type", sa.Text(), nullable=False),
        sa.Column("performer", sa.Text(), nullable=False),
        sa.Column("resource", sa.Text(), nullable=False),
        sa.Column("within_guarantee", sa.Boolean(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["queue_id"], ["callback_queues.id"], name=op.f("fk_timeslots_queue_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_timeslots_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeslots")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_timeslots_source"),
        "timeslots",
        ["source"],
        unique=False,
        sqlite_where=sa.text("source != ''"),
        postgresql_where=sa.text("source != ''"),
    )
    op.create_index(op.f("ix_timeslots_starts_at"), "timeslots", ["starts_at"], unique=False)
    op.create_table(
        "timeslot_seats",
        sa.Column("id", Id(), nullable=False),
        sa.Column("timeslot_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("held_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(
            ["timeslot_id"], ["timeslots.id"], name=op.f("fk_timeslot_seats_timeslot_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_timeslot_seats")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_timeslot_seats_timeslot_id"), "timeslot_seats", ["timeslot_id"], unique=False
    )


def _callbacks() -> None:
    op.create_table(
        "callbacks",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("care_unit", sa.Text(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.Column("promised_from", Time(), nullable=False),
        sa.Column("promised_to", Time(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_at", Time(), nullable=False),
        sa.Column("person_id", Id(), nullable=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_is_temporary", sa.Boolean(), nullable=False),
        sa.Column("unit_id", Id(), nullable=True),
        sa.Column("category", sa.Text(), nullable=True),
        sa.Column("queue_id", Id(), nullable=True),
        sa.Column("timeslot_id", Id(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("urgency", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("criteria", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("entry_id", Id(), nullable=True),
        sa.Column("holder", Id(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("try_at", Time(), nullable=True),
        sa.Column("leased_by", Id(), nullable=True),
        sa.Column("leased_until", Time(), nullable=True),
        sa.Column("guaranteed_by", Time(), nullable=True),
        sa.Column("merged", sa.Integer(), nullable=False),
        sa.Column("exported_at", Time(), nullable=True),
        sa.Column("exported_steps", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_callbacks_person_id")),
        sa.ForeignKeyConstraint(
            ["queue_id"], ["callback_queues.id"], name=op.f("fk_callbacks_queue_id")
        ),
        sa.ForeignKeyConstraint(
            ["timeslot_id"], ["timeslots.id"], name=op.f("fk_callbacks_timeslot_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_callbacks_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callbacks")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_callbacks_expired"),
        "callbacks",
        ["promised_from"],
        unique=False,
        sqlite_where=sa.text("state IN ('UTGANGEN')"),
        postgresql_where=sa.text("state IN ('UTGANGEN')"),
    )
    op.create_index(
        op.f("ix_callbacks_open"),
        "callbacks",
        ["promised_from"],
        unique=False,
        sqlite_where=sa.text("state IN ('EJ_SVAR', 'RINGS', 'UTLAMNAD_TID', 'VANTAR')"),
        postgresql_where=sa.text("state IN ('EJ_SVAR', 'RINGS', 'UTLAMNAD_TID', 'VANTAR')"),
    )
    op.create_index(op.f("ix_callbacks_person_id"), "callbacks", ["person_id"], unique=False)
    _only_one(
        "uq_callbacks_open_of_person",
        "callbacks",
        ["unit_id", "category", "person_id"],
        "state IN ('EJ_SVAR', 'RINGS', 'UTLAMNAD_TID', 'VANTAR') AND kind IN ('KO')",
    )
    _only_one(
        "uq_callbacks_seat",
        "callbacks",
        ["timeslot_id", "seat"],
        "state IN ('EJ_SVAR', 'RINGS', 'UTLAMNAD_TID', 'VANTAR') AND seat > 0",
    )
    op.create_table(
        "callback_steps",
        sa.Column("id", Id(), nullable=False),
        sa.Column("callback_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("promised_from", Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["callback_id"], ["callbacks.id"], name=op.f("fk_callback_steps_callback_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_callback_steps")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_callback_steps_callback_id"), "callback_steps", ["callback_id"], unique=False
    )


def _bookings() -> None:
    op.create_table(
        "cancel_rules",
        sa.Column("id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("published_at", Time(), nullable=False),
        sa.Column("published_by", Id(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("demonstration", sa.Boolean(), nullable=False),
        sa.Column("own", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancel_rules")),
        sqlite_strict=True,
    )
    op.create_table(
        "bookings",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_at", Time(), nullable=False),
        sa.Column("starts_at", Time(), nullable=True),
        sa.Column("ends_at", Time(), nullable=True),
        sa.Column("timeslot_id", Id(), nullable=True),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("care_type", sa.Text(), nullable=False),
        sa.Column("time_type", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("performer", sa.Text(), nullable=False),
        sa.Column("cancel_allowed", sa.Boolean(), nullable=False),
        sa.Column("rebook_allowed", sa.Boolean(), nullable=False),
        sa.Column("message_allowed", sa.Boolean(), nullable=False),
        sa.Column("preliminary", sa.Boolean(), nullable=False),
        sa.Column("by_phone", sa.Boolean(), nullable=False),
        sa.Column("letter_by_mediation", sa.Boolean(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("made_at", Time(), nullable=True),
        sa.Column("made_by", Id(), nullable=True),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("replaces", Id(), nullable=True),
        sa.Column("replaced_by", Id(), nullable=True),
        sa.Column("free_next", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_bookings_person_id")),
        sa.ForeignKeyConstraint(
            ["timeslot_id"], ["timeslots.id"], name=op.f("fk_bookings_timeslot_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_bookings_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookings")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_bookings_person_id"), "bookings", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_bookings_source"),
        "bookings",
        ["source"],
        unique=False,
        sqlite_where=sa.text("source != ''"),
        postgresql_where=sa.text("source != ''"),
    )
    _only_one(
        "uq_bookings_seat", "bookings", ["timeslot_id", "seat"], "state IN ('STAENDE') AND seat > 0"
    )
    op.create_table(
        "cancellations",
        sa.Column("id", Id(), nullable=False),
        sa.Column("booking_id", Id(), nullable=False),
        sa.Column("at", Time(), nullable=False),
        sa.Column("by_operator", Id(), nullable=False),
        sa.Column("call_id", Id(), nullable=True),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("claims", sa.Text(), nullable=False),
        sa.Column("wish", sa.Text(), nullable=False),
        sa.Column("caller_name", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("notify_patient", sa.Boolean(), nullable=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("late", sa.Boolean(), nullable=False),
        sa.Column("deadline", Time(), nullable=True),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("rebooked", sa.Boolean(), nullable=False),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("missed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["booking_id"], ["bookings.id"], name=op.f("fk_cancellations_booking_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cancellations")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_cancellations_booking_id"), "cancellations", ["booking_id"], unique=False
    )


def _freed_times() -> None:
    op.create_table(
        "wait_list",
        sa.Column("id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("time_type", sa.Text(), nullable=False),
        sa.Column("added_at", Time(), nullable=False),
        sa.Column("added_by", Id(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("earliest", Time(), nullable=True),
        sa.Column("latest", Time(), nullable=True),
        sa.Column("notice", sa.Integer(), nullable=False),
        sa.Column("from_clock", sa.Text(), nullable=True),
        sa.Column("to_clock", sa.Text(), nullable=True),
        sa.Column("weekdays", sa.Text(), nullable=False),
        sa.Column("other_units", sa.Boolean(), nullable=False),
        sa.Column("booking_id", Id(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("guaranteed_by", Time(), nullable=True),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("state_at", Time(), nullable=True),
        sa.Column("offered", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_wait_list_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_wait_list_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wait_list")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_wait_list_person_id"), "wait_list", ["person_id"], unique=False)
    op.create_index(
        op.f("ix_wait_list_time_type"),
        "wait_list",
        ["time_type"],
        unique=False,
        sqlite_where=sa.text("state IN ('VANTAR')"),
        postgresql_where=sa.text("state IN ('VANTAR')"),
    )
    op.create_table(
        "freed_times",
        sa.Column("id", Id(), nullable=False),
        sa.Column("timeslot_id", Id(), nullable=False),
        sa.Column("unit_id", Id(), nullable=False),
        sa.Column("seat", sa.Integer(), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("starts_at", Time(), nullable=False),
        sa.Column("released_at", Time(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("offers", sa.Integer(), nullable=False),
        sa.Column("leased_by", Id(), nullable=True),
        sa.Column("leased_until", Time(), nullable=True),
        sa.ForeignKeyConstraint(
            ["timeslot_id"], ["timeslots.id"], name=op.f("fk_freed_times_timeslot_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f("fk_freed_times_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_freed_times")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_freed_times_starts_at"),
        "freed_times",
        ["starts_at"],
        unique=False,
        sqlite_where=sa.text("state IN ('LEDIG')"),
        postgresql_where=sa.text("state IN ('LEDIG')"),
    )
    op.create_table(
        "offers",
        sa.Column("id", Id(), nullable=False),
        sa.Column("freed_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("wait_id", Id(), nullable=False),
        sa.Column("person_id", Id(), nullable=False),
        sa.Column("made_at", Time(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.Column("until", Time(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("answered_at", Time(), nullable=True),
        sa.ForeignKeyConstraint(["freed_id"], ["freed_times.id"], name=op.f("fk_offers_freed_id")),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f("fk_offers_person_id")),
        sa.ForeignKeyConstraint(["wait_id"], ["wait_list.id"], name=op.f("fk_offers_wait_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_offers_freed_id"), "offers", ["freed_id"], unique=False)
    _only_one("uq_offers_number", "offers", ["freed_id", "number"])
    _only_one("uq_offers_open", "offers", ["freed_id"], "state IN ('ERBJUDEN')")
