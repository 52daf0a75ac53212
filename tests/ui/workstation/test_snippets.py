"""The page of snippets on a real desk: written, changed, retired and brought in by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kundcenter.domain.snippets import Scope, Setting, Wording
from kundcenter.settings import Settings
from kundcenter.start.furnish import furnish
from tests.ground import Ground
from tests.naughty import ODD
from tests.ui.keys import show, strike, type_text
from tests.ui.workstation.handset import Handset
from ui.dialogs.snippet import SnippetDialog
from ui.dialogs.snippet_import import SnippetImportDialog
from ui.expander import Expander
from ui.panels.snippets import SnippetsPage
from ui.tasks import Tasks
from ui.widgets.dialog import Dialog
from ui.widgets.text_area import TextArea

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
D = TypeVar("D", bound=QWidget)


class Bench:
    """The page with hands on it."""

    def __init__(self, ground: Ground, qtbot: QtBot, folder: Path) -> None:
        with ThreadPoolExecutor(1) as lane:  # the GUI thread may not open the store
            lane.submit(ground.sign_in, "nurse").result()
        self.ground, self.qtbot, self.tasks = ground, qtbot, Tasks()
        services = furnish(ground.desk, Handset(), folder, settings=Settings(), demo=False)
        self.page = SnippetsPage(
            self.tasks, services, now=lambda: datetime(2027, 1, 2, 12, tzinfo=UTC)
        )
        self.refused: list[object] = []
        self.page.refused.connect(self.refused.append)
        self.page.resize(1180, 720)
        show(self.page)
        self.see(self.page.refresh)

    def see(self, act: Callable[[], object]) -> None:
        """Act, and wait until all that came of it is done."""
        act()
        for _ in range(3):
            self.qtbot.waitUntil(lambda: self.tasks.idle)
            QApplication.processEvents()

    def dialog(self, kind: type[D]) -> D:
        (found,) = [d for d in self.page.findChildren(kind) if d.isVisible()]
        return found

    def add(self, code: str, body: str, *, review: date | None = None) -> None:
        wording = Wording(code, code.title(), body, review)
        verb = partial(self.ground.desk.snippets.add, Scope.PERSONAL, wording)
        self.see(lambda: self.tasks.run(self.page, verb))

    def codes(self) -> list[str]:
        return [snippet.code for snippet in self.page.model.records]


@pytest.fixture
def bench(ground: Ground, qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(ground, qtbot, tmp_path)
    yield made
    made.tasks.close()
    made.page.close()
    made.page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert made.refused == []


def test_a_snippet_is_written_and_changed_by_keys(bench: Bench) -> None:
    strike(bench.page, Key.Key_N, CONTROL | SHIFT)
    dialog = bench.dialog(SnippetDialog)
    for field, text in ((dialog.code.edit, "feb"), (dialog.title.edit, "Feber")):
        type_text(field, text)
    type_text(dialog.text.edit, "Feber [[grader")
    assert "rad 1, tecken 7" in dialog.preview.error
    bench.see(dialog.primary.click)
    assert "rad 1, tecken 7" in dialog.text.error
    type_text(dialog.text.edit, "]].")
    assert (dialog.preview.error, dialog.preview.text()) == ("", "Feber ⟦grader⟧.")
    bench.see(dialog.primary.click)
    assert bench.codes() == ["feb"]
    strike(bench.page.table, Key.Key_Return)
    changed = bench.dialog(SnippetDialog)
    changed.review.set_text("snart")
    bench.see(changed.primary.click)
    assert changed.review.error
    changed.review.set_text("2027-01-01")
    bench.see(changed.primary.click)
    (snippet,) = bench.page.model.records
    assert (snippet.review_on, snippet.number) == (date(2027, 1, 1), 2)


def test_what_is_wrong_stands_at_its_field(bench: Bench) -> None:
    bench.add("feb", "Feber")
    strike(bench.page, Key.Key_N, CONTROL | SHIFT)
    dialog = bench.dialog(SnippetDialog)
    dialog.text.set_text("x")
    dialog.code.set_text("feb")
    bench.see(dialog.primary.click)
    assert dialog.title.error
    dialog.title.set_text("Feber")
    bench.see(dialog.primary.click)
    assert dialog.code.error == "Koden har redan en fras på den nivån."
    dialog.reject()


@pytest.mark.parametrize("text", ODD)
def test_odd_text_in_every_field_is_kept_or_refused(bench: Bench, text: str) -> None:
    for name in ("code", "title", "review", "text"):
        bench.page.add.click()
        dialog = bench.dialog(SnippetDialog)
        for field, words in (("code", f"k-{name}"), ("title", "Rubrik"), ("text", "Text")):
            getattr(dialog, field).set_text(words)
        getattr(dialog, name).set_text(text)
        written = getattr(dialog, name).text()  # as the field itself shows it
        if name == "title":
            written = written.strip()
        bench.see(dialog.primary.click)
        if isValid(dialog):
            assert any(getattr(dialog, each).error for each in ("code", "title", "review", "text"))
            dialog.reject()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        else:
            kept = {snippet.code: snippet for snippet in bench.page.model.records}[f"k-{name}"]
            assert {"title": kept.title, "text": kept.body}[name] == written


def test_the_list_is_sifted_by_words_and_by_what_is_overdue(bench: Bench) -> None:
    bench.add("feb", "Feber sedan", review=date(2027, 1, 1))
    bench.add("hosta", "Hosta sedan", review=date(2027, 1, 2))
    strike(bench.page, Key.Key_F, CONTROL)
    type_text(bench.page.words.edit, "sedan hos")
    assert bench.codes() == ["hosta"]
    bench.page.words.set_text("")
    bench.page.overdue.setChecked(True)
    assert bench.codes() == ["feb"]


def test_a_snippet_is_taken_out_of_use_after_a_question(bench: Bench) -> None:
    bench.add("feb", "Feber")
    bench.page.take_focus()
    bench.page.table.selectRow(0)
    strike(bench.page.table, Key.Key_Delete)
    assert bench.codes() == ["feb"]
    bench.see(bench.dialog(Dialog).primary.click)
    assert bench.codes() == []


def test_a_file_tells_what_it_would_do_before_it_does_it(bench: Bench, tmp_path: Path) -> None:
    bench.add("feb", "Feber")
    path = tmp_path / "fraser.csv"
    path.write_bytes("kod;text\nfeb;Hög feber\nhosta;Hosta [[dygn]]\nåä;[[\n".encode("utf-16"))
    strike(bench.page, Key.Key_O, CONTROL | SHIFT)
    dialog = bench.dialog(SnippetImportDialog)
    bench.see(lambda: dialog.read(str(path)))
    assert dialog.faults.text().startswith("Rad 4: textens luckor eller variabler är fel.")
    assert not dialog.primary.isEnabled()
    path.write_text("kod;text\nfeb;Hög feber\nhosta;Hosta [[dygn]]\n", encoding="utf-8-sig")
    bench.see(lambda: dialog.read(str(path)))
    assert dialog.outcome.text() == "1 nya fraser, 1 ändras, 0 är redan lika."
    assert bench.codes() == ["feb"]
    bench.see(dialog.primary.click)
    assert bench.codes() == ["feb", "hosta"]


def test_a_file_that_is_away_or_shared_without_leave_is_told(bench: Bench, tmp_path: Path) -> None:
    strike(bench.page, Key.Key_O, CONTROL | SHIFT)
    dialog = bench.dialog(SnippetImportDialog)
    bench.see(lambda: dialog.read(str(tmp_path / "none.csv")))
    assert dialog.outcome.text() == "Filen går inte att läsa."
    path = tmp_path / "fraser.csv"
    path.write_text("kod;text;nivå\nfeb;Feber;region\n", encoding="utf-8")
    bench.see(lambda: dialog.read(str(path)))
    assert dialog.outcome.text() == "Din roll får inte göra det här."
    assert not dialog.primary.isEnabled()
    dialog.reject()


def test_what_is_written_on_the_page_is_at_hand_in_a_note(bench: Bench) -> None:
    bench.add("idag", "Ringde {{today}}, {{operator}}. {{patient.name}}")
    note = TextArea("Anamnes", parent=bench.page)
    asked = Setting(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), operator="Test Nurse")
    expander = Expander(bench.tasks, bench.ground.desk.snippets, lambda: asked, parent=bench.page)
    note.set_snippets(expander)
    note.show()
    bench.see(expander.refresh)
    note.setFocus()
    type_text(note.edit, ";id")
    strike(note.edit, Key.Key_Tab)
    assert note.text() == "Ringde 2026-11-22, Test Nurse. ⟦patientens namn⟧"
    bench.see(expander.flush)
    counted: list[int] = []
    bench.see(
        lambda: bench.tasks.run(
            bench.page,
            bench.ground.desk.snippets.mine,
            lambda shelf: counted.extend(use.uses for use in shelf.uses.values()),
        )
    )
    assert counted == [1]
