"""A supervisor's order: for now send nobody to this unit, but to that one, or to none."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kundcenter.domain.redirects import Redirect
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.unit_cards import UnitCard
from kundcenter.errors import KundcenterError
from ui.badges import Badge
from ui.directory_keeper import DirectoryKeeper
from ui.moments import read_moment, tomorrow
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.theme.space import spaced
from ui.unit_finder import UnitFinder
from ui.unit_words import redirect_text
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.text import Text

WIDE = 640  # pixels
OTHER, NOBODY = "other", "nobody"


class RedirectDialog(Dialog):
    """Asks where to instead, why, and until when."""

    def __init__(
        self, tasks: Tasks, services: Services, card: UnitCard, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RedirectDialog", "Omdirigera {unit}").format(unit=card.unit.name),
            sentence=translate(
                "RedirectDialog",
                "Alla arbetsplatser ser det genast, och enheten föreslås inte så länge det gäller.",
            ),
            primary=translate("RedirectDialog", "Omdirigera"),
            parent=parent,
        )
        self._tasks, self._services, self._card = tasks, services, card
        self._keeper = DirectoryKeeper.of(tasks, services)
        self.where = ChoiceRow(
            self.tr("Skicka i stället"),
            [
                Choice(OTHER, Badge(self.tr("Till en annan enhet"))),
                Choice(NOBODY, Badge(self.tr("Till ingen"))),
            ],
        )
        self.where.choose(OTHER)
        self.unit = UnitFinder(self.tr("Till enheten"), self._keeper, without=card.id)
        self.reason = Field(self.tr("Skäl"), longest=LINE_LIMIT)
        self.until = Field(
            self.tr("Gäller till"),
            longest=20,
            help=self.tr("Som 18:00 eller {day} 18:00. Tomt: tills du häver det.").format(
                day=tomorrow(self._keeper.now)
            ),
        )
        self.where.chosen.connect(lambda _: self._show_where())
        last = spaced(QHBoxLayout(), gap="m")
        for field, share in ((self.reason, 3), (self.until, 2)):
            last.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.where)
        self.body.addWidget(self.unit)
        self.body.addLayout(last)
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._set)

    def _show_where(self) -> None:
        self.unit.setVisible(self.where.value == OTHER)
        self.make_room()

    def _set(self) -> None:
        to_id = None
        if self.where.value == OTHER:
            to = self.unit.unit
            if to is None:
                self.unit.show_error(self.tr("Sök och välj en enhet, eller välj ingen."))
                return
            to_id = to.id
        reason = self.reason.text().strip()
        if not reason:
            self._wrong(self.reason, self.tr("Skriv varför."))
            return
        ends_at: datetime | None = None
        if self.until.text().strip():
            try:
                ends_at = read_moment(self.until.text(), self._keeper.now)
            except ValueError:
                words = self.tr("Skriv tiden som 18:00 eller {day} 18:00.")
                self._wrong(self.until, words.format(day=tomorrow(self._keeper.now)))
                return
            if ends_at <= self._keeper.now:
                self._wrong(self.until, self.tr("Den tiden har redan varit."))
                return
        self.set_busy(True)
        verb = partial(self._services.redirects.set, self._card.id, to_id, reason, ends_at)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _wrong(self, field: Labelled, words: str) -> None:
        field.show_error(words)
        field.setFocus()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._wrong(self.reason, sentence(error))


class LiftDialog(Dialog):
    """Asks whether an order is to hold no longer."""

    def __init__(
        self, tasks: Tasks, services: Services, order: Redirect, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        keeper = DirectoryKeeper.of(tasks, services)
        super().__init__(
            translate("LiftDialog", "Häva omdirigeringen?"),
            sentence=redirect_text(order, keeper.name, keeper.now),
            primary=translate("LiftDialog", "Häv"),
            parent=parent,
        )
        self._tasks, self._services, self._order = tasks, services, order
        self._wrong = Text("", role="danger", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._wrong)
        self.confirmed.connect(self._lift)

    def _lift(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.redirects.lift, self._order.id)
        self._tasks.run(self, verb, lambda _: self.accept(), self._refuse)

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._wrong.setText(sentence(error))
        self._wrong.show()
