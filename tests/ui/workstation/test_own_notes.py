"""Own notes whose cards are gone, by keys: read, changed, signed and corrected; older ones too."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from kundcenter.domain.access import Role
from kundcenter.domain.access_log import Activity
from kundcenter.domain.journal import EntryVersion
from tests.ground import ASKED, NUMBER, PASSWORD, WHOLE, WOMAN, Ground, identity
from tests.ui.workstation.seat import Seat
from tests.ui.workstation.store import asked
from tests.ui.workstation.test_people import beside, picture, woman
from ui.panels.entry import EntryDialog
from ui.panels.history import SHOWN


def reach(seat: Seat, name: str) -> None:
    """Tab until the focus is on what has the name."""
    met = []
    for _ in range(60):
        met.append(seat.focus().accessibleName())
        if met[-1].startswith(name):
            return
        seat.press("Tab")
    raise AssertionError(f"{name} is not among {met}")


def versions(seat: Seat, entry_id: UUID) -> tuple[EntryVersion, ...]:
    return asked(seat, lambda desk: desk.journal.open(entry_id, ASKED).versions)


def given_away(ground: Ground) -> UUID:
    """The nurse's unsigned note in a call that Second has taken and written in."""
    desk = ground.desk
    desk.sessions.sign_in("admin", PASSWORD)
    added = desk.operators.add(
        "second",
        "Test Second",
        roles=frozenset({Role.NURSE}),
        position="Sjuksköterska",
        care_unit="SE0000000001-DEMO1",
    )
    second = added.the("operator")
    desk.operators.give_password(second, PASSWORD)
    ground.sign_in("nurse")
    found = desk.people.find(identity(WOMAN))
    assert found is not None
    call = desk.calls.register(NUMBER).the("call")
    note = replace(WHOLE, history="Ont i ryggen sedan i går.", assessment="")
    entry = desk.journal.write(found.id, note, call).the("entry")
    desk.calls.hand_over(call, second)
    ground.sign_in("second")
    desk.calls.take(call)
    desk.journal.write(found.id, replace(WHOLE, history="Kollegans egna ord."), call)
    desk.sessions.sign_out()
    return entry


def test_the_giver_of_a_call_opens_changes_and_signs_their_own_note(seat: Seat) -> None:
    entry = beside(lambda: given_away(seat.ground))
    seat.sign_in("nurse")
    seat.press("Ctrl+3")
    seat.see("Dina osignerade anteckningar")
    seat.press("Home", "Return")
    seat.see("Läsningen är loggad.", "Ont i ryggen sedan i går.", "Inte signerad.")
    assert "Kollegans egna ord." not in seat.reads()
    picture(seat, "own-unsigned")
    reach(seat, "Ändra")
    seat.press("Space")
    seat.see("Ändra anteckningen")
    seat.press("F7")
    seat.write("Lugn.")
    picture(seat, "rewrite")
    seat.press("Ctrl+Return")
    seat.see("Lugn.", "Signera")
    seat.press("PgDown")
    seat.see("Tidigare versioner")
    reach(seat, "Signera")
    seat.press("Space")
    seat.see_no_more("Läsningen är loggad.")
    seat.see("Anteckningen är signerad.")
    told = versions(seat, entry)
    assert [each.note.assessment for each in told] == ["", "Lugn."]
    assert told[-1].signed


def test_a_signed_note_is_corrected_when_its_card_is_closed(nurse: Seat) -> None:
    woman(nurse)
    nurse.press("Ctrl+F")
    nurse.write("dricker")
    nurse.press("Return")
    nurse.see("Träffar: 1")
    nurse.press("Tab", "Return")
    nurse.see("Läsningen är loggad.", "Signerad ")
    reach(nurse, "Rätta")
    nurse.press("Space")
    nurse.see("Rätta anteckningen", "Varför rättas anteckningen?")
    nurse.press("Ctrl+Return")
    nurse.see("Skriv varför anteckningen rättas.")
    nurse.write("Fel temperatur")
    nurse.press("Ctrl+Return")
    nurse.see("Ingenting är ändrat.")
    nurse.press("F4", "Ctrl+End")
    nurse.write(" Nu 39,2.")
    picture(nurse, "correction")
    nurse.press("Esc")
    nurse.see("Texten är inte sparad.")
    nurse.press("Ctrl+Return")
    nurse.see("Rättad ", "Fel temperatur", "Nu 39,2.", "Inte signerad.")
    picture(nurse, "corrected")
    nurse.press("PgDown")
    nurse.see("Tidigare versioner", "Version 1, gäller inte längre")
    picture(nurse, "corrected-before")
    nurse.press("PgUp")
    nurse.see("Nu 39,2.")
    reach(nurse, "Signera")
    nurse.press("Space")
    nurse.see_no_more("Inte signerad.")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, EntryDialog)
    told = [each.text() for each in dialog.note.findChildren(QLabel) if each.text()]
    assert told.index("Tidigare versioner") < told.index("Feber sedan i går, 38,9.")
    assert "Version 1, gäller inte längre" in told


def test_what_is_not_saved_is_thrown_away_only_by_a_second_stroke(nurse: Seat) -> None:
    woman(nurse)
    nurse.press("Ctrl+F")
    nurse.write("dricker")
    nurse.press("Return")
    nurse.see("Träffar: 1")
    nurse.press("Tab", "Return")
    nurse.see("Läsningen är loggad.")
    reach(nurse, "Rätta")
    nurse.press("Space")
    reach(nurse, "Symtom och anamnes")
    nurse.write("Mer. ")
    nurse.press("Esc")
    nurse.see("Tryck Esc igen om den ska kastas.")
    nurse.press("Esc")
    nurse.see_no_more("Rätta anteckningen")
    nurse.see("Läsningen är loggad.")


def test_how_long_the_record_is_kept_is_told_when_it_is_asked_for_and_logged(nurse: Seat) -> None:
    woman(nurse)
    nurse.press("Ctrl+F")
    nurse.write("dricker")
    nurse.press("Return")
    nurse.see("Träffar: 1")
    nurse.press("Tab", "Return")
    nurse.see("Läsningen är loggad.")
    known = len(nurse.ground.accesses())
    reach(nurse, "Bevarandetid")
    nurse.press("Space")
    nurse.see("Patientens journal bevaras minst till 2036-11-21", "loggen minst till 2031-11-21")
    (record,) = nurse.ground.accesses(known)
    assert (record.activity, record.level) == (Activity.READ, "Bevarande")
    picture(nurse, "kept")


@pytest.fixture
def many(seat: Seat) -> Seat:
    """The woman has been in touch eight times more."""

    def write() -> None:
        desk = seat.ground.desk
        desk.sessions.sign_in("nurse", PASSWORD)
        found = desk.people.find(identity(WOMAN))
        assert found is not None
        for number in range(SHOWN + 2):
            seat.ground.clock.at += timedelta(hours=1)
            desk.journal.write(found.id, replace(WHOLE, assessment=f"Bedömning nummer {number}."))
        desk.sessions.sign_out()

    beside(write)
    return seat


def test_older_notes_are_shown_by_key_and_by_button(many: Seat) -> None:
    many.sign_in("nurse")
    woman(many)
    many.press("Ctrl+F")
    many.see("Bedömning nummer 7.")
    assert "Bedömning nummer 1." not in many.reads()
    known = len(many.ground.accesses())
    many.press("Ctrl+Shift+F")
    many.see("Bedömning nummer 1.")
    many.see_no_more("och 3 äldre")
    picture(many, "older")
    assert many.ground.accesses(known) == ()  # all were opened, and logged, with the person
    many.press("Return")
    many.see("Läsningen är loggad.", "Bedömning nummer 1.")
    many.press("Esc", "Ctrl+F", "Return")
    reach(many, "och 3 äldre")
    many.press("Space")
    many.see("Bedömning nummer 1.")


def left_unsigned(ground: Ground) -> UUID:
    """The nurse's unsigned note in a call that is closed."""
    ground.sign_in("nurse")
    desk = ground.desk
    found = desk.people.find(identity(WOMAN))
    assert found is not None
    call = desk.calls.register(NUMBER).the("call")
    entry = desk.journal.write(found.id, WHOLE, call).the("entry")
    desk.calls.close(call)
    desk.sessions.sign_out()
    return entry


def test_a_note_is_not_signed_before_the_patient_is_seen(seat: Seat) -> None:
    entry = beside(lambda: left_unsigned(seat.ground))
    seat.sign_in("nurse")
    seat.press("Ctrl+3")
    seat.see("Dina osignerade anteckningar")
    seat.press("Home", "Return")
    seat.see("Personen hör inte till ditt samtal")
    seat.press("Esc")
    seat.press("Ctrl+Return")
    seat.see("Personen hör inte till ditt samtal")  # it is asked again, and nothing is signed
    (version,) = versions(seat, entry)
    assert version.signed_at is None
