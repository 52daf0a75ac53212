"""What belongs together, and what is still going on: which rows of a bucket may not become past.

Every shared table is either in `UNFINISHED`, and its rows grow old, or in `LASTING`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from db.sync.buckets import POINTERS
from db.sync.images import TABLES

# Of each table, as SQL about its row `t`: whether the row is still going on.  `:now` is the time.
UNFINISHED: Mapping[str, str] = {
    # One that nobody has ended is over when they are back.
    "absences": "t.ended_at IS NULL AND (t.back_at IS NULL OR t.back_at > :now)",
    "alarms": "t.ended_at IS NULL",
    "block_lifts": "t.until > :now",
    "block_revocations": "false",
    "blocks": "false",
    "bookings": "t.state = 'STAENDE' AND (t.starts_at IS NULL OR t.starts_at > :now)",
    # Until whoever had the call has read what was written of it.
    "call_reviews": "t.seen_at IS NULL",
    "callback_steps": "false",
    # A broken promise goes on until somebody has seen to it.
    "callbacks": "t.state IN ('VANTAR', 'UTLAMNAD_TID', 'RINGS', 'EJ_SVAR', 'UTGANGEN')",
    "calls": "t.closed_at IS NULL",
    "cancellations": "false",
    "case_edits": "false",
    "case_steps": "false",
    # Of one that is over the chief may still have to decide, or somebody to see what came since.
    "cases": (
        "t.stage NOT IN ('ATERTAGEN', 'AVSLUTAD', 'OVERLAMNAD') "
        "OR t.due_at IS NOT NULL OR t.flagged"
    ),
    "disclosures": "false",
    "dissents": "false",
    "entries": "false",
    # Until an owner has changed the text, or said why not.
    "feedback": "t.state IN ('open', 'taken_up')",
    # Waiting for its author, or unsigned with nobody having said that it may stay so.
    "entry_versions": (
        "t.signed_at IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM entry_versions l WHERE l.entry_id = t.entry_id "
        "AND l.number > t.number) "
        "AND NOT EXISTS (SELECT 1 FROM waivers w WHERE w.entry_id = t.entry_id "
        "AND w.number = t.number)"
    ),
    "freed_times": "t.state = 'LEDIG' AND t.starts_at > :now",
    "hand_overs": (
        "t.taken_at IS NULL AND t.withdrawn_at IS NULL "
        "AND EXISTS (SELECT 1 FROM calls c WHERE c.id = t.call_id AND c.closed_at IS NULL)"
    ),
    "identities": "false",
    "incidents": "t.ends_at IS NULL",
    "inquiries": "false",
    "merges": "false",
    "message_steps": "false",
    "messages": "t.state IN ('VANTAR', 'EJ_LEVERERAT')",
    "name_words": "false",
    "offers": "t.state = 'ERBJUDEN' AND t.until > :now",
    "parts": "t.closed_at IS NULL OR t.note_due",
    "people": "false",
    "presences": "t.ends_at IS NULL",
    # Nobody could answer it, and no editor has seen to it.
    "questions": "t.unanswered <> '' AND t.settled_at IS NULL",
    "queue_calls": "false",
    "referral_steps": "false",
    "referrals": "false",
    # What later years are compared with.
    "sampled_calls": "true",
    "samples": "true",
    "special_notes": "false",
    "timeslot_seats": "false",
    "timeslots": "t.ends_at > :now",
    "transfers": "t.state = 'PAGAR'",
    "wait_list": "t.state = 'VANTAR'",
    "waiting_entries": "true",
    "waivers": "false",
    "work_items": "t.resolved_at IS NULL",
}

# What a desk is lost without, however old it is.
LASTING = frozenset(
    {
        "callback_queues",
        "cancel_rules",
        "case_terms",
        "choices",
        "contacts",
        "duties",
        "mode_orders",
        "operators",
        "pack_edits",
        "packs",
        "queue_closures",
        "redirects",
        "roster_terms",
        "rule_sets",
        "snippet_uses",
        "snippet_versions",
        "snippets",
        "surveys",
        "switchboard_terms",
        "targets",
        "topic_versions",
        "topics",
        "unit_card_versions",
        "unit_cards",
        "units",
        "work_turns",
    }
)

# Of each table: the rows that are wherever its rows are, by the column that points to them.  A
# block that is missing hurts; half of an entry or of a call is worse than none.
KIN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "people": (
        ("identities", "person_id"),
        ("name_words", "person_id"),
        ("blocks", "person_id"),
        ("block_lifts", "person_id"),
        ("special_notes", "person_id"),
        ("people", "merged_into"),
        ("merges", "kept_id"),
        ("merges", "absorbed_id"),
    ),
    "blocks": (("block_revocations", "block_id"),),
    "entries": (
        ("entry_versions", "entry_id"),
        ("waiting_entries", "entry_id"),
        ("waivers", "entry_id"),
        ("dissents", "entry_id"),
        ("disclosures", "entry_id"),
        ("referrals", "entry_id"),
    ),
    "referrals": (("referral_steps", "referral_id"),),
    "callbacks": (("callback_steps", "callback_id"),),
    "bookings": (("cancellations", "booking_id"),),
    "timeslots": (("timeslot_seats", "timeslot_id"),),
    "freed_times": (("offers", "freed_id"),),
    "cases": (("case_steps", "case_id"), ("case_edits", "case_id")),
    "messages": (("message_steps", "message_id"),),
    "samples": (("sampled_calls", "sample_id"),),
    "calls": (("parts", "call_id"), ("hand_overs", "call_id"), ("alarms", "call_id")),
}

# What an open work item is about, by the word that it has for it.
ABOUT: Mapping[str, str] = {
    "absence": "absences",
    "alarm": "alarms",
    "block": "blocks",
    "booking": "bookings",
    "call": "calls",
    "callback": "callbacks",
    "call_review": "call_reviews",
    "case": "cases",
    "entry": "entries",
    "feedback": "feedback",
    "freed_time": "freed_times",
    "inquiry": "inquiries",
    "message": "messages",
    "part": "parts",
    "person": "people",
    "question": "questions",
    "referral": "referrals",
    "timeslot": "timeslots",
    "transfer": "transfers",
    "wait": "wait_list",
}


def pointers() -> Iterator[tuple[str, str, str]]:
    """Every way in which a row points to another: its table, its column, and the other's table."""
    for name in UNFINISHED:
        for key in TABLES[name].foreign_keys:
            yield name, key.parent.name, key.column.table.name
        for table, column in POINTERS.get(name, ()):
            yield name, column, table
