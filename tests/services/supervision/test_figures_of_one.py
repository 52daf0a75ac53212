"""What one operator did is told to that operator and to who leads them (DOMAIN §12).

One nurse alone has a queue, a reason and a turn: what is broken down by those is of one.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.calendar import local
from kundcenter.domain.lines import EndReason
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.exploring import IN_TIME, By, Query
from kundcenter.domain.supervision.figure_codes import FigureCode
from kundcenter.domain.supervision.own_shift import OwnShift
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.roster_terms import PATTERNS
from kundcenter.domain.supervision.summary import SummaryOrder
from kundcenter.domain.supervision.summary_json import summary_json
from kundcenter.domain.supervision.work_turns import planned
from kundcenter.services.calls import Ring
from tests.ground import MORNING, NUMBER, WHOLE, Ground

# A look changes nothing that a replay could differ in.
pytestmark = pytest.mark.parametrize("ground", ["sqlcipher", "postgresql"], indirect=True)
ALONE = "ensam"
DAY = local(MORNING).date()
SHIFT = replace(periods.day(DAY), kind=PeriodKind.SHIFT)


def spoken(ground: Ground, number: int, queue: str, reason: str = "FEBER") -> None:
    calls = ground.desk.calls
    call = calls.ring(Ring(f"line-{number}", NUMBER, queue=queue)).the("call")
    calls.answer(call)
    ground.clock.pass_time(minutes=7)
    calls.end(call, EndReason.CALLER)
    ground.desk.journal.write(ground.people["one"], replace(WHOLE, reason=reason), call)
    calls.close(call)


@pytest.fixture
def bo(ground: Ground) -> UUID:
    """Whose figures nobody else may have: alone in a queue, with a reason and on the roster."""
    ground.begin()
    ids = {
        name: ground.operator(name, role)
        for name, role in (
            ("anna", Role.NURSE),
            ("bo", Role.NURSE),
            ("carl", Role.NURSE),
            ("lisa", Role.SUPERVISOR_NURSE),
            ("doktor", Role.MEDICAL_LEAD),
        )
    }
    ground.sign_in("lisa")
    ground.desk.roster.put(None, planned(PATTERNS[0], DAY, ids["bo"], Role.NURSE))
    ground.sign_in("anna")
    ground.people["one"] = ground.person()
    spoken(ground, 1, "1177")
    works(ground, 2)
    return ids["bo"]


def works(ground: Ground, number: int) -> None:
    """Bo has one more call, and sits there for a while."""
    ground.sign_in("bo")
    ground.desk.presences.begin()
    spoken(ground, number, ALONE, "ANDNING")
    ground.desk.presences.end()


def refused_to_nurses(ground: Ground) -> dict[str, Callable[[], object]]:
    desk = ground.desk
    query, order = Query(By.QUEUE, SHIFT, FigureCode.AHT), SummaryOrder(SHIFT)
    start, end = SHIFT.start, SHIFT.end
    return {
        "figures.of": lambda: desk.figures.of(SHIFT),
        "figures.operators": lambda: desk.figures.operators(SHIFT),
        "explore.look": lambda: desk.explore.look(query),
        "explore.rows": lambda: desk.explore.rows(query, ALONE),
        "explore.take": lambda: desk.explore.take(query),
        "explore.queues": lambda: desk.explore.queues(query),
        "summaries.of": lambda: desk.summaries.of(order),
        "summaries.take_print": lambda: desk.summaries.take_print(order),
        "presences.now": desk.presences.now,
        "presences.between": lambda: desk.presences.between(start, end),
        "call_reviews.latest": desk.call_reviews.latest,
        "call_reviews.draw": lambda: desk.call_reviews.draw(start, end, 1),
    }


def test_no_way_leads_a_nurse_to_the_figures_of_another(ground: Ground, bo: UUID) -> None:
    ground.sign_in("anna")
    for name, look in refused_to_nurses(ground).items():
        with pytest.raises(NotPermitted):
            look()
        assert name


def test_ones_own_figures_are_asked_for_without_saying_whose(ground: Ground, bo: UUID) -> None:
    """There is no way to say it, and what another does changes nothing of them."""
    desk = ground.desk
    own = (desk.figures.mine, desk.figures.my_shifts, desk.presences.mine, desk.presences.my_break)
    for look in (*own, desk.call_reviews.mine):
        assert not {"operator_id", "of", "who"} & inspect.signature(look).parameters.keys()
    first = periods.own(SHIFT.start, ground.clock.at)

    def mine() -> tuple[OwnShift, object, object]:
        ground.sign_in("anna")
        own = replace(desk.figures.mine(first), now=MORNING)
        return own, desk.presences.mine(first.start, first.end), desk.call_reviews.mine()

    before = mine()
    assert len(before[0].calls) == 1
    works(ground, 3)
    assert mine() == before


def looks(ground: Ground) -> Iterator[tuple[str, object]]:
    """What is told of all together: the screen, the tables that leave, the page, the big screen."""
    desk = ground.desk
    yield "figures.of", desk.figures.of(SHIFT)
    yield "figures.live", desk.figures.live()
    for by in By:
        figure = FigureCode.AHT if by in {*IN_TIME, By.QUEUE} else None
        query = Query(by, SHIFT, figure)
        yield f"explore.look {by}", desk.explore.look(query)
        yield f"explore.take {by}", desk.explore.take(query).found
        for line in desk.explore.look(query).lines:
            yield f"explore.rows {by}", desk.explore.rows(query, line.key)
    summary = desk.summaries.take_print(SummaryOrder(SHIFT))
    yield "summary", replace(summary, printed_by="")
    yield "summary as JSON", summary_json(replace(summary, printed_by=""))


def test_no_figure_says_whose_it_is_not_even_to_who_leads(ground: Ground, bo: UUID) -> None:
    told = {bo.hex, str(bo), "Test Bo"}
    for who in ("lisa", "doktor"):
        ground.sign_in(who)
        for name, found in looks(ground):
            texts = list(said(found))
            assert texts or name.startswith("explore.rows"), name
            assert not [each for each in texts if any(word in each for word in told)], name
    ground.sign_in("lisa")
    (share,) = (each for each in ground.desk.figures.operators(SHIFT) if each.operator_id == bo)
    assert told & set(said(share))  # they would be seen


def active(ground: Ground, *, distribution: bool = False) -> tuple[bool, bool, bool]:
    """Whether the screen and the page say how active they were, and how many were so for long."""
    found = ground.desk.figures.of(SHIFT, distribution=distribution)
    order = SummaryOrder(SHIFT, distribution=distribution)
    page = ground.desk.summaries.take_print(order)
    told = json.loads(summary_json(page))["figures"]
    (line,) = (each for each in told if each["code"] == FigureCode.ACTIVE)
    return (
        any(
            e.figure.code is FigureCode.ACTIVE and e.figure.value is not None for e in found.figures
        ),
        line["value"] is not None,
        any(words.endswith("% aktiva") for words, _ in page.boxes[-1].lines),
    )


def test_the_share_of_few_is_for_who_leads_them_and_on_no_page_that_is_spread(
    ground: Ground, bo: UUID
) -> None:
    ground.clock.at = SHIFT.start + timedelta(hours=20)
    none, all_ = (False, False, False), (True, True, True)
    for others in ((), ("anna",), ("carl",)):
        ground.sign_in("lisa")
        for each in ground.desk.roster.colleagues():
            if each.user_name in others:
                ground.desk.roster.put(None, planned(PATTERNS[0], DAY, each.id, Role.NURSE))
        many = others == ("carl",)
        assert active(ground) == all_
        assert active(ground, distribution=True) == (many, many, False)
        ground.sign_in("doktor")
        assert active(ground) == (all_ if many else none)


def said(value: Any) -> Iterator[str]:
    """Every text and id that is anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, UUID):
        yield str(value)
    elif is_dataclass(value):
        for each in fields(value):
            yield from said(getattr(value, each.name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from said(key)
            yield from said(each)
    elif isinstance(value, tuple | list | set | frozenset):
        for each in value:
            yield from said(each)
    elif isinstance(value, datetime | timedelta | int | float | None | Span):
        return
