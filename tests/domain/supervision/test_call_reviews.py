"""A review of a call, and what is told to those who own a text, as values."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.supervision.call_reviews import (
    LARGEST_DRAW,
    CallReview,
    CallReviewInvalid,
    Grade,
    Mark,
    Pick,
    checked_marks,
    checked_picks,
)
from kundcenter.domain.supervision.feedback import (
    About,
    Feedback,
    FeedbackAnswer,
    FeedbackDraft,
    FeedbackInvalid,
    FeedbackNeedsReason,
    FeedbackState,
)
from kundcenter.domain.supervision.review_criteria import CRITERIA, Phase
from kundcenter.domain.text import TextInvalid

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(hours=1)
NURSE, LEAD, CALL = UUID(int=1), UUID(int=2), UUID(int=3)
REVIEW = CallReview(UUID(int=9), CALL, NURSE, LEAD, AT)
TOLD = FeedbackDraft(About.SNIPPET, "Råden är gamla", UUID(int=4), name="Feber hos barn")
SENT = Feedback(UUID(int=8), TOLD, AT, NURSE)


def test_every_phase_has_its_questions_and_no_code_stands_twice() -> None:
    assert {each.phase for each in CRITERIA} == set(Phase)
    assert len({each.code for each in CRITERIA}) == len(CRITERIA)
    assert [each.phase for each in CRITERIA] == sorted(
        (each.phase for each in CRITERIA), key=list(Phase).index
    )


def test_marks_stand_in_the_order_of_the_questions() -> None:
    marks = tuple(Mark(each.code, Grade.YES) for each in reversed(CRITERIA))
    assert [each.criterion for each in checked_marks(marks)] == [each.code for each in CRITERIA]


@pytest.mark.parametrize(
    "codes", [(), ("O1", "O1"), ("O1", "X9")], ids=["none", "twice", "unknown"]
)
def test_marks_that_answer_nothing_are_refused(codes: tuple[str, ...]) -> None:
    with pytest.raises(CallReviewInvalid) as wrong:
        checked_marks(tuple(Mark(code, Grade.NO) for code in codes))
    assert wrong.value.facts == {"field": "marks"}


def test_what_is_written_after_it_was_read_is_to_be_read_anew() -> None:
    marks = (Mark("A2", Grade.PARTLY),)
    written = REVIEW.written(marks, "  Bra samtal. ", AT)
    assert (written.comment, written.waits_for_operator) == ("Bra samtal.", True)
    read = written.seen("Tack", LATER)
    assert (read.word, read.seen_at, read.waits_for_operator) == ("Tack", LATER, False)
    assert read.written(marks, "Mer", LATER).waits_for_operator


def test_what_was_read_before_it_was_written_is_not_read() -> None:
    review = REVIEW.written((Mark("A2", Grade.YES),), "", LATER)
    assert review.seen("Läst förut", AT).waits_for_operator


def test_words_about_somebody_are_in_no_traceback() -> None:
    review = REVIEW.written((Mark("A2", Grade.YES),), "hemligt", AT).seen("också", LATER)
    answered = SENT.answered(FeedbackAnswer(AT, LEAD, FeedbackState.TAKEN_UP, "jaså"))
    for word in ("hemligt", "också", "gamla", "jaså"):
        assert word not in repr(review) + repr(answered)


def test_a_draw_takes_each_call_once_and_not_too_many() -> None:
    picks = tuple(Pick(UUID(int=n), NURSE) for n in range(LARGEST_DRAW + 1))
    assert checked_picks(picks[:-1]) == picks[:-1]
    for wrong in ((), picks, (picks[0], picks[0])):
        with pytest.raises(CallReviewInvalid):
            checked_picks(wrong)


def test_the_rules_have_no_id_and_everything_else_has_one() -> None:
    assert FeedbackDraft(About.RULES, "Fel", name="Reglerna").checked().about_id is None
    with pytest.raises(FeedbackInvalid):
        FeedbackDraft(About.RULES, "Fel", UUID(int=4), name="Reglerna").checked()
    with pytest.raises(FeedbackInvalid):
        FeedbackDraft(About.PACK, "Fel", name="Feber").checked()


@pytest.mark.parametrize("field", ["text", "name"])
def test_feedback_says_something_of_something(field: str) -> None:
    told = {"text": "Fel", "name": "Feber", field: "  "}
    with pytest.raises(FeedbackInvalid) as wrong:
        FeedbackDraft(About.PACK, told["text"], UUID(int=4), name=told["name"]).checked()
    assert wrong.value.facts == {"field": field}


def test_a_text_that_no_store_can_keep_is_refused() -> None:
    with pytest.raises(TextInvalid):
        FeedbackDraft(About.PACK, "x" * 1_001, UUID(int=4), name="Feber").checked()


def test_the_latest_answer_counts_whichever_came_in_first() -> None:
    done = FeedbackAnswer(LATER, LEAD, FeedbackState.CHANGED)
    first = FeedbackAnswer(AT, LEAD, FeedbackState.TAKEN_UP)
    for order in ((first, done), (done, first)):
        told = SENT
        for answer in order:
            told = told.answered(answer)
        assert told.answers == (first, done)
        assert (told.state, told.waits) == (FeedbackState.CHANGED, False)


def test_who_declines_says_why_and_nobody_answers_that_it_is_open() -> None:
    with pytest.raises(FeedbackNeedsReason):
        SENT.answered(FeedbackAnswer(AT, LEAD, FeedbackState.DECLINED, " "))
    with pytest.raises(FeedbackInvalid):
        SENT.answered(FeedbackAnswer(AT, LEAD, FeedbackState.OPEN))
