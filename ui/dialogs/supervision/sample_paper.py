"""What a sample tells on paper: for whom, how it looks, which printer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.supervision.sample_pages import TITLE, SamplePages, file_name
from kundcenter.domain.supervision.samples import Sample
from kundcenter.errors import KundcenterError
from ui.dialogs.paper import PaperDialog
from ui.services import Services
from ui.supervision.live_keeper import LiveKeeper
from ui.supervision.sample_words import days_words
from ui.tasks import Lane, Tasks
from ui.texts import sentence
from ui.widgets.check import Check
from ui.widgets.text import Text


class SamplePaperDialog(PaperDialog):
    """First whether it is handed on; that the page is taken out is logged; then the page."""

    def __init__(
        self, tasks: Tasks, services: Services, sample: Sample, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            tasks,
            translate("SamplePaperDialog", "Urvalets resultat på papper"),
            sentence=translate(
                "SamplePaperDialog", "Att sidan tas ut loggas. Den nämner ingen utom dig."
            ),
            primary=translate("SamplePaperDialog", "Visa sidan"),
            job=TITLE,
            file=file_name(sample),
            parent=parent,
        )
        self._services, self._sample = services, sample
        self.distribution = Check(self.tr("För spridning: små tal döljs"))
        self.distribution.setVisible(LiveKeeper.of(tasks, services).may(Function.EXPORT_FIGURES))
        self._refused = Text("", role="danger", wrap=True)
        self._refused.hide()
        told = Text(days_words(sample), figures=True, wrap=True)
        for place, part in enumerate((told, self.distribution, self._refused)):
            self.body.insertWidget(place, part)

    def take(self) -> None:
        self.set_busy(True)
        self._refused.hide()
        verb = partial(
            self._services.samples.take_print,
            self._sample.id,
            distribution=self.distribution.isChecked(),
        )
        self._tasks.run(self, verb, self._set_pages, self.refuse)

    def on_shown(self) -> None:
        self.distribution.setEnabled(False)

    def refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._refused.setText(sentence(error))
        self._refused.show()

    def _set_pages(self, found: SamplePages) -> None:
        work = partial(self._services.papers.sample, found)
        self._tasks.run(self, work, self.keep, self.refuse, lane=Lane.OUTSIDE)
