"""What is shown of a call to those who do not have it: no key, no brief, no blocked outcome."""

from __future__ import annotations

from kundcenter.domain.access import Role
from kundcenter.domain.blocks import BlockKind, LiftGround
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import Protection
from kundcenter.services.calls import Ring
from tests.ground import ASKED, CARE_UNIT, NUMBER, PASSWORD, WHOLE, WOMAN, Ground

OTHER_UNIT = "SE0000000001-DEMO2"


def elsewhere(ground: Ground) -> None:
    """A nurse of another unit takes the seat."""
    ground.sign_in("admin")
    added = ground.desk.operators.add(
        "cecilia",
        "Test Cecilia",
        roles=frozenset({Role.NURSE}),
        position="Sjuksköterska",
        care_unit=OTHER_UNIT,
    )
    ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.sign_in("cecilia")


def test_what_the_caller_keyed_in_is_for_who_has_the_call_and_goes_with_it(ground: Ground) -> None:
    ground.begin()
    for name in ("anna", "bo"):
        ground.operator(name, Role.NURSE)
    ground.sign_in("anna")
    calls = ground.desk.calls
    call = calls.ring(Ring("line-1", number=NUMBER, keyed_id=WOMAN)).the("call")
    calls.answer(call)
    assert calls.get(call).keyed_id == WOMAN
    assert calls.latest()[0].keyed_id is calls.logged()[0].call.keyed_id is None
    ground.sign_in("bo")
    assert (calls.get(call).number, calls.get(call).keyed_id) == (NUMBER, None)
    given_up = calls.ring(Ring("line-2", number=NUMBER, keyed_id=WOMAN)).the("call")
    calls.end(given_up, EndReason.ABANDONED)
    ground.sign_in("anna")
    calls.close(call, "INFO")
    with ground.engine.connect() as connection:
        kept = connection.exec_driver_sql("SELECT keyed_id FROM calls").scalars().all()
    assert kept == [None, None]


def test_a_brief_is_between_the_giver_and_the_receiver(ground: Ground) -> None:
    ground.begin()
    bo = ground.operator("bo", Role.NURSE)
    ground.operator("anna", Role.NURSE)
    ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.sign_in("anna")
    calls = ground.desk.calls
    call = calls.register(NUMBER).the("call")
    calls.hand_over(call, bo, "Ring upp före tolv.")
    briefs = {}
    for name in ("anna", "bo", "vx"):
        ground.sign_in(name)
        briefs[name] = [offer.brief for offer in calls.hand_overs(call)]
    assert briefs == {"anna": ["Ring upp före tolv."], "bo": ["Ring upp före tolv."], "vx": [""]}


def test_the_outcome_of_a_blocked_note_is_told_nowhere(ground: Ground) -> None:
    ground.nurse()
    desk, calls = ground.desk, ground.desk.calls
    woman = ground.person()
    call = calls.register(NUMBER).the("call")
    part = calls.open_part(call, PartKind.ADVICE).the("part")
    entry = desk.journal.write(woman, WHOLE, call).the("entry")
    calls.note_part(part, entry)
    calls.close(call)
    outcome = WHOLE.outcome
    desk.blocks.set(woman, BlockKind.INNER, CARE_UNIT)

    def told() -> list[str | None]:
        (logged,) = calls.logged()
        (contact,) = desk.people.radar_of_number(NUMBER).contacts
        return [
            calls.get(call).outcome,
            calls.latest()[0].outcome,
            logged.call.outcome,
            logged.parts[0].outcome,
            calls.parts(call)[0].outcome,
            contact.outcome or None,
        ]

    assert told() == [outcome] * 6  # the unit's own
    elsewhere(ground)
    assert told() == [None] * 6
    desk.people.open(woman, ASKED)
    desk.blocks.lift(woman, (CARE_UNIT,), LiftGround.EMERGENCY, "Medvetslös patient")
    assert told() == [outcome] * 6


def test_a_block_that_was_set_before_a_merge_hides_the_outcomes_of_both(ground: Ground) -> None:
    ground.nurse()
    desk, calls = ground.desk, ground.desk.calls
    kept = ground.person()
    other = desk.people.register_unidentified("Samma kvinna").the("person")
    desk.blocks.set(other, BlockKind.INNER, CARE_UNIT)
    call = calls.register(NUMBER).the("call")
    desk.journal.write(kept, WHOLE, call)
    calls.close(call)
    desk.people.merge(other, kept, "Samma kvinna")
    elsewhere(ground)
    assert calls.latest()[0].outcome is None


def test_the_number_of_a_protected_caller_is_told_to_no_other_whatever_part_the_note_lies_in(
    ground: Ground,
) -> None:
    ground.begin()
    bo = ground.operator("bo", Role.NURSE)
    ground.operator("anna", Role.NURSE)
    ground.sign_in("anna")
    desk, calls = ground.desk, ground.desk.calls
    woman = ground.person()
    desk.people.protect(woman, Protection.CONFIDENTIAL)
    call = calls.register(NUMBER).the("call")
    desk.journal.write(woman, WHOLE, call)  # without a part, as the first version did
    other = calls.register(NUMBER).the("call")
    assert calls.get(call).number == NUMBER  # who has the call may ring back
    calls.hand_over(call, bo)
    ground.sign_in("bo")
    shown = {each.id: each.number for each in calls.latest()}
    assert shown == {call: None, other: NUMBER}
    assert {each.call.id: each.call.number for each in calls.logged()} == shown
    assert calls.get(call).number is None
    assert [each.call.number for each in calls.handed_to_me()] == [None]
