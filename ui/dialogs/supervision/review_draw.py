"""Calls are drawn by lot, to be gone through with whoever had them."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.changes import Changes
from kundcenter.domain.supervision.call_reviews import LARGEST_DRAW, Pick
from kundcenter.domain.supervision.colleagues import Colleague
from kundcenter.domain.supervision.periods import PeriodKind
from kundcenter.errors import KundcenterError
from ui.services import Services
from ui.supervision.span_choice import SpanChoice
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.look import current
from ui.widgets.beside import Beside
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field

WIDE = 680  # pixels
KINDS = (PeriodKind.DAY, PeriodKind.WEEK, PeriodKind.MONTH, PeriodKind.OWN)
EVERYBODY = ""
USUAL = 5


class ReviewDrawDialog(Dialog):
    """`said` carries a sentence for a notice, `drawn` the ids of the new reviews."""

    said = Signal(str)
    drawn = Signal(object)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("ReviewDrawDialog", "Dra samtal att gå igenom"),
            sentence=translate(
                "ReviewDrawDialog",
                "Samtalen väljs av slumpen bland besvarade och avslutade, aldrig dina egna. Samtal"
                " som redan är genomgångna kommer inte med.",
            ),
            primary=translate("ReviewDrawDialog", "Dra"),
            parent=parent,
        )
        self._tasks, self._services = tasks, services
        self.span = SpanChoice(services.now(), KINDS, kind=PeriodKind.WEEK)
        self.count = Field(self.tr("Antal samtal"), longest=2)
        self.count.set_text(str(USUAL))
        every = Option(EVERYBODY, self.tr("Alla"))
        self.whose = Combo(self.tr("Vems samtal"), [every])
        self.whose.choose(EVERYBODY)
        self.body.addWidget(self.span)
        self.body.addWidget(Beside(self.whose, self.count))
        self.setMinimumWidth(round(WIDE * current().metrics.scale))
        self.confirmed.connect(self._draw)
        tasks.run(self, services.roster.colleagues, self._offer, self._refuse)

    def _offer(self, colleagues: tuple[Colleague, ...]) -> None:
        every = Option(EVERYBODY, self.tr("Alla"))
        self.whose.set_options([every, *(Option(str(e.id), e.name) for e in colleagues)])
        self.whose.choose(EVERYBODY)

    def _draw(self) -> None:
        text = self.count.text().strip()
        size = int(text) if text.isascii() and text.isdecimal() else 0
        if not 1 <= size <= LARGEST_DRAW:
            words = self.tr("Skriv ett antal från 1 till {most}.")
            self.count.show_error(words.format(most=LARGEST_DRAW))
            self.count.setFocus()
            return
        self.set_busy(True)
        span, whose = self.span.span, self.whose.value
        of = UUID(whose) if whose else None
        ask = partial(self._services.call_reviews.draw, span.start, span.end, size, of)
        self._tasks.run(self, ask, self._drawn, self._refuse)

    def _drawn(self, picks: tuple[Pick, ...]) -> None:
        if not picks:
            self.set_busy(False)
            self.whose.show_error(self.tr("Inget samtal att dra under den perioden."))
            return
        verb = partial(self._services.call_reviews.begin, picks, drawn=True)
        self._tasks.run(self, verb, self._begun, self._refuse)

    def _begun(self, changes: Changes) -> None:
        count = len(changes.of("call_review"))
        words = self.tr("{count} samtal att gå igenom.")
        self.said.emit(words.format(count=count))
        self.drawn.emit(changes.of("call_review"))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        wrong = error.facts.get("field") == "period"
        words = self.tr("Perioden får vara högst 31 dagar.") if wrong else sentence(error)
        (self.span.day if wrong else self.count).show_error(words)
