"""Somebody is asked about the call while the caller waits; several callers; a desk that takes."""

from __future__ import annotations

from kundcenter.domain.lines import (
    ConsultEnd,
    ConsultEnded,
    Consulting,
    Destination,
    DestinationKind,
    Rang,
    ReturnReason,
    Side,
)
from kundcenter.domain.switchboard.transfers import (
    TargetKind,
    Transfer,
    TransferDraft,
    TransferHow,
    TransferState,
)
from tests.ground import MAN, NUMBER, WOMAN, Ground, identity
from tests.ui.workstation.dispatching import (
    furnish_board,
    sit_at_switchboard,
    take,
    write_name,
)
from tests.ui.workstation.seat import ANSWERABLE, Seat
from tests.ui.workstation.test_people import beside, picture

BO = Destination(DestinationKind.PHONE, "3102")


def ask_bo(seat: Seat) -> str:
    """A caller, and Bo is rung up about them."""
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    line_call = take(seat)
    write_name(seat, "bo testlund")
    seat.press("Shift+Return")
    seat.see("Det ringer hos Bo Testlund")
    assert [each[:2] for each in seat.line.consulted] == [(line_call, BO)]
    return line_call


def came_of(seat: Seat) -> tuple[Transfer, ...]:
    desk = seat.ground.desk
    return beside(lambda: desk.transfers.of_call(desk.calls.latest(1)[0].id))


def test_asked_first_then_enter_leaves_the_two_alone(seat: Seat) -> None:
    line_call = ask_bo(seat)
    seat.line.tell(Consulting(line_call, answered=True))
    seat.see("Du talar med Bo Testlund", "Inringaren väntar. Enter kopplar ihop dem.")
    picture(seat, "dispatch-asking")
    seat.press("Return")
    seat.see("Kopplat till Bo Testlund.")
    assert seat.line.steered == ["complete"]
    (told,) = came_of(seat)
    assert (told.draft.how, told.state) == (TransferHow.CONSULTED, TransferState.PASSED)


def test_one_key_each_for_the_other_for_all_three_and_to_let_go(seat: Seat) -> None:
    line_call = ask_bo(seat)
    seat.press("Alt+1", "Alt+2", "Alt+3")  # nobody has lifted yet
    assert seat.line.steered == []
    seat.line.tell(Consulting(line_call, answered=True))
    seat.see("Du talar med Bo Testlund")
    seat.press("Alt+1")
    seat.line.tell(Consulting(line_call, answered=True, side=Side.CALLER))
    seat.see("Du talar med inringaren", "Bo Testlund väntar. Enter kopplar ihop dem.")
    seat.press("Alt+2")
    seat.line.tell(Consulting(line_call, answered=True, side=Side.BOTH))
    seat.see("Du talar med båda: Bo Testlund och inringaren")
    seat.press("Alt+4")
    seat.see("Bo Testlund: den som tillfrågades är släppt. Du har inringaren igen.")
    assert seat.line.steered == ["toggle", "join", "drop"]
    (told,) = came_of(seat)
    assert told.state is TransferState.DROPPED


def test_who_is_asked_does_not_answer_and_is_chosen_again(seat: Seat) -> None:
    line_call = ask_bo(seat)
    seat.line.tell(ConsultEnded(line_call, ConsultEnd.NO_ANSWER))
    seat.see("Bo Testlund: inget svar. Du har inringaren igen.")
    page = seat.workstation.pages.dispatch
    assert page.chosen is not None
    assert page.chosen.name == "Bo Testlund"
    (told,) = came_of(seat)
    assert (told.state, told.returned) == (TransferState.RETURNED, ReturnReason.NO_ANSWER)


def test_enter_for_another_while_one_is_asked_wants_a_second_word(seat: Seat) -> None:
    line_call = ask_bo(seat)
    seat.line.tell(Consulting(line_call, answered=True))
    write_name(seat, "biståndskontoret")
    seat.press("Return")
    seat.see("Du frågar Bo Testlund, som släpps. Samma tangent igen kopplar ändå.")
    assert seat.line.passed == []
    seat.press("Return")
    seat.until(lambda: len(seat.line.passed) == 1, "passed on")
    assert seat.line.steered == ["drop"]
    states = {each.state for each in came_of(seat)}
    assert states == {TransferState.DROPPED, TransferState.PASSED}


def test_the_caller_who_gives_up_while_somebody_is_asked_leaves_nothing_open(seat: Seat) -> None:
    line_call = ask_bo(seat)
    seat.line.gives_up(line_call)
    seat.see("Inget samtal att koppla")
    assert beside(seat.ground.desk.transfers.mine) == ()


def test_several_callers_are_passed_on_one_by_one(seat: Seat) -> None:
    furnish_board(seat.ground)
    sit_at_switchboard(seat)
    first = take(seat)
    seat.press("Ctrl+Shift+P")
    seat.see("Parkerat")
    seat.line.ring("+46701740606")
    seat.see("Ringer")
    seat.let_pass(ANSWERABLE)
    seat.press("Ctrl+Shift+S")
    seat.see("Samtal: 070-174 06 06")
    seat.press("Ctrl+Tab")
    seat.see("Samtal: 070-174 06 05")
    write_name(seat, "bo testlund")
    seat.press("Return")
    seat.see("Samtal: 070-174 06 06")
    assert [each[:2] for each in seat.line.passed] == [(first, BO)]


def passed_on_to_nurse(ground: Ground, person: str) -> Transfer:
    """A colleague passes a caller on, with words and somebody it is about."""

    def deed() -> Transfer:
        desk = ground.desk
        ground.sign_in("switch")
        known = desk.people.find(identity(person))
        assert known is not None
        call = desk.calls.register(NUMBER).the("call")
        draft = TransferDraft(
            call, TargetKind.QUEUE, TransferHow.BLIND, queue="1177", brief="Gäller ett recept",
            person_id=known.id,
        )  # fmt: skip
        id = desk.transfers.begin(draft).the("transfer")
        desk.transfers.end(id, TransferState.PASSED)
        found = desk.transfers.arriving(str(id))
        desk.sessions.sign_out()
        assert found is not None
        return found

    return beside(deed)


def arrive(seat: Seat, transfer: Transfer) -> None:
    seat.line.calls.append("passed-1")
    seat.line.tell(Rang("passed-1", NUMBER, called="1177", reference=str(transfer.id)))


def test_a_desk_that_takes_the_call_is_told_before_it_answers(seat: Seat) -> None:
    transfer = passed_on_to_nurse(seat.ground, WOMAN)
    seat.sign_in("nurse")
    arrive(seat, transfer)
    seat.see("Kopplat till dig. Gäller ett recept", "Ringer")
    assert "880702" not in seat.reads()
    seat.let_pass(ANSWERABLE)
    seat.press("Ctrl+Shift+S")
    seat.see("I samtal", "Kopplat till dig. Gäller ett recept", "880702-2382")
    picture(seat, "dispatch-taken")


def test_nobody_protected_is_named_where_the_call_arrives(seat: Seat) -> None:
    transfer = passed_on_to_nurse(seat.ground, MAN)
    seat.sign_in("nurse")
    arrive(seat, transfer)
    seat.see("Kopplat till dig. Gäller ett recept", "Ringer")
    seat.let_pass(ANSWERABLE)
    seat.press("Ctrl+Shift+S")
    seat.see("I samtal", "SKYDDADE PERSONUPPGIFTER", "Skyddat nummer")
