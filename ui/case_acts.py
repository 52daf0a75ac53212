"""What one can do with a case as it stands: what a button and a key are for, and what not."""

from __future__ import annotations

from uuid import UUID

from kundcenter.domain.access import Function
from kundcenter.domain.case_codes import Stage
from kundcenter.domain.case_states import function_of
from kundcenter.domain.cases import Case
from ui.action_names import Action
from ui.case_keeper import CaseKeeper

BEFORE = frozenset({Stage.REGISTERED, Stage.CONFIRMED, Stage.ASSIGNED})
ALWAYS = frozenset({Action.CASE_COMMENT, Action.CASE_LETTER, Action.CASE_HISTORY})


def handles(case: Case, keeper: CaseKeeper) -> bool:
    """Whether it is the operator's to bring on: they handle the kind, or own this one."""
    return keeper.may(function_of(case.kind)) or _owns(case, keeper.me)


def acts_of(case: Case, keeper: CaseKeeper) -> frozenset[Action]:
    """Who took it in and nothing more may say what else was said, confirm it and print."""
    mine, handling = _owns(case, keeper.me), handles(case, keeper)
    leads = handling and (mine or keeper.may(Function.LEAD_CASES))
    going, answerable = handling and not case.over, case.facts.answerable
    unanswered, places = case.stage is not Stage.ANSWERED, going and keeper.may(Function.CALL_BACK)
    alerted, told = case.alerted_at is not None, case.confirmed_at or case.answered_at
    rows = (
        (Action.CASE_INFORM, case.feedback or alerted),
        (Action.CASE_DECIDE, alerted and keeper.may(Function.DECIDE_INJURY)),
        (Action.CASE_CONFIRM, answerable and not case.over and told is None),
        (Action.CASE_REOPEN, leads and case.over),
        (Action.CASE_CLOSE, going or (handling and case.flagged)),
        (Action.CASE_MINE, going and not mine and (case.owner is None or leads)),
        (Action.CASE_ASSIGN, going and leads),
        (Action.CASE_BEGIN, going and case.stage in BEFORE),
        (Action.CASE_RESUME, going and case.paused_since is not None),
        (Action.CASE_ASK, going and answerable and unanswered),
        (Action.CASE_ANSWER, going and answerable and unanswered),
        (Action.CASE_HAND_OVER, going),
        (Action.CASE_WITHDRAW, going),
        (Action.CASE_PLACE, places and bool(case.facts.person) and not case.feedback),
    )
    return ALWAYS | {action for action, holds in rows if holds}


def _owns(case: Case, me: UUID | None) -> bool:
    return me is not None and case.owner == me
