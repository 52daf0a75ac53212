"""One's own password is changed by whoever knows the old one."""

from __future__ import annotations

from tests.ground import PASSWORD
from tests.ui.workstation.seat import Seat

NEW = "korrekt häst batteri häftapparat"


def ask(seat: Seat, old: str, new: str, again: str) -> None:
    seat.press("Ctrl+K")
    seat.write("byt lösenord")
    seat.press("Return")
    seat.see("Nuvarande lösenord")
    for text in (old, new, again):
        seat.write(text)
        seat.press("Tab")
    seat.press("Ctrl+Return")


def test_the_new_password_opens_the_desk_and_the_old_one_does_not(nurse: Seat) -> None:
    ask(nurse, PASSWORD, NEW, NEW)
    nurse.see("Ditt lösenord är bytt.")
    nurse.press("Ctrl+Q")
    nurse.see("Användarnamn")
    nurse.write("nurse")
    nurse.press("Tab")
    nurse.write(PASSWORD)
    nurse.press("Return")
    nurse.see("Fel användarnamn eller lösenord.")
    nurse.write(NEW)
    nurse.press("Return")
    nurse.see("Inget samtal pågår")


def test_a_wrong_old_password_changes_nothing(nurse: Seat) -> None:
    ask(nurse, "något annat", NEW, NEW)
    nurse.see("Det nuvarande lösenordet stämmer inte.")


def test_the_new_one_is_written_twice_alike(nurse: Seat) -> None:
    ask(nurse, PASSWORD, NEW, f"{NEW}!")
    nurse.see("De två lösenorden är inte lika.")


def test_a_new_one_that_anybody_would_try_is_refused(nurse: Seat) -> None:
    ask(nurse, PASSWORD, "kort", "kort")
    nurse.see("Lösenordet")
    assert "Ditt lösenord är bytt." not in nurse.reads()
