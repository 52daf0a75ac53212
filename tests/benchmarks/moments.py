"""What an operator does less often, or only once and then at once: timed at the window.

A long note, a snippet, the palette, a name, unsaved text on its way to the disk, and 112.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import Any, TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import event

from kundcenter.changes import Changes
from kundcenter.domain.snippets import Scope, Wording
from tests.benchmarks.heart import Heart
from tests.benchmarks.seat import painted, pass_time, until
from tests.benchmarks.working import Working
from tests.ui.keys import type_text
from ui.actions import Action
from ui.dialogs.find_person import FindPersonDialog
from ui.dialogs.palette import Palette
from ui.keys import keys
from ui.widgets.text_area import TextArea

LONG = 20_000  # characters: as many as a field of a note takes
PACE = 45  # ms between two keys: hurried, so that what waits for a pause meets the keys
SNIPPETS = 300  # that the operator can choose among
NAMES = ("ande", "joha", "mar", "eri", "kar")  # beginnings that any region has many of
SENTENCE = "Hosta och feber sedan tre dagar, som högst 38,6. Andas obehindrat, dricker bra. "
D = TypeVar("D", bound=QWidget)


@dataclass(slots=True)
class Moments:
    """Times go to those of `working`, whose card with a patient is in sight."""

    working: Working

    def make_snippets(self) -> None:
        """The operator's own, through the verb, so that there are many to choose among."""
        seat = self.working.seat
        desk = seat.program.desk
        assert desk is not None
        add = partial(desk.desk.snippets.add, Scope.PERSONAL)

        def make() -> Changes:
            changes = Changes()
            for number in range(SNIPPETS):
                body = f"Text {number}: [[!grader]] sedan [[i dag|i går]]. {SENTENCE}"
                changes = add(Wording(f"q{number}", f"Mall {number}", body))
            return changes  # the last is enough for the window to ask again

        seat.program.tasks.run(seat.program.window, make)
        seat.settle()

    def write_long(self, letters: int) -> list[float]:
        """Letters at the end of the longest note there may be; the window's gaps meanwhile."""
        area = self._long(LONG - letters)
        heart = Heart()
        for letter in (SENTENCE * (letters // len(SENTENCE) + 1))[:letters]:
            self._key(f"key → painted (note of {LONG} characters)", area.edit, letter)
            pass_time(PACE)
        self.working.seat.settle()
        return heart.stop()

    def keep(self, times: int) -> None:
        """A letter after a pause, until the note is in the buffer on the disk."""
        area = self._long(LONG // 2)
        desk = self.working.seat.program.desk
        assert desk is not None
        kept: list[str] = []

        def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            if "drafts" in statement and not statement.startswith("SELECT"):
                kept.append(statement)

        event.listen(desk.engine, "after_cursor_execute", hear)
        try:
            for _ in range(times):
                pass_time(700)  # what was typed before is kept by now
                self.working.seat.settle()
                kept.clear()
                self.working.timed("key → kept, unsaved", partial(self._kept, area, kept))
        finally:
            event.remove(desk.engine, "after_cursor_execute", hear)

    def expand(self, times: int) -> None:
        """A short code becomes its text, in a note of ordinary length."""
        for number in range(times):
            area = self._long(len(SENTENCE) * 5)
            edit = area.edit
            for letter in f" ;q{number % SNIPPETS}":
                self._key("key → painted (code of a snippet)", edit, letter)
            before = len(area.text())

            def inserted(area: TextArea = area, before: int = before) -> None:
                self.working.seat.press("Tab")
                until(lambda: len(area.text()) > before, "the snippet")
                painted(area.edit)

            self.working.timed("code → snippet in the note", inserted)
            self.working.seat.press("Esc")

    def choose(self, times: int) -> None:
        """The palette opened, searched and put away."""
        seat = self.working.seat
        words = cycle(("nytt samtal", "vårdcentral", "lås", "brackvik"))
        for _ in range(times):

            def opened() -> None:
                seat.press("Ctrl+K")
                until(lambda: isinstance(QApplication.activeModalWidget(), Palette), "the palette")
                painted(_modal(Palette))

            self.working.timed("Ctrl+K → palette", opened)
            seat.settle()
            palette = _modal(Palette)
            edit, table = palette.finder.field.edit, palette.finder.table
            for letter in next(words):
                self._key("key → list painted (palette)", edit, letter, seen=table)
            _dismiss(palette)

    def find(self, times: int) -> None:
        """A name written, until the hits are painted; the dialog waits for a pause first."""
        who = self.working.card.who
        names = cycle(NAMES)
        for _ in range(times):
            who.search()
            until(lambda: isinstance(QApplication.activeModalWidget(), FindPersonDialog), "names")
            dialog = _modal(FindPersonDialog)
            name = next(names)
            edit = dialog.sought.edit
            for letter in name[:-1]:
                self._key("key → painted (name)", edit, letter)

            found = partial(_found, dialog, name[-1])
            self.working.timed("name → hits, with the dialog's pause", found)
            _dismiss(dialog)

    def alarm(self, times: int) -> None:
        """112 sounded: the screen that fills the window, and put away again."""
        seat = self.working.seat
        alarm = seat.workstation.emergency.alarm
        for _ in range(times):

            def sounded() -> None:
                seat.press(keys().of(Action.ALARM))
                until(lambda: alarm.screen is not None and alarm.screen.isVisible(), "the alarm")
                assert alarm.screen is not None
                painted(alarm.screen)

            self.working.timed("F12 → 112 on the screen", sounded)
            seat.settle()
            assert alarm.screen is not None
            alarm.screen.closed.emit()
            until(lambda: alarm.screen is None, "the end of the alarm")
            seat.settle()

    def _long(self, length: int) -> TextArea:
        """The field of the history with so many letters, the caret behind them."""
        area = self.working.card.form.history
        area.set_text((SENTENCE * (length // len(SENTENCE) + 1))[:length])
        self.working.seat.press("F4")
        self.working.seat.press("Ctrl+End")
        pass_time(200)
        self.working.seat.settle()
        return area

    def _kept(self, area: TextArea, kept: list[str]) -> None:
        type_text(area.edit, "x")
        until(lambda: kept and self.working.seat.program.tasks.idle, "the buffer")

    def _key(self, name: str, edit: QWidget, letter: str, *, seen: QWidget | None = None) -> None:
        def shown() -> None:
            type_text(edit, letter)
            painted(seen or edit)

        self.working.timed(name, shown)


def _found(dialog: FindPersonDialog, last: str) -> None:
    type_text(dialog.sought.edit, last)
    until(lambda: dialog.model.rowCount() > 0, "hits")
    painted(dialog.table)


def _modal(kind: type[D]) -> D:
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    return found


def _dismiss(dialog: Palette | FindPersonDialog) -> None:
    dialog.reject()
    until(lambda: QApplication.activeModalWidget() is None, "the end of the dialog")
    pass_time(20)
