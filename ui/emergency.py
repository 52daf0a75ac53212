"""112 from this desk: one key for the alarm, one for the signs that call for it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ui.actions import Action
from ui.alarm_keeper import AlarmKeeper
from ui.key_everywhere import KeyEverywhere
from ui.keys import keys
from ui.left_alarms import LeftAlarms
from ui.numbers import number_on_card
from ui.panels.alarm import AlarmNotes, AlarmWho
from ui.panels.alarm_notes import LeftText, alarm_words, noted
from ui.panels.cards import CardsPage
from ui.panels.red_flags import RedFlagDialog
from ui.people import name_of, number_of
from ui.services import Services
from ui.tasks import Tasks
from ui.window import Window


class Emergency(QObject):
    """What is sounded is about the card in sight, if there is one; its note is written after.

    `said` carries a sentence for a notice.
    """

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._services, self._window, self._cards = services, window, cards
        self.left = LeftAlarms(tasks, services, window, cards)
        self._behind_lock: list[Callable[[], None]] = []
        self._opening: dict[UUID, Callable[[], None]] = {}
        self.alarm = AlarmKeeper(tasks, services, window)
        self.alarm.who = self._who
        self.alarm.part = self._part_in_sight
        self.alarm.listen(lambda: keys().of(Action.ALARM), self._call_in_sight)
        self.alarm.write_down = self._write_down
        self._signs: RedFlagDialog | None = None
        self._signs_key = KeyEverywhere(
            lambda: keys().of(Action.RED_FLAGS), self.show_red_flags, self
        )
        cards.alarm_noted.connect(self._on_noted)

    def sound(self) -> None:
        self.alarm.sound(self._call_in_sight())

    def resume(self) -> None:
        """An operator has come: an alarm of theirs that was going on is going on."""
        self.alarm.resume()
        self.left.look()

    def unlocked(self) -> None:
        """What came into a note behind the lock can be kept with it now."""
        self.left.keep_cards()
        for drop in self._behind_lock:
            drop()
        self._behind_lock.clear()
        self.left.look()

    def forget(self) -> None:
        """The operator has left."""
        self._behind_lock.clear()
        self._opening.clear()
        self.left.forget()

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

    def _write_down(
        self, call_id: UUID | None, notes: AlarmNotes, drop: Callable[[], None]
    ) -> None:
        """Into the note of the alarm's own call; what has none is kept and offered.

        The alarm's own text goes when the note is kept, which it is not while the desk is locked.
        """
        words = alarm_words(notes)
        taken: bool | None = False
        if call_id is not None:
            taken = self._cards.note_alarm(call_id, words, self.alarm.part_id)
        if taken and not self._window.at_desk:
            self._behind_lock.append(drop)
        elif taken:
            self.left.keep_cards()
            drop()
        elif not noted(notes):
            drop()
        elif taken is None and call_id is not None:
            self._opening[call_id] = drop
        else:
            if self.alarm.lost and notes.raised_at is not None:
                self.left.hold(LeftText(None, call_id, notes.raised_at, words))
            self._say_left(call_id)

    def _on_noted(self, call_id: UUID, taken: bool) -> None:
        """The card has been opened for the text."""
        drop = self._opening.pop(call_id, None)
        if drop is None:
            return
        if taken:
            self.left.keep_cards()
            drop()
        else:
            self._say_left(call_id)

    def _say_left(self, call_id: UUID | None) -> None:
        said = self.tr("Larmet hörde inte till något samtal. Texten är sparad och visas överst.")
        if call_id is not None:
            said = self.tr("Larmets text fick ingen anteckning. Den är sparad och visas överst.")
        if self.alarm.lost:
            said = self.tr("Larmets text kunde inte sparas. Den visas överst tills du loggar ut.")
        self.said.emit(said)
        self.left.look()

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
