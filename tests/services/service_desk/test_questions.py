"""Questions are counted without names; what nobody could answer waits for the editor."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.calls import CallNotFound
from kundcenter.domain.service_desk.questions import (
    QuestionInvalid,
    QuestionNotFound,
    QuestionSettled,
    TopicCount,
)
from kundcenter.domain.service_desk.topics import Heading, TopicNotFound
from kundcenter.domain.text import TextInvalid
from tests.ground import MORNING, Ground, rows
from tests.services.service_desk.service_desk_ground import ASKED, CARD, answered, card, staffed


def unanswered(ground: Ground, text: str = "Får man ta med hund?") -> UUID:
    return ground.desk.questions.note(replace(ASKED, unanswered=text)).the("question")


def test_what_nobody_could_answer_waits_for_the_editor_the_oldest_first(ground: Ground) -> None:
    ids = staffed(ground)
    ground.sign_in("vera")
    call = answered(ground)
    questions = ground.desk.questions
    draft = replace(ASKED, unanswered="  Får man ta med hund?\n", call_id=call)
    first = questions.note(draft).the("question")
    questions.note(ASKED)  # it was handled elsewhere: counted, and nothing to answer
    second = unanswered(ground, "Var finns kapellet?")
    ground.sign_in("edda")
    one, two = questions.waiting()
    assert (one.id, two.id) == (first, second)
    assert one.draft == replace(draft, unanswered="Får man ta med hund?")
    assert (one.by, one.waits) == (ids["vera"], True)


def test_the_editor_settles_it_with_a_card_or_without(ground: Ground) -> None:
    ids = staffed(ground)
    first, second = unanswered(ground), unanswered(ground)
    topic, questions = card(ground), ground.desk.questions
    questions.settle(first, topic)
    questions.settle(second)
    assert questions.waiting() == ()
    told = {row["id"]: row for row in rows(ground.engine, "questions")["questions"]}
    kept = {id: (row["settled_by"], row["settled_by_topic"]) for id, row in told.items()}
    assert kept == {first: (ids["edda"], topic), second: (ids["edda"], None)}
    assert ground.refuses(QuestionSettled, questions.settle, first) == {"id": first}
    ground.refuses(QuestionNotFound, questions.settle, uuid4())
    third = unanswered(ground)
    ground.refuses(TopicNotFound, questions.settle, third, uuid4())
    counted = questions.note(ASKED).the("question")
    ground.refuses(QuestionSettled, questions.settle, counted)


def test_a_question_is_refused_with_what_is_wrong(ground: Ground) -> None:
    staffed(ground)
    topic, note = card(ground), ground.desk.questions.note
    both = replace(ASKED, topic_id=topic, unanswered="Hund?")
    assert ground.refuses(QuestionInvalid, note, both) == {"field": "text"}
    unknown = replace(ASKED, topic_id=uuid4())
    assert ground.refuses(QuestionInvalid, note, unknown) == {"field": "topic_id"}
    ground.refuses(CallNotFound, note, replace(ASKED, call_id=uuid4()))
    ground.refuses(TextInvalid, note, replace(ASKED, unanswered="x" * 1_001))
    ground.refuses(TextInvalid, note, replace(ASKED, unanswered="\0"))
    note(replace(ASKED, topic_id=topic, unanswered=" \n"))


def test_how_often_each_was_asked_in_a_period(ground: Ground) -> None:
    staffed(ground)
    topic = card(ground)
    other = card(ground, replace(CARD, heading=Heading.DONATION, title="Ge blod (test)"))
    questions = ground.desk.questions
    for _ in range(2):
        questions.note(replace(ASKED, topic_id=topic))
    questions.note(replace(ASKED, topic_id=other, heading=Heading.DONATION))
    unanswered(ground)
    start, end = MORNING, MORNING + timedelta(hours=1)
    assert questions.counts(start, end) == (
        TopicCount(Heading.FEES, topic, 2),
        TopicCount(Heading.FEES, None, 1),
        TopicCount(Heading.DONATION, other, 1),
    )
    ground.clock.at = end  # the instant of the end is of the next period
    questions.note(replace(ASKED, topic_id=topic))
    assert sum(each.count for each in questions.counts(start, end)) == 4
    assert sum(each.count for each in questions.counts(end, end + timedelta(hours=1))) == 1
    assert questions.counts(start - timedelta(days=1), start) == ()


def test_a_period_has_an_end_after_its_start_and_a_zone(ground: Ground) -> None:
    staffed(ground)
    counts = ground.desk.questions.counts
    naive = datetime(2026, 11, 21)  # noqa: DTZ001 - without a zone it is no instant
    for start, end in (
        (MORNING, MORNING),
        (MORNING, MORNING - timedelta(days=1)),
        (naive, MORNING),
        (MORNING, naive),
    ):
        assert ground.refuses(QuestionInvalid, counts, start, end) == {"field": "period"}


def test_who_may_ask_and_who_may_settle(ground: Ground) -> None:
    staffed(ground)
    id = unanswered(ground)
    questions = ground.desk.questions
    ground.sign_in("nina")
    unanswered(ground)
    ground.refuses(NotPermitted, questions.waiting)
    ground.refuses(NotPermitted, questions.settle, id)
    ground.refuses(NotPermitted, questions.counts, MORNING, MORNING + timedelta(1))
    ground.sign_in("lena")
    assert len(questions.waiting()) == 2
    ground.sign_in("logg")
    ground.refuses(NotPermitted, questions.note, ASKED)
