"""The page of snippets: read, write, retire, bring in from a file, and see which are overdue."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calendar import local
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.snippets import Shelf, Snippet
from ui.actions import Action
from ui.badges import Badge
from ui.dialogs.snippet import SnippetDialog
from ui.dialogs.snippet_import import SnippetImportDialog
from ui.kept_form import Fields, KeptForm
from ui.keys import keys
from ui.labels import label
from ui.link import Marks, mark_column
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.buttons import Button, ButtonKind
from ui.widgets.check import Check
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.field import Field
from ui.widgets.head import Head
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


def utc_now() -> datetime:
    return datetime.now(UTC)


class SnippetsPage(QWidget):
    """`said` carries a sentence, `refused` an error, for a notice."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        parent: QWidget | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self._now = tasks, services, now
        self._snippets = services.snippets
        self._shelf = Shelf()
        self._added_last: UUID | None = None
        marks = Marks.of(tasks, services)
        self.model = RecordModel[Snippet](
            (
                Column(self.tr("Kod"), lambda snippet: snippet.code, width=12),
                Column(self.tr("Rubrik"), lambda snippet: snippet.title, width=26),
                Column(self.tr("Nivå"), lambda snippet: label(snippet.scope), width=12),
                Column(
                    self.tr("Text"),
                    lambda snippet: " ".join(snippet.body.split()),
                    tip=lambda snippet: snippet.body,
                ),
                Column(
                    self.tr("Använd"),
                    lambda snippet: str(self._uses(snippet)),
                    sort=self._uses,
                    figures=True,
                    width=8,
                ),
                Column(
                    self.tr("Granskas senast"),
                    self._review_text,
                    sort=lambda snippet: snippet.review_on,
                    badge=self._review_badge,
                    width=20,
                ),
                *mark_column(marks, lambda snippet: marks.badge("snippet", snippet.id)),
            ),
            key=lambda snippet: snippet.id,
            parent=self,
        )
        marks.changed.connect(self.model.renew)
        self._empty = EmptyState(
            self.tr("Inga fraser än"),
            self.tr("Skriv en text som du ofta behöver, eller läs in en fil."),
            icon="note",
        )
        self.table = RecordTable(self.tr("Fraser"), self.model, empty=self._empty)
        self.table.sort_by(0)
        self.table.chosen.connect(lambda _: self._show_acts())
        self.table.opened.connect(lambda _: self._ask_change())
        self.words = Field(self.tr("Sök i kod, rubrik och text"), keys=Action.FIND_SNIPPET)
        self.words.changed.connect(lambda _: self._show())
        self.overdue = Check(self.tr("Bara de som skulle ha granskats"))
        self.overdue.toggled.connect(lambda _: self._show())
        self.add = Button(
            self.tr("Ny fras"), ButtonKind.PRIMARY, icon="plus", keys=Action.ADD_SNIPPET
        )
        self.change = Button(self.tr("Ändra"), icon="pen", keys="Return")
        self.retire = Button(self.tr("Ta ur bruk"), icon="trash", keys="Delete")
        self.bring_in = Button(self.tr("Läs in fil"), icon="save", keys=Action.IMPORT_SNIPPETS)
        self.add.clicked.connect(self._ask_new)
        self.change.clicked.connect(self._ask_change)
        self.retire.clicked.connect(self._ask_retire)
        self.bring_in.clicked.connect(self._ask_file)
        keys().bind(self, Action.ADD_SNIPPET, self.add.click)
        keys().bind(self, Action.IMPORT_SNIPPETS, self.bring_in.click)
        keys().bind(self, Action.FIND_SNIPPET, self._to_find)
        erase = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table, self.retire.click)
        erase.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._lay_out()
        tasks.changed.connect(self._on_changed)
        self._show_acts()

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh(self) -> None:
        self._tasks.run(self, self._snippets.mine, self._show_shelf, self.refused.emit, topic="all")

    def _lay_out(self) -> None:
        title = Text(self.tr("Fraser"), Type.TITLE)
        title.setProperty("heading", True)
        head = Head((title,), (self.change, self.retire, self.bring_in, self.add))
        sieve = spaced(QHBoxLayout(), gap="l")
        sieve.addWidget(self.words, 1)
        sieve.addWidget(self.overdue, 0, Qt.AlignmentFlag.AlignBottom)
        words = self.tr(
            "Skriv ; och koden i en anteckning, sedan Tab. Tab går mellan luckorna, siffran väljer,"
            " Esc lämnar. Egna fraser ser bara du; enhetens ser enheten."
        )
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addWidget(head)
        column.addLayout(sieve)
        column.addWidget(self.table, 1)
        column.addWidget(Text(words, Type.SMALL, role="muted", wrap=True))

    def _to_find(self) -> None:
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.words.edit.selectAll()

    def _show_shelf(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._show()
        if self._added_last is not None:
            self.table.choose(self._added_last)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._added_last = None
        elif self.table.hasFocus() and self.table.current is None and shelf.snippets:
            self.table.selectRow(0)
        self._show_acts()

    def _show(self) -> None:
        """What fits the words and the box, of all that there are."""
        words = self.words.text().casefold().split()
        today = local(self._now()).date()
        shown = [
            snippet
            for snippet in self._shelf.snippets
            if all(word in _searched(snippet) for word in words)
            and (not self.overdue.isChecked() or snippet.overdue(today))
        ]
        self.model.replace(shown)
        if self._shelf.snippets:
            self._empty.say(self.tr("Ingen fras passar"), "")
        self._show_acts()

    def _show_acts(self) -> None:
        for button in (self.change, self.retire):
            button.setEnabled(self.table.current is not None)

    def _ask_new(self) -> None:
        dialog = SnippetDialog(parent=self)
        self._keep(dialog, FORMS)
        dialog.confirmed.connect(partial(self._save, dialog))
        dialog.open()

    def _ask_change(self) -> None:
        chosen: Snippet | None = self.table.current
        if chosen is not None:
            dialog = SnippetDialog(chosen, parent=self)
            self._keep(dialog, chosen.id)
            dialog.confirmed.connect(partial(self._save, dialog))
            dialog.open()

    def _keep(self, dialog: SnippetDialog, about: UUID) -> None:
        fields: Fields = {"code": dialog.code, "title": dialog.title, "text": dialog.text}
        KeptForm(dialog, self._tasks, self._services, (FormKind.SNIPPET, about), fields)

    def _save(self, dialog: SnippetDialog) -> None:
        wording, old = dialog.wording(), dialog.snippet
        if wording is None:
            return
        verb = (
            partial(self._snippets.add, dialog.chosen_scope, wording)
            if old is None
            else partial(self._snippets.change, old.id, wording, upon=old.number)
        )
        dialog.set_busy(True)
        self._tasks.run(dialog, verb, partial(self._saved, dialog), dialog.refuse)

    def _saved(self, dialog: SnippetDialog, changes: Changes) -> None:
        dialog.accept()
        self._added_last = changes.the("snippet")

    def _ask_retire(self) -> None:
        chosen: Snippet | None = self.table.current
        if chosen is None:
            return
        words = self.tr(
            "Frasen {code} kan inte längre infogas. Det som redan är skrivet står kvar."
        )
        dialog = Dialog(
            self.tr("Ta frasen ur bruk?"),
            sentence=words.format(code=chosen.code),
            primary=self.tr("Ta ur bruk"),
            danger=True,
            parent=self,
        )
        dialog.confirmed.connect(partial(self._retire, dialog, chosen.id))
        dialog.open()

    def _retire(self, dialog: Dialog, id: UUID) -> None:
        dialog.accept()
        self._tasks.run(self, partial(self._snippets.retire, id), refused=self.refused.emit)

    def _ask_file(self) -> None:
        dialog = SnippetImportDialog(self._tasks, self._services, parent=self)
        dialog.said.connect(self.said)
        dialog.open()

    def _uses(self, snippet: Snippet) -> int:
        use = self._shelf.uses.get(snippet.id)
        return use.uses if use else 0

    def _review_text(self, snippet: Snippet) -> str:
        return snippet.review_on.isoformat() if snippet.review_on else ""

    def _review_badge(self, snippet: Snippet) -> Badge | None:
        if not snippet.overdue(local(self._now()).date()):
            return None
        words = self.tr("Försenad {day}")
        return Badge(words.format(day=snippet.review_on), ToneName.WARNING, "clock")

    def _on_changed(self, changes: Changes) -> None:
        if changes.of("snippet") and self.isVisible():
            self.refresh()


def _searched(snippet: Snippet) -> str:
    return f"{snippet.code} {snippet.title} {snippet.body}".casefold()
