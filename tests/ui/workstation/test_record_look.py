"""What was noted before, at the window: words are found, an entry is read, a signature waived."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from kundcenter.domain.access_log import Activity
from kundcenter.domain.journal import WaiverReason
from tests.ground import WHOLE, WOMAN, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.test_people import beside, picture, woman


def test_words_are_looked_for_and_the_entry_is_read_by_keys(nurse: Seat) -> None:
    woman(nurse)
    known = len(nurse.ground.accesses())
    nurse.press("Ctrl+F")
    nurse.write("dricker varningst")
    nurse.press("Return")
    nurse.see("Träffar: 1")
    picture(nurse, "history_found")
    searched, *seen = nurse.ground.accesses(known)
    assert searched.activity is Activity.SEARCH
    assert "dricker" not in repr(searched)
    assert [each.activity for each in seen] == [Activity.READ]
    nurse.press("Tab", "Return")
    nurse.see("Läsningen är loggad.", "Vaken, dricker, inga varningstecken.", "Signerad ")
    picture(nurse, "entry")
    nurse.press("Esc", "Ctrl+F")
    nurse.write("njursten")
    nurse.press("Return")
    nurse.see("Orden står inte i någon anteckning.")


def test_a_word_that_may_not_be_looked_for_is_refused_at_the_field(nurse: Seat) -> None:
    """Patientdatalagen 2 kap. 8 §."""
    woman(nurse)
    nurse.press("Ctrl+F")
    nurse.write("a")
    nurse.press("Return")
    nurse.see("minst")
    view = nurse.workstation.cards.current
    assert view is not None
    assert view.who.person_view.history.words.error


def test_a_signature_is_waived_with_a_reason(nurse: Seat) -> None:
    entry = beside(lambda: unsigned(nurse))
    woman(nurse)
    nurse.press("Ctrl+F")
    nurse.write("ryggen")
    nurse.press("Return")
    nurse.see("Träffar: 1", "Osignerad")
    nurse.press("Tab", "Return")
    nurse.see("Inte signerad.", "Behöver inte signeras")
    nurse.press("Tab", "Tab", "Tab")
    focus = nurse.focus()
    for _ in range(8):
        if nurse.focus().accessibleName() == "Behöver inte signeras":
            break
        nurse.press("Tab")
    else:
        raise AssertionError(focus)
    nurse.press("Return")
    nurse.see("Varför?")
    nurse.press("Return")
    nurse.see("Välj ett skäl.")
    nurse.press("2")
    picture(nurse, "waiver")
    nurse.press("Return")
    nurse.see("Behöver inte signeras (Synnerligt hinder)")
    opened = beside(lambda: nurse.ground.desk.journal.open(entry))
    assert [each.reason for each in opened.waivers] == [WaiverReason.HINDERED]


def unsigned(seat: Seat) -> UUID:
    journal = seat.ground.desk.journal
    note = replace(WHOLE, history="Ont i ryggen sedan i går.")
    person = seat.ground.desk.people.find(identity(WOMAN))
    assert person is not None
    return journal.write(person.id, note).the("entry")
