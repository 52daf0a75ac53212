"""Lists of cases name nobody; one that is opened leaves its record; a year is counted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.case_codes import (
    FEEDBACK,
    AnswerBy,
    CaseKind,
    Injury,
    InjuryDecision,
    Said,
    Service,
    Stage,
)
from kundcenter.domain.case_errors import CaseInvalid, CaseNotFound
from kundcenter.domain.case_numbers import case_number
from kundcenter.domain.cases import Case
from kundcenter.domain.people import Protection
from tests.ground import MAN, Ground
from tests.services.case_ground import SUMMARY, WORDS, seen, staffed, taken_in

EVERY = frozenset(CaseKind)
COMPLAINTS = frozenset({CaseKind.COMPLAINT})


def ids(found: tuple[Case, ...]) -> list[UUID]:
    return [each.id for each in found]


def denied(ground: Ground, act: Callable[[], object]) -> None:
    """It is refused, and that somebody tried is in the log."""
    known, done = len(ground.accesses()), len(ground.operations())
    try:
        act()
    except NotPermitted:
        (record,) = ground.accesses(known)
        assert (record.level, record.reason) == (Level.DENIED, NotPermitted.code)
        assert record.object_kind == "case"
        assert len(ground.operations()) == done
    else:
        raise AssertionError("it was let through")


# -- lists -------------------------------------------------------------------------------------


def test_what_is_due_first_comes_first(ground: Ground) -> None:
    people = staffed(ground)
    cases = ground.desk.cases
    answer_only = taken_in(ground, answer_by=AnswerBy.TELEPHONE, confirmed=AnswerBy.TELEPHONE)
    plain, nothing_due = taken_in(ground), taken_in(ground, answer_by=AnswerBy.NOT)
    service = taken_in(ground, kind=CaseKind.E_SERVICE)
    over = taken_in(ground)
    cases.close(over, upon=0, text="Löst")
    assert ids(cases.due(COMPLAINTS)) == [plain, answer_only, nothing_due]
    assert set(ids(cases.due(EVERY))) == {plain, answer_only, nothing_due, service}
    assert ids(cases.due(COMPLAINTS, limit=1, skip=1)) == [answer_only]
    cases.assign(answer_only, people["handler"], upon=0)
    assert ids(cases.due(EVERY, mine=True)) == [answer_only]
    assert ids(cases.due(COMPLAINTS, nobody=True)) == [plain, nothing_due]
    assert cases.due(frozenset()) == ()


def test_a_list_holds_the_kinds_of_whoever_looks_and_with_mine_ones_own(ground: Ground) -> None:
    people = staffed(ground)
    cases = ground.desk.cases
    complaint = taken_in(ground)
    service, advice = (taken_in(ground, kind=k) for k in (CaseKind.E_SERVICE, CaseKind.ADVICE))
    cases.assign(complaint, people["chief"], upon=0)
    seen_by = {"handler": {complaint, service}, "service": {service}, "nurse": {service, advice}}
    for name, expected in seen_by.items():
        ground.sign_in(name)
        assert set(ids(cases.due(EVERY))) == expected
        assert cases.due(EVERY, mine=True) == ()
    ground.sign_in("admin")
    assert cases.due(EVERY) == ()
    ground.desk.operators.set_roles(people["chief"], frozenset({Role.SWITCHBOARD}))
    ground.sign_in("chief")
    assert ids(cases.due(EVERY, mine=True)) == [complaint]
    assert ids(cases.due(EVERY)) == [service]


def test_lists_name_nobody_and_leave_no_record(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    person = ground.person()
    ground.sign_in("handler")
    id = taken_in(
        ground,
        person=str(person),
        patient="Test Patient",
        address="Testgatan 1",
        email="test@example.com",
        summary=SUMMARY,
        wanted="En ursäkt",
        relation="Dotter",
        provider="Test AB",
        registry="D 1",
    )
    cases.ask(id, "Fråga om Test Patient", by_way=AnswerBy.LETTER, waits=True, day=None)
    known = len(ground.accesses())
    number = case_number(id)
    for found in (cases.due(COMPLAINTS), cases.registered(), cases.find(number)):
        (case,) = found
        told = f"{case} {case.facts.words} {case.facts.name} {case.pause_reason}"
        told += "".join(str(case.facts.value(name)) for name in type(case.facts).__slots__)  # type: ignore[arg-type]
        for secret in (
            WORDS, SUMMARY, "Test P", "+4670", "Testgatan", "@example", str(person), "ursäkt",
            "Dotter", "Test AB", "D 1", "Fråga",
        ):  # fmt: skip
            assert secret not in told
    assert len(ground.accesses()) == known


def test_how_many_are_open_late_and_near(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    assert cases.waiting() == (0, 0, 0)
    taken_in(ground)  # Saturday: confirmed by Tuesday, answered by the 19th of December
    assert cases.waiting() == (1, 0, 0)
    told = taken_in(ground, confirmed=AnswerBy.LETTER)
    ground.clock.at = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert cases.waiting() == (2, 0, 1)
    ground.clock.at = datetime(2026, 11, 24, 22, 59, 59, tzinfo=UTC)
    assert cases.waiting() == (2, 0, 1)
    ground.clock.at = datetime(2026, 11, 24, 23, tzinfo=UTC)
    assert cases.waiting() == (2, 1, 0)
    due = seen(ground, told).due_at
    assert due is not None
    for days, near in ((8, 0), (7, 1), (1, 1)):  # the 21st is a Monday: five vardagar are a week
        ground.clock.at = due - timedelta(days=days, seconds=1)
        assert cases.waiting() == (2, 1, near)
    ground.clock.at = due
    assert cases.waiting() == (2, 2, 0)
    ground.sign_in("service")
    assert cases.waiting() == (0, 0, 0)
    ground.sign_in("admin")
    assert cases.waiting() == (0, 0, 0)


def test_ones_own_intake_of_a_month(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    first = taken_in(ground)
    ground.clock.pass_time(days=29)
    second = taken_in(ground)
    assert ids(cases.registered()) == [second, first]
    ground.clock.pass_time(days=1)
    assert ids(cases.registered()) == [second]
    ground.sign_in("service")
    assert cases.registered() == ()


def test_a_case_is_found_by_its_number_by_whoever_may_open_it(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    id = taken_in(ground)
    number = case_number(id)
    for said in (number, number.lower().replace("-", " "), f" {number[:2]} {number[2:]} "):
        assert ids(cases.find(said)) == [id]
    assert ground.refuses(CaseInvalid, cases.find, "7F3K") == {"field": "number"}
    assert cases.find(case_number(UUID(int=77))) == ()
    ground.sign_in("service")
    assert cases.find(number) == ()


def test_who_may_own_a_case(ground: Ground) -> None:
    people = staffed(ground)
    cases = ground.desk.cases
    complaint, advice = taken_in(ground), taken_in(ground, kind=CaseKind.ADVICE)
    ground.sign_in("admin")
    eva = ground.operator("eva", Role.NURSE)
    ground.desk.operators.disable(eva)
    ground.refuses(NotPermitted, cases.handlers)
    ground.sign_in("handler")
    assert [each.id for each in cases.handlers(complaint)] == [people["chief"], people["handler"]]
    assert [each.name for each in cases.handlers(advice)] == ["Test Chief", "Test Nurse"]
    everybody = {each.id for each in cases.handlers()}
    assert everybody == set(people.values())
    ground.refuses(CaseNotFound, cases.handlers, uuid4())


# -- one case ----------------------------------------------------------------------------------


def test_whoever_opens_a_case_leaves_a_record(ground: Ground) -> None:
    people = staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    person = ground.person()
    complaint = taken_in(ground, person=str(person))
    service = taken_in(ground, kind=CaseKind.E_SERVICE)
    ground.sign_in("handler")
    cases.assign(complaint, people["chief"], upon=0)
    for id, whose, purpose in (
        (complaint, person, Purpose.LAW),
        (service, None, Purpose.ADMINISTRATION),
    ):
        known = len(ground.accesses())
        told = cases.get(id)
        (record,) = ground.accesses(known)
        assert (record.activity, record.level) == (Activity.READ, Level.OVERVIEW)
        assert (record.person_id, record.purpose) == (whose, purpose)
        assert (record.object_kind, record.object_id) == ("case", id)
        assert told.case.facts.words == WORDS
    told = cases.get(complaint)
    assert told.person is not None
    assert (told.person.id, told.protected) == (person, False)
    assert told.names == {
        people["nurse"]: "Test Nurse",
        people["handler"]: "Test Handler",
        people["chief"]: "Test Chief",
    }
    ground.refuses(CaseNotFound, cases.get, uuid4())


def test_a_complaint_is_opened_by_few(ground: Ground) -> None:
    people = staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    id = taken_in(ground)
    assert cases.get(id).case.id == id  # whoever took it in
    ground.sign_in("service")
    denied(ground, lambda: cases.get(id))
    ground.sign_in("admin")
    denied(ground, lambda: cases.get(id))
    ground.sign_in("nurse")
    ground.clock.pass_time(days=30)
    denied(ground, lambda: cases.get(id))
    ground.sign_in("handler")
    assert cases.get(id).case.registered_by == people["nurse"]


def test_what_is_over_is_closed_to_whoever_took_it_in(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    id = taken_in(ground)
    ground.sign_in("handler")
    cases.close(id, upon=0, text="Löst")
    ground.sign_in("nurse")
    denied(ground, lambda: cases.get(id))
    assert cases.find(case_number(id)) == ()


def test_of_somebody_protected_the_register_tells_nothing(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("nurse")
    person = ground.person(MAN)
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    listed, said = taken_in(ground, person=str(person)), taken_in(ground, protected=Said.YES)
    ground.sign_in("handler")
    told = cases.get(listed)
    assert told.protected
    assert told.person is not None
    assert (told.person.given_name, told.person.family_name) == ("", "")
    assert cases.get(said).protected
    assert not cases.get(taken_in(ground)).protected
    exported = {case.id: case for case in cases.export(2026)}
    for id in (listed, said):
        facts = exported[id].facts
        assert (facts.name, facts.number, facts.email, facts.address) == ("", "", "", "")
        assert facts.words == WORDS


# -- a year ------------------------------------------------------------------------------------


def test_a_year_begins_and_ends_at_midnight_in_sweden(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    second = timedelta(seconds=1)
    new_year = datetime(2026, 12, 31, 23, tzinfo=UTC)
    ground.clock.at = new_year + timedelta(days=1)
    last = taken_in(ground, received_at=new_year - second)
    first = taken_in(ground, received_at=new_year)
    assert (ids(cases.export(2026)), ids(cases.export(2027))) == ([last], [first])
    assert (cases.figures(2026).total.received, cases.figures(2027).total.received) == (1, 1)
    assert cases.figures(2028).total.received == 0
    for year in (-1, 1, 9999, 10**9):
        assert ground.refuses(CaseInvalid, cases.figures, year) == {"field": "year"}
        assert ground.refuses(CaseInvalid, cases.export, year) == {"field": "year"}


def test_the_year_is_counted_by_those_who_lead(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    ground.sign_in("admin")
    unit = ground.unit()
    ground.sign_in("handler")
    hurt = taken_in(ground, category="3.4", unit=str(unit), injury=Injury.SERIOUS, child=Said.YES)
    cases.answer(hurt, "Vi ber om ursäkt", by_way=AnswerBy.LETTER)
    taken_in(ground, kind=CaseKind.VIEW, confirmed=AnswerBy.TELEPHONE)
    taken_in(ground, kind=CaseKind.E_SERVICE, service=Service.CERTIFICATE)
    ground.clock.pass_time(days=99)
    known = len(ground.accesses())
    found = cases.figures(2026)
    assert len(ground.accesses()) == known  # it is about nobody
    total = found.total
    assert (total.received, total.answered, total.answered_in_time, total.open) == (2, 1, 1, 2)
    assert total.confirmed_in_time == 2
    assert [(kind, row.received) for kind, row in found.by_kind] == [
        (CaseKind.COMPLAINT, 1), (CaseKind.VIEW, 1), (CaseKind.E_SERVICE, 1),
    ]  # fmt: skip
    assert [code for code, _ in found.by_category] == ["", "3.4"]
    assert [id for id, _ in found.by_unit] == [None, unit]
    assert [each for each, _ in found.by_service] == [Service.CERTIFICATE]
    assert (found.injuries, found.lex_maria, found.children) == (1, 0, 1)
    for name in ("nurse", "service", "admin"):
        ground.sign_in(name)
        ground.refuses(NotPermitted, cases.figures, 2026)
        ground.refuses(NotPermitted, cases.export, 2026)


def test_the_chief_sees_every_injury_that_is_undecided_and_nobody_else_does(
    ground: Ground,
) -> None:
    staffed(ground)
    cases = ground.desk.cases
    first = taken_in(ground, injury=Injury.SERIOUS, confirmed=AnswerBy.TELEPHONE)
    ground.clock.pass_time(hours=1)
    other = taken_in(ground, kind=CaseKind.E_SERVICE, injury=Injury.SUSPECTED)
    decided = taken_in(ground, injury=Injury.SUSPECTED)
    taken_in(ground, injury=Injury.NO)
    cases.withdraw(first, "Tog tillbaka det")  # the injury is decided about all the same
    ground.refuses(NotPermitted, cases.undecided)
    ground.sign_in("chief")
    cases.decide(decided, InjuryDecision.NEITHER, "Ingen skada")
    found = cases.undecided()
    assert ids(found) == [first, other]
    assert not any(each.facts.words or each.facts.person for each in found)


def test_a_year_that_is_taken_out_leaves_a_record_of_each(ground: Ground) -> None:
    staffed(ground)
    cases = ground.desk.cases
    made = [taken_in(ground, kind=kind) for kind in sorted(FEEDBACK)]
    taken_in(ground, kind=CaseKind.E_SERVICE)
    known = len(ground.accesses())
    found = cases.export(2026)
    assert ids(found) == made
    assert {each.facts.words for each in found} == {WORDS}
    records = ground.accesses(known)
    assert [record.object_id for record in records] == made
    assert {(r.activity, r.purpose) for r in records} == {(Activity.READ, Purpose.LAW)}
    assert {case.stage for case in found} == {Stage.REGISTERED}
    known = len(ground.accesses())
    assert cases.export(2025) == ()
    (record,) = ground.accesses(known)
    assert (record.person_id, record.object_id, record.purpose) == (None, None, Purpose.LAW)
