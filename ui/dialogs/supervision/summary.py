"""A summary on paper: with what on it, how it looks, which printer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.supervision.periods import Span
from kundcenter.domain.supervision.summary import TITLES, Summary, SummaryOrder, file_name
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.services import Services
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.check import Check
from ui.widgets.text import Text


class SummaryDialog(PaperDialog):
    """First what is to stand on the pages; that they are taken out is logged; then the pages.

    `told` is the period in words.
    """

    def __init__(
        self,
        tasks: Tasks,
        services: Services,
        span: Span,
        told: str,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("SummaryDialog", "Sammanfattning på papper"),
            sentence=translate(
                "SummaryDialog", "Att sidorna tas ut loggas, och var och en som nämns."
            ),
            primary=translate("SummaryDialog", "Visa sidorna"),
            job=TITLES[span.kind],
            file=file_name(span),
            parent=parent,
        )
        self._services, self._span = services, span
        self._told = Text(told, figures=True, wrap=True)
        self.distribution = Check(self.tr("För spridning: små tal visas som <5"))
        self.identities = Check(self.tr("Med patienternas namn i överlämningen (sekretess)"))
        self._refused = Text("", role="danger", wrap=True)
        self._refused.hide()
        for place, part in enumerate(
            (self._told, self.distribution, self.identities, self._refused)
        ):
            self.body.insertWidget(place, part)
        self.distribution.toggled.connect(self._on_distribution)
        self.identities.toggled.connect(self._on_identities)

    @property
    def order(self) -> SummaryOrder:
        """What is wanted as it is ticked."""
        return SummaryOrder(
            self._span,
            distribution=self.distribution.isChecked(),
            identities=self.identities.isChecked(),
        )

    def take(self) -> None:
        self.set_busy(True)
        self._refused.hide()
        verb = partial(self._services.summaries.take_print, self.order)
        self._tasks.run(self, verb, self._set_pages, self.refuse)

    def on_shown(self) -> None:
        for box in (self.distribution, self.identities):
            box.setEnabled(False)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._refused.setText(sentence(error))
        self._refused.show()

    def _set_pages(self, made: Summary) -> None:
        work = partial(self._services.papers.summary, made)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)

    def _on_distribution(self, on: bool) -> None:
        """What is spread names nobody."""
        if on:
            self.identities.setChecked(False)

    def _on_identities(self, on: bool) -> None:
        if on:
            self.distribution.setChecked(False)
