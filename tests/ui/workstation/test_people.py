"""Who the call is about, at the window: searched, merged, marked, and asked how it is now."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QApplication, QLabel, QWidget

from kundcenter.domain.identity import PersonId
from kundcenter.domain.special_notes import SpecialKind
from tests.ground import MAN, NUMBER, WHOLE, WOMAN, identity
from tests.ui.workstation.seat import Seat
from ui.dialogs.merge import MergeDialog
from ui.panels.note_form import NoteForm
from ui.panels.who import WhoPanel

T = TypeVar("T")
NEW = "070101-2387"  # an official test number that is not in the file
PICTURES = os.environ.get("PICTURES")


def picture(seat: Seat, name: str) -> None:
    """For the eye of who develops; nothing in a test run."""
    if PICTURES:
        seat.settle()
        seen = QApplication.activeModalWidget() or seat.window
        seen.grab().save(str(Path(PICTURES) / f"{name}.png"))


def beside(deed: Callable[[], T]) -> T:
    """What a colleague did, off the GUI thread."""
    with ThreadPoolExecutor(1) as other:
        return other.submit(deed).result()


def woman(seat: Seat) -> None:
    """A call about the woman who has a note already."""
    seat.take_call(keyed_id=WOMAN)
    seat.see("Test Person 1988")


def test_a_person_is_found_by_name_and_year_and_opened_by_enter(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.see("Varje träff loggas.")
    nurse.write("pers tes 1988")
    nurse.see("880702-2382")
    picture(nurse, "search")
    nurse.press("Return")
    nurse.see("Tidigare anteckningar", "880702-2382")


def test_a_protected_person_is_not_in_any_list_of_names(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write("person")
    nurse.see("880702-2382")
    assert "880701" not in nurse.reads()
    assert "Skyddad uppgift" not in nurse.reads()


def test_the_whole_number_of_a_protected_person_tells_only_that_they_exist(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write(MAN)
    nurse.see("Skyddad uppgift")
    nurse.press("Return")
    nurse.see("SKYDDADE PERSONUPPGIFTER")
    picture(nurse, "protected")


def test_too_little_to_search_by_is_told(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write("a b c")
    nurse.see("Skriv minst 2 bokstäver av namnet")


def test_the_earlier_advice_and_how_it_is_now_stand_before_the_first_key(nurse: Seat) -> None:
    woman(nurse)
    nurse.see("Har hört av sig nyligen", "Vila och vätska", "Sämre", "Oförändrat")
    heard: list[tuple[object, object]] = []
    _who(nurse).course_chosen.connect(lambda course, entry: heard.append((course, entry)))
    picture(nurse, "radar")
    nurse.press("Alt+1")
    assert [course for course, _ in heard] == ["SAMRE"]
    assert heard[0][1] is not None
    (form,) = nurse.window.findChildren(NoteForm)
    assert (form.note.course, form.note.follows) == heard[0]


def test_a_special_note_stands_on_top_until_it_is_ended(nurse: Seat) -> None:
    woman(nurse)
    nurse.press("Ctrl+F2")
    nurse.see("Vad ska ändras?")
    picture(nurse, "facts")
    nurse.press("1", "Return")
    nurse.see("Vad den som svarar behöver veta")
    picture(nurse, "special")
    nurse.press("Tab")
    nurse.write("Hotade personal i telefon.")
    nurse.press("Return")
    nurse.see("Hot eller våld: Hotade personal i telefon.")
    nurse.press("Ctrl+F2", "2", "Return")
    nurse.see("Avsluta uppmärksamhet")
    nurse.press("Return")
    nurse.see_no_more("Hotade personal")


def test_a_dead_person_is_warned_of_and_may_still_be_written_about(nurse: Seat) -> None:
    people = nurse.ground.desk.people
    found = beside(lambda: people.find(identity(WOMAN)))
    assert found is not None
    beside(lambda: people.note_death(found.id, "2026-10-00"))
    beside(lambda: people.note_language(found.id, "Somaliska"))
    beside(lambda: people.note_special(found.id, SpecialKind.HEARING, "Hör dåligt på vänster."))
    woman(nurse)
    nurse.see("Avliden 2026-10-??", "Tolk: Somaliska", "Hör dåligt")
    picture(nurse, "deceased")
    nurse.press("F4")
    nurse.write("Dottern ringer.")
    nurse.press("Ctrl+S")
    nurse.see("Sparad, osignerad")


def cut_short(shown: QWidget) -> list[str]:
    """The texts of which a line is not in sight."""
    every = (each for each in shown.findChildren(QLabel) if each.isVisible() and each.text())
    return [each.text() for each in every if each.height() < each.heightForWidth(each.width())]


def test_a_number_that_another_has_offers_a_merge_and_the_merge_can_be_undone(nurse: Seat) -> None:
    people = nurse.ground.desk.people
    unknown = beside(lambda: people.register_unidentified("Kvinna på torget")).the("person")
    beside(lambda: nurse.ground.desk.journal.write(unknown, WHOLE))
    nurse.call_by_hand()
    nurse.press("Shift+F2")
    nurse.write("kvinna torget")
    nurse.see("Utan identitetsnummer")
    nurse.press("Return")
    nurse.see("Kvinna på torget", "Okänd identitet")
    nurse.press("Ctrl+F2", "3", "Return")
    nurse.see("Det tidigare numret finns kvar")
    nurse.write(WOMAN)
    nurse.press("Return")
    nurse.see("Är det samma person?", "Test Person 1988", "Går upp i den andra")
    picture(nurse, "merge")
    (dialog,) = nurse.window.findChildren(MergeDialog)
    nurse.until(lambda: cut_short(dialog) == [], "all that tells them apart in sight")
    nurse.write("Hon har sagt sitt nummer nu")
    nurse.press("Return")
    nurse.see("Sammanslagen med: Kvinna på torget", "880702-2382")
    picture(nurse, "merged")
    nurse.press("Ctrl+F2", "7", "Return")
    nurse.see("Båda står för sig själva igen")
    nurse.press("Tab", "Return")
    nurse.see_no_more("Sammanslagen med")


def test_somebody_alike_is_told_of_and_stops_nobody(nurse: Seat) -> None:
    people = nurse.ground.desk.people
    unknown = PersonId.unknown(UUID(int=7))
    born = date(2007, 1, 1)
    beside(lambda: people.register(unknown, "Åsa", "Öberg", born_on=born))
    nurse.call_by_hand()
    nurse.write(NEW)
    nurse.press("Return")
    nurse.see("Numret finns inte här. Stämmer det?")
    nurse.write("Asa")
    nurse.press("Tab")
    nurse.write("Oberg")
    nurse.see("Kan redan finnas: Åsa Öberg")
    picture(nurse, "alike")
    nurse.press("Return")
    nurse.see("Asa Oberg", "Inga tidigare anteckningar")


def test_a_general_question_needs_no_person(nurse: Seat) -> None:
    nurse.call_by_hand()
    nurse.press("Tab", "Tab", "Tab", "Tab", "Space")
    nurse.see("Anonym – ingen journal", "Ange person")
    assert _who(nurse).anonymous
    picture(nurse, "anonymous")


def test_a_number_that_called_lately_is_told_before_anybody_is_named(nurse: Seat) -> None:
    beside(lambda: nurse.ground.desk.calls.register(NUMBER))
    nurse.take_call()
    nurse.see("Har hört av sig nyligen", "1 på 24 tim")


def test_opening_a_protected_person_copies_nothing(nurse: Seat) -> None:
    nurse.take_call(keyed_id=MAN)
    nurse.see("SKYDDADE PERSONUPPGIFTER", "Test Person 1988")
    assert "880701" not in QApplication.clipboard().text()


def _who(seat: Seat) -> WhoPanel:
    return seat.window.findChildren(WhoPanel)[0]
