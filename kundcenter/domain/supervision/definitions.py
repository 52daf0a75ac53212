"""Every figure by its code: the one place where definitions are looked up."""

from __future__ import annotations

from kundcenter.domain.supervision.definition_texts import DEFINITIONS
from kundcenter.domain.supervision.figure_codes import (
    TOPICS,
    Definition,
    Direction,
    FigureCode,
    Topic,
    Unit,
    filled,
)

__all__ = [
    "DEFINITIONS",
    "TOPICS",
    "Definition",
    "Direction",
    "FigureCode",
    "Topic",
    "Unit",
    "definition",
    "filled",
]


def definition(code: FigureCode) -> Definition:
    return DEFINITIONS[code]
