"""A suspected care injury: the chief at once, a decision with its reason, what is told."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseKind,
    ClockKind,
    Duty,
    Injury,
    InjuryDecision,
    Recipient,
    Stage,
)
from kundcenter.domain.case_errors import CaseInjuryUndecided, CaseInvalid, CaseNotFound
from kundcenter.domain.cases import CaseStep
from kundcenter.domain.text import NOTE_LIMIT, TextInvalid
from tests.ground import Ground
from tests.services.case_ground import edited, seen, staffed, taken_in


def of_act(ground: Ground, case_id: UUID, act: CaseAct) -> list[CaseStep]:
    return [step for step in ground.desk.cases.get(case_id).steps if step.act is act]


def test_the_chief_is_told_at_once_and_once(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground, injury=Injury.SUSPECTED)
    found = seen(ground, id)
    assert (found.alerted_at, found.due_clock) == (found.registered_at, ClockKind.INJURY)
    edited(ground, id, found.facts, injury=Injury.SERIOUS)
    assert len(of_act(ground, id, CaseAct.ALERTED)) == 1
    assert seen(ground, id).alerted_at == found.alerted_at


def test_the_chief_is_told_when_it_is_found_out_later(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground, injury=Injury.NO)
    before = seen(ground, id)
    assert (before.alerted_at, of_act(ground, id, CaseAct.ALERTED)) == (None, [])
    ground.clock.pass_time(days=3)
    edited(ground, id, before.facts, injury=Injury.SUSPECTED)
    found = seen(ground, id)
    (step,) = of_act(ground, id, CaseAct.ALERTED)
    assert found.alerted_at == step.at > before.registered_at + timedelta(days=3)
    edited(ground, id, found.facts, injury=Injury.NO)
    ground.desk.cases.confirm(id, AnswerBy.LETTER)
    unhurt = seen(ground, id)
    assert (unhurt.alerted_at, unhurt.due_clock) == (found.alerted_at, ClockKind.ANSWER)
    ground.desk.cases.close(id, upon=unhurt.version, text="Löst")


def test_only_the_chief_decides_and_says_why(ground: Ground) -> None:
    ids = staffed(ground)
    cases = ground.desk.cases
    id, unhurt = taken_in(ground, injury=Injury.SERIOUS), taken_in(ground)
    decide = cases.decide
    ground.refuses(NotPermitted, decide, id, InjuryDecision.LEX_MARIA, "Allvarlig")
    refused = ground.refuses(CaseInjuryUndecided, cases.close, id, upon=0, text="Löst")
    assert refused == {"id": id}
    ground.sign_in("chief")
    for blank in ("", " \n"):
        refused = ground.refuses(CaseInvalid, decide, id, InjuryDecision.LEX_MARIA, blank)
        assert refused == {"field": "text"}
    for wrong, decision in ((id, InjuryDecision.UNDECIDED), (unhurt, InjuryDecision.NEITHER)):
        refused = ground.refuses(CaseInvalid, decide, wrong, decision, "Varför")
        assert refused == {"field": "decision"}
    ground.refuses(CaseNotFound, decide, uuid4(), InjuryDecision.NEITHER, "Varför")
    ground.refuses(TextInvalid, decide, id, InjuryDecision.NEITHER, "x" * (NOTE_LIMIT + 1))
    known = len(ground.accesses())
    decide(id, InjuryDecision.LEX_MARIA, "  Fördröjd strokediagnos ")
    (record,) = ground.accesses(known)
    assert (record.activity, record.purpose) == (Activity.WRITE, Purpose.LAW)
    found, (step,) = seen(ground, id), of_act(ground, id, CaseAct.DECIDED)
    assert (found.decision, found.decided_at) == (InjuryDecision.LEX_MARIA, step.at)
    assert (step.text, step.decision, step.by, step.late) == (
        "Fördröjd strokediagnos", InjuryDecision.LEX_MARIA, ids["chief"], False,
    )  # fmt: skip
    cases.close(id, upon=found.version, text="Anmäld")


def test_the_last_decision_stands_and_every_one_is_kept(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground, injury=Injury.SUSPECTED)
    ground.sign_in("chief")
    for decision in (InjuryDecision.DEVIATION, InjuryDecision.LEX_MARIA, InjuryDecision.NEITHER):
        ground.desk.cases.decide(id, decision, f"Beslut {decision}")
    steps = of_act(ground, id, CaseAct.DECIDED)
    assert [step.text for step in steps] == [
        "Beslut AVVIKELSE", "Beslut LEX_MARIA", "Beslut INGEN",
    ]  # fmt: skip
    assert seen(ground, id).decision is InjuryDecision.NEITHER


@pytest.mark.parametrize(
    ("decided", "worse"),
    [(Injury.SUSPECTED, Injury.SERIOUS), (Injury.NO, Injury.SUSPECTED)],
)
def test_of_what_is_worse_than_was_decided_about_the_chief_is_told_anew(
    ground: Ground, decided: Injury, worse: Injury
) -> None:
    """Also when it was over: else a serious injury would be nobody's to report."""
    staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground, injury=Injury.SUSPECTED)
    edited(ground, id, seen(ground, id).facts, injury=decided)
    ground.sign_in("chief")
    cases.decide(id, InjuryDecision.NEITHER, "Ingen vårdskada")
    edited(ground, id, seen(ground, id).facts, wanted="En ursäkt.")
    known = seen(ground, id)
    assert known.decision is InjuryDecision.NEITHER
    cases.close(id, upon=known.version, text="Löst")
    ground.clock.pass_time(days=3)
    edited(ground, id, known.facts, injury=worse)
    found = seen(ground, id)
    _, step = of_act(ground, id, CaseAct.ALERTED)
    assert (found.alerted_at, found.decided_at) == (step.at, None)
    assert (found.decision, found.due_clock) == (InjuryDecision.UNDECIDED, ClockKind.INJURY)
    (listed,) = cases.due(frozenset({CaseKind.COMPLAINT}))
    assert listed.id == id
    cases.decide(id, InjuryDecision.LEX_MARIA, "Allvarlig")
    edited(ground, id, found.facts, injury=Injury.NO)  # less is nothing to decide anew
    less = seen(ground, id)
    assert (less.decision, less.due_clock) == (InjuryDecision.LEX_MARIA, None)


def test_what_is_handed_over_undecided_still_waits_for_the_chief(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    id = taken_in(ground, injury=Injury.SUSPECTED)
    cases.hand_over(id, Recipient.CARE_PROVIDER, "")
    found = seen(ground, id)
    assert (found.stage, found.due_clock) == (Stage.HANDED_OVER, ClockKind.INJURY)
    kinds = frozenset({CaseKind.COMPLAINT})
    assert [each.id for each in cases.due(kinds)] == [id]
    ground.sign_in("chief")
    cases.decide(id, InjuryDecision.DEVIATION, "Hanteras internt")
    assert (seen(ground, id).due_at, cases.due(kinds)) == (None, ())


def test_what_the_patient_was_told_of_is_ticked_in_the_laws_order(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    cases, id = ground.desk.cases, taken_in(ground)
    cases.inform(id, (Duty.COMPENSATION, Duty.PATIENT_BOARD))
    cases.inform(id, (Duty.IVO,))
    steps = of_act(ground, id, CaseAct.INFORMED)
    assert [step.duty for step in steps] == [Duty.PATIENT_BOARD, Duty.COMPENSATION, Duty.IVO]
    for wrong in ((), (Duty.IVO, Duty.IVO)):
        assert ground.refuses(CaseInvalid, cases.inform, id, wrong) == {"field": "duties"}
    ground.refuses(CaseNotFound, cases.inform, uuid4(), (Duty.IVO,))
    ground.sign_in("service")
    ground.refuses(NotPermitted, cases.inform, id, (Duty.IVO,))
