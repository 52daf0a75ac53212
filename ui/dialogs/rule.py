"""One rule: when it applies, and what it offers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from kundcenter.domain.calendar import DayClass
from kundcenter.domain.routing.rules import Rule, When
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.domain.triage import CodeSet
from kundcenter.domain.units import UnitKind
from ui.labels import label
from ui.rule_words import clock_text, read_age, read_clock
from ui.theme.space import spaced
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page

WIDE, HIGH = 760, 640  # pixels
NOBODY, LISTED, UNLISTED = "", "yes", "no"


class RuleDialog(Dialog):
    """`written` carries the Rule; what holds of all rules together is tried when it is saved."""

    written = Signal(object)

    def __init__(self, codes: CodeSet, rule: Rule, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("RuleDialog", "Regel"),
            sentence=translate("RuleDialog", "Det som lämnas tomt frågar regeln inte efter."),
            primary=translate("RuleDialog", "Klar"),
            parent=parent,
        )
        self._rule, when = rule, rule.when
        self.code = Field(self.tr("Kod"), longest=40)
        self.order = Field(self.tr("Ordning"), longest=6)
        self.urgencies = Field(
            self.tr("Hur bråttom"),
            help=self.tr("Koder med mellanslag, till exempel U2 U3."),
        )
        self.days = {day: Check(label(day)) for day in DayClass}
        self.opens = Field(self.tr("Klockan från"), longest=5, placeholder="17:00")
        self.closes = Field(self.tr("Klockan till"), longest=5, placeholder="08:00")
        self.youngest = Field(self.tr("Ålder från"), longest=3)
        self.oldest = Field(self.tr("Ålder till och med"), longest=3)
        self.reasons = Field(
            self.tr("Kontaktorsaker"), help=self.tr("Koder med mellanslag, till exempel FEBER.")
        )
        self.listed = Combo(
            self.tr("Listad"),
            [
                Option(NOBODY, self.tr("Spelar ingen roll")),
                Option(LISTED, self.tr("Listad i regionen")),
                Option(UNLISTED, self.tr("Inte listad i regionen")),
            ],
        )
        self.outcome = Combo(
            self.tr("Hänvisning"), [Option(each.code, each.label) for each in codes.outcomes]
        )
        self.kind = Combo(
            self.tr("Typ av enhet"),
            [Option("", self.tr("Ingen enhet")), *(Option(k, label(k)) for k in UnitKind)],
        )
        self.own = Check(self.tr("Bara den enhet som patienten är listad på"))
        self.sentence = Field(self.tr("Skäl som visas"), longest=LINE_LIMIT)
        self._fill(rule, when)
        self._page = Page("none", "m")
        self._lay_out()
        self.fit_page(self._page, WIDE, HIGH)
        self.confirmed.connect(self._write)

    def _fill(self, rule: Rule, when: When) -> None:
        self.code.set_text(rule.code)
        self.order.set_text(str(rule.order))
        self.urgencies.set_text(" ".join(sorted(when.urgencies)))
        for day, box in self.days.items():
            box.setChecked(day in when.days)
        self.opens.set_text(clock_text(when.opens))
        self.closes.set_text(clock_text(when.closes))
        self.youngest.set_text("" if when.youngest is None else str(when.youngest))
        self.oldest.set_text("" if when.oldest is None else str(when.oldest))
        self.reasons.set_text(" ".join(sorted(when.reasons)))
        self.listed.choose({None: NOBODY, True: LISTED, False: UNLISTED}[when.listed])
        self.outcome.choose(rule.outcome)
        self.kind.choose(rule.kind or "")
        self.own.setChecked(rule.own)
        self.sentence.set_text(rule.sentence)

    def _lay_out(self) -> None:
        days = QWidget()
        row = spaced(QGridLayout(days), gap="m")
        for at, box in enumerate(self.days.values()):
            row.addWidget(box, 0, at)
        for part in (
            Beside(self.code, self.order),
            Beside(self.urgencies, self.reasons),
            Labelled(self.tr("Dagar"), days),
            Beside(self.opens, self.closes),
            Beside(self.youngest, self.oldest),
            self.listed,
            Beside(self.outcome, self.kind),
            self.own,
            self.sentence,
        ):
            self._page.body.addWidget(part)
        self._page.body.addStretch()
        self.body.addWidget(self._page, 1)

    def _write(self) -> None:
        rule = self._written()
        if rule is not None:
            self.written.emit(rule)
            self.accept()

    def _written(self) -> Rule | None:
        """The rule as it stands; None when a field is no number, which is then said."""
        numbers: dict[str, int | None] = {}
        for name, field, read, words in (
            ("order", self.order, read_age, self.tr("Skriv ett tal.")),
            ("opens", self.opens, read_clock, self.tr("Skriv klockan som 17:00.")),
            ("closes", self.closes, read_clock, self.tr("Skriv klockan som 08:00.")),
            ("youngest", self.youngest, read_age, self.tr("Skriv hela år.")),
            ("oldest", self.oldest, read_age, self.tr("Skriv hela år.")),
        ):
            try:
                numbers[name] = read(field.text())
            except ValueError:
                field.show_error(words)
                field.setFocus()
                return None
        if not self.outcome.value:
            self.outcome.show_error(self.tr("Välj en hänvisning."))
            self.outcome.setFocus()
            return None
        when = When(
            urgencies=frozenset(self.urgencies.text().upper().split()),
            days=frozenset(day for day, box in self.days.items() if box.isChecked()),
            opens=numbers["opens"],
            closes=numbers["closes"],
            youngest=numbers["youngest"],
            oldest=numbers["oldest"],
            reasons=frozenset(self.reasons.text().upper().split()),
            listed={LISTED: True, UNLISTED: False}.get(self.listed.value or NOBODY),
        )
        return Rule(
            code=self.code.text(),
            order=numbers["order"] or 0,
            when=when,
            outcome=self.outcome.value,
            kind=UnitKind(self.kind.value) if self.kind.value else None,
            own=self.own.isChecked(),
            sentence=self.sentence.text(),
        )
