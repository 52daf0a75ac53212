"""What a break was: a rast is no working time, a paus is; nothing else of it is asked."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.breaks import BreakKind
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.services import Services
from ui.supervision.break_words import break_help, break_name
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog

WIDE = 520  # pixels


class BreakKindDialog(Dialog):
    """`said` carries a sentence."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        presence_id: UUID,
        why: BreakKind,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("BreakKindDialog", "Vad var pausen?"),
            sentence=break_help(),
            primary=translate("BreakKindDialog", "Spara"),
            parent=parent,
        )
        self._tasks, self._services, self._presence_id = tasks, services, presence_id
        self.kind = ChoiceRow(
            self.tr("Det var"), [Choice(each, Badge(break_name(each))) for each in BreakKind]
        )
        self.kind.choose(why)
        self.body.addWidget(self.kind)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.kind.struck.connect(self._save)
        self.confirmed.connect(self._save)

    def open(self) -> None:
        super().open()
        self.kind.take_focus()

    def _save(self) -> None:
        why = BreakKind(self.kind.value or BreakKind.PAUSE)
        self.set_busy(True)
        verb = partial(self._services.presences.explain, self._presence_id, why)
        told = self.tr("Pausen är antecknad som {name}.").format(name=break_name(why).lower())
        self._tasks.run(self, verb, lambda _: self._done(told), self._refuse)

    def _done(self, told: str) -> None:
        self.said.emit(told)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self.kind.show_error(sentence(error))
