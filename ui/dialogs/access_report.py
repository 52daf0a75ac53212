"""The report to a patient of where and when the record has been opened: seen, saved, printed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access_reports import AccessReport
from kundcenter.domain.identity import PersonId
from kundcenter.domain.log_review import Period
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.times import day_and_time
from ui.widgets.text import Text


class AccessReportDialog(PaperDialog):
    """It is taken, and logged, when it is confirmed; before that nothing is (PDL 8 kap. 5 §)."""

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        identity: PersonId,
        period: Period,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("AccessReportDialog", "Rapport till patienten"),
            sentence=translate(
                "AccessReportDialog",
                "Enheter och tider, utan personalens namn. Att rapporten tas ut loggas.",
            ),
            primary=translate("AccessReportDialog", "Visa rapporten"),
            job="Åtkomstrapport",
            file="atkomstrapport",
            parent=parent,
        )
        self._services, self._identity, self._period = services, identity, period
        span = self.tr("Från {start} till {end}").format(
            start=day_and_time(period.start), end=day_and_time(period.end)
        )
        self._span = Text(span, figures=True, wrap=True)
        self._refused = Text("", role="danger", wrap=True)
        self._refused.hide()
        self.body.insertWidget(0, self._span)
        self.body.insertWidget(1, self._refused)

    def take(self) -> None:
        self.set_busy(True)
        verb = partial(self._services.log_review.take_report, self._identity, self._period)
        self._tasks.run(self, verb, self._set_pages, self.refuse)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._refused.setText(sentence(error))
        self._refused.show()

    def _set_pages(self, report: AccessReport) -> None:
        work = partial(self._services.papers.accesses, report)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
