"""Day, night or emergency: which it is and why, and for those who may, another by order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.access import Function
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.opening_text import hours_text
from kundcenter.domain.switchboard.modes import Mode
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.kept_form import KeptForm
from ui.labels import label
from ui.link import Marks
from ui.moments import read_moment, tomorrow
from ui.services import Services
from ui.switchboard.mode_words import LOOKS, mode_words, order_words
from ui.switchboard.terms_keeper import SwitchboardKeeper
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.theme.metrics import Type
from ui.widgets.banner import Banner
from ui.widgets.buttons import Button
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.text import Text

WIDE = 640  # pixels


class ModeDialog(Dialog):
    """Whoever may not order reads what is ordered.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        self._keeper = keeper = SwitchboardKeeper.of(tasks, services)
        may = keeper.may(Function.SET_MODE)
        super().__init__(
            translate("ModeDialog", "Dag, natt eller nödläge"),
            sentence=translate(
                "ModeDialog", "Läget bestämmer hälsningen. Utan beslut gäller dagens timmar."
            ),
            primary=translate("ModeDialog", "Byt läge")
            if may
            else translate("ModeDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._may = tasks, services, may
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", Type.STRONG, wrap=True)
        self.hours = Text("", role="muted", wrap=True)
        self.mode = ChoiceRow(
            self.tr("Vilket läge ska gälla från nu?"),
            [Choice(each, Badge(label(each), LOOKS[each][0], LOOKS[each][1])) for each in Mode],
        )
        self.reason = Field(self.tr("Varför"), longest=LINE_LIMIT)
        self.until = Field(
            self.tr("Till"),
            longest=20,
            help=self.tr("Som 21:00 eller {day} 07:00. Tomt: tills beslutet hävs.").format(
                day=tomorrow(keeper.now)
            ),
        )
        self.lift = Button(self.tr("Häv beslutet"), icon="undo")
        self.add_act(self.lift)
        for part in (self._trouble, self.state, self.hours, self.mode, self.reason, self.until):
            self.body.addWidget(part)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.lift.clicked.connect(self._lift)
        self.confirmed.connect(self._set if may else self.accept)
        keeper.changed.connect(self._show)
        if may:
            about = FormKind.MODE, FORMS
            KeptForm(self, tasks, services, about, {"reason": self.reason, "until": self.until})
        self._show()

    def open(self) -> None:
        """One begins with which."""
        super().open()
        if self._may:
            self.mode.take_focus()
        QTimer.singleShot(0, self, self.make_room)  # when the texts have their height

    def _show(self) -> None:
        keeper = self._keeper
        order = keeper.order
        self.state.setText(order_words(keeper.mode, order, keeper.now))
        told = self.tr("Dagläge enligt timmarna: {hours}")
        self.hours.setText(told.format(hours=hours_text(keeper.content.day)))
        for part in (self.mode, self.reason, self.until):
            part.setVisible(self._may)
        self.lift.setVisible(self._may and order is not None)
        self.secondary.setVisible(self._may)

    # -- what is done --------------------------------------------------------------------------

    def _set(self) -> None:
        if self.mode.value is None:
            self.mode.show_error(self.tr("Välj ett läge."))
            self.mode.take_focus()
            return
        if not self.reason.text().strip():
            self._wrong(self.reason, self.tr("Skriv varför."))
            return
        try:
            ends_at = self._end()
        except ValueError:
            words = self.tr("Skriv tiden som 21:00 eller {day} 07:00.")
            self._wrong(self.until, words.format(day=tomorrow(self._keeper.now)))
            return
        mode = Mode(self.mode.value)
        told = self.tr("Läget är nu {mode}.").format(mode=mode_words(mode).lower())
        self._run(partial(self._services.modes.set, mode, self.reason.text(), ends_at), told)

    def _end(self) -> datetime | None:
        """None when it holds until it is lifted.  Raises ValueError."""
        written = self.until.text().strip()
        return read_moment(written, self._keeper.now) if written else None

    def _lift(self) -> None:
        order = self._keeper.order
        if order is not None and self.primary.isEnabled():
            told = self.tr("Beslutet är hävt. Dagens timmar gäller.")
            self._run(partial(self._services.modes.lift, order.id), told)

    def _run(self, verb: Callable[[], Changes], told: str) -> None:
        self._trouble.hide()
        self.set_busy(True)
        if Marks.of(self._tasks, self._services).there:
            told = self.tr("{told} Preliminärt, tills centralen har svarat.").format(told=told)
        self._tasks.run(self, verb, lambda _: self._done(told), self._refuse)

    def _done(self, told: str) -> None:
        self.said.emit(told)
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        fields = {"reason": self.reason, "ends_at": self.until}
        field = fields.get(str(error.facts.get("field", "")))
        if field is not None:
            words = sentence(error)
            if error.code == "mode.invalid" and field is self.until:
                words = self.tr("Sluttiden har redan varit.")
            self._wrong(field, words)
            return
        self._trouble.say(sentence(error))
        self._trouble.show()
        self.make_room()

    def _wrong(self, field: Field, words: str) -> None:
        field.show_error(words)
        field.setFocus()
