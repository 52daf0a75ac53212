"""The numbers and times of queues, incidents, figures and reviews, for the tests of odd ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from kundcenter.domain.supervision.call_reviews import CallReviewInvalid
from kundcenter.domain.supervision.definitions import FigureCode
from kundcenter.domain.supervision.exploring import By, PageGone, Query
from kundcenter.domain.supervision.periods import own
from kundcenter.errors import KundcenterError
from tests.ground import Ground

Put = Callable[[Any], object]
LOOKS = (
    *("incidents.between", "presences.between", "presences.mine"),
    *("queue_calls.between", "queue_closures.between"),
)
SPANS_OF = (
    *("explore.look.query", "explore.queues.query", "explore.rows.query", "explore.take.query"),
    *("figures.mine", "figures.of", "figures.operators"),
    *("summaries.of.order", "summaries.take_print.order"),
)
# In test_supervision_odd_times.
TIMES = (
    {f"{look}.{end}" for look in (*LOOKS, "call_reviews.draw") for end in ("start", "end")}
    | {f"feedback.deviations.{end}" for end in ("start", "end")}
    | {f"{path}.span.{end}" for path in SPANS_OF for end in ("start", "end")}
    | {"incidents.end.ends_at", "incidents.note.ends_at", "incidents.note.starts_at"}
    | {"queue_closures.close.ends_at"}
)
SPANS = {"incidents.cease.ago", "incidents.notice.ago", "incidents.notice.lasted"} | {
    f"queue_calls.{verb}.left.{name}" for verb in ("note", "note_new") for name in ("ago", "waited")
}


def supervision_numbers(ground: Ground) -> dict[str, tuple[type[KundcenterError], Put]]:
    """Every number that is refused unless it is right, with how it is refused."""
    draw, now = ground.desk.call_reviews.draw, ground.clock.at
    day = Query(By.DAY, own(now - timedelta(hours=1), now), FigureCode.OFFERED)
    return {
        "call_reviews.draw.size": (
            CallReviewInvalid,
            lambda n: draw(now - timedelta(days=1), now, n),
        ),
        "explore.rows.start": (PageGone, lambda n: ground.desk.explore.rows(day, "", n or -1)),
    }
