"""112 from this desk: one key for the alarm, one for the signs that call for it."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject

from ui.actions import Action
from ui.alarm_keeper import AlarmKeeper
from ui.keys import keys
from ui.numbers import number_of_call
from ui.panels.alarm import AlarmWho
from ui.panels.cards import CardsPage
from ui.panels.red_flags import RedFlagDialog
from ui.people import name_of, number_of
from ui.services import Services
from ui.tasks import Tasks
from ui.window import Window


class Emergency(QObject):
    """What is sounded is about the card in sight, if there is one."""

    def __init__(self, tasks: Tasks, services: Services, window: Window, cards: CardsPage) -> None:
        super().__init__(window)
        self._services, self._window, self._cards = services, window, cards
        self.alarm = AlarmKeeper(tasks, services, window)
        self.alarm.who = self._who
        self.alarm.listen(lambda: keys().of(Action.ALARM), self._call_in_sight)

    def sound(self) -> None:
        self.alarm.sound(self._call_in_sight())

    def show_red_flags(self) -> None:
        """All signs, with what to ask; the primary button sounds the alarm."""
        dialog = RedFlagDialog(self._services.red_flags, parent=self._window)
        dialog.confirmed.connect(dialog.accept)
        dialog.accepted.connect(self.sound)
        dialog.open()

    def _call_in_sight(self) -> UUID | None:
        card = self._cards.current
        return card.call.id if card is not None else None

    def _who(self, call_id: UUID | None) -> AlarmWho:
        """What the card shows already; of a protected person nothing but the call."""
        card = self._cards.current
        if card is None or card.call.id != call_id or not self._window.at_desk:
            return AlarmWho()
        caller = number_of_call(card.call) if card.call.number else ""
        person = card.who.person
        if person is None or person.protected:
            return AlarmWho(caller=caller)
        return AlarmWho(caller, name_of(person), number_of(person.person_id))
