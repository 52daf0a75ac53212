"""Every verb and look of the supervisor's services, done on a store that has known a shift."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

import kundcenter.services.supervision
from kundcenter.domain.access import Actor, Role
from kundcenter.domain.calendar import local as by_clock
from kundcenter.domain.supervision import periods
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.exploring import By, Query
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.figure_codes import FigureCode
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from kundcenter.domain.supervision.summary import SummaryOrder
from kundcenter.domain.supervision.work_turns import planned
from tests.ground import MORNING, WHOLE, Ground
from tests.services.halls import noun_of
from tests.services.supervision.sampled import FRAME, RIGHT, spoken
from tests.services.supervision.shift_roster import roster
from tests.services.supervision.shift_supervision import AIM, NKI, supervision

Deed = tuple[str, int, Callable[[], object]]
SECOND, HOUR, WEEK = timedelta(seconds=1), timedelta(hours=1), timedelta(days=7)
_OF_QUEUES = {By.HOUR, By.WEEKDAY, By.DAY, By.MONTH, By.QUEUE}


@dataclass
class Led:
    """A desk at which there has been all that a shift brings; who leads sits there."""

    ground: Ground
    nurse: Actor
    leader: Actor
    call: UUID

    def as_nurse(self, act: Callable[[], object]) -> Callable[[], object]:
        def done() -> None:
            self.ground.desk.seat.take(self.nurse)
            act()
            self.ground.desk.seat.take(self.leader)

        return done


def made_led(ground: Ground) -> Led:
    """From an empty store."""
    ground.begin()
    nora = ground.operator("nora", Role.NURSE)
    ground.operator("lisa", Role.SUPERVISOR_NURSE, Role.ADMINISTRATOR)
    ground.sign_in("lisa")
    roster(ground, nora, Role.NURSE)
    supervision(ground, "nora", "lisa")
    ground.sign_in("nora")
    nurse = ground.desk.seat.actor
    call = spoken(ground, "line-1")
    ground.people["one"] = ground.person()
    ground.desk.journal.write(ground.people["one"], WHOLE, call)
    ground.sign_in("lisa")
    leader = ground.desk.seat.actor
    return Led(ground, nurse, leader, call)


def shift(led: Led) -> Iterator[Deed]:
    """Every verb and look: name, most statements, and the deed."""
    yield from _queues(led)
    yield from _presence(led)
    yield from _roster(led)
    yield from _aims(led)
    yield from _samples(led)
    yield from _reviews(led)
    yield from _figures(led)


def _queues(led: Led) -> Iterator[Deed]:
    desk, at = led.ground.desk, led.ground.clock.at
    calls, closures, incidents = desk.queue_calls, desk.queue_closures, desk.incidents
    left = Left("line-20", "1177", 40 * SECOND)
    yield "queue_calls.note", 5, lambda: calls.note((left,))
    yield "queue_calls.note_new", 6, lambda: calls.note_new((replace(left, line_call="line-21"),))
    yield "queue_calls.between", 2, lambda: calls.between(at - HOUR, at + HOUR)
    yield "queue_closures.close", 5, lambda: closures.close("1177", "Storm")
    (shut,) = (each.id for each in closures.standing() if each.queue == "1177")
    yield "queue_closures.standing", 2, closures.standing
    yield "queue_closures.between", 2, lambda: closures.between(at - HOUR, at + HOUR)
    yield "queue_closures.switches", 3, lambda: closures.switches((shut,))
    yield "queue_closures.open", 5, lambda: closures.open(shut)
    slow = incidents.note(IncidentKind.RECORD, "Långsamt").the("incident")
    yield "incidents.note", 4, lambda: incidents.note(IncidentKind.OTHER, "Larm")
    yield "incidents.word", 5, lambda: incidents.word(slow, "Står stilla")
    yield "incidents.end", 5, lambda: incidents.end(slow)
    yield "incidents.notice", 4, lambda: incidents.notice(IncidentKind.LINE, 90 * SECOND)
    (line,) = (each for each in incidents.standing() if each.kind is IncidentKind.LINE)
    yield "incidents.left_open", 3, lambda: incidents.left_open(IncidentKind.LINE)
    yield "incidents.cease", 5, lambda: incidents.cease(line.id)
    yield "incidents.standing", 2, incidents.standing
    yield "incidents.between", 2, lambda: incidents.between(at - HOUR, at + HOUR)


def _presence(led: Led) -> Iterator[Deed]:
    presences, at = led.ground.desk.presences, led.ground.clock.at
    yield "presences.begin", 5, presences.begin
    yield "presences.begin a break", 5, lambda: presences.begin(PresenceKind.PAUSE)
    pause = presences.my_break()
    assert pause is not None
    yield "presences.my_break", 2, presences.my_break
    yield "presences.seen", 6, presences.seen
    yield "presences.explain", 5, lambda: presences.explain(pause.id, BreakKind.LUNCH)
    yield "presences.now", 2, presences.now
    yield "presences.mine", 2, lambda: presences.mine(at - HOUR, at + HOUR)
    yield "presences.between", 2, lambda: presences.between(at - HOUR, at + HOUR)
    yield "presences.end", 5, presences.end


def _roster(led: Led) -> Iterator[Deed]:
    book, turns, clock = led.ground.desk.roster_terms, led.ground.desk.roster, led.ground.clock
    in_force = book.current()
    assert in_force is not None
    yield "roster_terms.publish", 5, lambda: book.publish(in_force.patterns, LIMITS, upon=2)
    yield "roster_terms.current", 2, book.current
    yield "roster_terms.all", 2, book.all
    day, who = by_clock(clock.at).date() + 2 * WEEK, led.nurse.operator_id
    plans = [planned(PATTERNS[0], day + WEEK * n, who, Role.NURSE) for n in range(4)]
    put = turns.put(None, plans[0]).the("work_turn")
    yield "roster.put", 7, lambda: turns.put(put, replace(plans[0], comment="Byter"), upon=1)
    yield "roster.remove", 5, lambda: turns.remove(put, upon=2)
    yield "roster.plan", 2, lambda: turns.plan(tuple(plans[1:]))
    yield "roster.import_", 8, lambda: turns.import_(tuple(plans[1:]))
    yield "roster.between", 2, lambda: turns.between(clock.at, clock.at + WEEK)
    yield "roster.colleagues", 2, turns.colleagues
    yield "roster.shift", 3, turns.shift


def _aims(led: Led) -> Iterator[Deed]:
    targets, surveys = led.ground.desk.targets, led.ground.desk.surveys
    aim = replace(AIM, queue="1177")
    target = targets.put(None, aim).the("target")
    yield "targets.put", 6, lambda: targets.put(target, replace(aim, value=90_000), upon=1)
    yield "targets.remove", 5, lambda: targets.remove(target, upon=2)
    yield "targets.all", 2, targets.all
    yield "targets.limits", 2, targets.limits
    other = replace(NKI, source="Enkät")
    survey = surveys.put(None, other).the("survey")
    yield "surveys.put", 6, lambda: surveys.put(survey, replace(other, value=90_000), upon=1)
    yield "surveys.plan", 2, lambda: surveys.plan((replace(other, source="Fil"),))
    yield "surveys.import_", 5, lambda: surveys.import_((replace(other, source="Fil"),))
    yield "surveys.remove", 5, lambda: surveys.remove(survey, upon=2)
    yield "surveys.all", 2, surveys.all


def _samples(led: Led) -> Iterator[Deed]:
    samples, call = led.ground.desk.samples, led.call
    yield "samples.pick", 4, lambda: samples.pick(FRAME)
    yield "samples.draw", 4, lambda: samples.draw(FRAME, (call,), 1)
    sample = samples.all()[0].sample.id
    yield "samples.all", 4, samples.all
    yield "samples.look", 18, lambda: samples.look(sample, call)
    yield "samples.judge", 6, lambda: samples.judge(sample, call, RIGHT)
    yield "samples.open", 7, lambda: samples.open(sample)
    yield "samples.take_print", 9, lambda: samples.take_print(sample)
    yield "samples.again", 5, lambda: samples.again(sample)


def _reviews(led: Led) -> Iterator[Deed]:
    reviews, book = led.ground.desk.call_reviews, led.ground.desk.feedback
    pick, at = Pick(led.call, led.nurse.operator_id), led.ground.clock.at
    yield "call_reviews.draw", 5, lambda: reviews.draw(at - HOUR, at + HOUR, 5)
    review = reviews.begin((pick,)).the("call_review")
    yield "call_reviews.begin", 5, lambda: reviews.begin((pick,))
    yield "call_reviews.write", 5, lambda: reviews.write(review, (Mark("O2", Grade.YES),), "Bra")
    yield "call_reviews.open", 9, lambda: reviews.open(review)
    yield "call_reviews.latest", 4, reviews.latest
    yield "call_reviews.seen", 5, led.as_nurse(lambda: reviews.seen(review, "Tack!"))
    yield "call_reviews.mine", 4, led.as_nurse(reviews.mine)
    told = book.send(FeedbackDraft(About.RULES, "Fel", name="Regler")).the("feedback")
    yield "feedback.send", 4, lambda: book.send(FeedbackDraft(About.RULES, "Fel", name="Regler"))
    yield "feedback.waiting", 3, book.waiting
    yield "feedback.answer", 5, lambda: book.answer(told, FeedbackState.TAKEN_UP)
    yield "feedback.latest", 3, book.latest
    yield "feedback.mine", 3, book.mine
    yield "feedback.due", 7, book.due
    yield "feedback.deviations", 2, lambda: book.deviations(MORNING - WEEK, MORNING + WEEK)


def _figures(led: Led) -> Iterator[Deed]:
    desk, clock = led.ground.desk, led.ground.clock
    figures = desk.figures
    today = periods.day(by_clock(clock.at).date())
    ragged = periods.own(MORNING - timedelta(minutes=7), MORNING + timedelta(hours=9, minutes=3))
    first = {today: 220, ragged: 60}  # what has changed is counted once more
    for name, span in (("a day", today), ("a ragged time", ragged)):
        yield f"figures.of {name}", first[span], partial(figures.of, span)
        yield f"figures.of {name} again", 57, partial(figures.of, span)
        yield f"figures.operators {name}", 11, partial(figures.operators, span)
        order = SummaryOrder(span, identities=True)
        yield f"summaries.of {name}", 60, partial(desk.summaries.of, order)
        printed = partial(desk.summaries.take_print, order)
        yield f"summaries.take_print {name}", 64, printed
    yield "figures.live", 17, figures.live
    yield "figures.mine", 9, led.as_nurse(figures.mine)
    yield "figures.my_shifts", 9, led.as_nurse(figures.my_shifts)
    yield "figures.keep_up", 95, figures.keep_up
    yield from _explored(led, today)


def _explored(led: Led, span: Span) -> Iterator[Deed]:
    explore = led.ground.desk.explore
    for by in By:
        query = Query(by, span, FigureCode.OFFERED if by in _OF_QUEUES else None)
        key = explore.look(query).lines[-1].key if by in _OF_QUEUES else "x"
        yield f"explore.look by {by}", 19, partial(explore.look, query)
        rows = partial(explore.rows, query, key)
        yield f"explore.rows by {by}", 11, rows
    query = Query(By.REASON, span)
    yield "explore.take", 11, lambda: explore.take(query)
    yield "explore.queues", 8, lambda: explore.queues(query)


def every_verb() -> set[str]:
    """Of the supervisor's services on a store, as noun.verb."""
    package = kundcenter.services.supervision
    found = set[str]()
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        noun = importlib.import_module(module.name)
        for kind in vars(noun).values():
            own = inspect.isclass(kind) and kind.__module__ == noun.__name__
            if own and "store" in inspect.signature(kind).parameters:
                verbs = inspect.getmembers(kind, inspect.isfunction)
                where = noun_of(Path(inspect.getfile(noun)))
                found |= {f"{where}.{name}" for name, _ in verbs if not name.startswith("_")}
    return found
