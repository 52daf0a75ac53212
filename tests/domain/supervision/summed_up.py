"""A summary as a value, for the tests of its pages, its JSON and its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.counts import CallCounts, Tally, waits_of
from kundcenter.domain.supervision.dimensions import CountRow, Dimension, Grain, grouped
from kundcenter.domain.supervision.distribution import Withheld, withheld
from kundcenter.domain.supervision.figure_sets import FigureSet, Shown
from kundcenter.domain.supervision.figures import (
    call_figures,
    for_distribution,
    is_of_few,
    tally_figures,
)
from kundcenter.domain.supervision.hand_over_items import (
    HandOver,
    HandOverItem,
    HandOverKind,
    HandOverPart,
    part,
)
from kundcenter.domain.supervision.limits import Limits
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.summary import Summary, SummaryOrder
from kundcenter.domain.supervision.summary_making import Told, summary
from kundcenter.domain.supervision.target_defaults import with_defaults
from kundcenter.domain.supervision.targets import judged

NIGHT = periods.shift(date(2026, 10, 24), time(21), time(7), "Natt")  # clocks go back: 11 hours
AT = datetime(2026, 10, 25, 6, 10, tzinfo=UTC)
PATIENT = "Test Person, 880702-2382"
CALLS = CallCounts(  # the vector of DOMAIN §13.1
    answered=waits_of((15_000, 370_000, 12_000, 550_000)),
    abandoned=waits_of((130_000, 4_000)),
    handled=4,
    talk_ms=1_638_000,
    wrap_ms=285_000,
)
GROUP = {"EGENVARD": "EGENVARD", "VC": "PRIMARVARD", "AKUT": "AKUT"}


def tallies(*counted: tuple[str, int]) -> tuple[Tally, ...]:
    return tuple(Tally(key, count) for key, count in counted)


def group_of(outcome: str) -> str:
    return GROUP.get(outcome, "")


def figures(span: Span = NIGHT, *, distribution: bool = False, **more: Any) -> FigureSet:
    """The figures of a night with the calls of the vector in its third hour."""
    limits = Limits()
    known = {
        Dimension.OUTCOME: tallies(("VC", 30), ("EGENVARD", 20), ("AKUT", 3)),
        Dimension.URGENCY: tallies(("U6", 30), ("U3", 20), ("U1", 3)),
    }
    grain = Grain.HOUR if span.hours < 50 else Grain.DAY
    if grain is Grain.HOUR:
        bounds = [(each.start, each.end) for each in periods.by_hours(span)]
    else:
        bounds = [(each.start, each.end) for each in periods.by_days(span)]
    parts = tuple(
        CountRow(*each, CALLS if at == 2 else CallCounts()) for at, each in enumerate(bounds)
    )
    found = (*call_figures(CALLS, limits), *tally_figures(known, group_of))
    groups = grouped(known[Dimension.OUTCOME], group_of)
    less = Withheld()
    if distribution:
        few = frozenset(each.code for each in found if is_of_few(each))
        less = withheld(known, groups, group_of, few, limits.small_cell)
        found = for_distribution(found, withheld=less.figures)
    before = periods.same_before(span)
    aims = with_defaults(())
    shown = tuple(
        Shown(
            each,
            judged(each.code, each.value, aims, start=span.start, end=span.end),
            (each,) * len(before),
        )
        for each in found
    )
    return FigureSet(
        **{
            "span": span,
            "before": before,
            "since": span.start - timedelta(days=400),
            "limits": limits,
            "masked": distribution,
            "withheld": less,
            "figures": shown,
            "grain": grain,
            "parts": parts,
            "by_queue": (
                CountRow(span.start, span.end, CALLS, "1177"),
                CountRow(span.start, span.end, CallCounts(), "vaxel"),
            ),
            "counts": CALLS,
            "tallies": known,
            "groups": groups,
            "groups_before": groups,
            **more,
        }
    )


def handed(count: int = 7, *, named: bool = False) -> HandOver:
    """So many late call-backs, and one of every other kind."""
    person = PATIENT if named else ""
    late = [
        HandOverItem(
            HandOverKind.CALLBACK,
            f"Kö: Vårdcentralen Granen {at}, försök 2",
            AT - timedelta(hours=at + 1),
            True,
            person=person,
        )
        for at in range(count)
    ]
    others = (
        part(kind, [HandOverItem(kind, f"{kind.title()} {'och mer text ' * 9}", AT)])
        for kind in HandOverKind
        if kind not in {HandOverKind.CALLBACK, HandOverKind.LONE}
    )
    lone = HandOverPart(HandOverKind.LONE, 0, 0, words="45 min, planerat 0")
    return HandOver(AT, (part(HandOverKind.CALLBACK, late), *others, lone))


def made(
    span: Span = NIGHT,
    *,
    hand_over: HandOver | None = None,
    supervisors: Sequence[str] = ("Test Vera",),
    distribution: bool = False,
    identities: bool = False,
    **more: Any,
) -> Summary:
    """The document of the night."""
    order = SummaryOrder(span, distribution=distribution, identities=identities)
    told = Told(
        order=order,
        printed_at=AT,
        printed_by="Test Lena",
        word=lambda dimension, key: f"{dimension.lower()} {key}",
        issuer="Kundcenter, Region Exempel",
        supervisors=tuple(supervisors),
        hand_over=hand_over or handed(named=identities),
    )
    found = figures(span, distribution=distribution, **more)
    return replace(summary(found, told), demonstration=True)
