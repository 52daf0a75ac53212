"""The text fields of figures and summaries: nothing of them is kept, so any text is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import By, Query
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.summary import SummaryOrder
from tests.ground import Ground
from tests.naughty import NO_TEXT, Sort

Opened = tuple[
    Callable[[dict[str, str]], object],
    dict[str, Sort],
    Callable[[], Iterable[Mapping[str, Any]]] | None,
]


def figure_doors(
    ground: Ground, texts: list[str], _newly: Callable[[str], object]
) -> dict[str, Opened]:
    """By noun and verb, for an operator with every role."""
    desk, end = ground.desk, ground.clock.at
    some = Sort((*texts[7::61], *NO_TEXT[:1]))

    def span(texts: dict[str, str], at: str) -> Span:
        hour = timedelta(hours=1)
        return Span(PeriodKind.OWN, end - hour, end, texts[f"{at}.name"])

    def query(texts: dict[str, str]) -> Query:
        return Query(
            By.HOUR, span(texts, "query.span"), FigureCode.ANSW, queue=texts["query.queue"]
        )

    def order(texts: dict[str, str]) -> SummaryOrder:
        return SummaryOrder(span(texts, "order.span"))

    asked = {"query.queue": some, "query.span.name": some}
    name, ordered = {"span.name": some}, {"order.span.name": some}
    explore, figures = desk.explore, desk.figures
    return {
        "explore.look": (lambda t: explore.look(query(t)), asked, None),
        "explore.queues": (lambda t: explore.queues(query(t)), asked, None),
        "explore.rows": (
            lambda t: explore.rows(query(t), t["key"]),
            {**asked, "key": some},
            None,
        ),
        "explore.take": (lambda t: explore.take(query(t)), asked, None),
        "figures.mine": (lambda t: figures.mine(span(t, "span")), name, None),
        "figures.of": (lambda t: figures.of(span(t, "span")), name, None),
        "figures.operators": (lambda t: figures.operators(span(t, "span")), name, None),
        "summaries.of": (lambda t: desk.summaries.of(order(t)), ordered, None),
        "summaries.take_print": (lambda t: desk.summaries.take_print(order(t)), ordered, None),
    }
