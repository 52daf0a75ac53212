"""Referrals told of at two desks that do not hear of one another: nothing is turned away."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.referrals import ReferralState, StepKind, ToldReferral
from tests.ground import WHOLE, WOMAN
from tests.sync.ground import Centre, Side, shared

Three = tuple[Centre, Side, Side]


def agree(centre: Centre, *sides: Side) -> None:
    for _ in range(2):
        for side in sides:
            side.talk(centre)
    for side in sides:
        assert side.local.waiting().count == 0
        assert shared(side.engine) == shared(centre.engine)
    assert shared(centre.engine)["work_items"] == []


def told(side: Side) -> list[ToldReferral]:
    entry = shared(side.engine)["referrals"][0]["entry_id"]
    return list(side.desk.referrals.of_entry(UUID(str(entry))))


def test_what_came_of_it_is_taken_from_both_desks_and_the_last_word_stands(
    team_of_two: Three,
) -> None:
    centre, one, other = team_of_two
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE).the("entry")
    id = one.desk.referrals.make(entry).the("referral")
    agree(centre, one, other)
    one.desk.referrals.tell(id, ReferralState.CANCELLED)
    other.desk.referrals.hand_over(id, "Test Läkare", ("S",))
    other.desk.referrals.tell(id, ReferralState.REACHED, "Kom ändå.")
    agree(centre, one, other)
    (found,) = told(one)
    assert found.referral.state is ReferralState.REACHED
    kinds = {step.kind for step in found.steps}
    assert kinds == set(StepKind) - {StepKind.BOOKED, StepKind.PRINTED, StepKind.NOT_REACHED}
    one.desk.referrals.tell(id, ReferralState.NOT_REACHED)
    other.desk.referrals.tell(id, ReferralState.NOT_REACHED)
    agree(centre, one, other)
    assert told(one)[0].referral.state is ReferralState.NOT_REACHED


def test_the_same_referral_made_at_two_desks_is_open_once(team_of_two: Three) -> None:
    centre, one, other = team_of_two
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE).the("entry")
    agree(centre, one, other)
    one.desk.referrals.make(entry)
    other.desk.referrals.make(entry)
    agree(centre, one, other)
    states = [each.referral.state for each in told(one)]
    assert sorted(states) == [ReferralState.CANCELLED, ReferralState.MADE]


def test_a_referral_out_of_a_note_that_says_nothing_any_more_is_taken_in(
    team_of_two: Three,
) -> None:
    """The author went on writing at another desk, which was heard of first."""
    centre, one, other = team_of_two
    entry = one.desk.journal.write(one.person(WOMAN), WHOLE).the("entry")
    agree(centre, one, other)
    other.takes("anna")
    one.desk.referrals.make(entry)
    other.desk.journal.save(entry, replace(WHOLE, outcome=""), upon=1)
    agree(centre, other, one)
    (found,) = told(one)
    assert found.referral.outcome == WHOLE.outcome
