"""Which verbs claim something that desks share.

The centre may turn a claim away, and until it has answered the claim is preliminary.  All other
verbs tell what happened, and that is never turned away (RELIABILITY 0.13).
"""

from __future__ import annotations

CLAIMS = frozenset({
    "bookings.book", "bookings.rebook",
    "contacts.import_", "contacts.put", "contacts.retire", "contacts.retire_others",
    "callback_queues.close", "callback_queues.end", "callback_queues.put",
    "callback_queues.reopen", "callback_queues.resize",
    "callbacks.move", "callbacks.place", "callbacks.take",
    "calls.take", "calls.withdraw", "calls.hand_over",
    "cancel_rules.publish",
    "case_terms.publish",
    "cases.assign", "cases.close", "cases.reopen",
    "freed_times.accept", "freed_times.offer", "freed_times.take",
    "operators.add", "operators.disable", "operators.enable", "operators.set_roles",
    "people.merge", "people.unmerge",
    "rules.begin", "rules.drop", "rules.publish", "rules.save",
    "modes.lift", "modes.set",
    "snippets.add", "snippets.change", "snippets.import_", "snippets.retire",
    "switchboard_terms.publish",
    "topics.import_", "topics.put", "topics.restore", "topics.retire",
    "on_call.import_", "on_call.put", "on_call.remove",
    "queue_closures.close", "queue_closures.open",
    "redirects.lift", "redirects.set",
    "roster.import_", "roster.put", "roster.remove",
    "roster_terms.publish",
    "surveys.import_", "surveys.put", "surveys.remove",
    "targets.put", "targets.remove",
    "timeslots.add", "timeslots.close", "timeslots.reopen", "timeslots.resize",
    "units.add", "units.import_", "units.restore", "units.retire", "units.save",
    "work_items.resolve",
})  # fmt: skip

# Of a claim that somebody was promised something by: the argument that says from when.  Its work
# item is due by then (RELIABILITY 2.7).
PROMISED = {"callbacks.place": "starts_at", "callbacks.move": "starts_at"}
