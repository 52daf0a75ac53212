"""Absences and rows of the directory, written at the desk by keys alone."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kundcenter.domain.switchboard.absences import Absence, AbsenceReason
from kundcenter.domain.switchboard.contacts import Contact, ContactNumber, NumberKind
from tests.ground import Ground
from tests.ui.workstation.dispatching import (
    HIDDEN_NUMBER,
    Board,
    furnish_board,
    sit_at_switchboard,
    write_name,
)
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import picture
from ui.dialogs.switchboard.absence import AbsenceDialog
from ui.dialogs.switchboard.contact import ContactDialog


def stood(seat: Seat, contact: UUID) -> tuple[Absence, ...]:
    return asked(seat, lambda desk: desk.absences.of(contact))


def row(seat: Seat, name: str) -> Contact:
    (found,) = [each for each in asked(seat, lambda desk: desk.contacts.all()) if each.name == name]
    return found


def at_row(ground: Ground, seat: Seat, words: str, who: str = "switch") -> Board:
    made = furnish_board(ground)
    sit_at_switchboard(seat, who)
    write_name(seat, words)
    return made


def test_somebody_is_set_away_by_a_few_keys_and_the_row_tells_it(
    ground: Ground, seat: Seat
) -> None:
    made = at_row(ground, seat, "testlund bo")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Bo Testlund", "Ingen frånvaro är antecknad")
    seat.write("lunch")
    seat.press("Tab", "Tab")
    seat.write("13:00")
    picture(seat, "absence")
    seat.press("Return")
    seat.see("Frånvaron för Bo Testlund är antecknad.", "Lunch, åter 13:00")
    (absence,) = stood(seat, made.contacts["bo"])
    assert (absence.reason, absence.deputy_id) == (AbsenceReason.LUNCH, None)
    assert absence.back_at == absence.starts_at.replace(
        hour=12, minute=0, second=0, microsecond=0
    )  # 13:00 on a Swedish clock in November


def test_an_absence_ahead_has_a_deputy_who_is_found_by_typing(ground: Ground, seat: Seat) -> None:
    made = at_row(ground, seat, "testlund bo")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Bo Testlund")
    (dialog,) = seat.window.findChildren(AbsenceDialog)
    seat.write("utbildning")
    seat.press("Tab")
    seat.write("2026-11-30 08:00")
    seat.press("Tab")
    seat.write("2026-12-02 17:00")
    dialog.deputy.setFocus()
    seat.write("testberg")
    seat.see("Cia Testberg")
    seat.press("Return")
    seat.see("Frånvaron för Bo Testlund är antecknad.")
    (absence,) = stood(seat, made.contacts["bo"])
    assert absence.deputy_id == made.contacts["cia"]
    assert absence.back_at is not None
    assert absence.back_at - absence.starts_at == timedelta(days=2, hours=9)


def test_a_clock_alone_is_the_next_such_time_after_the_beginning(
    ground: Ground, seat: Seat
) -> None:
    made = at_row(ground, seat, "testlund bo")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Bo Testlund")
    seat.press("Tab")
    seat.write("2026-11-30 08:00")
    seat.press("Tab")
    seat.write("12:00")
    seat.press("Return")
    seat.see("Frånvaron för Bo Testlund är antecknad.")
    (absence,) = stood(seat, made.contacts["bo"])
    assert absence.back_at is not None
    assert absence.back_at - absence.starts_at == timedelta(hours=4)


def test_what_cannot_be_is_said_at_its_field_and_nothing_is_set(ground: Ground, seat: Seat) -> None:
    made = at_row(ground, seat, "testlund bo")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Bo Testlund")
    (dialog,) = seat.window.findChildren(AbsenceDialog)
    dialog.back.set_text("i morgon")
    seat.press("Return")
    seat.see("Skriv tiden som 18:00")
    dialog.back.set_text("2026-11-01 08:00")
    seat.press("Return")
    seat.see("Den tiden ligger före början, eller har varit.")
    dialog.back.set_text("")
    dialog.deputy.field.set_text("finns inte alls")
    seat.press("Return")
    seat.see("Ingen sådan finns i katalogerna.")
    assert stood(seat, made.contacts["bo"]) == ()
    seat.press("Esc")


def test_nobody_stands_in_for_themselves(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "testlund bo")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Bo Testlund")
    (dialog,) = seat.window.findChildren(AbsenceDialog)
    dialog.deputy.setFocus()
    seat.write("bo test")
    seat.settle()
    assert "Bo Testlund" not in [each.name for each in dialog.deputy.records]
    seat.press("Esc")


def test_somebody_who_is_back_is_told_so_by_delete(ground: Ground, seat: Seat) -> None:
    made = at_row(ground, seat, "anna test")
    seat.see("Möte, åter")
    seat.press("Ctrl+R")
    seat.see("Frånvaro: Anna Testsson", "Bo Testlund")
    (dialog,) = seat.window.findChildren(AbsenceDialog)
    dialog.table.setFocus()
    seat.press("Delete")
    seat.see("Ingen frånvaro är antecknad")
    seat.press("Esc")
    seat.see_no_more("Möte, åter")
    (absence,) = stood(seat, made.contacts["anna"])
    assert absence.ended_at is not None


def test_a_row_is_written_and_found_at_once(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "", "lead")
    seat.press("Ctrl+Shift+N")
    seat.see("Ny rad i katalogen")
    (dialog,) = seat.window.findChildren(ContactDialog)
    assert dialog.directory.text() == "Regionen"
    seat.write("Nyx Testnorr")
    dialog.extension.set_text("3190")
    dialog.numbers[NumberKind.MOBILE].set_text("070-174 06 55")
    dialog.hidden.set_text("070-174 06 56, 031-390 06 00")
    dialog.words.set_text("hjärtlarm")
    picture(seat, "contact")
    seat.press("Return")
    seat.see("Nyx Testnorr är sparad i katalogen.")
    told = row(seat, "Nyx Testnorr").told
    assert told.numbers == (
        ContactNumber(NumberKind.MOBILE, "+46701740655"),
        ContactNumber(NumberKind.OTHER, "+46701740656", hidden=True),
        ContactNumber(NumberKind.OTHER, "+46313900600", hidden=True),
    )
    write_name(seat, "hjartlarm")
    seat.see("Nyx Testnorr")


def test_hidden_numbers_are_kept_and_shown_nowhere(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "doris", "lead")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra raden i katalogen", "Ta bort de dolda nummer som finns (1)")
    (dialog,) = seat.window.findChildren(ContactDialog)
    assert "06 32" not in seat.reads() and "0632" not in seat.reads()
    assert all("32" not in field.text() for field in (*dialog.numbers.values(), dialog.hidden))
    dialog.title.set_text("Logoped")
    seat.press("Return")
    seat.see("Doris Testgren är sparad i katalogen.")
    told = row(seat, "Doris Testgren").told
    assert (told.title, told.numbers[0].number) == ("Logoped", HIDDEN_NUMBER)
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra raden i katalogen")
    (dialog,) = [each for each in seat.window.findChildren(ContactDialog) if each.isVisible()]
    dialog.forget_hidden.setChecked(True)
    seat.press("Return")
    seat.until(lambda: row(seat, "Doris Testgren").told.numbers == (), "no hidden number")


def test_a_wrong_number_is_said_at_its_field(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "testlund bo", "lead")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra raden i katalogen")
    (dialog,) = seat.window.findChildren(ContactDialog)
    dialog.numbers[NumberKind.PAGER].set_text("12 34 567")
    seat.press("Return")
    seat.settle()
    assert dialog.numbers[NumberKind.PAGER].error
    dialog.numbers[NumberKind.PAGER].set_text("")
    dialog.email.set_text("fel adress")
    seat.press("Return")
    seat.see("Skriv adressen som namn@example.com.")
    dialog.email.set_text("")
    dialog.name.set_text(" ")
    seat.press("Return")
    seat.see("Skriv ett namn.")
    assert row(seat, "Bo Testlund").number == 1
    seat.press("Esc")


def test_a_row_out_of_use_is_found_no_more(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "erik", "lead")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra raden i katalogen")
    (dialog,) = seat.window.findChildren(ContactDialog)
    dialog.retire.setFocus()
    seat.press("Space")
    seat.see("Erik Testman är ur bruk.")
    assert row(seat, "Erik Testman").retired_at is not None
    board = seat.workstation.guiding.board
    seat.until(lambda: board.find("erik testman") == (), "the row gone")


def test_who_may_not_edit_is_offered_no_editing(ground: Ground, seat: Seat) -> None:
    at_row(ground, seat, "testlund bo")
    page = seat.workstation.pages.dispatch
    assert page.acts.absence.isVisible()
    assert not page.acts.edit.isVisible() and not page.acts.new.isVisible()
    seat.press("Ctrl+Shift+E", "Ctrl+Shift+N")
    seat.settle()
    assert seat.window.findChildren(ContactDialog) == []


def test_what_somebody_else_has_changed_is_not_written_over(ground: Ground, seat: Seat) -> None:
    made = at_row(ground, seat, "testlund bo", "lead")
    seat.press("Ctrl+Shift+E")
    seat.see("Ändra raden i katalogen")
    (dialog,) = seat.window.findChildren(ContactDialog)
    bo = row(seat, "Bo Testlund")
    asked(seat, lambda desk: desk.contacts.put(made.contacts["bo"], bo.told, upon=1))
    dialog.title.set_text("Annat")
    seat.press("Return")
    seat.see("Någon har ändrat raden i katalogen.")
    assert row(seat, "Bo Testlund").told.title == "Kurator"
    seat.press("Esc")
