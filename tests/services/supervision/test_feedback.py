"""What the desk tells the owners of a text, and what they answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.referral_figures import ReferralPeriodWrong
from kundcenter.domain.service_desk.topics import Heading, TopicDraft
from kundcenter.domain.snippets import Scope, Wording
from kundcenter.domain.supervision.approvals import DueState
from kundcenter.domain.supervision.feedback import (
    About,
    FeedbackDraft,
    FeedbackNeedsReason,
    FeedbackNotFound,
    FeedbackState,
)
from kundcenter.start.desk import new_id, published_codes
from tests.ground import MORNING, Ground
from tests.services.referral_ground import sent, staff, written
from tests.services.supervision.reviewed import led


def draft(text: str = "Telefontiden är ändrad") -> FeedbackDraft:
    return FeedbackDraft(About.UNIT, text, new_id(), name="Vårdcentralen Test")


def test_it_is_sent_waits_and_is_answered(ground: Ground) -> None:
    ids = led(ground)
    ground.sign_in("nora")
    told = draft()
    id = ground.desk.feedback.send(told).the("feedback")
    ground.sign_in("lisa")
    (waiting,) = ground.desk.feedback.waiting()
    assert (waiting.feedback.id, waiting.feedback.draft) == (id, told)
    assert (waiting.sender, waiting.mine) == ("Test Nora", False)
    ground.desk.feedback.answer(id, FeedbackState.TAKEN_UP)
    assert [each.feedback.id for each in ground.desk.feedback.waiting()] == [id]
    ground.desk.feedback.answer(id, FeedbackState.CHANGED, "Rättat i katalogen")
    assert ground.desk.feedback.waiting() == ()
    ground.sign_in("nora")
    (mine,) = ground.desk.feedback.mine()
    assert mine.mine
    assert [(each.state, each.text, each.by) for each in mine.feedback.answers] == [
        (FeedbackState.TAKEN_UP, "", ids["lisa"]),
        (FeedbackState.CHANGED, "Rättat i katalogen", ids["lisa"]),
    ]


def test_what_waits_stands_with_the_oldest_first_and_the_list_with_the_latest(
    ground: Ground,
) -> None:
    led(ground)
    sent = [ground.desk.feedback.send(draft(f"Nummer {n}")).the("feedback") for n in range(3)]
    ground.desk.feedback.answer(sent[1], FeedbackState.DECLINED, "Det stämmer som det är")
    waiting = [each.feedback.id for each in ground.desk.feedback.waiting()]
    assert waiting == [sent[0], sent[2]]
    assert [each.feedback.id for each in ground.desk.feedback.latest()] == sent[::-1]


def test_everybody_sees_their_own_and_owners_all(ground: Ground) -> None:
    led(ground)
    ground.sign_in("nora")
    ground.desk.feedback.send(draft())
    ground.sign_in("vera")
    id = ground.desk.feedback.send(draft()).the("feedback")
    assert [each.feedback.id for each in ground.desk.feedback.mine()] == [id]
    for look in (ground.desk.feedback.waiting, ground.desk.feedback.latest):
        with pytest.raises(NotPermitted):
            look()
    with pytest.raises(NotPermitted):
        ground.desk.feedback.answer(id, FeedbackState.CHANGED)


def test_a_refusal_leaves_everything_as_it_was(ground: Ground) -> None:
    led(ground)
    id = ground.desk.feedback.send(draft()).the("feedback")
    with pytest.raises(FeedbackNeedsReason):
        ground.desk.feedback.answer(id, FeedbackState.DECLINED)
    with pytest.raises(FeedbackNotFound):
        ground.desk.feedback.answer(new_id(), FeedbackState.CHANGED)
    (waiting,) = ground.desk.feedback.waiting()
    assert waiting.feedback.answers == ()


def test_texts_that_are_due_stand_with_their_owners(ground: Ground) -> None:
    led(ground)
    ground.desk.snippets.add(Scope.REGION, Wording("feber", "Feber", "Vila.", date(2026, 11, 1)))
    ground.desk.snippets.add(Scope.PERSONAL, Wording("egen", "Egen", "Vila.", date(2026, 11, 1)))
    ground.desk.topics.put(None, TopicDraft(Heading.FEES, "Avgift", "Text", owner="Ekonomi"))
    found = [(each.name, each.about, each.state, each.owner) for each in ground.desk.feedback.due()]
    assert found == [
        ("Avgift", About.TOPIC, DueState.PASSED, "Ekonomi"),
        ("Feber", About.SNIPPET, DueState.PASSED, "Test Lisa"),
    ]
    ground.sign_in("nora")
    with pytest.raises(NotPermitted):
        ground.desk.feedback.due()


def test_deviations_are_counted_without_anybodys_name(ground: Ground) -> None:
    out = staff(ground)
    reason = max(published_codes().items())[1].deviations[0].code
    for n in range(3):
        note = replace(sent(out), deviation=reason if n else "", deviation_reason="x" if n else "")
        entry = written(ground, note)
        ground.desk.journal.sign(entry, upon=1)
        ground.desk.referrals.make(entry)
    ground.sign_in("eva")
    day = timedelta(days=1)
    (found,) = ground.desk.feedback.deviations(MORNING - day, MORNING + day)
    assert (found.rules, found.deviation, found.outcome) == (0, reason, "NARAKUT")
    assert (found.count, found.of) == (2, 3)
    assert ground.desk.feedback.deviations(MORNING - 2 * day, MORNING - day) == ()
    with pytest.raises(ReferralPeriodWrong):
        ground.desk.feedback.deviations(MORNING, MORNING)
    ground.sign_in("anna")
    with pytest.raises(NotPermitted):
        ground.desk.feedback.deviations(MORNING - day, MORNING + day)
