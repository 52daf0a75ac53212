"""That the patient is to be rung already: in which unit's queue, and when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.calendar import local
from kundcenter.domain.callbacks import Callback, CallbackKind, Promise
from ui.callback_keeper import CallbackKeeper
from ui.claiming_words import promised_words
from ui.directory_keeper import DirectoryKeeper
from ui.theme.colours import ToneName
from ui.theme.space import emptied, spaced
from ui.widgets.banner import Banner


class PersonWaits(QWidget):
    """Of whom has been opened: a line for each call that is promised, kept fresh by itself.

    It asks nothing of the store: the lists of this window have it, and name nobody.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[UUID] = frozenset()
        self._calls: CallbackKeeper | None = None
        self._units: DirectoryKeeper | None = None
        self._said: tuple[tuple[str, ToneName], ...] = ()
        self._lines = spaced(QVBoxLayout(self), gap="xs")
        self.hide()

    def follow(self, calls: CallbackKeeper, units: DirectoryKeeper) -> None:
        """Know what is promised, and what the units are called."""
        self._calls, self._units = calls, units
        calls.changed.connect(self._show)
        units.changed.connect(self._show)

    def show_of(self, person_ids: Collection[UUID]) -> None:
        """Every registration of the person in sight; nobody's when there is none."""
        self._ids = frozenset(person_ids)
        self._show()

    def _show(self) -> None:
        said = tuple(map(self._words, self._waiting()))
        if said == self._said:
            return
        self._said = said
        emptied(self._lines)
        for words, tone in said:
            icon = "warning" if tone is ToneName.WARNING else "phone-out"
            self._lines.addWidget(Banner(words, tone, icon=icon, wrap=True))
        self.setVisible(bool(said))

    def _waiting(self) -> list[Callback]:
        if self._calls is None or not self._ids:
            return []
        every = (*self._calls.queued, *self._calls.promised, *self._calls.seen.others)
        found = {each.id: each for each in every}
        theirs = (each for each in found.values() if each.person_id in self._ids)
        return sorted(theirs, key=lambda each: (each.promised_from, each.id))

    def _words(self, callback: Callback) -> tuple[str, ToneName]:
        assert self._calls is not None
        assert self._units is not None
        now, holder = self._calls.now, self._calls.name(callback.holder)
        late = callback.promise(now) is Promise.AFTER
        queued = callback.kind is CallbackKind.QUEUE
        start, end = callback.promised_from, callback.promised_to
        if callback.try_at is not None:
            words = self.tr("Inget svar. Rings igen {time}")
            if queued:
                words = self.tr("I kö: {unit}. Inget svar, rings igen {time}")
            start = end = callback.try_at
        elif queued:
            words = self.tr("I kö: {unit}, {time}")
            if late:
                words = self.tr("I kö: {unit}. Skulle ha ringt {time}")
        else:
            words = self.tr("Vi har lovat att ringa {time}")
            if late:
                words = self.tr("Vi skulle ha ringt {time}")
            elif holder and callback.holder != self._calls.seen.me:
                words = self.tr("{name} har lovat att ringa {time}")
            end = start
        time = self._time_words(start, end, now)
        told = words.format(unit=self._units.name(callback.unit_id), time=time, name=holder)
        return told, ToneName.WARNING if late else ToneName.INFO

    def _time_words(self, start: datetime, end: datetime, now: datetime) -> str:
        """Of today by the clock, kl 10:15–10:45; another day is said first."""
        words = promised_words(start, end, now)
        today = local(start).date() == local(now).date()
        return self.tr("kl {span}").format(span=words) if today else words
