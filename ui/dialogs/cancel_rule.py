"""One line of the rules of cancelling: whom it is for, until when, and what it costs otherwise."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kundcenter.domain.bookings import CareType
from kundcenter.domain.calendar import at_clock, local, next_weekday
from kundcenter.domain.cancellations import CancelRule, CancelRulesInvalid, ExceptionClaim
from kundcenter.domain.consult import Consult
from kundcenter.domain.deadlines import cancel_deadline
from kundcenter.domain.text import LINE_LIMIT, TextInvalid
from ui.badges import Badge
from ui.labels import label
from ui.texts import sentence
from ui.times_words import DAY_HOURS, moment_words
from ui.widgets.beside import Beside
from ui.widgets.check import Check
from ui.widgets.choice_row import Choice, ChoiceRow
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.labelled import Labelled
from ui.widgets.page import Page
from ui.widgets.tick_row import TickRow

WIDE, HIGH = 760, 580  # pixels
CLAIM_KEYS = "avufocs"
EXAMPLE = time(10)  # of the visit whose limit is shown
AHEAD = timedelta(days=6)


def new_rule(region: str) -> CancelRule:
    """A line to begin with: it gives nothing that nobody has ticked."""
    return CancelRule(region, CareType.OTHER, DAY_HOURS, 0, next_free=False)


class CancelRuleDialog(Dialog):
    """What holds of all lines together is tried when they are published."""

    def __init__(
        self, consult: Consult, rule: CancelRule, now: datetime, parent: QWidget | None = None
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("CancelRuleDialog", "Regel för avbokning"),
            sentence=translate(
                "CancelRuleDialog", "Beloppet är vad mottagningen kan ta ut. Den beslutar själv."
            ),
            primary=translate("CancelRuleDialog", "Klar"),
            parent=parent,
        )
        self._now = now
        self.region = Combo(
            self.tr("Region"), [Option(each.code, each.name) for each in consult.regions]
        )
        self.care_type = ChoiceRow(
            self.tr("Vård"), [Choice(each, Badge(label(each))) for each in CareType]
        )
        self.days = Field(self.tr("Hela vardagar före besöket"), longest=2)
        self.amount = Field(self.tr("Belopp i kronor"), longest=6)
        self.age_from = Field(self.tr("Ålder från"), longest=3)
        self.age_to = Field(self.tr("Ålder till och med"), longest=3)
        self.valid_from = Field(self.tr("Gäller besök från"), longest=10)
        self.valid_to = Field(
            self.tr("Gäller besök till och med"), longest=10, help=self.tr("Tomt: tills vidare.")
        )
        self.exceptions = TickRow(
            self.tr("Undantag som kan åberopas"),
            [
                (each, label(each), key)
                for each, key in zip(ExceptionClaim, CLAIM_KEYS, strict=True)
            ],
        )
        self.travel_paid = Check(self.tr("Avbokar mottagningen för sent ersätter den också resan"))
        self.next_free = Check(
            self.tr("Avbokar mottagningen för sent är nästa planerade besök avgiftsfritt")
        )
        self.attempts = Field(
            self.tr("Telefonbesök: antal försök"),
            longest=2,
            help=self.tr("Så många gånger utan svar innan besöket räknas som uteblivet."),
        )
        self.source = Field(self.tr("Källa"), longest=LINE_LIMIT)
        self._fill(rule)
        self._lay_out()
        self.days.changed.connect(lambda _: self._show_example())
        self._show_example()

    def _fill(self, rule: CancelRule) -> None:
        self.region.choose(rule.region)
        self.care_type.choose(rule.care_type)
        self.days.set_text(str(rule.hours // DAY_HOURS))
        self.amount.set_text(str(rule.amount))
        self.age_from.set_text(str(rule.age_from))
        self.age_to.set_text(str(rule.age_to))
        self.valid_from.set_text(rule.valid_from.isoformat())
        self.valid_to.set_text(rule.valid_to.isoformat() if rule.valid_to else "")
        for claim, box in self.exceptions.boxes.items():
            box.setChecked(claim in rule.exceptions)
        self.travel_paid.setChecked(rule.travel_paid)
        self.next_free.setChecked(rule.next_free)
        self.attempts.set_text(str(rule.attempts))
        self.source.set_text(rule.source)

    def _lay_out(self) -> None:
        page = Page("none", "m")
        for part in (
            self.region,
            self.care_type,
            Beside(self.days, self.amount),
            Beside(self.age_from, self.age_to),
            Beside(self.valid_from, self.valid_to),
            self.exceptions,
            self.travel_paid,
            self.next_free,
            Beside(self.attempts, self.source),
        ):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)

    def rule(self) -> CancelRule | None:
        """What was written; None when something is wrong, which is said at its field."""
        numbers = [
            self._number(field)
            for field in (self.days, self.amount, self.age_from, self.age_to, self.attempts)
        ]
        first, last = self._day(self.valid_from), self._day(self.valid_to)
        wrong = self.valid_from.error or self.valid_to.error
        if None in numbers or wrong or first is None:
            self._to_wrong()
            return None
        days, amount, age_from, age_to, attempts = (each or 0 for each in numbers)
        written = CancelRule(
            region=self.region.value or "",
            care_type=CareType(self.care_type.value or CareType.OTHER),
            hours=days * DAY_HOURS,
            amount=amount,
            age_from=age_from,
            age_to=age_to,
            valid_from=first,
            valid_to=last,
            exceptions=tuple(ExceptionClaim(each) for each in self.exceptions.values),
            travel_paid=self.travel_paid.isChecked(),
            next_free=self.next_free.isChecked(),
            attempts=attempts,
            source=self.source.text(),
        )
        try:
            return written.checked()
        except (CancelRulesInvalid, TextInvalid) as error:
            self._refuse(error)
            return None

    def _refuse(self, error: CancelRulesInvalid | TextInvalid) -> None:
        words = {
            "region": self.tr("Välj en region."),
            "hours": self.tr("Skriv ett antal vardagar, högst 30."),
            "amount": self.tr("Skriv ett belopp, högst 100 000 kronor."),
            "age_from": self.tr("Skriv hela år, högst 150."),
            "age_to": self.tr("Åldern ligger före den som regeln börjar vid."),
            "valid_to": self.tr("Sista dagen ligger före den första."),
            "attempts": self.tr("Skriv 1 till 10."),
        }
        name = str(error.facts.get("field", ""))
        field = getattr(self, "days" if name == "hours" else name, None)
        if not isinstance(field, Labelled):
            field = self.source
        field.show_error(words.get(name) or sentence(error))
        field.setFocus()

    def _number(self, field: Field) -> int | None:
        text = field.text().strip()
        if text.isascii() and text.isdecimal():
            return int(text)
        field.show_error(self.tr("Skriv ett tal."))
        return None

    def _day(self, field: Field) -> date | None:
        text = field.text().strip()
        if not text and field is self.valid_to:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            field.show_error(self.tr("Skriv datumet som 2026-11-21."))
            return None

    def _to_wrong(self) -> None:
        """The focus goes to the first field with an error."""
        fields = (self.days, self.amount, self.age_from, self.age_to, self.valid_from,
                  self.valid_to, self.attempts)  # fmt: skip
        next(field for field in fields if field.error).setFocus()

    def _show_example(self) -> None:
        """The limit of a visit next week, so that one sees what the number means."""
        text = self.days.text().strip()
        if not (text.isascii() and text.isdecimal() and int(text) <= 30):
            self.days.set_help("")
            return
        visit = at_clock(next_weekday(local(self._now).date() + AHEAD), EXAMPLE)
        limit = cancel_deadline(visit, int(text) * DAY_HOURS)
        words = self.tr("Ett besök {visit} avbokas senast {limit}.")
        self.days.set_help(words.format(visit=moment_words(visit), limit=moment_words(limit)))
