"""Somebody asks about a named person: the rule card, the lock, ringing back, what is written."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from kundcenter.domain.people import Person, Protection
from kundcenter.domain.switchboard.inquiries import (
    Answer,
    Asked,
    Asker,
    DisclosureGround,
    Inquiry,
)
from kundcenter.domain.switchboard.terms_default import DEFAULT
from tests.ground import MAN, Ground
from tests.ui.workstation.asked_desk import HIDDEN, Sit, sit_down, topics
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_keys import ambiguous, nameless, unreachable
from tests.ui.workstation.test_people import beside, picture
from tests.ui.workstation.test_stretch import cut
from ui.dialogs.switchboard.inquiries import InquiriesDialog
from ui.dialogs.switchboard.secrecy import SecrecyDialog
from ui.theme.look import Look
from ui.theme.themes import ThemeName
from ui.theme.wear import wear

__all__ = ["sit_down", "topics"]


def opened(seat: Seat) -> SecrecyDialog:
    seat.press("Ctrl+Shift+Å")
    seat.see("Någon frågar efter en person", "Regelkort")
    (dialog,) = seat.window.findChildren(SecrecyDialog)
    return dialog


def choose(dialog: SecrecyDialog, **chosen: Any) -> None:
    """As by a key of the row: the value, and what follows from it."""
    for name, value in chosen.items():
        row = getattr(dialog, name)
        row.choose(value)
        row.chosen.emit(value)


def noted(seat: Seat) -> tuple[Inquiry, ...]:
    return asked(seat, lambda desk: desk.inquiries.latest())


def person(ground: Ground, number: str = MAN) -> Person:
    def look() -> Person:
        (found,) = ground.desk.people.search(number).people
        return found

    return beside(look)


def test_the_rule_card_stands_beside_and_nothing_is_chosen_beforehand(sit_down: Sit) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    seat.see(*DEFAULT.secrecy)
    picture(seat, "secrecy-empty")
    assert not (dialog.asker.value or dialog.asked.value or dialog.answer.value)
    seat.press("Ctrl+Return")
    seat.see("Välj ett alternativ.")
    assert noted(seat) == ()


def test_it_is_answered_by_keys_alone(sit_down: Sit) -> None:
    seat = sit_down("switch")
    opened(seat)
    seat.press("6")  # the press
    seat.press("Tab")
    seat.press("1")  # whether somebody is here
    for _ in range(3):
        seat.press("Tab")
    seat.press("1")  # neither confirmed nor denied
    picture(seat, "secrecy-refused")
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")
    (one,) = noted(seat)
    assert (one.draft.asker, one.draft.asked, one.draft.answer) == (
        Asker.PRESS,
        Asked.IS_HERE,
        Answer.REFUSED,
    )
    assert one.draft.person_id is None and one.draft.call_id is None


def test_it_belongs_to_the_call_in_hand(sit_down: Sit) -> None:
    seat = sit_down("nurse")
    seat.take_call()
    dialog = opened(seat)
    choose(dialog, asker=Asker.RELATIVE, asked=Asked.WHERE, answer=Answer.REFERRED)
    dialog.reason.set_text("Gruppledaren tar över.")
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")
    (one,) = noted(seat)
    assert one.draft.call_id is not None
    assert one.draft.reason == "Gruppledaren tar över."


def test_a_protected_person_locks_the_answer(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("leader")
    dialog = opened(seat)
    choose(dialog, asker=Asker.POLICE, asked=Asked.DETAILS, answer=Answer.DISCLOSED)
    found = person(ground)
    assert found.protected
    dialog.take_person(found)
    seat.see("SKYDDADE PERSONUPPGIFTER – lämna inte ut några uppgifter", "Skyddad uppgift")
    picture(seat, "secrecy-locked")
    assert not dialog.answer.isVisible() and not dialog.ground.isVisible()
    assert "Lämnat ut" not in seat.reads()
    assert "Person 1988" not in seat.reads()
    seat.press("Ctrl+Return")
    seat.see("Välj ett alternativ.")  # what was chosen before counts no more
    choose(dialog, answer_locked=Answer.REFUSED)
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")
    (one,) = noted(seat)
    assert one.protected and one.draft.answer is Answer.REFUSED


def test_a_mark_that_came_after_the_search_refuses_it_too(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("nurse")
    dialog = opened(seat)
    found = person(ground, "198807022382")
    dialog.take_person(found)
    choose(dialog, asker=Asker.RELATIVE, asked=Asked.WHERE, answer=Answer.DISCLOSED)
    choose(dialog, ground=DisclosureGround.CONSENT)
    dialog.reason.set_text("Patienten har sagt ja.")
    beside(lambda: ground.desk.people.protect(found.id, Protection.CONFIDENTIAL))
    seat.press("Ctrl+Return")
    seat.see("Personen har skyddad identitet.")
    assert dialog.isVisible() and noted(seat) == ()


def test_what_is_disclosed_wants_a_ground_and_a_reason(sit_down: Sit) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    choose(dialog, asker=Asker.RELATIVE, asked=Asked.CONNECT, answer=Answer.DISCLOSED)
    seat.press("Ctrl+Return")
    seat.see("Utan en grund lämnas inget ut.")
    choose(dialog, ground=DisclosureGround.HARMLESS)
    seat.press("Ctrl+Return")
    seat.see("Skriv varför det lämnades ut.")
    dialog.reason.set_text("Sambon hämtar, patienten väntar på samtalet.")
    picture(seat, "secrecy-disclosed")
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")
    (one,) = noted(seat)
    assert one.draft.ground is DisclosureGround.HARMLESS


def test_one_rings_back_at_a_number_of_the_register_and_sees_no_hidden_one(
    sit_down: Sit,
) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    choose(dialog, asker=Asker.POLICE, asked=Asked.IS_HERE, answer=Answer.CALLED_BACK)
    seat.press("Ctrl+Return")
    seat.see("Sök i katalogen, och ring upp numret som står där.")
    dialog.back.finder.field.edit.setFocus()
    seat.write("vakten")
    seat.see("Vakten (test)", "Kopplas")
    assert not dialog.back.ring.isEnabled()
    dialog.back.finder.field.edit.selectAll()
    seat.write("polisens lednings")
    seat.see("031-390 06 01")
    assert HIDDEN not in seat.reads() and "070-174 06 99" not in seat.reads()
    picture(seat, "secrecy-call-back")
    dialog.back.ring.click()
    seat.settle()
    if QApplication.activeModalWidget() is not dialog:  # no line here: it is shown large
        seat.see("Nummer att ringa")
        seat.press("Escape")
    seat.see("Uppringd: Polisens ledningscentral (test)")
    dialog.primary.click()
    seat.see("Frågan och svaret är antecknade.")
    (one,) = noted(seat)
    assert one.draft.called_back == dialog_called(seat)


def dialog_called(seat: Seat) -> UUID:
    contacts = asked(seat, lambda desk: desk.contacts.all())
    return next(each.id for each in contacts if each.name.startswith("Polisens"))


def test_whoever_says_they_are_an_authority_is_asked_to_be_rung_back(sit_down: Sit) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    choose(dialog, asker=Asker.AUTHORITY, asked=Asked.DETAILS, answer=Answer.DISCLOSED)
    choose(dialog, ground=DisclosureGround.DUTY)
    dialog.reason.set_text("Begäran enligt lag.")
    seat.press("Ctrl+Return")
    seat.see("Ingen är motringd.")
    assert noted(seat) == ()
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")


def test_who_leads_sees_everybodys_and_no_name_of_a_patient(sit_down: Sit, ground: Ground) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    dialog.take_person(person(ground, "198807022382"))
    choose(dialog, asker=Asker.PRESS, asked=Asked.IS_HERE, answer=Answer.REFUSED)
    dialog.who.set_text("En tidning")
    seat.press("Ctrl+Return")
    seat.see("Frågan och svaret är antecknade.")
    seat.settle()
    seat.leave()
    seat = sit_down("leader")
    dialog = opened(seat)
    dialog.list_.click()
    seat.see("Frågor om personer", "Test Switch", "En tidning")
    picture(seat, "inquiries")
    assert "Person 1988" not in seat.reads()
    assert not nameless(seat) and not ambiguous(seat)


def test_a_reviewer_of_the_log_sees_the_list_alone(sit_down: Sit) -> None:
    seat = sit_down("reviewer")
    seat.press("Ctrl+Shift+Å")
    seat.see("Frågor om personer", "Ingen har frågat")
    assert seat.window.findChildren(InquiriesDialog)
    assert not seat.window.findChildren(SecrecyDialog)


def test_an_administrator_is_offered_nothing(sit_down: Sit) -> None:
    seat = sit_down("admin")
    seat.press("Ctrl+Shift+Å")
    seat.settle()
    assert QApplication.activeModalWidget() is None


def test_what_was_written_outlives_a_crash(sit_down: Sit) -> None:
    seat = sit_down("switch")
    dialog = opened(seat)
    choose(dialog, asker=Asker.RELATIVE, asked=Asked.CONDITION)
    dialog.who.set_text("Säger sig vara syster")
    seat.settle()
    seat.let_pass(800)
    seat.settle()
    seat.leave()
    seat = sit_down("switch")
    dialog = opened(seat)
    seat.see("Återställd text, inte sparad")
    assert dialog.who.text() == "Säger sig vara syster"
    assert (dialog.asker.value, dialog.asked.value) == (Asker.RELATIVE, Asked.CONDITION)


@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
@pytest.mark.parametrize("size", [100, 150])
def test_nothing_is_cut_and_everything_is_reached_in_every_look(
    sit_down: Sit, qapp: QApplication, ground: Ground, theme: ThemeName, size: int
) -> None:
    seat = sit_down("switch")
    wear(qapp, Look(theme=theme, size=size))
    try:
        dialog = opened(seat)
        choose(dialog, asker=Asker.POLICE, asked=Asked.IS_HERE, answer=Answer.DISCLOSED)
        seat.settle()
        picture(seat, f"secrecy-{theme}-{size}")
        assert cut(seat) == []
        assert not nameless(seat) and not unreachable(seat) and not ambiguous(seat)
        assert dialog.width() <= seat.window.width() and dialog.height() <= seat.window.height()
    finally:
        wear(qapp, Look())
