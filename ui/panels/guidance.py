"""The page of those who answer for what callers are guided by: the rules, and the content."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Action
from ui.badges import Badge
from ui.keys import keys
from ui.panels.packs import PacksPart
from ui.panels.rules import RulesPart
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.choice_row import Choice, Segments
from ui.widgets.page_stack import PageStack
from ui.widgets.speech import named
from ui.widgets.text import Text

RULES, PACKS = "rules", "packs"


class GuidancePage(QWidget):
    """One of two parts is in sight.  `said` carries a sentence, `refused` an error."""

    said = Signal(str)
    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rules, self.packs = RulesPart(tasks, services), PacksPart(tasks, services)
        self.part = Segments(
            [
                Choice(RULES, Badge(self.tr("Regler för hänvisning"), icon="arrow-right")),
                Choice(PACKS, Badge(self.tr("Innehåll att slå upp"), icon="note")),
            ]
        )
        named(self.part, self.tr("Vad det gäller"))
        self.part.choose(RULES)
        self._parts = PageStack()
        for part in (self.rules, self.packs):
            part.said.connect(self.said)
            part.refused.connect(self.refused)
            self._parts.addWidget(part)
        title = Text(self.tr("Vägledning"), Type.TITLE)
        title.setProperty("heading", True)
        head = spaced(QHBoxLayout(), gap="l")
        head.addWidget(title)
        head.addWidget(self.part, 1)
        column = spaced(QVBoxLayout(self), "l", "m")
        column.addLayout(head)
        column.addWidget(self._parts, 1)
        self.part.chosen.connect(lambda _: self._show())
        for action, button in (
            (Action.BEGIN_RULES, self.rules.begin),
            (Action.TRY_RULES, self.rules.tries),
            (Action.PUBLISH_RULES, self.rules.publish),
        ):
            keys().bind(self.rules, action, button.click)
        for action, button in (
            (Action.IMPORT_PACK, self.packs.bring_in),
            (Action.APPROVE_PACK, self.packs.approve),
            (Action.EDIT_TOPIC, self.packs.edit),
        ):
            keys().bind(self.packs, action, button.click)
        keys().bind(self.packs, Action.FIND_TOPIC, self.packs.go_to_search)

    def take_focus(self) -> None:
        self._shown.take_focus()

    def refresh(self) -> None:
        self._shown.refresh()

    def forget(self) -> None:
        """The operator has left."""
        self.rules.forget()
        self.packs.forget()

    @property
    def _shown(self) -> RulesPart | PacksPart:
        return self.packs if self.part.value == PACKS else self.rules

    def _show(self) -> None:
        self._parts.setCurrentWidget(self._shown)
        self.refresh()
