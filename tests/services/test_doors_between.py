"""Ways around the grounds and the blocks that were tried, and are shut."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.blocks import BlockKind, EntryBlocked, LiftGround
from kundcenter.domain.calls import CallOfAnother
from kundcenter.domain.grounds import MOST_OF_ONE_PART, GroundNeeded, GroundTooShort
from kundcenter.domain.grounds import Ground as Reason
from kundcenter.domain.journal import WaiverReason
from kundcenter.domain.log_review import Pattern, Period
from kundcenter.domain.parts import PartKind
from kundcenter.domain.people import Protection
from kundcenter.domain.slots import LONGEST_DELAY, PasswordWrong, SignInTooSoon
from kundcenter.domain.special_notes import SpecialKind
from tests.ground import ASKED, CARE_UNIT, CHILD, MAN, NUMBER, PASSWORD, WHOLE, WOMAN, Ground

OTHER_UNIT = "SE0000000001-DEMO2"
NURSES = frozenset({Role.NURSE})
WHY = "Medvetslös patient"
CODE = SpecialKind.OTHER if hasattr(SpecialKind, "OTHER") else next(iter(SpecialKind))


def floor(ground: Ground) -> None:
    """Two nurses and a supervisor of one unit, a nurse and a supervisor of another, a reviewer."""
    ground.begin()
    ground.operator("nurse", Role.NURSE)
    ground.operator("second", Role.NURSE)
    ground.operator("reviewer", Role.LOG_REVIEWER, position="Loggranskare")
    for name, roles in (("other", NURSES), ("lead", frozenset({Role.SUPERVISOR_NURSE}))):
        added = ground.desk.operators.add(
            name, "Test Annan", roles=roles, position="Sjuksköterska", care_unit=OTHER_UNIT
        )
        ground.desk.operators.give_password(added.the("operator"), PASSWORD)
    ground.sign_in("nurse")


def a_call(ground: Ground) -> tuple[UUID, UUID]:
    """A call in hand with a part about nobody yet."""
    call = ground.desk.calls.register(NUMBER).the("call")
    return call, ground.desk.calls.open_part(call, PartKind.ADVICE).the("part")


def strangers(ground: Ground, count: int) -> list[UUID]:
    people = ground.desk.people
    return [people.register_unidentified(f"Okänd {n}").the("person") for n in range(count)]


def blocked_note(ground: Ground) -> tuple[UUID, UUID, UUID]:
    """A woman, a note about her that is blocked for the other unit, and its call, closed."""
    woman = ground.person(WOMAN)
    call, part = a_call(ground)
    entry = ground.desk.journal.write(woman, WHOLE, call, part).the("entry")
    ground.desk.calls.close(call)
    ground.desk.blocks.set(woman, BlockKind.INNER, CARE_UNIT)
    return woman, entry, call


def test_a_call_about_nobody_lets_in_three_to_find_the_right_one_and_no_fourth(
    ground: Ground,
) -> None:
    floor(ground)
    ids = strangers(ground, MOST_OF_ONE_PART + 1)
    people = ground.desk.people
    call, _ = a_call(ground)
    for id in [*ids[:-1], *ids[:-1]]:  # who was opened may be opened again
        people.open(id, Reason(call_id=call))
    with pytest.raises(GroundNeeded):
        people.open(ids[-1], Reason(call_id=call))
    people.open(ids[-1], ASKED)
    another, part = a_call(ground)
    people.open(ids[-1], Reason(call_id=another))
    ground.desk.calls.point_part(part, ids[-1])
    people.open(ids[-1], Reason())  # the one whom it is about


def test_notes_that_are_read_on_a_call_about_nobody_count_as_well(ground: Ground) -> None:
    floor(ground)
    ids = strangers(ground, MOST_OF_ONE_PART + 1)
    journal = ground.desk.journal
    ground.sign_in("second")
    entries = [journal.write(id, WHOLE).the("entry") for id in ids]
    ground.sign_in("nurse")
    call, _ = a_call(ground)
    for entry in [*entries[:-1], *entries[:-1]]:
        journal.open(entry, Reason(call_id=call))
    with pytest.raises(GroundNeeded):
        journal.open(entries[-1], Reason(call_id=call))
    with pytest.raises(GroundNeeded):
        ground.desk.people.open(ids[-1], Reason(call_id=call))


def test_one_person_under_several_registrations_is_one_of_the_three(ground: Ground) -> None:
    floor(ground)
    kept, *others = strangers(ground, 5)
    people = ground.desk.people
    for id in others[:3]:
        people.merge(kept, id, "Samma person")
    call, _ = a_call(ground)
    people.open(kept, Reason(call_id=call))
    people.open(others[0], Reason(call_id=call))
    people.open(others[3], Reason(call_id=call))


def test_more_than_three_who_were_opened_on_one_call_are_for_the_reviewer(ground: Ground) -> None:
    floor(ground)
    ids = strangers(ground, MOST_OF_ONE_PART + 2)
    call, _ = a_call(ground)
    ground.desk.calls.open_part(call, PartKind.SERVICE)
    for id in ids:
        ground.desk.people.open(id, Reason(call_id=call))
    ground.clock.pass_time(minutes=1)
    ground.sign_in("reviewer")
    period = Period(ground.clock.at - timedelta(hours=1), ground.clock.at)
    found = ground.desk.log_review.patterns(period).accesses
    many = [each for each in found if Pattern.MANY_ON_ONE_CALL in each.patterns]
    assert {each.record.person_id for each in many} == set(ids[MOST_OF_ONE_PART:])


def test_to_hold_two_against_each_other_opens_neither(ground: Ground) -> None:
    floor(ground)
    woman, man = ground.person(WOMAN), ground.person(MAN)
    people = ground.desk.people
    for id in (woman, man):
        people.note_special(id, CODE, "Ring inte dagtid")
        ground.desk.journal.write(id, WHOLE)
    people.protect(woman, Protection.CONFIDENTIAL)
    ground.sign_in("second")
    known = len(ground.accesses())
    her, him = people.compare(woman, man)
    assert (her.person.name.strip(), her.special_notes, her.entries) == ("", (), 0)
    assert her.person.person_id.value != WOMAN
    assert her.closed and him.closed
    assert (him.person.person_id.value, him.special_notes, him.latest_at) == (MAN, (), None)
    logged = [(each.activity, each.person_id) for each in ground.accesses(known)]
    assert logged == [(Activity.SEARCH, woman), (Activity.SEARCH, man)]
    with pytest.raises(GroundTooShort):
        people.compare(woman, man, replace(ASKED, text="kort"))
    people.open(woman, ASKED)
    her, him = people.compare(woman, man)  # the ground of the one is no ground for the other
    assert (her.closed, him.closed) == (False, True)
    assert (her.person.person_id.value, her.entries, len(her.special_notes)) == (WOMAN, 1, 1)
    him = people.compare(woman, man, ASKED)[1]
    assert (him.closed, him.entries, len(him.special_notes)) == (False, 1, 1)


def test_to_look_at_a_merge_names_no_protected_person(ground: Ground) -> None:
    floor(ground)
    woman, man = ground.person(WOMAN), ground.person(MAN)
    people = ground.desk.people
    merge = people.merge(woman, man, "Samma person").the("merge")
    ground.desk.journal.write(woman, WHOLE)
    people.protect(woman, Protection.CONFIDENTIAL)
    ground.sign_in("second")
    seen = people.undoing(merge)
    values = {each.person_id.value for each in (seen.kept, seen.absorbed)}
    values |= {entry.written_under.value for entry in seen.since}
    assert len(seen.since) == 1
    assert values.isdisjoint({WOMAN, MAN})
    assert not (seen.kept.name + seen.absorbed.name).strip()
    people.open(woman, ASKED)
    assert people.undoing(merge).kept.person_id.value == WOMAN
    assert people.undoing(merge).since[0].written_under.value == WOMAN


def test_what_is_blocked_does_not_come_back_behind_fifty_newer_notes(ground: Ground) -> None:
    floor(ground)
    woman, _, call = blocked_note(ground)
    ground.sign_in("other")
    for _ in range(51):
        ground.desk.journal.write(woman, WHOLE)
    card = ground.desk.people.open(woman, ASKED)
    assert card.blocked
    assert call not in {each.call_id for each in card.radar.contacts}


@pytest.mark.parametrize("blocked", [True, False])
def test_the_radar_of_one_does_not_tell_what_came_of_the_call_for_another(
    ground: Ground, blocked: bool
) -> None:
    floor(ground)
    desk = ground.desk
    child, man = ground.person(CHILD), ground.person(MAN)
    call = desk.calls.register(NUMBER).the("call")
    for person, kind in ((child, PartKind.SERVICE), (man, PartKind.ADVICE)):
        part = desk.calls.open_part(call, kind).the("part")
        desk.calls.point_part(part, person)
        if person == child:
            desk.calls.close_part(part, "INFO")
    desk.journal.write(man, WHOLE, call, part)
    desk.calls.close(call)
    assert desk.calls.get(call).outcome == WHOLE.outcome
    if blocked:
        desk.blocks.set(man, BlockKind.INNER, CARE_UNIT)
        ground.sign_in("other")
    (contact,) = desk.people.open(child, ASKED).radar.contacts
    assert (contact.call_id, contact.outcome) == (call, "" if blocked else "INFO")


def test_a_list_of_what_waits_does_not_say_what_a_blocked_note_is_about(ground: Ground) -> None:
    floor(ground)
    man = ground.person(MAN)
    _, entry, _ = blocked_note(ground)
    free = ground.desk.journal.write(man, WHOLE).the("entry")
    ground.clock.pass_time(days=20)
    ground.sign_in("lead")
    journal = ground.desk.journal
    told = {each.entry_id: each.reason for each in journal.unsigned_overdue()}
    assert told == {entry: "", free: WHOLE.reason}
    waive, reason = journal.sign_not_required, next(iter(WaiverReason))
    ground.refuses(EntryBlocked, waive, entry, upon=1, reason=reason)
    waive(free, upon=1, reason=reason)


def test_a_lift_that_is_over_stays_so_when_the_clock_is_set_back(ground: Ground) -> None:
    floor(ground)
    woman, entry, _ = blocked_note(ground)
    ground.sign_in("other")
    journal, blocks = ground.desk.journal, ground.desk.blocks
    ground.desk.people.open(woman, ASKED)
    blocks.lift(woman, (CARE_UNIT,), LiftGround.EMERGENCY, WHY)
    journal.open(entry, ASKED)
    ground.clock.pass_time(hours=3)
    with pytest.raises(EntryBlocked):
        journal.open(entry, ASKED)
    ground.clock.pass_time(hours=-2)
    with pytest.raises(EntryBlocked):
        journal.open(entry, ASKED)
    blocks.lift(woman, (CARE_UNIT,), LiftGround.EMERGENCY, WHY)  # an emergency is one still
    journal.open(entry, ASKED)


def test_a_lift_opens_nothing_that_is_blocked_after_it(ground: Ground) -> None:
    floor(ground)
    woman = ground.person(WOMAN)
    entry = ground.desk.journal.write(woman, WHOLE).the("entry")
    ground.sign_in("other")
    lifted = (CARE_UNIT,), LiftGround.EMERGENCY, WHY
    ground.desk.blocks.lift(woman, *lifted)  # nothing is blocked there
    ground.sign_in("nurse")
    ground.desk.blocks.set(woman, BlockKind.INNER, CARE_UNIT)
    ground.sign_in("other")
    with pytest.raises(EntryBlocked):
        ground.desk.journal.open(entry, ASKED)
    ground.desk.blocks.lift(woman, *lifted)
    ground.desk.journal.open(entry, ASKED)


def test_nobody_writes_a_note_into_the_part_of_another(ground: Ground) -> None:
    floor(ground)
    woman, journal, calls = ground.person(WOMAN), ground.desk.journal, ground.desk.calls
    call, part = a_call(ground)
    second = next(each.id for each in calls.colleagues() if each.name == "Test Second")
    ground.sign_in("second")
    ground.refuses(CallOfAnother, journal.write, woman, WHOLE, call, part)
    journal.write(woman, WHOLE, call)  # beside it, as the first version did
    ground.sign_in("nurse")
    calls.hand_over(call, second)
    ground.sign_in("second")
    calls.take(call)
    journal.write(woman, WHOLE, call, part)  # now it is theirs


def test_a_clock_that_is_set_back_a_year_locks_nobody_out(ground: Ground) -> None:
    ground.nurse()
    sessions = ground.desk.sessions
    sessions.sign_out()
    for _ in range(12):
        with pytest.raises((PasswordWrong, SignInTooSoon)):
            sessions.sign_in("nurse", "inte det rätta")
    ground.clock.pass_time(days=-365)
    with pytest.raises(SignInTooSoon):  # to set the clock is no way past the wait
        sessions.sign_in("nurse", PASSWORD)
    ground.clock.pass_time(seconds=LONGEST_DELAY.total_seconds())
    sessions.sign_in("nurse", PASSWORD)
