"""The rules of cancelling: what counts, what counted before, and the next edition."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kundcenter.domain.access import Function
from kundcenter.domain.cancellations import CancelRule, CancelRules
from kundcenter.domain.drafts import FORMS, FormKind
from kundcenter.domain.text import LINE_LIMIT
from kundcenter.errors import KundcenterError
from ui.dialogs.cancel_rule import CancelRuleDialog, new_rule
from ui.directory_keeper import DirectoryKeeper
from ui.kept_form import KeptForm
from ui.labels import label
from ui.records import Column
from ui.services import Services
from ui.tasks import Tasks
from ui.texts import sentence
from ui.theme.colours import ToneName
from ui.theme.look import current
from ui.times import day_and_time
from ui.times_words import DAY_HOURS
from ui.widgets.banner import Banner
from ui.widgets.beside import Beside
from ui.widgets.combo import Combo, Option
from ui.widgets.dialog import Dialog
from ui.widgets.field import Field
from ui.widgets.page import Page
from ui.widgets.rows import Line, Rows
from ui.widgets.text import Text

WIDE, HIGH = 1080, 550  # pixels
LINES, FEW = 7, 4  # in sight; the fewer in large text
LARGE = 1.25


class CancelRulesDialog(Dialog):
    """Whoever may not change them reads them.  `said` carries a sentence."""

    said = Signal(str)

    def __init__(self, tasks: Tasks, services: Services, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        may = DirectoryKeeper.of(tasks, services).may(Function.EDIT_CANCEL_RULES)
        super().__init__(
            translate("CancelRulesDialog", "Regler för avbokning"),
            sentence=translate(
                "CancelRulesDialog",
                "De säger om en avbokning är i tid. Mottagningen beslutar om avgiften.",
            ),
            primary=translate("CancelRulesDialog", "Publicera")
            if may
            else translate("CancelRulesDialog", "Stäng"),
            secondary=translate("CancelRulesDialog", "Stäng"),
            parent=parent,
        )
        self._tasks, self._services, self._may = tasks, services, may
        self._editions: tuple[CancelRules, ...] = ()
        self._consult = services.consult
        self._trouble = Banner(self.tr("Det gick inte."), ToneName.DANGER, icon="error", wrap=True)
        self._trouble.hide()
        self.state = Text("", role="muted", wrap=True)
        self.edition = Combo(self.tr("Utgåva"))
        regions = [Option(each.code, each.name) for each in self._consult.regions]
        self.own = Combo(self.tr("Vår region"), regions)
        self.own.choose(self._consult.own)
        self.rules = self._made_rows()
        self.comment = Field(
            self.tr("Vad som är ändrat, och varför"),
            longest=LINE_LIMIT,
            help=self.tr("Det som är publicerat ändras aldrig. Nästa utgåva gäller från i dag."),
        )
        page = Page("none", "m")
        for part in (Beside(self.edition, self.own), self.state, self.rules, self.comment):
            page.body.addWidget(part)
        page.body.addStretch(1)
        self.body.addWidget(self._trouble)
        self.body.addWidget(page, 1)
        self.fit_page(page, WIDE, HIGH)
        self.edition.chosen.connect(lambda _: self._show_edition())
        self._show_may()
        self.confirmed.connect(self._publish if may else self.accept)
        about = FormKind.CANCEL_RULES, FORMS
        KeptForm(self, tasks, services, about, {"comment": self.comment})
        self._look()

    # -- the parts -----------------------------------------------------------------------------

    def _made_rows(self) -> Rows:
        rows = Rows(
            self.tr("Regler"),
            (
                Column[Line](self.tr("Region"), lambda at: self._region(at.value.region)),
                Column[Line](self.tr("Vård"), lambda at: label(at.value.care_type), width=14),
                Column[Line](self.tr("Ålder"), lambda at: ages(at.value), width=9),
                Column[Line](self.tr("Vardagar"), lambda at: days(at.value), width=9),
                Column[Line](self.tr("Belopp"), self._amount, width=9),
                Column[Line](self.tr("Gäller besök"), lambda at: period(at.value), width=20),
                Column[Line](self.tr("Undantag"), lambda at: str(len(at.value.exceptions)),
                             tip=_claims, width=9),
            ),
            empty=self.tr("Inga regler än"),
            add=self.tr("Ny regel"),
        )  # fmt: skip
        lines = FEW if current().metrics.scale >= LARGE else LINES
        rows.table.setFixedHeight(round((lines + 1) * current().metrics.row))
        rows.asked.connect(self._ask)
        rows.changed.connect(self._trouble.hide)
        return rows

    def _show_may(self) -> None:
        """Who only reads has one button, and nothing to write in."""
        for button in (self.rules.add, self.rules.change, self.rules.remove):
            button.setVisible(self._may)
        self.comment.setVisible(self._may)
        self.own.setEnabled(self._may)
        if not self._may:
            self.secondary.hide()

    # -- what there is -------------------------------------------------------------------------

    def _look(self) -> None:
        self.set_busy(True)
        verb = self._services.cancel_rules.all
        self._tasks.run(self, verb, self._show, self._refuse, topic="rules")

    def _show(self, editions: tuple[CancelRules, ...]) -> None:
        self.set_busy(False)
        self._editions = editions
        words, newest = self.tr("Nummer {number}, {at}"), self.tr("Nummer {number}, gäller nu")
        options = [
            Option(
                str(each.number),
                (newest if each is editions[-1] else words).format(
                    number=each.number, at=day_and_time(each.published_at)
                ),
            )
            for each in reversed(editions)
        ]
        self.edition.set_options(options)
        self.edition.setVisible(bool(options))
        if options:
            self.edition.choose(options[0].value)
        self._show_edition()

    def _show_edition(self) -> None:
        """An older one too: publishing it again lets it count again."""
        chosen = next((e for e in self._editions if str(e.number) == self.edition.value), None)
        if chosen is None:
            self.state.setText(self.tr("Inga regler är publicerade: inget sägs om tid och avgift."))
            return
        self.rules.set_values(chosen.rules)
        self.own.choose(chosen.own)
        parts = [self.tr("Publicerad {at}.").format(at=day_and_time(chosen.published_at))]
        if chosen.demonstration:
            parts.append(self.tr("Påhittade, för demonstration."))
        if chosen.comment:
            parts.append(chosen.comment)
        self.state.setText(" ".join(parts))

    def _region(self, code: str) -> str:
        found = self._consult.region(code)
        return found.name.removeprefix("Region ") if found is not None else code

    def _amount(self, at: Line) -> str:
        return self.tr("{amount} kr").format(amount=at.value.amount)

    # -- what is changed -----------------------------------------------------------------------

    def _ask(self, place: int | None) -> None:
        if not self._may:
            return
        known: CancelRule | None = None if place is None else self.rules.values[place]
        rule = known or new_rule(self.own.value or self._consult.own)
        dialog = CancelRuleDialog(self._consult, rule, self._services.now(), parent=self)
        dialog.confirmed.connect(partial(self._put, dialog, place))
        dialog.open()

    def _put(self, dialog: CancelRuleDialog, place: int | None) -> None:
        rule = dialog.rule()
        if rule is not None:
            dialog.accept()
            self.rules.put(place, rule)

    def _publish(self) -> None:
        """Enter struck too soon publishes nothing: the same rules once more need a word why."""
        newest = self._editions[-1] if self._editions else None
        as_now = newest is not None and (newest.rules, newest.own) == (
            self.rules.values,
            self.own.value or "",
        )
        if as_now and not self.comment.text().strip():
            self.comment.show_error(
                self.tr("Inget är ändrat. Skriv varför reglerna ändå ska publiceras på nytt.")
            )
            self.comment.setFocus()
            return
        self.set_busy(True)
        upon = self._editions[-1].number if self._editions else 0
        verb = partial(
            self._services.cancel_rules.publish,
            self.rules.values,
            upon=upon,
            comment=self.comment.text(),
            own=self.own.value or "",
        )
        self._tasks.run(self, verb, lambda _: self._published(), self._refuse)

    def _published(self) -> None:
        self.said.emit(self.tr("Reglerna för avbokning gäller nu."))
        self.accept()

    def _refuse(self, error: KundcenterError) -> None:
        self.set_busy(False)
        self._trouble.say(self._refusal(error))
        self._trouble.show()
        self.make_room()

    def _refusal(self, error: KundcenterError) -> str:
        """With the line that is wrong, where it is one."""
        words = {
            "same": self.tr("Regel {at} gäller samma besök som en regel ovanför den."),
            "own": self.tr("Vår region har ingen regel. Lägg till en, eller välj en annan region."),
            "rules": self.tr("Lägg till minst en regel."),
        }
        field = str(error.facts.get("field", ""))
        if error.code == "cancel_rules.invalid" and field in words:
            return words[field].format(at=error.facts.get("at"))
        return sentence(error)


def ages(rule: CancelRule) -> str:
    """0–19 år"""
    translate = QCoreApplication.translate
    if (rule.age_from, rule.age_to) == (0, 150):
        return translate("CancelRulesDialog", "alla")
    if rule.age_to >= 150:
        return translate("CancelRulesDialog", "från {age} år").format(age=rule.age_from)
    words = translate("CancelRulesDialog", "{first}–{last} år")
    return words.format(first=rule.age_from, last=rule.age_to)


def days(rule: CancelRule) -> str:
    return str(rule.hours // DAY_HOURS)


def period(rule: CancelRule) -> str:
    """From which visits to which."""
    last = rule.valid_to.isoformat() if rule.valid_to is not None else ""
    return f"{rule.valid_from.isoformat()} – {last}".rstrip()


def _claims(at: Line) -> str:
    return ", ".join(label(each) for each in at.value.exceptions)
