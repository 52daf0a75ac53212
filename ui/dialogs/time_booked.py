"""A time has been booked: the sentence to say, and whether the centre has confirmed it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.changes import Change, Changes
from kundcenter.domain.capacity import Room
from kundcenter.domain.link import Mark
from ui.badges import Badge
from ui.dialogs.say import WIDE, Said
from ui.link import Marks, mark_badge
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.space import spaced
from ui.times_words import to_say_booked
from ui.widgets.chip import Chip
from ui.widgets.dialog import Dialog


class TimeBookedDialog(Dialog):
    """Of a desk with a centre it is preliminary until the centre has answered."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        room: Room,
        unit: str,
        changes: Changes,
        *,
        moved: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        marks = Marks.of(tasks, services)
        super().__init__(
            _title(moved=moved, awaited=marks.there),
            primary=translate("TimeBookedDialog", "Sagt"),
            parent=parent,
        )
        self.secondary.hide()
        self._tasks, self._services = tasks, services
        self._booked = tuple(Change("booking", id) for id in changes.of("booking"))
        self._words = to_say_booked(unit, room.timeslot.starts_at, moved=moved)
        self._marks = marks
        self._mark: Mark | None = Mark.PRELIMINARY if self._marks.there else None
        self.state = Chip(Badge(self.tr("Bokad"), ToneName.SUCCESS, "check-circle"))
        self.said = Said()
        across = spaced(QHBoxLayout(), gap="s")
        across.addWidget(self.state)
        across.addStretch()
        self.body.addLayout(across)
        self.body.addWidget(self.said)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self.accept)
        self._marks.changed.connect(self._look)
        self._show()
        self._look()
        self.primary.setFocus()

    def _look(self) -> None:
        """How the centre stands to it now: what is not marked any more has been answered."""
        link = self._services.link
        if link is not None:
            self._tasks.run(self, link.marks, self._on_marks, lambda _: None, topic="booked")

    def _on_marks(self, marks: dict[Change, Mark]) -> None:
        found = (marks.get(each) for each in self._booked)
        turned_away = self._marks.mark(*self._booked) is Mark.REJECTED
        self._mark = Mark.REJECTED if turned_away else next(filter(None, found), Mark.CONFIRMED)
        self._show()

    def _show(self) -> None:
        words, told = self._words, ""
        if self._mark is not None:
            self.state.show_badge(mark_badge(self._mark))
        if self._mark in {Mark.PRELIMINARY, Mark.WAITING}:
            words = self.tr("Jag har bokat preliminärt. {words}").format(words=self._words)
            told = self.tr(
                "Centralen har inte svarat än. Lova inget förrän det står Bekräftad;"
                " annars ringer vi upp."
            )
        elif self._mark is Mark.REJECTED:
            words = self.tr("Tiden hann gå till någon annan. Jag letar upp en annan.")
            told = self.tr("Det ligger under Att göra, med vad som är ledigt i stället.")
        self.said.say(words, told)


def _title(*, moved: bool, awaited: bool) -> str:
    """Where a centre has the last word it claims nothing, for the answer may be no."""
    translate = QCoreApplication.translate
    if awaited and moved:
        return translate("TimeBookedDialog", "Ombokning av tid")
    if awaited:
        return translate("TimeBookedDialog", "Bokning av tid")
    if moved:
        return translate("TimeBookedDialog", "Tiden är ombokad")
    return translate("TimeBookedDialog", "Tiden är bokad")
