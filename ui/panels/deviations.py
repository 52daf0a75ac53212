"""How often one deviated from the support this month, for who answers for it; names nobody."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kundcenter.domain.access import MATRIX, Function, Role
from kundcenter.domain.calendar import at_clock, local
from kundcenter.domain.referral_figures import DeviationCount, ReferralFigures
from ui.records import Column, RecordModel
from ui.services import Services, current_codes
from ui.tasks import Tasks
from ui.theme.metrics import Type
from ui.theme.space import spaced
from ui.widgets.empty import EmptyState
from ui.widgets.table import RecordTable
from ui.widgets.text import Text


class DeviationsPart(QWidget):
    """Hidden until `sit_down` with a role that may count.  `refused` carries an error."""

    refused = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._services = tasks, services
        codes = current_codes(services)
        reasons = {each.code: each.label for each in codes.deviations}
        outcomes = {each.code: each.label for each in codes.outcomes}
        self.model = RecordModel[DeviationCount](
            (
                Column(
                    self.tr("Avsteg"),
                    lambda each: reasons.get(each.deviation, each.deviation),
                ),
                Column(
                    self.tr("Hänvisad till"), lambda each: outcomes.get(each.outcome, each.outcome)
                ),
                Column(
                    self.tr("Antal"),
                    lambda each: str(each.count),
                    sort=lambda each: each.count,
                    figures=True,
                    width=8,
                ),
            ),
            key=lambda each: (each.deviation, each.outcome),
            parent=self,
        )
        self.table = RecordTable(
            self.tr("Avsteg den här månaden"),
            self.model,
            empty=EmptyState(self.tr("Inga avsteg den här månaden"), "", icon="check-circle"),
        )
        self.summary = Text("", role="muted", wrap=True)
        title = Text(self.tr("Avsteg den här månaden, hela regionen"), Type.LEAD)
        title.setProperty("heading", True)
        column = spaced(QVBoxLayout(self), "none", "s")
        column.addWidget(title)
        column.addWidget(self.summary)
        column.addWidget(self.table, 1)
        self.hide()

    def sit_down(self, roles: frozenset[Role]) -> None:
        """Show it to those who may count."""
        self.setVisible(bool(MATRIX[Function.COUNT_REFERRALS] & roles))

    def forget(self) -> None:
        """The operator has left."""
        self.model.replace(())
        self.summary.setText("")

    def refresh(self) -> None:
        if self.isHidden():
            return
        work = partial(self._services.referrals.figures, *_month_of(self._services.now()))
        self._tasks.run(self, work, self._show, self.refused.emit, topic="deviations")

    def _show(self, found: ReferralFigures) -> None:
        total = found.total
        self.model.replace(total.deviations)
        words = self.tr(
            "{entries} hänvisade. Första förslaget {first}, ett senare {later}, utanför listan"
            " {outside}, utan regler {unranked}. Ändrade efteråt {changed}."
        )
        chosen = total.chosen
        self.summary.setText(
            words.format(
                entries=total.entries,
                first=chosen.first,
                later=chosen.later,
                outside=chosen.outside,
                unranked=chosen.unranked,
                changed=total.changed,
            )
        )


def _month_of(now: datetime) -> tuple[datetime, datetime]:
    """The first midnight of the month and that of the next, by a Swedish clock."""
    first = local(now).date().replace(day=1)
    following = (first + timedelta(days=32)).replace(day=1)
    return at_clock(first, time()), at_clock(following, time())
