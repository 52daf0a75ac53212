"""Which verbs claim something that desks share.

The centre may turn a claim away, and until it has answered the claim is preliminary.  All other
verbs tell what happened, and that is never turned away (RELIABILITY 0.13).
"""

from __future__ import annotations

CLAIMS = frozenset({
    "calls.take", "calls.withdraw", "calls.hand_over",
    "operators.add", "operators.disable", "operators.enable", "operators.set_roles",
    "people.merge", "people.unmerge",
    "rules.begin", "rules.drop", "rules.publish", "rules.save",
    "snippets.add", "snippets.change", "snippets.import_", "snippets.retire",
    "on_call.import_", "on_call.put", "on_call.remove",
    "redirects.lift", "redirects.set",
    "units.add", "units.import_", "units.restore", "units.retire", "units.save",
    "work_items.resolve",
})  # fmt: skip
