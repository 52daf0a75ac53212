"""What may happen to a case, stage by stage; at a desk it is refused, late it is taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kundcenter.domain import case_states as states
from kundcenter.domain.case_codes import (
    OVER,
    AnswerBy,
    CaseKind,
    ClockKind,
    Complainant,
    Injury,
    InjuryDecision,
    Recipient,
    Said,
    Stage,
)
from kundcenter.domain.case_errors import (
    CaseConflictOpen,
    CaseInjuryUndecided,
    CaseInvalid,
    CaseStageWrong,
    CaseStale,
    CaseUnanswerable,
)
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import Case, CaseDraft
from tests.domain.case_made import (
    ACTS,
    CASE,
    ENDS,
    NOW,
    ON_ITS_WAY,
    OTHER,
    WHO,
    at,
    later,
    made,
    standing,
)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("act", list(ACTS))
def test_every_act_in_every_stage(act: str, stage: Stage) -> None:
    do, allowed = ACTS[act]
    case = standing(stage)
    if stage not in allowed:
        with pytest.raises(CaseStageWrong) as refused:
            do(case, False)
        assert refused.value.facts == {"id": CASE, "stage": stage}
        assert do(case, True) is case
        return
    after = do(case, False)
    assert after == do(case, True)
    assert (after.stage, after.version) == (ENDS[act], 5)
    assert after.over == (after.over_at is not None)
    assert (after.paused_since is not None) == (after.stage is Stage.ASKED)


@pytest.mark.parametrize("stage", list(Stage))
def test_the_acknowledgement_is_never_refused_for_its_stage(stage: Stage) -> None:
    case = standing(stage)
    told = states.confirmed(case, NOW, late=False)
    assert told == states.confirmed(case, NOW, late=True)
    if stage in OVER:
        assert told is case
        return
    assert (told.confirmed_at, told.version) == (NOW, 5)
    assert told.stage is (Stage.CONFIRMED if stage is Stage.REGISTERED else stage)
    assert states.confirmed(told, later(case, days=9), late=False) is told


@pytest.mark.parametrize(
    "told", [{"complainant": Complainant.ANONYMOUS}, {"answer_by": AnswerBy.NOT}]
)
def test_nobody_is_told_who_cannot_be(told: dict[str, Any]) -> None:
    case = made(**told)
    for act in ("asked", "answered"):
        do, _ = ACTS[act]
        with pytest.raises(CaseUnanswerable):
            do(case, False)
        assert do(case, True).stage is ENDS[act]
    with pytest.raises(CaseUnanswerable) as refused:
        states.confirmed(case, NOW, late=False)
    assert refused.value.facts == {"id": CASE}
    assert states.confirmed(case, NOW, late=True).confirmed_at == NOW


# -- taken in ----------------------------------------------------------------------------------


def _taken(draft: CaseDraft) -> Case:
    return states.taken_in(draft, id=CASE, at=NOW, by=WHO, care_unit="SE1-E")


def test_a_case_begins_as_it_was_told() -> None:
    facts = made().facts
    case = _taken(CaseDraft(facts))
    assert (case.stage, case.stage_at, case.version) == (Stage.REGISTERED, NOW, 0)
    assert (case.received_at, case.registered_at, case.registered_by) == (NOW, NOW, WHO)
    assert (case.confirmed_at, case.alerted_at, case.facts) == (None, None, facts)
    letter = _taken(CaseDraft(facts, received_at=at("2026-11-20")))
    assert (letter.received_at, letter.registered_at) == (at("2026-11-20"), NOW)


def test_told_in_the_call_it_is_confirmed_at_once() -> None:
    case = _taken(CaseDraft(made().facts, confirmed=AnswerBy.TELEPHONE))
    assert (case.stage, case.confirmed_at, case.version) == (Stage.CONFIRMED, NOW, 0)
    anonymous = made(complainant=Complainant.ANONYMOUS).facts
    with pytest.raises(CaseUnanswerable):
        _taken(CaseDraft(anonymous, confirmed=AnswerBy.TELEPHONE))


@pytest.mark.parametrize("injury", list(Injury))
def test_the_chief_is_told_of_a_suspected_injury_once(injury: Injury) -> None:
    case = _taken(CaseDraft(made(injury=injury).facts))
    suspected = injury in {Injury.SUSPECTED, Injury.SERIOUS}
    assert case.alerted_at == (NOW if suspected else None)
    again = states.injured(case, later(case, days=1))
    assert again is case


# -- owners and claims -------------------------------------------------------------------------


def test_a_case_is_given_and_left() -> None:
    case = states.assigned(made(version=3), WHO, NOW, upon=3)
    assert (case.owner, case.stage, case.stage_at, case.version) == (WHO, Stage.ASSIGNED, NOW, 4)
    other = states.assigned(states.begun(case, NOW, late=False), OTHER, NOW, upon=5)
    assert (other.owner, other.stage, other.version) == (OTHER, Stage.INVESTIGATED, 6)
    nobodys = states.assigned(other, None, NOW, upon=6)
    assert (nobodys.owner, nobodys.stage, nobodys.version) == (None, Stage.INVESTIGATED, 7)
    left = states.assigned(made(), None, NOW, upon=0)
    assert (left.owner, left.stage) == (None, Stage.REGISTERED)


@pytest.mark.parametrize("upon", [-1, 3, 5])
def test_a_claim_is_upon_the_case_as_it_was_seen(upon: int) -> None:
    case, over = standing(Stage.ASSIGNED), standing(Stage.CLOSED)
    claims: tuple[Callable[[], Case], ...] = (
        lambda: states.assigned(case, WHO, NOW, upon=upon),
        lambda: states.closed(case, NOW, upon=upon, text="Löst"),
        lambda: states.reopened(over, NOW, upon=upon),
    )
    for claim in claims:
        with pytest.raises(CaseStale) as refused:
            claim()
        assert refused.value.facts == {"id": CASE, "version": 4}


@pytest.mark.parametrize("stage", sorted(OVER))
def test_what_is_over_is_nobodys_to_take_or_close(stage: Stage) -> None:
    case = standing(stage)
    with pytest.raises(CaseStageWrong):
        states.assigned(case, WHO, NOW, upon=4)
    with pytest.raises(CaseStageWrong):
        states.closed(case, NOW, upon=4, text="Löst")
    again = states.reopened(case, NOW, upon=4)
    assert (again.stage, again.over_at, again.version) == (Stage.INVESTIGATED, None, 5)
    assert again.handed_to is Recipient.UNSAID


@pytest.mark.parametrize("stage", sorted(ON_ITS_WAY))
def test_what_goes_on_is_closed_and_not_reopened(stage: Stage) -> None:
    case = standing(stage)
    over = states.closed(case, NOW, upon=4, text="Löst i samtalet")
    assert (over.stage, over.over_at, over.paused_since) == (Stage.CLOSED, NOW, None)
    assert over.paused_days == (1 if stage is Stage.ASKED else 0)
    with pytest.raises(CaseStageWrong):
        states.reopened(case, NOW, upon=4)


def test_why_nobody_was_answered_is_said() -> None:
    with pytest.raises(CaseInvalid) as refused:
        states.closed(made(), NOW, upon=0)
    assert refused.value.facts == {"field": "text"}
    for case in (
        made(kind=CaseKind.PRAISE),
        made(answer_by=AnswerBy.NOT),
        made(complainant=Complainant.ANONYMOUS),
        standing(Stage.ANSWERED),
    ):
        assert states.closed(case, NOW, upon=case.version).stage is Stage.CLOSED


def test_a_difference_is_settled_before_it_is_closed() -> None:
    with pytest.raises(CaseConflictOpen):
        states.closed(made(conflicts=1), NOW, upon=0, text="Löst")


def test_an_injury_is_decided_before_it_is_closed() -> None:
    case = made(injury=Injury.SUSPECTED, alerted_at=NOW)
    with pytest.raises(CaseInjuryUndecided):
        states.closed(case, NOW, upon=0, text="Löst")
    decided = states.decided(case, InjuryDecision.DEVIATION, NOW, late=False)
    assert states.closed(decided, NOW, upon=1, text="Löst").over
    unhurt = replace(case, facts=replace(case.facts, injury=Injury.NO))
    assert states.closed(unhurt, NOW, upon=0, text="Löst").over


def test_what_comes_in_when_it_is_over_has_to_be_seen() -> None:
    case = standing(Stage.CLOSED)
    flagged = states.remarked(case)
    assert (flagged.flagged, flagged.version, flagged.stage) == (True, 5, Stage.CLOSED)
    assert states.remarked(flagged) is flagged
    seen = states.closed(flagged, NOW, upon=5)
    assert (seen.flagged, seen.version, seen.over_at) == (False, 6, case.over_at)
    assert not states.reopened(flagged, NOW, upon=5).flagged
    open = standing(Stage.ASSIGNED)
    assert states.remarked(open) is open


# -- handed over, decided ----------------------------------------------------------------------


def test_to_another_care_provider_by_leave_or_with_a_reason() -> None:
    def give(case: Case, text: str = "", *, late: bool = False) -> Case:
        return states.handed_over(case, Recipient.OTHER_PROVIDER, NOW, text=text, late=late)

    for consent in (Said.UNSAID, Said.NO):
        case = made(consent=consent)
        with pytest.raises(CaseInvalid) as refused:
            give(case)
        assert refused.value.facts == {"field": "text"}
        assert give(case, "Gäller enbart kommunens hemtjänst").handed_to is Recipient.OTHER_PROVIDER
        assert give(case, late=True).over
    assert give(made(consent=Said.YES)).stage is Stage.HANDED_OVER


@pytest.mark.parametrize("to", [Recipient.UNSAID, Recipient.OWN])
def test_nothing_is_handed_over_to_nobody(to: Recipient) -> None:
    for late in (False, True):
        with pytest.raises(CaseInvalid) as refused:
            states.handed_over(made(), to, NOW, text="Varför", late=late)
        assert refused.value.facts == {"field": "to"}


def test_the_call_back_of_a_hand_over_is_known() -> None:
    placed = states.handed_over(
        made(), Recipient.CARE_PROVIDER, NOW, text="", callback_id=OTHER, late=False
    )
    assert placed.callback_id == OTHER


def test_the_last_decision_in_time_stands() -> None:
    case = made(injury=Injury.SERIOUS, alerted_at=at("2026-11-23"))
    first = states.decided(case, InjuryDecision.DEVIATION, NOW, late=False)
    last = states.decided(first, InjuryDecision.LEX_MARIA, later(first, days=9), late=False)
    assert (last.decision, last.decided_at) == (InjuryDecision.LEX_MARIA, later(first, days=9))
    assert states.decided(last, InjuryDecision.NEITHER, NOW, late=True) is last
    over = replace(case, stage=Stage.WITHDRAWN, over_at=NOW)
    assert states.decided(over, InjuryDecision.NEITHER, NOW, late=False).decided_at == NOW


def test_a_decision_decides_something_that_is_there() -> None:
    for case, decision in (
        (made(injury=Injury.SERIOUS, alerted_at=NOW), InjuryDecision.UNDECIDED),
        (made(), InjuryDecision.NEITHER),
    ):
        with pytest.raises(CaseInvalid) as refused:
            states.decided(case, decision, NOW, late=False)
        assert refused.value.facts == {"field": "decision"}


def test_the_next_clock_stands_on_the_case() -> None:
    case = states.timed(made("2026-11-23"), TIMES)
    assert (case.due_clock, case.due_at) == (ClockKind.CONFIRM, at("2026-11-26 00:00"))
    case = states.timed(states.confirmed(case, NOW, late=False), TIMES)
    assert (case.due_clock, case.due_at) == (ClockKind.ANSWER, at("2026-12-22 00:00"))
    waiting = ACTS["asked"][0](case, False)
    assert states.timed(waiting, TIMES).due_clock is None
    over = states.timed(states.closed(case, NOW, upon=1, text="Löst"), TIMES)
    assert (over.due_clock, over.due_at) == (None, None)
    again = states.timed(states.reopened(over, NOW, upon=2), TIMES)
    assert again.due_clock is ClockKind.ANSWER
