"""Cases to reckon with: one as it comes in, one in each stage, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain import case_states as states
from kundcenter.domain.calendar import STOCKHOLM
from kundcenter.domain.case_codes import (
    OVER,
    AnswerBy,
    CaseChannel,
    Complainant,
    Recipient,
    Stage,
)
from kundcenter.domain.cases import Case, CaseFacts

CASE = UUID("01890000-0000-7000-8000-000000000001")
WHO = UUID("01890000-0000-7000-8000-000000000002")
OTHER = UUID("01890000-0000-7000-8000-000000000003")
_OF_FACTS = {each.name for each in fields(CaseFacts)}


def at(text: str) -> datetime:
    """An instant by a Swedish clock: YYYY-MM-DD, at noon, or with HH:MM after it."""
    day, _, clock = text.partition(" ")
    read = time.fromisoformat(clock) if clock else time(12)
    return datetime.combine(date.fromisoformat(day), read, STOCKHOLM).astimezone(UTC)


def made(received: str = "2026-11-23", **told: Any) -> Case:
    """A patient's complaint to be answered by letter; `told` are fields of it or of its facts."""
    when = at(received)
    plain = CaseFacts(complainant=Complainant.PATIENT, answer_by=AnswerBy.LETTER)
    facts = replace(plain, **{name: told.pop(name) for name in _OF_FACTS & told.keys()})
    case = Case(
        id=CASE,
        care_unit="SE0000000001-DEMO1",
        channel=CaseChannel.TELEPHONE,
        received_at=when,
        registered_at=when,
        registered_by=WHO,
        facts=facts,
        stage=Stage.REGISTERED,
        stage_at=when,
    )
    return replace(case, **told)


def later(case: Case, **span: float) -> datetime:
    return case.received_at + timedelta(**span)


NOW = at("2026-11-25")
ON_ITS_WAY = frozenset(Stage) - OVER

ACTS: dict[str, tuple[Callable[[Case, bool], Case], frozenset[Stage]]] = {
    # The act, and the stages in which it can be done at a desk.
    "begun": (
        lambda case, late: states.begun(case, NOW, late=late),
        frozenset({Stage.REGISTERED, Stage.CONFIRMED, Stage.ASSIGNED}),
    ),
    "asked": (
        lambda case, late: states.asked(
            case, NOW, reason="När var det?", waits=True, day=None, late=late
        ),
        ON_ITS_WAY - {Stage.ANSWERED},
    ),
    "resumed": (lambda case, late: states.resumed(case, NOW, late=late), frozenset({Stage.ASKED})),
    "answered": (
        lambda case, late: states.answered(case, NOW, late=late),
        ON_ITS_WAY - {Stage.ANSWERED},
    ),
    "handed_over": (
        lambda case, late: states.handed_over(
            case, Recipient.PATIENT_BOARD, NOW, text="", late=late
        ),
        ON_ITS_WAY,
    ),
    "withdrawn": (lambda case, late: states.withdrawn(case, NOW, late=late), ON_ITS_WAY),
}
ENDS = {
    "begun": Stage.INVESTIGATED,
    "asked": Stage.ASKED,
    "resumed": Stage.INVESTIGATED,
    "answered": Stage.ANSWERED,
    "handed_over": Stage.HANDED_OVER,
    "withdrawn": Stage.WITHDRAWN,
}


def standing(stage: Stage) -> Case:
    """A case as it is in that stage."""
    case = made(stage=stage, version=4)
    if stage is Stage.ASKED:
        case = replace(case, paused_since=date(2026, 11, 24), pause_reason="När var det?")
    if stage is Stage.ANSWERED:
        case = replace(case, answered_at=at("2026-11-24"))
    return replace(case, over_at=at("2026-11-24")) if stage in OVER else case
