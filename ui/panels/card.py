"""The card of one call: whom it is about to the left, the note to the right, what to do beneath."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kundcenter.changes import Changes
from kundcenter.domain.calls import Call, CallNeedsOutcome
from kundcenter.domain.journal import EntryIncomplete, Note
from kundcenter.domain.units import Unit
from kundcenter.errors import KundcenterError
from kundcenter.services.journal import OpenEntry
from kundcenter.services.people import PersonCard
from ui.badges import Badge
from ui.dialogs.correction import CorrectionDialog
from ui.dialogs.outcome import OutcomeDialog
from ui.panels.note import NotePanel
from ui.panels.who import WhoPanel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.widgets.action_bar import ActionBar
from ui.widgets.buttons import Button, ButtonKind, IconButton

Next = Callable[[], object]
WHO_WIDTH = 340
WIDEST = 1.25


@dataclass(frozen=True, slots=True)
class Written:
    """The version of the entry that the store holds."""

    entry_id: UUID
    person_id: UUID
    number: int
    note: Note
    signed: bool = False


class CallCard(QWidget):
    """`closed` when the call is done; `refused` carries an error for a notice; `print_wanted` an
    entry's id.  What went well is told by the bar beneath."""

    closed = Signal()
    refused = Signal(object)
    print_wanted = Signal(object)

    def __init__(
        self, tasks: Tasks, services: Services, call: Call, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._services, self.call = tasks, services, call
        self._codes = current_codes(services)
        self._written: Written | None = None
        self._correction = ""
        self.who = WhoPanel(tasks, services, call)
        self.panel = NotePanel(self._codes)
        self.form = self.panel.form
        self._save = Button(self.tr("Spara"), icon="save", keys="Ctrl+S")
        self._sign = Button(self.tr("Signera"), ButtonKind.PRIMARY, icon="sign", keys="Ctrl+Return")
        self._correct = Button(self.tr("Rätta"), icon="pen", keys="Ctrl+R")
        self._print = IconButton(self.tr("Skriv ut"), "print", keys="Ctrl+P")
        self._finish = Button(self.tr("Avsluta"), icon="check", keys="Ctrl+D")
        buttons = (self._print, self._finish, self._save, self._correct, self._sign)
        fresh = Badge(self.tr("Ny anteckning"), ToneName.NEUTRAL, "note")
        self._bar = ActionBar(self.tr("Anteckningens läge"), fresh, buttons)
        self._side = QScrollArea()
        self._lay_out()
        self._listen()
        self._show_state()
        tasks.run(self, services.units.all, self._show_units, self.refused.emit)
        tasks.run(self, partial(services.journal.of_call, call.id), self._reopen, lambda _: None)

    @property
    def unsaved(self) -> bool:
        """Whether something has been written that no version holds."""
        return self.form.note != (self._written.note if self._written else Note())

    def take_focus(self) -> None:
        if self.who.person is None:
            self.who.take_focus()
        else:
            self.form.reason.setFocus()

    def save(self) -> None:
        """Save what is written as a version of the entry, unsigned."""
        self._save_then(lambda: self._bar.say(self.tr("Anteckningen är sparad, osignerad.")))

    def sign(self) -> None:
        """Save what is not saved, then lock it with the operator's signature."""
        if self.unsaved or self._written is None:
            self._save_then(self.sign)
            return
        if self._written.signed:
            return
        verb = partial(
            self._services.journal.sign, self._written.entry_id, upon=self._written.number
        )
        self.panel.set_locked(True)  # what is typed now would stand unsigned in a signed note
        self._ask(verb, lambda _: self._on_signed())

    def correct(self) -> None:
        """Write a corrected version of a signed entry."""
        if self._written is None or not self._written.signed:
            return
        dialog = CorrectionDialog(parent=self)
        dialog.confirmed.connect(partial(self._begin_correction, dialog))
        dialog.open()

    def print(self) -> None:
        """Print the entry as it is saved."""
        if self.unsaved or self._written is None:
            self._save_then(self.print)
        else:
            self.print_wanted.emit(self._written.entry_id)

    def finish(self) -> None:
        """Close the call.  What is written is saved first; nothing is lost by leaving."""
        if self.unsaved:
            self._save_then(self.finish)
        else:
            self._close(None)

    def _save_then(self, then: Next) -> None:
        person, note, written = self.who.person, self.form.note, self._written
        if person is None:
            self.who.number.show_error(self.tr("Ange först vem samtalet gäller."))
            self.who.take_focus()
            return
        assert written is None or written.person_id == person.id, "a note of somebody else"
        journal = self._services.journal
        if written is None:
            verb = partial(journal.write, person.id, note, self.call.id)
        elif written.signed:
            verb = partial(
                journal.correct,
                written.entry_id,
                note,
                upon=written.number,
                reason=self._correction,
            )
        else:
            verb = partial(journal.save, written.entry_id, note, upon=written.number)
        self._ask(verb, partial(self._on_saved, person.id, note, then))

    def _ask(self, verb: Callable[[], Changes], then: Callable[[Changes], object]) -> None:
        self.form.clear_errors()
        self._set_busy(True)
        self._tasks.run(self, verb, then, self._on_refused)

    def _on_saved(self, person_id: UUID, note: Note, then: Next, changes: Changes) -> None:
        number = self._written.number + 1 if self._written else 1
        self._written = Written(changes.the("entry"), person_id, number, note)
        self.who.keep_person()
        self._set_busy(False)
        self._show_state()
        then()

    def _on_signed(self) -> None:
        assert self._written is not None
        self._written = replace(self._written, signed=True)
        self._correction = ""
        self._set_busy(False)
        self._show_state()
        self._bar.say(self.tr("Anteckningen är signerad."))

    def _on_refused(self, error: KundcenterError) -> None:
        self._set_busy(False)
        self._show_state()
        if isinstance(error, EntryIncomplete):
            missing = error.facts["missing"]
            assert isinstance(missing, tuple)
            self.form.show_missing(missing, self.tr("Fyll i fältet innan du signerar."))
            return
        self.refused.emit(error)

    def _begin_correction(self, dialog: CorrectionDialog) -> None:
        reason = dialog.reason.text().strip()
        if not reason:
            dialog.reason.show_error(self.tr("Skriv varför anteckningen rättas."))
            return
        dialog.accept()
        self._correction = reason
        self._show_state()
        self.form.history.setFocus()

    def _close(self, outcome: str | None) -> None:
        self._set_busy(True)
        verb = partial(self._services.calls.close, self.call.id, outcome)
        self._tasks.run(self, verb, lambda _: self.closed.emit(), self._on_not_closed)

    def _on_not_closed(self, error: KundcenterError) -> None:
        self._set_busy(False)
        if not isinstance(error, CallNeedsOutcome):
            self.refused.emit(error)
            return
        dialog = OutcomeDialog(self._codes, parent=self)
        dialog.confirmed.connect(partial(self._close_with, dialog))
        dialog.open()

    def _close_with(self, dialog: OutcomeDialog) -> None:
        if dialog.outcome.value is None:
            dialog.outcome.show_error(self.tr("Välj vad samtalet ledde till."))
            return
        dialog.accept()
        self._close(dialog.outcome.value)

    def _reopen(self, entries: tuple[OpenEntry, ...]) -> None:
        """Show the last entry of a call that was in hand before."""
        if not entries or self._written is not None or self.unsaved:
            return
        latest = entries[-1].latest
        note = replace(latest.note, codes="")
        person_id = entries[-1].entry.person_id
        self._written = Written(latest.entry_id, person_id, latest.number, note, latest.signed)
        self.form.show_note(note)
        self.who.open(person_id)
        self.who.keep_person()
        self._show_state()

    def _show_units(self, units: tuple[Unit, ...]) -> None:
        self.form.show_units(units)
        self._show_state()

    def _on_identified(self, card: PersonCard) -> None:
        if card.record_closed:
            self.panel.setEnabled(False)
        elif self.form.reason.value is None:
            self.form.reason.setFocus()

    def _show_state(self) -> None:
        written = self._written
        locked = written is not None and written.signed and not self._correction
        self.panel.set_locked(locked)
        self._correct.setVisible(locked)
        self._save.setVisible(not locked)
        self._sign.setVisible(not locked)
        badge = Badge(self.tr("Ny anteckning"), ToneName.NEUTRAL, "note")
        if self._correction:
            badge = Badge(self.tr("Rättas"), ToneName.WARNING, "pen")
        elif locked:
            badge = Badge(self.tr("Signerad"), ToneName.SUCCESS, "lock")
        elif self.unsaved and written is not None:
            badge = Badge(self.tr("Ändrad, inte sparad"), ToneName.WARNING, "pen")
        elif self.unsaved:
            badge = Badge(self.tr("Inte sparad"), ToneName.WARNING, "pen")
        elif written is not None:
            badge = Badge(self.tr("Sparad, osignerad"), ToneName.INFO, "save")
        self._bar.show_state(badge, self._correction)

    def _set_busy(self, busy: bool) -> None:
        for button in (self._save, self._sign, self._correct, self._print, self._finish):
            button.setEnabled(not busy)

    def _lay_out(self) -> None:
        side = self._side
        side.setWidgetResizable(True)
        side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        side.setAccessibleName(self.tr("Patient"))
        inside = QWidget()
        held = spaced(QVBoxLayout(inside), "l", "m")
        held.addWidget(self.who)
        held.addStretch(1)  # a card would take its share of what is left over
        side.setWidget(inside)
        self._measure()
        above = spaced(QHBoxLayout(), gap="none")
        above.addWidget(side)
        above.addWidget(self.panel, 1)
        whole = spaced(QVBoxLayout(self), gap="none")
        whole.addLayout(above, 1)
        whole.addWidget(self._bar)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_side"):
            self._measure()

    def _measure(self) -> None:
        # Beyond that the note needs the room more, and a name may break into lines.
        scale = min(current().metrics.scale, WIDEST)
        self._side.setFixedWidth(round(WHO_WIDTH * scale))

    def _listen(self) -> None:
        self.who.identified.connect(self._on_identified)
        self.form.edited.connect(self._show_state)
        acts = (
            (self._save, self.save, "Ctrl+S"),
            (self._sign, self.sign, "Ctrl+Return"),
            (self._correct, self.correct, "Ctrl+R"),
            (self._print, self.print, "Ctrl+P"),
            (self._finish, self.finish, "Ctrl+D"),
        )
        for button, act, keys in acts:
            button.clicked.connect(act)
            self._key(keys, button.click)
        fields: tuple[tuple[str, Next], ...] = (
            ("F2", self.who.take_focus),
            ("F3", self.form.reason.setFocus),
            ("F4", self.form.history.setFocus),
            ("F7", self.form.assessment.setFocus),
            ("F8", self.form.urgency.take_focus),
            ("F9", self.form.outcome.setFocus),
            ("F10", self.form.advice.setFocus),
        )
        for keys, go in fields:
            self._key(keys, go)

    def _key(self, keys: str, act: Next) -> None:
        # The window's, while the card is in sight: the focus may be in the strip or the rail.
        QShortcut(QKeySequence(keys), self, act)
