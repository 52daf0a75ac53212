"""Give a card to a colleague, with a line on what they should know first."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.calls import CallStateWrong
from kundcenter.domain.drafts import FormKind
from kundcenter.domain.hand_overs import Colleague
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.kept_form import KeptForm
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.red_flags import RedFlagPanel
from ui.widgets.text_area import TextArea


class HandOverDialog(Dialog):
    """Asks whom, and in a few words why (situation, background, assessment, wish).

    `alarm_wanted` when 112 is asked for beside a red flag in those words.
    """

    alarm_wanted = Signal()

    def __init__(
        self, tasks: Tasks, services: Services, call_id: UUID, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("HandOverDialog", "Lämna över samtalet"),
            sentence=translate(
                "HandOverDialog",
                "Kollegan får kortet med allt som finns i det. Din anteckning är sparad och din.",
            ),
            primary=translate("HandOverDialog", "Lämna över"),
            parent=parent,
        )
        self.colleague = Combo(
            self.tr("Till kollegan"), placeholder=self.tr("Skriv en del av namnet")
        )
        self.brief = TextArea(
            self.tr("Det viktigaste"),
            placeholder=self.tr("Läget, bakgrunden, din bedömning och vad du vill"),
            fewest=3,
            longest=LINE_LIMIT,
        )
        self.body.addWidget(self.colleague)
        self.body.addWidget(self.brief)
        self.flags = RedFlagPanel(services.red_flags)
        self.flags.alarm_wanted.connect(self.alarm_wanted)
        self.flags.changed.connect(self.make_room)
        self.brief.changed.connect(lambda: self.flags.look_at(self.brief.text()))
        self.body.addWidget(self.flags)
        self.colleague.setFocus()
        KeptForm(self, tasks, services, (FormKind.HAND_OVER, call_id), {"brief": self.brief})
        tasks.run(self, services.calls.colleagues, self._show, self.refuse)

    @property
    def receiver(self) -> UUID | None:
        """Whom it goes to; told at the field when nobody is chosen."""
        if self.colleague.value is None:
            self.colleague.show_error(self.tr("Välj en kollega."))
            return None
        return UUID(self.colleague.value)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        if isinstance(error, CallStateWrong):
            words = self.tr("Lägg på eller koppla samtalet innan du lämnar över kortet.")
            self.brief.show_error(words)
        else:
            self.brief.show_error(sentence(error))

    def _show(self, colleagues: tuple[Colleague, ...]) -> None:
        self.colleague.set_options([Option(str(each.id), _named(each)) for each in colleagues])


def _named(colleague: Colleague) -> str:
    return ", ".join(filter(None, (colleague.name, colleague.position)))
