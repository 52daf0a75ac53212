"""Odd days and instants at the service desk: kept as they are, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kundcenter.domain.calendar import local
from kundcenter.domain.service_desk.questions import QuestionInvalid
from kundcenter.domain.service_desk.topics import TopicInvalid
from tests.ground import MORNING, Ground
from tests.services.service_desk.service_desk_ground import ASKED, CARD, staffed
from tests.services.test_bad_numbers_and_times import DAYS, NO_TIMES, TIMES


def test_a_day_of_review_is_kept_unless_it_is_to_come(ground: Ground) -> None:
    staffed(ground)
    topics, today = ground.desk.topics, local(MORNING).date()
    for number, day in enumerate((*DAYS, today, today + timedelta(1))):
        draft = replace(CARD, title=f"Kort {number}", reviewed_on=day)
        if day > today:
            refused = ground.refuses(TopicInvalid, topics.put, None, draft)
            assert refused == {"field": "reviewed_on"}
            refused = ground.refuses(TopicInvalid, topics.import_, (draft,))
            assert refused == {"field": "reviewed_on", "row": 1}
        else:
            id = topics.put(None, draft).the("topic")
            assert topics.versions(id)[0].told.reviewed_on == day
            later = replace(draft, text="Nytt.")
            assert topics.plan((later,)).changed[0][1] == later
            topics.import_((later,))
            assert topics.versions(id)[1].told.reviewed_on == day
    assert {each.told.reviewed_on for each in topics.all()} == {
        day for day in (*DAYS, today) if day <= today
    }
    assert date.max in DAYS


def test_any_instant_may_begin_or_end_a_period(ground: Ground) -> None:
    staffed(ground)
    questions = ground.desk.questions
    questions.note(ASKED)
    asked = ground.clock.at
    for at in TIMES:
        if at < asked:
            assert sum(each.count for each in questions.counts(at, asked + timedelta(1))) == 1
            assert questions.counts(at, at + timedelta(microseconds=1)) == ()
        else:
            assert sum(each.count for each in questions.counts(MORNING, at)) == 1
    for at in NO_TIMES:
        ground.refuses(QuestionInvalid, questions.counts, at, asked)
        ground.refuses(QuestionInvalid, questions.counts, asked, at)
