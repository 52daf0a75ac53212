"""What units' own systems tell, brought in at desks that have not heard of each other."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.callbacks import CallbackState, StepKind
from kundcenter.domain.teleq import Outcome, TeleqOutcome
from tests.sync.capacity_ground import SATURDAY, Floor, floor
from tests.sync.ground import Side
from tests.sync.test_two_at_once import Three

AT = SATURDAY[0] + timedelta(minutes=7)


def row(id: UUID, what: Outcome, minutes: int = 0) -> TeleqOutcome:
    return TeleqOutcome(id, what, AT + timedelta(minutes=minutes))


def export(side: Side) -> list[UUID]:
    found = side.desk.teleq.outgoing()
    side.desk.teleq.exported(tuple(each.sent for each in found))
    return [each.callback.id for each in found]


def later(here: Floor) -> None:
    """It is past the times that the rows tell."""
    for side in (here.one, here.other):
        side.clock.at = SATURDAY[2]


def test_one_file_that_two_desks_bring_in_is_there_once(three: Three) -> None:
    here = floor(three)
    id, gone = here.place(here.one, 0, SATURDAY[0]), here.place(here.one, 1, SATURDAY[0])
    here.agree()
    later(here)
    rows = (row(id, Outcome.NO_ANSWER), row(gone, Outcome.CANCELLED))
    for side in (here.one, here.other):
        side.desk.teleq.come_back(rows)
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    told = here.other.desk.callbacks.get(id)
    assert (told.callback.state, told.callback.attempts) == (CallbackState.NO_ANSWER, 1)
    assert [step.kind for step in told.steps] == [StepKind.PLACED, StepKind.NO_ANSWER]
    (held,) = here.rows("SELECT count(*) AS held FROM timeslot_seats WHERE held_by IS NOT NULL")
    assert held.held == 1


def test_what_the_unit_did_stays_beside_what_was_done_here_meanwhile(three: Three) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    later(here)
    here.one.desk.callbacks.done(id, "Fick råd")
    here.other.desk.teleq.come_back((row(id, Outcome.NO_ANSWER), row(id, Outcome.CANCELLED, 1)))
    here.one.talk(here.centre)
    here.agree()
    here.all_was_taken()
    told = here.other.desk.callbacks.get(id)
    assert (told.callback.state, told.callback.attempts) == (CallbackState.DONE, 0)
    assert {step.kind for step in told.steps} == {
        StepKind.PLACED, StepKind.NO_ANSWER, StepKind.CANCELLED, StepKind.DONE,
    }  # fmt: skip


def test_two_desks_that_export_the_same_tell_it_and_what_came_between_is_told(
    three: Three,
) -> None:
    here = floor(three)
    id = here.place(here.one, 0, SATURDAY[0])
    here.agree()
    assert export(here.one) == export(here.other) == [id]
    here.other.desk.callbacks.move(id, SATURDAY[1])
    here.agree()
    here.all_was_taken()
    for side in (here.one, here.other):
        (placement,) = side.desk.teleq.outgoing()
        assert (placement.callback.id, placement.callback.promised_from) == (id, SATURDAY[1])
    assert export(here.one) == [id]
    here.agree()
    assert here.other.desk.teleq.outgoing() == ()


def test_one_place_that_the_centre_turned_away_keeps_nothing_else_from_being_told(
    three: Three,
) -> None:
    """It should not have been told; but what was told besides stays told."""
    here = floor(three)
    here.place(here.one, 0, SATURDAY[0])
    here.place(here.one, 1, SATURDAY[0])
    here.one.talk(here.centre)  # both seats of the hour are gone
    lost = here.place(here.other, 2, SATURDAY[0])
    fine = here.place(here.other, 3, SATURDAY[1])
    assert set(export(here.other)) == {lost, fine}
    here.agree()
    assert here.rejected() == {"callbacks.place": "timeslot.full"}
    told = {each.callback.id for each in here.other.desk.teleq.outgoing()}
    assert fine not in told


def test_what_the_unit_did_with_a_place_that_was_merged_is_told_of_the_one_that_was_kept(
    three: Three,
) -> None:
    here = floor(three)
    kept = here.place(here.one, 0, SATURDAY[0])
    merged = here.place(here.other, 0, SATURDAY[1])
    here.one.talk(here.centre)
    here.agree()
    later(here)
    for side in (here.one, here.other, here.one):
        side.desk.teleq.come_back((row(merged, Outcome.NO_ANSWER),))
    here.agree()
    here.all_was_taken()
    told = here.one.desk.callbacks.get(merged)
    assert (told.callback.id, told.callback.attempts) == (kept, 1)
    assert here.one.desk.teleq.plan((row(merged, Outcome.NO_ANSWER),)).known == 1
