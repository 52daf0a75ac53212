"""What comes late is never refused, and a case is whole in whatever order it comes.

Each act below happened at a desk that had not heard of the others; the store that decides takes
them as they come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from kundcenter.domain import case_states as states
from kundcenter.domain.calendar import local
from kundcenter.domain.case_clocks import answer_day
from kundcenter.domain.case_codes import (
    OVER,
    AnswerBy,
    CaseKind,
    Injury,
    InjuryDecision,
    Recipient,
    Stage,
)
from kundcenter.domain.case_errors import CaseInjuryUndecided, CaseStageWrong
from kundcenter.domain.case_terms import TIMES
from kundcenter.domain.cases import Case
from tests.domain.case_made import WHO, later, made

Act = Callable[[Case], Case]
minutes = st.integers(1, 60 * 24 * 60)


@st.composite
def acts(draw: st.DrawFn) -> Act:
    at = later(made(), minutes=draw(minutes))
    new_day = local(at).date() + timedelta(days=draw(st.integers(1, 30)))
    waits = draw(st.booleans())
    day = new_day if draw(st.booleans()) or not waits else None
    decision = draw(st.sampled_from([each for each in InjuryDecision if each]))
    done: tuple[Act, ...] = (
        lambda case: states.confirmed(case, at, late=True),
        lambda case: states.begun(case, at, late=True),
        lambda case: states.asked(case, at, reason="När?", waits=waits, day=day, late=True),
        lambda case: states.asked(case, at, reason="Var?", waits=True, day=None, late=True),
        lambda case: states.resumed(case, at, late=True),
        lambda case: states.answered(case, at, late=True),
        lambda case: states.handed_over(case, Recipient.OTHER_PROVIDER, at, text="", late=True),
        lambda case: states.withdrawn(case, at, late=True),
        lambda case: states.decided(case, decision, at, late=True),
        states.remarked,
        lambda case: states.injured(case, at),
        lambda case: _claimed(case, lambda: states.closed(case, at, upon=case.version, text="X")),
        lambda case: _claimed(case, lambda: states.reopened(case, at, upon=case.version)),
        lambda case: _claimed(case, lambda: states.assigned(case, WHO, at, upon=case.version)),
    )
    return draw(st.sampled_from(done))


def _claimed(case: Case, claim: Callable[[], Case]) -> Case:
    """A claim that can be refused is left out here."""
    over = case.over
    undecided = case.facts.injured and case.decision is InjuryDecision.UNDECIDED
    try:
        return claim()
    except (CaseStageWrong, CaseInjuryUndecided):
        assert over or undecided or case.stage not in OVER
        return case


begun = st.builds(
    made,
    kind=st.sampled_from(CaseKind),
    injury=st.sampled_from(Injury),
    answer_by=st.sampled_from((AnswerBy.LETTER, AnswerBy.NOT)),
)


@given(begun, st.lists(acts(), max_size=12))
def test_a_case_is_whole_whatever_comes_late(case: Case, done: list[Act]) -> None:
    for act in done:
        after = states.timed(act(case), TIMES)
        assert after.over == (after.over_at is not None)
        assert (after.paused_since is not None) == (after.stage is Stage.ASKED)
        assert after.paused_days >= case.paused_days
        assert after.version >= case.version
        if (after.stage, after.owner, after.paused_since) != (
            case.stage, case.owner, case.paused_since,
        ):  # fmt: skip
            assert after.version > case.version
        for first in ("confirmed_at", "answered_at", "alerted_at"):
            assert getattr(case, first) in {None, getattr(after, first)}
        assert after.answered_at is not None or after.stage is not Stage.ANSWERED
        assert states.timed(after, TIMES) == after
        case = after


@given(st.lists(st.tuples(minutes, minutes), min_size=1, max_size=6))
def test_no_more_days_are_waited_than_have_passed(waits: list[tuple[int, int]]) -> None:
    """Questions and what was heard, from several desks, in any order."""
    case, last = made(), 0
    for asked, heard in waits:
        begins, ends = sorted((asked, heard))
        case = states.asked(
            case, later(made(), minutes=begins), reason="?", waits=True, day=None, late=True
        )
        case = states.resumed(case, later(made(), minutes=ends), late=True)
        last = max(last, begins, ends)
    days = (local(later(made(), minutes=last)).date() - local(made().received_at).date()).days
    case = states.answered(case, later(made(), minutes=last), late=True)
    assert 0 <= case.paused_days <= days
    plain = answer_day(replace(case, paused_days=0), TIMES)
    assert answer_day(case, TIMES) >= plain


@given(begun, st.lists(acts(), max_size=6), acts())
def test_what_is_over_is_moved_by_nothing_that_comes_late(
    case: Case, before: list[Act], act: Act
) -> None:
    for each in before:
        case = each(case)
    over = states.withdrawn(case, later(case, days=70), late=True)
    after = act(over)
    if after.stage not in OVER:  # it was reopened, which is a claim
        assert after.version > over.version
        return
    assert (after.stage, after.over_at, after.owner) == (over.stage, over.over_at, over.owner)
    assert (after.paused_days, after.promised_on) == (over.paused_days, over.promised_on)
