"""Which verbs claim something that desks share.

The centre may turn a claim away, and until it has answered the claim is preliminary.  All other
verbs tell what happened, and that is never turned away (RELIABILITY 0.13).
"""

from __future__ import annotations

CLAIMS = frozenset({
    "calls.take", "calls.withdraw", "calls.hand_over",
    "operators.add", "operators.disable", "operators.enable", "operators.set_roles",
    "people.merge", "people.unmerge",
    "snippets.add", "snippets.change", "snippets.import_", "snippets.retire",
    "units.add",
    "work_items.resolve",
})  # fmt: skip
