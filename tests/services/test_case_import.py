"""What comes by e-service is brought in whole or not at all, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.case_codes import (
    CaseAct,
    CaseChannel,
    CaseKind,
    ClockKind,
    Complainant,
    Injury,
    Said,
    Service,
)
from kundcenter.domain.case_errors import CaseInvalid
from kundcenter.domain.case_files import (
    IMPORT_LIMIT,
    CaseRowProblem,
    CaseRowRefusal,
    CasesTooMany,
    ImportedCase,
)
from kundcenter.domain.cases import CaseFacts
from kundcenter.domain.people import Protection
from kundcenter.domain.text import TextInvalid
from tests.ground import CHILD, MAN, MORNING, WOMAN, Ground, identity, rows
from tests.services.case_ground import seen, staffed

NAMED: dict[str, Any] = {"given_name": "Test", "family_name": "Person"}


def row(number: int = 1, **told: Any) -> ImportedCase:
    plain: dict[str, Any] = {
        "row": number,
        "source": f"KO-{number}",
        "service": Service.CONTACT_US,
        "kind": CaseKind.E_SERVICE,
        "received_at": MORNING - timedelta(hours=1),
        "facts": CaseFacts(words="När öppnar ni?"),
    }
    plain |= told
    plain["facts"] = replace(plain["facts"], kind=plain["kind"])
    return ImportedCase(**plain)


def stored(ground: Ground) -> dict[str, UUID]:
    return {each["source"]: each["id"] for each in rows(ground.engine, "cases")["cases"]}


def test_each_row_is_a_case_with_its_person_unit_and_clock(ground: Ground) -> None:
    ids = staffed(ground)
    ground.sign_in("admin")
    unit = ground.unit(hsa_id="SE0000000001-VC1")
    ground.sign_in("nurse")
    known = ground.person(MAN)
    ground.sign_in("handler")
    brought = (
        row(1, identity=identity(WOMAN), hsa_id="se0000000001-vc1", **NAMED),
        row(2, identity=identity(MAN), service=Service.PRESCRIPTION),
        row(3, kind=CaseKind.ADVICE, service=Service.CHAT),
        row(
            4,
            kind=CaseKind.COMPLAINT,
            service=Service.FEEDBACK,
            facts=CaseFacts(complainant=Complainant.ANONYMOUS, injury=Injury.SUSPECTED),
        ),
    )
    plan = ground.desk.cases.plan(brought)
    assert (plan.new, plan.same, plan.problems) == (brought, 0, ())
    assert plan.persons == {identity(WOMAN)}
    assert stored(ground) == {}
    ground.desk.cases.import_(brought)
    first, second, chat, complaint = (seen(ground, each.case_id) for each in brought)
    assert (first.facts.unit_id, first.service) == (unit, Service.CONTACT_US)
    assert first.registered_by == ids["handler"] and first.source == "KONTAKTA_OSS#KO-1"
    woman = ground.desk.cases.get(first.id).person
    assert woman is not None and woman.person_id == identity(WOMAN)
    assert second.facts.person_id == known
    assert (first.channel, chat.channel) == (CaseChannel.E_SERVICE, CaseChannel.CHAT)
    assert [each.due_clock for each in (first, chat)] == [ClockKind.FIRST_ANSWER, ClockKind.ADVICE]
    assert chat.due_at == MORNING - timedelta(minutes=30)
    assert (complaint.due_clock, complaint.alerted_at) == (
        ClockKind.INJURY,
        complaint.registered_at,
    )
    steps = ground.desk.cases.get(complaint.id).steps
    assert [each.act for each in steps] == [CaseAct.REGISTERED, CaseAct.ALERTED]


def test_one_that_is_there_already_is_left_alone(ground: Ground) -> None:
    staffed(ground)
    ground.desk.cases.import_((row(1), row(2)))
    first = seen(ground, row(1).case_id)
    again = (replace(row(1), facts=CaseFacts(words="Något annat.")), row(3))
    plan = ground.desk.cases.plan(again)
    assert (plan.new, plan.same) == ((again[1],), 1)
    ground.desk.cases.import_(again)
    assert seen(ground, first.id) == first
    assert len(stored(ground)) == 3
    other = replace(row(1), service=Service.CERTIFICATE)  # another e-service's number
    ground.desk.cases.import_((other,))
    assert len(stored(ground)) == 4


def test_with_any_problem_nothing_is_brought_in(ground: Ground) -> None:
    staffed(ground)
    bad = (
        row(1),
        row(2, hsa_id="SE0000000001-FINNSEJ"),
        row(3, identity=identity(CHILD)),
        row(4, source=" KO-1 "),
    )
    why = (CaseRowRefusal.UNIT, CaseRowRefusal.PERSON, CaseRowRefusal.REPEATED)
    plan = ground.desk.cases.plan(bad)
    assert plan.problems == tuple(CaseRowProblem(n, each) for n, each in enumerate(why, 2))
    assert plan.new == (bad[0],)
    refused = ground.refuses(CaseInvalid, ground.desk.cases.import_, bad)
    assert refused == {"field": "unit", "row": 2}
    assert stored(ground) == {}


def test_what_no_row_can_be_is_refused_with_its_line(ground: Ground) -> None:
    staffed(ground)
    now = ground.clock.at
    wrong: dict[str, ImportedCase] = {
        "row": row(0),
        "source": row(source=" "),
        "received_at": row(received_at=now + timedelta(days=1)),
        "service": row(kind=CaseKind.ADVICE),
        "event": row(facts=CaseFacts(event="igår")),
        "number": row(facts=CaseFacts(number="inget")),
        "category": row(facts=CaseFacts(category="7.9")),
        "person": row(facts=CaseFacts(person=str(row().case_id))),
        "unit": row(facts=CaseFacts(unit=str(row().case_id))),
        "identity": row(
            facts=CaseFacts(complainant=Complainant.ANONYMOUS), identity=identity(MAN), **NAMED
        ),
        "given_name": row(identity=identity(MAN), given_name="\u202e", family_name="Test"),
    }
    for field, each in wrong.items():
        for verb in (ground.desk.cases.plan, ground.desk.cases.import_):
            refused = ground.refuses(CaseInvalid, verb, (each,))
            assert refused == {"field": field, "row": each.row}
    long = row(facts=CaseFacts(words="å" * 20_001))
    assert ground.refuses(TextInvalid, ground.desk.cases.import_, (long,))["row"] == 1
    many = tuple(row(number) for number in range(1, IMPORT_LIMIT + 2))
    for verb in (ground.desk.cases.plan, ground.desk.cases.import_):
        refused = ground.refuses(CasesTooMany, verb, many)
        assert refused == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}


def test_five_hundred_at_once_are_all_brought_in(ground: Ground) -> None:
    staffed(ground)
    many = tuple(row(number) for number in range(1, IMPORT_LIMIT + 1))
    ground.desk.cases.import_(many)
    assert len(stored(ground)) == IMPORT_LIMIT


def test_two_rows_with_one_number_of_a_line_are_two_cases(ground: Ground) -> None:
    """A row number that comes twice is the reader's doing; the cases are told by their numbers."""
    staffed(ground)
    ground.desk.cases.import_((row(1, source="A"), row(1, source="B")))
    assert set(stored(ground)) == {"KONTAKTA_OSS#A", "KONTAKTA_OSS#B"}
    assert len(rows(ground.engine, "case_steps")["case_steps"]) == 2


def test_who_is_said_to_be_protected_is_registered_so(ground: Ground) -> None:
    staffed(ground)
    hidden = row(1, identity=identity(MAN), facts=CaseFacts(protected=Said.YES), **NAMED)
    plain = row(2, identity=identity(WOMAN), **NAMED)
    ground.desk.cases.import_((hidden, plain))
    for each, protection in ((hidden, Protection.CONFIDENTIAL), (plain, Protection.NONE)):
        person = ground.desk.cases.get(each.case_id).person
        assert person is not None and person.protection is protection


def test_it_leaves_one_access_record_for_each_person(ground: Ground) -> None:
    staffed(ground)
    before = len(ground.accesses())
    ground.desk.cases.import_(
        (
            row(1, identity=identity(MAN), **NAMED),
            row(2, identity=identity(MAN), **NAMED),
            row(3, identity=identity(WOMAN), kind=CaseKind.VIEW, service=Service.FEEDBACK, **NAMED),
            row(4),
        )
    )
    found = ground.accesses(before)
    assert {each.activity for each in found} == {Activity.WRITE}
    assert {each.level for each in found} == {Level.OVERVIEW}
    assert sorted(each.purpose for each in found) == [Purpose.ADMINISTRATION, Purpose.LAW]


def test_it_is_for_those_who_handle_e_services(ground: Ground) -> None:
    staffed(ground)
    ground.sign_in("service")
    ground.desk.cases.import_((row(1),))
    ground.sign_in("admin")
    for verb in (ground.desk.cases.plan, ground.desk.cases.import_):
        ground.refuses(NotPermitted, verb, (row(2),))
