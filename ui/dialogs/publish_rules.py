"""What publishing would change, and whether every case holds."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.routing.diff import RuleChange
from kundcenter.domain.routing.rules import RuleSet
from kundcenter.domain.routing.try_out import Tried
from kundcenter.errors import KundcenterError
from ui.rule_words import change_lines, refusal, tried_text
from ui.services import Services
from ui.tasks import Tasks
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.widgets.banner import Banner
from ui.widgets.dialog import Dialog
from ui.widgets.text_area import TextArea

WIDE = 760


class PublishDialog(Dialog):
    """`said` carries a sentence when the rules are in force."""

    said = Signal(str)

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        draft: RuleSet,
        *,
        changes: Sequence[RuleChange],
        tried: Sequence[Tried],
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("PublishDialog", "Publicera reglerna?"),
            sentence=translate(
                "PublishDialog",
                "De gäller genast vid alla arbetsplatser. Äldre hänvisningar behåller sin version.",
            ),
            primary=translate("PublishDialog", "Publicera"),
            parent=parent,
        )
        self._tasks, self._services, self._draft = tasks, services, draft
        failing = [each for each in tried if not each.holds]
        holds = self.tr("Alla {count} fall stämmer.").format(count=len(tried))
        fails = self.tr("{failing} av {count} fall stämmer inte.")
        self._state = Banner(
            fails.format(failing=len(failing), count=len(tried)) if failing else holds,
            ToneName.DANGER if failing else ToneName.SUCCESS,
            icon="error" if failing else "check-circle",
            wrap=True,
        )
        self.changes = TextArea(self.tr("Det här ändras"), fewest=6, most=14)
        self.changes.edit.setReadOnly(True)
        self.changes.set_text("\n".join(change_lines(changes)) or self.tr("Ingenting ändras."))
        self.body.addWidget(self._state)
        if failing:
            self.failing = TextArea(self.tr("Stämmer inte"), fewest=2, most=8)
            self.failing.edit.setReadOnly(True)
            lines = [f"{each.case.name}: {tried_text(each)}" for each in failing]
            self.failing.set_text("\n".join(lines))
            self.body.addWidget(self.failing)
        self.body.addWidget(self.changes)
        self.primary.setEnabled(not failing)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._publish)

    def _publish(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.rules.publish, self._draft.id, upon=self._draft.edition)
        self._tasks.run(self, verb, lambda _: self._published(), self._refuse)

    def _published(self) -> None:
        self.said.emit(self.tr("Reglerna gäller nu."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._state.say(refusal(error))
