"""A card is handed to a colleague with everything in it; nothing is lost on the way."""

from __future__ import annotations

from uuid import UUID

import pytest

from kundcenter.domain.access import Role
from kundcenter.domain.calls import CallOfAnother, CallState, CallStateWrong
from kundcenter.domain.hand_overs import AlreadyHandedOver, NotHandedOver, ReceiverUnfit
from kundcenter.domain.lines import EndReason
from kundcenter.domain.parts import PartKind
from kundcenter.services.calls import Ring
from tests.ground import NUMBER, WHOLE, Ground


@pytest.fixture
def others(ground: Ground) -> dict[str, UUID]:
    """Anna is at the desk; the ids of everybody."""
    admin = ground.begin()
    found = {"admin": admin}
    for name in ("anna", "bo", "gone"):
        found[name] = ground.operator(name, Role.NURSE)
    found["vx"] = ground.operator("vx", Role.SWITCHBOARD, position="Telefonist")
    ground.desk.operators.disable(found["gone"])
    ground.sign_in("anna")
    return found


def test_a_card_is_offered_taken_and_worked_on(ground: Ground, others: dict[str, UUID]) -> None:
    calls = ground.desk.calls
    call = calls.register(NUMBER).the("call")
    calls.end(call, wrap_up_seconds=120)
    part = calls.open_part(call, PartKind.ADVICE).the("part")
    entry = ground.desk.journal.write(ground.person(), WHOLE, call).the("entry")
    calls.note_part(part, entry)
    calls.hand_over(call, others["bo"], "Ring upp före tolv.")
    assert [each.id for each in calls.mine()] == [call]  # until it is taken
    ground.sign_in("bo")
    (handed,) = calls.handed_to_me()
    assert (handed.call.id, handed.hand_over.brief, handed.giver) == (
        call, "Ring upp före tolv.", "Test Anna",
    )  # fmt: skip
    calls.take(call)
    (mine,) = calls.mine()
    assert (mine.state, mine.operator_id) == (CallState.WRAP_UP, others["bo"])
    assert not mine.wrap_up_left(ground.clock())  # a card that was given keeps nobody from calls
    assert [each.entry_id for each in calls.parts(call)] == [entry]
    assert calls.handed_to_me() == ()
    calls.close(call)
    ground.sign_in("anna")
    assert calls.mine() == ()
    (offer,) = calls.hand_overs(call)
    assert (offer.from_id, offer.to_id, offer.taken_at is not None) == (
        others["anna"], others["bo"], True,
    )  # fmt: skip


def test_an_offer_is_withdrawn_or_declined_and_may_be_made_again(
    ground: Ground, others: dict[str, UUID]
) -> None:
    calls = ground.desk.calls
    call = calls.register().the("call")
    calls.hand_over(call, others["bo"])
    ground.refuses(AlreadyHandedOver, calls.hand_over, call, others["vx"])
    calls.withdraw(call)
    ground.refuses(NotHandedOver, calls.withdraw, call)
    calls.hand_over(call, others["vx"])
    ground.sign_in("bo")
    assert calls.handed_to_me() == ()
    ground.refuses(NotHandedOver, calls.take, call)
    ground.refuses(NotHandedOver, calls.withdraw, call)
    ground.sign_in("vx")
    calls.withdraw(call)
    assert [each.taken_at for each in calls.hand_overs(call)] == [None, None]
    ground.sign_in("anna")
    assert [each.id for each in calls.mine()] == [call]


@pytest.mark.parametrize("unfit", ["admin", "anna", "gone"])
def test_a_card_is_not_given_to_who_cannot_take_it(
    ground: Ground, others: dict[str, UUID], unfit: str
) -> None:
    calls = ground.desk.calls
    call = calls.register().the("call")
    ground.refuses(ReceiverUnfit, calls.hand_over, call, others[unfit])


def test_the_colleagues_are_those_who_can(ground: Ground, others: dict[str, UUID]) -> None:
    found = ground.desk.calls.colleagues()
    assert [(each.id, each.name, each.position) for each in found] == [
        (others["bo"], "Test Bo", "Sjuksköterska"),
        (others["vx"], "Test Vx", "Telefonist"),
    ]


def test_only_who_has_the_call_hands_it_over_and_not_from_the_line(
    ground: Ground, others: dict[str, UUID]
) -> None:
    calls = ground.desk.calls
    call = calls.ring(Ring("line-1")).the("call")
    ground.refuses(CallStateWrong, calls.hand_over, call, others["bo"])
    calls.answer(call)
    ground.refuses(CallStateWrong, calls.hand_over, call, others["bo"])
    calls.end(call, EndReason.CALLER)
    ground.sign_in("bo")
    ground.refuses(CallOfAnother, calls.hand_over, call, others["vx"])
    ground.sign_in("anna")
    calls.hand_over(call, others["bo"])


def test_a_card_that_was_closed_meanwhile_is_not_taken(
    ground: Ground, others: dict[str, UUID]
) -> None:
    calls = ground.desk.calls
    call = calls.register().the("call")
    calls.hand_over(call, others["bo"])
    calls.close(call, "INFO")
    ground.sign_in("bo")
    assert calls.handed_to_me() == ()
    ground.refuses(CallStateWrong, calls.take, call)


def test_a_call_is_closed_by_who_has_it_or_by_who_leads(
    ground: Ground, others: dict[str, UUID]
) -> None:
    calls = ground.desk.calls
    mine, left = calls.register().the("call"), calls.register().the("call")
    ground.sign_in("vx")
    ground.refuses(CallOfAnother, calls.close, mine, "INFO")
    ground.sign_in("anna")
    calls.close(mine, "INFO")
    ground.sign_in("admin")
    ground.operator("ledare", Role.SUPERVISOR_SWITCHBOARD, position="Samordnare")
    ground.sign_in("ledare")
    calls.close(left, "INFO")
    assert calls.get(left).state is CallState.DONE
