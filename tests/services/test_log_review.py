"""Reviewers draw, look for patterns, write down what they find; never about themselves."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from kundcenter.domain.access import NotPermitted, Role
from kundcenter.domain.access_log import Activity, Purpose
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.grounds import GroundNeeded
from kundcenter.domain.log_review import (
    DrawNotFound,
    DrawTooLarge,
    FindingNeedsText,
    OwnAccess,
    Pattern,
    Period,
    PeriodWrong,
    Verdict,
)
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import PersonNotFound, Protection
from kundcenter.domain.text import NOTE_LIMIT, TextInvalid
from kundcenter.services.calls import Ring
from kundcenter.services.log_review import PatternList
from tests.ground import (
    ASKED,
    CARE_UNIT,
    CHILD,
    MAN,
    NUMBER,
    PASSWORD,
    WHOLE,
    WOMAN,
    Ground,
    identity,
)


def today(ground: Ground) -> Period:
    return Period(ground.clock.at - timedelta(days=1), ground.clock.at + timedelta(seconds=1))


def worked(ground: Ground) -> UUID:
    """A nurse has written about a woman and printed it; then the reviewer takes the seat."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Loggranskare")
    ground.sign_in("nurse")
    person = ground.person(WOMAN)
    call = ground.desk.calls.register(NUMBER).the("call")
    entry = ground.desk.journal.write(person, WHOLE, call).the("entry")
    ground.desk.journal.take_print(entry, "Patienten")
    ground.clock.pass_time(minutes=5)
    ground.sign_in("reviewer")
    ground.clock.pass_time(minutes=5)
    return person


def test_a_draw_holds_accesses_of_others_and_is_judged_one_by_one(ground: Ground) -> None:
    person = worked(ground)
    review = ground.desk.log_review
    chosen = review.sample(today(ground), 200)
    ids = {record.id for record in ground.accesses()}
    assert chosen
    assert set(chosen) <= ids
    draw = review.draw(today(ground), chosen[:3]).the("draw")
    shown = review.open_draw(draw)
    assert [each.record.id for each in shown] == list(chosen[:3])
    assert {each.operator for each in shown} <= {"Test Nurse", "Test Administratör"}

    review.note(chosen[0], Verdict.IN_ORDER, draw_id=draw)
    review.note(chosen[1], Verdict.ASKED, "Varför skrevs sidan ut?", draw)
    review.note(chosen[1], Verdict.IN_ORDER, "Patienten bad om den.", draw)
    after = review.open_draw(draw)
    found = [each.finding.verdict if each.finding else None for each in after]
    assert found == [Verdict.IN_ORDER, Verdict.IN_ORDER, None]
    (listed,) = review.draws()
    assert (listed.draw.id, listed.judged) == (draw, 2)
    assert person in {record.person_id for record in ground.accesses()}


def test_nobody_judges_accesses_of_their_own(ground: Ground) -> None:
    worked(ground)
    review = ground.desk.log_review
    review.draws()  # the reviewer's own look
    own = {r.id for r in ground.accesses() if r.roles == Role.LOG_REVIEWER}
    assert own
    assert not own & set(review.sample(today(ground), 200))
    assert not own & {each.record.id for each in review.patterns(today(ground)).accesses}
    one = next(iter(own))
    ground.refuses(OwnAccess, review.note, one, Verdict.IN_ORDER)
    ground.refuses(OwnAccess, review.draw, today(ground), (one,))


def test_the_patterns_name_the_print_and_say_who_and_whom(ground: Ground) -> None:
    worked(ground)
    found = ground.desk.log_review.patterns(today(ground))
    (printed,) = [each for each in found.accesses if Pattern.PRINTED in each.patterns]
    assert printed.operator == "Test Nurse"
    assert printed.person.startswith("Test Person")
    assert found.left_out == 0


def test_a_protected_person_has_no_name_in_a_list(ground: Ground) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Loggranskare")
    ground.sign_in("nurse")
    person = ground.person(WOMAN)
    ground.desk.people.protect(person, Protection.CONFIDENTIAL)
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")
    found = ground.desk.log_review.patterns(today(ground)).accesses
    about = [each for each in found if each.record.person_id == person]
    assert about
    assert {(each.person, each.protected) for each in about} == {("", True)}


def test_every_person_on_a_list_is_an_access_of_the_reviewer(ground: Ground) -> None:
    person = worked(ground)
    known = len(ground.accesses())
    ground.desk.log_review.patterns(today(ground))
    looked = ground.accesses(known)
    assert {(r.activity, r.level, r.purpose, r.person_id) for r in looked} == {
        (Activity.READ, "Åtkomstlogg", Purpose.ADMINISTRATION, person)
    }


def test_who_has_opened_a_person_is_told_to_the_reviewer(ground: Ground) -> None:
    person = worked(ground)
    review = ground.desk.log_review
    told = review.of_person(identity(WOMAN), today(ground))
    assert [each.record.activity for each in told] == [
        Activity.PRINT,
        Activity.READ,  # what was printed was looked at first
        Activity.WRITE,
        Activity.WRITE,
    ]
    assert {each.record.person_id for each in told} == {person}
    with pytest.raises(PersonNotFound):
        review.of_person(identity(MAN), today(ground))


def test_the_report_to_the_patient_holds_unit_and_time_and_is_logged(ground: Ground) -> None:
    person = worked(ground)
    known = len(ground.accesses())
    report = ground.desk.log_review.take_report(identity(WOMAN), today(ground))
    assert [each.care_unit for each in report.accesses] == ["SE0000000001-DEMO1"] * 4
    assert (report.person.id, report.printed_by) == (person, "Test Reviewer")
    (record,) = ground.accesses(known)
    assert (record.activity, record.purpose, record.person_id) == (
        Activity.PRINT,
        Purpose.LAW,
        person,
    )


def test_a_finding_that_is_not_in_order_says_what_it_is(ground: Ground) -> None:
    worked(ground)
    review = ground.desk.log_review
    (one,) = review.sample(today(ground), 1)
    ground.refuses(FindingNeedsText, review.note, one, Verdict.UNAUTHORISED, "  ")
    ground.refuses(TextInvalid, review.note, one, Verdict.ASKED, "x" * (NOTE_LIMIT + 1))
    ground.refuses(TextInvalid, review.note, one, Verdict.ASKED, "\0")
    ground.refuses(DrawNotFound, review.note, one, Verdict.IN_ORDER, "", uuid4())
    ground.refuses(DrawNotFound, review.open_draw, uuid4())


def test_a_draw_is_of_a_past_period_and_of_different_accesses(ground: Ground) -> None:
    worked(ground)
    review = ground.desk.log_review
    (one,) = review.sample(today(ground), 1)
    ground.refuses(DrawTooLarge, review.draw, today(ground), ())
    ground.refuses(DrawTooLarge, review.draw, today(ground), (one, one))
    ahead = Period(ground.clock.at + timedelta(days=1), ground.clock.at + timedelta(days=2))
    ground.refuses(PeriodWrong, review.draw, ahead, (one,))
    ground.refuses(PeriodWrong, review.sample, ahead, 5)
    ground.refuses(PeriodWrong, review.patterns, ahead)


def test_only_a_reviewer_reviews(ground: Ground) -> None:
    worked(ground)
    ground.sign_in("nurse")
    review = ground.desk.log_review
    ground.refuses(NotPermitted, review.sample, today(ground), 5)
    ground.refuses(NotPermitted, review.draw, today(ground), (uuid4(),))
    ground.refuses(NotPermitted, review.note, uuid4(), Verdict.IN_ORDER)
    ground.refuses(NotPermitted, review.draws)
    ground.refuses(NotPermitted, review.open_draw, uuid4())
    ground.refuses(NotPermitted, review.patterns, today(ground))
    ground.refuses(NotPermitted, review.of_person, identity(WOMAN), today(ground))
    ground.refuses(NotPermitted, review.take_report, identity(WOMAN), today(ground))


def test_a_merged_person_is_reviewed_and_reported_as_one(ground: Ground) -> None:
    kept = worked(ground)
    ground.sign_in("nurse")
    people = ground.desk.people
    other = people.register_unidentified("Okänd").the("person")
    ground.desk.journal.write(other, WHOLE)
    people.merge(kept, other, "Hon har sagt sitt nummer")
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")
    review = ground.desk.log_review
    told = review.of_person(identity(WOMAN), today(ground))
    assert {each.record.person_id for each in told} == {kept, other}
    known = len(ground.accesses())
    review.take_report(identity(WOMAN), today(ground))
    assert [(r.activity, r.person_id) for r in ground.accesses(known)] == [
        (Activity.PRINT, kept),
        (Activity.PRINT, other),
    ]


def test_a_stated_reason_is_pointed_out_and_reported_once(ground: Ground) -> None:
    person = worked(ground)
    ground.sign_in("nurse")
    ground.clock.pass_time(days=1)
    with pytest.raises(GroundNeeded):
        ground.desk.people.open(person, Reason())
    ground.desk.people.open(person, ASKED)
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")
    since = Period(ground.clock.at - timedelta(minutes=5), ground.clock.at)
    found = ground.desk.log_review.patterns(since).accesses
    (stated,) = [each for each in found if Pattern.OUTSIDE_TASK in each.patterns]
    assert stated.record.reason == "VARD: Patienten ringer om feber"
    assert [each for each in found if Pattern.DENIED in each.patterns]
    report = ground.desk.log_review.take_report(identity(WOMAN), since)
    assert [each.activity for each in report.accesses] == [Activity.READ]


def test_openings_for_calls_about_others_and_for_calls_by_hand_are_pointed_out(
    ground: Ground,
) -> None:
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Loggranskare")
    ground.sign_in("nurse")
    desk, calls = ground.desk, ground.desk.calls
    woman, man, child = map(ground.person, (WOMAN, MAN, CHILD))

    def opened(number: str, *, line: bool, about: UUID | None, write: bool = True) -> UUID:
        if line:
            call = calls.ring(Ring(number, number=NUMBER)).the("call")
            calls.answer(call)
        else:
            call = calls.register(NUMBER).the("call")
        part = calls.open_part(call, PartKind.SERVICE).the("part")
        desk.people.open(woman, Reason(call_id=call))
        if about is not None:
            calls.point_part(part, about)
        if write and about is not None:
            desk.journal.write(about, WHOLE, call, part)
        calls.close(call, "INFO")
        return call

    proper = opened("line-1", line=True, about=woman)
    of_other = opened("line-2", line=True, about=man)
    of_nobody = opened("line-3", line=True, about=None)
    by_hand = opened("", line=False, about=woman, write=False)
    written = opened("", line=False, about=woman)
    lasting = calls.register(NUMBER).the("call")
    desk.people.open(child, Reason(call_id=lasting))
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")

    def found() -> dict[UUID, set[Pattern]]:
        sought = {Pattern.OTHER_CALL, Pattern.CALL_BY_HAND}
        period = Period(ground.clock.at - timedelta(days=2), ground.clock.at)
        told = ground.desk.log_review.patterns(period).accesses
        return {
            each.record.object_id: sought & set(each.patterns)
            for each in told
            if each.record.object_id and sought & set(each.patterns)
        }

    assert found() == {
        of_other: {Pattern.OTHER_CALL},
        of_nobody: {Pattern.OTHER_CALL},
        by_hand: {Pattern.CALL_BY_HAND},
    }
    assert {proper, written, lasting}.isdisjoint(found())
    ground.clock.pass_time(days=1)  # nobody has a call in hand so long
    assert found()[lasting] == {Pattern.OTHER_CALL, Pattern.CALL_BY_HAND}


def test_an_emergency_opening_stands_first_until_somebody_has_judged_it(ground: Ground) -> None:
    ground.begin()
    for name in ("reviewer", "other"):
        ground.operator(name, Role.LOG_REVIEWER, position="Loggranskare")
    added = ground.desk.operators.add(
        "nurse",
        "Test Nurse",
        roles=frozenset({Role.NURSE}),
        position="Sjuksköterska",
        care_unit=f"{CARE_UNIT}2",
    )
    ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.operator("unit", Role.NURSE)
    ground.sign_in("unit")
    desk, woman = ground.desk, ground.person()
    desk.journal.write(woman, WHOLE)
    desk.blocks.set(woman, BlockKind.INNER, CARE_UNIT)
    ground.sign_in("nurse")
    desk.people.open(woman, ASKED)
    desk.blocks.lift(woman, (CARE_UNIT,), LiftGround.EMERGENCY, "Medvetslös patient")
    desk.people.open(woman, ASKED)
    ground.clock.pass_time(hours=23)
    ground.sign_in("reviewer")
    review = desk.log_review

    def latest() -> PatternList:
        return review.patterns(Period(ground.clock.at - timedelta(hours=1), ground.clock.at))

    assert (latest().unreviewed, len(latest().accesses)) == (0, 0)
    ground.clock.pass_time(days=40)
    ground.sign_in("unit")
    entry = desk.journal.write(woman, WHOLE).the("entry")
    desk.journal.take_print(entry, "Patienten")  # something later for the list
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")
    waiting = latest()
    emergencies = [r.id for r in ground.accesses() if r.activity is Activity.EMERGENCY]
    assert waiting.unreviewed == len(emergencies) > 0
    assert [each.record.id for each in waiting.accesses[: len(emergencies)]] == emergencies[::-1]
    assert {Pattern.EMERGENCY, Pattern.UNREVIEWED} <= set(waiting.accesses[0].patterns)
    assert len(waiting.accesses) > len(emergencies)
    assert not [e for e in waiting.accesses[len(emergencies) :] if Pattern.EMERGENCY in e.patterns]
    review.note(emergencies[0], Verdict.IN_ORDER)
    ground.sign_in("other")
    assert latest().unreviewed == len(emergencies) - 1


def test_a_reviewer_does_not_see_their_own_openings_of_a_person(ground: Ground) -> None:
    worked(ground)
    review = ground.desk.log_review
    before = review.of_person(identity(WOMAN), today(ground))
    ground.clock.pass_time(minutes=1)
    again = review.of_person(identity(WOMAN), today(ground))
    assert again == before
    report = review.take_report(identity(WOMAN), today(ground))
    assert len(report.accesses) == len(before) + 2  # the patient is told of every one
