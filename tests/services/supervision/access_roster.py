"""Who may see and change the roster and the shifts."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from kundcenter.domain.supervision.work_turns import TurnPlan
from tests.ground import MORNING, Ground
from tests.services.access_rows import EDITING, GUIDANCE

ROSTER = {
    "roster_terms.current": GUIDANCE,
    "roster_terms.all": GUIDANCE,
    "roster_terms.publish": EDITING,
    "roster.between": GUIDANCE,
    "roster.colleagues": GUIDANCE,
    "roster.shift": GUIDANCE,
    "roster.plan": EDITING,
    "roster.put": EDITING,
    "roster.import_": EDITING,
    "roster.remove": EDITING,
}
NONE = UUID(int=7)
PLAN = TurnPlan(NONE, Role.NURSE, "", MORNING, MORNING)


def roster_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each of them, of things that do not exist."""
    roster, book = ground.desk.roster, ground.desk.roster_terms
    return {
        "roster_terms.publish": lambda: book.publish(PATTERNS, LIMITS, upon=-1),
        "roster.between": lambda: roster.between(MORNING, MORNING),
        "roster.plan": lambda: roster.plan(()),
        "roster.put": lambda: roster.put(NONE, PLAN, upon=1),
        "roster.import_": lambda: roster.import_(()),
        "roster.remove": lambda: roster.remove(NONE, upon=1),
    }
