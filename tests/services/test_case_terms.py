"""Categories and times of cases: each edition upon the one before, and all of them kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kundcenter.domain.access import MATRIX, Function, NotPermitted, Role
from kundcenter.domain.calendar import day_bounds
from kundcenter.domain.case_codes import AnswerBy, CaseKind
from kundcenter.domain.case_terms import (
    CATEGORIES,
    MOST_CATEGORIES,
    TIMES,
    CaseTermsInvalid,
    CaseTermsStale,
    Category,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import Ground, rows
from tests.services.case_ground import seen, staffed, taken_in

EDITORS = MATRIX[Function.EDIT_CASE_TERMS]


def test_before_the_first_there_is_none(ground: Ground) -> None:
    staffed(ground)
    book = ground.desk.case_terms
    assert book.current() is None and book.all() == ()
    refused = ground.refuses(CaseTermsStale, book.publish, CATEGORIES, TIMES, upon=1)
    assert refused == {"number": 0}


def test_each_edition_is_kept_to_the_letter(ground: Ground) -> None:
    ids = staffed(ground)
    book = ground.desk.case_terms
    book.publish(CATEGORIES, TIMES, upon=0, comment=" Påhittade. ", demonstration=True)
    own = (Category("1", " Vård  och behandling "), Category("1.4", "Läkemedel", ended=True))
    times = replace(TIMES, confirm_days=1, said_days=5, answer_weeks=6, answer_soon=0)
    book.publish(own, times, upon=1)
    first, second = book.all()
    assert (first.number, first.comment, first.demonstration) == (1, "Påhittade.", True)
    assert (first.categories, first.times) == (CATEGORIES, TIMES)
    assert second == book.current()
    assert second.categories == (
        Category("1", "Vård och behandling"),
        Category("1.4", "Läkemedel", ended=True),
    )
    assert (second.times, second.published_by) == (times, ids["handler"])
    assert (second.number, second.comment, second.demonstration) == (2, "", False)
    assert second.published_at > first.published_at


def test_whoever_saw_an_older_one_is_told_so(ground: Ground) -> None:
    staffed(ground)
    publish = ground.desk.case_terms.publish
    publish(CATEGORIES, TIMES, upon=0)
    assert ground.refuses(CaseTermsStale, publish, CATEGORIES, TIMES, upon=0) == {"number": 1}


@pytest.mark.parametrize("role", Role)
def test_those_who_may_publish_it(ground: Ground, role: Role) -> None:
    ground.begin()
    ground.operator("anybody", role)
    ground.sign_in("anybody")
    book = ground.desk.case_terms
    if role in EDITORS:
        book.publish(CATEGORIES, TIMES, upon=0)
    else:
        ground.refuses(NotPermitted, book.publish, CATEGORIES, TIMES, upon=0)
    assert len(book.all()) == (role in EDITORS)


def test_what_cannot_be_is_refused_by_its_row_or_its_field(ground: Ground) -> None:
    staffed(ground)
    publish = ground.desk.case_terms.publish
    one = Category("1", "Vård")
    wrong: tuple[tuple[tuple[Category, ...], dict[str, object]], ...] = (
        ((one, one), {"field": "code", "row": 2}),
        ((one, Category("2.1", "Utan huvud")), {"field": "code", "row": 2}),
        ((Category("1.1", "Först"), one), {"field": "code", "row": 1}),
        ((Category("01", "Noll"),), {"field": "code", "row": 1}),
        ((Category("", "Tom"),), {"field": "code", "row": 1}),
        ((one, Category("2", " \n")), {"field": "label", "row": 2}),
        ((replace(one, ended=True),), {"field": "categories"}),
        ((), {"field": "categories"}),
    )
    for categories, why in wrong:
        assert ground.refuses(CaseTermsInvalid, publish, categories, TIMES, upon=0) == why
    many = tuple(
        Category(f"{1 + n // 50}" if n % 50 == 0 else f"{1 + n // 50}.{n % 50}", "Kategori")
        for n in range(MOST_CATEGORIES + 1)
    )
    refused = ground.refuses(CaseTermsInvalid, publish, many, TIMES, upon=0)
    assert refused == {"field": "code", "row": MOST_CATEGORIES + 1}
    publish(many[:-1], TIMES, upon=0)
    ground.refuses(TextInvalid, publish, (Category("1", "\0"),), TIMES, upon=1)
    times: tuple[dict[str, Any], ...] = (
        {"confirm_days": 0},
        {"service_days": 21, "said_days": 25},
        {"said_days": 1},
        {"said_days": 31},
        {"answer_weeks": 27},
        {"advice_minutes": 0},
        {"confirm_soon": -1},
        {"answer_soon": 61},
        {"lex_maria_months": 13},
    )
    for change in times:
        refused = ground.refuses(
            CaseTermsInvalid, publish, CATEGORIES, replace(TIMES, **change), upon=1
        )
        assert refused == {"field": next(iter(change))}


def test_the_clocks_of_open_cases_go_by_it_at_once(ground: Ground) -> None:
    """Received on Sat 2026-11-21: the second weekday is Tue 11-24, the fifth is Fri 11-27."""
    staffed(ground)
    open_ = taken_in(ground)
    confirmed = taken_in(ground, confirmed=AnswerBy.TELEPHONE)
    over = taken_in(ground)
    ground.desk.cases.withdraw(over, "Ångrade sig.")
    older = {id: seen(ground, id) for id in (open_, confirmed, over)}
    times = replace(TIMES, confirm_days=5, answer_weeks=4)
    ground.desk.case_terms.publish(CATEGORIES, times, upon=0)
    moved = seen(ground, open_)
    assert older[open_].due_at == day_bounds(date(2026, 11, 24))[1]
    assert moved.due_at == day_bounds(date(2026, 11, 27))[1]
    assert replace(moved, due_at=older[open_].due_at) == older[open_]
    assert seen(ground, confirmed) == older[confirmed]
    assert seen(ground, over) == older[over]
    first = ground.desk.cases.due(frozenset({CaseKind.COMPLAINT}))[0]
    assert first.id == open_


def test_a_day_that_somebody_was_told_is_not_put_off(ground: Ground) -> None:
    """Received on Sat 2026-11-21: four weeks later is Mon 12-21, the 19th being a Saturday."""
    staffed(ground)
    told = taken_in(ground, confirmed=AnswerBy.TELEPHONE)
    untold = taken_in(ground)
    publish = ground.desk.case_terms.publish
    publish(CATEGORIES, replace(TIMES, answer_weeks=6), upon=0)
    assert seen(ground, told).due_at == day_bounds(date(2026, 12, 21))[1]
    ground.desk.cases.confirm(untold, AnswerBy.TELEPHONE)
    assert seen(ground, untold).due_at == day_bounds(date(2027, 1, 4))[1]
    publish(CATEGORIES, replace(TIMES, answer_weeks=2), upon=1)  # sooner is nobody's loss
    assert seen(ground, untold).due_at == day_bounds(date(2026, 12, 7))[1]
    assert seen(ground, told).promised_on == date(2026, 12, 21)


def test_what_was_published_is_stored_as_text_that_anybody_can_read(ground: Ground) -> None:
    staffed(ground)
    ground.desk.case_terms.publish(CATEGORIES, TIMES, upon=0)
    (row,) = rows(ground.engine, "case_terms")["case_terms"]
    assert "Bemötande" in str(row["categories"])
