"""Writing with snippets: a short code becomes a text with holes, and keys lead from hole to hole.

A code is typed after `;` or `::` at the beginning of a word, and Tab, Enter or a space behind it
inserts its text at the caret.  What has been typed is never replaced, but for the code itself.
Holes stand in the text between visible marks (kundcenter/domain/holes.py); whatever is typed or
pasted into one takes its place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTextEdit

from kundcenter.domain.holes import HOLE_START, PART_START, Hole, holes
from kundcenter.domain.snippets import NoteField, Snippet
from ui.widgets.caret import own_place
from ui.widgets.hole_edits import KEEP, HoleEdits
from ui.widgets.hole_marks import HoleMarks
from ui.widgets.offer_list import OfferList
from ui.widgets.speech import announce

# Only at the beginning of a word, and nothing but the code behind it: "09::30" is a time.
TRIGGER = re.compile(r"(?:^|(?<=[\s(]))(;|::)([0-9a-zåäöéü\-]{0,20})$", re.IGNORECASE)

NEAR = 30  # signs

ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class SnippetSource(Protocol):
    """Where an edit gets its snippets from; ui/expander.py is one."""

    def offers(self, typed: str, field: NoteField | None) -> Sequence[Snippet]:
        """What the letters may become, the likeliest first."""
        ...

    def exactly(self, code: str) -> Snippet | None: ...
    def text(self, snippet: Snippet) -> str:
        """The text to insert, its variables filled in."""
        ...

    def inserted(self, snippet: Snippet) -> None: ...


class HoleWriter(QObject):
    """The hand that writes in one edit.  The edit asks it about each key before its own."""

    crowded = Signal()  # a snippet did not find room

    def __init__(self, edit: QTextEdit, longest: int) -> None:
        super().__init__(edit)
        self._edit, self._longest = edit, longest
        self._source: SnippetSource | None = None
        self._field: NoteField | None = None
        self._offered: tuple[Snippet, ...] = ()
        self._list: OfferList | None = None
        self._edits = HoleEdits(edit)
        self._marks = HoleMarks(edit.document())
        self._walking = True
        edit.verticalScrollBar().valueChanged.connect(self.put_away)

    def set_source(self, source: SnippetSource | None, field: NoteField | None) -> None:
        self._source, self._field = source, field
        self.put_away()

    def repaint(self) -> None:
        """In the colours of a new look."""
        self.put_away()
        self._marks.rehighlight()

    # -- what the edit asks --------------------------------------------------------------------

    def takes_tab(self, forwards: bool) -> bool:
        """Whether Tab or Shift+Tab was used here; else it leaves the field."""
        if self._choosing_snippet and forwards:
            self._insert_chosen()
            return True
        if not self._walking:
            return False
        if forwards:
            return self._onwards()
        self.put_away()
        start = own_place(self._text, self._edit.textCursor().selectionStart())
        before = [hole for hole in holes(self._text) if hole.end <= start]
        return self._select(before[-1]) if before else False

    def takes(self, event: QKeyEvent) -> bool:
        """Whether the key was used here, before the edit sees it."""
        if event.modifiers() & COMMANDS:
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self.escapes()
        if self._choosing_snippet:
            return self._takes_beside_offers(event)
        hole = self.current
        return hole is not None and self._takes_in_hole(event, hole)

    @property
    def holds_escape(self) -> bool:
        """Whether Esc has something to close here."""
        return self._shown or (self._walking and self.current is not None)

    def escapes(self) -> bool:
        """Close the list; or else leave the hole, after which Tab leaves the field."""
        if self._choosing_snippet:
            self.put_away()
            return True
        if self._walking and self.current is not None:
            self.put_away()
            self._walking = False
            cursor = self._edit.textCursor()
            cursor.setPosition(cursor.selectionEnd())
            self._edit.setTextCursor(cursor)
            return True
        return False

    def write(self, act: Callable[[], None], event: QKeyEvent | None = None) -> None:
        """Let the edit change its text by `act`: a hole is written over whole, a part is begun."""
        if PART_START not in self._text and HOLE_START not in self._text:
            act()
        else:
            key = event.key() if event is not None else None
            changes = event is None or _changes(event)
            if changes:
                self._edits.grasp(key)
            before = self._text
            span = self._edits.part_here(key) if changes else None
            act()
            if span is not None and self._text != before:
                self._edits.begin_part(span)
            self._hide_choices()
        if event is not None:
            self._look_for_code(event)

    def grasp_clicked(self) -> None:
        """A click in a hole takes the whole of it."""
        self.put_away()
        if self._edit.textCursor().hasSelection():
            return
        at = own_place(self._text, self._edit.textCursor().position())
        for hole in holes(self._text):
            if hole.start < at < hole.end:
                self._walking = True
                self._select(hole)

    def put_away(self) -> None:
        """Hide the list."""
        self._offered = ()
        if self._list is not None:
            self._list.hide()

    # -- what a card asks ----------------------------------------------------------------------

    @property
    def current(self) -> Hole | None:
        """The hole that is selected."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection() or HOLE_START not in self._text:
            return None
        place = self._edits.selected()
        return next((h for h in holes(self._text) if (h.start, h.end) == place), None)

    def go_to(self, hole: Hole) -> None:
        """Select a hole, which is to be filled in."""
        self._walking = True
        self._select(hole)

    def insert(self, snippet: Snippet, typed: int = 0, *, spaced: bool = False) -> None:
        """The snippet's text in place of the `typed` letters before the caret; one undo step.

        `spaced` puts a space behind it, for one goes on writing where there is no hole.
        """
        if self._source is None:
            return
        self.put_away()
        text = self._source.text(snippet)
        text += " " if spaced and not holes(text) else ""
        cursor = self._edit.textCursor()
        if len(self._text) - typed + len(text) > self._longest:
            self.crowded.emit()
            return
        start = cursor.selectionEnd() - typed  # what is selected stays: nothing is replaced
        cursor.setPosition(cursor.selectionEnd())
        cursor.beginEditBlock()
        cursor.setPosition(start, KEEP)
        cursor.insertText(text)
        cursor.endEditBlock()
        end = cursor.position()
        self._edit.setTextCursor(cursor)
        self._source.inserted(snippet)
        whole = self._text
        first, last = own_place(whole, start), own_place(whole, end)
        inside = [hole for hole in holes(whole) if first <= hole.start and hole.end <= last]
        self._walking = True
        if inside:
            self._select(inside[0])
        else:
            announce(self._edit, snippet.title)

    # -- within --------------------------------------------------------------------------------

    @property
    def _text(self) -> str:
        return self._edit.toPlainText()

    @property
    def _shown(self) -> bool:
        return self._list is not None and not self._list.isHidden()

    @property
    def _choosing_snippet(self) -> bool:
        return self._shown and bool(self._offered)

    def _takes_beside_offers(self, event: QKeyEvent) -> bool:
        key = event.key()
        assert self._list is not None
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self._list.move_choice(1 if key == Qt.Key.Key_Down else -1)
        elif key in ENTER:
            self._insert_chosen()
        elif key == Qt.Key.Key_Space and (exact := self._exact()) is not None:
            self.insert(exact, self._typed(), spaced=True)
        else:
            return False
        return True

    def _takes_in_hole(self, event: QKeyEvent, hole: Hole) -> bool:
        key, typed = event.key(), event.text()
        if key in ENTER:
            if not self._onwards():
                self.escapes()
            return True
        if not hole.choices:
            return False
        if typed in {*"123456789"} and int(typed) <= len(hole.choices):
            self._edits.fill(hole, hole.choices[int(typed) - 1])
            self._onwards()
            return True
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and self._shown and self._list is not None:
            self._list.move_choice(1 if key == Qt.Key.Key_Down else -1)
            return True
        return False

    def _onwards(self) -> bool:
        """Leave the hole, taking what it offers, and go to the next one; False if there is none."""
        hole = self.current
        taken = False
        if hole is not None:
            row = self._list.currentRow() if self._shown and self._list is not None else -1
            value = hole.choices[row] if hole.choices and row >= 0 else hole.default
            taken = bool(value)
            if value:
                self._edits.fill(hole, value)
        self.put_away()
        at = own_place(self._text, self._edit.textCursor().selectionEnd())
        for following in holes(self._text):
            if following.start >= at:
                return self._select(following)
        return taken and hole is not None and bool(hole.choices)  # stays behind what was chosen

    def _select(self, hole: Hole) -> bool:
        self._edits.select(hole.start, hole.end)
        self._edit.ensureCursorVisible()
        words = self.tr("Måste fyllas i: {hole}") if hole.required else self.tr("Fyll i: {hole}")
        announce(self._edit, words.format(hole=hole.name))
        self._offered = ()
        if hole.choices:
            numbered = [f"{n}  {choice}" for n, choice in enumerate(hole.choices, start=1)]
            self._offers().offer(numbered, chosen=-1)
        else:
            self.put_away()
        return True

    def _hide_choices(self) -> None:
        if self._shown and not self._offered and self.current is None:
            self.put_away()

    # -- the code ------------------------------------------------------------------------------

    def _before(self) -> str:
        """The last signs of the line before the caret, more than a code can have."""
        cursor = self._edit.textCursor()
        start = cursor.block().position()
        cursor.setPosition(max(start, cursor.position() - NEAR), KEEP)
        return cursor.selectedText()

    def _typed(self) -> int:
        found = TRIGGER.search(self._before())
        return len(found.group()) if found else 0

    def _exact(self) -> Snippet | None:
        found = TRIGGER.search(self._before())
        code = found.group(2).lower() if found else ""
        return self._source.exactly(code) if self._source is not None and code else None

    def _look_for_code(self, event: QKeyEvent) -> None:
        """Offer what the letters before the caret may become; only while they are being typed."""
        erases = event.key() == Qt.Key.Key_Backspace and self._shown
        if self._source is None or self._edit.isReadOnly():
            return
        if not (event.text().isprintable() and event.text()) and not erases:
            if self._offered and event.key() not in _SILENT:
                self.put_away()
            return
        cursor = self._edit.textCursor()
        found = None if cursor.hasSelection() else TRIGGER.search(self._before())
        after = self._edit.document().characterAt(cursor.position())
        if found is None or after.isalnum():
            if self._offered:
                self.put_away()
            return
        self._offered = tuple(self._source.offers(found.group(2).lower(), self._field))
        lines = [f"{snippet.code}   {snippet.title}" for snippet in self._offered]
        self._offers().offer(lines)

    def _insert_chosen(self) -> None:
        assert self._list is not None
        row = max(0, self._list.currentRow())
        self.insert(self._exact_or(self._offered[row], row), self._typed())

    def _exact_or(self, chosen: Snippet, row: int) -> Snippet:
        exact = self._exact() if row == 0 else None
        return exact or chosen

    def _offers(self) -> OfferList:
        if self._list is not None and self._list.parent() is not self._edit.window():
            self._list.deleteLater()  # the field has come to stand in another window
            self._list = None
        if self._list is None:
            self._list = OfferList(self._edit)
            self._list.taken.connect(self._on_taken)
            self._edit.destroyed.connect(self._list.deleteLater)
        return self._list

    def _on_taken(self, row: int) -> None:
        hole = self.current
        if self._offered:
            self.insert(self._offered[row], self._typed())
        elif hole is not None and row < len(hole.choices):
            self._edits.fill(hole, hole.choices[row])
            self._onwards()


_SILENT = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr}


def _changes(event: QKeyEvent) -> bool:
    """Whether the key writes or erases: not undo, a copy or a walk of the caret."""
    erases = event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
    cuts = event.matches(QKeySequence.StandardKey.Cut)
    writes = bool(event.text()) and event.text().isprintable()
    command = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and not (
        event.modifiers() & Qt.KeyboardModifier.AltModifier  # both together are AltGr
    )
    return erases or cuts or event.key() in ENTER or (writes and not command)
