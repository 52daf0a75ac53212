"""The demo region's cases: as they could have come about by the verbs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TypeVar

import pytest

from kundcenter.demo.month import made
from kundcenter.demo.region import DemoTerms
from kundcenter.domain.access import MATRIX, Function
from kundcenter.domain.case_clocks import Heed, clocks, heed, next_clock
from kundcenter.domain.case_codes import CaseAct, CaseKind, ClockKind, Service, Stage
from kundcenter.domain.case_fields import checked_facts
from kundcenter.domain.case_terms import TIMES, CaseTerms
from kundcenter.domain.cases import Case, CaseStep
from kundcenter.domain.operators import Operator
from kundcenter.domain.people import Person
from kundcenter.domain.phone_numbers import PhoneNumber, is_fictional
from kundcenter.domain.units import Unit
from kundcenter.start.desk import published_codes

V = TypeVar("V")
UNTIL = datetime(2026, 11, 23, 13, 20, tzinfo=UTC)  # a Monday


@pytest.fixture(scope="module")
def values() -> list[object]:
    codes = published_codes()
    return list(made(DemoTerms(UNTIL, codes[max(codes)], calls=200)).values())


def of(values: Iterable[object], kind: type[V]) -> list[V]:
    return [value for value in values if isinstance(value, kind)]


def test_every_kind_of_case_and_every_service_is_there(values: list[object]) -> None:
    cases = of(values, Case)
    assert {case.kind for case in cases} == set(CaseKind)
    assert {case.service for case in cases if case.service} == set(Service)
    assert {case.stage for case in cases} >= set(Stage) - {Stage.WITHDRAWN}
    assert len({case.number for case in cases}) == len(cases)


def test_what_is_known_of_a_case_is_in_its_one_form(values: list[object]) -> None:
    people = {person.id: person for person in of(values, Person)}
    units = {unit.id for unit in of(values, Unit)}
    (terms,) = of(values, CaseTerms)
    codes = {category.code for category in terms.categories}
    assert terms.demonstration
    for case in of(values, Case):
        facts = case.facts
        assert checked_facts(facts) == facts
        assert facts.category in {*codes, ""}
        assert facts.unit_id is None or facts.unit_id in units
        assert facts.anonymous == (facts.person_id is None)
        assert facts.person_id is None or not people[facts.person_id].protected
        assert not facts.number or is_fictional(PhoneNumber(facts.number))
        assert not facts.email or facts.email.endswith("@example.com")


def test_nothing_lies_after_the_regions_end(values: list[object]) -> None:
    cases = {case.id: case for case in of(values, Case)}
    for case in cases.values():
        assert case.received_at <= case.stage_at <= UNTIL
    for step in of(values, CaseStep):
        assert cases[step.case_id].received_at <= step.at <= UNTIL


def test_the_clocks_are_those_of_the_rules(values: list[object]) -> None:
    for case in of(values, Case):
        clock = next_clock(case, TIMES)
        assert (case.due_at, case.due_clock) == (
            (None, None) if clock is None else (clock.ends, clock.kind)
        )
    seen = {heed(clock, TIMES, UNTIL) for case in of(values, Case) for clock in clocks(case, TIMES)}
    assert seen >= {Heed.LATE, Heed.TODAY, Heed.SOON, Heed.CALM, Heed.WAITING, Heed.NOTICE}


def test_a_suspected_injury_is_with_the_chief(values: list[object]) -> None:
    injured = [case for case in of(values, Case) if case.facts.injured]
    assert injured
    for case in injured:
        assert case.alerted_at
        assert ClockKind.INJURY in {clock.kind for clock in clocks(case, TIMES)}


def test_who_handles_them_may(values: list[object]) -> None:
    operators = {each.id: each for each in of(values, Operator)}
    owners = {case.owner for case in of(values, Case) if case.owner}
    assert owners
    for id in owners:
        assert operators[id].roles & MATRIX[Function.HANDLE_COMPLAINTS]


def test_every_case_begins_with_its_registration(values: list[object]) -> None:
    first: dict[object, CaseAct] = {}
    for step in of(values, CaseStep):
        first.setdefault(step.case_id, step.act)
    assert first == {case.id: CaseAct.REGISTERED for case in of(values, Case)}
