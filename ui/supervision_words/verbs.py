"""The words for what was done: shifts, queues, targets and quality."""

from __future__ import annotations

from ui.supervision_words.aim_verbs import AIM_VERBS
from ui.supervision_words.base_verbs import BASE_VERBS
from ui.supervision_words.quality_verbs import QUALITY_VERBS
from ui.supervision_words.roster_verbs import ROSTER_VERBS

SUPERVISION_VERBS: dict[str, object] = {
    **ROSTER_VERBS,
    **AIM_VERBS,
    **BASE_VERBS,
    **QUALITY_VERBS,
}
