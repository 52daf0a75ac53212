"""What the demo region's leaders have measured holds when the program looks at it again."""

from __future__ import annotations

from kundcenter.domain.calls import Call
from kundcenter.domain.supervision.call_reviews import CallReview
from kundcenter.domain.supervision.samples import Frame, Sample, SampledCall, pick


def calls_of(values: list[object]) -> dict[object, Call]:
    return {each.id: each for each in values if isinstance(each, Call)}


def test_the_sample_is_what_the_lot_gives_of_its_days(values: list[object]) -> None:
    (sample,) = [each for each in values if isinstance(each, Sample)]
    eligible = {
        each.id: each.operator_id
        for each in calls_of(values).values()
        if each.queue == sample.queue
        and sample.start <= each.rang_at < sample.end
        and each.answered_at
        and each.ended_at
        and each.operator_id
    }
    frame = Frame(sample.start, sample.end, sample.seed, sample.size, sample.queue, sample.title)
    assert pick(eligible, frame).call_ids == sample.call_ids
    assert len(eligible) == sample.population > sample.size
    assert sample.end <= sample.drawn_at


def test_nothing_is_judged_before_it_was_drawn_or_reviewed_before_it_rang(
    values: list[object],
) -> None:
    calls = calls_of(values)
    (sample,) = [each for each in values if isinstance(each, Sample)]
    judged = [each for each in values if isinstance(each, SampledCall)]
    assert judged and all(each.judged_at > sample.drawn_at for each in judged)
    assert {each.call_id for each in judged} <= set(sample.call_ids)
    (review,) = [each for each in values if isinstance(each, CallReview)]
    ended = calls[review.call_id].ended_at
    assert ended is not None and ended < review.begun_at
