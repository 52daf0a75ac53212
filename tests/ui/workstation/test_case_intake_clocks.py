"""While one writes: the clocks run by working days, and the routing proposes who should have it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from kundcenter.changes import Change, Changes
from kundcenter.domain.access import Role
from kundcenter.domain.case_codes import ClockKind, Injury, Recipient, Said
from kundcenter.domain.case_routing import Caution
from kundcenter.domain.case_terms import CaseTimes, Category
from tests.ground import PASSWORD, WOMAN, Ground
from tests.ui.workstation.intake import (
    WORDS,
    form,
    intake,
    open_form,
    swedish,
    taken,
    the_case,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture

__all__ = ["swedish"]
pytestmark = pytest.mark.usefixtures("swedish")


def days(seat: Seat) -> dict[ClockKind, date]:
    seat.settle()
    return {each.kind: each.day for each in intake(seat).clocks.shown}


def in_sight(seat: Seat) -> str:
    """All that the card with the clocks says."""
    seat.settle()
    found = intake(seat).clocks.findChildren(QLabel)
    return "\n".join(each.text() for each in found if each.isVisible())


def recipients(seat: Seat) -> list[Recipient]:
    seat.settle()
    return [each.recipient for each in intake(seat).routes.shown]


def chosen(seat: Seat) -> Recipient:
    seat.settle()
    return intake(seat).routes.value


@pytest.mark.parametrize(
    ("received", "confirm", "answer"),
    [
        ("17/6", "2026-06-22", "2026-07-15"),
        ("20/11", "2026-11-24", "2026-12-18"),
        ("2026-04-01", "2026-04-07", "2026-04-29"),
        ("2025-11-26", "2025-11-28", "2025-12-29"),  # Christmas Eve: the next working day
    ],
)
def test_the_clocks_run_from_the_day_it_came(
    seat: Seat, received: str, confirm: str, answer: str
) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    form(seat).channel.take("BREV")
    form(seat).received.setFocus()
    seat.write(received)
    assert days(seat)[ClockKind.CONFIRM] == date.fromisoformat(confirm)
    assert days(seat)[ClockKind.ANSWER] == date.fromisoformat(answer)


def test_what_is_said_in_a_call_is_confirmed_already(seat: Seat) -> None:
    seat.sign_in("nurse")
    seat.take_call(keyed_id=WOMAN)
    open_form(seat)
    assert "Sägs eller lämnas nu." in in_sight(seat)
    assert "21 vardagar" in in_sight(seat)
    form(seat).answer.confirm.take_focus()
    seat.press("3")
    assert "Sägs eller lämnas nu." not in in_sight(seat)
    assert "Senast tisdag 24 november" in in_sight(seat)


def test_an_injury_starts_two_clocks_more_and_the_event_a_warning(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    assert set(days(seat)) == {ClockKind.CONFIRM, ClockKind.ANSWER}
    form(seat).what.injury.take_focus()
    seat.press("2")
    assert days(seat)[ClockKind.INJURY] == date(2026, 11, 23)
    assert days(seat)[ClockKind.LEX_MARIA] == date(2027, 1, 21)
    form(seat).what.happened.setFocus()
    seat.write("24/4")
    assert days(seat)[ClockKind.LEX_MARIA] == date(2026, 6, 24)
    assert days(seat)[ClockKind.IVO] == date(2028, 4, 24)
    assert "Efter måndag 24 april 2028 kan IVO avstå från att pröva." in in_sight(seat)
    form(seat).what.injury.take_focus()
    seat.press("1")
    assert set(days(seat)) == {ClockKind.CONFIRM, ClockKind.ANSWER, ClockKind.IVO}


def test_the_routing_follows_what_is_answered_until_the_operator_has_chosen(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    shown, routes = form(seat), intake(seat).routes
    assert recipients(seat) == [Recipient.CARE_PROVIDER]
    shown.telling.wishes.boxes["MYNDIGHET"].setFocus()
    seat.press("M")
    assert Recipient.IVO in recipients(seat)
    shown.what.heard.take_focus()
    seat.press("N")
    shown.what.happened.setFocus()
    seat.write("2023")
    seat.settle()
    ivo = next(each for each in routes.shown if each.recipient is Recipient.IVO)
    assert {Caution.NOT_HEARD, Caution.OLDER} <= set(ivo.cautions)
    picture(seat, "intake-routes")
    assert chosen(seat) is Recipient.CARE_PROVIDER
    shown.what.injury.take_focus()
    seat.press("2")
    seat.settle()
    assert chosen(seat) is Recipient.CHIEF  # proposed first
    routes.recipient.setFocus()
    seat.write("patientn")
    seat.press("Tab")
    shown.what.injury.take_focus()
    seat.press("1")
    seat.settle()
    assert chosen(seat) is Recipient.PATIENT_BOARD  # chosen by hand
    seat.press("Ctrl+Return")
    taken(seat)
    facts = the_case(seat).case.facts
    assert (facts.recipient, facts.heard, facts.event) == (
        Recipient.PATIENT_BOARD,
        Said.NO,
        "2023",
    )


def test_what_is_still_to_be_asked_is_listed_and_stops_nobody(seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    seat.settle()
    lacking = intake(seat).lacking
    assert "Svar genom" in lacking.text()
    assert "Med egna ord" in lacking.text()
    seat.write(WORDS)
    seat.settle()
    assert "Med egna ord" not in lacking.text()
    form(seat).what.injury.choose(Injury.NO)
    seat.press("Ctrl+Return")
    taken(seat)


def publish(ground: Ground) -> None:
    desk = ground.desk
    desk.sessions.sign_in("admin", PASSWORD)
    ground.operator("chief", Role.MEDICAL_LEAD)
    desk.sessions.sign_out()
    desk.sessions.sign_in("chief", PASSWORD)
    desk.case_terms.publish(
        (Category("1", "Vården"), Category("1.1", "Läkemedel"), Category("2", "Bort", ended=True)),
        CaseTimes(confirm_days=3, answer_weeks=2),
        upon=0,
    )
    desk.sessions.sign_out()


def test_terms_that_come_while_one_writes_are_in_force_at_once(ground: Ground, seat: Seat) -> None:
    seat.sign_in("nurse")
    open_form(seat)
    assert days(seat)[ClockKind.ANSWER] == date(2026, 12, 21)
    beside(ground.desk.sessions.sign_out)
    beside(lambda: publish(ground))
    beside(lambda: ground.desk.sessions.sign_in("nurse", PASSWORD))
    seat.tasks.announce(Changes((Change("case_terms", UUID(int=1)),)))
    seat.until(lambda: days(seat)[ClockKind.ANSWER] == date(2026, 12, 7), "the new terms")


def test_the_regions_own_terms_are_in_force(ground: Ground, seat: Seat) -> None:
    beside(lambda: publish(ground))
    seat.sign_in("nurse")
    open_form(seat)
    seat.write(WORDS)
    seat.settle()
    category = form(seat).what.category
    assert [category.box.itemText(at) for at in range(category.box.count())] == [
        "1 Vården",
        "1.1 Läkemedel",
    ]
    assert days(seat) == {
        ClockKind.CONFIRM: date(2026, 11, 25),
        ClockKind.ANSWER: date(2026, 12, 7),
    }
    category.setFocus()
    seat.write("läke")
    seat.press("Tab", "Ctrl+Return")
    taken(seat)
    seat.see("Du får svar senast måndag 7 december.")
    case = the_case(seat).case
    assert case.facts.category == "1.1"
    assert case.due_at == datetime(2026, 12, 7, 23, tzinfo=UTC)
