"""Snippets under the hands: codes become texts, keys lead from hole to hole, nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kundcenter.domain.holes import Hole, holes
from kundcenter.domain.snippet_text import filled, parse
from kundcenter.domain.snippets import NoteField, Scope, Snippet
from tests.naughty import ODD
from tests.ui.keys import click, press, show, strike, type_text
from ui.theme.look import Look
from ui.theme.wear import wear
from ui.widgets.offer_list import OfferList
from ui.widgets.text_area import TextArea

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
BODIES = {
    "feb": ("Feber", "Feber [[grader]] grader sedan [[!0–3 dygn|>3 dygn]]. Dricker [[=bra]]."),
    "febbarn": ("Feber hos barn", "Barn {{patient.age}}."),
    "lak": ("Läkemedel", "Frisk.[? Tar [[läkemedel]].?]"),
    "rad": ("Egenvård", "Vila.\nVätska."),
}


@dataclass
class Shelf:
    """Snippets for a test; the likeliest first."""

    used: list[str] = field(default_factory=list)

    def offers(self, typed: str, field: NoteField | None) -> Sequence[Snippet]:
        return [snippet(code) for code in BODIES if code.startswith(typed)]

    def exactly(self, code: str) -> Snippet | None:
        return snippet(code) if code in BODIES else None

    def text(self, snippet: Snippet) -> str:
        return filled(parse(snippet.body), {"patient.age": "3 år"})

    def inserted(self, snippet: Snippet) -> None:
        self.used.append(snippet.code)


def snippet(code: str) -> Snippet:
    title, body = BODIES[code]
    at = datetime(2026, 11, 21, tzinfo=UTC)
    return Snippet(
        UUID(int=len(code)), code, title, body, Scope.REGION, uuid4(), "", None, frozenset(), 1, at,
        uuid4(),
    )  # fmt: skip


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(640, 480)
    QVBoxLayout(made)
    return made


@pytest.fixture
def area(page: QWidget) -> Iterator[TextArea]:
    first, after = TextArea("Anamnes"), TextArea("Råd")
    layout = page.layout()
    assert layout is not None
    layout.addWidget(first)
    layout.addWidget(after)
    first.set_snippets(Shelf())
    show(page)
    first.setFocus()
    yield first


def tab(area: TextArea) -> None:
    strike(area.edit, Key.Key_Tab)


def offered(area: TextArea) -> list[str]:
    found = [w for w in area.window().findChildren(OfferList) if w.isVisible()]
    return [line.split()[0] for each in found for line in each.lines()]


def caret_at(area: TextArea, place: int) -> None:
    cursor = area.edit.textCursor()
    cursor.setPosition(place)
    area.edit.setTextCursor(cursor)


def chosen(area: TextArea) -> str:
    return area.edit.textCursor().selectedText()


def test_a_code_becomes_its_text_and_the_first_hole_is_selected(area: TextArea) -> None:
    type_text(area.edit, "Mår bra. ;feb")
    assert offered(area) == ["feb", "febbarn"]
    assert QApplication.focusWidget() is area.edit
    tab(area)
    assert area.text() == (
        "Mår bra. Feber ⟦grader⟧ grader sedan ⟦!0–3 dygn|>3 dygn⟧. Dricker ⟦=bra⟧."
    )
    assert chosen(area) == "⟦grader⟧"


@pytest.mark.parametrize("end", [Key.Key_Tab, Key.Key_Return, Key.Key_Space])
@pytest.mark.parametrize("trigger", [";", "::"])
def test_tab_enter_or_space_ends_a_code(area: TextArea, end: Key, trigger: str) -> None:
    type_text(area.edit, trigger + "rad")
    press(area.edit, end, " " if end == Key.Key_Space else "")
    assert area.text() == "Vila.\nVätska." + (" " if end == Key.Key_Space else "")


def test_the_arrows_choose_among_several(area: TextArea) -> None:
    type_text(area.edit, ";fe")
    strike(area.edit, Key.Key_Down)
    tab(area)
    assert area.text() == "Barn 3 år."


@pytest.mark.parametrize(
    "typed",
    ["kl 09:30 och 10:15 ", "a:: rad ", "ont;rad ", ": ;: rad ", "09::30 ", "; rad ", ";radx "],
)
def test_what_is_no_code_stays_as_it_was_typed(area: TextArea, typed: str) -> None:
    """Zammad's snippets opened between two colons that were typed far apart."""
    type_text(area.edit, typed)
    assert area.text() == typed


def test_two_signs_that_meet_are_no_code_until_letters_are_typed_behind_them(
    area: TextArea,
) -> None:
    area.set_text(":rad")
    caret_at(area, 0)
    type_text(area.edit, ":")
    assert offered(area) == []
    assert area.text() == "::rad"


def test_esc_leaves_the_letters(area: TextArea) -> None:
    type_text(area.edit, ";rad")
    strike(area.edit, Key.Key_Escape)
    assert offered(area) == []
    tab(area)
    assert area.text() == ";rad"
    assert QApplication.focusWidget() is not area.edit


def test_several_in_one_note_and_one_step_takes_back_one(area: TextArea) -> None:
    """Two programs put the second snippet in place of all that had been written."""
    type_text(area.edit, "Ont. ;rad ;rad tack")
    assert area.text() == "Ont. Vila.\nVätska. Vila.\nVätska. tack"
    area.set_text("")
    type_text(area.edit, "Före ")
    type_text(area.edit, ";rad")
    tab(area)
    assert area.text() == "Före Vila.\nVätska."
    area.edit.undo()
    assert area.text() == "Före ;rad"
    area.edit.redo()
    assert area.text() == "Före Vila.\nVätska."


def test_it_goes_in_at_the_caret_in_the_middle_of_a_text(area: TextArea) -> None:
    area.set_text("😀 början  slut")
    caret_at(area, len("😀 början ") + 1)
    type_text(area.edit, ";feb")
    tab(area)
    assert area.text().startswith("😀 början Feber ⟦grader⟧")
    assert area.text().endswith("⟦=bra⟧. slut")
    assert chosen(area) == "⟦grader⟧"


def test_keys_lead_from_hole_to_hole_and_out(area: TextArea) -> None:
    type_text(area.edit, ";feb")
    tab(area)
    type_text(area.edit, "39,2")
    tab(area)
    assert chosen(area) == "⟦!0–3 dygn|>3 dygn⟧"
    strike(area.edit, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is not None
    area.edit.setFocus()
    area.go_to_hole(area.open_required()[0])
    type_text(area.edit, "2")
    assert chosen(area) == "⟦=bra⟧"
    tab(area)
    assert area.text() == "Feber 39,2 grader sedan >3 dygn. Dricker bra."
    assert QApplication.focusWidget() is not area.edit


def test_a_hole_that_is_passed_can_be_gone_back_to(area: TextArea) -> None:
    type_text(area.edit, ";feb")
    tab(area)
    tab(area)
    assert chosen(area).startswith("⟦!")
    strike(area.edit, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(area) == "⟦grader⟧"


def test_a_choice_is_made_by_arrows_too_and_other_words_are_welcome(area: TextArea) -> None:
    area.set_text("⟦0–3 dygn|>3 dygn⟧ ⟦a|b⟧")
    area.go_to_hole(_first(area))
    assert offered(area) == ["1", "2"]
    strike(area.edit, Key.Key_Down)
    strike(area.edit, Key.Key_Down)
    strike(area.edit, Key.Key_Return)
    assert chosen(area) == "⟦a|b⟧"
    type_text(area.edit, "7 x")
    assert area.text() == ">3 dygn 7 x"
    assert offered(area) == []


def test_esc_leaves_the_holes_and_tab_the_field(area: TextArea) -> None:
    type_text(area.edit, ";feb")
    tab(area)
    strike(area.edit, Key.Key_Escape)
    assert chosen(area) == ""
    assert "⟦grader⟧" in area.text()
    tab(area)
    assert QApplication.focusWidget() is not area.edit


def test_required_holes_are_told_and_optional_ones_vanish(area: TextArea) -> None:
    type_text(area.edit, ";feb")
    tab(area)
    (hole,) = area.open_required()
    assert hole.choices == ("0–3 dygn", ">3 dygn")
    assert area.settled_text() == "Feber grader sedan ⟦!0–3 dygn|>3 dygn⟧. Dricker bra."
    area.go_to_hole(hole)
    type_text(area.edit, "1")
    assert area.open_required() == ()
    area.settle()
    assert area.text() == "Feber grader sedan 0–3 dygn. Dricker bra."
    area.edit.undo()
    assert "⟦grader⟧" in area.text()


def test_an_unused_part_vanishes_and_a_used_one_stays(area: TextArea) -> None:
    type_text(area.edit, ";lak")
    tab(area)
    assert area.text() == "Frisk.⟪ Tar ⟦läkemedel⟧.⟫"
    assert area.settled_text() == "Frisk."
    type_text(area.edit, "Alvedon")
    assert area.text() == "Frisk. Tar Alvedon."
    area.edit.undo()
    area.edit.undo()
    assert area.text() == "Frisk.⟪ Tar ⟦läkemedel⟧.⟫"


def test_what_is_typed_in_a_part_is_never_lost(area: TextArea) -> None:
    area.set_text("⟪Tar ⟦läkemedel⟧ dagligen.⟫")
    caret_at(area, len("⟪Tar ⟦läkemedel⟧ dagligen"))
    type_text(area.edit, "!")
    assert area.text() == "Tar ⟦läkemedel⟧ dagligen!."
    assert area.settled_text() == "Tar dagligen!."


@pytest.mark.parametrize(("place", "key"), [(4, None), (8, Key.Key_Backspace), (2, Key.Key_Delete)])
def test_no_hole_is_cut_in_two(area: TextArea, place: int, key: Key | None) -> None:
    area.set_text("a ⟦hål!⟧ b")
    caret_at(area, place)
    if key is None:
        type_text(area.edit, "x")
    else:
        strike(area.edit, key)
    assert area.text() == ("a x b" if key is None else "a  b")


def test_a_click_in_a_hole_takes_the_whole_of_it(area: TextArea) -> None:
    area.set_text("⟦en lång ledtext⟧")
    cursor = QTextCursor(area.edit.document())
    cursor.setPosition(5)
    click(area.edit.viewport(), area.edit.cursorRect(cursor).center())
    assert chosen(area) == "⟦en lång ledtext⟧"


@pytest.mark.parametrize("text", [*ODD, "⟦klistrat⟧ ⟪och ⟦mer⟧⟫", ";rad "])
def test_what_is_pasted_is_ordinary_text(area: TextArea, text: str) -> None:
    area.set_text("före ⟦hål⟧ efter")
    area.go_to_hole(_first(area))
    pasted = QMimeData()
    pasted.setText(text)
    area.edit.insertFromMimeData(pasted)
    assert area.open_required() == ()
    assert area.settled_text() == area.text()
    assert area.text().startswith("före ") and area.text().endswith(" efter")
    assert "⟦" not in area.text()


@pytest.mark.parametrize("text", [*ODD, "⟦⟧⟦!⟧⟪⟫⟪⟦a⟧", "⟦!" * 50])
def test_odd_text_around_a_snippet_stays_to_the_letter(area: TextArea, text: str) -> None:
    area.set_text(text + "\n\n" + text)
    before = area.text()
    middle = before.index("\n\n") + 1
    caret_at(area, len(before[:middle].encode("utf-16-le")) // 2)
    type_text(area.edit, ";rad")
    tab(area)
    assert area.text() == before[:middle] + "Vila.\nVätska." + before[middle:]


def test_the_holes_survive_as_plain_text(area: TextArea) -> None:
    type_text(area.edit, ";feb")
    tab(area)
    kept = area.text()
    area.set_text("")
    area.set_text(kept)
    assert [hole.name for hole in area.open_required()] == ["0–3 dygn / >3 dygn"]
    caret_at(area, 0)
    tab(area)
    assert chosen(area) == "⟦grader⟧"


def test_a_full_field_says_so_and_keeps_what_is_there(qtbot: QtBot, page: QWidget) -> None:
    area = TextArea("Anamnes", longest=20, parent=page)
    shelf = Shelf()
    area.set_snippets(shelf)
    show(page)
    type_text(area.edit, "x" * 10 + " ;feb")
    tab(area)
    assert area.text() == "x" * 10 + " ;feb"
    assert "20" in area.error
    assert shelf.used == []


def test_a_field_without_snippets_has_no_codes(qtbot: QtBot) -> None:
    area = TextArea("Namn")
    qtbot.addWidget(area)
    show(area)
    type_text(area.edit, ";rad ")
    assert area.text() == ";rad "


def test_an_insertion_takes_no_time_that_is_felt(area: TextArea) -> None:
    area.set_text("Ord och ord. " * 1_400)
    caret_at(area, 90)
    type_text(area.edit, " ;feb")
    began = time.perf_counter()
    tab(area)
    assert time.perf_counter() - began < 0.1
    assert chosen(area) == "⟦grader⟧"


def test_the_marks_are_seen_in_every_theme(area: TextArea, qapp: QApplication) -> None:
    area.set_text("⟦!grader⟧ ⟪a ⟦b⟧⟫")
    for theme in ("light", "dark"):
        wear(qapp, Look(theme=theme))  # type: ignore[arg-type]
        formats = area.edit.document().firstBlock().layout().formats()
        assert len({form.format.background().color().name() for form in formats}) >= 2


def _first(area: TextArea) -> Hole:
    return holes(area.text())[0]
