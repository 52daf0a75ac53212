"""Measurements of others: written, brought in, taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.supervision.surveys import (
    IMPORT_LIMIT,
    Area,
    Measurement,
    SurveyInvalid,
    SurveyNotFound,
    SurveyStale,
    SurveysTooMany,
    SurveyTaken,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import Ground

NKI = Measurement("NKI", date(2019, 1, 1), date(2019, 12, 31), 82_000, 1_210, "Inera", asked=4_000)
NATION = replace(NKI, value=83_000, area=Area.NATION, answers=0, asked=0)


def lead(ground: Ground) -> None:
    ground.begin()
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("nurse", Role.NURSE)
    ground.sign_in("leader")


def test_what_was_measured_is_kept_the_latest_period_first(ground: Ground) -> None:
    lead(ground)
    later = replace(NKI, period_from=date(2021, 1, 1), period_to=date(2021, 12, 31), value=84_500)
    for each in (NKI, later, NATION):
        ground.desk.surveys.put(None, each)
    ground.sign_in("nurse")
    found = ground.desk.surveys.all()
    assert found[0].measurement == later
    assert {each.measurement for each in found} == {NKI, later, NATION}
    assert {each.number for each in found} == {1}


def test_a_measurement_stands_once_and_changes_by_its_number(ground: Ground) -> None:
    lead(ground)
    surveys = ground.desk.surveys
    id = surveys.put(None, NKI).the("survey")
    shouted = replace(NKI, source="INERA", value=1_000)
    assert ground.refuses(SurveyTaken, surveys.put, None, shouted) == {"id": id}
    surveys.put(id, shouted, upon=1)
    assert [(s.measurement, s.number) for s in surveys.all()] == [(shouted, 2)]
    facts = ground.refuses(SurveyStale, surveys.put, id, NKI, upon=1)
    assert facts == {"id": id, "number": 2}


def test_what_is_taken_away_is_shown_no_more(ground: Ground) -> None:
    lead(ground)
    surveys = ground.desk.surveys
    id = surveys.put(None, NKI).the("survey")
    surveys.remove(id, upon=1)
    assert surveys.all() == ()
    ground.refuses(SurveyNotFound, surveys.remove, id, upon=2)
    surveys.put(None, NKI)  # its place is free


def test_a_file_comes_in_whole_and_once(ground: Ground) -> None:
    lead(ground)
    surveys = ground.desk.surveys
    surveys.put(None, NKI)
    changed = replace(NKI, value=81_000)
    plan = surveys.plan((changed, NATION))
    assert (plan.new, plan.changed, plan.same) == ((NATION,), (changed,), 0)
    surveys.import_((changed, NATION))
    assert {(s.measurement, s.number) for s in surveys.all()} == {(changed, 2), (NATION, 1)}
    assert not surveys.import_((changed, NATION))
    assert {s.number for s in surveys.all()} == {1, 2}


def test_one_bad_row_keeps_all_out(ground: Ground) -> None:
    lead(ground)
    verb = ground.desk.surveys.import_
    assert ground.refuses(SurveyInvalid, verb, (NKI, replace(NATION, value=-1)))["row"] == 2
    assert ground.refuses(TextInvalid, verb, (NKI, replace(NATION, source="\0")))["row"] == 2
    assert ground.refuses(SurveyTaken, verb, (NKI, NKI))["row"] == 2
    many = (NKI,) * (IMPORT_LIMIT + 1)
    facts = ground.refuses(SurveysTooMany, verb, many)
    assert facts == {"count": IMPORT_LIMIT + 1, "limit": IMPORT_LIMIT}
    assert ground.desk.surveys.all() == ()


def test_what_cannot_be_is_refused(ground: Ground) -> None:
    lead(ground)
    surveys, unknown = ground.desk.surveys, uuid4()
    ground.refuses(SurveyInvalid, surveys.put, None, replace(NKI, figure="nki"))
    ground.refuses(SurveyStale, surveys.put, None, NKI, upon=1)
    ground.refuses(TextInvalid, surveys.put, None, replace(NKI, comment="\ud800"))
    assert ground.refuses(SurveyNotFound, surveys.put, unknown, NKI) == {"id": unknown}
    assert ground.refuses(SurveyNotFound, surveys.remove, unknown, upon=0) == {"id": unknown}


def test_who_leads_writes_measurements_and_nobody_else(ground: Ground) -> None:
    lead(ground)
    id = ground.desk.surveys.put(None, NKI).the("survey")
    ground.sign_in("nurse")
    surveys = ground.desk.surveys
    ground.refuses(NotPermitted, surveys.put, None, NATION)
    ground.refuses(NotPermitted, surveys.import_, (NATION,))
    ground.refuses(NotPermitted, surveys.remove, id, upon=1)
    ground.refuses(NotPermitted, surveys.plan, (NATION,))
    ground.sign_in("admin")  # who brings them in need not sit at the desk
    assert [each.id for each in surveys.all()] == [id]
    surveys.import_((NATION,))
