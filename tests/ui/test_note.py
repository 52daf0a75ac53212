"""The form of a note: by keys alone, nothing lost, and the text that it gives."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.domain.composition import compose
from kundcenter.domain.journal import Answer, Note
from kundcenter.domain.units import Unit, UnitKind
from kundcenter.start.desk import published_codes
from tests.services.test_notes import FULL
from ui.panels.note import NotePanel
from ui.panels.note_form import NoteForm
from ui.panels.note_ticks import Tick

CODES = published_codes()["2026-2"]
UNIT = Unit(UUID(int=9), "SE0-VC1", "Vårdcentralen Test", UnitKind.PRIMARY_CARE, "Jönköping", "")
GUIDED = replace(FULL, outcome="VC", unit_id=UNIT.id, follows=UUID(int=4))


@pytest.fixture
def panel(qtbot: QtBot) -> NotePanel:
    made = NotePanel(CODES)
    qtbot.addWidget(made)
    made.resize(940, 760)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.form.show_units((UNIT,))
    return made


@pytest.fixture
def form(panel: NotePanel) -> NoteForm:
    return panel.form


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focus(), key)


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def words(panel: NotePanel) -> list[str]:
    return [text.text() for text in panel.preview.findChildren(QLabel) if not text.isHidden()]


def test_a_note_that_is_shown_comes_back_field_by_field(form: NoteForm) -> None:
    form.show_note(GUIDED)
    for each in fields(Note):
        assert getattr(form.note, each.name) == getattr(GUIDED, each.name), each.name
    form.show_note(Note())
    assert form.note == Note()


def test_boxes_are_answered_and_taken_back_by_keys(form: NoteForm) -> None:
    form.show_note(Note(reason="FEBER"))
    form.findings.take_focus()
    first, second, *_ = (box.option.value for box in form.findings.grid.boxes)

    def answers() -> dict[str, Answer]:
        return {found.code: found.answer for found in form.note.findings}

    press(Qt.Key.Key_J, Qt.Key.Key_N)  # each goes on to the next
    assert answers() == {first: Answer.PRESENT, second: Answer.ABSENT}
    press(Qt.Key.Key_Left, Qt.Key.Key_N)  # the same answer again takes it back
    assert answers() == {first: Answer.PRESENT}
    press(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert answers() == {first: Answer.ABSENT}
    press(Qt.Key.Key_Space)
    assert answers() == {}


def test_a_box_says_its_answer_in_words(form: NoteForm) -> None:
    form.show_note(replace(Note(reason="FEBER"), findings=FULL.findings))
    named = {box.option.value: box.accessibleName() for box in form.findings.grid.boxes}
    assert named["HOG_FEBER"] == "Hög feber: Ja"
    assert named["ANDNOD"] == "Andnöd: Nej"
    assert named["HOSTA"] == "Hosta: inte frågat"


def test_another_reason_loses_no_tick(form: NoteForm) -> None:
    form.show_note(replace(Note(reason="FEBER"), findings=FULL.findings, advice_ticks=("DRICK",)))
    form.reason.take("RYGG")
    assert form.note.findings == FULL.findings
    assert form.note.advice_ticks == ("DRICK",)
    offered = [box.option.value for box in form.findings.grid.boxes]
    own = [found.code for found in CODES.findings_of("RYGG")]
    assert set(offered) == {*own, "HOG_FEBER", "ANDNOD"}


def test_what_is_asked_appears_when_it_is_asked(form: NoteForm) -> None:
    def shown(name: str) -> bool:
        return not form.fields[name].isHidden()

    conditional = ("informant_name", "course", "unit", "call_back_if", "patient_view_text")
    assert not any(map(shown, conditional))
    form.informant.take("ANHORIG")
    form.outcome.take("VC")
    assert shown("informant_name")
    assert shown("unit")
    form.urgency.choose("U6")
    form.urgency.chosen.emit("U6")
    assert shown("call_back_if")
    form.patient_view.choose("AVSTAR")
    form.patient_view.chosen.emit("AVSTAR")
    assert shown("patient_view_text")
    form.offer_course(True)
    assert shown("course")
    assert form.more.isHidden()
    form.go_to("deviation")
    assert not form.more.isHidden()
    press(Qt.Key.Key_2)  # a deviation in two keys
    assert form.note.deviation == "HOGRE"
    assert shown("deviation_reason")
    press(Qt.Key.Key_1)
    assert form.note.deviation == ""


def test_a_choice_that_is_taken_back_takes_its_text_with_it(form: NoteForm) -> None:
    form.show_note(FULL)
    for row in (form.patient_view, form.more.deviation, form.more.interpreter_kind):
        row.choose("")
        row.chosen.emit("")
    note = form.note
    assert (note.patient_view_text, note.deviation_reason, note.interpreter_language) == ("",) * 3


def test_no_answer_chooses_an_urgency_or_an_outcome(form: NoteForm) -> None:
    for reason in CODES.reasons:
        form.show_note(Note(reason=reason.code))
        for box in form.findings.grid.boxes:
            for answer in (Tick.YES, Tick.NO):
                box.turn(answer)
                assert (form.note.urgency, form.note.outcome, form.note.unit_id) == ("", "", None)


def test_every_missing_field_says_so_and_the_first_has_the_focus(form: NoteForm) -> None:
    note = Note(
        informant=FULL.informant, outcome="EGENVARD", deviation="HOGRE", patient_view="AVSTAR",
        interpreter_kind="BILDTOLK", reason="FEBER",
    )  # fmt: skip
    form.show_note(note)
    missing = note.missing(CODES)
    form.show_missing(missing, "Fyll i fältet.")
    for name in missing:
        assert getattr(form.fields[name], "error", "") == "Fyll i fältet.", name
        assert not form.fields[name].isHidden()
    assert form.fields[missing[0]].isAncestorOf(focus())
    form.history.edit.insertPlainText("x")
    form.clear_errors()
    assert not any(getattr(field, "error", "") for field in form.fields.values())


def test_a_tick_answers_for_the_text_that_was_missing(form: NoteForm) -> None:
    form.show_note(Note(reason="FEBER", outcome="EGENVARD"))
    form.show_missing(("history", "call_back_if"), "Fyll i fältet.")
    form.findings.grid.boxes[0].turn(Tick.YES)
    form.call_back_ticks.grid.boxes[0].turn(Tick.YES)
    assert (form.history.error, form.call_back_if.error) == ("", "")


def test_the_text_is_seen_while_it_is_written(panel: NotePanel, qtbot: QtBot) -> None:
    assert not panel.preview.isHidden()
    panel.form.show_note(GUIDED)
    wanted = compose(GUIDED, CODES, UNIT)
    qtbot.waitUntil(lambda: wanted[-1].text in words(panel))
    for section in wanted:
        assert section.heading in words(panel)
        assert section.text in words(panel)
    panel.form.history.setFocus()
    panel.form.history.edit.insertPlainText("Nyss. ")
    qtbot.waitUntil(lambda: any("Nyss. Feber." in text for text in words(panel)))
    panel.toggle_preview()
    assert panel.preview.isHidden()


def test_a_locked_note_reads_as_it_will_on_paper(panel: NotePanel) -> None:
    panel.form.show_note(GUIDED)
    panel.set_locked(True)
    told = [text.text() for text in panel.findChildren(QLabel) if text.isVisible()]
    for section in compose(GUIDED, CODES, UNIT):
        assert section.text in told
    assert panel.form.isHidden()
    panel.set_locked(False)
    assert panel.form.note == GUIDED


def test_every_field_has_a_name_and_is_reached_by_tab(form: NoteForm) -> None:
    form.show_note(GUIDED)
    reached = set()
    form.reason.setFocus()
    for _ in range(80):
        press(Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert now.accessibleName(), now
        reached |= {
            name for name, each in form.fields.items() if each is now or each.isAncestorOf(now)
        }
    assert reached == form.fields.keys()
