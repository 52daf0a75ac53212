"""What the screen is told when a row has come from the centre."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from kundcenter.changes import Change, Kind

# Of each table: the kind of record a row is part of, and the column that names the record.
_RECORDS: dict[str, tuple[Kind, str]] = {
    "absences": ("absence", "id"),
    "alarms": ("alarm", "id"),
    "block_lifts": ("lift", "id"),
    "block_revocations": ("block", "block_id"),
    "blocks": ("block", "id"),
    "bookings": ("booking", "id"),
    "call_reviews": ("call_review", "id"),
    "callback_queues": ("callback_queue", "id"),
    "callback_steps": ("callback", "callback_id"),
    "callbacks": ("callback", "id"),
    "calls": ("call", "id"),
    "cancel_rules": ("cancel_rules", "id"),
    "cancellations": ("booking", "booking_id"),
    "case_edits": ("case", "case_id"),
    "case_steps": ("case", "case_id"),
    "case_terms": ("case_terms", "id"),
    "cases": ("case", "id"),
    "choices": ("choice", "operator_id"),
    "contacts": ("contact", "id"),
    "disclosures": ("disclosure", "id"),
    "dissents": ("dissent", "id"),
    "duties": ("duty", "id"),
    "entries": ("entry", "id"),
    "entry_versions": ("entry", "entry_id"),
    "feedback": ("feedback", "id"),
    "freed_times": ("freed_time", "id"),
    "hand_overs": ("hand_over", "id"),
    "identities": ("person", "person_id"),
    "incidents": ("incident", "id"),
    "inquiries": ("inquiry", "id"),
    "merges": ("merge", "id"),
    "message_steps": ("message", "message_id"),
    "messages": ("message", "id"),
    "mode_orders": ("mode_order", "id"),
    "name_words": ("person", "person_id"),
    "offers": ("freed_time", "freed_id"),
    "operators": ("operator", "id"),
    "pack_edits": ("pack", "id"),
    "packs": ("pack", "id"),
    "parts": ("part", "id"),
    "people": ("person", "id"),
    "presences": ("presence", "id"),
    "questions": ("question", "id"),
    "queue_calls": ("queue_call", "id"),
    "queue_closures": ("queue_closure", "id"),
    "redirects": ("redirect", "id"),
    "referral_steps": ("referral", "referral_id"),
    "referrals": ("referral", "id"),
    "roster_terms": ("roster_terms", "id"),
    "rule_sets": ("rules", "id"),
    "sampled_calls": ("sampled_call", "id"),
    "samples": ("sample", "id"),
    "snippet_uses": ("snippet", "id"),
    "snippet_versions": ("snippet", "snippet_id"),
    "snippets": ("snippet", "id"),
    "special_notes": ("special_note", "id"),
    "surveys": ("survey", "id"),
    "switchboard_terms": ("switchboard_terms", "id"),
    "targets": ("target", "id"),
    "timeslot_seats": ("timeslot", "timeslot_id"),
    "timeslots": ("timeslot", "id"),
    "topic_versions": ("topic", "topic_id"),
    "topics": ("topic", "id"),
    "transfers": ("transfer", "id"),
    "unit_card_versions": ("unit", "unit_id"),
    "unit_cards": ("unit", "id"),
    "units": ("unit", "id"),
    "wait_list": ("wait", "id"),
    "waiting_entries": ("entry", "entry_id"),
    "waivers": ("entry", "entry_id"),
    "work_items": ("work_item", "id"),
    "work_turns": ("work_turn", "id"),
}


def change_of(entity: str, key: str, body: Mapping[str, Any] | None) -> Change:
    """The record that a row is part of.  Of a row that is gone, the row itself is named."""
    kind, column = _RECORDS[entity]
    if body is not None:
        return Change(kind, UUID(str(body[column])))
    return Change(kind, UUID(key.rpartition("/")[2] if entity == "name_words" else key[:32]))
