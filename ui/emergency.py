"""112 from this desk: one key for the alarm, one for the signs that call for it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.actions import Action
from ui.alarm_keeper import AlarmKeeper
from ui.key_everywhere import KeyEverywhere
from ui.keys import keys
from ui.numbers import number_on_card
from ui.panels.alarm import AlarmNotes, AlarmWho
from ui.panels.alarm_notes import alarm_words
from ui.panels.cards import CardsPage
from ui.panels.red_flags import RedFlagDialog
from ui.people import name_of, number_of
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.key_hint import key_text
from ui.window import Window


class Emergency(QObject):
    """What is sounded is about the card in sight, if there is one; its note is written after.

    `said` carries a sentence for a notice.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._services, self._window, self._cards = services, window, cards
        self._homeless = ""  # what was noted in an alarm that belonged to no call
        self.alarm = AlarmKeeper(tasks, services, window)
        self.alarm.who = self._who
        self.alarm.part = self._part_in_sight
        self.alarm.listen(lambda: keys().of(Action.ALARM), self._call_in_sight)
        self.alarm.closed.connect(self._write_down)
        self._signs: RedFlagDialog | None = None
        self._signs_key = KeyEverywhere(
            lambda: keys().of(Action.RED_FLAGS), self.show_red_flags, self
        )
        cards.shown.connect(self._on_card)

    def sound(self) -> None:
        self.alarm.sound(self._call_in_sight())

    def resume(self) -> None:
        """An operator has come: an alarm of theirs that was going on is going on."""
        self.alarm.resume()

    def forget(self) -> None:
        """The operator has left."""
        self._homeless = ""

    def show_red_flags(self) -> None:
        """All signs, with what to ask, over whatever is there; the button sounds the alarm."""
        if self._signs is not None and isValid(self._signs) and self._signs.isVisible():
            return
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        over = QApplication.activeModalWidget() or self._window
        dialog = self._signs = RedFlagDialog(self._services.red_flags, parent=over)
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(self.sound)
        dialog.open()

    def _write_down(self, call_id: UUID | None, notes: AlarmNotes) -> None:
        words = alarm_words(notes)
        if call_id is not None:
            self._cards.note_alarm(call_id, words, self.alarm.part_id)
        elif notes.place.strip() or notes.ticked:
            self._homeless = words
            said = self.tr("Larmet hörde inte till något samtal. {keys} ger ett kort med texten.")
            self.said.emit(said.format(keys=key_text(Action.REGISTER)))

    def _on_card(self, call_id: UUID | None) -> None:
        """A call that is registered by hand after such an alarm is the alarm's."""
        card = self._cards.current
        if not self._homeless or card is None or call_id is None:
            return
        if card.call.line_call is None and not card.unkept() and card.who.person is None:
            words, self._homeless = self._homeless, ""
            self._cards.note_alarm(call_id, words)

    def _call_in_sight(self) -> UUID | None:
        card = self._cards.current
        return card.call.id if card is not None else None

    def _part_in_sight(self, call_id: UUID | None) -> UUID | None:
        card = self._cards.current
        return card.in_sight if card is not None and card.call.id == call_id else None

    def _who(self, call_id: UUID | None) -> AlarmWho:
        """What the card shows already; of a protected person nothing but the number."""
        card = self._cards.current
        if card is None or card.call.id != call_id or not self._window.at_desk:
            return AlarmWho()
        caller = number_on_card(card.call)
        person = card.who.person
        if person is None or person.protected:
            return AlarmWho(caller=caller)
        return AlarmWho(caller, name_of(person), number_of(person.person_id))
