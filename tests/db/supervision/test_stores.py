"""The supervisor's rows in both databases: every field comes back, and lists are in order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import Engine

from db.base import Unit
from db.supervision.call_reviews import SqlCallReviews
from db.supervision.feedback import SqlFeedback
from db.supervision.incidents import SqlIncidents
from db.supervision.presences import SqlPresences
from db.supervision.queue_calls import SqlQueueCalls
from db.supervision.queue_closures import SqlQueueClosures
from db.supervision.roster_terms import SqlRosterTerms
from db.supervision.samples import SqlSamples
from db.supervision.surveys import SqlSurveys
from db.supervision.targets import SqlTargets
from db.supervision.work_turns import SqlWorkTurns
from kundcenter.domain.access import Role
from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.domain.supervision.call_reviews import CallReview, CallReviewNotFound, Grade, Mark
from kundcenter.domain.supervision.closures import Closure, ClosureNotFound
from kundcenter.domain.supervision.feedback import (
    About,
    Feedback,
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackNotFound,
    FeedbackState,
)
from kundcenter.domain.supervision.incidents import Incident, IncidentKind, IncidentNotFound
from kundcenter.domain.supervision.presences import Presence, PresenceKind, PresenceNotFound
from kundcenter.domain.supervision.queue_calls import QueueCall, QueueCallNotFound
from kundcenter.domain.supervision.roster_terms import (
    LIMITS,
    PATTERNS,
    RosterTerms,
    RosterTermsNotFound,
)
from kundcenter.domain.supervision.samples import (
    CareLevel,
    Sample,
    SampledCall,
    SampleNotFound,
)
from kundcenter.domain.supervision.surveys import Area, SurveyNotFound, SurveyResult
from kundcenter.domain.supervision.targets import AimKind, Target, TargetNotFound
from kundcenter.domain.supervision.work_turns import WorkTurnNotFound, planned
from kundcenter.start.desk import new_id
from tests.db.switchboard.values import HOUR, ME, empty_fields, on
from tests.ground import MORNING

DAY = date(2026, 12, 1)


def test_callers_who_left_come_back_by_when_they_joined(engine: Engine) -> None:
    late, early = (
        QueueCall(new_id(), "line-1 😀", "växel", MORNING + at, MORNING + HOUR, reached=True)
        for at in (HOUR / 2, timedelta())
    )
    over = replace(early, id=new_id(), joined_at=MORNING + HOUR, reached=False)
    with on(engine) as unit:
        store = SqlQueueCalls(unit)
        for each in (late, early, over):
            store.put(each)
            assert store.get(each.id) == store.find(each.id) == each
        assert store.between(MORNING, MORNING + HOUR) == (early, late)
        assert store.some([over.id, new_id()]) == (over,)
        assert store.find(ME) is None


def test_a_queue_is_closed_until_it_is_opened_or_the_time_is_over(engine: Engine) -> None:
    whole = Closure(
        new_id(), "växel", "Brand", MORNING, MORNING + HOUR, ME, MORNING + HOUR / 2, new_id()
    )
    assert empty_fields(whole) == []
    open_ended = Closure(new_id(), "service", "Storm", MORNING - HOUR, None, ME)
    until = replace(open_ended, id=new_id(), starts_at=MORNING, ends_at=MORNING + HOUR)
    with on(engine) as unit:
        store = SqlQueueClosures(unit)
        for each in (whole, open_ended, until):
            store.put(each)
            assert store.get(each.id) == each
        assert store.standing(MORNING + HOUR / 2) == (open_ended, until)
        assert store.standing(MORNING + HOUR) == (open_ended,)
        later = MORNING + HOUR / 2, MORNING + 2 * HOUR
        assert store.between(*later) == (open_ended, until)
        assert {each.id for each in store.between(MORNING, later[0])} == {
            *(each.id for each in (whole, open_ended, until))
        }
        assert store.some([whole.id]) == (whole,)


def test_presences_come_back_by_operator_and_by_time(engine: Engine) -> None:
    whole = Presence(
        new_id(), ME, new_id(), PresenceKind.PAUSE, BreakKind.LUNCH, MORNING, MORNING + HOUR,
        MORNING + HOUR,
    )  # fmt: skip
    assert empty_fields(whole) == []
    there = Presence(new_id(), ME, new_id(), PresenceKind.SIGNED_IN, None, MORNING - HOUR, MORNING)
    others = replace(there, id=new_id(), operator_id=new_id(), starts_at=MORNING + HOUR)
    with on(engine) as unit:
        store = SqlPresences(unit)
        for each in (others, whole, there):
            store.put(each)
            assert store.get(each.id) == each
        assert store.open() == (there, others)
        assert store.open_of(ME) == (there,)
        assert store.between(MORNING, MORNING + HOUR) == (there, whole)
        assert store.between(MORNING + HOUR, MORNING + 2 * HOUR) == (there, others)
        assert store.of(ME, MORNING - HOUR, MORNING + 2 * HOUR) == (there, whole)


def test_incidents_come_back_by_time(engine: Engine) -> None:
    whole = Incident(
        new_id(), IncidentKind.LINE, MORNING, MORNING + HOUR, "Växeln 😀", ME, automatic=True
    )
    goes_on = replace(whole, id=new_id(), ends_at=None, starts_at=MORNING - HOUR, automatic=False)
    with on(engine) as unit:
        store = SqlIncidents(unit)
        for each in (whole, goes_on):
            store.put(each)
            assert store.get(each.id) == each
        assert store.standing() == (goes_on,)
        assert store.between(MORNING, MORNING + HOUR) == (goes_on, whole)
        assert store.between(MORNING + HOUR, MORNING + 2 * HOUR) == (goes_on,)


def test_editions_of_the_shifts_and_turns_come_back(engine: Engine) -> None:
    first, second = (
        RosterTerms(new_id(), number, PATTERNS, LIMITS, MORNING, ME, "Höst 😀", demonstration=True)
        for number in (1, 2)
    )
    turns = [planned(each, DAY, ME, Role.NURSE).turn(new_id()) for each in PATTERNS]
    day, evening, night = turns
    whole = replace(night, number=3, removed_at=MORNING, comment="Byter")
    assert empty_fields(whole) == []
    with on(engine) as unit:
        terms, store = SqlRosterTerms(unit), SqlWorkTurns(unit)
        assert terms.latest() is None
        for edition in (second, first):
            terms.add(edition)
            assert terms.get(edition.id) == edition
        assert (terms.latest(), terms.all()) == (second, (first, second))
        for turn in turns:
            store.put(turn)
            assert store.get(turn.id) == turn
        assert store.between(evening.starts_at, day.ends_at) == (day, evening)
        assert store.between(day.ends_at, night.ends_at) == (evening, night)
        store.put(whole)
        assert store.get(night.id) == whole
        assert store.between(day.ends_at, night.ends_at) == (evening,)


def test_targets_and_measurements_come_back_also_those_that_were_taken_away(
    engine: Engine,
) -> None:
    target = Target(
        new_id(), "ANSW", "växel", 85_000, True, DAY, DAY, ME, MORNING, 2, MORNING,
        AimKind.COMPARISON, "Riket", 2019,
    )  # fmt: skip
    survey = SurveyResult(
        new_id(), "NKI", DAY, DAY, 81_500, 200, "Inera", ME, MORNING, 2, MORNING, Area.NATION, 400,
        "Vår 😀",
    )  # fmt: skip
    assert empty_fields(target) == empty_fields(survey) == []
    bare = replace(target, id=new_id(), figure="AKTIV", valid_to=None, removed_at=None, queue="")
    first = replace(survey, id=new_id(), period_from=DAY - timedelta(days=1), removed_at=None)
    with on(engine) as unit:
        targets, surveys = SqlTargets(unit), SqlSurveys(unit)
        for aim in (target, bare):
            targets.put(aim)
            assert targets.get(aim.id) == targets.find(aim.id) == aim
        for result in (survey, first):
            surveys.put(result)
            assert surveys.get(result.id) == result
        assert targets.all() == (bare, target)
        assert surveys.all() == (first, survey)
        assert targets.find(ME) is None


def test_samples_come_back_with_every_judgement(engine: Engine) -> None:
    calls = new_id(), new_id()
    sample = Sample(
        new_id(), ME, MORNING, MORNING - HOUR, MORNING, "frö", 5, 7, calls, "1177", "Baslinje"
    )
    newer = replace(sample, id=new_id(), drawn_at=MORNING + HOUR, call_ids=(calls[0],))
    judged = SampledCall(
        new_id(), sample.id, calls[0], True, CareLevel.SOS, CareLevel.PRIMARY, ME, MORNING, "Nej 😀"
    )
    again = replace(judged, id=new_id(), advisory=False, given=None, right=None, note="")
    again = replace(again, judged_at=MORNING + HOUR)
    assert empty_fields(sample) == empty_fields(judged) == []
    with on(engine) as unit:
        store = SqlSamples(unit)
        for each in (sample, newer):
            store.add(each)
            assert store.get(each.id) == each
        for found in (again, judged):
            store.add_judged(found)
        assert store.latest(1) == (newer,)
        assert store.judged([sample.id, newer.id]) == (judged, again)
        assert store.judged([newer.id]) == store.judged([]) == ()


def test_reviews_of_calls_come_back(engine: Engine) -> None:
    whole = CallReview(
        new_id(), new_id(), ME, new_id(), MORNING, True, "2026-1",
        (Mark("O1", Grade.PARTLY), Mark("L2", Grade.NOT_APPLICABLE)), "Lugn 😀", MORNING, MORNING,
        "Tack",
    )  # fmt: skip
    assert empty_fields(whole) == []
    bare = CallReview(new_id(), whole.call_id, ME, new_id(), MORNING + HOUR)
    with on(engine) as unit:
        store = SqlCallReviews(unit)
        for each in (bare, whole):
            store.put(each)
            assert store.get(each.id) == each
        assert store.latest(9) == (bare, whole)
        assert store.of_operator(ME, 9) == (whole,)
        assert store.of_calls([whole.call_id, ME]) == (whole, bare)
        assert store.of_calls([]) == ()


def test_feedback_comes_back_with_its_answers(engine: Engine) -> None:
    draft = FeedbackDraft(About.PACK, "Fel 😀", new_id(), "FEBER", "Demo", "1.2")
    answers = tuple(
        FeedbackAnswer(MORNING, ME, state, "Ser på det")
        for state in (FeedbackState.TAKEN_UP, FeedbackState.CHANGED)
    )
    whole = Feedback(new_id(), draft, MORNING, ME, FeedbackState.CHANGED, answers)
    waits = Feedback(new_id(), FeedbackDraft(About.RULES, "a", name="b"), MORNING - HOUR, new_id())
    assert empty_fields(whole) == empty_fields(draft) == []
    with on(engine) as unit:
        store = SqlFeedback(unit)
        for each in (waits, whole):
            store.put(each)
            assert store.get(each.id) == each
        assert store.waiting(9) == (waits,)
        assert (store.latest(9), store.latest(1)) == ((whole, waits), (whole,))
        assert store.of_sender(ME, 9) == (whole,)


@pytest.mark.parametrize(
    ("store", "error"),
    [
        (SqlQueueCalls, QueueCallNotFound),
        (SqlQueueClosures, ClosureNotFound),
        (SqlPresences, PresenceNotFound),
        (SqlIncidents, IncidentNotFound),
        (SqlRosterTerms, RosterTermsNotFound),
        (SqlWorkTurns, WorkTurnNotFound),
        (SqlTargets, TargetNotFound),
        (SqlSurveys, SurveyNotFound),
        (SqlSamples, SampleNotFound),
        (SqlCallReviews, CallReviewNotFound),
        (SqlFeedback, FeedbackNotFound),
    ],
    ids=lambda each: each.__name__,
)
def test_what_is_not_there_is_said(local: Engine, store: type, error: type[Exception]) -> None:
    with on(local) as unit, pytest.raises(error):
        store(Unit(unit.connection)).get(UUID(int=7))
