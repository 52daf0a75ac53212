"""The demo region's supervision: the roster, what was measured, closed and disturbed, reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from kundcenter.demo.chance import ID_BITS, Weighted, chance_of, id_at, instant, one, poisson
from kundcenter.demo.staff import Shift
from kundcenter.demo.supervision_habits import SupervisionHabits
from kundcenter.domain.access import Role
from kundcenter.domain.calendar import day_bounds, local
from kundcenter.domain.calls import Call
from kundcenter.domain.operators import Operator
from kundcenter.domain.supervision.call_reviews import CallReview, Grade, Mark
from kundcenter.domain.supervision.closures import Closure
from kundcenter.domain.supervision.feedback import Feedback, FeedbackAnswer, FeedbackDraft
from kundcenter.domain.supervision.incidents import Incident
from kundcenter.domain.supervision.queue_calls import QueueCall
from kundcenter.domain.supervision.review_criteria import CRITERIA
from kundcenter.domain.supervision.roster_terms import LIMITS, Pattern, RosterTerms
from kundcenter.domain.supervision.samples import Frame, Sample, SampledCall, pick
from kundcenter.domain.supervision.surveys import SurveyResult
from kundcenter.domain.supervision.targets import Target
from kundcenter.domain.supervision.work_turns import WorkTurn
from kundcenter.domain.units import Unit

TOLD_FOR = timedelta(days=62)  # of callers who left before any telephone rang
SAMPLED = timedelta(days=31)  # before the end: the calls that samples are drawn from
PLANNED = timedelta(days=21)  # so long ahead is the roster made
ROLES = {"1177": Role.NURSE, "vaxel": Role.SWITCHBOARD, "service": Role.SERVICE_DESK}


@dataclass(frozen=True, slots=True)
class SupervisionGround:
    """Who leads and who judges; `until` is the region's end, `since` its beginning."""

    lead: Operator
    switchboard_lead: Operator
    judge: Operator
    units: tuple[Unit, ...]
    founded: datetime
    since: datetime
    until: datetime
    seed: int


@dataclass(slots=True)
class Supervision:
    """Makes the values, each after those that it refers to; `learn` first of the calls."""

    habits: SupervisionHabits
    ground: SupervisionGround
    _chance: Random = field(init=False)
    _calls: list[tuple[datetime, UUID, UUID]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        self._chance = chance_of(self.ground.seed, "supervision")

    def terms(self) -> RosterTerms:
        ground = self.ground
        return RosterTerms(
            id=self._id(ground.founded),
            number=1,
            patterns=tuple(self._patterns().values()),
            limits=LIMITS,
            published_at=ground.founded,
            published_by=ground.lead.id,
            comment="Demonstration",
            demonstration=True,
        )

    def turns(self, queue: str, shifts: Iterable[Shift]) -> Iterator[WorkTurn]:
        """The roster of one leg: a turn for each shift, with the breaks of its pattern."""
        patterns = self._patterns()
        for shift in shifts:
            starts, ends = instant(shift.starts), instant(shift.ends)
            clock = local(starts)
            pattern = patterns[queue, clock.time()]
            yield WorkTurn(
                id=self._id(starts - timedelta(days=30)),
                operator_id=shift.operator.id,
                role=ROLES[queue],
                pattern=pattern.code,
                starts_at=starts,
                ends_at=ends,
                breaks=pattern.breaks_on(clock.date()),
            )

    def learn(self, call: Call) -> None:
        """A call of the stream, of which a sample may be drawn."""
        recent = call.rang_at >= self.ground.until - SAMPLED
        if recent and call.queue == "1177" and call.answered_at and call.operator_id:
            self._calls.append((call.rang_at, call.id, call.operator_id))

    def values(self) -> Iterator[object]:
        """All but the roster, when the calls are known."""
        yield from self._left()
        yield from self._closures()
        yield from self._incidents()
        yield from self._targets()
        yield from self._surveys()
        yield from self._sample()
        yield from self._review()
        yield from self._feedback()

    def _patterns(self) -> dict[tuple[str, object], Pattern]:
        return {
            (habit.queue, habit.starts): Pattern(
                habit.code, habit.name, habit.starts, habit.ends, breaks=habit.breaks
            )
            for habit in self.habits.patterns
        }

    def _left(self) -> Iterator[QueueCall]:
        """Callers who left by day, before any telephone had rung."""
        ground, chance = self.ground, self._chance
        day = max(ground.since, ground.until - TOLD_FOR)
        while day + timedelta(days=1) <= ground.until:
            for queue, mean in self.habits.left_a_day.items():
                for number in range(poisson(chance, mean)):
                    joined = day + timedelta(seconds=int(chance.uniform(0, 86_000)))
                    waited = timedelta(seconds=int(chance.expovariate(1 / 140)))
                    left = joined + waited
                    name = f"demo-left-{queue}-{day:%y%m%d}-{number}"
                    yield QueueCall(self._id(left), name, queue, joined, left)
            day += timedelta(days=1)

    def _closures(self) -> Iterator[Closure]:
        for habit in self.habits.closures:
            starts = self._ago(habit.hours)
            ends = starts + timedelta(minutes=habit.minutes)
            by = self.ground.lead.id
            yield Closure(self._id(starts), habit.queue, habit.reason, starts, None, by, ends, by)

    def _incidents(self) -> Iterator[Incident]:
        for habit in self.habits.incidents:
            starts = self._ago(habit.hours)
            yield Incident(
                self._id(starts),
                habit.kind,
                starts,
                starts + timedelta(minutes=habit.minutes),
                habit.text,
                self.ground.lead.id,
                automatic=habit.automatic,
            )

    def _targets(self) -> Iterator[Target]:
        ground = self.ground
        for habit in self.habits.targets:
            yield Target(
                id=self._id(ground.founded),
                figure=habit.figure,
                queue=habit.queue,
                value=habit.value,
                at_least=habit.at_least,
                valid_from=local(ground.founded).date(),
                valid_to=None,
                set_by=ground.switchboard_lead.id,
                set_at=ground.founded,
                source=habit.source,
            )

    def _surveys(self) -> Iterator[SurveyResult]:
        ground = self.ground
        for habit in self.habits.surveys:
            last = local(ground.until).date() - timedelta(days=habit.days)
            yield SurveyResult(
                id=self._id(ground.founded),
                figure=habit.figure,
                period_from=_first_of(last - timedelta(days=habit.length)),
                period_to=_first_of(last) - timedelta(days=1),
                value=habit.value,
                answers=habit.answers,
                source=habit.source,
                noted_by=ground.lead.id,
                noted_at=ground.founded,
                area=habit.area,
                asked=habit.asked,
            )

    def _sample(self) -> Iterator[object]:
        ground, habit = self.ground, self.habits.sample
        drawn_at = self._ago(habit.hours)
        _, start = day_bounds(local(ground.until - SAMPLED).date())
        end, _ = day_bounds(local(drawn_at).date())  # whole days, as whoever draws gives them
        operators = {id: whose for rang, id, whose in self._calls if start <= rang < end}
        if not operators:
            return
        frame = Frame(
            start=start,
            end=end,
            seed=habit.seed,
            size=habit.size,
            queue="1177",
            title=habit.title,
        )
        picked = pick(operators, frame)
        sample = Sample(
            id=self._id(drawn_at),
            drawn_by=ground.lead.id,
            drawn_at=drawn_at,
            start=frame.start,
            end=frame.end,
            seed=frame.seed,
            size=frame.size,
            population=picked.population,
            call_ids=picked.call_ids,
            queue=frame.queue,
            title=frame.title,
        )
        yield sample
        others = [id for id in picked.call_ids if operators[id] != ground.judge.id]
        outcomes = Weighted((each, each.weight) for each in habit.outcomes)
        for number, call_id in enumerate(others[: habit.judged], 1):
            outcome = outcomes.at(self._chance.random())
            at = drawn_at + timedelta(minutes=7 * number)
            yield SampledCall(
                id=self._id(at),
                sample_id=sample.id,
                call_id=call_id,
                advisory=outcome.given is not None,
                given=outcome.given,
                right=outcome.right,
                judge_id=ground.judge.id,
                judged_at=at,
                note=outcome.note,
            )

    def _review(self) -> Iterator[CallReview]:
        """One call that was looked at with whoever had it, who has not read it yet."""
        habit, at = self.habits.review, self._ago(self.habits.review.hours)
        over = at - timedelta(hours=2)
        others = [
            (id, whose)
            for rang, id, whose in self._calls
            if rang < over and whose != self.ground.lead.id
        ]
        if not others:
            return
        call_id, operator_id = one(self._chance, others)
        yield CallReview(
            id=self._id(at),
            call_id=call_id,
            operator_id=operator_id,
            reviewer_id=self.ground.lead.id,
            begun_at=at,
            drawn=True,
            marks=tuple(
                Mark(each.code, Grade.PARTLY if each.code in habit.partly else Grade.YES)
                for each in CRITERIA
            ),
            comment=habit.comment,
            written_at=at + timedelta(minutes=25),
        )

    def _feedback(self) -> Iterator[Feedback]:
        ground = self.ground
        for habit in self.habits.feedback:
            at, unit = self._ago(habit.hours), one(self._chance, ground.units)
            draft = FeedbackDraft(habit.about, habit.text, about_id=unit.id, name=unit.name)
            answered = at + timedelta(hours=20)
            answer = FeedbackAnswer(answered, ground.lead.id, habit.state, habit.answer)
            answers = (answer,) if habit.answer else ()
            yield Feedback(
                self._id(at), draft, at, ground.judge.id, state=habit.state, answers=answers
            )

    def _ago(self, hours: float) -> datetime:
        return self.ground.until - timedelta(hours=hours)

    def _id(self, at: datetime) -> UUID:
        return id_at(at, self._chance.getrandbits(ID_BITS))


def _first_of(day: date) -> date:
    return day.replace(day=1)
