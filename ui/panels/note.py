"""The note of a card: its form with the text it gives beside it, or the signed entry."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QScrollArea, QTextEdit, QVBoxLayout, QWidget

from kundcenter.domain.opened import OpenEntry
from kundcenter.domain.triage import CodeSet
from ui.actions import Action
from ui.keys import keys
from ui.panels.look_up import LookUp
from ui.panels.note_form import NoteForm
from ui.panels.note_keys import FIELD_KEYS
from ui.panels.note_text import NoteText
from ui.panels.note_view import NoteView
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.card import Card
from ui.widgets.key_hint import KeyHint
from ui.widgets.page import Page
from ui.widgets.text import Text

__all__ = ["NoteForm", "NotePanel"]

ROOMY = 860  # pixels at ordinary text size: then the text stands beside the form
PREVIEW_WIDTH = 320
LOOK_ROOMY, LOOK_WIDTH = 720, 340  # the form is still to be written in beside it
SOON = 120  # ms after the last key
MOST = 16_777_215  # pixels: Qt's word for no limit
LONG, SOON_WHEN_LONG = 3_000, 600  # signs; to lay them out anew takes longer than a letter


class NotePanel(QWidget):
    """The form, scrolling by itself, and the text it gives; in its place the note to be read
    when it is signed.  `dissent_wanted` when the patient thinks that the entry is wrong.
    """

    dissent_wanted = Signal()

    def __init__(self, codes: CodeSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Each in its place from the beginning: what is moved there later is styled once more.
        self._scroll = QScrollArea(self)
        self._inside = QWidget(self._scroll.viewport())
        self.form = NoteForm(codes, self._inside)
        self._view = NoteView(self._inside)
        self._view.hide()
        self._view.dissent_wanted.connect(self.dissent_wanted)
        self._preview_wanted: bool | None = None  # None: as there is room
        column = spaced(QVBoxLayout(self._inside), "l")
        column.addWidget(self.form)
        column.addWidget(self._view)
        self._scroll.setWidget(self._inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(self.tr("Anteckning"))
        self.preview = Page("m", parent=self)
        self.preview.setAccessibleName(self.tr("Texten som den blir"))
        card = Card(self.tr("Texten som den blir"), icon="eye", parent=self.preview.widget())
        self._text = NoteText(live=True, parent=card)
        words = self.tr("Texten skriver sig själv.")
        self._nothing = Text(words, role="muted", wrap=True, parent=card)
        card.trailing.addWidget(KeyHint(Action.PREVIEW))
        card.body.addWidget(self._nothing)
        card.body.addWidget(self._text)
        self.preview.body.addWidget(card)
        self.preview.body.addStretch(1)
        self._row = spaced(QBoxLayout(QBoxLayout.Direction.LeftToRight, self), gap="none")
        self._row.addWidget(self._scroll, 1)
        self._row.addWidget(self.preview)
        self.look_up = LookUp(self)
        self.look_up.asked.connect(self._arrange)
        self.look_up.left.connect(self._arrange)
        self._row.addWidget(self.look_up)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SOON)
        self._later.timeout.connect(self._compose)
        self.setFocusProxy(self._scroll)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)
        # A form that has just come back is laid out after its field was gone to.
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda: self._on_focus_changed(None, self.focusWidget()))
        self.form.edited.connect(self._on_edited)
        self.form.shown.connect(self._later.start)
        keys().bind(self, Action.PREVIEW, self.toggle_preview)
        for name, action in FIELD_KEYS.items():
            keys().bind(self, action, partial(self._go_to, name))
        self._arrange()

    # -- what is shown -------------------------------------------------------------------------

    def toggle_preview(self) -> None:
        """Show the text the note gives, or leave the room to the form."""
        self._preview_wanted = self.preview.isHidden()
        self._arrange()

    def set_locked(self, locked: bool) -> None:
        """A signed note is read, not written in."""
        if locked == self.form.isHidden():
            return
        if locked:  # only then: what has been shown of the entry since stays
            self._view.show_note(self.form.sections, self.form.note.urgency)
        had_focus = self.form.isAncestorOf(self.focusWidget())
        self.form.setHidden(locked)
        self.form.setEnabled(not locked)  # a hidden field would still take the focus, and keys
        self._view.setVisible(locked)
        self.look_up.setHidden(locked or self.look_up.isHidden())
        self._arrange()
        if had_focus:
            self.setFocus()

    def show_entry(self, opened: OpenEntry, codes: Mapping[str, CodeSet]) -> None:
        """What belongs to a locked entry: signer, earlier versions, dissent, copies.

        `codes` are the published sets by version.
        """
        self._view.show_entry(opened, codes, self.form.units)

    def _compose(self) -> None:
        sections = self.form.sections if not self.form.note.blank else ()
        self._text.show_sections(sections, self.form.note.urgency)
        self._nothing.setVisible(not sections)

    def _arrange(self) -> None:
        looking, scale = not self.look_up.isHidden(), current().metrics.scale
        roomy = self.width() >= (LOOK_ROOMY if looking else ROOMY) * scale
        wanted = roomy if self._preview_wanted is None else self._preview_wanted
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if roomy else direction.TopToBottom)
        self.preview.setVisible(wanted and not looking and not self.form.isHidden())
        beneath = max(160, self.height() * (3 if looking else 2) // 5)
        for part, wide in ((self.preview, PREVIEW_WIDTH), (self.look_up, LOOK_WIDTH)):
            side = round(wide * scale)
            part.setMaximumWidth(side if roomy else MOST)
            part.setMinimumHeight(0 if roomy else beneath)
            part.setMaximumHeight(MOST if roomy else beneath)
            part.setMinimumWidth(side if roomy else 0)
        if not self.preview.isHidden():
            self._compose()

    # -- what is in sight ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._arrange()

    def _go_to(self, name: str) -> None:
        if not self.form.isHidden():
            self.form.go_to(name)

    def _on_edited(self) -> None:
        self._show_caret()
        if not self.preview.isHidden():
            long = any(len(section.text) > LONG for section in self._text.shown)
            self._later.start(SOON_WHEN_LONG if long else SOON)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A field that is gone to by its key is in sight: nobody writes where nothing is seen."""
        if now is not None and self.form.isAncestorOf(now) and not self.form.isHidden():
            # Not ensureWidgetVisible: of a text it shows the caret and no more.
            # The whole field: its label above and what is said beneath it belong to it.
            whole = next((e for e in self.form.fields.values() if e.isAncestorOf(now)), now)
            middle = whole.mapTo(self._inside, whole.rect().center())
            around = whole.height() // 2 + current().metrics.space("s")
            self._scroll.ensureVisible(middle.x(), middle.y(), 0, around)
            self._show_caret()

    def _show_caret(self) -> None:
        edit = self._scroll.focusWidget()
        if isinstance(edit, QTextEdit) and self._inside.isAncestorOf(edit):
            if edit.visibleRegion().boundingRect() == edit.rect():
                return  # all of it is in sight; to measure a long text takes its time
            line = edit.cursorRect()
            at = edit.viewport().mapTo(self._inside, line.bottomLeft())
            self._scroll.ensureVisible(at.x(), at.y(), 0, 2 * line.height())
