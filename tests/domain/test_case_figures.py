"""The yearly figures, counted by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

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
from kundcenter.domain.case_figures import CaseFigures, FigureRow, answer_days, figures
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import Case
from tests.domain.case_made import WHO, at, later, made

NOTHING = FigureRow(0, 0, 0, 0, 0, None)


def counted(*cases: Case) -> CaseFigures:
    return figures(2026, iter(cases), TIMES)


def answered(day: str, **told: Any) -> Case:
    return made(stage=Stage.ANSWERED, answered_at=at(day), **told)


def test_a_year_without_cases() -> None:
    assert counted() == CaseFigures(2026, NOTHING, (), (), (), 0, 0, 0, ())


def test_answers_are_in_time_until_their_last_day_has_ended() -> None:
    found = counted(
        answered("2026-12-21 23:59"),
        answered("2026-12-22 00:00"),
        answered("2026-11-24"),
        made(),
    )
    assert found.total == FigureRow(4, 3, 2, 1, 4, 28.0)


def test_waits_for_the_complainant_are_no_days_of_ours() -> None:
    case = answered("2026-12-24", paused_days=4)
    assert answer_days(case) == 27
    assert counted(case).total.answered_in_time == 1
    assert counted(replace(case, paused_days=0)).total.answered_in_time == 0
    assert answer_days(answered("2026-11-24", paused_days=9)) == 0
    assert answer_days(made()) is None


def test_the_median_of_an_even_number_lies_between() -> None:
    found = counted(*(answered(day) for day in ("2026-11-24", "2026-11-26", "2026-11-29")))
    assert found.total.median_days == 3.0
    assert counted(answered("2026-11-24"), answered("2026-11-26")).total.median_days == 2.0


def test_the_acknowledgement_is_in_time_or_not() -> None:
    told = made(stage=Stage.CONFIRMED, confirmed_at=at("2026-11-25 23:59"))
    late = replace(told, confirmed_at=at("2026-11-26 00:00"))
    nobody = made(answer_by=AnswerBy.NOT)
    assert counted(told, late, nobody).total.confirmed_in_time == 1


def test_by_category_and_unit_in_order() -> None:
    found = counted(
        made(category="1.10"),
        made(category="1.9", unit=str(WHO)),
        made(category="10.1"),
        made(category="2", unit=str(WHO)),
        made(),
    )
    assert [code for code, _ in found.by_category] == ["", "1.9", "1.10", "2", "10.1"]
    units = [(id, row.received) for id, row in found.by_unit]
    assert units == [(None, 3), (WHO, 2)]


def test_e_services_are_counted_by_kind_and_service_only() -> None:
    recipe = made(kind=CaseKind.E_SERVICE, service=Service.PRESCRIPTION)
    chat = made(kind=CaseKind.ADVICE, service=Service.CHAT, answered_at=later(made(), minutes=30))
    view = made(kind=CaseKind.VIEW, service=Service.FEEDBACK, stage=Stage.CLOSED)
    found = counted(recipe, chat, view, recipe)
    assert [(kind, row.received) for kind, row in found.by_kind] == [
        (CaseKind.VIEW, 1),
        (CaseKind.E_SERVICE, 2),
        (CaseKind.ADVICE, 1),
    ]
    assert dict(found.by_service)[Service.PRESCRIPTION].received == 2
    advice = dict(found.by_service)[Service.CHAT]
    assert (advice.answered, advice.answered_in_time) == (1, 0)  # the half hour had ended
    assert (found.total.received, found.total.open) == (1, 0)
    assert [code for code, _ in found.by_category] == [""]


def test_praise_that_is_answered_is_never_late() -> None:
    case = answered("2027-11-23", kind=CaseKind.PRAISE)
    assert counted(case).total.answered_in_time == 1


def test_injuries_and_children() -> None:
    hurt = made(injury=Injury.SERIOUS, decision=InjuryDecision.LEX_MARIA, child=Said.YES)
    suspected = made(injury=Injury.SUSPECTED, decision=InjuryDecision.DEVIATION)
    service = made(kind=CaseKind.E_SERVICE, injury=Injury.SUSPECTED, child=Said.YES)
    found = counted(hurt, suspected, made(injury=Injury.NO, child=Said.NO), service)
    assert (found.injuries, found.lex_maria, found.children) == (2, 1, 1)


units = st.sampled_from(["", str(WHO), str(UUID(int=7))])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    case = made(
        kind=draw(st.sampled_from(CaseKind)),
        category=draw(st.sampled_from(["", "1", "1.4", "3.4"])),
        unit=draw(units),
        stage=draw(st.sampled_from(Stage)),
        paused_days=draw(st.integers(0, 40)),
    )
    if draw(st.booleans()):
        case = replace(case, answered_at=later(case, days=draw(st.integers(0, 90))))
    if draw(st.booleans()):
        case = replace(case, confirmed_at=later(case, days=draw(st.integers(0, 9))))
    return case


@given(st.lists(cases(), max_size=30))
def test_the_parts_make_the_whole(made_up: list[Case]) -> None:
    found = counted(*made_up)
    ours = [each for each in made_up if each.kind in FEEDBACK]
    assert found.total.received == len(ours)
    assert sum(row.received for _, row in found.by_kind) == len(made_up)
    for groups in (found.by_category, found.by_unit):
        for name in ("received", "answered", "answered_in_time", "confirmed_in_time", "open"):
            parts = sum(getattr(row, name) for _, row in groups)
            assert parts == getattr(found.total, name)
    for row in _rows(found):
        assert 0 <= row.answered_in_time <= row.answered <= row.received
        assert row.confirmed_in_time <= row.received
        assert (row.median_days is None) == (row.answered == 0)


def _rows(found: CaseFigures) -> Iterator[FigureRow]:
    yield found.total
    for groups in (found.by_kind, found.by_category, found.by_unit, found.by_service):
        yield from (row for _, row in groups)


@given(st.integers(0, 60))
def test_an_answer_a_day_later_is_never_more_in_time(days: int) -> None:
    case = made()
    sooner = counted(replace(case, answered_at=case.received_at + timedelta(days=days)))
    after = counted(replace(case, answered_at=case.received_at + timedelta(days=days + 1)))
    assert sooner.total.answered_in_time >= after.total.answered_in_time
