"""The sentences of what is raised about shifts, queues, targets and quality."""

from __future__ import annotations

from ui.supervision_words.aim_texts import SENTENCES as AIMS
from ui.supervision_words.base_texts import BASE_SENTENCES
from ui.supervision_words.quality_texts import QUALITY_SENTENCES
from ui.supervision_words.roster_texts import ROSTER_SENTENCES

SENTENCES: dict[str, str] = {
    **ROSTER_SENTENCES,
    **AIMS,
    **BASE_SENTENCES,
    **QUALITY_SENTENCES,
}
