"""Who has opened this person, and why; for those who review the access log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.identity import PersonId
from kundcenter.domain.log_review import Period
from kundcenter.errors import KundcenterError
from kundcenter.services.log_review import ReviewedAccess
from ui.grounds import told
from ui.records import Column, RecordModel
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.times import day_and_time
from ui.widgets.dialog import Dialog
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text

WIDE, HIGH, MARGIN = 1080, 430, 48  # pixels
LOOK_BACK = timedelta(days=5 * 366)  # as long as the log is kept at least


class AccessesDialog(Dialog):
    """The newest first, without one's own: nobody reviews those (DOMAIN 2.4)."""

    def __init__(
        self, tasks: Tasks, services: Services, identity: PersonId, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("AccessesDialog", "Vem har öppnat den här personen, och varför"),
            sentence=translate(
                "AccessesDialog", "Egna åtkomster visas inte. Även den här granskningen loggas."
            ),
            primary=translate("AccessesDialog", "Stäng"),
            parent=parent,
        )
        self.secondary.hide()
        self.confirmed.connect(self.accept)
        self.model = RecordModel[ReviewedAccess](
            (
                Column(
                    self.tr("Tid"),
                    lambda each: day_and_time(each.record.at),
                    sort=lambda each: each.record.at,
                    figures=True,
                    width=16,
                ),
                Column(self.tr("Enhet"), lambda each: each.record.care_unit or "–", width=20),
                Column(self.tr("Vem"), lambda each: each.operator or "–", width=17),
                Column(
                    self.tr("Vad"),
                    lambda each: f"{each.record.activity}: {each.record.level}",
                    width=22,
                ),
                Column(self.tr("Ändamål"), lambda each: each.record.purpose, width=19),
                Column(
                    self.tr("Skäl"),
                    lambda each: told(each.record.reason) or "–",
                ),
            ),
            key=lambda each: each.record.id,
            parent=self,
        )
        self._empty = EmptyState(self.tr("Hämtar loggen"), icon="clock")
        self.table = RecordTable(self.tr("Åtkomster"), self.model, empty=self._empty)
        self.whole = Text("", wrap=True)  # what the columns had no room for
        self.whole.setMinimumHeight(2 * self.whole.fontMetrics().lineSpacing())
        self.table.chosen.connect(self._tell_whole)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.whole)
        self._fit()
        now = datetime.now(UTC)
        period = Period(now - LOOK_BACK, now + timedelta(days=1))
        self.set_busy(True)
        tasks.run(
            self,
            partial(services.log_review.of_person, identity, period),
            self._show,
            self._refuse,
        )

    def _fit(self) -> None:
        """As wide as its window allows."""
        scale, parent = current().metrics.scale, self.parentWidget()
        width, height = round(WIDE * scale), round(HIGH * scale)
        if parent is not None:
            host = parent.window().size()
            width = min(width, host.width() - 2 * MARGIN)
            height = min(height, host.height() - 7 * MARGIN)
        self.setMinimumWidth(width)
        self.table.setMinimumHeight(height)

    def _show(self, accesses: tuple[ReviewedAccess, ...]) -> None:
        self.set_busy(False)
        self._empty.say(self.tr("Ingen annan har öppnat personen"), icon="check-circle")
        self.model.replace(accesses)
        self.table.setFocus()
        if accesses:
            self.table.selectRow(0)

    def _tell_whole(self, access: ReviewedAccess | None) -> None:
        if access is None:
            self.whole.setText("")
            return
        record = access.record
        words = self.tr("{what} av {who} hos {unit}. Ändamål: {purpose}. Skäl: {reason}")
        self.whole.setText(
            words.format(
                what=f"{record.activity} ({record.level})",
                who=access.operator or "–",
                unit=record.care_unit or "–",
                purpose=record.purpose,
                reason=told(record.reason) or "–",
            )
        )

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._empty.say(sentence(error), icon="error")
