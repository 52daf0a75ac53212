"""What operators and whoever leads them do with queues, roster, aims, samples and reviews."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from uuid import UUID

from kundcenter.domain.access import Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import Grade, Mark, Pick
from kundcenter.domain.supervision.feedback import About, FeedbackDraft, FeedbackState
from kundcenter.domain.supervision.incidents import IncidentKind
from kundcenter.domain.supervision.presences import PresenceKind
from kundcenter.domain.supervision.queue_calls import Left
from kundcenter.domain.supervision.roster_terms import LIMITS, PATTERNS
from kundcenter.domain.supervision.samples import CareLevel, Frame, Judgement
from kundcenter.domain.supervision.surveys import Measurement
from kundcenter.domain.supervision.targets import Aim
from kundcenter.domain.supervision.work_turns import TurnPlan, planned
from tests.sync.simulator.choosing import Chooser, NothingThere
from tests.sync.simulator.places import Place

QUEUES = ("växel", "rådgivning")
FIRST = date(2026, 12, 1)
AIM = Aim("ANSW", 85_000, valid_from=date(2026, 1, 1))
NKI = Measurement("NKI", date(2026, 1, 1), date(2026, 6, 30), 81_000, 200)
STANDING = "lifted_at IS NULL"
THERE = "removed_at IS NULL"


class SupervisionActs(Chooser):
    """One operator's next act, by how often it is done."""

    def __init__(self, rng: Random) -> None:
        super().__init__(rng)
        self.mix: dict[Callable[[Place], object], int] = {
            self._caller_left: 2,
            self._queue_close: 3,
            self._queue_open: 3,
            self._incident: 3,
            self._incident_end: 3,
            self._notice: 2,
            self._presence: 3,
            self._break_explain: 3,
            self._turn_put: 3,
            self._turn_import: 3,
            self._turn_remove: 3,
            self._shifts_publish: 3,
            self._target_put: 3,
            self._target_remove: 3,
            self._survey_put: 3,
            self._survey_import: 3,
            self._sample_draw: 3,
            self._sample_judge: 3,
            self._review_begin: 3,
            self._review_write: 4,
            self._review_seen: 4,
            self._feedback_send: 2,
            self._feedback_answer: 3,
        }

    def _led(self, place: Place) -> None:
        """Somebody who leads sits here, if anybody may."""
        self._sits(place, "roles LIKE '%SUPERVISOR_SSK%'")

    # -- the floor -------------------------------------------------------------------------------

    def _caller_left(self, place: Place) -> None:
        """One of a few callers, of whom other desks are told too."""
        which = self._rng.randrange(9)
        left = Left(f"caller-{which}", QUEUES[which % 2], timedelta(seconds=40 + which))
        place.desk.queue_calls.note((replace(left, ago=timedelta(seconds=self._rng.randrange(9))),))

    def _queue_close(self, place: Place) -> None:
        self._led(place)
        until = self._rng.choice([None, place.clock() + timedelta(hours=1)])
        place.desk.queue_closures.close(self._rng.choice(QUEUES), "Storm", until)

    def _queue_open(self, place: Place) -> None:
        self._led(place)
        place.desk.queue_closures.open(self._one(place, "queue_closures", STANDING))

    def _incident(self, place: Place) -> None:
        if self._rng.random() < 0.5:
            place.desk.incidents.note(self._rng.choice(list(IncidentKind)), self._text())
            return
        place.desk.incidents.word(self._one(place, "incidents"), self._text())

    def _incident_end(self, place: Place) -> None:
        place.desk.incidents.end(self._one(place, "incidents", "ends_at IS NULL"))

    def _notice(self, place: Place) -> None:
        """The desk itself: the exchange is away, and is back."""
        mine = place.desk.incidents.left_open(IncidentKind.LINE)
        if mine:
            place.desk.incidents.cease(self._rng.choice(mine).id)
            return
        place.desk.incidents.notice(IncidentKind.LINE, timedelta(seconds=self._rng.randrange(90)))

    def _presence(self, place: Place) -> None:
        presences = place.desk.presences
        kind = self._rng.choice(list(PresenceKind))
        self._rng.choice((presences.seen, lambda: presences.begin(kind), presences.end))()

    def _break_explain(self, place: Place) -> None:
        """One of one's own; whoever has had none takes one."""
        mine = place.desk.seat.actor.operator_id.hex
        own = f"kind = 'PAUS' AND lower(hex(operator_id)) = '{mine}'"
        if not place.ids_of("presences", own):
            place.desk.presences.begin(PresenceKind.PAUSE)
        place.desk.presences.explain(
            self._one(place, "presences", own), self._rng.choice(list(BreakKind))
        )

    # -- the roster ------------------------------------------------------------------------------

    def _plan(self, place: Place, day: date) -> TurnPlan:
        who = self._one(place, "operators", "disabled_at IS NULL AND user_name <> 'admin'")
        return planned(self._rng.choice(PATTERNS), day, who, Role.NURSE)

    def _day(self) -> date:
        return FIRST + timedelta(days=self._rng.randrange(20))

    def _turn_put(self, place: Place) -> None:
        self._led(place)
        there = place.rows(f"SELECT id, number FROM work_turns WHERE {THERE} ORDER BY id")
        plan = self._plan(place, self._day())
        if not there or self._rng.random() < 0.5:
            place.desk.roster.put(None, plan)
            return
        old = self._rng.choice(there)
        place.desk.roster.put(UUID(bytes=old.id), plan, upon=old.number)

    def _turn_import(self, place: Place) -> None:
        """Of one file, which other desks bring in too."""
        self._led(place)
        day = self._day()
        plans = tuple(self._plan(place, day + timedelta(days=2 * at)) for at in range(3))
        place.desk.roster.import_(plans)

    def _turn_remove(self, place: Place) -> None:
        self._led(place)
        self._numbered(place, "work_turns", lambda id, n: place.desk.roster.remove(id, upon=n))

    def _shifts_publish(self, place: Place) -> None:
        self._led(place)
        latest = place.desk.roster_terms.current()
        limits = replace(LIMITS, weeks=self._rng.randrange(1, 9))
        upon = latest.number if latest else 0
        place.desk.roster_terms.publish(PATTERNS, limits, upon=upon)

    # -- aims ------------------------------------------------------------------------------------

    def _target_put(self, place: Place) -> None:
        self._led(place)
        since = date(2026, self._rng.randrange(1, 13), 1)
        value = 1_000 * self._rng.randrange(100)
        aim = replace(AIM, valid_from=since, queue=self._rng.choice(QUEUES), value=value)
        there = place.rows(f"SELECT id, number FROM targets WHERE {THERE} ORDER BY id")
        if not there or self._rng.random() < 0.5:
            place.desk.targets.put(None, aim)
            return
        old = self._rng.choice(there)
        place.desk.targets.put(UUID(bytes=old.id), aim, upon=old.number)

    def _target_remove(self, place: Place) -> None:
        self._led(place)
        self._numbered(place, "targets", lambda id, n: place.desk.targets.remove(id, upon=n))

    def _measured(self) -> Measurement:
        source = self._rng.choice(["", "Inera", "Egen"])
        return replace(NKI, source=source, answers=self._rng.randrange(100))

    def _survey_put(self, place: Place) -> None:
        """A new one, another version, or it is taken away."""
        self._led(place)
        surveys, chance = place.desk.surveys, self._rng.random()
        if chance < 0.3:
            surveys.put(None, self._measured())
        elif chance < 0.7:
            new = self._measured()
            self._numbered(place, "surveys", lambda id, n: surveys.put(id, new, upon=n))
        else:
            self._numbered(place, "surveys", lambda id, n: surveys.remove(id, upon=n))

    def _survey_import(self, place: Place) -> None:
        self._led(place)
        rows = {each.place: each for each in (self._measured() for _ in range(2))}
        place.desk.surveys.import_(tuple(rows.values()))

    def _numbered(self, place: Place, table: str, act: Callable[[UUID, int], object]) -> None:
        there = place.rows(f"SELECT id, number FROM {table} WHERE {THERE} ORDER BY id")
        if not there:
            raise NothingThere(table)
        old = self._rng.choice(there)
        act(UUID(bytes=old.id), old.number)

    # -- quality ---------------------------------------------------------------------------------

    def _over(self, place: Place) -> tuple[UUID, UUID]:
        """A call of another, and who had it."""
        mine = place.desk.seat.actor.operator_id.hex
        found = place.rows(
            "SELECT id, operator_id FROM calls WHERE answered_at IS NOT NULL AND ended_at IS NOT "
            f"NULL AND operator_id IS NOT NULL AND lower(hex(operator_id)) <> '{mine}' ORDER BY id"
        )
        if not found:
            raise NothingThere("calls")
        chosen = self._rng.choice(found)
        return UUID(bytes=chosen.id), UUID(bytes=chosen.operator_id)

    def _sample_draw(self, place: Place) -> None:
        self._led(place)
        end = place.clock()
        frame = Frame(end - timedelta(days=30), end, str(self._rng.randrange(99)), 3)
        calls = {self._one(place, "calls") for _ in range(3)}
        place.desk.samples.draw(frame, tuple(sorted(calls)), 40)

    def _sample_judge(self, place: Place) -> None:
        sample = place.desk.samples.open(self._one(place, "samples")).told.sample
        level = self._rng.choice([None, *CareLevel])
        judgement = Judgement(True, CareLevel.PRIMARY, level, self._text())
        place.desk.samples.judge(sample.id, self._rng.choice(sample.call_ids), judgement)

    def _review_begin(self, place: Place) -> None:
        self._led(place)
        place.desk.call_reviews.begin((Pick(*self._over(place)),))

    def _review_write(self, place: Place) -> None:
        self._led(place)
        mine = place.desk.seat.actor.operator_id.hex
        review = self._one(place, "call_reviews", f"lower(hex(reviewer_id)) = '{mine}'")
        marks = (Mark("O1", self._rng.choice(list(Grade))),)
        place.desk.call_reviews.write(review, marks, self._text())

    def _review_seen(self, place: Place) -> None:
        """Whose call it was sits down and reads it."""
        review = self._one(place, "call_reviews", "written_at IS NOT NULL AND seen_at IS NULL")
        whose = f"SELECT operator_id FROM call_reviews WHERE lower(hex(id)) = '{review.hex}'"
        self._sits(place, f"id = ({whose})")
        place.desk.call_reviews.seen(review, self._text())

    def _feedback_send(self, place: Place) -> None:
        draft = FeedbackDraft(About.RULES, self._text(), name="Regler")
        place.desk.feedback.send(draft)

    def _feedback_answer(self, place: Place) -> None:
        self._led(place)
        states = [each for each in FeedbackState if each is not FeedbackState.OPEN]
        state = self._rng.choice(states)
        place.desk.feedback.answer(self._one(place, "feedback"), state, self._text())
