"""A matter is taken in, by anybody, from a call or alone."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.case_codes import (
    AnswerBy,
    CaseAct,
    CaseChannel,
    CaseField,
    CaseKind,
    ClockKind,
    Complainant,
    Injury,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_errors import CaseInvalid, CaseUnanswerable
from kundcenter.domain.case_terms import TIMES, Category
from kundcenter.domain.cases import CaseDraft, CaseFacts
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.units import UnitNotFound
from kundcenter.start.desk import new_id
from tests.ground import CARE_UNIT, MAN, NUMBER, WOMAN, Ground, rows
from tests.services.case_ground import WORDS, draft, edited, facts, seen, staffed, taken_in


def test_all_that_was_said_is_kept_to_the_letter(ground: Ground) -> None:
    staffed(ground)
    said = facts(
        kind=CaseKind.VIEW,
        complainant=Complainant.RELATIVE,
        relation="Dotter",
        consent=Said.YES,
        patient="Test Patient",
        number="070-174 06 05",
        address="Gatan 1\n551 11 Jönköping",
        email=" a@example.com ",
        event=" 2026-05 ",
        provider="Privata  Kliniken",
        words=f"  {WORDS}\n ",
        summary="En uppringning uteblev.",
        wanted="En ursäkt.",
        child=Said.YES,
        language="arabiska",
        protected=Said.YES,
        category="6.1",
        heard=Said.NO,
        registry="RJL 2026/1",
    )
    id = ground.desk.cases.register(CaseDraft(said)).the("case")
    case = seen(ground, id)
    kept = {"number": "+46701740605", "email": "a@example.com", "event": "2026-05"}
    kept["provider"] = "Privata Kliniken"
    for name in CaseField:
        assert case.facts.value(name) == kept.get(name, said.value(name)), name
    (row,) = rows(ground.engine)["cases"]
    assert (row["words"], row["kind"]) == (f"  {WORDS}\n ", CaseKind.VIEW)
    assert (case.stage, case.version, case.care_unit) == (Stage.REGISTERED, 0, CARE_UNIT)


def test_its_clocks_begin_when_it_came(ground: Ground) -> None:
    """Fri 2026-11-20 → Tue 11-24 (DOMAIN §7.3), though it is taken in the day after."""
    ids = staffed(ground)
    came = datetime.fromisoformat("2026-11-20T15:00:00+00:00")
    case = seen(ground, taken_in(ground, channel=CaseChannel.LETTER, received_at=came))
    assert (case.received_at, case.registered_by) == (came, ids["handler"])
    assert case.registered_at > came
    assert case.due_clock is ClockKind.CONFIRM
    assert case.due_at == day_bounds(datetime(2026, 11, 24).date())[1]  # noqa: DTZ001


def test_confirmed_in_the_call_only_the_answer_is_due(ground: Ground) -> None:
    staffed(ground)
    case = seen(ground, taken_in(ground, confirmed=AnswerBy.LETTER))
    assert (case.stage, case.due_clock) == (Stage.CONFIRMED, ClockKind.ANSWER)
    assert case.confirmed_at == case.registered_at
    told = ground.desk.cases.get(case.id)
    assert [(each.act, each.by_way) for each in told.steps] == [
        (CaseAct.REGISTERED, AnswerBy.UNSAID),
        (CaseAct.CONFIRMED, AnswerBy.LETTER),
    ]


def test_a_suspected_injury_is_with_the_chief_at_once(ground: Ground) -> None:
    staffed(ground)
    for injury in (Injury.SUSPECTED, Injury.SERIOUS):
        case = seen(ground, taken_in(ground, injury=injury, confirmed=AnswerBy.TELEPHONE))
        assert case.alerted_at == case.registered_at
        assert case.due_clock is ClockKind.INJURY
        acts = [each.act for each in ground.desk.cases.get(case.id).steps]
        assert acts == [CaseAct.REGISTERED, CaseAct.CONFIRMED, CaseAct.ALERTED]
    calm = seen(ground, taken_in(ground, injury=Injury.NO))
    assert calm.alerted_at is None


@pytest.mark.parametrize("role", Role)
def test_any_role_takes_one_in_and_opens_it_for_a_month(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    id = taken_in(ground)
    assert seen(ground, id).facts.words == WORDS
    ground.desk.cases.comment(id, "Ringde igen.")
    ground.clock.pass_time(days=31)
    if role in {
        Role.CASE_HANDLER,
        Role.MEDICAL_LEAD,
        Role.SUPERVISOR_NURSE,
        Role.SUPERVISOR_SWITCHBOARD,
    }:
        ground.desk.cases.comment(id, "Ännu en gång.")
    else:
        ground.refuses(NotPermitted, ground.desk.cases.comment, id, "Ännu en gång.")


def test_what_another_took_in_is_not_for_whoever_does_not_handle_it(ground: Ground) -> None:
    staffed(ground)
    id = taken_in(ground)
    ground.sign_in("nurse")
    ground.refuses(NotPermitted, ground.desk.cases.comment, id, "Jag med.")
    ground.refuses(NotPermitted, ground.desk.cases.edit, id, ())
    chat = taken_in(ground, kind=CaseKind.ADVICE, channel=CaseChannel.CHAT, service=Service.CHAT)
    ground.sign_in("service")
    ground.refuses(NotPermitted, ground.desk.cases.comment, chat, "Jag med.")
    mine = taken_in(ground, kind=CaseKind.E_SERVICE)
    ground.sign_in("nurse")
    ground.desk.cases.comment(mine, "E-tjänster är för alla vid disken.")


def test_it_leaves_an_access_record_of_its_own_kind(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    person, before = ground.person(), len(ground.accesses())
    complaint = taken_in(ground, person=str(person))
    service = taken_in(ground, kind=CaseKind.E_SERVICE, person=str(person))
    first, second = ground.accesses(before)
    assert (first.activity, first.person_id) == (Activity.WRITE, person)
    assert (first.level, first.purpose) == (Level.OVERVIEW, Purpose.LAW)
    assert (first.object_kind, first.object_id) == ("case", complaint)
    assert (second.purpose, second.object_id) == (Purpose.ADMINISTRATION, service)


def test_it_is_linked_to_the_call_it_came_in(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    call = ground.desk.calls.register(NUMBER).the("call")
    id = ground.desk.cases.register(draft(), call_id=call).the("case")
    assert seen(ground, id).call_id == call
    ground.refuses(CallNotFound, ground.desk.cases.register, draft(), call_id=new_id())


def test_the_call_about_somebody_protected_loses_its_number(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("nurse")
    desk = ground.desk
    hidden, plain = ground.person(MAN), ground.person(WOMAN)
    desk.people.protect(hidden, Protection.CONFIDENTIAL, reason="")
    told = ({"person": str(hidden)}, {"protected": Said.YES}, {"person": str(plain)})
    kept = []
    for each in told:
        call = desk.calls.register(NUMBER).the("call")
        id = desk.cases.register(draft(**each), call_id=call).the("case")
        desk.calls.close(call, "INFO")
        kept.append(desk.calls.get(call).number)
    assert kept == [None, None, NUMBER]
    edited(ground, id, seen(ground, id).facts, protected=Said.YES)
    assert desk.calls.get(call).number is None


def test_an_anonymous_one_is_taken_in_and_owes_nobody_an_answer(ground: Ground) -> None:
    staffed(ground)
    nobody = CaseFacts(complainant=Complainant.ANONYMOUS, words=WORDS)
    register = ground.desk.cases.register
    case = seen(ground, register(CaseDraft(nobody)).the("case"))
    assert (case.due_at, case.due_clock) == (None, None)
    ground.refuses(CaseUnanswerable, register, CaseDraft(nobody, confirmed=AnswerBy.LETTER))
    for name, value in (
        ("name", "Test"),
        ("number", NUMBER),
        ("address", "Gatan 1"),
        ("email", "a@example.com"),
        ("person", str(new_id())),
    ):
        told: dict[str, Any] = {"complainant": Complainant.ANONYMOUS, name: value}
        refused = ground.refuses(CaseInvalid, register, CaseDraft(CaseFacts(**told)))
        assert refused == {"field": name}


def test_what_cannot_be_is_refused_by_its_field(ground: Ground) -> None:
    staffed(ground)
    tomorrow = (local(ground.clock.at).date() + timedelta(days=1)).isoformat()
    wrong: dict[str, Any] = {
        "event": ("2026-13", "2026-02-30", "i maj", "1899", "2027", tomorrow, "2026-W01-1"),
        "number": ("070", "fel", "1" * 65),
        "email": ("a", "a@b", "a@example.com, b@example.com", "a\u202e@example.com"),
        "category": ("10", "1.9", "x", "01"),
        "person": ("1",),
        "unit": ("enheten",),
        "confirmed": (AnswerBy.NOT,),
        "received_at": (
            datetime(2026, 11, 21, 6),  # noqa: DTZ001 - without a zone it is no instant
            datetime.fromisoformat("2004-12-31T23:59:59+00:00"),
            ground.clock.at + timedelta(hours=1),
        ),
    }
    for name, values in wrong.items():
        for value in values:
            refused = ground.refuses(
                CaseInvalid, ground.desk.cases.register, draft(**{name: value})
            )
            assert refused == {"field": name}
    register = ground.desk.cases.register
    unserved = CaseDraft(facts(kind=CaseKind.E_SERVICE))
    assert ground.refuses(CaseInvalid, register, unserved) == {"field": "service"}
    letter = draft(kind=CaseKind.ADVICE, service=Service.CERTIFICATE)
    assert ground.refuses(CaseInvalid, register, letter) == {"field": "service"}
    ground.refuses(PersonNotFound, register, draft(person=str(new_id())))
    ground.refuses(UnitNotFound, register, draft(unit=str(new_id())))
    for name, length in (("summary", 5_000), ("wanted", 2_000), ("address", 1_000)):
        taken_in(ground, **{name: "å" * length})
        ground.refuses(TextInvalid, register, draft(**{name: "å" * (length + 1)}))


def test_a_category_that_has_ended_is_for_old_cases_only(ground: Ground) -> None:
    staffed(ground)
    terms = (Category("1", "Vård"), Category("1.1", "Undersökning", ended=True))
    ground.desk.case_terms.publish(terms, TIMES, upon=0)
    taken_in(ground, category="1")
    refused = ground.refuses(CaseInvalid, ground.desk.cases.register, draft(category="1.1"))
    assert refused == {"field": "category"}
