"""The baseline sample: drawn by lot, judged by others than whoever had the call, summed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.access_log import Activity, Level, Purpose
from kundcenter.domain.blocks import BlockKind
from kundcenter.domain.journal import Relation
from kundcenter.domain.people import Protection
from kundcenter.domain.supervision.limits import Setting
from kundcenter.domain.supervision.samples import (
    LARGEST,
    CallNotSampled,
    CareLevel,
    Judgement,
    JudgementInvalid,
    SampledOwnCall,
    SampleInvalid,
    SampleNotFound,
    SampleTooLarge,
)
from kundcenter.domain.text import TextInvalid
from tests.ground import CARE_UNIT, MAN, NUMBER, WHOLE, Ground
from tests.services.supervision.sampled import FRAME, RIGHT, drawn, noted, spoken, staff
from tests.services.test_blocks import moved


def test_a_sample_is_drawn_and_drawn_again_the_same(ground: Ground) -> None:
    staff(ground)
    calls = {spoken(ground, f"line-{n}") for n in range(6)}
    spoken(ground, "vx", queue="vaxel")
    ringing = ground.desk.calls.register(NUMBER).the("call")
    ground.sign_in("lisa")
    picked = ground.desk.samples.pick(FRAME)
    assert picked.population == 6
    assert len(picked.call_ids) == 3
    assert set(picked.call_ids) < calls
    sample = drawn(ground)
    assert (sample.call_ids, sample.population, sample.frame) == (picked.call_ids, 6, FRAME)
    assert ground.desk.samples.again(sample.id) == picked
    assert ground.desk.samples.pick(replace(FRAME, queue="", size=99)).population == 7
    early = replace(FRAME, end=FRAME.start + timedelta(minutes=3))
    assert ground.desk.samples.pick(early).population == 1
    assert ringing not in picked.call_ids


def test_a_call_that_came_later_is_in_the_next_draw_and_not_in_the_old_one(ground: Ground) -> None:
    staff(ground)
    spoken(ground, "line-1")
    ground.sign_in("lisa")
    sample = drawn(ground)
    ground.sign_in("anna")
    spoken(ground, "line-2")
    ground.sign_in("lisa")
    assert ground.desk.samples.again(sample.id).population == 2
    assert ground.desk.samples.open(sample.id).told.sample == sample


def test_what_was_judged_is_what_the_result_tells(ground: Ground) -> None:
    ids = staff(ground)
    person = ground.person()
    calls = [noted(ground, f"line-{n}", person) for n in range(3)]
    ground.sign_in("lisa")
    sample = drawn(ground)
    assert set(sample.call_ids) == set(calls)
    first, second, _ = sample.call_ids
    ground.sign_in("bo")
    samples = ground.desk.samples
    samples.judge(sample.id, first, RIGHT)
    samples.judge(sample.id, second, Judgement(True, CareLevel.SELF_CARE, CareLevel.PRIMARY))
    ground.clock.pass_time(minutes=1)
    samples.judge(sample.id, second, replace(RIGHT, right=CareLevel.EMERGENCY, note="Läst om."))
    told = samples.open(sample.id)
    assert (told.told.judged, told.told.drawn_by) == (2, "Test Lisa")
    assert [line.place for line in told.lines] == [1, 2, 3]
    judged = told.lines[1].judged
    assert judged is not None
    assert (judged.right, judged.judge_id) == (CareLevel.EMERGENCY, ids["bo"])
    assert judged.note == ""  # it is read where the look is logged
    again = samples.look(sample.id, second).line.judged
    assert again == replace(judged, note="Läst om.")
    assert (told.lines[1].judge, told.lines[2].judged) == ("Test Bo", None)
    found = told.result
    assert (found.drawn, found.judged, found.right, found.under) == (3, 2, 1, 1)
    assert [told.judged for told in samples.all()] == [2]


def test_the_result_is_taken_out_as_pages_and_that_is_logged(ground: Ground) -> None:
    staff(ground)
    person = ground.person()
    for n in range(3):
        noted(ground, f"line-{n}", person)
    ground.sign_in("lisa")
    sample, samples = drawn(ground), ground.desk.samples
    ground.sign_in("bo")
    samples.judge(sample.id, sample.call_ids[0], replace(RIGHT, note="Om Test Person"))
    known = len(ground.accesses())
    pages = samples.take_print(sample.id)
    (record,) = ground.accesses(known)
    assert (record.activity, record.person_id, record.purpose) == (
        Activity.PRINT,
        None,
        Purpose.QUALITY,
    )
    assert (record.object_kind, record.object_id) == ("sample", sample.id)
    assert (pages.printed_by, pages.heading) == ("Test Bo", "Baslinje, 1177 på telefon")
    assert pages.sheets[0].rows[1][:2] == ("Rätt vårdnivå", "1 av 1")
    assert "Test" not in repr(pages).replace(repr(pages.issuer), "")
    ground.refuses(NotPermitted, samples.take_print, sample.id, distribution=True)
    ground.refuses(SampleNotFound, samples.take_print, uuid4())
    assert len(ground.accesses(known)) == 1
    ground.sign_in("lisa")
    spread = samples.take_print(sample.id, distribution=True)
    assert spread.heading == "1177 på telefon"
    assert spread.sheets[0].rows[1][:2] == ("Rätt vårdnivå", "<5 av <5")


def test_a_limit_that_the_house_has_set_masks_what_is_handed_on(ground: Ground) -> None:
    staff(ground)
    for n in range(6):
        spoken(ground, f"line-{n}")
    ground.sign_in("lisa")
    desk = ground.desk
    sample = drawn(ground, replace(FRAME, size=6))
    for call in sample.call_ids:
        desk.samples.judge(sample.id, call, RIGHT)
    told = desk.samples.take_print(sample.id, distribution=True).sheets[0].rows
    assert told[1][1] == "6 av 6"
    (old,) = (each for each in desk.targets.all() if each.figure == Setting.SMALL_CELL)
    desk.targets.put(old.id, replace(old.aim, value=7_000), upon=old.number)
    pages = desk.samples.take_print(sample.id, distribution=True)
    assert pages.secrecy.endswith("<7")
    assert pages.sheets[0].rows[1][1] == "<7 av <7"


def test_what_is_judged_is_seen_without_name_or_number_and_logged(ground: Ground) -> None:
    staff(ground)
    person = ground.person()
    call = spoken(ground, "line-1")
    told = replace(WHOLE, outcome="VC", informant=Relation.GUARDIAN, informant_name="Test Testsson")
    ground.desk.journal.write(person, told, call)
    bare = spoken(ground, "line-2")
    ground.sign_in("lisa")
    sample = drawn(ground)
    ground.sign_in("bo")
    known = len(ground.accesses())
    look = ground.desk.samples.look(sample.id, call)
    assert look.given is CareLevel.PRIMARY
    (note,) = look.notes
    assert note.note == replace(told, codes=note.codes.version, informant_name="")
    assert not note.signed
    assert look.call is not None
    assert (look.call.number, look.call.keyed_id, look.hidden) == (None, None, 0)
    (record,) = ground.accesses(known)
    assert (record.activity, record.person_id, record.level, record.purpose) == (
        Activity.READ,
        person,
        Level.RECORD,
        Purpose.QUALITY,
    )
    look = ground.desk.samples.look(sample.id, bare)  # nobody is told of it: the call is
    assert (look.notes, look.given, look.hidden) == ((), None, 0)
    (record,) = ground.accesses(known + 1)
    assert (record.person_id, record.purpose) == (None, Purpose.QUALITY)


def test_what_is_blocked_or_protected_is_left_out(ground: Ground) -> None:
    staff(ground)
    blocked, hidden = ground.person(), ground.person(MAN)
    first = noted(ground, "line-1", blocked)
    second = noted(ground, "line-2", hidden)
    ground.desk.blocks.set(blocked, BlockKind.INNER, CARE_UNIT)
    ground.desk.people.protect(hidden, Protection.CONFIDENTIAL)
    ground.sign_in("lisa")
    sample = drawn(ground)
    moved(ground, "cia")
    known = len(ground.accesses())
    for call in (first, second):
        look = ground.desk.samples.look(sample.id, call)
        assert (look.notes, look.hidden, look.given) == ((), 1, None)
        assert look.call is not None
        assert look.call.outcome is None
    records = ground.accesses(known)
    assert {record.person_id for record in records} == {None}
    assert len(records) == 2


def test_nobody_judges_or_reads_a_call_of_their_own(ground: Ground) -> None:
    staff(ground)
    call = spoken(ground, "line-1")
    ground.sign_in("lisa")
    sample = drawn(ground)
    ground.sign_in("anna")
    samples = ground.desk.samples
    assert ground.refuses(SampledOwnCall, samples.judge, sample.id, call, RIGHT) == {"id": call}
    assert ground.refuses(SampledOwnCall, samples.look, sample.id, call) == {"id": call}
    (line,) = samples.open(sample.id).lines
    assert line.own


def test_what_cannot_be_is_refused(ground: Ground) -> None:
    staff(ground)
    call, other = spoken(ground, "line-1"), spoken(ground, "vx", queue="vaxel")
    ground.sign_in("lisa")
    sample, samples, unknown = drawn(ground), ground.desk.samples, uuid4()
    one = (call,)
    ground.refuses(SampleInvalid, samples.pick, replace(FRAME, seed=" "))
    ground.refuses(SampleTooLarge, samples.draw, replace(FRAME, size=LARGEST + 1), one, 1)
    ground.refuses(SampleInvalid, samples.draw, replace(FRAME, end=FRAME.start), one, 1)
    for calls, population in (((), 0), ((call, call), 2), (one, 0), ((call, other), 1)):
        facts = ground.refuses(SampleInvalid, samples.draw, FRAME, calls, population)
        assert facts == {"field": "calls"}
    ground.refuses(TextInvalid, samples.draw, replace(FRAME, title="\0"), one, 1)
    ground.refuses(CallNotSampled, samples.judge, sample.id, other, RIGHT)
    ground.refuses(CallNotSampled, samples.look, sample.id, other)
    ground.refuses(SampleNotFound, samples.judge, unknown, call, RIGHT)
    ground.refuses(JudgementInvalid, samples.judge, sample.id, call, Judgement(True))
    ground.refuses(TextInvalid, samples.judge, sample.id, call, replace(RIGHT, note="\ud800"))


def test_the_right_ones_draw_and_judge(ground: Ground) -> None:
    staff(ground)
    call = spoken(ground, "line-1")
    ground.sign_in("lisa")
    sample = drawn(ground)
    samples = ground.desk.samples
    ground.sign_in("bo")  # a nurse judges, and draws nothing
    samples.judge(sample.id, call, RIGHT)
    ground.refuses(NotPermitted, samples.draw, FRAME, (call,), 1)
    ground.refuses(NotPermitted, samples.pick, FRAME)
    ground.refuses(NotPermitted, samples.again, sample.id)
    ground.sign_in("vera")  # a switchboard operator does neither
    ground.refuses(NotPermitted, samples.judge, sample.id, call, RIGHT)
    ground.refuses(NotPermitted, samples.look, sample.id, call)
    ground.refuses(NotPermitted, samples.open, sample.id)
    ground.refuses(NotPermitted, samples.all)
