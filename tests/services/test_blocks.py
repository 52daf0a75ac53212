"""Blocks at the patient's wish, their openings in two steps, and the grounds of an opening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import AccessRecord, Activity, Purpose
from kundcenter.domain.blocks import (
    BlockAlreadyRevoked,
    BlockIsOfPatient,
    BlockKind,
    BlockNotFound,
    BlockPeriodInvalid,
    BlockUnitInvalid,
    GuardianMayNotBlock,
    HiddenUnit,
    LiftGround,
    LiftNeedsReason,
    LiftNeedsUnits,
    RevocationNeedsReason,
)
from kundcenter.domain.grounds import Ground, GroundCategory, GroundNeeded, GroundTooShort
from kundcenter.domain.journal import Relation
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import PersonNotFound
from kundcenter.domain.retention import Kept
from kundcenter.domain.text import TextInvalid
from kundcenter.services.blocks import Blocks
from tests.ground import CARE_UNIT, CHILD, MAN, NUMBER, PASSWORD, WHOLE, WOMAN
from tests.ground import Ground as Desk

NOBODY = UUID(int=7)
OTHER_UNIT = "SE0000000001-DEMO2"
INNER, OUTER = BlockKind.INNER, BlockKind.OUTER
WHY = "Medvetslös patient, allergi okänd"


def moved(ground: Desk, user_name: str = "bo", unit: str = OTHER_UNIT) -> UUID:
    """Another nurse, of another unit, takes the seat."""
    ground.sign_in("admin")
    id = ground.desk.operators.add(
        user_name,
        "Test Bo",
        roles=frozenset({Role.NURSE}),
        position="Sjuksköterska",
        care_unit=unit,
    ).the("operator")
    ground.desk.operators.give_password(id, PASSWORD)
    ground.sign_in(user_name)
    return id


def refused_record(
    ground: Desk, kind: type[GroundNeeded], act: Callable[[], object]
) -> AccessRecord:
    """The one record that the refusal left behind; no operation, no other record."""
    operations, known = ground.operations(), len(ground.accesses())
    with pytest.raises(kind) as caught:
        act()
    assert type(caught.value) is kind
    assert ground.operations() == operations
    (record,) = ground.accesses(known)
    return record


def a_call_about(ground: Desk, person: UUID) -> UUID:
    """A call in hand with a part about the person."""
    call = ground.desk.calls.register(NUMBER).the("call")
    part = ground.desk.calls.open_part(call, PartKind.ADVICE).the("part")
    ground.desk.calls.point_part(part, person)
    return call


def test_a_block_is_set_shown_and_taken_away_and_its_history_stays(ground: Desk) -> None:
    nurse = ground.nurse()
    person, blocks = ground.person(), ground.desk.blocks
    call = a_call_about(ground, person)
    known = len(ground.accesses())
    start = datetime(2026, 1, 1, tzinfo=UTC)
    set_ = blocks.set(person, INNER, CARE_UNIT.lower(), valid_from=start)
    inner = set_.the("block")
    outer = blocks.set(person, OUTER, CARE_UNIT, asked_by=Relation.TRUSTEE).the("block")
    blocks.revoke(inner, "  Patienten har\nångrat sig ")
    first, second = blocks.of_person(person, Ground(call))
    assert (first.id, first.care_provider, first.care_unit) == (inner, "SE0000000001", CARE_UNIT)
    assert (first.valid_from, first.valid_until, first.set_by) == (start, None, nurse)
    assert first.revoked and first.revoked.reason == "Patienten har ångrat sig"
    assert (second.id, second.kind, second.care_unit, second.in_force) == (outer, OUTER, "", True)
    written = ground.accesses(known)
    assert [(r.activity, r.level, r.person_id) for r in written] == [
        (Activity.WRITE, "Spärr", person),
        (Activity.WRITE, "Spärr", person),
        (Activity.WRITE, "Spärr", person),
        (Activity.READ, "Spärr", person),
    ]


def test_a_block_that_may_not_be_set_is_refused(ground: Desk) -> None:
    ground.nurse()
    adult, child, blocks = ground.person(WOMAN), ground.person(CHILD), ground.desk.blocks
    unknown = ground.desk.people.register_unidentified("Kvinna, cirka 40").the("person")
    for person in (child, unknown):
        ground.refuses(
            GuardianMayNotBlock, blocks.set, person, INNER, CARE_UNIT, asked_by=Relation.GUARDIAN
        )
    ground.refuses(
        BlockIsOfPatient, blocks.set, adult, INNER, CARE_UNIT, asked_by=Relation.RELATIVE
    )
    ground.refuses(BlockUnitInvalid, blocks.set, adult, INNER, "SE0000000001")
    ground.refuses(
        BlockPeriodInvalid,
        blocks.set,
        adult,
        INNER,
        CARE_UNIT,
        valid_from=datetime(2026, 2, 1, tzinfo=UTC),
        valid_until=datetime(2026, 1, 1, tzinfo=UTC),
    )
    ground.refuses(PersonNotFound, blocks.set, NOBODY, INNER, CARE_UNIT)
    ground.refuses(BlockNotFound, blocks.revoke, NOBODY, "Patienten ångrade sig")
    block = blocks.set(child, INNER, CARE_UNIT, asked_by=Relation.SELF).the("block")
    ground.refuses(RevocationNeedsReason, blocks.revoke, block, " ")
    blocks.revoke(block, "Patienten ångrade sig")
    ground.refuses(BlockAlreadyRevoked, blocks.revoke, block, "Patienten ångrade sig")


def test_step_one_tells_units_and_nothing_else(ground: Desk) -> None:
    ground.nurse()
    person, desk = ground.person(), ground.desk
    desk.journal.write(person, WHOLE)
    desk.blocks.set(person, INNER, CARE_UNIT)
    assert desk.blocks.units(person, LiftGround.EMERGENCY, WHY) == ()  # the unit's own data
    moved(ground)
    known = len(ground.accesses())
    assert desk.blocks.units(person, LiftGround.EMERGENCY, WHY) == (HiddenUnit(CARE_UNIT),)
    (record,) = ground.accesses(known)
    assert (record.activity, record.level) == (Activity.EMERGENCY, "Spärrade enheter")
    assert record.reason == f"NODOPPNING: {WHY}"
    ground.refuses(LiftNeedsReason, desk.blocks.units, person, LiftGround.CONSENT, "kort     ")
    ground.refuses(TextInvalid, desk.blocks.units, person, LiftGround.CONSENT, "x" * 301)
    ground.refuses(PersonNotFound, desk.blocks.units, NOBODY, LiftGround.CONSENT, WHY)


@pytest.mark.parametrize("why", LiftGround)
def test_step_two_opens_the_relevant_units_for_two_hours(ground: Desk, why: LiftGround) -> None:
    ground.nurse()
    person, desk = ground.person(), ground.desk
    desk.journal.write(person, WHOLE)
    desk.blocks.set(person, INNER, CARE_UNIT)
    nurse = moved(ground)
    known = len(ground.accesses())
    lifted = desk.blocks.lift(person, (f" {CARE_UNIT.lower()}", CARE_UNIT), why, WHY)
    (record,) = ground.accesses(known)
    assert (record.activity, record.level, record.reason) == (
        Activity.EMERGENCY,
        "Hävd spärr",
        f"{why}: {WHY}",
    )
    assert (record.object_kind, record.object_id) == ("lift", lifted.the("lift"))
    assert record.operator_id == nurse
    assert desk.blocks.units(person, why, WHY) == ()
    ground.clock.pass_time(hours=2)
    assert desk.blocks.units(person, why, WHY) == (HiddenUnit(CARE_UNIT),)


def test_a_lift_is_the_operators_own(ground: Desk) -> None:
    ground.nurse()
    person, desk = ground.person(), ground.desk
    desk.journal.write(person, WHOLE)
    desk.blocks.set(person, INNER, CARE_UNIT)
    moved(ground)
    desk.blocks.lift(person, (CARE_UNIT,), LiftGround.EMERGENCY, WHY)
    moved(ground, "cia")
    assert desk.blocks.units(person, LiftGround.EMERGENCY, WHY) == (HiddenUnit(CARE_UNIT),)


def test_a_lift_says_why_and_what(ground: Desk) -> None:
    ground.nurse()
    person, blocks = ground.person(), ground.desk.blocks
    ground.refuses(LiftNeedsReason, blocks.lift, person, (CARE_UNIT,), LiftGround.CONSENT, "nej")
    ground.refuses(LiftNeedsUnits, blocks.lift, person, (), LiftGround.CONSENT, WHY)
    ground.refuses(LiftNeedsUnits, blocks.lift, person, (" ",), LiftGround.CONSENT, WHY)
    ground.refuses(PersonNotFound, blocks.lift, NOBODY, (CARE_UNIT,), LiftGround.CONSENT, WHY)


def test_outside_the_own_task_a_reason_is_asked_and_lasts_two_hours(ground: Desk) -> None:
    ground.nurse()
    person, other = ground.person(WOMAN), ground.person(MAN)
    look = ground.desk.blocks.of_person
    record = refused_record(ground, GroundNeeded, lambda: look(person, Ground()))
    assert (record.activity, record.level, record.person_id) == (Activity.READ, "Nekad", person)
    record = refused_record(
        ground,
        GroundTooShort,
        lambda: look(person, Ground(category=GroundCategory.QUALITY, text="kort")),
    )
    assert record.reason == "ground.too_short"
    known = len(ground.accesses())
    look(person, Ground(category=GroundCategory.QUALITY, text="Granskning av klagomål"))
    stated, opened = ground.accesses(known)
    assert (stated.level, opened.level) == ("Skäl", "Spärr")
    for each in (stated, opened):
        assert each.purpose is Purpose.QUALITY
        assert each.reason == "KVALITET: Granskning av klagomål"
    ground.clock.pass_time(hours=1, minutes=59)
    look(person, Ground())
    assert ground.accesses()[-1].reason == "KVALITET: Granskning av klagomål"
    refused_record(ground, GroundNeeded, lambda: look(other, Ground()))  # one person only
    ground.clock.pass_time(minutes=1)  # what was opened since does not prolong it
    refused_record(ground, GroundNeeded, lambda: look(person, Ground()))


def test_a_reason_holds_for_its_operator_and_session_only(ground: Desk) -> None:
    ground.nurse()
    person, look = ground.person(), ground.desk.blocks.of_person
    look(person, Ground(category=GroundCategory.LAW, text="Begäran från domstol"))
    ground.sign_in("nurse")
    refused_record(ground, GroundNeeded, lambda: look(person, Ground()))
    moved(ground)
    refused_record(ground, GroundNeeded, lambda: look(person, Ground()))


def test_a_call_in_hand_is_ground_until_it_is_closed(ground: Desk) -> None:
    ground.nurse()
    person, other, look = ground.person(WOMAN), ground.person(MAN), ground.desk.blocks.of_person
    empty = ground.desk.calls.register(NUMBER).the("call")
    look(other, Ground(empty))  # nobody is known yet
    ground.desk.calls.end(empty, EndReason.CALLER)
    ground.desk.calls.close(empty, "EGENVARD")
    refused_record(ground, GroundNeeded, lambda: look(other, Ground(empty)))
    call = a_call_about(ground, person)
    look(person, Ground(call))
    record = ground.accesses()[-1]
    assert (record.object_kind, record.object_id) == ("call", call)
    assert (record.purpose, record.reason) == (Purpose.CARE, "EGEN_UPPGIFT")
    look(person, Ground())
    refused_record(ground, GroundNeeded, lambda: look(other, Ground(call)))
    moved(ground)
    refused_record(ground, GroundNeeded, lambda: look(person, Ground(call)))  # somebody else's


def test_a_call_that_is_handed_over_is_ground_for_whom_it_is_handed_to(ground: Desk) -> None:
    ground.nurse()
    person, other, desk = ground.person(WOMAN), ground.person(MAN), ground.desk
    bo = moved(ground)
    ground.sign_in("nurse")
    call = a_call_about(ground, person)
    desk.calls.hand_over(call, bo, "Återuppringning")
    ground.sign_in("bo")
    desk.blocks.of_person(person, Ground(call))
    refused_record(ground, GroundNeeded, lambda: desk.blocks.of_person(other, Ground(call)))


def test_retention_is_told_and_not_acted_upon(ground: Desk) -> None:
    ground.nurse()
    person, desk = ground.person(), ground.desk
    call = a_call_about(ground, person)
    look = desk.retention.of_person
    assert look(person, Ground(call)) == Kept(None, date(2031, 11, 21))
    entry = desk.journal.write(person, WHOLE).the("entry")
    ground.clock.pass_time(days=10)
    desk.journal.save(entry, WHOLE, upon=1)
    ground.clock.pass_time(days=1)
    assert look(person, Ground(call)) == Kept(date(2036, 12, 1), date(2031, 12, 2))
    assert ground.accesses()[-1].level == "Bevarande"


def test_the_time_of_a_lift_is_its_own(ground: Desk) -> None:
    """Nothing that is opened by a lift makes it longer, and another lift does not shorten it."""
    ground.nurse()
    person, desk = ground.person(), ground.desk
    desk.journal.write(person, WHOLE)
    desk.blocks.set(person, INNER, CARE_UNIT)
    moved(ground)
    blocks: Blocks = desk.blocks
    blocks.lift(person, (CARE_UNIT,), LiftGround.EMERGENCY, WHY)
    ground.clock.pass_time(hours=1)
    blocks.lift(person, (OTHER_UNIT,), LiftGround.CONSENT, WHY)
    ground.clock.pass_time(minutes=59)
    assert blocks.units(person, LiftGround.EMERGENCY, WHY) == ()
    ground.clock.at += timedelta(minutes=1)
    assert blocks.units(person, LiftGround.EMERGENCY, WHY) == (HiddenUnit(CARE_UNIT),)
