"""Who may see and do what of the supervisor's things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Pick
from kundcenter.domain.supervision.exploring import By, Query
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.periods import PeriodKind, Span
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.samples import Frame, Judgement
from kundcenter.domain.supervision.summary import SummaryOrder
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import Aim
from tests.ground import MORNING, Ground
from tests.services.access_rows import (
    CALLS,
    EDITING,
    EVERYBODY,
    GUIDANCE,
    LEADING,
    LEADING_CARE,
    RECORD,
)
from tests.services.supervision.access_roster import ROSTER, roster_calls

TEAM = "oooxxoooo"  # figures of each operator: to whoever leads them (DOMAIN §12)
SUPERVISION = {
    **ROSTER,
    "call_reviews.begin": LEADING,
    "call_reviews.draw": LEADING,
    "call_reviews.latest": LEADING,
    "call_reviews.mine": CALLS,
    "call_reviews.open": CALLS,  # one's own; that of another LEADING (test_call_reviews)
    "call_reviews.seen": CALLS,
    "call_reviews.write": LEADING,
    "explore.look": LEADING,
    "explore.queues": LEADING,
    "explore.rows": LEADING,
    "explore.take": LEADING,
    "feedback.answer": EDITING,
    "feedback.deviations": LEADING_CARE,
    "feedback.due": EDITING,
    "feedback.latest": EDITING,
    "feedback.mine": CALLS,
    "feedback.send": CALLS,
    "feedback.waiting": EDITING,
    "figures.keep_up": CALLS,
    "figures.live": CALLS,
    "figures.mine": CALLS,
    "figures.my_shifts": CALLS,
    "figures.of": LEADING,
    "figures.operators": TEAM,
    "incidents.between": CALLS,
    "incidents.cease": CALLS,
    "incidents.end": CALLS,
    "incidents.left_open": CALLS,
    "incidents.note": CALLS,
    "incidents.notice": CALLS,
    "incidents.standing": CALLS,
    "incidents.word": CALLS,
    "presences.begin": EVERYBODY,
    "presences.between": TEAM,
    "presences.end": EVERYBODY,
    "presences.explain": EVERYBODY,
    "presences.mine": CALLS,
    "presences.my_break": EVERYBODY,
    "presences.now": TEAM,
    "presences.seen": EVERYBODY,
    "queue_calls.between": CALLS,
    "queue_calls.note": CALLS,
    "queue_calls.note_new": CALLS,
    "queue_closures.between": CALLS,
    "queue_closures.close": LEADING,
    "queue_closures.open": LEADING,
    "queue_closures.standing": CALLS,
    "queue_closures.switches": CALLS,
    "samples.again": LEADING_CARE,
    "samples.all": RECORD,
    "samples.draw": LEADING_CARE,
    "samples.judge": RECORD,
    "samples.look": RECORD,
    "samples.open": RECORD,
    "samples.pick": LEADING_CARE,
    "samples.take_print": RECORD,  # to hand on: of those, who leads (test_samples)
    "summaries.of": LEADING,
    "summaries.take_print": LEADING,
    "surveys.all": GUIDANCE,
    "surveys.import_": EDITING,
    "surveys.plan": EDITING,
    "surveys.put": EDITING,
    "surveys.remove": EDITING,
    "targets.all": GUIDANCE,
    "targets.limits": GUIDANCE,
    "targets.put": EDITING,
    "targets.remove": EDITING,
}
# An exchange that is away, a caller who leaves and a break are noted behind the lock too.
BEHIND = {
    "figures.live", "incidents.cease", "incidents.left_open", "incidents.notice",
    "presences.begin", "presences.end", "presences.explain", "presences.my_break",
    "presences.seen",
    "queue_calls.note", "queue_calls.note_new", "queue_closures.switches",
}  # fmt: skip

NONE = UUID(int=7)
END = MORNING + timedelta(hours=1)
FRAME = Frame(MORNING, END, "2026-11", 1)
SPAN = Span(PeriodKind.OWN, MORNING, END)
QUERY = Query(By.REASON, SPAN)
DAY = MORNING.date()
MEASURED = Measurement("NKI", DAY, DAY, 80_000)


def supervision_calls(ground: Ground) -> dict[str, Callable[[], object]]:
    """Each of them, of things that do not exist."""
    desk = ground.desk
    between = {
        f"{name}.{look}": lambda look=look, noun=noun: getattr(noun, look)(MORNING, END)
        for name, noun, look in (
            ("feedback", desk.feedback, "deviations"),
            ("incidents", desk.incidents, "between"),
            ("presences", desk.presences, "between"),
            ("presences", desk.presences, "mine"),
            ("queue_calls", desk.queue_calls, "between"),
            ("queue_closures", desk.queue_closures, "between"),
        )
    }
    order = SummaryOrder(SPAN)
    reviews, samples, explore = desk.call_reviews, desk.samples, desk.explore
    return {
        **roster_calls(ground),
        **between,
        "call_reviews.begin": lambda: reviews.begin((Pick(NONE, UUID(int=8)),)),
        "call_reviews.draw": lambda: reviews.draw(MORNING, END, 1),
        "call_reviews.write": lambda: reviews.write(NONE, ()),
        "explore.look": lambda: explore.look(QUERY),
        "explore.queues": lambda: explore.queues(QUERY),
        "explore.rows": lambda: explore.rows(QUERY, ""),
        "explore.take": lambda: explore.take(QUERY),
        "feedback.answer": lambda: desk.feedback.answer(NONE, FeedbackState.TAKEN_UP),
        "feedback.send": lambda: desk.feedback.send(FeedbackDraft(About.RULES, "Test")),
        "figures.of": lambda: desk.figures.of(SPAN),
        "figures.operators": lambda: desk.figures.operators(SPAN),
        "incidents.note": lambda: desk.incidents.note(IncidentKind.OTHER),
        "incidents.left_open": lambda: desk.incidents.left_open(IncidentKind.LINE),
        "incidents.notice": lambda: desk.incidents.notice(IncidentKind.LINE, timedelta()),
        "incidents.word": lambda: desk.incidents.word(NONE, "Test"),
        "presences.explain": lambda: desk.presences.explain(NONE, BreakKind.LUNCH),
        "queue_calls.note": lambda: desk.queue_calls.note((Left("a", "b", timedelta()),)),
        "queue_calls.note_new": lambda: desk.queue_calls.note_new(()),
        "queue_closures.close": lambda: desk.queue_closures.close("", "Test"),
        "samples.draw": lambda: samples.draw(FRAME, (), 0),
        "samples.judge": lambda: samples.judge(NONE, NONE, Judgement(advisory=False)),
        "samples.look": lambda: samples.look(NONE, NONE),
        "samples.pick": lambda: samples.pick(FRAME),
        "samples.take_print": lambda: samples.take_print(NONE),
        "summaries.of": lambda: desk.summaries.of(order),
        "summaries.take_print": lambda: desk.summaries.take_print(order),
        "surveys.import_": lambda: desk.surveys.import_(()),
        "surveys.plan": lambda: desk.surveys.plan((MEASURED,)),
        "surveys.put": lambda: desk.surveys.put(NONE, MEASURED, upon=1),
        "surveys.remove": lambda: desk.surveys.remove(NONE, upon=1),
        "targets.put": lambda: desk.targets.put(NONE, Aim("ANSW", 1), upon=1),
        "targets.remove": lambda: desk.targets.remove(NONE, upon=1),
    }
