"""Content packs: who brings them in, who approves them, and what a local wording outlives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.packs import (
    Ask,
    PackApproved,
    PackKnown,
    PackNotFound,
    PackRetired,
    PackReviewPassed,
    PackStale,
    TopicNotEdited,
    TopicNotFound,
)
from kundcenter.domain.packs.checks import PackFault, PackFaulty
from tests.ground import Ground
from tests.packs import COUGH, FEVER, PACK

OURS = replace(FEVER, title="Feber hos oss", advice=(Ask("Drick saft."),))
SECOND = replace(PACK, version="2")


def staff(ground: Ground) -> None:
    """A nurse, her supervisor and the medical lead, who is seated."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("leader", Role.SUPERVISOR_NURSE)
    ground.operator("lead", Role.MEDICAL_LEAD, position="Läkare")
    ground.sign_in("lead")


def in_force(ground: Ground) -> UUID:
    """The pack brought in and approved."""
    staff(ground)
    pack = ground.desk.packs.import_(PACK).the("pack")
    ground.desk.packs.approve(pack)
    return pack


def titles(ground: Ground) -> list[tuple[str, str]]:
    return [(shown.title, shown.support_version) for shown in ground.desk.packs.shelf().topics]


def test_nobody_sees_a_pack_before_the_medical_lead_has_approved_it(ground: Ground) -> None:
    staff(ground)
    packs = ground.desk.packs
    ground.sign_in("leader")
    pack = packs.import_(PACK).the("pack")
    assert packs.shelf().topics == ()
    ground.refuses(NotPermitted, packs.approve, pack)
    ground.sign_in("lead")
    packs.approve(pack)
    ground.sign_in("nurse")
    shelf = packs.shelf()
    assert [shown.topic for shown in shelf.topics] == [FEVER, COUGH]
    (held,) = shelf.packs
    assert held.approver == "Test Lead, Läkare"
    assert shelf.topics[0].approver == "Test Lead, Läkare"
    assert (held.content, held.approved_at is not None) == (PACK, True)
    ground.refuses(NotPermitted, packs.import_, SECOND)
    ground.refuses(NotPermitted, packs.edit, "test", "FEBER", OURS, upon=0)


def test_what_is_wrong_in_a_pack_is_told_by_its_place_and_nothing_is_taken_in(
    ground: Ground,
) -> None:
    staff(ground)
    wrong = replace(PACK, topics=(FEVER, replace(COUGH, threats=(), reason="SJUK")))
    facts = ground.refuses(PackFaulty, ground.desk.packs.import_, wrong)
    assert facts == {"count": 2, "place": "topics.2.reason", "fault": PackFault.REASON}
    with pytest.raises(PackFaulty):
        ground.desk.packs.plan(wrong)
    assert ground.desk.packs.all() == ()


def test_a_version_comes_in_once(ground: Ground) -> None:
    pack = in_force(ground)
    packs = ground.desk.packs
    other = replace(PACK, title="Samma version, andra ord")
    assert ground.refuses(PackKnown, packs.import_, other) == {"id": pack}
    assert packs.plan(other).known
    assert not packs.plan(SECOND).known
    packs.retire(pack)
    ground.refuses(PackKnown, packs.import_, PACK)


def test_a_pack_is_not_approved_twice_nor_when_retired_nor_after_its_review(
    ground: Ground,
) -> None:
    pack = in_force(ground)
    packs = ground.desk.packs
    ground.refuses(PackApproved, packs.approve, pack)
    packs.retire(pack)
    ground.refuses(PackRetired, packs.approve, pack)
    ground.refuses(PackRetired, packs.retire, pack)
    ground.refuses(PackNotFound, packs.approve, uuid4())
    due = packs.import_(replace(PACK, version="due", review_on=date(2026, 11, 21))).the("pack")
    packs.approve(due)  # today is the last day
    late = packs.import_(replace(PACK, version="late", review_on=date(2026, 11, 20))).the("pack")
    assert ground.refuses(PackReviewPassed, packs.approve, late) == {"id": late}


def test_the_newest_approved_is_in_force_and_the_one_before_it_when_it_is_retired(
    ground: Ground,
) -> None:
    in_force(ground)
    packs = ground.desk.packs
    second = packs.import_(SECOND).the("pack")
    assert [shown.version for shown in packs.shelf().topics] == ["1", "1"]
    packs.approve(second)
    assert [shown.version for shown in packs.shelf().topics] == ["2", "2"]
    packs.retire(second)
    assert [shown.version for shown in packs.shelf().topics] == ["1", "1"]


def test_what_the_medical_lead_has_approved_nobody_else_retires(ground: Ground) -> None:
    pack = in_force(ground)
    packs = ground.desk.packs
    ground.sign_in("leader")
    ground.refuses(NotPermitted, packs.retire, pack)
    draft = packs.import_(SECOND).the("pack")
    packs.retire(draft)
    assert [each.retired_at is not None for each in packs.all()] == [False, True]


def test_a_local_wording_lies_over_every_version_until_it_is_taken_back(ground: Ground) -> None:
    in_force(ground)
    packs = ground.desk.packs
    packs.edit("test", "FEBER", OURS, upon=0)
    assert titles(ground) == [("Feber hos oss", "1+1"), ("Hosta", "1")]
    newer = replace(SECOND, topics=(FEVER, replace(COUGH, title="Hosta igen")))
    plan = packs.plan(newer)
    assert [edit.topic for edit in plan.kept_edits] == [OURS]
    assert (plan.conflicts, plan.same, plan.since) == ((), 1, "1")
    packs.approve(packs.import_(newer).the("pack"))
    assert titles(ground) == [("Feber hos oss", "2+1"), ("Hosta igen", "2")]
    assert not packs.shelf().topics[0].conflict
    packs.take_back("test", "FEBER", upon=1)
    assert titles(ground) == [("Feber", "2"), ("Hosta igen", "2")]


def test_what_both_have_changed_is_told_and_stays_local_until_somebody_chooses(
    ground: Ground,
) -> None:
    in_force(ground)
    packs = ground.desk.packs
    packs.edit("test", "FEBER", OURS, upon=0)
    theirs = replace(FEVER, title="Feber, omskriven")
    newer = replace(SECOND, topics=(theirs, COUGH))
    (conflict,) = packs.plan(newer).conflicts
    assert (conflict.edit.topic, conflict.base, conflict.incoming) == (OURS, FEVER, theirs)
    packs.approve(packs.import_(newer).the("pack"))
    shown = packs.shelf().topics[0]
    assert (shown.topic, shown.conflict, shown.number) == (OURS, True, 1)
    packs.edit("test", "FEBER", OURS, upon=1)  # it has been read, and ours shall stand
    shown = packs.shelf().topics[0]
    assert (shown.topic, shown.conflict) == (OURS, False)
    third = replace(newer, version="3", topics=(replace(theirs, title="Feber 3"), COUGH))
    packs.approve(packs.import_(third).the("pack"))
    assert packs.shelf().topics[0].conflict
    packs.take_back("test", "FEBER", upon=2)
    shown = packs.shelf().topics[0]
    assert (shown.title, shown.conflict, shown.edited, shown.number) == ("Feber 3", False, False, 3)


def test_a_topic_that_is_worded_here_stays_when_the_pack_drops_it(ground: Ground) -> None:
    in_force(ground)
    packs = ground.desk.packs
    packs.edit("test", "FEBER", OURS, upon=0)
    plan = packs.plan(replace(SECOND, topics=(COUGH,)))
    assert (plan.gone, [each.incoming for each in plan.conflicts]) == ((FEVER,), [None])
    packs.approve(packs.import_(replace(SECOND, topics=(COUGH,))).the("pack"))
    assert titles(ground) == [("Hosta", "2"), ("Feber hos oss", "2+1")]
    packs.take_back("test", "FEBER", upon=1)
    assert titles(ground) == [("Hosta", "2")]
    ground.refuses(TopicNotFound, packs.edit, "test", "FEBER", OURS, upon=2)


def test_two_who_word_the_same_topic_are_told_apart(ground: Ground) -> None:
    pack = in_force(ground)
    packs = ground.desk.packs
    packs.edit("test", "FEBER", OURS, upon=0)
    stale = {"id": pack, "number": 1}
    assert ground.refuses(PackStale, packs.edit, "test", "FEBER", FEVER, upon=0) == stale
    assert ground.refuses(PackStale, packs.take_back, "test", "FEBER", upon=2) == stale
    packs.take_back("test", "FEBER", upon=1)
    ground.refuses(TopicNotEdited, packs.take_back, "test", "FEBER", upon=2)
    packs.edit("test", "FEBER", OURS, upon=2)
    assert [edit.number for edit in packs.edits("test", "FEBER")] == [3, 2, 1]
    assert packs.edits("test", "HOSTA") == ()


def test_an_edit_is_of_a_topic_that_is_there_and_holds_what_a_topic_must(ground: Ground) -> None:
    in_force(ground)
    edit = ground.desk.packs.edit
    ground.refuses(PackNotFound, edit, "annat", "FEBER", FEVER, upon=0)
    ground.refuses(TopicNotFound, edit, "test", "RYGG", FEVER, upon=0)
    for wrong, place in (
        (replace(FEVER, call_back=()), "call_back"),
        (replace(FEVER, threats=()), "threats"),
        (replace(FEVER, code="RYGG"), "code"),
        (replace(FEVER, advice=(Ask("a\u202eb"),)), "advice.1.text"),
    ):
        assert ground.refuses(PackFaulty, edit, "test", "FEBER", wrong, upon=0)["place"] == place


def test_a_call_can_show_what_was_read_then(ground: Ground) -> None:
    pack = in_force(ground)
    packs = ground.desk.packs
    seen = [packs.shelf().topics[0]]
    packs.edit("test", "FEBER", OURS, upon=0)
    seen.append(packs.shelf().topics[0])
    packs.edit("test", "FEBER", replace(OURS, title="Andra ordalydelsen"), upon=1)
    seen.append(packs.shelf().topics[0])
    packs.approve(packs.import_(SECOND).the("pack"))
    packs.take_back("test", "FEBER", upon=2)
    packs.retire(pack)
    ground.sign_in("nurse")
    for shown in seen:
        assert shown.support_topic == "test/FEBER"
        assert packs.topic("test", shown.support_version, "FEBER").topic == shown.topic
    with pytest.raises(PackNotFound):
        packs.topic("test", "3", "FEBER")
    for version, topic in (("1", "RYGG"), ("1+9", "FEBER"), ("2+3", "FEBER"), ("1+1", "HOSTA")):
        with pytest.raises(TopicNotFound):
            packs.topic("test", version, topic)


def test_what_comes_in_is_kept_with_single_spaces(ground: Ground) -> None:
    staff(ground)
    packs = ground.desk.packs
    packs.import_(replace(PACK, title=" Två \n ord ", topics=(replace(FEVER, words=(" a  b ",)),)))
    (pack,) = packs.all()
    assert (pack.content.title, pack.content.topics[0].words) == ("Två ord", ("a b",))
