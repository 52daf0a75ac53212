"""A case on its way at one desk: each verb leaves its step, its clock and its access record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.callbacks import CallbackKind, CallbackNotFound, Promised
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    Recipient,
    Said,
    Stage,
)
from kundcenter.domain.case_errors import (
    CaseConflictOpen,
    CaseInvalid,
    CaseNotFound,
    CaseOwnerUnfit,
    CaseStageWrong,
    CaseStale,
    CaseUnanswerable,
)
from kundcenter.domain.cases import Case, CaseStep, FieldEdit
from kundcenter.domain.text import NOTE_LIMIT, TextInvalid
from tests.ground import NUMBER, Ground
from tests.services.case_ground import edited, seen, staffed, taken_in

LETTER, CALL = AnswerBy.LETTER, AnswerBy.TELEPHONE


def last(ground: Ground, case_id: UUID) -> CaseStep:
    return ground.desk.cases.get(case_id).steps[-1]


def test_a_complaint_from_beginning_to_end(ground: Ground) -> None:
    ids = staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    told = []

    def then(verb: Callable[..., object], *args: object, **kwargs: object) -> Case:
        ground.clock.pass_time(days=1)
        verb(id, *args, **kwargs)
        found = seen(ground, id)
        told.append((found.stage, found.due_clock, found.version))
        return found

    then(cases.confirm, LETTER)
    then(cases.assign, ids["handler"], upon=1, text="Tar det")
    then(cases.begin)
    asked = then(cases.ask, "Vilken dag var det?", by_way=CALL, waits=True, day=None)
    heard = then(cases.resume, "Måndagen")
    then(cases.ask, "Chefen är sjuk", by_way=LETTER, waits=False, day=date(2027, 2, 1))
    answered = then(cases.answer, "Vi har ändrat rutinen.", by_way=LETTER)
    over = then(cases.close, upon=answered.version)
    again = then(cases.reopen, upon=over.version, text="Ringde igen")
    assert told == [
        (Stage.CONFIRMED, ClockKind.ANSWER, 1),
        (Stage.ASSIGNED, ClockKind.ANSWER, 2),
        (Stage.INVESTIGATED, ClockKind.ANSWER, 3),
        (Stage.ASKED, None, 4),
        (Stage.INVESTIGATED, ClockKind.ANSWER, 5),
        (Stage.INVESTIGATED, ClockKind.ANSWER, 6),
        (Stage.ANSWERED, None, 7),
        (Stage.CLOSED, None, 8),
        (Stage.INVESTIGATED, None, 9),
    ]
    assert (asked.pause_reason, heard.pause_reason, heard.paused_days) == (
        "Vilken dag var det?", "", 1,
    )  # fmt: skip
    assert heard.due_at is not None
    assert answered.promised_on == date(2027, 2, 1)
    assert (again.over_at, again.answered_at) == (None, answered.answered_at)
    steps = ground.desk.cases.get(id).steps
    assert [(step.act, step.text, step.by_way) for step in steps[1:]] == [
        (CaseAct.CONFIRMED, "", LETTER),
        (CaseAct.ASSIGNED, "Tar det", AnswerBy.UNSAID),
        (CaseAct.BEGUN, "", AnswerBy.UNSAID),
        (CaseAct.ASKED, "Vilken dag var det?", CALL),
        (CaseAct.RESUMED, "Måndagen", AnswerBy.UNSAID),
        (CaseAct.POSTPONED, "Chefen är sjuk", LETTER),
        (CaseAct.ANSWERED, "Vi har ändrat rutinen.", LETTER),
        (CaseAct.CLOSED, "", AnswerBy.UNSAID),
        (CaseAct.REOPENED, "Ringde igen", AnswerBy.UNSAID),
    ]
    assert {step.by for step in steps} == {ids["handler"]}
    assert [step.days for step in steps if step.act is CaseAct.RESUMED] == [1]
    assert [step.day for step in steps if step.day] == [date(2027, 2, 1)]
    assert not any(step.late for step in steps)
    times = [step.at for step in steps]
    assert times == sorted(times)


def test_every_verb_leaves_an_access_record(ground: Ground) -> None:
    ids = staffed(ground)
    ground.sign_in("nurse")
    person = ground.person()
    complaint = taken_in(ground, person=str(person))
    service = taken_in(ground, kind=CaseKind.E_SERVICE)
    ground.sign_in("handler")
    cases = ground.desk.cases
    for id, purpose, whose in (
        (complaint, Purpose.LAW, person),
        (service, Purpose.ADMINISTRATION, None),
    ):
        for verb in (
            lambda id: cases.confirm(id, LETTER),
            lambda id: cases.assign(id, ids["handler"], upon=1),
            cases.begin,
            lambda id: cases.ask(id, "När?", by_way=LETTER, waits=True, day=None),
            lambda id: cases.resume(id, ""),
            lambda id: cases.answer(id, "Svar", by_way=LETTER),
            lambda id: cases.close(id, upon=6),
            lambda id: cases.reopen(id, upon=7, text="Mer"),
            lambda id: cases.hand_over(id, Recipient.PATIENT_BOARD, ""),
        ):
            known = len(ground.accesses())
            verb(id)
            (record,) = ground.accesses(known)
            assert (record.activity, record.level) == (Activity.WRITE, Level.OVERVIEW)
            assert (record.person_id, record.purpose) == (whose, purpose)
            assert (record.object_kind, record.object_id) == ("case", id)


# -- owners ------------------------------------------------------------------------------------


def test_nobodys_case_is_taken_by_whoever_handles_its_kind(ground: Ground) -> None:
    ids = staffed(ground)
    service = taken_in(ground, kind=CaseKind.E_SERVICE)
    cases = ground.desk.cases
    ground.sign_in("service")
    ground.refuses(NotPermitted, cases.assign, service, ids["nurse"], upon=0)
    ground.refuses(NotPermitted, cases.assign, service, None, upon=0)
    cases.assign(service, ids["service"], upon=0)
    ground.sign_in("nurse")  # takes from nobody what another has
    ground.refuses(NotPermitted, cases.assign, service, ids["nurse"], upon=1)
    ground.sign_in("service")
    cases.assign(service, ids["nurse"], upon=1)
    ground.refuses(NotPermitted, cases.assign, service, ids["service"], upon=2)
    ground.sign_in("handler")
    cases.assign(service, None, upon=2)
    assert (seen(ground, service).owner, seen(ground, service).version) == (None, 3)


def test_whoever_saw_another_case_than_it_is_has_to_look_again(ground: Ground) -> None:
    ids = staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    cases.begin(id)
    stale = {"id": id, "version": 1}
    assert ground.refuses(CaseStale, cases.assign, id, ids["handler"], upon=0) == stale
    assert ground.refuses(CaseStale, cases.close, id, upon=2, text="Löst") == stale
    cases.close(id, upon=1, text="Löst")
    assert ground.refuses(CaseStale, cases.reopen, id, upon=1, text="Mer") == stale | {"version": 2}


def test_an_owner_handles_the_kind_and_works_here(ground: Ground) -> None:
    ids = staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    nobody = uuid4()
    for unfit in (ids["nurse"], ids["service"], nobody):
        refused = ground.refuses(CaseOwnerUnfit, cases.assign, id, unfit, upon=0)
        assert refused == {"id": unfit}
    ground.sign_in("admin")
    other = ground.operator("eva", Role.CASE_HANDLER)
    ground.desk.operators.disable(other)
    ground.sign_in("handler")
    ground.refuses(CaseOwnerUnfit, cases.assign, id, other, upon=0)
    cases.assign(id, ids["chief"], upon=0)


def test_an_owner_works_on_whatever_roles_are_left(ground: Ground) -> None:
    ids = staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    cases.assign(id, ids["chief"], upon=0)
    ground.sign_in("admin")
    ground.desk.operators.set_roles(ids["chief"], frozenset({Role.SWITCHBOARD}))
    ground.sign_in("chief")
    cases.begin(id)
    cases.close(id, upon=2, text="Löst")
    cases.reopen(id, upon=3, text="Ändå inte")
    ground.sign_in("nurse")
    ground.refuses(NotPermitted, cases.begin, id)


@pytest.mark.parametrize("kind", [CaseKind.COMPLAINT, CaseKind.E_SERVICE, CaseKind.ADVICE])
def test_the_kind_says_who_moves_it(ground: Ground, kind: CaseKind) -> None:
    staffed(ground)
    id = taken_in(ground, kind=kind)
    allowed = {
        CaseKind.COMPLAINT: {"handler", "chief"},
        CaseKind.E_SERVICE: {"handler", "nurse", "service", "chief"},
        CaseKind.ADVICE: {"nurse", "chief"},
    }[kind]
    cases = ground.desk.cases
    version = 0
    for name in ("handler", "nurse", "service", "chief"):
        ground.sign_in(name)
        if name in allowed:
            cases.ask(id, "När?", by_way=LETTER, waits=True, day=None)
            version += 1
        else:
            ground.refuses(NotPermitted, cases.ask, id, "När?", by_way=LETTER, waits=True, day=None)
            ground.refuses(NotPermitted, cases.close, id, upon=version)


def test_whoever_took_it_in_confirms_it_and_moves_it_no_further(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    id = taken_in(ground)
    cases = ground.desk.cases
    cases.confirm(id, CALL)
    ground.refuses(NotPermitted, cases.begin, id)
    ground.refuses(NotPermitted, cases.answer, id, "Svar", by_way=LETTER)
    ground.refuses(NotPermitted, cases.close, id, upon=1)
    ground.sign_in("service")
    ground.refuses(NotPermitted, cases.confirm, id, CALL)


# -- what is refused at a desk -----------------------------------------------------------------


def test_what_is_over_is_not_moved(ground: Ground) -> None:
    staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    cases.withdraw(id, "Patienten vill inte gå vidare")
    facts = {"id": id, "stage": Stage.WITHDRAWN}
    for refused in (
        ground.refuses(CaseStageWrong, cases.begin, id),
        ground.refuses(CaseStageWrong, cases.resume, id, ""),
        ground.refuses(CaseStageWrong, cases.answer, id, "Svar", by_way=LETTER),
        ground.refuses(CaseStageWrong, cases.hand_over, id, Recipient.IVO, ""),
        ground.refuses(CaseStageWrong, cases.withdraw, id, "Igen"),
        ground.refuses(CaseStageWrong, cases.close, id, upon=1),
        ground.refuses(CaseStageWrong, cases.assign, id, None, upon=1),
        ground.refuses(CaseStageWrong, cases.ask, id, "När?", by_way=LETTER, waits=True, day=None),
    ):
        assert refused == facts
    cases.confirm(id, LETTER)  # told all the same, and it stays as it is
    assert (last(ground, id).late, seen(ground, id).confirmed_at) == (True, None)


def test_a_case_that_is_not_there(ground: Ground) -> None:
    staffed(ground)
    cases, nothing = ground.desk.cases, uuid4()
    for verb in (
        lambda: cases.confirm(nothing, LETTER),
        lambda: cases.begin(nothing),
        lambda: cases.assign(nothing, None, upon=0),
        lambda: cases.hand_over(nothing, Recipient.IVO, ""),
    ):
        assert ground.refuses(CaseNotFound, verb) == {"id": nothing}


def test_words_that_must_be_said(ground: Ground) -> None:
    staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    for blank in ("", " \n\t"):
        for field, verb in (
            ("question", lambda t: cases.ask(id, t, by_way=LETTER, waits=True, day=None)),
            ("text", lambda t: cases.answer(id, t, by_way=LETTER)),
            ("text", lambda t: cases.withdraw(id, t)),
            ("text", lambda t: cases.close(id, upon=0, text=t)),
            ("text", lambda t: cases.reopen(id, upon=0, text=t)),
            ("text", lambda t: cases.hand_over(id, Recipient.OTHER_PROVIDER, t)),
        ):
            assert ground.refuses(CaseInvalid, verb, blank) == {"field": field}
    for by_way in (AnswerBy.UNSAID, AnswerBy.NOT):
        for field, told in (
            ("by_way", lambda w: cases.confirm(id, w)),
            ("by_way", lambda w: cases.answer(id, "Svar", by_way=w)),
            ("by_way", lambda w: cases.ask(id, "När?", by_way=w, waits=True, day=None)),
        ):
            assert ground.refuses(CaseInvalid, told, by_way) == {"field": field}
    ground.refuses(TextInvalid, cases.answer, id, "x" * (NOTE_LIMIT + 1), by_way=LETTER)
    ground.refuses(TextInvalid, cases.resume, id, "\0")


def test_nobody_is_written_to_who_cannot_be(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    id = taken_in(ground, complainant=Complainant.ANONYMOUS, name="", number="")
    for verb in (
        lambda: cases.confirm(id, LETTER),
        lambda: cases.ask(id, "När?", by_way=LETTER, waits=True, day=None),
        lambda: cases.answer(id, "Svar", by_way=LETTER),
    ):
        assert ground.refuses(CaseUnanswerable, verb) == {"id": id}
    cases.begin(id)
    cases.close(id, upon=1)


def test_it_is_closed_when_differences_are_settled(ground: Ground) -> None:
    staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    before = seen(ground, id).facts
    edited(ground, id, before, summary="Ingen ringde.")
    edited(ground, id, before, summary="Ringde för sent.")
    (difference,) = cases.get(id).conflicts
    assert ground.refuses(CaseConflictOpen, cases.close, id, upon=0, text="Löst") == {"id": id}
    cases.choose(id, difference.id, "Ringde för sent.")
    cases.close(id, upon=0, text="Löst")


# -- hand over ---------------------------------------------------------------------------------


def test_handed_over_it_waits_in_a_queue(ground: Ground) -> None:
    ids = staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground, kind=CaseKind.E_SERVICE)
    ground.sign_in("nurse")
    at = ground.clock.at + timedelta(hours=2)
    promised = Promised(ground.person(), NUMBER)
    ring = ground.desk.callbacks.promise(CallbackKind.OWN, at, promised).the("callback")
    ground.refuses(
        CallbackNotFound, cases.hand_over, id, Recipient.CARE_PROVIDER, "", callback_id=uuid4()
    )
    cases.hand_over(id, Recipient.CARE_PROVIDER, "  Vårdcentralen ringer ", callback_id=ring)
    found, step = seen(ground, id), last(ground, id)
    assert (found.stage, found.handed_to, found.callback_id) == (
        Stage.HANDED_OVER, Recipient.CARE_PROVIDER, ring,
    )  # fmt: skip
    assert (step.recipient, step.text, step.by) == (
        Recipient.CARE_PROVIDER, "Vårdcentralen ringer", ids["nurse"],
    )  # fmt: skip
    assert found.due_at is None


def test_to_another_care_provider_by_leave(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    asked, not_asked = taken_in(ground, consent=Said.YES), taken_in(ground)
    cases.hand_over(asked, Recipient.OTHER_PROVIDER, "")
    refused = ground.refuses(CaseInvalid, cases.hand_over, not_asked, Recipient.OTHER_PROVIDER, "")
    assert refused == {"field": "text"}
    cases.hand_over(not_asked, Recipient.OTHER_PROVIDER, "Gäller enbart hemtjänsten")


def test_other_facts_give_another_clock(ground: Ground) -> None:
    staffed(ground)
    cases, id = ground.desk.cases, taken_in(ground)
    cases.confirm(id, CALL)
    assert seen(ground, id).due_clock is ClockKind.ANSWER
    seen_value = seen(ground, id).facts.answer_by
    cases.edit(id, (FieldEdit(CaseField.ANSWER_BY, seen_value, AnswerBy.NOT),))
    assert seen(ground, id).due_clock is None
