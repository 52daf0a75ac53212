"""Which slice of the shared rows a row belongs to: who may have it at their desk.

What is none of a desk's business is in no bucket and no shared table: sessions, and the reviews of
the log, which are made at the centre.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from db.sync.images import TABLES
from kundcenter.domain.feed import REFERENCE, SHARED, own, team
from kundcenter.domain.snippets import Scope

_REFERENCE = {
    "operators",
    "units",
    "unit_cards",
    "unit_card_versions",
    "redirects",
    "duties",
    "rule_sets",
    "packs",
    "pack_edits",
    "callback_queues",
    "cancel_rules",
    "case_terms",
    "contacts",
    "switchboard_terms",
    "mode_orders",
    "topics",
    "topic_versions",
    "queue_closures",
    "roster_terms",
    "work_turns",
    "targets",
    "surveys",
}
# Whoever takes a cancellation may be of another team than whoever booked the time, and whoever
# handles a case of another than whoever took it in.  The switchboard is the whole region's, and
# so are its queues.
_SHARED = {
    "timeslots",
    "timeslot_seats",
    "callbacks",
    "callback_steps",
    "bookings",
    "cancellations",
    "freed_times",
    "offers",
    "wait_list",
    "cases",
    "case_steps",
    "case_edits",
    "absences",
    "messages",
    "message_steps",
    "transfers",
    "inquiries",
    "questions",
    "queue_calls",
    "incidents",
    "feedback",
}
_OWN = {"choices"}
_SNIPPETS = {"snippets", "snippet_versions"}
_AS_PARENT = {  # what is known of a record goes wherever the record is
    "snippet_uses": ("snippets", "id"),
    "identities": ("people", "person_id"),
    "name_words": ("people", "person_id"),
}
POINTERS = {"people": (("people", "merged_into"),)}  # that no foreign key says


def bucket_of(entity: str, body: Mapping[str, Any], care_unit: str) -> str | None:
    """The bucket of a row that somebody wrote on behalf of the care unit.

    None when it is wherever another row is (`beside`).  Raises KeyError for an unshared table.
    """
    if entity not in TABLES:
        raise KeyError(entity)
    if entity in _AS_PARENT:
        return None
    if entity in _REFERENCE:
        return REFERENCE
    if entity in _SHARED:
        return SHARED
    if entity in _OWN:
        return own(UUID(body["operator_id"]))
    if entity in _SNIPPETS:
        return _of_snippet(body)
    return team(care_unit)


def beside(entity: str, body: Mapping[str, Any]) -> tuple[str, str] | None:
    """The row in whose buckets a row of this table is: its table and key."""
    if entity not in _AS_PARENT:
        return None
    table, column = _AS_PARENT[entity]
    return table, body[column]


def parents(entity: str, body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The rows that a row points to: table and key.  Where it is, they have to be."""
    found = []
    for key in TABLES[entity].foreign_keys:
        value = body.get(key.parent.name)
        if value is not None:
            found.append((key.column.table.name, str(value)))
    for table, column in POINTERS.get(entity, ()):
        if body.get(column) is not None:
            found.append((table, body[column]))
    return found


def _of_snippet(body: Mapping[str, Any]) -> str:
    if body["scope"] == Scope.PERSONAL:
        return own(UUID(body["owner_id"]))
    return team(body["care_unit"]) if body["scope"] == Scope.TEAM else REFERENCE
