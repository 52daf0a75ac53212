"""A sample is drawn evenly and again the same, and tells what was judged."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

import resources.codes
from kundcenter.domain.supervision.sample_results import Share, result
from kundcenter.domain.supervision.samples import (
    LARGEST,
    CallNotSampled,
    CareLevel,
    Frame,
    Judgement,
    JudgementInvalid,
    Sample,
    SampledCall,
    SampleInvalid,
    SampleTooLarge,
    Triage,
    latest,
    level_of,
    pick,
    triage,
)
from kundcenter.domain.text import TextInvalid
from kundcenter.domain.triage import code_set
from tests.ground import MORNING

ME = UUID(int=7)
FRAME = Frame(MORNING - timedelta(days=30), MORNING, "2026-10", 3)
CALLS = tuple(UUID(int=n) for n in range(40))
L = CareLevel


def sample(*calls: UUID) -> Sample:
    return Sample(
        UUID(int=99), ME, MORNING, FRAME.start, FRAME.end, "2026-10", len(calls), 400, calls
    )


def judged(call: UUID, judgement: Judgement, *, id: int = 0, minutes: int = 0) -> SampledCall:
    return SampledCall(
        UUID(int=id or 1000 + call.int),
        UUID(int=99),
        call,
        judgement.advisory,
        judgement.given,
        judgement.right,
        ME,
        MORNING + timedelta(minutes=minutes),
        judgement.note,
    )


levels = st.sampled_from(CareLevel)
judgements = st.one_of(
    st.just(Judgement(False)),
    st.builds(Judgement, st.just(True), levels, st.none() | levels),
)


@given(st.sets(st.sampled_from(CALLS)), st.text(min_size=1, max_size=9), st.integers(1, 50))
def test_the_same_seed_gives_the_same_calls_in_whatever_order_they_come(
    there: set[UUID], seed: str, size: int
) -> None:
    frame = replace(FRAME, seed=seed, size=size)
    try:
        seed.encode()
    except UnicodeEncodeError:
        return  # refused when the frame is checked
    first = pick(sorted(there), frame)
    assert first == pick(sorted(there, reverse=True) * 2, frame)
    assert first.population == len(there)
    assert len(first.call_ids) == min(size, len(there)) == len(set(first.call_ids))
    slow = sorted(there, key=lambda id: hashlib.sha256(seed.encode() + id.bytes).hexdigest())
    assert list(first.call_ids) == slow[:size]


def test_the_draw_is_the_one_that_the_documents_promise() -> None:
    """Fixed for ever: a sample of a year ago can be drawn again."""
    picked = pick(CALLS, replace(FRAME, seed="2026-10", size=5))
    assert [id.int for id in picked.call_ids] == DRAWN
    assert picked.population == 40


DRAWN = [12, 13, 33, 39, 4]  # by sha256sum of the seed and the sixteen bytes


def test_every_call_has_the_same_chance() -> None:
    drawn = Counter(
        id for n in range(2_000) for id in pick(CALLS, replace(FRAME, seed=str(n), size=4)).call_ids
    )
    expected = 2_000 * 4 / len(CALLS)
    chi_square = sum((drawn[id] - expected) ** 2 / expected for id in CALLS)
    assert chi_square < 73  # 39 degrees of freedom; above it lie 0.1 % (seeds are fixed)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"seed": " \n "}, SampleInvalid),
        ({"end": FRAME.start}, SampleInvalid),
        ({"start": FRAME.end - timedelta(days=401)}, SampleInvalid),
        ({"start": FRAME.start.replace(tzinfo=None)}, SampleInvalid),
        ({"size": 0}, SampleTooLarge),
        ({"size": LARGEST + 1}, SampleTooLarge),
        ({"seed": "x" * 81}, TextInvalid),
        ({"title": "\ud800"}, TextInvalid),
    ],
)
def test_a_frame_that_cannot_be_is_refused(
    change: dict[str, object], error: type[Exception]
) -> None:
    with pytest.raises(error):
        replace(FRAME, **change).checked()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given_", "right", "expected"),
    [
        (L.SELF_CARE, L.SELF_CARE, Triage.RIGHT),
        (L.OTHER, L.OTHER, Triage.RIGHT),
        (L.SELF_CARE, L.PRIMARY, Triage.UNDER),
        (L.PRIMARY, L.SOS, Triage.UNDER),
        (L.SPECIALIST, L.EMERGENCY, Triage.UNDER),
        (L.EMERGENCY, L.SELF_CARE, Triage.OVER),
        (L.SOS, L.EMERGENCY, Triage.OVER),
        (L.OTHER, L.SOS, Triage.ELSEWHERE),
        (L.SELF_CARE, L.OTHER, Triage.ELSEWHERE),
    ],
)
def test_over_and_under(given_: CareLevel, right: CareLevel, expected: Triage) -> None:
    assert triage(given_, right) is expected


def test_the_levels_are_the_groups_of_the_codes() -> None:
    """Every outcome of every code set has a level, but what is no care."""
    sets = map(code_set, resources.codes.tables())
    groups = {outcome.group for codes in sets for outcome in codes.outcomes}
    assert {group for group in groups if level_of(group) is None} == {"INFO", "AVBRUTET"}
    assert {level_of(group) for group in groups} - {None} == set(CareLevel)


@pytest.mark.parametrize(
    ("judgement", "field"),
    [
        (Judgement(True), "given"),
        (Judgement(False, L.SOS), "given"),
        (Judgement(False, None, L.SOS), "right"),
    ],
)
def test_a_judgement_that_does_not_go_together_is_refused(judgement: Judgement, field: str) -> None:
    with pytest.raises(JudgementInvalid) as refused:
        judgement.checked()
    assert refused.value.facts == {"field": field}


def test_a_call_that_was_not_drawn_is_not_judged() -> None:
    with pytest.raises(CallNotSampled):
        sample(CALLS[0]).must_have(CALLS[1])


def test_the_note_stays_out_of_what_is_printed_of_a_value() -> None:
    one = judged(CALLS[0], Judgement(False, note="hemligt"))
    assert "hemligt" not in repr(one) + repr(one.judgement)


def test_a_later_judgement_stands_before_an_earlier() -> None:
    early = judged(CALLS[0], Judgement(False), id=2)
    late = judged(CALLS[0], Judgement(True, L.SOS, L.SOS), id=1, minutes=1)
    same = replace(late, id=UUID(int=3), right=L.EMERGENCY)
    assert latest((late, early)) == {CALLS[0]: late}
    assert latest((same, late, early)) == latest((early, late, same)) == {CALLS[0]: same}


@given(st.lists(judgements, max_size=12), st.integers(0, 5))
def test_the_result_is_the_slow_sum(given_: list[Judgement], more: int) -> None:
    calls = CALLS[: len(given_) + more]
    found = result(sample(*calls), [judged(c, j) for c, j in zip(calls, given_, strict=False)])
    advisory = [each for each in given_ if each.advisory]
    rated = [(each.given, each.right) for each in advisory if each.right]
    assert (found.drawn, found.judged, found.left) == (len(calls), len(given_), more)
    assert (found.advisory, found.rated) == (len(advisory), len(rated))
    assert found.unclear == len(advisory) - len(rated)
    assert found.right == sum(a == b for a, b in rated)
    assert found.right + found.over + found.under + found.elsewhere == found.rated
    order = list(CareLevel)[:-1]
    assert found.over == sum(
        a in order and b in order and order.index(a) > order.index(b) for a, b in rated
    )
    assert sum(count for _, _, count in found.matrix) == found.rated
    for row in found.by_level:
        ours = [(a, b) for a, b in rated if a is row.level]
        assert (row.count, row.right) == (len(ours), sum(a is b for a, b in ours))
        assert row.count > 0
    assert sum(row.count for row in found.by_level) == found.rated


def test_what_is_of_another_sample_or_was_not_drawn_does_not_count() -> None:
    here, other = sample(CALLS[0]), Judgement(True, L.SOS, L.SOS)
    stray = judged(CALLS[1], other)
    elsewhere = replace(judged(CALLS[0], other), sample_id=UUID(int=98))
    assert result(here, (stray,)).judged == 0
    assert result(here, (elsewhere,)).judged == 0


@pytest.mark.parametrize(
    ("numerator", "denominator", "low", "high"),
    [  # Wilson 1927; the first two are worked examples of Newcombe 1998 (81 of 263, 15 of 148)
        (81, 263, 25.53, 36.62),
        (15, 148, 6.24, 16.05),
        (0, 20, 0.00, 16.11),
        (1, 29, 0.61, 17.18),
        (20, 20, 83.89, 100.00),
    ],
)
def test_the_interval_is_wilsons(numerator: int, denominator: int, low: float, high: float) -> None:
    interval = Share(numerator, denominator).interval
    assert interval is not None
    assert [round(edge, 2) for edge in interval] == [low, high]


@given(st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_lies_between_none_and_all(of: tuple[int, int]) -> None:
    share = Share(*of)
    interval, value = share.interval, share.value
    assert interval is not None
    assert value is not None
    low, high = interval
    assert 0 <= low <= value <= high <= 100
    # The edges are the two shares of which the observed one is just 1.96 deviations away.
    for edge in interval:
        p = edge / 100
        if 0 < p < 1:
            away = abs(value / 100 - p) / math.sqrt(p * (1 - p) / of[1])
            assert math.isclose(away, 1.959963984540054, rel_tol=1e-6)


def test_of_nothing_there_is_no_share() -> None:
    assert (Share(0, 0).value, Share(0, 0).interval) == (None, None)
