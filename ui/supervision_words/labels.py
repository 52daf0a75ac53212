"""The words for the codes of queues, presence, roster, targets, samples and feedback."""

from __future__ import annotations

from enum import StrEnum

from ui.supervision_words.aim_labels import AIM_PAIRS
from ui.supervision_words.quality_labels import QUALITY_PAIRS

SUPERVISION_PAIRS: tuple[tuple[StrEnum, object], ...] = (
    *AIM_PAIRS,
    *QUALITY_PAIRS,
)
