"""What is said of a claim, and whether the centre has confirmed it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Change
from kundcenter.domain.link import Mark
from ui.dialogs.say import SayDialog
from ui.link import Marks, mark_badge
from ui.services import Services
from ui.tasks import Tasks
from ui.widgets.chip import Chip


class SayClaimDialog(SayDialog):
    """Of a desk with a centre it is preliminary until the centre has answered.

    Said as a booked time is (`ui.dialogs.time_booked`), in the same words.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        record: Change,
        title: str,
        words: str,
        *,
        told: str = "",
        warned: str = "",
        lost: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`lost` is said when the centre has turned it away, where something else stands then."""
        super().__init__(title, words, told=told, warned=warned, parent=parent)
        self._tasks, self._services, self._record = tasks, services, record
        self._words, self._told, self._lost = words, told, lost
        self._marks = Marks.of(tasks, services)
        self.state = Chip(mark_badge(Mark.PRELIMINARY))
        self.state.setVisible(self._marks.there)
        self.body.insertWidget(0, self.state)
        if self._marks.there:
            self._marks.changed.connect(self._look)
            self._show(Mark.PRELIMINARY)
            self._look()

    def _look(self) -> None:
        """How the centre stands to it now: what is not marked any more has been answered."""
        link = self._services.link
        if link is not None:
            self._tasks.run(self, link.marks, self._on_marks, lambda _: None, topic="claim")

    def _on_marks(self, marks: dict[Change, Mark]) -> None:
        turned_away = self._marks.mark(self._record) is Mark.REJECTED
        found = marks.get(self._record, Mark.CONFIRMED)
        self._show(Mark.REJECTED if turned_away else found)

    def _show(self, mark: Mark) -> None:
        translate = QCoreApplication.translate
        words, told = self._words, self._told
        self.state.show_badge(mark_badge(mark))
        if mark in {Mark.PRELIMINARY, Mark.WAITING}:
            words = translate("TimeBookedDialog", "Jag har bokat preliminärt. {words}").format(
                words=words
            )
            warning = translate(
                "TimeBookedDialog",
                "Centralen har inte svarat än. Lova inget förrän det står Bekräftad;"
                " annars ringer vi upp.",
            )
            told = " ".join(filter(None, (warning, told)))
        elif mark is Mark.REJECTED and self._lost:
            words = self._lost
            told = translate("SayClaimDialog", "Det ligger under Att göra, med vad du kan göra nu.")
        elif mark is Mark.REJECTED:
            words = translate(
                "TimeBookedDialog", "Tiden hann gå till någon annan. Jag letar upp en annan."
            )
            told = translate(
                "TimeBookedDialog", "Det ligger under Att göra, med vad som är ledigt i stället."
            )
        self.said.say(words, told)
        QTimer.singleShot(0, self, self.make_room)
