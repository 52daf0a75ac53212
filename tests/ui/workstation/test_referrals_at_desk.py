"""What came of one's referrals, week by week; the hand-over by voice, ticked off as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kundcenter.domain.access import Role
from kundcenter.domain.referrals import ReferralState, StepKind, ToldReferral
from tests.ground import PASSWORD, Ground
from tests.ui.workstation.guided import CHILDREN, furnish_guidance
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_where_to import begun, sign_it, urgent
from ui.dialogs.sbar import SbarDialog
from ui.panels.referrals import ReferralsPage
from ui.theme.fonts import load_fonts


@pytest.fixture
def guided(ground: Ground, tmp_path: Path, qtbot: QtBot) -> Iterator[Seat]:
    """A nurse with a call about a child with fever, who is to go to the children's emergency."""
    beside(lambda: furnish_guidance(ground))
    load_fonts()
    made = Seat(ground, tmp_path)
    begun(made)
    urgent(made)
    made.press("Ctrl+E")
    made.see(CHILDREN)
    made.settle()
    made.press("Return")
    yield made
    made.leave()


def page_of(seat: Seat) -> ReferralsPage:
    page = seat.workstation.pages["referrals"]
    assert isinstance(page, ReferralsPage)
    return page


def told(seat: Seat) -> list[ToldReferral]:
    """The entry's referrals as the store has them."""
    card = seat.workstation.cards.current
    assert card is not None
    entry_id = card.view.part.entry_id
    assert entry_id is not None
    return list(asked(seat, lambda desk: desk.referrals.of_entry(entry_id)))


def sbar_of(seat: Seat) -> SbarDialog:
    (dialog,) = seat.window.findChildren(SbarDialog)
    return dialog


def test_the_week_lists_what_was_referred_and_one_key_tells_what_came_of_it(guided: Seat) -> None:
    sign_it(guided)
    guided.press("Ctrl+8")
    guided.see("Mina hänvisningar", "Vecka 47", CHILDREN, "Barnakut", "Lagd")
    picture(guided, "referrals")
    guided.press("Alt+1")
    guided.see("Vad det blev: nådd")
    guided.write("Lades in.")
    guided.press("Return")
    guided.see("Det är noterat.")
    guided.settle()
    (only,) = told(guided)
    assert only.referral.state is ReferralState.REACHED
    assert only.steps[-1].text == "Lades in."
    assert not page_of(guided).tell[ReferralState.REACHED].isEnabled()


def test_who_answers_for_the_support_sees_how_often_one_deviated(
    ground: Ground, tmp_path: Path, qtbot: QtBot
) -> None:
    def furnish() -> None:
        ground.desk.sessions.sign_in("admin", PASSWORD)
        ground.operator("leader", Role.SUPERVISOR_NURSE, position="Arbetsledare")
        ground.desk.sessions.sign_out()

    beside(furnish)
    load_fonts()
    seat = Seat(ground, tmp_path)
    try:
        seat.sign_in("leader")
        seat.press("Ctrl+8")
        seat.see("Avsteg den här månaden, hela regionen", "0 hänvisade.")
    finally:
        seat.leave()


def test_no_patient_is_named_in_the_list(guided: Seat) -> None:
    sign_it(guided)
    guided.press("Ctrl+8")
    guided.see(CHILDREN)
    assert "Test Person" not in guided.reads()
    assert "20241" not in guided.reads()


def test_another_week_is_another_list(guided: Seat) -> None:
    sign_it(guided)
    guided.press("Ctrl+8")
    guided.see(CHILDREN)
    guided.press("Ctrl+J")
    guided.see("Vecka 46", "Inga hänvisningar den här veckan")
    guided.press("Ctrl+Shift+J")
    guided.see("Vecka 47", CHILDREN)
    assert not page_of(guided).later.isEnabled()


def test_a_patient_is_handed_over_by_voice_and_by_keys_alone(guided: Seat) -> None:
    guided.press("Ctrl+Shift+E")
    guided.see("Lämna över", "S – Situation", "R – Rekommendation", CHILDREN)
    guided.settle()
    picture(guided, "sbar")
    for key in ("S", "B", "A", "R"):
        assert guided.focus() is sbar_of(guided).ticks[key]
        guided.press("Space")
        guided.press("Tab")
    while guided.focus() is not sbar_of(guided).receiver.edit:
        guided.press("Tab")
    guided.write("Test Mottagare, sjuksköterska")
    guided.press("Return")
    guided.see("Överlämningen är noterad.")
    guided.settle()
    (only,) = told(guided)
    step = only.handed_over
    assert step is not None
    assert (step.receiver, step.parts) == ("Test Mottagare, sjuksköterska", ("S", "B", "A", "R"))
    assert [each.kind for each in only.steps] == [StepKind.MADE, StepKind.HANDED_OVER]


def test_nothing_is_noted_without_a_receiver_or_without_a_part(guided: Seat) -> None:
    guided.press("Ctrl+Shift+E")
    guided.see("S – Situation")
    guided.settle()
    sbar_of(guided).primary.click()
    guided.see("Kryssa för det som är sagt, eller boka en tid.")
    guided.press("Space")
    sbar_of(guided).primary.click()
    guided.see("Skriv vem som tar emot.")
    assert told(guided) == []


def test_a_time_is_booked_when_the_place_is_open_and_in_the_future(guided: Seat) -> None:
    guided.press("Ctrl+Shift+E")
    guided.see("Bokad tid")
    guided.settle()
    dialog = sbar_of(guided)
    dialog.booked.set_text("i morgon")
    dialog.primary.click()
    guided.see("Skriv tiden som 20:15 eller 2026-11-21 20:15.")
    dialog.booked.set_text("2026-11-21 20:15")
    dialog.primary.click()
    guided.see("mer än ett år bort")
    dialog.booked.set_text("23:30")
    dialog.primary.click()
    guided.see("Överlämningen är noterad.")
    guided.settle()
    (only,) = told(guided)
    assert only.referral.booked_at is not None
    assert only.referral.rank == 1


def test_the_same_referral_is_not_made_twice_when_the_note_is_signed(guided: Seat) -> None:
    guided.press("Ctrl+Shift+E")
    guided.see("S – Situation")
    guided.settle()
    guided.press("Space")
    sbar_of(guided).receiver.set_text("Test Mottagare")
    sbar_of(guided).primary.click()
    guided.see("Överlämningen är noterad.")
    sign_it(guided)
    assert [each.referral.state for each in told(guided)] == [ReferralState.MADE]
