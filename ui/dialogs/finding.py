"""What a reviewer found about one access."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.log_review import Verdict
from kundcenter.errors import KundcenterError
from kundcenter.services.log_review import ReviewedAccess
from ui.grounds import told
from ui.review_words import pattern_words, person_words, verdict_words
from ui.texts import sentence
from ui.times import day_and_time
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea


class FindingDialog(Dialog):
    """Shows the access whole; `verdict` and `words` are the finding."""

    def __init__(self, access: ReviewedAccess, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("FindingDialog", "Bedöm åtkomsten"),
            sentence=translate("FindingDialog", "Bedömningen sparas och kan inte tas bort."),
            primary=translate("FindingDialog", "Spara bedömningen"),
            parent=parent,
        )
        record = access.record
        lines = [
            self.tr("{operator}, {unit}").format(
                operator=access.operator, unit=record.care_unit or "–"
            ),
            self.tr("{time}: {activity}, {level}").format(
                time=day_and_time(record.at), activity=record.activity, level=record.level
            ),
            self.tr("Person: {person}").format(person=person_words(access)),
        ]
        if record.reason:
            lines.append(self.tr("Angivet skäl: {reason}").format(reason=told(record.reason)))
        if access.patterns:
            lines.append(
                self.tr("Utpekad för: {patterns}").format(patterns=pattern_words(access.patterns))
            )
        if access.finding is not None:
            lines.append(
                self.tr("Bedömd {time}: {verdict}. {text}").format(
                    time=day_and_time(access.finding.found_at),
                    verdict=verdict_words(access.finding.verdict),
                    text=access.finding.text,
                )
            )
        for line in lines:
            self.body.addWidget(Text(line, wrap=True))
        self.verdict = Combo(
            self.tr("Bedömning"), [Option(each, verdict_words(each)) for each in Verdict]
        )
        self.verdict.choose(Verdict.IN_ORDER)
        self.words = TextArea(self.tr("Vad du fann"), fewest=2)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.words)
        self.verdict.setFocus()

    def refuse(self, error: KundcenterError) -> None:
        """Say what stands in the way."""
        self.set_busy(False)
        self.words.show_error(sentence(error))
