"""What is told of promised calls by desks that have not heard of each other is taken in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.callbacks import (
    CallbackKind,
    CallbackState,
    Placing,
    Promised,
    StepKind,
)
from tests.ground import CARE_UNIT, NUMBER, WHOLE
from tests.services.callback_ground import OTHER_NUMBER, OTHER_STORED
from tests.sync.capacity_ground import SATURDAY, Floor, floor
from tests.sync.test_two_at_once import Three

HOUR = timedelta(hours=1)


def steps(here: Floor, id: object) -> set[StepKind]:
    (told,) = here.rows(f"SELECT count(*) AS steps FROM callback_steps WHERE callback_id = '{id}'")
    whole = here.one.desk.callbacks.get(id)  # type: ignore[arg-type]
    assert told.steps == len(whole.steps)
    return {step.kind for step in whole.steps}


def test_what_came_of_a_call_that_was_merged_is_told_of_the_one_that_was_kept(
    three: Three,
) -> None:
    """Or else the patient would be rung once more, and nobody knew that it was done."""
    here = floor(three)
    kept = here.place(here.one, 0, SATURDAY[1])
    merged = here.place(here.other, 0, SATURDAY[2])
    here.other.desk.callbacks.take(merged)
    here.other.desk.callbacks.done(merged, "Fick råd")
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert here.one.desk.callbacks.open() == ()
    told = here.other.desk.callbacks.get(merged)
    assert (told.callback.id, told.callback.state) == (kept, CallbackState.DONE)
    assert steps(here, kept) == {
        StepKind.PLACED, StepKind.MERGED, StepKind.TAKEN, StepKind.DONE,
    }  # fmt: skip


def test_a_try_that_is_told_late_counts_and_who_rings_goes_on_ringing(three: Three) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.one.desk.callbacks.take(id)
    here.other.desk.callbacks.tried(id)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    (there,) = here.other.desk.callbacks.open()
    anna = here.one.desk.seat.actor.operator_id
    assert (there.state, there.leased_by, there.attempts) == (CallbackState.RINGING, anna, 1)
    here.one.desk.callbacks.done(id, "Fick råd")
    here.agree()
    here.all_was_taken()
    assert here.other.desk.callbacks.open() == ()


def test_the_safety_clock_that_one_ends_stays_ended(three: Three) -> None:
    here = floor(three)
    desk = here.one.desk
    said = Promised(here.people[0], NUMBER, criteria="Om febern stiger")
    at = here.one.clock.at + HOUR
    id = desk.callbacks.promise(CallbackKind.SAFETY, at, said).the("callback")
    here.agree()
    desk.callbacks.done(id, "Mår bättre")
    bo = here.other.desk.callbacks
    bo.tried(id)
    bo.hand_on(id, None)
    bo.set_number(id, OTHER_NUMBER, True)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    told = bo.get(id).callback
    assert (told.state, told.attempts, told.number) == (CallbackState.DONE, 0, NUMBER)
    assert {StepKind.NO_ANSWER, StepKind.HANDED_ON, StepKind.NUMBER} <= steps(here, id)


@pytest.mark.parametrize("first", [0, 1])
def test_a_promise_that_somebody_kept_is_not_broken_by_who_did_not_know(
    three: Three, first: int
) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.one.clock.at = SATURDAY[1] - timedelta(minutes=1)
    here.one.desk.callbacks.done(id, "")  # at the last moment
    here.other.clock.at = SATURDAY[1] + timedelta(minutes=1)
    here.other.desk.callbacks.expire(id)
    (here.one, here.other)[first].talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert here.other.desk.callbacks.get(id).callback.state is CallbackState.DONE
    assert here.other.desk.callbacks.open() == ()


def test_a_number_that_the_patient_changed_is_the_one_to_ring(three: Three) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.one.desk.callbacks.take(id)
    here.other.desk.callbacks.set_number(id, OTHER_NUMBER, True)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert here.one.desk.callbacks.get(id).callback.number == OTHER_STORED
    here.one.desk.callbacks.done(id, "Fick råd")
    here.agree()
    assert here.other.desk.callbacks.get(id).callback.number == ""


def test_a_place_for_a_note_of_one_who_is_another_since_is_kept(three: Three) -> None:
    """It was one person at the desk that placed them: the patient was told a time."""
    here = floor(three)
    desk, (mine, theirs, *_) = here.one.desk, here.people
    merge = desk.people.merge(mine, theirs, "Samma person").the("merge")
    entry = desk.journal.write(theirs, WHOLE).the("entry")
    here.agree()
    desk.people.unmerge(merge)
    said = Placing(mine, NUMBER, entry_id=entry)
    placed = here.other.desk.callbacks.place(here.queue, SATURDAY[1], said).the("callback")
    own = Promised(mine, NUMBER, entry_id=entry)
    here.other.desk.callbacks.promise(CallbackKind.OWN, SATURDAY[1], own)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert here.one.desk.callbacks.get(placed).callback.entry_id == entry


def test_what_was_handed_on_to_nobody_is_anybodys(three: Three) -> None:
    """Two desks add one user name, and the centre turns one of the operators away."""
    here = floor(three)
    said = Promised(here.people[0], NUMBER)
    at = here.other.clock.at + HOUR
    id = here.other.desk.callbacks.promise(CallbackKind.OWN, at, said).the("callback")
    here.agree()
    cia = []
    for side in (here.one, here.other):
        side.takes("admin")
        added = side.desk.operators.add(
            "cia", "Test Cia", roles=frozenset({Role.NURSE}), care_unit=CARE_UNIT
        )
        cia.append(added.the("operator"))
        side.takes("bo")
    here.other.desk.callbacks.hand_on(id, cia[1])
    here.one.talk(here.centre)
    here.agree()
    assert "callbacks.hand_on" not in here.rejected()
    assert here.one.desk.callbacks.get(id).callback.holder is None


def test_what_a_leader_lets_go_late_stays_with_who_rings_since(three: Three) -> None:
    """Bo leads, and lets go what anna had; she rings anew, of which he has not heard."""
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.one.desk.callbacks.take(id)
    here.agree()
    here.one.clock.pass_time(minutes=5)
    here.one.desk.callbacks.take(id)
    here.one.talk(here.centre)
    here.other.desk.callbacks.release(id)
    here.agree()
    here.all_was_taken()
    (there,) = here.other.desk.callbacks.open()
    assert there.state is CallbackState.RINGING
    assert there.leased_by == here.one.desk.seat.actor.operator_id
