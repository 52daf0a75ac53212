"""Places in a queue that two desks give without hearing of each other (RELIABILITY §2.7)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kundcenter.domain.callbacks import StepKind
from kundcenter.domain.capacity import read_times
from kundcenter.domain.work_items import DUE_AFTER
from tests.sync.capacity_ground import SATURDAY, SUNDAY, floor
from tests.sync.test_two_at_once import Three


@pytest.mark.parametrize("first", [0, 1])
def test_f45_of_two_who_take_the_last_place_one_has_it(three: Three, first: int) -> None:
    """The one whom the centre hears first, whoever placed first."""
    here = floor(three)
    sides = (here.one, here.other)
    ids = [here.place(side, who) for who, side in enumerate(sides)]
    assert here.one.desk.callback_queues.rooms(here.queue, SUNDAY.date(), 1)[0].free == 0
    won, lost = sides[first], sides[1 - first]
    won.talk(here.centre)
    lost.talk(here.centre)
    here.agree()
    assert here.rejected() == {"callbacks.place": "timeslot.full"}
    (held,) = here.rows("SELECT held_by FROM timeslot_seats WHERE held_by IS NOT NULL")
    assert held.held_by == ids[first]
    assert [each.id for each in won.desk.callbacks.open()] == [ids[first]]
    item = here.work(lost)
    assert item.about_id is not None
    assert item.due_at == item.made_at + DUE_AFTER
    facts = lost.local.facts_of(item.n)
    assert read_times(facts["times"])  # what can be said to the patient instead
    assert all(at != SUNDAY for at in read_times(facts["times"]))


def test_who_was_promised_a_call_soon_is_rung_before_that(three: Three) -> None:
    """The work item of a place that could not be given is due when the promise begins."""
    here = floor(three)
    for who in (0, 1):
        here.place(here.one, who, SATURDAY[0])
    here.place(here.other, 2, SATURDAY[0])
    here.one.talk(here.centre)
    here.one.clock.at = SATURDAY[0] - timedelta(minutes=10)
    here.agree()
    assert here.work(here.other).due_at == SATURDAY[0]


def test_f48a_one_patient_placed_at_two_desks_is_placed_once(three: Three) -> None:
    """The earliest promise is kept, and one seat is used."""
    here = floor(three)
    late = here.place(here.one, 0, SATURDAY[2])
    early = here.place(here.other, 0, SATURDAY[0])
    here.agree()
    here.all_was_taken()
    (found,) = here.other.desk.callbacks.open()
    assert (found.id, found.promised_from, found.merged) == (late, SATURDAY[0], 1)
    assert early != late
    held = here.rows("SELECT timeslot_id FROM timeslot_seats WHERE held_by IS NOT NULL")
    assert [row.timeslot_id for row in held] == [found.timeslot_id]
    told = here.other.desk.callbacks.get(late)
    assert [step.kind for step in told.steps] == [StepKind.PLACED, StepKind.MERGED]
    assert here.one.desk.work_items.waiting() == ()


def test_f48_nobody_is_placed_where_it_was_closed_meanwhile(three: Three) -> None:
    here = floor(three)
    there = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.place(here.other, 1, SATURDAY[0])
    here.one.desk.callback_queues.close(here.queue, SATURDAY[0])
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"callbacks.place": "timeslot.closed"}
    assert [each.id for each in here.one.desk.callbacks.open()] == [there]


def test_f48_who_was_placed_stays_when_there_is_less_room(three: Three) -> None:
    """Those who are there keep their places, nobody new comes, and the list says so."""
    here = floor(three)
    there = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.place(here.other, 1, SATURDAY[0])
    here.one.desk.callback_queues.resize(here.queue, SATURDAY[0], 1)
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"callbacks.place": "timeslot.full"}
    here.one.desk.callback_queues.resize(here.queue, SATURDAY[0], 0)
    here.agree()
    room = here.other.desk.callback_queues.rooms(here.queue, SATURDAY[0].date(), 1)[0]
    assert (room.held, room.overbooked, room.free) == (1, True, 0)
    assert [each.id for each in here.other.desk.callbacks.open()] == [there]


def test_a_place_that_comes_when_its_time_is_over_is_turned_away(three: Three) -> None:
    """The centre's clock says so, and not the desk's."""
    here = floor(three)
    here.place(here.one, 0, SATURDAY[0])
    here.one.clock.at = SATURDAY[1]
    here.agree()
    assert here.rejected() == {"callbacks.place": "timeslot.late"}
    assert here.one.desk.callbacks.open() == ()
    item = here.work(here.one)
    assert item.due_at == item.made_at


def test_what_happened_with_a_call_that_was_over_elsewhere_is_kept(three: Three) -> None:
    """One has rung; the other one, who did not hear of it, tells what came of theirs."""
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    here.one.desk.callbacks.take(id)
    here.one.desk.callbacks.done(id, "Råd givet")
    here.other.desk.callbacks.cancel(id, "Ringde och avbokade")
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    told = here.one.desk.callbacks.get(id)
    assert told.callback.over
    assert {StepKind.DONE, StepKind.CANCELLED} <= {step.kind for step in told.steps}


def test_a_call_that_two_take_is_one_s(three: Three) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    for side in (here.one, here.other):
        side.desk.callbacks.take(id)
    here.one.talk(here.centre)
    here.agree()
    assert here.rejected() == {"callbacks.take": "callback.of_another"}
    anna = here.one.desk.seat.actor.operator_id
    assert here.other.desk.callbacks.open()[0].leased_by == anna


def test_what_is_done_with_one_that_was_merged_is_done_with_the_one_that_was_kept(
    three: Three,
) -> None:
    """The desk had not heard yet that its own placing had become another's."""
    here = floor(three)
    kept = here.place(here.one, 0, SATURDAY[0])
    mine = here.place(here.other, 0, SATURDAY[2])
    here.other.desk.callbacks.cancel(mine, "Mår bättre")
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    assert here.one.desk.callbacks.open() == ()
    told = here.other.desk.callbacks.get(mine)
    assert (told.callback.id, told.callback.over) == (kept, True)
    assert here.rows("SELECT id FROM timeslot_seats WHERE held_by IS NOT NULL") == []
