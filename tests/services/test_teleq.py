"""Places as the units' own systems are told of them, and what those tell back."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from kundcenter.domain.access import NotPermitted
from kundcenter.domain.callbacks import CallbackKind, CallbackNotFound, CallbackState, StepKind
from kundcenter.domain.people import Protection
from kundcenter.domain.teleq import (
    TELEQ_LIMIT,
    Outcome,
    OutcomePlan,
    Placement,
    Sent,
    TeleqOutcome,
    TeleqTooMany,
    written_placements,
)
from tests.ground import MAN, NUMBER, Ground
from tests.services.callback_ground import OTHER_NUMBER, SATURDAY, Floor, floor

AT = SATURDAY[0]


@pytest.fixture
def desk(ground: Ground) -> Floor:
    return floor(ground)


def outgoing(floor: Floor) -> tuple[Placement, ...]:
    floor.ground.sign_in("eva")
    found = floor.ground.desk.teleq.outgoing()
    floor.ground.sign_in("anna")
    return found


def export(floor: Floor) -> tuple[Placement, ...]:
    floor.ground.sign_in("eva")
    found = floor.ground.desk.teleq.outgoing()
    floor.ground.desk.teleq.exported(tuple(each.sent for each in found))
    floor.ground.sign_in("anna")
    return found


def come_back(floor: Floor, *rows: TeleqOutcome) -> OutcomePlan:
    floor.ground.sign_in("eva")
    plan = floor.ground.desk.teleq.plan(rows)
    floor.ground.desk.teleq.come_back(rows)
    floor.ground.sign_in("anna")
    return plan


def row(
    id: UUID, what: Outcome, at: datetime = AT, *, line: int = 2, text: str = ""
) -> TeleqOutcome:
    return TeleqOutcome(id, what, at, text)


def test_a_place_is_told_once_and_again_when_something_has_happened(desk: Floor) -> None:
    id = desk.place(reason="Hosta")
    (first,) = export(desk)
    assert (first.callback.id, first.hsa_id, first.number) == (id, "SE0000000001-VC1", NUMBER)
    assert (first.identity, first.steps) == ("198807022382", 1)
    assert outgoing(desk) == ()
    desk.ground.desk.callbacks.set_number(id, OTHER_NUMBER, True)
    (again,) = export(desk)
    assert (again.callback.id, again.number, again.steps) == (id, "+46701740644", 2)
    desk.ground.desk.callbacks.cancel(id)
    (last,) = export(desk)
    assert (last.callback.state, last.number) == (CallbackState.CANCELLED, "")
    assert outgoing(desk) == ()


def test_what_was_over_before_anybody_was_told_is_not_told(desk: Floor) -> None:
    desk.ground.desk.callbacks.cancel(desk.place())
    assert outgoing(desk) == ()


def test_a_promise_that_was_broken_before_anybody_was_told_is_told(desk: Floor) -> None:
    id = desk.place()
    desk.ground.clock.at = SATURDAY[1]
    desk.ground.desk.callbacks.expire(id)
    assert [each.id for each in desk.ground.desk.callbacks.open()] == [id]  # and is on the list
    (told,) = export(desk)
    assert (told.callback.state, told.number) == (CallbackState.EXPIRED, NUMBER)
    assert outgoing(desk) == ()
    come_back(desk, row(id, Outcome.DONE))
    assert desk.now(id).state is CallbackState.DONE
    assert desk.ground.desk.callbacks.open() == ()


def test_what_happened_between_the_file_and_its_note_is_told_next_time(desk: Floor) -> None:
    id = desk.place()
    told = outgoing(desk)
    desk.ground.desk.callbacks.move(id, SATURDAY[1])
    desk.ground.sign_in("eva")
    desk.ground.desk.teleq.exported(tuple(each.sent for each in told))
    (next_,) = desk.ground.desk.teleq.outgoing()
    assert next_.callback.promised_from == SATURDAY[1]
    desk.ground.desk.teleq.exported((next_.sent,))
    desk.ground.desk.teleq.exported((Sent(id, 1),))  # an older note that comes late
    assert desk.ground.desk.teleq.outgoing() == ()


def test_the_number_of_somebody_with_protected_identity_is_not_told(desk: Floor) -> None:
    desk.place()
    desk.ground.desk.people.protect(desk.person, Protection.CONFIDENTIAL)
    (placement,) = outgoing(desk)
    assert (placement.number, placement.by_centre) == ("", True)
    assert "174 06 05" not in written_placements((placement,))


def test_everybody_in_a_file_has_an_access_record(desk: Floor) -> None:
    desk.place()
    other = desk.ground.person(MAN)
    desk.place(SATURDAY[1], person_id=other)
    desk.ground.sign_in("eva")
    before = len(desk.ground.accesses())
    desk.ground.desk.teleq.outgoing()
    seen = [each.person_id for each in desk.ground.accesses(before)]
    assert seen == [None, *sorted([desk.person, other])]


def test_what_the_unit_did_is_written_down_once(desk: Floor) -> None:
    first, second = desk.place(), desk.place(SATURDAY[1], person_id=desk.ground.person(MAN))
    export(desk)
    desk.ground.clock.pass_time(hours=2)
    rows = (row(first, Outcome.DONE, text="Bokad tid"), row(second, Outcome.NO_ANSWER))
    assert come_back(desk, *rows) == OutcomePlan(new=rows)
    done, waiting = desk.get(first), desk.get(second)
    assert done.callback.state is CallbackState.DONE
    step = done.steps[-1]
    assert (step.kind, step.at, step.text) == (StepKind.DONE, AT, "Bokad tid")
    assert (waiting.callback.state, waiting.callback.attempts) == (CallbackState.NO_ANSWER, 1)
    assert come_back(desk, *rows) == OutcomePlan(known=2)
    assert desk.get(first) == done
    assert desk.get(second) == waiting
    assert outgoing(desk) == ()  # the unit is not told what it told


def test_a_cancelled_place_is_free_for_somebody_else(desk: Floor) -> None:
    id = desk.place()
    assert desk.free() == [1, 2, 2]
    come_back(desk, row(id, Outcome.CANCELLED))
    assert desk.free() == [2, 2, 2]
    assert desk.now(id).state is CallbackState.CANCELLED


def test_a_story_is_taken_in_the_order_in_which_it_happened(desk: Floor) -> None:
    id = desk.place()
    desk.ground.clock.pass_time(hours=8)
    tries = [row(id, Outcome.NO_ANSWER, AT + timedelta(hours=n)) for n in range(3)]
    come_back(desk, *reversed(tries))
    assert desk.now(id).state is CallbackState.NOT_REACHED
    assert desk.steps(id) == [StepKind.PLACED, *(StepKind.NO_ANSWER,) * 3]


def test_what_is_closed_here_stays_and_what_the_unit_did_is_still_kept(desk: Floor) -> None:
    id = desk.place()
    desk.ground.desk.callbacks.take(id)
    desk.ground.desk.callbacks.done(id, "Klart här")
    over = desk.now(id)
    late = row(id, Outcome.NO_ANSWER, AT)
    assert come_back(desk, late) == OutcomePlan(new=(late,), over=1)
    assert desk.now(id) == over
    assert StepKind.NO_ANSWER in desk.steps(id)


def test_a_temporary_number_and_a_protected_one_go_with_the_outcome(desk: Floor) -> None:
    temporary = desk.place(number_is_temporary=True)
    other = desk.ground.person(MAN)
    guarded = desk.place(SATURDAY[1], person_id=other)
    kept = desk.place(SATURDAY[2], person_id=desk.ground.person("202407022389"))
    desk.ground.desk.people.protect(other, Protection.CONFIDENTIAL)
    rows = [row(id, Outcome.DONE) for id in (temporary, guarded, kept)]
    come_back(desk, *rows)
    assert [desk.now(id).number for id in (temporary, guarded, kept)] == ["", "", NUMBER]


def test_a_row_of_no_place_here_refuses_all_of_them(desk: Floor) -> None:
    id = desk.place()
    rows = (row(id, Outcome.DONE), row(UUID(int=7), Outcome.DONE))
    desk.ground.sign_in("eva")
    assert desk.ground.desk.teleq.plan(rows).unknown == {UUID(int=7)}
    with pytest.raises(CallbackNotFound) as refused:
        desk.ground.desk.teleq.come_back(rows)
    assert refused.value.facts == {"id": UUID(int=7)}
    desk.ground.sign_in("anna")
    assert desk.steps(id) == [StepKind.PLACED]


def test_no_file_ends_what_the_contact_centre_itself_has_promised(desk: Floor) -> None:
    callbacks = desk.ground.desk.callbacks
    said = desk.promised(criteria="Om febern stiger")
    for kind in (CallbackKind.OWN, CallbackKind.SAFETY):
        id = callbacks.promise(kind, SATURDAY[2], said).the("callback")
        told = row(id, Outcome.DONE)
        desk.ground.sign_in("eva")
        assert desk.ground.desk.teleq.plan((told,)).unknown == {id}
        with pytest.raises(CallbackNotFound):
            desk.ground.desk.teleq.come_back((told,))
        desk.ground.sign_in("anna")
        assert desk.now(id).state is CallbackState.WAITING


def test_a_row_that_is_given_twice_counts_once(desk: Floor) -> None:
    one = row(desk.place(), Outcome.NO_ANSWER)
    assert come_back(desk, one, one) == OutcomePlan(new=(one,))
    assert desk.now(one.callback_id).attempts == 1


def test_only_those_who_lead_and_ring_may(desk: Floor) -> None:
    teleq, id = desk.ground.desk.teleq, desk.place()
    asks = (
        teleq.outgoing,
        lambda: teleq.exported((Sent(id, 1),)),
        lambda: teleq.plan((row(id, Outcome.DONE),)),
        lambda: teleq.come_back((row(id, Outcome.DONE),)),
    )
    for who in ("anna", "vera", "admin"):
        desk.ground.sign_in(who)
        for ask in asks:
            with pytest.raises(NotPermitted):
                ask()


def test_one_operation_takes_so_many_rows(desk: Floor) -> None:
    one = row(UUID(int=7), Outcome.DONE)
    rows = (one,) * (TELEQ_LIMIT + 1)
    desk.ground.sign_in("eva")
    facts = {"count": TELEQ_LIMIT + 1, "limit": TELEQ_LIMIT}
    for ask in (
        lambda: desk.ground.desk.teleq.plan(rows),
        lambda: desk.ground.desk.teleq.come_back(rows),
        lambda: desk.ground.desk.teleq.exported((Sent(UUID(int=7), 1),) * (TELEQ_LIMIT + 1)),
    ):
        with pytest.raises(TeleqTooMany) as refused:
            ask()
        assert refused.value.facts == facts
